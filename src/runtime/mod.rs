//! Where the pure side meets the browser: the store, and the performing of effects.

mod drop;
mod files;
pub mod perform;
pub mod services;
pub mod store;
