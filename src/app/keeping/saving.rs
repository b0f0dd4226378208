//! Writes on their way: one transaction at a time, so that their order holds whatever fails.
//!
//! Invariant: what storage has not confirmed is held here, in order. After a failure nothing more is
//! sent until the same transaction is tried again; an answer counts only for the transaction that is
//! under way.

use crate::app::action::Action as AnyAction;
use crate::app::desk::Desk;
use crate::app::dialog::Dialog;
use crate::app::effect::{Effect, Effects, News, Write};
use crate::app::fault::Fault;
use crate::app::keeping::{Action, open};
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::study::id::Stamp;

/// How many chunks a document may have before they are put together.
const CHUNKS_BEFORE_COMPACTING: u32 = 128;

/// What is stored and what is not.
#[derive(Debug, Default)]
pub struct Saving {
    /// The transaction that storage has not answered yet, or that failed.
    flying: Option<Flight>,
    /// What is to be written after it.
    waiting: Flight,
    failed: Option<Fault>,
    /// What was stored may be gone: the next try writes everything that memory holds.
    whole: bool,
    /// The study is left as soon as everything is stored.
    leaving: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Flight {
    ticket: u64,
    writes: Vec<Write>,
    news: Vec<News>,
}

/// What the screen says about it.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Everything is stored.
    Saved,
    /// Storage has not confirmed yet.
    Saving,
    /// Storage failed; the work is in memory only.
    NotSaved(Fault),
}

impl Saving {
    /// What the screen says.
    #[must_use]
    pub fn state(&self) -> SaveState {
        match &self.failed {
            Some(fault) => SaveState::NotSaved(fault.clone()),
            None if self.flying.is_some() || !self.waiting.writes.is_empty() => SaveState::Saving,
            None => SaveState::Saved,
        }
    }
}

impl State {
    /// Writes to the open study, and holds what is written until storage confirms.
    pub(in crate::app) fn write(
        &mut self,
        writes: Vec<Write>,
        news: Option<News>,
        effects: &mut Effects,
    ) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        desk.saving.waiting.writes.extend(writes);
        desk.saving.waiting.news.extend(news);
        self.send(effects);
    }

    /// Sends what waits, unless a transaction is under way or failed.
    fn send(&mut self, effects: &mut Effects) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        let saving = &mut desk.saving;
        let idle = saving.flying.is_none() && saving.failed.is_none();
        if idle && !saving.waiting.writes.is_empty() {
            self.tickets += 1;
            saving.waiting.ticket = self.tickets;
            saving.flying = Some(std::mem::take(&mut saving.waiting));
            self.launch(effects);
        }
    }

    fn launch(&self, effects: &mut Effects) {
        let Some(desk) = &self.desk else {
            return;
        };
        if let Some(flight) = desk.saving.flying.clone() {
            effects.push(Effect::Write {
                ticket: flight.ticket,
                study: desk.id(),
                writes: flight.writes,
                news: flight.news,
            });
        }
    }

    fn offer_file(&mut self, fault: &Fault) {
        let offer = ("save-study-file", AnyAction::Keeping(Action::SaveStudyFile));
        let offer = self.desk.as_ref().map(|_| offer);
        self.notices
            .offer(Tone::Fault, fault.key(), fault.arguments(), offer);
    }
}

/// Storage answered.
pub(super) fn written(
    state: &mut State,
    ticket: u64,
    answer: Result<(), Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let under_way = desk.saving.flying.take_if(|flight| flight.ticket == ticket);
    let Some(flight) = under_way else {
        return;
    };
    match answer {
        Ok(()) => {
            desk.count_chunks(&flight.writes, stamp, effects);
            // Where storage was lost meanwhile, only everything counts.
            if !desk.saving.whole {
                desk.saving.failed = None;
            }
            state.send(effects);
            leave_when_stored(state, effects);
        }
        Err(fault) => {
            desk.saving.flying = Some(flight);
            desk.saving.failed = Some(fault.clone());
            desk.saving.leaving = false;
            state.offer_file(&fault);
        }
    }
}

/// Tries again what failed, in order.
pub(super) fn write_again(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    if desk.saving.failed.take().is_none() {
        return;
    }
    if std::mem::take(&mut desk.saving.whole) {
        let mut all = desk.saving.flying.take().unwrap_or_default();
        let waiting = std::mem::take(&mut desk.saving.waiting);
        all.writes.extend(waiting.writes);
        all.writes.extend(desk.everything(stamp));
        all.news.extend(waiting.news);
        desk.saving.waiting = all;
        state.send(effects);
    } else if desk.saving.flying.is_some() {
        state.launch(effects);
    } else {
        state.send(effects);
    }
}

/// What was stored may be gone: the work stays in memory, can be saved as a file, and is written
/// anew as a whole when it is tried again.
pub(super) fn storage_lost(state: &mut State, fault: &Fault) {
    if let Some(desk) = &mut state.desk {
        desk.saving.failed = Some(fault.clone());
        desk.saving.whole = true;
        desk.saving.leaving = false;
    }
    state.offer_file(fault);
}

/// Leaves the study as soon as everything is stored; asks first when that failed.
pub(super) fn leave(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    match desk.saving.state() {
        SaveState::NotSaved(_) => state.dialog = Some(Dialog::LeaveUnsaved),
        SaveState::Saving => desk.saving.leaving = true,
        SaveState::Saved => open::leave(state, effects),
    }
}

fn leave_when_stored(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    if desk.saving.leaving && desk.saving.state() == SaveState::Saved {
        open::leave(state, effects);
    }
}

impl Desk {
    /// Counts the chunks that were stored and has long rows of them put together.
    fn count_chunks(&mut self, writes: &[Write], stamp: &mut Stamp, effects: &mut Effects) {
        for write in writes {
            let Write::Chunk { home, .. } = write else {
                continue;
            };
            let count = self.chunks.entry(*home).or_default();
            *count += 1;
            if *count >= CHUNKS_BEFORE_COMPACTING {
                *count = 1;
                effects.push(Effect::Compact(self.card.id, *home, stamp.id()));
            }
        }
    }

    /// Everything of the study that memory holds.
    fn everything(&self, stamp: &mut Stamp) -> Vec<Write> {
        let documents = self.whole_homes().map(|home| Write::Chunk {
            home,
            seq: stamp.id(),
            bytes: self.ledger.save(home),
        });
        let mut writes: Vec<_> = documents.collect();
        let texts = self.texts.to_bytes().into_iter();
        writes.extend(texts.map(|(hash, bytes)| Write::Text { hash, bytes }));
        let steps = self.history.steps().iter();
        writes.extend(steps.map(|step| Write::Step(step.clone())));
        writes.push(Write::Card(self.card.clone()));
        writes
    }
}
