//! A study with one long transcript, from a text and marks that were made elsewhere.

use super::maker::Maker;
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
struct Marks {
    codes: Vec<Code>,
    highlights: Vec<Highlight>,
}

#[derive(Deserialize)]
struct Code {
    id: u32,
    name: String,
}

/// A marked passage, in Unicode scalar values of the text.
#[derive(Deserialize)]
struct Highlight {
    start: u32,
    end: u32,
    code: u32,
}

/// Makes it.
pub fn make(text: &str, marks: &str, file: &str) -> Result<String, String> {
    let read = |path: &str| fs::read_to_string(path).map_err(|why| format!("{path}: {why}"));
    let text = read(text)?;
    let marks: Marks = serde_json::from_str(&read(marks)?).map_err(|why| why.to_string())?;

    let mut maker = Maker::new("One long transcript")?;
    let participant = maker.participant()?;
    let transcript = maker.transcript(participant, &text)?;
    let mut themes = Vec::new();
    for code in &marks.codes {
        themes.push((code.id, maker.theme(&code.name)?));
    }
    for mark in &marks.highlights {
        let theme = themes.iter().find(|(id, _)| *id == mark.code);
        let (_, theme) = theme.ok_or_else(|| format!("no code {}", mark.code))?;
        maker.code(transcript, mark.start..mark.end, *theme)?;
    }
    maker.write(file)
}
