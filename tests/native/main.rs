//! Native tests.

mod pdf_sample;
