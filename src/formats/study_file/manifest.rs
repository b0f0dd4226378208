//! The manifest of a study file: what the study is, and what blobs follow.
//!
//! ```json
//! {"study": "<id>", "title": "…", "schema": 1, "entries": [
//!   {"kind": "chunk", "doc": "study", "name": "0", "encoding": "identity",
//!    "length": 812, "size": 812, "sha256": "…"},
//!   {"kind": "text", "name": "<its hash>", "encoding": "deflate",
//!    "length": 9120, "size": 41027, "sha256": "…"}]}
//! ```
//!
//! Invariant: unknown members are passed over, an unknown kind or encoding is not: what cannot be
//! read is never left out in silence.

use super::Fault;
use crate::study::id::StudyId;
use serde::{Deserialize, Serialize};

/// The whole manifest.
#[derive(Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) study: StudyId,
    #[serde(default)]
    pub(super) title: String,
    /// The version of the documents' layout.
    pub(super) schema: i64,
    /// Whether it was written by the recovery screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) rescue: bool,
    pub(super) entries: Vec<Entry>,
}

/// One blob.
#[derive(Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// For a chunk, the document it is a part of.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) doc: String,
    /// For a text, its hash; for a chunk, its place, to name it by.
    #[serde(default)]
    pub(super) name: String,
    pub(super) encoding: Encoding,
    /// Bytes in the file.
    pub(super) length: u64,
    /// Bytes once unpacked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) size: Option<u64>,
    /// Of the bytes in the file, in hexadecimal.
    #[serde(default)]
    pub(super) sha256: String,
}

/// What a blob is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// Part of a document.
    Chunk,
    /// A text.
    Text,
}

/// How a blob is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Encoding {
    /// Not at all.
    Identity,
    /// As the web's `deflate`: RFC 1950.
    Deflate,
}

impl Manifest {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a manifest is plain data and always serialises")
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        serde_json::from_slice(bytes).map_err(|_| Fault::damaged("manifest"))
    }
}

impl Entry {
    /// What a fault calls it.
    pub(super) fn label(&self) -> String {
        match self.kind {
            Kind::Chunk => format!("chunk {}/{}", self.doc, self.name),
            Kind::Text => format!("text {}", self.name),
        }
    }
}
