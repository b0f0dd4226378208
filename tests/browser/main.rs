//! Tests that need a browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod clock;
mod database;
mod file;
mod listener;
mod reader;
mod selection;
mod tab;

wasm_bindgen_test_configure!(run_in_browser);
