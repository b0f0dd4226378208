//! What can go wrong in a command, as a person reads it. How it is found out stands elsewhere.
//!
//! Invariant: a fault is one sentence, and it says what to do about it.

use std::fmt;

/// One sentence: what went wrong, and its cure.
#[derive(Debug)]
pub struct Fault(String);

/// What a command, or a step of one, gives back.
pub type Outcome<T = ()> = Result<T, Fault>;

impl Fault {
    /// A fault told by a whole sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Tells what was being done when a result turned out to be an error.
pub trait Tell<T> {
    /// `doing` completes the sentence "could not …".
    fn tell(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> Tell<T> for Result<T, E> {
    fn tell(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Fault(format!("could not {doing}: {error}")))
    }
}
