//! The rows of the table in the order of the text, and what they show.

use super::grid::Column;
use super::{Entry, Filter};
use crate::app::cite;
use crate::app::desk::Desk;
use crate::app::reading;
use crate::app::state::State;
use crate::study::id::{CodingId, ExcerptId, NoteId, ThemeId, TranscriptId};
use crate::study::position::CharRange;
use crate::study::record::note::NoteKind;
use crate::study::record::theme::Level;
use crate::study::study::Study;

/// The passages of one transcript.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The transcript.
    pub transcript: TranscriptId,
    /// The passages that are shown, in the order of the text.
    pub excerpts: Vec<ExcerptId>,
    /// How many there are, shown or not.
    pub all: usize,
    /// Those without a statement, in the order of the text.
    pub open: Vec<ExcerptId>,
}

impl Rows {
    /// The passages of the transcript that the page shows.
    #[must_use]
    pub fn new(desk: &Desk) -> Self {
        let Some(transcript) = desk.transcript() else {
            return Self::default();
        };
        let study = desk.study();
        let mut all: Vec<_> = study
            .excerpts_of(transcript)
            .filter(|excerpt| study.live_excerpt(excerpt.id).is_some())
            .map(|excerpt| {
                let place = study.place_of(excerpt);
                // Passages whose words are gone come last.
                let key = (
                    place.is_none(),
                    place.map(CharRange::start),
                    place.map(|place| std::cmp::Reverse(place.end())),
                );
                (key, excerpt.id)
            })
            .collect();
        all.sort_unstable();
        let all: Vec<_> = all.into_iter().map(|(_, id)| id).collect();
        let open = |id: &ExcerptId| study.themes_of(*id).next().is_none();
        Self {
            transcript,
            excerpts: all
                .iter()
                .filter(|id| fits(study, desk.table.filter, **id))
                .copied()
                .collect(),
            open: all.iter().filter(|id| open(id)).copied().collect(),
            all: all.len(),
        }
    }
}

fn fits(study: &Study, filter: Filter, id: ExcerptId) -> bool {
    match filter {
        Filter::All => true,
        Filter::WithoutStatement => study.themes_of(id).next().is_none(),
        Filter::WithoutNote => study.notes_of(id).next().is_none(),
        Filter::Kind(kind) => study.notes_of(id).any(|note| note.kind == Some(kind)),
    }
}

/// What stands above the table.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// The transcript.
    pub transcript: TranscriptId,
    /// Who was interviewed, and which interview it is.
    pub name: String,
    /// How many passages there are.
    pub all: usize,
    /// How many of them have no statement.
    pub open: usize,
    /// Which are shown.
    pub filter: Filter,
    /// Whether all rows are shown, for printing.
    pub printing: bool,
    /// The names of passages that are shown.
    pub rows: Vec<ExcerptId>,
    /// The row and column of the current cell.
    pub current: Option<(usize, Column)>,
    /// Whether something is being written.
    pub writing: bool,
}

/// What stands above the table.
#[must_use]
pub fn head(state: &State) -> Option<HeadView> {
    let desk = state.desk.as_ref()?;
    let id = desk.transcript()?;
    let transcript = desk.study().live_transcript(id)?;
    let rows = desk.table_rows();
    let person = crate::app::codebook::row::person(desk, transcript.participant);
    let name = reading::name::of(&state.messages, transcript);
    Some(HeadView {
        transcript: id,
        name: format!("{person} · {name}"),
        all: rows.all,
        open: rows.open.len(),
        filter: desk.table.filter,
        printing: desk.table.printing,
        current: super::grid::place(desk, &rows),
        rows: rows.excerpts.clone(),
        writing: desk.table.writing.is_some(),
    })
}

/// One row as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Which of the shown passages.
    pub index: usize,
    /// The passage.
    pub excerpt: ExcerptId,
    /// Its lines; empty while the text is on its way.
    pub lines: String,
    /// Its words; none while the text is on its way or when they were corrected away.
    pub words: Option<String>,
    /// Whether the words were corrected away.
    pub gone: bool,
    /// Its notes.
    pub notes: Vec<NoteView>,
    /// Its statements, those close to the passage first.
    pub statements: Vec<StatementView>,
    /// Which of its cells is the current one.
    pub current: Option<Column>,
    /// What is being written in it.
    pub writing: Option<Entry>,
}

/// A note in its cell.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteView {
    /// Its name among the records.
    pub id: NoteId,
    /// Its kind.
    pub kind: Option<NoteKind>,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: String,
}

/// A statement in its cell.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementView {
    /// The theme.
    pub id: ThemeId,
    /// The link.
    pub coding: CodingId,
    /// Its wording.
    pub name: String,
    /// Its colour.
    pub colour: u8,
    /// Its level, when it is no statement.
    pub level: Option<String>,
}

/// Some rows of the table.
#[must_use]
pub fn rows(state: &State, wanted: &[usize]) -> Vec<RowView> {
    let Some(desk) = &state.desk else {
        return Vec::new();
    };
    let rows = desk.table_rows();
    wanted
        .iter()
        .filter_map(|index| row(state, desk, *index, *rows.excerpts.get(*index)?))
        .collect()
}

fn row(state: &State, desk: &Desk, index: usize, id: ExcerptId) -> Option<RowView> {
    let study = desk.study();
    let excerpt = study.live_excerpt(id)?;
    let transcript = study.live_transcript(excerpt.transcript)?;
    let place = study.place_of(excerpt);
    let prepared = desk.texts.of(transcript);
    let words = place.zip(prepared).map(|(place, prepared)| {
        let words = prepared.index.slice(&prepared.text.content, place);
        words.replace('\n', " ")
    });
    let lines = place.and_then(|place| cite::lines(desk, transcript, place));
    let notes = study.notes_of(id).map(|note| NoteView {
        id: note.id,
        kind: note.kind,
        text: note.text.clone(),
        by: study.initials(note.by).to_owned(),
    });
    let mut themes: Vec<_> = study
        .codings_of(id)
        .filter_map(|coding| Some((coding, study.live_theme(coding.theme)?)))
        .filter(|(_, theme)| !theme.retired)
        .collect();
    themes.sort_by_key(|(_, theme)| theme.level);
    let statements = themes.into_iter().map(|(coding, theme)| StatementView {
        id: theme.id,
        coding: coding.id,
        name: theme.name.clone(),
        colour: theme.colour,
        level: (theme.level != Level::Statement || theme.owner.is_none())
            .then(|| crate::app::codebook::row::level_of(state, desk, theme.id)),
    });
    let here = |excerpt: ExcerptId| excerpt == id;
    let writing = desk.table.writing.filter(|entry| match entry {
        Entry::Note(note) => study.notes.get(note).is_some_and(|note| here(note.excerpt)),
        Entry::NewNote(excerpt, _) | Entry::NewStatement(excerpt) => here(*excerpt),
        Entry::Statement(_, excerpt) => here(*excerpt),
    });
    Some(RowView {
        index,
        excerpt: id,
        lines: lines.map_or(String::new(), |lines| lines.to_string()),
        gone: place.is_none(),
        words,
        notes: notes.collect(),
        statements: statements.collect(),
        current: desk
            .table
            .current
            .filter(|(excerpt, _)| here(*excerpt))
            .map(|(_, column)| column),
        writing,
    })
}
