//! What can go wrong with a ledger, each with a code that messages are found by.
//!
//! Invariant: a call that answers with a fault has changed nothing.

use crate::study::edit::Table;
use crate::study::id::Id;
use crate::study::study::Misfit;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a ledger refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Fault {
    /// An edit touches a record that is not there, or not in the document that it names.
    Missing {
        /// The kind of record.
        table: Table,
        /// Its name.
        id: Id,
    },
    /// An edit makes a record whose name is taken.
    Taken {
        /// The kind of record.
        table: Table,
        /// Its name.
        id: Id,
    },
    /// An edit gives a record fields that do not make one.
    Malformed {
        /// The kind of record.
        table: Table,
        /// Its name.
        id: Id,
        /// What the fields lack.
        why: String,
    },
    /// Bytes are no part of a document, or not as they were written.
    Damaged,
    /// Changes rest on earlier ones that are not there.
    Incomplete,
    /// A document was written by a newer version.
    Newer {
        /// The version of its layout.
        version: i64,
    },
    /// The engine would not take a change.
    Refused {
        /// Its words.
        why: String,
    },
}

impl Fault {
    /// A stable name, by which messages are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::Taken { .. } => "taken",
            Self::Malformed { .. } => "malformed",
            Self::Damaged => "damaged",
            Self::Incomplete => "incomplete",
            Self::Newer { .. } => "newer",
            Self::Refused { .. } => "refused",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { table, id } => write!(f, "no {} {id}", table.name()),
            Self::Taken { table, id } => write!(f, "{} {id} is there already", table.name()),
            Self::Malformed { table, id, why } => write!(f, "{} {id}: {why}", table.name()),
            Self::Damaged => f.write_str("the bytes are damaged"),
            Self::Incomplete => f.write_str("earlier changes are not there"),
            Self::Newer { version } => write!(f, "written by a newer version ({version})"),
            Self::Refused { why } => f.write_str(why),
        }
    }
}

impl std::error::Error for Fault {}

impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Self {
        match misfit {
            Misfit::Missing(table, id) => Self::Missing { table, id },
            Misfit::Malformed(table, id, why) => Self::Malformed { table, id, why },
        }
    }
}

impl From<automerge::AutomergeError> for Fault {
    fn from(error: automerge::AutomergeError) -> Self {
        use automerge::AutomergeError;
        match error {
            AutomergeError::MissingDeps => Self::Incomplete,
            AutomergeError::Load(_) | AutomergeError::Deflate(_) => Self::Damaged,
            other => Self::Refused {
                why: other.to_string(),
            },
        }
    }
}

/// What could not be read of a document's parts. The rest was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// The parts that are damaged, by their place.
    pub damaged: Vec<usize>,
    /// How many changes are missing on which others rest; those wait and show once they come.
    pub missing: usize,
}

impl Loss {
    /// The fault that a loss amounts to; none when all was read.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        if !self.damaged.is_empty() {
            Some(Fault::Damaged)
        } else if self.missing > 0 {
            Some(Fault::Incomplete)
        } else {
            None
        }
    }
}
