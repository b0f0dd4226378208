//! Opening a study: what the first screen needs is read first, the rest behind it, a slice of a
//! document a task.

use crate::app::action::Action as AnyAction;
use crate::app::desk::{Desk, Page};
use crate::app::effect::{Batch, Effect, Effects, Write};
use crate::app::fault::{Code, Fault};
use crate::app::keeping::card::StudyCard;
use crate::app::keeping::saving::SaveState;
use crate::app::keeping::{Action, FoundStudy, exists, hear};
use crate::app::reading::marks::Extent;
use crate::app::start::{Purpose, Shown};
use crate::app::state::State;
use crate::app::{import, reading};
use crate::ledger::{Actor, Ledger, Loss};
use crate::study::edit::Home;
use crate::study::id::{Moment, Stamp, StudyId};
use crate::study::text::TextHash;
use std::rc::Rc;

/// How many documents are asked for at once: the next is on its way while one is being taken in.
const READ_AHEAD: usize = 2;

/// How many records of a document are read in one task.
const SLICE: usize = 1_000;

/// Asks for a study. Other tabs are heard from now on, so that nothing slips between reading and
/// hearing.
pub(in crate::app) fn begin(state: &mut State, study: StudyId, effects: &mut Effects) {
    if state.desk.is_some() || state.start.opening.is_some() {
        return;
    }
    state.start.opening = Some(study);
    state.start.heard.clear();
    effects.push(Effect::Listen(Some(study)));
    effects.push(Effect::FindStudy(study));
}

/// The studies of this machine were listed.
pub(super) fn listed(
    state: &mut State,
    answer: Result<Vec<StudyCard>, Fault>,
    effects: &mut Effects,
) {
    match answer {
        Ok(mut cards) => {
            cards.sort_by_key(|card| std::cmp::Reverse(card.modified));
            state.start.shown = Shown::Studies(cards);
        }
        Err(fault) => {
            state.start.shown = Shown::Studies(Vec::new());
            state.notices.fault(&fault);
        }
    }
    if let Some(name) = state.start.focus.take() {
        effects.push(Effect::Focus(name));
    }
}

/// The study is there: the desk is laid with its own document and the page that was shown last.
pub(super) fn found(
    state: &mut State,
    answer: Result<FoundStudy, Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(opening) = state.start.opening else {
        return;
    };
    let laid = match answer {
        Ok(found) if found.card.id != opening => return,
        Ok(found) => lay(found, stamp),
        Err(fault) => Err(fault),
    };
    state.start.opening = None;
    let (mut desk, loss) = match laid {
        Ok(laid) => laid,
        Err(fault) => {
            state.notices.fault(&fault);
            effects.extend([Effect::Listen(None), Effect::ListStudies]);
            return;
        }
    };
    if let Some(first) = desk.first_home().filter(|home| desk.loading.contains(home)) {
        desk.loading.retain(|home| *home != first);
        desk.loading.push_front(first);
    }
    desk.unasked = desk.loading.clone();
    for home in desk.unasked.drain(..READ_AHEAD.min(desk.loading.len())) {
        effects.push(Effect::ReadDocument(desk.card.id, home));
    }
    state.desk = Some(desk);
    state.dialog = None;
    tell_loss(state, &loss);
    hear::catch_up(state, effects);
    state.ask_who_works();
    loaded(state, effects);
    effects.push(Effect::Focus("page".into()));
}

fn lay(found: FoundStudy, stamp: &mut Stamp) -> Result<(Desk, Loss), Fault> {
    if found.document.is_empty() {
        return Err(Fault::new(Code::DocumentDamaged, Home::Study.to_string()));
    }
    let mut ledger = Ledger::new(Actor::new(stamp));
    let loss = ledger.load(Home::Study, &found.document)?;
    let mut desk = Desk::new(ledger, found.card);
    desk.history.prepend(found.steps, found.more_steps);
    let parts = u32::try_from(found.document.len()).unwrap_or(u32::MAX);
    desk.chunks = found.homes.iter().copied().collect();
    desk.chunks.insert(Home::Study, parts);
    desk.loading = found.homes.iter().map(|(home, _)| *home).collect();
    desk.page = desk.card.page;
    Ok((desk, loss))
}

/// A document was read: its records are taken in slice by slice, and the next is asked for.
pub(super) fn document_read(
    state: &mut State,
    study: StudyId,
    home: Home,
    answer: Result<Vec<Vec<u8>>, Fault>,
    effects: &mut Effects,
) {
    let Some(desk) = state.desk.as_mut().filter(|desk| desk.id() == study) else {
        return;
    };
    if desk.is_whole(home) || !desk.loading.contains(&home) {
        return;
    }
    if let Some(next) = desk.unasked.pop_front() {
        effects.push(Effect::ReadDocument(study, next));
    }
    let opened = answer.and_then(|parts| match parts.is_empty() {
        true => Err(Fault::new(Code::DocumentDamaged, home.to_string())),
        false => desk.ledger.open(home, &parts).map_err(Fault::from),
    });
    match opened {
        Ok(document) => {
            let loss = document.loss().clone();
            desk.hydrating.push(document);
            let first = desk.hydrating.len() == 1;
            tell_loss(state, &loss);
            if first {
                hydrate(state, study, effects);
            }
        }
        Err(fault) => {
            desk.loading.retain(|waiting| *waiting != home);
            desk.unread.insert(home);
            state.notices.fault(&fault);
            loaded(state, effects);
        }
    }
}

/// Reads one slice of the records of a document that has come.
pub(super) fn hydrate(state: &mut State, study: StudyId, effects: &mut Effects) {
    let Some(desk) = state.desk.as_mut().filter(|desk| desk.id() == study) else {
        return;
    };
    let Some(document) = desk.hydrating.first_mut() else {
        return;
    };
    let home = document.home();
    if !desk.ledger.hydrate(document, SLICE) {
        desk.hydrating.remove(0);
        desk.loading.retain(|waiting| *waiting != home);
    }
    desk.study_changed(Extent::Home(home));
    if !desk.hydrating.is_empty() {
        let next = AnyAction::Keeping(Action::Hydrate(study));
        effects.push(Effect::Later(0, Box::new(next)));
    }
    if let Page::Transcript(id) | Page::Table(id) = desk.page {
        reading::open::ask_for_text(state, id, effects);
    }
    loaded(state, effects);
}

/// When all documents are there: what the card says is made true, and the page too.
fn loaded(state: &mut State, effects: &mut Effects) {
    let Some(desk) = state.desk.as_mut().filter(|desk| desk.loading.is_empty()) else {
        return;
    };
    let before = desk.card.clone();
    desk.count_on_card();
    if desk.card != before {
        let card = desk.card.clone();
        state.write(vec![Write::Card(card)], None, effects);
    }
    state.leave_missing_page(effects);
}

fn tell_loss(state: &mut State, loss: &Loss) {
    if let Some(fault) = loss.fault() {
        state.notices.fault(&fault.into());
    }
}

/// A text was read.
pub(super) fn text_read(
    state: &mut State,
    hash: TextHash,
    answer: Result<Rc<Vec<u8>>, Fault>,
    effects: &mut Effects,
) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let read = answer.and_then(|bytes| {
        desk.texts
            .take_in(hash, &bytes)
            .map_err(|why| Fault::new(Code::TextMissing, why))
    });
    match read {
        Ok(()) => reading::open::text_arrived(state, effects),
        Err(fault) => {
            desk.texts.failed(hash);
            state.notices.fault(&fault);
        }
    }
}

/// Leaves the study for the start page. Where it was left is noted without waiting: the work itself
/// is stored already, or was given up.
pub(super) fn leave(state: &mut State, effects: &mut Effects) {
    let saved = |desk: &&mut Desk| desk.saving.state() == SaveState::Saved;
    if let Some(desk) = state.desk.as_mut().filter(saved) {
        desk.card.line = desk.reading.first_line();
        desk.card.page = desk.page;
        desk.card.home = desk.participant();
        effects.push(Effect::Store {
            batches: vec![Batch {
                study: desk.id(),
                writes: vec![Write::Card(desk.card.clone())],
                news: None,
            }],
            purpose: Purpose::List,
        });
    }
    put_away(state, effects);
}

/// Puts the study out of memory as it is.
pub(super) fn put_away(state: &mut State, effects: &mut Effects) {
    import::abandon(state, effects);
    state.desk = None;
    state.dialog = None;
    effects.push(Effect::Listen(None));
    effects.push(Effect::ListStudies);
    effects.push(Effect::Focus("page".into()));
}

impl Desk {
    /// Whether a document is whole in memory, even if its records are still being read.
    pub(super) fn is_whole(&self, home: Home) -> bool {
        let opened = self
            .hydrating
            .iter()
            .any(|document| document.home() == home);
        opened || !self.loading.contains(&home) && !self.unread.contains(&home)
    }

    /// Title and numbers on the card, as far as all is known.
    fn count_on_card(&mut self) {
        let study = self.ledger.study();
        self.card.title.clone_from(&study.details.title);
        if self.loading.is_empty() && self.unread.is_empty() {
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let people = study.participants.values();
            let people = people.filter(|person| person.binned.is_none());
            let transcripts = study.transcripts.keys();
            let live = transcripts.filter(|id| study.live_transcript(**id).is_some());
            self.card.participants = count(people.count());
            self.card.transcripts = count(live.count());
        }
    }

    /// The document that the page to be shown needs.
    fn first_home(&self) -> Option<Home> {
        match self.page {
            Page::Participant(id) => Some(Home::Participant(id)),
            Page::Transcript(_) | Page::Table(_) => self.card.home.map(Home::Participant),
            _ => None,
        }
    }

    /// Brings the card up to date with the study.
    pub(in crate::app) fn renew_card(&mut self, at: Moment) {
        self.card.modified = at;
        self.count_on_card();
        self.card.page = self.page;
        self.card.home = self.participant();
        self.card.line = self.reading.first_line();
    }
}

impl State {
    /// Goes to the overview when what the page shows is no longer there.
    pub(in crate::app) fn leave_missing_page(&mut self, effects: &mut Effects) {
        let Some(desk) = &self.desk else {
            return;
        };
        if desk.loading.is_empty() && !exists(self, desk.page) {
            self.go(Page::Overview, effects);
        }
    }

    /// Shows a page of the open study.
    pub fn go(&mut self, page: Page, effects: &mut Effects) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        let before = desk.page;
        desk.page = page;
        if let Page::Transcript(id) | Page::Table(id) = page {
            reading::open::show(self, id, effects);
        }
        let covered = self.import.as_ref().is_some_and(|import| !import.aside);
        import::set_aside(self);
        if covered || before != page {
            effects.push(Effect::Focus("page".into()));
        }
    }
}
