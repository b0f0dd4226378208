//! Word documents: the zip archive, where the parts lie in it, and the order of reading them. What
//! the markup says is `story`, what its tables say is `table`.
//!
//! Invariant: no more is ever unpacked than [`UNPACKED_LIMIT`], whatever the archive claims.

mod story;
mod table;

use super::{Fault, Part, Source, UNPACKED_LIMIT};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// More files than any document has.
const MOST_ENTRIES: usize = 20_000;

/// Reads a `.docx`.
pub(super) fn read(bytes: &[u8], progress: &mut dyn FnMut(u32)) -> Result<Source, Fault> {
    let mut package = Package::open(bytes)?;
    let main = package.target("", "_rels/.rels", "/officeDocument")?;
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = format!("{folder}/_rels/{file}.rels");
    let comments = package.target(folder, &relations, "/comments")?;
    let document = package.part(&main)?.ok_or(damaged(Part::Archive))?;
    progress(200);
    let mut source = story::read(&document, &mut |share| progress(200 + share * 6 / 10))?;
    if let Some(comments) = comments
        && let Some(markup) = package.part(&comments)?
    {
        source.remarks = story::read_comments(&markup)?;
    }
    Ok(source)
}

fn damaged(part: Part) -> Fault {
    Fault::Damaged { part }
}

struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(Part::Archive))?;
        let limit = UNPACKED_LIMIT;
        let claimed = archive.decompressed_size().unwrap_or(0);
        if archive.len() > MOST_ENTRIES || claimed > u128::from(limit) {
            return Err(Fault::UnpacksTooLarge { limit });
        }
        Ok(Self {
            archive,
            left: limit,
        })
    }

    /// A part's markup, if there is such a part.
    fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let mut file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Fault::PasswordProtected);
            }
            Err(_) => return Err(damaged(Part::Archive)),
        };
        let mut bytes = Vec::new();
        let read = file.by_ref().take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|_| damaged(Part::Archive))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(Fault::UnpacksTooLarge {
                limit: UNPACKED_LIMIT,
            })?;
        // XML is UTF-8 unless a mark says that it is UTF-16.
        let (markup, ..) = encoding_rs::UTF_8.decode(&bytes);
        Ok(Some(markup.into_owned()))
    }

    /// Where the first relation of a type points, as a path in the archive.
    fn target(
        &mut self,
        folder: &str,
        relations: &str,
        kind: &str,
    ) -> Result<Option<String>, Fault> {
        let Some(markup) = self.part(relations.trim_start_matches('/'))? else {
            return Ok(None);
        };
        let mut reader = Reader::from_str(&markup);
        loop {
            let event = reader.read_event().map_err(|_| damaged(Part::Document))?;
            let (Event::Start(element) | Event::Empty(element)) = event else {
                if matches!(event, Event::Eof) {
                    return Ok(None);
                }
                continue;
            };
            if attribute(&element, "Type").is_some_and(|found| found.ends_with(kind)) {
                let target = attribute(&element, "Target");
                return Ok(target.map(|target| resolve(folder, &target)));
            }
        }
    }
}

/// The value of an attribute by its local name.
fn attribute(element: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<String> {
    let mut found = element.attributes().flatten();
    let attribute =
        found.find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
    let raw = std::str::from_utf8(&attribute.value).ok()?;
    let value = quick_xml::escape::unescape(raw).ok()?;
    Some(value.into_owned())
}

fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(path.pop()),
            _ => path.push(step),
        }
    }
    path.join("/")
}
