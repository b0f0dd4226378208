//! Beginning a study.

use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects};
use crate::app::keeping::card::StudyCard;
use crate::app::setting::Person;
use crate::app::state::State;
use crate::ledger::{Actor, Ledger};
use crate::study::act::Hand;
use crate::study::id::Stamp;
use crate::study::record::details::StudyDetails;

/// Begins a study and opens it. What is begun is stored in one transaction; where storage fails,
/// the study stands in memory and says so.
pub(super) fn begin(
    state: &mut State,
    title: &str,
    question: &str,
    coder: &str,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let (title, coder) = (title.trim(), coder.trim());
    if title.is_empty() || coder.is_empty() || state.desk.is_some() {
        return;
    }
    let person = state.person_named(coder, stamp);
    state.remember_coder(person.clone(), effects);
    let details = StudyDetails {
        title: title.to_owned(),
        question: question.trim().to_owned(),
        ..StudyDetails::default()
    };
    let ledger = Ledger::new(Actor::new(stamp));
    let edit = Hand::new(ledger.study(), person.id, stamp).begin_study(&details, &person.name);
    let card = StudyCard {
        id: stamp.id(),
        created: stamp.at(),
        me: person.id,
        ..StudyCard::default()
    };
    effects.push(Effect::Listen(Some(card.id)));
    state.desk = Some(Desk::new(ledger, card));
    state.dialog = None;
    state.edit(edit, stamp, effects);
    effects.push(Effect::Focus("page".into()));
}

impl State {
    /// The coder of that name: the one that this machine remembers, or a new one.
    pub(in crate::app) fn person_named(&self, name: &str, stamp: &mut Stamp) -> Person {
        let known = self.settings.coder.as_ref();
        known
            .filter(|known| known.name == name)
            .cloned()
            .unwrap_or_else(|| Person {
                id: stamp.id(),
                name: name.to_owned(),
            })
    }
}
