//! Making a study of the example, a part a task, stored in one transaction.

use super::{Action, Work, example};
use crate::app::action::Action as AnyAction;
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects, Write};
use crate::app::fault::{Code, Fault};
use crate::app::keeping::card::StudyCard;
use crate::app::setting::Person;
use crate::app::state::State;
use crate::formats::example::Example;
use crate::ledger::{Actor, Ledger};
use crate::study::edit::Edit;
use crate::study::id::Stamp;
use crate::study::text::TextHash;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

/// The example, while it is being made.
pub struct Building {
    ledger: Ledger,
    parts: VecDeque<Edit>,
    texts: Vec<(TextHash, Rc<Vec<u8>>)>,
    card: StudyCard,
}

impl fmt::Debug for Building {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Building({} parts to go)", self.parts.len())
    }
}

/// Asks for the example.
pub(super) fn ask(state: &mut State, effects: &mut Effects) {
    if state.desk.is_none() && !state.start.is_busy() {
        state.start.work = Some(Work::Example);
        effects.push(Effect::ReadExample);
    }
}

/// The example is there: what it becomes is worked out, and writing begins.
pub(super) fn begin(
    state: &mut State,
    answer: Result<Box<Example>, Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let read = match answer {
        Ok(read) => read,
        Err(fault) => {
            state.start.work = None;
            return state.notices.fault(&fault);
        }
    };
    let me = state.settings.coder.clone().unwrap_or_else(|| Person {
        id: stamp.id(),
        name: state.messages.text("example-coder"),
    });
    let made = example::make(&read, &me, stamp);
    state.start.building = Some(Building {
        ledger: Ledger::new(Actor::new(stamp)),
        parts: made.parts.into(),
        texts: made.texts,
        card: StudyCard {
            id: stamp.id(),
            created: stamp.at(),
            me: me.id,
            ..StudyCard::default()
        },
    });
    effects.push(next());
}

fn next() -> Effect {
    Effect::Later(0, Box::new(AnyAction::Start(Action::BuildExample)))
}

/// Writes the next part; after the last the study is stored and opened. There is nothing to undo
/// yet: how it was made is not something that a person did.
pub(super) fn go_on(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(mut building) = state.start.building.take() else {
        return;
    };
    if state.desk.is_some() {
        // Another study was opened meanwhile: nothing of this one is stored yet.
        state.start.work = None;
        return;
    }
    if let Some(part) = building.parts.pop_front() {
        let written = building.ledger.apply(&part, building.card.me, stamp.at());
        match written {
            Ok(()) => {
                state.start.building = Some(building);
                effects.push(next());
            }
            Err(why) => {
                state.start.work = None;
                let fault = Fault::new(Code::EditFailed, why.to_string());
                state.notices.fault(&fault);
            }
        }
        return;
    }
    state.start.work = None;
    let texts = building.texts.iter();
    let mut writes: Vec<_> = texts
        .map(|(hash, bytes)| Write::Text {
            hash: *hash,
            bytes: bytes.to_vec(),
        })
        .collect();
    let chunks = building.ledger.unsaved().into_iter();
    writes.extend(chunks.map(|saved| Write::Chunk {
        home: saved.home,
        seq: stamp.id(),
        bytes: saved.bytes,
    }));
    let mut desk = Desk::new(building.ledger, building.card);
    for (hash, bytes) in &building.texts {
        // A text that was made a moment ago can be read; were it not, storage would be asked.
        let _ = desk.texts.take_in(*hash, bytes);
    }
    desk.renew_card(stamp.at());
    writes.push(Write::Card(desk.card.clone()));
    effects.push(Effect::Listen(Some(desk.id())));
    state.desk = Some(desk);
    state.write(writes, None, effects);
    effects.push(Effect::Focus("page".into()));
}
