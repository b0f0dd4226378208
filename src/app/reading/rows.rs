//! The lines on screen, ready to be shown: number, label, words in pieces that look alike.
//!
//! Only the lines of a window around what is seen are made, and the lines that hold an end of the
//! selection, since the browser keeps its selection only as long as they are there. Invariant: the
//! pieces of a line are its shown words, in order, nothing more.

use super::folio::Folio;
use super::marks::{Look, look};
use super::viewport::Setup;
use super::{Reading, Screen};
use crate::app::state::State;
use crate::study::act::passage::Spot;
use crate::study::id::{ExcerptId, TranscriptId};
use crate::study::position::CharRange;
use crate::study::record::note::NoteKind;
use crate::study::record::transcript::Transcript;
use crate::study::segment::segments;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

/// How many lines are made above and below what is seen.
const AROUND: usize = 16;
/// How many stripes of colour are drawn; deeper layers are counted.
const STRIPES: usize = 3;

/// The lines on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinesView {
    /// Whose lines.
    pub transcript: TranscriptId,
    /// The height of all lines.
    pub height: u32,
    /// Those on screen.
    pub rows: Vec<Rc<RowView>>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// Which one.
    pub line: u32,
    /// Its upper edge.
    pub top: u32,
    /// The label above it.
    pub label: Option<LabelView>,
    /// Its number as shown.
    pub number: String,
    /// Whether the number names the page too.
    pub full_number: bool,
    /// Whether a page ends before it.
    pub opens_page: bool,
    /// Whether it is the interviewer's.
    pub asked: bool,
    /// Whether it is read from right to left.
    pub rtl: bool,
    /// Its words, row by row.
    pub rows: Vec<Vec<Piece>>,
}

/// Who speaks, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelView {
    /// The name.
    pub name: String,
    /// The time as `1:02:03`, where the source has it.
    pub time: String,
}

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Where they begin in the text.
    pub start: u32,
    /// Whether they belong to a passage.
    pub marked: bool,
    /// The colours of the themes over them, at most three.
    pub tones: Vec<u8>,
    /// How many more layers there are than stripes.
    pub more: usize,
    /// The kind of a note on them.
    pub kind: Option<NoteKind>,
    /// Whether they belong to the picked passage.
    pub picked: bool,
    /// Whether they were found.
    pub hit: Hit,
}

/// Whether words were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hit {
    /// Not.
    #[default]
    No,
    /// Among others.
    Found,
    /// The find that is looked at.
    Current,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Passage(ExcerptId),
    Hit(Hit),
    Worked,
}

/// The lines on screen, if their text is there.
#[must_use]
pub fn view(state: &State) -> Option<LinesView> {
    let screen = Screen::of(state)?;
    let painter = Painter::new(&screen);
    let rows = lines(screen.reading, &screen.folio, &screen.setup)
        .into_iter()
        .map(|line| Rc::new(painter.row(line)))
        .collect();
    Some(LinesView {
        transcript: screen.transcript.id,
        height: screen.folio.height(&screen.setup),
        rows,
    })
}

/// Every line, for printing.
#[must_use]
pub fn all(screen: &Screen<'_>, lines: Range<usize>) -> Vec<RowView> {
    let painter = Painter::over(screen, lines.clone());
    lines.map(|line| painter.row(line)).collect()
}

/// The lines around what is seen.
#[must_use]
pub fn window(reading: &Reading, folio: &Folio, setup: &Setup) -> Range<usize> {
    let top = reading.viewport.top;
    let first = folio.line_at(top, setup);
    let last = folio.line_at(top + reading.viewport.height, setup);
    first.saturating_sub(AROUND)..(last + 1 + AROUND).min(folio.len())
}

fn lines(reading: &Reading, folio: &Folio, setup: &Setup) -> BTreeSet<usize> {
    let mut lines: BTreeSet<usize> = window(reading, folio, setup).collect();
    let layout = &folio.prepared.layout;
    let ends = reading.selection.range();
    if !ends.is_empty() {
        lines.extend([layout.line_at(ends.start()), layout.line_at(ends.end())]);
    }
    lines.extend(
        reading
            .held
            .map(|held| (held as usize).min(folio.len() - 1)),
    );
    lines
}

/// What is needed to draw a line.
struct Painter<'a> {
    transcript: &'a Transcript,
    folio: &'a Folio,
    setup: Setup,
    pages_before: u32,
    reading: &'a Reading,
    passages: Vec<(CharRange, ExcerptId)>,
    /// Words that something is being done to while the keyboard is elsewhere.
    worked: Option<CharRange>,
    looks: BTreeMap<ExcerptId, Look>,
}

impl<'a> Painter<'a> {
    fn new(screen: &'a Screen<'a>) -> Self {
        let window = window(screen.reading, &screen.folio, &screen.setup);
        Self::over(screen, window)
    }

    fn over(screen: &'a Screen<'a>, lines: Range<usize>) -> Self {
        let layout = &screen.folio.prepared.layout;
        let window = CharRange::new(
            layout.span(lines.start).start(),
            layout.span(lines.end).start(),
        );
        // Lines kept for the selection may lie far away.
        let ends = screen.reading.selection.range();
        let kept = |pos| layout.span(layout.line_at(pos));
        let passages: BTreeMap<ExcerptId, CharRange> =
            [window, kept(ends.start()), kept(ends.end())]
                .into_iter()
                .flat_map(|stretch| screen.reading.passages_over(stretch))
                .map(|(range, id)| (id, range))
                .collect();
        let looks = passages.keys().map(|id| (*id, look(screen.study, *id)));
        Self {
            transcript: screen.transcript,
            looks: looks.collect(),
            folio: &screen.folio,
            setup: screen.setup,
            pages_before: screen.pages_before,
            reading: screen.reading,
            worked: worked(screen.reading),
            passages: passages
                .into_iter()
                .map(|(id, range)| (range, id))
                .collect(),
        }
    }

    fn row(&self, number: usize) -> RowView {
        let prepared = &self.folio.prepared;
        let line = prepared.layout.lines()[number];
        let label = prepared.layout.label(number).after_pages(self.pages_before);
        let opens_page = number > 0 && prepared.layout.lines()[number - 1].page != line.page;
        let full_number = number == 0 || opens_page || line.number.is_multiple_of(5);
        let cited = label.to_string();
        let short = cited
            .split_once('.')
            .map_or_else(String::new, |(_, number)| number.to_owned());
        let turn = prepared.text.turns.get(line.turn as usize);
        let speaker = turn
            .and_then(|turn| turn.speaker)
            .and_then(|speaker| self.transcript.speakers.get(usize::from(speaker)));
        let name = || speaker.map_or_else(String::new, |speaker| speaker.name.clone());
        RowView {
            line: number as u32,
            top: self.folio.top(number, &self.setup),
            label: self.folio.has_label(number).then(|| LabelView {
                name: name(),
                time: turn
                    .and_then(|turn| turn.time)
                    .map_or_else(String::new, clock),
            }),
            number: if full_number { cited } else { short },
            full_number,
            opens_page,
            asked: speaker.is_some_and(|speaker| speaker.interviewer),
            rtl: is_rtl(prepared.words(prepared.layout.shown(number))),
            rows: self.rows(number),
        }
    }

    fn rows(&self, line: usize) -> Vec<Vec<Piece>> {
        let shown = self.folio.prepared.layout.shown(line);
        let mut layers: Vec<(CharRange, Layer)> = self
            .passages
            .iter()
            .filter(|(range, _)| range.overlaps(shown))
            .map(|&(range, id)| (range, Layer::Passage(id)))
            .collect();
        layers.extend(
            self.worked
                .filter(|range| range.overlaps(shown))
                .map(|range| (range, Layer::Worked)),
        );
        if let Some(find) = &self.reading.find {
            let hits = find.hits_in(shown);
            layers.extend(hits.map(|(range, hit)| (range, Layer::Hit(hit))));
        }
        self.folio
            .rows_of(line)
            .into_iter()
            .map(|row| {
                let segments = segments(row, &layers);
                let pieces = segments.into_iter();
                pieces
                    .map(|segment| self.piece(segment.range, &segment.layers))
                    .collect()
            })
            .collect()
    }

    fn piece(&self, range: CharRange, layers: &[Layer]) -> Piece {
        let mut piece = Piece {
            text: self.folio.prepared.words(range).to_owned(),
            start: range.start().0,
            marked: false,
            tones: Vec::new(),
            more: 0,
            kind: None,
            picked: false,
            hit: Hit::No,
        };
        let mut depth = 0;
        for layer in layers {
            match layer {
                Layer::Hit(hit) => piece.hit = piece.hit.max(*hit),
                Layer::Worked => piece.picked = true,
                Layer::Passage(id) => {
                    depth += 1;
                    piece.marked = true;
                    piece.picked |= self.reading.picked == Some(*id);
                    let Some(look) = self.looks.get(id) else {
                        continue;
                    };
                    piece.kind = piece.kind.or(look.kind);
                    for tone in &look.tones {
                        if !piece.tones.contains(tone) {
                            piece.tones.push(*tone);
                        }
                    }
                }
            }
        }
        let deepest = depth.max(piece.tones.len());
        piece.more = deepest.saturating_sub(STRIPES);
        piece.tones.truncate(STRIPES);
        piece
    }
}

/// What a draft is about; else what is selected while the browser shows no selection, since a field
/// has the keyboard.
fn worked(reading: &Reading) -> Option<CharRange> {
    let drafted = reading
        .draft
        .as_ref()
        .and_then(|draft| draft.subject.spot());
    match drafted {
        Some(Spot::Range(_, range) | Spot::Unmarked(_, range)) => Some(range),
        Some(Spot::Excerpt(_)) => None,
        None => {
            let selected = reading.selection.range();
            (!reading.focused && !selected.is_empty()).then_some(selected)
        }
    }
}

/// Milliseconds as people read them: `2:05`, `1:02:05`.
fn clock(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// Whether words are read from right to left: their first letter decides.
#[must_use]
pub fn is_rtl(words: &str) -> bool {
    let strong = words.chars().find(|c| c.is_alphabetic());
    strong.is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

/// Whether words are in a script that has italics.
#[must_use]
pub fn has_italics(words: &str) -> bool {
    let letter = words.chars().find(|c| c.is_alphabetic());
    letter.is_none_or(|c| matches!(c, '\0'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}'))
}

#[cfg(test)]
mod tests {
    use super::{clock, has_italics, is_rtl};

    #[test]
    fn only_scripts_that_have_italics_get_them() {
        assert!(has_italics("“the one who”"));
        assert!(has_italics("Я сама"));
        assert!(!has_italics("信任"));
        assert!(!has_italics("저는"));
        assert!(!has_italics("שלום"));
    }

    #[test]
    fn times_are_read_as_clocks() {
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(125_900), "2:05");
        assert_eq!(clock(3_725_000), "1:02:05");
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        assert!(is_rtl("… שלום and more"));
        assert!(is_rtl("مرحبا"));
        assert!(!is_rtl("I said שלום"));
        assert!(!is_rtl("12, 13"));
    }
}
