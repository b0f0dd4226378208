//! The records a study is made of, one file a kind. How they hang together is in `study::study`,
//! how they change in `study::edit`.
//!
//! Invariant: every record is plain data whose JSON fields are written in its first value and
//! overridden one by one, so a field may be added with a default but never change its meaning.

pub mod coder;
pub mod coding;
pub mod details;
pub mod excerpt;
pub mod memo;
pub mod note;
pub mod participant;
pub mod theme;
pub mod transcript;
pub mod translation;

use super::id::{CoderId, Moment};
use serde::{Deserialize, Serialize};

/// That something lies in the bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binned {
    /// When it was put there.
    pub at: Moment,
    /// By whom.
    pub by: CoderId,
    /// A hash of what was deleted, by which an edit made elsewhere at the same time shows.
    pub hash: String,
}
