//! How two versions of one document stand to each other.

use super::document::Document;
use automerge::{ActorId, Automerge, ReadDoc};

/// How another version stands to ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Both hold the same.
    #[default]
    Same,
    /// It holds all of ours and more.
    Ahead,
    /// Ours holds all of it and more.
    Behind,
    /// Each holds what the other lacks.
    Apart,
}

impl Standing {
    /// How two things stand together when their parts stand so and so.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, other) => other,
            (this, Self::Same) => this,
            (this, other) if this == other => this,
            _ => Self::Apart,
        }
    }
}

/// Compares two versions of a document, each given in its parts.
#[must_use]
pub fn compare(ours: &[Vec<u8>], theirs: &[Vec<u8>]) -> Standing {
    let read = |parts| {
        Document::read(parts, ActorId::from([0_u8; 16].as_slice()))
            .0
            .engine
    };
    let (ours, theirs) = (read(ours), read(theirs));
    let holds = |one: &Automerge, other: &Automerge| {
        let heads = other.get_heads();
        heads
            .iter()
            .all(|head| one.get_change_by_hash(head).is_some())
    };
    match (holds(&theirs, &ours), holds(&ours, &theirs)) {
        (true, true) => Standing::Same,
        (true, false) => Standing::Ahead,
        (false, true) => Standing::Behind,
        (false, false) => Standing::Apart,
    }
}
