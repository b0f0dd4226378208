//! A participant: adding one, their attributes.

use super::act;
use crate::app::desk::Page;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::id::{ParticipantId, Stamp};
use crate::study::record::participant::Attribute;

/// Adds a participant with the next free label and goes there.
pub(super) fn add(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let mut hand = Hand::new(desk.study(), desk.me(), stamp);
    let label = hand.next_label();
    let (id, edit) = hand.add_participant(label, String::new());
    if state.edit(edit, stamp, effects) {
        state.go_and_focus(Page::Participant(id), "pseudonym", effects);
    }
}

/// Adds an attribute without a name, which gets the keyboard.
pub(super) fn add_attribute(
    state: &mut State,
    id: ParticipantId,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    act(state, stamp, effects, |hand| {
        hand.edit_participant(id, |person| person.attributes.push(Attribute::default()))
    });
    let last = count(state, id).saturating_sub(1);
    effects.push(Effect::Focus(format!("attribute-{last}")));
}

/// Takes an attribute away; the next one gets the keyboard.
pub(super) fn remove_attribute(
    state: &mut State,
    id: ParticipantId,
    place: usize,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    if place >= count(state, id) {
        return;
    }
    act(state, stamp, effects, |hand| {
        hand.edit_participant(id, |person| {
            person.attributes.remove(place);
        })
    });
    state.notices.say("attribute-removed", Vec::new());
    let next = match count(state, id) {
        0 => "attribute-add".to_owned(),
        count => format!("attribute-{}", place.min(count - 1)),
    };
    effects.push(Effect::Focus(next));
}

fn count(state: &State, id: ParticipantId) -> usize {
    let desk = state.desk.as_ref();
    let person = desk.and_then(|desk| desk.study().participants.get(&id));
    person.map_or(0, |person| person.attributes.len())
}
