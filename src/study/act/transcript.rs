//! Importing transcripts, changing their fields, correcting their words.

use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::TranscriptId;
use crate::study::position::CharRange;
use crate::study::record::excerpt::{Anchor, Excerpt};
use crate::study::record::note::Note;
use crate::study::record::transcript::{Correction, Transcript};
use crate::study::text::TextHash;
use std::collections::BTreeMap;

impl Hand<'_> {
    /// Adds a transcript. Its id, coder and moment are filled in here.
    pub fn import(&mut self, transcript: Transcript) -> (TranscriptId, Change) {
        let transcript = Transcript {
            id: self.stamp.id(),
            by: self.by,
            at: self.stamp.at(),
            ..transcript
        };
        let home = Home::Participant(transcript.participant);
        (transcript.id, Change::make(home, &transcript))
    }

    /// Writes notes on passages of a transcript that is imported in the same edit. Of one range there
    /// is one passage, however many notes it has.
    pub fn import_notes(
        &mut self,
        transcript: TranscriptId,
        home: Home,
        text: TextHash,
        notes: impl IntoIterator<Item = (CharRange, String)>,
    ) -> Vec<Change> {
        let mut marked = BTreeMap::new();
        let mut changes = Vec::new();
        for (range, words) in notes.into_iter().filter(|(range, _)| !range.is_empty()) {
            let excerpt = *marked
                .entry((range.start(), range.end()))
                .or_insert_with(|| {
                    let excerpt = Excerpt {
                        id: self.stamp.id(),
                        transcript,
                        anchor: Anchor { text, range },
                        by: self.by,
                        at: self.stamp.at(),
                        binned: None,
                    };
                    changes.push(Change::make(home, &excerpt));
                    excerpt.id
                });
            let note = Note {
                id: self.stamp.id(),
                excerpt,
                text: words,
                by: self.by,
                at: self.stamp.at(),
                ..Note::default()
            };
            changes.push(Change::make(home, &note));
        }
        changes
    }

    /// Changes a transcript's fields.
    #[must_use]
    pub fn edit_transcript(&self, id: TranscriptId, alter: impl FnOnce(&mut Transcript)) -> Edit {
        edit(Act::EditTranscript, [self.altered_transcript(id, alter)])
    }

    /// Notes that words were corrected: `range` of the present text became `length` characters of
    /// another text, which has to be stored with this edit.
    #[must_use]
    pub fn correct(&self, id: TranscriptId, text: TextHash, range: CharRange, length: u32) -> Edit {
        let correction = Correction {
            text,
            range,
            length,
            by: self.by,
            at: self.stamp.at(),
        };
        let change = self.altered_transcript(id, |transcript| {
            transcript.corrections.push(correction);
        });
        edit(Act::CorrectText, [change])
    }

    fn altered_transcript(
        &self,
        id: TranscriptId,
        alter: impl FnOnce(&mut Transcript),
    ) -> Option<Change> {
        let transcript = self.study.transcripts.get(&id)?;
        altered(Home::Participant(transcript.participant), transcript, alter)
    }
}
