//! Characters on a page to lines in reading order: rows by baseline, words by gaps, columns by the
//! gutter between them, right-to-left rows turned round.
//!
//! Invariant: every character of a row is in exactly one line.

use crate::study::words::is_unspaced;
use unicode_normalization::char::decompose_compatible;

/// A character as printed. `y` is its baseline and grows downwards once a page is in rows.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub size: f64,
    /// Quarter turns of its baseline.
    turn: u8,
    pub text: String,
}

impl Glyph {
    /// A character at `origin` under a transformation.
    pub(super) fn new(
        origin: [f64; 2],
        axes: [f64; 4],
        width: f64,
        font_size: f64,
        text: &str,
    ) -> Self {
        let [a, b, c, d] = axes;
        let turn = match (a.abs() >= b.abs(), a >= 0.0, b >= 0.0) {
            (true, true, _) => 0,
            (false, _, true) => 1,
            (true, false, _) => 2,
            (false, _, false) => 3,
        };
        Self {
            x: origin[0],
            y: origin[1],
            width: (width * font_size * a.hypot(b)).abs(),
            size: (font_size * c.hypot(d)).abs(),
            turn,
            text: spelled_out(text),
        }
    }

    fn end(&self) -> f64 {
        self.x + self.width
    }
}

/// Ligatures and the shapes of Arabic letters as the letters that they stand for.
fn spelled_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                decompose_compatible(c, |c| out.push(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// A page's characters.
pub(super) struct Page {
    /// Left, bottom, right and top of the paper.
    pub paper: [f64; 4],
    pub glyphs: Vec<Glyph>,
}

impl Page {
    /// Adds a character if it stands on the paper: some programs print all of their window on every
    /// page and let the edge cut it off. One printed twice in nearly the same place is only bold.
    pub(super) fn add(&mut self, glyph: Glyph) {
        let sound = [glyph.x, glyph.y, glyph.width, glyph.size]
            .iter()
            .all(|n| n.is_finite());
        let [left, bottom, right, top] = self.paper;
        let inside = glyph.x >= left && glyph.x <= right && glyph.y >= bottom && glyph.y <= top;
        if !sound || !inside || glyph.size <= 0.0 || glyph.text.is_empty() {
            return;
        }
        let near = self.glyphs.len().saturating_sub(64);
        let again = |other: &Glyph| {
            let (dx, dy) = ((other.x - glyph.x).abs(), (other.y - glyph.y).abs());
            other.text == glyph.text && dx < 0.1 * glyph.size && dy < 0.1 * glyph.size
        };
        if glyph.text.trim().is_empty() || !self.glyphs[near..].iter().any(again) {
            self.glyphs.push(glyph);
        }
    }

    /// Puts accents, which take no room, onto the letters that they stand over. Anything else
    /// without room is no character but the leftover of one that was told with its neighbour.
    fn settle_accents(&mut self) {
        let all = std::mem::take(&mut self.glyphs);
        let total = all.len();
        let (mut glyphs, flat): (Vec<_>, Vec<_>) = all.into_iter().partition(|g| g.width > 0.0);
        if flat.len() * 4 > total {
            glyphs.extend(flat);
            self.glyphs = glyphs;
            return;
        }
        for accent in flat.into_iter().filter(|g| is_accent(&g.text)) {
            let near = |g: &&mut Glyph| {
                let slack = 0.1 * g.size;
                (g.y - accent.y).abs() < g.size
                    && g.x - slack <= accent.x
                    && accent.x <= g.end() + slack
            };
            let over =
                |g: &Glyph| (g.x + g.width / 2.0 - accent.x).abs() + 2.0 * (g.y - accent.y).abs();
            let base = glyphs
                .iter_mut()
                .filter(near)
                .min_by(|a, b| over(a).total_cmp(&over(b)));
            if let Some(base) = base {
                base.text.push_str(&accent.text);
            }
        }
        self.glyphs = glyphs;
    }
}

fn is_accent(text: &str) -> bool {
    text.chars()
        .all(unicode_normalization::char::is_combining_mark)
}

/// The characters of one baseline, by x, in stretches that wide gaps divide.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub page: usize,
    /// Where on the page, from 0 at the top to 1 at the bottom.
    pub share: f64,
    pub y: f64,
    pub pieces: Vec<Piece>,
    /// The number that was printed in the margin beside it.
    pub numbered: bool,
}

/// A stretch without a wide gap.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub glyphs: Vec<Glyph>,
    pub start: f64,
    pub end: f64,
    pub size: f64,
}

impl Piece {
    fn new(glyphs: Vec<Glyph>) -> Self {
        let start = glyphs.iter().map(|g| g.x).fold(f64::MAX, f64::min);
        let end = glyphs.iter().map(Glyph::end).fold(f64::MIN, f64::max);
        let size = median(glyphs.iter().map(|g| g.size).collect());
        Self {
            glyphs,
            start,
            end,
            size,
        }
    }

    /// Its words with single spaces, in the order of reading.
    pub(super) fn text(&self) -> String {
        let mut printed: Vec<&str> = Vec::new();
        let mut before: Option<&Glyph> = None;
        for glyph in &self.glyphs {
            let gap = before.map_or(0.0, |before| glyph.x - before.end());
            let blank = glyph.text.trim().is_empty();
            let spaced = blank || (gap > 0.2 * glyph.size && !is_tight(before, glyph, gap));
            if spaced && printed.last().is_some_and(|last| *last != " ") {
                printed.push(" ");
            }
            if !blank {
                printed.push(&glyph.text);
            }
            before = Some(glyph);
        }
        if is_right_to_left(&self.glyphs) {
            turn_round(&mut printed);
        }
        printed.concat().trim().to_owned()
    }
}

/// Chinese is often set with gaps that are no spaces.
fn is_tight(before: Option<&Glyph>, glyph: &Glyph, gap: f64) -> bool {
    let wide = |glyph: &Glyph| glyph.text.chars().all(is_unspaced);
    before.is_some_and(|before| wide(before) && wide(glyph)) && gap < glyph.size
}

/// Puts characters that were printed from right to left into the order of reading. Numbers and
/// foreign words within run the other way.
fn turn_round(printed: &mut [&str]) {
    let runs_on = |text: &str| text.chars().any(|c| c.is_alphanumeric() && !is_rtl(c));
    printed.reverse();
    let mut start = 0;
    while start < printed.len() {
        if !runs_on(printed[start]) {
            start += 1;
            continue;
        }
        let run = printed[start..]
            .iter()
            .take_while(|text| !text.chars().any(is_rtl));
        let len = run
            .enumerate()
            .filter(|(_, text)| runs_on(text))
            .map(|(i, _)| i + 1)
            .max()
            .unwrap_or(1);
        printed[start..start + len].reverse();
        start += len;
    }
}

fn is_right_to_left(glyphs: &[Glyph]) -> bool {
    let chars = || glyphs.iter().flat_map(|g| g.text.chars());
    chars().filter(|c| is_rtl(*c)).count()
        > chars().filter(|c| c.is_alphabetic() && !is_rtl(*c)).count()
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{65f}' | '\u{66a}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}')
}

/// Sorts a page into rows. What is printed across the page's main direction is left out.
pub(super) fn rows((page, paper): (usize, &mut Page)) -> Vec<Row> {
    paper.settle_accents();
    let mut glyphs = std::mem::take(&mut paper.glyphs);
    let mut turns = [0_usize; 4];
    glyphs.iter().for_each(|g| turns[usize::from(g.turn)] += 1);
    let main = (0..4_u8)
        .max_by_key(|turn| (turns[usize::from(*turn)], 4 - turn))
        .unwrap_or(0);
    glyphs.retain(|g| g.turn == main);
    for g in &mut glyphs {
        (g.x, g.y) = match main {
            0 => (g.x, -g.y),
            1 => (g.y, g.x),
            2 => (-g.x, g.y),
            _ => (-g.y, -g.x),
        };
    }
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let top = glyphs.first().map_or(0.0, |g| g.y);
    let bottom = glyphs.last().map_or(0.0, |g| g.y);
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match groups.last_mut() {
            Some(group)
                if group.iter().rev().take(8).any(|g| {
                    glyph.y - g.y <= 0.4 * g.size.max(glyph.size)
                        && glyph.y - group[0].y <= 0.6 * g.size.max(glyph.size)
                }) =>
            {
                group.push(glyph);
            }
            _ => groups.push(vec![glyph]),
        }
    }
    let share = |y: f64| match main {
        0 => (y + paper.paper[3]) / (paper.paper[3] - paper.paper[1]).max(1.0),
        _ => (y - top) / (bottom - top).max(1.0),
    };
    let row = |mut group: Vec<Glyph>| {
        group.sort_by(|a, b| a.x.total_cmp(&b.x));
        let y = median(group.iter().map(|g| g.y).collect());
        Row {
            page,
            share: share(y),
            y,
            pieces: pieces(group),
            numbered: false,
        }
    };
    let rows = groups.into_iter().map(row);
    rows.filter(|row| !row.pieces.is_empty()).collect()
}

/// A gap wider than any between words, in sizes of the type.
const WIDE: f64 = 1.2;

/// Divides a row at wide gaps. Numbers at its beginning may stand in the margin and close to the
/// text, so a smaller gap divides there.
fn pieces(glyphs: Vec<Glyph>) -> Vec<Piece> {
    let mut pieces: Vec<Vec<Glyph>> = Vec::new();
    let mut end = f64::MIN;
    for glyph in glyphs {
        let blank = glyph.text.trim().is_empty();
        if blank && (pieces.is_empty() || glyph.x - end > glyph.size) {
            continue;
        }
        let may_be_margin = pieces.len() == 1 && pieces[0].iter().all(|g| is_digits(&g.text));
        let wide = if may_be_margin { 0.5 } else { WIDE };
        match pieces.last_mut() {
            Some(piece) if glyph.x - end <= wide * glyph.size => piece.push(glyph.clone()),
            _ => pieces.push(vec![glyph.clone()]),
        }
        if !blank {
            end = end.max(glyph.end());
        }
    }
    for piece in &mut pieces {
        let kept = piece
            .iter()
            .rposition(|g| !g.text.trim().is_empty())
            .map_or(0, |at| at + 1);
        piece.truncate(kept);
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces.into_iter().map(Piece::new).collect()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// One line of a column.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub page: usize,
    pub column: usize,
    pub y: f64,
    pub start: f64,
    pub end: f64,
    pub size: f64,
    pub text: String,
    pub right_to_left: bool,
    /// How wide its first word is.
    pub first_word: f64,
    pub numbered: bool,
}

/// The lines of a page's rows: across the page, or down one column and then the other.
pub(super) fn lines(rows: Vec<Row>) -> Vec<Line> {
    let Some(gutter) = gutter(&rows) else {
        return rows.iter().map(|row| line(row, &row.pieces, 0)).collect();
    };
    let mut lines = Vec::new();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in &rows {
        let crosses = row
            .pieces
            .iter()
            .any(|piece| piece.start < gutter && piece.end > gutter);
        if crosses {
            lines.append(&mut left);
            lines.append(&mut right);
            lines.push(line(row, &row.pieces, 0));
            continue;
        }
        let at = row.pieces.partition_point(|piece| piece.start < gutter);
        let (before, behind) = row.pieces.split_at(at);
        if !before.is_empty() {
            left.push(line(row, before, 1));
        }
        if !behind.is_empty() {
            right.push(line(row, behind, 2));
        }
    }
    lines.append(&mut left);
    lines.append(&mut right);
    lines
}

fn line(row: &Row, pieces: &[Piece], column: usize) -> Line {
    let rtl = pieces
        .iter()
        .filter(|piece| is_right_to_left(&piece.glyphs))
        .count()
        * 2
        > pieces.len();
    let mut text = String::new();
    let mut order: Vec<&Piece> = pieces.iter().collect();
    if rtl {
        order.reverse();
    }
    for (i, piece) in order.iter().enumerate() {
        if let Some(before) = i.checked_sub(1).map(|before| order[before]) {
            let gap = before.start.max(piece.start) - before.end.min(piece.end);
            text.push(if gap > WIDE * piece.size { '\t' } else { ' ' });
        }
        text.push_str(&piece.text());
    }
    let (start, end) = (
        pieces.first().map_or(0.0, |p| p.start),
        pieces.last().map_or(0.0, |p| p.end),
    );
    let size = median(pieces.iter().map(|piece| piece.size).collect());
    let chars = text.chars().count().max(1);
    let word = text
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    #[expect(clippy::cast_precision_loss, reason = "a line has few characters")]
    let first_word = (end - start) * word as f64 / chars as f64;
    Line {
        page: row.page,
        column,
        y: row.y,
        start,
        end,
        size,
        text,
        right_to_left: rtl,
        first_word,
        numbered: row.numbered,
    }
}

/// The middle of the white strip between two columns, if the page has two. A narrow column of names
/// beside the talk is none: it is read row by row.
fn gutter(rows: &[Row]) -> Option<f64> {
    const STEPS: usize = 200;
    let pieces = || rows.iter().flat_map(|row| &row.pieces);
    let left = pieces().map(|piece| piece.start).fold(f64::MAX, f64::min);
    let right = pieces().map(|piece| piece.end).fold(f64::MIN, f64::max);
    let width = right - left;
    if rows.len() < 6 || width <= 0.0 {
        return None;
    }
    let place = |step: usize| left + width * f64::from(u32::try_from(step).unwrap_or(0)) / 200.0;
    let is_gutter = |x: f64| {
        let crossing = rows
            .iter()
            .filter(|row| row.pieces.iter().any(|p| p.start < x && p.end > x))
            .count();
        let on_left: Vec<f64> = pieces()
            .filter(|p| p.end <= x)
            .map(|p| x - p.start)
            .collect();
        let on_right: Vec<f64> = pieces()
            .filter(|p| p.start >= x)
            .map(|p| p.end - x)
            .collect();
        let wide = |lengths: &[f64], room: f64| {
            let full = lengths
                .iter()
                .filter(|length| **length > 0.6 * room)
                .count();
            lengths.len() >= 5 && full * 2 >= lengths.len()
        };
        crossing * 5 <= rows.len() && wide(&on_left, x - left) && wide(&on_right, right - x)
    };
    let hits: Vec<f64> = (STEPS * 35 / 100..=STEPS * 65 / 100)
        .map(place)
        .filter(|x| is_gutter(*x))
        .collect();
    (!hits.is_empty()).then(|| hits[hits.len() / 2])
}

/// The middle value; 0 of nothing.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
