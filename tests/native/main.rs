//! Native tests.

// A test that meets what it did not expect ends there.
#![allow(clippy::unwrap_used)]

mod example;
mod generate;
mod ledger;
