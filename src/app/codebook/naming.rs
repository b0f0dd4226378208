//! Wording a theme in its row: a new one, which is made when the wording is finished, or one that
//! is there.

use super::outline::Node;
use super::walk::{self, Pick};
use super::{Side, act, focus};
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::act::theme::Seat;
use crate::study::id::{Stamp, ThemeId};
use crate::study::record::theme::Level;

/// What is being worded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Naming {
    /// A theme that is there, in the tree where its row stands.
    Rename(Side, ThemeId),
    /// A new theme.
    New {
        /// Where it goes.
        seat: Seat,
        /// Which sibling it goes behind; none for the end.
        behind: Option<ThemeId>,
    },
}

impl Naming {
    /// The tree in which it stands.
    #[must_use]
    pub fn side(&self) -> Side {
        match self {
            Self::Rename(side, _) => *side,
            Self::New { seat, .. } if seat.owner.is_some() => Side::Own,
            Self::New { .. } => Side::Study,
        }
    }
}

/// Begins to word the current theme anew.
pub(super) fn rename(state: &mut State, side: Side) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    match desk.current_node(side) {
        Some(Node::Theme(id)) => {
            desk.codebook.naming = Some(Naming::Rename(side, id));
            desk.codebook.forget();
        }
        Some(node) => walk::turn(state, side, node),
        None => {}
    }
}

/// Begins a new theme beside the current one, or under it.
pub(super) fn begin(state: &mut State, side: Side, beneath: bool) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let Some((seat, behind)) = seat(desk, side, beneath) else {
        state.notices.say("codebook-no-participant", Vec::new());
        return;
    };
    desk.codebook.typed.clear();
    desk.codebook.naming = Some(Naming::New { seat, behind });
    if let Some(parent) = seat.parent {
        desk.codebook.set_open(Node::Theme(parent), true);
    }
    if let Some(owner) = seat.owner {
        desk.codebook.set_open(Node::Person(owner), true);
    }
    desk.codebook.forget();
    let outline = desk.outline(side);
    if let Some(row) = outline.place_of(Node::Draft) {
        desk.codebook.set_current(side, &outline, row, Pick::Only);
    }
}

fn seat(
    desk: &crate::app::desk::Desk,
    side: Side,
    beneath: bool,
) -> Option<(Seat, Option<ThemeId>)> {
    let study = desk.study();
    let node = desk.current_node(side);
    let theme = node
        .and_then(Node::theme)
        .and_then(|id| study.live_theme(id));
    let seat = |owner, level, parent| Seat {
        owner,
        level,
        parent,
        under: None,
    };
    match (side, theme, node) {
        // Beside a participant's theme in the study's tree there is only place under the same theme.
        (Side::Study, Some(theme), _) if theme.owner.is_some() => {
            Some((seat(None, Level::Statement, theme.under), None))
        }
        (_, Some(theme), _) if beneath => {
            Some((seat(theme.owner, below(theme.level), Some(theme.id)), None))
        }
        (_, Some(theme), _) => {
            let parent = study.parent_of(theme.id).map(|parent| parent.id);
            Some((seat(theme.owner, theme.level, parent), Some(theme.id)))
        }
        (Side::Study, None, _) => Some((seat(None, Level::Top, None), None)),
        (Side::Own, None, Some(Node::Person(id))) => {
            Some((seat(Some(id), Level::Statement, None), None))
        }
        (Side::Own, None, _) => {
            let owner = desk.codebook.person?;
            Some((seat(Some(owner), Level::Statement, None), None))
        }
    }
}

fn below(level: Level) -> Level {
    match level {
        Level::Top => Level::Middle,
        Level::Middle | Level::Statement => Level::Statement,
    }
}

/// The wording is finished. Without words nothing is made or changed.
///
/// With `stay` the tree gets the keyboard back; without, it has gone elsewhere already.
pub(super) fn finish(
    state: &mut State,
    text: &str,
    stay: bool,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(naming) = state
        .desk
        .as_mut()
        .and_then(|desk| desk.codebook.naming.take())
    else {
        return;
    };
    let text = text.trim().to_owned();
    let side = naming.side();
    let theme = match naming {
        Naming::Rename(_, id) => {
            if !text.is_empty() {
                act(state, stamp, effects, |hand| {
                    hand.edit_theme(id, |theme| theme.name = text)
                });
            }
            Some(id)
        }
        Naming::New { seat, behind } => {
            let mut made = None;
            if !text.is_empty() {
                let name = text.clone();
                act(state, stamp, effects, |hand| {
                    let (id, edit) = hand.add_theme_behind(seat, name, behind);
                    made = Some(id);
                    edit
                });
                state
                    .notices
                    .say("codebook-made", vec![("name", text.into())]);
            }
            made.or(behind).or(seat.parent)
        }
    };
    if let Some(desk) = &mut state.desk {
        desk.codebook.forget();
    }
    if let Some(theme) = theme {
        walk::go_to(state, side, theme);
    }
    if stay {
        focus(side, effects);
    }
}

/// The wording is given up.
pub(super) fn cancel(state: &mut State, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let Some(naming) = desk.codebook.naming.take() else {
        return;
    };
    desk.codebook.forget();
    let theme = match naming {
        Naming::Rename(_, id) => Some(id),
        Naming::New { seat, behind } => behind.or(seat.parent),
    };
    if let Some(theme) = theme {
        walk::go_to(state, naming.side(), theme);
    }
    focus(naming.side(), effects);
}
