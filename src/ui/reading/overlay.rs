//! What is drawn over the words: the caret, the handles of a picked passage, the bars beside the
//! lines. They are put in place behind each painting and never touch the words.

use super::lines::{to_place, to_point};
use crate::app::action::Action;
use crate::app::reading::overlay::{self, CaretView};
use crate::app::reading::pick::End;
use crate::app::reading::selection::Place;
use crate::app::reading::{self, entry};
use crate::platform::listener::Listener;
use crate::platform::selection::{self, Point, Rect};
use crate::ui::handle::{Handle, use_handle, use_messages, use_send, use_view};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What an overlay is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The element that holds the lines.
    pub scope: NodeRef,
    /// What scrolls.
    #[prop_or_default]
    pub scroller: NodeRef,
}

/// The caret. It keeps the browser's selection like the state's, and itself in view.
#[component]
pub fn Caret(props: &Props) -> Html {
    let node = use_node_ref();
    let view = use_view(overlay::caret);
    let caret = *view;
    {
        let (node, scope) = (node.clone(), props.scope.clone());
        use_effect_with(caret, move |caret| {
            let element = node.cast::<HtmlElement>();
            let scope = scope.cast::<Element>();
            if let (Some(caret), Some(element), Some(scope)) = (caret, element, scope) {
                let (x, y, height) = whereabouts(&scope, caret);
                put(&element, x, y);
                set(&element, "height", height);
            }
        });
    }
    {
        let scope = props.scope.clone();
        use_effect_with(caret.map(|caret| caret.selections), move |selections| {
            let scope = scope.cast::<Element>();
            if let (Some(caret), Some(scope), Some(1..)) = (caret, scope, selections) {
                follow_selection(&scope, &caret);
            }
        });
    }
    {
        let scroller = props.scroller.clone();
        use_effect_with(caret.map(|caret| caret.reveals), move |reveals| {
            let scroller = scroller.cast::<Element>();
            if let (Some(caret), Some(scroller), Some(1..)) = (caret, scroller, reveals) {
                reveal(&scroller, caret.top, caret.height);
            }
        });
    }
    let drawn = caret.is_some_and(|caret| caret.drawn);
    html! {
        <div
            class={classes!("caret", drawn.then_some("caret-drawn"))}
            key={caret.map_or(0, |caret| caret.selections)}
            ref={node} aria-hidden="true"
        />
    }
}

/// Where the caret stands within the lines, and how tall it is.
fn whereabouts(scope: &Element, caret: &CaretView) -> (f64, f64, f64) {
    let frame = scope.get_bounding_client_rect();
    let here = to_point(caret.place);
    let next = Point {
        utf16: here.utf16 + 1,
        ..here
    };
    let ahead = selection::rects(scope, here, next);
    let behind = here.utf16.checked_sub(1).map(|utf16| {
        let before = Point { utf16, ..here };
        selection::rects(scope, before, here)
    });
    let edge = |rect: &Rect, end: bool| {
        let x = if end {
            rect.left + rect.width
        } else {
            rect.left
        };
        (x - frame.left(), rect.top - frame.top(), rect.height)
    };
    let rtl = scope
        .query_selector(&format!("[data-line=\"{}\"] .line-text", here.line))
        .ok()
        .flatten();
    let (text, rtl) = (
        rtl.as_ref().map(Element::get_bounding_client_rect),
        rtl.is_some_and(|text| text.get_attribute("dir").as_deref() == Some("rtl")),
    );
    if let Some(rect) = ahead.first().filter(|rect| rect.width > 0.0) {
        edge(rect, rtl)
    } else if let Some(rect) = behind.as_ref().and_then(|rects| rects.last()) {
        edge(rect, !rtl)
    } else {
        let x = text.map_or(0.0, |text| {
            let x = if rtl { text.right() } else { text.left() };
            x - frame.left()
        });
        (x, f64::from(caret.top) + 3.0, f64::from(caret.height) - 6.0)
    }
}

/// Selects in the browser what the state says is selected.
fn follow_selection(scope: &Element, caret: &CaretView) {
    let (anchor, head) = (to_point(caret.anchor), to_point(caret.place));
    if anchor == head {
        selection::clear(scope);
        return;
    }
    let known = selection::read(scope);
    if known.is_none_or(|known| known.anchor != anchor || known.head != head) {
        // A line that is not on screen yet is selected when it comes.
        selection::write(scope, anchor, head);
    }
}

/// Scrolls as little as needed; what is far off comes to the upper third.
fn reveal(scroller: &Element, top: u32, height: u32) {
    let (top, height) = (f64::from(top), f64::from(height));
    let seen = f64::from(scroller.scroll_top());
    let room = f64::from(scroller.client_height());
    let margin = 48.0_f64.min(room / 4.0);
    let to = if top < seen - room || top > seen + room * 2.0 {
        top - room / 3.0
    } else if top - margin < seen {
        top - margin
    } else if top + height + margin > seen + room {
        top + height + margin - room
    } else {
        return;
    };
    #[allow(clippy::cast_possible_truncation)]
    scroller.set_scroll_top(to.max(0.0) as i32);
}

/// Puts an element somewhere. The page's policy lets only properties be set, not attributes.
pub fn put(element: &HtmlElement, x: f64, y: f64) {
    set(element, "left", x);
    set(element, "top", y);
}

fn set(element: &HtmlElement, name: &str, pixels: f64) {
    // Only a misspelt name could be refused.
    let _ = element
        .style()
        .set_property(name, &format!("{pixels:.1}px"));
}

/// The handles at the ends of the picked passage.
#[component]
pub fn Handles(props: &Props) -> Html {
    let view = use_view(overlay::handles);
    let nodes = (use_node_ref(), use_node_ref());
    let handles = *view;
    {
        let (scope, nodes) = (props.scope.clone(), nodes.clone());
        use_effect_with(handles, move |handles| {
            let Some((handles, scope)) = handles.zip(scope.cast::<Element>()) else {
                return;
            };
            for (node, place, end) in [
                (&nodes.0, handles.start, false),
                (&nodes.1, handles.end, true),
            ] {
                if let Some(element) = node.cast::<HtmlElement>() {
                    stand(&element, &scope, place, end);
                }
            }
        });
    }
    if handles.is_none() {
        return html! { <div class="handles" /> };
    }
    html! {
        <div class="handles">
            <HandleOf end={End::Start} node={nodes.0} scope={props.scope.clone()} />
            <HandleOf end={End::End} node={nodes.1} scope={props.scope.clone()} />
        </div>
    }
}

fn stand(element: &HtmlElement, scope: &Element, place: Place, end: bool) {
    let here = to_point(place);
    let (from, to) = if end {
        let before = here.utf16.saturating_sub(1);
        (
            Point {
                utf16: before,
                ..here
            },
            here,
        )
    } else {
        let behind = here.utf16 + 1;
        (
            here,
            Point {
                utf16: behind,
                ..here
            },
        )
    };
    let rects = selection::rects(scope, from, to);
    let frame = scope.get_bounding_client_rect();
    let found = if end { rects.last() } else { rects.first() };
    // An end whose line is not on screen has no handle.
    let shown = if found.is_some() { "block" } else { "none" };
    let _ = element.style().set_property("display", shown);
    if let Some(rect) = found {
        let x = if end {
            rect.left + rect.width
        } else {
            rect.left
        };
        put(element, x - frame.left(), rect.top - frame.top());
        set(element, "height", rect.height);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HandleProps {
    end: End,
    node: NodeRef,
    scope: NodeRef,
}

/// One handle, drawn by the pointer. Keys that move an end are in the catalogue.
#[component]
fn HandleOf(props: &HandleProps) -> Html {
    let handle = use_handle();
    let messages = use_messages();
    let drawing = use_mut_ref(|| None::<(Listener, Listener)>);
    let onpointerdown = {
        let (scope, end) = (props.scope.clone(), props.end);
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            event.stop_propagation();
            let kept = Rc::clone(&drawing);
            *drawing.borrow_mut() = draw(&handle, &scope, end, kept);
        })
    };
    let (class, name) = match props.end {
        End::Start => ("handle handle-start", "reading-handle-start"),
        End::End => ("handle handle-end", "reading-handle-end"),
    };
    html! {
        <div {class} ref={props.node.clone()} title={messages.text(name)} aria-hidden="true" {onpointerdown} />
    }
}

type Drawing = Rc<RefCell<Option<(Listener, Listener)>>>;

fn draw(handle: &Handle, scope: &NodeRef, end: End, kept: Drawing) -> Option<(Listener, Listener)> {
    let document = web_sys::window()?.document()?;
    let last = Rc::new(RefCell::new(None::<Place>));
    let moves = {
        let (handle, scope, last) = (handle.clone(), scope.clone(), Rc::clone(&last));
        Listener::new(
            &document,
            "pointermove",
            move |event: web_sys::PointerEvent| {
                event.prevent_default();
                let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
                let under = scope
                    .cast::<Element>()
                    .and_then(|scope| selection::caret_at(&scope, x, y))
                    .map(to_place);
                if let Some(place) = under
                    && last.replace(Some(place)) != Some(place)
                {
                    handle.send(Action::Reading(reading::Action::Drag(end, place, false)));
                }
            },
        )
    };
    let handle = handle.clone();
    let ends = Listener::new(&document, "pointerup", move |_: web_sys::PointerEvent| {
        if let Some(place) = last.borrow_mut().take() {
            handle.send(Action::Reading(reading::Action::Drag(end, place, true)));
        }
        kept.borrow_mut().take();
    });
    Some((moves, ends))
}

/// The bars beside the lines, one for each theme of a passage.
#[component]
pub fn Bars() -> Html {
    let bars = use_view(overlay::bars);
    let send = use_send();
    html! {
        <div class="bars" aria-hidden="true">
            { for bars.iter().map(|bar| {
                let excerpt = bar.excerpt;
                let pick = send.reform(move |_: MouseEvent| {
                    Action::Reading(reading::Action::Entry(entry::Action::Pick(excerpt)))
                });
                let style = format!("top:{}px;height:{}px", bar.top, bar.height);
                html! {
                    <div
                        key={format!("{excerpt}-{}-{}", bar.lane, bar.tone)}
                        class={classes!(
                            "bar",
                            format!("bar-lane-{}", bar.lane),
                            format!("tone-{}", bar.tone),
                            bar.picked.then_some("bar-picked"),
                        )}
                        ~style={style} onclick={pick}
                    />
                }
            }) }
        </div>
    }
}
