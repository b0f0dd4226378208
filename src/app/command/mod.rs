//! Everything that can be done, by name: the command palette, the keys, the cheat sheet.
//!
//! Invariant: one catalogue says which commands there are, which keys they have and when they can
//! run; the palette, the cheat sheet and the keyboard all read it.

pub mod catalogue;
pub mod chord;

use super::effect::Effects;
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
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    let command = match &action {
        Action::Pressed(chord) => catalogue::pressed(state, chord),
        Action::Run(name) => CATALOGUE.iter().find(|command| command.name == *name),
    };
    if let Some(action) = command.and_then(|command| (command.run)(state)) {
        update::perform(state, action, stamp, effects);
    }
}
