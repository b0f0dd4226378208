//! From one version of a text to the next: what became of every stretch, and a corrected word.
//! How two versions are compared stands in `diff`; where lines and turns go, in `correct`.
//!
//! What both versions have in common is a list of runs; what lies between two runs was replaced.
//! A stretch inside one run is the same. One that touches something replaced has changed and is
//! carried to what stands there now, as a whole. One of which nothing is left, or which lies inside
//! a replacement too long to be a rewording, is lost and has to be marked again by somebody.
//!
//! Invariant: runs ascend in both versions and begin and end between written characters of both, so
//! what is carried from between written characters arrives there.

mod correct;
mod diff;

pub use correct::correct;

use super::index::TextIndex;
use super::position::{CharPos, CharRange};
use super::text::Text;

/// The longest replaced stretch, in characters, that still counts as reworded for what lies inside.
const REWORDING: u32 = 200;

/// What became of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Its words are the same; it lies here now.
    Same(CharRange),
    /// Some of its words are others now; here is what stands in its place.
    Changed(CharRange),
    /// Nothing of it can be found.
    Lost,
}

impl Carried {
    /// Where it lies now.
    #[must_use]
    pub fn range(self) -> Option<CharRange> {
        match self {
            Self::Same(range) | Self::Changed(range) => Some(range),
            Self::Lost => None,
        }
    }
}

/// A stretch that both versions have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    old: u32,
    new: u32,
    length: u32,
}

/// What two versions of a text have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    runs: Vec<Run>,
    old_end: u32,
    new_end: u32,
}

/// What was replaced by what, either of which may be empty.
#[derive(Clone, Copy)]
struct Gap {
    old: CharRange,
    new: CharRange,
}

/// Where an old place lies: inside a run or at its edge, or strictly inside a gap.
enum Place {
    Kept(CharPos),
    Replaced(Gap),
}

impl Carry {
    /// Compares two versions of a text.
    #[must_use]
    pub fn between(old: &Text, new: &Text) -> Self {
        Self::compare(&old.content, &new.content)
    }

    /// Where a stretch of the old version lies in the new one.
    #[must_use]
    pub fn carry(&self, range: CharRange) -> Carried {
        if range.is_empty() {
            return match self.locate(range.start(), Bias::Behind) {
                Place::Kept(pos) => Carried::Same(CharRange::new(pos, pos)),
                Place::Replaced(gap) => {
                    Carried::Changed(CharRange::new(gap.new.start(), gap.new.start()))
                }
            };
        }
        let start = self.locate(range.start(), Bias::Behind);
        let end = self.locate(range.end(), Bias::Before);
        if let (Place::Replaced(gap), Place::Replaced(other)) = (&start, &end)
            && gap.old == other.old
            && gap.old.len() > REWORDING
        {
            return Carried::Lost;
        }
        let start = match start {
            Place::Kept(pos) => pos,
            Place::Replaced(gap) => gap.new.start(),
        };
        let end = match end {
            Place::Kept(pos) => pos,
            Place::Replaced(gap) => gap.new.end(),
        };
        if start >= end {
            return Carried::Lost;
        }
        let carried = CharRange::new(start, end);
        if self.is_kept(range) {
            Carried::Same(carried)
        } else {
            Carried::Changed(carried)
        }
    }

    fn compare(old: &str, new: &str) -> Self {
        let runs = diff::common(old, new);
        Self {
            runs: diff::settle(old, new, runs),
            old_end: TextIndex::new(old).chars(),
            new_end: TextIndex::new(new).chars(),
        }
    }

    /// Whether all of a stretch lies in one run.
    fn is_kept(&self, range: CharRange) -> bool {
        let behind = self.runs.partition_point(|run| run.old <= range.start().0);
        behind > 0 && {
            let run = self.runs[behind - 1];
            range.end().0 <= run.old + run.length
        }
    }

    /// The gap before the run with this number, or behind the last.
    fn gap(&self, number: usize) -> Gap {
        let last = number.checked_sub(1).map(|last| self.runs[last]);
        let (old, new) = last.map_or((0, 0), |run| (run.old + run.length, run.new + run.length));
        let next = self.runs.get(number);
        let (old_end, new_end) =
            next.map_or((self.old_end, self.new_end), |run| (run.old, run.new));
        let range = |start, end| CharRange::new(CharPos(start), CharPos(end));
        Gap {
            old: range(old, old_end),
            new: range(new, new_end),
        }
    }

    /// Where an old place went. At the edge of something replaced it stays on the `bias` side.
    fn locate(&self, pos: CharPos, bias: Bias) -> Place {
        let pos = CharPos(pos.0.min(self.old_end));
        // The first run that ends at or behind the place.
        let number = self.runs.partition_point(|run| match bias {
            Bias::Before => run.old + run.length < pos.0,
            Bias::Behind => run.old + run.length <= pos.0,
        });
        match self.runs.get(number) {
            Some(run) if run.old < pos.0 || run.old == pos.0 && bias == Bias::Behind => {
                return Place::Kept(CharPos(run.new + (pos.0 - run.old)));
            }
            _ => {}
        }
        let gap = self.gap(number);
        if pos == gap.old.start() && bias == Bias::Before {
            Place::Kept(gap.new.start())
        } else if pos == gap.old.end() && bias == Bias::Behind {
            Place::Kept(gap.new.end())
        } else {
            Place::Replaced(gap)
        }
    }
}

/// On which side of a replacement a place at its edge stays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bias {
    Before,
    Behind,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::study::layout::{Label, Layout};
    use crate::study::record::transcript::Measure;
    use crate::study::text::Turn;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn range(start: usize, end: usize) -> CharRange {
        CharRange::new(CharPos(start as u32), CharPos(end as u32))
    }

    /// Takes `[` and `]` out of a text and says where they stood.
    fn unmark(marked: &str) -> (String, CharRange) {
        let place = |sign| marked.chars().position(|c| c == sign).unwrap();
        let text = marked.replace(['[', ']'], "");
        (text, range(place('['), place(']') - 1))
    }

    fn mark(content: &str, range: CharRange) -> String {
        let mut chars: Vec<char> = content.chars().collect();
        chars.insert(range.end().0 as usize, ']');
        chars.insert(range.start().0 as usize, '[');
        chars.into_iter().collect()
    }

    /// Carries the marked stretch to another version.
    fn check(marked: &str, new: &str, expected: &str) {
        let (old, stretch) = unmark(marked);
        let shown = match Carry::compare(&old, new).carry(stretch) {
            Carried::Same(range) => format!("same {}", mark(new, range)),
            Carried::Changed(range) => format!("changed {}", mark(new, range)),
            Carried::Lost => "lost".to_owned(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn carries_to_another_version() {
        check(
            "I felt [safe there], you know",
            "Yes, I felt safe there, you know",
            "same Yes, I felt [safe there], you know",
        );
        check(
            "I [felt saef there]",
            "I felt safe there",
            "changed I [felt safe there]",
        );
        check(
            "I [felt] saef there",
            "I felt safe there",
            "same I [felt] safe there",
        );
        check(
            "I felt [saef] there",
            "I felt safe there",
            "changed I felt [safe] there",
        );
        check(
            "I [felt] safe",
            "I really felt safe",
            "same I really [felt] safe",
        );
        check(
            "I [felt safe]",
            "I felt very safe",
            "changed I [felt very safe]",
        );
        check("I felt [very ]safe", "I felt safe", "lost");
        check("I [felt very] safe", "I felt safe", "changed I [felt ]safe");
        check(
            "我觉得[很安全]",
            "我当时觉得很安全",
            "same 我当时觉得[很安全]",
        );
        check(
            "저는 [믿었서요]",
            "저는 믿었어요",
            "changed 저는 [믿었어요]",
        );
        check(
            "the [cafe] here",
            "the cafe\u{301} here",
            "changed the [cafe\u{301}] here",
        );
        check("a [👩] b", "a 👩‍👧 b", "changed a [👩‍👧] b");
        check(
            "שלום [עולם] טוב",
            "שלום לכל עולם טוב",
            "same שלום לכל [עולם] טוב",
        );
    }

    #[test]
    fn a_long_replacement_is_no_rewording() {
        let old = format!(
            "{}[{}]{}",
            "ab ".repeat(40),
            "cd ".repeat(10),
            "ef ".repeat(60)
        );
        check(&old, &"xyz ".repeat(90), "lost");
        check(&old, "", "lost");
    }

    #[test]
    fn versions_without_anything_in_common_end_in_time() {
        let old: String = (0..60_000).map(|n| format!("a{} ", n * 7 % 991)).collect();
        let new: String = (0..60_000).map(|n| format!("a{} ", n * 13 % 997)).collect();
        let carry = Carry::compare(&old, &new);
        assert!(
            carry
                .runs
                .windows(2)
                .all(|w| w[0].old + w[0].length <= w[1].old)
        );
    }

    const NARROW: Measure = Measure {
        columns: 10,
        lines_per_page: 3,
        source_pages: false,
    };

    fn paragraphs_as_turns(content: &str) -> Text {
        let mut start = CharPos(0);
        let turns = content
            .split_inclusive('\n')
            .enumerate()
            .map(|(number, turn)| {
                let begins = start;
                start.0 += turn.chars().count() as u32;
                Turn {
                    start: begins,
                    speaker: Some(number as u16),
                    time: None,
                }
            });
        Text {
            turns: turns.collect(),
            content: content.to_owned(),
            ..Text::default()
        }
    }

    fn lay_out(text: &Text, measure: Measure) -> Layout {
        Layout::new(text, &TextIndex::new(&text.content), measure)
    }

    fn labelled(text: &Text, measure: Measure) -> Vec<(Label, String)> {
        let index = TextIndex::new(&text.content);
        let layout = Layout::new(text, &index, measure);
        (0..layout.lines().len())
            .map(|line| {
                let shown = index.slice(&text.content, layout.shown(line));
                (layout.label(line), shown.to_owned())
            })
            .collect()
    }

    /// Replaces the marked words and shows the numbered lines.
    fn check_correct(marked: &str, replacement: &str, expected: &[&str]) {
        let (content, stretch) = unmark(marked);
        let old = paragraphs_as_turns(&content);
        let (new, _) = correct(&old, &lay_out(&old, NARROW), stretch, replacement);
        let lines = labelled(&new, NARROW).into_iter();
        let lines: Vec<String> = lines
            .map(|(label, text)| format!("{label} {text}"))
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn other_lines_keep_their_numbers() {
        check_correct(
            "I [flet] safe there too",
            "felt",
            &["1.1 I felt", "1.2 safe there", "1.3 too"],
        );
        check_correct(
            "I [felt] safe there too",
            "trusted them",
            &["1.1 I trusted", "1.1a them", "1.2 safe there", "1.3 too"],
        );
        check_correct("I felt [safe there ]too", "", &["1.1 I felt", "1.3 too"]);
        check_correct(
            "I [felt safe] there too",
            "had trust",
            &["1.1 I had", "1.2 trust", "1.2a there", "1.3 too"],
        );
        check_correct(
            "I felt [safe there] too",
            "one\ntwo",
            &["1.1 I felt", "1.2 one", "1.2a two", "1.3 too"],
        );
    }

    fn check_turns(marked: &str, replacement: &str, expected: &[(u32, u16)]) {
        let (content, stretch) = unmark(marked);
        let old = paragraphs_as_turns(&content);
        let (new, _) = correct(&old, &lay_out(&old, NARROW), stretch, replacement);
        let turns = new.turns.iter();
        let turns: Vec<_> = turns
            .map(|turn| (turn.start.0, turn.speaker.unwrap()))
            .collect();
        assert_eq!(turns, expected);
    }

    #[test]
    fn turns_begin_where_their_words_do() {
        check_turns("ab\n[cd]\nef", "xyz", &[(0, 0), (3, 1), (7, 2)]);
        check_turns("ab\n[]cd", "so ", &[(0, 0), (3, 1)]);
        check_turns("ab[\n]cd", "", &[(0, 0), (2, 1)]);
        check_turns("ab\n[cd\n]ef", "", &[(0, 0), (3, 2)]);
        check_turns("a[b\nc]d\nef", "xyz", &[(0, 0), (4, 1), (6, 2)]);
        check_turns("[ab\n]cd", "", &[(0, 1)]);
        check_turns("ab\n[cd]", "", &[(0, 0)]);
        check_turns("[ab\ncd]", "", &[]);
    }

    #[test]
    fn kept_pages_survive_the_loss_of_their_lines() {
        let measure = Measure {
            source_pages: true,
            ..NARROW
        };
        let mut old = paragraphs_as_turns("aa\nbb\ncc\ndd\nee\n");
        old.pages = vec![CharPos(6)];
        let (new, _) = correct(&old, &lay_out(&old, measure), range(3, 9), "");
        let (again, _) = correct(&new, &lay_out(&new, measure), range(3, 5), "DD");
        let labels = labelled(&again, measure).into_iter();
        let labels: Vec<String> = labels
            .map(|(label, text)| format!("{label} {text}"))
            .collect();
        assert_eq!(labels, ["1.1 aa", "2.2 DD", "2.3 ee"]);
    }

    fn whole(old: &str, new: &str, carry: &Carry) -> Result<(), TestCaseError> {
        let (old_index, new_index) = (TextIndex::new(old), TextIndex::new(new));
        for start in 0..=old_index.chars() {
            let start = old_index.snap(old, CharPos(start));
            for end in start.0..=old_index.chars().min(start.0 + 12) {
                let stretch = CharRange::new(start, old_index.snap(old, CharPos(end)));
                let carried = carry.carry(stretch);
                if let Some(range) = carried.range() {
                    prop_assert!(new_index.is_boundary(new, range.start()));
                    prop_assert!(new_index.is_boundary(new, range.end()));
                }
                if let Carried::Same(range) = carried {
                    prop_assert_eq!(old_index.slice(old, stretch), new_index.slice(new, range));
                }
            }
        }
        Ok(())
    }

    const ANY: &str = "[ab .\n我안\u{301}👩🏽\u{200D}🇰\u{915}\u{94D}س]{0,24}";

    proptest! {
        #[test]
        fn what_is_the_same_has_the_same_words(old in ANY, new in ANY) {
            whole(&old, &new, &Carry::compare(&old, &new))?;
        }

        #[test]
        fn a_version_is_carried_to_itself(content in ANY, start in 0usize..24, length in 1usize..24) {
            let index = TextIndex::new(&content);
            let stretch = index.snap_range(&content, range(start, start + length));
            prop_assert_eq!(Carry::compare(&content, &content).carry(stretch), Carried::Same(stretch));
        }

        #[test]
        fn corrections_touch_nothing_else(
            content in "([a-d]{1,6}[ \n]|안녕 |我们){0,40}", start in 0usize..80, length in 0usize..20, replacement in "[a-f \n我]{0,20}"
        ) {
            let old = paragraphs_as_turns(&content);
            let layout = lay_out(&old, NARROW);
            let end = content.chars().count();
            let stretch = range(start.min(end), (start + length).min(end));
            let (new, carry) = correct(&old, &layout, stretch, &replacement);
            whole(&old.content, &new.content, &carry)?;
            let found: BTreeMap<Label, String> = labelled(&new, NARROW).into_iter().collect();
            for (line, (label, words)) in labelled(&old, NARROW).into_iter().enumerate() {
                let span = layout.span(line);
                if span.end() < stretch.start() || stretch.end() < span.start() {
                    prop_assert_eq!(found.get(&label), Some(&words));
                    prop_assert!(matches!(carry.carry(span), Carried::Same(_)));
                }
            }
            prop_assert!(new.turns.windows(2).all(|pair| pair[0].start < pair[1].start));
            prop_assert_eq!(new.turns.first().map(|turn| turn.start), (!new.content.is_empty()).then_some(CharPos(0)));
        }
    }
}
