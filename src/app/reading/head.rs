//! The line above a transcript: its name, its neighbours, and the line below it that says where the
//! caret is.

use super::viewport::{Setup, Shape};
use super::{Screen, margin::Side, name};
use crate::app::state::State;
use crate::study::id::TranscriptId;

/// The line above a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadView {
    /// Which one.
    pub id: TranscriptId,
    /// The participant's label.
    pub label: String,
    /// The participant's pseudonym.
    pub pseudonym: String,
    /// The transcript's name.
    pub name: String,
    /// Day, duration, place: what is known.
    pub facts: Vec<String>,
    /// The transcript before it.
    pub previous: Option<(TranscriptId, String)>,
    /// The one behind it.
    pub next: Option<(TranscriptId, String)>,
    /// The zoom in per cent.
    pub percent: u32,
    /// How much room there is.
    pub shape: Shape,
    /// Which margin is shown where there is room for one.
    pub side: Side,
    /// Whether statements stand on the right.
    pub swapped: bool,
    /// Whether the find bar is open.
    pub finding: bool,
    /// Whether the text is there.
    pub loaded: bool,
}

/// The line above the transcript that the page shows.
#[must_use]
pub fn view(state: &State) -> Option<HeadView> {
    let desk = state.desk.as_ref()?;
    let study = desk.study();
    let reading = &desk.reading;
    let transcript = study.live_transcript(reading.transcript?)?;
    let participant = study.live_participant(transcript.participant)?;
    let siblings = study.transcripts_of(participant.id);
    let place = siblings.iter().position(|it| it.id == transcript.id)?;
    let neighbour = |place: Option<usize>| {
        let other = siblings.get(place?)?;
        Some((other.id, name::of(&state.messages, other)))
    };
    let facts = [&transcript.date, &transcript.duration, &transcript.place];
    Some(HeadView {
        id: transcript.id,
        label: participant.label.clone(),
        pseudonym: participant.pseudonym.clone(),
        name: name::of(&state.messages, transcript),
        facts: facts
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .cloned()
            .collect(),
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(Some(place + 1)),
        percent: reading.viewport.percent(),
        shape: reading.viewport.setup(transcript.measure.columns).shape,
        side: reading.side,
        swapped: study.details.margins_swapped,
        finding: reading.find.is_some(),
        loaded: desk.texts.has(transcript.current_text()),
    })
}

/// Lengths, for the whole workspace.
#[must_use]
pub fn setup(state: &State) -> Option<Setup> {
    let desk = state.desk.as_ref()?;
    let transcript = desk.study().transcripts.get(&desk.reading.transcript?)?;
    Some(desk.reading.viewport.setup(transcript.measure.columns))
}

/// Where the caret is and how much is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusView {
    /// The line, as `4.18`.
    pub place: String,
    /// Who speaks there.
    pub speaker: String,
    /// How many words are selected.
    pub words: usize,
    /// Whether something can be acted on.
    pub ready: bool,
}

/// Where the caret is.
#[must_use]
pub fn status(state: &State) -> Option<StatusView> {
    let screen = Screen::of(state)?;
    let prepared = &screen.folio.prepared;
    let range = screen.reading.selection.range();
    let line = prepared.ground().line_of(screen.reading.selection.head);
    let shown = prepared.layout.shown(line);
    Some(StatusView {
        place: match range.is_empty() {
            true => screen.cite(shown),
            false => screen.cite(range),
        },
        speaker: screen.speaker(line).to_owned(),
        words: prepared.words(range).split_whitespace().count(),
        ready: screen.target().is_some(),
    })
}
