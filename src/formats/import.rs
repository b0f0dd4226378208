//! Reading transcripts that other programs wrote: bytes in, a [`Draft`] out that a person looks at
//! before anything is stored. Each format has its file; what they share is finding out what a file
//! really is (`detect`), its encoding, the speakers and the weaving of paragraphs into one text.
//!
//! Invariant: a reader keeps the words as they were written, in their order, and never fails
//! silently: what it leaves out is counted in a [`Warning`], what it cannot read is a [`Fault`].
//! No reader panics, with one exception that is not ours: see `pdf`.

mod captions;
mod detect;
mod docx;
mod encoding;
mod fault;
mod guess;
mod paragraph;
mod pdf;
mod plain;
mod seam;
mod speaker;
mod time;
mod weave;
mod word;

pub use fault::{Fault, Nature, Part};

use crate::study::position::CharRange;
use crate::study::text::Text;
use serde::{Deserialize, Serialize};

/// The largest text file that is read, in bytes.
pub const TEXT_LIMIT: u64 = 20_000_000;
/// The largest Word or PDF file that is read, in bytes.
pub const DOCUMENT_LIMIT: u64 = 100_000_000;
/// How much a packed file may unpack to, in bytes.
pub const UNPACKED_LIMIT: u64 = 200_000_000;

/// What the person importing has decided so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The WHATWG label of the encoding to use; found out from the bytes when absent.
    pub encoding: Option<String>,
    /// Whether to take speakers' labels out of the text and make turns of them.
    pub speakers: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            encoding: None,
            speakers: true,
        }
    }
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Text without structure.
    Plain,
    /// Text with Markdown, which is kept as written.
    Markdown,
    /// A Word document.
    Docx,
    /// Captions in WebVTT.
    Vtt,
    /// Captions in SubRip.
    Srt,
    /// A PDF with a text layer.
    Pdf,
}

/// A transcript as it would be stored, with all that has to be looked at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The format it was read from.
    pub kind: Kind,
    /// The words and turns.
    pub text: Text,
    /// The speakers that the turns point to.
    pub speakers: Vec<Speaker>,
    /// How bytes became characters, for text files.
    pub encoding: Option<Encoding>,
    /// Comments of the source, in the order of their passages.
    pub comments: Vec<Comment>,
    /// What was left out or had to be assumed.
    pub warnings: Vec<Warning>,
    /// What the name or head of the file says about the interview.
    pub guess: Guess,
}

/// One who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The label as first written.
    pub name: String,
    /// How many turns.
    pub turns: u32,
    /// How many words, each Chinese or Japanese character counted as one.
    pub words: u32,
    /// Whether this seems to be who asks.
    pub interviewer: bool,
}

/// How the bytes of a text file were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encoding {
    /// Its WHATWG name.
    pub label: String,
    /// Whether the file says so itself by a byte order mark.
    pub had_bom: bool,
    /// How many stretches of bytes mean nothing in it and became U+FFFD.
    pub replaced: u32,
}

/// A comment that the source has on a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The passage in the draft's text.
    pub range: CharRange,
    /// Who wrote it, as the source says.
    pub author: String,
    /// What it says, paragraphs divided by `\n`.
    pub text: String,
}

/// What the person importing should know about the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Warning {
    /// NUL bytes were taken out of the text.
    NulBytes {
        /// How many.
        count: u32,
    },
    /// Lines of equal width, broken by the program that wrote them, were joined to paragraphs.
    LinesJoined,
    /// Footnotes and endnotes are not part of the transcript.
    Footnotes {
        /// How many.
        count: u32,
    },
    /// Characters of a symbol font that have no counterpart became U+FFFD.
    Symbols {
        /// How many.
        count: u32,
    },
    /// Comments that are tied to no passage were left out.
    CommentsUnplaced {
        /// How many.
        count: u32,
    },
    /// Cues without a readable time were left out.
    CuesSkipped {
        /// How many.
        count: u32,
    },
    /// Running heads, feet and page marks were left out.
    PageFurniture {
        /// How many lines.
        count: u32,
    },
    /// Printed line or paragraph numbers were left out.
    PrintedNumbers {
        /// How many.
        count: u32,
    },
    /// Pages of a PDF hold no text, they may be pictures.
    PagesWithoutText {
        /// How many.
        count: u32,
    },
}

/// What the name or head of the file says about the interview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The participant's label, such as `P4`.
    pub participant: Option<String>,
    /// Which interview with the participant it is.
    pub number: Option<u32>,
    /// When it was held, as `2024-03-01`.
    pub date: Option<String>,
}

/// What a format's reader hands on: paragraphs in reading order and what it noticed on the way.
#[derive(Debug, Default)]
struct Source {
    paragraphs: Vec<paragraph::Paragraph>,
    remarks: Vec<paragraph::Remark>,
    warnings: Vec<Warning>,
}

/// Reads a transcript. `name` is the file's name with its extension; `progress` is told how far the
/// reading has come, per mille.
///
/// # Errors
/// A [`Fault`] that says why nothing could be read.
pub fn read(
    name: &str,
    bytes: &[u8],
    choice: &Choice,
    progress: &mut dyn FnMut(u32),
) -> Result<Draft, Fault> {
    progress(0);
    let kind = detect::kind(name, bytes)?;
    let mut encoding = None;
    let source = match kind {
        Kind::Docx => docx::read(bytes, progress)?,
        Kind::Pdf => pdf::read(bytes, progress)?,
        Kind::Plain | Kind::Markdown | Kind::Vtt | Kind::Srt => {
            let decoded = encoding::decode(bytes, choice.encoding.as_deref())?;
            progress(300);
            let mut source = match kind {
                Kind::Vtt => captions::read_vtt(&decoded.text),
                Kind::Srt => captions::read_srt(&decoded.text),
                _ => plain::read(&decoded.text),
            };
            if decoded.nul_bytes > 0 {
                let count = decoded.nul_bytes;
                source.warnings.push(Warning::NulBytes { count });
            }
            encoding = Some(decoded.encoding);
            source
        }
    };
    progress(800);
    let guess = guess::guess(name, &source.paragraphs);
    let mut draft = weave::weave(kind, source, choice.speakers);
    if draft.text.content.is_empty() {
        return Err(match kind {
            Kind::Pdf => Fault::NoText,
            _ => Fault::Empty,
        });
    }
    draft.encoding = encoding;
    draft.guess = guess;
    progress(1000);
    Ok(draft)
}
