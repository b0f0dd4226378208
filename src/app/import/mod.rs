//! Files on their way in: read one after another, looked at, set right, stored in one edit.
//!
//! Invariant: until [`store`] nothing of a file is in the study or in storage, so that calling it
//! off leaves nothing behind; what it stores, one undo takes back.

pub mod file;
pub mod form;
pub mod person;
pub mod preview;
pub mod queue;
pub mod refusal;
pub mod store;
pub mod view;

use super::desk::Desk;
use super::effect::{Effect, Effects};
use super::fault::{Code, Fault};
use super::notice::Tone;
use super::state::State;
use crate::formats::import::Choice;
use crate::study::id::{ParticipantId, Stamp};
use file::{Item, Received};
use form::Setting;
use person::Newcomer;
use refusal::Refusal;
use std::collections::BTreeMap;

/// Files on their way in.
#[derive(Debug, Default)]
pub struct Import {
    /// The files, in the order of their names as they were given.
    pub files: Vec<Item>,
    /// The number of the file that is looked at.
    pub chosen: Option<u32>,
    /// Whether, where there is room for one pane only, it is that of the file.
    pub looking: bool,
    /// Whether a page of the study is shown meanwhile.
    pub aside: bool,
    /// Whose page the files were given on: theirs are those whose names say nobody else's.
    pub meant_for: Option<ParticipantId>,
    /// Participants who come with the files, by a number of their own.
    pub newcomers: BTreeMap<u32, Newcomer>,
    jobs: u32,
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Let the user pick files.
    Pick,
    /// Files are dragged over the study, or no longer.
    Dragged(bool),
    /// Files were picked or dropped.
    Picked(Result<Vec<Chosen>, Fault>),
    /// The reading of a job has come so far, per mille.
    Progressed(u32, u32),
    /// The answer of a job.
    Read(u32, Result<Box<Received>, Refusal>),
    /// Look at a file.
    Choose(u32),
    /// Back to the list of files.
    ShowList,
    /// Leave a file out for good.
    Remove(u32),
    /// Read a file again as at first.
    ReadAgain(u32),
    /// Decide something about a file.
    Set(u32, Setting),
    /// Decide the same for all files.
    ApplyToAll(u32),
    /// Back to the files after another page was shown.
    Resume,
    /// Store all that is ready.
    Store,
    /// Call it off.
    Cancel,
}

/// A file that the user gave. Its bytes stay where they are until its turn comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// By which the runtime knows it.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A file to be read in the throw-away worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Names the answers.
    pub job: u32,
    /// The number of the file.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// What was decided about it.
    pub choice: Choice,
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Pick => pick(state, effects),
        Action::Dragged(over) => state.dragged_over = over,
        Action::Picked(answer) => {
            state.dragged_over = false;
            match answer {
                Ok(files) => queue::picked(state, files, effects),
                Err(fault) => state.notices.fault(&fault),
            }
        }
        Action::Progressed(job, done) => queue::progressed(state, job, done),
        Action::Read(job, answer) => queue::read(state, job, answer, effects),
        Action::Choose(number) => choose(state, number, effects),
        Action::ShowList => show_list(state, effects),
        Action::Remove(number) => queue::remove(state, number, effects),
        Action::ReadAgain(number) => queue::read_again(state, number, effects),
        Action::Set(number, setting) => form::set(state, number, setting, effects),
        Action::ApplyToAll(number) => form::apply_to_all(state, number),
        Action::Resume => resume(state, effects),
        Action::Store => store::store(state, stamp, effects),
        Action::Cancel => cancel(state, effects),
    }
}

fn pick(state: &mut State, effects: &mut Effects) {
    if state.desk.is_none() {
        return;
    }
    if state.device.can_import {
        effects.push(Effect::PickTranscripts);
    } else {
        let fault = Fault::new(Code::ReaderMissing, "");
        state.notices.fault(&fault);
    }
}

fn choose(state: &mut State, number: u32, effects: &mut Effects) {
    if let Some(import) = &mut state.import
        && import.file(number).is_some()
    {
        import.chosen = Some(number);
        import.looking = true;
        effects.push(Effect::Focus("import-file".into()));
    }
}

fn show_list(state: &mut State, effects: &mut Effects) {
    if let Some(import) = &mut state.import {
        import.looking = false;
        if let Some(number) = import.chosen {
            effects.push(Effect::Focus(format!("import-row-{number}")));
        }
    }
}

fn resume(state: &mut State, effects: &mut Effects) {
    if let Some(import) = &mut state.import {
        import.aside = false;
        effects.push(Effect::Focus("import".into()));
    }
}

fn cancel(state: &mut State, effects: &mut Effects) {
    if state.import.is_some() {
        abandon(state, effects);
        state.notices.say("import-cancelled", Vec::new());
        effects.push(Effect::Focus("page".into()));
    }
}

/// Forgets every file and ends their reading.
pub(in crate::app) fn abandon(state: &mut State, effects: &mut Effects) {
    state.dragged_over = false;
    let Some(import) = state.import.take() else {
        return;
    };
    let reading = import.files.iter().filter_map(Item::job);
    effects.extend(reading.map(Effect::CancelForeign));
    let files = import.files.iter().map(|item| item.number);
    effects.push(Effect::ForgetFiles(files.collect()));
}

/// Another page is shown: the files wait, and a notice leads back to them.
pub(in crate::app) fn set_aside(state: &mut State) {
    let Some(import) = state.import.as_mut().filter(|import| !import.aside) else {
        return;
    };
    import.aside = true;
    let count = import.files.len();
    state.notices.offer(
        Tone::Hint,
        "import-waiting",
        vec![("count", count.into())],
        Some((
            "import-resume",
            super::action::Action::Import(Action::Resume),
        )),
    );
}

impl Import {
    /// The file of that number.
    #[must_use]
    pub fn file(&self, number: u32) -> Option<&Item> {
        self.files.iter().find(|item| item.number == number)
    }

    fn file_mut(&mut self, number: u32) -> Option<&mut Item> {
        self.files.iter_mut().find(|item| item.number == number)
    }

    /// The files that would be stored.
    pub fn included(&self) -> impl Iterator<Item = &Item> {
        self.files
            .iter()
            .filter(|item| item.is_ready() && item.form.as_ref().is_some_and(|form| form.include))
    }

    /// Whether files are still to be read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.files.iter().any(Item::is_on_its_way)
    }
}

/// The import and the study that it goes into.
fn both(state: &mut State) -> Option<(&mut Import, &Desk)> {
    Some((state.import.as_mut()?, state.desk.as_ref()?))
}
