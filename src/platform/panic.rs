//! The end of the program. A panic stops the whole instance of WebAssembly, not one workbench, and
//! nothing of it may be called again: so whoever is to be told is told from outside.
//!
//! This is the one file of this room that keeps something for the whole instance, because a panic
//! hook is its only one.
//!
//! Invariant: what is told names the place in the program and no word that was being worked on.

use std::cell::{Cell, RefCell};
use std::panic::PanicHookInfo;

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use super::window;

thread_local! {
    static TOLD: RefCell<Vec<(u32, Function)>> = const { RefCell::new(Vec::new()) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// A function that is told, until dropped.
#[derive(Debug)]
#[must_use = "a watch that is dropped is told nothing"]
pub struct Watch {
    number: u32,
}

impl Drop for Watch {
    fn drop(&mut self) {
        TOLD.with_borrow_mut(|told| told.retain(|(number, _)| *number != self.number));
    }
}

/// Has a JavaScript function called with a message after a panic, outside of it.
pub fn watch(function: Function) -> Watch {
    let number = COUNT.get().wrapping_add(1);
    COUNT.set(number);
    TOLD.with_borrow_mut(|told| told.push((number, function)));
    Watch { number }
}

/// Whether the program has come to its end.
#[must_use]
pub fn has_happened() -> bool {
    STOPPED.get()
}

/// The panic hook: whoever starts an instance sets it.
pub fn tell(info: &PanicHookInfo<'_>) {
    STOPPED.set(true);
    let message = JsValue::from(message(info));
    let told = TOLD.with(|told| told.try_borrow().map(|told| told.clone()));
    let Ok(window) = window() else { return };
    for (_, function) in told.unwrap_or_default() {
        // Later, when nothing of this instance runs any more.
        let call = function.bind1(&JsValue::UNDEFINED, &message);
        window.queue_microtask(call.unchecked_ref());
    }
}

/// Where it happened, and what, unless that was put together from values: a transcript's words may
/// be among them.
fn message(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    match info.payload().downcast_ref::<&'static str>() {
        Some(what) => format!("{place}: {what}"),
        None => place,
    }
}
