//! Everything that can go wrong, in one list. Each fault has a message that says what happened, with
//! the attributes `.safe` (whether work is safe) and `.next` (what to do).

use super::message::Arguments;
use crate::formats::study_file;
use serde::{Deserialize, Serialize};

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// What.
    pub code: Code,
    /// What exactly, for the message and the log; never words of a transcript.
    pub detail: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $key:literal),* $(,)?) => {
        /// What went wrong. Its key names the Fluent message `fault-…`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Code {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $code,
        )*}

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            fn key(self) -> &'static str {
                match self {$(Self::$code => concat!("fault-", $key),)*}
            }
        }
    };
}

codes! {
    /// The browser's storage is full.
    StorageFull = "storage-full",
    /// The browser refuses storage.
    StorageRefused = "storage-refused",
    /// The database was closed under us.
    StorageClosed = "storage-closed",
    /// Storage failed in another way.
    StorageFailed = "storage-failed",
    /// A study that was to be opened is not there.
    StudyMissing = "study-missing",
    /// The study that is open was deleted for good in another tab.
    StudyDestroyed = "study-destroyed",
    /// A stored document could not be read.
    DocumentDamaged = "document-damaged",
    /// The text of a transcript is not there.
    TextMissing = "text-missing",
    /// The study was written by a newer version.
    NewerVersion = "newer-version",
    /// An edit could not be written.
    EditFailed = "edit-failed",
    /// An undo no longer fits what others did since.
    UndoFailed = "undo-failed",
    /// A file is no study file.
    NotAStudyFile = "not-a-study-file",
    /// A study file ends too early.
    FileCutShort = "file-cut-short",
    /// A study file was changed.
    FileDamaged = "file-damaged",
    /// A study file unpacks to more than is taken.
    FileTooLarge = "file-too-large",
    /// A file could not be read from disk.
    FileUnreadable = "file-unreadable",
    /// A file could not be written.
    FileNotWritten = "file-not-written",
    /// The reader of foreign files could not be started.
    ReaderMissing = "reader-missing",
    /// The reader of foreign files broke down.
    ReaderBroke = "reader-broke",
    /// Reading took too long.
    ReaderTooSlow = "reader-too-slow",
    /// A search pattern is malformed.
    BadPattern = "bad-pattern",
    /// A search pattern is too large.
    PatternTooLarge = "pattern-too-large",
    /// A search took too long.
    SearchTooSlow = "search-too-slow",
}

impl Fault {
    /// A fault with what exactly went wrong.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }

    /// The key of its message.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.code.key()
    }

    /// The values of its message: `detail`.
    #[must_use]
    pub fn arguments(&self) -> Arguments {
        vec![("detail", self.detail.clone().into())]
    }
}

impl From<crate::ledger::Fault> for Fault {
    fn from(fault: crate::ledger::Fault) -> Self {
        use crate::ledger::Fault as Cause;
        let code = match &fault {
            Cause::Newer { .. } => Code::NewerVersion,
            Cause::Missing { .. } | Cause::Taken { .. } | Cause::Malformed { .. } => {
                Code::EditFailed
            }
            Cause::Damaged | Cause::Incomplete | Cause::Refused { .. } => Code::DocumentDamaged,
        };
        Self::new(code, fault.to_string())
    }
}

impl Fault {
    /// Why a study file of that name was not read.
    #[must_use]
    pub fn of_study_file(fault: &study_file::Fault, name: &str) -> Self {
        use study_file::Fault as Cause;
        match fault {
            Cause::NotAStudyFile => Self::new(Code::NotAStudyFile, name),
            Cause::CutShort => Self::new(Code::FileCutShort, name),
            Cause::Damaged { entry } => Self::new(Code::FileDamaged, entry.as_str()),
            Cause::Newer { .. } => Self::new(Code::NewerVersion, name),
            Cause::TooLarge { most } => Self::new(Code::FileTooLarge, (most >> 20).to_string()),
        }
    }
}
