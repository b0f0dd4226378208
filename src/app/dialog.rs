//! What can lie over the screen. A dialog's own state lives with its part of the screen.

use crate::study::id::{StudyId, TranscriptId};

/// A dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// All keys.
    Keys,
    /// Search or run a command.
    Command,
    /// Begin a study.
    NewStudy,
    /// What to do with a study file that cannot simply be opened.
    StudyFile,
    /// Whether a study is to be deleted for good.
    DestroyStudy(StudyId),
    /// Whether to leave a study whose last changes are not stored.
    LeaveUnsaved,
    /// Who works here.
    Coder,
    /// The fields of a transcript.
    Transcript(TranscriptId),
}
