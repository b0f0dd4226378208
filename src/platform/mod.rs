//! The browser, and nothing of ours: one file for each of its facilities.
//!
//! What is kept, sent and selected here is bytes, strings and whatever `serde` can carry; what
//! they mean is decided elsewhere. Nothing lives in a global (`panic` says why it must): everything
//! is a value that its owner drops, and dropping it undoes what it did, so any number of instances
//! share one page.

pub mod chance;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod device;
pub mod fault;
pub mod file;
pub mod listener;
pub mod panic;
pub mod print;
pub mod reader;
pub mod selection;
pub mod storage;
pub mod tab;

use fault::Trouble;
use wasm_bindgen::JsValue;

/// The page's window; workers have none.
fn window() -> Result<web_sys::Window, Trouble> {
    web_sys::window().ok_or_else(|| Trouble::missing("a window"))
}

/// Whether an object has a facility at all: asking an absent one throws far from here.
fn has(object: &JsValue, facility: &str) -> bool {
    js_sys::Reflect::get(object, &facility.into())
        .is_ok_and(|value| !value.is_undefined() && !value.is_null())
}
