//! The study's details, its coders and its participants.

use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::{CoderId, ParticipantId};
use crate::study::record::coder::Coder;
use crate::study::record::details::StudyDetails;
use crate::study::record::participant::Participant;

impl Hand<'_> {
    /// Changes the study's details.
    #[must_use]
    pub fn edit_details(&self, alter: impl FnOnce(&mut StudyDetails)) -> Edit {
        let change = altered(Home::Study, &self.study.details, alter);
        edit(Act::EditDetails, [change])
    }

    /// Begins a study: its details and its first coder, who is the one that acts.
    #[must_use]
    pub fn begin_study(&self, details: &StudyDetails, coder_name: &str) -> Edit {
        let coder = Coder {
            id: self.by,
            name: coder_name.trim().to_owned(),
            initials: Coder::initials_of(coder_name),
            at: self.stamp.at(),
        };
        edit(
            Act::BeginStudy,
            [
                Change::alter(Home::Study, &self.study.details, details),
                Some(Change::make(Home::Study, &coder)),
            ],
        )
    }

    /// Changes a coder, or makes the one that acts when it is not there.
    #[must_use]
    pub fn edit_coder(&self, id: CoderId, alter: impl FnOnce(&mut Coder)) -> Edit {
        let change = match self.study.coders.get(&id) {
            Some(coder) => altered(Home::Study, coder, alter),
            None => {
                let mut coder = Coder {
                    id,
                    at: self.stamp.at(),
                    ..Coder::default()
                };
                alter(&mut coder);
                Some(Change::make(Home::Study, &coder))
            }
        };
        edit(Act::EditCoder, [change])
    }

    /// Adds a participant.
    pub fn add_participant(&mut self, label: String, pseudonym: String) -> (ParticipantId, Edit) {
        let participant = Participant {
            id: self.stamp.id(),
            label,
            pseudonym,
            at: self.stamp.at(),
            ..Participant::default()
        };
        let change = Change::make(Home::Participant(participant.id), &participant);
        (participant.id, edit(Act::AddParticipant, [Some(change)]))
    }

    /// Changes a participant.
    #[must_use]
    pub fn edit_participant(
        &self,
        id: ParticipantId,
        alter: impl FnOnce(&mut Participant),
    ) -> Edit {
        let participant = self.study.participants.get(&id);
        let change =
            participant.and_then(|participant| altered(Home::Participant(id), participant, alter));
        edit(Act::EditParticipant, [change])
    }

    /// The next free label, `P6` after `P1` to `P5`.
    #[must_use]
    pub fn next_label(&self) -> String {
        let taken = |label: &str| {
            self.study
                .participants
                .values()
                .any(|participant| participant.label == label)
        };
        (1..)
            .map(|number| format!("P{number}"))
            .find(|label| !taken(label))
            .unwrap_or_default()
    }
}
