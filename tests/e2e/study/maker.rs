//! A study in the making: edits are done one by one, as a person would, so that the documents have
//! the history that they would have.

use noema::formats::study_file::{self, Package};
use noema::ledger::{Actor, Ledger};
use noema::study::act::Hand;
use noema::study::act::passage::Spot;
use noema::study::act::theme::Seat;
use noema::study::edit::{Act, Edit};
use noema::study::id::{CoderId, Moment, ParticipantId, Stamp, ThemeId, TranscriptId};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::details::StudyDetails;
use noema::study::record::transcript::{Measure, Transcript};
use noema::study::text::{Text, TextHash, Turn};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;

/// A study in the making.
pub struct Maker {
    ledger: Ledger,
    by: CoderId,
    acts: i64,
    title: String,
    texts: BTreeMap<TextHash, Vec<u8>>,
}

impl Maker {
    /// A study of that title.
    pub fn new(title: &str) -> Result<Self, String> {
        let mut stamp = stamp(0);
        let mut maker = Self {
            ledger: Ledger::new(Actor::new(&mut stamp)),
            by: stamp.id(),
            acts: 0,
            title: title.to_owned(),
            texts: BTreeMap::new(),
        };
        let details = StudyDetails {
            title: title.to_owned(),
            ..StudyDetails::default()
        };
        maker.act(|hand| ((), hand.begin_study(&details, "A Coder")))?;
        Ok(maker)
    }

    /// Adds a participant.
    pub fn participant(&mut self) -> Result<ParticipantId, String> {
        self.act(|hand| hand.add_participant(hand.next_label(), String::new()))
    }

    /// Adds a transcript of two speakers who take turns, a paragraph each.
    pub fn transcript(
        &mut self,
        participant: ParticipantId,
        content: &str,
    ) -> Result<TranscriptId, String> {
        let bytes = in_turns(content).to_bytes();
        let text = TextHash::of(&bytes);
        self.texts.insert(text, bytes);
        // What is not said here is empty.
        let transcript: Transcript = serde_json::from_value(json!({
            "id": participant,
            "participant": participant,
            "number": 1,
            "speakers": [{ "name": "Interviewer", "interviewer": true }, { "name": "Participant" }],
            "measure": Measure::default(),
            "text": text,
            "words": content.split_whitespace().count(),
            "by": self.by,
            "at": stamp(self.acts).at(),
        }))
        .map_err(|why| why.to_string())?;
        self.act(|hand| {
            let (id, change) = hand.import(transcript);
            (id, Edit::new(Act::ImportTranscript, [change]))
        })
    }

    /// Adds a theme of the study.
    pub fn theme(&mut self, name: &str) -> Result<ThemeId, String> {
        self.act(|hand| hand.add_theme(Seat::default(), name.to_owned()))
    }

    /// Marks words and puts them under a theme.
    pub fn code(
        &mut self,
        transcript: TranscriptId,
        words: std::ops::Range<u32>,
        theme: ThemeId,
    ) -> Result<(), String> {
        let range = CharRange::new(CharPos(words.start), CharPos(words.end));
        self.act(|hand| ((), hand.code(Spot::Unmarked(transcript, range), theme)))
    }

    /// Writes it.
    pub fn write(self, file: &str) -> Result<String, String> {
        let documents = self
            .ledger
            .homes()
            .map(|home| (home, vec![self.ledger.save(home)]))
            .collect();
        let package = Package {
            study: stamp(1).id(),
            title: self.title,
            documents,
            texts: self.texts,
        };
        let bytes = study_file::write(&package);
        fs::write(file, &bytes).map_err(|why| format!("{file}: {why}"))?;
        Ok(format!("{file}: {} kB", bytes.len() / 1000))
    }

    fn act<T>(&mut self, act: impl FnOnce(&mut Hand) -> (T, Edit)) -> Result<T, String> {
        self.acts += 1;
        let mut stamp = stamp(self.acts);
        let (made, edit) = act(&mut Hand::new(self.ledger.study(), self.by, &mut stamp));
        self.ledger
            .apply(&edit, self.by, stamp.at())
            .map_err(|why| why.to_string())?;
        Ok(made)
    }
}

/// The stamp of an act: a second after the one before, and always the same.
fn stamp(act: i64) -> Stamp {
    let chance = act.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Stamp::new(Moment(1_700_000_000_000 + 1000 * act), chance)
}

/// The two take turns, a paragraph each.
fn in_turns(content: &str) -> Text {
    let mut turns = Vec::new();
    let mut start = 0;
    for (place, paragraph) in content.split('\n').enumerate() {
        turns.push(Turn {
            start: CharPos(start),
            speaker: Some(u16::from(place % 2 == 1)),
            time: None,
        });
        start += u32::try_from(paragraph.chars().count()).unwrap_or(u32::MAX) + 1;
    }
    Text {
        content: content.to_owned(),
        turns,
        ..Text::default()
    }
}
