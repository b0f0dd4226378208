//! Doing an edit, taking it back, doing it again.

use crate::app::effect::{Effect, Effects, News, Write};
use crate::app::fault::{Code, Fault};
use crate::app::history::Step;
use crate::app::reading::{self, marks::Extent};
use crate::app::state::State;
use crate::study::edit::Edit;
use crate::study::id::{Stamp, StudyId};

impl State {
    /// Does an edit and asks for it to be stored. Answers whether it was done.
    pub fn edit(&mut self, edit: Edit, stamp: &mut Stamp, effects: &mut Effects) -> bool {
        self.edit_with(edit, Vec::new(), stamp, effects)
    }

    /// Does an edit together with other writes, such as the text that it needs.
    pub fn edit_with(
        &mut self,
        edit: Edit,
        others: Vec<Write>,
        stamp: &mut Stamp,
        effects: &mut Effects,
    ) -> bool {
        if edit.is_empty() {
            return false;
        }
        if !self.apply(&edit, Code::EditFailed, stamp) {
            return false;
        }
        let Some(desk) = &mut self.desk else {
            return false;
        };
        let step = Step {
            seq: stamp.id(),
            edit,
            undone: false,
        };
        let forgotten = desk.history.push(step.clone());
        self.keep(step, forgotten, others, stamp, effects);
        true
    }

    fn apply(&mut self, edit: &Edit, code: Code, stamp: &Stamp) -> bool {
        let Some(desk) = &mut self.desk else {
            return false;
        };
        let me = desk.card.me;
        match desk.ledger.apply(edit, me, stamp.at()) {
            Ok(()) => {
                desk.study_changed(Extent::Changes(&edit.changes));
                true
            }
            Err(why) => {
                self.notices.fault(&Fault::new(code, why.to_string()));
                false
            }
        }
    }

    /// Asks for everything to be stored that the ledger has not handed out yet.
    fn keep(
        &mut self,
        step: Step,
        forgotten: Vec<crate::study::id::Id>,
        mut writes: Vec<Write>,
        stamp: &mut Stamp,
        effects: &mut Effects,
    ) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        let chunks: Vec<_> = desk
            .ledger
            .unsaved()
            .into_iter()
            .map(|saved| (saved.home, saved.bytes))
            .collect();
        writes.extend(chunks.iter().map(|(home, bytes)| Write::Chunk {
            home: *home,
            seq: stamp.id(),
            bytes: bytes.clone(),
        }));
        writes.push(Write::Step(step.clone()));
        if !forgotten.is_empty() {
            writes.push(Write::ForgetSteps(forgotten.clone()));
        }
        desk.renew_card(stamp.at());
        writes.push(Write::Card(desk.card.clone()));
        let news = News {
            chunks,
            step: Some(step),
            forgotten,
            end: None,
        };
        self.write(writes, Some(news), effects);
        reading::open::follow_text(self, effects);
    }
}

/// Takes the last step back.
pub(super) fn undo(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let Some(step) = desk.history.last_done().cloned() else {
        match (desk.history.more, desk.history.oldest()) {
            (true, Some(before)) => effects.push(Effect::ReadSteps {
                study: desk.id(),
                before,
            }),
            _ => state.notices.say("nothing-to-undo", Vec::new()),
        }
        return;
    };
    turn(state, &step, true, stamp, effects);
}

/// Does the last undone step again.
pub(super) fn redo(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let step = state
        .desk
        .as_ref()
        .and_then(|desk| desk.history.first_undone().cloned());
    match step {
        Some(step) => turn(state, &step, false, stamp, effects),
        None => state.notices.say("nothing-to-redo", Vec::new()),
    }
}

fn turn(state: &mut State, step: &Step, back: bool, stamp: &mut Stamp, effects: &mut Effects) {
    let edit = if back {
        step.edit.inverse()
    } else {
        step.edit.clone()
    };
    if !state.apply(&edit, Code::UndoFailed, stamp) {
        return;
    }
    let Some(desk) = &mut state.desk else {
        return;
    };
    let Some(step) = desk.history.mark(step.seq, back) else {
        return;
    };
    let what = state.messages.text(&format!("act-{}", step.edit.act.key()));
    let key = if back { "undone" } else { "redone" };
    state.notices.say(key, vec![("what", what.into())]);
    state.keep(step, Vec::new(), Vec::new(), stamp, effects);
    state.leave_missing_page(effects);
}

/// Older steps were read: the undo that asked for them goes on.
pub(super) fn steps_read(
    state: &mut State,
    study: StudyId,
    answer: Result<(Vec<Step>, bool), Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = state.desk.as_mut().filter(|desk| desk.id() == study) else {
        return;
    };
    match answer {
        Ok((steps, more)) => {
            desk.history.prepend(steps, more);
            if desk.history.last_done().is_some() {
                undo(state, stamp, effects);
            }
        }
        Err(fault) => state.notices.fault(&fault),
    }
}
