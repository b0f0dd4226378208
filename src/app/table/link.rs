//! Picking a statement that is there already for a passage.

use super::edit::owner;
use super::grid::{Column, FOCUS};
use crate::app::codebook::chooser::{self, Offer};
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::passage::Spot;
use crate::study::id::{ExcerptId, Stamp, ThemeId};

/// A statement that is being picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Linking {
    /// For which passage.
    pub excerpt: ExcerptId,
    /// What was typed.
    pub typed: String,
    /// Which of the offered ones is meant.
    pub meant: usize,
}

/// What can be done while picking.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Begin, for a passage or for the current one.
    Open(Option<ExcerptId>),
    /// Something was typed.
    Type(String),
    /// Another of the offered ones is meant: so many further down or up.
    Go(i32),
    /// Take the one that is meant.
    Take,
    /// Take that one.
    Pick(ThemeId),
    /// Give up.
    Cancel,
}

/// What is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView {
    /// What was typed.
    pub typed: String,
    /// The statements that fit.
    pub offers: Vec<Offer>,
    /// Which of them is meant.
    pub meant: usize,
}

/// Performs an action of this part.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    let shown = view(state);
    let Some(desk) = &mut state.desk else {
        return;
    };
    if let Action::Open(excerpt) = action {
        let current = desk.table.current.map(|(excerpt, _)| excerpt);
        if let Some(excerpt) = excerpt.or(current) {
            desk.table.current = Some((excerpt, Column::Statements));
            desk.table.linking = Some(Linking {
                excerpt,
                typed: String::new(),
                meant: 0,
            });
        }
        return;
    }
    let (Some(linking), Some(shown)) = (&mut desk.table.linking, shown) else {
        return;
    };
    let picked = match action {
        Action::Type(typed) => {
            linking.typed = typed;
            linking.meant = 0;
            return;
        }
        Action::Go(steps) => {
            let last = shown.offers.len().saturating_sub(1);
            linking.meant = linking
                .meant
                .saturating_add_signed(steps as isize)
                .min(last);
            return;
        }
        Action::Take => shown.offers.get(shown.meant).and_then(|offer| offer.theme),
        Action::Pick(theme) => Some(theme),
        Action::Cancel | Action::Open(_) => None,
    };
    let excerpt = linking.excerpt;
    desk.table.linking = None;
    if let Some(theme) = picked {
        let edit = Hand::new(desk.study(), desk.me(), stamp).code(Spot::Excerpt(excerpt), theme);
        if state.edit(edit, stamp, effects) {
            state.notices.say("table-linked", Vec::new());
        }
    }
    effects.push(Effect::Focus(FOCUS.into()));
}

/// The themes of the participant and of the study that do not stand in the row yet.
#[must_use]
pub fn view(state: &State) -> Option<LinkView> {
    let desk = state.desk.as_ref()?;
    let linking = desk.table.linking.as_ref()?;
    let study = desk.study();
    let there: Vec<_> = study
        .themes_of(linking.excerpt)
        .map(|theme| theme.id)
        .collect();
    let owner = owner(study, linking.excerpt);
    let all = chooser::tree(desk, owner).into_iter();
    let all = all
        .chain(chooser::tree(desk, None))
        .filter(|theme| !there.contains(&theme.id));
    let offers = chooser::fitting(state, desk, all, &linking.typed);
    Some(LinkView {
        typed: linking.typed.clone(),
        meant: linking.meant.min(offers.len().saturating_sub(1)),
        offers,
    })
}
