//! The small palette on what is selected or picked: mark, note, theme, correct, and so on.
//!
//! Invariant: whatever it does, it does to the [`target`]: the selection, else the picked passage.
//! What is typed for a theme stands in `typed`, a correction in `correct`, a note in `draft`.

use super::draft::{self, Subject};
use super::selection::{Place, Selection};
use super::typed::{self, OptionView};
use super::viewport::Shape;
use super::{Screen, copy, correct};
use crate::app::codebook::level;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::bin::Thing;
use crate::study::act::passage::Spot;
use crate::study::caret::Caret;
use crate::study::id::{CodingId, ExcerptId, Stamp};
use crate::study::position::CharRange;
use crate::study::record::note::NoteKind;
use crate::study::record::theme::Level;

/// The palette.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// What it shows.
    pub mode: Mode,
    /// Whether it was put away.
    pub hidden: bool,
}

/// What the palette shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Its buttons.
    #[default]
    Buttons,
    /// A field to find or make a theme.
    Theme {
        /// What was typed.
        typed: String,
        /// Which option was chosen with the arrows.
        chosen: Option<usize>,
    },
    /// A field with the words to correct.
    Correct {
        /// What stands in it.
        text: String,
    },
}

/// What can be done with the palette.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show it and give it the keyboard.
    Open,
    /// Put it away, or go back to its buttons.
    Close,
    /// Mark the selection.
    Mark,
    /// Begin a note.
    Note(Option<NoteKind>),
    /// Begin a memo.
    Memo,
    /// Begin a translation.
    Translate,
    /// Show the field for a theme.
    Theme,
    /// Something was typed there.
    Type(String),
    /// Go through the options.
    Step(i32),
    /// Take the option that is chosen, or one of them.
    Take(Option<usize>),
    /// Show the field to correct words.
    Correct,
    /// Something was typed there.
    CorrectTo(String),
    /// Put the corrected words in.
    SaveCorrection,
    /// Copy with its citation.
    Copy,
    /// Put the picked passage into the bin.
    Bin,
    /// Take the picked passage from a theme.
    Uncode(CodingId),
}

/// What the palette shows and beside which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteView {
    /// The first and the last place of the words it belongs to.
    pub around: (Place, Place),
    /// The heights between which they stand.
    pub between: (u32, u32),
    /// Where the selection goes on: true below, false above.
    pub below: bool,
    /// What it shows.
    pub mode: Mode,
    /// Options for the theme that is being typed.
    pub options: Vec<OptionView>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// How a theme close to a passage is called.
    pub theme: String,
    /// Whether it belongs to a picked passage.
    pub picked: bool,
    /// The themes of the picked passage.
    pub themes: Vec<Tag>,
    /// How many notes a statement would be made from.
    pub notes: usize,
    /// How much room there is.
    pub shape: Shape,
}

/// A theme of the picked passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The coding.
    pub coding: CodingId,
    /// The theme's wording.
    pub name: String,
    /// Its colour.
    pub tone: u8,
}

/// What acts are done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The spot.
    pub spot: Spot,
    /// Where it lies.
    pub range: CharRange,
}

impl Screen<'_> {
    /// The selection without the spaces at its ends, else the picked passage.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        let selected = self.folio.prepared.trim(self.reading.selection.range());
        let marks = self.reading.marks.spans();
        if selected.is_empty() {
            let id = self.reading.picked?;
            return Some(Target {
                spot: Spot::Excerpt(id),
                range: marks.get(id)?,
            });
        }
        let mine = |id: ExcerptId| {
            let excerpt = self.study.excerpts.get(&id);
            excerpt.is_some_and(|excerpt| excerpt.by == self.me)
        };
        let known = marks
            .overlapping(selected)
            .find(|(range, id)| *range == selected && mine(*id));
        Some(Target {
            spot: match known {
                Some((_, id)) => Spot::Excerpt(id),
                None => Spot::Unmarked(self.transcript.id, selected),
            },
            range: selected,
        })
    }
}

/// The palette, when there is something to act on and it was not put away.
#[must_use]
pub fn view(state: &State) -> Option<PaletteView> {
    let screen = Screen::of(state)?;
    let reading = screen.reading;
    let palette = &reading.palette;
    if palette.hidden || reading.drag.is_some() {
        return None;
    }
    let range = match screen.target() {
        Some(target) => target.range,
        None => {
            let note = screen.study.notes.get(reading.chosen.first()?)?;
            reading.marks.spans().get(note.excerpt)?
        }
    };
    let prepared = &screen.folio.prepared;
    let last = Caret {
        pos: range.end(),
        trailing: true,
        goal: None,
    };
    let around = (
        prepared.place_of(Caret::from(range.start())),
        prepared.place_of(last),
    );
    let options = typed::options(&screen);
    let tags = reading.picked.into_iter().flat_map(|id| {
        screen.study.codings_of(id).filter_map(|coding| {
            let theme = screen.study.live_theme(coding.theme)?;
            Some(Tag {
                coding: coding.id,
                name: theme.name.clone(),
                tone: theme.colour,
            })
        })
    });
    let setup = &screen.setup;
    Some(PaletteView {
        around,
        between: (
            screen.folio.words_top(around.0.line as usize, setup),
            screen.folio.top(around.1.line as usize + 1, setup),
        ),
        below: reading.selection.head.pos >= reading.selection.anchor,
        mode: palette.mode.clone(),
        chosen: typed::chosen(palette, &options),
        options,
        theme: level::name(
            &state.messages,
            screen.study.details.vocabulary,
            true,
            Level::Statement,
        ),
        picked: reading.picked.is_some(),
        themes: tags.collect(),
        notes: reading.chosen.len(),
        shape: setup.shape,
    })
}

/// Performs an action of the palette.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Open => open(state, effects),
        Action::Close => close(state, effects),
        Action::Mark => mark(state, stamp, effects),
        Action::Note(kind) => begin(state, |spot| Subject::NewNote(spot, kind), stamp, effects),
        Action::Memo => begin(state, Subject::NewMemo, stamp, effects),
        Action::Translate => begin(state, Subject::NewTranslation, stamp, effects),
        Action::Theme => typed::open(state, effects),
        Action::Type(text) => typed::type_in(state, text),
        Action::Step(step) => typed::step(state, step),
        Action::Take(option) => typed::take(state, option, stamp, effects),
        Action::Correct => correct::open(state, effects),
        Action::CorrectTo(text) => correct::type_in(state, text),
        Action::SaveCorrection => correct::save(state, stamp, effects),
        Action::Copy => copy::quote(state, effects),
        Action::Bin => bin(state, stamp, effects),
        Action::Uncode(coding) => {
            if let Some(desk) = &state.desk {
                let edit = Hand::new(desk.study(), desk.me(), stamp).uncode(coding);
                state.edit(edit, stamp, effects);
            }
        }
    }
}

fn open(state: &mut State, effects: &mut Effects) {
    let target = Screen::of(state).is_some_and(|screen| screen.target().is_some());
    match &mut state.desk {
        Some(desk) if target => {
            desk.reading.palette = Palette::default();
            effects.push(Effect::Focus("reading-palette".into()));
        }
        _ => state.notices.say("reading-nothing-selected", Vec::new()),
    }
}

fn close(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let palette = &mut desk.reading.palette;
    palette.hidden = palette.mode == Mode::Buttons;
    palette.mode = Mode::Buttons;
    effects.push(Effect::Focus("transcript".into()));
}

fn mark(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(target) = Screen::of(state).and_then(|screen| screen.target()) else {
        return state.notices.say("reading-nothing-selected", Vec::new());
    };
    let Some(desk) = &state.desk else {
        return;
    };
    let (excerpt, edit) = Hand::new(desk.study(), desk.me(), stamp).mark(target.spot);
    let fresh = state.edit(edit, stamp, effects);
    done(state, excerpt);
    effects.push(Effect::Focus("transcript".into()));
    let key = if fresh {
        "reading-marked"
    } else {
        "reading-marked-already"
    };
    say_at(state, key, target.range);
}

fn begin(
    state: &mut State,
    subject: impl FnOnce(Spot) -> Subject,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    match Screen::of(state).and_then(|screen| screen.target()) {
        Some(target) => draft::begin(state, subject(target.spot), stamp, effects),
        None => state.notices.say("reading-nothing-selected", Vec::new()),
    }
}

fn bin(state: &mut State, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let Some(id) = desk.reading.picked else {
        return state.notices.say("reading-nothing-picked", Vec::new());
    };
    let edit = Hand::new(desk.study(), desk.me(), stamp).bin(Thing::Excerpt(id));
    if state.edit(edit, stamp, effects) {
        state.notices.say("reading-binned", Vec::new());
    }
    effects.push(Effect::Focus("transcript".into()));
}

/// Something was done to a passage: it is picked, the selection and the palette go away.
pub(super) fn done(state: &mut State, excerpt: Option<ExcerptId>) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let reading = &mut desk.reading;
    let head = reading.selection.head;
    let range = reading.selection.range();
    if !range.is_empty() {
        // Before the last character, where the passage lies under the caret.
        let pos = excerpt
            .and_then(|id| reading.marks.spans().get(id))
            .map_or(head.pos, |range| range.start());
        reading.select(Selection::at(pos.into()));
    }
    reading.picked = excerpt.or(reading.picked);
    reading.palette = Palette {
        hidden: true,
        mode: Mode::Buttons,
    };
}

/// Says something about a range: where it stands.
pub(super) fn say_at(state: &mut State, key: &str, range: CharRange) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let place = screen.cite(range);
    state.notices.say(key, vec![("place", place.into())]);
}
