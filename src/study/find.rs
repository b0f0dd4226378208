//! Finding words in a text as they are typed. Regular expressions stand in `regex`, so that nothing
//! here links their engine.
//!
//! Without regard to case, characters are compared by their lower case, one by one: `İ` is then two
//! characters, and a find never begins or ends inside one of the text's own. A find never overlaps
//! the one before.

pub mod regex;

use super::position::{CharPos, CharRange};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// How it is meant.
    pub kind: QueryKind,
    /// Whether only whole words count.
    pub whole_word: bool,
    /// Whether capital and small letters differ.
    pub match_case: bool,
}

/// How what is typed is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueryKind {
    /// As it stands.
    #[default]
    Plain,
    /// As a regular expression.
    Regex,
}

/// Where the words of a query stand, taken as they were typed.
#[must_use]
pub fn find_plain(content: &str, query: &Query) -> Vec<CharRange> {
    let hay = Folded::new(content, query.match_case);
    let needle = Folded::new(&query.text, query.match_case);
    let mut found = Vec::new();
    let mut count = Count::default();
    let mut from = 0;
    while let Some(at) = next(&hay.text, &needle.text, from) {
        let end = at + needle.text.len();
        let whole = hay.is_between(at)
            && hay.is_between(end)
            && (!query.whole_word || is_word_edge(&hay.text, at) && is_word_edge(&hay.text, end));
        if whole {
            let start = count.to(&hay, at);
            found.push(CharRange::new(start, count.to(&hay, end)));
            from = end;
        } else {
            from = at + hay.text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The next place of a needle that is not empty.
fn next(hay: &str, needle: &str, from: usize) -> Option<usize> {
    if needle.is_empty() {
        return None;
    }
    hay[from..].find(needle).map(|at| from + at)
}

/// A text in lower case, and where it has more characters than the text had.
struct Folded<'a> {
    text: Cow<'a, str>,
    /// The bytes at which a second or third character of one lower case begins.
    surplus: Vec<usize>,
}

impl<'a> Folded<'a> {
    fn new(text: &'a str, match_case: bool) -> Self {
        let mut surplus = Vec::new();
        let text = if match_case {
            Cow::Borrowed(text)
        } else if text.is_ascii() {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            let mut folded = String::with_capacity(text.len() + 8);
            for c in text.chars() {
                if c.is_ascii() {
                    folded.push(c.to_ascii_lowercase());
                    continue;
                }
                for (number, lower) in c.to_lowercase().enumerate() {
                    if number > 0 {
                        surplus.push(folded.len());
                    }
                    folded.push(if lower == 'ς' { 'σ' } else { lower });
                }
            }
            Cow::Owned(folded)
        };
        Self { text, surplus }
    }

    /// Whether a byte lies between two characters of the text before folding.
    fn is_between(&self, byte: usize) -> bool {
        self.surplus.binary_search(&byte).is_err()
    }
}

/// Counts characters from one find to the next, so that all finds cost one walk through the text.
#[derive(Default)]
struct Count {
    byte: usize,
    chars: u32,
}

impl Count {
    fn to(&mut self, hay: &Folded<'_>, byte: usize) -> CharPos {
        let surplus = |byte: usize| hay.surplus.partition_point(|&at| at < byte) as u32;
        let chars = hay.text[self.byte..byte].chars().count() as u32;
        self.chars += chars - (surplus(byte) - surplus(self.byte));
        self.byte = byte;
        CharPos(self.chars)
    }
}

/// Whether a word (UAX 29) begins or ends at a byte: an ideograph is a word, `don’t` is one.
fn is_word_edge(text: &str, byte: usize) -> bool {
    /// No word is looked at further than this to either side.
    const NEAR: usize = 64;
    let (before, behind) = text.split_at(byte);
    let apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if apart(before.chars().next_back()) || apart(behind.chars().next()) {
        return true;
    }
    let ends = |&(number, (_, c)): &(usize, (usize, char))| number == NEAR || c.is_whitespace();
    let mut back = before.char_indices().rev().enumerate();
    let start = back.find(ends).map_or(0, |(_, (at, c))| at + c.len_utf8());
    let mut ahead = behind.char_indices().enumerate();
    let end = byte + ahead.find(ends).map_or(behind.len(), |(_, (at, _))| at);
    text[start..end]
        .split_word_bound_indices()
        .any(|(at, _)| start + at == byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `flags`: `w` for whole words, `c` for case. Finds are marked in the text.
    fn check(typed: &str, flags: &str, content: &str, expected: &str) {
        let query = Query {
            text: typed.to_owned(),
            kind: QueryKind::Plain,
            whole_word: flags.contains('w'),
            match_case: flags.contains('c'),
        };
        assert_eq!(mark(content, &find_plain(content, &query)), expected);
    }

    pub(super) fn mark(content: &str, finds: &[CharRange]) -> String {
        let mut chars: Vec<char> = content.chars().collect();
        for find in finds.iter().rev() {
            chars.insert(find.end().0 as usize, ']');
            chars.insert(find.start().0 as usize, '[');
        }
        chars.into_iter().collect()
    }

    #[test]
    fn finds_what_was_typed() {
        check("", "", "safe", "safe");
        check(
            "trust",
            "",
            "Trust is trust. Untrusted.",
            "[Trust] is [trust]. Un[trust]ed.",
        );
        check("trust", "c", "Trust is trust.", "Trust is [trust].");
        check("aa", "", "aaaaa", "[aa][aa]a");
        check("安全", "", "我觉得安全，很安全", "我觉得[安全]，很[安全]");
        check("👍", "", "so 👍🏽!", "so [👍]🏽!");
    }

    #[test]
    fn finds_whole_words() {
        check(
            "trust",
            "w",
            "Trusted trust, “trust”",
            "Trusted [trust], “[trust]”",
        );
        check("don", "w", "don’t Don", "don’t [Don]");
        check("安全", "w", "我觉得安全了", "我觉得[安全]了");
        check("신뢰", "w", "신뢰는 신뢰", "신뢰는 [신뢰]");
        check("a a", "w", "aa a a", "aa [a a]");
    }

    #[test]
    fn folds_case_one_character_at_a_time() {
        check("istanbul", "", "ISTANBUL İstanbul", "[ISTANBUL] İstanbul");
        check(
            "İSTANBUL",
            "",
            "in i\u{307}stanbul, İstanbul!",
            "in [i\u{307}stanbul], [İstanbul]!",
        );
        check("x", "", "İİx", "İİ[x]");
        check("STRAẞE", "", "die Straße", "die [Straße]");
        check("ΟΔΟΣ", "", "η οδος, η οδός", "η [οδος], η οδός");
        check("É", "", "café", "caf[é]");
        check("K", "", "5 \u{212A}", "5 [\u{212A}]");
    }

    proptest! {
        #[test]
        fn finds_are_what_they_say(content in "[abAB İiß\u{307}我]{0,40}", typed in "[abAB İiß\u{307}]{0,3}") {
            let query = Query { text: typed.clone(), ..Query::default() };
            let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<String>();
            let chars: Vec<char> = content.chars().collect();
            let mut last = 0;
            for find in find_plain(&content, &query) {
                prop_assert!(find.start().0 >= last);
                last = find.end().0;
                let text: String = chars[find.start().0 as usize..last as usize].iter().collect();
                prop_assert_eq!(lower(&text), lower(&typed));
            }
        }
    }
}
