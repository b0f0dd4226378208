//! The working table of step 3: passage, notes, statement.

use super::effect::Effects;
use super::state::State;
use crate::study::id::Stamp;

/// Its state.
#[derive(Debug, Default)]
pub struct WorkingTable {}

impl WorkingTable {
    /// Something of the study changed: what was computed from it is stale.
    pub fn study_changed(&mut self) {}
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {}

/// Performs an action of this part.
pub fn update(_: &mut State, action: Action, _: &mut Stamp, _: &mut Effects) {
    match action {}
}
