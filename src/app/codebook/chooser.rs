//! Picking a theme for something by typing: to merge into, to hang or place under, to carry
//! passages to.

use super::evidence::untick;
use super::nest::{self, named};
use super::row;
use super::walk::go_to;
use super::{Side, act, focus, wording};
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::id::{CodingId, ParticipantId, Stamp, ThemeId};
use crate::study::record::theme::Theme;

/// How many themes are offered at once.
const OFFERED: usize = 60;

/// What a theme is picked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// To merge these into it.
    Merge(Vec<ThemeId>),
    /// To hang these under it.
    Nest(Vec<ThemeId>),
    /// To place these participants' themes under it.
    Place(Vec<ThemeId>),
    /// To carry these codings to it.
    Recode(Vec<CodingId>),
}

/// A theme that is being picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Chooser {
    /// What for.
    pub purpose: Purpose,
    /// The tree that gets the keyboard back.
    pub side: Side,
    /// What was typed.
    pub typed: String,
    /// Which of the offered ones is meant.
    pub meant: usize,
}

/// What can be done while picking.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Something was typed.
    Type(String),
    /// Another of the offered ones is meant: so many further down or up.
    Go(i32),
    /// Take the one that is meant.
    Take,
    /// Take that one.
    Pick(Option<ThemeId>),
    /// Give up.
    Cancel,
}

/// A theme that is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Which; none for the top of the tree or for no place at all.
    pub theme: Option<ThemeId>,
    /// Its wording.
    pub name: String,
    /// Its level, whose it is and what it hangs under.
    pub place: String,
    /// Its colour.
    pub colour: Option<u8>,
}

/// The chooser as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ChooserView {
    /// What the choice is about.
    pub heading: String,
    /// What was typed.
    pub typed: String,
    /// What is offered.
    pub offers: Vec<Offer>,
    /// Which of them is meant.
    pub meant: usize,
}

/// Opens the chooser, when there is something to pick for.
pub(super) fn open(state: &mut State, side: Side, purpose: Purpose) {
    let empty = match &purpose {
        Purpose::Merge(themes) | Purpose::Nest(themes) | Purpose::Place(themes) => {
            themes.is_empty()
        }
        Purpose::Recode(codings) => codings.is_empty(),
    };
    if let Some(desk) = state.desk.as_mut().filter(|_| !empty) {
        desk.codebook.chooser = Some(Chooser {
            purpose,
            side,
            typed: String::new(),
            meant: 0,
        });
        mean_a_theme(state);
    }
}

/// Means the first theme, not the way out of the tree that stands above it.
fn mean_a_theme(state: &mut State) {
    let offers = view(state).map(|view| view.offers).unwrap_or_default();
    let first = offers.iter().position(|offer| offer.theme.is_some());
    if let Some(desk) = &mut state.desk
        && let Some(chooser) = &mut desk.codebook.chooser
    {
        chooser.meant = first.unwrap_or(0);
    }
}

/// Performs an action of this part.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    let count = view(state).map_or(0, |view| view.offers.len());
    let Some(chooser) = state
        .desk
        .as_mut()
        .and_then(|desk| desk.codebook.chooser.as_mut())
    else {
        return;
    };
    match action {
        Action::Type(typed) => {
            chooser.typed = typed;
            mean_a_theme(state);
        }
        Action::Go(steps) => {
            let last = count.saturating_sub(1);
            chooser.meant = chooser
                .meant
                .saturating_add_signed(steps as isize)
                .min(last);
        }
        Action::Cancel => {
            focus(chooser.side, effects);
            close(state);
        }
        Action::Take => {
            let meant = chooser.meant;
            let offer =
                view(state).and_then(|view| view.offers.get(meant).map(|offer| offer.theme));
            if let Some(theme) = offer {
                take(state, theme, stamp, effects);
            }
        }
        Action::Pick(theme) => take(state, theme, stamp, effects),
    }
}

fn close(state: &mut State) -> Option<Chooser> {
    state
        .desk
        .as_mut()
        .and_then(|desk| desk.codebook.chooser.take())
}

fn take(state: &mut State, theme: Option<ThemeId>, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(Chooser { purpose, side, .. }) = close(state) else {
        return;
    };
    match (purpose, theme) {
        (Purpose::Nest(themes), parent) => {
            let behind = last_beneath(state, &themes, parent);
            nest::hang(state, side, &themes, parent, behind, stamp, effects);
        }
        (Purpose::Place(themes), under) => nest::place(state, &themes, under, stamp, effects),
        (Purpose::Merge(themes), Some(into)) => {
            let name = named(state, &themes);
            if act(state, stamp, effects, |hand| {
                hand.merge_themes(&themes, into)
            }) {
                let said = vec![("name", name.into()), ("into", wording(state, into).into())];
                state.notices.say("codebook-merged", said);
                go_to(state, side, into);
            }
        }
        (Purpose::Recode(codings), Some(to)) => {
            if act(state, stamp, effects, |hand| hand.recode(&codings, to)) {
                let said = vec![
                    ("count", codings.len().into()),
                    ("name", wording(state, to).into()),
                ];
                state.notices.say("codebook-recoded", said);
                untick(state);
            }
            return effects.push(Effect::Focus("codebook-passages".into()));
        }
        (Purpose::Merge(_) | Purpose::Recode(_), None) => {}
    }
    focus(side, effects);
}

fn last_beneath(state: &State, themes: &[ThemeId], parent: Option<ThemeId>) -> Option<ThemeId> {
    let study = state.desk.as_ref()?.study();
    let siblings = match parent {
        Some(parent) => study.children(parent),
        None => study.roots(study.live_theme(*themes.first()?)?.owner),
    };
    siblings.last().map(|theme| theme.id)
}

/// The chooser as it is shown.
#[must_use]
pub fn view(state: &State) -> Option<ChooserView> {
    let desk = state.desk.as_ref()?;
    let chooser = desk.codebook.chooser.as_ref()?;
    let (key, about) = match &chooser.purpose {
        Purpose::Merge(themes) => ("codebook-choose-merge", named(state, themes)),
        Purpose::Nest(themes) => ("codebook-choose-nest", named(state, themes)),
        Purpose::Place(themes) => ("codebook-choose-place", named(state, themes)),
        Purpose::Recode(codings) => {
            let count = vec![("count", codings.len().into())];
            (
                "codebook-choose-recode",
                state.messages.with("codebook-passages-count", &count),
            )
        }
    };
    let mut offers = Vec::new();
    let any = |themes: &[ThemeId], is: &dyn Fn(&Theme) -> bool| {
        let mut live = themes.iter().filter_map(|id| desk.study().live_theme(*id));
        live.any(is)
    };
    let nothing = match &chooser.purpose {
        Purpose::Nest(themes) => any(themes, &|theme| desk.study().parent_of(theme.id).is_some())
            .then_some("codebook-choose-top"),
        Purpose::Place(themes) => {
            any(themes, &|theme| theme.under.is_some()).then_some("codebook-choose-no-place")
        }
        Purpose::Merge(_) | Purpose::Recode(_) => None,
    };
    if let Some(nothing) = nothing.filter(|_| chooser.typed.trim().is_empty()) {
        offers.push(Offer {
            theme: None,
            name: state.messages.text(nothing),
            place: String::new(),
            colour: None,
        });
    }
    let all = candidates(desk, &chooser.purpose);
    offers.extend(fitting(state, desk, all, &chooser.typed));
    Some(ChooserView {
        heading: state.messages.with(key, &[("name", about.into())]),
        typed: chooser.typed.clone(),
        meant: chooser.meant.min(offers.len().saturating_sub(1)),
        offers,
    })
}

/// The themes that fit what is typed, the better ones first.
pub(in crate::app) fn fitting<'a>(
    state: &State,
    desk: &Desk,
    themes: impl IntoIterator<Item = &'a Theme>,
    typed: &str,
) -> Vec<Offer> {
    let typed = typed.trim().to_lowercase();
    let mut found: Vec<_> = themes
        .into_iter()
        .filter_map(|theme| Some((fit(&theme.name, &typed)?, theme)))
        .collect();
    found.sort_by_key(|(fit, _)| *fit);
    let found = found.into_iter().take(OFFERED);
    found.map(|(_, theme)| offer(state, desk, theme)).collect()
}

/// How well a wording fits what is typed: the better, the less; none when it does not.
fn fit(name: &str, typed: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name.starts_with(typed) {
        return Some(0);
    }
    if name.split_whitespace().any(|word| word.starts_with(typed)) {
        return Some(1);
    }
    let all = typed.split_whitespace().all(|word| name.contains(word));
    all.then_some(2)
}

fn offer(state: &State, desk: &Desk, theme: &Theme) -> Offer {
    let level = row::level_of(state, desk, theme.id);
    let owner = theme.owner.map(|owner| row::label(desk, owner));
    let above = desk
        .study()
        .parent_of(theme.id)
        .map(|above| above.name.clone());
    let place: Vec<_> = [owner, Some(level), above].into_iter().flatten().collect();
    Offer {
        theme: Some(theme.id),
        name: theme.name.clone(),
        place: place.join(" · "),
        colour: Some(theme.colour),
    }
}

/// The themes that can be picked, in the order of their trees.
fn candidates<'a>(desk: &'a Desk, purpose: &Purpose) -> Vec<&'a Theme> {
    let study = desk.study();
    let first = |themes: &[ThemeId]| themes.first().and_then(|id| study.live_theme(*id));
    match purpose {
        Purpose::Merge(themes) => match first(themes) {
            Some(theme) => {
                let mut all = tree(desk, theme.owner);
                // Of several, any can be what the others go into.
                all.retain(|theme| themes.len() > 1 || !themes.contains(&theme.id));
                all
            }
            None => Vec::new(),
        },
        Purpose::Nest(themes) => match first(themes) {
            Some(theme) => {
                let mut all = tree(desk, theme.owner);
                all.retain(|above| themes.iter().all(|id| !study.hangs_under(above.id, *id)));
                all
            }
            None => Vec::new(),
        },
        Purpose::Place(_) => tree(desk, None),
        Purpose::Recode(codings) => {
            let owner = codings.first().and_then(|coding| {
                let coding = study.codings.get(coding)?;
                let excerpt = study.live_excerpt(coding.excerpt)?;
                Some(study.transcripts.get(&excerpt.transcript)?.participant)
            });
            let current = desk.current_theme();
            let own = owner
                .map(|owner| tree(desk, Some(owner)))
                .unwrap_or_default();
            let mut all: Vec<_> = own.into_iter().chain(tree(desk, None)).collect();
            all.retain(|theme| Some(theme.id) != current);
            all
        }
    }
}

/// The themes of one tree in its order.
pub(in crate::app) fn tree(desk: &Desk, owner: Option<ParticipantId>) -> Vec<&Theme> {
    fn walk<'a>(desk: &'a Desk, theme: &'a Theme, all: &mut Vec<&'a Theme>) {
        all.push(theme);
        for child in desk.study().children(theme.id) {
            walk(desk, child, all);
        }
    }
    let mut all = Vec::new();
    for root in desk.study().roots(owner) {
        walk(desk, root, &mut all);
    }
    all
}
