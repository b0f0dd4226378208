//! Native tests.

// A test that meets what it did not expect ends there.
#![allow(clippy::unwrap_used)]

mod damage;
mod desk;
mod example;
mod generate;
mod import;
mod import_flow;
mod import_mutation;
mod layout;
mod ledger;
mod merge;
mod pdf_sample;
mod study;
mod study_file;
mod theme;
mod tidy;
