//! Where every line of a transcript stands on the screen, by arithmetic: rows before it, labels
//! before it. Knows no marks and no browser.
//!
//! Invariant: lines stand below each other in order, without gap, whatever the zoom; `line_at` is
//! the inverse of `top`.

use super::text::Prepared;
use super::viewport::Setup;
use crate::study::layout::Wrap;
use crate::study::position::CharRange;
use std::ops::Range;
use std::rc::Rc;

/// Air above the first line.
pub const ABOVE: u32 = 24;
/// Air behind the last.
pub const BEHIND: u32 = 240;

/// The lines of one text in one width.
#[derive(Debug)]
pub struct Folio {
    /// The text.
    pub prepared: Rc<Prepared>,
    /// How many labels stand above each line, its own left out; one more at the end.
    labels: Vec<u32>,
    /// How many rows stand before each line where lines are cut, one more at the end.
    rows: Option<Vec<u32>>,
    wrap: Option<Wrap>,
    columns: Option<u16>,
    /// How many columns a line has.
    pub measured: u16,
}

impl Folio {
    /// Counts through a text, whose lines are cut into rows of so many columns if they do not fit.
    #[must_use]
    pub fn new(prepared: Rc<Prepared>, measured: u16, columns: Option<u16>) -> Self {
        let (text, index, layout) = (&prepared.text, &prepared.index, &prepared.layout);
        let sums = |counts: &mut dyn Iterator<Item = u32>| {
            let mut sum = 0;
            let mut sums = vec![0];
            sums.extend(counts.map(|count| {
                sum += count;
                sum
            }));
            sums
        };
        let lines = 0..layout.lines().len();
        let labels = sums(&mut lines.map(|line| u32::from(has_label(&prepared, line))));
        let wrap = columns.map(Wrap::new);
        let rows = wrap.as_ref().map(|wrap| {
            let counts = layout.row_counts(text, index, wrap);
            sums(&mut counts.into_iter().map(u32::from))
        });
        Self {
            labels,
            rows,
            wrap,
            columns,
            measured,
            prepared: Rc::clone(&prepared),
        }
    }

    /// Whether it was made for this text and width.
    #[must_use]
    pub fn fits(&self, prepared: &Rc<Prepared>, columns: Option<u16>) -> bool {
        Rc::ptr_eq(&self.prepared, prepared) && self.columns == columns
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.labels.len() - 1
    }

    /// Never: a text has at least one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a speaker's label stands above a line.
    #[must_use]
    pub fn has_label(&self, line: usize) -> bool {
        line < self.len() && self.labels[line + 1] > self.labels[line]
    }

    /// The upper edge of a line, its label included; behind the last, the end.
    #[must_use]
    pub fn top(&self, line: usize, setup: &Setup) -> u32 {
        let line = line.min(self.len());
        let rows = match &self.rows {
            Some(rows) => rows[line],
            None => line as u32,
        };
        ABOVE + rows * setup.row + self.labels[line] * setup.label
    }

    /// The upper edge of a line's words.
    #[must_use]
    pub fn words_top(&self, line: usize, setup: &Setup) -> u32 {
        self.top(line, setup) + u32::from(self.has_label(line)) * setup.label
    }

    /// The height of everything.
    #[must_use]
    pub fn height(&self, setup: &Setup) -> u32 {
        self.top(self.len(), setup) + BEHIND
    }

    /// The line at a height.
    #[must_use]
    pub fn line_at(&self, top: u32, setup: &Setup) -> usize {
        let (mut low, mut high) = (0, self.len().saturating_sub(1));
        while low < high {
            let middle = (low + high).div_ceil(2);
            if self.top(middle, setup) <= top {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low
    }

    /// The lines of the page that a line stands on.
    #[must_use]
    pub fn page_of(&self, line: usize) -> Range<usize> {
        let lines = self.prepared.layout.lines();
        let page = lines[line.min(lines.len() - 1)].page;
        let first = lines.partition_point(|line| line.page < page);
        let behind = lines.partition_point(|line| line.page <= page);
        first..behind
    }

    /// What is shown of a line, row by row.
    #[must_use]
    pub fn rows_of(&self, line: usize) -> Vec<CharRange> {
        let Prepared {
            text,
            index,
            layout,
        } = &*self.prepared;
        match &self.wrap {
            Some(wrap) => layout.rows(text, index, wrap, line),
            None => vec![layout.shown(line)],
        }
    }
}

/// A label stands where a speaker takes over, or where the source says when.
fn has_label(prepared: &Prepared, line: usize) -> bool {
    let line = prepared.layout.lines()[line];
    let turns = &prepared.text.turns;
    let Some(turn) = turns.get(line.turn as usize).filter(|_| line.opens_turn) else {
        return false;
    };
    let before = line
        .turn
        .checked_sub(1)
        .and_then(|before| turns.get(before as usize));
    let takes_over =
        turn.speaker.is_some() && before.is_none_or(|before| before.speaker != turn.speaker);
    takes_over || turn.time.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::viewport::Viewport;
    use crate::study::index::TextIndex;
    use crate::study::layout::Layout;
    use crate::study::position::CharPos;
    use crate::study::record::transcript::Measure;
    use crate::study::text::{Text, Turn};

    fn prepared(turns: &[(&str, u16)]) -> Rc<Prepared> {
        let mut text = Text::default();
        for (words, speaker) in turns {
            text.turns.push(Turn {
                start: CharPos(text.content.chars().count() as u32),
                speaker: Some(*speaker),
                time: None,
            });
            text.content.push_str(words);
            text.content.push('\n');
        }
        let index = TextIndex::new(&text.content);
        let layout = Layout::new(&text, &index, Measure::default());
        Rc::new(Prepared {
            text: Rc::new(text),
            index,
            layout,
        })
    }

    #[test]
    fn a_line_is_found_at_its_own_height() {
        let long = "and so on and on ".repeat(20);
        let prepared = prepared(&[("How was it?", 0), (&long, 1), (&long, 1), ("Thanks.", 0)]);
        for columns in [None, Some(30)] {
            let folio = Folio::new(Rc::clone(&prepared), 72, columns);
            let setup = Viewport::default().setup(72);
            for line in 0..folio.len() {
                let top = folio.top(line, &setup);
                assert_eq!(folio.line_at(top, &setup), line);
                assert_eq!(folio.line_at(folio.top(line + 1, &setup) - 1, &setup), line);
            }
            let labels = (0..folio.len()).filter(|line| folio.has_label(*line));
            assert_eq!(labels.count(), 3, "the same speaker again has no label");
        }
    }
}
