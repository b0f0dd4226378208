//! The working table of step 3: every passage of a transcript with its notes and its statements, to
//! be written in place.
//!
//! The table is a grid with one current cell; what is being written is one entry of a cell.

pub mod edit;
pub mod grid;
pub mod link;
pub mod row;

use super::cite;
use super::desk::{Desk, Page};
use super::effect::{Effect, Effects};
use super::reading;
use super::state::State;
use crate::study::id::{CodingId, ExcerptId, NoteId, Stamp, ThemeId, TranscriptId};
use crate::study::record::note::NoteKind;
use grid::{Column, Step};
use link::Linking;
use row::Rows;
use std::cell::RefCell;
use std::rc::Rc;

/// How long the page is given to show all rows before it is printed, in milliseconds.
const PAINTING: u32 = 400;

/// Its state.
#[derive(Debug, Default)]
pub struct WorkingTable {
    /// Which passages are shown.
    pub filter: Filter,
    /// The current cell.
    pub current: Option<(ExcerptId, Column)>,
    /// What is being written.
    pub writing: Option<Entry>,
    /// A statement that is being picked for a passage.
    pub linking: Option<Linking>,
    /// Whether all rows are shown, for printing.
    pub printing: bool,
    // A cache: filling it changes nothing that anybody can see.
    rows: RefCell<Option<Rc<Rows>>>,
}

/// Which passages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those without a statement.
    WithoutStatement,
    /// Those without a note.
    WithoutNote,
    /// Those with a note of that kind.
    Kind(NoteKind),
}

impl Filter {
    /// All filters, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::WithoutStatement,
        Self::WithoutNote,
        Self::Kind(NoteKind::Descriptive),
        Self::Kind(NoteKind::Linguistic),
        Self::Kind(NoteKind::Conceptual),
    ];

    /// Its message.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "table-filter-all",
            Self::WithoutStatement => "table-filter-without-statement",
            Self::WithoutNote => "table-filter-without-note",
            Self::Kind(NoteKind::Descriptive) => "table-filter-descriptive",
            Self::Kind(NoteKind::Linguistic) => "table-filter-linguistic",
            Self::Kind(NoteKind::Conceptual) => "table-filter-conceptual",
        }
    }
}

/// Something in a cell that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A note.
    Note(NoteId),
    /// A new note on a passage.
    NewNote(ExcerptId, Option<NoteKind>),
    /// A statement, in the row of a passage.
    Statement(ThemeId, ExcerptId),
    /// A new statement from a passage.
    NewStatement(ExcerptId),
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The table of a transcript came to the screen.
    Shown(TranscriptId),
    /// Show other passages.
    Filter(Filter),
    /// Go a step from cell to cell.
    Go(Step),
    /// A cell was clicked.
    Point(ExcerptId, Column),
    /// Do what the current cell is for.
    Enter,
    /// Write something new in the current cell: a note of some kind, or a statement.
    New(Option<NoteKind>),
    /// Begin to write an entry.
    Write(Entry),
    /// An entry is written; with `true` the table gets the keyboard back.
    Written(Entry, String, bool),
    /// Writing is given up.
    CancelWriting,
    /// Give a note another kind.
    SetKind(NoteId, Option<NoteKind>),
    /// Put a note into the bin.
    BinNote(NoteId),
    /// Take a statement from a passage.
    Unlink(CodingId),
    /// Picking a statement for a passage.
    Link(link::Action),
    /// Go to the next passage without a statement.
    NextOpen,
    /// Show a passage in its transcript.
    Open(ExcerptId),
    /// Back to the transcript.
    Leave,
    /// Show all rows, then print.
    Print,
    /// All rows are shown: print.
    PrintNow,
    /// It was printed.
    Printed,
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let table = &mut desk.table;
    match action {
        Action::Shown(transcript) => shown(desk, transcript, effects),
        Action::Filter(filter) => {
            table.filter = filter;
            table.rows.take();
            table.writing = None;
        }
        Action::Go(step) => grid::go(desk, step),
        Action::Point(excerpt, column) => table.current = Some((excerpt, column)),
        Action::Enter => grid::enter(state, effects),
        Action::New(kind) => grid::write_new(state, kind),
        Action::Write(entry) => edit::begin(state, entry),
        Action::Written(entry, text, stay) => {
            edit::finish(state, entry, &text, stay, stamp, effects);
        }
        Action::CancelWriting => edit::cancel(state, effects),
        Action::SetKind(note, kind) => edit::set_kind(state, note, kind, stamp, effects),
        Action::BinNote(note) => edit::bin_note(state, note, stamp, effects),
        Action::Unlink(coding) => edit::unlink(state, coding, stamp, effects),
        Action::Link(action) => link::update(state, action, stamp, effects),
        Action::NextOpen => grid::next_open(state, effects),
        Action::Open(excerpt) => reading::open::visit(state, excerpt, effects),
        Action::Leave => {
            if let Some(transcript) = desk.transcript() {
                state.go(Page::Transcript(transcript), effects);
            }
        }
        Action::Print => {
            table.printing = true;
            later(PAINTING, Action::PrintNow, effects);
        }
        Action::PrintNow => {
            effects.push(Effect::Print);
            later(PAINTING, Action::Printed, effects);
        }
        Action::Printed => table.printing = false,
    }
}

fn later(milliseconds: u32, action: Action, effects: &mut Effects) {
    let action = super::action::Action::Table(action);
    effects.push(Effect::Later(milliseconds, Box::new(action)));
}

/// Asks for every text that the citations of a transcript take.
fn shown(desk: &mut Desk, id: TranscriptId, effects: &mut Effects) {
    let Some(transcript) = desk.study().live_transcript(id) else {
        return;
    };
    let wanted: Vec<_> = cite::texts(desk, transcript)
        .into_iter()
        .map(crate::study::record::transcript::Transcript::current_text)
        .collect();
    for hash in wanted {
        if desk.texts.ask(hash) {
            effects.push(Effect::ReadText(desk.card.id, hash));
        }
    }
    desk.table.rows.take();
    let known = desk.table.current.map(|(excerpt, _)| excerpt);
    let rows = desk.table_rows();
    if !known.is_some_and(|known| rows.excerpts.contains(&known)) {
        let first = rows.excerpts.first().copied();
        desk.table.current = first.map(|first| (first, Column::Notes));
    }
}

impl WorkingTable {
    /// Something of the study changed: what was computed from it is stale.
    pub fn study_changed(&mut self) {
        self.rows.take();
    }
}

impl Desk {
    /// The passages of the table on screen.
    #[must_use]
    pub fn table_rows(&self) -> Rc<Rows> {
        if let Some(known) = &*self.table.rows.borrow()
            && Some(known.transcript) == self.transcript()
        {
            return Rc::clone(known);
        }
        let fresh = Rc::new(Rows::new(self));
        *self.table.rows.borrow_mut() = Some(Rc::clone(&fresh));
        fresh
    }
}
