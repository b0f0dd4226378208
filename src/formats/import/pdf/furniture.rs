//! What is printed on a page and is no part of the talk: running heads and feet, page marks, and
//! numbers of lines or paragraphs in the margin.
//!
//! Invariant: a row goes only when it stands in the same place on most pages or counts the pages; a
//! number only when it stands apart from the text in a column of ascending numbers.

use super::line::{Piece, Row, median};
use std::collections::BTreeMap;

/// How many rows at either end of a page may be furniture.
const REACH: usize = 3;
/// The part of the page's height, at either end, where running heads and feet may stand.
const HEAD: f64 = 0.2;
/// The part where a lone page mark may stand.
const EDGE: f64 = 0.12;

/// Removes running heads, feet and page marks; returns how many rows went.
pub(super) fn remove_running(pages: &mut [Vec<Row>]) -> usize {
    let mut places: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for rows in pages.iter() {
        for row in ends(rows).map(|i| &rows[i]) {
            *places.entry((pattern(row), place(row))).or_default() += 1;
        }
    }
    let total = pages.len();
    let mut removed = 0;
    for (index, rows) in pages.iter_mut().enumerate() {
        let gone: Vec<usize> = ends(rows)
            .filter(|i| {
                let row = &rows[*i];
                let key = pattern(row);
                let near = (-1..=1).filter_map(|d| places.get(&(key.clone(), place(row) + d)));
                let count: usize = near.sum();
                let same = count * 2 >= total && (count >= 3 || (count == 2 && total == 2));
                let within = |part: f64| row.share < part || row.share > 1.0 - part;
                let mark = || is_page_mark(&text(row), index + 1, total);
                (same && within(HEAD)) || (within(EDGE) && mark())
            })
            .collect();
        removed += gone.len();
        for i in gone.into_iter().rev() {
            rows.remove(i);
        }
    }
    removed
}

/// The first and last rows of a page.
fn ends(rows: &[Row]) -> impl Iterator<Item = usize> + use<> {
    let len = rows.len();
    (0..len).filter(move |i| *i < REACH || *i + REACH >= len)
}

fn text(row: &Row) -> String {
    row.pieces
        .iter()
        .map(Piece::text)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The row's words, with every number alike.
fn pattern(row: &Row) -> String {
    let mut pattern = String::new();
    for c in text(row).chars() {
        match c {
            c if c.is_numeric() && pattern.ends_with('#') => {}
            c if c.is_numeric() => pattern.push('#'),
            c => pattern.push(c),
        }
    }
    pattern
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on paper is a small number"
)]
fn place(row: &Row) -> i64 {
    (row.y / 4.0).round() as i64
}

/// `1/5`, `- 3 -`, `Page 2 of 8`, `第 2 页`: only where the numbers fit the page.
fn is_page_mark(text: &str, page: usize, total: usize) -> bool {
    const WORDS: &[&str] = &[
        "page",
        "of",
        "p",
        "seite",
        "von",
        "página",
        "de",
        "sur",
        "第",
        "页",
        "頁",
        "共",
        "쪽",
        "페이지",
        "صفحة",
        "من",
    ];
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let numbers: Vec<usize> = lower
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|n| n.parse().ok())
        .collect();
    let fits = match numbers[..] {
        [number] => number == page,
        [number, of] => number == page && of == total,
        _ => false,
    };
    fits && words.into_iter().all(|word| {
        WORDS.contains(&word)
            || word
                .chars()
                .all(|c| WORDS.contains(&c.to_string().as_str()))
    })
}

/// Which margin numbers stand in.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// Removes printed line or paragraph numbers; returns how many. Their rows remember it.
pub(super) fn remove_numbers(pages: &mut [Vec<Row>]) -> usize {
    [Side::Left, Side::Right]
        .into_iter()
        .map(|side| remove_side(pages, side))
        .sum()
}

fn remove_side(pages: &mut [Vec<Row>], side: Side) -> usize {
    let Some(edge) = edge(pages, side) else {
        return 0;
    };
    let apart = |piece: &Piece| match side {
        Side::Left => piece.end < edge,
        Side::Right => piece.start > edge,
    };
    let found = |row: &Row| {
        outer(row, side)
            .filter(|piece| apart(piece))
            .and_then(number)
    };
    let (mut count, mut ascending, mut numbered) = (0, 0, 0);
    for rows in pages.iter() {
        let numbers: Vec<u32> = rows.iter().filter_map(found).collect();
        numbered += usize::from(!numbers.is_empty());
        count += numbers.len();
        ascending += numbers.windows(2).filter(|pair| pair[0] < pair[1]).count()
            + usize::from(!numbers.is_empty());
    }
    // One number a page is the page's own.
    if count < 3 || count < numbered * 2 || ascending * 10 < count * 9 {
        return 0;
    }
    for row in pages
        .iter_mut()
        .flatten()
        .filter(|row| found(row).is_some())
    {
        match side {
            Side::Left => drop(row.pieces.remove(0)),
            Side::Right => drop(row.pieces.pop()),
        }
        row.numbered = true;
    }
    spread_marks(pages);
    count
}

/// A number whose baseline is not quite that of its line belongs to the next row.
fn spread_marks(pages: &mut [Vec<Row>]) {
    for rows in pages {
        for i in 1..rows.len() {
            if rows[i - 1].pieces.is_empty() && rows[i - 1].numbered {
                rows[i].numbered = true;
            }
        }
        rows.retain(|row| !row.pieces.is_empty());
    }
}

fn outer(row: &Row, side: Side) -> Option<&Piece> {
    match side {
        Side::Left => row.pieces.first(),
        Side::Right => row.pieces.last(),
    }
}

fn number(piece: &Piece) -> Option<u32> {
    let text = piece.text();
    (text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Where the text begins or ends on most rows, numbers in the margin aside.
fn edge(pages: &[Vec<Row>], side: Side) -> Option<f64> {
    let ends: Vec<f64> = pages
        .iter()
        .flatten()
        .filter_map(|row| match side {
            Side::Left => row
                .pieces
                .iter()
                .find(|p| number(p).is_none())
                .map(|p| p.start),
            Side::Right => row
                .pieces
                .iter()
                .rev()
                .find(|p| number(p).is_none())
                .map(|p| p.end),
        })
        .collect();
    let size = median(
        pages
            .iter()
            .flatten()
            .flat_map(|row| &row.pieces)
            .map(|p| p.size)
            .collect(),
    );
    let mut sorted = ends;
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    Some(match side {
        Side::Left => sorted[last / 50] - 0.2 * size,
        Side::Right => sorted[last - last / 50] + 0.2 * size,
    })
}
