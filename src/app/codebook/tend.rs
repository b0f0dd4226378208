//! What is done to themes where they stand: wording, definition, colour, level, setting aside, the
//! bin, memos.

use super::nest::named;
use super::{Action, Side, act, focus};
use crate::app::action::Action as AnyAction;
use crate::app::effect::Effects;
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::study::act::bin::Thing;
use crate::study::act::theme::COLOURS;
use crate::study::edit::{Act, Edit};
use crate::study::id::{Stamp, ThemeId};
use crate::study::record::memo::About;
use crate::study::record::theme::Level;

/// Changes a theme's wording; one without words is not taken.
pub(super) fn reword(
    state: &mut State,
    id: ThemeId,
    text: &str,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let text = text.trim();
    if !text.is_empty() {
        act(state, stamp, effects, |hand| {
            hand.edit_theme(id, |theme| theme.name = text.to_owned())
        });
    }
}

/// Changes a theme's definition.
pub(super) fn define(
    state: &mut State,
    id: ThemeId,
    text: &str,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    act(state, stamp, effects, |hand| {
        hand.edit_theme(id, |theme| theme.definition = text.trim().to_owned())
    });
}

/// Changes the colour of themes.
pub(super) fn recolour(
    state: &mut State,
    ids: &[ThemeId],
    colour: u8,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let done = act(state, stamp, effects, |hand| {
        let changes = ids.iter().flat_map(|id| {
            hand.edit_theme(*id, |theme| theme.colour = colour % COLOURS)
                .changes
        });
        Edit::new(Act::EditTheme, changes)
    });
    if done {
        let name = named(state, ids);
        let colour = state.messages.text(&format!("colour-{colour}"));
        let said = vec![("name", name.into()), ("colour", colour.into())];
        state.notices.say("codebook-recoloured", said);
    }
}

/// Puts a theme on a level.
pub(super) fn set_level(
    state: &mut State,
    id: ThemeId,
    level: Level,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    act(state, stamp, effects, |hand| hand.level_theme(id, level));
}

/// Sets themes aside, or brings them back.
pub(super) fn retire(
    state: &mut State,
    ids: &[ThemeId],
    retired: bool,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let name = named(state, ids);
    if act(state, stamp, effects, |hand| hand.retire(ids, retired)) {
        let key = if retired {
            "codebook-retired"
        } else {
            "codebook-restored"
        };
        state
            .notices
            .all
            .retain(|notice| notice.key != "codebook-retired");
        let side = side(state);
        if retired {
            let back = Action::Retire(ids.to_vec(), false);
            offer(state, key, name, "codebook-restore", back);
        } else {
            state.notices.say(key, vec![("name", name.into())]);
            if let Some(first) = ids.first() {
                super::walk::go_to(state, side, *first);
            }
        }
        focus(side, effects);
    }
}

/// Puts themes into the bin.
pub(super) fn bin(
    state: &mut State,
    side: Side,
    ids: &[ThemeId],
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let name = named(state, ids);
    let things: Vec<_> = ids.iter().copied().map(Thing::Theme).collect();
    if act(state, stamp, effects, |hand| hand.bin_all(&things)) {
        let back = Action::Unbin(ids.to_vec());
        offer(state, "codebook-binned", name, "codebook-unbin", back);
        focus(side, effects);
    }
}

/// Takes themes out of the bin.
pub(super) fn unbin(state: &mut State, ids: &[ThemeId], stamp: &mut Stamp, effects: &mut Effects) {
    let done = act(state, stamp, effects, |hand| {
        let changes = ids
            .iter()
            .flat_map(|id| hand.unbin(Thing::Theme(*id)).changes);
        Edit::new(Act::Unbin, changes)
    });
    state
        .notices
        .all
        .retain(|notice| notice.key != "codebook-binned");
    if done {
        let side = side(state);
        if let Some(first) = ids.first() {
            super::walk::go_to(state, side, *first);
        }
        let said = vec![("name", named(state, ids).into())];
        state.notices.say("codebook-unbinned", said);
        focus(side, effects);
    }
}

/// Says what was done and offers to take just that back.
fn offer(state: &mut State, key: &str, name: String, label: &'static str, back: Action) {
    let said = vec![("name", name.into())];
    state.notices.say(key, said.clone());
    let back = AnyAction::Codebook(back);
    state
        .notices
        .offer(Tone::Done, key, said, Some((label, back)));
}

/// Writes a memo about a theme.
pub(super) fn memo(
    state: &mut State,
    id: ThemeId,
    text: &str,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let done = act(state, stamp, effects, |hand| {
        hand.memo(About::Theme(id), String::new(), text.to_owned())
            .1
    });
    if done {
        state.notices.say("codebook-memo-written", Vec::new());
    }
}

fn side(state: &State) -> Side {
    state
        .desk
        .as_ref()
        .map_or(Side::Study, |desk| desk.codebook.side)
}
