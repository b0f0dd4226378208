//! Cuts lines into segments, each covered by the same layers, for showing overlaps of any depth.
//! Which spans there are stands in `spans`, where their bars go in `lanes`.
//!
//! Invariant: the segments of a stretch cover it once, in order, without empty ones; neighbours
//! differ in their layers.

mod lanes;
mod spans;

pub use lanes::{Lane, lanes};
pub use spans::SpanIndex;

use super::layout::Layout;
use super::position::{CharPos, CharRange};
use std::ops::Range;

/// A stretch whose characters all lie under the same layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<Id> {
    /// The stretch, never empty.
    pub range: CharRange,
    /// What covers it, in order of ids.
    pub layers: Vec<Id>,
}

/// The segments of what is shown of each line, line by line.
#[must_use]
pub fn line_segments<Id: Copy + Ord>(
    layout: &Layout,
    lines: Range<usize>,
    spans: &SpanIndex<Id>,
) -> Vec<Vec<Segment<Id>>> {
    let within = CharRange::new(
        layout.span(lines.start).start(),
        layout.span(lines.end.max(lines.start)).start(),
    );
    let near: Vec<(CharRange, Id)> = spans.overlapping(within).collect();
    lines
        .map(|line| segments(layout.shown(line), &near))
        .collect()
}

/// The segments of a stretch under spans, some of which may lie elsewhere.
#[must_use]
pub fn segments<Id: Copy + Ord>(stretch: CharRange, spans: &[(CharRange, Id)]) -> Vec<Segment<Id>> {
    let mut here: Vec<(CharRange, Id)> = spans
        .iter()
        .filter_map(|&(range, id)| Some((range.intersection(stretch)?, id)))
        .collect();
    here.sort_unstable_by_key(|&(_, id)| id);
    let mut found: Vec<Segment<Id>> = Vec::new();
    for cut in edges(stretch, &here).windows(2) {
        let covering = here.iter().filter(|(range, _)| range.contains(cut[0]));
        let mut layers: Vec<Id> = covering.map(|&(_, id)| id).collect();
        layers.dedup();
        match found.last_mut() {
            Some(last) if last.layers == layers => {
                last.range = CharRange::new(last.range.start(), cut[1]);
            }
            _ => found.push(Segment {
                range: CharRange::new(cut[0], cut[1]),
                layers,
            }),
        }
    }
    found
}

fn edges<Id>(stretch: CharRange, spans: &[(CharRange, Id)]) -> Vec<CharPos> {
    let mut edges = vec![stretch.start(), stretch.end()];
    edges.extend(
        spans
            .iter()
            .flat_map(|(range, _)| [range.start(), range.end()]),
    );
    edges.sort_unstable();
    edges.dedup();
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn range(start: u32, end: u32) -> CharRange {
        CharRange::new(CharPos(start), CharPos(end))
    }

    /// Segments as `words` with the layers behind each.
    fn check(words: &str, spans: &[(u32, u32, char)], expected: &str) {
        let spans: Vec<_> = spans.iter().map(|&(s, e, id)| (range(s, e), id)).collect();
        let chars: Vec<char> = words.chars().collect();
        let shown: String = segments(range(0, chars.len() as u32), &spans)
            .iter()
            .map(|segment| {
                let (start, end) = (segment.range.start().0, segment.range.end().0);
                let text: String = chars[start as usize..end as usize].iter().collect();
                format!("[{text}|{}]", segment.layers.iter().collect::<String>())
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn overlaps_of_any_depth() {
        check("", &[(0, 4, 'a')], "");
        check("safe", &[], "[safe|]");
        check("I felt safe", &[(2, 6, 'a')], "[I |][felt|a][ safe|]");
        check(
            "I felt safe",
            &[(2, 11, 'b'), (0, 6, 'a'), (4, 5, 'c'), (9, 90, 'd')],
            "[I |a][fe|ab][l|abc][t|ab][ sa|b][fe|bd]",
        );
        check("ab", &[(0, 1, 'a'), (1, 2, 'a'), (1, 1, 'z')], "[ab|a]");
    }

    prop_compose! {
        fn any_span()(start in 0u32..80, length in 0u32..40, id in 0u8..30) -> (CharRange, u8) {
            (range(start, start + length), id)
        }
    }

    proptest! {
        #[test]
        fn segments_cover_the_stretch_once_in_order(
            start in 0u32..60, length in 0u32..60, spans in prop::collection::vec(any_span(), 0..20)
        ) {
            let stretch = range(start, start + length);
            let found = segments(stretch, &spans);
            let mut at = stretch.start();
            for segment in &found {
                prop_assert_eq!(segment.range.start(), at);
                prop_assert!(!segment.range.is_empty());
                at = segment.range.end();
                for place in segment.range.start().0..segment.range.end().0 {
                    let mut covering: Vec<u8> = spans.iter()
                        .filter(|(range, _)| range.contains(CharPos(place))).map(|&(_, id)| id).collect();
                    covering.sort_unstable();
                    covering.dedup();
                    prop_assert_eq!(&segment.layers, &covering);
                }
            }
            prop_assert_eq!(at, stretch.end());
        }
    }
}
