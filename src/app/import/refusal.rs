//! Why a file does not come in, in words: each kind has a message with `.safe` and `.next`.

use crate::app::fault::Fault;
use crate::app::message::{Arguments, Messages, Value};
use crate::formats::import::{self, Nature};

/// Why a file does not come in.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The file is not what can be read.
    File(import::Fault),
    /// Reading failed.
    Reading(Fault),
    /// It is a study, not a transcript.
    StudyFile,
}

/// The key of the message of a file's fault.
#[must_use]
pub fn key(fault: &import::Fault) -> String {
    format!("import-fault-{}", fault.code())
}

impl Refusal {
    /// The key of its message.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::File(fault) => key(fault),
            Self::Reading(fault) => fault.key().to_owned(),
            Self::StudyFile => "import-fault-study-file".to_owned(),
        }
    }

    /// Whether the same file may be read with better luck.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Reading(_) | Self::File(import::Fault::UnknownEncoding { .. })
        )
    }

    /// The values of its message.
    #[must_use]
    pub fn arguments(&self, messages: &Messages) -> Arguments {
        use import::Fault as Cause;
        let named = |what: Nature| Value::from(messages.text(&format!("nature-{}", word(&what))));
        match self {
            Self::Reading(fault) => fault.arguments(),
            Self::File(Cause::NotWhatItSays { says, is }) => {
                vec![("says", named(*says)), ("is", named(*is))]
            }
            Self::File(Cause::Damaged { part }) => vec![("part", word(part).into())],
            Self::File(Cause::TooLarge { limit, size }) => {
                vec![("limit", megabytes(*limit)), ("size", megabytes(*size))]
            }
            Self::File(Cause::UnpacksTooLarge { limit }) => vec![("limit", megabytes(*limit))],
            Self::File(Cause::Unsupported { what }) => vec![("what", named(*what))],
            Self::File(Cause::UnknownEncoding { label }) => {
                vec![("label", label.as_str().into())]
            }
            Self::File(Cause::Empty | Cause::PasswordProtected | Cause::NoText)
            | Self::StudyFile => Vec::new(),
        }
    }
}

/// The stable name of a plain enum, as it is written in documents.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Millions of bytes, with one digit behind the point where that tells more.
#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: u64) -> Value {
    Value::Number((bytes as f64 / 100_000.0).round() / 10.0)
}
