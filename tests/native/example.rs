//! The example study keeps what it promises: enough of everything, all of it connected.

use noema::formats::example::{Example, StatementName, Transcript, example, parse};
use noema::study::record::note::NoteKind;
use std::collections::BTreeSet;

fn words(transcript: &Transcript) -> usize {
    transcript.text.content.split_whitespace().count()
}

fn participants_in<'a>(statements: impl Iterator<Item = &'a StatementName>) -> BTreeSet<&'a str> {
    statements
        .map(|statement| statement.participant.as_str())
        .collect()
}

#[test]
fn nine_interviews_of_five_people_long_enough() {
    let study = example();
    let named: Vec<_> = study
        .transcripts
        .iter()
        .map(|t| (&t.participant[..], t.number))
        .collect();
    let expected = [
        ("P1", 1),
        ("P1", 2),
        ("P1", 3),
        ("P2", 1),
        ("P2", 2),
        ("P2", 3),
        ("P3", 1),
        ("P4", 1),
        ("P5", 1),
    ];
    assert_eq!(named, expected);
    assert_eq!(study.participants.len(), 5);
    for transcript in &study.transcripts {
        assert!(words(transcript) >= 900, "{}", transcript.participant);
    }
    assert!(
        study
            .transcripts
            .iter()
            .any(|transcript| words(transcript) >= 5_000)
    );
}

#[test]
fn every_turn_is_somebodys_and_later_than_the_one_before() {
    for transcript in example().transcripts {
        let turns = &transcript.text.turns;
        assert_eq!(transcript.speakers.len(), 2);
        assert_eq!(turns.first().map(|turn| turn.start.0), Some(0));
        assert!(turns.is_sorted_by(|one, next| one.start < next.start && one.time < next.time));
    }
}

#[test]
fn every_interview_has_notes_of_all_kinds() {
    for transcript in example().transcripts {
        for kind in [
            NoteKind::Descriptive,
            NoteKind::Linguistic,
            NoteKind::Conceptual,
        ] {
            assert!(transcript.notes.iter().any(|note| note.kind == kind));
        }
        let fewest = if words(&transcript) >= 5_000 { 45 } else { 8 };
        assert!(transcript.notes.len() >= fewest);
        let noted: BTreeSet<_> = transcript.notes.iter().map(|note| note.passage).collect();
        let marked: BTreeSet<_> = transcript.passages.iter().map(|p| p.number).collect();
        let used = transcript
            .statements
            .iter()
            .flat_map(|statement| statement.passages.clone());
        let used: BTreeSet<_> = noted.into_iter().chain(used).collect();
        assert_eq!(
            used, marked,
            "a passage that nobody speaks of in {}",
            transcript.participant
        );
    }
}

#[test]
fn passages_are_cut_between_words() {
    for transcript in example().transcripts {
        let characters: Vec<char> = transcript.text.content.chars().collect();
        for passage in &transcript.passages {
            let (start, end) = (
                passage.range.start().0 as usize,
                passage.range.end().0 as usize,
            );
            assert!(start < end && end <= characters.len());
            let joins = |at: usize| {
                at > 0
                    && at < characters.len()
                    && characters[at - 1].is_alphanumeric()
                    && characters[at].is_alphanumeric()
            };
            let place = (&transcript.participant, transcript.number, passage.number);
            assert!(!joins(start) && !joins(end), "{place:?}");
            assert!(!characters[start].is_whitespace(), "{place:?}");
            assert!(!characters[end - 1].is_whitespace(), "{place:?}");
        }
    }
}

#[test]
fn some_passages_overlap() {
    let overlapping = example().transcripts.iter().any(|transcript| {
        let passages = &transcript.passages;
        passages
            .windows(2)
            .any(|pair| pair[0].range.overlaps(pair[1].range))
    });
    assert!(overlapping);
}

#[test]
fn six_themes_with_twelve_sub_themes() {
    let themes = example().study_themes;
    assert_eq!(themes.len(), 6);
    let sub_themes: Vec<_> = themes.iter().flat_map(|theme| &theme.sub_themes).collect();
    assert_eq!(sub_themes.len(), 12);
    assert!(themes.iter().all(|theme| !theme.definition.is_empty()));
    for sub_theme in &sub_themes {
        assert!(!sub_theme.definition.is_empty());
        let carriers = participants_in(sub_theme.statements.iter());
        assert!(carriers.len() >= 3, "{}", sub_theme.name);
    }
    assert!(
        sub_themes
            .iter()
            .any(|s| participants_in(s.statements.iter()).len() < 5)
    );
}

#[test]
fn every_participant_has_two_to_four_case_themes() {
    let study = example();
    for participant in &study.participants {
        let own = study
            .case_themes
            .iter()
            .filter(|t| t.participant == participant.label);
        assert!((2..=4).contains(&own.count()));
    }
}

#[test]
fn translations_and_memos_are_there() {
    let study = example();
    assert!(study.translations.len() >= 2);
    assert!(
        study
            .memos
            .iter()
            .any(|memo| memo.title.contains("set aside"))
    );
    assert!(study.memos.is_sorted_by_key(|memo| memo.date.clone()));
}

#[test]
fn it_survives_being_written_and_read() {
    let study = example();
    let json = serde_json::to_string(&study).unwrap();
    assert_eq!(serde_json::from_str::<Example>(&json).unwrap(), study);
}

const STUDY: &str = "\
--- details
title: t
question: q
aim: a
sampling: s
criteria: c
ethics number: n
language: l
--- guide 1
# Domain
Question?
- Probe
--- coders
M. H. | lead
--- participants
# P1 Ada
age: 40
--- case themes
# P1
## Case
Doors
--- study themes
# Theme
What it is
## Sub-theme
What it is
P1 | Doors
--- memos
# 2031-01-01 | M. H. | Title
about: P1-1 2
Words
--- translations
# P1-1 1
from: English
to: Chinese
translator: M. H.
checker: M. H.
text: 门
";

const INTERVIEW: &str = "\
participant: P1
number: 1
time point: t
date: 2031-01-01
duration: d
mode: m
place: p
interviewer: M. H.
language: l
context: c
atmosphere: a
content: c
reflection: r
--- text
Interviewer [01:02:03]: Well?
Ada: I {1 opened 1} it.
  Then I {2 shut it 2}.
--- notes
1 D Opens
2 L [M. H.] \"Shut\"
--- statements
Doors | 1 2 | 1D 2L
";

/// What is said when `old` is replaced by `new` in the small study above.
fn check(old: &str, new: &str, expected: &str) {
    let files = [STUDY.replacen(old, new, 1), INTERVIEW.replacen(old, new, 1)];
    let found = parse(&[("study.txt", &files[0]), ("P1-1.txt", &files[1])]);
    assert_eq!(
        found.err().as_deref().unwrap_or("nothing"),
        expected,
        "{old} -> {new}"
    );
}

#[test]
fn a_small_study_is_read_as_written() {
    let study = parse(&[("P1-1.txt", INTERVIEW), ("study.txt", STUDY)]).unwrap();
    let transcript = &study.transcripts[0];
    assert_eq!(
        transcript.text.content,
        "Well?\nI opened it.\nThen I shut it."
    );
    let turns = transcript.text.turns.iter();
    let turns: Vec<_> = turns
        .map(|turn| (turn.start.0, turn.speaker, turn.time))
        .collect();
    assert_eq!(turns, [(0, Some(0), Some(3_723_000)), (6, Some(1), None)]);
    assert_eq!(transcript.statements[0].notes, [0, 1]);
    assert_eq!(study.guide.questions[0].probes, ["Probe"]);
}

#[test]
fn a_mistake_is_told_with_its_place() {
    check(
        "Doors | 1 2",
        "Doors | 1 3",
        "P1-1.txt, line 22: there is no passage 3",
    );
    check("1D 2L", "1D 2C", "P1-1.txt, line 22: there is no note 2C");
    check(
        "1 D Opens",
        "1 X Opens",
        "P1-1.txt, line 19: `X` is no kind of note",
    );
    check(
        " 1} it",
        " it",
        "P1-1.txt, line 17: passage 1 is not closed",
    );
    check(
        "place: p",
        "plaice: p",
        "P1-1.txt, line 7: `plaice` is no field here",
    );
    check("mode: m\n", "", "P1-1.txt, line 1: `mode` is missing");
    check("Ada:", "Eda:", "P1-1: \"Eda\" leads nowhere");
    check("[M. H.]", "[X. Y.]", "P1-1: \"X. Y.\" leads nowhere");
    check(
        "P1 | Doors",
        "P1 | Windows",
        "study themes: (\"P1\", \"Windows\") leads nowhere",
    );
    check(
        "## Case\nDoors",
        "## Case",
        "case themes: (\"P1\", \"Doors\") has no place",
    );
    check(
        "about: P1-1 2",
        "about: theme Sea",
        "memo `Title`: Theme(\"Sea\") leads nowhere",
    );
    check(
        "# P1-1 1",
        "# P1-1 7",
        "translation: (\"P1\", 1, 7) leads nowhere",
    );
    check(
        "--- memos",
        "--- memories",
        "study.txt: the section `memos` is missing",
    );
}
