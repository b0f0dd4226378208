//! The sentences of a stretch: UAX 29, mended in two ways. An abbreviation's full stop ends none,
//! and an ellipsis sign ends one as three full stops would. Spaces between sentences belong to none.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations that a name or an example follows. None of them is a word that ends sentences.
const ABBREVIATIONS: [&str; 20] = [
    "Dr.", "Mr.", "Mrs.", "Ms.", "Mx.", "Prof.", "Rev.", "St.", "Hr.", "Fr.", "Mme.", "Dipl.",
    "e.g.", "i.e.", "cf.", "vs.", "approx.", "bzw.", "z.B.", "p.ej.",
];

/// The sentences in bytes.
pub(super) fn sentences(stretch: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, piece) in stretch.split_sentence_bound_indices() {
        let end = at + piece.len();
        if end < stretch.len() && ends_in_abbreviation(&stretch[start..end]) {
            continue;
        }
        let mut from = start;
        for cut in ellipsis_ends(&stretch[start..end]) {
            push(&mut found, stretch, from..start + cut);
            from = start + cut;
        }
        push(&mut found, stretch, from..end);
        start = end;
    }
    found
}

/// Keeps what is left of a sentence without spaces, if anything is.
fn push(found: &mut Vec<Range<usize>>, stretch: &str, range: Range<usize>) {
    let sentence = &stretch[range.clone()];
    let start = range.end - sentence.trim_start().len();
    let end = range.start + sentence.trim_end().len();
    if start < end {
        found.push(start..end);
    }
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let words = sentence.trim_end_matches(' ');
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let known = |known: &str| last.eq_ignore_ascii_case(known);
    !sentence.ends_with('\n') && ABBREVIATIONS.iter().any(|abbreviation| known(abbreviation))
}

/// Where an ellipsis ends a sentence: behind it, what closes it and spaces, unless the sentence
/// goes on in a small letter or with more punctuation.
fn ellipsis_ends(sentence: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut rest = sentence;
    while let Some(at) = rest.find('…') {
        rest = rest[at..].trim_start_matches(|c| "….?!。？！\"'”’»」』)）".contains(c));
        rest = rest.trim_start_matches(char::is_whitespace);
        let begins = |c: char| c.is_alphanumeric() && !c.is_lowercase() || "“‘«「『".contains(c);
        if rest.chars().next().is_some_and(begins) {
            ends.push(sentence.len() - rest.len());
        }
    }
    ends
}
