//! Moving themes by keys, and what is said of every move, however it was made.

use super::walk::go_to;
use super::{Side, Sort, act, wording};
use crate::app::desk::Desk;
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::id::{Stamp, ThemeId};

/// Where to, seen from where the themes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Before the sibling above.
    Up,
    /// Behind the sibling below.
    Down,
    /// Under the sibling above.
    In,
    /// Out, behind what they hang under.
    Out,
}

/// A place in a tree: what to hang under, and what to stand behind.
type Target = (Option<ThemeId>, Option<ThemeId>);

/// Moves the chosen themes by a step.
pub(super) fn shift(
    state: &mut State,
    side: Side,
    shift: Shift,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    let themes = together(desk, side);
    let Some(first) = themes.first().and_then(|id| desk.study().live_theme(*id)) else {
        return;
    };
    if side == Side::Study && first.owner.is_some() {
        return shift_leaf(state, &themes, shift, stamp, effects);
    }
    if desk.codebook.sort != Sort::Own && matches!(shift, Shift::Up | Shift::Down) {
        state.notices.say("codebook-sorted", Vec::new());
        return;
    }
    match target(desk, &themes, shift) {
        Some((parent, behind)) => hang(state, side, &themes, parent, behind, stamp, effects),
        None => state.notices.say("codebook-no-further", Vec::new()),
    }
}

/// The chosen themes when they are siblings, else the current one.
fn together(desk: &Desk, side: Side) -> Vec<ThemeId> {
    let chosen = desk.chosen_themes(side);
    let current = desk.current_node(side).and_then(super::Node::theme);
    let parent = |id: ThemeId| {
        let owner = desk.study().themes.get(&id).and_then(|theme| theme.owner);
        (owner, desk.study().parent_of(id).map(|parent| parent.id))
    };
    let siblings = chosen
        .iter()
        .all(|id| current.is_some_and(|current| parent(*id) == parent(current)));
    if siblings {
        chosen
    } else {
        current.into_iter().collect()
    }
}

fn target(desk: &Desk, themes: &[ThemeId], shift: Shift) -> Option<Target> {
    let study = desk.study();
    let first = study.live_theme(*themes.first()?)?;
    let parent = study.parent_of(first.id);
    let siblings = match parent {
        Some(parent) => study.children(parent.id),
        None => study.roots(first.owner),
    };
    let siblings: Vec<_> = siblings.into_iter().map(|theme| theme.id).collect();
    let places = || {
        siblings
            .iter()
            .enumerate()
            .filter(|(_, id)| themes.contains(id))
    };
    let top = places().next()?.0;
    let bottom = places().next_back()?.0;
    let parent = parent.map(|parent| parent.id);
    match shift {
        Shift::Up => {
            let above = top.checked_sub(1)?;
            Some((parent, above.checked_sub(1).map(|place| siblings[place])))
        }
        Shift::Down => Some((parent, Some(*siblings.get(bottom + 1)?))),
        Shift::In => {
            let above = siblings[top.checked_sub(1)?];
            let last = study.children(above).last().map(|theme| theme.id);
            Some((Some(above), last))
        }
        Shift::Out => Some((study.parent_of(parent?).map(|above| above.id), parent)),
    }
}

/// A participant's theme in the study's tree goes from one of the study's themes to the next.
fn shift_leaf(
    state: &mut State,
    themes: &[ThemeId],
    shift: Shift,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(desk) = &state.desk else {
        return;
    };
    let study = desk.study();
    let outline = desk.outline(Side::Study);
    let leaves: Vec<_> = themes
        .iter()
        .filter(|id| {
            study
                .themes
                .get(id)
                .is_some_and(|theme| theme.owner.is_some())
        })
        .copied()
        .collect();
    let under = leaves
        .first()
        .and_then(|id| study.themes.get(id))
        .and_then(|theme| theme.under);
    let places: Vec<ThemeId> = outline
        .rows()
        .iter()
        .filter_map(|row| row.node.theme())
        .filter(|id| {
            study
                .themes
                .get(id)
                .is_some_and(|theme| theme.owner.is_none())
        })
        .collect();
    let here = places.iter().position(|id| Some(*id) == under);
    let to = match shift {
        Shift::Up => here
            .and_then(|here| here.checked_sub(1))
            .map(|to| places[to]),
        Shift::Down => here.and_then(|here| places.get(here + 1)).copied(),
        Shift::Out => return place(state, &leaves, None, stamp, effects),
        Shift::In => None,
    };
    match to {
        Some(to) => place(state, &leaves, Some(to), stamp, effects),
        None => state.notices.say("codebook-no-further", Vec::new()),
    }
}

/// Hangs themes somewhere in their tree, and says where.
pub(super) fn hang(
    state: &mut State,
    side: Side,
    themes: &[ThemeId],
    parent: Option<ThemeId>,
    behind: Option<ThemeId>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    if !act(state, stamp, effects, |hand| {
        hand.move_themes(themes, parent, behind)
    }) {
        state.notices.say("codebook-no-further", Vec::new());
        return;
    }
    settle(state, side, themes);
    let Some(desk) = &state.desk else {
        return;
    };
    let outline = desk.outline(side);
    let row = desk
        .current_row(side)
        .and_then(|place| outline.row(place))
        .copied();
    let mut said = vec![("name", named(state, themes).into())];
    if let Some(row) = row {
        said.push(("place", row.place.into()));
        said.push(("of", row.siblings.into()));
    }
    match parent {
        Some(parent) => {
            said.push(("parent", wording(state, parent).into()));
            state.notices.say("codebook-moved-under", said);
        }
        None => state.notices.say("codebook-moved", said),
    }
}

/// Places participants' themes under one of the study's, or takes them out, and says so.
pub(super) fn place(
    state: &mut State,
    themes: &[ThemeId],
    under: Option<ThemeId>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    if !act(state, stamp, effects, |hand| {
        hand.place_themes(themes, under)
    }) {
        state.notices.say("codebook-not-placed", Vec::new());
        return;
    }
    let side = state
        .desk
        .as_ref()
        .map_or(Side::Own, |desk| desk.codebook.side);
    settle(state, side, themes);
    let mut said = vec![("name", named(state, themes).into())];
    match under {
        Some(under) => {
            said.push(("parent", wording(state, under).into()));
            state.notices.say("codebook-placed", said);
        }
        None => state.notices.say("codebook-taken-out", said),
    }
}

/// Keeps the current row on the first of the moved themes and all of them selected.
fn settle(state: &mut State, side: Side, themes: &[ThemeId]) {
    let current = state
        .desk
        .as_ref()
        .and_then(|desk| desk.codebook.place(side).current)
        .and_then(super::Node::theme)
        .filter(|current| themes.contains(current))
        .or_else(|| themes.first().copied());
    if let Some(current) = current {
        go_to(state, side, current);
    }
    if let Some(desk) = &mut state.desk {
        desk.codebook.select(side, themes);
    }
}

/// One theme by its wording, several by their number.
pub(super) fn named(state: &State, themes: &[ThemeId]) -> String {
    match themes {
        [one] => wording(state, *one),
        _ => state
            .messages
            .with("codebook-themes", &[("count", themes.len().into())]),
    }
}
