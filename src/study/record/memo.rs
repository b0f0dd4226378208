//! An entry of the reflexive journal.

use super::Binned;
use crate::study::id::{
    CoderId, ExcerptId, MemoId, Moment, NoteId, ParticipantId, ThemeId, TranscriptId,
};
use serde::{Deserialize, Serialize};

/// A dated memo, free or tied to anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memo {
    /// Its name among the records.
    pub id: MemoId,
    /// A title; may be empty.
    pub title: String,
    /// The text.
    pub text: String,
    /// What it is about. Never changes: it decides which document the memo lives in.
    #[serde(default)]
    pub about: About,
    /// Who wrote it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}

/// What a memo is tied to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Nothing in particular.
    #[default]
    Study,
    /// A participant.
    Participant(ParticipantId),
    /// A transcript.
    Transcript(TranscriptId),
    /// A passage.
    Excerpt(ExcerptId),
    /// A note.
    Note(NoteId),
    /// A theme.
    Theme(ThemeId),
}
