//! Which rows of a long list are on the screen, and how much room the others take. Knows no
//! element: heights come in, pieces go out.
//!
//! Invariant: the pieces cover the list once, in order; a row that was never measured counts with
//! the mean of those that were.

use std::collections::HashMap;
use std::hash::Hash;

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Room of rows that are not shown.
    Gap(f64),
    /// A row that is shown.
    Row(usize),
}

/// The heights of a list's rows, as far as they are known.
#[derive(Clone, Debug)]
pub struct Heights<K> {
    known: HashMap<K, f64>,
    sum: f64,
    first_guess: f64,
}

impl<K: Hash + Eq + Clone> Heights<K> {
    /// Nothing is known yet but a guess.
    #[must_use]
    pub fn new(guess: f64) -> Self {
        Self {
            known: HashMap::new(),
            sum: 0.0,
            first_guess: guess,
        }
    }

    /// Notes the height of a row; answers by how much it differs from what it counted with.
    pub fn learn(&mut self, key: &K, height: f64) -> f64 {
        let before = self.of(key);
        self.sum += height - self.known.insert(key.clone(), height).unwrap_or(0.0);
        height - before
    }

    /// The height of a row.
    #[must_use]
    pub fn of(&self, key: &K) -> f64 {
        self.known.get(key).copied().unwrap_or_else(|| self.guess())
    }

    /// Whether a row was measured.
    #[must_use]
    pub fn knows(&self, key: &K) -> bool {
        self.known.contains_key(key)
    }

    #[allow(clippy::cast_precision_loss)]
    fn guess(&self) -> f64 {
        match self.known.len() {
            0 => self.first_guess,
            count => self.sum / count as f64,
        }
    }

    /// Where a row begins and ends.
    #[must_use]
    pub fn span(&self, keys: &[K], row: usize) -> (f64, f64) {
        let start: f64 = keys[..row].iter().map(|key| self.of(key)).sum();
        (start, start + self.of(&keys[row]))
    }

    /// The list between two heights, with a margin of rows on both sides and some rows that are
    /// always there.
    #[must_use]
    pub fn pieces(
        &self,
        keys: &[K],
        from: f64,
        to: f64,
        margin: f64,
        always: &[usize],
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let (mut top, mut gap) = (0.0, 0.0);
        for (row, key) in keys.iter().enumerate() {
            let height = self.of(key);
            let seen = top + height >= from - margin && top <= to + margin;
            if seen || always.contains(&row) {
                if gap > 0.0 {
                    pieces.push(Piece::Gap(gap));
                    gap = 0.0;
                }
                pieces.push(Piece::Row(row));
            } else {
                gap += height;
            }
            top += height;
        }
        if gap > 0.0 {
            pieces.push(Piece::Gap(gap));
        }
        pieces
    }
}

/// The rows among some pieces.
#[must_use]
pub fn rows(pieces: &[Piece]) -> Vec<usize> {
    let row = |piece: &Piece| match piece {
        Piece::Row(row) => Some(*row),
        Piece::Gap(_) => None,
    };
    pieces.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Heights, Piece, rows};

    fn check(from: f64, to: f64, always: &[usize], expected: &[Piece]) {
        let keys: Vec<u32> = (0..10).collect();
        let mut heights = Heights::new(10.0);
        heights.learn(&0, 10.0);
        let pieces = heights.pieces(&keys, from, to, 0.0, always);
        assert_eq!(pieces, expected);
    }

    #[test]
    fn pieces_cover_the_list_once() {
        use Piece::{Gap, Row};
        check(0.0, 5.0, &[], &[Row(0), Gap(90.0)]);
        check(42.0, 58.0, &[], &[Gap(40.0), Row(4), Row(5), Gap(40.0)]);
        check(92.0, 120.0, &[2], &[Gap(20.0), Row(2), Gap(60.0), Row(9)]);
    }

    #[test]
    fn what_is_learnt_moves_what_follows() {
        let keys: Vec<u32> = (0..4).collect();
        let mut heights = Heights::new(10.0);
        assert!(heights.learn(&1, 30.0) > 19.9);
        assert!(!heights.knows(&2) && heights.knows(&1));
        assert_eq!(heights.span(&keys, 1), (30.0, 60.0));
        assert_eq!(rows(&heights.pieces(&keys, 61.0, 62.0, 0.0, &[])), [2]);
    }
}
