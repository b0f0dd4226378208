//! Going about in a tree: the current row, the selection, folding.

use super::outline::{Node, Outline};
use super::{Action, Codebook, Side};
use crate::app::desk::Page;
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::id::{Moment, ThemeId};
use std::collections::BTreeSet;

/// How long letters typed one after another make one word to find, in milliseconds.
const LETTERS_LAST: i64 = 800;

/// What a click on a row does to the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Only this row.
    Only,
    /// This row too, or no longer.
    Toggle,
    /// All rows from where the selection began.
    Stretch,
}

/// A step in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Unfold, or to the first beneath.
    In,
    /// Fold, or to what it hangs under.
    Out,
}

/// Rows that a screenful counts.
const PAGE: usize = 12;

/// A row was clicked.
pub(super) fn pick(state: &mut State, side: Side, node: Node, pick: Pick) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let outline = desk.outline(side);
    if let Some(row) = outline.place_of(node) {
        desk.codebook.side = side;
        desk.codebook.set_current(side, &outline, row, pick);
    }
}

/// A row was folded or unfolded.
pub(super) fn turn(state: &mut State, side: Side, node: Node) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let outline = desk.outline(side);
    let open = outline
        .place_of(node)
        .and_then(|place| outline.row(place)?.open);
    if let Some(open) = open {
        let here = desk.current_row(side);
        let beneath = here.is_some_and(|here| is_beneath(&outline, here, node));
        desk.codebook.set_open(node, !open);
        if beneath && open {
            pick(state, side, node, Pick::Only);
        }
    }
}

fn is_beneath(outline: &Outline, row: usize, node: Node) -> bool {
    let mut above = outline.above(row);
    while let Some(place) = above {
        if outline.row(place).is_some_and(|row| row.node == node) {
            return true;
        }
        above = outline.above(place);
    }
    false
}

/// A tree got the keyboard: its current row is what the detail pane is about.
pub(super) fn enter(state: &mut State, side: Side) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    desk.codebook.side = side;
    let outline = desk.outline(side);
    let nowhere = desk.codebook.place(side).current.is_none();
    if let Some(row) = desk.current_row(side).filter(|_| nowhere) {
        desk.codebook.set_current(side, &outline, row, Pick::Only);
    }
}

/// Goes a step. With `stretch` the rows between are selected.
pub(super) fn step(state: &mut State, side: Side, step: Step, stretch: bool) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let outline = desk.outline(side);
    let Some(last) = outline.len().checked_sub(1) else {
        return;
    };
    let here = desk.current_row(side).unwrap_or(0);
    let row = outline.row(here).copied();
    let to = match step {
        Step::Up => here.saturating_sub(1),
        Step::Down => (here + 1).min(last),
        Step::First => 0,
        Step::Last => last,
        Step::PageUp => here.saturating_sub(PAGE),
        Step::PageDown => (here + PAGE).min(last),
        Step::In => match row {
            Some(row) if row.open == Some(false) => return turn(state, side, row.node),
            Some(row) if row.open == Some(true) => (here + 1).min(last),
            _ => here,
        },
        Step::Out => match row {
            Some(row) if row.open == Some(true) => return turn(state, side, row.node),
            _ => outline.above(here).unwrap_or(here),
        },
    };
    let pick = if stretch { Pick::Stretch } else { Pick::Only };
    desk.codebook.side = side;
    desk.codebook.set_current(side, &outline, to, pick);
}

/// Unfolds every sibling of the current row.
pub(super) fn unfold_siblings(state: &mut State, side: Side) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let outline = desk.outline(side);
    let Some(here) = desk.current_row(side) else {
        return;
    };
    let above = outline.above(here);
    let siblings = (0..outline.len()).filter(|row| outline.above(*row) == above);
    let depth = outline.row(here).map(|row| row.depth);
    let folded: Vec<_> = siblings
        .filter_map(|row| outline.row(row))
        .filter(|row| row.open == Some(false) && Some(row.depth) == depth)
        .map(|row| row.node)
        .collect();
    for node in folded {
        desk.codebook.set_open(node, true);
    }
}

/// Selects every theme that has a row.
pub(super) fn select_all(state: &mut State, side: Side) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let outline = desk.outline(side);
    let all = outline.rows().iter().filter_map(|row| row.node.theme());
    desk.codebook.place_mut(side).selected = all.collect();
}

/// A letter was typed: goes to the next row that begins with what was typed shortly before.
pub(super) fn find(state: &mut State, side: Side, letter: char, at: Moment) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let outline = desk.outline(side);
    let here = desk.current_row(side).unwrap_or(0);
    let letters = &mut desk.codebook.place_mut(side).letters;
    if at.0 - letters.1.0 > LETTERS_LAST {
        letters.0.clear();
    }
    letters.0.extend(letter.to_lowercase());
    letters.1 = at;
    let typed = letters.0.clone();
    // The same letter again and again goes from one to the next.
    let first = typed.chars().next();
    let same = typed.chars().all(|letter| Some(letter) == first);
    let sought = match first {
        Some(first) if same => first.to_string(),
        _ => typed.clone(),
    };
    let from = if same { here + 1 } else { here };
    let study = desk.study();
    let begins = |node: Node| {
        let name = match node {
            Node::Theme(id) => study.themes.get(&id).map(|theme| &theme.name),
            Node::Person(id) => study.participants.get(&id).map(|person| &person.label),
            Node::Draft => None,
        };
        name.is_some_and(|name| name.to_lowercase().starts_with(&sought))
    };
    let rows = outline.len();
    let found = (from..from + rows)
        .map(|row| row % rows)
        .find(|row| outline.row(*row).is_some_and(|row| begins(row.node)));
    if let Some(found) = found {
        desk.codebook.set_current(side, &outline, found, Pick::Only);
    }
}

/// Whether letters typed now belong to a word that was begun.
pub(super) fn is_finding(state: &State, side: Side, at: Moment) -> bool {
    state.desk.as_ref().is_some_and(|desk| {
        let (letters, last) = &desk.codebook.place(side).letters;
        !letters.is_empty() && at.0 - last.0 <= LETTERS_LAST
    })
}

/// Shows the codebook with a theme in it.
pub(super) fn show(state: &mut State, theme: ThemeId, effects: &mut Effects) {
    let known = state.desk.as_ref().and_then(|desk| {
        let theme = desk.study().live_theme(theme)?;
        Some((theme.owner, theme.retired))
    });
    let Some((owner, retired)) = known else {
        return;
    };
    state.go(Page::Codebook, effects);
    let Some(desk) = &mut state.desk else {
        return;
    };
    let side = if owner.is_some() {
        Side::Own
    } else {
        Side::Study
    };
    if desk.codebook.person.is_some() && side == Side::Own {
        desk.codebook.person = owner;
    }
    desk.codebook.typed.clear();
    desk.codebook.side = side;
    desk.codebook.forget();
    if !retired {
        go_to(state, side, theme);
        super::focus(side, effects);
    }
}

/// Makes a theme the current row of a tree, unfolding what it hangs under.
pub(super) fn go_to(state: &mut State, side: Side, theme: ThemeId) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let study = desk.ledger.study();
    let mut above = Vec::new();
    let placed = side == Side::Study
        && study
            .themes
            .get(&theme)
            .is_some_and(|theme| theme.owner.is_some());
    let mut place = match placed {
        true => study
            .themes
            .get(&theme)
            .and_then(|theme| study.live_theme(theme.under?)),
        false => study.parent_of(theme),
    };
    while let Some(parent) = place {
        above.push(Node::Theme(parent.id));
        place = study.parent_of(parent.id);
    }
    let owner = study.themes.get(&theme).and_then(|theme| theme.owner);
    above.extend(owner.filter(|_| !placed).map(Node::Person));
    for node in above {
        desk.codebook.set_open(node, true);
    }
    let outline = desk.outline(side);
    if let Some(row) = outline.place_of(Node::Theme(theme)) {
        desk.codebook.set_current(side, &outline, row, Pick::Only);
    }
}

impl Codebook {
    pub(super) fn set_current(&mut self, side: Side, outline: &Outline, row: usize, pick: Pick) {
        let Some(node) = outline.row(row).map(|row| row.node) else {
            return;
        };
        let before = self.place(side).current;
        let place = self.place_mut(side);
        place.current = Some(node);
        place.near = row;
        match pick {
            Pick::Only => {
                place.anchor = Some(node);
                place.selected = node.theme().into_iter().collect();
            }
            Pick::Toggle => {
                place.anchor = Some(node);
                if let Some(id) = node.theme()
                    && !place.selected.remove(&id)
                {
                    place.selected.insert(id);
                }
            }
            Pick::Stretch => {
                let anchor = place.anchor.and_then(|anchor| outline.place_of(anchor));
                let anchor = anchor.unwrap_or(row);
                let stretch = &outline.rows()[anchor.min(row)..=anchor.max(row)];
                let themes: BTreeSet<_> =
                    stretch.iter().filter_map(|row| row.node.theme()).collect();
                place.selected = themes;
            }
        }
        if before != Some(node) {
            self.passages.reset();
        }
    }

    /// Selects what was just acted on, so that the next act is about it too.
    pub(super) fn select(&mut self, side: Side, themes: &[ThemeId]) {
        self.place_mut(side).selected = themes.iter().copied().collect();
    }
}

/// The action of a click.
#[must_use]
pub fn clicked(side: Side, node: Node, command: bool, shift: bool) -> Action {
    let pick = match (command, shift) {
        (_, true) => Pick::Stretch,
        (true, false) => Pick::Toggle,
        (false, false) => Pick::Only,
    };
    Action::Pick(side, node, pick)
}
