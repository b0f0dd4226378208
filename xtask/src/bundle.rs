//! `dist/noema.html` from `dist/tab/`: everything that the page would fetch, put inside it.
//!
//! Invariant: the boot script is the same in both pages; only the parts that it looks up differ.

use crate::fault::{Fault, Outcome, Tell};
use crate::house;
use crate::markup::rewrite;
use crate::seal::{Page, with_policy};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Writes the single file.
pub fn bundle() -> Outcome {
    let page = house::read_text(&house::tab().join("index.html"))?;
    let page = rewrite(&page, |element| {
        if let Some(src) = element.attribute("src") {
            let script = String::from_utf8(file(src)?).tell(format!("read {src} as text"))?;
            if script.contains("</script") {
                return Err(Fault::new(format!(
                    "{src} holds `</script`, which ends a script early"
                )));
            }
            return Ok(Some(format!("<script>{script}</script>")));
        }
        let part = element
            .attribute("data-part")
            .zip(element.attribute("data-src"));
        part.map(|(name, src)| {
            let packed = BASE64_STANDARD.encode(gzip(&file(src)?)?);
            Ok(format!(
                "<script type=\"application/gzip\" data-part=\"{name}\">{packed}</script>"
            ))
        })
        .transpose()
    })?;
    house::write(&house::single_file(), with_policy(&page, Page::SingleFile)?)
}

/// The bytes packed as small as gzip can.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).tell("pack a part of the page")?;
    encoder.finish().tell("pack a part of the page")
}

/// A file of the tab, as the page names it.
pub fn file(src: &str) -> Outcome<Vec<u8>> {
    let name = src
        .split('?')
        .next()
        .unwrap_or(src)
        .trim_start_matches("./");
    house::read(&house::tab().join(name))
}
