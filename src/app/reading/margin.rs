//! The margins: notes on one side, statements on the other, each level with its passage.
//!
//! Entries of the pages on screen are gathered and stood by `stack`; how high they are is measured
//! by the screen and guessed before. Invariant: a draft is always among the entries of its side,
//! however crowded the page.

use super::draft::{Draft, Subject};
use super::rows;
use super::stack::{Item, LINE, Standing, stack};
use super::viewport::{Setup, Shape};
use super::{Reading, Screen};
use crate::app::codebook::level;
use crate::app::state::State;
use crate::study::id::{CodingId, ExcerptId, MemoId, NoteId, ThemeId, TranslationId};
use crate::study::position::CharRange;
use crate::study::record::coding::Coding;
use crate::study::record::memo::About;
use crate::study::record::note::NoteKind;
use crate::study::record::theme::{Level, Theme};
use std::ops::Range;
use std::rc::Rc;

/// One of the two margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// Notes, memos and translations.
    #[default]
    Notes,
    /// Themes of passages.
    Statements,
}

/// An entry of a margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryId {
    /// A note.
    Note(NoteId),
    /// A theme of a passage.
    Coding(CodingId),
    /// A translation.
    Translation(TranslationId),
    /// A memo about a passage.
    Memo(MemoId),
    /// Something new that is being written.
    Draft,
}

/// A margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarginView {
    /// Which one.
    pub side: Side,
    /// Its heading, in the words of the method.
    pub heading: String,
    /// Its entries.
    pub entries: Vec<Rc<EntryView>>,
    /// Pages that have more entries than room: where to say so, how many, and a passage of theirs.
    pub more: Vec<MoreView>,
    /// Whether nothing at all stands in it yet.
    pub is_empty: bool,
}

/// That a page has more entries than room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoreView {
    /// Where to say so.
    pub top: u32,
    /// How many are not shown.
    pub count: usize,
    /// The passage of the first that is not shown.
    pub excerpt: Option<ExcerptId>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// Which one.
    pub id: EntryId,
    /// Its passage; none while it is not marked yet.
    pub excerpt: Option<ExcerptId>,
    /// Its upper edge.
    pub top: u32,
    /// The upper edge of its line.
    pub level: u32,
    /// How many lines of it are shown, if not all.
    pub lines: Option<u32>,
    /// Where its passage stands, as `4.18`.
    pub cite: String,
    /// Whose it is.
    pub initials: String,
    /// What it says.
    pub content: Content,
    /// Whether its passage is picked.
    pub picked: bool,
    /// Whether it is chosen, to make a statement from.
    pub chosen: bool,
    /// What is being typed into it.
    pub draft: Option<String>,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A note.
    Note {
        /// Its kind.
        kind: Option<NoteKind>,
        /// Its words.
        text: String,
        /// How many statements were made from it.
        statements: usize,
    },
    /// A theme.
    Statement {
        /// Which one.
        theme: ThemeId,
        /// Its wording.
        name: String,
        /// Its colour.
        tone: u8,
        /// How many notes it was made from.
        notes: usize,
        /// The coding of the passage that is picked, else of the first.
        acts_on: CodingId,
    },
    /// A translation.
    Translation {
        /// Its words.
        text: String,
    },
    /// A memo.
    Memo {
        /// Its words.
        text: String,
    },
}

/// How many places of a statement are listed.
const CITED: usize = 3;

/// An entry before it is stood.
struct Gathered {
    view: EntryView,
    range: CharRange,
}

/// A margin as it is on screen; nothing when no transcript is, or when there is no room for it.
#[must_use]
pub fn view(state: &State, side: Side) -> Option<MarginView> {
    let screen = Screen::of(state)?;
    let shown = match screen.setup.shape {
        Shape::Wide => true,
        Shape::Medium => screen.reading.side == side,
        Shape::Narrow => false,
    };
    if !shown {
        return None;
    }
    let mut entries = Vec::new();
    let mut more = Vec::new();
    for page in pages(screen.reading, &screen) {
        let room =
            screen.folio.top(page.start, &screen.setup)..screen.folio.top(page.end, &screen.setup);
        let layout = &screen.folio.prepared.layout;
        let stretch = CharRange::new(
            layout.span(page.start).start(),
            layout.span(page.end).start(),
        );
        let gathered = screen.gather(side, stretch);
        let items: Vec<Item> = gathered.iter().map(|it| screen.item(&it.view)).collect();
        let standings = stack(room.clone(), &items);
        if let Some(left) = gathered.get(standings.len()) {
            more.push(MoreView {
                top: room.end.saturating_sub(super::stack::MORE),
                count: gathered.len() - standings.len(),
                excerpt: left.view.excerpt,
            });
        }
        entries.extend(
            gathered
                .into_iter()
                .zip(standings)
                .map(|(gathered, standing)| Rc::new(stood(gathered.view, standing))),
        );
    }
    Some(MarginView {
        heading: screen.heading(state, side),
        is_empty: entries.is_empty() && screen.reading.marks.spans().spans().is_empty(),
        side,
        entries,
        more,
    })
}

/// The entries of the picked passage and the draft, for a screen without margins.
#[must_use]
pub fn sheet(state: &State) -> Option<Vec<Rc<EntryView>>> {
    let screen = Screen::of(state)?;
    if screen.setup.shape == Shape::Wide {
        return None;
    }
    let hidden: &[Side] = match (screen.setup.shape, screen.reading.side) {
        (Shape::Medium, Side::Notes) => &[Side::Statements],
        (Shape::Medium, Side::Statements) => &[Side::Notes],
        _ => &[Side::Statements, Side::Notes],
    };
    let mut entries = Vec::new();
    for side in hidden {
        if let Some(id) = screen.reading.picked {
            entries.extend(match side {
                Side::Notes => screen.notes_of(id),
                Side::Statements => screen.statements_of(&[id]),
            });
        }
        if let Some(draft) = screen.draft_entry(*side)
            && entries.iter().all(|it| it.view.draft.is_none())
        {
            entries.push(draft);
        }
    }
    let entries: Vec<_> = entries.into_iter().map(|it| Rc::new(it.view)).collect();
    (!entries.is_empty()).then_some(entries)
}

/// The entries of a page, in order, for printing.
#[must_use]
pub fn all(screen: &Screen<'_>, side: Side, stretch: CharRange) -> Vec<EntryView> {
    let gathered = screen.gather(side, stretch);
    gathered.into_iter().map(|it| it.view).collect()
}

/// The pages around what is seen.
fn pages(reading: &Reading, screen: &Screen<'_>) -> Vec<Range<usize>> {
    let window = rows::window(reading, &screen.folio, &screen.setup);
    let mut pages = Vec::new();
    let mut line = window.start;
    while line < window.end {
        let page = screen.folio.page_of(line);
        line = page.end.max(line + 1);
        pages.push(page);
    }
    pages
}

fn stood(view: EntryView, standing: Standing) -> EntryView {
    EntryView {
        top: standing.top,
        lines: standing.lines,
        ..view
    }
}

impl Screen<'_> {
    fn heading(&self, state: &State, side: Side) -> String {
        match side {
            Side::Notes => state.messages.text("reading-notes"),
            Side::Statements => level::plural(
                &state.messages,
                self.study.details.vocabulary,
                true,
                Level::Statement,
            ),
        }
    }

    /// The entries of the passages that begin in a stretch, by place.
    fn gather(&self, side: Side, stretch: CharRange) -> Vec<Gathered> {
        let mut all = Vec::new();
        let passages = self.reading.marks.beginning_in(stretch);
        let passages: Vec<ExcerptId> = passages.map(|(_, id)| id).collect();
        all.extend(match side {
            Side::Notes => passages.iter().flat_map(|id| self.notes_of(*id)).collect(),
            Side::Statements => self.statements_of(&passages),
        });
        let draft = self.draft_entry(side);
        if let Some(draft) = draft.filter(|draft| stretch.contains(draft.range.start())) {
            let place = all.partition_point(|it| it.range.start() <= draft.range.start());
            all.insert(place, draft);
        }
        all
    }

    fn notes_of(&self, id: ExcerptId) -> Vec<Gathered> {
        let notes = self.study.notes_of(id).map(|note| {
            let content = Content::Note {
                kind: note.kind,
                text: note.text.clone(),
                statements: self.study.made_from(note.id).count(),
            };
            let by = self.study.initials(note.by);
            self.entry(EntryId::Note(note.id), id, by, content)
        });
        let translations = self.study.translations_of(id).map(|translation| {
            let content = Content::Translation {
                text: translation.text.clone(),
            };
            let by = self.study.initials(translation.by);
            self.entry(EntryId::Translation(translation.id), id, by, content)
        });
        let memos = self.study.memos_about(About::Excerpt(id)).map(|memo| {
            let content = Content::Memo {
                text: memo.text.clone(),
            };
            let by = self.study.initials(memo.by);
            self.entry(EntryId::Memo(memo.id), id, by, content)
        });
        notes.chain(translations).chain(memos).flatten().collect()
    }

    /// The themes of passages, each once, level with its first passage among them.
    fn statements_of(&self, passages: &[ExcerptId]) -> Vec<Gathered> {
        let mut groups: Vec<(ThemeId, Vec<&Coding>)> = Vec::new();
        for coding in passages.iter().flat_map(|id| self.study.codings_of(*id)) {
            match groups.iter_mut().find(|(theme, _)| *theme == coding.theme) {
                Some((_, codings)) => codings.push(coding),
                None => groups.push((coding.theme, vec![coding])),
            }
        }
        groups
            .into_iter()
            .filter_map(|(theme, codings)| {
                let theme = self.study.live_theme(theme).filter(|it| !it.retired)?;
                self.statement(theme, &codings)
            })
            .collect()
    }

    fn statement(&self, theme: &Theme, codings: &[&Coding]) -> Option<Gathered> {
        let first = codings.first()?;
        let picked = codings
            .iter()
            .position(|coding| self.reading.picked == Some(coding.excerpt));
        let mut cites: Vec<String> = codings
            .iter()
            .filter_map(|coding| self.reading.marks.spans().get(coding.excerpt))
            .map(|range| self.cite(range))
            .collect();
        cites.dedup();
        let more = cites.len() > CITED;
        cites.truncate(CITED);
        let content = Content::Statement {
            theme: theme.id,
            name: theme.name.clone(),
            tone: theme.colour,
            notes: theme.notes.len(),
            acts_on: codings[picked.unwrap_or(0)].id,
        };
        let by = self.study.initials(first.by);
        let mut gathered = self.entry(EntryId::Coding(first.id), first.excerpt, by, content)?;
        // A press goes from one of its passages to the next.
        let next = picked.map_or(0, |place| (place + 1) % codings.len());
        gathered.view.excerpt = Some(codings[next].excerpt);
        gathered.view.picked = picked.is_some();
        gathered.view.cite = cites.join(", ") + if more { ", …" } else { "" };
        Some(gathered)
    }

    fn entry(
        &self,
        id: EntryId,
        excerpt: ExcerptId,
        initials: &str,
        content: Content,
    ) -> Option<Gathered> {
        let range = self.reading.marks.spans().get(excerpt)?;
        let draft = self.reading.draft.as_ref();
        let draft = draft.filter(|draft| draft.subject.entry() == Some(id));
        Some(Gathered {
            range,
            view: EntryView {
                id,
                excerpt: Some(excerpt),
                top: 0,
                level: self.level_of(range),
                lines: None,
                cite: self.cite(range),
                initials: initials.to_owned(),
                content,
                picked: self.reading.picked == Some(excerpt),
                chosen: matches!(id, EntryId::Note(note) if self.reading.chosen.contains(&note)),
                draft: draft.map(|draft| draft.text.clone()),
            },
        })
    }

    /// The draft of something new, when it belongs to this side.
    fn draft_entry(&self, side: Side) -> Option<Gathered> {
        let Draft { subject, text } = self.reading.draft.as_ref()?;
        let spot = subject.spot().filter(|_| side == Side::Notes)?;
        let (excerpt, range) = self.place(spot)?;
        let content = match *subject {
            Subject::NewNote(_, kind) => Content::Note {
                kind,
                text: String::new(),
                statements: 0,
            },
            Subject::NewTranslation(_) => Content::Translation {
                text: String::new(),
            },
            _ => Content::Memo {
                text: String::new(),
            },
        };
        Some(Gathered {
            range,
            view: EntryView {
                id: EntryId::Draft,
                excerpt,
                top: 0,
                level: self.level_of(range),
                lines: None,
                cite: self.cite(range),
                initials: self.study.initials(self.me).to_owned(),
                content,
                picked: true,
                chosen: false,
                draft: Some(text.clone()),
            },
        })
    }

    fn place(
        &self,
        spot: crate::study::act::passage::Spot,
    ) -> Option<(Option<ExcerptId>, CharRange)> {
        use crate::study::act::passage::Spot;
        match spot {
            Spot::Excerpt(id) => Some((Some(id), self.reading.marks.spans().get(id)?)),
            Spot::Range(transcript, range) | Spot::Unmarked(transcript, range) => {
                (transcript == self.transcript.id).then_some((None, range))
            }
        }
    }

    fn level_of(&self, range: CharRange) -> u32 {
        let line = self.folio.prepared.layout.line_at(range.start());
        self.folio.words_top(line, &self.setup)
    }

    fn item(&self, view: &EntryView) -> Item {
        let frame = frame(&view.content);
        let known = self.reading.heights.get(&view.id).copied();
        Item {
            level: view.level,
            height: known.unwrap_or_else(|| guess(view, &self.setup)),
            frame,
            whole: view.draft.is_some() || view.picked,
        }
    }
}

/// How high an entry is around its words.
fn frame(content: &Content) -> u32 {
    match content {
        Content::Statement { .. } => 36,
        _ => 10,
    }
}

/// How high an entry will be, until it is measured.
fn guess(view: &EntryView, setup: &Setup) -> u32 {
    let words = match &view.content {
        Content::Note { text, .. } | Content::Translation { text } | Content::Memo { text } => text,
        Content::Statement { name, .. } => name,
    };
    let frame = frame(&view.content);
    if view.draft.is_some() {
        return frame + 5 * LINE + 40;
    }
    let width = setup.margin.saturating_sub(56).max(60);
    let letters = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    frame + (letters.saturating_mul(7)).div_ceil(width).max(1) * LINE
}
