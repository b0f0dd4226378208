//! Bytes to study values and back: one file format, one file.

pub mod errand;
pub mod example;
pub mod import;
pub mod study_file;
