//! A node of the codebook.

use super::Binned;
use crate::study::id::{CoderId, Moment, NoteId, ParticipantId, ThemeId};
use serde::{Deserialize, Serialize};

/// A theme, in a participant's own tree or in the study's.
///
/// A participant's theme has two places: `parent` in its own tree and `under` in the study's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Theme {
    /// Its name among the records.
    pub id: ThemeId,
    /// Whose tree it belongs to; none for the study's. Never changes.
    pub owner: Option<ParticipantId>,
    /// How high it stands.
    pub level: Level,
    /// Its wording.
    pub name: String,
    /// What it means and where it ends.
    pub definition: String,
    /// Which of the colours of the palette it has.
    pub colour: u8,
    /// What it hangs under in its own tree.
    pub parent: Option<ThemeId>,
    /// Its place under a theme of the study, for a participant's theme.
    pub under: Option<ThemeId>,
    /// Its place among its siblings: a key of `study::order`.
    pub order: String,
    /// The notes it was made from.
    pub notes: Vec<NoteId>,
    /// Set aside, kept and shown apart.
    pub retired: bool,
    /// The theme that took over its passages, when it was merged.
    pub merged_into: Option<ThemeId>,
    /// Who made it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}

/// How high a theme stands. The method names the levels.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Close to a passage: initial theme, statement, code.
    #[default]
    Statement,
    /// In the middle: case theme of a participant, sub-theme of the study.
    Middle,
    /// At the top: theme of the study.
    Top,
}
