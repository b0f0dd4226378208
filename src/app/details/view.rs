//! What the pages of details show: the team, a participant, a transcript's record.

use super::people;
use crate::app::reading::name;
use crate::app::state::State;
use crate::study::id::{CoderId, ParticipantId, StudyId, TranscriptId};
use crate::study::record::participant::Participant;
use crate::study::record::transcript::Transcript;
use crate::study::study::Study;
use std::collections::BTreeSet;

/// A coder of the team.
#[derive(Clone, Debug, PartialEq)]
pub struct CoderRow {
    /// Who.
    pub id: CoderId,
    /// The name.
    pub name: String,
    /// The initials.
    pub initials: String,
    /// Whether they work here.
    pub me: bool,
}

/// The team, from who joined first.
#[must_use]
pub fn coders(state: &State) -> Vec<CoderRow> {
    let Some(desk) = &state.desk else {
        return Vec::new();
    };
    let mut coders: Vec<_> = desk.study().coders.values().collect();
    coders.sort_by_key(|coder| (coder.at, coder.id));
    let row = |coder: &&crate::study::record::coder::Coder| CoderRow {
        id: coder.id,
        name: coder.name.clone(),
        initials: coder.initials.clone(),
        me: coder.id == desk.me(),
    };
    coders.iter().map(row).collect()
}

/// A participant's page.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonView {
    /// The study, by which lists of suggestions are told apart.
    pub study: StudyId,
    /// The participant.
    pub person: Participant,
    /// Names of attributes that others have.
    pub names: Vec<String>,
    /// Time points that are in use.
    pub waves: Vec<String>,
    /// The transcripts.
    pub transcripts: Vec<TranscriptRow>,
    /// Whether the participant's document is still being read.
    pub loading: bool,
}

/// A transcript in a participant's list.
#[derive(Clone, Debug, PartialEq)]
pub struct TranscriptRow {
    /// Which.
    pub id: TranscriptId,
    /// How it is called.
    pub name: String,
    /// The day, in words.
    pub date: String,
    /// How many words.
    pub words: u32,
    /// How many notes.
    pub notes: usize,
    /// How many themes.
    pub themes: usize,
}

/// What a participant's page shows; none when the participant is not there.
#[must_use]
pub fn person(state: &State, id: ParticipantId) -> Option<PersonView> {
    let desk = state.desk.as_ref()?;
    let study = desk.study();
    let home = crate::study::edit::Home::Participant(id);
    let transcripts = study.transcripts_of(id).into_iter();
    Some(PersonView {
        study: desk.id(),
        person: study.live_participant(id)?.clone(),
        names: people::names(&study.live_participants()),
        waves: waves(study),
        transcripts: transcripts
            .map(|of| transcript_row(state, study, of))
            .collect(),
        loading: desk.loading.contains(&home),
    })
}

fn transcript_row(state: &State, study: &Study, transcript: &Transcript) -> TranscriptRow {
    let excerpts = || study.excerpts_of(transcript.id);
    let themes: BTreeSet<_> = excerpts()
        .flat_map(|excerpt| study.themes_of(excerpt.id))
        .map(|theme| theme.id)
        .collect();
    TranscriptRow {
        id: transcript.id,
        name: name::of(&state.messages, transcript),
        date: state.write_calendar(&transcript.date),
        words: transcript.words,
        notes: excerpts()
            .map(|excerpt| study.notes_of(excerpt.id).count())
            .sum(),
        themes: themes.len(),
    }
}

/// The time points that transcripts and attributes name, in the order of transcripts.
#[must_use]
pub fn waves(study: &Study) -> Vec<String> {
    let mut transcripts: Vec<_> = study.transcripts.values().collect();
    transcripts.sort_by_key(|transcript| (transcript.number, transcript.id));
    let of_transcripts = transcripts.into_iter().map(|transcript| &transcript.wave);
    let people = study.participants.values();
    let of_people = people.flat_map(|person| person.attributes.iter().map(|one| &one.wave));
    let mut waves: Vec<String> = Vec::new();
    for wave in of_transcripts.chain(of_people) {
        if !wave.is_empty() && !waves.contains(wave) {
            waves.push(wave.clone());
        }
    }
    waves
}

/// A transcript's record, to be edited; none when it is not there.
#[must_use]
pub fn transcript(state: &State, id: TranscriptId) -> Option<(String, Transcript)> {
    let desk = state.desk.as_ref()?;
    let transcript = desk.study().live_transcript(id)?;
    let person = desk.study().live_participant(transcript.participant)?;
    let name = name::of(&state.messages, transcript);
    Some((format!("{} · {name}", person.label), transcript.clone()))
}
