//! The transcript itself: the lines on screen, what is drawn over them, and the pointer.
//!
//! Selecting by pointer is the browser's own; it is read when the pointer is released, or when the
//! browser's handles rest. Keys come from the catalogue of commands.

use super::overlay::{Bars, Caret, Handles};
use super::row::Row;
use crate::app::action::Action;
use crate::app::reading;
use crate::app::reading::selection::Place;
use crate::app::reading::{copy, rows};
use crate::platform::listener::{Frame, Listener, animation_frame};
use crate::platform::selection::{self, Point, when_rested};
use crate::ui::handle::{Handle, use_handle, use_messages, use_view};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

/// Milliseconds that a selection made without a pointer must rest.
const REST: u32 = 250;

/// What the lines are given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What scrolls.
    pub scroller: NodeRef,
}

/// A point of the platform as the state names it.
#[must_use]
pub fn to_place(point: Point) -> Place {
    Place {
        line: point.line,
        utf16: point.utf16,
    }
}

/// A place of the state as the platform names it.
#[must_use]
pub fn to_point(place: Place) -> Point {
    Point {
        line: place.line,
        utf16: place.utf16,
    }
}

/// The lines on screen.
#[component]
pub fn Lines(props: &Props) -> Html {
    let handle = use_handle();
    let messages = use_messages();
    let scope = use_node_ref();
    let view = use_view(rows::view);
    let pressed = use_pointer(&handle, &scope);
    let Some(view) = &*view else {
        return html! { <div class="lines" /> };
    };
    let onpointerdown = {
        let (scope, handle) = (scope.clone(), handle.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            pressed.set(true);
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            let under = scope
                .cast::<Element>()
                .and_then(|scope| selection::caret_at(&scope, x, y));
            if let Some(point) = under {
                handle.send(Action::Reading(reading::Action::Hold(point.line)));
            }
        })
    };
    let focused = |focused: bool| {
        let handle = handle.clone();
        Callback::from(move |_: FocusEvent| {
            handle.send(Action::Reading(reading::Action::Focused(focused)));
        })
    };
    let oncopy = {
        let handle = handle.clone();
        Callback::from(move |event: Event| {
            let words = handle.read(copy::words);
            let data = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            if let (Some(words), Some(data)) = (words, data)
                && data.set_data("text/plain", &words).is_ok()
            {
                event.prevent_default();
            }
        })
    };
    html! {
        <div class="lines" ~style={format!("height:{}px", view.height)}>
            <Bars />
            <div
                class="lines-scope" ref={scope.clone()}
                tabindex="0" data-focus="transcript"
                role="application"
                aria-roledescription={messages.text("reading-role")}
                aria-label={messages.text("reading-label")}
                aria-describedby="reading-help"
                {onpointerdown} {oncopy}
                onfocus={focused(true)} onblur={focused(false)}
            >
                { for view.rows.iter().map(|row| html! {
                    <Row key={row.line} row={Rc::clone(row)} />
                }) }
            </div>
            <p class="unseen" id="reading-help">{ messages.text("reading-help") }</p>
            <Caret scope={scope.clone()} scroller={props.scroller.clone()} />
            <Handles {scope} />
        </div>
    }
}

/// Listens to the release of the pointer and to selections that come about without one. Answers
/// whether the pointer is pressed.
#[hook]
fn use_pointer(handle: &Handle, scope: &NodeRef) -> Rc<Cell<bool>> {
    let pressed = use_memo((), |()| Cell::new(false));
    let kept = Rc::clone(&pressed);
    use_effect_with(
        (handle.clone(), scope.clone()),
        move |(handle, scope): &(Handle, NodeRef)| {
            let document = web_sys::window().and_then(|window| window.document());
            let listeners = document.map(|document| {
                let frame: Rc<RefCell<Option<Frame>>> = Rc::default();
                let release = |name: &'static str, picks: bool| {
                    let (pressed, frame) = (Rc::clone(&pressed), Rc::clone(&frame));
                    let (handle, scope) = (handle.clone(), scope.clone());
                    Listener::new(&document, name, move |event: web_sys::PointerEvent| {
                        if !pressed.replace(false) {
                            return;
                        }
                        let marked = marked_at(&event).filter(|_| picks);
                        let (handle, scope) = (handle.clone(), scope.clone());
                        // The browser settles its selection behind this event.
                        *frame.borrow_mut() = animation_frame(move |_| {
                            released(&handle, &scope, marked, picks);
                        })
                        .ok();
                    })
                };
                let rested = {
                    let (pressed, handle, scope) =
                        (Rc::clone(&pressed), handle.clone(), scope.clone());
                    when_rested(&document, REST, move || {
                        if !pressed.get() {
                            released(&handle, &scope, None, false);
                        }
                    })
                };
                (
                    release("pointerup", true),
                    release("pointercancel", false),
                    rested,
                )
            });
            move || drop(listeners)
        },
    );
    kept
}

/// Where the marked words begin that were clicked.
fn marked_at(event: &web_sys::PointerEvent) -> Option<u32> {
    let target: Element = event.composed_path().get(0).dyn_into().ok()?;
    let piece = target.closest("[data-at]").ok()??;
    piece.get_attribute("data-at")?.parse().ok()
}

fn released(handle: &Handle, scope: &NodeRef, marked: Option<u32>, clicked: bool) {
    let read = scope
        .cast::<Element>()
        .and_then(|scope| selection::read(&scope));
    let Some(read) = read else {
        return;
    };
    let action = if read.anchor != read.head {
        reading::Action::Select(to_place(read.anchor), to_place(read.head))
    } else if !clicked {
        return;
    } else {
        match marked {
            Some(pos) => reading::Action::PickAt(pos),
            None => reading::Action::PutAt(to_place(read.head)),
        }
    };
    handle.send(Action::Reading(action));
}
