//! What page and worker send each other.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::JsValue;

use crate::platform::fault::Trouble;

/// What a parcel means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Word {
    /// The page asks.
    Ask,
    /// The worker is under way; the head is a number.
    Progress,
    /// The worker has an answer.
    Done,
    /// The worker found a fault in what it was given.
    Fault,
    /// The worker could not read the question or write the answer; the head is a text.
    Broken,
}

/// One message.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Parcel {
    /// Which question it belongs to.
    pub(super) id: u32,
    pub(super) word: Word,
    #[serde(with = "preserve")]
    pub(super) head: JsValue,
    #[serde(with = "preserve")]
    pub(super) body: Uint8Array,
}

impl Parcel {
    /// A parcel without a body.
    pub(super) fn plain(id: u32, word: Word, head: JsValue) -> Self {
        Self {
            id,
            word,
            head,
            body: Uint8Array::new_with_length(0),
        }
    }

    /// The message and what is handed over with it.
    pub(super) fn seal(&self) -> Result<(JsValue, Array), Trouble> {
        let message = self.serialize(&Serializer::new())?;
        Ok((message, Array::of1(&self.body.buffer())))
    }

    /// Nothing for a message that is none of ours.
    pub(super) fn open(message: JsValue) -> Option<Self> {
        serde_wasm_bindgen::from_value(message).ok()
    }
}

/// A head as the other side can read it, with whole numbers of any size.
pub(super) fn carry(head: &impl Serialize) -> Result<JsValue, Trouble> {
    Ok(head.serialize(&Serializer::new().serialize_large_number_types_as_bigints(true))?)
}
