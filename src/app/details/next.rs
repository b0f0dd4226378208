//! What comes next in a study, said gently: one step, the first that is not begun.

use crate::app::desk::{Desk, Page};
use crate::study::id::{ParticipantId, TranscriptId};
use crate::study::record::theme::Level;
use crate::study::study::Study;

/// The next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Bring the first transcript in.
    Import,
    /// Bring one in for a participant who has none.
    ImportFor(ParticipantId),
    /// Read a transcript and note what strikes.
    Note(TranscriptId),
    /// Make statements of the notes on a transcript.
    State(TranscriptId),
    /// Bring a participant's statements together.
    Gather,
    /// Look for what participants share.
    Across,
}

impl Next {
    /// Its message; `.why` explains it and `.do` is what the button says.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Import => "next-import",
            Self::ImportFor(_) => "next-import-for",
            Self::Note(_) => "next-note",
            Self::State(_) => "next-state",
            Self::Gather => "next-gather",
            Self::Across => "next-across",
        }
    }

    /// Where it is done; none when files are to be picked.
    #[must_use]
    pub fn page(self) -> Option<Page> {
        match self {
            Self::Import | Self::ImportFor(_) => None,
            Self::Note(id) => Some(Page::Transcript(id)),
            Self::State(id) => Some(Page::Table(id)),
            Self::Gather | Self::Across => Some(Page::Codebook),
        }
    }
}

/// The next step; none while documents are still being read.
#[must_use]
pub fn next(desk: &Desk) -> Option<Next> {
    desk.loading.is_empty().then(|| step(desk.study()))
}

fn step(study: &Study) -> Next {
    let people = study.live_participants();
    if people
        .iter()
        .all(|person| study.transcripts_of(person.id).is_empty())
    {
        return people
            .first()
            .map_or(Next::Import, |person| Next::ImportFor(person.id));
    }
    for person in &people {
        for transcript in study.transcripts_of(person.id) {
            let mut notes = study
                .excerpts_of(transcript.id)
                .flat_map(|excerpt| study.notes_of(excerpt.id))
                .peekable();
            if notes.peek().is_none() {
                return Next::Note(transcript.id);
            }
            let coded = |id| study.codings_of(id).next().is_some();
            if !study
                .excerpts_of(transcript.id)
                .any(|excerpt| coded(excerpt.id))
            {
                return Next::State(transcript.id);
            }
        }
        let has = |level| {
            study
                .themes_in(Some(person.id))
                .any(|theme| theme.level == level)
        };
        if has(Level::Statement) && !has(Level::Middle) {
            return Next::Gather;
        }
    }
    Next::Across
}
