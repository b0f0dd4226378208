//! Correcting words in place: a new version of the text, stored together with the edit that names
//! it, so that neither is ever there without the other.

use super::palette::{Mode, Palette};
use super::selection::Selection;
use super::{Screen, draft};
use crate::app::effect::{Effect, Effects, Write};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::carry;
use crate::study::id::Stamp;
use crate::study::position::CharPos;
use crate::study::text::TextHash;
use std::rc::Rc;

/// The longest stretch that is corrected in one go, in characters.
const LONGEST: u32 = 2000;

/// Shows the field with the words.
pub(super) fn open(state: &mut State, effects: &mut Effects) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let range = screen.target().map(|target| target.range);
    match range {
        None => state.notices.say("reading-nothing-selected", Vec::new()),
        Some(range) if range.len() > LONGEST => {
            let limit = vec![("limit", LONGEST.into())];
            state.notices.say("reading-too-long-to-correct", limit);
        }
        Some(range) => {
            let text = screen.folio.prepared.words(range).to_owned();
            if let Some(desk) = &mut state.desk {
                desk.reading.palette = Palette {
                    mode: Mode::Correct { text },
                    hidden: false,
                };
            }
            effects.push(Effect::Focus("reading-correct".into()));
        }
    }
}

/// Something was typed.
pub(super) fn type_in(state: &mut State, typed: String) {
    if let Some(desk) = &mut state.desk
        && let Mode::Correct { text } = &mut desk.reading.palette.mode
    {
        *text = typed;
    }
}

/// Puts the words in.
pub(super) fn save(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    // A draft on words that are still to be marked would lose its place.
    draft::save(state, stamp, effects);
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let (Mode::Correct { text: typed }, Some(target)) =
        (&screen.reading.palette.mode, screen.target())
    else {
        return;
    };
    let prepared = Rc::clone(&screen.folio.prepared);
    let transcript = screen.transcript.id;
    let typed = typed.clone();
    effects.push(Effect::Focus("transcript".into()));
    if typed == prepared.words(target.range) {
        return hide(state);
    }
    let range = prepared
        .index
        .snap_range(&prepared.text.content, target.range);
    let (text, _) = carry::correct(&prepared.text, &prepared.layout, range, &typed);
    let bytes = text.to_bytes();
    let hash = TextHash::of(&bytes);
    let chars = |content: &str| u32::try_from(content.chars().count()).unwrap_or(u32::MAX);
    let length = chars(&text.content) - (prepared.index.chars() - range.len());
    let Some(desk) = &mut state.desk else {
        return;
    };
    let edit = Hand::new(desk.ledger.study(), desk.card.me, stamp)
        .correct(transcript, hash, range, length);
    if desk.texts.take_in(hash, &Rc::new(bytes.clone())).is_err() {
        return;
    }
    let writes = vec![Write::Text { hash, bytes }];
    if state.edit_with(edit, writes, stamp, effects) {
        if let Some(desk) = &mut state.desk {
            let end = CharPos(range.start().0 + length);
            desk.reading.select(Selection::at(end.into()));
        }
        state
            .notices
            .say("reading-corrected", vec![("words", typed.into())]);
    }
    hide(state);
}

fn hide(state: &mut State) {
    if let Some(desk) = &mut state.desk {
        desk.reading.palette = Palette {
            hidden: true,
            mode: Mode::Buttons,
        };
    }
}
