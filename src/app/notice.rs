//! Notices: sentences that say what happened, shown until dismissed, and what is spoken to a
//! screen reader.

use super::action::Action;
use super::fault::Fault;
use super::message::Arguments;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something to know.
    Hint,
    /// Something went wrong.
    Fault,
}

/// One sentence on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number, by which it is dismissed.
    pub number: u32,
    /// How grave it is.
    pub tone: Tone,
    /// The message's key. A fault's message has the attributes `.safe` and `.next`.
    pub key: String,
    /// Values of the message.
    pub arguments: Arguments,
    /// A button: its message key and what it does.
    pub offer: Option<(&'static str, Action)>,
}

/// All notices on the screen and what was said last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notices {
    /// From old to new.
    pub all: Vec<Notice>,
    /// What a screen reader is told: message and values.
    pub said: Option<(String, Arguments)>,
    /// Counts what was said, so that the same sentence can be said twice.
    pub count: u32,
}

impl Notices {
    /// Shows a notice.
    pub fn show(&mut self, tone: Tone, key: impl Into<String>, arguments: Arguments) {
        self.offer(tone, key, arguments, None);
    }

    /// Shows a notice with a button.
    pub fn offer(
        &mut self,
        tone: Tone,
        key: impl Into<String>,
        arguments: Arguments,
        offer: Option<(&'static str, Action)>,
    ) {
        let key = key.into();
        self.count += 1;
        self.all
            .retain(|notice| notice.key != key || notice.arguments != arguments);
        self.all.push(Notice {
            number: self.count,
            tone,
            key,
            arguments,
            offer,
        });
    }

    /// Shows a fault.
    pub fn fault(&mut self, fault: &Fault) {
        self.show(Tone::Fault, fault.key(), fault.arguments());
    }

    /// Tells a screen reader something that the screen shows anyway.
    pub fn say(&mut self, key: impl Into<String>, arguments: Arguments) {
        self.count += 1;
        self.said = Some((key.into(), arguments));
    }

    /// Takes away what was said under a key.
    pub fn clear(&mut self, key: &str) {
        self.all.retain(|notice| notice.key != key);
    }

    /// Takes a notice away.
    pub fn dismiss(&mut self, number: u32) {
        self.all.retain(|notice| notice.number != number);
    }
}
