//! One document of a participant: an interview, a field note, a diary.

use super::Binned;
use crate::study::id::{CoderId, Moment, ParticipantId, TranscriptId};
use crate::study::position::CharRange;
use crate::study::text::TextHash;
use serde::{Deserialize, Serialize};

/// A transcript: what is known about it and which text it has. The words live elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// Its name among the records.
    pub id: TranscriptId,
    /// Whose it is. Never changes.
    pub participant: ParticipantId,
    /// What sort of document.
    #[serde(default)]
    pub kind: TranscriptKind,
    /// A title where kind and number do not say enough; may be empty.
    #[serde(default)]
    pub title: String,
    /// Which interview of this participant it is, from 1.
    #[serde(default)]
    pub number: u32,
    /// The time point, such as `baseline` or `6 months`; may be empty.
    #[serde(default)]
    pub wave: String,
    /// The day, as `2031-03-14`; may be empty.
    #[serde(default)]
    pub date: String,
    /// How long it took, in the researcher's words; may be empty.
    #[serde(default)]
    pub duration: String,
    /// In person, by telephone, …; may be empty.
    #[serde(default)]
    pub mode: String,
    /// Where; may be empty.
    #[serde(default)]
    pub place: String,
    /// Who asked; may be empty.
    #[serde(default)]
    pub interviewer: String,
    /// The language spoken; may be empty.
    #[serde(default)]
    pub language: String,
    /// The interview's context; may be empty.
    #[serde(default)]
    pub context: String,
    /// Its atmosphere; may be empty.
    #[serde(default)]
    pub atmosphere: String,
    /// What it was mainly about; may be empty.
    #[serde(default)]
    pub content: String,
    /// Reflective notes; may be empty.
    #[serde(default)]
    pub reflection: String,
    /// Who speaks; a turn of the text names them by their place here.
    #[serde(default)]
    pub speakers: Vec<Speaker>,
    /// How its lines are cut.
    pub measure: Measure,
    /// The text as first imported.
    pub text: TextHash,
    /// Words corrected since, in order.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The number of words, for lists.
    #[serde(default)]
    pub words: u32,
    /// Who imported it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
    /// Whether it lies in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Binned>,
}

/// What sort of document a transcript is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranscriptKind {
    /// An interview.
    #[default]
    Interview,
    /// A field note.
    FieldNote,
    /// A diary.
    Diary,
    /// Anything else.
    Other,
}

/// A voice of the transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Speaker {
    /// The name that is shown.
    pub name: String,
    /// Whether this is who asks.
    pub interviewer: bool,
}

/// How the lines and pages of a transcript are cut. Fixed at import, so that page.line is a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measure {
    /// Columns of a line; wide characters take two.
    pub columns: u16,
    /// Lines of a page.
    pub lines_per_page: u16,
    /// Whether the pages of the source are kept instead.
    pub source_pages: bool,
}

impl Default for Measure {
    fn default() -> Self {
        Self {
            columns: 72,
            lines_per_page: 30,
            source_pages: false,
        }
    }
}

/// A correction: in the text before it, `range` was replaced by `length` characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The text that resulted.
    pub text: TextHash,
    /// What was replaced, in the text before.
    pub range: CharRange,
    /// How many characters stand there now.
    pub length: u32,
    /// Who corrected it.
    pub by: CoderId,
    /// When.
    pub at: Moment,
}

impl Transcript {
    /// The text as it stands now.
    #[must_use]
    pub fn current_text(&self) -> TextHash {
        self.corrections
            .last()
            .map_or(self.text, |correction| correction.text)
    }
}
