//! A passage in another language.

use super::Binned;
use crate::study::id::{CoderId, ExcerptId, Moment, TranslationId};
use serde::{Deserialize, Serialize};

/// An excerpt in another language. The report prints the original, the translation, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Its name among the records.
    pub id: TranslationId,
    /// The passage.
    pub excerpt: ExcerptId,
    /// The words.
    pub text: String,
    /// The language they are in.
    #[serde(default)]
    pub language: String,
    /// Who translated.
    #[serde(default)]
    pub translator: String,
    /// Who checked it; may be empty.
    #[serde(default)]
    pub checker: String,
    /// Who entered it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}
