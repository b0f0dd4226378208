//! What two versions have in common: what stands before and behind the first and last difference,
//! and between those whole words and the beginnings and ends of words.
//!
//! The comparison of words gives up looking for the shortest answer when it grows costly, by a
//! count of steps and not by a clock, so the same two versions always give the same runs.

use super::Run;
use crate::study::index::TextIndex;
use crate::study::position::CharPos;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// The runs, in order; not yet settled between written characters.
pub(super) fn common(old: &str, new: &str) -> Vec<Run> {
    let (head, tail) = ends(old, new);
    let mut runs = Runs::default();
    runs.keep(&old[..head]);
    words(
        &old[head..old.len() - tail],
        &new[head..new.len() - tail],
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

/// Compares by words (UAX 29). A sign or space alone between two replaced words is no common
/// ground, unless it ends a paragraph.
fn words(old: &str, new: &str, runs: &mut Runs) {
    let old_words: Vec<&str> = old.split_word_bounds().collect();
    let new_words: Vec<&str> = new.split_word_bounds().collect();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let old = &old_words[op.old_range()];
        let new = &new_words[op.new_range()];
        let telling = |word: &&str| word.contains(|c: char| c.is_alphanumeric() || c == '\n');
        match op {
            DiffOp::Equal { .. } if old.iter().any(telling) => {
                old.iter().for_each(|word| runs.keep(word));
            }
            _ => letters(&old.concat(), &new.concat(), runs),
        }
    }
}

/// Of a replaced stretch keeps what its two versions begin and end with.
fn letters(old: &str, new: &str, runs: &mut Runs) {
    if old == new {
        return runs.replace(old, new);
    }
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
