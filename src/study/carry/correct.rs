//! A corrected text: words replaced in place, turns, pages and numbered lines carried along.
//!
//! A new text never moves what was not touched: the lines of the first version are written down as
//! the new text's `lines`, so that every other line keeps its number. In what was replaced
//! - a turn or page that began at its first character begins with the replacement; one that began
//!   further in begins behind it, for the replacement belongs to whoever was speaking;
//! - a line that began further in begins about as far into the replacement, where a line may break;
//! - a turn of which nothing is left is gone, and words in an empty text are one turn; a line of which nothing is left keeps its number free.

use super::diff;
use super::{Bias, Carry, Gap, Place, Run};
use crate::study::index::TextIndex;
use crate::study::layout::Layout;
use crate::study::position::{CharPos, CharRange};
use crate::study::text::{Text, Turn};
use unicode_linebreak::linebreaks;

/// Replaces a range, widened to whole written characters, and says what became of everything else.
/// The layout is that of the old text. Control characters of the replacement other than line feeds
/// and tabs are left out.
#[must_use]
pub fn correct(old: &Text, layout: &Layout, range: CharRange, replacement: &str) -> (Text, Carry) {
    let index = TextIndex::new(&old.content);
    let range = index.snap_range(&old.content, range);
    let replacement = clean(replacement);
    let start = index.to_byte(&old.content, range.start()).0 as usize;
    let end = index.to_byte(&old.content, range.end()).0 as usize;
    let content = [&old.content[..start], &replacement, &old.content[end..]].concat();
    let carry = compare_at(old, &content, range, &old.content[start..end], &replacement);
    let lines = numbered(old, layout);
    let text = Text {
        turns: turns(old, &carry),
        pages: old
            .pages
            .iter()
            .map(|&page| beginning(&carry, page))
            .collect(),
        page_lines: page_lines(old, &lines),
        lines: carry_lines(old, &content, &carry, &lines),
        content,
    };
    (text, carry)
}

fn clean(replacement: &str) -> String {
    let feeds = replacement.replace("\r\n", "\n").replace('\r', "\n");
    feeds
        .chars()
        .filter(|&c| c == '\n' || c == '\t' || !c.is_control())
        .collect()
}

/// Compares only what was replaced; all before and behind it is common.
fn compare_at(old: &Text, content: &str, range: CharRange, from: &str, to: &str) -> Carry {
    let start = range.start().0;
    let old_end = old.content.chars().count() as u32;
    let new_end = content.chars().count() as u32;
    let behind = old_end - range.end().0;
    let inside = diff::common(from, to).into_iter().map(|run| Run {
        old: run.old + start,
        new: run.new + start,
        ..run
    });
    let before = Run {
        old: 0,
        new: 0,
        length: start,
    };
    let after = Run {
        old: range.end().0,
        new: new_end - behind,
        length: behind,
    };
    let runs = [before].into_iter().chain(inside).chain([after]).collect();
    Carry {
        runs: diff::settle(&old.content, content, runs),
        old_end,
        new_end,
    }
}

/// Where something begins now that began here.
fn beginning(carry: &Carry, pos: CharPos) -> CharPos {
    match carry.locate(pos, Bias::Before) {
        Place::Kept(pos) => pos,
        Place::Replaced(gap) => gap.new.end(),
    }
}

fn turns(old: &Text, carry: &Carry) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::with_capacity(old.turns.len());
    for turn in &old.turns {
        let start = beginning(carry, turn.start);
        if start.0 >= carry.new_end {
            break;
        }
        turns.pop_if(|last| last.start >= start);
        turns.push(Turn {
            start,
            ..turn.clone()
        });
    }
    if turns.is_empty() && carry.new_end > 0 {
        turns.push(Turn {
            start: CharPos(0),
            speaker: None,
            time: None,
        });
    }
    turns
}

/// Where the numbered lines of the old text begin, those of which nothing is left included.
fn numbered(old: &Text, layout: &Layout) -> Vec<CharPos> {
    if old.lines.is_empty() {
        layout.lines().iter().map(|line| line.start).collect()
    } else {
        old.lines.clone()
    }
}

fn page_lines(old: &Text, lines: &[CharPos]) -> Vec<u32> {
    if !old.lines.is_empty() {
        return old.page_lines.clone();
    }
    let opens = |&page: &CharPos| lines.partition_point(|&line| line < page) as u32;
    old.pages.iter().map(opens).collect()
}

fn carry_lines(old: &Text, content: &str, carry: &Carry, lines: &[CharPos]) -> Vec<CharPos> {
    let index = TextIndex::new(content);
    let opens_turn = |pos| {
        old.turns
            .binary_search_by_key(&pos, |turn| turn.start)
            .is_ok()
    };
    let mut last = CharPos(0);
    lines
        .iter()
        .map(|&line| {
            let place = carry.locate(line, Bias::Before);
            let start = match place {
                Place::Replaced(gap) if line < gap.old.end() && !opens_turn(line) => {
                    index.snap(content, break_near(content, &index, gap, line))
                }
                _ => beginning(carry, line),
            };
            last = last.max(start);
            last
        })
        .collect()
}

/// Where in a replacement a line may break, as near as can be to where it did.
fn break_near(content: &str, index: &TextIndex, gap: Gap, pos: CharPos) -> CharPos {
    let length = |range: CharRange| u64::from(range.len());
    let into = u64::from(pos.0 - gap.old.start().0) * length(gap.new) / length(gap.old).max(1);
    let wanted = gap.new.start().0 + into as u32;
    // Enough before it to see a break at its start, and the character behind to see one at its end.
    let from = index.snap(content, CharPos(gap.new.start().0.saturating_sub(64)));
    let seen = CharRange::new(from, CharPos(gap.new.end().0 + 1));
    let words = index.slice(content, seen);
    let (mut byte, mut at) = (0, from.0);
    let breaks = linebreaks(words).map(|(end, _)| {
        at += words[byte..end].chars().count() as u32;
        byte = end;
        at
    });
    breaks
        .filter(|&at| gap.new.start().0 <= at && at <= gap.new.end().0)
        .min_by_key(|&at| at.abs_diff(wanted))
        .map_or(gap.new.end(), CharPos)
}
