//! What the start page knows of a study without opening it.

use crate::app::desk::Page;
use crate::study::id::{CoderId, Moment, StudyId};
use serde::{Deserialize, Serialize};

/// The card of a study.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StudyCard {
    /// The study.
    pub id: StudyId,
    /// Its title.
    pub title: String,
    /// When it came to this machine.
    pub created: Moment,
    /// When it was last changed here.
    pub modified: Moment,
    /// When it was put into the bin.
    pub binned: Option<Moment>,
    /// How many participants it has.
    pub participants: u32,
    /// How many transcripts.
    pub transcripts: u32,
    /// Who works on it on this machine.
    pub me: CoderId,
    /// The page that was shown last.
    pub page: Page,
    /// The participant whose transcript that page shows.
    pub home: Option<crate::study::id::ParticipantId>,
    /// The first line that was shown of that page's transcript.
    pub line: u32,
}
