//! Texts in memory, laid out in lines.

use crate::study::index::TextIndex;
use crate::study::layout::Layout;
use crate::study::record::transcript::{Measure, Transcript};
use crate::study::text::{Text, TextHash};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// A text with everything that is computed from it once.
#[derive(Debug)]
pub struct Prepared {
    /// The words.
    pub text: Rc<Text>,
    /// Places in them.
    pub index: TextIndex,
    /// Lines and pages.
    pub layout: Layout,
}

/// A text as it was read: its canonical bytes and what they say.
#[derive(Debug)]
struct Known {
    bytes: Rc<Vec<u8>>,
    text: Rc<Text>,
}

/// Texts that were read.
#[derive(Debug, Default)]
pub struct Texts {
    known: HashMap<TextHash, Known>,
    asked: HashSet<TextHash>,
    // A cache: filling it changes nothing that anybody can see.
    prepared: RefCell<HashMap<(TextHash, Measure), Rc<Prepared>>>,
}

impl Texts {
    /// Takes the bytes of a text in.
    ///
    /// # Errors
    /// When they are no text, or another one.
    pub fn take_in(&mut self, hash: TextHash, bytes: &Rc<Vec<u8>>) -> Result<(), String> {
        self.asked.remove(&hash);
        let text = Text::from_bytes(bytes).map_err(|why| why.to_string())?;
        let known = Known {
            bytes: Rc::clone(bytes),
            text: Rc::new(text),
        };
        self.known.insert(hash, known);
        Ok(())
    }

    /// Notes that a text is wanted; answers whether it has to be asked for.
    pub fn ask(&mut self, hash: TextHash) -> bool {
        !self.known.contains_key(&hash) && self.asked.insert(hash)
    }

    /// A text could not be read; it may be asked for again.
    pub fn failed(&mut self, hash: TextHash) {
        self.asked.remove(&hash);
    }

    /// The canonical bytes of a text, if it is there.
    #[must_use]
    pub fn bytes(&self, hash: TextHash) -> Option<Rc<Vec<u8>>> {
        self.known.get(&hash).map(|known| Rc::clone(&known.bytes))
    }

    /// Whether a text is there.
    #[must_use]
    pub fn has(&self, hash: TextHash) -> bool {
        self.known.contains_key(&hash)
    }

    /// The present text of a transcript, laid out, if it is there.
    #[must_use]
    pub fn of(&self, transcript: &Transcript) -> Option<Rc<Prepared>> {
        self.prepare(transcript.current_text(), transcript.measure)
    }

    /// A text, laid out, if it is there.
    #[must_use]
    pub fn prepare(&self, hash: TextHash, measure: Measure) -> Option<Rc<Prepared>> {
        if let Some(ready) = self.prepared.borrow().get(&(hash, measure)) {
            return Some(Rc::clone(ready));
        }
        let text = Rc::clone(&self.known.get(&hash)?.text);
        let index = TextIndex::new(&text.content);
        let layout = Layout::new(&text, &index, measure);
        let ready = Rc::new(Prepared {
            text,
            index,
            layout,
        });
        self.prepared
            .borrow_mut()
            .insert((hash, measure), Rc::clone(&ready));
        Some(ready)
    }

    /// All texts in their canonical bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<(TextHash, Vec<u8>)> {
        self.known
            .iter()
            .map(|(hash, known)| (*hash, known.bytes.to_vec()))
            .collect()
    }
}
