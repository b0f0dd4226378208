//! The team: who is in it, and who of them works here.

use super::act;
use super::field::CoderField;
use crate::app::effect::{Effect, Effects, Write};
use crate::app::setting::Person;
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::id::{CoderId, Stamp};
use crate::study::record::coder::Coder;

/// Sets a field of a coder. Whoever works here is remembered under the new name.
pub(super) fn set(
    state: &mut State,
    id: CoderId,
    field: CoderField,
    value: String,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    act(state, stamp, effects, |hand| {
        hand.edit_coder(id, |coder| *field.of_mut(coder) = value)
    });
    if state.desk.as_ref().is_some_and(|desk| desk.me() == id) {
        remember(state, id, effects);
    }
}

/// Somebody of the team works here from now on.
pub(super) fn work_as(state: &mut State, id: CoderId, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let Some(coder) = desk.ledger.study().coders.get(&id) else {
        return;
    };
    let name = vec![("name", coder.name.as_str().into())];
    desk.card.me = id;
    let card = desk.card.clone();
    close(state, effects);
    state.notices.say("working-as", name);
    state.write(vec![Write::Card(card)], None, effects);
    remember(state, id, effects);
}

/// Somebody new works here from now on: they join the team, by their own hand.
pub(super) fn join(state: &mut State, name: &str, stamp: &mut Stamp, effects: &mut Effects) {
    let name = name.trim();
    if name.is_empty() {
        return;
    }
    let person = state.person_named(name, stamp);
    let Some(desk) = &mut state.desk else {
        return;
    };
    desk.card.me = person.id;
    let hand = Hand::new(desk.ledger.study(), person.id, stamp);
    let edit = hand.edit_coder(person.id, |coder| {
        coder.name.clone_from(&person.name);
        coder.initials = Coder::initials_of(&person.name);
    });
    state.edit(edit, stamp, effects);
    work_as(state, person.id, effects);
}

/// Closes the question. Where it came before everything else, the page gets the keyboard.
pub(super) fn close(state: &mut State, effects: &mut Effects) {
    state.dialog = None;
    let details = state.desk.as_mut().map(|desk| &mut desk.details);
    if details.is_some_and(|details| std::mem::take(&mut details.asked_first)) {
        effects.push(Effect::Focus("page".into()));
    }
}

fn remember(state: &mut State, id: CoderId, effects: &mut Effects) {
    let desk = state.desk.as_ref();
    let coder = desk.and_then(|desk| desk.study().coders.get(&id));
    if let Some(name) = coder.map(|coder| coder.name.clone()) {
        state.remember_coder(Person { id, name }, effects);
    }
}
