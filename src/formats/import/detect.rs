//! What a file really is, by its first bytes, against what its name says; and the limits of size.
//!
//! Invariant: a reader only ever sees bytes that begin as its format does and are within limits.

use super::{DOCUMENT_LIMIT, Fault, Kind, Nature, Part, TEXT_LIMIT, encoding};

/// The format to read a file as.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Empty);
    }
    let says = claim(name);
    let is = nature(bytes);
    let kind = match (says, is) {
        (Some(Nature::Docx) | None, Nature::Docx) => Kind::Docx,
        (Some(Nature::Docx), Nature::Zip) => {
            let part = Part::Archive;
            return Err(Fault::Damaged { part });
        }
        (Some(Nature::Docx), Nature::Doc) if is_encrypted_office(bytes) => {
            return Err(Fault::PasswordProtected);
        }
        (Some(Nature::Pdf) | None, Nature::Pdf) => Kind::Pdf,
        // Captions are often sent round as .txt; they say themselves what they are.
        (Some(Nature::Vtt | Nature::Text) | None, Nature::Vtt) => Kind::Vtt,
        (Some(Nature::Srt) | None, Nature::Srt) => Kind::Srt,
        (Some(Nature::Text), Nature::Text | Nature::Srt | Nature::Html) | (None, Nature::Text) => {
            if extension(name).is_some_and(|ext| ext == "md" || ext == "markdown") {
                Kind::Markdown
            } else {
                Kind::Plain
            }
        }
        (Some(says), is) if says != is => return Err(Fault::NotWhatItSays { says, is }),
        (_, what) => return Err(Fault::Unsupported { what }),
    };
    let limit = match kind {
        Kind::Docx | Kind::Pdf => DOCUMENT_LIMIT,
        _ => TEXT_LIMIT,
    };
    let size = bytes.len() as u64;
    if size > limit {
        return Err(Fault::TooLarge { limit, size });
    }
    if !matches!(kind, Kind::Docx | Kind::Pdf) {
        encoding::require_text(bytes, says.unwrap_or(Nature::Text))?;
    }
    Ok(kind)
}

fn extension(name: &str) -> Option<String> {
    let (stem, ext) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| ext.to_ascii_lowercase())
}

/// What the name claims, if it claims anything that we know.
fn claim(name: &str) -> Option<Nature> {
    Some(match extension(name)?.as_str() {
        "txt" | "text" | "md" | "markdown" => Nature::Text,
        "vtt" => Nature::Vtt,
        "srt" => Nature::Srt,
        "docx" | "docm" => Nature::Docx,
        "doc" => Nature::Doc,
        "odt" => Nature::Odt,
        "rtf" => Nature::Rtf,
        "pdf" => Nature::Pdf,
        "xls" | "xlsx" | "ods" | "csv" => Nature::Spreadsheet,
        "ppt" | "pptx" | "odp" => Nature::Presentation,
        "htm" | "html" => Nature::Html,
        "zip" => Nature::Zip,
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "heic" | "tif" | "tiff" => Nature::Image,
        "mp3" | "m4a" | "wav" | "ogg" | "flac" | "mp4" | "mov" | "webm" => Nature::Recording,
        _ => return None,
    })
}

fn nature(bytes: &[u8]) -> Nature {
    const SIGNATURES: &[(usize, &[u8], Nature)] = &[
        (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Nature::Doc),
        (0, b"{\\rtf", Nature::Rtf),
        (0, b"\x89PNG", Nature::Image),
        (0, b"\xff\xd8\xff", Nature::Image),
        (0, b"GIF8", Nature::Image),
        (8, b"WEBP", Nature::Image),
        (0, b"II*\0", Nature::Image),
        (0, b"MM\0*", Nature::Image),
        (0, b"ID3", Nature::Recording),
        (0, b"OggS", Nature::Recording),
        (0, b"fLaC", Nature::Recording),
        (8, b"WAVE", Nature::Recording),
        (4, b"ftyp", Nature::Recording),
        (0, b"\x1a\x45\xdf\xa3", Nature::Recording),
    ];
    let begins =
        |at: usize, mark: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark));
    if let Some((.., nature)) = SIGNATURES.iter().find(|(at, mark, _)| begins(*at, mark)) {
        return *nature;
    }
    if begins(0, b"PK\x03\x04") || begins(0, b"PK\x05\x06") {
        return zip_nature(bytes);
    }
    // Some programs write a few lines of their own before the PDF begins.
    if find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some() {
        return Nature::Pdf;
    }
    if !encoding::is_text(bytes) {
        return Nature::Binary;
    }
    text_nature(bytes)
}

/// The kind of document in a zip archive, by the names that stand uncompressed in it.
fn zip_nature(bytes: &[u8]) -> Nature {
    let has = |name: &[u8]| find(bytes, name).is_some();
    if has(b"word/") {
        Nature::Docx
    } else if has(b"xl/workbook") || has(b"opendocument.spreadsheet") {
        Nature::Spreadsheet
    } else if has(b"ppt/presentation") || has(b"opendocument.presentation") {
        Nature::Presentation
    } else if has(b"opendocument.text") {
        Nature::Odt
    } else {
        Nature::Zip
    }
}

fn text_nature(bytes: &[u8]) -> Nature {
    let head = &bytes[..bytes.len().min(4000)];
    let Ok(decoded) = encoding::decode(head, None) else {
        return Nature::Binary;
    };
    let text = decoded.text.trim_start();
    if text.starts_with("WEBVTT") {
        return Nature::Vtt;
    }
    let lower = text.get(..15).unwrap_or_default().to_ascii_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return Nature::Html;
    }
    let is_cue =
        |line: &str| line.contains("-->") && line.starts_with(|c: char| c.is_ascii_digit());
    if text.lines().take(3).any(|line| is_cue(line.trim())) {
        return Nature::Srt;
    }
    Nature::Text
}

/// Office keeps a locked document as one stream in an old-style container.
fn is_encrypted_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    find(bytes, &name).is_some()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Result<Kind, &str>) {
        let found = kind(name, bytes);
        assert_eq!(
            found.as_ref().map_err(Fault::code),
            expected.as_ref().map_err(|code| *code),
            "{name}"
        );
    }

    #[test]
    fn the_bytes_decide() {
        check("a.txt", b"hello", Ok(Kind::Plain));
        check("a.MD", b"hello", Ok(Kind::Markdown));
        check("a", b"hello", Ok(Kind::Plain));
        check("a.txt", b"WEBVTT\n\n", Ok(Kind::Vtt));
        check(
            "a.srt",
            b"1\n00:00:01,000 --> 00:00:02,000\nhi",
            Ok(Kind::Srt),
        );
        check("a.pdf", b"%PDF-1.4\n", Ok(Kind::Pdf));
        check("a.txt", b"", Err("empty"));
        check("a.vtt", b"hello", Err("not-what-it-says"));
        check("a.srt", b"WEBVTT\n\n", Err("not-what-it-says"));
        check("a.pdf", b"hello", Err("not-what-it-says"));
        check("a.docx", b"hello", Err("not-what-it-says"));
        check("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", Err("not-what-it-says"));
        check(
            "a.txt",
            &[1, 2, 3, 4, 5, 6, 7, 0, 0, 0],
            Err("not-what-it-says"),
        );
        check(
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            Err("not-what-it-says"),
        );
        check(
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            Err("unsupported"),
        );
        check("a.rtf", b"{\\rtf1 hello}", Err("unsupported"));
        check("a.txt", &vec![b'a'; 20_000_001], Err("too-large"));
    }

    #[test]
    fn a_locked_word_document_is_told_from_an_old_one() {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        check("a.docx", &bytes, Err("password-protected"));
    }
}
