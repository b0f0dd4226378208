//! Marking passages, moving their ends, putting them under themes, translating them.

use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::{CodingId, ExcerptId, ThemeId, TranscriptId, TranslationId};
use crate::study::position::CharRange;
use crate::study::record::coding::Coding;
use crate::study::record::excerpt::{Anchor, Excerpt};
use crate::study::record::translation::Translation;

/// Where something is said: a passage that is marked, or a range that is still to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A marked passage.
    Excerpt(ExcerptId),
    /// A range of a transcript's present text.
    Range(TranscriptId, CharRange),
    /// A range of which it is known that this coder has not marked it: nothing is looked for, so
    /// the cost does not grow with the number of passages.
    Unmarked(TranscriptId, CharRange),
}

/// A passage to act on and, when it was not marked before, the change that marks it.
pub(super) struct Marked {
    pub(super) excerpt: ExcerptId,
    pub(super) home: Home,
    pub(super) change: Option<Change>,
}

impl Hand<'_> {
    /// The passage at a spot. A range that this coder has already marked is not marked twice.
    pub(super) fn marked(&mut self, spot: Spot) -> Option<Marked> {
        match spot {
            Spot::Excerpt(excerpt) => {
                self.study.live_excerpt(excerpt)?;
                Some(Marked {
                    excerpt,
                    home: self.study.home_of_excerpt(excerpt)?,
                    change: None,
                })
            }
            Spot::Range(transcript, range) => {
                let known = self.study.excerpts_of(transcript).find(|excerpt| {
                    excerpt.by == self.by && self.study.place_of(excerpt) == Some(range)
                });
                match known.map(|known| known.id) {
                    Some(known) => self.marked(Spot::Excerpt(known)),
                    None => self.marked(Spot::Unmarked(transcript, range)),
                }
            }
            Spot::Unmarked(transcript, range) => {
                let home = self.study.home_of_transcript(transcript)?;
                let excerpt = Excerpt {
                    id: self.stamp.id(),
                    transcript,
                    anchor: Anchor {
                        text: self.study.live_transcript(transcript)?.current_text(),
                        range,
                    },
                    by: self.by,
                    at: self.stamp.at(),
                    binned: None,
                };
                (!range.is_empty()).then(|| Marked {
                    excerpt: excerpt.id,
                    home,
                    change: Some(Change::make(home, &excerpt)),
                })
            }
        }
    }

    /// Marks a spot.
    pub fn mark(&mut self, spot: Spot) -> (Option<ExcerptId>, Edit) {
        let marked = self.marked(spot);
        let excerpt = marked.as_ref().map(|marked| marked.excerpt);
        let change = marked.and_then(|marked| marked.change);
        (excerpt, edit(Act::MarkPassage, [change]))
    }

    /// Moves the ends of a passage.
    #[must_use]
    pub fn move_passage(&self, id: ExcerptId, range: CharRange) -> Edit {
        let change = || {
            let excerpt = self.study.live_excerpt(id).filter(|_| !range.is_empty())?;
            let text = self
                .study
                .live_transcript(excerpt.transcript)?
                .current_text();
            altered(self.study.home_of_excerpt(id)?, excerpt, |excerpt| {
                excerpt.anchor = Anchor { text, range };
            })
        };
        edit(Act::MovePassage, [change()])
    }

    /// Puts a passage under a theme; once is enough.
    pub fn code(&mut self, spot: Spot, theme: ThemeId) -> Edit {
        let Some(marked) = self.marked(spot) else {
            return edit(Act::AddCoding, []);
        };
        let known = self
            .study
            .codings_of(marked.excerpt)
            .any(|coding| coding.theme == theme);
        if known || self.study.live_theme(theme).is_none() {
            return edit(Act::AddCoding, []);
        }
        let coding = self.coding(marked.home, marked.excerpt, theme);
        edit(Act::AddCoding, [marked.change, Some(coding)])
    }

    pub(super) fn coding(&mut self, home: Home, excerpt: ExcerptId, theme: ThemeId) -> Change {
        let coding = Coding {
            id: self.stamp.id(),
            excerpt,
            theme,
            by: self.by,
            at: self.stamp.at(),
            binned: None,
        };
        Change::make(home, &coding)
    }

    /// Takes a passage from a theme.
    #[must_use]
    pub fn uncode(&self, id: CodingId) -> Edit {
        let change = || {
            let coding = self.study.codings.get(&id)?;
            let home = self.study.home_of_excerpt(coding.excerpt)?;
            let binned = self.binned(coding);
            altered(home, coding, |coding| coding.binned = Some(binned))
        };
        edit(Act::RemoveCoding, [change()])
    }

    /// Writes a passage in another language.
    pub fn translate(
        &mut self,
        spot: Spot,
        text: String,
        language: String,
    ) -> (Option<TranslationId>, Edit) {
        let Some(marked) = self.marked(spot) else {
            return (None, edit(Act::AddTranslation, []));
        };
        let translation = Translation {
            id: self.stamp.id(),
            excerpt: marked.excerpt,
            text,
            language,
            by: self.by,
            at: self.stamp.at(),
            ..Translation::default()
        };
        let change = Change::make(marked.home, &translation);
        (
            Some(translation.id),
            edit(Act::AddTranslation, [marked.change, Some(change)]),
        )
    }

    /// Changes a translation.
    #[must_use]
    pub fn edit_translation(
        &self,
        id: TranslationId,
        alter: impl FnOnce(&mut Translation),
    ) -> Edit {
        let change = || {
            let translation = self.study.translations.get(&id)?;
            altered(
                self.study.home_of_excerpt(translation.excerpt)?,
                translation,
                alter,
            )
        };
        edit(Act::EditTranslation, [change()])
    }
}
