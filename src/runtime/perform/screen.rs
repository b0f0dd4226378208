//! What is done to the page itself.

use crate::app::action::Action;
use crate::platform::listener::animation_frame;
use crate::platform::{clipboard, print as printer};
use crate::runtime::store::Store;
use gloo::timers::future::sleep;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// The name of the element that holds the page.
const PAGE: &str = "page";

/// How many turns of the microtask queue a rendering may take.
const TURNS: usize = 8;

/// Gives the keyboard to the element of that name: as soon as it is rendered, before the next key
/// can arrive, and again after painting if the rendering took it away.
pub(super) fn focus(store: &Rc<Store>, name: String) {
    let weak = Rc::downgrade(store);
    spawn_local(async move {
        for _ in 0..TURNS {
            turn().await;
        }
        let Some(store) = weak.upgrade() else {
            return;
        };
        give_keyboard(&store, &name);
        let weak = Rc::downgrade(&store);
        let frame = animation_frame(move |_| {
            if let Some(store) = weak.upgrade() {
                let root = &store.services.root;
                if !matches!(root.query_selector(":focus"), Ok(Some(_))) {
                    give_keyboard(&store, &name);
                }
                store.services.frames.borrow_mut().clear();
            }
        });
        if let Ok(frame) = frame {
            store.services.frames.borrow_mut().push(frame);
        }
    });
}

/// Waits for what is in the microtask queue already.
async fn turn() {
    let mut waited = false;
    poll_fn(|context| {
        if waited {
            return Poll::Ready(());
        }
        waited = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

fn give_keyboard(store: &Rc<Store>, name: &str) {
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
