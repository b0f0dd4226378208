//! What is selected: an anchor and a caret. Reads places that the screen names by line and UTF-16
//! unit; how a caret moves stands in `caret`.
//!
//! Invariant: both ends lie between written characters of the text on screen.

use super::Reading;
use super::text::Prepared;
use crate::app::state::State;
use crate::study::caret::{Caret, Ground};
use crate::study::index::Utf16Pos;
use crate::study::position::{CharPos, CharRange};

/// A place as the screen knows it: a line and the UTF-16 units of its words before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// UTF-16 units from the beginning of its words.
    pub utf16: u32,
}

/// A selection, empty when its ends are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub anchor: CharPos,
    /// Where it goes on.
    pub head: Caret,
}

impl Selection {
    /// What it holds.
    #[must_use]
    pub fn range(&self) -> CharRange {
        CharRange::new(self.anchor, self.head.pos)
    }

    /// A caret without a selection.
    #[must_use]
    pub fn at(head: Caret) -> Self {
        Self {
            anchor: head.pos,
            head,
        }
    }
}

impl Prepared {
    /// The ground on which carets move.
    #[must_use]
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            text: &self.text,
            index: &self.index,
            layout: &self.layout,
        }
    }

    /// The words of a range.
    #[must_use]
    pub fn words(&self, range: CharRange) -> &str {
        self.index.slice(&self.text.content, range)
    }

    /// A range without the spaces at its ends.
    #[must_use]
    pub fn trim(&self, range: CharRange) -> CharRange {
        let words = self.words(range);
        let begins = words.chars().take_while(|c| c.is_whitespace()).count() as u32;
        let ends = words
            .chars()
            .rev()
            .take_while(|c| c.is_whitespace())
            .count() as u32;
        if begins >= range.len() {
            return CharRange::new(range.start(), range.start());
        }
        CharRange::new(
            CharPos(range.start().0 + begins),
            CharPos(range.end().0 - ends),
        )
    }

    /// The caret at a place on the screen.
    #[must_use]
    pub fn caret_at(&self, place: Place) -> Caret {
        let content = &self.text.content;
        let line = (place.line as usize).min(self.layout.lines().len() - 1);
        let shown = self.layout.shown(line);
        let from = self.index.to_utf16(content, shown.start());
        let unit = Utf16Pos(from.0.saturating_add(place.utf16));
        let pos = self.index.from_utf16(content, unit).min(shown.end());
        let pos = self.index.snap(content, pos);
        Caret {
            pos,
            trailing: pos > shown.start() && self.layout.line_at(pos) != line,
            goal: None,
        }
    }

    /// The place on the screen of a caret.
    #[must_use]
    pub fn place_of(&self, caret: Caret) -> Place {
        let content = &self.text.content;
        let line = self.ground().line_of(caret);
        let shown = self.layout.shown(line);
        let from = self.index.to_utf16(content, shown.start());
        let to = self
            .index
            .to_utf16(content, caret.pos.clamp(shown.start(), shown.end()));
        Place {
            line: line as u32,
            utf16: to.0 - from.0,
        }
    }
}

impl Reading {
    /// Selects from one place to another.
    pub(super) fn select(&mut self, selection: Selection) {
        self.selection = selection;
        self.selections += 1;
        if !selection.range().is_empty() {
            self.picked = None;
            self.palette = super::palette::Palette::default();
        }
    }
}

/// The pointer or the browser's own keys selected something.
pub(super) fn selected(state: &mut State, anchor: Place, head: Place) {
    let Some((desk, prepared)) = super::on_screen(state) else {
        return;
    };
    let selection = Selection {
        anchor: prepared.caret_at(anchor).pos,
        head: prepared.caret_at(head),
    };
    let reading = &mut desk.reading;
    reading.held = None;
    if reading.selection.range() == selection.range()
        && reading.selection.anchor == selection.anchor
    {
        return;
    }
    reading.select(selection);
    if !selection.range().is_empty() {
        let words = prepared.words(selection.range()).split_whitespace().count();
        state
            .notices
            .say("reading-selected", vec![("count", words.into())]);
    }
}
