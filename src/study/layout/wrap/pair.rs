//! Between which plain letters a row may break. Plain letters are those of the Latin, Greek and
//! Cyrillic scripts, ideographs, kana, Korean syllables and ordinary punctuation: each is a written
//! character of its own, one or two cells wide.
//!
//! Invariant: gives `unicode-linebreak`'s own answer, which for these letters depends only on the
//! class of the last letter before any spaces, on whether there are spaces, and on the class of the
//! letter behind. Tests hold it to that.

use std::ops::Range;
use unicode_linebreak::{BreakClass, break_property, linebreaks};

/// Where plain letters of several classes lie: the alphabets, general punctuation, kana with the
/// punctuation of ideographs, full-width forms.
const BLOCKS: [Range<u32>; 4] = [0..0x530, 0x2010..0x2028, 0x3001..0x3100, 0xFF01..0xFF61];
/// In the tables: no plain letter.
const OTHER: u8 = u8::MAX;
/// Set in the class of a letter that takes two cells.
const WIDE: u8 = 0x40;

/// The classes of plain letters and the pairs of classes between which a break is allowed.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    blocks: [Vec<u8>; 4],
    ideograph: u8,
    /// Korean syllables without and with a final consonant.
    syllables: [u8; 2],
    /// For each class, and last for the start of the text, without and with spaces behind it: the
    /// set of classes before which a break is allowed.
    allowed: Vec<[u32; 2]>,
}

impl Pairs {
    /// The class of a space.
    pub(super) const SPACE: u8 = 0;

    pub(super) fn new() -> Self {
        let mut samples = Samples::default();
        samples.class(u32::from(b' '));
        Self {
            blocks: BLOCKS.map(|block| block.map(|c| samples.class(c)).collect()),
            ideograph: samples.class(0x4E00),
            syllables: [samples.class(0xAC00), samples.class(0xAC01)],
            allowed: samples.allowed(),
        }
    }

    /// The cells that a letter of this class takes.
    pub(super) fn cells(class: u8) -> u32 {
        1 + u32::from(class & WIDE != 0)
    }

    /// The class of every letter, if all of them are plain.
    pub(super) fn classes(&self, words: &str) -> Option<Vec<u8>> {
        let mut classes = Vec::with_capacity(words.len());
        for c in words.chars() {
            let class = self.class(u32::from(c));
            if class == OTHER {
                return None;
            }
            classes.push(class);
        }
        Some(classes)
    }

    fn class(&self, c: u32) -> u8 {
        let block = match c {
            ..0x530 => 0,
            0x4E00..=0x9FFF | 0x3400..=0x4DBF => return self.ideograph,
            0xAC00..=0xD7A3 => {
                return self.syllables[usize::from(!(c - 0xAC00).is_multiple_of(28))];
            }
            0x2010..0x2028 => 1,
            0x3001..0x3100 => 2,
            0xFF01..0xFF61 => 3,
            _ => return OTHER,
        };
        self.blocks[block][(c - BLOCKS[block].start) as usize]
    }

    /// Whether a row may break in front of the letter at `at`, which is not the first.
    pub(super) fn allow(&self, classes: &[u8], at: usize) -> bool {
        if classes[at] == Self::SPACE {
            return false;
        }
        let spaces = super::trailing_spaces(&classes[..at]);
        let left = match classes[..at - spaces].last() {
            Some(&class) => usize::from(class & !WIDE),
            None => self.allowed.len() - 1,
        };
        let set = self.allowed[left][usize::from(spaces > 0)];
        set >> (classes[at] & !WIDE) & 1 == 1
    }
}

/// The classes met so far and one letter of each.
#[derive(Default)]
struct Samples(Vec<(BreakClass, char)>);

impl Samples {
    /// The number of a letter's class.
    fn class(&mut self, c: u32) -> u8 {
        let Some(c) = char::from_u32(c).filter(|&c| is_narrow(c) || is_wide(c)) else {
            return OTHER;
        };
        let class = break_property(u32::from(c));
        let known = self.0.iter().position(|&(other, _)| other == class);
        let number = known.unwrap_or_else(|| {
            self.0.push((class, c));
            self.0.len() - 1
        });
        number as u8 | if is_wide(c) { WIDE } else { 0 }
    }

    fn allowed(&self) -> Vec<[u32; 2]> {
        let lefts = self.0.iter().map(|&(_, c)| c.to_string());
        lefts
            .chain([String::new()])
            .map(|left| [self.set(&left), self.set(&format!("{left} "))])
            .collect()
    }

    /// The classes in front of which a break is allowed behind `before`.
    fn set(&self, before: &str) -> u32 {
        let breaks = |right: char| {
            linebreaks(&format!("{before}{right}")).any(|(at, _)| at == before.len() && at > 0)
        };
        let rights = self.0.iter().enumerate();
        rights.fold(0, |set, (number, &(_, right))| {
            set | u32::from(breaks(right)) << number
        })
    }
}

/// The plain letters of one cell: without Cyrillic's combining marks and the soft hyphen.
fn is_narrow(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{24F}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}')
}

/// The plain letters of two cells: without the marks of tone and voice, and without the ideographic
/// space, which hangs.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF60}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::study::grapheme::{clusters, stands_alone};

    #[test]
    fn plain_letters_stand_alone_and_have_their_class_and_width() {
        let pairs = Pairs::new();
        let mut known: Vec<(BreakClass, u8)> = Vec::new();
        for c in '\0'..='\u{FFFF}' {
            let class = pairs.class(u32::from(c));
            assert_eq!(class != OTHER, is_narrow(c) || is_wide(c), "{c:?}");
            if class == OTHER {
                continue;
            }
            let text = c.to_string();
            assert!(stands_alone(c), "{c:?}");
            assert!(
                clusters(&text).all(|x| x.cells() == Pairs::cells(class)),
                "{c:?}"
            );
            let pair = (break_property(u32::from(c)), class & !WIDE);
            if !known.contains(&pair) {
                assert!(
                    known.iter().all(|k| k.0 != pair.0 && k.1 != pair.1),
                    "{c:?}"
                );
                known.push(pair);
            }
        }
    }

    #[test]
    fn breaks_depend_on_the_neighbours_only() {
        let mut samples = Samples::default();
        for c in 0..0xFFFF {
            samples.class(c);
        }
        assert!(samples.0.len() <= 32, "the sets have room for 32 classes");
        let pairs = Pairs::new();
        let letters: Vec<char> = samples.0.iter().map(|&(_, c)| c).collect();
        let check = |text: &str| {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let classes = pairs.classes(text).unwrap();
            let ours = (1..places.len()).filter(|&at| pairs.allow(&classes, at));
            let theirs = linebreaks(text).map(|(at, _)| at);
            let theirs = theirs.filter(|&at| at < text.len());
            assert!(ours.map(|at| places[at]).eq(theirs), "{text:?}");
        };
        for &a in &letters {
            for &b in &letters {
                for &c in &letters {
                    check(&format!("{a}{b}{c}"));
                    check(&format!("{a} {b}{c}"));
                    check(&format!("{a}{b}  {c}"));
                }
            }
        }
    }
}
