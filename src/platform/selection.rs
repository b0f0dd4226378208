//! The native selection in terms of lines, and the one place that knows DOM offsets.
//!
//! A transcript on the screen is a *scope*: an element within which every line is an element with
//! `data-line="N"`, rising from top to bottom, that holds exactly one descendant of class
//! `line-text`, whose text nodes are in order the words of the line. Everything else (numbers,
//! labels, marks) is not text: an end of the selection that lies there is drawn to the text that
//! the selection really holds. The scope may lie in the document or in a shadow root, and what is
//! selected outside of it is none of our business. Offsets count UTF-16 units, as the DOM does.

mod caret;
mod line;
mod native;
mod rest;

use web_sys::{Element, Range};

pub use caret::caret_at;
use line::Line;
use native::Span;
pub use rest::{Rest, when_rested};

/// A place between two characters of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The line's `data-line`.
    pub line: u32,
    /// How many UTF-16 units of the line's text come before.
    pub utf16: u32,
}

/// A selection: it began at the anchor and is moved by its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// Where it began.
    pub anchor: Point,
    /// Where it goes on; before the anchor if it was drawn backwards.
    pub head: Point,
}

/// A rectangle in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// From the window's left edge.
    pub left: f64,
    /// From the window's top edge.
    pub top: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// What is selected within the scope; nothing if the selection does not touch it.
pub fn read(scope: &Element) -> Option<Reading> {
    let Span {
        start,
        end,
        backward,
    } = native::span(scope)?;
    let lines = line::within(scope);
    if lines.is_empty() {
        return None;
    }
    let (start, end) = if start == end {
        let caret = line::nearest(&lines, scope, &start)?;
        (caret, caret)
    } else {
        line::covered(&lines, scope, &start, &end)?
    };
    let (anchor, head) = if backward { (end, start) } else { (start, end) };
    Some(Reading { anchor, head })
}

/// Selects from the anchor to the head; false if one of them has no line on the screen.
pub fn write(scope: &Element, anchor: Point, head: Point) -> bool {
    let place = |point: Point| Line::numbered(scope, point.line)?.place(point.utf16);
    match (place(anchor), place(head)) {
        (Some(anchor), Some(head)) => native::select(scope, &anchor, &head),
        _ => false,
    }
}

/// Takes the selection away if it touches the scope; a selection elsewhere on the page stays.
pub fn clear(scope: &Element) {
    if read(scope).is_some() {
        native::deselect(scope);
    }
}

/// Where the stretch between two points lies in the window: a rectangle for each run of text in
/// each row, in reading order. Of lines that are not on the screen, none.
pub fn rects(scope: &Element, a: Point, b: Point) -> Vec<Rect> {
    let (start, end) = if a <= b { (a, b) } else { (b, a) };
    line::within(scope)
        .iter()
        .filter(|line| (start.line..=end.line).contains(&line.number()))
        .flat_map(|line| {
            let from = if line.number() == start.line {
                start.utf16
            } else {
                0
            };
            let to = if line.number() == end.line {
                end.utf16
            } else {
                u32::MAX
            };
            line.ranges(from, to)
        })
        .flat_map(|range| client_rects(&range))
        .collect()
}

fn client_rects(range: &Range) -> Vec<Rect> {
    let Some(list) = range.get_client_rects() else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.item(index))
        .map(|rect| Rect {
            left: rect.left(),
            top: rect.top(),
            width: rect.width(),
            height: rect.height(),
        })
        .collect()
}
