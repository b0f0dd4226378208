//! What a study is: plain values and the rules between them. No engine, no browser, no clock.

pub mod edit;
pub mod id;
pub mod look;
pub mod order;
pub mod position;
pub mod record;
pub mod relation;
pub mod study;
pub mod text;
