//! Storing what is ready: newcomers, transcripts and notes in one edit, the texts with it in the
//! same transaction.
//!
//! Invariant: all of it or nothing; a text is written under the hash that its transcript names.

use super::file::Reading;
use super::form::Form;
use super::person::Who;
use super::{Import, abandon};
use crate::app::desk::{Desk, Page};
use crate::app::effect::{Effect, Effects, Write};
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::formats::import::Comment;
use crate::formats::study_file::{self, Package};
use crate::study::act::Hand;
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::{ParticipantId, Stamp, TranscriptId};
use crate::study::record::transcript::{Correction, Transcript};
use crate::study::text::TextHash;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What keeps the files from being stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Files are still being read.
    Reading,
    /// The rest of the study is still being loaded.
    Loading,
    /// No file is ready and wanted.
    Nothing,
    /// The participant of this file is no longer in the study.
    Whose(u32),
    /// The newcomer of this file has no label of their own.
    Label(u32),
}

/// What keeps the files from being stored now.
#[must_use]
pub fn hindrance(import: &Import, desk: &Desk) -> Option<Hindrance> {
    if import.is_reading() {
        return Some(Hindrance::Reading);
    }
    if !desk.loading.is_empty() {
        return Some(Hindrance::Loading);
    }
    if import.included().next().is_none() {
        return Some(Hindrance::Nothing);
    }
    let study = desk.study();
    import
        .included()
        .find_map(|item| match item.form.as_ref()?.who {
            Who::Known(id) => study
                .live_participant(id)
                .is_none()
                .then_some(Hindrance::Whose(item.number)),
            Who::New(number) => import
                .label_fault(study, number)
                .map(|_| Hindrance::Label(item.number)),
        })
}

/// What was made of the files.
struct Made {
    edit: Edit,
    texts: BTreeMap<TextHash, Rc<Vec<u8>>>,
    first: Option<TranscriptId>,
    transcripts: usize,
    participants: usize,
    notes: usize,
}

/// Stores all that is ready and wanted, and goes to the first of it.
pub(super) fn store(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let (Some(import), Some(desk)) = (&state.import, &state.desk) else {
        return;
    };
    if let Some(hindrance) = hindrance(import, desk) {
        return stop(state, hindrance, effects);
    }
    let made = make(import, desk, stamp);
    let left_out = import.files.len() - made.transcripts;
    let mut writes: Vec<_> = made
        .texts
        .iter()
        .map(|(hash, bytes)| Write::Text {
            hash: *hash,
            bytes: bytes.to_vec(),
        })
        .collect();
    writes.extend(restore_point(desk, stamp));
    if !state.edit_with(made.edit, writes, stamp, effects) {
        return;
    }
    if let Some(desk) = &mut state.desk {
        for (hash, bytes) in &made.texts {
            // It came from such bytes a moment ago; were it none, the screen would read it from
            // storage.
            let _ = desk.texts.take_in(*hash, bytes);
        }
    }
    abandon(state, effects);
    if let Some(first) = made.first {
        state.go(Page::Transcript(first), effects);
    }
    effects.push(Effect::Focus("page".into()));
    let counts = vec![
        ("transcripts", made.transcripts.into()),
        ("participants", made.participants.into()),
        ("notes", made.notes.into()),
        ("left", left_out.into()),
    ];
    state.notices.show(Tone::Done, "import-done", counts);
}

/// Says what is in the way, and goes to where it can be mended.
fn stop(state: &mut State, hindrance: Hindrance, effects: &mut Effects) {
    state.notices.say(key(hindrance), Vec::new());
    let (file, field) = match hindrance {
        Hindrance::Whose(file) => (file, "import-participant"),
        Hindrance::Label(file) => (file, "import-label"),
        Hindrance::Reading | Hindrance::Loading | Hindrance::Nothing => return,
    };
    if let Some(import) = &mut state.import {
        import.chosen = Some(file);
        import.looking = true;
    }
    effects.push(Effect::Focus(field.into()));
}

/// The key of the sentence that says what is in the way.
#[must_use]
pub fn key(hindrance: Hindrance) -> &'static str {
    match hindrance {
        Hindrance::Reading => "import-hindrance-reading",
        Hindrance::Loading => "import-hindrance-loading",
        Hindrance::Nothing => "import-hindrance-nothing",
        Hindrance::Whose(_) => "import-hindrance-whose",
        Hindrance::Label(_) => "import-hindrance-label",
    }
}

fn make(import: &Import, desk: &Desk, stamp: &mut Stamp) -> Made {
    let numbers = import.numbers(desk.study());
    let mut hand = Hand::new(desk.study(), desk.me(), stamp);
    let mut people = BTreeMap::<u32, ParticipantId>::new();
    let mut changes = Vec::new();
    let mut texts = BTreeMap::new();
    let mut transcripts = Vec::new();
    let mut notes = 0;
    for item in import.included() {
        let Some((reading, form)) = item.looked_at() else {
            continue;
        };
        let participant = match form.who {
            Who::Known(id) => id,
            Who::New(number) => *people
                .entry(number)
                .or_insert_with(|| welcome(import, number, &mut hand, &mut changes)),
        };
        let number = numbers.get(&item.number).copied().unwrap_or_default();
        let (id, change) = hand.import(transcript(participant, number, reading, form));
        changes.push(change);
        transcripts.push(id);
        if form.comments {
            let written = reading.draft.comments.iter();
            let written = written.map(|comment| (comment.range, words_of(comment)));
            let home = Home::Participant(participant);
            changes.extend(hand.import_notes(id, home, reading.hash, written));
            notes += reading.draft.comments.len();
        }
        texts.insert(reading.hash, Rc::clone(&reading.bytes));
    }
    Made {
        edit: Edit::new(Act::ImportTranscript, changes),
        texts,
        first: transcripts.first().copied(),
        transcripts: transcripts.len(),
        participants: people.len(),
        notes,
    }
}

fn welcome(
    import: &Import,
    number: u32,
    hand: &mut Hand<'_>,
    changes: &mut Vec<Change>,
) -> ParticipantId {
    let person = import.newcomers.get(&number).cloned().unwrap_or_default();
    let (id, edit) = hand.add_participant(person.label, person.pseudonym);
    changes.extend(edit.changes);
    id
}

fn transcript(
    participant: ParticipantId,
    number: u32,
    reading: &Reading,
    form: &Form,
) -> Transcript {
    Transcript {
        id: TranscriptId::default(),
        participant,
        kind: form.kind,
        title: String::new(),
        number,
        wave: form.wave.clone(),
        date: form.date.clone(),
        duration: String::new(),
        mode: String::new(),
        place: String::new(),
        interviewer: String::new(),
        language: String::new(),
        context: String::new(),
        atmosphere: String::new(),
        content: String::new(),
        reflection: String::new(),
        speakers: form.speakers.clone(),
        measure: form.measure,
        text: reading.hash,
        corrections: Vec::<Correction>::new(),
        words: reading.words,
        by: Default::default(),
        at: Default::default(),
        binned: None,
    }
}

/// A comment as a note: its words, and whose they were.
fn words_of(comment: &Comment) -> String {
    match comment.author.trim() {
        "" => comment.text.clone(),
        author => format!("{} ({author})", comment.text),
    }
}

/// The study as it was before. Texts are left out: they never change, and stay where they are.
fn restore_point(desk: &Desk, stamp: &mut Stamp) -> Option<Write> {
    if desk.study().transcripts.is_empty() {
        return None;
    }
    let documents = desk.ledger.homes();
    let package = Package {
        study: desk.id(),
        title: desk.study().details.title.clone(),
        documents: documents
            .map(|home| (home, vec![desk.ledger.save(home)]))
            .collect(),
        texts: BTreeMap::new(),
    };
    Some(Write::RestorePoint {
        seq: stamp.id(),
        bytes: study_file::write(&package),
    })
}
