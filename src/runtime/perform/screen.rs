//! What is done to the page itself.

use crate::app::action::Action;
use crate::platform::listener::animation_frame;
use crate::platform::{clipboard, print as printer};
use crate::runtime::store::Store;
use gloo::timers::future::sleep;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// The name of the element that holds the page.
const PAGE: &str = "page";

/// Gives the keyboard to the element of that name once it is painted.
pub(super) fn focus(store: &Rc<Store>, name: String) {
    let weak = Rc::downgrade(store);
    let frame = animation_frame(move |_| {
        let Some(store) = weak.upgrade() else {
            return;
        };
        let found = store
            .services
            .root
            .query_selector(&format!("[data-focus=\"{name}\"]"));
        if let Some(element) = found
            .ok()
            .flatten()
            .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        {
            // An element that left the page meanwhile needs no keyboard.
            let _ = element.focus();
            if name == PAGE {
                // Another page begins at its top.
                element.set_scroll_top(0);
            }
        }
        store.services.frames.borrow_mut().clear();
    });
    if let Ok(frame) = frame {
        store.services.frames.borrow_mut().push(frame);
    }
}

/// Puts text on the clipboard.
pub(super) fn copy(text: String) {
    spawn_local(async move {
        // Refused only when the page has not been touched, and a copy is always a touch.
        let _ = clipboard::write(&text).await;
    });
}

/// Opens the browser's print dialogue.
pub(super) fn print() {
    // A browser without printing has no such button either.
    let _ = printer::print();
}

/// Dispatches an action later.
pub(super) fn later(store: &Rc<Store>, milliseconds: u32, action: Action) {
    let weak = Rc::downgrade(store);
    spawn_local(async move {
        sleep(Duration::from_millis(milliseconds.into())).await;
        if let Some(store) = weak.upgrade() {
            store.dispatch(action);
        }
    });
}

/// Loads the page anew.
pub(super) fn reload() {
    if let Some(window) = web_sys::window() {
        // It fails only while the page is being left.
        let _ = window.location().reload();
    }
}
