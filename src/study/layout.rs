//! The fixed lines of a text and their numbers, page.line. How a paragraph is cut stands in `wrap`,
//! how a line is cited in `label`; how it looks on a screen, nowhere in here.
//!
//! A line is known by its place in the layout, from 0. A turn, a paragraph, a kept page of the
//! source and, in a corrected text, a line of the first version always begin a new line. A page
//! ends after a fixed number of numbered lines, or where the source's page did. In a corrected
//! text what does not fit its numbered line any more follows it as 4.18a, 4.18b; a line of which
//! nothing is left is skipped and its number stays free.
//!
//! Invariants: lines follow each other without gap or overlap from 0 to the end of the text; there
//! is at least one; each begins between written characters; labels strictly ascend. The same text
//! and measure always give the same lines.

mod label;
mod number;
mod wrap;

pub use label::{Citation, Label, NotALabel};
pub use wrap::{Row, Wrap};

use super::index::TextIndex;
use super::position::{CharPos, CharRange};
use super::record::transcript::Measure;
use super::text::Text;
use number::{Marks, Numbering};
use std::ops::Range;

/// A line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins.
    pub start: CharPos,
    /// Where it ends for the eye: the spaces and the line feed that end it are left out. The line
    /// itself lasts until the next one begins, see [`Layout::span`].
    pub end: CharPos,
    /// Its page, from 1.
    pub page: u32,
    /// Its number on the page, from 1.
    pub number: u32,
    /// Which of the text's turns it belongs to.
    pub turn: u32,
    /// 0 for a numbered line, 1 for the `a` behind it, and so on.
    pub overflow: u16,
    /// Whether its turn begins with it.
    pub opens_turn: bool,
}

/// The lines of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    lines: Vec<Line>,
    end: CharPos,
}

impl Layout {
    /// Cuts a text into lines and numbers them.
    #[must_use]
    pub fn new(text: &Text, index: &TextIndex, measure: Measure) -> Self {
        let marks = Marks::new(text, index, measure);
        let wrap = Wrap::new(measure.columns);
        let mut numbering = Numbering::new(text, &marks, measure);
        let mut lines = Vec::with_capacity(expected_lines(text, index, measure));
        let mut from = 0;
        let stops = marks.stops();
        for (&stop, &until) in stops.iter().zip(&stops[1..]) {
            let mut start = stop;
            let to = index.to_byte(&text.content, CharPos(until)).0 as usize;
            for paragraph in paragraphs(&text.content[from..to]) {
                start += wrap.rows(paragraph, |row| {
                    lines.push(numbering.line(start + row.start, start + row.end));
                });
            }
            from = to;
        }
        Self {
            lines,
            end: index.end(),
        }
    }

    /// All lines in order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The number of pages, skipped ones included.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.lines.last().map_or(1, |line| line.page)
    }

    /// The whole stretch of a line, up to where the next begins. A line beyond the last is empty.
    #[must_use]
    pub fn span(&self, line: usize) -> CharRange {
        let start = |line: usize| self.lines.get(line).map_or(self.end, |line| line.start);
        CharRange::new(start(line), start(line + 1))
    }

    /// What of a line is for the eye: without the spaces and the line feed at its end.
    #[must_use]
    pub fn shown(&self, line: usize) -> CharRange {
        self.lines
            .get(line)
            .map_or(CharRange::new(self.end, self.end), |line| {
                CharRange::new(line.start, line.end)
            })
    }

    /// The line that holds a place; the last one for the end of the text and beyond.
    #[must_use]
    pub fn line_at(&self, pos: CharPos) -> usize {
        self.lines
            .partition_point(|line| line.start <= pos)
            .saturating_sub(1)
    }

    /// The lines that a range touches. An empty one touches the line that it lies in.
    #[must_use]
    pub fn lines_of(&self, range: CharRange) -> Range<usize> {
        let first = self.line_at(range.start());
        let behind = self.lines.partition_point(|line| line.start < range.end());
        first..behind.max(first + 1)
    }

    /// How a line is cited; one beyond the last as the last.
    #[must_use]
    pub fn label(&self, line: usize) -> Label {
        let line = &self.lines[line.min(self.lines.len() - 1)];
        Label {
            page: line.page,
            number: line.number,
            overflow: line.overflow,
        }
    }

    /// The line that somebody asked for as `4.18`, `4,18`, `4:18` or `4.18a`.
    #[must_use]
    pub fn find_label(&self, typed: &str) -> Option<usize> {
        let label: Label = typed.parse().ok()?;
        let key = |line: &Line| (line.page, line.number, line.overflow);
        self.lines
            .binary_search_by_key(&(label.page, label.number, label.overflow), key)
            .ok()
    }

    /// How a passage is cited: from the first to the last line in which some of it can be seen.
    #[must_use]
    pub fn cite(&self, range: CharRange) -> Citation {
        let mut lines = self.lines_of(range);
        let hidden = |line| self.shown(line).intersection(range).is_none();
        while lines.len() > 1 && hidden(lines.start) {
            lines.start += 1;
        }
        while lines.len() > 1 && hidden(lines.end - 1) {
            lines.end -= 1;
        }
        Citation {
            first: self.label(lines.start),
            last: self.label(lines.end - 1),
        }
    }

    /// The rows of a line where its column does not fit: what is shown of it, cut once more.
    #[must_use]
    pub fn rows(&self, text: &Text, index: &TextIndex, wrap: &Wrap, line: usize) -> Vec<CharRange> {
        let shown = self.shown(line);
        let start = shown.start().0;
        let mut starts = Vec::new();
        let mut ranges = Vec::new();
        wrap.rows(index.slice(&text.content, shown), |row| {
            starts.push(CharPos(start + row.start));
        });
        for (number, &from) in starts.iter().enumerate() {
            let to = starts.get(number + 1).copied().unwrap_or(shown.end());
            ranges.push(CharRange::new(from, to));
        }
        ranges
    }

    /// How many rows every line takes where its column does not fit.
    #[must_use]
    pub fn row_counts(&self, text: &Text, index: &TextIndex, wrap: &Wrap) -> Vec<u16> {
        let count = |line| {
            let mut rows = 0;
            wrap.rows(index.slice(&text.content, self.shown(line)), |_| rows += 1);
            rows
        };
        (0..self.lines.len()).map(count).collect()
    }
}

/// The paragraphs of a stretch with their line feeds; one empty one where there is nothing.
fn paragraphs(stretch: &str) -> impl Iterator<Item = &str> {
    let nothing = stretch.is_empty().then_some("");
    stretch.split_inclusive('\n').chain(nothing)
}

/// Enough room for most texts, so that the list of lines rarely has to move.
fn expected_lines(text: &Text, index: &TextIndex, measure: Measure) -> usize {
    let full = index.chars() / u32::from(measure.columns.max(1));
    let broken = text.turns.len().max(text.lines.len());
    full as usize * 5 / 4 + broken + 1
}
