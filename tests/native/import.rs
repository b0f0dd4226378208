//! Readers against files: every fixture against its `expected.txt`, the table of bad inputs, and
//! Word documents made up from their markup.
//!
//! `NOEMA_BLESS=1` writes the expectations anew; read the difference before believing it.

use noema::formats::import::{
    Choice, Draft, Fault, Kind, Nature, Part, UNPACKED_LIMIT, Warning, read,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// Every input under `tests/fixtures` that a reader should understand.
pub fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut found = Vec::new();
    for format in ["text", "vtt", "srt", "docx", "pdf"] {
        for case in fs::read_dir(root.join(format))
            .expect("fixtures are here")
            .flatten()
        {
            let files = fs::read_dir(case.path())
                .expect("a case is a folder")
                .flatten();
            found.extend(
                files
                    .map(|file| file.path())
                    .filter(|path| path.file_stem().is_some_and(|s| s == "input")),
            );
        }
    }
    found.sort();
    found
}

fn read_as(name: &str, bytes: &[u8]) -> Result<Draft, Fault> {
    read(name, bytes, &Choice::default(), &mut |_| {})
}

/// A draft as text: `[Ines 00:01] words`, `‖` where a page begins, `{0:` and `:0}` around the
/// passage of a comment.
fn show(draft: &Draft) -> String {
    let mut out = format!("{:?}", draft.kind);
    if let Some(encoding) = &draft.encoding {
        let mark = if encoding.had_bom { " with mark" } else { "" };
        write!(
            out,
            ", {}{mark}, {} replaced",
            encoding.label, encoding.replaced
        )
        .expect("a string");
    }
    for speaker in &draft.speakers {
        let role = if speaker.interviewer { ", asks" } else { "" };
        write!(
            out,
            "\n{}: {} turns, {} words{role}",
            speaker.name, speaker.turns, speaker.words
        )
        .expect("a string");
    }
    writeln!(out, "\n{:?}", draft.guess).expect("a string");
    for warning in &draft.warnings {
        writeln!(out, "{warning:?}").expect("a string");
    }
    for (i, comment) in draft.comments.iter().enumerate() {
        writeln!(out, "comment {i} by {}: {:?}", comment.author, comment.text).expect("a string");
    }
    let mut marks: BTreeMap<u32, String> = BTreeMap::new();
    for turn in &draft.text.turns {
        let name = turn
            .speaker
            .map_or("-", |i| &draft.speakers[usize::from(i)].name);
        let time = turn.time.map_or(String::new(), clock);
        *marks.entry(turn.start.0).or_default() += &format!("\n[{name}{time}] ");
    }
    for page in &draft.text.pages {
        *marks.entry(page.0).or_default() += "‖";
    }
    for (i, comment) in draft.comments.iter().enumerate() {
        *marks.entry(comment.range.start().0).or_default() += &format!("{{{i}:");
        *marks.entry(comment.range.end().0).or_default() += &format!(":{i}}}");
    }
    for (at, c) in (0..).zip(draft.text.content.chars()) {
        out += &marks.remove(&at).unwrap_or_default();
        match c {
            '\n' if marks
                .get(&(at + 1))
                .is_some_and(|mark| mark.starts_with('\n')) => {}
            '\n' => out += "\n    ",
            c => out.push(c),
        }
    }
    out += &marks.into_values().collect::<String>();
    out + "\n"
}

fn clock(millis: u32) -> String {
    let seconds = millis / 1000;
    let fraction = match millis % 1000 {
        0 => String::new(),
        rest => format!(".{rest:03}"),
    };
    format!(" {:02}:{:02}{fraction}", seconds / 60, seconds % 60)
}

#[test]
fn fixtures_read_as_expected() {
    let bless = std::env::var_os("NOEMA_BLESS").is_some();
    for path in fixtures() {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a plain name");
        let bytes = fs::read(&path).expect("the fixture is readable");
        let draft =
            read_as(name, &bytes).unwrap_or_else(|fault| panic!("{}: {fault:?}", path.display()));
        check_whole(&draft);
        let expected = path.with_file_name("expected.txt");
        if bless {
            fs::write(&expected, show(&draft)).expect("the fixture is writable");
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(show(&draft), expected, "{}", path.display());
    }
}

/// What holds for every draft.
pub fn check_whole(draft: &Draft) {
    let text = &draft.text;
    let len = u32::try_from(text.content.chars().count()).expect("drafts are small");
    assert_eq!(text.turns.first().map(|turn| turn.start.0), Some(0));
    assert!(
        text.turns
            .windows(2)
            .all(|pair| pair[0].start < pair[1].start)
    );
    assert!(text.turns.iter().all(|turn| turn.start.0 < len));
    assert!(text.turns.iter().all(|turn| {
        turn.speaker
            .is_none_or(|i| usize::from(i) < draft.speakers.len())
    }));
    assert!(text.pages.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(text.pages.iter().all(|page| page.0 > 0 && page.0 < len));
    assert!(
        draft
            .comments
            .iter()
            .all(|comment| comment.range.end().0 <= len)
    );
    assert!(
        text.content
            .chars()
            .all(|c| c == '\n' || c == '\t' || !c.is_control())
    );
    assert!(!text.content.contains("\n\n"));
}

#[test]
fn a_draft_crosses_from_the_worker_unchanged() {
    for path in fixtures() {
        let bytes = fs::read(&path).expect("the fixture is readable");
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a plain name");
        let draft = read_as(name, &bytes).expect("the fixture is sound");
        let json = serde_json::to_string(&draft).expect("a draft is plain data");
        assert_eq!(
            serde_json::from_str::<Draft>(&json).expect("what was written"),
            draft
        );
    }
}

#[test]
fn bad_input_gets_its_answer() {
    let damaged = |part| Fault::Damaged { part };
    let not = |says, is| Fault::NotWhatItSays { says, is };
    let docx = word("<w:p><w:r><w:t>hello</w:t></w:r></w:p>", "");
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let bomb = bomb();
    let broken = word("<w:p><w:r></w:p>", "");
    let large = vec![b'a'; 50_000_000];
    let deep = word(&("<w:sdt>".repeat(300) + &"</w:sdt>".repeat(300)), "");
    let kept = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
        fs::read(folder.join(name)).expect("the fixture is here")
    };
    let (locked_pdf, wordless) = (kept("locked.pdf"), kept("wordless.pdf"));
    let table: Vec<(&str, &[u8], Fault)> = vec![
        ("locked.pdf", &locked_pdf, Fault::PasswordProtected),
        ("wordless.pdf", &wordless, Fault::NoText),
        ("empty.txt", b"", Fault::Empty),
        ("blank.txt", b" \r\n\t\n", Fault::Empty),
        ("empty.docx", b"", Fault::Empty),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            not(Nature::Text, Nature::Image),
        ),
        ("word.txt", &docx, not(Nature::Text, Nature::Docx)),
        ("text.docx", b"hello", not(Nature::Docx, Nature::Text)),
        ("text.pdf", b"hello", not(Nature::Pdf, Nature::Text)),
        (
            "program.txt",
            &[0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 3, 0],
            not(Nature::Text, Nature::Binary),
        ),
        (
            "old.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument",
            not(Nature::Docx, Nature::Doc),
        ),
        ("locked.docx", &locked, Fault::PasswordProtected),
        ("cut.docx", &docx[..docx.len() / 2], damaged(Part::Archive)),
        ("broken.docx", &broken, damaged(Part::Document)),
        ("deep.docx", &deep, damaged(Part::Depth)),
        (
            "bomb.docx",
            &bomb,
            Fault::UnpacksTooLarge {
                limit: UNPACKED_LIMIT,
            },
        ),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<<", damaged(Part::Pdf)),
        (
            "large.txt",
            &large,
            Fault::TooLarge {
                limit: 20_000_000,
                size: 50_000_000,
            },
        ),
        (
            "sheet.xlsx",
            b"PK\x03\x04xl/workbook.xml",
            Fault::Unsupported {
                what: Nature::Spreadsheet,
            },
        ),
        (
            "letter.rtf",
            b"{\\rtf1 hello}",
            Fault::Unsupported { what: Nature::Rtf },
        ),
    ];
    for (name, bytes, fault) in table {
        assert_eq!(read_as(name, bytes).err(), Some(fault), "{name}");
    }
}

#[test]
fn nul_bytes_are_dropped_and_told() {
    let draft = read_as("a.txt", b"one\0 two three four five six").expect("a text");
    assert_eq!(draft.text.content, "one two three four five six");
    assert_eq!(draft.warnings, [Warning::NulBytes { count: 1 }]);
}

#[test]
fn markup_and_formulas_stay_text() {
    let text = "<script>alert(1)</script>\n=cmd()\n**bold** <b>";
    let draft = read_as("a.md", text.as_bytes()).expect("a text");
    assert_eq!(
        (draft.kind, draft.text.content.as_str()),
        (Kind::Markdown, text)
    );
}

/// A Word document around a body, with a part of comments when there are any.
fn word(body: &str, comments: &str) -> Vec<u8> {
    const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
        xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
        xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let document = format!("<w:document {SPACES}><w:body>{body}</w:body></w:document>");
    let comments = format!("<w:comments {SPACES}>{comments}</w:comments>");
    let main = format!(
        "<Relationships><Relationship Type=\"{TYPE}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let own = format!(
        "<Relationships><Relationship Type=\"{TYPE}/comments\" Target=\"comments.xml\"/></Relationships>"
    );
    packed(&[
        ("_rels/.rels", main.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", own.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
    ])
}

/// A zip archive with these files.
pub fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("a name");
        archive.write_all(bytes).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

fn bomb() -> Vec<u8> {
    packed(&[
        ("word/document.xml", b"<w/>"),
        ("word/media/image1.bmp", &vec![0; 210_000_000]),
    ])
}

fn check_word(body: &str, expected: &str) {
    let draft = read_as("a.docx", &word(body, "")).expect("a sound document");
    check_whole(&draft);
    assert_eq!(draft.text.content, expected, "{body}");
}

#[test]
fn runs_and_breaks() {
    check_word(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t xml:space=\"preserve\"> c &amp; &#x4e00;</w:t><w:cr/><w:t>d</w:t></w:r></w:p>\
         <w:p/><w:p><w:hyperlink><w:r><w:t>e</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>f</w:t></w:r></w:smartTag>\
         <w:r><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r></w:p>",
        "a\tb\nc & 一\nd\nef\u{2011}→",
    );
    check_word(
        "<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "in",
    );
    check_word(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>",
        "seen",
    );
    check_word(
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>4</w:t></w:r></w:fldSimple></w:p>",
        "4",
    );
}

#[test]
fn tracked_changes_are_accepted() {
    check_word(
        "<w:p><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>\
         <w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>",
        "new here",
    );
    check_word(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p><w:p><w:r><w:t>line</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>",
        "one line\ntwo",
    );
    check_word(
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "y",
    );
}

#[test]
fn text_boxes_are_read_once() {
    check_word(
        "<w:p><w:r><w:t>before</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t> and after</w:t></w:r></w:p>",
        "before and after\nboxed",
    );
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"))
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

#[test]
fn tables_of_talk_become_turns() {
    let rows = [
        row(&["1", "I:", "Why?"]),
        row(&["2", "Ines:", "So."]),
        row(&["3", "", "And so."]),
        row(&["4", "I:", "Oh?"]),
        row(&["5", "Ines:", "Yes."]),
    ];
    let draft = read_as(
        "a.docx",
        &word(&format!("<w:tbl>{}</w:tbl>", rows.concat()), ""),
    )
    .expect("a document");
    assert_eq!(draft.text.content, "Why?\nSo.\nAnd so.\nOh?\nYes.");
    assert_eq!(draft.text.turns.len(), 4);
    assert_eq!(
        draft
            .speakers
            .iter()
            .map(|s| s.name.as_str())
            .collect::<Vec<_>>(),
        ["I", "Ines"]
    );
    check_word(
        &format!(
            "<w:tbl>{}{}</w:tbl>",
            row(&["Age", "41"]),
            row(&["Ward", "B2"])
        ),
        "Age\t41\nWard\tB2",
    );
}

#[test]
fn comments_lie_on_their_words() {
    let body = "<w:p><w:r><w:t>I: why</w:t></w:r></w:p>\
        <w:p><w:r><w:t>P: a </w:t></w:r><w:commentRangeStart w:id=\"7\"/><w:r><w:t>long</w:t></w:r></w:p>\
        <w:p><w:r><w:t>way</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/><w:t> off</w:t></w:r></w:p>\
        <w:p><w:r><w:t>home</w:t><w:commentReference w:id=\"8\"/></w:r></w:p>";
    let comments = "<w:comment w:id=\"7\" w:author=\"Mara\"><w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p></w:comment>\
        <w:comment w:id=\"8\" w:author=\"Jo\"><w:p><w:r><w:t>three</w:t></w:r></w:p></w:comment>\
        <w:comment w:id=\"9\" w:author=\"Jo\"><w:p><w:r><w:t>lost</w:t></w:r></w:p></w:comment>";
    let draft = read_as("a.docx", &word(body, comments)).expect("a document");
    let shown = show(&draft);
    assert!(
        shown.contains("[P] a {0:long\n    way:0} off\n    {1:home:1}"),
        "{shown}"
    );
    assert_eq!(draft.comments[0].text, "one\ntwo");
    assert_eq!(draft.warnings, [Warning::CommentsUnplaced { count: 1 }]);
}

#[test]
fn pages_are_where_the_source_breaks_them() {
    let body = "<w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/></w:r></w:p>\
        <w:p><w:r><w:lastRenderedPageBreak/><w:t>two tw</w:t><w:lastRenderedPageBreak/><w:t>o</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>three</w:t></w:r></w:p>\
        <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>four</w:t></w:r></w:p>\
        <w:p><w:pPr><w:sectPr><w:type w:val=\"continuous\"/></w:sectPr></w:pPr><w:r><w:t>five</w:t></w:r></w:p>\
        <w:p><w:r><w:t>six</w:t></w:r></w:p>";
    let draft = read_as("a.docx", &word(body, "")).expect("a document");
    assert!(
        show(&draft)
            .ends_with("[-] one\n    ‖two tw‖o\n    ‖three\n    four\n    ‖five\n    six\n"),
        "{}",
        show(&draft)
    );
}
