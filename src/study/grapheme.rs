//! Where one written character ends and the next begins (UAX 29 extended grapheme clusters), fast
//! for ordinary letters, and how wide it is in cells. Positions here are bytes of the string at
//! hand; `index` speaks of texts.
//!
//! Invariant: agrees with `unicode-segmentation` on every string; the short cut only skips asking.

use unicode_segmentation::GraphemeCursor;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The cells of a tab. A constant and not a tab stop, so that a stretch is as wide anywhere.
const TAB: u32 = 4;

/// One grapheme cluster and how many scalar values it is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// The cluster itself.
    pub text: &'a str,
    /// Its first scalar value.
    pub first: char,
    /// Its number of Unicode scalar values, at least 1.
    pub chars: u32,
}

impl Cluster<'_> {
    /// The cells that it takes: two if it is wide, none if it is only a mark or a control.
    #[must_use]
    pub fn cells(self) -> u32 {
        match self.first {
            ' '..='~' if self.chars == 1 => 1,
            '\t' => TAB,
            control if control.is_control() => 0,
            c if self.chars == 1 => c.width().unwrap_or(0) as u32,
            _ => self.text.width() as u32,
        }
    }
}

/// Walks through the grapheme clusters of a string.
pub struct Clusters<'a> {
    text: &'a str,
    at: usize,
    cursor: Option<GraphemeCursor>,
}

/// The grapheme clusters of `text` in order.
#[must_use]
pub fn clusters(text: &str) -> Clusters<'_> {
    Clusters {
        text,
        at: 0,
        cursor: None,
    }
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let first = chars.next()?;
        let simple = stands_alone(first) && chars.clone().next().is_none_or(stands_alone);
        let length = if simple {
            first.len_utf8()
        } else {
            self.end_of_cluster() - self.at
        };
        let text = &rest[..length];
        self.at += length;
        Some(Cluster {
            text,
            first,
            chars: if simple {
                1
            } else {
                text.chars().count() as u32
            },
        })
    }
}

impl Clusters<'_> {
    /// Keeps its cursor from one cluster to the next, since a fresh one looks back over all the
    /// regional indicators before it.
    fn end_of_cluster(&mut self) -> usize {
        let mut cursor = match self.cursor.take() {
            Some(cursor) if cursor.cur_cursor() == self.at => cursor,
            _ => GraphemeCursor::new(self.at, self.text.len(), true),
        };
        let end = cursor.next_boundary(self.text, 0).ok().flatten();
        self.cursor = Some(cursor);
        end.unwrap_or(self.text.len())
    }
}

/// Whether a cluster ends at this byte, which must lie between characters.
#[must_use]
pub fn is_boundary(text: &str, byte: usize) -> bool {
    let near = (
        text[..byte].chars().next_back(),
        text[byte..].chars().next(),
    );
    match near {
        (Some('\n'), _) => true,
        (Some(before), Some(behind)) if stands_alone(before) && stands_alone(behind) => true,
        _ => GraphemeCursor::new(byte, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true),
    }
}

/// The last boundary before this byte, if it is not the first.
#[must_use]
pub fn before(text: &str, byte: usize) -> Option<usize> {
    GraphemeCursor::new(byte, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
}

/// The first boundary behind this byte, if it is not the last.
#[must_use]
pub fn after(text: &str, byte: usize) -> Option<usize> {
    GraphemeCursor::new(byte, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
}

/// Letters between any two of which there is always a boundary: none of them combines with, joins
/// or is prefixed to another of them. Most of what people say is written with these.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{2FF}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{590}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{64A}'
        | '\u{671}'..='\u{6D3}'
        | '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF9D}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn check(text: &str) {
        let ours: Vec<&str> = clusters(text).map(|cluster| cluster.text).collect();
        let theirs: Vec<&str> = text.graphemes(true).collect();
        assert_eq!(ours, theirs);
        for cluster in clusters(text) {
            assert_eq!(cluster.chars as usize, cluster.text.chars().count());
        }
        let mut end = 0;
        for cluster in theirs {
            assert!(is_boundary(text, end));
            assert_eq!(after(text, end), Some(end + cluster.len()));
            end += cluster.len();
            assert_eq!(before(text, end), Some(end - cluster.len()));
        }
    }

    #[test]
    fn clusters_of_many_scripts() {
        check("");
        check("I felt safe.\r\nDid you?");
        check("e\u{301}te\u{301} nai\u{308}f \u{301}lone");
        check("👩‍👩‍👧‍👦 and 🇰🇷🇩🇪🇫 👍🏽 ❤️");
        check("मैं क्षेत्र में काम करती हूँ");
        check("각\u{1100}\u{1161}\u{11A8} 가\u{11A8}");
        check("قالَتْ \u{600}12 لا");
    }

    #[test]
    fn widths_are_in_cells() {
        let width = |text: &str| clusters(text).map(Cluster::cells).sum::<u32>();
        assert_eq!(width("safe"), 4);
        assert_eq!(width("\tx\n"), 5);
        assert_eq!(width("信任，안전"), 10);
        assert_eq!(width("cafe\u{301}"), 4);
        assert_eq!(width("👩‍👩‍👧‍👦👍🏽🇰🇷"), 6);
    }

    #[test]
    fn letters_that_stand_alone_never_join() {
        let letters: Vec<char> = (' '..='\u{FFFF}').filter(|&c| stands_alone(c)).collect();
        for pair in letters.windows(2) {
            let text: String = pair.iter().collect();
            assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
        }
        // Every letter against itself and against one of each range.
        for &a in letters.iter().step_by(7) {
            for b in ['n', '©', 'ж', 'א', 'س', '…', '。', '我', '가', 'ｱ', a] {
                let text: String = [a, b, a].iter().collect();
                assert_eq!(text.graphemes(true).count(), 3, "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn agrees_with_unicode_segmentation(
            text in "[a-c é\u{301}👩🏽\u{200D}❤\u{FE0F}🇰🇷\u{915}\u{94D}\u{937}각\u{1100}\u{1161}\u{600}\r\n’]{0,40}"
        ) {
            check(&text);
        }
    }
}
