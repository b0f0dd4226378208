//! Lines to paragraphs: where one ends, how two lines meet, and which hyphens the setting of the
//! page put in.
//!
//! Invariant: a hyphen is taken out only where the document itself shows that the word has none.

use super::super::paragraph::{Mark, Paragraph};
use super::super::seam::seam;
use super::super::speaker;
use super::line::Line;
use std::collections::BTreeSet;

/// Joins the lines of all pages to paragraphs, with a pin where each page begins.
pub(super) fn paragraphs(lines: Vec<Line>) -> Vec<Paragraph> {
    let layout = Layout::of(&lines);
    let vocabulary = vocabulary(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let before = i.checked_sub(1).map(|before| &lines[before]);
        let mut piece = Paragraph::default();
        for _ in before.map_or(0, |before| before.page)..line.page {
            piece.pin(Mark::Page);
        }
        piece.text.push_str(&line.text);
        match (before, paragraphs.last_mut()) {
            (Some(_), Some(paragraph)) if !layout.begins(&lines, i) => {
                let hyphen = hyphen(&paragraph.text, &piece.text, &vocabulary);
                let seam = match hyphen {
                    Some(Hyphen::Ours) => "",
                    Some(Hyphen::Theirs) => {
                        let kept = paragraph
                            .text
                            .trim_end_matches(['-', '\u{2010}', '\u{ad}'])
                            .len();
                        paragraph.text.truncate(kept);
                        ""
                    }
                    None => seam(&paragraph.text, &piece.text),
                };
                paragraph.append(seam, piece);
            }
            _ => paragraphs.push(piece),
        }
    }
    paragraphs
}

/// What is usual in the document.
struct Layout {
    /// From one baseline to the next.
    pitch: f64,
    /// The edges of each column.
    edges: Vec<(f64, f64)>,
    labelled: Vec<bool>,
    /// Whether margin numbers count paragraphs and not lines.
    numbered: bool,
}

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let below = |pair: &[Line]| {
            let same = pair[0].page == pair[1].page && pair[0].column == pair[1].column;
            same.then(|| pair[1].y - pair[0].y).filter(|gap| *gap > 0.0)
        };
        let mut gaps: Vec<f64> = lines.windows(2).filter_map(below).collect();
        gaps.sort_by(f64::total_cmp);
        // Most gaps lie within paragraphs; where paragraphs are short, the smallest ones do.
        let pitch = gaps.get(gaps.len() / 5).copied().unwrap_or(0.0);
        let edges = (0..=2).map(|column| {
            let mut own: Vec<&Line> = lines.iter().filter(|line| line.column == column).collect();
            own.sort_by(|a, b| a.end.total_cmp(&b.end));
            let right = own
                .get(own.len().saturating_sub(1 + own.len() / 50))
                .map_or(0.0, |line| line.end);
            let left = own.iter().map(|line| line.start).fold(f64::MAX, f64::min);
            (left, right)
        });
        let numbered = lines.iter().filter(|line| line.numbered).count();
        Self {
            pitch,
            edges: edges.collect(),
            labelled: speaker::find(&texts).iter().map(Option::is_some).collect(),
            numbered: numbered > 2 && numbered * 10 < lines.len() * 8,
        }
    }

    /// Whether a paragraph begins with this line.
    fn begins(&self, lines: &[Line], i: usize) -> bool {
        let (before, line) = (&lines[i - 1], &lines[i]);
        if self.labelled[i] || (self.numbered && line.numbered) {
            return true;
        }
        let same_column = before.page == line.page && before.column == line.column;
        let gap = line.y - before.y;
        let far = same_column && (gap > 1.35 * self.pitch.max(line.size) || gap <= 0.0);
        let other_size = (line.size / before.size.max(0.1) - 1.0).abs() > 0.15;
        if far || other_size || before.right_to_left != line.right_to_left {
            return true;
        }
        // Where paragraphs are numbered a number would have told.
        !self.numbered && (self.had_room(before, line) || self.is_indented(lines, i))
    }

    /// Whether the first word would have fitted on the line before, which therefore ended by will.
    fn had_room(&self, before: &Line, line: &Line) -> bool {
        let (left, right) = self.edges[before.column];
        let room = if before.right_to_left {
            before.start - left
        } else {
            right - before.end
        };
        room > line.first_word + 0.6 * line.size
    }

    fn is_indented(&self, lines: &[Line], i: usize) -> bool {
        let indent = |line: &Line| {
            let (left, right) = self.edges[line.column];
            if line.right_to_left {
                right - line.end
            } else {
                line.start - left
            }
        };
        let deep = |line: &Line| indent(line) > 0.8 * line.size;
        let next = lines.get(i + 1);
        deep(&lines[i])
            && !deep(&lines[i - 1])
            && !self.labelled[i - 1]
            && next.is_none_or(|next| !deep(next))
    }
}

/// Whose hyphen stands at a line's end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hyphen {
    /// The word is written with it.
    Ours,
    /// The setting of the page put it in.
    Theirs,
}

fn hyphen(left: &str, right: &str, vocabulary: &BTreeSet<String>) -> Option<Hyphen> {
    let sign = left
        .chars()
        .next_back()
        .filter(|c| matches!(c, '-' | '\u{2010}' | '\u{ad}'))?;
    let stem = left[..left.len() - sign.len_utf8()]
        .rsplit(|c: char| !is_inner(c))
        .next()?;
    let rest = right.split(|c: char| !is_inner(c)).next()?;
    let (stem, rest) = (stem.to_lowercase(), rest.to_lowercase());
    if !stem.ends_with(char::is_alphabetic) || rest.is_empty() {
        return None;
    }
    let known = |word: String| vocabulary.contains(&word);
    let goes_on = right.starts_with(char::is_lowercase);
    if sign == '\u{ad}' || (goes_on && known(format!("{stem}{rest}"))) {
        Some(Hyphen::Theirs)
    } else if known(format!("{stem}-{rest}")) || (goes_on && !rest.starts_with(&stem)) {
        Some(Hyphen::Ours)
    } else {
        // `th-` before `the` is a word begun twice, as people talk.
        None
    }
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '\u{2010}')
}

/// The words of the document that no line end divides.
fn vocabulary(lines: &[Line]) -> BTreeSet<String> {
    let words = lines
        .iter()
        .flat_map(|line| line.text.split(|c: char| !is_inner(c)));
    words
        .filter(|word| word.chars().count() > 3 && !word.ends_with(['-', '\u{2010}']))
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines 10 points high from the left edge on, as wide as their text, in a column of 20 letters.
    fn line(y: f64, start: f64, text: &str) -> Line {
        let width = |text: &str| text.chars().map(|_| 5.0).sum::<f64>();
        Line {
            page: 0,
            column: 0,
            y,
            start,
            end: start + width(text),
            size: 10.0,
            text: text.to_owned(),
            right_to_left: false,
            first_word: width(text.split(' ').next().unwrap_or_default()),
            numbered: false,
        }
    }

    fn check(lines: &[(f64, f64, &str)], expected: &[&str]) {
        let lines = lines
            .iter()
            .map(|(y, start, text)| line(*y, *start, text))
            .collect();
        let found: Vec<_> = paragraphs(lines)
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_paragraph_ends_at_a_gap_an_indent_or_a_short_line() {
        check(
            &[
                (0.0, 0.0, "we walked along that"),
                (12.0, 0.0, "river until evening."),
                (36.0, 0.0, "after the gap it was"),
                (48.0, 0.0, "dark."),
                (60.0, 0.0, "nobody had a lantern"),
                (72.0, 10.0, "so we stayed there"),
                (84.0, 0.0, "and waited for light"),
            ],
            &[
                "we walked along that river until evening.",
                "after the gap it was dark.",
                "nobody had a lantern",
                "so we stayed there and waited for light",
            ],
        );
    }

    #[test]
    fn hyphens_go_only_where_the_document_knows_the_word() {
        check(
            &[
                (0.0, 0.0, "the medication, medi-"),
                (12.0, 0.0, "cation in a self-help"),
                (24.0, 0.0, "group and second-"),
                (36.0, 0.0, "hand things, so\u{ad}"),
                (48.0, 0.0, "called, by Anna-"),
                (60.0, 0.0, "Maria."),
            ],
            &[
                "the medication, medication in a self-help group and second-hand things, socalled, by Anna- Maria.",
            ],
        );
    }
}
