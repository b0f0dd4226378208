//! Noema, a theme-coding workbench for qualitative researchers.
//!
//! The rooms and who may use whom stand in `tests/native/tidy.rs`, which also holds them to it.
//! The pure rooms (`study`, `ledger`, `report`, `formats`, `app`) know no clock, no chance, no
//! browser and compile everywhere; the others exist only in WebAssembly.

pub mod app;
pub mod formats;
pub mod ledger;
pub mod report;
pub mod study;

#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod runtime;
#[cfg(target_arch = "wasm32")]
pub mod ui;
