//! The start page: the studies of this machine, new ones, files, the example.
//!
//! Invariant: a study is written to storage whole or not at all, and nothing that a file brings is
//! shown as a study before all of it was checked.

pub mod begin;
pub mod build;
pub mod example;
pub mod file;
pub mod shelf;
pub mod view;

use super::effect::{Effect, Effects, News};
use super::fault::Fault;
use super::keeping::card::StudyCard;
use super::notice::Tone;
use super::setting::Settings;
use super::state::State;
use crate::formats::example::Example;
use crate::formats::study_file::Package;
use crate::study::id::{Stamp, StudyId};
use build::Building;
use file::{Decision, Incoming};

/// The start page.
#[derive(Debug, Default)]
pub struct Start {
    /// The studies that are shown.
    pub shown: Shown,
    /// The study that is being opened.
    pub opening: Option<StudyId>,
    /// What other tabs did to it meanwhile.
    pub heard: Vec<News>,
    /// What the page is busy with.
    pub work: Option<Work>,
    /// A study file on its way in.
    pub incoming: Option<Incoming>,
    /// The example, while it is being made.
    pub building: Option<Building>,
    /// What gets the keyboard once the list is shown anew.
    pub focus: Option<String>,
    /// Whether the study that is being opened came from elsewhere, so that it has to be said who
    /// works here.
    pub ask_who: bool,
    /// How much room there is, once measured.
    pub room: Option<Room>,
}

/// The studies of this machine.
#[derive(Debug, Default, PartialEq)]
pub enum Shown {
    /// Storage has not answered yet.
    #[default]
    Waiting,
    /// What it answered, the last changed first.
    Studies(Vec<StudyCard>),
}

/// What the page is busy with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// Reading a file of that name.
    File(String),
    /// Making the example.
    Example,
    /// Copying a study.
    Copy(StudyId),
}

/// Room on this machine, as the browser reckons it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Bytes that are used.
    pub used: u64,
    /// Bytes that may be used; 0 when the browser does not say.
    pub quota: u64,
    /// Whether the browser promises to keep what is stored.
    pub kept: bool,
}

/// What something was stored for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The list is shown anew.
    List,
    /// A study from elsewhere is opened.
    Open(StudyId),
    /// A copy was made: it gets the keyboard.
    Copied(StudyId),
}

/// What can be done on the start page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Begin a study.
    Begin {
        /// Its title.
        title: String,
        /// Its question; may be empty.
        question: String,
        /// The name of who works on it.
        coder: String,
    },
    /// The settings of this machine were read.
    SettingsRead(Settings),
    /// Let the user pick a study file.
    PickFile,
    /// A file was picked or dropped and is being read.
    FileChosen(String),
    /// It was read.
    FileRead(String, Result<Box<Package>, Fault>),
    /// Check the next document of the file that is on its way in.
    CheckFile,
    /// What to do with the file was decided.
    Decide(Decision),
    /// The file is not wanted after all.
    DropFile,
    /// A stored study was read whole.
    PackageRead(StudyId, Result<Box<Package>, Fault>),
    /// Open a copy of the example.
    OpenExample,
    /// The example was made.
    ExampleRead(Result<Box<Example>, Fault>),
    /// Write the next part of the example.
    BuildExample,
    /// Make a copy of a study.
    Duplicate(StudyId),
    /// Save a study as a file.
    SaveFile(StudyId),
    /// Put a study into the bin.
    Bin(StudyId),
    /// Take a study out of the bin.
    Restore(StudyId),
    /// Delete a study for good.
    Destroy(StudyId),
    /// Something was stored.
    Stored(Purpose, Result<(), Fault>),
    /// Room was measured; none when the browser does not tell.
    RoomMeasured(Option<Room>),
    /// Ask the browser to keep what is stored.
    Persist,
    /// It was asked, and room was measured anew.
    Persisted(Option<Room>),
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Begin {
            title,
            question,
            coder,
        } => begin::begin(state, &title, &question, &coder, stamp, effects),
        Action::SettingsRead(settings) => state.settings = settings,
        Action::PickFile => effects.push(Effect::PickStudyFile),
        Action::FileChosen(name) => state.start.work = Some(Work::File(name)),
        Action::FileRead(name, answer) => file::read(state, name, answer, effects),
        Action::CheckFile => file::check(state, stamp, effects),
        Action::Decide(decision) => file::decide(state, decision, stamp, effects),
        Action::DropFile => file::put_away(state),
        Action::PackageRead(study, answer) => package_read(state, study, answer, stamp, effects),
        Action::OpenExample => build::ask(state, effects),
        Action::ExampleRead(answer) => build::begin(state, answer, stamp, effects),
        Action::BuildExample => build::go_on(state, stamp, effects),
        Action::Duplicate(study) => shelf::duplicate(state, study, effects),
        Action::SaveFile(study) => shelf::save_file(state, study, effects),
        Action::Bin(study) => shelf::bin(state, study, stamp, effects),
        Action::Restore(study) => shelf::restore(state, study, effects),
        Action::Destroy(study) => shelf::destroy(state, study, effects),
        Action::Stored(purpose, answer) => shelf::stored(state, purpose, answer, effects),
        Action::RoomMeasured(room) => state.start.room = room,
        Action::Persist => effects.push(Effect::Persist),
        Action::Persisted(room) => {
            let kept = room.is_some_and(|room| room.kept);
            let key = if kept { "room-kept" } else { "room-refused" };
            state.start.room = room;
            state.notices.show(Tone::Hint, key, Vec::new());
        }
    }
}

/// A stored study was read whole: either a file is compared with it, or it is copied.
fn package_read(
    state: &mut State,
    study: StudyId,
    answer: Result<Box<Package>, Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let waits = |incoming: &Incoming| incoming.package.study == study;
    if state.start.incoming.as_ref().is_some_and(waits) {
        file::stored_read(state, answer.ok(), effects);
    } else if state.start.work == Some(Work::Copy(study)) {
        shelf::copy(state, answer, stamp, effects);
    }
}

impl Start {
    /// The card of a study of this machine.
    #[must_use]
    pub fn card(&self, study: StudyId) -> Option<&StudyCard> {
        match &self.shown {
            Shown::Waiting => None,
            Shown::Studies(cards) => cards.iter().find(|card| card.id == study),
        }
    }

    /// Whether something is under way that must come to its end first.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.work.is_some() || self.opening.is_some() || self.incoming.is_some()
    }
}
