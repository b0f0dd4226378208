//! The one error of this room.
//!
//! What a browser throws is read by its name alone, since the same failure is a `DOMException` in
//! one browser and a class of its own in another. The sentences for people are written elsewhere.

use std::fmt;

use wasm_bindgen::{JsCast, JsValue};

/// What kind of trouble it is, as far as a caller would act differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The disk, or what the browser grants of it, is full.
    QuotaExceeded,
    /// The browser or the person does not allow it here.
    Refused,
    /// The connection was closed under us.
    Closed,
    /// The facility, or the thing asked for, is not there.
    Missing,
    /// It was called off, by the person or by the browser, and left no trace.
    Aborted,
    /// What is stored was written by a newer version of the program.
    Newer,
    /// Another tab has to be closed first.
    Blocked,
    /// It took longer than it may.
    TimedOut,
    /// Anything else.
    Other,
}

/// A browser call that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What to decide by.
    pub kind: Kind,
    /// What the browser said, for the log.
    pub detail: String,
}

impl Trouble {
    /// A trouble that we noticed ourselves.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
        }
    }

    /// A facility that this browser, or this page, does not have.
    pub fn missing(facility: &str) -> Self {
        Self::new(Kind::Missing, format!("{facility} is not available here"))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.detail)
    }
}

impl std::error::Error for Trouble {}

/// Reads what JavaScript threw.
impl From<JsValue> for Trouble {
    fn from(thrown: JsValue) -> Self {
        let name = text_of(&thrown, "name");
        let message = text_of(&thrown, "message")
            .or_else(|| thrown.as_string())
            .unwrap_or_else(|| "no reason given".to_owned());
        let kind = name.as_deref().map_or(Kind::Other, kind_of);
        let detail = match name {
            Some(name) => format!("{name}: {message}"),
            None => message,
        };
        Self { kind, detail }
    }
}

/// Reads a value that could not be carried into or out of JavaScript.
impl From<serde_wasm_bindgen::Error> for Trouble {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        Self::new(Kind::Other, error.to_string())
    }
}

fn kind_of(name: &str) -> Kind {
    match name {
        "QuotaExceededError" => Kind::QuotaExceeded,
        "NotAllowedError" | "NotReadableError" | "SecurityError" => Kind::Refused,
        "InvalidStateError" => Kind::Closed,
        "NotFoundError" => Kind::Missing,
        "AbortError" => Kind::Aborted,
        "VersionError" => Kind::Newer,
        "TimeoutError" => Kind::TimedOut,
        _ => Kind::Other,
    }
}

fn text_of(thrown: &JsValue, property: &str) -> Option<String> {
    if !thrown.is_object() {
        return None;
    }
    js_sys::Reflect::get(thrown, &property.into())
        .ok()
        .and_then(|value| value.dyn_into::<js_sys::JsString>().ok())
        .map(String::from)
        .filter(|text| !text.is_empty())
}
