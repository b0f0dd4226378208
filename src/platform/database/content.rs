//! What a database holds: stores, keys and values, and the writes that change them.

use js_sys::{Array, JsString, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use crate::platform::fault::Trouble;

/// A store. Its name is part of what is kept on people's disks and never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Store {
    /// One record for each study.
    Studies,
    /// Documents in parts, under (study, document, sequence).
    Documents,
    /// Texts, under (study, hash).
    Texts,
    /// What can be undone, under (study, sequence).
    Undo,
    /// Restore points, under (study, sequence).
    Points,
    /// One record for each setting.
    Settings,
}

impl Store {
    /// Every store there is.
    pub(super) const ALL: [Self; 6] = [
        Self::Studies,
        Self::Documents,
        Self::Texts,
        Self::Undo,
        Self::Points,
        Self::Settings,
    ];

    /// Its name on the disk.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Studies => "studies",
            Self::Documents => "documents",
            Self::Texts => "texts",
            Self::Undo => "undo",
            Self::Points => "points",
            Self::Settings => "settings",
        }
    }
}

/// A key: one word, or a path of words that sorts part by part (by UTF-16 code unit).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// One word.
    Word(String),
    /// A path; what begins with the same parts lies together.
    Path(Vec<String>),
}

impl From<&str> for Key {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl<const N: usize> From<[&str; N]> for Key {
    fn from(path: [&str; N]) -> Self {
        Self::Path(path.map(str::to_owned).to_vec())
    }
}

impl Key {
    pub(super) fn to_js(&self) -> JsValue {
        match self {
            Self::Word(word) => word.into(),
            Self::Path(path) => path
                .iter()
                .map(|part| JsValue::from_str(part))
                .collect::<Array>()
                .into(),
        }
    }

    /// Nothing for a key that this room cannot have written.
    pub(super) fn from_js(key: &JsValue) -> Option<Self> {
        if let Some(word) = key.as_string() {
            return Some(Self::Word(word));
        }
        let path = key.dyn_ref::<Array>()?;
        path.iter()
            .map(|part| part.dyn_into::<JsString>().ok().map(String::from))
            .collect::<Option<Vec<String>>>()
            .map(Self::Path)
    }
}

/// A value: bytes, or a plain object that reads like JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Bytes.
    Bytes(Vec<u8>),
    /// A plain object, readable by anyone who opens the database.
    Record(JsValue),
}

impl Value {
    /// A record as the plain object that its JSON would be.
    pub fn record(content: &impl Serialize) -> Result<Self, Trouble> {
        let object = content.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        Ok(Self::Record(object))
    }

    /// Reads a record.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        let object = match self {
            Self::Bytes(_) => JsValue::UNDEFINED,
            Self::Record(object) => object.clone(),
        };
        Ok(serde_wasm_bindgen::from_value(object)?)
    }

    /// The bytes, if it is bytes.
    pub fn into_bytes(self) -> Option<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Record(_) => None,
        }
    }

    pub(super) fn to_js(&self) -> JsValue {
        match self {
            Self::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
            Self::Record(object) => object.clone(),
        }
    }

    pub(super) fn from_js(value: JsValue) -> Self {
        match value.dyn_into::<Uint8Array>() {
            Ok(bytes) => Self::Bytes(bytes.to_vec()),
            Err(object) => Self::Record(object),
        }
    }
}

/// One change of what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// Keeps a value under a key, in the place of what was there.
    Put {
        /// Where.
        store: Store,
        /// Under which key.
        key: Key,
        /// What.
        value: Value,
    },
    /// Forgets what is under a key, if anything is.
    Delete {
        /// Where.
        store: Store,
        /// Under which key.
        key: Key,
    },
    /// Forgets everything whose key begins with these parts; with no part, the whole store.
    DeletePrefix {
        /// Where.
        store: Store,
        /// The parts.
        prefix: Vec<String>,
    },
}

impl Write {
    /// The store it touches.
    pub fn store(&self) -> Store {
        match self {
            Self::Put { store, .. }
            | Self::Delete { store, .. }
            | Self::DeletePrefix { store, .. } => *store,
        }
    }
}
