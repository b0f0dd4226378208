//! What is drawn over the words without touching them: the caret, the handles of a picked passage,
//! the bars beside the lines.
//!
//! Bars are given lanes from a place above where no bar runs, so that a bar keeps its lane however
//! one scrolls. Invariant: two bars beside one line never share a lane.

use super::Screen;
use super::rows;
use super::selection::Place;
use crate::app::state::State;
use crate::study::caret::Caret;
use crate::study::id::ExcerptId;
use crate::study::position::CharRange;

/// How many lanes there are; what would need more is shown in the text only.
const LANES: usize = 4;
/// How many pages up a place without bars is looked for.
const PAGES_UP: usize = 4;

/// The caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaretView {
    /// Where it stands.
    pub place: Place,
    /// The upper edge of its line's words.
    pub top: u32,
    /// The height of that line.
    pub height: u32,
    /// Whether it is drawn: the transcript has the keyboard and nothing is selected.
    pub drawn: bool,
    /// Counts how often it was to be brought into view.
    pub reveals: u32,
    /// Counts how often something was selected.
    pub selections: u32,
    /// Where the selection began.
    pub anchor: Place,
    /// The letters' size: places move with it.
    pub letter: u32,
}

/// The caret and the selection.
#[must_use]
pub fn caret(state: &State) -> Option<CaretView> {
    let screen = Screen::of(state)?;
    let reading = screen.reading;
    let prepared = &screen.folio.prepared;
    let head = reading.selection.head;
    let line = prepared.ground().line_of(head);
    let top = screen.folio.words_top(line, &screen.setup);
    let selected = !reading.selection.range().is_empty();
    let anchor = Caret {
        pos: reading.selection.anchor,
        trailing: selected && reading.selection.anchor > head.pos,
        goal: None,
    };
    let place = prepared.place_of(head);
    Some(CaretView {
        place,
        anchor: if selected {
            prepared.place_of(anchor)
        } else {
            place
        },
        top,
        height: screen
            .folio
            .top(line + 1, &screen.setup)
            .saturating_sub(top),
        drawn: reading.focused && !selected,
        reveals: reading.reveals,
        selections: reading.selections,
        letter: screen.setup.letter,
    })
}

/// The ends of the picked passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandlesView {
    /// Which passage.
    pub excerpt: ExcerptId,
    /// Where it begins.
    pub start: Place,
    /// Where it ends.
    pub end: Place,
    /// The heights of both lines.
    pub tops: (u32, u32),
    /// Whether an end is being drawn.
    pub dragged: bool,
    /// The letters' size: places move with it.
    pub letter: u32,
}

/// The ends of the picked passage, as far as they are on screen.
#[must_use]
pub fn handles(state: &State) -> Option<HandlesView> {
    let screen = Screen::of(state)?;
    let excerpt = screen.reading.picked?;
    if !screen.reading.selection.range().is_empty() {
        return None;
    }
    let range = screen.reading.range_of(excerpt)?;
    let prepared = &screen.folio.prepared;
    let end = Caret {
        pos: range.end(),
        trailing: true,
        goal: None,
    };
    let (start, end) = (
        prepared.place_of(range.start().into()),
        prepared.place_of(end),
    );
    let top = |place: Place| screen.folio.words_top(place.line as usize, &screen.setup);
    Some(HandlesView {
        excerpt,
        start,
        end,
        tops: (top(start), top(end)),
        dragged: screen.reading.drag.is_some(),
        letter: screen.setup.letter,
    })
}

/// A bar beside the lines of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarView {
    /// The passage.
    pub excerpt: ExcerptId,
    /// The colour of one of its themes.
    pub tone: u8,
    /// Which lane, from the text outwards.
    pub lane: u8,
    /// Its upper edge.
    pub top: u32,
    /// Its height.
    pub height: u32,
    /// Whether its passage is picked.
    pub picked: bool,
}

/// The bars on screen.
#[must_use]
pub fn bars(state: &State) -> Vec<BarView> {
    let Some(screen) = Screen::of(state) else {
        return Vec::new();
    };
    let layout = &screen.folio.prepared.layout;
    let window = rows::window(screen.reading, &screen.folio, &screen.setup);
    let first = clear_line_above(&screen, window.start);
    let stretch = CharRange::new(layout.span(first).start(), layout.span(window.end).start());
    let mut free_from = [0_usize; LANES];
    let mut bars = Vec::new();
    for (range, excerpt) in screen.reading.passages_over(stretch) {
        let lines = layout.lines_of(range);
        for theme in screen.study.themes_of(excerpt) {
            let Some(lane) = free_from.iter().position(|free| *free <= lines.start) else {
                break;
            };
            free_from[lane] = lines.end;
            if lines.end <= window.start {
                continue;
            }
            let top = screen.folio.words_top(lines.start, &screen.setup);
            let end = screen.folio.top(lines.end, &screen.setup);
            bars.push(BarView {
                excerpt,
                tone: theme.colour,
                lane: lane as u8,
                top: top + 3,
                height: end.saturating_sub(top + 6),
                picked: screen.reading.picked == Some(excerpt),
            });
        }
    }
    bars
}

/// The nearest line above, at the head of a page, over which no passage runs.
fn clear_line_above(screen: &Screen<'_>, line: usize) -> usize {
    let layout = &screen.folio.prepared.layout;
    let mut first = screen.folio.page_of(line).start;
    for _ in 0..PAGES_UP {
        let before = layout.span(first.saturating_sub(1));
        let here = layout.span(first).start();
        let mut over = screen.reading.marks.spans().overlapping(before);
        if first == 0 || !over.any(|(range, _)| range.end() > here) {
            break;
        }
        first = screen.folio.page_of(first - 1).start;
    }
    first
}
