//! What is on the screen and what happens next: `State`, `Action`, `update`, `Effect`.
//!
//! One folder for each part of the screen, each with its own state, actions and views. Only
//! [`update::update`] writes [`state::State`]; views are computed from it by the parts'
//! `view` functions and hold nothing of it. No clock, no chance, no browser.

pub mod action;
pub mod cite;
pub mod codebook;
pub mod command;
pub mod date;
pub mod desk;
pub mod details;
pub mod device;
pub mod dialog;
pub mod effect;
pub mod fault;
pub mod history;
pub mod import;
pub mod journal;
pub mod keeping;
pub mod message;
pub mod notice;
pub mod reading;
pub mod setting;
pub mod start;
pub mod state;
pub mod table;
pub mod update;
pub mod window;
