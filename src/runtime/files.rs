//! Files that the person gave, until they are let go.
//!
//! Invariant: a number is never given twice; bytes are read only when somebody wants them.

use crate::app::import::Chosen as Named;
use crate::platform::file::Chosen;
use std::collections::BTreeMap;

/// The files that are held, by number.
#[derive(Debug, Default)]
pub(super) struct Files {
    held: BTreeMap<u32, Chosen>,
    last: u32,
}

impl Files {
    /// Holds files and says what they are.
    pub(super) fn hold(&mut self, files: Vec<Chosen>) -> Vec<Named> {
        let mut hold = |file: Chosen| {
            self.last += 1;
            let named = Named {
                number: self.last,
                name: file.name(),
                size: file.size(),
            };
            self.held.insert(self.last, file);
            named
        };
        files.into_iter().map(&mut hold).collect()
    }

    /// The file of that number.
    pub(super) fn get(&self, number: u32) -> Option<Chosen> {
        self.held.get(&number).cloned()
    }

    /// Lets files go.
    pub(super) fn forget(&mut self, numbers: &[u32]) {
        for number in numbers {
            self.held.remove(number);
        }
    }
}
