//! Places in a text and stretches between them. Nothing here knows a text.
//!
//! Invariant: a position counts Unicode scalar values from the start of the text and lies between
//! characters; a range is half-open and never runs backwards. UTF-16 units and bytes are other
//! types and are converted at the edges only.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A place between two characters: the number of Unicode scalar values before it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct CharPos(pub u32);

/// A half-open stretch of text, `start..end`, in Unicode scalar values.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(from = "(CharPos, CharPos)", into = "(CharPos, CharPos)")]
pub struct CharRange {
    start: CharPos,
    end: CharPos,
}

impl CharRange {
    /// The stretch between two places, given in either order.
    #[must_use]
    pub fn new(one: CharPos, other: CharPos) -> Self {
        Self {
            start: one.min(other),
            end: one.max(other),
        }
    }

    /// Its first place.
    #[must_use]
    pub fn start(self) -> CharPos {
        self.start
    }

    /// The place behind its last character.
    #[must_use]
    pub fn end(self) -> CharPos {
        self.end
    }

    /// Its length in Unicode scalar values.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether it holds no character.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the character behind `pos` belongs to it.
    #[must_use]
    pub fn contains(self, pos: CharPos) -> bool {
        self.start <= pos && pos < self.end
    }

    /// Whether the two share at least one character.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What the two have in common, if that is at least one character.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Self { start, end })
    }
}

impl From<(CharPos, CharPos)> for CharRange {
    fn from((start, end): (CharPos, CharPos)) -> Self {
        Self::new(start, end)
    }
}

impl From<CharRange> for (CharPos, CharPos) {
    fn from(range: CharRange) -> Self {
        (range.start, range.end)
    }
}

impl fmt::Display for CharRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start.0, self.end.0)
    }
}
