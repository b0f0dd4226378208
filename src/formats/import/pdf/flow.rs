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
    if !stem.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_lowercase) {
        return None;
    }
    let joined = format!("{stem}{rest}").to_lowercase();
    Some(match sign {
        '\u{ad}' => Hyphen::Theirs,
        _ if vocabulary.contains(&joined) => Hyphen::Theirs,
        _ => Hyphen::Ours,
    })
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
