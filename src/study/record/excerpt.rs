//! A marked passage: a highlight, a meaning unit.

use super::Binned;
use crate::study::id::{CoderId, ExcerptId, Moment, TranscriptId};
use crate::study::position::CharRange;
use crate::study::text::TextHash;
use serde::{Deserialize, Serialize};

/// A marked range of a transcript, anchored to the version of the text it was drawn on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// Its name among the records.
    pub id: ExcerptId,
    /// Where it lies.
    pub transcript: TranscriptId,
    /// From where to where, in the version named by `anchor.text`.
    pub anchor: Anchor,
    /// Who marked it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}

/// A range of one version of a text. One register: its ends move together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The version.
    pub text: TextHash,
    /// The range in it.
    pub range: CharRange,
}
