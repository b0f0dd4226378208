//! Keys pressed together, and how they are written.
//!
//! In the catalogue a chord is text such as `Mod+Shift+K` or `D`, where `Mod` is Command on a Mac
//! and Control elsewhere.

/// Keys pressed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key as the browser names it, letters in lower case.
    pub key: String,
    /// Command on a Mac, Control elsewhere.
    pub command: bool,
    /// Alt or Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

impl Chord {
    /// Whether it is the chord that is written so.
    ///
    /// A sign that already needs Shift on some keyboards, such as `?`, matches with and without.
    #[must_use]
    pub fn is(&self, written: &str) -> bool {
        let mut parts: Vec<&str> = written.split('+').collect();
        let key = parts.pop().unwrap_or_default();
        let key = if key == "Plus" { "+" } else { key };
        let sign = key.chars().count() == 1 && !key.chars().any(char::is_alphanumeric);
        self.key == key.to_lowercase()
            && self.command == parts.contains(&"Mod")
            && self.alt == parts.contains(&"Alt")
            && (sign || self.shift == parts.contains(&"Shift"))
    }
}

/// The caps of a written chord, for showing: `["Ctrl", "K"]`.
#[must_use]
pub fn caps(written: &str, mac: bool) -> Vec<String> {
    written
        .split('+')
        .map(|part| match (part, mac) {
            ("Mod", true) => "⌘".into(),
            ("Mod", false) => "Ctrl".into(),
            ("Alt", true) => "⌥".into(),
            ("Shift", true) => "⇧".into(),
            ("ArrowUp", _) => "↑".into(),
            ("ArrowDown", _) => "↓".into(),
            ("ArrowLeft", _) => "←".into(),
            ("ArrowRight", _) => "→".into(),
            ("Plus", _) => "+".into(),
            (other, _) => other.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Chord;

    fn check(key: &str, held: &str, written: &str, expected: bool) {
        let chord = Chord {
            key: key.into(),
            command: held.contains('c'),
            alt: held.contains('a'),
            shift: held.contains('s'),
        };
        assert_eq!(chord.is(written), expected, "{chord:?} against {written}");
    }

    #[test]
    fn chords_match_as_written() {
        check("k", "c", "Mod+K", true);
        check("k", "", "Mod+K", false);
        check("d", "", "D", true);
        check("d", "s", "D", false);
        check("?", "s", "?", true);
        check("arrowleft", "cs", "Mod+Shift+ArrowLeft", true);
        check("+", "cs", "Mod+Plus", true);
    }
}
