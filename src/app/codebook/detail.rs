//! What the detail pane shows of the current theme, its passages left out.

use super::outline::Count;
use super::{Side, level, row};
use crate::app::desk::Desk;
use crate::app::state::State;
use crate::study::id::{MemoId, Moment, NoteId, ThemeId};
use crate::study::record::memo::About;
use crate::study::record::note::NoteKind;
use crate::study::record::theme::Level;

/// The current theme, or several.
#[derive(Clone, Debug, PartialEq)]
pub enum DetailView {
    /// Nothing is chosen.
    Nothing,
    /// One theme.
    Theme(Box<ThemeView>),
    /// Several themes.
    Several {
        /// Which.
        themes: Vec<ThemeId>,
        /// Whether they stand in one tree, so that they can be merged.
        together: bool,
        /// Whether they all belong to participants, so that they can be placed.
        owned: bool,
    },
}

/// A theme with everything around it.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeView {
    /// Its name among the records.
    pub id: ThemeId,
    /// Its wording.
    pub name: String,
    /// What it means.
    pub definition: String,
    /// Its colour.
    pub colour: u8,
    /// Its level.
    pub level: Level,
    /// The levels that it can have where it stands.
    pub levels: Vec<(Level, String)>,
    /// Whose it is; none for the study's.
    pub owner: Option<String>,
    /// What it hangs under, from the top.
    pub above: Vec<(ThemeId, String)>,
    /// Its place under one of the study's themes.
    pub under: Option<(ThemeId, String)>,
    /// What it rests on.
    pub count: Count,
    /// Whether anything hangs or is placed under it.
    pub bears: bool,
    /// Whether it is set aside.
    pub retired: bool,
    /// The notes that it was made from.
    pub notes: Vec<NoteView>,
    /// The memos about it.
    pub memos: Vec<MemoView>,
    /// How many passages the list has.
    pub passages: usize,
    /// Whether the list goes into what is beneath.
    pub beneath: bool,
    /// How many passages are ticked.
    pub ticked: usize,
    /// Whether the new theme for the ticked ones is being named.
    pub splitting: bool,
}

/// A note that a theme was made from.
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
    /// The passage that it stands on.
    pub excerpt: crate::study::id::ExcerptId,
}

/// A memo about a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoView {
    /// Its name among the records.
    pub id: MemoId,
    /// Its title and text.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// What the detail pane shows.
#[must_use]
pub fn view(state: &State) -> DetailView {
    let Some(desk) = &state.desk else {
        return DetailView::Nothing;
    };
    let chosen = desk.chosen_themes(desk.codebook.side);
    if chosen.len() > 1 {
        let owners: Vec<_> = chosen
            .iter()
            .filter_map(|id| desk.study().live_theme(*id))
            .map(|theme| theme.owner)
            .collect();
        return DetailView::Several {
            together: owners.windows(2).all(|pair| pair[0] == pair[1]),
            owned: owners.iter().all(Option::is_some),
            themes: chosen,
        };
    }
    desk.current_theme()
        .and_then(|id| theme(state, desk, id))
        .map_or(DetailView::Nothing, |view| {
            DetailView::Theme(Box::new(view))
        })
}

fn theme(state: &State, desk: &Desk, id: ThemeId) -> Option<ThemeView> {
    let study = desk.study();
    let theme = study.live_theme(id)?;
    let named = |id: ThemeId| study.live_theme(id).map(|theme| (id, theme.name.clone()));
    let mut above = Vec::new();
    let mut place = study.parent_of(id);
    while let Some(parent) = place {
        above.insert(0, (parent.id, parent.name.clone()));
        place = study.parent_of(parent.id);
    }
    let (lowest, highest) = study.level_bounds(id);
    let levels = [Level::Statement, Level::Middle, Level::Top]
        .into_iter()
        .filter(|level| (lowest..=highest).contains(level) || *level == theme.level)
        .map(|level| {
            let vocabulary = study.details.vocabulary;
            let name = level::name(&state.messages, vocabulary, theme.owner.is_some(), level);
            (level, name)
        });
    let notes = theme
        .notes
        .iter()
        .filter_map(|id| study.notes.get(id))
        .filter(|note| note.binned.is_none() && study.live_excerpt(note.excerpt).is_some())
        .map(|note| NoteView {
            id: note.id,
            kind: note.kind,
            text: note.text.clone(),
            by: study.initials(note.by).to_owned(),
            excerpt: note.excerpt,
        });
    let memos = study.memos_about(About::Theme(id)).map(|memo| MemoView {
        id: memo.id,
        text: match memo.title.is_empty() {
            true => memo.text.clone(),
            false => format!("{}\n{}", memo.title, memo.text),
        },
        by: study.initials(memo.by).to_owned(),
        at: memo.at,
    });
    let choice = &desk.codebook.passages;
    let evidence = desk.evidence();
    let side = match theme.owner {
        Some(_) => Side::Own,
        None => Side::Study,
    };
    let mut count = desk.outline(side).count(id);
    if count == Count::default() {
        count = desk.outline(desk.codebook.side).count(id);
    }
    Some(ThemeView {
        id,
        name: theme.name.clone(),
        definition: theme.definition.clone(),
        colour: theme.colour,
        level: theme.level,
        levels: levels.collect(),
        owner: theme.owner.map(|owner| row::person(desk, owner)),
        above,
        under: theme.under.and_then(named),
        count,
        bears: !study.children(id).is_empty() || !study.placed_under(id).is_empty(),
        retired: theme.retired,
        notes: notes.collect(),
        memos: memos.collect(),
        passages: evidence.as_ref().map_or(0, |all| all.items.len()),
        beneath: evidence.is_some_and(|all| all.beneath),
        ticked: choice.ticked.len(),
        splitting: choice.splitting,
    })
}
