//! Reading the files, one after another, the one that is looked at first.
//!
//! Invariant: at most one file is being read; when its reading ends, however that is, the next
//! begins.

use super::file::{Item, Reading, Received, Stage};
use super::refusal::Refusal;
use super::{Chosen, Import, Request, both, form};
use crate::app::desk::Page;
use crate::app::effect::{Effect, Effects};
use crate::app::fault::{Code, Fault};
use crate::app::state::State;
use crate::formats::import::{self, Choice, DOCUMENT_LIMIT};
use std::rc::Rc;

/// Files were given: they join those that are there.
pub(super) fn picked(state: &mut State, mut chosen: Vec<Chosen>, effects: &mut Effects) {
    if chosen.is_empty() {
        return;
    }
    let Some(desk) = &state.desk else {
        let files = chosen.iter().map(|file| file.number);
        effects.push(Effect::ForgetFiles(files.collect()));
        return;
    };
    let meant_for = match desk.page {
        Page::Participant(id) => Some(id),
        _ => None,
    };
    chosen.sort_by_cached_key(|file| crate::study::look::natural(&file.name));
    let import = state.import.get_or_insert_default();
    import.aside = false;
    import.meant_for = meant_for;
    let count = chosen.len();
    for file in chosen {
        let stage = refused_at_sight(&file).map_or(Stage::Waiting, Stage::Refused);
        import.files.push(Item {
            number: file.number,
            name: file.name,
            size: file.size,
            choice: Choice::default(),
            stage,
            reading: None,
            form: None,
        });
    }
    if import.chosen.is_none() {
        let readable = import.files.iter().find(|item| item.is_on_its_way());
        let first = readable.or(import.files.first());
        import.chosen = first.map(|item| item.number);
    }
    state
        .notices
        .say("import-begun", vec![("count", count.into())]);
    effects.push(Effect::Focus("import".into()));
    go_on(state, effects);
}

/// What need not be read to be refused.
fn refused_at_sight(file: &Chosen) -> Option<Refusal> {
    if file.name.to_lowercase().ends_with(".noema") {
        Some(Refusal::StudyFile)
    } else if file.size == 0 {
        Some(Refusal::File(import::Fault::Empty))
    } else if file.size > DOCUMENT_LIMIT {
        Some(Refusal::File(import::Fault::TooLarge {
            limit: DOCUMENT_LIMIT,
            size: file.size,
        }))
    } else {
        None
    }
}

/// Begins to read the next file, unless one is being read.
pub(super) fn go_on(state: &mut State, effects: &mut Effects) {
    let Some(import) = &mut state.import else {
        return;
    };
    if import.files.iter().any(|item| item.job().is_some()) {
        return;
    }
    let chosen = import.chosen;
    let mut waiting: Vec<_> = import
        .files
        .iter_mut()
        .filter(|item| item.stage == Stage::Waiting)
        .collect();
    waiting.sort_by_key(|item| Some(item.number) != chosen);
    let Some(item) = waiting.into_iter().next() else {
        return;
    };
    import.jobs += 1;
    let job = import.jobs;
    item.stage = Stage::Reading { job, done: 0 };
    effects.push(Effect::ReadForeign(Request {
        job,
        file: item.number,
        name: item.name.clone(),
        choice: item.choice.clone(),
    }));
}

fn read_by(import: &mut Import, job: u32) -> Option<&mut Item> {
    import.files.iter_mut().find(|item| item.job() == Some(job))
}

/// The reading has come so far.
pub(super) fn progressed(state: &mut State, job: u32, done: u32) {
    if let Some(import) = &mut state.import
        && let Some(item) = read_by(import, job)
    {
        item.stage = Stage::Reading { job, done };
    }
}

/// A file was read, or not.
pub(super) fn read(
    state: &mut State,
    job: u32,
    answer: Result<Box<Received>, Refusal>,
    effects: &mut Effects,
) {
    let messages = Rc::clone(&state.messages);
    let Some((import, desk)) = both(state) else {
        return;
    };
    let Some(item) = read_by(import, job) else {
        return;
    };
    let (number, name) = (item.number, item.name.clone());
    let broken = || Refusal::Reading(Fault::new(Code::ReaderBroke, name.as_str()));
    match answer.and_then(|received| Reading::new(*received).ok_or_else(broken)) {
        Ok(reading) => {
            item.stage = Stage::Ready;
            let before = item.reading.replace(Rc::new(reading));
            form::fill(import, desk.study(), number, before.as_deref());
            let name = ("name", name.as_str().into());
            state.notices.say("import-file-ready", vec![name]);
        }
        Err(refusal) => {
            let why = refusal.arguments(&messages);
            let why = messages.with(&refusal.key(), &why);
            item.stage = Stage::Refused(refusal);
            item.reading = None;
            let name = ("name", name.as_str().into());
            state
                .notices
                .say("import-file-refused", vec![name, ("why", why.into())]);
        }
    }
    go_on(state, effects);
}

/// Reads a file anew, as it is to be read now.
pub(super) fn again(state: &mut State, number: u32, effects: &mut Effects) {
    let Some(import) = &mut state.import else {
        return;
    };
    if let Some(item) = import.file_mut(number) {
        effects.extend(item.job().map(Effect::CancelForeign));
        item.stage = Stage::Waiting;
    }
    go_on(state, effects);
}

/// Reads a file anew, as at first.
pub(super) fn read_again(state: &mut State, number: u32, effects: &mut Effects) {
    if let Some(item) = state
        .import
        .as_mut()
        .and_then(|import| import.file_mut(number))
    {
        item.choice = Choice::default();
    }
    again(state, number, effects);
}

/// Leaves a file out. The last one ends the import.
pub(super) fn remove(state: &mut State, number: u32, effects: &mut Effects) {
    let Some(import) = &mut state.import else {
        return;
    };
    let Some(place) = import.files.iter().position(|item| item.number == number) else {
        return;
    };
    let item = import.files.remove(place);
    effects.extend(item.job().map(Effect::CancelForeign));
    effects.push(Effect::ForgetFiles(vec![number]));
    import.drop_unused_newcomers();
    if import.files.is_empty() {
        return super::cancel(state, effects);
    }
    let next = import.files[place.min(import.files.len() - 1)].number;
    import.chosen = Some(next);
    import.looking = false;
    effects.push(Effect::Focus(format!("import-row-{next}")));
    go_on(state, effects);
}
