//! The acts on themes: whatever is moved, merged, split, placed, retired or put into the bin, the
//! trees stay trees, no coding is lost and everything can be taken back exactly.

use noema::ledger::{Actor, Ledger};
use noema::study::act::Hand;
use noema::study::act::bin::Thing;
use noema::study::act::passage::Spot;
use noema::study::act::theme::Seat;
use noema::study::edit::{Act, Change, Edit, Home};
use noema::study::id::{CoderId, CodingId, ExcerptId, Moment, ParticipantId, Stamp, ThemeId};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::excerpt::{Anchor, Excerpt};
use noema::study::record::participant::Participant;
use noema::study::record::theme::{Level, Theme};
use noema::study::record::transcript::{Measure, Transcript, TranscriptKind};
use noema::study::study::Study;
use noema::study::text::TextHash;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A study of two participants with a few passages each, and a hand to work at it.
struct Desk {
    ledger: Ledger,
    stamp: Stamp,
    people: Vec<ParticipantId>,
    excerpts: Vec<ExcerptId>,
}

impl Desk {
    fn new() -> Self {
        let mut stamp = Stamp::new(Moment(1_000), 7);
        let mut desk = Self {
            ledger: Ledger::new(Actor::new(&mut stamp)),
            stamp,
            people: Vec::new(),
            excerpts: Vec::new(),
        };
        for label in ["P1", "P2"] {
            desk.add_person(label);
        }
        desk
    }

    fn add_person(&mut self, label: &str) {
        let person = Participant {
            id: self.stamp.id(),
            label: label.into(),
            ..Participant::default()
        };
        let home = Home::Participant(person.id);
        let text = TextHash::of(label.as_bytes());
        let transcript = transcript(self.stamp.id(), person.id, text);
        let mut changes = vec![Change::make(home, &person), Change::make(home, &transcript)];
        for start in 0..4 {
            let excerpt = Excerpt {
                id: self.stamp.id(),
                transcript: transcript.id,
                anchor: Anchor {
                    text,
                    range: CharRange::new(CharPos(start * 10), CharPos(start * 10 + 5)),
                },
                by: CoderId::default(),
                at: Moment(0),
                binned: None,
            };
            changes.push(Change::make(home, &excerpt));
            self.excerpts.push(excerpt.id);
        }
        self.people.push(person.id);
        self.apply(&Edit::new(Act::AddParticipant, changes));
    }

    fn study(&self) -> &Study {
        self.ledger.study()
    }

    fn hand<T>(&mut self, act: impl FnOnce(&mut Hand) -> T) -> T {
        let mut hand = Hand::new(self.ledger.study(), CoderId::default(), &mut self.stamp);
        act(&mut hand)
    }

    fn apply(&mut self, edit: &Edit) {
        self.ledger
            .apply(edit, CoderId::default(), Moment(1))
            .unwrap();
    }

    fn make(
        &mut self,
        owner: Option<ParticipantId>,
        parent: Option<ThemeId>,
        name: &str,
    ) -> ThemeId {
        let seat = Seat {
            owner,
            parent,
            ..Seat::default()
        };
        let (id, edit) = self.hand(|hand| hand.add_theme(seat, name.into()));
        self.apply(&edit);
        id
    }

    fn code(&mut self, excerpt: usize, theme: ThemeId) -> CodingId {
        let excerpt = self.excerpts[excerpt];
        let edit = self.hand(|hand| hand.code(Spot::Excerpt(excerpt), theme));
        self.apply(&edit);
        CodingId(edit.changes[0].id)
    }

    fn names(&self, themes: Vec<&Theme>) -> String {
        let names: Vec<_> = themes.iter().map(|theme| theme.name.as_str()).collect();
        names.join(" ")
    }

    fn level(&self, id: ThemeId) -> Level {
        self.study().themes[&id].level
    }
}

fn transcript(
    id: noema::study::id::TranscriptId,
    participant: ParticipantId,
    text: TextHash,
) -> Transcript {
    Transcript {
        id,
        participant,
        kind: TranscriptKind::Interview,
        title: String::new(),
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
        text,
        corrections: Vec::new(),
        words: 0,
        by: CoderId::default(),
        at: Moment(0),
        binned: None,
    }
}

/// Every live theme is found exactly once by walking the trees from their roots; levels descend.
fn check_trees(study: &Study) {
    fn walk(study: &Study, theme: &Theme, met: &mut BTreeSet<ThemeId>) {
        assert!(met.insert(theme.id), "{} is met twice", theme.name);
        for child in study.children(theme.id) {
            let room = child.level < theme.level || child.level == Level::Statement;
            assert!(room, "{} is not below {}", child.name, theme.name);
            walk(study, child, met);
        }
    }
    let mut met = BTreeSet::new();
    let owners = study.participants.keys().copied().map(Some).chain([None]);
    for owner in owners {
        for root in study.roots(owner) {
            walk(study, root, &mut met);
        }
    }
    let live: BTreeSet<_> = study
        .themes
        .values()
        .filter(|theme| study.live_theme(theme.id).is_some() && !theme.retired)
        .map(|theme| theme.id)
        .collect();
    assert_eq!(met, live);
}

/// What is coded, whatever the theme.
fn coded(study: &Study) -> BTreeSet<ExcerptId> {
    let live = study
        .codings
        .values()
        .filter(|coding| coding.binned.is_none());
    live.map(|coding| coding.excerpt).collect()
}

#[test]
fn what_bears_something_is_no_statement() {
    let mut desk = Desk::new();
    let owner = Some(desk.people[0]);
    let a = desk.make(owner, None, "a");
    let b = desk.make(owner, Some(a), "b");
    assert_eq!(
        (desk.level(a), desk.level(b)),
        (Level::Middle, Level::Statement)
    );
    let c = desk.make(owner, Some(b), "c");
    assert_eq!(
        (desk.level(a), desk.level(b), desk.level(c)),
        (Level::Top, Level::Middle, Level::Statement)
    );
    let d = desk.make(owner, Some(c), "d");
    assert_eq!(
        (desk.level(c), desk.level(d)),
        (Level::Statement, Level::Statement)
    );
    check_trees(desk.study());
}

#[test]
fn themes_move_to_the_place_that_was_meant() {
    let mut desk = Desk::new();
    let all: Vec<_> = ["a", "b", "c", "d"]
        .into_iter()
        .map(|name| desk.make(None, None, name))
        .collect();
    let check = |desk: &mut Desk, moved: &[usize], behind: Option<usize>, expected: &str| {
        let ids: Vec<_> = moved.iter().map(|place| all[*place]).collect();
        let behind = behind.map(|place| all[place]);
        let edit = desk.hand(|hand| hand.move_themes(&ids, None, behind));
        desk.apply(&edit);
        assert_eq!(desk.names(desk.study().roots(None)), expected);
        desk.apply(&edit.inverse());
        assert_eq!(desk.names(desk.study().roots(None)), "a b c d");
    };
    check(&mut desk, &[3], None, "d a b c");
    check(&mut desk, &[0], Some(2), "b c a d");
    check(&mut desk, &[0, 1], Some(2), "c a b d");
    check(&mut desk, &[1, 3], Some(1), "a b d c");
    check(&mut desk, &[2], Some(1), "a b c d");
    check(&mut desk, &[2], Some(2), "a b c d");
}

#[test]
fn nothing_hangs_under_itself_or_in_another_tree() {
    let mut desk = Desk::new();
    let (one, two) = (Some(desk.people[0]), Some(desk.people[1]));
    let a = desk.make(one, None, "a");
    let b = desk.make(one, Some(a), "b");
    let other = desk.make(two, None, "other");
    assert!(
        desk.hand(|hand| hand.move_theme(a, Some(b), None))
            .is_empty()
    );
    assert!(
        desk.hand(|hand| hand.move_theme(a, Some(a), None))
            .is_empty()
    );
    assert!(
        desk.hand(|hand| hand.move_theme(a, Some(other), None))
            .is_empty()
    );
    assert!(
        desk.hand(|hand| hand.place_themes(&[a], Some(other)))
            .is_empty()
    );
}

#[test]
fn places_open_between_equal_keys() {
    let mut desk = Desk::new();
    let all: Vec<_> = ["a", "b", "c", "d", "e"]
        .into_iter()
        .map(|name| desk.make(None, None, name))
        .collect();
    // Two coders at once: b, c and d got the same key.
    for id in &all[1..4] {
        let edit = desk.hand(|hand| hand.edit_theme(*id, |theme| theme.order = "nab".into()));
        desk.apply(&edit);
    }
    let edit = desk.hand(|hand| hand.move_theme(all[4], None, Some(all[1])));
    desk.apply(&edit);
    assert_eq!(desk.names(desk.study().roots(None)), "a b e c d");
}

#[test]
fn a_circle_that_a_merge_closed_is_opened() {
    let mut desk = Desk::new();
    let a = desk.make(None, None, "a");
    let b = desk.make(None, None, "b");
    for (child, parent) in [(a, b), (b, a)] {
        let edit = desk.hand(|hand| hand.edit_theme(child, |theme| theme.parent = Some(parent)));
        desk.apply(&edit);
    }
    assert_eq!(desk.names(desk.study().roots(None)), "a");
    assert_eq!(desk.names(desk.study().children(a)), "b");
    let edit = desk.hand(|hand| hand.move_theme(b, None, None));
    desk.apply(&edit);
    assert_eq!(desk.names(desk.study().roots(None)), "b");
    assert_eq!(desk.names(desk.study().children(b)), "a");
}

#[test]
fn a_merge_takes_everything_over_once() {
    let mut desk = Desk::new();
    let owner = Some(desk.people[0]);
    let a = desk.make(owner, None, "a");
    let b = desk.make(owner, Some(a), "b");
    let c = desk.make(owner, Some(a), "c");
    let d = desk.make(owner, Some(b), "d");
    desk.code(0, a);
    desk.code(0, b);
    desk.code(1, b);
    desk.code(1, c);
    // `d` hangs under what is merged into it.
    let edit = desk.hand(|hand| hand.merge_themes(&[a, b, b], d));
    let before = desk.study().clone();
    desk.apply(&edit);
    let study = desk.study();
    assert_eq!(desk.names(study.roots(owner)), "d");
    assert_eq!(desk.names(study.children(d)), "c");
    assert_eq!(study.evidence_of(d).count(), 2);
    assert_eq!(study.themes[&a].merged_into, Some(d));
    check_trees(study);
    desk.apply(&edit.inverse());
    assert!(*desk.study() == before);
}

#[test]
fn a_coding_on_a_binned_passage_follows_its_theme() {
    let mut desk = Desk::new();
    let owner = Some(desk.people[0]);
    let (a, b) = (desk.make(owner, None, "a"), desk.make(owner, None, "b"));
    desk.code(0, a);
    let passage = Thing::Excerpt(desk.excerpts[0]);
    for edit in [
        |hand: &mut Hand, passage, _, _| hand.bin(passage),
        |hand: &mut Hand, _, a, b| hand.merge_themes(&[a], b),
        |hand: &mut Hand, passage, _, _| hand.unbin(passage),
    ] as [fn(&mut Hand, Thing, ThemeId, ThemeId) -> Edit; 3]
    {
        let edit = desk.hand(|hand| edit(hand, passage, a, b));
        desk.apply(&edit);
    }
    assert_eq!(desk.study().evidence_of(b).count(), 1);
}

#[test]
fn a_split_takes_what_was_chosen_right_behind() {
    let mut desk = Desk::new();
    let owner = Some(desk.people[0]);
    let a = desk.make(owner, None, "a");
    desk.make(owner, None, "z");
    desk.code(0, a);
    let chosen = desk.code(1, a);
    let (new, edit) = desk.hand(|hand| hand.split_theme(a, "b".into(), &[chosen, chosen]));
    desk.apply(&edit);
    let study = desk.study();
    assert_eq!(desk.names(study.roots(owner)), "a b z");
    assert_eq!(study.evidence_of(a).count(), 1);
    assert_eq!(study.evidence_of(new.unwrap()).count(), 1);
}

#[test]
fn children_of_a_retired_theme_stay_in_reach() {
    let mut desk = Desk::new();
    let a = desk.make(None, None, "a");
    let b = desk.make(None, Some(a), "b");
    desk.make(None, Some(b), "c");
    let edit = desk.hand(|hand| hand.retire(&[a], true));
    desk.apply(&edit);
    assert_eq!(desk.names(desk.study().roots(None)), "b");
    let edit = desk.hand(|hand| hand.retire(&[a], false));
    desk.apply(&edit);
    assert_eq!(desk.names(desk.study().roots(None)), "a");
    check_trees(desk.study());
}

#[derive(Clone, Debug)]
struct Deed {
    what: usize,
    a: usize,
    b: usize,
    c: usize,
}

fn deed() -> impl Strategy<Value = Deed> {
    (0usize..9, 0usize..20, 0usize..20, 0usize..20).prop_map(|(what, a, b, c)| Deed {
        what,
        a,
        b,
        c,
    })
}

/// An edit that fits what is there; themes and codings are picked by number.
fn edit_of(desk: &mut Desk, deed: &Deed) -> Edit {
    let themes: Vec<_> = desk.study().themes.keys().copied().collect();
    let codings: Vec<_> = desk.study().codings.keys().copied().collect();
    let theme = |number: usize| themes.get(number % themes.len().max(1)).copied();
    let (a, b, c) = (theme(deed.a), theme(deed.b), theme(deed.c));
    let owner = desk.people.get(deed.b % 3).copied();
    let excerpt = Spot::Excerpt(desk.excerpts[deed.b % desk.excerpts.len()]);
    let level = [Level::Statement, Level::Middle, Level::Top][deed.b % 3];
    desk.hand(|hand| {
        let (Some(a), Some(b), Some(c)) = (a, b, c) else {
            return hand
                .add_theme(
                    Seat {
                        owner,
                        ..Seat::default()
                    },
                    "first".into(),
                )
                .1;
        };
        match deed.what {
            0 => {
                let (owner, parent) = match deed.c % 2 {
                    0 => (owner, None),
                    _ => (hand.study.themes[&a].owner, Some(a)),
                };
                let seat = Seat {
                    owner,
                    parent,
                    level,
                    under: Some(c),
                };
                hand.add_theme_behind(seat, format!("t{}", themes.len()), Some(b))
                    .1
            }
            1 => hand.move_themes(&[a, b], Some(c), Some(b)),
            2 => hand.move_theme(a, None, Some(b)),
            3 => hand.place_themes(&[a, b], Some(c)),
            4 => hand.merge_themes(&[a, b], c),
            5 => {
                hand.split_theme(a, "split".into(), &codings[..codings.len().min(deed.b)])
                    .1
            }
            6 => hand.retire(&[a], deed.b.is_multiple_of(2)),
            7 => hand.level_theme(a, level),
            8 if deed.c.is_multiple_of(6) => hand.bin(Thing::Theme(a)),
            _ => hand.code(excerpt, a),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn trees_stay_trees_and_nothing_is_lost(deeds in prop::collection::vec(deed(), 1..50)) {
        let mut desk = Desk::new();
        for deed in &deeds {
            let before = desk.study().clone();
            let edit = edit_of(&mut desk, deed);
            desk.apply(&edit);
            check_trees(desk.study());
            let lost = coded(&before).difference(&coded(desk.study())).count();
            prop_assert_eq!(lost, 0);
            let after = desk.study().clone();
            desk.apply(&edit.inverse());
            prop_assert!(*desk.study() == before);
            desk.apply(&edit);
            prop_assert!(*desk.study() == after);
        }
    }
}
