//! The one place where state changes.

use super::action::Action;
use super::dialog::Dialog;
use super::effect::{Effect, Effects};
use super::state::State;
use super::{codebook, command, details, import, journal, keeping, reading, start, table};
use crate::study::id::Stamp;

/// Performs an action: writes the state and answers what is to be done outside.
#[must_use]
pub fn update(state: &mut State, action: Action, mut stamp: Stamp) -> Effects {
    let mut effects = Effects::new();
    perform(state, action, &mut stamp, &mut effects);
    effects
}

/// Performs an action on behalf of another.
pub(super) fn perform(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Mounted => effects.extend([
            Effect::ReadSettings,
            Effect::ListStudies,
            Effect::MeasureRoom,
        ]),
        Action::Start(action) => start::update(state, action, stamp, effects),
        Action::Keeping(action) => keeping::update(state, action, stamp, effects),
        Action::Reading(action) => reading::update(state, action, stamp, effects),
        Action::Codebook(action) => codebook::update(state, action, stamp, effects),
        Action::Table(action) => table::update(state, action, stamp, effects),
        Action::Journal(action) => journal::update(state, action, stamp, effects),
        Action::Details(action) => details::update(state, action, stamp, effects),
        Action::Import(action) => import::update(state, action, stamp, effects),
        Action::Command(action) => command::update(state, action, stamp, effects),
        Action::Go(page) => state.go(page, effects),
        Action::Open(dialog) => open(state, dialog, effects),
        Action::CloseDialog => state.dialog = None,
        Action::Dismiss(number) => state.notices.dismiss(number),
    }
}

fn open(state: &mut State, dialog: Dialog, effects: &mut Effects) {
    if dialog == Dialog::Command {
        command::opened(state, effects);
    }
    state.dialog = Some(dialog);
}
