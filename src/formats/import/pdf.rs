//! PDF files with a text layer: opening, limits, and collecting the characters where they stand.
//! Lines are `pdf::line`, what belongs to the page and not to the talk is `pdf::furniture`,
//! paragraphs are `pdf::flow`.
//!
//! Invariant: nothing of ours panics, but `pdf-extract` and the crates below it may on a malformed
//! file (fonts above all). What can be checked before is; the rest is why readers run in a worker
//! that is thrown away. No other reader depends on such a crate.

mod flow;
mod furniture;
mod line;

use super::{Fault, Part, Source, TEXT_LIMIT, UNPACKED_LIMIT, Warning};
use line::{Glyph, Page};
use pdf_extract::{Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform};
use std::io::Read;

/// The paper to assume where a file names none: A4 in points.
const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];

/// Reads a `.pdf`.
pub(super) fn read(bytes: &[u8], progress: &mut dyn FnMut(u32)) -> Result<Source, Fault> {
    let mut document = open(bytes)?;
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(damaged());
    }
    for page in pages.values() {
        check_size(&document, *page)?;
        complete(&mut document, *page);
    }
    progress(100);
    let mut collector = Collector {
        pages: Vec::new(),
        total: pages.len(),
        chars: 0,
        progress,
    };
    let result = pdf_extract::output_doc(&document, &mut collector);
    if collector.chars > TEXT_LIMIT {
        return Err(Fault::UnpacksTooLarge { limit: TEXT_LIMIT });
    }
    result.map_err(|_| damaged())?;
    compose(collector.pages)
}

fn damaged() -> Fault {
    Fault::Damaged { part: Part::Pdf }
}

fn open(bytes: &[u8]) -> Result<Document, Fault> {
    use pdf_extract::Error;
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            Fault::PasswordProtected
        }
        _ => damaged(),
    })?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::PasswordProtected);
    }
    Ok(document)
}

/// Refuses a page whose content would unpack without measure.
fn check_size(document: &Document, page: ObjectId) -> Result<(), Fault> {
    // Deflate gains at most a factor of 1032: what is small enough cannot become too large.
    let small = UNPACKED_LIMIT / 1032;
    let limit = UNPACKED_LIMIT;
    for id in document.get_page_contents(page) {
        let Ok(Object::Stream(stream)) = document.get_object(id) else {
            continue;
        };
        if stream.content.len() as u64 > small {
            let packed = flate2::read::ZlibDecoder::new(stream.content.as_slice());
            let size = std::io::copy(&mut packed.take(limit + 1), &mut std::io::sink());
            if size.is_ok_and(|size| size > limit) {
                return Err(Fault::UnpacksTooLarge { limit });
            }
        }
    }
    Ok(())
}

/// Gives a page the paper size that the extracting crate insists on.
fn complete(document: &mut Document, page: ObjectId) {
    const DEEPEST: usize = 64;
    let mut at = Some(page);
    for _ in 0..DEEPEST {
        let Some(dictionary) = at.and_then(|id| document.get_dictionary(id).ok()) else {
            break;
        };
        let found = dictionary
            .get(b"MediaBox")
            .and_then(|found| document.dereference(found));
        if let Ok((_, Object::Array(sides))) = found
            && sides.len() >= 4
            && sides.iter().all(|side| side.as_float().is_ok())
        {
            return;
        }
        at = dictionary
            .get(b"Parent")
            .and_then(Object::as_reference)
            .ok();
    }
    if let Ok(dictionary) = document.get_object_mut(page).and_then(Object::as_dict_mut) {
        let sides = A4.iter().map(|side| Object::Real(*side)).collect();
        dictionary.set("MediaBox", Object::Array(sides));
    }
}

fn compose(mut pages: Vec<Page>) -> Result<Source, Fault> {
    let empty = pages
        .iter()
        .filter(|page| page.glyphs.iter().all(|g| g.text.trim().is_empty()))
        .count();
    if empty == pages.len() {
        return Err(Fault::NoText);
    }
    let mut rows: Vec<_> = pages.iter_mut().enumerate().map(line::rows).collect();
    let numbers = furniture::remove_numbers(&mut rows);
    let furniture = furniture::remove_running(&mut rows);
    let lines: Vec<_> = rows.into_iter().flat_map(line::lines).collect();
    let mut source = Source {
        paragraphs: flow::paragraphs(lines),
        ..Source::default()
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    if furniture > 0 {
        source.warnings.push(Warning::PageFurniture {
            count: count(furniture),
        });
    }
    if numbers > 0 {
        source.warnings.push(Warning::PrintedNumbers {
            count: count(numbers),
        });
    }
    if empty > 0 {
        source.warnings.push(Warning::PagesWithoutText {
            count: count(empty),
        });
    }
    Ok(source)
}

/// Takes the characters of each page as the extracting crate comes upon them.
struct Collector<'a> {
    pages: Vec<Page>,
    total: usize,
    chars: u64,
    progress: &'a mut dyn FnMut(u32),
}

impl OutputDev for Collector<'_> {
    fn begin_page(
        &mut self,
        _: u32,
        paper: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        let done = self.pages.len() * 600 / self.total.max(1);
        (self.progress)(100 + u32::try_from(done).unwrap_or(600));
        self.pages.push(Page {
            paper: [
                paper.llx.min(paper.urx),
                paper.lly.min(paper.ury),
                paper.llx.max(paper.urx),
                paper.lly.max(paper.ury),
            ],
            glyphs: Vec::new(),
        });
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.chars += text.len() as u64;
        if self.chars > TEXT_LIMIT {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        if let Some(page) = self.pages.last_mut() {
            let axes = [place.m11, place.m12, place.m21, place.m22];
            page.add(Glyph::new(
                [place.m31, place.m32],
                axes,
                width,
                font_size,
                text,
            ));
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
