//! What two versions have in common: what stands before and behind the first and last difference,
//! and between those whole paragraphs, in changed paragraphs whole sentences, in changed sentences
//! whole words, and the letters with which changed words begin and end.
//!
//! The work is bounded by counts and not by a clock, so the same two versions always give the same
//! runs: a stretch of too many pieces is not looked into, and the comparison of pieces gives up
//! looking for the shortest answer when it grows costly.

use super::Run;
use crate::study::index::TextIndex;
use crate::study::position::CharPos;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// The pieces of both versions together beyond which a stretch is not looked into.
const PIECES: usize = 20_000;

/// Cuts a stretch into pieces, the larger ones first.
const CUTS: [fn(&str) -> Vec<&str>; 3] = [
    |stretch| stretch.split_inclusive('\n').collect(),
    |stretch| stretch.split_sentence_bounds().collect(),
    |stretch| stretch.split_word_bounds().collect(),
];

/// The runs, in order; not yet settled between written characters.
pub(super) fn common(old: &str, new: &str) -> Vec<Run> {
    let (head, tail) = ends(old, new);
    let mut runs = Runs::default();
    runs.keep(&old[..head]);
    pieces(
        &old[head..old.len() - tail],
        &new[head..new.len() - tail],
        &CUTS,
        &mut runs,
    );
    runs.keep(&old[old.len() - tail..]);
    runs.list
}

/// Shortens runs until they begin and end between written characters of both versions, and joins
/// those with nothing between them.
pub(super) fn settle(old: &str, new: &str, runs: Vec<Run>) -> Vec<Run> {
    let (old_index, new_index) = (TextIndex::new(old), TextIndex::new(new));
    let between = |in_old: u32, in_new: u32| {
        old_index.is_boundary(old, CharPos(in_old)) && new_index.is_boundary(new, CharPos(in_new))
    };
    let mut settled: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        let whole = |cut: &u32| between(run.old + cut, run.new + cut);
        let Some(start) = (0..run.length).find(whole) else {
            continue;
        };
        let Some(end) = (start + 1..=run.length).rev().find(whole) else {
            continue;
        };
        let run = Run {
            old: run.old + start,
            new: run.new + start,
            length: end - start,
        };
        match settled.last_mut() {
            Some(last)
                if last.old + last.length == run.old && last.new + last.length == run.new =>
            {
                last.length += run.length;
            }
            _ => settled.push(run),
        }
    }
    settled
}

/// Compares by pieces of one size and what differs by smaller ones. A sign or space alone between
/// two replaced words is no common ground, unless it ends a paragraph.
fn pieces(old: &str, new: &str, cuts: &[fn(&str) -> Vec<&str>], runs: &mut Runs) {
    let Some((cut, smaller)) = cuts.split_first() else {
        return letters(old, new, runs);
    };
    let (old_pieces, new_pieces) = (cut(old), cut(new));
    if old_pieces.len() + new_pieces.len() > PIECES {
        return pieces(old, new, &[], runs);
    }
    let telling = |piece: &&str| piece.contains(|c: char| c.is_alphanumeric() || c == '\n');
    for op in capture_diff_slices(Algorithm::Myers, &old_pieces, &new_pieces) {
        let old = &old_pieces[op.old_range()];
        let new = &new_pieces[op.new_range()];
        match op {
            DiffOp::Equal { .. } if old.iter().any(telling) => {
                old.iter().for_each(|piece| runs.keep(piece));
            }
            DiffOp::Equal { .. } => runs.replace(&old.concat(), &new.concat()),
            _ => pieces(&old.concat(), &new.concat(), smaller, runs),
        }
    }
}

/// Of a replaced stretch keeps what its two versions begin and end with.
fn letters(old: &str, new: &str, runs: &mut Runs) {
    let (head, tail) = ends(old, new);
    runs.keep(&old[..head]);
    runs.replace(&old[head..old.len() - tail], &new[head..new.len() - tail]);
    runs.keep(&old[old.len() - tail..]);
}

/// How many bytes two versions begin and end with in common, whole characters without overlap.
fn ends(old: &str, new: &str) -> (usize, usize) {
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b);
    let head = same.map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (old[head..].chars().rev(), new[head..].chars().rev());
    let same = old.zip(new).take_while(|(a, b)| a == b);
    (head, same.map(|(c, _)| c.len_utf8()).sum())
}

/// Runs in the making and how far both versions have been read.
#[derive(Default)]
struct Runs {
    list: Vec<Run>,
    old: u32,
    new: u32,
}

impl Runs {
    fn keep(&mut self, words: &str) {
        let length = words.chars().count() as u32;
        match self.list.last_mut() {
            _ if length == 0 => {}
            Some(last)
                if last.old + last.length == self.old && last.new + last.length == self.new =>
            {
                last.length += length;
            }
            _ => self.list.push(Run {
                old: self.old,
                new: self.new,
                length,
            }),
        }
        self.old += length;
        self.new += length;
    }

    fn replace(&mut self, old: &str, new: &str) {
        self.old += old.chars().count() as u32;
        self.new += new.chars().count() as u32;
    }
}
