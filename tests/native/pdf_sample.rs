//! Real transcripts in PDF against `pdftotext`: right speakers, nothing of the page, the words in
//! order. Runs only where the samples and the tool are: beside the repository, or in the folder that
//! `NOEMA_SHARED` names.

use noema::formats::import::{Choice, Draft, Warning, read};
use similar::{Algorithm, capture_diff_slices};
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn samples_read_as_pdftotext_reads_them() {
    let shared = std::env::var_os("NOEMA_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = shared.join("samples/pdpilot");
    for name in ["P1.pdf", "P2.pdf", "P3.pdf", "P4.pdf"] {
        let path = folder.join(name);
        let (Ok(bytes), Some(reference)) = (std::fs::read(&path), pdftotext(&path)) else {
            eprintln!("{name} is not compared: no sample or no pdftotext here");
            continue;
        };
        let draft =
            read(name, &bytes, &Choice::default(), &mut |_| {}).expect("the sample is sound");
        check_speakers(name, &draft, &reference);
        check_words(name, &draft, &reference);
    }
}

fn pdftotext(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(path).arg("-").output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn check_speakers(name: &str, draft: &Draft, reference: &str) {
    let mut names: Vec<&str> = draft
        .speakers
        .iter()
        .map(|speaker| speaker.name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["Dan", "Participant"], "{name}");
    for speaker in &draft.speakers {
        let label = format!("{}:", speaker.name);
        let labelled = reference
            .lines()
            .filter(|line| line.trim_start_matches('\u{c}').starts_with(&label))
            .count();
        assert_eq!(
            speaker.turns as usize, labelled,
            "{name}: turns of {}",
            speaker.name
        );
        assert_eq!(speaker.interviewer, speaker.name == "Dan", "{name}");
    }
    let pages = reference.matches('\u{c}').count();
    assert_eq!(draft.text.pages.len() + 1, pages, "{name}: pages");
    let marks = Warning::PageFurniture {
        count: u32::try_from(pages).expect("few pages"),
    };
    assert!(
        draft.warnings.contains(&marks),
        "{name}: {:?}",
        draft.warnings
    );
}

fn check_words(name: &str, draft: &Draft, reference: &str) {
    let ours = spoken(draft);
    let ours: Vec<&str> = ours.split_whitespace().collect();
    let theirs: Vec<&str> = reference
        .lines()
        .filter(|line| !is_furniture(line))
        .flat_map(str::split_whitespace)
        .collect();
    let operations = capture_diff_slices(Algorithm::Myers, &ours, &theirs);
    let same: usize = operations
        .iter()
        .filter(|op| op.tag() == similar::DiffTag::Equal)
        .map(|op| op.new_range().len())
        .sum();
    for op in operations
        .iter()
        .filter(|op| op.tag() != similar::DiffTag::Equal)
    {
        eprintln!(
            "{name}: ours {:?}, theirs {:?}",
            &ours[op.old_range()],
            &theirs[op.new_range()]
        );
    }
    let all = ours.len().max(theirs.len());
    println!("{name}: {same} of {all} words the same, in order");
    assert!(same * 1000 >= all * 995, "{name}: {same} of {all}");
}

/// The text with its labels back in it.
fn spoken(draft: &Draft) -> String {
    let chars: Vec<char> = draft.text.content.chars().collect();
    let mut text = String::new();
    let ends = draft
        .text
        .turns
        .iter()
        .skip(1)
        .map(|turn| turn.start.0 as usize)
        .chain([chars.len()]);
    for (turn, end) in draft.text.turns.iter().zip(ends) {
        if let Some(speaker) = turn.speaker {
            text += &format!("{}: ", draft.speakers[usize::from(speaker)].name);
        }
        text.extend(&chars[turn.start.0 as usize..end]);
    }
    text
}

/// Printed paragraph numbers and page marks like `1/5`.
fn is_furniture(line: &str) -> bool {
    let line = line.trim_matches(['\u{c}', ' ']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(line)
        || line
            .split_once('/')
            .is_some_and(|(page, of)| digits(page) && digits(of))
}
