//! How a line is cited: `4.18`, and `4.18a` for what a correction pushed out of line 18. Whose
//! transcript it is stands elsewhere.
//!
//! Invariant: a label reads back as itself, and labels are ordered as their lines.

use std::fmt;
use std::str::FromStr;

/// The citable place of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// Its page, from 1.
    pub page: u32,
    /// Its number on the page, from 1.
    pub number: u32,
    /// 0 for a numbered line, 1 for the `a` behind it, and so on.
    pub overflow: u16,
}

/// The lines that a passage touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The first.
    pub first: Label,
    /// The last, often the same.
    pub last: Label,
}

impl Label {
    /// The same line where so many pages of earlier interviews come before.
    #[must_use]
    pub fn after_pages(self, pages: u32) -> Self {
        Self {
            page: self.page + pages,
            ..self
        }
    }
}

impl Citation {
    /// The same lines where so many pages of earlier interviews come before.
    #[must_use]
    pub fn after_pages(self, pages: u32) -> Self {
        Self {
            first: self.first.after_pages(pages),
            last: self.last.after_pages(pages),
        }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = to_letters(self.overflow);
        write!(f, "{}.{}{letters}", self.page, self.number)
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.last != self.first {
            write!(f, "–{}", self.last)?;
        }
        Ok(())
    }
}

/// What was typed is no label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALabel;

impl FromStr for Label {
    type Err = NotALabel;

    /// Reads `4.18`, `4,18`, `4:18`, `4.18a`, also with full-width digits and signs.
    fn from_str(typed: &str) -> Result<Self, NotALabel> {
        let typed: String = typed.trim().chars().map(narrow).collect();
        let (page, rest) = typed.split_once(['.', ',', ':']).ok_or(NotALabel)?;
        let letters = rest.find(|c: char| !c.is_ascii_digit());
        let (number, letters) = rest.split_at(letters.unwrap_or(rest.len()));
        Ok(Self {
            page: to_number(page)?,
            number: to_number(number)?,
            overflow: from_letters(letters)?,
        })
    }
}

fn to_number(digits: &str) -> Result<u32, NotALabel> {
    if digits.bytes().all(|digit| digit.is_ascii_digit()) {
        digits.parse().map_err(|_| NotALabel)
    } else {
        Err(NotALabel)
    }
}

/// The ASCII character that a full-width one stands for.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from((c as u32 - 0xFEE0) as u8),
        '。' => '.',
        _ => c,
    }
}

/// 1 is `a`, 26 `z`, 27 `aa`.
fn to_letters(mut overflow: u16) -> String {
    let mut letters = Vec::new();
    while overflow > 0 {
        overflow -= 1;
        letters.push(char::from(b'a' + (overflow % 26) as u8));
        overflow /= 26;
    }
    letters.iter().rev().collect()
}

fn from_letters(letters: &str) -> Result<u16, NotALabel> {
    letters.bytes().try_fold(0u16, |sum, letter| {
        let letter = letter.to_ascii_lowercase();
        if !letter.is_ascii_lowercase() {
            return Err(NotALabel);
        }
        sum.checked_mul(26)
            .and_then(|sum| sum.checked_add(u16::from(letter - b'a') + 1))
            .ok_or(NotALabel)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<&str>) {
        let label = typed.parse::<Label>().ok().map(|label| label.to_string());
        assert_eq!(label.as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn reads_what_people_type() {
        check("4.18", Some("4.18"));
        check(" 4,18 ", Some("4.18"));
        check("4:18", Some("4.18"));
        check("4.18B", Some("4.18b"));
        check("４。１８", Some("4.18"));
        for wrong in [
            "",
            "4",
            "4.",
            ".18",
            "4.18.2",
            "4.18ä",
            "+4.18",
            "4.99999999999",
        ] {
            check(wrong, None);
        }
    }

    #[test]
    fn every_overflow_reads_back() {
        for overflow in 0..=u16::MAX {
            assert_eq!(from_letters(&to_letters(overflow)), Ok(overflow));
        }
        assert_eq!(to_letters(27), "aa");
    }

    #[test]
    fn a_citation_names_a_line_once() {
        let label = |number| Label {
            page: 4,
            number,
            overflow: 0,
        };
        let cite = |first, last| Citation {
            first: label(first),
            last: label(last),
        };
        assert_eq!(cite(18, 18).to_string(), "4.18");
        assert_eq!(cite(18, 20).after_pages(10).to_string(), "14.18–14.20");
    }
}
