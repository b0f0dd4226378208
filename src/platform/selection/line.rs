//! Lines on the screen: from a boundary of the DOM to a point of a line, and back.

use std::cmp::Ordering;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, ShadowRoot, Text};

use super::Point;
use super::native::Place;

const TEXTS: &str = "[data-line] .line-text";
const NUMBER: &str = "data-line";
/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// A line on the screen.
#[derive(Clone, Debug)]
pub(super) struct Line {
    number: u32,
    text: Element,
}

/// Every line within the scope, from top to bottom.
pub(super) fn within(scope: &Element) -> Vec<Line> {
    let Ok(texts) = scope.query_selector_all(TEXTS) else {
        return Vec::new();
    };
    (0..texts.length())
        .filter_map(|index| texts.get(index)?.dyn_into().ok())
        .filter_map(Line::around)
        .collect()
}

/// The point nearest to a boundary within the scope: in its own line if it is in one, else at the
/// next line's start.
pub(super) fn nearest(lines: &[Line], scope: &Element, place: &Place) -> Option<Point> {
    match whereabouts(lines, scope, place)? {
        Whereabouts::In(point) => Some(point),
        Whereabouts::Before | Whereabouts::After => None,
        Whereabouts::Between(next) => {
            let former = next.checked_sub(1).and_then(|index| lines.get(index));
            match (former, lines.get(next)) {
                (Some(line), Some(_)) if line.holds(place) => Some(line.end()),
                (_, Some(line)) => Some(line.start()),
                (Some(line), None) => Some(line.end()),
                (None, None) => None,
            }
        }
    }
}

/// The first and the last point of the text between two boundaries, of which at least one lies in
/// the scope or which have the scope between them.
pub(super) fn covered(
    lines: &[Line],
    scope: &Element,
    start: &Place,
    end: &Place,
) -> Option<(Point, Point)> {
    use Whereabouts::{After, Before, Between, In};
    let (first, last) = (lines.first()?, lines.last()?);
    let start = match whereabouts(lines, scope, start)? {
        In(point) => point,
        Before => first.start(),
        Between(next) => lines.get(next).map_or_else(|| last.end(), Line::start),
        After => return None,
    };
    let end = match whereabouts(lines, scope, end)? {
        In(point) => point,
        Before => return None,
        Between(0) => first.start(),
        Between(next) => lines.get(next - 1).map_or_else(|| last.end(), Line::end),
        After => last.end(),
    };
    // Between two texts there is nothing to hold: then it is a caret.
    Some((start, end.max(start)))
}

/// Where a boundary lies, seen from the lines.
enum Whereabouts {
    /// In a line's text.
    In(Point),
    /// In the scope, after so many lines' texts, in none of them.
    Between(usize),
    /// Before the scope.
    Before,
    /// After the scope.
    After,
}

fn whereabouts(lines: &[Line], scope: &Element, place: &Place) -> Option<Whereabouts> {
    if !scope.contains(Some(&place.node)) {
        return match side(scope, place)? {
            Ordering::Less => Some(Whereabouts::Before),
            _ => Some(Whereabouts::After),
        };
    }
    let passed = lines.partition_point(|line| line.compare(place) == Some(Ordering::Greater));
    if let Some(line) = lines.get(passed)
        && line.text.contains(Some(&place.node))
    {
        return Some(Whereabouts::In(line.point(place)?));
    }
    Some(Whereabouts::Between(passed))
}

/// Whether a boundary outside of an element comes before or after it, seen through shadow roots.
fn side(element: &Element, place: &Place) -> Option<Ordering> {
    let range = Range::new().ok()?;
    range.select_node(element).ok()?;
    // It throws if the boundary is in another tree: then its side is the side of the host.
    match range.compare_point(&place.node, place.offset) {
        Ok(0) => None,
        Ok(order) => Some(order.cmp(&0)),
        Err(_) => {
            let shadow: ShadowRoot = element.get_root_node().dyn_into().ok()?;
            side(&shadow.host(), place)
        }
    }
}

impl Line {
    /// The line with that number, if it is on the screen.
    pub(super) fn numbered(scope: &Element, number: u32) -> Option<Self> {
        let selector = format!("[{NUMBER}=\"{number}\"] .line-text");
        let text = scope.query_selector(&selector).ok()??;
        Some(Self { number, text })
    }

    fn around(text: Element) -> Option<Self> {
        let element = text.closest(&format!("[{NUMBER}]")).ok()??;
        let number = element.get_attribute(NUMBER)?.parse().ok()?;
        Some(Self { number, text })
    }

    /// Its `data-line`.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    fn start(&self) -> Point {
        self.at(0)
    }

    fn end(&self) -> Point {
        self.at(self.texts().iter().map(|text| text.length()).sum())
    }

    fn at(&self, utf16: u32) -> Point {
        Point {
            line: self.number,
            utf16,
        }
    }

    /// Whether a boundary lies in the line at all, number and labels included.
    fn holds(&self, place: &Place) -> bool {
        self.text
            .closest(&format!("[{NUMBER}]"))
            .ok()
            .flatten()
            .is_some_and(|element| element.contains(Some(&place.node)))
    }

    /// Whether a boundary comes before, in or after its text.
    fn compare(&self, place: &Place) -> Option<Ordering> {
        let range = Range::new().ok()?;
        range.select_node_contents(&self.text).ok()?;
        let order = range.compare_point(&place.node, place.offset).ok()?;
        Some(order.cmp(&0))
    }

    /// The point of a boundary within its text.
    fn point(&self, place: &Place) -> Option<Point> {
        let range = Range::new().ok()?;
        range.set_start(&self.text, 0).ok()?;
        range.set_end(&place.node, place.offset).ok()?;
        // A range's string is the data of its text nodes, and a string's length is in UTF-16.
        Some(self.at(range.to_string().length()))
    }

    /// The boundary at an offset; past the end, the end.
    pub(super) fn place(&self, utf16: u32) -> Option<Place> {
        let mut before = 0;
        let mut last = Place::new(Node::from(self.text.clone()), 0);
        for text in self.texts() {
            let length = text.length();
            if utf16 <= before + length {
                return Some(Place::new(text.into(), utf16 - before));
            }
            before += length;
            last = Place::new(text.into(), length);
        }
        Some(last)
    }

    /// What of its text nodes lies between two offsets.
    pub(super) fn ranges(&self, from: u32, to: u32) -> Vec<Range> {
        let mut before = 0;
        let mut ranges = Vec::new();
        for text in self.texts() {
            let length = text.length();
            let start = from.max(before);
            let end = to.min(before + length);
            if start < end
                && let Ok(range) = Range::new()
                && range.set_start(&text, start - before).is_ok()
                && range.set_end(&text, end - before).is_ok()
            {
                ranges.push(range);
            }
            before += length;
        }
        ranges
    }

    fn texts(&self) -> Vec<Text> {
        let walker = self.text.owner_document().and_then(|document| {
            document
                .create_tree_walker_with_what_to_show(&self.text, SHOW_TEXT)
                .ok()
        });
        let next = || walker.as_ref()?.next_node().ok()??.dyn_into().ok();
        std::iter::from_fn(next).collect()
    }
}
