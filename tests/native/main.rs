//! Native tests.

// A test that meets what it did not expect ends there.
#![allow(clippy::unwrap_used)]

mod codebook;
mod damage;
mod desk;
mod details;
mod example;
mod generate;
mod import;
mod import_flow;
mod import_mutation;
mod keeping;
mod layout;
mod ledger;
mod locale;
mod merge;
mod pdf_sample;
mod reading;
mod scene;
mod start;
mod study;
mod study_file;
mod table;
mod theme;
mod tidy;
mod world;
