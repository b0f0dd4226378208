//! One interview file: fields, then `--- text`, `--- notes`, `--- statements`. Whether the speakers
//! and coders exist is checked where the whole study is known.
//!
//! A line of text is a turn, `Speaker [12:34]: words` with the time optional, or a further paragraph
//! of the turn above it, which begins with two spaces. A note is `3 D words`, or `3 D [A. K.] words`
//! when somebody other than the first coder wrote it. A statement is `words | 3 4 | 3D 4L`.
//!
//! Invariant: notes and statements name passages and notes of this very transcript.

use super::marks::Speech;
use super::model::{Coder, Fields, Note, Statement, Transcript};
use super::section::{self, Line, Section};
use crate::study::{
    record::note::NoteKind,
    text::{Text, Turn},
};

/// Reads one interview.
pub(super) fn read(sections: &[Section], coders: &[Coder]) -> Result<Transcript, String> {
    let mut transcript = fields(section::find(sections, "")?)?;
    speech(section::find(sections, "text")?, &mut transcript)?;
    let lead = coders.first().map_or("", |coder| coder.name.as_str());
    for line in &section::find(sections, "notes")?.lines {
        let note = note(*line, lead, &transcript)?;
        transcript.notes.push(note);
    }
    for line in &section::find(sections, "statements")?.lines {
        let statement = statement(*line, &transcript)?;
        transcript.statements.push(statement);
    }
    Ok(transcript)
}

fn fields(head: &Section) -> Result<Transcript, String> {
    let [
        participant,
        number,
        time_point,
        date,
        duration,
        mode,
        place,
        interviewer,
        language,
        context,
        atmosphere,
        content,
        reflection,
    ] = section::fields(
        &head.lines,
        [
            "participant",
            "number",
            "time point",
            "date",
            "duration",
            "mode",
            "place",
            "interviewer",
            "language",
            "context",
            "atmosphere",
            "content",
            "reflection",
        ],
    )?;
    let fields = Fields {
        time_point,
        date,
        duration,
        mode,
        place,
        interviewer,
        language,
        context,
        atmosphere,
        content,
        reflection,
    };
    Ok(Transcript {
        participant,
        number: head.lines[0].number(&number)?,
        fields,
        ..Transcript::default()
    })
}

fn speech(section: &Section, transcript: &mut Transcript) -> Result<(), String> {
    let mut speech = Speech::default();
    let mut turns: Vec<Turn> = Vec::new();
    for line in &section.lines {
        let start = speech.begin_line();
        let words = match line.text.strip_prefix("  ") {
            Some(_) if turns.is_empty() => return Err(line.fault("a paragraph without a turn")),
            Some(words) => words,
            None => {
                let (head, words) = line.cut(": ")?;
                let (speaker, time) = match head.split_once(" [") {
                    Some((speaker, time)) => (speaker, Some(milliseconds(*line, time)?)),
                    None => (head, None),
                };
                let speaker = Some(speaker_index(&mut transcript.speakers, speaker));
                turns.push(Turn {
                    start,
                    speaker,
                    time,
                });
                words
            }
        };
        speech.read(words).map_err(|what| line.fault(what))?;
    }
    let place = section.lines.last();
    let finished = speech.finish();
    let (content, passages) = finished.map_err(|what| match place {
        Some(line) => line.fault(what),
        None => what,
    })?;
    transcript.text = Text {
        content,
        turns,
        ..Text::default()
    };
    transcript.passages = passages;
    Ok(())
}

fn speaker_index(speakers: &mut Vec<String>, name: &str) -> u16 {
    let known = speakers.iter().position(|speaker| speaker == name);
    let index = known.unwrap_or_else(|| {
        speakers.push(name.to_string());
        speakers.len() - 1
    });
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// `12:34]` or `1:02:34]` as milliseconds.
fn milliseconds(line: Line, time: &str) -> Result<u32, String> {
    let clock = time.strip_suffix(']');
    let clock = clock.ok_or_else(|| line.fault("a time without its end"))?;
    let seconds = clock.split(':').try_fold(0_u32, |sum, part| {
        let part: u32 = line.number(part)?;
        let sum = sum.checked_mul(60).and_then(|sum| sum.checked_add(part));
        sum.ok_or_else(|| line.fault("a time beyond measure"))
    })?;
    let time = seconds.checked_mul(1000);
    time.ok_or_else(|| line.fault("a time beyond measure"))
}

fn note(line: Line, lead: &str, transcript: &Transcript) -> Result<Note, String> {
    let (passage, rest) = line.cut(" ")?;
    let passage = passage_number(line, passage, transcript)?;
    let (letter, text) = line.with(rest).cut(" ")?;
    let kind = kind(line, letter)?;
    let signed = text
        .strip_prefix('[')
        .and_then(|text| text.split_once("] "));
    let (coder, text) = signed.unwrap_or((lead, text));
    if note_index(transcript, passage, kind).is_some() {
        return Err(line.fault(format!("a second {letter} note on passage {passage}")));
    }
    Ok(Note {
        passage,
        kind,
        coder: coder.to_string(),
        text: text.to_string(),
    })
}

fn statement(line: Line, transcript: &Transcript) -> Result<Statement, String> {
    let [text, passages, notes] = line.parts("|")?;
    let passages = passages.split_whitespace();
    let passages = passages.map(|number| passage_number(line, number, transcript));
    let notes = notes.split_whitespace().map(|name| {
        let (number, letter) = name.split_at(name.trim_end_matches(char::is_alphabetic).len());
        let passage = passage_number(line, number, transcript)?;
        let index = note_index(transcript, passage, kind(line, letter)?);
        index.ok_or_else(|| line.fault(format!("there is no note {name}")))
    });
    Ok(Statement {
        text: text.to_string(),
        passages: passages.collect::<Result<_, _>>()?,
        notes: notes.collect::<Result<_, _>>()?,
    })
}

fn passage_number(line: Line, digits: &str, transcript: &Transcript) -> Result<u16, String> {
    let number = line.number(digits)?;
    let known = transcript
        .passages
        .iter()
        .any(|passage| passage.number == number);
    match known {
        true => Ok(number),
        false => Err(line.fault(format!("there is no passage {number}"))),
    }
}

fn note_index(transcript: &Transcript, passage: u16, kind: NoteKind) -> Option<usize> {
    let mut notes = transcript.notes.iter();
    notes.position(|note| note.passage == passage && note.kind == kind)
}

fn kind(line: Line, letter: &str) -> Result<NoteKind, String> {
    let mut kinds = NoteKind::ALL.into_iter();
    let kind = kinds.find(|kind| letter == kind.letter().to_string());
    kind.ok_or_else(|| line.fault(format!("`{letter}` is no kind of note")))
}
