//! Two people's distinct values for one field, until someone decides.
//!
//! Invariant: equal values are no conflict, whoever wrote them. The read model shows the first
//! claim, the same on every replica; writing the field settles it.

use super::history::Entry;
use super::key::RecordKey;
use crate::study::edit::{Home, Table};
use crate::study::id::Id;
use automerge::{Automerge, ROOT, ReadDoc};
use serde_json::Value;

/// A field with more than one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The document.
    pub home: Home,
    /// The kind of record.
    pub table: Table,
    /// Its name.
    pub id: Id,
    /// The field; none when the whole record was made twice.
    pub field: Option<String>,
    /// The distinct values, the one shown first.
    pub claims: Vec<Claim>,
}

/// One of a conflict's values.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The value; null when the field was taken away.
    pub value: Value,
    /// Who wrote it and when.
    pub entry: Entry,
}

/// Every conflict of a document.
pub(super) fn conflicts(home: Home, engine: &Automerge) -> impl Iterator<Item = Conflict> {
    engine
        .map_range(ROOT, ..)
        .filter(|item| item.conflict)
        .filter_map(move |item| {
            let (RecordKey { table, id }, field) = RecordKey::parse(&item.key)?;
            let claims = claims(engine, &item.key);
            (claims.len() > 1).then(|| Conflict {
                home,
                table,
                id,
                field: field.map(str::to_owned),
                claims,
            })
        })
}

fn claims(engine: &Automerge, key: &str) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    // The engine lists the winner last.
    for (value, written) in engine.get_all(ROOT, key).unwrap_or_default().iter().rev() {
        let Some(value) = value
            .as_str()
            .and_then(|json| serde_json::from_str(json).ok())
        else {
            continue;
        };
        if claims.iter().any(|claim| claim.value == value) {
            continue;
        }
        let change = engine
            .hash_for_opid(written)
            .and_then(|hash| engine.get_change_meta_by_hash(&hash));
        if let Some(change) = change {
            let entry = Entry::of(&change);
            claims.push(Claim { value, entry });
        }
    }
    claims
}
