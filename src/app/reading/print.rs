//! The transcript on paper: every page as three columns, the statements, the lines, the notes.
//!
//! Invariant: nothing of it is made unless it is being printed.

use super::margin::{self, EntryView, Side};
use super::rows::{self, RowView};
use super::{Action, Screen};
use crate::app::action::Action as AnyAction;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::position::CharRange;

/// Milliseconds that the page takes to be made before it is printed.
const MAKING: u32 = 300;

/// A page on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageView {
    /// Its number.
    pub number: u32,
    /// Its lines.
    pub rows: Vec<RowView>,
    /// Its statements.
    pub statements: Vec<EntryView>,
    /// Its notes.
    pub notes: Vec<EntryView>,
}

/// Makes the pages and prints them, or takes them away.
pub(super) fn turn(state: &mut State, on: bool, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let ready = desk.reading.printing;
    desk.reading.printing = on;
    match (on, ready) {
        (true, false) => {
            let again = AnyAction::Reading(Action::Print(true));
            effects.push(Effect::Later(MAKING, Box::new(again)));
        }
        (true, true) => {
            effects.push(Effect::Print);
            let away = AnyAction::Reading(Action::Print(false));
            effects.push(Effect::Later(MAKING, Box::new(away)));
        }
        (false, _) => {}
    }
}

/// All pages, while printing.
#[must_use]
pub fn view(state: &State) -> Option<Vec<PageView>> {
    let screen = Screen::of(state).filter(|screen| screen.reading.printing)?;
    let layout = &screen.folio.prepared.layout;
    let mut pages = Vec::new();
    let mut line = 0;
    while line < screen.folio.len() {
        let lines = screen.folio.page_of(line);
        let stretch = CharRange::new(
            layout.span(lines.start).start(),
            layout.span(lines.end).start(),
        );
        line = lines.end.max(line + 1);
        pages.push(PageView {
            number: layout
                .label(lines.start)
                .after_pages(screen.pages_before)
                .page,
            statements: margin::all(&screen, Side::Statements, stretch),
            notes: margin::all(&screen, Side::Notes, stretch),
            rows: rows::all(&screen, lines),
        });
    }
    Some(pages)
}
