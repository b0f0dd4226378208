//! The documents of a study and its read model, kept in step.
//!
//! Invariant: an edit stands in all of its documents and in the read model, or in none of them.
//! Which documents are stored where, and when, is decided elsewhere: a ledger only hands out bytes
//! that are not stored yet and takes in bytes that are.

use super::actor::Actor;
use super::conflict::{self, Conflict};
use super::document::{self, Document, Stored};
use super::fault::{Fault, Loss};
use super::history::{Entry, caption};
use super::key::RecordKey;
use crate::study::edit::{Edit, Fields, Home, Table};
use crate::study::id::{CoderId, Id, Moment};
use crate::study::study::Study;
use automerge::transaction::CommitOptions;
use std::collections::{BTreeMap, BTreeSet};

/// The records that a merge or another tab has touched.
pub type Touched = BTreeSet<(Table, Id)>;

/// What has to be stored: a chunk to append to a document's others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The document.
    pub home: Home,
    /// The chunk.
    pub bytes: Vec<u8>,
}

/// A document that is read into the read model slice by slice; see [`Ledger::open`].
#[derive(Debug)]
pub struct Loading {
    home: Home,
    next: String,
    loss: Loss,
}

impl Loading {
    /// Which document.
    #[must_use]
    pub fn home(&self) -> Home {
        self.home
    }

    /// What of it could not be read.
    #[must_use]
    pub fn loss(&self) -> &Loss {
        &self.loss
    }
}

/// A study: its documents, and what they say.
pub struct Ledger {
    actor: Actor,
    documents: BTreeMap<Home, Document>,
    study: Study,
    unread: BTreeMap<(Home, Table, Id), String>,
}

impl Ledger {
    /// An empty study, written to by one session.
    #[must_use]
    pub fn new(actor: Actor) -> Self {
        Self {
            actor,
            documents: BTreeMap::new(),
            study: Study::default(),
            unread: BTreeMap::new(),
        }
    }

    /// The study as it stands.
    #[must_use]
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// The documents there are.
    pub fn homes(&self) -> impl Iterator<Item = Home> + '_ {
        self.documents.keys().copied()
    }

    /// Records that stand in a document but make none that this version can read, and why. They
    /// are kept there and left out of the study.
    pub fn unread(&self) -> impl Iterator<Item = (Home, Table, Id, &str)> {
        self.unread
            .iter()
            .map(|((home, table, id), why)| (*home, *table, *id, why.as_str()))
    }

    /// Writes an edit, one change for each document that it touches.
    ///
    /// # Errors
    /// When the edit does not fit the study; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit, by: CoderId, at: Moment) -> Result<(), Fault> {
        let before = self.write_study(edit)?;
        match self.write_documents(edit, by, at) {
            Ok(returned) => {
                for (home, record) in returned {
                    self.read_again(home, record);
                }
                Ok(())
            }
            Err(fault) => {
                self.restore(before);
                Err(fault)
            }
        }
    }

    /// Writes an edit into the read model; answers what each touched record was before.
    fn write_study(&mut self, edit: &Edit) -> Result<Vec<Before>, Fault> {
        let mut before = Vec::with_capacity(edit.changes.len());
        for change in &edit.changes {
            let (table, id) = (change.table, change.id);
            let was = self.study.fields(table, id);
            let made = change.was.is_none() && change.now.is_some();
            let written = if made && was.is_some() && table != Table::Details {
                Err(Fault::Taken { table, id })
            } else {
                self.study.write(change).map_err(Fault::from)
            };
            if let Err(fault) = written {
                self.restore(before);
                return Err(fault);
            }
            before.push((RecordKey { table, id }, was));
        }
        Ok(before)
    }

    fn restore(&mut self, before: Vec<Before>) {
        for (RecordKey { table, id }, was) in before.into_iter().rev() {
            self.study
                .put(table, id, was)
                .expect("the record stood like this a moment ago");
        }
    }

    /// Writes an edit into its documents; answers the records that came back otherwise than the
    /// edit says.
    fn write_documents(
        &mut self,
        edit: &Edit,
        by: CoderId,
        at: Moment,
    ) -> Result<Vec<(Home, RecordKey)>, Fault> {
        let homes: BTreeSet<Home> = edit.changes.iter().map(|change| change.home).collect();
        let fresh: Vec<Home> = homes
            .iter()
            .copied()
            .filter(|home| !self.documents.contains_key(home))
            .collect();
        for home in &fresh {
            let document = Document::new(self.actor.at(*home));
            self.documents.insert(*home, document);
        }
        let caption = || caption(edit.act, by, at);
        let written = write_all(&mut self.documents, &homes, edit, caption);
        if written.is_err() {
            for home in &fresh {
                self.documents.remove(home);
            }
        }
        written
    }

    /// The chunks that are not stored yet. From now on they count as stored: whoever asked keeps
    /// them until they are.
    pub fn unsaved(&mut self) -> Vec<Saved> {
        self.documents
            .iter_mut()
            .filter_map(|(home, document)| {
                let bytes = document.unsaved()?;
                Some(Saved { home: *home, bytes })
            })
            .collect()
    }

    /// A whole document as one part; empty when there is none. What waits for changes that are
    /// missing is in it too.
    #[must_use]
    pub fn save(&self, home: Home) -> Vec<u8> {
        self.documents
            .get(&home)
            .map_or_else(Vec::new, |document| document.engine.save())
    }

    /// Reads a stored document, given as its snapshot and the chunks appended since. If it was
    /// written to or received already, the two are merged.
    ///
    /// What can be read is there afterwards; the answer says what could not.
    ///
    /// # Errors
    /// When a newer version wrote it; nothing is changed then.
    pub fn load(&mut self, home: Home, parts: &[Vec<u8>]) -> Result<Loss, Fault> {
        let mut loading = self.open(home, parts)?;
        self.hydrate(&mut loading, usize::MAX);
        Ok(loading.loss)
    }

    /// [`Ledger::load`] in slices: this reads the document, [`Ledger::hydrate`] its records.
    /// Edits, chunks and merges may come in between.
    ///
    /// # Errors
    /// As [`Ledger::load`].
    pub fn open(&mut self, home: Home, parts: &[Vec<u8>]) -> Result<Loading, Fault> {
        let (mut document, loss) = Document::read(parts, self.actor.at(home));
        document.check_version()?;
        let mut known = Vec::new();
        if let Some(old) = self.documents.get(&home) {
            document.absorb(old)?;
            known.extend(old.records_from(String::new()).map(|(record, _)| record));
        }
        self.documents.insert(home, document);
        for record in known {
            self.read_again(home, record);
        }
        Ok(Loading {
            home,
            next: String::new(),
            loss,
        })
    }

    /// Reads that many more records of a document; answers whether there are any left.
    pub fn hydrate(&mut self, loading: &mut Loading, records: usize) -> bool {
        let home = loading.home;
        let Some(document) = self.documents.get(&home) else {
            return false;
        };
        let from = std::mem::take(&mut loading.next);
        let mut stored = document.records_from(from);
        for (record, fields) in stored.by_ref().take(records) {
            show(
                &mut self.study,
                &mut self.unread,
                home,
                record,
                Some(fields),
            );
        }
        match stored.next() {
            Some((record, _)) => {
                loading.next = record.own();
                true
            }
            None => false,
        }
    }

    /// Takes in a chunk that another tab has stored; answers the records it touches.
    ///
    /// A chunk may come before those it rests on: its changes wait and show with them.
    ///
    /// # Errors
    /// When it is damaged or from a newer version; nothing is changed then.
    pub fn receive(&mut self, home: Home, bytes: &[u8]) -> Result<Touched, Fault> {
        let actor = self.actor.at(home);
        let fresh = !self.documents.contains_key(&home);
        let document = self
            .documents
            .entry(home)
            .or_insert_with(|| Document::new(actor));
        match document.receive(bytes) {
            Ok(touched) => Ok(self.read_touched(home, touched)),
            Err(fault) => {
                if fresh {
                    self.documents.remove(&home);
                }
                Err(fault)
            }
        }
    }

    /// Takes in all documents of another ledger; answers the records that this touches. Doing it
    /// twice changes nothing. What came in counts as not stored.
    ///
    /// # Errors
    /// When the engine finds the two at odds; nothing is changed then.
    pub fn merge(&mut self, other: &mut Self) -> Result<Touched, Fault> {
        let mut merged = Vec::new();
        for (home, theirs) in &mut other.documents {
            let mut document = match self.documents.get(home) {
                Some(ours) => ours.clone(),
                None => Document::new(self.actor.at(*home)),
            };
            let touched = document.merge(theirs)?;
            merged.push((*home, document, touched));
        }
        let mut all = Touched::new();
        for (home, document, touched) in merged {
            self.documents.insert(home, document);
            all.extend(self.read_touched(home, touched));
        }
        Ok(all)
    }

    /// What happened in a document, in an order in which it can have happened.
    #[must_use]
    pub fn history(&self, home: Home) -> Vec<Entry> {
        let changes = self
            .documents
            .get(&home)
            .map(|document| document.engine.get_changes_meta(&[]));
        changes.iter().flatten().map(Entry::of).collect()
    }

    /// Fields for which people have written distinct values at once.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.documents
            .iter()
            .flat_map(|(home, document)| conflict::conflicts(*home, &document.engine))
            .collect()
    }

    fn read_touched(&mut self, home: Home, touched: BTreeSet<RecordKey>) -> Touched {
        for record in &touched {
            self.read_again(home, *record);
        }
        touched
            .into_iter()
            .map(|RecordKey { table, id }| (table, id))
            .collect()
    }

    /// Puts into the read model what a document says of a record.
    fn read_again(&mut self, home: Home, record: RecordKey) {
        let stored = self
            .documents
            .get(&home)
            .and_then(|document| document.record(record));
        show(&mut self.study, &mut self.unread, home, record, stored);
    }
}

/// What a record was before an edit.
type Before = (RecordKey, Option<Fields>);

type Unread = BTreeMap<(Home, Table, Id), String>;

/// Writes every change into its document, all of them or none.
fn write_all(
    documents: &mut BTreeMap<Home, Document>,
    homes: &BTreeSet<Home>,
    edit: &Edit,
    caption: impl Fn() -> CommitOptions,
) -> Result<Vec<(Home, RecordKey)>, Fault> {
    let mut open = Vec::with_capacity(homes.len());
    let mut returned = Vec::new();
    for (home, document) in documents {
        if !homes.contains(home) {
            continue;
        }
        let mut tx = document.engine.transaction();
        document::mark_version(&mut tx)?;
        for change in edit.changes.iter().filter(|change| change.home == *home) {
            if document::write(&mut tx, change)? {
                let (table, id) = (change.table, change.id);
                returned.push((*home, RecordKey { table, id }));
            }
        }
        open.push(tx);
    }
    // A transaction that is dropped is rolled back; nothing can fail from here on.
    for tx in open {
        tx.commit_with(caption());
    }
    Ok(returned)
}

/// Shows a record in the read model as it is stored, or takes it away.
fn show(
    study: &mut Study,
    unread: &mut Unread,
    home: Home,
    RecordKey { table, id }: RecordKey,
    stored: Option<Stored>,
) {
    let shown = match stored {
        Some(Ok(fields)) => study
            .put(table, id, Some(fields))
            .map_err(|misfit| misfit.to_string()),
        Some(Err(why)) => Err(why),
        None => study
            .put(table, id, None)
            .map_err(|misfit| misfit.to_string()),
    };
    match shown {
        Ok(()) => {
            unread.remove(&(home, table, id));
        }
        Err(why) => {
            let _ = study.put(table, id, None);
            unread.insert((home, table, id), why);
        }
    }
}

/// The parts of a document as one, with all that they hold.
///
/// # Errors
/// When a part is damaged or missing: then nothing may be thrown away.
pub fn compact(parts: &[Vec<u8>]) -> Result<Vec<u8>, Fault> {
    let nobody = automerge::ActorId::from([0_u8; 16].as_slice());
    let (document, loss) = Document::read(parts, nobody);
    match loss.fault() {
        None => Ok(document.engine.save()),
        Some(fault) => Err(fault),
    }
}
