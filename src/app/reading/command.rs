//! The keys of the transcript: moving, selecting, coding.
//!
//! Keys that move work while the transcript has the keyboard; letters that code work wherever no
//! field has it, as long as there is something to code.

use super::pick::End;
use super::viewport::Zoom;
use super::{Action, Screen, find, palette};
use crate::app::action::Action as AnyAction;
use crate::app::command::catalogue::{Command, Group, command};
use crate::app::desk::Page;
use crate::app::state::State;
use crate::study::caret::{Direction, Motion};
use crate::study::record::note::NoteKind;

/// A motion and the same with Shift, which selects.
macro_rules! motion {
    ($name:literal, $select:literal, $key:literal, $shifted:literal, $motion:ident, $direction:ident) => {
        [
            command($name, Group::Moving, &[$key], |state| {
                focused(
                    state,
                    Action::Move(Motion::$motion, Direction::$direction, false),
                )
            }),
            command($select, Group::Selecting, &[$shifted], |state| {
                focused(
                    state,
                    Action::Move(Motion::$motion, Direction::$direction, true),
                )
            }),
        ]
    };
}

/// The same for keys that point to the left or right.
macro_rules! arrow {
    ($name:literal, $select:literal, $key:literal, $shifted:literal, $left:literal, $word:literal) => {
        [
            command($name, Group::Moving, &[$key], |state| {
                focused(state, arrow($left, $word, false))
            }),
            command($select, Group::Selecting, &[$shifted], |state| {
                focused(state, arrow($left, $word, true))
            }),
        ]
    };
}

/// An end of the picked passage by word or character, to the left or right.
macro_rules! end {
    ($name:literal, $key:literal, $end:ident, $motion:ident, $left:literal) => {
        command($name, Group::Coding, &[$key], |state| {
            let picked = state.desk.as_ref()?.reading.picked.is_some();
            focused(state, Action::MoveEnd(End::$end, Motion::$motion, $left)).filter(|_| picked)
        })
    };
}

const MOTIONS: [[Command; 2]; 16] = [
    arrow!(
        "move-left",
        "select-left",
        "ArrowLeft",
        "Shift+ArrowLeft",
        true,
        false
    ),
    arrow!(
        "move-right",
        "select-right",
        "ArrowRight",
        "Shift+ArrowRight",
        false,
        false
    ),
    motion!(
        "move-up",
        "select-up",
        "ArrowUp",
        "Shift+ArrowUp",
        Line,
        Back
    ),
    motion!(
        "move-down",
        "select-down",
        "ArrowDown",
        "Shift+ArrowDown",
        Line,
        Forward
    ),
    arrow!(
        "word-left",
        "select-word-left",
        "Mod+ArrowLeft",
        "Mod+Shift+ArrowLeft",
        true,
        true
    ),
    arrow!(
        "word-right",
        "select-word-right",
        "Mod+ArrowRight",
        "Mod+Shift+ArrowRight",
        false,
        true
    ),
    motion!(
        "sentence-back",
        "select-sentence-back",
        "Alt+ArrowUp",
        "Alt+Shift+ArrowUp",
        Sentence,
        Back
    ),
    motion!(
        "sentence-on",
        "select-sentence-on",
        "Alt+ArrowDown",
        "Alt+Shift+ArrowDown",
        Sentence,
        Forward
    ),
    motion!(
        "turn-back",
        "select-turn-back",
        "Mod+ArrowUp",
        "Mod+Shift+ArrowUp",
        Turn,
        Back
    ),
    motion!(
        "turn-on",
        "select-turn-on",
        "Mod+ArrowDown",
        "Mod+Shift+ArrowDown",
        Turn,
        Forward
    ),
    motion!(
        "line-start",
        "select-line-start",
        "Home",
        "Shift+Home",
        LineEdge,
        Back
    ),
    motion!(
        "line-end",
        "select-line-end",
        "End",
        "Shift+End",
        LineEdge,
        Forward
    ),
    motion!(
        "page-back",
        "select-page-back",
        "PageUp",
        "Shift+PageUp",
        Page,
        Back
    ),
    motion!(
        "page-on",
        "select-page-on",
        "PageDown",
        "Shift+PageDown",
        Page,
        Forward
    ),
    motion!(
        "text-start",
        "select-text-start",
        "Mod+Home",
        "Mod+Shift+Home",
        Text,
        Back
    ),
    motion!(
        "text-end",
        "select-text-end",
        "Mod+End",
        "Mod+Shift+End",
        Text,
        Forward
    ),
];

const OTHERS: [Command; 36] = [
    command("select-all", Group::Selecting, &["Mod+A"], |state| {
        focused(state, Action::SelectAll)
    }),
    command("next-passage", Group::Moving, &["]"], |state| {
        on_page(state, Action::NextPassage(Direction::Forward))
    }),
    command("previous-passage", Group::Moving, &["["], |state| {
        on_page(state, Action::NextPassage(Direction::Back))
    }),
    command("pick-here", Group::Moving, &["."], |state| {
        focused(state, Action::PickHere)
    }),
    command("say-line", Group::Moving, &[","], |state| {
        focused(state, Action::SayLine)
    }),
    command("go-to-line", Group::Moving, &["G"], |state| {
        on_page(state, Action::AskWhere)
    }),
    command("find", Group::Moving, &["Mod+F"], |state| {
        on_page(state, Action::Find(find::Action::Open))
    }),
    command("find-next", Group::Moving, &["F3", "Mod+G"], |state| {
        finding(state, true)
    }),
    command(
        "find-previous",
        Group::Moving,
        &["Shift+F3", "Mod+Shift+G"],
        |state| finding(state, false),
    ),
    command("next-transcript", Group::Going, &[], |state| {
        neighbour(state, 1)
    }),
    command("previous-transcript", Group::Going, &[], |state| {
        neighbour(state, -1)
    }),
    command("working-table", Group::Going, &[], |state| {
        match page(state)? {
            Page::Transcript(id) => Some(AnyAction::Go(Page::Table(id))),
            _ => None,
        }
    }),
    command(
        "zoom-in",
        Group::Everywhere,
        &["Alt+Plus", "Alt+="],
        |state| on_page(state, Action::Zoom(Zoom::In)),
    ),
    command("zoom-out", Group::Everywhere, &["Alt+-"], |state| {
        on_page(state, Action::Zoom(Zoom::Out))
    }),
    command("zoom-plain", Group::Everywhere, &["Alt+0"], |state| {
        on_page(state, Action::Zoom(Zoom::Plain))
    }),
    command("swap-margins", Group::Everywhere, &[], |state| {
        on_page(state, Action::SwapMargins)
    }),
    command("print", Group::Everywhere, &["Mod+P"], |state| {
        on_page(state, Action::Print(true))
    }),
    command("palette", Group::Coding, &["Enter"], |state| {
        focused(state, Action::Palette(palette::Action::Open))
    }),
    command("mark", Group::Coding, &["M"], |state| {
        coding(state, palette::Action::Mark)
    }),
    command("note-descriptive", Group::Coding, &["D"], |state| {
        coding(state, palette::Action::Note(Some(NoteKind::Descriptive)))
    }),
    command("note-linguistic", Group::Coding, &["L"], |state| {
        coding(state, palette::Action::Note(Some(NoteKind::Linguistic)))
    }),
    command("note-conceptual", Group::Coding, &["C"], |state| {
        coding(state, palette::Action::Note(Some(NoteKind::Conceptual)))
    }),
    command("note", Group::Coding, &["N"], |state| {
        coding(state, palette::Action::Note(None))
    }),
    command("theme", Group::Coding, &["S", "T"], |state| {
        let chosen = !state.desk.as_ref()?.reading.chosen.is_empty();
        let action = palette::Action::Theme;
        match chosen {
            true => on_page(state, Action::Palette(action)),
            false => coding(state, action),
        }
    }),
    command("memo", Group::Coding, &["O"], |state| {
        coding(state, palette::Action::Memo)
    }),
    command("translate", Group::Coding, &["R"], |state| {
        coding(state, palette::Action::Translate)
    }),
    command("correct", Group::Coding, &["W"], |state| {
        coding(state, palette::Action::Correct)
    }),
    command("quote", Group::Coding, &["Q"], |state| {
        coding(state, palette::Action::Copy)
    }),
    end!("start-left", "Alt+ArrowLeft", Start, Word, true),
    end!("start-right", "Alt+ArrowRight", Start, Word, false),
    end!("end-left", "Alt+Shift+ArrowLeft", End, Word, true),
    end!("end-right", "Alt+Shift+ArrowRight", End, Word, false),
    end!(
        "end-letter-left",
        "Mod+Alt+Shift+ArrowLeft",
        End,
        Grapheme,
        true
    ),
    end!(
        "end-letter-right",
        "Mod+Alt+Shift+ArrowRight",
        End,
        Grapheme,
        false
    ),
    command(
        "bin-passage",
        Group::Coding,
        &["Delete", "Backspace"],
        |state| {
            let picked = state.desk.as_ref()?.reading.picked.is_some();
            focused(state, Action::Palette(palette::Action::Bin)).filter(|_| picked)
        },
    ),
    command("step-back", Group::Moving, &["Escape"], |state| {
        on_page(state, Action::Escape).filter(|_| anything_open(state))
    }),
];

/// The commands of the transcript.
pub const READING: &[Command] = &joined();

const fn joined() -> [Command; MOTIONS.len() * 2 + OTHERS.len()] {
    let mut all = [OTHERS[0]; MOTIONS.len() * 2 + OTHERS.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < MOTIONS.len() * 2 {
            MOTIONS[place / 2][place % 2]
        } else {
            OTHERS[place - MOTIONS.len() * 2]
        };
        place += 1;
    }
    all
}

const fn arrow(left: bool, word: bool, extend: bool) -> Action {
    Action::Arrow { left, word, extend }
}

fn page(state: &State) -> Option<Page> {
    let page = state.desk.as_ref()?.page;
    matches!(page, Page::Transcript(_)).then_some(page)
}

/// While a transcript is shown.
fn on_page(state: &State, action: Action) -> Option<AnyAction> {
    page(state).map(|_| AnyAction::Reading(action))
}

/// While the transcript has the keyboard.
fn focused(state: &State, action: Action) -> Option<AnyAction> {
    let focused = state.desk.as_ref()?.reading.focused;
    on_page(state, action).filter(|_| focused)
}

/// While something is selected or picked.
fn coding(state: &State, action: palette::Action) -> Option<AnyAction> {
    page(state)?;
    Screen::of(state)?.target()?;
    Some(AnyAction::Reading(Action::Palette(action)))
}

fn finding(state: &State, forward: bool) -> Option<AnyAction> {
    let finding = state.desk.as_ref()?.reading.find.is_some();
    let step = find::Action::Step(forward);
    on_page(state, Action::Find(step)).filter(|_| finding)
}

fn anything_open(state: &State) -> bool {
    state.desk.as_ref().is_some_and(|desk| {
        let reading = &desk.reading;
        reading.picked.is_some()
            || reading.draft.is_some()
            || reading.find.is_some()
            || !reading.chosen.is_empty()
            || !reading.selection.range().is_empty()
    })
}

fn neighbour(state: &State, step: i32) -> Option<AnyAction> {
    page(state)?;
    let head = super::head::view(state)?;
    let to = if step > 0 { head.next } else { head.previous };
    to.map(|(id, _)| AnyAction::Go(Page::Transcript(id)))
}
