//! What is decided about a file before it is stored. What the file itself says is offered first.
//!
//! Invariant: a form always fits its reading: as many speakers, pages of the source only where
//! there are some, columns and lines within their limits.

use super::file::{Item, Reading};
use super::person::Who;
use super::{Import, both, queue};
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::id::TranscriptId;
use crate::study::record::transcript::{Measure, Speaker, TranscriptKind};
use crate::study::study::Study;
use crate::study::text::TextHash;
use std::ops::RangeInclusive;

/// Columns that a line may have.
pub const COLUMNS: RangeInclusive<u16> = 20..=200;
/// Lines that a page may have.
pub const LINES: RangeInclusive<u16> = 5..=200;

/// What is decided about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Whether it is stored at all.
    pub include: bool,
    /// Whose it is.
    pub who: Who,
    /// What sort of document.
    pub kind: TranscriptKind,
    /// Which one of this participant; the next free one unless decided.
    pub number: Option<u32>,
    /// The time point.
    pub wave: String,
    /// The day.
    pub date: String,
    /// How its lines are cut.
    pub measure: Measure,
    /// The speakers under the names that they will have.
    pub speakers: Vec<Speaker>,
    /// Whether its comments become notes.
    pub comments: bool,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Whether it is stored.
    Include(bool),
    /// It belongs to a participant of the study or a newcomer.
    Whose(Who),
    /// It belongs to somebody who is still to be named.
    Another,
    /// The label of its newcomer.
    Label(String),
    /// The pseudonym of its newcomer.
    Pseudonym(String),
    /// What sort of document.
    Kind(TranscriptKind),
    /// Which one of this participant, as typed; empty for the next free one.
    Number(String),
    /// The time point.
    Wave(String),
    /// The day.
    Date(String),
    /// Columns of a line, as typed.
    Columns(String),
    /// Lines of a page, as typed.
    Lines(String),
    /// Whether the pages of the source are kept.
    SourcePages(bool),
    /// The name of a speaker.
    Name(usize, String),
    /// Whether a speaker is the interviewer.
    Asks(usize, bool),
    /// Whether comments become notes.
    Comments(bool),
    /// How its bytes are read.
    Encoding(String),
    /// Whether it is split by speakers.
    Split(bool),
}

/// Fills the form of a file that was just read, or makes it fit what was read anew.
pub(super) fn fill(import: &mut Import, study: &Study, number: u32, before: Option<&Reading>) {
    let Some(item) = import.file(number) else {
        return;
    };
    let Some(reading) = item.reading.clone() else {
        return;
    };
    let speakers: Vec<_> = reading.draft.speakers.iter().map(as_record).collect();
    if let Some(form) = import.file_mut(number).and_then(|item| item.form.as_mut()) {
        // Read anew: decisions stay where they still mean something.
        let former = before.map_or(&[][..], |before| &before.draft.speakers);
        if form.speakers.len() != speakers.len() || former.len() != speakers.len() {
            form.speakers = speakers;
        } else {
            for ((speaker, found), former) in form.speakers.iter_mut().zip(speakers).zip(former) {
                if speaker.name == former.name {
                    speaker.name = found.name;
                }
            }
        }
        form.measure.source_pages &= !reading.text.pages.is_empty();
        return;
    }
    let guess = &reading.draft.guess;
    let twin = known_as(study, reading.hash).is_some()
        || import
            .included()
            .any(|other| other.number != number && has_text(other, reading.hash));
    let meant_for = import
        .meant_for
        .filter(|id| study.live_participant(*id).is_some());
    let who = match (guess.participant.as_deref(), meant_for) {
        (None, Some(id)) => Who::Known(id),
        (guess, _) => import.whose(study, guess),
    };
    let form = Form {
        include: !twin,
        who,
        kind: TranscriptKind::default(),
        number: guess.number,
        wave: String::new(),
        date: guess.date.clone().unwrap_or_default(),
        measure: Measure {
            source_pages: !reading.text.pages.is_empty(),
            ..Measure::default()
        },
        speakers,
        comments: !reading.draft.comments.is_empty(),
    };
    if let Some(item) = import.file_mut(number) {
        item.form = Some(form);
    }
}

fn as_record(speaker: &crate::formats::import::Speaker) -> Speaker {
    Speaker {
        name: speaker.name.clone(),
        interviewer: speaker.interviewer,
    }
}

fn has_text(item: &Item, hash: TextHash) -> bool {
    item.reading
        .as_ref()
        .is_some_and(|reading| reading.hash == hash)
}

/// The transcript of the study that has this text, now or before a correction.
#[must_use]
pub fn known_as(study: &Study, hash: TextHash) -> Option<TranscriptId> {
    let mut all = study.transcripts.values();
    all.find(|transcript| {
        let corrections = &transcript.corrections;
        (transcript.text == hash || corrections.iter().any(|made| made.text == hash))
            && study.live_transcript(transcript.id).is_some()
    })
    .map(|transcript| transcript.id)
}

/// Decides something about a file.
pub(super) fn set(state: &mut State, number: u32, setting: Setting, effects: &mut Effects) {
    match setting {
        Setting::Encoding(label) => {
            if let Some(item) = item(state, number) {
                item.choice.encoding = Some(label);
                queue::again(state, number, effects);
            }
        }
        Setting::Split(split) => {
            if let Some(item) = item(state, number) {
                item.choice.speakers = split;
                queue::again(state, number, effects);
            }
        }
        Setting::Another => {
            if let Some((import, desk)) = both(state) {
                let who = import.newcomer(desk.study());
                settle(import, number, who);
            }
        }
        Setting::Whose(who) => {
            if let Some(import) = &mut state.import {
                settle(import, number, who);
            }
        }
        Setting::Label(label) => name(state, number, |person| {
            person.label = label.trim().to_owned();
            person.by_default = false;
        }),
        Setting::Pseudonym(pseudonym) => name(state, number, |person| {
            person.pseudonym = pseudonym.trim().to_owned();
        }),
        plain => {
            if let Some(item) = item(state, number) {
                decide(item, plain);
            }
        }
    }
}

fn item(state: &mut State, number: u32) -> Option<&mut Item> {
    state.import.as_mut()?.file_mut(number)
}

fn settle(import: &mut Import, number: u32, who: Who) {
    if let Some(form) = import.file_mut(number).and_then(|item| item.form.as_mut()) {
        form.who = who;
    }
    import.drop_unused_newcomers();
}

fn name(state: &mut State, number: u32, alter: impl FnOnce(&mut super::person::Newcomer)) {
    let Some(import) = &mut state.import else {
        return;
    };
    let who = import
        .file(number)
        .and_then(|item| item.form.as_ref())
        .map(|form| form.who);
    if let Some(Who::New(newcomer)) = who
        && let Some(person) = import.newcomers.get_mut(&newcomer)
    {
        alter(person);
    }
}

fn decide(item: &mut Item, setting: Setting) {
    let Some((reading, form)) = item.reading.as_ref().zip(item.form.as_mut()) else {
        return;
    };
    match setting {
        Setting::Include(include) => form.include = include,
        Setting::Kind(kind) => form.kind = kind,
        Setting::Number(typed) => form.number = within(&typed, &(1..=999)),
        Setting::Wave(wave) => form.wave = wave.trim().to_owned(),
        Setting::Date(date) => form.date = date,
        Setting::Columns(typed) => {
            form.measure.columns = within(&typed, &COLUMNS).unwrap_or(form.measure.columns);
        }
        Setting::Lines(typed) => {
            let lines = form.measure.lines_per_page;
            form.measure.lines_per_page = within(&typed, &LINES).unwrap_or(lines);
        }
        Setting::SourcePages(keep) => {
            form.measure.source_pages = keep && !reading.text.pages.is_empty();
        }
        Setting::Name(place, name) => {
            let found = &reading.draft.speakers;
            if let (Some(speaker), Some(found)) = (form.speakers.get_mut(place), found.get(place)) {
                // Without a name a turn could not be told from the next.
                speaker.name = match name.trim() {
                    "" => found.name.clone(),
                    name => name.to_owned(),
                };
            }
        }
        Setting::Asks(place, asks) => {
            if let Some(speaker) = form.speakers.get_mut(place) {
                speaker.interviewer = asks;
            }
        }
        Setting::Comments(take) => form.comments = take,
        Setting::Encoding(_)
        | Setting::Split(_)
        | Setting::Another
        | Setting::Whose(_)
        | Setting::Label(_)
        | Setting::Pseudonym(_) => {}
    }
}

/// The number that was typed, brought within limits; none when it is none.
fn within<N>(typed: &str, limits: &RangeInclusive<N>) -> Option<N>
where
    N: std::str::FromStr + Ord + Copy,
{
    let number: N = typed.trim().parse().ok()?;
    Some(number.clamp(*limits.start(), *limits.end()))
}

/// Decides for every other file what was decided for one: all but what belongs to one file alone,
/// which is its participant, number, date and whether it is stored. Speakers go by their names in
/// the file.
pub(super) fn apply_to_all(state: &mut State, number: u32) {
    let Some(import) = &mut state.import else {
        return;
    };
    let Some((reading, model)) = import.file(number).and_then(Item::looked_at) else {
        return;
    };
    let (reading, model) = (reading.clone(), model.clone());
    let mut count = 0_usize;
    for item in &mut import.files {
        let Some((own, form)) = item.reading.as_ref().zip(item.form.as_mut()) else {
            continue;
        };
        if item.number == number {
            continue;
        }
        count += 1;
        form.kind = model.kind;
        form.wave.clone_from(&model.wave);
        let source_pages = match reading.text.pages.is_empty() {
            true => form.measure.source_pages,
            false => model.measure.source_pages && !own.text.pages.is_empty(),
        };
        form.measure = Measure {
            source_pages,
            ..model.measure
        };
        if !reading.draft.comments.is_empty() {
            form.comments = model.comments && !own.draft.comments.is_empty();
        }
        for (speaker, found) in form.speakers.iter_mut().zip(&own.draft.speakers) {
            let mut models = model.speakers.iter().zip(&reading.draft.speakers);
            if let Some((model, _)) = models.find(|(_, other)| other.name == found.name) {
                speaker.clone_from(model);
            }
        }
    }
    state
        .notices
        .say("import-applied", vec![("count", count.into())]);
}

/// Time points in use, to choose from: of the study and of the other files.
#[must_use]
pub fn waves(import: &Import, study: &Study) -> Vec<String> {
    let forms = import.files.iter().filter_map(|item| item.form.as_ref());
    let mut waves: Vec<_> = study
        .transcripts
        .values()
        .map(|transcript| &transcript.wave)
        .chain(forms.map(|form| &form.wave))
        .filter(|wave| !wave.is_empty())
        .cloned()
        .collect();
    waves.sort_unstable();
    waves.dedup();
    waves
}
