//! Reading, noting, theming: the transcript on screen and its margins.

pub mod find;
pub mod name;
pub mod open;
pub mod text;

use super::effect::Effects;
use super::state::State;
use crate::study::id::{ExcerptId, Stamp, TranscriptId};

/// The transcript on screen.
#[derive(Debug, Default)]
pub struct Reading {
    /// Which one.
    pub transcript: Option<TranscriptId>,
    /// The passage that it is to be opened at.
    pub target: Option<ExcerptId>,
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {}

/// Performs an action of this part.
pub fn update(_: &mut State, action: Action, _: &mut Stamp, _: &mut Effects) {
    match action {}
}

impl Reading {
    /// Something of the study changed: what was computed from it is stale.
    pub fn study_changed(&mut self) {}

    /// The first line in view, to come back to.
    #[must_use]
    pub fn first_line(&self) -> u32 {
        0
    }
}
