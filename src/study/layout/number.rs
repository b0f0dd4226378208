//! Gives lines their page, number and turn in the order in which they are cut. Does not cut.
//!
//! Invariant: whatever a text claims about its turns, pages and lines, marks are in order, inside
//! the text and between written characters, and labels strictly ascend.

use super::Line;
use crate::study::index::TextIndex;
use crate::study::position::CharPos;
use crate::study::record::transcript::Measure;
use crate::study::text::Text;

/// Where a text asks for a new line, made trustworthy.
pub(super) struct Marks {
    turns: Vec<u32>,
    /// Where a page of the source begins, if those are kept.
    pages: Vec<u32>,
    /// Where the numbered lines of a corrected text begin.
    lines: Vec<u32>,
    end: u32,
}

impl Marks {
    pub(super) fn new(text: &Text, index: &TextIndex, measure: Measure) -> Self {
        let mend = |places: &mut dyn Iterator<Item = CharPos>| {
            let mut last = 0;
            places
                .map(|pos| {
                    last = index.snap(&text.content, pos).0.max(last);
                    last
                })
                .collect::<Vec<u32>>()
        };
        let pages: &[CharPos] = if measure.source_pages {
            &text.pages
        } else {
            &[]
        };
        Self {
            turns: mend(&mut text.turns.iter().map(|turn| turn.start)),
            pages: mend(&mut pages.iter().copied()),
            lines: mend(&mut text.lines.iter().copied()),
            end: index.chars(),
        }
    }

    /// Every place where a line must begin, from 0, and the end of the text: at least two. A page
    /// of a corrected text begins with a numbered line and asks for none of its own.
    pub(super) fn stops(&self) -> Vec<u32> {
        let pages: &[u32] = if self.lines.is_empty() {
            &self.pages
        } else {
            &[]
        };
        let mut stops = [&self.turns, pages, &self.lines].concat();
        stops.push(0);
        stops.retain(|&stop| stop < self.end.max(1));
        stops.sort_unstable();
        stops.dedup();
        stops.push(self.end);
        stops
    }
}

/// The count while going down the lines.
pub(super) struct Numbering<'a> {
    marks: &'a Marks,
    /// Which numbered line opens each page, in a corrected text whose pages are kept.
    page_lines: &'a [u32],
    lines_per_page: u32,
    /// Which numbered line this is, from 0, and which `a`, `b` behind it.
    numbered: u32,
    overflow: u16,
    /// How many pages have begun after the first, and with which numbered line the last did.
    page: usize,
    opening: u32,
    turn: usize,
    started: bool,
}

impl<'a> Numbering<'a> {
    pub(super) fn new(text: &'a Text, marks: &'a Marks, measure: Measure) -> Self {
        Self {
            marks,
            page_lines: &text.page_lines,
            lines_per_page: u32::from(measure.lines_per_page.max(1)),
            numbered: 0,
            overflow: 0,
            page: 0,
            opening: 0,
            turn: 0,
            started: false,
        }
    }

    /// The next line.
    pub(super) fn line(&mut self, start: u32, end: u32) -> Line {
        self.count(start);
        self.turn_page(start);
        let turns = &self.marks.turns;
        while turns.get(self.turn + 1).is_some_and(|&turn| turn <= start) {
            self.turn += 1;
        }
        let (page, number) = if self.marks.pages.is_empty() {
            let per_page = self.lines_per_page;
            (self.numbered / per_page, self.numbered % per_page)
        } else {
            (self.page as u32, self.numbered - self.opening)
        };
        Line {
            start: CharPos(start),
            end: CharPos(end),
            page: page + 1,
            number: number + 1,
            turn: self.turn as u32,
            overflow: self.overflow,
            opens_turn: turns.get(self.turn) == Some(&start),
        }
    }

    fn count(&mut self, start: u32) {
        let before = self.numbered;
        let lines = &self.marks.lines;
        if lines.is_empty() {
            self.numbered += u32::from(self.started);
        } else {
            let begun = |line: u32| lines.get(line as usize).is_some_and(|&line| line <= start);
            while begun(self.numbered + 1) {
                self.numbered += 1;
            }
        }
        self.overflow = if self.started && self.numbered == before {
            self.overflow.saturating_add(1)
        } else {
            0
        };
        self.started = true;
    }

    fn turn_page(&mut self, start: u32) {
        let corrected = !self.marks.lines.is_empty();
        while let Some(&begins) = self.marks.pages.get(self.page) {
            let opening = if corrected {
                self.page_lines.get(self.page).copied().unwrap_or(u32::MAX)
            } else if begins <= start {
                self.numbered
            } else {
                u32::MAX
            };
            if opening > self.numbered {
                break;
            }
            self.opening = opening.max(self.opening);
            self.page += 1;
        }
    }
}
