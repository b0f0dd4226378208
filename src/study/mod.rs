//! What a study is: plain values and the rules between them. No engine, no browser, no clock.

pub mod position;
pub mod text;
