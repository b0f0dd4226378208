//! The laws of the ledger, held by studies and edits drawn by chance.

use crate::generate::{Step, coder, edit, step, steps};
use noema::ledger::{Actor, Fault, Ledger, compact};
use noema::study::edit::{Edit, Home};
use noema::study::id::{Moment, Stamp};
use noema::study::study::Study;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A member of the team at work: a ledger and what was done in it.
struct Desk {
    ledger: Ledger,
    stamp: Stamp,
    done: Vec<Edit>,
}

impl Desk {
    fn new(number: u64) -> Self {
        let mut stamp = Stamp::new(Moment(1_900_000_000_000), number + 1);
        Self {
            ledger: Ledger::new(Actor::new(&mut stamp)),
            stamp,
            done: Vec::new(),
        }
    }

    fn work(&mut self, steps: &[Step]) {
        for step in steps {
            if let Some(edit) = edit(self.ledger.study(), &mut self.stamp, step) {
                self.apply(edit);
            }
        }
    }

    fn apply(&mut self, edit: Edit) {
        self.ledger.apply(&edit, coder(0), self.stamp.at()).unwrap();
        self.done.push(edit);
    }

    /// A colleague's desk with the same study on it.
    fn copy(&self, number: u64) -> Self {
        let mut copy = Self::new(number);
        for home in self.ledger.homes() {
            let loss = copy.ledger.load(home, &[self.ledger.save(home)]).unwrap();
            assert_eq!(loss.fault(), None);
        }
        copy
    }
}

/// The study that the documents say, read anew.
fn hydrated(ledger: &Ledger) -> Study {
    let mut anew = Ledger::new(Actor::new(&mut Stamp::new(Moment(5), 5)));
    for home in ledger.homes() {
        anew.load(home, &[ledger.save(home)]).unwrap();
    }
    anew.study().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_inverse_restores_an_equal_study(life in steps(60), last in step()) {
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
    fn everything_can_be_undone(life in steps(60)) {
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
    fn the_read_model_is_what_the_documents_say(life in steps(80)) {
        let mut desk = Desk::new(0);
        desk.work(&life);
        prop_assert_eq!(desk.ledger.study(), &hydrated(&desk.ledger));
    }

    #[test]
    fn what_is_unsaved_makes_the_whole(life in steps(60)) {
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
    fn slices_make_the_whole(life in steps(60), slice in 1usize..7, meanwhile in steps(10)) {
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
    use noema::study::edit::{Act, Change};
    let mut desk = Desk::new(0);
    let details = crate::generate::details("Before");
    desk.apply(Edit::new(
        Act::BeginStudy,
        [Change::make(Home::Study, &details)],
    ));
    let before = desk.ledger.study().clone();
    desk.ledger.unsaved();
    let theme = noema::study::record::theme::Theme {
        id: desk.stamp.id(),
        ..Default::default()
    };
    let renamed = noema::study::record::theme::Theme {
        name: "New".into(),
        ..theme.clone()
    };
    let edit = Edit::new(
        Act::EditTheme,
        [
            Change::alter(Home::Study, &details, &crate::generate::details("After")).unwrap(),
            Change::alter(Home::Study, &theme, &renamed).unwrap(),
        ],
    );
    let fault = desk.ledger.apply(&edit, coder(0), Moment(0)).unwrap_err();
    assert_eq!(fault.code(), "missing");
    assert_eq!(
        fault,
        Fault::Missing {
            table: noema::study::edit::Table::Theme,
            id: theme.id.into()
        }
    );
    assert_eq!(desk.ledger.study(), &before);
    assert!(desk.ledger.unsaved().is_empty());
}
