//! Everything that can be done, by name: the command palette, the keys, the cheat sheet.
//!
//! Invariant: one catalogue says which commands there are, which keys they have and when they can
//! run; the palette, the cheat sheet and the keyboard all read it.

pub mod catalogue;
pub mod chord;
pub mod palette;

use super::effect::{Effect, Effects};
use super::state::State;
use super::update;
use crate::study::id::Stamp;
use catalogue::CATALOGUE;
use chord::Chord;

/// The command palette's state.
#[derive(Debug, Default)]
pub struct Commands {
    /// What was typed.
    pub typed: String,
    /// Which row is chosen.
    pub chosen: usize,
}

/// What can be done with commands.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A key was pressed that no field took.
    Pressed(Chord),
    /// Run the command of that name.
    Run(&'static str),
    /// Something was typed into the palette.
    Typed(String),
    /// Choose another row: so many further down, or up.
    Choose(isize),
    /// Do what a row says; the chosen one when none is named.
    Take(Option<usize>),
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Pressed(chord) => {
            let command = catalogue::pressed(state, &chord);
            run(state, command, stamp, effects);
        }
        Action::Run(name) => {
            let command = CATALOGUE.iter().find(|command| command.name == name);
            run(state, command, stamp, effects);
        }
        Action::Typed(typed) => state.commands = Commands { typed, chosen: 0 },
        Action::Choose(steps) => {
            let count = palette::rows(state, &state.commands.typed).len();
            if let (Ok(count), Ok(chosen)) = (
                isize::try_from(count),
                isize::try_from(state.commands.chosen),
            ) && count > 0
            {
                let next = (chosen + steps).rem_euclid(count);
                state.commands.chosen = next.unsigned_abs();
            }
        }
        Action::Take(row) => {
            let row = row.unwrap_or(state.commands.chosen);
            let mut rows = palette::rows(state, &state.commands.typed);
            if row < rows.len() {
                let action = rows.swap_remove(row).action;
                state.dialog = None;
                update::perform(state, action, stamp, effects);
            }
        }
    }
}

/// The palette is opened: nothing is typed yet.
pub(super) fn opened(state: &mut State, effects: &mut Effects) {
    state.commands = Commands::default();
    effects.push(Effect::Focus("command".into()));
}

fn run(
    state: &mut State,
    command: Option<&catalogue::Command>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    if let Some(action) = command.and_then(|command| (command.run)(state)) {
        update::perform(state, action, stamp, effects);
    }
}
