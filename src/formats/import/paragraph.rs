//! A paragraph on its way from a source to the text, with what hangs on places in it: page starts
//! and the ends of commented passages.
//!
//! Invariant: pins stand in order and on character boundaries, through every cut and join.

/// What a pin holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A page of the source begins here.
    Page,
    /// The passage of this comment begins here.
    Open(u32),
    /// The passage of this comment ends here.
    Close(u32),
}

/// A mark at a byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pin {
    pub at: usize,
    pub mark: Mark,
}

/// A comment of the source; its passage is told by pins with the same number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remark {
    pub id: u32,
    pub author: String,
    pub text: String,
}

/// A paragraph of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub text: String,
    pub pins: Vec<Pin>,
    /// Who speaks, where the format itself says so.
    pub speaker: Option<String>,
    /// When, in milliseconds, where the format itself says so.
    pub time: Option<u32>,
}

impl Paragraph {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Sets a mark at the present end.
    pub(super) fn pin(&mut self, mark: Mark) {
        let at = self.text.len();
        self.pins.push(Pin { at, mark });
    }

    /// Adds another paragraph's words and pins behind `seam`.
    pub(super) fn append(&mut self, seam: &str, other: Self) {
        self.text.push_str(seam);
        let by = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.pins.into_iter().map(|pin| Pin {
            at: pin.at + by,
            ..pin
        });
        self.pins.extend(moved);
    }

    /// Takes the first `bytes` bytes off; their pins move to the new start.
    pub(super) fn cut(&mut self, bytes: usize) {
        self.text.drain(..bytes);
        for pin in &mut self.pins {
            pin.at = pin.at.saturating_sub(bytes);
        }
    }

    /// Divides it at its line feeds.
    pub(super) fn split_lines(self) -> Vec<Self> {
        if !self.text.contains('\n') {
            return vec![self];
        }
        let mut pins = self.pins.into_iter().peekable();
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let end = start + line.len();
            let mut piece = Self::new(line);
            while let Some(pin) = pins.next_if(|pin| pin.at <= end) {
                let at = pin.at.saturating_sub(start);
                piece.pins.push(Pin { at, ..pin });
            }
            lines.push(piece);
            start = end + 1;
        }
        if let Some(first) = lines.first_mut() {
            first.speaker = self.speaker;
            first.time = self.time;
        }
        lines
    }

    /// Removes control characters and the white space around the words.
    pub(super) fn tidy(&mut self) {
        let kept = |c: char| c == '\t' || !(c.is_control() || c == '\u{feff}');
        if !self.text.chars().all(kept) {
            let mut text = String::with_capacity(self.text.len());
            let mut pins = self.pins.iter_mut().peekable();
            for (at, c) in self.text.char_indices() {
                while let Some(pin) = pins.next_if(|pin| pin.at <= at) {
                    pin.at = text.len();
                }
                if kept(c) {
                    text.push(c);
                }
            }
            for pin in pins {
                pin.at = text.len();
            }
            self.text = text;
        }
        self.text.truncate(self.text.trim_end().len());
        self.cut(self.text.len() - self.text.trim_start().len());
        for pin in &mut self.pins {
            pin.at = pin.at.min(self.text.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` stands for a pin.
    fn marked(text: &str) -> Paragraph {
        let mut paragraph = Paragraph::default();
        for (i, piece) in text.split('|').enumerate() {
            if i > 0 {
                paragraph.pin(Mark::Page);
            }
            paragraph.text.push_str(piece);
        }
        paragraph
    }

    fn show(paragraph: &Paragraph) -> String {
        let mut text = paragraph.text.clone();
        for pin in paragraph.pins.iter().rev() {
            text.insert(pin.at, '|');
        }
        text
    }

    #[test]
    fn tidying_keeps_pins_at_their_words() {
        let mut paragraph = marked(" |a\u{1}b|\u{0}c | ");
        paragraph.tidy();
        assert_eq!(show(&paragraph), "|ab|c|");
    }

    #[test]
    fn splitting_hands_each_line_its_pins() {
        let lines = marked("a|b|\n|c\nd|").split_lines();
        let shown: Vec<_> = lines.iter().map(show).collect();
        assert_eq!(shown, ["a|b|", "|c", "d|"]);
    }

    #[test]
    fn joining_moves_pins_along() {
        let mut paragraph = marked("a|");
        paragraph.append(" ", marked("|b|"));
        assert_eq!(show(&paragraph), "a| |b|");
        paragraph.cut(2);
        assert_eq!(show(&paragraph), "||b|");
    }
}
