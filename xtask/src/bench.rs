//! `cargo xtask bench`: the figures that we promise. What is measured stands in
//! `tests/e2e/bench.js`.

use crate::dist;
use crate::fault::Outcome;
use crate::program::run;
use crate::setup::{Scope, set_up};
use crate::test::node;

/// Measures the product in a headless browser and prints the figures.
pub fn measure() -> Outcome {
    set_up(Scope::Test)?;
    dist::make()?;
    run(
        &mut node(&["bench.js"]),
        "see which figure missed its mark above",
    )
}
