//! Files on their way in: reading, preview, storing.

use super::effect::Effects;
use super::state::State;
use crate::study::id::Stamp;

/// Its state.
#[derive(Debug, Default)]
pub struct Import {}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {}

/// Performs an action of this part.
pub fn update(_: &mut State, action: Action, _: &mut Stamp, _: &mut Effects) {
    match action {}
}

/// A file to be read in the throw-away worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Names the answers.
    pub job: u32,
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: std::rc::Rc<Vec<u8>>,
}
