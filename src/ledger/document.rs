//! One document: writing changes to it, reading records from it, its bytes. Knows no study.
//!
//! Invariant: `saved` names changes whose bytes are stored; what does not come before them is not
//! stored yet.

use super::fault::{Fault, Loss};
use super::key::{RecordKey, SCHEMA};
use crate::study::edit::{Change, Fields, Table};
use automerge::iter::MapRangeItem;
use automerge::transaction::{Transactable, Transaction};
use automerge::{
    ActorId, Automerge, AutomergeError, ChangeHash, LoadOptions, Patch, PatchAction, PatchLog,
    Prop, ROOT, ReadDoc, ScalarValueRef, ValueRef,
};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The version of the layout of documents.
pub const VERSION: i64 = 1;

/// A document and what is known of its storage.
#[derive(Clone)]
pub(super) struct Document {
    pub(super) engine: Automerge,
    saved: Vec<ChangeHash>,
}

/// The fields of a record as they stand in a document, or why they cannot be read.
pub(super) type Stored = Result<Fields, String>;

impl Document {
    /// An empty one.
    pub(super) fn new(actor: ActorId) -> Self {
        Self {
            engine: Automerge::new().with_actor(actor),
            saved: Vec::new(),
        }
    }

    /// What its parts make: a snapshot and the chunks appended since, in any order. Damaged ones
    /// are read as far as they go.
    pub(super) fn read(parts: &[Vec<u8>], actor: ActorId) -> (Self, Loss) {
        let whole = parts.concat();
        let (engine, damaged) = match Automerge::load(&whole) {
            Ok(engine) => (engine, Vec::new()),
            Err(_) => salvage(parts),
        };
        let loss = Loss {
            damaged,
            missing: engine.get_missing_deps(&[]).len(),
        };
        let saved = engine.get_heads();
        let engine = engine.with_actor(actor);
        (Self { engine, saved }, loss)
    }

    /// Refuses what a newer version has written.
    pub(super) fn check_version(&self) -> Result<(), Fault> {
        match self.version() {
            Some(version) if version > VERSION => Err(Fault::Newer { version }),
            _ => Ok(()),
        }
    }

    /// The newest version that wrote here.
    fn version(&self) -> Option<i64> {
        let written = self.engine.get_all(ROOT, SCHEMA).unwrap_or_default();
        written.iter().filter_map(|(value, _)| value.as_i64()).max()
    }

    /// Adds what another one holds. Both count as read: what waits for its predecessors comes too.
    pub(super) fn absorb(&mut self, other: &Self) -> Result<(), Fault> {
        self.engine.load_incremental(&other.engine.save())?;
        // What waited was received and so is stored. When something of our own is not, all that
        // came is handed out with it once more, which does no harm.
        if other.is_stored() {
            self.saved = self.engine.get_heads();
        } else {
            self.saved.extend(&other.saved);
        }
        Ok(())
    }

    fn is_stored(&self) -> bool {
        let heads = self.engine.get_heads();
        heads.iter().all(|head| self.saved.contains(head))
    }

    /// Adds the changes of another one that are not here, and says which records they touch.
    pub(super) fn merge(&mut self, other: &mut Self) -> Result<BTreeSet<RecordKey>, Fault> {
        let mut log = PatchLog::active();
        self.engine
            .merge_and_log_patches(&mut other.engine, &mut log)?;
        Ok(touched(&self.engine.make_patches(&mut log)))
    }

    /// Adds a chunk that is stored already, and says which records it touches.
    pub(super) fn receive(&mut self, bytes: &[u8]) -> Result<BTreeSet<RecordKey>, Fault> {
        if let Some(fault) = damage(bytes) {
            return Err(fault);
        }
        let before = self.engine.get_heads();
        let mut log = PatchLog::active();
        self.engine.load_incremental_log_patches(bytes, &mut log)?;
        let patches = self.engine.make_patches(&mut log);
        if let Err(fault) = self.check_version() {
            let actor = self.engine.get_actor().clone();
            self.engine = self.engine.fork_at(&before)?.with_actor(actor);
            return Err(fault);
        }
        let after = self.engine.get_heads();
        self.saved
            .extend(after.into_iter().filter(|head| !before.contains(head)));
        Ok(touched(&patches))
    }

    /// The bytes of what is not stored yet; from now on it counts as stored.
    pub(super) fn unsaved(&mut self) -> Option<Vec<u8>> {
        if self.is_stored() {
            return None;
        }
        let bytes = self.engine.save_after(&self.saved);
        self.saved = self.engine.get_heads();
        Some(bytes)
    }

    /// One record.
    pub(super) fn record(&self, key: RecordKey) -> Option<Stored> {
        let (_, stored) = records(self.engine.map_range(ROOT, key.all())).next()?;
        Some(stored)
    }

    /// Every record from a key on, in the order of keys.
    pub(super) fn records_from(
        &self,
        key: String,
    ) -> impl Iterator<Item = (RecordKey, Stored)> + '_ {
        records(self.engine.map_range(ROOT, key..))
    }
}

/// Reads parts one by one, the sound ones first so that others have something to hold on to.
fn salvage(parts: &[Vec<u8>]) -> (Automerge, Vec<usize>) {
    let mut engine = Automerge::new();
    let mut damaged: Vec<usize> = (0..parts.len())
        .filter(|place| damage(&parts[*place]).is_some())
        .collect();
    for (place, part) in parts.iter().enumerate() {
        if !damaged.contains(&place) && engine.load_incremental(part).is_err() {
            damaged.push(place);
        }
    }
    for place in &damaged {
        // Of a damaged part the changes before the damage are kept; the part is counted as lost.
        let _ = engine.load_incremental(&parts[*place]);
    }
    (engine, damaged)
}

/// What is wrong with some bytes in themselves. That earlier changes are not among them is not.
fn damage(bytes: &[u8]) -> Option<Fault> {
    match Automerge::load_with_options(bytes, LoadOptions::new()) {
        Ok(_) | Err(AutomergeError::MissingDeps) => None,
        Err(error) => Some(error.into()),
    }
}

fn touched(patches: &[Patch]) -> BTreeSet<RecordKey> {
    let keys = patches.iter().filter_map(|patch| match &patch.action {
        PatchAction::PutMap { key, .. }
        | PatchAction::DeleteMap { key }
        | PatchAction::Conflict {
            prop: Prop::Map(key),
        } => RecordKey::parse(key),
        _ => None,
    });
    keys.map(|(record, _)| record).collect()
}

/// Groups the entries of a document by record. Fields without a record are passed over: it was
/// unmade by someone who did not know of them. The details of a study are there even when nobody
/// made them.
fn records<'a>(
    items: impl Iterator<Item = MapRangeItem<'a>>,
) -> impl Iterator<Item = (RecordKey, Stored)> {
    let mut parts = items.filter_map(part).peekable();
    std::iter::from_fn(move || {
        loop {
            let (record, field, json) = parts.next()?;
            let made = field.is_none() || record.table == Table::Details;
            let mut stored = add(Fields::new(), field, &json);
            while let Some((_, field, json)) = parts.next_if(|(other, ..)| *other == record) {
                stored = stored.and_then(|fields| add(fields, field, &json));
            }
            if made {
                return Some((record, stored));
            }
        }
    })
}

type Part<'a> = (RecordKey, Option<String>, Cow<'a, str>);

fn part(item: MapRangeItem<'_>) -> Option<Part<'_>> {
    let (record, field) = RecordKey::parse(&item.key)?;
    let field = field.map(str::to_owned);
    match item.value {
        ValueRef::Scalar(ScalarValueRef::Str(json)) => Some((record, field, json)),
        _ => None,
    }
}

fn add(mut fields: Fields, field: Option<String>, json: &str) -> Stored {
    let read = match field {
        None => serde_json::from_str(json).map(|made| fields = made),
        Some(field) => serde_json::from_str(json).map(|value: Value| {
            if value.is_null() {
                fields.remove(&field);
            } else {
                fields.insert(field, value);
            }
        }),
    };
    read.map(|()| fields).map_err(|why| why.to_string())
}

/// Writes one change into a document that is being written.
///
/// Answers whether fields that others had changed came back with a record: then it stands in the
/// document otherwise than the change says.
pub(super) fn write(tx: &mut Transaction<'_>, change: &Change) -> Result<bool, Fault> {
    let (table, id) = (change.table, change.id);
    let key = RecordKey { table, id };
    let own = key.own();
    let there = tx.get(ROOT, own.as_str())?.is_some();
    match (&change.was, &change.now) {
        (_, None) if !there => return Err(Fault::Missing { table, id }),
        (_, None) => {
            let fields: Vec<_> = tx
                .map_range(ROOT, key.all())
                .map(|item| item.key.into_owned())
                .collect();
            for key in fields {
                tx.delete(ROOT, key)?;
            }
        }
        (None, Some(_)) if there => return Err(Fault::Taken { table, id }),
        (None, Some(now)) => {
            tx.put(ROOT, own, json(now))?;
            return Ok(tx.map_range(ROOT, key.fields()).next().is_some());
        }
        (Some(_), Some(_)) if !there && table != Table::Details => {
            return Err(Fault::Missing { table, id });
        }
        (Some(_), Some(now)) => {
            for (field, value) in now {
                tx.put(ROOT, key.field(field), json(value))?;
            }
        }
    }
    Ok(false)
}

/// Marks a document with the version of its layout, unless it bears one.
pub(super) fn mark_version(tx: &mut Transaction<'_>) -> Result<(), Fault> {
    if tx.get(ROOT, SCHEMA)?.is_none() {
        tx.put(ROOT, SCHEMA, VERSION)?;
    }
    Ok(())
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("fields are JSON already")
}
