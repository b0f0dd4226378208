//! Turns the three ways of counting into each other: scalar values (ours), bytes (Rust), UTF-16
//! units (the browser); and snaps places to written characters. Holds no text: the caller brings
//! the one that the index was built from.
//!
//! Invariant: every conversion rounds down to a place between characters and clamps to the end, so
//! no number from outside can make it panic.

use super::grapheme;
use super::position::{CharPos, CharRange};

/// A place in a text, in bytes of its UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BytePos(pub u32);

/// A place in a text, in UTF-16 units as the browser counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Pos(pub u32);

/// Scalar values between two checkpoints.
const STEP: u32 = 128;

/// Where a checkpoint lies in the two other ways of counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Checkpoint {
    byte: u32,
    utf16: u32,
}

/// The checkpoints of one text, one every 128 scalar values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextIndex {
    checkpoints: Vec<Checkpoint>,
    chars: u32,
    bytes: u32,
    utf16: u32,
}

impl TextIndex {
    /// Counts through a text once.
    #[must_use]
    pub fn new(content: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(content.len() / STEP as usize + 1);
        let mut here = Checkpoint::default();
        let mut chars = 0;
        let mut rest = content;
        while !rest.is_empty() {
            checkpoints.push(here);
            let (block, counted) = first_block(rest);
            here.byte += block.len() as u32;
            here.utf16 += if block.len() == counted as usize {
                counted
            } else {
                block.chars().map(|c| c.len_utf16() as u32).sum()
            };
            chars += counted;
            rest = &rest[block.len()..];
        }
        Self {
            checkpoints,
            chars,
            bytes: here.byte,
            utf16: here.utf16,
        }
    }

    /// The number of scalar values.
    #[must_use]
    pub fn chars(&self) -> u32 {
        self.chars
    }

    /// The number of bytes.
    #[must_use]
    pub fn bytes(&self) -> u32 {
        self.bytes
    }

    /// The number of UTF-16 units.
    #[must_use]
    pub fn utf16(&self) -> u32 {
        self.utf16
    }

    /// The place behind the last character.
    #[must_use]
    pub fn end(&self) -> CharPos {
        CharPos(self.chars)
    }

    /// The byte at which a place lies.
    #[must_use]
    pub fn to_byte(&self, content: &str, pos: CharPos) -> BytePos {
        if self.is_ascii() {
            return BytePos(pos.0.min(self.bytes));
        }
        self.locate(content, |_, chars| chars <= pos.0, pos.0 / STEP)
            .1
    }

    /// The UTF-16 unit at which a place lies.
    #[must_use]
    pub fn to_utf16(&self, content: &str, pos: CharPos) -> Utf16Pos {
        if self.is_ascii() {
            return Utf16Pos(pos.0.min(self.utf16));
        }
        self.locate(content, |_, chars| chars <= pos.0, pos.0 / STEP)
            .2
    }

    /// The place at which a byte lies.
    #[must_use]
    pub fn from_byte(&self, content: &str, byte: BytePos) -> CharPos {
        if self.is_ascii() {
            return CharPos(byte.0.min(self.chars));
        }
        let block = self.checkpoints.partition_point(|c| c.byte <= byte.0);
        self.locate(content, |c, _| c.byte <= byte.0, block as u32 - 1)
            .0
    }

    /// The place at which a UTF-16 unit lies; inside a pair of surrogates, the place before it.
    #[must_use]
    pub fn from_utf16(&self, content: &str, unit: Utf16Pos) -> CharPos {
        if self.is_ascii() {
            return CharPos(unit.0.min(self.chars));
        }
        let block = self.checkpoints.partition_point(|c| c.utf16 <= unit.0);
        self.locate(content, |c, _| c.utf16 <= unit.0, block as u32 - 1)
            .0
    }

    /// The words of a range.
    #[must_use]
    pub fn slice<'a>(&self, content: &'a str, range: CharRange) -> &'a str {
        let start = self.to_byte(content, range.start());
        let end = self.to_byte(content, range.end());
        &content[start.0 as usize..end.0 as usize]
    }

    /// Whether a place lies between two written characters.
    #[must_use]
    pub fn is_boundary(&self, content: &str, pos: CharPos) -> bool {
        grapheme::is_boundary(content, self.to_byte(content, pos).0 as usize)
    }

    /// The place itself, or the beginning of the written character that it lies in.
    #[must_use]
    pub fn snap(&self, content: &str, pos: CharPos) -> CharPos {
        if self.is_boundary(content, pos) {
            pos.min(self.end())
        } else {
            self.before(content, pos)
        }
    }

    /// The place itself, or the end of the written character that it lies in.
    #[must_use]
    pub fn snap_up(&self, content: &str, pos: CharPos) -> CharPos {
        if self.is_boundary(content, pos) {
            pos.min(self.end())
        } else {
            self.after(content, pos)
        }
    }

    /// The smallest range of whole written characters that holds this one.
    #[must_use]
    pub fn snap_range(&self, content: &str, range: CharRange) -> CharRange {
        if range.is_empty() {
            let pos = self.snap(content, range.start());
            return CharRange::new(pos, pos);
        }
        CharRange::new(
            self.snap(content, range.start()),
            self.snap_up(content, range.end()),
        )
    }

    /// The last boundary of a written character before a place, or the start of the text.
    #[must_use]
    pub fn before(&self, content: &str, pos: CharPos) -> CharPos {
        let byte = self.to_byte(content, pos).0 as usize;
        let to = grapheme::before(content, byte).unwrap_or(0);
        CharPos(pos.0.min(self.chars) - content[to..byte].chars().count() as u32)
    }

    /// The first boundary of a written character behind a place, or the end of the text.
    #[must_use]
    pub fn after(&self, content: &str, pos: CharPos) -> CharPos {
        let byte = self.to_byte(content, pos).0 as usize;
        let to = grapheme::after(content, byte).unwrap_or(content.len());
        CharPos(pos.0.min(self.chars) + content[byte..to].chars().count() as u32)
    }

    fn is_ascii(&self) -> bool {
        self.bytes == self.chars
    }

    /// Walks from the start of a block as long as the next place is still `within`.
    fn locate(
        &self,
        content: &str,
        within: impl Fn(Checkpoint, u32) -> bool,
        block: u32,
    ) -> (CharPos, BytePos, Utf16Pos) {
        let last = self.checkpoints.len().saturating_sub(1) as u32;
        let block = block.min(last);
        let mut here = self.checkpoints[block as usize];
        let mut chars = block * STEP;
        for c in content[here.byte as usize..].chars() {
            let next = Checkpoint {
                byte: here.byte + c.len_utf8() as u32,
                utf16: here.utf16 + c.len_utf16() as u32,
            };
            if !within(next, chars + 1) {
                break;
            }
            here = next;
            chars += 1;
        }
        (CharPos(chars), BytePos(here.byte), Utf16Pos(here.utf16))
    }
}

/// The first 128 scalar values, or as many as there are, and their number.
fn first_block(text: &str) -> (&str, u32) {
    let step = STEP as usize;
    let bytes = text.as_bytes();
    if bytes.len() >= step && bytes[..step].is_ascii() {
        return (&text[..step], STEP);
    }
    match text.char_indices().nth(step) {
        Some((end, _)) => (&text[..end], STEP),
        None => (text, text.chars().count() as u32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every place of a text, counted the slow way in all three units.
    fn check_round_trips(content: &str) {
        let index = TextIndex::new(content);
        let (mut byte, mut utf16) = (0, 0);
        let chars = content.chars().map(Some).chain([None]).enumerate();
        for (count, c) in chars {
            let pos = CharPos(count as u32);
            assert_eq!(index.to_byte(content, pos), BytePos(byte));
            assert_eq!(index.to_utf16(content, pos), Utf16Pos(utf16));
            let Some(c) = c else { break };
            for inside in 0..c.len_utf8() as u32 {
                assert_eq!(index.from_byte(content, BytePos(byte + inside)), pos);
            }
            for inside in 0..c.len_utf16() as u32 {
                assert_eq!(index.from_utf16(content, Utf16Pos(utf16 + inside)), pos);
            }
            byte += c.len_utf8() as u32;
            utf16 += c.len_utf16() as u32;
        }
        assert_eq!(
            (index.chars(), index.bytes(), index.utf16()),
            (content.chars().count() as u32, byte, utf16)
        );
    }

    fn check_snap(content: &str, pos: u32, expected: (u32, u32)) {
        let index = TextIndex::new(content);
        let snapped = (
            index.snap(content, CharPos(pos)).0,
            index.snap_up(content, CharPos(pos)).0,
        );
        assert_eq!(snapped, expected, "{content:?} at {pos}");
    }

    #[test]
    fn places_beyond_the_end_are_the_end() {
        for content in ["", "trust", "vertrauen 💛"] {
            let index = TextIndex::new(content);
            let far = u32::MAX;
            assert_eq!(index.to_byte(content, CharPos(far)).0, index.bytes());
            assert_eq!(index.to_utf16(content, CharPos(far)).0, index.utf16());
            assert_eq!(index.from_byte(content, BytePos(far)), index.end());
            assert_eq!(index.from_utf16(content, Utf16Pos(far)), index.end());
            assert_eq!(index.snap(content, CharPos(far)), index.end());
        }
    }

    #[test]
    fn snapping_keeps_written_characters_whole() {
        check_snap("safe", 2, (2, 2));
        check_snap("cafe\u{301}s", 4, (3, 5));
        check_snap("a👩‍👩‍👧b", 3, (1, 6));
        check_snap("🇰🇷🇩🇪", 3, (2, 4));
        check_snap("a\r\nb", 2, (1, 3));
    }

    #[test]
    fn slices_are_words() {
        let content = "저는 👍🏽 그분을 믿었어요";
        let index = TextIndex::new(content);
        let slice = |from, to| index.slice(content, CharRange::new(CharPos(from), CharPos(to)));
        assert_eq!(slice(0, 2), "저는");
        assert_eq!(slice(3, 5), "👍🏽");
        assert_eq!(slice(6, 90), "그분을 믿었어요");
    }

    proptest! {
        #[test]
        fn round_trips(parts in prop::collection::vec("[ -~]{0,90}|[a-zé’\n]{0,50}|[\u{300}-\u{310}👩\u{200D}🇰🇷我각\u{10FFFF}]{0,90}", 0..8)) {
            check_round_trips(&parts.concat());
        }
    }
}
