//! Names of things: an [`Id`] for each entity, a type of its own for each kind, and the [`Stamp`]
//! from which new ones are made.
//!
//! Invariant: nothing pure ever asks for the time or for chance; both come in with a stamp. Ids
//! sort by the moment they were made.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A moment: milliseconds since 1970-01-01 UTC.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A name that no other thing has: 48 bits of time, 64 of chance and 16 of counting.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

impl Id {
    /// The name of what exists once in a study, such as its details.
    pub const SINGLE: Self = Self(0);

    /// Reads 32 hexadecimal digits, as `Display` writes them and in no other spelling.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digits = hex
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        (hex.len() == 32 && digits)
            .then(|| u128::from_str_radix(hex, 16).ok().map(Self))
            .flatten()
    }

    /// The bytes of the name, for what must be derived from it.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_hex(&hex).ok_or_else(|| serde::de::Error::custom("not an id of 32 digits"))
    }
}

/// What an action gets from outside: the moment it happens and the chance it may use.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    at: Moment,
    chance: u64,
    made: u16,
}

impl Stamp {
    /// A stamp of a moment and 64 random bits.
    #[must_use]
    pub fn new(at: Moment, chance: u64) -> Self {
        Self {
            at,
            chance,
            made: 0,
        }
    }

    /// The moment.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.at
    }

    /// A new name, unlike any other that this stamp or another has given.
    ///
    /// An import may ask for more names than the counter holds; the chance moves on then.
    pub fn id<I: From<Id>>(&mut self) -> I {
        let time = u128::from(self.at.0.cast_unsigned() & 0xffff_ffff_ffff);
        let id = time << 80 | u128::from(self.chance) << 16 | u128::from(self.made);
        (self.made, self.chance) = match self.made.checked_add(1) {
            Some(made) => (made, self.chance),
            None => (0, self.chance.wrapping_add(1)),
        };
        I::from(Id(id))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Id {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A study.
    StudyId,
    /// A member of the team.
    CoderId,
    /// A case.
    ParticipantId,
    /// One document of a participant.
    TranscriptId,
    /// A marked range of a transcript.
    ExcerptId,
    /// An exploratory comment.
    NoteId,
    /// A node of the codebook.
    ThemeId,
    /// A link between an excerpt and a theme.
    CodingId,
    /// An excerpt in another language.
    TranslationId,
    /// An entry of the journal.
    MemoId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_one_spelling() {
        let id: Id = Stamp::new(Moment(0xab), 0xcd).id();
        let hex = id.to_string();
        assert_eq!(Id::from_hex(&hex), Some(id));
        let plus = format!("+{}", &hex[1..]);
        for other in [
            hex.to_uppercase(),
            plus,
            hex[1..].to_owned(),
            format!("{hex}0"),
        ] {
            assert_eq!(Id::from_hex(&other), None, "{other}");
        }
    }
}
