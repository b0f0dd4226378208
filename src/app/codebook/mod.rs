//! The codebook: both trees, and what a theme rests on.

pub mod level;

use super::effect::Effects;
use super::state::State;
use crate::study::id::Stamp;

/// Its state.
#[derive(Debug, Default)]
pub struct Codebook {}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {}

/// Performs an action of this part.
pub fn update(_: &mut State, action: Action, _: &mut Stamp, _: &mut Effects) {
    match action {}
}
