//! Tests that need a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod clock;
mod database;
mod file;
mod listener;
mod reader;
mod selection;
mod tab;

wasm_bindgen_test_configure!(run_in_browser);
