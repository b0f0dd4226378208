//! What keys do in a tree. Moving follows the tree pattern of the ARIA practices, the rest the
//! hands of people who write outlines.

use super::chooser::{self, Purpose};
use super::nest::{self, Shift};
use super::walk::{self, Pick, Step};
use super::{Side, naming, tend};
use crate::app::command::chord::Chord;
use crate::app::effect::Effects;
use crate::app::state::State;
use crate::study::id::Stamp;

/// Something that keys and buttons do to a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Go a step; with `true` the rows between are selected.
    Step(Step, bool),
    /// Unfold all siblings.
    UnfoldSiblings,
    /// Find the row that begins with what is typed.
    Letter(char, bool),
    /// Select the current row too, or no longer.
    Toggle,
    /// Select everything.
    SelectAll,
    /// Word the current theme anew.
    Rename,
    /// Make a theme beside the current one.
    NewBeside,
    /// Make a theme under the current one.
    NewBeneath,
    /// Move the chosen themes.
    Shift(Shift),
    /// Hang the chosen themes under one that is picked.
    Nest,
    /// Merge the chosen themes into one that is picked.
    Merge,
    /// Place the chosen themes under one of the study's that is picked.
    PlaceUnder,
    /// Take the chosen themes from their place under one of the study's.
    TakeOut,
    /// Set the chosen themes aside.
    Retire,
    /// Put the chosen themes into the bin.
    Bin,
}

/// What a chord does in a tree; none when it is no key of the tree's.
#[must_use]
pub fn of(chord: &Chord) -> Option<Deed> {
    let step = |step| Some(Deed::Step(step, chord.shift));
    if chord.alt && !chord.command && !chord.shift {
        return match chord.key.as_str() {
            "arrowup" => Some(Deed::Shift(Shift::Up)),
            "arrowdown" => Some(Deed::Shift(Shift::Down)),
            "arrowright" => Some(Deed::Shift(Shift::In)),
            "arrowleft" => Some(Deed::Shift(Shift::Out)),
            _ => None,
        };
    }
    if chord.command && !chord.alt {
        return match chord.key.as_str() {
            "a" if !chord.shift => Some(Deed::SelectAll),
            " " => Some(Deed::Toggle),
            _ => None,
        };
    }
    if chord.alt {
        return None;
    }
    match chord.key.as_str() {
        "arrowup" => step(Step::Up),
        "arrowdown" => step(Step::Down),
        "home" => step(Step::First),
        "end" => step(Step::Last),
        "pageup" => step(Step::PageUp),
        "pagedown" => step(Step::PageDown),
        "arrowright" => Some(Deed::Step(Step::In, false)),
        "arrowleft" => Some(Deed::Step(Step::Out, false)),
        "enter" | "f2" => Some(Deed::Rename),
        "delete" => Some(Deed::Bin),
        "*" => Some(Deed::UnfoldSiblings),
        " " => Some(Deed::Toggle),
        key => {
            let mut letters = key.chars();
            let letter = letters.next().filter(|letter| letter.is_alphanumeric())?;
            letters
                .next()
                .is_none()
                .then_some(Deed::Letter(letter, chord.shift))
        }
    }
}

/// Performs what a key or button does.
pub(super) fn perform(
    state: &mut State,
    side: Side,
    deed: Deed,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    walk::enter(state, side);
    let chosen = state
        .desk
        .as_ref()
        .map(|desk| desk.chosen_themes(side))
        .unwrap_or_default();
    match deed {
        Deed::Step(step, stretch) => walk::step(state, side, step, stretch),
        Deed::UnfoldSiblings => walk::unfold_siblings(state, side),
        Deed::Letter(letter, shift) => match letter.to_ascii_lowercase() {
            'n' if !walk::is_finding(state, side, stamp.at()) => {
                naming::begin(state, side, shift);
            }
            _ => walk::find(state, side, letter, stamp.at()),
        },
        Deed::Toggle => {
            let node = state.desk.as_ref().and_then(|desk| desk.current_node(side));
            if let Some(node) = node {
                walk::pick(state, side, node, Pick::Toggle);
            }
        }
        Deed::SelectAll => walk::select_all(state, side),
        Deed::Rename => naming::rename(state, side),
        Deed::NewBeside => naming::begin(state, side, false),
        Deed::NewBeneath => naming::begin(state, side, true),
        Deed::Shift(shift) => nest::shift(state, side, shift, stamp, effects),
        Deed::Nest => chooser::open(state, side, Purpose::Nest(chosen)),
        Deed::Merge => chooser::open(state, side, Purpose::Merge(chosen)),
        Deed::PlaceUnder => chooser::open(state, side, Purpose::Place(chosen)),
        Deed::TakeOut => nest::place(state, &chosen, None, stamp, effects),
        Deed::Retire => tend::retire(state, &chosen, true, stamp, effects),
        Deed::Bin => tend::bin(state, side, &chosen, stamp, effects),
    }
}
