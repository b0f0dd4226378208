//! The lines of a text: what a reader sees, and the laws of page.line.

use noema::study::index::TextIndex;
use noema::study::layout::{Layout, Wrap};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::transcript::Measure;
use noema::study::text::{Text, Turn};
use proptest::prelude::*;

fn measure(columns: u16, lines_per_page: u16, source_pages: bool) -> Measure {
    Measure {
        columns,
        lines_per_page,
        source_pages,
    }
}

fn places(places: &[u32]) -> Vec<CharPos> {
    places.iter().copied().map(CharPos).collect()
}

fn turn(start: u32) -> Turn {
    Turn {
        start: CharPos(start),
        speaker: None,
        time: None,
    }
}

/// A turn begins at `¶`, a page of the source at `§`; neither is part of the text.
fn text(marked: &str) -> Text {
    let mut text = Text {
        turns: vec![turn(0)],
        ..Text::default()
    };
    let mut at = 0;
    for c in marked.chars() {
        match c {
            '¶' => text.turns.push(turn(at)),
            '§' => text.pages.push(CharPos(at)),
            c => {
                text.content.push(c);
                at += 1;
            }
        }
    }
    text
}

fn shown(text: &Text, measure: Measure) -> Vec<String> {
    let index = TextIndex::new(&text.content);
    let layout = Layout::new(text, &index, measure);
    let line = |line| {
        let words = index.slice(&text.content, layout.shown(line));
        let sign = if layout.lines()[line].opens_turn {
            '¶'
        } else {
            ' '
        };
        format!("{}{sign}{words}", layout.label(line))
    };
    (0..layout.lines().len()).map(line).collect()
}

fn check(text: &Text, measure: Measure, expected: &[&str]) {
    assert_eq!(shown(text, measure), expected);
}

#[test]
fn an_empty_text_has_one_line() {
    check(&Text::default(), Measure::default(), &["1.1 "]);
    check(&text("\n"), Measure::default(), &["1.1¶"]);
    check(
        &text("\n\na"),
        Measure::default(),
        &["1.1¶", "1.2 ", "1.3 a"],
    );
}

#[test]
fn turns_and_paragraphs_begin_lines() {
    check(
        &text("How was it?\n¶I felt safe there,\nmostly. ¶Mostly?"),
        measure(12, 3, false),
        &[
            "1.1¶How was it?",
            "1.2¶I felt safe",
            "1.3 there,",
            "2.1 mostly.",
            "2.2¶Mostly?",
        ],
    );
}

#[test]
fn wide_characters_count_two() {
    check(
        &text("我当时觉得很安全，真的。"),
        measure(12, 30, false),
        &["1.1¶我当时觉得很", "1.2 安全，真的。"],
    );
}

#[test]
fn pages_of_the_source_are_kept() {
    let paged = text("one two§ three\nfour\n§§six");
    check(
        &paged,
        measure(20, 1, true),
        &["1.1¶one two", "2.1  three", "2.2 four", "4.1 six"],
    );
    check(
        &paged,
        measure(20, 2, false),
        &["1.1¶one two three", "1.2 four", "2.1 six"],
    );
}

#[test]
fn a_corrected_text_keeps_its_numbers() {
    let mut corrected = text("I felt so very safe there, you know");
    corrected.lines = places(&[0, 20, 20, 27]);
    check(
        &corrected,
        measure(10, 2, false),
        &[
            "1.1¶I felt so",
            "1.1a very safe",
            "2.1 there,",
            "2.2 you know",
        ],
    );
}

#[test]
fn labels_are_found_and_cited() {
    let text = text("I felt safe there,\n\nyou know. I did.");
    let index = TextIndex::new(&text.content);
    let layout = Layout::new(&text, &index, measure(10, 3, false));
    let cite = |start, end| {
        let range = CharRange::new(CharPos(start), CharPos(end));
        layout.cite(range).to_string()
    };
    assert_eq!(layout.find_label("2:1"), Some(3));
    assert_eq!(layout.find_label("1.4"), None);
    assert_eq!(cite(2, 6), "1.1");
    assert_eq!(cite(2, 7), "1.1");
    assert_eq!(cite(2, 8), "1.1–1.2");
    assert_eq!(cite(6, 11), "1.2");
    assert_eq!(cite(18, 23), "2.2");
    assert_eq!(cite(12, 20), "1.3");
    assert_eq!(cite(19, 19), "2.1");
    assert_eq!(cite(90, 99), "2.3");
}

#[test]
fn a_narrow_screen_cuts_the_same_lines_into_rows() {
    let text = text("I felt safe there,\nyou");
    let index = TextIndex::new(&text.content);
    let layout = Layout::new(&text, &index, measure(40, 30, false));
    let wrap = Wrap::new(7);
    let rows = layout.rows(&text, &index, &wrap, 0);
    let words: Vec<&str> = rows
        .iter()
        .map(|&row| index.slice(&text.content, row))
        .collect();
    assert_eq!(words, ["I felt ", "safe ", "there,"]);
    assert_eq!(layout.row_counts(&text, &index, &wrap), [3, 1]);
}

/// Any content with any claims about turns, pages and lines, true or not.
fn any_text() -> impl Strategy<Value = Text> {
    let marks = || prop::collection::vec(0u32..90, 0..5);
    let content = "[a-e ,.’\n我안。\u{301}\t\u{3000}👩🏽\u{200D}🇰\u{915}\u{94D}אس\u{2028}\r]{0,80}";
    (content, marks(), marks(), marks(), marks()).prop_map(
        |(content, turns, pages, lines, page_lines)| Text {
            content,
            turns: turns.into_iter().map(turn).collect(),
            pages: places(&pages),
            lines: places(&lines),
            page_lines,
        },
    )
}

proptest! {
    #[test]
    fn lines_cover_the_text_once_and_labels_ascend(
        text in any_text(), columns in 0u16..14, lines_per_page in 0u16..5, source_pages: bool,
    ) {
        let measure = measure(columns, lines_per_page, source_pages);
        let index = TextIndex::new(&text.content);
        let layout = Layout::new(&text, &index, measure);
        prop_assert_eq!(&layout, &Layout::new(&text, &TextIndex::new(&text.content), measure));
        let count = layout.lines().len();
        let mut at = CharPos(0);
        for line in 0..count {
            let (span, shown) = (layout.span(line), layout.shown(line));
            prop_assert_eq!(span.start(), at);
            prop_assert!(!span.is_empty() || text.content.is_empty());
            prop_assert!(shown.start() == span.start() && shown.end() <= span.end());
            prop_assert!(index.is_boundary(&text.content, at));
            prop_assert_eq!(layout.line_at(at), line);
            prop_assert_eq!(layout.find_label(&layout.label(line).to_string()), Some(line));
            at = span.end();
        }
        prop_assert_eq!(at, index.end());
        prop_assert_eq!(layout.line_at(CharPos(u32::MAX)), count - 1);
        prop_assert!((1..count).all(|line| layout.label(line - 1) < layout.label(line)));
        let wrap = Wrap::new(3);
        let counts = layout.row_counts(&text, &index, &wrap);
        for (line, &count) in counts.iter().enumerate() {
            let rows = layout.rows(&text, &index, &wrap, line);
            prop_assert_eq!(rows.len(), usize::from(count));
            prop_assert!(rows.windows(2).all(|pair| pair[0].end() == pair[1].start()));
            prop_assert_eq!(rows[0].start(), layout.shown(line).start());
            prop_assert_eq!(rows[rows.len() - 1].end(), layout.shown(line).end());
        }
    }

    #[test]
    fn paragraphs_and_turns_always_begin_lines(mut text in any_text(), columns in 1u16..14) {
        text.turns.sort_by_key(|turn| turn.start);
        let index = TextIndex::new(&text.content);
        let layout = Layout::new(&text, &index, measure(columns, 30, false));
        let begins = |pos: CharPos| layout.span(layout.line_at(pos)).start() == pos;
        for turn in &text.turns {
            let start = index.snap(&text.content, turn.start);
            prop_assert!(begins(start) || start == index.end());
        }
        for (at, c) in text.content.chars().enumerate() {
            let behind = CharPos(at as u32 + 1);
            prop_assert!(c != '\n' || begins(behind) || behind == index.end());
        }
    }
}
