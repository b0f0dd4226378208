//! Opening a study: what the first screen needs is read first, the rest behind it, one document a
//! task.

use crate::app::desk::{Desk, Page};
use crate::app::effect::{Effect, Effects, News, Write};
use crate::app::fault::{Code, Fault};
use crate::app::keeping::card::StudyCard;
use crate::app::keeping::{FoundStudy, exists};
use crate::app::reading::marks::Extent;
use crate::app::start::Shown;
use crate::app::state::State;
use crate::app::{import, reading};
use crate::ledger::{Actor, Ledger};
use crate::study::edit::Home;
use crate::study::id::{Moment, Stamp, StudyId};
use crate::study::text::TextHash;
use std::rc::Rc;

/// How many documents are asked for at once: the next is on its way while one is being taken in.
const READ_AHEAD: usize = 2;

/// Asks for a study.
pub(super) fn begin(state: &mut State, study: StudyId, effects: &mut Effects) {
    state.start.opening = Some(study);
    effects.push(Effect::FindStudy(study));
}

/// The studies of this machine were listed.
pub(super) fn listed(state: &mut State, answer: Result<Vec<StudyCard>, Fault>) {
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
}

/// The study is there: the desk is laid with its own document and the page that was shown last.
pub(super) fn found(
    state: &mut State,
    answer: Result<FoundStudy, Fault>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let opening = state.start.opening.take();
    let found = match answer {
        Ok(found) if opening == Some(found.card.id) => found,
        Ok(_) => return,
        Err(fault) => return state.notices.fault(&fault),
    };
    let mut ledger = Ledger::new(Actor::new(stamp));
    if let Err(why) = ledger.load(Home::Study, &found.document) {
        return state.notices.fault(&why.into());
    }
    let mut desk = Desk::new(ledger, found.card);
    desk.history.prepend(found.steps, found.more_steps);
    desk.chunks.extend(found.homes.iter().copied());
    desk.loading = found.homes.iter().map(|(home, _)| *home).collect();
    desk.page = desk.card.page;
    if let Some(first) = desk.first_home() {
        desk.loading.retain(|home| *home != first);
        desk.loading.push_front(first);
    }
    for home in desk.loading.iter().take(READ_AHEAD) {
        effects.push(Effect::ReadDocument(desk.card.id, *home));
    }
    effects.push(Effect::Listen(Some(desk.card.id)));
    let done = desk.loading.is_empty();
    state.desk = Some(desk);
    if done {
        state.leave_missing_page(effects);
    }
}

/// A document was read: it is taken in and the next is asked for.
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
    let before = desk.loading.len();
    desk.loading.retain(|waiting| *waiting != home);
    if desk.loading.len() == before {
        return;
    }
    if let Some(next) = desk.loading.get(READ_AHEAD - 1) {
        effects.push(Effect::ReadDocument(study, *next));
    }
    let loaded = answer.and_then(|parts| desk.ledger.load(home, &parts).map_err(Fault::from));
    desk.study_changed(Extent::Home(home));
    let page = desk.page;
    let done = desk.loading.is_empty();
    if let Err(fault) = loaded {
        state.notices.fault(&fault);
    }
    if let Page::Transcript(id) | Page::Table(id) = page {
        reading::open::ask_for_text(state, id, effects);
    }
    if done {
        state.leave_missing_page(effects);
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

/// Another tab changed the study.
pub(super) fn heard(state: &mut State, study: StudyId, news: News, effects: &mut Effects) {
    let Some(desk) = state.desk.as_mut().filter(|desk| desk.id() == study) else {
        return;
    };
    let mut trouble = None;
    for (home, bytes) in &news.chunks {
        // A document that is still to be read will bring the change with it.
        if desk.loading.contains(home) {
            continue;
        }
        if let Err(why) = desk.ledger.receive(*home, bytes) {
            trouble = Some(Fault::from(why));
        }
    }
    if let Some(step) = news.step {
        desk.history.learn(step, &news.forgotten);
    }
    desk.study_changed(Extent::All);
    if let Some(fault) = trouble {
        state.notices.fault(&fault);
    }
    reading::open::follow_text(state, effects);
}

/// Leaves the study for the start page.
pub(super) fn leave(state: &mut State, effects: &mut Effects) {
    if let Some(desk) = &mut state.desk {
        desk.card.line = desk.reading.first_line();
        desk.card.page = desk.page;
        let card = desk.card.clone();
        desk.write(vec![Write::Card(card)], None, effects);
    }
    import::abandon(state, effects);
    state.desk = None;
    state.dialog = None;
    effects.push(Effect::Listen(None));
    effects.push(Effect::ListStudies);
}

impl Desk {
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
        let study = self.ledger.study();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.card.title.clone_from(&study.details.title);
        self.card.modified = at;
        if self.loading.is_empty() {
            self.card.participants = count(study.participants.len());
            self.card.transcripts = count(study.transcripts.len());
        }
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
