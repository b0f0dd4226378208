//! The second module: readers of foreign files, run in a throw-away worker.
//!
//! Invariant: it exports nothing. `main` listens for messages, and the boot script says when that
//! has happened.

fn main() {
    #[cfg(target_arch = "wasm32")]
    js_sys::global();
}
