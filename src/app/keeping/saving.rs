//! Writes on their way, and the study as a file.

use crate::app::action::Action as AnyAction;
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects, News, Write};
use crate::app::fault::Fault;
use crate::app::keeping::Action;
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::study::id::Stamp;
use std::collections::BTreeMap;

/// How many chunks a document may have before they are put together.
const CHUNKS_BEFORE_COMPACTING: u32 = 128;

/// What is stored and what is not.
#[derive(Debug, Default)]
pub struct Saving {
    tickets: u64,
    pending: BTreeMap<u64, (Vec<Write>, Option<News>)>,
    failed: Option<Fault>,
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
        match (&self.failed, self.pending.is_empty()) {
            (Some(fault), false) => SaveState::NotSaved(fault.clone()),
            (_, false) => SaveState::Saving,
            (_, true) => SaveState::Saved,
        }
    }
}

impl Desk {
    /// Asks for a write and holds it until storage confirms.
    pub(in crate::app) fn write(
        &mut self,
        writes: Vec<Write>,
        news: Option<News>,
        effects: &mut Effects,
    ) {
        self.saving.tickets += 1;
        let ticket = self.saving.tickets;
        self.saving
            .pending
            .insert(ticket, (writes.clone(), news.clone()));
        // After a failure the order must hold: everything waits for one try of all.
        if self.saving.failed.is_none() {
            effects.push(Effect::Write {
                ticket,
                study: self.id(),
                writes,
                news,
            });
        }
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
    match answer {
        Ok(()) => {
            let Some((writes, _)) = desk.saving.pending.remove(&ticket) else {
                return;
            };
            if desk.saving.pending.is_empty() {
                desk.saving.failed = None;
            }
            for write in writes {
                if let Write::Chunk { home, .. } = write {
                    let count = desk.chunks.entry(home).or_default();
                    *count += 1;
                    if *count >= CHUNKS_BEFORE_COMPACTING {
                        *count = 1;
                        effects.push(Effect::Compact(desk.card.id, home, stamp.id()));
                    }
                }
            }
        }
        Err(fault) => {
            desk.saving.failed = Some(fault.clone());
            state.notices.offer(
                Tone::Fault,
                fault.key(),
                fault.arguments(),
                Some(("save-study-file", AnyAction::Keeping(Action::SaveStudyFile))),
            );
        }
    }
}

/// Tries everything again that was not confirmed, in order.
pub(super) fn write_again(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    desk.saving.failed = None;
    let study = desk.id();
    effects.extend(
        desk.saving
            .pending
            .iter()
            .map(|(ticket, (writes, news))| Effect::Write {
                ticket: *ticket,
                study,
                writes: writes.clone(),
                news: news.clone(),
            }),
    );
}

/// The database was closed under us: the work stays in memory and can be saved as a file.
pub(super) fn storage_lost(state: &mut State, fault: Fault) {
    if let Some(desk) = &mut state.desk {
        desk.saving.failed = Some(fault.clone());
    }
    state.notices.offer(
        Tone::Fault,
        fault.key(),
        fault.arguments(),
        Some(("save-study-file", AnyAction::Keeping(Action::SaveStudyFile))),
    );
}

/// Hands the open study to the user as a file: what is in memory from memory, since storage may be
/// what is broken, and the rest from storage.
pub(super) fn save_file(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let documents = desk
        .ledger
        .homes()
        .filter(|home| !desk.loading.contains(home))
        .map(|home| (home, desk.ledger.save(home)))
        .collect();
    effects.push(Effect::Pack {
        study: desk.card.id,
        title: desk.card.title.clone(),
        documents,
        texts: desk.texts.to_bytes(),
    });
}

/// The file is packed.
pub(super) fn packed(
    state: &mut State,
    answer: Result<(String, Vec<u8>), Fault>,
    effects: &mut Effects,
) {
    match answer {
        Ok((name, bytes)) => effects.push(Effect::SaveFile { name, bytes }),
        Err(fault) => state.notices.fault(&fault),
    }
}

/// The file was written, or the user changed their mind.
pub(super) fn file_saved(state: &mut State, answer: Result<bool, Fault>) {
    match answer {
        Ok(true) => state.notices.show(Tone::Done, "file-saved", Vec::new()),
        Ok(false) => {}
        Err(fault) => state.notices.fault(&fault),
    }
}
