//! The evidence: a passage supports a theme.

use super::Binned;
use crate::study::id::{CoderId, CodingId, ExcerptId, Moment, ThemeId};
use serde::{Deserialize, Serialize};

/// The link between an excerpt and a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    /// Its name among the records.
    pub id: CodingId,
    /// The passage.
    pub excerpt: ExcerptId,
    /// What it is evidence for.
    pub theme: ThemeId,
    /// Who saw it so.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}
