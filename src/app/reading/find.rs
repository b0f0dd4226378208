//! Finding words in the transcript on screen. Plain words are found here, regular expressions in the
//! reader, since their engine does not belong to what the page loads first.

use super::{Screen, rows::Hit, selection::Selection};
use crate::app::effect::{Effect, Effects};
use crate::app::fault::Fault;
use crate::app::state::State;
use crate::study::find::{Query, QueryKind, find_plain};
use crate::study::id::TranscriptId;
use crate::study::position::CharRange;
use crate::study::text::TextHash;

/// A search with a regular expression, done in the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Names the answer.
    pub job: u32,
    /// The pattern.
    pub pattern: String,
    /// Whether case matters.
    pub match_case: bool,
    /// Whether only whole words count.
    pub whole_word: bool,
    /// What to search in.
    pub text: TextHash,
}

/// The find bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// What is looked for.
    pub query: Query,
    /// Where it stands, in order.
    pub hits: Vec<CharRange>,
    /// Which of them is looked at.
    pub at: Option<usize>,
    /// Why nothing could be looked for.
    pub fault: Option<String>,
    /// The search that is waited for.
    pub job: Option<u32>,
    searched: Option<(TranscriptId, TextHash)>,
    jobs: u32,
}

/// What can be done in the find bar.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show it.
    Open,
    /// Take it away and leave the caret at the find.
    Close,
    /// Look for something else, or otherwise.
    Look(Query),
    /// Go to the next find, or the one before.
    Step(bool),
}

/// The find bar as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FindView {
    /// What is looked for.
    pub query: Query,
    /// Which find, from 1; 0 for none.
    pub at: usize,
    /// How many.
    pub count: usize,
    /// Why not.
    pub fault: Option<String>,
    /// Whether an answer is waited for.
    pub waiting: bool,
}

/// The find bar, when it is open.
#[must_use]
pub fn view(state: &State) -> Option<FindView> {
    let find = state.desk.as_ref()?.reading.find.as_ref()?;
    Some(FindView {
        query: find.query.clone(),
        at: find.at.map_or(0, |at| at + 1),
        count: find.hits.len(),
        fault: find.fault.clone(),
        waiting: find.job.is_some(),
    })
}

impl Find {
    /// The finds that touch a stretch.
    pub fn hits_in(&self, stretch: CharRange) -> impl Iterator<Item = (CharRange, Hit)> + '_ {
        let first = self
            .hits
            .partition_point(|hit| hit.end() <= stretch.start());
        self.hits[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, hit)| hit.start() < stretch.end())
            .map(move |(place, hit)| {
                let current = self.at == Some(first + place);
                (*hit, if current { Hit::Current } else { Hit::Found })
            })
    }
}

/// Performs an action of the find bar.
pub(super) fn update(state: &mut State, action: Action, effects: &mut Effects) {
    match action {
        Action::Open => open(state, effects),
        Action::Close => close(state, effects),
        Action::Look(query) => {
            if let Some(desk) = &mut state.desk
                && let Some(find) = &mut desk.reading.find
            {
                find.query = query;
                find.searched = None;
            }
            search(state, effects);
        }
        Action::Step(forward) => step(state, forward),
    }
}

fn open(state: &mut State, effects: &mut Effects) {
    let words = Screen::of(state).map(|screen| {
        let prepared = &screen.folio.prepared;
        let words = prepared.words(screen.reading.selection.range());
        words.lines().next().unwrap_or_default().trim().to_owned()
    });
    let (Some(words), Some(desk)) = (words, &mut state.desk) else {
        return;
    };
    let find = desk.reading.find.get_or_insert_default();
    if !words.is_empty() && words.chars().count() <= 60 {
        find.query.text = words;
        find.searched = None;
    }
    effects.push(Effect::Focus("reading-find".into()));
    search(state, effects);
}

fn close(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    desk.reading.find = None;
    effects.push(Effect::Focus("transcript".into()));
}

/// Searches anew when query or text are others than those that were searched.
pub(super) fn search(state: &mut State, effects: &mut Effects) {
    let Some((desk, prepared)) = super::on_screen(state) else {
        return;
    };
    let Some(id) = desk.reading.transcript else {
        return;
    };
    let Some(text) = desk
        .ledger
        .study()
        .transcripts
        .get(&id)
        .map(|transcript| transcript.current_text())
    else {
        return;
    };
    let Some(find) = &mut desk.reading.find else {
        return;
    };
    if find.searched == Some((id, text)) {
        return;
    }
    find.searched = Some((id, text));
    find.fault = None;
    find.job = None;
    if find.query.text.is_empty() {
        find.hits.clear();
        find.at = None;
        return;
    }
    match find.query.kind {
        QueryKind::Plain => {
            let hits = find_plain(&prepared.text.content, &find.query);
            arrive(state, hits);
        }
        QueryKind::Regex => {
            find.jobs += 1;
            find.job = Some(find.jobs);
            effects.push(Effect::Search(Request {
                job: find.jobs,
                pattern: find.query.text.clone(),
                match_case: find.query.match_case,
                whole_word: find.query.whole_word,
                text,
            }));
        }
    }
}

/// The reader found what a search was for, or says why not.
pub(super) fn found(state: &mut State, job: u32, answer: Result<Vec<CharRange>, Fault>) {
    let Some(find) = state
        .desk
        .as_mut()
        .and_then(|desk| desk.reading.find.as_mut())
        .filter(|find| find.job == Some(job))
    else {
        return;
    };
    find.job = None;
    match answer {
        Ok(hits) => arrive(state, hits),
        Err(fault) => {
            find.hits.clear();
            find.at = None;
            find.fault = Some(state.messages.with(fault.key(), &fault.arguments()));
        }
    }
}

/// Finds are there: the first at or behind the caret is looked at.
fn arrive(state: &mut State, hits: Vec<CharRange>) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let reading = &mut desk.reading;
    let pos = reading.selection.range().start();
    let Some(find) = &mut reading.find else {
        return;
    };
    let behind = hits.partition_point(|hit| hit.start() < pos);
    find.at = match hits.len() {
        0 => None,
        count => Some(behind % count),
    };
    find.hits = hits;
    look_at(state);
}

fn step(state: &mut State, forward: bool) {
    let Some(find) = state
        .desk
        .as_mut()
        .and_then(|desk| desk.reading.find.as_mut())
    else {
        return;
    };
    let count = find.hits.len();
    if count == 0 {
        return;
    }
    find.at = Some(match (find.at, forward) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    });
    look_at(state);
}

/// Puts the caret before the find that is looked at, brings it into view and says it.
fn look_at(state: &mut State) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let reading = &mut desk.reading;
    let Some(find) = &reading.find else {
        return;
    };
    let (at, count) = (find.at.map_or(0, |at| at + 1), find.hits.len());
    let hit = find.at.map(|at| find.hits[at]);
    if let Some(hit) = hit {
        reading.select(Selection::at(hit.start().into()));
        reading.reveals += 1;
    }
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let place = hit.map_or_else(String::new, |hit| screen.cite(hit));
    let line = hit.map_or_else(String::new, |hit| {
        let prepared = &screen.folio.prepared;
        let line = prepared.layout.line_at(hit.start());
        prepared.words(prepared.layout.shown(line)).to_owned()
    });
    let arguments = vec![
        ("at", at.into()),
        ("count", count.into()),
        ("place", place.into()),
        ("words", line.into()),
    ];
    state.notices.say("reading-find-at", arguments);
}
