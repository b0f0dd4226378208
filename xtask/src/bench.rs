//! `cargo xtask bench`: the figures that we promise. What is measured, and how, stands in
//! `tests/e2e/bench/`.
//!
//! The static pages to compare with, and the text they hold, lie outside of this repository, in the
//! folder that `NOEMA_SHARED` names or in `shared` beside it; without them there are fewer figures.

use crate::dist;
use crate::fault::Outcome;
use crate::house;
use crate::program::run;
use crate::setup::{Scope, set_up};
use crate::test::node;
use std::env;
use std::path::PathBuf;

/// Measures the product in a headless browser and prints the figures.
pub fn measure() -> Outcome {
    set_up(Scope::Test)?;
    dist::make()?;
    let mut bench = node(&["bench/main.js"]);
    bench.env("NOEMA_BENCH", house::target().join("bench"));
    bench.env("NOEMA_SHARED", shared());
    run(&mut bench, "see which figure missed its mark above")
}

fn shared() -> PathBuf {
    env::var_os("NOEMA_SHARED").map_or_else(|| house::root().join("../shared"), PathBuf::from)
}
