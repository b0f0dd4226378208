//! An exploratory comment.

use super::Binned;
use crate::study::id::{CoderId, ExcerptId, Moment, NoteId};
use serde::{Deserialize, Serialize};

/// A comment on a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its name among the records.
    pub id: NoteId,
    /// The passage.
    pub excerpt: ExcerptId,
    /// What it says.
    pub text: String,
    /// Which way of looking it comes from, once decided.
    #[serde(default)]
    pub kind: Option<NoteKind>,
    /// Who wrote it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}

/// The three ways of exploratory noting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// What is talked about.
    Descriptive,
    /// How it is said.
    Linguistic,
    /// What it may mean.
    Conceptual,
}

impl NoteKind {
    /// All kinds in their usual order.
    pub const ALL: [Self; 3] = [Self::Descriptive, Self::Linguistic, Self::Conceptual];

    /// The letter that stands for it: D, L or C.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Descriptive => 'D',
            Self::Linguistic => 'L',
            Self::Conceptual => 'C',
        }
    }
}
