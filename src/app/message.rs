//! The words on the screen, from the Fluent files in `locales/`.
//!
//! Invariant: a missing message shows its key and never fails; a test holds code and files together.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::borrow::Cow;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../locales/en.ftl");

/// All messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

/// A named value to be put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words, shown as they are.
    Text(String),
    /// A number, by which a message may choose its plural.
    Number(f64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    #[allow(clippy::cast_precision_loss)]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// Named values of a message.
pub type Arguments = Vec<(&'static str, Value)>;

impl Default for Messages {
    fn default() -> Self {
        Self::english()
    }
}

impl Messages {
    /// The English messages.
    ///
    /// # Panics
    /// Never: the file is part of the build and a test reads it.
    #[must_use]
    pub fn english() -> Self {
        let resource =
            FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let english: LanguageIdentifier = "en".parse().expect("a valid tag");
        let mut bundle = FluentBundle::new(vec![english]);
        // Isolation marks would end up in labels, file names and exports.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// A message without values. `key.attribute` names an attribute.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with values. For a text `$what` a message may also choose by `$what-given`, which
    /// is 0 when the text is empty and 1 otherwise.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&'static str, Value)]) -> String {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key, None),
        };
        let Some(message) = self.bundle.get_message(name) else {
            return key.to_owned();
        };
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        };
        let Some(pattern) = pattern else {
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            let value = match value {
                Value::Text(text) => {
                    // Fluent cannot choose by the empty text, only by numbers and names.
                    let given = FluentValue::from(usize::from(!text.is_empty()));
                    values.set(format!("{name}-given"), given);
                    FluentValue::String(Cow::Borrowed(text))
                }
                Value::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}
