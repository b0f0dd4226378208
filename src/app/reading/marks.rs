//! Which passages lie where in the transcript on screen, and what is seen of each. The letters and
//! lines that show them are `rows` and `bar`.
//!
//! Invariant: the index holds exactly the live passages of the transcript that have a place in its
//! present text; an edit costs as much as it changes, however many passages there are.

use crate::study::edit::{Change, Home, Table};
use crate::study::id::{ExcerptId, TranscriptId};
use crate::study::position::{CharPos, CharRange};
use crate::study::record::note::NoteKind;
use crate::study::segment::SpanIndex;
use crate::study::study::Study;

/// The passages of one transcript by place.
#[derive(Debug, Default)]
pub struct Marks {
    spans: SpanIndex<ExcerptId>,
}

/// How much of a study may have changed.
#[derive(Clone, Copy, Debug)]
pub enum Extent<'a> {
    /// Anything.
    All,
    /// What one document holds.
    Home(Home),
    /// What these changes name.
    Changes(&'a [Change]),
}

impl Marks {
    /// Reads the passages of a transcript anew.
    pub fn read(&mut self, study: &Study, transcript: Option<TranscriptId>) {
        self.spans = transcript
            .filter(|id| study.live_transcript(*id).is_some())
            .into_iter()
            .flat_map(|id| study.excerpts_of(id))
            .filter_map(|excerpt| Some((study.place_of(excerpt)?, excerpt.id)))
            .collect();
    }

    /// Follows a change of the study.
    pub fn follow(&mut self, study: &Study, transcript: Option<TranscriptId>, extent: Extent<'_>) {
        let Some(id) = transcript else {
            return;
        };
        match extent {
            Extent::All => self.read(study, transcript),
            Extent::Home(home) => {
                if study.home_of_transcript(id) == Some(home) {
                    self.read(study, transcript);
                }
            }
            Extent::Changes(changes) => {
                let moved = |change: &Change| match change.table {
                    Table::Transcript => change.id == id.into(),
                    Table::Participant => study.home_of_transcript(id) == Some(change.home),
                    _ => false,
                };
                if changes.iter().any(moved) {
                    return self.read(study, transcript);
                }
                for change in changes {
                    if change.table == Table::Excerpt {
                        self.put(study, id, change.id.into());
                    }
                }
            }
        }
    }

    fn put(&mut self, study: &Study, transcript: TranscriptId, id: ExcerptId) {
        let place = study
            .live_excerpt(id)
            .filter(|excerpt| excerpt.transcript == transcript)
            .and_then(|excerpt| study.place_of(excerpt));
        match place {
            Some(range) => self.spans.insert(range, id),
            None => {
                self.spans.remove(id);
            }
        }
    }

    /// All of them.
    #[must_use]
    pub fn spans(&self) -> &SpanIndex<ExcerptId> {
        &self.spans
    }

    /// Those over the character behind a place, the innermost first.
    #[must_use]
    pub fn at(&self, pos: CharPos) -> Vec<ExcerptId> {
        self.spans.pick(pos)
    }

    /// Those that begin in a stretch, in order.
    pub fn beginning_in(
        &self,
        stretch: CharRange,
    ) -> impl Iterator<Item = (CharRange, ExcerptId)> + '_ {
        self.spans
            .overlapping(stretch)
            .filter(move |(range, _)| range.start() >= stretch.start())
    }
}

/// What is seen of a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colours of its themes.
    pub tones: Vec<u8>,
    /// The kind of its first note that has one.
    pub kind: Option<NoteKind>,
}

/// What is seen of a passage.
#[must_use]
pub fn look(study: &Study, id: ExcerptId) -> Look {
    let mut tones: Vec<u8> = Vec::new();
    for theme in study.themes_of(id) {
        if !tones.contains(&theme.colour) {
            tones.push(theme.colour);
        }
    }
    Look {
        tones,
        kind: study.notes_of(id).find_map(|note| note.kind),
    }
}
