//! What can be done with an entry of a margin: choose it, give a note its kind, put it into the bin.

use super::margin::{EntryId, Side};
use super::{pick, typed};
use crate::app::action::Action as AnyAction;
use crate::app::effect::{Effect, Effects};
use crate::app::keeping;
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::bin::Thing;
use crate::study::edit::Edit;
use crate::study::id::{ExcerptId, NoteId, Stamp};
use crate::study::record::note::NoteKind;

/// What can be done with an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Pick its passage.
    Pick(ExcerptId),
    /// Pick its passage and bring it into view.
    Show(ExcerptId),
    /// Choose a note to make a statement from, or no longer.
    Choose(NoteId),
    /// Type the statement that is made from the chosen notes, this one among them.
    State(NoteId),
    /// Give a note a kind, or none.
    Kind(NoteId, Option<NoteKind>),
    /// Put it into the bin.
    Bin(EntryId),
    /// Which margin is shown where there is room for one.
    Side(Side),
}

/// Performs an action of entries.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Pick(id) => {
            pick::pick(state, id);
            if let Some(desk) = &mut state.desk {
                // The palette would cover what was clicked beside it.
                desk.reading.palette.hidden = true;
            }
        }
        Action::Show(id) => pick::show(state, id),
        Action::Choose(id) => choose(state, id),
        Action::State(id) => {
            if let Some(desk) = &mut state.desk {
                desk.reading.chosen.insert(id);
            }
            typed::open(state, effects);
        }
        Action::Kind(id, kind) => {
            edit(state, stamp, effects, |hand| {
                hand.edit_note(id, |note| note.kind = kind)
            });
            let key = match kind {
                Some(NoteKind::Descriptive) => "reading-kind-descriptive",
                Some(NoteKind::Linguistic) => "reading-kind-linguistic",
                Some(NoteKind::Conceptual) => "reading-kind-conceptual",
                None => "reading-kind-none",
            };
            state.notices.say(key, Vec::new());
        }
        Action::Bin(id) => bin(state, id, stamp, effects),
        Action::Side(side) => {
            if let Some(desk) = &mut state.desk {
                desk.reading.side = side;
            }
        }
    }
}

fn choose(state: &mut State, id: NoteId) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let chosen = &mut desk.reading.chosen;
    if !chosen.remove(&id) {
        chosen.insert(id);
    }
    let count = vec![("count", chosen.len().into())];
    state.notices.say("reading-notes-chosen", count);
}

fn bin(state: &mut State, id: EntryId, stamp: &mut Stamp, effects: &mut Effects) {
    let (key, done) = match id {
        EntryId::Note(id) => (
            "reading-note-binned",
            edit(state, stamp, effects, |hand| hand.bin(Thing::Note(id))),
        ),
        EntryId::Coding(id) => (
            "reading-uncoded",
            edit(state, stamp, effects, |hand| hand.uncode(id)),
        ),
        EntryId::Translation(id) => (
            "reading-translation-binned",
            edit(state, stamp, effects, |hand| {
                hand.bin(Thing::Translation(id))
            }),
        ),
        EntryId::Memo(id) => (
            "reading-memo-binned",
            edit(state, stamp, effects, |hand| hand.bin(Thing::Memo(id))),
        ),
        EntryId::Draft => return,
    };
    if done {
        let undo = AnyAction::Keeping(keeping::Action::Undo);
        state
            .notices
            .offer(Tone::Done, key, Vec::new(), Some(("undo", undo)));
    }
    // The entry that had the keyboard is gone.
    effects.push(Effect::Focus("transcript".into()));
}

fn edit(
    state: &mut State,
    stamp: &mut Stamp,
    effects: &mut Effects,
    act: impl FnOnce(&mut Hand<'_>) -> Edit,
) -> bool {
    let Some(desk) = &state.desk else {
        return false;
    };
    let edit = act(&mut Hand::new(desk.study(), desk.me(), stamp));
    state.edit(edit, stamp, effects)
}
