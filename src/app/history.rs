//! Undo and redo: the steps of a study, from old to new, of which the last may be undone.
//!
//! Invariant: what redo can do again is the tail behind the last done step; a new step drops it.
//! Older steps may still lie in storage: `more` says so.

use crate::study::edit::Edit;
use crate::study::id::Id;
use serde::{Deserialize, Serialize};

/// One step of undo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Sorts it among the others.
    pub seq: Id,
    /// What was done.
    pub edit: Edit,
    /// Whether it was taken back.
    pub undone: bool,
}

impl Step {
    /// As it is stored.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a step is plain data and always serialises")
    }

    /// Reads what [`Step::to_bytes`] wrote; none for what another version says.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// The steps in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Step>,
    /// Whether storage holds older ones.
    pub more: bool,
}

impl History {
    /// Older steps, read from storage, from old to new.
    ///
    /// What is known already is passed over: they may have been asked for twice.
    pub fn prepend(&mut self, mut older: Vec<Step>, more: bool) {
        if let Some(oldest) = self.oldest() {
            older.retain(|step| step.seq < oldest);
        }
        self.steps.splice(0..0, older);
        self.more = more;
    }

    /// Adds a new step; answers which undone ones it drops.
    pub fn push(&mut self, step: Step) -> Vec<Id> {
        let dropped = self.steps.split_off(self.done());
        self.steps.push(step);
        dropped.into_iter().map(|step| step.seq).collect()
    }

    /// Puts in what another tab did: a step that is new or was undone or redone there.
    pub fn learn(&mut self, step: Step, forgotten: &[Id]) {
        self.steps.retain(|known| !forgotten.contains(&known.seq));
        match self
            .steps
            .binary_search_by_key(&step.seq, |known| known.seq)
        {
            Ok(place) => self.steps[place] = step,
            Err(place) => self.steps.insert(place, step),
        }
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn last_done(&self) -> Option<&Step> {
        self.done().checked_sub(1).map(|place| &self.steps[place])
    }

    /// The step that redo would do again.
    #[must_use]
    pub fn first_undone(&self) -> Option<&Step> {
        self.steps.get(self.done())
    }

    /// All steps in memory, from old to new.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The oldest step in memory.
    #[must_use]
    pub fn oldest(&self) -> Option<Id> {
        self.steps.first().map(|step| step.seq)
    }

    /// Marks a step as undone or not.
    pub fn mark(&mut self, seq: Id, undone: bool) -> Option<Step> {
        let place = self
            .steps
            .binary_search_by_key(&seq, |step| step.seq)
            .ok()?;
        self.steps[place].undone = undone;
        Some(self.steps[place].clone())
    }

    fn done(&self) -> usize {
        self.steps
            .iter()
            .rposition(|step| !step.undone)
            .map_or(0, |place| place + 1)
    }
}
