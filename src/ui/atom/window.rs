//! Showing only those rows of a long list that are on the screen. What counts as on the screen
//! stands in `app::window`; here it is measured.
//!
//! Invariant: the row that has the keyboard is always in the page, wherever the list is scrolled.

use crate::app::window::{Heights, Piece};
use crate::platform::listener::{Hearing, Listener, observe_resize};
use std::cell::RefCell;
use std::hash::Hash;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Room around the screen in which rows are shown already, in pixels.
const MARGIN: f64 = 300.0;

/// A window onto a list.
pub struct Window {
    /// What the list shows, from top to bottom.
    pub pieces: Vec<Piece>,
    /// For the element whose children are the pieces.
    pub list: NodeRef,
}

/// The part of the list that was asked for last.
#[derive(Clone, Copy, Default, PartialEq)]
struct View {
    from: f64,
    to: f64,
}

/// A window onto a list of rows with these keys, somewhere inside an element that scrolls. Every child that is a row bears its number as
/// `data-row`. `keep` stays in the page always and is brought into view when it changes; `all`
/// shows everything, for printing.
#[hook]
pub fn use_window<K>(
    scroller: NodeRef,
    keys: Rc<Vec<K>>,
    guess: f64,
    keep: Option<usize>,
    all: bool,
) -> Window
where
    K: Hash + Eq + Clone + 'static,
{
    let list = use_node_ref();
    let heights = use_mut_ref(|| Heights::<K>::new(guess));
    let view = use_state_eq(|| View {
        from: 0.0,
        to: 900.0,
    });
    let again = use_force_update();
    let wanted = use_mut_ref(|| None::<usize>);
    let look = {
        let (scroller, list, view) = (scroller.clone(), list.clone(), view.clone());
        Rc::new(move || {
            if let Some(seen) = seen(&scroller, &list) {
                view.set(View {
                    from: (seen.from / 100.0).floor() * 100.0,
                    to: (seen.to / 100.0).ceil() * 100.0,
                });
            }
        })
    };
    {
        let scroller = scroller.clone();
        let look = Rc::clone(&look);
        use_effect_with((), move |()| {
            let guards = scroller.cast::<Element>().map(|element| {
                let hearing = Hearing {
                    passive: true,
                    ..Hearing::default()
                };
                let scrolled = Rc::clone(&look);
                let listener =
                    Listener::with(&element, "scroll", hearing, move |_: Event| scrolled());
                // Without an observer the list still follows its scrolling.
                (listener, observe_resize(&element, move |_, _| look()).ok())
            });
            move || drop(guards)
        });
    }
    {
        let wanted = Rc::clone(&wanted);
        let key = keep.and_then(|row| keys.get(row).cloned().map(|key| (row, key)));
        use_effect_with(key, move |key| {
            *wanted.borrow_mut() = key.as_ref().map(|(row, _)| *row);
        });
    }
    {
        let (scroller, list) = (scroller.clone(), list.clone());
        let (heights, keys) = (Rc::clone(&heights), Rc::clone(&keys));
        use_effect(move || {
            let learnt = measure(&scroller, &list, &heights, &keys);
            let sought = *wanted.borrow();
            let scrolled = sought.is_some_and(|row| reveal(&scroller, &list, row));
            if learnt || scrolled {
                // Other rows come in, whose heights may push the sought one away again.
                look();
                again.force_update();
            } else {
                wanted.borrow_mut().take();
            }
        });
    }
    let kept: Vec<usize> = keep.into_iter().collect();
    let pieces = match all {
        true => (0..keys.len()).map(Piece::Row).collect(),
        false => heights
            .borrow()
            .pieces(&keys, view.from, view.to, MARGIN, &kept),
    };
    Window { pieces, list }
}

/// Which stretch of the list lies within the scroller.
fn seen(scroller: &NodeRef, list: &NodeRef) -> Option<View> {
    let frame = scroller.cast::<Element>()?.get_bounding_client_rect();
    let list = list.cast::<Element>()?.get_bounding_client_rect();
    Some(View {
        from: frame.top() - list.top(),
        to: frame.bottom() - list.top(),
    })
}

/// Learns the heights of the rows in the page; what stands above the screen must not move what is
/// on it. Answers whether anything was new.
fn measure<K: Hash + Eq + Clone>(
    scroller: &NodeRef,
    list: &NodeRef,
    heights: &RefCell<Heights<K>>,
    keys: &[K],
) -> bool {
    let (Some(frame), Some(element)) = (scroller.cast::<Element>(), list.cast::<Element>()) else {
        return false;
    };
    let upper = frame.get_bounding_client_rect().top();
    let children = element.children();
    let mut heights = heights.borrow_mut();
    let (mut learnt, mut moved) = (false, 0.0);
    for place in 0..children.length() {
        let Some(child) = children.item(place) else {
            continue;
        };
        let row = child
            .get_attribute("data-row")
            .and_then(|row| row.parse::<usize>().ok());
        let Some(key) = row.and_then(|row| keys.get(row)) else {
            continue;
        };
        let rect = child.get_bounding_client_rect();
        if !heights.knows(key) || (heights.of(key) - rect.height()).abs() > 0.5 {
            let by = heights.learn(key, rect.height());
            learnt = true;
            if rect.bottom() < upper {
                moved += by;
            }
        }
    }
    if moved.abs() > 0.5 {
        frame.set_scroll_top(frame.scroll_top() + moved.round() as i32);
    }
    learnt
}

/// Scrolls as little as it takes to show a row; answers whether it was out of view.
fn reveal(scroller: &NodeRef, list: &NodeRef, row: usize) -> bool {
    let (Some(frame), Some(list)) = (scroller.cast::<Element>(), list.cast::<Element>()) else {
        return false;
    };
    let found = list.query_selector(&format!(":scope > [data-row=\"{row}\"]"));
    let Some(row) = found.ok().flatten() else {
        return false;
    };
    let (seen, row) = (
        frame.get_bounding_client_rect(),
        row.get_bounding_client_rect(),
    );
    let by = if row.top() < seen.top() {
        row.top() - seen.top()
    } else if row.bottom() > seen.bottom() {
        (row.bottom() - seen.bottom()).min(row.top() - seen.top())
    } else {
        return false;
    };
    let before = frame.scroll_top();
    frame.set_scroll_top(before + by.round() as i32);
    frame.scroll_top() != before
}

/// Room of rows that are not shown.
pub fn gap(key: usize, height: f64) -> Html {
    html! { <div key={format!("gap-{key}")} role="none" ~style={format!("height:{height}px")} /> }
}
