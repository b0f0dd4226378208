//! How a transcript is called: "Interview 2 · 6 months", or its own title.

use crate::app::message::Messages;
use crate::study::record::transcript::{Transcript, TranscriptKind};

/// The name of a transcript among those of its participant.
#[must_use]
pub fn of(messages: &Messages, transcript: &Transcript) -> String {
    let kind = kind_key(transcript.kind);
    let mut name = if transcript.title.is_empty() {
        messages.text(kind)
    } else {
        transcript.title.clone()
    };
    if transcript.number > 0 && transcript.title.is_empty() {
        name = format!("{name} {}", transcript.number);
    }
    if !transcript.wave.is_empty() {
        name = format!("{name} · {}", transcript.wave);
    }
    name
}

/// The message that names a kind of document.
#[must_use]
pub fn kind_key(kind: TranscriptKind) -> &'static str {
    match kind {
        TranscriptKind::Interview => "kind-interview",
        TranscriptKind::FieldNote => "kind-field-note",
        TranscriptKind::Diary => "kind-diary",
        TranscriptKind::Other => "kind-other",
    }
}
