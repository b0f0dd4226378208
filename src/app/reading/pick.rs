//! Picking one passage where several lie on each other, going from passage to passage, moving the
//! ends of the one that is picked.

use super::selection::{Place, Selection};
use super::{Screen, caret};
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::caret::{Caret, Direction, Motion};
use crate::study::id::{ExcerptId, Stamp};
use crate::study::position::{CharPos, CharRange};

/// One end of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// A passage whose end is being drawn elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drag {
    /// Which passage.
    pub excerpt: ExcerptId,
    /// Where it would lie.
    pub range: CharRange,
}

/// A click on marked words, or a key: picks the innermost passage, the next time the one below.
pub(super) fn pick_at(state: &mut State, pos: CharPos) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let reading = &mut desk.reading;
    let layers = reading.marks.at(pos);
    let place = reading
        .picked
        .and_then(|picked| layers.iter().position(|layer| *layer == picked));
    let next = place.map_or(0, |place| (place + 1) % layers.len().max(1));
    reading.select(Selection::at(pos.into()));
    match layers.get(next) {
        Some(id) => pick(state, *id),
        None => unpick(state),
    }
}

/// Picks a passage.
pub(super) fn pick(state: &mut State, id: ExcerptId) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let Some(range) = desk.reading.marks.spans().get(id) else {
        return;
    };
    let pos = desk.reading.selection.head.pos;
    let here = if range.contains(pos) {
        pos
    } else {
        range.start()
    };
    let layers = desk.reading.marks.at(here);
    let reading = &mut desk.reading;
    reading.select(Selection::at(here.into()));
    reading.picked = Some(id);
    reading.palette = super::palette::Palette::default();
    let layer = layers.iter().position(|layer| *layer == id).unwrap_or(0);
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let words = screen.folio.prepared.words(range).to_owned();
    let themes: Vec<_> = screen
        .study
        .themes_of(id)
        .map(|it| it.name.clone())
        .collect();
    let arguments = vec![
        ("place", screen.cite(range).into()),
        ("words", words.into()),
        ("layer", (layer + 1).into()),
        ("layers", layers.len().into()),
        ("themed", themes.len().into()),
        ("themes", themes.join(", ").into()),
        ("notes", screen.study.notes_of(id).count().into()),
    ];
    state.notices.say("reading-picked", arguments);
}

/// Picks a passage and brings it into view.
pub(super) fn show(state: &mut State, id: ExcerptId) {
    pick(state, id);
    if let Some(desk) = &mut state.desk {
        desk.reading.reveals += 1;
    }
}

/// Picks nothing any more.
pub(super) fn unpick(state: &mut State) {
    if let Some(desk) = &mut state.desk {
        desk.reading.picked = None;
        desk.reading.drag = None;
    }
}

/// Goes to the next passage, or the one before.
pub(super) fn next(state: &mut State, direction: Direction) {
    let Some(desk) = &state.desk else {
        return;
    };
    let reading = &desk.reading;
    let spans = reading.marks.spans().spans();
    let here = match reading.picked {
        Some(id) => spans.iter().position(|(_, other)| *other == id),
        None => None,
    };
    let pos = reading.selection.head.pos;
    let next = match (here, direction) {
        (Some(here), Direction::Forward) => Some(here + 1),
        (Some(here), Direction::Back) => here.checked_sub(1),
        (None, Direction::Forward) => Some(spans.partition_point(|(range, _)| range.start() < pos)),
        (None, Direction::Back) => spans
            .partition_point(|(range, _)| range.start() < pos)
            .checked_sub(1),
    };
    match next.and_then(|next| spans.get(next)) {
        Some((range, id)) => {
            let (start, id) = (range.start(), *id);
            if let Some(desk) = &mut state.desk {
                desk.reading.select(Selection::at(start.into()));
            }
            show(state, id);
        }
        None => state.notices.say("reading-no-more-passages", Vec::new()),
    }
}

/// Moves an end of the picked passage by a word or a character.
pub(super) fn move_end(
    state: &mut State,
    end: End,
    motion: Motion,
    direction: Direction,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some((desk, prepared)) = super::on_screen(state) else {
        return;
    };
    let Some(id) = desk.reading.picked else {
        return;
    };
    let Some(range) = desk.reading.marks.spans().get(id) else {
        return;
    };
    let from = match end {
        End::Start => range.start(),
        End::End => range.end(),
    };
    let mut to = prepared
        .ground()
        .go(Caret::from(from), motion, direction)
        .pos;
    // Forward by word ends behind a word; a passage begins before one.
    if (end, motion, direction) == (End::Start, Motion::Word, Direction::Forward) {
        let rest = CharRange::new(to, range.end());
        to = prepared.trim(rest).start();
    }
    let moved = with_end(range, end, to);
    resize(state, id, moved, stamp, effects);
    caret::announce_range(state, moved);
}

/// An end is drawn by the pointer.
pub(super) fn drag(
    state: &mut State,
    end: End,
    to: Place,
    released: bool,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some((desk, prepared)) = super::on_screen(state) else {
        return;
    };
    let Some(id) = desk.reading.picked else {
        return;
    };
    let Some(range) = desk.reading.marks.spans().get(id) else {
        return;
    };
    let moved = with_end(range, end, prepared.caret_at(to).pos);
    desk.reading.drag = (!released).then_some(Drag {
        excerpt: id,
        range: moved,
    });
    if released {
        resize(state, id, moved, stamp, effects);
    }
}

fn resize(
    state: &mut State,
    id: ExcerptId,
    range: CharRange,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    if desk.reading.marks.spans().get(id) == Some(range) {
        return;
    }
    let edit = Hand::new(desk.study(), desk.me(), stamp).move_passage(id, range);
    state.edit(edit, stamp, effects);
}

/// A range with one end elsewhere; it keeps at least one character.
fn with_end(range: CharRange, end: End, to: CharPos) -> CharRange {
    match end {
        End::Start => {
            let last = CharPos(range.end().0.saturating_sub(1));
            CharRange::new(to.min(last), range.end())
        }
        End::End => {
            let first = CharPos(range.start().0 + 1);
            CharRange::new(range.start(), to.max(first))
        }
    }
}
