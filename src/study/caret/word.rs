//! The words of a stretch (UAX 29): every ideograph is one, and what is neither word nor space, a
//! run of punctuation or emoji, counts as one too, so that every visible place can be reached.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What a piece between two word boundaries is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Word,
    Sign,
}

/// The words and runs of signs in bytes.
pub(super) fn words(stretch: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = Kind::Space;
    for (start, piece) in stretch.split_word_bound_indices() {
        let kind = kind(piece);
        let end = start + piece.len();
        match (kind, before, found.last_mut()) {
            (Kind::Space, ..) => {}
            (Kind::Sign, Kind::Sign, Some(run)) => run.end = end,
            _ => found.push(start..end),
        }
        before = kind;
    }
    found
}

fn kind(piece: &str) -> Kind {
    if piece.chars().all(char::is_whitespace) {
        Kind::Space
    } else if piece.chars().any(char::is_alphanumeric) {
        Kind::Word
    } else {
        Kind::Sign
    }
}
