//! Tables of a Word document to paragraphs. A table with a column of speakers is a transcript and
//! becomes turns; any other row is one line with tabs.
//!
//! Invariant: the words of every cell come out once, row by row.

use super::super::paragraph::Paragraph;
use super::super::{speaker, time, word};
use std::collections::BTreeSet;

/// A piece of a document.
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Vec<Row>),
}

/// The cells of a row, each with its blocks.
pub(super) type Row = Vec<Vec<Block>>;

type Cell = Vec<Paragraph>;

/// Adds a block's paragraphs to `out`.
pub(super) fn flatten(block: Block, out: &mut Vec<Paragraph>) {
    let rows = match block {
        Block::Paragraph(paragraph) => return out.push(paragraph),
        Block::Table(rows) => rows,
    };
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(cells).collect();
    match Columns::of(&rows) {
        Some(columns) => rows
            .into_iter()
            .enumerate()
            .for_each(|(i, row)| columns.turn(i, row, out)),
        None => rows.into_iter().for_each(|row| line(row, out)),
    }
}

fn cells(row: Row) -> Vec<Cell> {
    let cell = |blocks: Vec<Block>| {
        let mut cell = Cell::new();
        blocks
            .into_iter()
            .for_each(|block| flatten(block, &mut cell));
        cell
    };
    row.into_iter().map(cell).collect()
}

fn words(cell: &[Paragraph]) -> String {
    let texts: Vec<_> = cell
        .iter()
        .map(|p| p.text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(" ")
}

/// A row that is no turn: cells divided by tabs where each is one paragraph, else one after another.
fn line(row: Vec<Cell>, out: &mut Vec<Paragraph>) {
    let single = row
        .iter()
        .all(|cell| cell.iter().filter(|p| !p.text.trim().is_empty()).count() <= 1);
    if !single || row.len() < 2 {
        return out.extend(row.into_iter().flatten());
    }
    let mut joined = Paragraph::default();
    for (i, cell) in row.into_iter().enumerate() {
        let mut seam = if i > 0 { "\t" } else { "" };
        for paragraph in cell {
            joined.append(std::mem::take(&mut seam), paragraph);
        }
    }
    out.push(joined);
}

/// Which columns of a transcript's table hold what.
struct Columns {
    speaker: usize,
    time: Option<usize>,
    words: usize,
    headed: bool,
}

impl Columns {
    /// The columns, if two or three of them are speaker, words, and time or a number.
    fn of(rows: &[Vec<Cell>]) -> Option<Self> {
        let width = rows.first()?.len();
        if !(2..=3).contains(&width) || rows.iter().any(|row| row.len() != width) {
            return None;
        }
        let text: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| words(cell)).collect())
            .collect();
        let headed = text[0]
            .iter()
            .any(|cell| word::heads_speakers(&speaker::key(cell)));
        let body = &text[usize::from(headed)..];
        let column = |i: usize| {
            body.iter()
                .map(move |row| row[i].as_str())
                .filter(|cell| !cell.is_empty())
        };
        let all =
            |i: usize, is: &dyn Fn(&str) -> bool| column(i).next().is_some() && column(i).all(is);
        let length = |i: usize| column(i).map(|cell| cell.chars().count()).sum::<usize>();
        let words = (0..width).max_by_key(|i| length(*i))?;
        let mut others: Vec<usize> = (0..width).filter(|i| *i != words).collect();
        let time = others
            .iter()
            .copied()
            .find(|i| all(*i, &|cell| clock(cell).is_some()));
        let is_number = |cell: &str| {
            cell.trim_end_matches('.')
                .bytes()
                .all(|b| b.is_ascii_digit())
        };
        others.retain(|i| Some(*i) != time && !all(*i, &is_number));
        // An empty column says nothing; one with anything else in it must not be lost.
        others.retain(|i| column(*i).next().is_some());
        let [speaker] = others[..] else { return None };
        (speaker < words && names_speakers(column(speaker).collect(), headed)).then_some(Self {
            speaker,
            time,
            words,
            headed,
        })
    }

    fn turn(&self, index: usize, row: Vec<Cell>, out: &mut Vec<Paragraph>) {
        if index == 0 && self.headed {
            return;
        }
        let said = name(&words(&row[self.speaker]));
        let at = self.time.and_then(|time| clock(&words(&row[time])));
        let mut first = Paragraph {
            speaker: Some(said).filter(|name| !name.is_empty()),
            time: at,
            ..Paragraph::default()
        };
        // What is pinned in the other columns belongs to the turn as a whole.
        let mut cell = Cell::new();
        for (i, paragraphs) in row.into_iter().enumerate() {
            if i == self.words {
                cell = paragraphs;
            } else {
                paragraphs
                    .into_iter()
                    .flat_map(|p| p.pins)
                    .for_each(|pin| first.pin(pin.mark));
            }
        }
        out.push(first);
        out.extend(cell);
    }
}

fn clock(cell: &str) -> Option<u32> {
    time::lead(cell)
        .filter(|lead| lead.len == cell.len())
        .map(|lead| lead.time)
}

fn name(cell: &str) -> String {
    cell.trim().trim_end_matches([':', '：']).trim().to_owned()
}

/// Whether a column's cells are the names of a few speakers who come again.
fn names_speakers(cells: Vec<&str>, headed: bool) -> bool {
    let labelled: Vec<String> = cells
        .iter()
        .map(|cell| format!("{}: …", name(cell)))
        .collect();
    let labels: Vec<&str> = labelled.iter().map(String::as_str).collect();
    let found = speaker::find(&labels)
        .into_iter()
        .flatten()
        .filter(|label| label.name.is_some())
        .count();
    let names: BTreeSet<String> = cells.iter().map(|cell| speaker::key(&name(cell))).collect();
    let recur = headed
        || names.len() < cells.len()
        || names.iter().all(|n| word::asks(n) || word::answers(n));
    recur && !cells.is_empty() && found * 10 >= cells.len() * 8
}
