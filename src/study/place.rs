//! Where a passage lies in the present text: its anchor carried through the corrections since.
//!
//! A passage is never rewritten when a word is corrected. It stays anchored to the version that it
//! was drawn on, and so a colleague's passage on an older version finds its place too.

use super::position::{CharPos, CharRange};
use super::record::excerpt::{Anchor, Excerpt};
use super::record::transcript::{Correction, Transcript};
use super::study::Study;

impl Study {
    /// Where a passage lies in the present text of its transcript; none when its words are gone or
    /// its version is not known.
    #[must_use]
    pub fn place_of(&self, excerpt: &Excerpt) -> Option<CharRange> {
        place(self.transcripts.get(&excerpt.transcript)?, excerpt.anchor)
    }
}

/// Where an anchor lies in the present text of a transcript.
#[must_use]
pub fn place(transcript: &Transcript, anchor: Anchor) -> Option<CharRange> {
    let since = if anchor.text == transcript.text {
        0
    } else {
        let version = transcript
            .corrections
            .iter()
            .rposition(|correction| correction.text == anchor.text)?;
        version + 1
    };
    transcript.corrections[since..]
        .iter()
        .try_fold(anchor.range, carry)
}

/// A range behind one correction. Its ends move with the words; an end inside the corrected words
/// takes all of them in; a range of which nothing is left is gone.
fn carry(range: CharRange, correction: &Correction) -> Option<CharRange> {
    let cut = correction.range;
    let new_end = CharPos(cut.start().0 + correction.length);
    let shift = |pos: CharPos| CharPos(pos.0 - cut.len() + correction.length);
    let carried = if range.end() <= cut.start() {
        range
    } else if range.start() >= cut.end() {
        CharRange::new(shift(range.start()), shift(range.end()))
    } else {
        let start = range.start().min(cut.start());
        let end = if range.end() <= cut.end() {
            new_end
        } else {
            shift(range.end())
        };
        CharRange::new(start, end)
    };
    (!carried.is_empty()).then_some(carried)
}

#[cfg(test)]
mod tests {
    use super::carry;
    use crate::study::id::{CoderId, Moment};
    use crate::study::position::{CharPos, CharRange};
    use crate::study::record::transcript::Correction;
    use crate::study::text::TextHash;

    fn range(start: u32, end: u32) -> CharRange {
        CharRange::new(CharPos(start), CharPos(end))
    }

    fn check(passage: (u32, u32), cut: (u32, u32), length: u32, expected: Option<(u32, u32)>) {
        let correction = Correction {
            text: TextHash::of(b""),
            range: range(cut.0, cut.1),
            length,
            by: CoderId::default(),
            at: Moment(0),
        };
        assert_eq!(
            carry(range(passage.0, passage.1), &correction),
            expected.map(|(start, end)| range(start, end))
        );
    }

    #[test]
    fn ends_move_with_the_words() {
        check((10, 20), (30, 33), 5, Some((10, 20)));
        check((10, 20), (20, 20), 5, Some((10, 20)));
        check((10, 20), (2, 4), 1, Some((9, 19)));
        check((10, 20), (12, 14), 5, Some((10, 23)));
        check((10, 20), (18, 24), 2, Some((10, 20)));
        check((10, 20), (8, 12), 1, Some((8, 17)));
        check((10, 20), (8, 24), 0, None);
        check((10, 20), (8, 24), 3, Some((8, 11)));
    }
}
