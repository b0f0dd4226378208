//! What the second module can be asked, and its doing: reading foreign files, making the example,
//! searching with regular expressions. It runs in a worker; how question and answer get there is
//! decided elsewhere.
//!
//! Invariant: whatever can be large travels as the body, in bytes; the head stays small. Only the
//! second module calls [`Clerk::run`]: it links every reader.

use super::example::{self, Example};
use super::import::{self, Choice, Draft};
use crate::study::find::regex::{PatternFault, find_regex};
use crate::study::find::{Query, QueryKind};
use crate::study::position::{CharPos, CharRange};
use crate::study::text::{Text, TextHash};
use crate::study::words;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The most bytes of texts that a clerk remembers.
const MEMORY: usize = 64_000_000;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Errand {
    /// Say that you are there. Answer: [`Answer::Here`].
    Greet,
    /// Read a foreign file, whose bytes are the body. Answer: [`Answer::Read`].
    Read {
        /// Its name.
        name: String,
        /// What was decided about it.
        choice: Choice,
    },
    /// Make the example. Answer: [`Answer::Example`].
    Example,
    /// Is this text known? Answer: [`Answer::Known`].
    Knows(TextHash),
    /// Remember a text, whose canonical bytes are the body. Answer: [`Answer::Known`].
    Learn(TextHash),
    /// Search in a text that is known. Answer: [`Answer::Found`].
    Search {
        /// In what.
        text: TextHash,
        /// The regular expression.
        pattern: String,
        /// Whether capital and small letters differ.
        match_case: bool,
        /// Whether only whole words count.
        whole_word: bool,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// I am there.
    Here,
    /// A draft without its text, which is the body in its canonical bytes.
    Read {
        /// All of it but the text.
        draft: Box<Draft>,
        /// How many words the text has.
        words: u32,
    },
    /// The example.
    Example(Box<Example>),
    /// Whether the text is known now.
    Known(bool),
    /// Hits: the body, see [`from_hits`].
    Found,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The file could not be read.
    Import(import::Fault),
    /// The pattern is none: what is wrong with it.
    Pattern(String),
    /// The pattern is too large to be searched for.
    PatternTooLarge,
    /// The text to search in is not known.
    UnknownText,
}

/// Who does errands, one after the other, and remembers texts between them.
#[derive(Debug, Default)]
pub struct Clerk {
    texts: HashMap<TextHash, String>,
    remembered: usize,
}

impl Clerk {
    /// Does an errand. `progress` hears how far it is, per mille.
    ///
    /// # Errors
    /// A fault in what was given.
    pub fn run(
        &mut self,
        errand: Errand,
        body: &[u8],
        progress: &mut dyn FnMut(u32),
    ) -> Result<(Answer, Vec<u8>), Fault> {
        let head_only = |answer| Ok((answer, Vec::new()));
        match errand {
            Errand::Greet => head_only(Answer::Here),
            Errand::Read { name, choice } => {
                let mut draft =
                    import::read(&name, body, &choice, progress).map_err(Fault::Import)?;
                let text = std::mem::take(&mut draft.text);
                let words = words::count(&text.content);
                let draft = Box::new(draft);
                Ok((Answer::Read { draft, words }, text.to_bytes()))
            }
            Errand::Example => head_only(Answer::Example(Box::new(example::example()))),
            Errand::Knows(hash) => head_only(Answer::Known(self.texts.contains_key(&hash))),
            Errand::Learn(hash) => {
                let text = Text::from_bytes(body).map_err(|_| Fault::UnknownText)?;
                self.remember(hash, text.content);
                head_only(Answer::Known(true))
            }
            Errand::Search {
                text,
                pattern,
                match_case,
                whole_word,
            } => {
                let content = self.texts.get(&text).ok_or(Fault::UnknownText)?;
                let query = Query {
                    text: pattern,
                    kind: QueryKind::Regex,
                    whole_word,
                    match_case,
                };
                let hits = find_regex(content, &query).map_err(Fault::from)?;
                Ok((Answer::Found, to_bytes(&hits)))
            }
        }
    }

    fn remember(&mut self, hash: TextHash, content: String) {
        if self.remembered + content.len() > MEMORY {
            self.texts.clear();
            self.remembered = 0;
        }
        self.remembered += content.len();
        self.texts.insert(hash, content);
    }
}

impl From<PatternFault> for Fault {
    fn from(fault: PatternFault) -> Self {
        match fault {
            PatternFault::Syntax { .. } => Self::Pattern(fault.to_string()),
            PatternFault::TooLarge => Self::PatternTooLarge,
        }
    }
}

/// Ranges as bytes: start and end of each, 32 bits with the lowest byte first.
fn to_bytes(hits: &[CharRange]) -> Vec<u8> {
    hits.iter()
        .flat_map(|hit| [hit.start().0, hit.end().0])
        .flat_map(u32::to_le_bytes)
        .collect()
}

/// The ranges that came as the body of [`Answer::Found`].
#[must_use]
pub fn from_hits(body: &[u8]) -> Vec<CharRange> {
    let number = |bytes: [u8; 4]| CharPos(u32::from_le_bytes(bytes));
    let (numbers, _) = body.as_chunks::<4>();
    let (pairs, _) = numbers.as_chunks::<2>();
    pairs
        .iter()
        .map(|[start, end]| CharRange::new(number(*start), number(*end)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(text: TextHash, pattern: &str) -> Errand {
        Errand::Search {
            text,
            pattern: pattern.to_owned(),
            match_case: false,
            whole_word: false,
        }
    }

    #[test]
    fn a_text_is_learnt_once_and_searched_often() {
        let mut clerk = Clerk::default();
        let bytes = Text {
            content: "很好 trust, Trust".into(),
            ..Text::default()
        }
        .to_bytes();
        let hash = TextHash::of(&bytes);
        let run = |clerk: &mut Clerk, errand, body: &[u8]| clerk.run(errand, body, &mut |_| ());
        assert_eq!(
            run(&mut clerk, search(hash, "tr"), &[]),
            Err(Fault::UnknownText)
        );
        let known = |known| Ok((Answer::Known(known), Vec::new()));
        assert_eq!(run(&mut clerk, Errand::Knows(hash), &[]), known(false));
        assert_eq!(run(&mut clerk, Errand::Learn(hash), &bytes), known(true));
        assert_eq!(run(&mut clerk, Errand::Knows(hash), &[]), known(true));
        let (answer, body) = run(&mut clerk, search(hash, "tr.st"), &[]).unwrap();
        assert_eq!(answer, Answer::Found);
        let range = |start, end| CharRange::new(CharPos(start), CharPos(end));
        assert_eq!(from_hits(&body), [range(3, 8), range(10, 15)]);
        let wrong = run(&mut clerk, search(hash, "(tr"), &[]).unwrap_err();
        assert!(matches!(wrong, Fault::Pattern(what) if what.contains("unclosed group")));
    }

    #[test]
    fn a_file_is_read_and_its_text_is_the_body() {
        let mut clerk = Clerk::default();
        let errand = Errand::Read {
            name: "P1.txt".into(),
            choice: Choice::default(),
        };
        let (answer, body) = clerk
            .run(errand, b"I: How are you?\nP: Well, thank you.", &mut |_| ())
            .unwrap();
        let Answer::Read { draft, words } = answer else {
            panic!("another answer");
        };
        assert_eq!((draft.text.clone(), words), (Text::default(), 6));
        let text = Text::from_bytes(&body).unwrap();
        assert_eq!(text.content, "How are you?\nWell, thank you.");
        assert_eq!(draft.speakers.len(), 2);
        let empty = Errand::Read {
            name: "P1.txt".into(),
            choice: Choice::default(),
        };
        assert_eq!(
            clerk.run(empty, b"", &mut |_| ()),
            Err(Fault::Import(import::Fault::Empty))
        );
    }
}
