//! Moving the caret by keys, and telling a screen reader where it came to: the line, what lies on
//! it, or the piece that was passed.

use super::selection::Selection;
use super::{Screen, rows};
use crate::app::state::State;
use crate::study::caret::{Caret, Direction, Motion};
use crate::study::id::ExcerptId;
use crate::study::layout::Citation;
use crate::study::position::{CharPos, CharRange};
use std::collections::BTreeSet;

/// Moves the caret, drawing a selection behind it or not.
pub(super) fn move_caret(state: &mut State, motion: Motion, direction: Direction, extend: bool) {
    let Some((desk, prepared)) = super::on_screen(state) else {
        return;
    };
    let before = desk.reading.selection;
    let ground = prepared.ground();
    let range = before.range();
    // Without Shift, a step by character goes to the edge of what was selected.
    let head = if !extend && !range.is_empty() && motion == Motion::Grapheme {
        Caret::from(match direction {
            Direction::Back => range.start(),
            Direction::Forward => range.end(),
        })
    } else {
        ground.go(before.head, motion, direction)
    };
    let after = Selection {
        anchor: if extend { before.anchor } else { head.pos },
        head,
    };
    let lines = (ground.line_of(before.head), ground.line_of(head));
    desk.reading.select(after);
    desk.reading.reveals += 1;
    if extend {
        announce_selection(state);
    } else if lines.0 != lines.1 {
        announce_line(state);
    } else {
        announce_piece(state, before.head.pos, head.pos, motion);
    }
}

/// Puts the caret somewhere and brings it into view.
pub(super) fn put(state: &mut State, pos: CharPos) {
    if let Some(desk) = &mut state.desk {
        desk.reading.select(Selection::at(pos.into()));
        desk.reading.reveals += 1;
    }
    announce_line(state);
}

/// Selects everything.
pub(super) fn select_all(state: &mut State) {
    let Some((desk, prepared)) = super::on_screen(state) else {
        return;
    };
    desk.reading.select(Selection {
        anchor: CharPos(0),
        head: prepared.index.end().into(),
    });
    announce_selection(state);
}

/// Says the line of the caret and what lies on it.
pub(super) fn announce_line(state: &mut State) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let prepared = &screen.folio.prepared;
    let line = prepared.ground().line_of(screen.reading.selection.head);
    let shown = prepared.layout.shown(line);
    let on: BTreeSet<ExcerptId> = screen
        .reading
        .passages_over(shown)
        .into_iter()
        .map(|(_, id)| id)
        .collect();
    let (things, what) = what_lies(&screen, &on);
    let on = screen.messages.with(
        "reading-on",
        &[
            ("passages", on.len().into()),
            ("things", things.into()),
            ("what", what.into()),
        ],
    );
    let speaker = screen.speaker(line);
    let arguments = vec![
        ("speakers", usize::from(!speaker.is_empty()).into()),
        ("speaker", speaker.into()),
        ("place", screen.cite(shown).into()),
        ("words", prepared.words(shown).into()),
        ("on", on.into()),
    ];
    state.notices.say("reading-line", arguments);
}

fn announce_piece(state: &mut State, from: CharPos, to: CharPos, motion: Motion) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let prepared = &screen.folio.prepared;
    let passed = match motion {
        Motion::Grapheme | Motion::LineEdge => {
            let behind = prepared.index.after(&prepared.text.content, to);
            CharRange::new(to, behind)
        }
        _ => CharRange::new(from, to),
    };
    let words = prepared.words(passed).trim_end_matches('\n').to_owned();
    let before: BTreeSet<ExcerptId> = screen.reading.marks.at(from).into_iter().collect();
    let now: BTreeSet<ExcerptId> = screen.reading.marks.at(to).into_iter().collect();
    let entered: BTreeSet<ExcerptId> = now.difference(&before).copied().collect();
    let left = before.difference(&now).count();
    let key = match words.trim() {
        "" => "reading-space",
        _ => "reading-piece",
    };
    let (things, what) = what_lies(&screen, &entered);
    let arguments = vec![
        ("words", words.into()),
        ("entered", entered.len().into()),
        ("left", left.into()),
        ("things", things.into()),
        ("what", what.into()),
    ];
    state.notices.say(key, arguments);
}

/// Says what is selected: its words when they are few, else how many.
pub(super) fn announce_selection(state: &mut State) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let prepared = &screen.folio.prepared;
    let range = screen.reading.selection.range();
    let words = prepared.words(range);
    let count = words.split_whitespace().count();
    let arguments = vec![("words", words.into()), ("count", count.into())];
    let key = match count {
        1..=12 => "reading-selected-words",
        _ => "reading-selected",
    };
    state.notices.say(key, arguments);
}

/// The themes and notes of passages, in a few words, and how many of those there are.
fn what_lies(screen: &Screen<'_>, passages: &BTreeSet<ExcerptId>) -> (usize, String) {
    let mut themes: Vec<&str> = Vec::new();
    let mut notes = 0;
    for id in passages {
        for theme in screen.study.themes_of(*id) {
            if !themes.contains(&theme.name.as_str()) {
                themes.push(&theme.name);
            }
        }
        notes += screen.study.notes_of(*id).count();
    }
    let notes = match notes {
        0 => None,
        _ => Some(
            screen
                .messages
                .with("reading-notes-count", &[("count", notes.into())]),
        ),
    };
    let themes = themes.iter().map(|name| (*name).to_owned());
    let things: Vec<String> = themes.chain(notes).collect();
    (things.len(), things.join(", "))
}

impl Screen<'_> {
    /// Who speaks on a line.
    #[must_use]
    pub fn speaker(&self, line: usize) -> &str {
        let prepared = &self.folio.prepared;
        let turn = prepared.layout.lines().get(line).map(|line| line.turn);
        turn.and_then(|turn| prepared.text.turns.get(turn as usize))
            .and_then(|turn| turn.speaker)
            .and_then(|speaker| self.transcript.speakers.get(usize::from(speaker)))
            .map_or("", |speaker| &speaker.name)
    }

    /// Where a range stands, as `4.18` or `4.18–4.20`.
    #[must_use]
    pub fn cite(&self, range: CharRange) -> String {
        self.citation(range).to_string()
    }

    fn citation(&self, range: CharRange) -> Citation {
        let citation = self.folio.prepared.layout.cite(range);
        citation.after_pages(self.pages_before)
    }

    /// Which way an arrow key goes on the caret's line: to the left is back, unless the line is
    /// read from right to left.
    #[must_use]
    pub fn arrow(&self, left: bool) -> Direction {
        let prepared = &self.folio.prepared;
        let line = prepared.ground().line_of(self.reading.selection.head);
        let rtl = rows::is_rtl(prepared.words(prepared.layout.shown(line)));
        if left == rtl {
            Direction::Forward
        } else {
            Direction::Back
        }
    }
}

/// Says the words of a range and where it stands.
pub(super) fn announce_range(state: &mut State, range: CharRange) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let arguments = vec![
        ("place", screen.cite(range).into()),
        ("words", screen.folio.prepared.words(range).into()),
    ];
    state.notices.say("reading-range", arguments);
}
