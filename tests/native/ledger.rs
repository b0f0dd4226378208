//! The laws of one ledger, held by studies and edits drawn by chance: undo, and that the read model
//! is what the documents say. What happens between ledgers is in `merge`.

use crate::desk::{Desk, hydrated};
use crate::generate::{coder, details, edit, life, step, steps};
use noema::ledger::{Actor, Fault, Ledger, compact};
use noema::study::edit::{Act, Change, Edit, Home, Table};
use noema::study::id::{Id, Moment, Stamp};
use noema::study::record::participant::Participant;
use noema::study::record::theme::Theme;
use noema::study::study::Study;
use proptest::prelude::*;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_inverse_restores_an_equal_study(life in life(60), last in step()) {
        let mut desk = Desk::new(0);
        desk.work(&life);
        if let Some(edit) = edit(desk.ledger.study(), &mut desk.stamp, &last) {
            let before = desk.ledger.study().clone();
            desk.apply(edit.clone());
            let after = desk.ledger.study().clone();
            desk.apply(edit.inverse());
            prop_assert_eq!(desk.ledger.study(), &before);
            desk.apply(edit);
            prop_assert_eq!(desk.ledger.study(), &after);
        }
    }

    #[test]
    fn everything_can_be_undone(life in life(60)) {
        let mut desk = Desk::new(0);
        desk.work(&life);
        let after = desk.ledger.study().clone();
        let done = std::mem::take(&mut desk.done);
        for edit in done.iter().rev() {
            desk.apply(edit.inverse());
        }
        prop_assert_eq!(desk.ledger.study(), &Study::default());
        prop_assert_eq!(&hydrated(&desk.ledger), &Study::default());
        for edit in done {
            desk.apply(edit);
        }
        prop_assert_eq!(desk.ledger.study(), &after);
    }

    #[test]
    fn the_read_model_is_what_the_documents_say(life in life(80)) {
        let mut desk = Desk::new(0);
        desk.work(&life);
        prop_assert_eq!(desk.ledger.study(), &hydrated(&desk.ledger));
    }

    #[test]
    fn what_is_unsaved_makes_the_whole(life in life(60)) {
        let mut desk = Desk::new(0);
        let mut stored: BTreeMap<Home, Vec<Vec<u8>>> = BTreeMap::new();
        for step in &life {
            desk.work(std::slice::from_ref(step));
            for saved in desk.ledger.unsaved() {
                stored.entry(saved.home).or_default().push(saved.bytes);
            }
            prop_assert!(desk.ledger.unsaved().is_empty());
        }
        let mut again = Desk::new(1);
        let mut compacted = Desk::new(2);
        for (home, parts) in &stored {
            prop_assert_eq!(again.ledger.load(*home, parts).unwrap().fault(), None);
            compacted.ledger.load(*home, &[compact(parts).unwrap()]).unwrap();
            prop_assert_eq!(again.ledger.history(*home), compacted.ledger.history(*home));
        }
        prop_assert_eq!(again.ledger.study(), desk.ledger.study());
        prop_assert_eq!(compacted.ledger.study(), desk.ledger.study());
        prop_assert!(again.ledger.unsaved().is_empty());
    }

    #[test]
    fn slices_make_the_whole(life in life(60), slice in 1usize..7, meanwhile in steps(10)) {
        let mut desk = Desk::new(0);
        desk.work(&life);
        let mut sliced = Desk::new(1);
        let mut meanwhile = meanwhile.iter();
        for home in desk.ledger.homes() {
            let mut loading = sliced.ledger.open(home, &[desk.ledger.save(home)]).unwrap();
            while sliced.ledger.hydrate(&mut loading, slice) {
                if let Some(step) = meanwhile.next() {
                    sliced.work(std::slice::from_ref(step));
                }
            }
        }
        prop_assert_eq!(sliced.ledger.study(), &hydrated(&sliced.ledger));
    }
}

#[test]
fn an_edit_that_does_not_fit_changes_nothing() {
    let mut desk = Desk::new(0);
    let was = details("Before");
    desk.apply(Edit::new(
        Act::BeginStudy,
        [Change::make(Home::Study, &was)],
    ));
    desk.ledger.unsaved();
    let theme = Theme {
        id: desk.stamp.id(),
        ..Default::default()
    };
    let named = Theme {
        name: "Belonging".into(),
        ..theme.clone()
    };
    let (table, id) = (Table::Theme, theme.id.into());
    let made = Change::make(Home::Study, &theme);
    let renamed = Change::alter(Home::Study, &theme, &named).unwrap();
    let elsewhere = Change {
        home: Home::Participant(desk.stamp.id()),
        ..renamed.clone()
    };
    let mut wrong = renamed.clone();
    wrong.now.as_mut().unwrap().insert("level".into(), 7.into());
    let mut other = made.clone();
    other.id = Id::SINGLE;
    let missing = Fault::Missing { table, id };
    check(&mut desk, [renamed.clone()], &missing);
    check(&mut desk, [renamed.inverse()], &missing);
    check(&mut desk, [made.inverse()], &missing);
    check(&mut desk, [made.clone(), elsewhere], &missing);
    check(
        &mut desk,
        [made.clone(), made.clone()],
        &Fault::Taken { table, id },
    );
    check_code(&mut desk, [made, wrong], "malformed");
    check_code(&mut desk, [other], "malformed");
    let again = Change::make(Home::Study, &was);
    let taken = Fault::Taken {
        table: Table::Details,
        id: Id::SINGLE,
    };
    check(&mut desk, [again], &taken);
}

fn check(desk: &mut Desk, changes: impl IntoIterator<Item = Change>, expected: &Fault) {
    let before = desk.ledger.study().clone();
    let homes: Vec<Home> = desk.ledger.homes().collect();
    // Something that fits comes first, so that there is something to take back.
    let retitled = Change::alter(Home::Study, &before.details, &details("After"));
    let edit = Edit::new(Act::EditTheme, retitled.into_iter().chain(changes));
    let fault = desk.ledger.apply(&edit, coder(0), Moment(0)).unwrap_err();
    assert_eq!(&fault, expected);
    assert_eq!(desk.ledger.study(), &before);
    assert!(desk.ledger.homes().eq(homes));
    assert_eq!(hydrated(&desk.ledger), before);
    assert!(desk.ledger.unsaved().is_empty());
}

fn check_code(desk: &mut Desk, changes: impl IntoIterator<Item = Change>, expected: &str) {
    let changes: Vec<Change> = changes.into_iter().collect();
    let edit = Edit::new(Act::EditTheme, changes.clone());
    let fault = desk.ledger.apply(&edit, coder(0), Moment(0)).unwrap_err();
    assert_eq!(fault.code(), expected);
    check(desk, changes, &fault);
}

#[test]
fn history_says_who_did_what_and_when() {
    let mut desk = Desk::new(0);
    let made = Change::make(Home::Study, &details("Peers"));
    let edit = Edit::new(Act::BeginStudy, [made]);
    desk.ledger.apply(&edit, coder(1), Moment(12_345)).unwrap();
    desk.ledger
        .apply(&edit.inverse(), coder(2), Moment(12_346))
        .unwrap();
    let told: Vec<_> = desk
        .ledger
        .history(Home::Study)
        .into_iter()
        .map(|entry| (entry.by, entry.act, entry.at))
        .collect();
    assert_eq!(
        told,
        [
            (Some(coder(1)), Some(Act::BeginStudy), Moment(12_345)),
            (Some(coder(2)), Some(Act::BeginStudy), Moment(12_346)),
        ]
    );
}

#[test]
fn an_edit_that_says_what_stands_already_leaves_no_trace() {
    let mut desk = Desk::new(0);
    let (was, now) = (details("Before"), details("After"));
    desk.apply(Edit::new(
        Act::BeginStudy,
        [Change::make(Home::Study, &was)],
    ));
    let edit = Edit::new(Act::EditDetails, Change::alter(Home::Study, &was, &now));
    desk.apply(edit.clone());
    desk.ledger.unsaved();
    desk.apply(edit);
    desk.apply(Edit::new(Act::EditDetails, []));
    assert_eq!(desk.ledger.unsaved(), []);
    assert_eq!(desk.ledger.history(Home::Study).len(), 2);
    assert_eq!(&hydrated(&desk.ledger), desk.ledger.study());
}

#[test]
fn an_edit_over_two_documents_is_one_step() {
    let mut desk = Desk::new(0);
    let participant = Participant {
        id: desk.stamp.id(),
        label: "P1".into(),
        ..Default::default()
    };
    let home = Home::Participant(participant.id);
    let edit = Edit::new(
        Act::AddParticipant,
        [
            Change::make(Home::Study, &details("Peers")),
            Change::make(home, &participant),
        ],
    );
    desk.apply(edit.clone());
    let homes: Vec<_> = desk
        .ledger
        .unsaved()
        .iter()
        .map(|saved| saved.home)
        .collect();
    assert_eq!(homes, [Home::Study, home]);
    assert_eq!(desk.ledger.history(home), desk.ledger.history(Home::Study));
    desk.apply(edit.inverse());
    assert_eq!(desk.ledger.study(), &Study::default());
}

#[test]
fn a_session_never_repeats_an_actor() {
    let mut stamp = Stamp::new(Moment(1), 1);
    assert_ne!(Actor::new(&mut stamp), Actor::new(&mut stamp));
    let mut ledger = Ledger::new(Actor::new(&mut stamp));
    assert_eq!(ledger.unsaved(), []);
    assert_eq!(ledger.save(Home::Study), Vec::<u8>::new());
}
