//! Where the pure side meets the browser: the store, and the performing of effects.

mod drop;
pub mod perform;
pub mod services;
pub mod store;
