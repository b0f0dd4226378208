//! A case: the person who was interviewed.

use super::Binned;
use crate::study::id::{Moment, ParticipantId};
use serde::{Deserialize, Serialize};

/// A participant of the study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participant {
    /// Its name among the records.
    pub id: ParticipantId,
    /// The label by which citations name the person, such as `P4`.
    pub label: String,
    /// The pseudonym.
    pub pseudonym: String,
    /// What is known about the person.
    pub attributes: Vec<Attribute>,
    /// Remarks of the researcher.
    pub remark: String,
    /// When the participant was added.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}

/// One fact about a participant, for good or at one time point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attribute {
    /// What it is, such as `age`.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The time point it holds for; empty when it holds for all.
    pub wave: String,
}
