//! The first lines of a transcript, as they will be.
//!
//! Invariant: the lines shown are those of the whole text, since lines are cut from its start; only
//! so much of it is laid out as is shown.

use super::file::Reading;
use super::form::Form;
use crate::study::index::TextIndex;
use crate::study::layout::Layout;
use crate::study::text::Text;
use crate::study::words;

/// How many lines are shown.
pub const SHOWN: usize = 200;

/// The first lines of a transcript.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Its lines.
    pub lines: Vec<Line>,
    /// How many words come behind them.
    pub rest: u32,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number: with the page where a page begins and at every fifth.
    pub number: String,
    /// Its words.
    pub words: String,
    /// Who begins to speak with it.
    pub speaker: Option<String>,
    /// When, as `12:05`.
    pub time: Option<String>,
    /// Whether it is the interviewer who speaks.
    pub asks: bool,
}

/// Lays out what is shown of a file.
#[must_use]
pub fn preview(reading: &Reading, form: &Form) -> Preview {
    let most = SHOWN * usize::from(form.measure.columns);
    let (text, whole) = head(&reading.text, most);
    let index = TextIndex::new(&text.content);
    let layout = Layout::new(&text, &index, form.measure);
    let all = layout.lines().len();
    // The last line of a text that was cut off would not end where it does.
    let shown = all.saturating_sub(usize::from(!whole)).min(SHOWN);
    let lines = (0..shown).map(|place| {
        let line = layout.lines()[place];
        let turn = text.turns.get(line.turn as usize);
        let speaker = turn
            .and_then(|turn| turn.speaker)
            .and_then(|speaker| form.speakers.get(usize::from(speaker)));
        let label = layout.label(place);
        let whole_label = line.number == 1 || line.number.is_multiple_of(5);
        Line {
            number: match whole_label {
                true => label.to_string(),
                false => line.number.to_string(),
            },
            words: index.slice(&text.content, layout.shown(place)).to_owned(),
            speaker: speaker
                .filter(|_| line.opens_turn)
                .map(|speaker| speaker.name.clone()),
            time: turn
                .filter(|_| line.opens_turn)
                .and_then(|turn| turn.time)
                .map(clock),
            asks: speaker.is_some_and(|speaker| speaker.interviewer),
        }
    });
    let lines: Vec<_> = lines.collect();
    let rest = match (whole, shown == all) {
        (true, true) => 0,
        _ => {
            let end = layout.span(shown).start();
            let end = index.to_byte(&text.content, end).0 as usize;
            reading
                .words
                .saturating_sub(words::count(&text.content[..end]))
        }
    };
    Preview { lines, rest }
}

/// The first characters of a text with their turns and pages, and whether that is all of it.
fn head(text: &Text, most: usize) -> (Text, bool) {
    let Some((end, _)) = text.content.char_indices().nth(most) else {
        return (text.clone(), true);
    };
    let inside = |pos: u32| (pos as usize) < most;
    let head = Text {
        content: text.content[..end].to_owned(),
        turns: text
            .turns
            .iter()
            .take_while(|turn| inside(turn.start.0))
            .cloned()
            .collect(),
        pages: text
            .pages
            .iter()
            .copied()
            .take_while(|page| inside(page.0))
            .collect(),
        ..Text::default()
    };
    (head, false)
}

/// Milliseconds as `12:05` or `1:12:05`.
fn clock(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn times_read_like_a_player_shows_them() {
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(725_999), "12:05");
        assert_eq!(clock(3_723_000), "1:02:03");
    }
}
