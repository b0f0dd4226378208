//! Bringing a transcript to the screen: its record, then its text.

use crate::app::desk::Page;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::id::{ExcerptId, TranscriptId};

/// Shows a transcript, from its first line.
pub(in crate::app) fn show(state: &mut State, id: TranscriptId, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    if desk.reading.transcript != Some(id) {
        desk.reading = super::Reading {
            transcript: Some(id),
            target: None,
        };
    }
    ask_for_text(state, id, effects);
}

/// Shows a passage in its transcript.
pub(in crate::app) fn show_excerpt(state: &mut State, id: ExcerptId, effects: &mut Effects) {
    let transcript = state
        .desk
        .as_ref()
        .and_then(|desk| desk.study().live_excerpt(id))
        .map(|excerpt| excerpt.transcript);
    if let Some(transcript) = transcript {
        state.go(Page::Transcript(transcript), effects);
        if let Some(desk) = &mut state.desk {
            desk.reading.target = Some(id);
        }
    }
}

/// Asks for the text of a transcript unless it is there or on its way.
pub(in crate::app) fn ask_for_text(state: &mut State, id: TranscriptId, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let Some(transcript) = desk.ledger.study().transcripts.get(&id) else {
        return;
    };
    let hash = transcript.current_text();
    desk.reading.transcript = Some(id);
    if desk.texts.ask(hash) {
        effects.push(Effect::ReadText(desk.card.id, hash));
    }
}

/// A text arrived, or the study changed elsewhere: what the screen shows may be another now.
pub(in crate::app) fn text_arrived(_: &mut State) {}
