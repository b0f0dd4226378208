//! Between which narrow letters a row may break. Narrow letters are those of the Latin, Greek and
//! Cyrillic scripts and ordinary punctuation: one cell wide, each a written character of its own.
//!
//! Invariant: gives `unicode-linebreak`'s own answer, which for these letters depends only on the
//! class of the last letter before any spaces, on whether there are spaces, and on the class of the
//! letter behind. Tests hold it to that.

use unicode_linebreak::{BreakClass, break_property, linebreaks};

/// How many letters from the start of Unicode the first table covers.
const LOW: u32 = 0x530;
/// General punctuation: quotation marks, dashes, the ellipsis.
const PUNCTUATION: std::ops::RangeInclusive<u32> = 0x2010..=0x2027;
/// In the tables: no narrow letter.
const OTHER: u8 = u8::MAX;

/// The classes of narrow letters and the pairs of classes between which a break is allowed.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    low: Vec<u8>,
    punctuation: Vec<u8>,
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
            low: (0..LOW).map(|c| samples.class(c)).collect(),
            punctuation: PUNCTUATION.map(|c| samples.class(c)).collect(),
            allowed: samples.allowed(),
        }
    }

    /// The class of every letter, if all of them are narrow.
    pub(super) fn classes(&self, words: &str) -> Option<Vec<u8>> {
        let mut classes = Vec::with_capacity(words.len());
        for c in words.chars() {
            let c = u32::from(c);
            let class = if c < LOW {
                self.low[c as usize]
            } else if PUNCTUATION.contains(&c) {
                self.punctuation[(c - PUNCTUATION.start()) as usize]
            } else {
                OTHER
            };
            if class == OTHER {
                return None;
            }
            classes.push(class);
        }
        Some(classes)
    }

    /// Whether a row may break in front of the letter at `at`, which is not the first.
    pub(super) fn allow(&self, classes: &[u8], at: usize) -> bool {
        if classes[at] == Self::SPACE {
            return false;
        }
        let spaces = super::trailing_spaces(&classes[..at]);
        let left = match classes[..at - spaces].last() {
            Some(&class) => usize::from(class),
            None => self.allowed.len() - 1,
        };
        let set = self.allowed[left][usize::from(spaces > 0)];
        set >> classes[at] & 1 == 1
    }
}

/// The classes met so far and one letter of each.
#[derive(Default)]
struct Samples(Vec<(BreakClass, char)>);

impl Samples {
    /// The number of a letter's class.
    fn class(&mut self, c: u32) -> u8 {
        let Some(c) = char::from_u32(c).filter(|&c| is_narrow(c)) else {
            return OTHER;
        };
        let class = break_property(u32::from(c));
        let known = self.0.iter().position(|&(other, _)| other == class);
        let number = known.unwrap_or_else(|| {
            self.0.push((class, c));
            self.0.len() - 1
        });
        number as u8
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

/// Cyrillic's combining marks and Latin's soft hyphen are left out.
fn is_narrow(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{24F}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::grapheme::{clusters, stands_alone};

    #[test]
    fn narrow_letters_stand_alone_and_take_one_cell() {
        for c in (' '..='\u{FFFF}').filter(|&c| is_narrow(c)) {
            let text = c.to_string();
            assert!(stands_alone(c), "{c:?}");
            assert!(clusters(&text).all(|cluster| cluster.cells() == 1), "{c:?}");
        }
    }

    #[test]
    fn breaks_depend_on_the_neighbours_only() {
        let mut samples = Samples::default();
        for c in 0..0x3000 {
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
