//! Whose the files are: participants of the study, and newcomers who come with the files.
//!
//! Invariant: files of one newcomer share one label and one pseudonym; newcomers without a file are
//! forgotten.

use super::Import;
use crate::study::id::ParticipantId;
use crate::study::study::Study;
use std::collections::{BTreeMap, BTreeSet};

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A participant of the study.
    Known(ParticipantId),
    /// A newcomer, by number.
    New(u32),
}

/// A participant who comes with the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Newcomer {
    /// The label, such as `P4`.
    pub label: String,
    /// The pseudonym.
    pub pseudonym: String,
    /// Whether nobody chose the label: neither the user nor the file's name.
    pub by_default: bool,
}

/// What keeps a label from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelFault {
    /// There is none.
    Missing,
    /// A participant of the study has it.
    InStudy,
    /// Another newcomer has it.
    AmongFiles,
}

/// Labels that differ in case or spaces only are the same to a reader.
fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn in_study(study: &Study, label: &str) -> Option<ParticipantId> {
    let mut all = study.live_participants().into_iter();
    all.find(|person| same(&person.label, label))
        .map(|person| person.id)
}

impl Import {
    /// Whose a file with this guess is. A guess that nobody has makes a newcomer.
    pub(super) fn whose(&mut self, study: &Study, guess: Option<&str>) -> Who {
        let Some(guess) = guess else {
            return self.newcomer(study);
        };
        if let Some(known) = in_study(study, guess) {
            return Who::Known(known);
        }
        let named = |person: &Newcomer| same(&person.label, guess);
        let meant = self.newcomers.iter().find(|(_, person)| named(person));
        match meant.map(|(number, person)| (*number, person.by_default)) {
            Some((number, false)) => return Who::New(number),
            // Whoever got this label for want of a better one makes room.
            Some((number, true)) => {
                let free = self.free_label(study);
                if let Some(person) = self.newcomers.get_mut(&number) {
                    person.label = free;
                }
            }
            None => {}
        }
        self.add(Newcomer {
            label: guess.trim().to_owned(),
            ..Newcomer::default()
        })
    }

    /// A newcomer under the next free label.
    pub(super) fn newcomer(&mut self, study: &Study) -> Who {
        let label = self.free_label(study);
        self.add(Newcomer {
            label,
            by_default: true,
            ..Newcomer::default()
        })
    }

    fn add(&mut self, person: Newcomer) -> Who {
        let last = self.newcomers.last_key_value();
        let number = last.map_or(0, |(number, _)| number + 1);
        self.newcomers.insert(number, person);
        Who::New(number)
    }

    fn free_label(&self, study: &Study) -> String {
        let taken = |label: &str| {
            let all = study.participants.values();
            all.map(|person| &person.label)
                .chain(self.newcomers.values().map(|person| &person.label))
                .any(|known| same(known, label))
        };
        (1..)
            .map(|number| format!("P{number}"))
            .find(|label| !taken(label))
            .unwrap_or_default()
    }

    /// What keeps the label of a newcomer from being used.
    #[must_use]
    pub fn label_fault(&self, study: &Study, number: u32) -> Option<LabelFault> {
        let person = self.newcomers.get(&number)?;
        let twin = |(other, known): (&u32, &Newcomer)| {
            *other != number && same(&known.label, &person.label)
        };
        if person.label.trim().is_empty() {
            Some(LabelFault::Missing)
        } else if in_study(study, &person.label).is_some() {
            Some(LabelFault::InStudy)
        } else if self.newcomers.iter().any(twin) {
            Some(LabelFault::AmongFiles)
        } else {
            None
        }
    }

    pub(super) fn drop_unused_newcomers(&mut self) {
        let used: BTreeSet<_> = self
            .files
            .iter()
            .filter_map(|item| item.form.as_ref())
            .map(|form| form.who)
            .collect();
        self.newcomers
            .retain(|number, _| used.contains(&Who::New(*number)));
    }

    /// The interview number of every file that was read: as decided, else the next free one of its
    /// participant.
    #[must_use]
    pub fn numbers(&self, study: &Study) -> BTreeMap<u32, u32> {
        let forms = || {
            let files = self.files.iter().filter(|item| item.is_ready());
            files.filter_map(|item| Some((item.number, item.form.as_ref()?)))
        };
        let decided: BTreeSet<_> = forms()
            .filter(|(_, form)| form.include)
            .filter_map(|(_, form)| Some((form.who, form.number?)))
            .collect();
        let mut last = BTreeMap::<Who, u32>::new();
        let mut numbers = BTreeMap::new();
        for (file, form) in forms() {
            let number = form.number.unwrap_or_else(|| {
                let last = last
                    .entry(form.who)
                    .or_insert_with(|| highest(study, form.who));
                let free = (*last + 1..)
                    .find(|number| !decided.contains(&(form.who, *number)))
                    .unwrap_or(u32::MAX);
                if form.include {
                    *last = free;
                }
                free
            });
            numbers.insert(file, number);
        }
        numbers
    }

    /// Whether another transcript of the same participant has the number of a file.
    #[must_use]
    pub fn number_is_taken(&self, study: &Study, file: u32) -> bool {
        let numbers = self.numbers(study);
        let (Some(number), Some(form)) = (
            numbers.get(&file),
            self.file(file).and_then(|item| item.form.as_ref()),
        ) else {
            return false;
        };
        let in_study = match form.who {
            Who::Known(id) => study
                .transcripts_of(id)
                .iter()
                .any(|transcript| transcript.number == *number),
            Who::New(_) => false,
        };
        let twin = |item: &super::file::Item| {
            item.number != file
                && numbers.get(&item.number) == Some(number)
                && item
                    .form
                    .as_ref()
                    .is_some_and(|other| other.who == form.who)
        };
        in_study || self.included().any(twin)
    }
}

fn highest(study: &Study, who: Who) -> u32 {
    match who {
        Who::Known(id) => study
            .transcripts_of(id)
            .iter()
            .map(|transcript| transcript.number)
            .max()
            .unwrap_or(0),
        Who::New(_) => 0,
    }
}
