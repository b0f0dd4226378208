//! The markup of a Word document to paragraphs: runs, breaks, tracked changes as if accepted,
//! comments' passages, text boxes behind the paragraph that they are anchored in.
//!
//! Invariant: of several ways in which the same words are stored (fallbacks, deleted and moved text,
//! field codes) only the one that a reader sees is taken.

use super::super::paragraph::{Mark, Paragraph, Remark};
use super::super::{Fault, Part, Source, Warning};
use super::table::{self, Block, Row};
use super::{attribute, damaged};
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use std::collections::BTreeSet;

/// Deeper nesting than any document has.
const DEEPEST: usize = 256;

/// Reads the main part.
pub(super) fn read(markup: &str, progress: &mut dyn FnMut(u32)) -> Result<Source, Fault> {
    let mut story = Story::new(markup);
    story.run(progress)?;
    let mut source = Source::default();
    for block in story.blocks.drain(..).flatten() {
        table::flatten(block, &mut source.paragraphs);
    }
    if !story.waiting.is_empty() {
        let mut last = Paragraph::default();
        story.waiting.drain(..).for_each(|mark| last.pin(mark));
        source.paragraphs.push(last);
    }
    if story.footnotes > 0 {
        source.warnings.push(Warning::Footnotes {
            count: story.footnotes,
        });
    }
    if story.symbols > 0 {
        source.warnings.push(Warning::Symbols {
            count: story.symbols,
        });
    }
    Ok(source)
}

/// Reads the part that holds the comments.
pub(super) fn read_comments(markup: &str) -> Result<Vec<Remark>, Fault> {
    let mut story = Story::new(markup);
    story.run(&mut |_| {})?;
    Ok(story.remarks)
}

/// The vocabularies that matter, by the ends of their names, which differ between the two editions
/// of the standard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Word,
    Math,
    Compatibility,
    Other,
}

impl Space {
    fn of(resolved: &ResolveResult<'_>) -> Self {
        let ResolveResult::Bound(name) = resolved else {
            return Self::Other;
        };
        let name = name.as_ref();
        if name.ends_with(b"/wordprocessingml/2006/main")
            || name.ends_with(b"/wordprocessingml/main")
        {
            Self::Word
        } else if name.ends_with(b"/officeDocument/2006/math")
            || name.ends_with(b"/officeDocument/math")
        {
            Self::Math
        } else if name.ends_with(b"/markup-compatibility/2006") {
            Self::Compatibility
        } else {
            Self::Other
        }
    }
}

/// A paragraph that is being read, with the text boxes anchored in it.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    boxes: Vec<Block>,
    /// Its end is deleted: the next paragraph goes on in it.
    unended: bool,
}

struct Story<'a> {
    reader: NsReader<&'a [u8]>,
    total: usize,
    depth: usize,
    /// Finished blocks: of the body, and of each cell, text box or comment around the present place.
    blocks: Vec<Vec<Block>>,
    open: Vec<Open>,
    tables: Vec<Vec<Row>>,
    rows: Vec<Row>,
    /// Whether the last finished paragraph goes on in the next.
    unended: bool,
    in_text: bool,
    hidden: bool,
    deleted_row: bool,
    /// Marks outside of paragraphs.
    waiting: Vec<Mark>,
    ranged: BTreeSet<u32>,
    remarks: Vec<Remark>,
    footnotes: u32,
    symbols: u32,
}

impl<'a> Story<'a> {
    fn new(markup: &'a str) -> Self {
        let mut reader = NsReader::from_str(markup);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            total: markup.len().max(1),
            depth: 0,
            blocks: vec![Vec::new()],
            open: Vec::new(),
            tables: Vec::new(),
            rows: Vec::new(),
            unended: false,
            in_text: false,
            hidden: false,
            deleted_row: false,
            waiting: Vec::new(),
            ranged: BTreeSet::new(),
            remarks: Vec::new(),
            footnotes: 0,
            symbols: 0,
        }
    }

    fn run(&mut self, progress: &mut dyn FnMut(u32)) -> Result<(), Fault> {
        let mut told = 0;
        loop {
            let (space, event) = self.next()?;
            match event {
                Event::Eof if self.depth == 0 => return Ok(()),
                Event::Eof => return Err(damaged(Part::Document)),
                Event::Start(element) => self.start(space, &element)?,
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    if space == Space::Word {
                        self.end(element.local_name().as_ref());
                    }
                    self.in_text = false;
                }
                Event::Text(text) if self.in_text => {
                    let text = text.decode().map_err(|_| damaged(Part::Document))?;
                    self.say(&text);
                }
                Event::CData(text) if self.in_text => {
                    let text = text.decode().map_err(|_| damaged(Part::Document))?;
                    self.say(&text);
                }
                Event::GeneralRef(entity) if self.in_text => {
                    let name = entity.decode().map_err(|_| damaged(Part::Document))?;
                    let text =
                        quick_xml::escape::unescape(&format!("&{name};")).map(|s| s.into_owned());
                    self.say(text.as_deref().unwrap_or("\u{fffd}"));
                }
                _ => {}
            }
            let share = u32::try_from(self.place() * 1000 / self.total).unwrap_or(1000);
            if share >= told + 10 {
                told = share;
                progress(share);
            }
        }
    }

    fn place(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.total)
    }

    fn next(&mut self) -> Result<(Space, Event<'a>), Fault> {
        let read = self.reader.read_resolved_event();
        let (resolved, event) = read.map_err(|_| damaged(Part::Document))?;
        Ok((Space::of(&resolved), event))
    }

    fn start(&mut self, space: Space, element: &BytesStart<'a>) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(damaged(Part::Depth));
        }
        let local = element.local_name();
        let local = local.as_ref();
        match (space, local) {
            (Space::Math, b"t") => self.in_text = true,
            (Space::Compatibility, b"Fallback") => self.skip(element)?,
            (Space::Word, _) => self.start_word(local, element)?,
            _ => {}
        }
        Ok(())
    }

    fn start_word(&mut self, local: &[u8], element: &BytesStart<'a>) -> Result<(), Fault> {
        match local {
            b"p" => self.open_paragraph(),
            b"pPr" => self.paragraph_properties()?,
            b"r" => self.hidden = false,
            b"rPr" => self.hidden = self.properties(&[b"vanish"])?.contains(&0),
            b"t" => self.in_text = true,
            b"tab" => self.say("\t"),
            b"cr" => self.say_line_end(),
            b"br" => {
                self.say_line_end();
                if attribute(element, "type").is_some_and(|kind| kind == "page") {
                    self.pin(Mark::Page);
                }
            }
            b"lastRenderedPageBreak" => self.pin(Mark::Page),
            b"noBreakHyphen" => self.say("\u{2011}"),
            b"sym" => self.symbol(element),
            b"footnoteReference" | b"endnoteReference" => self.footnotes += 1,
            b"commentRangeStart" | b"commentRangeEnd" | b"commentReference" => {
                if let Some(id) = attribute(element, "id").and_then(|id| id.parse().ok()) {
                    self.comment_mark(local, id);
                }
            }
            b"tbl" => {
                self.unended = false;
                self.tables.push(Vec::new());
            }
            b"tr" => self.rows.push(Row::new()),
            b"trPr" => self.deleted_row = self.properties(&[b"del"])?.contains(&0),
            b"tc" | b"txbxContent" | b"comment" => {
                self.unended = false;
                self.blocks.push(Vec::new());
                if local == b"comment" {
                    self.remarks.push(Remark {
                        id: attribute(element, "id")
                            .and_then(|id| id.parse().ok())
                            .unwrap_or(u32::MAX),
                        author: attribute(element, "author").unwrap_or_default(),
                        text: String::new(),
                    });
                }
            }
            // What was deleted or moved away, what is not text, and the reading aid above a word.
            b"del" | b"moveFrom" | b"delText" | b"instrText" | b"delInstrText" | b"sdtPr"
            | b"sectPr" | b"tblPr" | b"tblGrid" | b"tcPr" | b"rt" => self.skip(element)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, local: &[u8]) {
        match local {
            b"p" => self.close_paragraph(),
            b"r" => self.hidden = false,
            b"tc" => {
                self.unended = false;
                if let (Some(cell), Some(row)) = (self.pop_blocks(), self.rows.last_mut()) {
                    row.push(cell);
                }
            }
            b"tr" => {
                let row = self.rows.pop();
                let deleted = std::mem::take(&mut self.deleted_row);
                if let (Some(row), Some(table), false) = (row, self.tables.last_mut(), deleted) {
                    table.push(row);
                }
            }
            b"tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.put(Block::Table(table));
                }
            }
            b"txbxContent" => {
                self.unended = false;
                let blocks = self.pop_blocks().unwrap_or_default();
                match self.open.last_mut() {
                    Some(open) => open.boxes.extend(blocks),
                    None => blocks.into_iter().for_each(|block| self.put(block)),
                }
            }
            b"comment" => {
                let mut paragraphs = Vec::new();
                for block in self.pop_blocks().unwrap_or_default() {
                    table::flatten(block, &mut paragraphs);
                }
                paragraphs.iter_mut().for_each(Paragraph::tidy);
                let lines: Vec<_> = paragraphs
                    .into_iter()
                    .map(|p| p.text)
                    .filter(|t| !t.is_empty())
                    .collect();
                if let Some(remark) = self.remarks.last_mut() {
                    remark.text = lines.join("\n");
                }
            }
            _ => {}
        }
    }

    /// The innermost list of blocks; the body's own is never given away.
    fn pop_blocks(&mut self) -> Option<Vec<Block>> {
        (self.blocks.len() > 1).then(|| self.blocks.pop())?
    }

    fn put(&mut self, block: Block) {
        if let Some(blocks) = self.blocks.last_mut() {
            blocks.push(block);
        }
    }

    fn open_paragraph(&mut self) {
        let mut open = Open::default();
        if std::mem::take(&mut self.unended)
            && let Some(blocks) = self.blocks.last_mut()
            && let Some(Block::Paragraph(before)) =
                blocks.pop_if(|block| matches!(block, Block::Paragraph(_)))
        {
            open.paragraph = before;
        }
        self.waiting
            .drain(..)
            .for_each(|mark| open.paragraph.pin(mark));
        self.open.push(open);
    }

    fn close_paragraph(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let boxes = open.boxes.len();
        self.put(Block::Paragraph(open.paragraph));
        open.boxes.into_iter().for_each(|block| self.put(block));
        self.unended = open.unended && boxes == 0;
    }

    fn paragraph_properties(&mut self) -> Result<(), Fault> {
        const MEANS: &[&[u8]] = &[b"del", b"moveFrom", b"pageBreakBefore", b"sectPr"];
        let found = self.properties(MEANS)?;
        if found.contains(&2) {
            self.pin(Mark::Page);
        }
        if found.contains(&3) {
            self.waiting.push(Mark::Page);
        }
        if let Some(open) = self.open.last_mut() {
            open.unended = found.contains(&0) || found.contains(&1);
        }
        Ok(())
    }

    /// Reads to the end of an element of properties; which of the wanted ones are in it and not
    /// switched off.
    fn properties(&mut self, wanted: &[&[u8]]) -> Result<Vec<usize>, Fault> {
        let mut found = Vec::new();
        let mut depth = 1_usize;
        while depth > 0 {
            let (space, event) = self.next()?;
            match event {
                Event::Eof => return Err(damaged(Part::Document)),
                Event::End(_) => depth -= 1,
                Event::Start(element) => {
                    depth += 1;
                    let local = element.local_name();
                    let local = local.as_ref();
                    let value = attribute(&element, "val");
                    let off = value
                        .as_deref()
                        .is_some_and(|v| matches!(v, "0" | "false" | "off"));
                    let at = wanted.iter().position(|name| *name == local);
                    if let (Space::Word, Some(at), false) = (space, at, off) {
                        found.push(at);
                    }
                    // A section that goes on on the same page begins none.
                    if local == b"type" && value.as_deref() == Some("continuous") {
                        found.retain(|at| wanted[*at] != b"sectPr");
                    }
                }
                _ => {}
            }
        }
        self.depth -= 1;
        Ok(found)
    }

    fn skip(&mut self, element: &BytesStart<'a>) -> Result<(), Fault> {
        self.reader
            .read_to_end(element.name())
            .map_err(|_| damaged(Part::Document))?;
        self.depth -= 1;
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if let (Some(open), false) = (self.open.last_mut(), self.hidden) {
            // Line ends within a run's text are only white space of the markup.
            let spaced = |c: char| if matches!(c, '\n' | '\r') { ' ' } else { c };
            open.paragraph.text.extend(text.chars().map(spaced));
        }
    }

    fn say_line_end(&mut self) {
        if let (Some(open), false) = (self.open.last_mut(), self.hidden) {
            open.paragraph.text.push('\n');
        }
    }

    fn pin(&mut self, mark: Mark) {
        match self.open.last_mut() {
            Some(open) => open.paragraph.pin(mark),
            None => self.waiting.push(mark),
        }
    }

    fn comment_mark(&mut self, local: &[u8], id: u32) {
        match local {
            b"commentRangeStart" => {
                self.ranged.insert(id);
                self.pin(Mark::Open(id));
            }
            b"commentRangeEnd" => match (
                self.open.last_mut(),
                self.blocks.last_mut().and_then(|b| b.last_mut()),
            ) {
                (None, Some(Block::Paragraph(last))) => last.pin(Mark::Close(id)),
                _ => self.pin(Mark::Close(id)),
            },
            _ if self.ranged.insert(id) => {
                self.pin(Mark::Open(id));
                self.pin(Mark::Close(id));
            }
            _ => {}
        }
    }

    /// Symbol fonts put their signs where Unicode has none; the common ones have counterparts.
    fn symbol(&mut self, element: &BytesStart<'_>) {
        let code = attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let sign = match code.unwrap_or(0) {
            0xf0e0 => '→',
            0xf0df => '←',
            0xf04a => '☺',
            0xf04b => '😐',
            0xf04c => '☹',
            0xf0fc => '✓',
            0xf0fb => '✗',
            0xf0a7 | 0xf06e => '▪',
            0xf0b7 | 0xf06c => '•',
            0xf0d8 => '➢',
            other if !(0xe000..=0xf8ff).contains(&other) && other >= 0x20 => {
                char::from_u32(other).unwrap_or('\u{fffd}')
            }
            _ => '\u{fffd}',
        };
        self.symbols += u32::from(sign == '\u{fffd}');
        self.say(sign.encode_utf8(&mut [0; 4]));
    }
}
