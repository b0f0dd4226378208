//! Yew components: they show and send Actions, and hold nothing that matters.
//!
//! Rules of the room: every component renders at least one element (never an empty `html!`, see
//! yew#4092), every list has keys, no `style` attribute (the content security policy forbids it;
//! `~style` sets the property and passes), transcript text goes into text nodes only.

pub mod atom;
pub mod codebook;
pub mod command;
pub mod details;
pub mod frame;
pub mod handle;
pub mod import;
pub mod journal;
pub mod reading;
pub mod root;
pub mod start;
pub mod table;
