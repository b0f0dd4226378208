//! The keys of documents.
//!
//! Invariant: a record's own key sorts before those of its changed fields, and no other record's
//! key lies between them.

use crate::study::edit::Table;
use crate::study::id::Id;

/// Where the version of the layout stands.
pub(super) const SCHEMA: &str = "schema";

/// The name of a record in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RecordKey {
    /// The kind.
    pub(super) table: Table,
    /// Its name among its kind.
    pub(super) id: Id,
}

impl RecordKey {
    /// The key of the record as made.
    pub(super) fn own(self) -> String {
        format!("{}/{}", self.table.name(), self.id)
    }

    /// The key of a field changed since.
    pub(super) fn field(self, name: &str) -> String {
        format!("{}/{}/{name}", self.table.name(), self.id)
    }

    /// The keys of all fields changed since, and no others: `0` is the character behind `/`.
    pub(super) fn fields(self) -> std::ops::Range<String> {
        let own = self.own();
        format!("{own}/")..format!("{own}0")
    }

    /// The record's key and those of its changed fields.
    pub(super) fn all(self) -> std::ops::Range<String> {
        let own = self.own();
        let end = format!("{own}0");
        own..end
    }

    /// Reads a key: which record, and which field if it is one. None for any other key.
    pub(super) fn parse(key: &str) -> Option<(Self, Option<&str>)> {
        let mut parts = key.splitn(3, '/');
        let table = Table::named(parts.next()?)?;
        let id = Id::from_hex(parts.next()?)?;
        Some((Self { table, id }, parts.next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back() {
        let record = RecordKey {
            table: Table::Theme,
            id: Id::SINGLE,
        };
        assert_eq!(RecordKey::parse(&record.own()), Some((record, None)));
        assert_eq!(
            RecordKey::parse(&record.field("a/b")),
            Some((record, Some("a/b")))
        );
        assert!(record.all().contains(&record.field("name")));
        assert!(!record.fields().contains(&record.own()));
        for other in [
            "schema",
            "theme",
            "theme/1",
            "board/00000000000000000000000000000000",
            "",
        ] {
            assert_eq!(RecordKey::parse(other), None, "{other}");
        }
    }
}
