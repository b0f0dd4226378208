//! What a person can do, as functions from the study as it stands to the edit that does it.
//!
//! A [`Hand`] holds what every act needs: the study, who acts, and the stamp. Acts never change the
//! study themselves and answer an empty edit when there is nothing to do. A thing that is not there
//! is not touched: an act on it gives an empty edit.

pub mod bin;
pub mod memo;
pub mod merge;
pub mod note;
pub mod passage;
pub mod people;
mod sketch;
pub mod support;
pub mod theme;
pub mod transcript;
pub mod tree;

use super::edit::{Change, Edit, Home, Record};
use super::id::{CoderId, Stamp};
use super::study::Study;

/// Who acts on what, and when.
pub struct Hand<'a> {
    /// The study as it stands.
    pub study: &'a Study,
    /// Who acts.
    pub by: CoderId,
    /// When, and where new names come from.
    pub stamp: &'a mut Stamp,
}

impl<'a> Hand<'a> {
    /// A hand at a study.
    pub fn new(study: &'a Study, by: CoderId, stamp: &'a mut Stamp) -> Self {
        Self { study, by, stamp }
    }
}

/// The change of one record by a function; none when nothing differs.
fn altered<R: Record>(home: Home, record: &R, alter: impl FnOnce(&mut R)) -> Option<Change> {
    let mut now = record.clone();
    alter(&mut now);
    Change::alter(home, record, &now)
}

/// An edit of what changes there are.
fn edit(act: super::edit::Act, changes: impl IntoIterator<Item = Option<Change>>) -> Edit {
    Edit::new(act, changes.into_iter().flatten())
}
