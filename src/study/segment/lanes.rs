//! Gives the bars in the margin lanes beside each other. Knows no pixels.
//!
//! Invariants: two bars that share a line never share a lane; lanes are given once for the whole
//! text, so a bar keeps its lane however one scrolls.

use super::SpanIndex;
use crate::study::layout::Layout;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Where the bar of a span goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane<Id> {
    /// Whose bar.
    pub id: Id,
    /// Which lane, from 0 beside the text outwards.
    pub lane: u32,
    /// The lines beside which it runs.
    pub lines: Range<usize>,
}

/// The lanes of all spans: in order of where they begin, each takes the innermost that is free.
#[must_use]
pub fn lanes<Id: Copy + Ord>(layout: &Layout, spans: &SpanIndex<Id>) -> Vec<Lane<Id>> {
    let mut taken: BinaryHeap<Reverse<(usize, u32)>> = BinaryHeap::new();
    let mut free: BinaryHeap<Reverse<u32>> = BinaryHeap::new();
    let mut lanes = 0;
    let bars = spans.spans().iter().map(|&(range, id)| {
        let lines = layout.lines_of(range);
        while let Some(&Reverse((end, lane))) = taken.peek()
            && end <= lines.start
        {
            taken.pop();
            free.push(Reverse(lane));
        }
        let lane = free.pop().map_or_else(
            || {
                lanes += 1;
                lanes - 1
            },
            |Reverse(lane)| lane,
        );
        taken.push(Reverse((lines.end, lane)));
        Lane { id, lane, lines }
    });
    bars.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::index::TextIndex;
    use crate::study::position::{CharPos, CharRange};
    use crate::study::record::transcript::Measure;
    use crate::study::text::Text;
    use proptest::prelude::*;

    /// Bars over a text of which every line has two characters.
    fn bars(spans: &[(u32, u32)]) -> Vec<Lane<usize>> {
        let text = Text {
            content: "a\n".repeat(100),
            ..Text::default()
        };
        let layout = Layout::new(&text, &TextIndex::new(&text.content), Measure::default());
        let spans = spans.iter().enumerate();
        let spans = spans.map(|(id, &(s, e))| (CharRange::new(CharPos(s), CharPos(e)), id));
        lanes(&layout, &spans.collect())
    }

    #[test]
    fn the_innermost_free_lane_is_taken() {
        let lanes: Vec<(usize, u32)> = bars(&[(0, 10), (4, 6), (5, 20), (12, 14)])
            .iter()
            .map(|bar| (bar.id, bar.lane))
            .collect();
        assert_eq!(lanes, [(0, 0), (1, 1), (2, 2), (3, 0)]);
    }

    proptest! {
        #[test]
        fn bars_beside_one_line_differ(spans in prop::collection::vec((0u32..200, 0u32..200), 0..40)) {
            let bars = bars(&spans);
            prop_assert_eq!(bars.len(), spans.len());
            for (number, bar) in bars.iter().enumerate() {
                for other in &bars[..number] {
                    let apart = other.lines.end <= bar.lines.start || bar.lines.end <= other.lines.start;
                    prop_assert!(apart || other.lane != bar.lane);
                }
            }
        }
    }
}
