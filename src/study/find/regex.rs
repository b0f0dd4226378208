//! Finding by regular expression. The only file of the study that links the engine.
//!
//! Paragraphs are lines to `^` and `$`, `.` stays within one. Invariants: a find is never empty; a
//! pattern whose automaton would be too large is refused, so no pattern can freeze a tab.

use super::Query;
use crate::study::position::{CharPos, CharRange};
use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::ast::Span;
use std::fmt;

/// Bytes that a compiled pattern may take, and its search besides.
const SIZE: usize = 4 << 20;

/// Why a pattern cannot be searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// It is not written as a regular expression.
    Syntax {
        /// What is wrong, in the engine's English words.
        what: String,
        /// Where in the pattern.
        place: CharRange,
    },
    /// It is so large that a search would take too long.
    TooLarge,
}

impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { what, place } => write!(f, "{what} (at {place})"),
            Self::TooLarge => write!(f, "pattern too large"),
        }
    }
}

impl std::error::Error for PatternFault {}

/// A pattern ready to search any number of texts.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Makes a query's words into a pattern.
    ///
    /// # Errors
    /// When they are none, or too large a one.
    pub fn new(query: &Query) -> Result<Self, PatternFault> {
        let parsed = ParserBuilder::new()
            .case_insensitive(!query.match_case)
            .multi_line(true)
            .build()
            .parse(&query.text)
            .map_err(|error| syntax_fault(&query.text, &error))?;
        // Written out again, a pattern has no flags or comments that could swallow what is put
        // around it.
        let pattern = if query.whole_word {
            format!(r"\b{{start-half}}(?:{parsed})\b{{end-half}}")
        } else {
            parsed.to_string()
        };
        RegexBuilder::new(&pattern)
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .build()
            .map(Self)
            .map_err(|_| PatternFault::TooLarge)
    }

    /// Where it matches, without empty matches.
    #[must_use]
    pub fn find(&self, content: &str) -> Vec<CharRange> {
        let (mut byte, mut chars) = (0, 0);
        let mut count = |to: usize| {
            chars += content[byte..to].chars().count() as u32;
            byte = to;
            CharPos(chars)
        };
        self.0
            .find_iter(content)
            .filter(|found| !found.is_empty())
            .map(|found| CharRange::new(count(found.start()), count(found.end())))
            .collect()
    }
}

/// Where a query's regular expression matches.
///
/// # Errors
/// When it is none, or too large a one.
pub fn find_regex(content: &str, query: &Query) -> Result<Vec<CharRange>, PatternFault> {
    Ok(Pattern::new(query)?.find(content))
}

fn syntax_fault(pattern: &str, error: &regex_syntax::Error) -> PatternFault {
    let fault = |what: String, span: &Span| {
        let place = |byte: usize| CharPos(pattern[..byte].chars().count() as u32);
        PatternFault::Syntax {
            what,
            place: CharRange::new(place(span.start.offset), place(span.end.offset)),
        }
    };
    match error {
        regex_syntax::Error::Parse(error) => fault(error.kind().to_string(), error.span()),
        regex_syntax::Error::Translate(error) => fault(error.kind().to_string(), error.span()),
        _ => PatternFault::TooLarge,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::tests::mark;
    use super::*;

    fn query(typed: &str, flags: &str) -> Query {
        Query {
            text: typed.to_owned(),
            kind: super::super::QueryKind::Regex,
            whole_word: flags.contains('w'),
            match_case: flags.contains('c'),
        }
    }

    fn check(typed: &str, flags: &str, content: &str, expected: &str) {
        let finds = find_regex(content, &query(typed, flags)).unwrap();
        assert_eq!(mark(content, &finds), expected);
    }

    fn check_fault(typed: &str, at: u32, what: &str) {
        match find_regex("", &query(typed, "")) {
            Err(PatternFault::Syntax { what: told, place }) => {
                assert_eq!((place.start().0, told.as_str()), (at, what));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn finds_patterns() {
        check(
            "tr.st|safe",
            "",
            "Trust me, it’s safe",
            "[Trust] me, it’s [safe]",
        );
        check("trust", "c", "Trust, trust", "Trust, [trust]");
        check("saf|safe", "w", "safe unsafe", "[safe] unsafe");
        check("(?x) saf # comment", "w", "saf", "[saf]");
        check("^i", "", "I am\nit is", "[I] am\n[i]t is");
        check("x*", "", "axxb", "a[xx]b");
        check("很.", "", "我很好，👍很累", "我[很好]，👍[很累]");
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        check_fault("é(ab", 1, "unclosed group");
        check_fault("a**)", 3, "unopened group");
        assert_eq!(
            find_regex("", &query(r"(\w{400}){400}", "")),
            Err(PatternFault::TooLarge)
        );
    }
}
