//! The room `formats`.

pub mod example;
