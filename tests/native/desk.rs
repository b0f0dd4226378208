//! A member of the team at work, for tests of ledgers.

use crate::generate::{Step, coder, edit};
use noema::ledger::{Actor, Ledger};
use noema::study::edit::Edit;
use noema::study::id::{Moment, Stamp};
use noema::study::study::Study;

/// A ledger and what was done in it.
pub struct Desk {
    pub ledger: Ledger,
    pub stamp: Stamp,
    pub done: Vec<Edit>,
}

impl Desk {
    pub fn new(number: u64) -> Self {
        let mut stamp = Stamp::new(Moment(1_900_000_000_000), number + 1);
        Self {
            ledger: Ledger::new(Actor::new(&mut stamp)),
            stamp,
            done: Vec::new(),
        }
    }

    pub fn work(&mut self, steps: &[Step]) {
        for step in steps {
            if let Some(edit) = edit(self.ledger.study(), &mut self.stamp, step) {
                self.apply(edit);
            }
        }
    }

    pub fn apply(&mut self, edit: Edit) {
        self.ledger.apply(&edit, coder(0), self.stamp.at()).unwrap();
        self.done.push(edit);
    }

    /// A colleague's desk with the same study on it.
    pub fn copy(&self, number: u64) -> Self {
        let mut copy = Self::new(number);
        for home in self.ledger.homes() {
            let loss = copy.ledger.load(home, &[self.ledger.save(home)]).unwrap();
            assert_eq!(loss.fault(), None);
        }
        copy
    }
}

/// The study that the documents say, read anew.
pub fn hydrated(ledger: &Ledger) -> Study {
    let mut anew = Ledger::new(Actor::new(&mut Stamp::new(Moment(5), 5)));
    for home in ledger.homes() {
        anew.load(home, &[ledger.save(home)]).unwrap();
    }
    anew.study().clone()
}
