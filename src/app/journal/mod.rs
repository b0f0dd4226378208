//! The journal: dated memos, free or tied to anything.

pub mod view;

use super::effect::{Effect, Effects};
use super::notice::Tone;
use super::state::State;
use crate::study::act::Hand;
use crate::study::act::bin::Thing;
use crate::study::edit::Edit;
use crate::study::id::{MemoId, Stamp};
use crate::study::record::memo::About;

/// How many memos are shown at first, and how many more each time.
pub const PORTION: usize = 40;

/// The journal.
#[derive(Debug)]
pub struct Journal {
    /// Only memos with these words are shown.
    pub words: String,
    /// Only memos about such things are shown.
    pub scope: Scope,
    /// How many are shown at most.
    pub limit: usize,
}

/// What sort of thing memos are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Anything.
    #[default]
    All,
    /// The study.
    Study,
    /// A participant or one of their transcripts.
    People,
    /// A passage or a note.
    Passages,
    /// A theme.
    Themes,
}

impl Default for Journal {
    fn default() -> Self {
        Self {
            words: String::new(),
            scope: Scope::All,
            limit: PORTION,
        }
    }
}

/// What can be done in the journal.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Write a memo about something.
    Write(About),
    /// Give a memo a title.
    Title(MemoId, String),
    /// Change a memo's words.
    Text(MemoId, String),
    /// Put a memo into the bin.
    Bin(MemoId),
    /// Show only memos with these words.
    Words(String),
    /// Show only memos about such things.
    Scope(Scope),
    /// Show more.
    More,
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Write(about) => write(state, about, stamp, effects),
        Action::Title(id, title) => alter(state, stamp, effects, |hand| {
            hand.edit_memo(id, |memo| memo.title = title)
        }),
        Action::Text(id, text) => alter(state, stamp, effects, |hand| {
            hand.edit_memo(id, |memo| memo.text = text)
        }),
        Action::Bin(id) => {
            alter(state, stamp, effects, |hand| hand.bin(Thing::Memo(id)));
            state.notices.offer(
                Tone::Done,
                "memo-binned",
                Vec::new(),
                Some((
                    "undo",
                    super::action::Action::Keeping(super::keeping::Action::Undo),
                )),
            );
            effects.push(Effect::Focus("journal-write".into()));
        }
        Action::Words(words) => with(state, |journal| {
            journal.words = words;
            journal.limit = PORTION;
        }),
        Action::Scope(scope) => with(state, |journal| {
            journal.scope = scope;
            journal.limit = PORTION;
        }),
        Action::More => with(state, |journal| journal.limit += PORTION),
    }
}

fn with(state: &mut State, change: impl FnOnce(&mut Journal)) {
    if let Some(desk) = &mut state.desk {
        change(&mut desk.journal);
    }
}

fn alter(
    state: &mut State,
    stamp: &mut Stamp,
    effects: &mut Effects,
    act: impl FnOnce(&mut Hand) -> Edit,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    let edit = act(&mut Hand::new(desk.study(), desk.me(), stamp));
    state.edit(edit, stamp, effects);
}

/// An empty memo is stored at once, so that its words can be stored while they are written.
fn write(state: &mut State, about: About, stamp: &mut Stamp, effects: &mut Effects) {
    let mut made = None;
    alter(state, stamp, effects, |hand| {
        let (id, edit) = hand.memo(about, String::new(), String::new());
        made = id;
        edit
    });
    if let Some(id) = made {
        with(state, |journal| *journal = Journal::default());
        state.go(super::desk::Page::Journal, effects);
        effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
        effects.push(Effect::Focus(format!("memo-{id}")));
        state.notices.say("memo-begun", Vec::new());
    }
}
