//! The start page: the studies of this machine, new ones, files, the example.

use super::effect::Effects;
use super::keeping::card::StudyCard;
use super::state::State;
use crate::study::id::{Stamp, StudyId};

/// The start page.
#[derive(Debug, Default)]
pub struct Start {
    /// The studies that are shown.
    pub shown: Shown,
    /// The study that is being opened.
    pub opening: Option<StudyId>,
}

/// The studies of this machine.
#[derive(Debug, Default, PartialEq)]
pub enum Shown {
    /// Storage has not answered yet.
    #[default]
    Waiting,
    /// What it answered, the last changed first.
    Studies(Vec<StudyCard>),
}

/// What can be done on the start page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The example was made.
    ExampleRead(Result<Box<crate::formats::example::Example>, super::fault::Fault>),
}

/// Performs an action of this part.
pub fn update(_: &mut State, action: Action, _: &mut Stamp, _: &mut Effects) {
    match action {
        Action::ExampleRead(_) => {}
    }
}
