//! The spans of one text, quick to ask for those in a window of lines.
//!
//! Spans are kept sorted by where they begin, in blocks that know how far they reach: a question
//! skips every block that ends before the window. A change writes the list anew behind it, which
//! for the tens of thousands of spans of a large transcript is a few microseconds.
//!
//! Invariant: one span an id; `reach` is always the furthest end of each block.

use crate::study::position::{CharPos, CharRange};
use std::cmp::Reverse;
use std::collections::BTreeMap;

const BLOCK: usize = 64;

/// Spans by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanIndex<Id> {
    spans: Vec<(CharRange, Id)>,
    reach: Vec<CharPos>,
}

impl<Id> Default for SpanIndex<Id> {
    fn default() -> Self {
        Self {
            spans: Vec::new(),
            reach: Vec::new(),
        }
    }
}

impl<Id: Copy + Ord> SpanIndex<Id> {
    /// All spans by where they begin, the longer first, then by id.
    #[must_use]
    pub fn spans(&self) -> &[(CharRange, Id)] {
        &self.spans
    }

    /// Where a span lies.
    #[must_use]
    pub fn get(&self, id: Id) -> Option<CharRange> {
        let found = self.spans.iter().find(|&&(_, other)| other == id);
        found.map(|&(range, _)| range)
    }

    /// Adds a span, or moves it if it is there already.
    pub fn insert(&mut self, range: CharRange, id: Id) {
        let old = self.position(id);
        if let Some(at) = old {
            self.spans.remove(at);
        }
        let at = self
            .spans
            .partition_point(|span| order(span) < order(&(range, id)));
        self.spans.insert(at, (range, id));
        self.measure(old.unwrap_or(at).min(at));
    }

    /// Takes a span away. Says whether it was there.
    pub fn remove(&mut self, id: Id) -> bool {
        let Some(at) = self.position(id) else {
            return false;
        };
        self.spans.remove(at);
        self.measure(at);
        true
    }

    /// The spans that share at least one character with a window, by where they begin.
    pub fn overlapping(&self, window: CharRange) -> impl Iterator<Item = (CharRange, Id)> + '_ {
        let behind = self
            .spans
            .partition_point(|(range, _)| range.start() < window.end());
        let blocks = self.spans[..behind].chunks(BLOCK).zip(&self.reach);
        blocks
            .filter(move |&(_, &reach)| reach > window.start())
            .flat_map(|(block, _)| block)
            .filter(move |(range, _)| range.overlaps(window))
            .copied()
    }

    /// The spans over the character behind a place, the shortest first: what a click picks, and
    /// what the next clicks pick.
    #[must_use]
    pub fn pick(&self, pos: CharPos) -> Vec<Id> {
        let window = CharRange::new(pos, CharPos(pos.0.saturating_add(1)));
        let mut found: Vec<(CharRange, Id)> = self.overlapping(window).collect();
        found.sort_by_key(|&(range, id)| (range.len(), Reverse(range.start()), id));
        found.into_iter().map(|(_, id)| id).collect()
    }

    fn position(&self, id: Id) -> Option<usize> {
        self.spans.iter().position(|&(_, other)| other == id)
    }

    /// Measures the blocks from the one that holds this place on.
    fn measure(&mut self, from: usize) {
        let block = from / BLOCK;
        self.reach.truncate(block);
        let changed = self.spans.chunks(BLOCK).skip(block);
        self.reach.extend(changed.map(|spans| {
            let ends = spans.iter().map(|(range, _)| range.end());
            ends.max().unwrap_or_default()
        }));
    }
}

/// Of several spans with one id the last counts.
impl<Id: Copy + Ord> FromIterator<(CharRange, Id)> for SpanIndex<Id> {
    fn from_iter<T: IntoIterator<Item = (CharRange, Id)>>(spans: T) -> Self {
        let by_id: BTreeMap<Id, CharRange> =
            spans.into_iter().map(|(range, id)| (id, range)).collect();
        let mut index = Self {
            spans: by_id.into_iter().map(|(id, range)| (range, id)).collect(),
            reach: Vec::new(),
        };
        index.spans.sort_unstable_by_key(order);
        index.measure(0);
        index
    }
}

fn order<Id: Copy>(&(range, id): &(CharRange, Id)) -> (CharPos, Reverse<CharPos>, Id) {
    (range.start(), Reverse(range.end()), id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn range(start: u32, end: u32) -> CharRange {
        CharRange::new(CharPos(start), CharPos(end))
    }

    fn check_pick(spans: &[(u32, u32, char)], pos: u32, expected: &str) {
        let spans: SpanIndex<char> = spans.iter().map(|&(s, e, id)| (range(s, e), id)).collect();
        let picked: String = spans.pick(CharPos(pos)).into_iter().collect();
        assert_eq!(picked, expected);
    }

    #[test]
    fn the_innermost_is_picked_first() {
        let spans = [
            (0, 20, 'a'),
            (2, 8, 'b'),
            (4, 6, 'c'),
            (5, 7, 'd'),
            (6, 9, 'e'),
        ];
        check_pick(&spans, 5, "dcba");
        check_pick(&spans, 8, "ea");
        check_pick(&spans, 20, "");
    }

    proptest! {
        #[test]
        fn answers_as_a_plain_list_would(
            changes in prop::collection::vec((0u16..90, 0u32..500, 0u32..60, any::<bool>()), 0..300),
            start in 0u32..500, length in 0u32..80,
        ) {
            let mut index = SpanIndex::default();
            let mut plain = BTreeMap::new();
            for (id, start, length, keep) in changes {
                if keep {
                    index.insert(range(start, start + length), id);
                    plain.insert(id, range(start, start + length));
                } else {
                    prop_assert_eq!(index.remove(id), plain.remove(&id).is_some());
                }
            }
            let again: SpanIndex<u16> = plain.iter().map(|(&id, &range)| (range, id)).collect();
            prop_assert_eq!(&again, &index);
            let window = range(start, start + length);
            let found: BTreeMap<u16, CharRange> = index.overlapping(window).map(|(range, id)| (id, range)).collect();
            plain.retain(|_, range| range.overlaps(window));
            prop_assert_eq!(found, plain);
        }
    }
}
