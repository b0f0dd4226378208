//! Who did what and when, as it stands beside each change of a document.
//!
//! Invariant: reading it never reads the changes themselves.

use crate::study::edit::Act;
use crate::study::id::{CoderId, Id, Moment};
use automerge::ChangeMetadata;
use automerge::transaction::CommitOptions;

/// One step of a document's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// By whom; none when it was not written by this app.
    pub by: Option<CoderId>,
    /// What was done; none when this version does not know it.
    pub act: Option<Act>,
}

/// What is written beside a change. The moment stands in milliseconds, as everywhere.
pub(super) fn caption(act: Act, by: CoderId, at: Moment) -> CommitOptions {
    CommitOptions::default()
        .with_message(format!("{by} {}", act.key()))
        .with_time(at.0)
}

impl Entry {
    pub(super) fn of(change: &ChangeMetadata<'_>) -> Self {
        let message = change.message.as_deref().unwrap_or_default();
        let (by, act) = message.split_once(' ').unwrap_or_default();
        Self {
            at: Moment(change.timestamp),
            by: Id::from_hex(by).map(CoderId::from),
            act: Act::ALL.iter().copied().find(|known| known.key() == act),
        }
    }
}
