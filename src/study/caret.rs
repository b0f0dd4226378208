//! Moving through a text by written character, word, sentence, turn, line and page, and what lies
//! at a place. Knows no selection and no screen.
//!
//! Directions are logical: forward is towards the end of the text, in right-to-left scripts too;
//! who shows them turns the arrow keys round. By word and sentence one moves forward to an end and
//! back to a beginning, so that a selection made this way holds no spaces at its edges.
//!
//! Invariants: every result lies between written characters; forward never goes back nor the other
//! way round; by character, word, sentence and turn one stands still only at an end of the text.

mod sentence;
mod word;

use super::grapheme::{Cluster, clusters};
use super::index::{BytePos, TextIndex};
use super::layout::Layout;
use super::position::{CharPos, CharRange};
use super::text::Text;
use std::ops::Range;

/// A place to write or select from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// Where it is.
    pub pos: CharPos,
    /// Whether it stands at the end of a line and not, at the same place, before the next one.
    pub trailing: bool,
    /// The cell that it makes for while it moves from line to line.
    pub goal: Option<u32>,
}

impl From<CharPos> for Caret {
    fn from(pos: CharPos) -> Self {
        Self {
            pos,
            ..Self::default()
        }
    }
}

/// How far to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// To the next written character.
    Grapheme,
    /// To the end of a word, back to the beginning of one.
    Word,
    /// To the end of a sentence, back to the beginning of one.
    Sentence,
    /// To the beginning of a turn.
    Turn,
    /// To the next line, at the same cell where it has one.
    Line,
    /// To the end of the line, back to its beginning.
    LineEdge,
    /// To the line with the same number on the next page.
    Page,
    /// To the end of the text, back to its beginning.
    Text,
}

/// Which way to go, in the order in which the text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Back,
    /// Towards the end.
    Forward,
}

/// A text with all that is needed to find one's way in it.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The words.
    pub text: &'a Text,
    /// Their index.
    pub index: &'a TextIndex,
    /// Their lines.
    pub layout: &'a Layout,
}

impl Ground<'_> {
    /// Where a motion leads.
    #[must_use]
    pub fn go(&self, caret: Caret, motion: Motion, direction: Direction) -> Caret {
        let content = &self.text.content;
        let pos = self.index.snap(content, caret.pos);
        let forward = direction == Direction::Forward;
        match motion {
            Motion::Grapheme if forward => self.index.after(content, pos).into(),
            Motion::Grapheme => self.index.before(content, pos).into(),
            Motion::Word => self.step(pos, direction, word::words).into(),
            Motion::Sentence => self.step(pos, direction, sentence::sentences).into(),
            Motion::Turn => self.turn_from(pos, direction).into(),
            Motion::LineEdge => self.edge(self.line_of(caret), direction),
            Motion::Line => self.on_to(caret, direction, self.neighbour(caret, direction)),
            Motion::Page => self.on_to(caret, direction, self.same_number(caret, direction)),
            Motion::Text if forward => self.index.end().into(),
            Motion::Text => CharPos(0).into(),
        }
    }

    /// The line on which a caret stands.
    #[must_use]
    pub fn line_of(&self, caret: Caret) -> usize {
        let line = self.layout.line_at(caret.pos);
        let begins = self.layout.span(line).start() == caret.pos;
        line - usize::from(caret.trailing && begins && line > 0)
    }

    /// The cells between the beginning of its line and a caret.
    #[must_use]
    pub fn cell_of(&self, caret: Caret) -> u32 {
        let start = self.layout.span(self.line_of(caret)).start();
        let before = CharRange::new(start, caret.pos);
        clusters(self.index.slice(&self.text.content, before))
            .map(Cluster::cells)
            .sum()
    }

    /// The place on a line nearest to a cell.
    #[must_use]
    pub fn at_cell(&self, line: usize, cell: u32) -> Caret {
        let shown = self.layout.shown(line);
        let mut pos = shown.start();
        let mut before = 0;
        for cluster in clusters(self.index.slice(&self.text.content, shown)) {
            let width = cluster.cells();
            if before + width.div_ceil(2) > cell {
                break;
            }
            before += width;
            pos.0 += cluster.chars;
        }
        self.on_line(line, pos)
    }

    /// The word at a place, or the one that ends there; between spaces, the spaces.
    #[must_use]
    pub fn word_at(&self, pos: CharPos) -> CharRange {
        self.unit_at(pos, word::words)
    }

    /// The sentence at a place, without spaces around it, or the one that ends there.
    #[must_use]
    pub fn sentence_at(&self, pos: CharPos) -> CharRange {
        self.unit_at(pos, sentence::sentences)
    }

    /// The turn at a place, without the line feed that ends it; without turns, the whole text.
    #[must_use]
    pub fn turn_at(&self, pos: CharPos) -> CharRange {
        let lines = self.layout.lines();
        let turn = lines[self.layout.line_at(pos)].turn;
        let first = lines.partition_point(|line| line.turn < turn);
        let behind = lines.partition_point(|line| line.turn <= turn);
        CharRange::new(lines[first].start, lines[behind - 1].end)
    }

    /// The sentences of the whole text in order, for counting by sentence.
    #[must_use]
    pub fn sentences(&self) -> Vec<CharRange> {
        let mut all = Vec::new();
        let mut from = CharPos(0);
        while from < self.index.end() {
            let stretch = self.stretch(from);
            all.extend(self.units(stretch, sentence::sentences));
            from = stretch.end();
        }
        all
    }

    fn neighbour(&self, caret: Caret, direction: Direction) -> Option<usize> {
        let line = self.line_of(caret);
        match direction {
            Direction::Back => line.checked_sub(1),
            Direction::Forward => Some(line + 1).filter(|&l| l < self.layout.lines().len()),
        }
    }

    /// The line with the same number on the next page that has lines, or that page's last.
    fn same_number(&self, caret: Caret, direction: Direction) -> Option<usize> {
        let lines = self.layout.lines();
        let here = lines[self.line_of(caret)];
        let page = match direction {
            Direction::Forward => lines.iter().map(|l| l.page).find(|&page| page > here.page),
            Direction::Back => lines
                .iter()
                .rev()
                .map(|l| l.page)
                .find(|&page| page < here.page),
        }?;
        let goal = (page, here.number, here.overflow);
        let behind = lines.partition_point(|l| (l.page, l.number, l.overflow) <= goal);
        Some(behind - 1)
            .filter(|&line| lines[line].page == page)
            .or(Some(behind))
    }

    /// Keeps the cell that the caret makes for; without a line, the beginning or end of the text.
    fn on_to(&self, caret: Caret, direction: Direction, line: Option<usize>) -> Caret {
        let goal = caret.goal.unwrap_or_else(|| self.cell_of(caret));
        let there = match (line, direction) {
            (Some(line), _) => self.at_cell(line, goal),
            (None, Direction::Back) => CharPos(0).into(),
            (None, Direction::Forward) => self.index.end().into(),
        };
        Caret {
            goal: Some(goal),
            ..there
        }
    }

    fn edge(&self, line: usize, direction: Direction) -> Caret {
        let shown = self.layout.shown(line);
        match direction {
            Direction::Back => shown.start().into(),
            Direction::Forward => self.on_line(line, shown.end()),
        }
    }

    /// A caret on this line, though its place may be where the next one begins.
    fn on_line(&self, line: usize, pos: CharPos) -> Caret {
        let last = line + 1 >= self.layout.lines().len();
        Caret {
            pos,
            trailing: !last && pos == self.layout.span(line).end(),
            goal: None,
        }
    }

    fn turn_from(&self, pos: CharPos, direction: Direction) -> CharPos {
        let lines = self.layout.lines();
        let line = self.layout.line_at(pos);
        match direction {
            Direction::Forward => lines[line + 1..]
                .iter()
                .find(|line| line.opens_turn)
                .map_or(self.index.end(), |line| line.start),
            Direction::Back => lines[..=line]
                .iter()
                .rev()
                .find(|line| line.opens_turn && line.start < pos)
                .map_or(CharPos(0), |line| line.start),
        }
    }

    /// To the end of the unit at hand or the next, back to the beginning of one.
    fn step(&self, pos: CharPos, direction: Direction, cut: Cut) -> CharPos {
        let forward = direction == Direction::Forward;
        let mut at = pos;
        loop {
            let stretch = match (forward, at.0) {
                (true, _) if at >= self.index.end() => return at,
                (true, _) => self.stretch(at),
                (false, 0) => return at,
                (false, before) => self.stretch(CharPos(before - 1)),
            };
            let units = self.units(stretch, cut);
            let found = if forward {
                units.iter().map(|u| u.end()).find(|&end| end > pos)
            } else {
                units
                    .iter()
                    .rev()
                    .map(|u| u.start())
                    .find(|&start| start < pos)
            };
            match found {
                Some(place) => return place,
                None if forward => at = stretch.end(),
                None => at = stretch.start(),
            }
        }
    }

    /// The unit that holds a place, else the one that ends there, else what lies between two.
    fn unit_at(&self, pos: CharPos, cut: Cut) -> CharRange {
        let pos = pos.min(self.index.end());
        let stretch = self.stretch(pos);
        let units = self.units(stretch, cut);
        let behind = units.partition_point(|unit| unit.end() <= pos);
        let next = units.get(behind).copied();
        let last = behind.checked_sub(1).map(|before| units[before]);
        match (last, next) {
            (_, Some(unit)) if unit.contains(pos) => unit,
            (Some(unit), _) if unit.end() == pos => unit,
            _ => CharRange::new(
                last.map_or(stretch.start(), CharRange::end),
                next.map_or(stretch.end(), CharRange::start),
            ),
        }
    }

    fn units(&self, stretch: CharRange, cut: Cut) -> Vec<CharRange> {
        let content = &self.text.content;
        let start = self.index.to_byte(content, stretch.start()).0;
        let place = |byte: usize| self.index.from_byte(content, BytePos(start + byte as u32));
        cut(self.index.slice(content, stretch))
            .into_iter()
            .map(|unit| CharRange::new(place(unit.start), place(unit.end)))
            .map(|unit| self.index.snap_range(content, unit))
            .collect()
    }

    /// The paragraph around a place, cut at every 256th line where it is very long: no word or
    /// sentence is looked for across its ends, so what is found never depends on where one looks.
    fn stretch(&self, pos: CharPos) -> CharRange {
        let lines = self.layout.lines();
        let mut first = self.layout.line_at(pos);
        let mut behind = first + 1;
        while first > 0 && !self.opens(first) {
            first -= 1;
        }
        while behind < lines.len() && !self.opens(behind) {
            behind += 1;
        }
        CharRange::new(lines[first].start, self.layout.span(behind - 1).end())
    }

    fn opens(&self, line: usize) -> bool {
        let start = self.layout.lines()[line].start;
        let byte = self.index.to_byte(&self.text.content, start).0 as usize;
        self.layout.lines()[line].opens_turn
            || line.is_multiple_of(256)
            || self.text.content[..byte].ends_with('\n')
    }
}

/// Finds the units of a stretch, in bytes: in order, without overlap, not empty.
type Cut = fn(&str) -> Vec<Range<usize>>;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::study::record::transcript::Measure;
    use crate::study::text::Turn;
    use proptest::prelude::*;

    /// A text of which every paragraph is a turn.
    fn text(content: &str) -> Text {
        let mut start = CharPos(0);
        let turns = content.split_inclusive('\n').map(|turn| {
            let begins = start;
            start.0 += turn.chars().count() as u32;
            Turn {
                start: begins,
                speaker: None,
                time: None,
            }
        });
        Text {
            turns: turns.collect(),
            content: content.to_owned(),
            ..Text::default()
        }
    }

    fn on<T>(text: &Text, act: impl FnOnce(Ground<'_>) -> T) -> T {
        let index = TextIndex::new(&text.content);
        let measure = Measure {
            columns: 10,
            lines_per_page: 3,
            source_pages: false,
        };
        act(Ground {
            text,
            index: &index,
            layout: &Layout::new(text, &index, measure),
        })
    }

    /// The caret is `|`; a caret at the end of its line, where the next one begins, is `¦`.
    fn check(marked: &str, motion: Motion, direction: Direction, expected: &str) {
        let caret = marked.find(['|', '¦']).unwrap();
        let text = text(&marked.replacen(['|', '¦'], "", 1));
        let before = Caret {
            pos: CharPos(marked[..caret].chars().count() as u32),
            trailing: marked[caret..].starts_with('¦'),
            goal: None,
        };
        let found = on(&text, |ground| ground.go(before, motion, direction));
        let mut chars: Vec<char> = text.content.chars().collect();
        chars.insert(found.pos.0 as usize, if found.trailing { '¦' } else { '|' });
        assert_eq!(chars.into_iter().collect::<String>(), expected);
    }

    /// Marks the unit at `|` with brackets.
    fn check_at(marked: &str, at: fn(&Ground<'_>, CharPos) -> CharRange, expected: &str) {
        let (before, behind) = marked.split_once('|').unwrap();
        let text = text(&format!("{before}{behind}"));
        let pos = CharPos(before.chars().count() as u32);
        let range = on(&text, |ground| at(&ground, pos));
        let mut chars: Vec<char> = text.content.chars().collect();
        chars.insert(range.end().0 as usize, ']');
        chars.insert(range.start().0 as usize, '[');
        assert_eq!(chars.into_iter().collect::<String>(), expected);
    }

    use Direction::{Back, Forward};

    #[test]
    fn by_written_character() {
        check("caf|e\u{301}s", Motion::Grapheme, Forward, "cafe\u{301}|s");
        check("👩‍👩‍👧|a", Motion::Grapheme, Back, "|👩‍👩‍👧a");
        check("مر|حبا", Motion::Grapheme, Forward, "مرح|با");
        check("end|", Motion::Grapheme, Forward, "end|");
    }

    #[test]
    fn by_word() {
        check("I| felt safe", Motion::Word, Forward, "I felt| safe");
        check("I felt |safe", Motion::Word, Back, "I |felt safe");
        check("didn|’t, you", Motion::Word, Forward, "didn’t|, you");
        check("well|...  yes", Motion::Word, Forward, "well...|  yes");
        check("one|\n  \ntwo", Motion::Word, Forward, "one\n  \ntwo|");
        check("我|觉得安全", Motion::Word, Forward, "我觉|得安全");
        check(
            "저는 |안전했어요",
            Motion::Word,
            Forward,
            "저는 안전했어요|",
        );
        check("मुझे| भरोसा", Motion::Word, Forward, "मुझे भरोसा|");
        check("הרגשתי |בטוח", Motion::Word, Back, "|הרגשתי בטוח");
    }

    #[test]
    fn by_sentence() {
        check(
            "I |did. Then I left.",
            Motion::Sentence,
            Forward,
            "I did.| Then I left.",
        );
        check("I did. |Then", Motion::Sentence, Back, "|I did. Then");
        check(
            "|Dr. Lee came. Yes.",
            Motion::Sentence,
            Forward,
            "Dr. Lee came.| Yes.",
        );
        check(
            "|So, e.g. Monday. Yes.",
            Motion::Sentence,
            Forward,
            "So, e.g. Monday.| Yes.",
        );
        check(
            "|Well… no. Yes.",
            Motion::Sentence,
            Forward,
            "Well… no.| Yes.",
        );
        check(
            "|Well… “No.” Yes",
            Motion::Sentence,
            Forward,
            "Well…| “No.” Yes",
        );
        check(
            "|我累了。你呢？好！",
            Motion::Sentence,
            Forward,
            "我累了。|你呢？好！",
        );
        check("我累了……|你呢", Motion::Sentence, Back, "|我累了……你呢");
        check(
            "|네.\n그랬어요. 네",
            Motion::Sentence,
            Forward,
            "네.|\n그랬어요. 네",
        );
    }

    #[test]
    fn by_turn_and_text() {
        check("one\ntw|o\nsix", Motion::Turn, Forward, "one\ntwo\n|six");
        check("one\ntw|o", Motion::Turn, Back, "one\n|two");
        check("one\n|two", Motion::Turn, Back, "|one\ntwo");
        check("one\ntw|o", Motion::Turn, Forward, "one\ntwo|");
        check("on|e two", Motion::Text, Forward, "one two|");
    }

    #[test]
    fn by_line_and_its_edges() {
        check(
            "I felt| safe there",
            Motion::Line,
            Forward,
            "I felt safe t|here",
        );
        check(
            "I felt safe t|here",
            Motion::Line,
            Back,
            "I felt| safe there",
        );
        check("ab|c", Motion::Line, Forward, "abc|");
        check("信任信|任信任", Motion::Line, Forward, "信任信任信任|");
        check("信任|信任信任", Motion::LineEdge, Forward, "信任信任信¦任");
        check("信任信任信¦任", Motion::LineEdge, Back, "|信任信任信任");
        check("信任信任信|任", Motion::LineEdge, Forward, "信任信任信任|");
        check(
            "I f|elt safe there",
            Motion::LineEdge,
            Forward,
            "I felt| safe there",
        );
    }

    #[test]
    fn the_goal_outlives_a_short_line() {
        let text = text("abcdefgh\nx\nabcdefgh");
        on(&text, |ground| {
            let down = |caret| ground.go(caret, Motion::Line, Forward);
            let short = down(CharPos(6).into());
            assert_eq!(short.pos, CharPos(10));
            assert_eq!(down(short).pos, CharPos(17));
        });
    }

    #[test]
    fn by_page() {
        check(
            "a|a\nbb\ncc\ndd\nee",
            Motion::Page,
            Forward,
            "aa\nbb\ncc\nd|d\nee",
        );
        check(
            "aa\nbb\nc|c\ndd\nee",
            Motion::Page,
            Forward,
            "aa\nbb\ncc\ndd\ne|e",
        );
        check(
            "aa\nbb\ncc\ndd\ne|e",
            Motion::Page,
            Back,
            "aa\nb|b\ncc\ndd\nee",
        );
        check("aa\nb|b", Motion::Page, Back, "|aa\nbb");
    }

    #[test]
    fn what_lies_at_a_place() {
        check_at("I fe|lt safe", |g, p| g.word_at(p), "I [felt] safe");
        check_at("I felt| safe", |g, p| g.word_at(p), "I [felt] safe");
        check_at("I  | felt", |g, p| g.word_at(p), "I[   ]felt");
        check_at(
            "Yes. I |did. No.",
            |g, p| g.sentence_at(p),
            "Yes. [I did.] No.",
        );
        check_at(
            "one\nt|wo here too\nsix",
            |g, p| g.turn_at(p),
            "one\n[two here too]\nsix",
        );
        check_at("|", |g, p| g.word_at(p), "[]");
    }

    const ANY: &str =
        "[a-c .…’\n我안。\u{301}👩🏽\u{200D}🇰\u{915}\u{94D}سא\u{600}\u{D4E}\u{1100}]{0,50}";

    proptest! {
        #[test]
        fn motions_arrive_on_boundaries(content in ANY, turns in prop::collection::vec(0u32..50, 0..4)) {
            let mut text = text(&content);
            text.turns.extend(turns.into_iter().map(|start| Turn { start: CharPos(start), speaker: None, time: None }));
            text.turns.sort_by_key(|turn| turn.start);
            on(&text, |ground| {
                let end = ground.index.end();
                for motion in [Motion::Grapheme, Motion::Word, Motion::Sentence, Motion::Turn, Motion::Line, Motion::LineEdge, Motion::Page, Motion::Text] {
                    for direction in [Back, Forward] {
                        for from in 0..=end.0 {
                            let from = ground.index.snap(&content, CharPos(from));
                            let to = ground.go(from.into(), motion, direction);
                            prop_assert!(ground.index.is_boundary(&content, to.pos));
                            let edge = if direction == Forward { end } else { CharPos(0) };
                            match motion {
                                Motion::Line | Motion::LineEdge | Motion::Page | Motion::Text => {}
                                _ if direction == Forward => prop_assert!(to.pos > from || to.pos == edge),
                                _ => prop_assert!(to.pos < from || to.pos == edge),
                            }
                        }
                        let mut caret = Caret::from(if direction == Forward { CharPos(0) } else { end });
                        if matches!(motion, Motion::LineEdge) { continue; }
                        for _ in 0..=end.0 { caret = ground.go(caret, motion, direction); }
                        prop_assert_eq!(caret.pos, if direction == Forward { end } else { CharPos(0) });
                    }
                }
                Ok(())
            })?;
        }
    }
}
