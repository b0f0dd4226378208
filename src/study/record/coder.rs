//! A member of the team.

use crate::study::id::{CoderId, Moment};
use serde::{Deserialize, Serialize};

/// Who marks, notes and decides. Every entry carries its coder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coder {
    /// Its name among the records.
    pub id: CoderId,
    /// The name as shown.
    pub name: String,
    /// Initials shown beside entries.
    pub initials: String,
    /// When it joined.
    pub at: Moment,
}

impl Coder {
    /// Initials for a name: the first letters of its first and last words.
    #[must_use]
    pub fn initials_of(name: &str) -> String {
        let mut words = name.split_whitespace();
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.next_back().and_then(|word| word.chars().next());
        first
            .into_iter()
            .chain(last)
            .flat_map(char::to_uppercase)
            .collect()
    }
}
