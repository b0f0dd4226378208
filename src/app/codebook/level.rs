//! How the levels of a theme are called: the method's words for them, here and nowhere else.
//!
//! Invariant: every vocabulary names every level of both trees, in the singular and the plural.

use crate::app::message::Messages;
use crate::study::record::details::Vocabulary;
use crate::study::record::theme::Level;

/// A level in the words of the method: `Initial theme`, `Experiential statement`, ….
///
/// `owned` says whether the theme belongs to a participant's own tree.
#[must_use]
pub fn name(messages: &Messages, vocabulary: Vocabulary, owned: bool, level: Level) -> String {
    messages.text(&key(vocabulary, owned, level))
}

/// The same in the plural, for headings: `Initial themes`.
#[must_use]
pub fn plural(messages: &Messages, vocabulary: Vocabulary, owned: bool, level: Level) -> String {
    messages.text(&format!("{}.plural", key(vocabulary, owned, level)))
}

fn key(vocabulary: Vocabulary, owned: bool, level: Level) -> String {
    let vocabulary = match vocabulary {
        Vocabulary::InitialTheme => "initial",
        Vocabulary::Experiential => "experiential",
        Vocabulary::Emergent => "emergent",
    };
    let tree = if owned { "own" } else { "study" };
    let level = match level {
        Level::Statement => "statement",
        Level::Middle => "middle",
        Level::Top => "top",
    };
    format!("level-{vocabulary}-{tree}-{level}")
}

#[cfg(test)]
mod tests {
    use super::{name, plural};
    use crate::app::message::Messages;
    use crate::study::record::details::Vocabulary;
    use crate::study::record::theme::Level;

    #[test]
    fn every_level_has_a_name() {
        let messages = Messages::english();
        for vocabulary in [
            Vocabulary::InitialTheme,
            Vocabulary::Experiential,
            Vocabulary::Emergent,
        ] {
            for owned in [true, false] {
                for level in [Level::Statement, Level::Middle, Level::Top] {
                    let one = name(&messages, vocabulary, owned, level);
                    let many = plural(&messages, vocabulary, owned, level);
                    assert!(!one.starts_with("level-"), "{one}");
                    assert!(!many.starts_with("level-") && many != one, "{many}");
                }
            }
        }
    }
}
