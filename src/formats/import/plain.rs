//! Plain text and Markdown: lines to paragraphs. Markdown is kept as it was written; only a
//! speaker's label may be emphasised (see `speaker`).
//!
//! Invariant: words and their order stay; line ends alone are interpreted.

use super::paragraph::{Mark, Paragraph};
use super::seam::seam;
use super::{Source, Warning, speaker};

/// The widest line that a program would have broken by itself.
const WIDEST: usize = 120;
/// How many line ends have to speak for it before lines are joined.
const EVIDENCE: usize = 4;

/// Reads a text.
pub(super) fn read(text: &str) -> Source {
    let blocks = blocks(text);
    let width = wrapped_width(&blocks);
    let mut source = Source::default();
    let mut page = false;
    for block in blocks {
        page |= block.new_page;
        let first = source.paragraphs.len();
        for line in &block.lines {
            let joins = width.is_some() && source.paragraphs.len() > first && !line.labelled;
            match source.paragraphs.last_mut() {
                Some(last) if joins => {
                    let seam = seam(&last.text, &line.text);
                    last.append(seam, Paragraph::new(line.text.as_str()));
                }
                _ => {
                    let mut paragraph = Paragraph::default();
                    if std::mem::take(&mut page) {
                        paragraph.pin(Mark::Page);
                    }
                    paragraph.text.push_str(&line.text);
                    source.paragraphs.push(paragraph);
                }
            }
        }
    }
    if width.is_some() {
        source.warnings.push(Warning::LinesJoined);
    }
    source
}

struct Line {
    text: String,
    labelled: bool,
}

/// Lines without a blank one between them.
#[derive(Default)]
struct Block {
    lines: Vec<Line>,
    new_page: bool,
}

fn blocks(text: &str) -> Vec<Block> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let bare: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let labels = speaker::find(&bare);
    let mut blocks = vec![Block::default()];
    for (line, label) in lines.into_iter().zip(labels) {
        for (i, piece) in line.split('\u{c}').enumerate() {
            let new_page = i > 0;
            let blank = piece.trim().is_empty();
            if new_page || blank {
                blocks.push(Block {
                    new_page,
                    ..Block::default()
                });
            }
            if let (Some(block), false) = (blocks.last_mut(), blank) {
                block.lines.push(Line {
                    text: piece.trim().to_owned(),
                    labelled: label.is_some() && !new_page,
                });
            }
        }
    }
    blocks
}

/// The width at which a program broke the lines, if one did: within a block no line could have
/// taken the first word of the next.
fn wrapped_width(blocks: &[Block]) -> Option<usize> {
    let widths = blocks
        .iter()
        .flat_map(|block| &block.lines)
        .map(|line| line.text.chars().count());
    let widest = widths.max().filter(|width| (30..=WIDEST).contains(width))?;
    let (mut full, mut short) = (0, 0);
    for pair in blocks.iter().flat_map(|block| block.lines.windows(2)) {
        if pair[1].labelled {
            continue;
        }
        let word = pair[1].text.split_whitespace().next().unwrap_or_default();
        if pair[0].text.chars().count() + 1 + word.chars().count() > widest {
            full += 1;
        } else {
            short += 1;
        }
    }
    (full >= EVIDENCE && full >= short * 9).then_some(widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let source = read(text);
        let found: Vec<_> = source.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_line_end_ends_a_paragraph() {
        check(
            "one\r\ntwo\rthree\n\n\nfour\u{2028}five",
            &["one", "two", "three", "four", "five"],
        );
    }

    #[test]
    fn lines_broken_at_a_width_are_joined() {
        let text = "When the letter came I did not open it for\n\
            three days, because as long as it was shut\n\
            nothing had been decided, and I could make\n\
            tea and feed the cat and go on as if there\n\
            were no letter at all.\n\nThen I did.";
        let source = read(text);
        assert_eq!(source.paragraphs.len(), 2);
        assert!(
            source.paragraphs[0]
                .text
                .contains("open it for three days, because")
        );
        assert_eq!(source.warnings, [Warning::LinesJoined]);
    }

    #[test]
    fn verses_stay_lines() {
        check(
            "short\nlines\nof\nno\nwidth\nat\nall",
            &["short", "lines", "of", "no", "width", "at", "all"],
        );
    }

    #[test]
    fn a_form_feed_begins_a_page() {
        let source = read("one\n\u{c}two\u{c}\nthree");
        let pages: Vec<_> = source.paragraphs.iter().map(|p| p.pins.len()).collect();
        assert_eq!(pages, [0, 1, 1]);
    }
}
