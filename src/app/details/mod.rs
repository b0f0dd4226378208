//! The study's details, its participants and transcripts as records, its coders, its bin.
//!
//! Invariant: every field is finished before it is an edit, so that a step of undo is what a person
//! would call one change.

pub mod bin;
pub mod coder;
pub mod field;
pub mod guide;
pub mod next;
pub mod people;
pub mod person;
pub mod view;

use super::desk::Page;
use super::dialog::Dialog;
use super::effect::{Effect, Effects};
use super::state::State;
use crate::study::act::Hand;
use crate::study::act::bin::Thing;
use crate::study::edit::Edit;
use crate::study::id::{CoderId, ParticipantId, Stamp, TranscriptId};
use crate::study::record::details::{Numbering, Vocabulary};
use crate::study::record::transcript::TranscriptKind;
use field::{AttributeField, CoderField, DetailsField, GuideField, PersonField, TranscriptField};

/// Its state.
#[derive(Debug, Default)]
pub struct Details {
    /// Whether it was asked who works here before anything else had the keyboard.
    asked_first: bool,
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Set a field of the study's details.
    SetDetails(DetailsField, String),
    /// Choose the words for themes.
    SetVocabulary(Vocabulary),
    /// Choose how pages are counted.
    SetNumbering(Numbering),
    /// Add a question to the interview guide.
    AddQuestion,
    /// Set a field of a question.
    SetQuestion(usize, GuideField, String),
    /// Move a question one place up or down.
    MoveQuestion {
        /// Which.
        place: usize,
        /// Up, not down.
        up: bool,
    },
    /// Take a question out of the guide.
    RemoveQuestion(usize),
    /// Add a participant and go there.
    AddParticipant,
    /// Set a field of a participant.
    SetPerson(ParticipantId, PersonField, String),
    /// Add an attribute to a participant.
    AddAttribute(ParticipantId),
    /// Set a field of an attribute.
    SetAttribute(ParticipantId, usize, AttributeField, String),
    /// Take an attribute from a participant.
    RemoveAttribute(ParticipantId, usize),
    /// Set a field of a transcript.
    SetTranscript(TranscriptId, TranscriptField, String),
    /// Say what sort of document it is.
    SetKind(TranscriptId, TranscriptKind),
    /// Say which of the participant's interviews it is.
    SetNumber(TranscriptId, u32),
    /// Name a speaker of a transcript.
    SetSpeaker(TranscriptId, usize, String),
    /// Say whether a speaker is who asks.
    SetInterviewer(TranscriptId, usize, bool),
    /// Put something into the bin.
    Bin(Thing),
    /// Take something out of the bin.
    Unbin(Thing),
    /// Set a field of a coder.
    SetCoder(CoderId, CoderField, String),
    /// Somebody of the team works here from now on.
    WorkAs(CoderId),
    /// Somebody new works here from now on.
    Join(String),
    /// It was left open who works here.
    LeaveOpenWho,
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::SetDetails(field, value) => act(state, stamp, effects, |hand| {
            hand.edit_details(|details| *field.of_mut(details) = value)
        }),
        Action::SetVocabulary(vocabulary) => act(state, stamp, effects, |hand| {
            hand.edit_details(|details| details.vocabulary = vocabulary)
        }),
        Action::SetNumbering(numbering) => act(state, stamp, effects, |hand| {
            hand.edit_details(|details| details.numbering = numbering)
        }),
        Action::AddQuestion => guide::add(state, stamp, effects),
        Action::SetQuestion(place, field, value) => act(state, stamp, effects, |hand| {
            hand.edit_details(|details| {
                if let Some(entry) = details.guide.get_mut(place) {
                    *field.of_mut(entry) = value;
                }
            })
        }),
        Action::MoveQuestion { place, up } => guide::shift(state, place, up, stamp, effects),
        Action::RemoveQuestion(place) => guide::remove(state, place, stamp, effects),
        Action::AddParticipant => person::add(state, stamp, effects),
        Action::SetPerson(id, field, value) => act(state, stamp, effects, |hand| {
            hand.edit_participant(id, |person| *field.of_mut(person) = value)
        }),
        Action::AddAttribute(id) => person::add_attribute(state, id, stamp, effects),
        Action::SetAttribute(id, place, field, value) => act(state, stamp, effects, |hand| {
            hand.edit_participant(id, |person| {
                if let Some(attribute) = person.attributes.get_mut(place) {
                    *field.of_mut(attribute) = value;
                }
            })
        }),
        Action::RemoveAttribute(id, place) => {
            person::remove_attribute(state, id, place, stamp, effects);
        }
        Action::SetTranscript(id, field, value) => act(state, stamp, effects, |hand| {
            hand.edit_transcript(id, |transcript| *field.of_mut(transcript) = value)
        }),
        Action::SetKind(id, kind) => act(state, stamp, effects, |hand| {
            hand.edit_transcript(id, |transcript| transcript.kind = kind)
        }),
        Action::SetNumber(id, number) => act(state, stamp, effects, |hand| {
            hand.edit_transcript(id, |transcript| transcript.number = number)
        }),
        Action::SetSpeaker(id, place, name) => act(state, stamp, effects, |hand| {
            hand.edit_transcript(id, |transcript| {
                if let Some(speaker) = transcript.speakers.get_mut(place) {
                    speaker.name = name;
                }
            })
        }),
        Action::SetInterviewer(id, place, asks) => act(state, stamp, effects, |hand| {
            hand.edit_transcript(id, |transcript| {
                if let Some(speaker) = transcript.speakers.get_mut(place) {
                    speaker.interviewer = asks;
                }
            })
        }),
        Action::Bin(thing) => bin::put_in(state, thing, stamp, effects),
        Action::Unbin(thing) => bin::take_out(state, thing, stamp, effects),
        Action::SetCoder(id, field, value) => coder::set(state, id, field, value, stamp, effects),
        Action::WorkAs(id) => coder::work_as(state, id, effects),
        Action::Join(name) => coder::join(state, &name, stamp, effects),
        Action::LeaveOpenWho => coder::close(state, effects),
    }
}

/// Does what a hand at the open study works out.
pub(super) fn act(
    state: &mut State,
    stamp: &mut Stamp,
    effects: &mut Effects,
    work: impl FnOnce(&mut Hand<'_>) -> Edit,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    let mut hand = Hand::new(desk.study(), desk.me(), stamp);
    let edit = work(&mut hand);
    state.edit(edit, stamp, effects);
}

impl State {
    /// Asks who works here, when a study came from elsewhere and this machine's coder is not in it.
    pub(super) fn ask_who_works(&mut self) {
        let from_elsewhere = std::mem::take(&mut self.start.ask_who);
        let Some(desk) = &mut self.desk else {
            return;
        };
        let remembered = self.settings.coder.as_ref().map(|coder| coder.id);
        if from_elsewhere && remembered != Some(desk.me()) {
            desk.details.asked_first = true;
            self.dialog = Some(Dialog::Coder);
        }
    }

    fn go_and_focus(&mut self, page: Page, name: &str, effects: &mut Effects) {
        self.go(page, effects);
        effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
        effects.push(Effect::Focus(name.to_owned()));
    }
}
