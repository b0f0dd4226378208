//! An open study for tests of the screen: two participants, three interviews, passages, notes and
//! themes, with actions sent as the browser would send them.

use noema::app::action::Action;
use noema::app::desk::{Desk, Page};
use noema::app::effect::{Effect, Effects};
use noema::app::keeping;
use noema::app::keeping::card::StudyCard;
use noema::app::state::State;
use noema::app::update::update;
use noema::ledger::{Actor, Ledger};
use noema::study::act::Hand;
use noema::study::act::passage::Spot;
use noema::study::act::theme::Seat;
use noema::study::edit::{Act, Change, Edit, Home};
use noema::study::id::{
    CoderId, ExcerptId, Moment, NoteId, ParticipantId, Stamp, ThemeId, TranscriptId,
};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::excerpt::{Anchor, Excerpt};
use noema::study::record::note::NoteKind;
use noema::study::record::participant::Participant;
use noema::study::record::transcript::{Measure, Transcript, TranscriptKind};
use noema::study::study::Study;
use noema::study::text::{Text, TextHash, Turn};
use std::collections::HashMap;
use std::rc::Rc;

/// What everybody says in these interviews; every passage is a sentence of it.
pub const WORDS: &str = "How was it? I walked around the block. Then I opened the door. \
People looked at me. It was odd. They handed me the key.";

/// An open study.
pub struct Scene {
    /// The state of the screen.
    pub state: State,
    /// P1 and P2.
    pub people: Vec<ParticipantId>,
    /// P1's two interviews and P2's one.
    pub transcripts: Vec<TranscriptId>,
    /// Three passages of each interview, in the order of the text.
    pub excerpts: Vec<ExcerptId>,
    texts: HashMap<TextHash, Vec<u8>>,
    moment: i64,
}

impl Scene {
    /// A study without themes or notes; its texts are not read yet.
    pub fn new() -> Self {
        let mut stamp = Stamp::new(Moment(1), 1);
        let ledger = Ledger::new(Actor::new(&mut stamp));
        let mut desk = Desk::new(ledger, StudyCard::default());
        desk.page = Page::Codebook;
        let mut scene = Self {
            state: State {
                desk: Some(desk),
                ..State::default()
            },
            people: Vec::new(),
            transcripts: Vec::new(),
            excerpts: Vec::new(),
            texts: HashMap::new(),
            moment: 1_000,
        };
        for (label, interviews) in [("P1", 2), ("P2", 1)] {
            scene.add_person(label, interviews);
        }
        scene
    }

    fn stamp(&mut self) -> Stamp {
        self.moment += 10_000;
        Stamp::new(Moment(self.moment), self.moment.unsigned_abs())
    }

    fn add_person(&mut self, label: &str, interviews: u32) {
        let mut stamp = self.stamp();
        let person = Participant {
            id: stamp.id(),
            label: label.into(),
            pseudonym: "Noor".into(),
            ..Participant::default()
        };
        let home = Home::Participant(person.id);
        let mut changes = vec![Change::make(home, &person)];
        for number in 1..=interviews {
            let text = text(label, number);
            let bytes = text.to_bytes();
            let hash = TextHash::of(&bytes);
            self.texts.insert(hash, bytes);
            let transcript = transcript(stamp.id(), person.id, number, hash);
            changes.push(Change::make(home, &transcript));
            self.transcripts.push(transcript.id);
            for words in [
                "I walked around the block.",
                "People looked at me.",
                "They handed me the key.",
            ] {
                let at = text.content.find(words).unwrap() as u32;
                let excerpt = Excerpt {
                    id: stamp.id(),
                    transcript: transcript.id,
                    anchor: Anchor {
                        text: hash,
                        range: CharRange::new(CharPos(at), CharPos(at + words.len() as u32)),
                    },
                    by: CoderId::default(),
                    at: Moment(0),
                    binned: None,
                };
                changes.push(Change::make(home, &excerpt));
                self.excerpts.push(excerpt.id);
            }
        }
        self.people.push(person.id);
        self.apply(Edit::new(Act::AddParticipant, changes));
    }

    /// The open study.
    pub fn desk(&self) -> &Desk {
        self.state.desk.as_ref().unwrap()
    }

    /// The study as it stands.
    pub fn study(&self) -> &Study {
        self.desk().study()
    }

    /// Sends an action, and the answers of storage for what it asks.
    pub fn send(&mut self, action: Action) -> Effects {
        let stamp = self.stamp();
        let effects = update(&mut self.state, action, stamp);
        for effect in &effects {
            if let Effect::ReadText(_, hash) = effect {
                let bytes = Rc::new(self.texts[hash].clone());
                let answer = keeping::Action::TextRead(*hash, Ok(bytes));
                let stamp = self.stamp();
                let _ = update(&mut self.state, Action::Keeping(answer), stamp);
            }
        }
        effects
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.send(Action::Keeping(keeping::Action::Undo));
    }

    fn apply(&mut self, edit: Edit) {
        let mut stamp = self.stamp();
        let mut effects = Effects::new();
        assert!(self.state.edit(edit, &mut stamp, &mut effects));
    }

    fn act<T>(&mut self, make: impl FnOnce(&mut Hand) -> (T, Edit)) -> T {
        let mut stamp = self.stamp();
        let study = self.state.desk.as_ref().unwrap().study();
        let (made, edit) = make(&mut Hand::new(study, CoderId::default(), &mut stamp));
        self.apply(edit);
        made
    }

    /// Makes a theme in somebody's tree, or in the study's.
    pub fn theme(&mut self, person: Option<usize>, parent: Option<ThemeId>, name: &str) -> ThemeId {
        let seat = Seat {
            owner: person.map(|person| self.people[person]),
            parent,
            ..Seat::default()
        };
        self.act(|hand| hand.add_theme(seat, name.into()))
    }

    /// Puts a passage under a theme.
    pub fn code(&mut self, excerpt: usize, theme: ThemeId) {
        let spot = Spot::Excerpt(self.excerpts[excerpt]);
        self.act(|hand| ((), hand.code(spot, theme)));
    }

    /// Writes a note on a passage.
    pub fn note(&mut self, excerpt: usize, kind: Option<NoteKind>, text: &str) -> NoteId {
        let spot = Spot::Excerpt(self.excerpts[excerpt]);
        self.act(|hand| hand.note(spot, kind, text.into())).unwrap()
    }

    /// What was said last to a screen reader.
    pub fn said(&self) -> String {
        let said = self.state.notices.said.as_ref();
        said.map_or(String::new(), |(key, values)| {
            self.state.messages.with(key, values)
        })
    }
}

/// Whether some effects give the keyboard to an element of that name.
pub fn focuses(effects: &Effects, name: &str) -> bool {
    effects.contains(&Effect::Focus(name.into()))
}

fn text(label: &str, number: u32) -> Text {
    let question = WORDS.find("I walked").unwrap() as u32;
    Text {
        // Each interview has a text of its own.
        content: format!("{WORDS} Interview {number} of {label} ends."),
        turns: vec![
            Turn {
                start: CharPos(0),
                speaker: Some(0),
                time: None,
            },
            Turn {
                start: CharPos(question),
                speaker: Some(1),
                time: None,
            },
        ],
        ..Text::default()
    }
}

/// A transcript of which nothing is known but its text.
pub fn transcript(
    id: TranscriptId,
    participant: ParticipantId,
    number: u32,
    text: TextHash,
) -> Transcript {
    Transcript {
        id,
        participant,
        kind: TranscriptKind::Interview,
        title: String::new(),
        number,
        wave: String::new(),
        date: String::new(),
        duration: String::new(),
        mode: String::new(),
        place: String::new(),
        interviewer: String::new(),
        language: String::new(),
        context: String::new(),
        atmosphere: String::new(),
        content: String::new(),
        reflection: String::new(),
        speakers: Vec::new(),
        measure: Measure::default(),
        text,
        corrections: Vec::new(),
        words: 0,
        by: CoderId::default(),
        at: Moment(0),
        binned: None,
    }
}
