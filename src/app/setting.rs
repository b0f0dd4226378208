//! Settings of this machine: what holds for every study here and travels with none of them.

use super::effect::{Effect, Effects};
use super::state::State;
use crate::study::id::CoderId;
use serde::{Deserialize, Serialize};

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Who worked here last, so that the same person is the same coder in every study.
    pub coder: Option<Person>,
}

/// A coder, as this machine remembers them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Their name among the records of every study.
    pub id: CoderId,
    /// The name that is shown.
    pub name: String,
}

impl State {
    /// Remembers who works here.
    pub(in crate::app) fn remember_coder(&mut self, coder: Person, effects: &mut Effects) {
        if self.settings.coder.as_ref() != Some(&coder) {
            self.settings.coder = Some(coder);
            self.keep_settings(effects);
        }
    }

    /// Stores the settings as they stand.
    pub(in crate::app) fn keep_settings(&self, effects: &mut Effects) {
        effects.push(Effect::KeepSettings(self.settings.clone()));
    }
}
