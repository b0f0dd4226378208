//! Writing in cells: notes and their kinds, wordings of statements, new ones.

use super::Entry;
use super::grid::{Column, FOCUS};
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::bin::Thing;
use crate::study::act::passage::Spot;
use crate::study::act::theme::Seat;
use crate::study::edit::Edit;
use crate::study::id::{CodingId, ExcerptId, NoteId, Stamp};
use crate::study::record::note::NoteKind;
use crate::study::record::theme::Level;
use crate::study::study::Study;

/// Begins to write an entry, and makes its cell the current one.
pub(super) fn begin(state: &mut State, entry: Entry) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let excerpt = match entry {
        Entry::Note(id) => desk.study().notes.get(&id).map(|note| note.excerpt),
        Entry::NewNote(excerpt, _)
        | Entry::NewStatement(excerpt)
        | Entry::Statement(_, excerpt) => Some(excerpt),
    };
    let column = match entry {
        Entry::Note(_) | Entry::NewNote(..) => Column::Notes,
        Entry::Statement(..) | Entry::NewStatement(_) => Column::Statements,
    };
    if let Some(excerpt) = excerpt {
        desk.table.current = Some((excerpt, column));
        desk.table.writing = Some(entry);
    }
}

/// An entry is written. Without words nothing is made or changed.
pub(super) fn finish(
    state: &mut State,
    entry: Entry,
    text: &str,
    stay: bool,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    if desk.table.writing != Some(entry) {
        return;
    }
    desk.table.writing = None;
    let text = text.trim().to_owned();
    if !text.is_empty() {
        let edit = written(&mut Hand::new(desk.study(), desk.me(), stamp), entry, text);
        state.edit(edit, stamp, effects);
    }
    if stay {
        effects.push(Effect::Focus(FOCUS.into()));
    }
}

fn written(hand: &mut Hand, entry: Entry, text: String) -> Edit {
    match entry {
        Entry::Note(id) => hand.edit_note(id, |note| note.text = text),
        Entry::NewNote(excerpt, kind) => hand.note(Spot::Excerpt(excerpt), kind, text).1,
        Entry::Statement(id, _) => hand.edit_theme(id, |theme| theme.name = text),
        Entry::NewStatement(excerpt) => statement(hand, excerpt, text),
    }
}

/// A new statement comes from the notes on its passage; one that is worded the same already gets
/// the passage too.
fn statement(hand: &mut Hand, excerpt: ExcerptId, text: String) -> Edit {
    let owner = owner(hand.study, excerpt);
    let known = hand
        .study
        .themes_in(owner)
        .find(|theme| !theme.retired && theme.name.to_lowercase() == text.to_lowercase())
        .map(|theme| theme.id);
    if let Some(known) = known {
        return hand.code(Spot::Excerpt(excerpt), known);
    }
    let notes: Vec<NoteId> = hand.study.notes_of(excerpt).map(|note| note.id).collect();
    let seat = Seat {
        owner,
        level: Level::Statement,
        ..Seat::default()
    };
    hand.statement(seat, text, &[Spot::Excerpt(excerpt)], &notes)
        .1
}

/// Whose passage it is.
pub(super) fn owner(study: &Study, excerpt: ExcerptId) -> Option<crate::study::id::ParticipantId> {
    let excerpt = study.live_excerpt(excerpt)?;
    let transcript = study.live_transcript(excerpt.transcript)?;
    Some(transcript.participant)
}

/// Writing is given up.
pub(super) fn cancel(state: &mut State, effects: &mut Effects) {
    if let Some(desk) = &mut state.desk
        && desk.table.writing.take().is_some()
    {
        effects.push(Effect::Focus(FOCUS.into()));
    }
}

/// Gives a note another kind.
pub(super) fn set_kind(
    state: &mut State,
    id: NoteId,
    kind: Option<NoteKind>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    let hand = Hand::new(desk.study(), desk.me(), stamp);
    let edit = hand.edit_note(id, |note| note.kind = kind);
    if state.edit(edit, stamp, effects) {
        let key = match kind {
            Some(NoteKind::Descriptive) => "note-descriptive",
            Some(NoteKind::Linguistic) => "note-linguistic",
            Some(NoteKind::Conceptual) => "note-conceptual",
            None => "note-no-kind",
        };
        state.notices.say(key, Vec::new());
    }
}

/// Puts a note into the bin.
pub(super) fn bin_note(state: &mut State, id: NoteId, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let edit = Hand::new(desk.study(), desk.me(), stamp).bin(Thing::Note(id));
    if state.edit(edit, stamp, effects) {
        state.notices.say("table-note-binned", Vec::new());
        effects.push(Effect::Focus(FOCUS.into()));
    }
}

/// Takes a statement from a passage.
pub(super) fn unlink(
    state: &mut State,
    coding: CodingId,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    let edit = Hand::new(desk.study(), desk.me(), stamp).uncode(coding);
    if state.edit(edit, stamp, effects) {
        state.notices.say("table-unlinked", Vec::new());
        effects.push(Effect::Focus(FOCUS.into()));
    }
}
