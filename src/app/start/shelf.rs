//! What is done to studies without opening them: copying, saving as a file, the bin.

use super::{Purpose, Shown, Work};
use crate::app::action::Action as AnyAction;
use crate::app::effect::{Batch, Effect, Effects, End, Held, News, Write};
use crate::app::fault::Fault;
use crate::app::keeping::card::StudyCard;
use crate::app::keeping::{file, open};
use crate::app::notice::Tone;
use crate::app::start;
use crate::app::state::State;
use crate::formats::study_file::Package;
use crate::ledger::{Actor, Ledger};
use crate::study::act::Hand;
use crate::study::edit::Home;
use crate::study::id::{CoderId, Stamp, StudyId};

/// Asks for everything of a study, to copy it.
pub(super) fn duplicate(state: &mut State, study: StudyId, effects: &mut Effects) {
    if !state.start.is_busy() {
        state.start.work = Some(Work::Copy(study));
        effects.push(Effect::ReadPackage(study));
    }
}

/// Stores a copy of a study under a new name.
pub(super) fn copy(
    state: &mut State,
    answer: Result<Box<Package>, Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    state.start.work = None;
    match answer {
        Ok(mut package) => {
            let me = state.start.card(package.study).map(|card| card.me);
            rename(state, &mut package, stamp);
            let mut card = card_of(&package, me.unwrap_or_default(), stamp);
            if let Some(source) = state.start.card(package.study) {
                card.participants = source.participants;
                card.transcripts = source.transcripts;
            }
            package.study = card.id;
            effects.push(Effect::Store {
                purpose: Purpose::Copied(card.id),
                batches: vec![batch(*package, card, stamp)],
            });
        }
        Err(fault) => state.notices.fault(&fault),
    }
}

/// Gives a package a title that says it is a copy. A package that cannot be written to keeps its
/// own: nothing of it may be lost over a title.
pub(super) fn rename(state: &State, package: &mut Package, stamp: &mut Stamp) {
    let by = state.settings.coder.as_ref().map(|coder| coder.id);
    let by = by.unwrap_or_default();
    let Some(parts) = package.documents.get_mut(&Home::Study) else {
        return;
    };
    let mut ledger = Ledger::new(Actor::new(stamp));
    let sound = ledger
        .load(Home::Study, parts)
        .is_ok_and(|loss| loss.fault().is_none());
    if !sound {
        return;
    }
    let title = vec![("title", ledger.study().details.title.as_str().into())];
    let title = state.messages.with("copy-of", &title);
    let edit = Hand::new(ledger.study(), by, stamp)
        .edit_details(|details| details.title.clone_from(&title));
    if ledger.apply(&edit, by, stamp.at()).is_ok() {
        *parts = vec![ledger.save(Home::Study)];
        package.title = title;
    }
}

/// A card for a package that comes to this machine under a new name.
pub(super) fn card_of(package: &Package, me: CoderId, stamp: &mut Stamp) -> StudyCard {
    let people = package.documents.len().saturating_sub(1);
    StudyCard {
        id: stamp.id(),
        title: package.title.clone(),
        created: stamp.at(),
        modified: stamp.at(),
        participants: u32::try_from(people).unwrap_or(u32::MAX),
        me,
        ..StudyCard::default()
    }
}

/// Everything that stores a package as the study of a card.
pub(super) fn batch(package: Package, card: StudyCard, stamp: &mut Stamp) -> Batch {
    let study = card.id;
    let mut writes = vec![Write::Card(card)];
    writes.extend(contents(package, stamp));
    Batch {
        study,
        writes,
        news: None,
    }
}

/// Documents and texts of a package.
pub(super) fn contents(package: Package, stamp: &mut Stamp) -> Vec<Write> {
    let mut writes = Vec::new();
    for (home, parts) in package.documents {
        writes.extend(parts.into_iter().map(|bytes| Write::Chunk {
            home,
            seq: stamp.id(),
            bytes,
        }));
    }
    let texts = package.texts.into_iter();
    writes.extend(texts.map(|(hash, bytes)| Write::Text { hash, bytes }));
    writes
}

/// Hands a study that is not open to the user as a file.
pub(super) fn save_file(state: &State, study: StudyId, effects: &mut Effects) {
    if let Some(card) = state.start.card(study) {
        effects.push(Effect::Pack {
            study,
            title: card.title.clone(),
            name: file::name(state, &card.title),
            held: Held::default(),
        });
    }
}

/// Puts a study into the bin.
pub(super) fn bin(state: &mut State, study: StudyId, stamp: &Stamp, effects: &mut Effects) {
    let Some(mut card) = state.start.card(study).cloned() else {
        return;
    };
    card.binned = Some(stamp.at());
    let title = vec![("title", card.title.as_str().into())];
    let back = AnyAction::Start(start::Action::Restore(study));
    let offer = Some(("restore", back));
    state
        .notices
        .offer(Tone::Done, "study-binned", title, offer);
    store_card(card, effects);
    focus_list(state, study);
}

/// Takes a study out of the bin.
pub(super) fn restore(state: &mut State, study: StudyId, effects: &mut Effects) {
    let Some(mut card) = state.start.card(study).cloned() else {
        return;
    };
    card.binned = None;
    let title = vec![("title", card.title.as_str().into())];
    state.notices.clear("study-binned");
    state.notices.say("study-restored", title);
    store_card(card, effects);
    state.start.focus = Some(format!("study-{study}"));
}

fn store_card(card: StudyCard, effects: &mut Effects) {
    effects.push(Effect::Store {
        batches: vec![Batch {
            study: card.id,
            writes: vec![Write::Card(card)],
            news: None,
        }],
        purpose: Purpose::List,
    });
}

/// Deletes a study for good: documents, texts, steps of undo, restore points. Only from the bin.
pub(super) fn destroy(state: &mut State, study: StudyId, effects: &mut Effects) {
    state.dialog = None;
    let binned = |card: &StudyCard| card.binned.is_some();
    let Some(card) = state.start.card(study).filter(|card| binned(card)) else {
        return;
    };
    let title = vec![("title", card.title.as_str().into())];
    state.notices.say("study-destroyed", title);
    effects.push(Effect::Store {
        batches: vec![Batch {
            study,
            writes: vec![Write::Destroy],
            news: Some(News {
                end: Some(End::Destroyed),
                ..News::default()
            }),
        }],
        purpose: Purpose::List,
    });
    focus_list(state, study);
}

/// The list gets the keyboard once a study has left it; where it is empty, the way to a new one.
fn focus_list(state: &mut State, left: StudyId) {
    let mut others = cards(state).iter().filter(|card| card.id != left);
    let name = match others.any(|card| card.binned.is_none()) {
        true => "studies",
        false => "new-study",
    };
    state.start.focus = Some(name.to_owned());
}

/// Something was stored, or nothing of it.
pub(super) fn stored(
    state: &mut State,
    purpose: Purpose,
    answer: Result<(), Fault>,
    effects: &mut Effects,
) {
    if purpose != Purpose::List {
        state.start.work = None;
    }
    if let Err(fault) = answer {
        state.notices.fault(&fault);
    } else if let Purpose::Open(study) = purpose {
        state.start.ask_who = true;
        open::begin(state, study, effects);
    } else if let Purpose::Copied(study) = purpose {
        state.notices.say("study-copied", Vec::new());
        state.start.focus = Some(format!("study-{study}"));
    }
    effects.extend([Effect::ListStudies, Effect::MeasureRoom]);
}

/// The cards of the studies, or none while storage has not answered.
pub(super) fn cards(state: &State) -> &[StudyCard] {
    match &state.start.shown {
        Shown::Waiting => &[],
        Shown::Studies(cards) => cards,
    }
}
