//! Cuts one paragraph into rows of a given width. Knows no numbers, pages or turns.
//!
//! A row ends at the last place where Unicode (UAX 14) allows a break and what stands before it,
//! spaces at its end left out, fits; where there is none, behind the last written character that
//! fits. Spaces at the end of a row hang: they belong to it and take no room.
//!
//! Invariants: rows follow each other without gap or overlap; no row is wider than the columns
//! unless it is a single written character; the short way through plain letters gives the same
//! rows as the long way.

mod pair;

use crate::study::grapheme::{Cluster, clusters};
use pair::Pairs;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A row of a paragraph, in scalar values from the start of the paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins.
    pub start: u32,
    /// Where it ends for the eye, hanging spaces left out.
    pub end: u32,
}

/// Cuts paragraphs to one width. Worth keeping: it holds the table for plain letters.
#[derive(Clone, Debug)]
pub struct Wrap {
    columns: u32,
    pairs: Pairs,
}

impl Wrap {
    /// A cutter for rows of so many columns; none is taken as one.
    #[must_use]
    pub fn new(columns: u16) -> Self {
        Self {
            columns: u32::from(columns.max(1)),
            pairs: Pairs::new(),
        }
    }

    /// Hands every row of a paragraph to `row`, at least one, and says how many scalar values the
    /// paragraph has. A line feed at its end is no part of the last row's shown words.
    pub fn rows(&self, paragraph: &str, row: impl FnMut(Row)) -> u32 {
        let words = paragraph.strip_suffix('\n').unwrap_or(paragraph);
        let feed = (paragraph.len() - words.len()) as u32;
        let chars = match self.pairs.classes(words) {
            Some(classes) => self.plain_rows(&classes, row),
            None => self.unicode_rows(words, row),
        };
        chars + feed
    }

    /// The short way: every letter stands alone, and a break depends on two neighbours only.
    fn plain_rows(&self, classes: &[u8], mut row: impl FnMut(Row)) -> u32 {
        let length = classes.len();
        let mut start = 0;
        loop {
            // Up to here all fits; spaces behind what fits hang.
            let mut reach = start;
            let mut width = 0;
            while reach < length {
                width += Pairs::cells(classes[reach]);
                let fits = width <= self.columns || reach == start;
                if !fits && classes[reach] != Pairs::SPACE {
                    break;
                }
                reach += 1;
            }
            let next = if reach >= length {
                length
            } else {
                (start + 1..=reach)
                    .rev()
                    .find(|&at| self.pairs.allow(classes, at))
                    .unwrap_or(reach)
            };
            let spaces = trailing_spaces(&classes[start..next]);
            row(Row {
                start: start as u32,
                end: (next - spaces) as u32,
            });
            if next == length {
                return length as u32;
            }
            start = next;
        }
    }

    /// The long way, for everything else. Returns the number of scalar values.
    fn unicode_rows(&self, words: &str, mut row: impl FnMut(Row)) -> u32 {
        let mut breaks = linebreaks(words).peekable();
        let (mut byte, mut start) = (0, 0);
        // What lies between `start` and here, and the same at the last allowed break behind it.
        let mut here = Mark::default();
        let mut allowed: Option<Mark> = None;
        for cluster in clusters(words) {
            while breaks.next_if(|&(at, _)| at < byte).is_some() {}
            match breaks.peek() {
                Some(&(at, BreakOpportunity::Mandatory)) if at == byte => {
                    row(here.row(start));
                    start = here.at;
                    here.width = 0;
                    allowed = None;
                }
                Some(&(at, BreakOpportunity::Allowed)) if at == byte => allowed = Some(here),
                _ => {}
            }
            let hangs = hangs(cluster);
            let width = cluster.cells();
            while !hangs && here.width + width > self.columns && here.at > start {
                let cut = allowed.take().unwrap_or(here);
                row(cut.row(start));
                start = cut.at;
                here.width -= cut.width;
            }
            byte += cluster.text.len();
            here.at += cluster.chars;
            here.width += width;
            if !hangs {
                here.ink = here.at;
            }
        }
        row(here.row(start));
        here.at
    }
}

/// A place on the way through a paragraph.
#[derive(Clone, Copy, Default)]
struct Mark {
    at: u32,
    /// Cells since the row began, hanging spaces counted.
    width: u32,
    /// The end of the last written character that does not hang.
    ink: u32,
}

impl Mark {
    fn row(self, start: u32) -> Row {
        Row {
            start,
            end: self.ink.max(start),
        }
    }
}

/// Spaces, and the characters that order a new line.
fn hangs(cluster: Cluster<'_>) -> bool {
    let space = matches!(
        cluster.first,
        ' ' | '\t' | '\u{3000}' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    );
    space && cluster.chars == 1
}

/// How many spaces end a stretch.
fn trailing_spaces(classes: &[u8]) -> usize {
    let spaces = classes.iter().rev().take_while(|&&c| c == Pairs::SPACE);
    spaces.count()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cuts a paragraph and shows its rows, hanging spaces as dots.
    fn check(columns: u16, paragraph: &str, expected: &[&str]) {
        let mut rows = Vec::new();
        let length = Wrap::new(columns).rows(paragraph, |row| rows.push(row));
        let chars: Vec<char> = paragraph.chars().collect();
        assert_eq!(length as usize, chars.len());
        let ends = rows[1..].iter().map(|row| row.start).chain([length]);
        let shown: Vec<String> = rows
            .iter()
            .zip(ends)
            .map(|(row, end)| {
                let ink = &chars[row.start as usize..row.end as usize];
                let hung = (row.end..end).filter(|&at| chars[at as usize] != '\n');
                ink.iter().copied().chain(hung.map(|_| '·')).collect()
            })
            .collect();
        assert_eq!(shown, expected);
    }

    fn both_ways(columns: u16, words: &str) -> (Vec<Row>, Vec<Row>) {
        let wrap = Wrap::new(columns);
        let (mut short, mut long) = (Vec::new(), Vec::new());
        let classes = wrap.pairs.classes(words).unwrap();
        wrap.plain_rows(&classes, |row| short.push(row));
        wrap.unicode_rows(words, |row| long.push(row));
        (short, long)
    }

    #[test]
    fn breaks_between_words_and_hangs_spaces() {
        check(10, "", &[""]);
        check(10, "\n", &[""]);
        check(10, "I felt safe there", &["I felt·", "safe there"]);
        check(10, "safe there  you know\n", &["safe there··", "you know"]);
        check(10, "well-known", &["well-known"]);
        check(10, "a well-known place", &["a well-", "known·", "place"]);
        check(4, "     deep", &["·····", "deep"]);
    }

    #[test]
    fn cuts_words_that_are_too_long() {
        check(5, "incomprehensible", &["incom", "prehe", "nsibl", "e"]);
        check(
            3,
            "e\u{301}e\u{301}e\u{301}e\u{301}",
            &["e\u{301}e\u{301}e\u{301}", "e\u{301}"],
        );
        check(1, "我a", &["我", "a"]);
        check(3, "👩‍👩‍👧👍🏽", &["👩‍👩‍👧", "👍🏽"]);
        check(4, "(       x", &["(·······", "x"]);
    }

    #[test]
    fn follows_other_scripts() {
        check(
            12,
            "我当时觉得很安全，真的。",
            &["我当时觉得很", "安全，真的。"],
        );
        check(9, "저는 그분을 믿었어요", &["저는 그분", "을 믿었어", "요"]);
        check(8, "كنت أشعر بالأمان", &["كنت أشعر·", "بالأمان"]);
        check(8, "הרגשתי בטוח שם", &["הרגשתי·", "בטוח שם"]);
        check(9, "मुझे वहाँ भरोसा था", &["मुझे वहाँ·", "भरोसा था"]);
        check(10, "it’s “safe” there", &["it’s·", "“safe”·", "there"]);
        check(20, "one\u{2028}two\u{c}three", &["one·", "two·", "three"]);
    }

    proptest! {
        #[test]
        fn the_short_way_is_the_long_way(columns in 1u16..30, words in "[ -~é’“—…ж我，안「\u{A0}¿]{0,120}|[a-d ,.(\"$1/%-]{0,90}| {0,9}[a-z]{0,9} {0,9}") {
            let (short, long) = both_ways(columns, &words);
            prop_assert_eq!(short, long);
        }

        #[test]
        fn rows_are_whole_and_fit(columns in 1u16..20, words in "[a-c é’“—,。我안\u{301}\t\u{3000}👩🏽\u{200D}🇰\u{915}\u{94D}سא]{0,60}") {
            let mut rows = Vec::new();
            let length = Wrap::new(columns).rows(&words, |row| rows.push(row));
            let chars: Vec<char> = words.chars().collect();
            prop_assert_eq!(length as usize, chars.len());
            prop_assert_eq!(rows[0].start, 0);
            let mut boundaries = vec![0];
            for cluster in clusters(&words) {
                boundaries.push(boundaries[boundaries.len() - 1] + cluster.chars);
            }
            for (row, end) in rows.iter().zip(rows[1..].iter().map(|r| r.start).chain([length])) {
                prop_assert!(row.start <= row.end && row.end <= end);
                prop_assert!(row.start < end || words.is_empty());
                prop_assert!(boundaries.contains(&row.start) && boundaries.contains(&row.end));
                let shown: String = chars[row.start as usize..row.end as usize].iter().collect();
                let width: u32 = clusters(&shown).map(Cluster::cells).sum();
                prop_assert!(width <= u32::from(columns) || clusters(&shown).filter(|c| c.cells() > 0).count() <= 1);
                prop_assert!(chars[row.end as usize..end as usize].iter().all(|c| c.is_whitespace()));
            }
        }
    }
}
