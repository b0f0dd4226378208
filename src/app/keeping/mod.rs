//! Keeping work: opening a study, storing every edit, undo and redo, other tabs.
//!
//! Invariant: the screen says "saved" only when storage has confirmed every write; what it has not
//! confirmed is held here and offered again.

pub mod card;
pub mod edit;
pub mod file;
pub mod hear;
pub mod open;
pub mod saving;

use super::desk::Page;
use super::effect::{Effects, News};
use super::fault::Fault;
use super::history::Step;
use super::state::State;
use crate::study::edit::Home;
use crate::study::id::{Stamp, StudyId};
use crate::study::text::TextHash;
use card::StudyCard;
use std::rc::Rc;

/// Answers of the storage, and undo.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Open a study of this machine.
    OpenStudy(StudyId),
    /// Leave the open study for the start page, once everything is stored.
    CloseStudy,
    /// Leave it although its last changes are not stored.
    LeaveAnyway,
    /// The studies of this machine.
    Listed(Result<Vec<StudyCard>, Fault>),
    /// What is needed first of a study.
    Found(Box<Result<FoundStudy, Fault>>),
    /// A document: snapshot and chunks.
    DocumentRead(StudyId, Home, Result<Vec<Vec<u8>>, Fault>),
    /// Go on reading the records of documents that have come.
    Hydrate(StudyId),
    /// A text.
    TextRead(TextHash, Result<Rc<Vec<u8>>, Fault>),
    /// Older steps of undo, from old to new, and whether there are more.
    StepsRead(StudyId, Result<(Vec<Step>, bool), Fault>),
    /// A write was confirmed or failed.
    Written(u64, Result<(), Fault>),
    /// Try again what could not be written.
    WriteAgain,
    /// Another tab changed the study.
    Heard(StudyId, News),
    /// The database was closed under us.
    StorageLost(Fault),
    /// Save the open study as a file.
    SaveStudyFile,
    /// The study was handed to the user as a file, or not.
    FileSaved(Result<file::Handed, Fault>),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
}

/// What is needed first of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundStudy {
    /// Its card.
    pub card: StudyCard,
    /// The study's own document: snapshot and chunks.
    pub document: Vec<Vec<u8>>,
    /// The documents of its participants, with the number of chunks of each.
    pub homes: Vec<(Home, u32)>,
    /// The last steps of undo, from old to new.
    pub steps: Vec<Step>,
    /// Whether there are older ones.
    pub more_steps: bool,
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::OpenStudy(study) => open::begin(state, study, effects),
        Action::CloseStudy => saving::leave(state, effects),
        Action::LeaveAnyway => open::leave(state, effects),
        Action::Listed(answer) => open::listed(state, answer, effects),
        Action::Found(answer) => open::found(state, *answer, stamp, effects),
        Action::DocumentRead(study, home, answer) => {
            open::document_read(state, study, home, answer, effects);
        }
        Action::Hydrate(study) => open::hydrate(state, study, effects),
        Action::TextRead(hash, answer) => open::text_read(state, hash, answer, effects),
        Action::StepsRead(study, answer) => edit::steps_read(state, study, answer, stamp, effects),
        Action::Written(ticket, answer) => saving::written(state, ticket, answer, stamp, effects),
        Action::WriteAgain => saving::write_again(state, stamp, effects),
        Action::Heard(study, news) => hear::heard(state, study, news, effects),
        Action::StorageLost(fault) => saving::storage_lost(state, &fault),
        Action::SaveStudyFile => file::save(state, effects),
        Action::FileSaved(answer) => file::saved(state, answer),
        Action::Undo => edit::undo(state, stamp, effects),
        Action::Redo => edit::redo(state, stamp, effects),
    }
}

/// Whether a page can be shown: what it shows must be there.
#[must_use]
pub fn exists(state: &State, page: Page) -> bool {
    let Some(desk) = &state.desk else {
        return false;
    };
    match page {
        Page::Participant(id) => desk.study().live_participant(id).is_some(),
        Page::Transcript(id) | Page::Table(id) => desk.study().live_transcript(id).is_some(),
        Page::Overview | Page::Codebook | Page::Journal | Page::Bin => true,
    }
}
