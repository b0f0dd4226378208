//! How a passage is cited: `P4·2·4.18`, or `P4·31.18` where pages run on through a participant's
//! transcripts.
//!
//! Invariant: a citation is either exact or not given. It needs the transcript's text, and where
//! pages run on those of the transcripts before it too: [`texts`] names them.

use super::desk::Desk;
use crate::study::id::{ExcerptId, TranscriptId};
use crate::study::layout::Citation;
use crate::study::position::CharRange;
use crate::study::record::details::Numbering;
use crate::study::record::transcript::Transcript;

/// How a passage is cited, when its words and the texts that it takes are there.
#[must_use]
pub fn excerpt(desk: &Desk, id: ExcerptId) -> Option<String> {
    let excerpt = desk.study().live_excerpt(id)?;
    range(desk, excerpt.transcript, desk.study().place_of(excerpt)?)
}

/// How a range of a transcript's present text is cited.
#[must_use]
pub fn range(desk: &Desk, id: TranscriptId, range: CharRange) -> Option<String> {
    let transcript = desk.study().live_transcript(id)?;
    let lines = lines(desk, transcript, range)?;
    let person = desk.study().live_participant(transcript.participant)?;
    let several = desk.study().transcripts_of(person.id).len() > 1;
    let runs_on = desk.study().details.numbering == Numbering::RunningOn;
    if several && !runs_on && transcript.number > 0 {
        Some(format!("{}·{}·{lines}", person.label, transcript.number))
    } else {
        Some(format!("{}·{lines}", person.label))
    }
}

/// The lines of a range as they are cited within the participant: `4.18–4.20`.
#[must_use]
pub fn lines(desk: &Desk, transcript: &Transcript, range: CharRange) -> Option<Citation> {
    let citation = desk.texts.of(transcript)?.layout.cite(range);
    let mut pages = 0;
    for before in before(desk, transcript) {
        pages += desk.texts.of(before)?.layout.pages();
    }
    Some(citation.after_pages(pages))
}

/// The transcripts whose texts a citation in this one takes.
#[must_use]
pub fn texts<'a>(desk: &'a Desk, transcript: &'a Transcript) -> Vec<&'a Transcript> {
    let mut all = before(desk, transcript);
    all.push(transcript);
    all
}

/// The transcripts whose pages come before, where pages run on.
fn before<'a>(desk: &'a Desk, transcript: &Transcript) -> Vec<&'a Transcript> {
    if desk.study().details.numbering != Numbering::RunningOn {
        return Vec::new();
    }
    let all = desk.study().transcripts_of(transcript.participant);
    all.into_iter()
        .take_while(|other| other.id != transcript.id)
        .collect()
}
