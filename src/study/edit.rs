//! How a study changes: an [`Edit`] is what a person did, a list of [`Change`]s to records.
//!
//! Invariant: a change knows what was there before in every field it touches, so every edit has an
//! exact inverse. Fields that are not named are not touched, known or unknown.

use super::id::{Id, ParticipantId};
use super::record::coder::Coder;
use super::record::coding::Coding;
use super::record::details::StudyDetails;
use super::record::excerpt::Excerpt;
use super::record::memo::Memo;
use super::record::note::Note;
use super::record::participant::Participant;
use super::record::theme::Theme;
use super::record::transcript::Transcript;
use super::record::translation::Translation;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;

/// JSON fields of a record. A field that is null is not there.
pub type Fields = Map<String, Value>;

/// The kinds of records, each stored in its own table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    /// [`StudyDetails`], under [`Id::SINGLE`].
    Details,
    /// [`Coder`].
    Coder,
    /// [`Participant`].
    Participant,
    /// [`Transcript`].
    Transcript,
    /// [`Excerpt`].
    Excerpt,
    /// [`Note`].
    Note,
    /// [`Theme`].
    Theme,
    /// [`Coding`].
    Coding,
    /// [`Translation`].
    Translation,
    /// [`Memo`].
    Memo,
}

impl Table {
    /// Every table, those that others point into first.
    pub const ALL: [Self; 10] = [
        Self::Details,
        Self::Coder,
        Self::Participant,
        Self::Transcript,
        Self::Excerpt,
        Self::Note,
        Self::Theme,
        Self::Coding,
        Self::Translation,
        Self::Memo,
    ];

    /// Its name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Coder => "coder",
            Self::Participant => "participant",
            Self::Transcript => "transcript",
            Self::Excerpt => "excerpt",
            Self::Note => "note",
            Self::Theme => "theme",
            Self::Coding => "coding",
            Self::Translation => "translation",
            Self::Memo => "memo",
        }
    }

    /// The table of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// Which document of a study a record lives in: all free text about a participant lives in that
/// participant's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Home {
    /// The study's document.
    Study,
    /// A participant's document.
    Participant(ParticipantId),
}

impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Study => f.write_str("study"),
            Self::Participant(id) => id.fmt(f),
        }
    }
}

impl Home {
    /// Reads what `Display` wrote.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "study" => Some(Self::Study),
            hex => Id::from_hex(hex).map(|id| Self::Participant(id.into())),
        }
    }
}

/// A kind of record: where it is kept and how it is named.
pub trait Record: Serialize + DeserializeOwned + Clone + PartialEq {
    /// Its table.
    const TABLE: Table;

    /// Its name in that table.
    fn id(&self) -> Id;
}

macro_rules! records {
    ($($record:ident),* $(,)?) => {$(
        impl Record for $record {
            const TABLE: Table = Table::$record;

            fn id(&self) -> Id {
                self.id.into()
            }
        }
    )*};
}

records! { Coder, Participant, Transcript, Excerpt, Note, Theme, Coding, Translation, Memo }

impl Record for StudyDetails {
    const TABLE: Table = Table::Details;

    fn id(&self) -> Id {
        Id::SINGLE
    }
}

/// One record made, changed in some fields, or unmade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Which kind.
    pub table: Table,
    /// Which one.
    pub id: Id,
    /// The document it lives in.
    pub home: Home,
    /// The touched fields before; none when the record is made.
    pub was: Option<Fields>,
    /// The touched fields after; none when the record is unmade.
    pub now: Option<Fields>,
}

impl Change {
    /// A new record.
    #[must_use]
    pub fn make<R: Record>(home: Home, record: &R) -> Self {
        Self {
            table: R::TABLE,
            id: record.id(),
            home,
            was: None,
            now: Some(to_fields(record)),
        }
    }

    /// A record with some fields changed; none when nothing differs.
    #[must_use]
    pub fn alter<R: Record>(home: Home, was: &R, now: &R) -> Option<Self> {
        let (before, after) = (to_fields(was), to_fields(now));
        let value = |fields: &Fields, name: &String| fields.get(name).cloned().unwrap_or_default();
        let touched: Vec<_> = before
            .keys()
            .chain(after.keys().filter(|name| !before.contains_key(*name)))
            .filter(|name| value(&before, name) != value(&after, name))
            .collect();
        let pick = |fields: &Fields| -> Fields {
            touched
                .iter()
                .map(|name| ((*name).clone(), value(fields, name)))
                .collect()
        };
        (!touched.is_empty()).then(|| Self {
            table: R::TABLE,
            id: was.id(),
            home,
            was: Some(pick(&before)),
            now: Some(pick(&after)),
        })
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            was: self.now.clone(),
            now: self.was.clone(),
            ..*self
        }
    }
}

/// What a person did, as one step of undo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What it was, in the words of history and undo.
    pub act: Act,
    /// The records it touches, in order.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit of some changes.
    pub fn new(act: Act, changes: impl IntoIterator<Item = Change>) -> Self {
        Self {
            act,
            changes: changes.into_iter().collect(),
        }
    }

    /// Whether it would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            act: self.act,
            changes: self.changes.iter().rev().map(Change::inverse).collect(),
        }
    }
}

/// The fields of a record; those that are null are left out.
#[must_use]
pub fn to_fields<R: Record>(record: &R) -> Fields {
    match serde_json::to_value(record) {
        Ok(Value::Object(mut fields)) => {
            fields.retain(|_, value| !value.is_null());
            fields
        }
        _ => unreachable!("every record is a struct of plain data"),
    }
}

/// The record that some fields make.
///
/// # Errors
/// When a field is missing or of another type.
pub fn from_fields<R: Record>(fields: Fields) -> Result<R, serde_json::Error> {
    serde_json::from_value(Value::Object(fields))
}

/// Puts the named fields over others; null takes a field away.
pub fn overlay(fields: &mut Fields, over: &Fields) {
    for (name, value) in over {
        if value.is_null() {
            fields.remove(name);
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
}

macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident = $key:literal),* $(,)?) => {
        /// What a person can do to a study. Its key names the Fluent message `act-…`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Act {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $act,
        )*}

        impl Act {
            /// Every act.
            pub const ALL: &[Self] = &[$(Self::$act),*];

            /// Its key in documents and messages.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {$(Self::$act => $key,)*}
            }
        }
    };
}

acts! {
    /// The study was begun.
    BeginStudy = "begin-study",
    /// Details of the study were changed.
    EditDetails = "edit-details",
    /// A coder joined or changed their name.
    EditCoder = "edit-coder",
    /// A participant was added.
    AddParticipant = "add-participant",
    /// A participant's fields were changed.
    EditParticipant = "edit-participant",
    /// A transcript was imported.
    ImportTranscript = "import-transcript",
    /// A transcript's fields were changed.
    EditTranscript = "edit-transcript",
    /// Words of a transcript were corrected.
    CorrectText = "correct-text",
    /// A passage was marked.
    MarkPassage = "mark-passage",
    /// A passage's ends were moved.
    MovePassage = "move-passage",
    /// A note was written.
    AddNote = "add-note",
    /// A note was changed.
    EditNote = "edit-note",
    /// A theme was made.
    AddTheme = "add-theme",
    /// A theme's fields were changed.
    EditTheme = "edit-theme",
    /// A theme was put elsewhere.
    MoveTheme = "move-theme",
    /// Themes were merged.
    MergeThemes = "merge-themes",
    /// A theme was split.
    SplitTheme = "split-theme",
    /// A theme was retired.
    RetireTheme = "retire-theme",
    /// A theme was brought back.
    RestoreTheme = "restore-theme",
    /// A passage was put under a theme.
    AddCoding = "add-coding",
    /// A passage was taken from a theme.
    RemoveCoding = "remove-coding",
    /// Passages were carried to another theme.
    MoveCoding = "move-coding",
    /// A translation was written.
    AddTranslation = "add-translation",
    /// A translation was changed.
    EditTranslation = "edit-translation",
    /// A memo was written.
    AddMemo = "add-memo",
    /// A memo was changed.
    EditMemo = "edit-memo",
    /// Something was put into the bin.
    Bin = "bin",
    /// Something was taken out of the bin.
    Unbin = "unbin",
    /// The example was opened.
    OpenExample = "open-example",
}
