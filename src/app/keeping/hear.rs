//! What another tab did to the study that is open or being opened.
//!
//! Invariant: a change that was heard is never passed over: what rests on a document that is still
//! to be read waits in the ledger, and shows with it.

use super::saving::SaveState;
use super::{open, saving};
use crate::app::effect::{Effects, End, News};
use crate::app::fault::{Code, Fault};
use crate::app::notice::Tone;
use crate::app::reading::{self, marks::Extent};
use crate::app::state::State;
use crate::study::id::StudyId;

/// Another tab changed the study.
pub(super) fn heard(state: &mut State, study: StudyId, news: News, effects: &mut Effects) {
    if state.start.opening == Some(study) {
        state.start.heard.push(news);
        return;
    }
    let Some(desk) = state.desk.as_ref().filter(|desk| desk.id() == study) else {
        return;
    };
    let stored = desk.saving.state() == SaveState::Saved;
    match news.end {
        None => take_in(state, news, effects),
        Some(End::Destroyed) => storage_gone(state),
        Some(End::Replaced) if !stored => storage_gone(state),
        Some(End::Replaced) => {
            open::put_away(state, effects);
            open::begin(state, study, effects);
            state.notices.show(Tone::Hint, "study-replaced", Vec::new());
        }
    }
}

fn storage_gone(state: &mut State) {
    saving::storage_lost(state, &Fault::new(Code::StudyDestroyed, ""));
}

fn take_in(state: &mut State, news: News, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let mut trouble = None;
    for (home, bytes) in &news.chunks {
        *desk.chunks.entry(*home).or_default() += 1;
        if let Err(why) = desk.ledger.receive(*home, bytes) {
            trouble = Some(Fault::from(why));
        }
    }
    if let Some(step) = news.step {
        desk.history.learn(step, &news.forgotten);
    }
    desk.study_changed(Extent::All);
    if let Some(fault) = trouble {
        state.notices.fault(&fault);
    }
    reading::open::follow_text(state, effects);
    state.leave_missing_page(effects);
}

/// Takes in what was heard while the study was being opened.
pub(super) fn catch_up(state: &mut State, effects: &mut Effects) {
    let Some(study) = state.desk.as_ref().map(|desk| desk.id()) else {
        return;
    };
    for news in std::mem::take(&mut state.start.heard) {
        heard(state, study, news, effects);
    }
}
