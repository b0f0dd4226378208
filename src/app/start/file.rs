//! Study files on their way in: checked whole, compared with the study of the same name if there is
//! one, and stored in one transaction.
//!
//! Invariant: until everything was checked and, where needed, decided, nothing is stored; and
//! whatever is decided, nothing that was stored before is lost.

use super::{Action, Purpose, Work, shelf};
use crate::app::action::Action as AnyAction;
use crate::app::dialog::Dialog;
use crate::app::effect::{Batch, Effect, Effects, End, News, Write};
use crate::app::fault::{Code, Fault};
use crate::app::keeping::open;
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::formats::study_file::Package;
use crate::ledger::{self, Actor, Ledger, Standing};
use crate::study::edit::Home;
use crate::study::id::{CoderId, Stamp};
use std::collections::VecDeque;

/// A study file on its way in.
#[derive(Debug)]
pub struct Incoming {
    /// The file's name.
    pub name: String,
    /// What it holds.
    pub package: Package,
    /// The study of the same name on this machine.
    stored: Option<Package>,
    /// Documents that are still to be checked.
    unchecked: VecDeque<Home>,
    /// How it stands to the stored study.
    standing: Standing,
    /// Whether a part of it could not be read.
    lossy: bool,
    /// What has to be asked, once everything was checked.
    pub question: Option<Question>,
}

/// What has to be asked before a file is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A part of it cannot be read.
    Lossy,
    /// It continues the study that is stored here.
    Ahead,
    /// It and the stored study each hold what the other lacks.
    Apart,
}

/// What is done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It becomes a study of its own.
    Copy,
    /// What it brings is added to the stored study, which has nothing that the file lacks.
    Update,
    /// It takes the place of the stored study, which goes into the bin as a study of its own.
    Replace,
}

/// A file was read.
pub(super) fn read(
    state: &mut State,
    name: String,
    answer: Result<Box<Package>, Fault>,
    effects: &mut Effects,
) {
    let package = answer.and_then(|package| match package.documents.get(&Home::Study) {
        Some(_) => Ok(*package),
        None => Err(Fault::new(Code::FileDamaged, Home::Study.to_string())),
    });
    let package = match package {
        Ok(package) => package,
        Err(fault) => {
            state.start.work = None;
            return state.notices.fault(&fault);
        }
    };
    let known = state.start.card(package.study).is_some();
    let study = package.study;
    state.start.work = Some(Work::File(name.clone()));
    state.start.incoming = Some(Incoming {
        name,
        unchecked: package.documents.keys().copied().collect(),
        package,
        stored: None,
        standing: Standing::Same,
        lossy: false,
        question: None,
    });
    effects.push(match known {
        true => Effect::ReadPackage(study),
        false => next(),
    });
}

/// The stored study of the same name was read, to compare with; none when it cannot be read, and
/// then the two count as apart.
pub(super) fn stored_read(state: &mut State, stored: Option<Box<Package>>, effects: &mut Effects) {
    let Some(incoming) = &mut state.start.incoming else {
        return;
    };
    match stored {
        None => incoming.standing = Standing::Apart,
        Some(stored) => {
            let file = &incoming.package;
            if file
                .texts
                .keys()
                .any(|hash| !stored.texts.contains_key(hash))
            {
                incoming.standing = incoming.standing.and(Standing::Ahead);
            }
            if stored
                .documents
                .keys()
                .any(|home| !file.documents.contains_key(home))
            {
                incoming.standing = incoming.standing.and(Standing::Behind);
            }
            incoming.stored = Some(*stored);
        }
    }
    effects.push(next());
}

fn next() -> Effect {
    Effect::Later(0, Box::new(AnyAction::Start(Action::CheckFile)))
}

/// Checks one document; after the last it is clear what is to be done.
pub(super) fn check(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(incoming) = &mut state.start.incoming else {
        return;
    };
    if let Some(home) = incoming.unchecked.pop_front() {
        incoming.check(home);
        effects.push(next());
        return;
    }
    let (study, lossy, standing) = (incoming.package.study, incoming.lossy, incoming.standing);
    let known = state.start.card(study).is_some();
    let question = match (lossy, known, standing) {
        (true, ..) => Some(Question::Lossy),
        (_, true, Standing::Ahead) => Some(Question::Ahead),
        (_, true, Standing::Apart) => Some(Question::Apart),
        _ => None,
    };
    match question {
        Some(question) => {
            if let Some(incoming) = &mut state.start.incoming {
                incoming.question = Some(question);
            }
            state.dialog = Some(Dialog::StudyFile);
        }
        None if known => open_stored(state, effects),
        None => store_new(state, false, stamp, effects),
    }
}

impl Incoming {
    fn check(&mut self, home: Home) {
        let parts = &self.package.documents[&home];
        let stored = self.stored.as_ref();
        let theirs = stored.map(|stored| stored.documents.get(&home));
        let standing = match theirs {
            None => Standing::Same,
            Some(None) => Standing::Ahead,
            Some(Some(stored)) => ledger::compare(stored, parts),
        };
        self.standing = self.standing.and(standing);
        match ledger::compact(parts) {
            Ok(whole) => {
                self.package.documents.insert(home, vec![whole]);
            }
            Err(_) => self.lossy = true,
        }
    }
}

/// The file brings nothing that is not here: the stored study is opened.
fn open_stored(state: &mut State, effects: &mut Effects) {
    let Some(incoming) = state.start.incoming.take() else {
        return;
    };
    state.start.work = None;
    let study = incoming.package.study;
    let file = vec![("name", incoming.name.into())];
    state.notices.show(Tone::Hint, "file-nothing-new", file);
    if state
        .start
        .card(study)
        .is_some_and(|card| card.binned.is_some())
    {
        shelf::restore(state, study, effects);
    }
    open::begin(state, study, effects);
}

/// What to do was decided.
pub(super) fn decide(
    state: &mut State,
    decision: Decision,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let question = state.start.incoming.as_ref();
    let Some(question) = question.and_then(|incoming| incoming.question) else {
        return;
    };
    state.dialog = None;
    match (decision, question) {
        (Decision::Copy, _) => store_new(state, true, stamp, effects),
        (Decision::Update, Question::Ahead) => update(state, stamp, effects),
        (Decision::Replace, Question::Apart) => replace(state, stamp, effects),
        _ => put_away(state),
    }
}

/// The file is not wanted after all.
pub(super) fn put_away(state: &mut State) {
    state.start.incoming = None;
    state.start.work = None;
    state.dialog = None;
}

/// Stores the file as a study of its own, under its own name or, as a copy, under a new one.
fn store_new(state: &mut State, copy: bool, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(incoming) = state.start.incoming.take() else {
        return;
    };
    let mut package = incoming.package;
    let known = state.start.card(package.study).is_some();
    if copy && known {
        shelf::rename(state, &mut package, stamp);
    }
    let me = who(state, &package, stamp);
    let mut card = shelf::card_of(&package, me, stamp);
    if !known {
        card.id = package.study;
    }
    effects.push(Effect::Store {
        purpose: Purpose::Open(card.id),
        batches: vec![shelf::batch(package, card, stamp)],
    });
}

/// Adds what the file brings to the stored study.
fn update(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(incoming) = state.start.incoming.take() else {
        return;
    };
    let package = incoming.package;
    let study = package.study;
    let Some(mut card) = state.start.card(study).cloned() else {
        return;
    };
    card.binned = None;
    card.modified = stamp.at();
    let chunks = package.documents.iter();
    let chunks = chunks.flat_map(|(home, parts)| parts.iter().map(|part| (*home, part.clone())));
    let news = News {
        chunks: chunks.collect(),
        ..News::default()
    };
    let mut writes = shelf::contents(package, stamp);
    writes.push(Write::Card(card));
    effects.push(Effect::Store {
        batches: vec![Batch {
            study,
            writes,
            news: Some(news),
        }],
        purpose: Purpose::Open(study),
    });
}

/// Puts the file in the place of the stored study, which is kept in the bin under a new name.
fn replace(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(incoming) = state.start.incoming.take() else {
        return;
    };
    let study = incoming.package.study;
    let package = incoming.package;
    let (Some(old), Some(stored)) = (state.start.card(study).cloned(), incoming.stored) else {
        // What is stored could not be read, so it cannot be kept: it stays where it is.
        state.start.work = None;
        return state.notices.fault(&Fault::new(Code::DocumentDamaged, ""));
    };
    let mut card = shelf::card_of(&package, who(state, &package, stamp), stamp);
    let kept = crate::app::keeping::card::StudyCard {
        id: card.id,
        binned: Some(stamp.at()),
        ..old
    };
    card.id = study;
    let mut fresh = shelf::batch(package, card, stamp);
    fresh.writes.insert(0, Write::Clear);
    fresh.news = Some(News {
        end: Some(End::Replaced),
        ..News::default()
    });
    effects.push(Effect::Store {
        batches: vec![shelf::batch(stored, kept, stamp), fresh],
        purpose: Purpose::Open(study),
    });
}

/// Who works on a study that comes from elsewhere: whom this machine remembers, if they are among
/// its coders, else for now the one who joined first.
fn who(state: &State, package: &Package, stamp: &mut Stamp) -> CoderId {
    let mut ledger = Ledger::new(Actor::new(stamp));
    let parts = package.documents.get(&Home::Study);
    if let Some(parts) = parts {
        // What cannot be read of it was told already.
        let _ = ledger.load(Home::Study, parts);
    }
    let coders = &ledger.study().coders;
    let remembered = state.settings.coder.as_ref().map(|coder| coder.id);
    let remembered = remembered.filter(|id| coders.contains_key(id));
    let first = || coders.values().min_by_key(|coder| (coder.at, coder.id));
    remembered
        .or_else(|| first().map(|coder| coder.id))
        .unwrap_or_else(|| stamp.id())
}
