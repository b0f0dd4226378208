//! The list of commands.
//!
//! Each has a message `command-…`, the keys that run it, the heading of the cheat sheet that it
//! stands under, and a function that gives its action when it can run now.

use super::chord::Chord;
use crate::app::action::Action;
use crate::app::desk::Page;
use crate::app::dialog::Dialog;
use crate::app::reading::command::READING;
use crate::app::state::State;
use crate::app::{import, keeping};

/// A thing that can be done by name or key.
#[derive(Clone, Copy)]
pub struct Command {
    /// Its name; the message is `command-…`.
    pub name: &'static str,
    /// Where it stands in the cheat sheet.
    pub group: Group,
    /// The chords that run it; the first is shown.
    pub keys: &'static [&'static str],
    /// Whether its keys also work while a field has the keyboard.
    pub in_fields: bool,
    /// Its action, when it can run.
    pub run: fn(&State) -> Option<Action>,
}

/// Headings of the cheat sheet, messages `group-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Everywhere.
    Everywhere,
    /// Moving in a transcript.
    Moving,
    /// Selecting in a transcript.
    Selecting,
    /// Coding a passage.
    Coding,
    /// Going to a page.
    Going,
}

impl Group {
    /// All of them, in the order of the cheat sheet.
    pub const ALL: [Self; 5] = [
        Self::Moving,
        Self::Selecting,
        Self::Coding,
        Self::Everywhere,
        Self::Going,
    ];

    /// The key of its message.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Everywhere => "group-everywhere",
            Self::Moving => "group-moving",
            Self::Selecting => "group-selecting",
            Self::Coding => "group-coding",
            Self::Going => "group-going",
        }
    }
}

pub(in crate::app) const fn command(
    name: &'static str,
    group: Group,
    keys: &'static [&'static str],
    run: fn(&State) -> Option<Action>,
) -> Command {
    Command {
        name,
        group,
        keys,
        in_fields: false,
        run,
    }
}

const fn everywhere(
    name: &'static str,
    keys: &'static [&'static str],
    run: fn(&State) -> Option<Action>,
) -> Command {
    Command {
        in_fields: true,
        ..command(name, Group::Everywhere, keys, run)
    }
}

/// All commands.
pub const CATALOGUE: &[Command] = &all();

const fn all() -> [Command; GENERAL.len() + READING.len()] {
    let mut all = [GENERAL[0]; GENERAL.len() + READING.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < GENERAL.len() {
            GENERAL[place]
        } else {
            READING[place - GENERAL.len()]
        };
        place += 1;
    }
    all
}

/// What does not belong to one part of the screen.
const GENERAL: &[Command] = &[
    everywhere("command", &["Mod+K"], |_| {
        Some(Action::Open(Dialog::Command))
    }),
    command("keys", Group::Everywhere, &["?"], |_| {
        Some(Action::Open(Dialog::Keys))
    }),
    command("undo", Group::Everywhere, &["Mod+Z"], |state| {
        state.desk.as_ref()?;
        Some(Action::Keeping(keeping::Action::Undo))
    }),
    command(
        "redo",
        Group::Everywhere,
        &["Mod+Shift+Z", "Mod+Y"],
        |state| {
            state.desk.as_ref()?;
            Some(Action::Keeping(keeping::Action::Redo))
        },
    ),
    everywhere("save-file", &["Mod+S"], |state| {
        state.desk.as_ref()?;
        Some(Action::Keeping(keeping::Action::SaveStudyFile))
    }),
    command("import", Group::Everywhere, &[], |state| {
        state.desk.as_ref()?;
        let waiting = state.import.as_ref().is_some_and(|import| import.aside);
        Some(Action::Import(match waiting {
            true => import::Action::Resume,
            false => import::Action::Pick,
        }))
    }),
    command("go-overview", Group::Going, &[], |state| {
        go(state, Page::Overview)
    }),
    command("go-codebook", Group::Going, &[], |state| {
        go(state, Page::Codebook)
    }),
    command("go-journal", Group::Going, &[], |state| {
        go(state, Page::Journal)
    }),
    command("go-bin", Group::Going, &[], |state| go(state, Page::Bin)),
    command("close-study", Group::Going, &[], |state| {
        state.desk.as_ref()?;
        Some(Action::Keeping(keeping::Action::CloseStudy))
    }),
];

fn go(state: &State, page: Page) -> Option<Action> {
    state.desk.as_ref().map(|_| Action::Go(page))
}

/// The command that a chord runs now.
#[must_use]
pub fn pressed(state: &State, chord: &Chord) -> Option<&'static Command> {
    // Under a dialog nothing moves and nothing is coded.
    let free = |command: &Command| command.in_fields || state.dialog.is_none();
    CATALOGUE.iter().find(|command| {
        command.keys.iter().any(|written| chord.is(written))
            && free(command)
            && (command.run)(state).is_some()
    })
}
