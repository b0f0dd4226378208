//! `cargo xtask shots`: the pictures of the README, in `docs/pictures/`. What they show stands in
//! `tests/e2e/shots.js`.

use crate::dist;
use crate::fault::Outcome;
use crate::program::run;
use crate::setup::{Scope, set_up};
use crate::test::node;

/// Takes the pictures anew.
pub fn take() -> Outcome {
    set_up(Scope::Test)?;
    dist::make()?;
    run(&mut node(&["shots.js"]), "see what went wrong above")
}
