//! What a study is: plain values and the rules between them. No engine, no browser, no clock.

pub mod act;
pub mod caret;
pub mod carry;
pub mod edit;
pub mod find;
pub mod grapheme;
pub mod id;
pub mod index;
pub mod layout;
pub mod look;
pub mod order;
pub mod place;
pub mod position;
pub mod record;
pub mod relation;
pub mod segment;
pub mod study;
pub mod text;
pub mod words;
