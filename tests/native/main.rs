//! Native tests.

mod import;
mod import_mutation;
mod pdf_sample;
