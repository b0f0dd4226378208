//! What the rows of a tree show.

use super::drag::Zone;
use super::naming::Naming;
use super::outline::{Count, Node};
use super::{Side, level};
use crate::app::desk::Desk;
use crate::app::state::State;
use crate::study::id::ParticipantId;
use crate::study::record::participant::Participant;
use crate::study::record::theme::Level;
use std::rc::Rc;

/// One row as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Which row of the tree.
    pub index: usize,
    /// What stands there.
    pub node: Node,
    /// How deep, from 1.
    pub depth: usize,
    /// Its place among its siblings, from 1.
    pub place: usize,
    /// How many siblings there are.
    pub siblings: usize,
    /// Whether it is unfolded; none when there is nothing beneath.
    pub open: Option<bool>,
    /// The wording, or the participant.
    pub name: String,
    /// The level in the words of the method; empty for a participant.
    pub level: String,
    /// Whether the level is worth the room: statements are most of what there is.
    pub high: bool,
    /// The theme's colour.
    pub colour: u8,
    /// Who a placed theme belongs to.
    pub owner: Option<String>,
    /// What it rests on.
    pub count: Count,
    /// Whether it is the tree's current row.
    pub current: bool,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether its wording is being written.
    pub naming: bool,
    /// Where something would be dropped.
    pub drop: Option<Zone>,
    /// Whether it is being dragged.
    pub dragged: bool,
}

/// A tree as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeView {
    /// The rows that were asked for.
    pub rows: Vec<Rc<RowView>>,
}

/// What is known of a tree without its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// What stands in its rows, by which their heights are kept.
    pub nodes: Rc<super::outline::Outline>,
    /// The current row.
    pub current: Option<usize>,
    /// Whether there is no theme at all.
    pub bare: bool,
    /// Set aside, with their wording and where they went.
    pub retired: Vec<(crate::study::id::ThemeId, String, Option<String>)>,
}

/// What is known of a tree without its rows.
#[must_use]
pub fn frame(state: &State, side: Side) -> Option<Frame> {
    let desk = state.desk.as_ref()?;
    let outline = desk.outline(side);
    let themes = &desk.study().themes;
    let retired = outline.retired.iter().filter_map(|id| {
        let theme = themes.get(id)?;
        let heir = theme.merged_into.and_then(|heir| themes.get(&heir));
        Some((*id, theme.name.clone(), heir.map(|heir| heir.name.clone())))
    });
    Some(Frame {
        current: desk.current_row(side),
        bare: outline.themes == 0,
        retired: retired.collect(),
        nodes: outline,
    })
}

/// Some rows of a tree.
#[must_use]
pub fn rows(state: &State, side: Side, wanted: &[usize]) -> TreeView {
    let rows = wanted
        .iter()
        .filter_map(|index| row(state, side, *index).map(Rc::new));
    TreeView {
        rows: rows.collect(),
    }
}

fn row(state: &State, side: Side, index: usize) -> Option<RowView> {
    let desk = state.desk.as_ref()?;
    let outline = desk.outline(side);
    let row = *outline.row(index)?;
    let drag = desk.codebook.drag.as_ref();
    let mut view = RowView {
        index,
        node: row.node,
        depth: row.depth,
        place: row.place,
        siblings: row.siblings,
        open: row.open,
        name: String::new(),
        level: String::new(),
        high: false,
        colour: 0,
        owner: None,
        count: row.count,
        current: desk.current_row(side) == Some(index),
        selected: false,
        naming: false,
        drop: drag.and_then(|drag| drag.zone_at(side, row.node)),
        dragged: false,
    };
    match row.node {
        Node::Person(id) => {
            view.name = person(desk, id);
            view.selected = desk.codebook.place(side).current == Some(row.node);
        }
        Node::Draft => view.naming = true,
        Node::Theme(id) => {
            let theme = desk.study().themes.get(&id)?;
            view.name = theme.name.clone();
            view.level = level_of(state, desk, id);
            view.colour = theme.colour;
            let leaf = side == Side::Study && theme.owner.is_some();
            view.high = theme.level != Level::Statement && !leaf;
            view.selected = desk.codebook.place(side).selected.contains(&id);
            view.dragged = drag.is_some_and(|drag| drag.themes.contains(&id));
            view.naming = match &desk.codebook.naming {
                Some(Naming::Rename(which, theme)) => *which == side && *theme == id,
                _ => false,
            };
            if side == Side::Study {
                view.owner = theme.owner.map(|owner| label(desk, owner));
            }
        }
    }
    Some(view)
}

/// The level of a theme in the words of the method.
#[must_use]
pub fn level_of(state: &State, desk: &Desk, id: crate::study::id::ThemeId) -> String {
    let Some(theme) = desk.study().themes.get(&id) else {
        return String::new();
    };
    let vocabulary = desk.study().details.vocabulary;
    level::name(
        &state.messages,
        vocabulary,
        theme.owner.is_some(),
        theme.level,
    )
}

/// A participant by label.
#[must_use]
pub fn label(desk: &Desk, id: ParticipantId) -> String {
    let person = desk.study().participants.get(&id);
    person.map_or(String::new(), |person| person.label.clone())
}

/// A participant by label and pseudonym: `P1 · Noor`.
#[must_use]
pub fn person(desk: &Desk, id: ParticipantId) -> String {
    let person = desk.study().participants.get(&id);
    person.map_or(String::new(), named)
}

fn named(person: &Participant) -> String {
    if person.pseudonym.is_empty() {
        person.label.clone()
    } else {
        format!("{} · {}", person.label, person.pseudonym)
    }
}
