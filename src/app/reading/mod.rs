//! Reading, noting, theming: the transcript on screen and its margins.
//!
//! `viewport`, `folio` and `rows` say what is drawn where, `marks` which passages lie there,
//! `selection`, `caret` and `pick` what is selected, `palette`, `typed`, `draft`, `correct` and
//! `entry` what is done to it, `margin` and `stack` what stands beside it. Invariant: what a view
//! costs depends on what is on screen, not on the length of the transcript or what lies in it.

pub mod caret;
pub mod command;
pub mod copy;
pub mod correct;
pub mod draft;
pub mod entry;
pub mod find;
pub mod folio;
pub mod head;
pub mod margin;
pub mod marks;
pub mod name;
pub mod open;
pub mod overlay;
pub mod palette;
pub mod pick;
pub mod print;
pub mod rows;
pub mod screen;
pub mod selection;
pub mod stack;
pub mod text;
pub mod typed;
pub mod viewport;

pub use screen::Screen;

use super::effect::{Effect, Effects};
use super::fault::Fault;
use super::state::State;
use crate::study::act::Hand;
use crate::study::caret::{Direction, Motion};
use crate::study::id::{ExcerptId, NoteId, Stamp, TranscriptId};
use crate::study::position::{CharPos, CharRange};
use crate::study::study::Study;
use draft::Draft;
use find::Find;
use folio::Folio;
use margin::{EntryId, Side};
use marks::{Extent, Marks};
use palette::Palette;
use pick::{Drag, End};
use screen::on_screen;
use selection::{Place, Selection};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use viewport::{Viewport, Zoom};

/// The transcript on screen.
#[derive(Debug, Default)]
pub struct Reading {
    /// Which one.
    pub transcript: Option<TranscriptId>,
    /// The passage that it is to be opened at.
    pub target: Option<ExcerptId>,
    /// How large it is drawn and how far it is scrolled.
    pub viewport: Viewport,
    /// Its passages by place.
    pub marks: Marks,
    /// The caret and what is selected.
    pub selection: Selection,
    /// Whether it has the keyboard.
    pub focused: bool,
    /// The line under a pressed pointer, which stays on screen until the release.
    pub held: Option<u32>,
    /// The passage that is picked.
    pub picked: Option<ExcerptId>,
    /// The end of it that is being drawn.
    pub drag: Option<Drag>,
    /// Notes chosen to make a statement from.
    pub chosen: BTreeSet<NoteId>,
    /// The palette.
    pub palette: Palette,
    /// What is being written.
    pub draft: Option<Draft>,
    /// The find bar.
    pub find: Option<Find>,
    /// Which margin is shown where there is room for one.
    pub side: Side,
    /// Whether every line is on the page, for printing.
    pub printing: bool,
    /// Counts how often something was selected: the screen follows each time.
    pub selections: u32,
    /// Counts how often the caret was to be brought into view.
    pub reveals: u32,
    /// The passage to show once its text is there.
    pub waiting: Option<ExcerptId>,
    /// How high entries are, as measured.
    pub heights: HashMap<EntryId, u32>,
    // A cache: filling it changes nothing that anybody can see.
    folio: RefCell<Option<Rc<Folio>>>,
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The room was measured: width, height, and the width of a cell in thousandths of a letter.
    Sized(u32, u32, u32),
    /// It was scrolled so far.
    Scrolled(u32),
    /// Larger or smaller.
    Zoom(Zoom),
    /// It got the keyboard or lost it.
    Focused(bool),
    /// Move the caret, drawing a selection or not.
    Move(Motion, Direction, bool),
    /// Move it along the line as the arrow points: to the left or not, by word or not, drawing a
    /// selection or not.
    Arrow {
        /// To the left.
        left: bool,
        /// By word.
        word: bool,
        /// Drawing a selection.
        extend: bool,
    },
    /// Select everything.
    SelectAll,
    /// The pointer went down on a line.
    Hold(u32),
    /// The pointer selected.
    Select(Place, Place),
    /// A click on marked words.
    PickAt(u32),
    /// A click on words that are not marked.
    PutAt(Place),
    /// Say what lies under the caret and pick it; the next time the passage below.
    PickHere,
    /// Go to the next passage, or the one before.
    NextPassage(Direction),
    /// Step back: take away what is open, then what is picked, then what is selected.
    Escape,
    /// Move an end of the picked passage by keys.
    MoveEnd(End, Motion, bool),
    /// An end is drawn by the pointer; with true, it was released.
    Drag(End, Place, bool),
    /// In the palette.
    Palette(palette::Action),
    /// In what is being written.
    Draft(draft::Action),
    /// With an entry of a margin.
    Entry(entry::Action),
    /// Entries were measured.
    Measured(Vec<(EntryId, u32)>),
    /// In the find bar.
    Find(find::Action),
    /// The reader found what a search was for, or says why not.
    Found(u32, Result<Vec<CharRange>, Fault>),
    /// Go to a line, as typed.
    GoTo(String),
    /// Show the field for that.
    AskWhere,
    /// Go to a passage of any transcript.
    Visit(ExcerptId),
    /// Say the caret's line.
    SayLine,
    /// Swap the margins.
    SwapMargins,
    /// Put every line on the page and print, or take them away again.
    Print(bool),
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Sized(..)
        | Action::Scrolled(_)
        | Action::Zoom(_)
        | Action::Focused(_)
        | Action::Hold(_)
        | Action::Measured(_) => on_reading(state, action),
        Action::Move(motion, direction, extend) => {
            caret::move_caret(state, motion, direction, extend);
        }
        Action::Arrow { left, word, extend } => {
            let direction = Screen::of(state).map(|screen| screen.arrow(left));
            let motion = if word { Motion::Word } else { Motion::Grapheme };
            if let Some(direction) = direction {
                caret::move_caret(state, motion, direction, extend);
            }
        }
        Action::SelectAll => caret::select_all(state),
        Action::Select(anchor, head) => selection::selected(state, anchor, head),
        Action::PickAt(pos) => pick::pick_at(state, CharPos(pos)),
        Action::PutAt(place) => {
            selection::selected(state, place, place);
            pick::unpick(state);
        }
        Action::PickHere => {
            if let Some(desk) = &state.desk {
                let pos = desk.reading.selection.head.pos;
                pick::pick_at(state, pos);
            }
        }
        Action::NextPassage(direction) => pick::next(state, direction),
        Action::Escape => escape(state, stamp, effects),
        Action::MoveEnd(end, motion, left) => {
            let direction = Screen::of(state).map(|screen| screen.arrow(left));
            if let Some(direction) = direction {
                pick::move_end(state, end, motion, direction, stamp, effects);
            }
        }
        Action::Drag(end, to, released) => pick::drag(state, end, to, released, stamp, effects),
        Action::Palette(action) => palette::update(state, action, stamp, effects),
        Action::Draft(action) => draft::update(state, action, stamp, effects),
        Action::Entry(action) => entry::update(state, action, stamp, effects),
        Action::Find(action) => find::update(state, action, effects),
        Action::Found(job, answer) => find::found(state, job, answer),
        Action::GoTo(typed) => open::go_to(state, &typed, effects),
        Action::AskWhere => effects.push(Effect::Focus("reading-go-to".into())),
        Action::Visit(id) => open::visit(state, id, effects),
        Action::SayLine => caret::announce_line(state),
        Action::SwapMargins => swap_margins(state, stamp, effects),
        Action::Print(on) => print::turn(state, on, effects),
    }
}

/// What only says how things look.
fn on_reading(state: &mut State, action: Action) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let before = Screen::of_desk(desk, &state.messages).map(|screen| {
        let top = screen.reading.viewport.top;
        (screen.folio.line_at(top, &screen.setup), screen.setup)
    });
    let reading = &mut desk.reading;
    match action {
        Action::Sized(width, height, cell) => {
            if height < reading.viewport.height && reading.picked.is_some() {
                // What came up at the foot of the screen must not hide the passage.
                reading.reveals += 1;
            }
            reading.viewport.width = width;
            reading.viewport.height = height;
            reading.viewport.cell = cell;
        }
        Action::Scrolled(top) => {
            reading.viewport.top = top;
            return;
        }
        Action::Zoom(zoom) => reading.viewport.zoom(zoom),
        Action::Focused(focused) => {
            reading.focused = focused;
            return;
        }
        Action::Hold(line) => {
            reading.held = Some(line);
            return;
        }
        Action::Measured(heights) => {
            reading.heights.extend(heights);
            return;
        }
        _ => return,
    }
    // Where lines stand elsewhere now, the one that was seen first is seen first again.
    let top = Screen::of_desk(desk, &state.messages)
        .zip(before)
        .filter(|(screen, (_, before))| screen.setup != *before)
        .map(|(screen, (line, _))| screen.folio.top(line, &screen.setup));
    if let Some(top) = top {
        desk.reading.viewport.top = top;
        desk.reading.viewport.jumps += 1;
    }
}

fn escape(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let reading = &mut desk.reading;
    if reading.draft.is_some() {
        draft::save(state, stamp, effects);
    } else if reading.palette.mode != palette::Mode::Buttons {
        reading.palette.mode = palette::Mode::Buttons;
    } else if !reading.chosen.is_empty() {
        reading.chosen.clear();
    } else if reading.picked.is_some() {
        pick::unpick(state);
        state.notices.say("reading-unpicked", Vec::new());
    } else if !reading.selection.range().is_empty() {
        let head = reading.selection.head;
        reading.select(Selection::at(head));
        state.notices.say("reading-unselected", Vec::new());
    } else if reading.find.is_some() {
        reading.find = None;
    }
    effects.push(Effect::Focus("transcript".into()));
}

fn swap_margins(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let edit = Hand::new(desk.study(), desk.me(), stamp)
        .edit_details(|details| details.margins_swapped = !details.margins_swapped);
    if state.edit(edit, stamp, effects) {
        state.notices.say("reading-margins-swapped", Vec::new());
    }
}

impl Reading {
    /// Something of the study changed: what was computed from it follows.
    pub fn study_changed(&mut self, study: &Study, extent: Extent<'_>) {
        self.marks.follow(study, self.transcript, extent);
        let there = |id: &ExcerptId| self.marks.spans().get(*id).is_some();
        self.picked = self.picked.filter(there);
        self.drag = self.drag.filter(|drag| there(&drag.excerpt));
        self.chosen.retain(|note| {
            let note = study.notes.get(note);
            note.is_some_and(|note| note.binned.is_none())
        });
    }

    /// The first line in view, to come back to.
    #[must_use]
    pub fn first_line(&self) -> u32 {
        let folio = self.folio.borrow();
        let Some(folio) = &*folio else {
            return 0;
        };
        let columns = self.viewport.setup(folio.measured);
        u32::try_from(folio.line_at(self.viewport.top, &columns)).unwrap_or_default()
    }

    /// Where a passage lies; while an end of it is drawn, where it would.
    #[must_use]
    pub fn range_of(&self, id: ExcerptId) -> Option<CharRange> {
        match self.drag {
            Some(drag) if drag.excerpt == id => Some(drag.range),
            _ => self.marks.spans().get(id),
        }
    }

    /// The passages over a stretch, by where they begin.
    #[must_use]
    pub fn passages_over(&self, stretch: CharRange) -> Vec<(CharRange, ExcerptId)> {
        let mut passages: Vec<_> = self.marks.spans().overlapping(stretch).collect();
        if let Some(drag) = self.drag {
            passages.retain(|(_, id)| *id != drag.excerpt);
            if drag.range.overlaps(stretch) {
                passages.push((drag.range, drag.excerpt));
                passages.sort_by_key(|(range, id)| (range.start(), *id));
            }
        }
        passages
    }
}
