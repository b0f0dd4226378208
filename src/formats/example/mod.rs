//! The example study that is part of the build: made-up people, all of it original text, kept as
//! plain files that a person can read and mend. What it becomes in a study is decided elsewhere.
//!
//! Invariant: what [`parse`] returns is whole. Every passage, note, statement, theme and memo names
//! only what is there.

mod analysis;
mod check;
mod marks;
mod model;
mod section;
mod transcript;

pub use model::*;

const FILES: [(&str, &str); 10] = [
    ("study.txt", include_str!("study/study.txt")),
    ("P1-1.txt", include_str!("study/P1-1.txt")),
    ("P1-2.txt", include_str!("study/P1-2.txt")),
    ("P1-3.txt", include_str!("study/P1-3.txt")),
    ("P2-1.txt", include_str!("study/P2-1.txt")),
    ("P2-2.txt", include_str!("study/P2-2.txt")),
    ("P2-3.txt", include_str!("study/P2-3.txt")),
    ("P3-1.txt", include_str!("study/P3-1.txt")),
    ("P4-1.txt", include_str!("study/P4-1.txt")),
    ("P5-1.txt", include_str!("study/P5-1.txt")),
];

/// The example study that comes with the program.
#[must_use]
pub fn example() -> Example {
    parse(&FILES).expect("the files are part of the build and a test reads them")
}

/// Reads a study from its files, given as name and content: one `study.txt`, the others one
/// transcript each.
///
/// # Errors
/// A sentence with file and line, for the person who writes the files.
pub fn parse(files: &[(&str, &str)]) -> Result<Example, String> {
    let mut example = Example::default();
    let (studies, transcripts): (Vec<_>, Vec<_>) =
        files.iter().partition(|(name, _)| *name == "study.txt");
    let [(name, content)] = studies[..] else {
        return Err(format!("one study.txt is needed, not {}", studies.len()));
    };
    analysis::read(&section::split(name, content), &mut example)?;
    for (name, content) in transcripts {
        let sections = section::split(name, content);
        let transcript = transcript::read(&sections, &example.coders)?;
        example.transcripts.push(transcript);
    }
    check::whole(&example)?;
    Ok(example)
}
