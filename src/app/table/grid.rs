//! Going from cell to cell, and what a cell is for.

use super::row::Rows;
use super::{Entry, edit};
use crate::app::command::chord::Chord;
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects};
use crate::app::reading;
use crate::app::state::State;
use crate::app::table::Action;
use crate::study::id::ExcerptId;
use crate::study::record::note::NoteKind;

/// By which effects find the table to give it the keyboard.
pub const FOCUS: &str = "table";

/// Rows that a screenful counts.
const PAGE: usize = 8;

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The words.
    Passage,
    /// The notes.
    #[default]
    Notes,
    /// The statements.
    Statements,
}

impl Column {
    /// All columns, from left to right.
    pub const ALL: [Self; 3] = [Self::Passage, Self::Notes, Self::Statements];
}

/// A step from cell to cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the column on the left.
    Left,
    /// To the column on the right.
    Right,
    /// To the first column.
    Home,
    /// To the last column.
    End,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
}

/// What a chord does in the table; none when it is no key of the table's.
#[must_use]
pub fn key(chord: &Chord) -> Option<Action> {
    if chord.alt {
        return None;
    }
    let step = match (chord.key.as_str(), chord.command) {
        ("arrowup", false) => Step::Up,
        ("arrowdown", false) => Step::Down,
        ("arrowleft", false) => Step::Left,
        ("arrowright", false) => Step::Right,
        ("home", false) => Step::Home,
        ("end", false) => Step::End,
        ("home", true) => Step::First,
        ("end", true) => Step::Last,
        ("pageup", false) => Step::PageUp,
        ("pagedown", false) => Step::PageDown,
        ("enter" | "f2", false) => return Some(Action::Enter),
        ("n", false) if !chord.shift => return Some(Action::New(None)),
        ("d", false) if !chord.shift => return Some(Action::New(Some(NoteKind::Descriptive))),
        ("l", false) if !chord.shift => return Some(Action::New(Some(NoteKind::Linguistic))),
        ("c", false) if !chord.shift => return Some(Action::New(Some(NoteKind::Conceptual))),
        ("s", false) if !chord.shift => return Some(Action::Link(super::link::Action::Open(None))),
        _ => return None,
    };
    Some(Action::Go(step))
}

/// The row and column of the current cell; the first row when its passage is not shown.
#[must_use]
pub fn place(desk: &Desk, rows: &Rows) -> Option<(usize, Column)> {
    let (excerpt, column) = desk.table.current?;
    let row = rows.excerpts.iter().position(|id| *id == excerpt);
    (!rows.excerpts.is_empty()).then(|| (row.unwrap_or(0), column))
}

/// Goes a step.
pub(super) fn go(desk: &mut Desk, step: Step) {
    let rows = desk.table_rows();
    let Some(last) = rows.excerpts.len().checked_sub(1) else {
        return;
    };
    let (row, column) = place(desk, &rows).unwrap_or_default();
    let columns = Column::ALL;
    let here = columns
        .iter()
        .position(|known| *known == column)
        .unwrap_or(0);
    let (row, column) = match step {
        Step::Up => (row.saturating_sub(1), column),
        Step::Down => ((row + 1).min(last), column),
        Step::Left => (row, columns[here.saturating_sub(1)]),
        Step::Right => (row, columns[(here + 1).min(2)]),
        Step::Home => (row, Column::Passage),
        Step::End => (row, Column::Statements),
        Step::First => (0, column),
        Step::Last => (last, column),
        Step::PageUp => (row.saturating_sub(PAGE), column),
        Step::PageDown => ((row + PAGE).min(last), column),
    };
    desk.table.current = Some((rows.excerpts[row], column));
}

fn current(state: &State) -> Option<(ExcerptId, Column)> {
    let desk = state.desk.as_ref()?;
    let rows = desk.table_rows();
    let (row, column) = place(desk, &rows)?;
    Some((*rows.excerpts.get(row)?, column))
}

/// Does what the current cell is for: shows the passage, or writes what stands in it. Where several
/// entries stand, the first gets the keyboard.
pub(super) fn enter(state: &mut State, effects: &mut Effects) {
    let Some((excerpt, column)) = current(state) else {
        return;
    };
    let Some(desk) = &state.desk else {
        return;
    };
    let entries: Vec<Entry> = match column {
        Column::Passage => return reading::open::visit(state, excerpt, effects),
        Column::Notes => desk
            .study()
            .notes_of(excerpt)
            .map(|note| Entry::Note(note.id))
            .collect(),
        Column::Statements => desk
            .study()
            .themes_of(excerpt)
            .map(|theme| Entry::Statement(theme.id, excerpt))
            .collect(),
    };
    match entries.as_slice() {
        [] => write_new(state, None),
        [one] => edit::begin(state, *one),
        [first, ..] => effects.push(Effect::Focus(focus(*first))),
    }
}

/// By which effects find an entry to give it the keyboard.
#[must_use]
pub fn focus(entry: Entry) -> String {
    match entry {
        Entry::Note(id) => format!("table-note-{id}"),
        Entry::Statement(id, excerpt) => format!("table-statement-{id}-{excerpt}"),
        Entry::NewNote(excerpt, _) => format!("table-new-note-{excerpt}"),
        Entry::NewStatement(excerpt) => format!("table-new-statement-{excerpt}"),
    }
}

/// Begins something new in the current row: a note of a kind, or what its cell is for.
pub(super) fn write_new(state: &mut State, kind: Option<NoteKind>) {
    let Some((excerpt, column)) = current(state) else {
        return;
    };
    let entry = match (column, kind) {
        (Column::Statements, None) => Entry::NewStatement(excerpt),
        _ => Entry::NewNote(excerpt, kind),
    };
    edit::begin(state, entry);
}

/// Goes to the next passage without a statement, from the beginning again behind the last.
pub(super) fn next_open(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let mut rows = desk.table_rows();
    if !rows.open.iter().any(|id| rows.excerpts.contains(id)) {
        desk.table.filter = super::Filter::All;
        desk.table.study_changed();
        rows = desk.table_rows();
    }
    let here = place(desk, &rows).map_or(0, |(row, _)| row);
    let count = rows.excerpts.len();
    let found = (here + 1..=here + count)
        .map(|row| row % count.max(1))
        .find_map(|row| rows.excerpts.get(row).filter(|id| rows.open.contains(id)));
    if let Some(found) = found {
        desk.table.current = Some((*found, Column::Statements));
        effects.push(Effect::Focus(FOCUS.into()));
    }
}
