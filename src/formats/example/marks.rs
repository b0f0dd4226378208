//! Passage marks in the written text of a transcript. Speakers and turns are read elsewhere.
//!
//! Passage 3 begins with a brace, its number and a space, `{3 `, and ends with a space, its number
//! and a brace, ` 3}`. Those spaces belong to the mark, so `a {3 b 3}.` is the text `a b.` with `b`
//! marked. Passages may overlap and may run across turns.
//!
//! Invariant: a passage is opened once, closed once and holds at least one character; no brace is
//! left in the text.

use super::model::Passage;
use crate::study::position::{CharPos, CharRange};
use std::collections::BTreeMap;

/// Text that grows line by line, and the passages found in it.
#[derive(Default)]
pub(super) struct Speech {
    content: String,
    end: u32,
    open: BTreeMap<u16, CharPos>,
    closed: BTreeMap<u16, CharRange>,
}

impl Speech {
    /// Begins a new line, save before the first, and says where it begins.
    pub(super) fn begin_line(&mut self) -> CharPos {
        if self.end > 0 {
            self.push('\n');
        }
        CharPos(self.end)
    }

    /// Adds marked words to the line.
    pub(super) fn read(&mut self, marked: &str) -> Result<(), String> {
        let mut rest = marked;
        while let Some(next) = rest.chars().next() {
            if let Some((number, after)) = opening(rest) {
                self.open(number)?;
                rest = after;
            } else if let Some((number, after)) = closing(rest) {
                self.close(number)?;
                rest = after;
            } else if next == '{' || next == '}' {
                return Err("a brace that is no passage mark".into());
            } else {
                self.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        Ok(())
    }

    /// The text and its passages, by number.
    pub(super) fn finish(self) -> Result<(String, Vec<Passage>), String> {
        if let Some(number) = self.open.keys().next() {
            return Err(format!("passage {number} is not closed"));
        }
        let passages = self.closed.into_iter();
        let passages = passages.map(|(number, range)| Passage { number, range });
        Ok((self.content, passages.collect()))
    }

    fn push(&mut self, character: char) {
        self.content.push(character);
        self.end += 1;
    }

    fn open(&mut self, number: u16) -> Result<(), String> {
        let known = self.closed.contains_key(&number);
        if known || self.open.insert(number, CharPos(self.end)).is_some() {
            return Err(format!("passage {number} is opened twice"));
        }
        Ok(())
    }

    fn close(&mut self, number: u16) -> Result<(), String> {
        let start = self.open.remove(&number);
        let start = start.ok_or_else(|| format!("passage {number} was not opened"))?;
        let range = CharRange::new(start, CharPos(self.end));
        if range.is_empty() {
            return Err(format!("passage {number} is empty"));
        }
        self.closed.insert(number, range);
        Ok(())
    }
}

fn opening(text: &str) -> Option<(u16, &str)> {
    let (digits, after) = text.strip_prefix('{')?.split_once(' ')?;
    Some((digits.parse().ok()?, after))
}

fn closing(text: &str) -> Option<(u16, &str)> {
    let (digits, after) = text.strip_prefix(' ')?.split_once('}')?;
    Some((digits.parse().ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text without marks and its numbered passages come to.
    type Found<'a> = (&'a str, &'a [(u16, &'a str)]);

    fn check(marked: &str, expected: Result<Found, &str>) {
        let mut speech = Speech::default();
        let found = speech.read(marked).and_then(|()| speech.finish());
        let found = found.map(|(text, passages)| {
            let characters: Vec<char> = text.chars().collect();
            let words = |range: CharRange| {
                let (start, end) = (range.start().0 as usize, range.end().0 as usize);
                characters[start..end].iter().collect::<String>()
            };
            let passages = passages.iter();
            let passages: Vec<_> = passages.map(|p| (p.number, words(p.range))).collect();
            (text, passages)
        });
        let expected = expected.map_err(str::to_string).map(|(text, passages)| {
            let passages = passages.iter();
            let passages = passages.map(|(number, words)| (*number, (*words).to_string()));
            (text.to_string(), passages.collect())
        });
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn marks_leave_the_text() {
        check("no mark", Ok(("no mark", &[])));
        check(
            "I felt {1 trust 1}.",
            Ok(("I felt trust.", &[(1, "trust")])),
        );
        check("{2 all 2}", Ok(("all", &[(2, "all")])));
        check("路上 {1 很早 1}。", Ok(("路上 很早。", &[(1, "很早")])));
    }

    #[test]
    fn passages_may_overlap_and_nest() {
        check(
            "{1 we {2 both 1} knew 2}",
            Ok(("we both knew", &[(1, "we both"), (2, "both knew")])),
        );
        check(
            "{1 {2 same 2} 1}",
            Ok(("same", &[(1, "same"), (2, "same")])),
        );
    }

    #[test]
    fn a_wrong_mark_is_told() {
        check("{1 open", Err("passage 1 is not closed"));
        check("shut 1}", Err("passage 1 was not opened"));
        check("{1  1}", Err("passage 1 is empty"));
        check("{1 a 1} {1 b 1}", Err("passage 1 is opened twice"));
        check("{a b}", Err("a brace that is no passage mark"));
    }
}
