//! Who writes into documents, as Automerge counts it: one actor a session, never a person.
//!
//! Invariant: two sessions never share an actor, so a session's changes are numbered without gaps
//! and never twice. It is drawn from a stamp; nothing here asks for chance.

use crate::study::edit::Home;
use crate::study::id::{Id, Stamp};
use automerge::ActorId;

/// One session of one tab. After a restore point was put back, a new one is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor(Id);

impl Actor {
    /// A new one.
    #[must_use]
    pub fn new(stamp: &mut Stamp) -> Self {
        Self(stamp.id())
    }

    /// Its name in one document: unlike in each, so that documents that part company cannot be
    /// matched by it.
    pub(super) fn at(self, home: Home) -> ActorId {
        let mut bytes = self.0.to_bytes();
        if let Home::Participant(id) = home {
            for (byte, other) in bytes.iter_mut().zip(id.0.to_bytes()) {
                *byte ^= other;
            }
        }
        ActorId::from(bytes.as_slice())
    }
}
