//! `dist/embed/` from `dist/tab/`: `noema-embed.js`, which makes the element `<noema-workbench>`
//! known to a page, and beside it what it fetches.
//!
//! Invariant: a page that runs the script gets no name but that of the element.

use crate::bundle::file;
use crate::fault::{Fault, Outcome};
use crate::house;
use crate::markup::{Element, elements};
use crate::seal::versioned;

/// The files of `boot/` that an embed runs, in their order.
const BOOT: [&str; 3] = ["part.js", "recovery.js", "element.js"];

/// Writes the folder.
pub fn embed() -> Outcome {
    let page = house::read_text(&house::tab().join("index.html"))?;
    let elements = elements(&page)?;
    let style = one(&elements, "style", |one| {
        (one.name == "style").then_some(one.content)
    })?;
    let glue = one(&elements, "script", |one| one.attribute("src"))?;
    let glue = String::from_utf8_lossy(&file(glue)?).into_owned();

    write("noema.css", style.as_bytes())?;
    let mut table = entry("noema.css", "noema.css")?;
    for element in &elements {
        let part = element
            .attribute("data-part")
            .zip(element.attribute("data-src"));
        if let Some((name, src)) = part {
            write(name, &file(src)?)?;
            table.push_str(&entry(name, name)?);
        }
    }
    write("noema-embed.js", script(&table, &glue)?.as_bytes())
}

/// What the page has exactly one of.
fn one<'a>(
    elements: &'a [Element],
    what: &str,
    take: impl Fn(&'a Element) -> Option<&'a str>,
) -> Outcome<&'a str> {
    let mut found = elements.iter().filter_map(take);
    found
        .next()
        .filter(|_| found.next().is_none())
        .ok_or_else(|| {
            Fault::new(format!(
                "dist/tab/index.html should have one {what} to take"
            ))
        })
}

/// One part in the script's table of parts.
fn entry(name: &str, file: &str) -> Outcome<String> {
    let (src, integrity) = versioned(&house::embed(), file)?;
    Ok(format!(
        "    '{name}': {{ src: '{src}', integrity: '{integrity}' }},\n"
    ))
}

/// One function around everything, so that no name of ours becomes one of the page's. The glue is a
/// function of its own: called again, it makes a fresh instance.
fn script(table: &str, glue: &str) -> Outcome<String> {
    let mut boot = String::new();
    for name in BOOT {
        boot.push_str(&house::read_text(&house::root().join("boot").join(name))?);
    }
    Ok(format!(
        "(() => {{\n\
         'use strict';\n\
         const script = document.currentScript.src;\n\
         const table = {{\n{table}}};\n\
         const instance = () => {{\n{glue}\nreturn wasm_bindgen;\n}};\n\
         {boot}}})();\n"
    ))
}

fn write(name: &str, bytes: &[u8]) -> Outcome {
    house::write(&house::embed().join(name), bytes)
}
