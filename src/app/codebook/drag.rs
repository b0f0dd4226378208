//! Themes on their way under a finger or a mouse: what a drop would do, and doing it.

use super::nest;
use super::outline::Node;
use super::{Side, Sort};
use crate::app::desk::Desk;
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::id::{Stamp, ThemeId};

/// Themes that are being dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct Drag {
    /// Which.
    pub themes: Vec<ThemeId>,
    /// The tree that they come from.
    pub from: Side,
    /// What would happen now.
    pub over: Option<Over>,
}

/// A place where something can be dropped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Over {
    /// In which tree.
    pub side: Side,
    /// On which row.
    pub node: Node,
    /// Which part of the row shows it.
    pub zone: Zone,
    /// What it does.
    pub drop: Drop,
}

/// A part of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Its upper edge.
    Before,
    /// Its middle.
    Into,
    /// Its lower edge.
    Behind,
}

/// What a drop does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drop {
    /// Hangs the themes under one of their tree, or none, behind one.
    Hang(Option<ThemeId>, Option<ThemeId>),
    /// Places them under one of the study's themes, or takes them out.
    Place(Option<ThemeId>),
}

/// What can happen while dragging.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A theme was taken up, and with it the selection that it belongs to.
    Begin(Side, ThemeId),
    /// The pointer is over a part of a row, or over none.
    Over(Option<(Side, Node, Zone)>),
    /// They were let go.
    Drop,
    /// It was given up.
    Cancel,
}

impl Drag {
    /// Where a row shows that something would be dropped.
    #[must_use]
    pub fn zone_at(&self, side: Side, node: Node) -> Option<Zone> {
        self.over
            .filter(|over| over.side == side && over.node == node)
            .map(|over| over.zone)
    }
}

/// Performs an action of this part.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    match action {
        Action::Begin(side, theme) => {
            let chosen = desk.chosen_themes(side);
            let themes = if chosen.contains(&theme) {
                chosen
            } else {
                vec![theme]
            };
            desk.codebook.drag = Some(Drag {
                themes,
                from: side,
                over: None,
            });
        }
        Action::Over(target) => {
            let over = match (&desk.codebook.drag, target) {
                (Some(drag), Some((side, node, zone))) => plan(desk, drag, side, node, zone),
                _ => None,
            };
            if let Some(drag) = &mut desk.codebook.drag {
                drag.over = over;
            }
        }
        Action::Cancel => desk.codebook.drag = None,
        Action::Drop => {
            let Some(drag) = desk.codebook.drag.take() else {
                return;
            };
            let Some(over) = drag.over else {
                return;
            };
            match over.drop {
                Drop::Hang(parent, behind) => {
                    let themes = &drag.themes;
                    nest::hang(state, over.side, themes, parent, behind, stamp, effects);
                }
                Drop::Place(under) => nest::place(state, &drag.themes, under, stamp, effects),
            }
            super::focus(drag.from, effects);
        }
    }
}

/// What a drop on a part of a row would do; none when it may not be dropped there.
fn plan(desk: &Desk, drag: &Drag, side: Side, node: Node, zone: Zone) -> Option<Over> {
    let study = desk.study();
    let over = |zone, drop| {
        Some(Over {
            side,
            node,
            zone,
            drop,
        })
    };
    let dragged: Vec<_> = drag
        .themes
        .iter()
        .filter_map(|id| study.live_theme(*id))
        .collect();
    let owner = dragged.first()?.owner;
    if dragged.iter().any(|theme| theme.owner != owner) {
        return None;
    }
    match (side, owner) {
        (Side::Study, Some(_)) => {
            let target = study.live_theme(node.theme()?)?;
            let under = match target.owner {
                Some(_) => target.under?,
                None => target.id,
            };
            let moves = dragged.iter().any(|theme| theme.under != Some(under));
            moves.then(|| over(Zone::Into, Drop::Place(Some(under))))?
        }
        (Side::Own, _) if drag.from == Side::Study => {
            let placed = dragged.iter().any(|theme| theme.under.is_some());
            placed.then(|| over(Zone::Into, Drop::Place(None)))?
        }
        _ => {
            let outline = desk.outline(side);
            let open = outline
                .place_of(node)
                .and_then(|place| outline.row(place)?.open);
            let (parent, behind, zone) = match node {
                Node::Draft => return None,
                Node::Person(id) if owner == Some(id) => {
                    let last = study.roots(owner).last().map(|theme| theme.id);
                    (None, last, Zone::Into)
                }
                Node::Person(_) => return None,
                Node::Theme(id) => {
                    let target = study
                        .live_theme(id)
                        .filter(|target| target.owner == owner)?;
                    let sorted = desk.codebook.sort != Sort::Own;
                    place(
                        study,
                        target.id,
                        if sorted { Zone::Into } else { zone },
                        open,
                    )
                }
            };
            let fits = dragged.iter().all(|theme| study.may_hang(theme, parent));
            fits.then(|| over(zone, Drop::Hang(parent, behind)))?
        }
    }
}

fn place(
    study: &crate::study::study::Study,
    target: ThemeId,
    zone: Zone,
    open: Option<bool>,
) -> (Option<ThemeId>, Option<ThemeId>, Zone) {
    let parent = study.parent_of(target).map(|parent| parent.id);
    match zone {
        Zone::Into => {
            let last = study.children(target).last().map(|theme| theme.id);
            (Some(target), last, zone)
        }
        // Below the row of an unfolded theme is before its first child.
        Zone::Behind if open == Some(true) => (Some(target), None, zone),
        Zone::Behind => (parent, Some(target), zone),
        Zone::Before => {
            let siblings = match parent {
                Some(parent) => study.children(parent),
                None => study.roots(study.themes.get(&target).and_then(|theme| theme.owner)),
            };
            let place = siblings.iter().position(|theme| theme.id == target);
            let behind = place
                .and_then(|place| place.checked_sub(1))
                .map(|place| siblings[place].id);
            (parent, behind, zone)
        }
    }
}
