//! The words of one transcript: what was said, where each turn begins, where the source broke its
//! pages. Who the speakers are, how lines are cut and what was marked stand elsewhere.
//!
//! Invariant: a text never changes. A corrected transcript is a new text, known by its own hash.

use super::position::CharPos;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// A stretch of one speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Where it begins; it lasts until the next turn or the end of the text.
    #[serde(rename = "s")]
    pub start: CharPos,
    /// Which of the transcript's speakers, where the source names one.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<u16>,
    /// When it was said, in milliseconds from the start of the recording.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub time: Option<u32>,
}

/// The words of one transcript. Speakers' names are not among them: a turn says whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The words, with `\n` between paragraphs and no other control characters but tabs.
    pub content: String,
    /// Stretches of speech in order; the first begins at 0. Empty only when the text is.
    pub turns: Vec<Turn>,
    /// Where a page of the source begins, the first page left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<CharPos>,
    /// In a corrected text, where each numbered line of the first version begins, so that every
    /// other line keeps its number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<CharPos>,
    /// In a corrected text, which of `lines` opens each of `pages`: a line of which nothing is left
    /// begins where the next one does, so places alone could not tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_lines: Vec<u32>,
}

/// The SHA-256 of a text's canonical bytes, by which it is known everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash([u8; 32]);

impl Text {
    /// The bytes that are stored and hashed: JSON with fields in their declared order.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a text is plain data and always serialises")
    }

    /// Reads what [`Text::to_bytes`] wrote.
    ///
    /// # Errors
    /// When the bytes are no text.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

impl TextHash {
    /// The hash of stored bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits, as `Display` writes them and in no other spelling.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digits = hex
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if hex.len() != 64 || !digits {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for TextHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TextHash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        Self::from_hex(&hex).ok_or_else(|| serde::de::Error::custom("not a SHA-256 in hexadecimal"))
    }
}
