//! Why a file could not be read, as a code with its numbers. The sentences stand in the message
//! files; nothing here is shown as it is.
//!
//! Invariant: a code never changes its meaning.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a file is, found from its bytes or claimed by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// Text of any kind.
    Text,
    /// WebVTT captions.
    Vtt,
    /// SubRip captions.
    Srt,
    /// A Word document.
    Docx,
    /// A Word document of before 2007.
    Doc,
    /// A spreadsheet.
    Spreadsheet,
    /// A presentation.
    Presentation,
    /// An OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A PDF.
    Pdf,
    /// A zip archive of something else.
    Zip,
    /// A picture.
    Image,
    /// Sound or video.
    Recording,
    /// A web page.
    Html,
    /// Bytes that are no text and nothing known.
    Binary,
}

/// The part of a file that is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The zip archive around the document.
    Archive,
    /// The document's own markup.
    Document,
    /// Markup nested deeper than any real document.
    Depth,
    /// The PDF's structure.
    Pdf,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Fault {
    /// No bytes, or no words.
    Empty,
    /// The name claims one format, the bytes are another.
    NotWhatItSays {
        /// What the name claims.
        says: Nature,
        /// What the bytes are.
        is: Nature,
    },
    /// The right format, but broken.
    Damaged {
        /// What of it.
        part: Part,
    },
    /// It opens only with a password.
    PasswordProtected,
    /// The file is larger than is read.
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
        /// What the file has, in bytes.
        size: u64,
    },
    /// It would unpack to more than is read.
    UnpacksTooLarge {
        /// The most that is unpacked, in bytes.
        limit: u64,
    },
    /// A PDF without a text layer, as a scanner makes it.
    NoText,
    /// A format that is not read.
    Unsupported {
        /// Which.
        what: Nature,
    },
    /// An encoding that is not known.
    UnknownEncoding {
        /// The label that was asked for.
        label: String,
    },
}

impl Fault {
    /// The stable code by which messages are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotWhatItSays { .. } => "not-what-it-says",
            Self::Damaged { .. } => "damaged",
            Self::PasswordProtected => "password-protected",
            Self::TooLarge { .. } => "too-large",
            Self::UnpacksTooLarge { .. } => "unpacks-too-large",
            Self::NoText => "no-text",
            Self::Unsupported { .. } => "unsupported",
            Self::UnknownEncoding { .. } => "unknown-encoding",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Fault {}
