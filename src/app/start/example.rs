//! What the example becomes in a study: its records and texts, with the authors and days that it
//! names.
//!
//! Invariant: a part needs only the parts before it, and touches few documents, so that each can be
//! written in a task of its own.

use crate::app::date;
use crate::app::setting::Person;
use crate::formats::example::{self, Example, StatementName, Tie};
use crate::study::act::theme::COLOURS;
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::{
    CoderId, ExcerptId, Id, Moment, NoteId, ParticipantId, Stamp, ThemeId, TranscriptId,
};
use crate::study::order;
use crate::study::record::coder::Coder;
use crate::study::record::coding::Coding;
use crate::study::record::details::{GuideEntry, StudyDetails};
use crate::study::record::excerpt::{Anchor, Excerpt};
use crate::study::record::memo::{About, Memo};
use crate::study::record::note::Note;
use crate::study::record::participant::{Attribute, Participant};
use crate::study::record::theme::{Level, Theme};
use crate::study::record::transcript::{Measure, Speaker, Transcript, TranscriptKind};
use crate::study::record::translation::Translation;
use crate::study::text::TextHash;
use std::collections::HashMap;
use std::rc::Rc;

/// The speaker that asks, as the example's files name them.
const INTERVIEWER: &str = "Interviewer";

/// What the example becomes.
#[derive(Debug)]
pub struct Made {
    /// Edits, each to be written in a task of its own.
    pub parts: Vec<Edit>,
    /// Texts in their canonical bytes.
    pub texts: Vec<(TextHash, Rc<Vec<u8>>)>,
}

/// Makes records of the example. Whoever opens it joins its coders.
#[must_use]
pub fn make(example: &Example, me: &Person, stamp: &mut Stamp) -> Made {
    let mut maker = Maker {
        example,
        begun: stamp.at(),
        stamp,
        coders: HashMap::new(),
        participants: HashMap::new(),
        transcripts: HashMap::new(),
        passages: HashMap::new(),
        statements: HashMap::new(),
        themes: HashMap::new(),
        seats: HashMap::new(),
        orders: HashMap::new(),
        texts: Vec::new(),
    };
    let mut parts = vec![maker.study(me)];
    for participant in &example.participants {
        parts.extend(maker.participant(participant));
    }
    parts.push(maker.memos());
    Made {
        parts,
        texts: maker.texts,
    }
}

struct Maker<'a> {
    example: &'a Example,
    begun: Moment,
    stamp: &'a mut Stamp,
    coders: HashMap<&'a str, CoderId>,
    participants: HashMap<&'a str, ParticipantId>,
    transcripts: HashMap<(&'a str, u16), TranscriptId>,
    passages: HashMap<(&'a str, u16, u16), ExcerptId>,
    /// Statements, by participant and words.
    statements: HashMap<(&'a str, &'a str), ThemeId>,
    /// Themes and sub-themes of the study.
    themes: HashMap<&'a str, ThemeId>,
    /// Under which sub-theme each statement lies.
    seats: HashMap<(&'a str, &'a str), Seat>,
    orders: HashMap<(Option<ParticipantId>, Option<ThemeId>), String>,
    texts: Vec<(TextHash, Rc<Vec<u8>>)>,
}

/// A theme that others hang under, and its colour.
#[derive(Clone, Copy)]
struct Seat {
    id: ThemeId,
    colour: u8,
}

/// What supports a statement, over all interviews.
#[derive(Default)]
struct Support<'a> {
    words: &'a str,
    excerpts: Vec<Excerpt>,
    notes: Vec<NoteId>,
}

impl<'a> Maker<'a> {
    fn id<I: From<Id>>(&mut self) -> I {
        self.stamp.id()
    }

    fn lead(&self) -> CoderId {
        let first = self.example.coders.first();
        first.map_or_else(CoderId::default, |coder| self.coder(&coder.name))
    }

    fn coder(&self, name: &str) -> CoderId {
        self.coders.get(name).copied().unwrap_or_default()
    }

    fn moment(&self, date: &str) -> Moment {
        date::noon(date).unwrap_or(self.begun)
    }

    /// Details, coders, and the themes across participants.
    fn study(&mut self, me: &Person) -> Edit {
        let example = self.example;
        let mut changes = vec![details(example)];
        let first = example.memos.first();
        let joined = first.map_or(self.begun, |memo| self.moment(&memo.date));
        for source in &example.coders {
            let id = self.id();
            self.coders.insert(&source.name, id);
            changes.push(Change::make(Home::Study, &coder(id, &source.name, joined)));
        }
        changes.push(Change::make(
            Home::Study,
            &coder(me.id, &me.name, self.begun),
        ));
        for (place, source) in example.study_themes.iter().enumerate() {
            let seat = self.theme(&source.name, &source.definition, None, place, &mut changes);
            for sub in &source.sub_themes {
                let above = Some(seat.id);
                let seat = self.theme(&sub.name, &sub.definition, above, place, &mut changes);
                for StatementName { participant, text } in &sub.statements {
                    self.seats.insert((participant, text), seat);
                }
            }
        }
        Edit::new(Act::OpenExample, changes)
    }

    /// A theme or sub-theme of the study.
    fn theme(
        &mut self,
        name: &'a str,
        definition: &str,
        parent: Option<ThemeId>,
        colour: usize,
        changes: &mut Vec<Change>,
    ) -> Seat {
        let level = parent.map_or(Level::Top, |_| Level::Middle);
        let theme = Theme {
            id: self.id(),
            definition: definition.to_owned(),
            ..self.node(name, None, parent, level, palette(colour))
        };
        let seat = Seat {
            id: theme.id,
            colour: theme.colour,
        };
        self.themes.insert(name, seat.id);
        changes.push(Change::make(Home::Study, &theme));
        seat
    }

    /// A theme without a name among the records, behind those that hang under the same one.
    fn node(
        &mut self,
        name: &str,
        owner: Option<ParticipantId>,
        parent: Option<ThemeId>,
        level: Level,
        colour: u8,
    ) -> Theme {
        let last = self.orders.get(&(owner, parent)).map(String::as_str);
        let order = order::between(last, None);
        self.orders.insert((owner, parent), order.clone());
        Theme {
            name: name.to_owned(),
            owner,
            parent,
            level,
            colour,
            order,
            by: self.lead(),
            at: self.begun,
            ..Theme::default()
        }
    }

    /// A participant: the person, each transcript, then the statements with their evidence.
    fn participant(&mut self, source: &'a example::Participant) -> Vec<Edit> {
        let id: ParticipantId = self.id();
        self.participants.insert(&source.label, id);
        let person = Participant {
            at: self.begun,
            ..person(id, source)
        };
        let home = Home::Participant(id);
        let made = Change::make(home, &person);
        let mut parts = vec![Edit::new(Act::OpenExample, [made])];
        let mut supports = Vec::new();
        let transcripts = &self.example.transcripts;
        for transcript in transcripts
            .iter()
            .filter(|of| of.participant == source.label)
        {
            let changes = self.transcript(transcript, id, &mut supports);
            parts.push(Edit::new(Act::OpenExample, changes));
        }
        let changes = self.statements(&source.label, id, supports);
        parts.push(Edit::new(Act::OpenExample, changes));
        parts
    }

    /// A transcript with its passages, notes and translations.
    fn transcript(
        &mut self,
        source: &'a example::Transcript,
        owner: ParticipantId,
        supports: &mut Vec<Support<'a>>,
    ) -> Vec<Change> {
        let (home, label) = (Home::Participant(owner), source.participant.as_str());
        let at = self.moment(&source.fields.date);
        let bytes = source.text.to_bytes();
        let text = TextHash::of(&bytes);
        self.texts.push((text, Rc::new(bytes)));
        let id: TranscriptId = self.id();
        let by = self.lead();
        self.transcripts.insert((label, source.number), id);
        let mut changes = vec![Change::make(
            home,
            &transcript(source, id, owner, text, by, at),
        )];
        let mut excerpts = HashMap::new();
        for passage in &source.passages {
            let note = source
                .notes
                .iter()
                .find(|note| note.passage == passage.number);
            let excerpt = Excerpt {
                id: self.id(),
                transcript: id,
                anchor: Anchor {
                    text,
                    range: passage.range,
                },
                by: note.map_or(by, |note| self.coder(&note.coder)),
                at,
                binned: None,
            };
            let place = (label, source.number, passage.number);
            self.passages.insert(place, excerpt.id);
            changes.push(Change::make(home, &excerpt));
            excerpts.insert(passage.number, excerpt);
        }
        let mut notes = Vec::new();
        for note in &source.notes {
            let record = Note {
                id: self.id(),
                excerpt: excerpts[&note.passage].id,
                text: note.text.clone(),
                kind: Some(note.kind),
                by: self.coder(&note.coder),
                at,
                binned: None,
            };
            notes.push(record.id);
            changes.push(Change::make(home, &record));
        }
        changes.extend(self.translations(source, home, at));
        for statement in &source.statements {
            let known = supports
                .iter()
                .position(|known| known.words == statement.text);
            let place = known.unwrap_or_else(|| {
                supports.push(Support {
                    words: &statement.text,
                    ..Support::default()
                });
                supports.len() - 1
            });
            let passages = statement.passages.iter();
            let evidence = passages.map(|number| excerpts[number].clone());
            supports[place].excerpts.extend(evidence);
            let made_from = statement.notes.iter().map(|place| notes[*place]);
            supports[place].notes.extend(made_from);
        }
        changes
    }

    fn translations(
        &mut self,
        source: &'a example::Transcript,
        home: Home,
        at: Moment,
    ) -> Vec<Change> {
        let of_this = |translation: &&example::Translation| {
            translation.participant == source.participant && translation.number == source.number
        };
        let found = self.example.translations.iter().filter(of_this);
        let mut changes = Vec::new();
        for translation in found {
            let place = (&*source.participant, source.number, translation.passage);
            let record = Translation {
                id: self.id(),
                excerpt: self.passages[&place],
                text: translation.text.clone(),
                language: translation.to.clone(),
                translator: translation.translator.clone(),
                checker: translation.checker.clone(),
                by: self.lead(),
                at,
                binned: None,
            };
            changes.push(Change::make(home, &record));
        }
        changes
    }

    /// A participant's case themes and statements, with the evidence of the statements.
    fn statements(
        &mut self,
        label: &'a str,
        owner: ParticipantId,
        supports: Vec<Support<'a>>,
    ) -> Vec<Change> {
        let home = Home::Participant(owner);
        let mut changes = Vec::new();
        let mut parents = HashMap::new();
        let themes = self.example.case_themes.iter();
        let own = themes.filter(|theme| theme.participant == label);
        for (place, source) in own.enumerate() {
            let colour = palette(place);
            let theme = Theme {
                id: self.id(),
                ..self.node(&source.name, Some(owner), None, Level::Middle, colour)
            };
            let seat = Seat {
                id: theme.id,
                colour,
            };
            parents.extend(source.statements.iter().map(|words| (words.as_str(), seat)));
            changes.push(Change::make(home, &theme));
        }
        for (place, support) in supports.into_iter().enumerate() {
            let parent = parents.get(support.words).copied();
            let under = self.seats.get(&(label, support.words)).copied();
            let colour = parent.or(under).map_or(palette(place), |seat| seat.colour);
            let parent = parent.map(|seat| seat.id);
            let theme = Theme {
                id: self.id(),
                under: under.map(|seat| seat.id),
                notes: support.notes,
                ..self.node(support.words, Some(owner), parent, Level::Statement, colour)
            };
            self.statements.insert((label, support.words), theme.id);
            changes.push(Change::make(home, &theme));
            for excerpt in support.excerpts {
                let coding = Coding {
                    id: self.id(),
                    excerpt: excerpt.id,
                    theme: theme.id,
                    by: excerpt.by,
                    at: excerpt.at,
                    binned: None,
                };
                changes.push(Change::make(home, &coding));
            }
        }
        changes
    }

    /// The journal.
    fn memos(&mut self) -> Edit {
        let mut changes = Vec::new();
        for source in &self.example.memos {
            let (about, home) = self.tie(&source.about);
            let memo = Memo {
                id: self.id(),
                title: source.title.clone(),
                text: source.text.clone(),
                about,
                by: self.coder(&source.coder),
                at: self.moment(&source.date),
                binned: None,
            };
            changes.push(Change::make(home, &memo));
        }
        Edit::new(Act::OpenExample, changes)
    }

    /// What a memo is about, and in which document it lives.
    fn tie(&self, tie: &Tie) -> (About, Home) {
        let home = |label: &str| Home::Participant(self.participants[label]);
        match tie {
            Tie::Study => (About::Study, Home::Study),
            Tie::Participant(label) => {
                let id = self.participants[label.as_str()];
                (About::Participant(id), home(label))
            }
            Tie::Transcript(label, number) => {
                let id = self.transcripts[&(label.as_str(), *number)];
                (About::Transcript(id), home(label))
            }
            Tie::Passage(label, number, passage) => {
                let id = self.passages[&(label.as_str(), *number, *passage)];
                (About::Excerpt(id), home(label))
            }
            Tie::Theme(name) => (About::Theme(self.themes[name.as_str()]), Home::Study),
            Tie::Statement(StatementName { participant, text }) => {
                let id = self.statements[&(participant.as_str(), text.as_str())];
                (About::Theme(id), home(participant))
            }
        }
    }
}

fn palette(place: usize) -> u8 {
    u8::try_from(place % usize::from(COLOURS)).unwrap_or_default()
}

fn coder(id: CoderId, name: &str, at: Moment) -> Coder {
    Coder {
        id,
        name: name.to_owned(),
        initials: Coder::initials_of(name),
        at,
    }
}

fn details(example: &Example) -> Change {
    let source = &example.details;
    let guide = example.guide.questions.iter().map(|question| GuideEntry {
        domain: question.domain.clone(),
        question: question.words.clone(),
        probes: question.probes.join("\n"),
        version: example.guide.version.clone(),
    });
    let details = StudyDetails {
        title: source.title.clone(),
        question: source.question.clone(),
        aim: source.aim.clone(),
        sampling: source.sampling.clone(),
        criteria: source.criteria.clone(),
        ethics: source.ethics_number.clone(),
        language: source.language.clone(),
        guide: guide.collect(),
        ..StudyDetails::default()
    };
    let change = Change::alter(Home::Study, &StudyDetails::default(), &details);
    change.expect("the example has a title, which an empty study has not")
}

fn person(id: ParticipantId, source: &example::Participant) -> Participant {
    let attributes = source.attributes.iter().map(|attribute| Attribute {
        name: attribute.name.clone(),
        value: attribute.value.clone(),
        wave: attribute.time_point.clone().unwrap_or_default(),
    });
    Participant {
        id,
        label: source.label.clone(),
        pseudonym: source.pseudonym.clone(),
        attributes: attributes.collect(),
        ..Participant::default()
    }
}

fn transcript(
    source: &example::Transcript,
    id: TranscriptId,
    participant: ParticipantId,
    text: TextHash,
    by: CoderId,
    at: Moment,
) -> Transcript {
    let fields = source.fields.clone();
    let speakers = source.speakers.iter().map(|name| Speaker {
        name: name.clone(),
        interviewer: name == INTERVIEWER,
    });
    let words = source.text.content.split_whitespace().count();
    Transcript {
        id,
        participant,
        kind: TranscriptKind::Interview,
        title: String::new(),
        number: source.number.into(),
        wave: fields.time_point,
        date: fields.date,
        duration: fields.duration,
        mode: fields.mode,
        place: fields.place,
        interviewer: fields.interviewer,
        language: fields.language,
        context: fields.context,
        atmosphere: fields.atmosphere,
        content: fields.content,
        reflection: fields.reflection,
        speakers: speakers.collect(),
        measure: Measure::default(),
        text,
        corrections: Vec::new(),
        words: u32::try_from(words).unwrap_or(u32::MAX),
        by,
        at,
        binned: None,
    }
}

#[cfg(test)]
mod tests {
    use super::make;
    use crate::app::setting::Person;
    use crate::formats::example::example;
    use crate::ledger::{Actor, Ledger};
    use crate::study::id::{CoderId, Moment, Stamp};

    #[test]
    fn the_whole_example_becomes_a_study() {
        let source = example();
        let mut stamp = Stamp::new(Moment(1_940_000_000_000), 7);
        let me = Person {
            id: stamp.id(),
            name: "You".into(),
        };
        let made = make(&source, &me, &mut stamp);
        let mut ledger = Ledger::new(Actor::new(&mut stamp));
        for part in &made.parts {
            ledger
                .apply(part, CoderId::default(), stamp.at())
                .expect("parts rest on those before only");
        }
        let study = ledger.study();
        let sum = |count: fn(&crate::formats::example::Transcript) -> usize| {
            source.transcripts.iter().map(count).sum::<usize>()
        };
        assert_eq!(study.participants.len(), source.participants.len());
        assert_eq!(study.transcripts.len(), made.texts.len());
        assert_eq!(study.excerpts.len(), sum(|of| of.passages.len()));
        assert_eq!(study.notes.len(), sum(|of| of.notes.len()));
        let evidence = sum(|of| of.statements.iter().map(|one| one.passages.len()).sum());
        assert_eq!(study.codings.len(), evidence);
        assert_eq!(study.memos.len(), source.memos.len());
        assert_eq!(study.translations.len(), source.translations.len());
        assert_eq!(study.coders.len(), source.coders.len() + 1);
        assert_eq!(study.roots(None).len(), 6);
        let subs = study.roots(None).into_iter();
        let subs: Vec<_> = subs.flat_map(|theme| study.children(theme.id)).collect();
        assert_eq!(subs.len(), 12);
        assert!(
            subs.iter()
                .all(|sub| !study.placed_under(sub.id).is_empty())
        );
        let placed = |theme: &&crate::study::record::theme::Theme| {
            theme.owner.is_some() && theme.parent.is_some()
        };
        assert!(study.themes.values().filter(placed).count() > 0);
        assert!(made.parts.len() > 15, "each part is a task of its own");
    }
}
