//! The relations of a study: what the look-ups find is what the records say, whatever lies in the bin.

use crate::desk::Desk;
use crate::generate::{Deed, Step, life};
use noema::study::edit::{Act, Change, Edit, Home, Record};
use noema::study::id::{ExcerptId, ParticipantId, ThemeId, TranscriptId};
use noema::study::record::Binned;
use noema::study::study::Study;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn counted(study: &Study, theme: ThemeId) -> BTreeMap<ParticipantId, u32> {
    let mut counts = BTreeMap::new();
    for coding in study
        .codings
        .values()
        .filter(|coding| coding.theme == theme)
    {
        let live = study
            .live_excerpt(coding.excerpt)
            .filter(|_| coding.binned.is_none());
        let transcript = live.and_then(|excerpt| study.live_transcript(excerpt.transcript));
        if let Some(transcript) = transcript {
            *counts.entry(transcript.participant).or_default() += 1;
        }
    }
    counts
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn look_ups_find_what_the_records_say(life in life(120)) {
        let mut desk = Desk::new(0);
        desk.work(&life);
        let study = desk.ledger.study();
        for id in study.themes.keys() {
            let told: BTreeMap<_, _> = study.support_of(*id).collect();
            prop_assert_eq!(told, counted(study, *id));
        }
        for id in study.transcripts.keys() {
            let said = study.excerpts.values().filter(|it| it.transcript == *id && it.binned.is_none());
            prop_assert_eq!(sorted(study.excerpts_of(*id).map(|it| it.id)), sorted(said.map(|it| it.id)));
        }
        for id in study.excerpts.keys() {
            let said = study.notes.values().filter(|it| it.excerpt == *id && it.binned.is_none());
            prop_assert_eq!(sorted(study.notes_of(*id).map(|it| it.id)), sorted(said.map(|it| it.id)));
            let said = study.codings.values().filter(|it| it.excerpt == *id && it.binned.is_none());
            prop_assert_eq!(sorted(study.codings_of(*id).map(|it| it.id)), sorted(said.map(|it| it.id)));
        }
        for owner in study.participants.keys().copied().map(Some).chain([None]) {
            let said = study.themes.values().filter(|it| it.owner == owner && it.binned.is_none());
            prop_assert_eq!(sorted(study.themes_in(owner).map(|it| it.id)), sorted(said.map(|it| it.id)));
        }
    }
}

/// One participant, transcript, passage and theme, with a coding between them.
struct Evidence {
    desk: Desk,
    participant: ParticipantId,
    transcript: TranscriptId,
    excerpt: ExcerptId,
    theme: ThemeId,
}

impl Evidence {
    fn new() -> Self {
        let mut desk = Desk::new(0);
        let deeds = [
            Deed::AddParticipant,
            Deed::AddTranscript,
            Deed::AddExcerpt,
            Deed::AddTheme,
            Deed::AddCoding,
        ];
        let step = |deed| Step {
            deed,
            at: 0,
            other: 0,
            third: 0,
            words: "words".into(),
        };
        desk.work(&deeds.map(step));
        let study = desk.ledger.study();
        Self {
            participant: *study.participants.keys().next().unwrap(),
            transcript: *study.transcripts.keys().next().unwrap(),
            excerpt: *study.excerpts.keys().next().unwrap(),
            theme: *study.themes.keys().next().unwrap(),
            desk,
        }
    }

    /// How often the theme is supported, and by how many passages the look-up finds it so.
    fn support(&self) -> (u32, usize) {
        let study = self.desk.ledger.study();
        let count = study.support_of(self.theme).map(|(_, count)| count).sum();
        (count, study.evidence_of(self.theme).count())
    }

    /// Puts one record into the bin or takes it out.
    fn bin<R: Record>(&mut self, was: &R, now: &R) {
        let home = Home::Participant(self.participant);
        let change = Change::alter(home, was, now);
        self.desk.apply(Edit::new(Act::Bin, change));
    }
}

fn binned() -> Option<Binned> {
    Some(Binned {
        at: noema::study::id::Moment(1),
        by: crate::generate::coder(0),
        hash: String::new(),
    })
}

#[test]
fn what_lies_in_the_bin_supports_nothing() {
    let mut evidence = Evidence::new();
    assert_eq!(evidence.support(), (1, 1));
    macro_rules! check {
        ($shelf:ident, $id:expr) => {{
            let was = evidence.desk.ledger.study().$shelf[&$id].clone();
            let mut now = was.clone();
            now.binned = binned();
            evidence.bin(&was, &now);
            assert_eq!(evidence.support(), (0, 0), stringify!($shelf));
            evidence.bin(&now, &was);
            assert_eq!(evidence.support(), (1, 1), stringify!($shelf));
        }};
    }
    check!(excerpts, evidence.excerpt);
    check!(transcripts, evidence.transcript);
    check!(participants, evidence.participant);
    let coding = *evidence.desk.ledger.study().codings.keys().next().unwrap();
    check!(codings, coding);
}

#[test]
fn bins_within_bins_open_one_by_one() {
    let mut evidence = Evidence::new();
    let study = evidence.desk.ledger.study();
    let (participant, excerpt) = (
        study.participants[&evidence.participant].clone(),
        study.excerpts[&evidence.excerpt].clone(),
    );
    let (mut without_person, mut without_passage) = (participant.clone(), excerpt.clone());
    without_person.binned = binned();
    without_passage.binned = binned();
    evidence.bin(&participant, &without_person);
    evidence.bin(&excerpt, &without_passage);
    evidence.bin(&without_person, &participant);
    assert_eq!(evidence.support(), (0, 0));
    evidence.bin(&without_passage, &excerpt);
    assert_eq!(evidence.support(), (1, 1));
}
