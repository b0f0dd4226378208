//! The interview guide: adding, moving and taking out questions.

use super::act;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::id::Stamp;
use crate::study::record::details::GuideEntry;

/// Adds a question with the domain and version of the one above it.
pub(super) fn add(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    act(state, stamp, effects, |hand| {
        hand.edit_details(|details| {
            let last = details.guide.last().cloned().unwrap_or_default();
            details.guide.push(GuideEntry {
                question: String::new(),
                probes: String::new(),
                ..last
            });
        })
    });
    let last = count(state).saturating_sub(1);
    effects.push(Effect::Focus(format!("question-{last}")));
}

/// Moves a question one place up or down; it keeps the keyboard.
pub(super) fn shift(
    state: &mut State,
    place: usize,
    up: bool,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let other = if up {
        place.checked_sub(1)
    } else {
        place.checked_add(1)
    };
    let Some(other) = other.filter(|other| place.max(*other) < count(state)) else {
        return;
    };
    act(state, stamp, effects, |hand| {
        hand.edit_details(|details| details.guide.swap(place, other))
    });
    let place = vec![("place", (other + 1).into())];
    state.notices.say("question-moved", place);
    effects.push(Effect::Focus(format!("question-{other}-more")));
}

/// Takes a question out; the next one gets the keyboard.
pub(super) fn remove(state: &mut State, place: usize, stamp: &mut Stamp, effects: &mut Effects) {
    if place >= count(state) {
        return;
    }
    act(state, stamp, effects, |hand| {
        hand.edit_details(|details| {
            details.guide.remove(place);
        })
    });
    state.notices.say("question-removed", Vec::new());
    let next = match count(state) {
        0 => "question-add".to_owned(),
        count => format!("question-{}", place.min(count - 1)),
    };
    effects.push(Effect::Focus(next));
}

fn count(state: &State) -> usize {
    let desk = state.desk.as_ref();
    desk.map_or(0, |desk| desk.study().details.guide.len())
}
