//! Makes studies and edits for property tests: a [`Step`] is drawn by chance and becomes an edit
//! that fits the study it meets, so any list of steps is a life that a study could have had.

use noema::study::edit::{Act, Change, Edit, Home, Record};
use noema::study::id::{CoderId, Moment, ParticipantId, Stamp, TranscriptId};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::Binned;
use noema::study::record::coder::Coder;
use noema::study::record::coding::Coding;
use noema::study::record::details::StudyDetails;
use noema::study::record::excerpt::{Anchor, Excerpt};
use noema::study::record::memo::{About, Memo};
use noema::study::record::note::{Note, NoteKind};
use noema::study::record::participant::{Attribute, Participant};
use noema::study::record::theme::{Level, Theme};
use noema::study::record::transcript::{Measure, Transcript, TranscriptKind};
use noema::study::record::translation::Translation;
use noema::study::study::Study;
use noema::study::text::TextHash;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One thing that a person does; what it meets is picked by `at`, `other` and `third`.
#[derive(Clone, Debug)]
pub struct Step {
    pub deed: Deed,
    pub at: usize,
    pub other: usize,
    pub third: usize,
    pub words: String,
}

/// What sort of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Details,
    AddCoder,
    AddParticipant,
    EditParticipant,
    BinParticipant,
    AddTranscript,
    EditTranscript,
    BinTranscript,
    AddExcerpt,
    MoveExcerpt,
    BinExcerpt,
    AddNote,
    EditNote,
    BinNote,
    AddTheme,
    EditTheme,
    MoveTheme,
    BinTheme,
    AddCoding,
    EditCoding,
    BinCoding,
    AddTranslation,
    EditTranslation,
    AddMemo,
    EditMemo,
}

/// Every deed; those that a study is full of come more often.
const DEEDS: [Deed; 32] = {
    use Deed::*;
    [
        Details,
        AddCoder,
        AddParticipant,
        AddParticipant,
        EditParticipant,
        BinParticipant,
        AddTranscript,
        AddTranscript,
        EditTranscript,
        BinTranscript,
        AddExcerpt,
        AddExcerpt,
        AddExcerpt,
        MoveExcerpt,
        BinExcerpt,
        AddNote,
        AddNote,
        EditNote,
        BinNote,
        AddTheme,
        AddTheme,
        EditTheme,
        MoveTheme,
        BinTheme,
        AddCoding,
        AddCoding,
        EditCoding,
        BinCoding,
        AddTranslation,
        EditTranslation,
        AddMemo,
        EditMemo,
    ]
};

/// A step of any sort.
pub fn step() -> impl Strategy<Value = Step> {
    let deed = prop::sample::select(&DEEDS[..]);
    let words = prop_oneof![
        Just(String::new()),
        "[a-z ]{1,8}",
        "\\PC{0,6}",
        Just("\u{1f469}\u{200d}\u{1f52c} \"e\u{301}\" \\ \u{0}\n/".to_owned()),
    ];
    (deed, 0usize..40, 0usize..40, 0usize..40, words).prop_map(|(deed, at, other, third, words)| {
        Step {
            deed,
            at,
            other,
            third,
            words,
        }
    })
}

/// Up to that many steps.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 0..most)
}

/// A life that begins with people, transcripts and passages, so that later steps meet something.
pub fn life(most: usize) -> impl Strategy<Value = Vec<Step>> {
    use Deed::*;
    let first = [
        AddParticipant,
        AddParticipant,
        AddTranscript,
        AddTranscript,
        AddExcerpt,
        AddExcerpt,
        AddNote,
        AddTheme,
        AddTheme,
        AddCoding,
    ];
    let first = first.map(|deed| step().prop_map(move |step| Step { deed, ..step }));
    (first, steps(most)).prop_map(|(first, rest)| first.into_iter().chain(rest).collect())
}

/// A coder of the tests.
pub fn coder(number: u64) -> CoderId {
    Stamp::new(Moment(1), number).id()
}

fn pick<K: Copy, V>(shelf: &BTreeMap<K, V>, place: usize) -> Option<(K, &V)> {
    let place = place.checked_rem(shelf.len())?;
    shelf.iter().nth(place).map(|(key, value)| (*key, value))
}

/// The edit that a step is in a study; none when the study has nothing it could meet.
pub fn edit(study: &Study, stamp: &mut Stamp, step: &Step) -> Option<Edit> {
    let Step {
        at,
        other,
        third,
        words,
        ..
    } = step.clone();
    let by = coder(third as u64 % 3);
    let made = stamp.at();
    let binned = |was: &Option<Binned>| match was {
        Some(_) => None,
        None => Some(Binned {
            at: made,
            by,
            hash: step.words.clone(),
        }),
    };
    let change = match step.deed {
        Deed::Details => {
            let mut now = study.details.clone();
            now.title = words;
            now.margins_swapped = third % 2 == 0;
            alter(Home::Study, &study.details, &now)?
        }
        Deed::AddCoder => Change::make(
            Home::Study,
            &Coder {
                id: stamp.id(),
                initials: Coder::initials_of(&words),
                name: words,
                at: made,
            },
        ),
        Deed::AddParticipant => {
            let id = stamp.id();
            let participant = Participant {
                id,
                label: format!("P{at}"),
                at: made,
                ..Default::default()
            };
            Change::make(Home::Participant(id), &participant)
        }
        Deed::EditParticipant => {
            let (id, was) = pick(&study.participants, at)?;
            let mut now = was.clone();
            now.attributes.push(Attribute {
                name: words.clone(),
                value: words,
                wave: String::new(),
            });
            alter(Home::Participant(id), was, &now)?
        }
        Deed::BinParticipant => {
            let (id, was) = pick(&study.participants, at)?;
            let mut now = was.clone();
            now.binned = binned(&was.binned);
            alter(Home::Participant(id), was, &now)?
        }
        Deed::AddTranscript => {
            let (participant, _) = pick(&study.participants, at)?;
            let id = stamp.id();
            Change::make(
                Home::Participant(participant),
                &transcript(id, participant, by, made, words),
            )
        }
        Deed::EditTranscript => {
            let (id, was) = pick(&study.transcripts, at)?;
            let mut now = was.clone();
            now.title = words;
            now.number = u32::try_from(other).ok()?;
            alter(study.home_of_transcript(id)?, was, &now)?
        }
        Deed::BinTranscript => {
            let (id, was) = pick(&study.transcripts, at)?;
            let mut now = was.clone();
            now.binned = binned(&was.binned);
            alter(study.home_of_transcript(id)?, was, &now)?
        }
        Deed::AddExcerpt => {
            let (transcript, _) = pick(&study.transcripts, at)?;
            let anchor = anchor(other, third);
            let excerpt = Excerpt {
                id: stamp.id(),
                transcript,
                anchor,
                by,
                at: made,
                binned: None,
            };
            Change::make(study.home_of_transcript(transcript)?, &excerpt)
        }
        Deed::MoveExcerpt => {
            let (id, was) = pick(&study.excerpts, at)?;
            let now = Excerpt {
                anchor: anchor(other, third),
                ..was.clone()
            };
            alter(study.home_of_excerpt(id)?, was, &now)?
        }
        Deed::BinExcerpt => {
            let (id, was) = pick(&study.excerpts, at)?;
            let now = Excerpt {
                binned: binned(&was.binned),
                ..was.clone()
            };
            alter(study.home_of_excerpt(id)?, was, &now)?
        }
        Deed::AddNote => {
            let (excerpt, _) = pick(&study.excerpts, at)?;
            let note = Note {
                id: stamp.id(),
                excerpt,
                text: words,
                kind: kind(other),
                by,
                at: made,
                binned: None,
            };
            Change::make(study.home_of_excerpt(excerpt)?, &note)
        }
        Deed::EditNote => {
            let (_, was) = pick(&study.notes, at)?;
            let now = Note {
                kind: kind(other),
                text: words,
                ..was.clone()
            };
            alter(study.home_of_excerpt(was.excerpt)?, was, &now)?
        }
        Deed::BinNote => {
            let (_, was) = pick(&study.notes, at)?;
            let now = Note {
                binned: binned(&was.binned),
                ..was.clone()
            };
            alter(study.home_of_excerpt(was.excerpt)?, was, &now)?
        }
        Deed::AddTheme => {
            let owner = pick(&study.participants, at)
                .filter(|_| third % 3 > 0)
                .map(|(id, _)| id);
            let theme = Theme {
                id: stamp.id(),
                owner,
                name: words,
                parent: pick(&study.themes, other).map(|(id, _)| id),
                notes: pick(&study.notes, third)
                    .into_iter()
                    .map(|(id, _)| id)
                    .collect(),
                by,
                at: made,
                ..Default::default()
            };
            Change::make(owner.map_or(Home::Study, Home::Participant), &theme)
        }
        Deed::EditTheme => {
            let (id, was) = pick(&study.themes, at)?;
            let now = Theme {
                name: words,
                retired: other % 2 == 0,
                level: [Level::Statement, Level::Middle, Level::Top][third % 3],
                notes: pick(&study.notes, third)
                    .into_iter()
                    .map(|(id, _)| id)
                    .collect(),
                ..was.clone()
            };
            alter(study.home_of_theme(id)?, was, &now)?
        }
        Deed::MoveTheme => {
            let (id, was) = pick(&study.themes, at)?;
            let now = Theme {
                parent: pick(&study.themes, other)
                    .map(|(id, _)| id)
                    .filter(|_| third % 4 > 0),
                under: pick(&study.themes, third)
                    .map(|(id, _)| id)
                    .filter(|_| third % 3 > 0),
                order: words,
                ..was.clone()
            };
            alter(study.home_of_theme(id)?, was, &now)?
        }
        Deed::BinTheme => {
            let (id, was) = pick(&study.themes, at)?;
            let now = Theme {
                binned: binned(&was.binned),
                ..was.clone()
            };
            alter(study.home_of_theme(id)?, was, &now)?
        }
        Deed::AddCoding => {
            let (excerpt, _) = pick(&study.excerpts, at)?;
            let (theme, _) = pick(&study.themes, other)?;
            let coding = Coding {
                id: stamp.id(),
                excerpt,
                theme,
                by,
                at: made,
                binned: None,
            };
            Change::make(study.home_of_excerpt(excerpt)?, &coding)
        }
        Deed::EditCoding => {
            let (_, was) = pick(&study.codings, at)?;
            let (theme, _) = pick(&study.themes, other)?;
            let now = Coding {
                theme,
                ..was.clone()
            };
            alter(study.home_of_excerpt(was.excerpt)?, was, &now)?
        }
        Deed::BinCoding => {
            let (_, was) = pick(&study.codings, at)?;
            let now = Coding {
                binned: binned(&was.binned),
                ..was.clone()
            };
            alter(study.home_of_excerpt(was.excerpt)?, was, &now)?
        }
        Deed::AddTranslation => {
            let (excerpt, _) = pick(&study.excerpts, at)?;
            let translation = Translation {
                id: stamp.id(),
                excerpt,
                text: words,
                by,
                at: made,
                ..Default::default()
            };
            Change::make(study.home_of_excerpt(excerpt)?, &translation)
        }
        Deed::EditTranslation => {
            let (_, was) = pick(&study.translations, at)?;
            let now = Translation {
                text: words,
                binned: binned(&was.binned),
                ..was.clone()
            };
            alter(study.home_of_excerpt(was.excerpt)?, was, &now)?
        }
        Deed::AddMemo => {
            let about = about(study, at, other);
            let memo = Memo {
                id: stamp.id(),
                text: words,
                about,
                by,
                at: made,
                ..Default::default()
            };
            Change::make(study.home_of_memo(about)?, &memo)
        }
        Deed::EditMemo => {
            let (_, was) = pick(&study.memos, at)?;
            let now = Memo {
                title: words,
                binned: binned(&was.binned),
                ..was.clone()
            };
            alter(study.home_of_memo(was.about)?, was, &now)?
        }
    };
    let act = Act::ALL[(at + other) % Act::ALL.len()];
    Some(Edit::new(act, [change]))
}

fn alter<R: Record>(home: Home, was: &R, now: &R) -> Option<Change> {
    Change::alter(home, was, now)
}

fn kind(place: usize) -> Option<NoteKind> {
    NoteKind::ALL.get(place % 4).copied()
}

fn anchor(one: usize, other: usize) -> Anchor {
    let place = |number: usize| CharPos(u32::try_from(number).unwrap());
    Anchor {
        text: TextHash::of(b"words"),
        range: CharRange::new(place(one), place(other)),
    }
}

fn about(study: &Study, sort: usize, place: usize) -> About {
    let found = match sort % 6 {
        1 => pick(&study.participants, place).map(|(id, _)| About::Participant(id)),
        2 => pick(&study.transcripts, place).map(|(id, _)| About::Transcript(id)),
        3 => pick(&study.excerpts, place).map(|(id, _)| About::Excerpt(id)),
        4 => pick(&study.notes, place).map(|(id, _)| About::Note(id)),
        5 => pick(&study.themes, place).map(|(id, _)| About::Theme(id)),
        _ => None,
    };
    found.unwrap_or_default()
}

/// A transcript with nothing in it but what it must have.
pub fn transcript(
    id: TranscriptId,
    participant: ParticipantId,
    by: CoderId,
    at: Moment,
    title: String,
) -> Transcript {
    Transcript {
        id,
        participant,
        kind: TranscriptKind::Interview,
        title,
        number: 1,
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
        text: TextHash::of(b"words"),
        corrections: Vec::new(),
        words: 0,
        by,
        at,
        binned: None,
    }
}

/// The details of a study with a title.
pub fn details(title: &str) -> StudyDetails {
    StudyDetails {
        title: title.to_owned(),
        ..Default::default()
    }
}
