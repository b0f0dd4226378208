//! What is being written in a margin: a new note, memo or translation, or an entry that is edited.
//!
//! Invariant: there is one draft at a time, and no way of leaving it loses what was typed: another
//! one that is begun, a move elsewhere and Escape all keep it. Only an empty one goes away unsaved.

use super::Screen;
use super::margin::{EntryId, Side};
use super::palette::{Target, done};
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::passage::Spot;
use crate::study::edit::Edit;
use crate::study::id::{CodingId, ExcerptId, MemoId, NoteId, Stamp, TranscriptId, TranslationId};
use crate::study::position::CharRange;
use crate::study::record::note::NoteKind;

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it will be.
    pub subject: Subject,
    /// What was typed so far.
    pub text: String,
}

/// What a draft will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A new note.
    NewNote(Spot, Option<NoteKind>),
    /// A new memo.
    NewMemo(Spot),
    /// A new translation.
    NewTranslation(Spot),
    /// A note, edited.
    Note(NoteId),
    /// The theme of a coding, its wording edited.
    Theme(CodingId),
    /// A translation, edited.
    Translation(TranslationId),
    /// A memo, edited.
    Memo(MemoId),
}

/// What can be done with a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Edit an entry.
    Edit(EntryId),
    /// Something was typed.
    Type(String),
    /// The kind of the note was chosen.
    Kind(Option<NoteKind>),
    /// Save it; with true, give the keyboard back to the transcript.
    Save(bool),
}

impl Subject {
    /// The spot of something new.
    #[must_use]
    pub fn spot(self) -> Option<Spot> {
        match self {
            Self::NewNote(spot, _) | Self::NewMemo(spot) | Self::NewTranslation(spot) => Some(spot),
            _ => None,
        }
    }

    /// The entry that is edited.
    #[must_use]
    pub fn entry(self) -> Option<EntryId> {
        match self {
            Self::Note(id) => Some(EntryId::Note(id)),
            Self::Theme(id) => Some(EntryId::Coding(id)),
            Self::Translation(id) => Some(EntryId::Translation(id)),
            Self::Memo(id) => Some(EntryId::Memo(id)),
            _ => None,
        }
    }
}

/// Performs an action of drafts.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Edit(id) => {
            if let Some(subject) = subject_of(id) {
                begin(state, subject, stamp, effects);
            }
        }
        Action::Type(text) => {
            if let Some(desk) = &mut state.desk
                && let Some(draft) = &mut desk.reading.draft
            {
                draft.text = text;
            }
        }
        Action::Kind(kind) => {
            if let Some(desk) = &mut state.desk
                && let Some(draft) = &mut desk.reading.draft
                && let Subject::NewNote(_, old) = &mut draft.subject
            {
                *old = kind;
                effects.push(Effect::Focus("reading-draft".into()));
            }
        }
        Action::Save(back) => {
            let target = state
                .desk
                .as_ref()
                .and_then(|desk| desk.reading.draft.as_ref())
                .and_then(|draft| target_of(state, draft.subject.spot()?));
            save(state, stamp, effects);
            if back {
                if let Some(target) = target {
                    let excerpt = marked(state, target);
                    done(state, excerpt);
                }
                effects.push(Effect::Focus("transcript".into()));
            }
        }
    }
}

fn subject_of(id: EntryId) -> Option<Subject> {
    match id {
        EntryId::Note(id) => Some(Subject::Note(id)),
        EntryId::Coding(id) => Some(Subject::Theme(id)),
        EntryId::Translation(id) => Some(Subject::Translation(id)),
        EntryId::Memo(id) => Some(Subject::Memo(id)),
        EntryId::Draft => None,
    }
}

/// Begins a draft; the one that there was is kept first.
pub(super) fn begin(state: &mut State, subject: Subject, stamp: &mut Stamp, effects: &mut Effects) {
    let target = Screen::of(state).and_then(|screen| screen.target());
    if let Some(desk) = &state.desk
        && let Some(draft) = &desk.reading.draft
        && draft.subject == subject
    {
        effects.push(Effect::Focus("reading-draft".into()));
        return;
    }
    save(state, stamp, effects);
    // Saving may have marked the very range that this draft is about.
    let subject = match (
        subject.spot(),
        target.and_then(|target| marked(state, target)),
    ) {
        (Some(Spot::Unmarked(..)), Some(excerpt)) => with_spot(subject, Spot::Excerpt(excerpt)),
        _ => subject,
    };
    let Some(text) = present_text(state, subject) else {
        return;
    };
    if let Some(desk) = &mut state.desk {
        desk.reading.draft = Some(Draft { subject, text });
        // Where there is room for one margin, it is the one that is written in.
        desk.reading.side = match subject {
            Subject::Theme(_) => Side::Statements,
            _ => Side::Notes,
        };
        desk.reading.palette.hidden = true;
        effects.push(Effect::Focus("reading-draft".into()));
    }
}

fn with_spot(subject: Subject, spot: Spot) -> Subject {
    match subject {
        Subject::NewNote(_, kind) => Subject::NewNote(spot, kind),
        Subject::NewMemo(_) => Subject::NewMemo(spot),
        Subject::NewTranslation(_) => Subject::NewTranslation(spot),
        other => other,
    }
}

/// What an entry says now; nothing for a new one.
fn present_text(state: &State, subject: Subject) -> Option<String> {
    let study = state.desk.as_ref()?.study();
    Some(match subject {
        Subject::NewNote(..) | Subject::NewMemo(_) | Subject::NewTranslation(_) => String::new(),
        Subject::Note(id) => study.notes.get(&id)?.text.clone(),
        Subject::Theme(id) => {
            let coding = study.codings.get(&id)?;
            study.live_theme(coding.theme)?.name.clone()
        }
        Subject::Translation(id) => study.translations.get(&id)?.text.clone(),
        Subject::Memo(id) => study.memos.get(&id)?.text.clone(),
    })
}

/// Keeps the draft; an empty new one goes away.
pub(super) fn save(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(draft) = state
        .desk
        .as_mut()
        .and_then(|desk| desk.reading.draft.take())
    else {
        return;
    };
    let text = draft.text.trim().to_owned();
    let unchanged = present_text(state, draft.subject).is_none_or(|present| present == text);
    if text.is_empty() || unchanged {
        return;
    }
    let edit = edit(state, &draft, text, stamp);
    let Some(edit) = edit else {
        return;
    };
    if !state.edit(edit, stamp, effects) {
        // The edit was refused and said why; what was typed stays.
        if let Some(desk) = &mut state.desk {
            desk.reading.draft = Some(draft);
        }
        return;
    }
    let key = match draft.subject {
        Subject::NewNote(..) => "reading-note-kept",
        Subject::NewMemo(_) => "reading-memo-kept",
        Subject::NewTranslation(_) => "reading-translation-kept",
        _ => "reading-entry-kept",
    };
    state.notices.say(key, Vec::new());
}

fn edit(state: &State, draft: &Draft, text: String, stamp: &mut Stamp) -> Option<Edit> {
    let desk = state.desk.as_ref()?;
    let language = String::new();
    let mut hand = Hand::new(desk.study(), desk.me(), stamp);
    Some(match draft.subject {
        Subject::NewNote(spot, kind) => hand.note(spot, kind, text).1,
        Subject::NewMemo(spot) => hand.memo_at(spot, text).1,
        Subject::NewTranslation(spot) => hand.translate(spot, text, language).1,
        Subject::Note(id) => hand.edit_note(id, |note| note.text = text),
        Subject::Theme(id) => {
            let theme = desk.study().codings.get(&id)?.theme;
            hand.edit_theme(theme, |theme| theme.name = text)
        }
        Subject::Translation(id) => hand.edit_translation(id, |it| it.text = text),
        Subject::Memo(id) => hand.edit_memo(id, |memo| memo.text = text),
    })
}

/// Where a spot lies.
pub(super) fn target_of(state: &State, spot: Spot) -> Option<Target> {
    let reading = &state.desk.as_ref()?.reading;
    let range = match spot {
        Spot::Excerpt(id) => reading.marks.spans().get(id)?,
        Spot::Range(_, range) | Spot::Unmarked(_, range) => range,
    };
    Some(Target { spot, range })
}

/// The passage that now lies at a target.
pub(super) fn marked(state: &State, target: Target) -> Option<ExcerptId> {
    let desk = state.desk.as_ref()?;
    let range_of = |range: CharRange, transcript: TranscriptId| {
        let spans = desk.reading.marks.spans();
        let on_screen = desk.reading.transcript == Some(transcript);
        spans
            .overlapping(range)
            .filter(|(other, id)| {
                let excerpt = desk.study().excerpts.get(id);
                *other == range && excerpt.is_some_and(|excerpt| excerpt.by == desk.me())
            })
            .map(|(_, id)| id)
            .last()
            .filter(|_| on_screen)
    };
    match target.spot {
        Spot::Excerpt(id) => Some(id),
        Spot::Range(transcript, range) | Spot::Unmarked(transcript, range) => {
            range_of(range, transcript)
        }
    }
}
