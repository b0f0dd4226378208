//! One file on its way in: how far it is and what was read of it.

use super::form::Form;
use super::refusal::Refusal;
use crate::formats::import::{Choice, Draft};
use crate::study::text::{Text, TextHash};
use std::rc::Rc;

/// A file on its way in.
#[derive(Debug)]
pub struct Item {
    /// By which it is known.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// How it is to be read.
    pub choice: Choice,
    /// How far it is.
    pub stage: Stage,
    /// What was read of it; while it is read anew, what was read before.
    pub reading: Option<Rc<Reading>>,
    /// What was decided about it; there once it was read.
    pub form: Option<Form>,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Its turn is still to come.
    Waiting,
    /// It is being read.
    Reading {
        /// By which job.
        job: u32,
        /// How far that has come, per mille.
        done: u32,
    },
    /// It was read.
    Ready,
    /// It could not be read.
    Refused(Refusal),
}

/// What the reader answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// All but the text.
    pub draft: Draft,
    /// How many words the text has.
    pub words: u32,
    /// The text in its canonical bytes.
    pub text: Vec<u8>,
}

/// A transcript as it would be stored.
#[derive(Debug)]
pub struct Reading {
    /// All but the text.
    pub draft: Draft,
    /// How many words the text has.
    pub words: u32,
    /// The text.
    pub text: Text,
    /// Its canonical bytes.
    pub bytes: Rc<Vec<u8>>,
    /// Their hash.
    pub hash: TextHash,
}

impl Reading {
    /// Takes an answer in; none when its text is none.
    #[must_use]
    pub fn new(received: Received) -> Option<Self> {
        let text = Text::from_bytes(&received.text).ok()?;
        Some(Self {
            draft: received.draft,
            words: received.words,
            text,
            hash: TextHash::of(&received.text),
            bytes: Rc::new(received.text),
        })
    }
}

impl Item {
    /// The job that reads it now.
    #[must_use]
    pub fn job(&self) -> Option<u32> {
        match self.stage {
            Stage::Reading { job, .. } => Some(job),
            _ => None,
        }
    }

    /// Whether it was read.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.stage == Stage::Ready
    }

    /// Whether it is still to be read.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        matches!(self.stage, Stage::Waiting | Stage::Reading { .. })
    }

    /// What was read and what was decided, when both are there.
    #[must_use]
    pub fn looked_at(&self) -> Option<(&Rc<Reading>, &Form)> {
        self.reading.as_ref().zip(self.form.as_ref())
    }
}
