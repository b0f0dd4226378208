//! The codebook: both trees of themes, what is done to them, and what a theme rests on.
//!
//! There are two trees on screen, [`Side::Study`] and [`Side::Own`]; each has its own current row
//! and selection. What is computed from the study is kept until the study or the folding changes.

pub mod chooser;
pub mod detail;
pub mod drag;
pub mod evidence;
pub mod key;
pub mod level;
pub mod naming;
pub mod nest;
pub mod outline;
pub mod row;
pub mod tend;
pub mod walk;

use super::action::Action as AnyAction;
use super::desk::Desk;
use super::effect::{Effect, Effects};
use super::state::State;
use crate::study::act::Hand;
use crate::study::edit::Edit;
use crate::study::id::{Moment, ParticipantId, Stamp, ThemeId};
use crate::study::record::theme::Level;
use chooser::Chooser;
use drag::Drag;
use evidence::Evidence;
use naming::Naming;
use outline::{Node, Outline};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// Which of the two trees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// The study's: themes, sub-themes, participants' themes placed under them.
    #[default]
    Study,
    /// The participants' own.
    Own,
}

impl Side {
    /// Both, in the order of the screen.
    pub const BOTH: [Self; 2] = [Self::Study, Self::Own];

    /// The name by which effects find its tree to give it the keyboard.
    #[must_use]
    pub fn focus(self) -> &'static str {
        match self {
            Self::Study => "codebook-study",
            Self::Own => "codebook-own",
        }
    }
}

/// How siblings are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the researcher put them.
    #[default]
    Own,
    /// By wording.
    Name,
    /// By passages, most first.
    Passages,
}

/// Its state.
#[derive(Debug, Default)]
pub struct Codebook {
    /// The only participant whose own tree is shown; none for all of them.
    pub person: Option<ParticipantId>,
    /// The side that was used last, and the only one where two do not fit.
    pub side: Side,
    /// What the rows must contain.
    pub typed: String,
    /// How siblings are sorted.
    pub sort: Sort,
    /// A wording that is being written in place.
    pub naming: Option<Naming>,
    /// A theme that is being picked for something.
    pub chooser: Option<Chooser>,
    /// Themes that are being dragged.
    pub drag: Option<Drag>,
    /// The passages of the theme in the detail pane.
    pub passages: evidence::Choice,
    study: Place,
    own: Place,
    folded: HashSet<Node>,
    // Caches: filling them changes nothing that anybody can see.
    outlines: RefCell<[Option<Rc<Outline>>; 2]>,
    evidence: RefCell<Option<Rc<Evidence>>>,
}

/// Where somebody is in a tree.
#[derive(Debug, Default)]
pub struct Place {
    /// The current row.
    pub current: Option<Node>,
    /// Where it was last, for when it is gone.
    pub near: usize,
    /// Where a stretch of selected rows begins.
    pub anchor: Option<Node>,
    /// The selected themes.
    pub selected: BTreeSet<ThemeId>,
    /// Letters typed to find a row, and when the last one was.
    pub letters: (String, Moment),
}

/// What can be done there.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Something that keys and buttons do to a tree.
    Do(Side, key::Deed),
    /// A row was clicked.
    Pick(Side, Node, walk::Pick),
    /// Fold or unfold a row.
    Turn(Side, Node),
    /// A tree got the keyboard.
    Enter(Side),
    /// Show the codebook with this theme in it.
    Show(ThemeId),
    /// Show one participant's own tree, or all.
    Person(Option<ParticipantId>),
    /// Show rows that contain this.
    Type(String),
    /// Sort siblings.
    Sort(Sort),
    /// A wording is finished; with `true` the tree gets the keyboard back.
    Name(String, bool),
    /// A wording is given up.
    CancelName,
    /// Change a theme's wording.
    Reword(ThemeId, String),
    /// Change a theme's definition.
    Define(ThemeId, String),
    /// Change the colour of themes.
    Recolour(Vec<ThemeId>, u8),
    /// Put a theme on a level.
    SetLevel(ThemeId, Level),
    /// Set themes aside or bring them back.
    Retire(Vec<ThemeId>, bool),
    /// Take themes out of the bin.
    Unbin(Vec<ThemeId>),
    /// Write a memo about a theme.
    Memo(ThemeId, String),
    /// Picking a theme for something.
    Chooser(chooser::Action),
    /// Dragging.
    Drag(drag::Action),
    /// The passages of a theme.
    Passages(evidence::Action),
}

/// Performs an action of this part.
pub fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    if state.desk.is_none() {
        return;
    }
    match action {
        Action::Do(side, deed) => key::perform(state, side, deed, stamp, effects),
        Action::Pick(side, node, pick) => walk::pick(state, side, node, pick),
        Action::Turn(side, node) => walk::turn(state, side, node),
        Action::Enter(side) => walk::enter(state, side),
        Action::Show(theme) => walk::show(state, theme, effects),
        Action::Person(_) | Action::Type(_) | Action::Sort(_) => arrange(state, action),
        Action::Name(text, stay) => naming::finish(state, &text, stay, stamp, effects),
        Action::CancelName => naming::cancel(state, effects),
        Action::Reword(id, text) => tend::reword(state, id, &text, stamp, effects),
        Action::Define(id, text) => tend::define(state, id, &text, stamp, effects),
        Action::Recolour(ids, colour) => tend::recolour(state, &ids, colour, stamp, effects),
        Action::SetLevel(id, level) => tend::set_level(state, id, level, stamp, effects),
        Action::Retire(ids, retired) => tend::retire(state, &ids, retired, stamp, effects),
        Action::Unbin(ids) => tend::unbin(state, &ids, stamp, effects),
        Action::Memo(id, text) => tend::memo(state, id, &text, stamp, effects),
        Action::Chooser(action) => chooser::update(state, action, stamp, effects),
        Action::Drag(action) => drag::update(state, action, stamp, effects),
        Action::Passages(action) => evidence::update(state, action, stamp, effects),
    }
}

fn arrange(state: &mut State, action: Action) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let codebook = &mut desk.codebook;
    match action {
        Action::Person(person) => {
            codebook.person = person;
            if let Some(person) = person {
                codebook.set_open(Node::Person(person), true);
            }
            codebook.own = Place::default();
        }
        Action::Type(typed) => codebook.typed = typed,
        Action::Sort(sort) => codebook.sort = sort,
        _ => return,
    }
    codebook.forget();
}

impl Codebook {
    /// Something of the study changed: what was computed from it is stale.
    pub fn study_changed(&mut self) {
        self.forget();
        self.evidence.take();
    }

    /// What the rows show changed.
    fn forget(&mut self) {
        self.outlines.take();
    }

    /// Where somebody is in a tree.
    #[must_use]
    pub fn place(&self, side: Side) -> &Place {
        match side {
            Side::Study => &self.study,
            Side::Own => &self.own,
        }
    }

    fn place_mut(&mut self, side: Side) -> &mut Place {
        match side {
            Side::Study => &mut self.study,
            Side::Own => &mut self.own,
        }
    }

    /// Whether a row is unfolded. At first every row is.
    #[must_use]
    pub fn is_open(&self, node: Node) -> bool {
        !self.folded.contains(&node)
    }

    fn set_open(&mut self, node: Node, open: bool) {
        if open {
            self.folded.remove(&node);
        } else {
            self.folded.insert(node);
        }
        self.forget();
    }
}

impl Desk {
    /// The rows of a tree.
    #[must_use]
    pub fn outline(&self, side: Side) -> Rc<Outline> {
        let place = match side {
            Side::Study => 0,
            Side::Own => 1,
        };
        if let Some(known) = &self.codebook.outlines.borrow()[place] {
            return Rc::clone(known);
        }
        let fresh = Rc::new(Outline::new(self.study(), &self.codebook, side));
        self.codebook.outlines.borrow_mut()[place] = Some(Rc::clone(&fresh));
        fresh
    }

    /// The place of a tree's current row among its rows.
    #[must_use]
    pub fn current_row(&self, side: Side) -> Option<usize> {
        let outline = self.outline(side);
        let place = self.codebook.place(side);
        place
            .current
            .and_then(|node| outline.place_of(node))
            .or_else(|| {
                outline
                    .len()
                    .checked_sub(1)
                    .map(|last| place.near.min(last))
            })
    }

    /// What stands in a tree's current row.
    #[must_use]
    pub fn current_node(&self, side: Side) -> Option<Node> {
        let outline = self.outline(side);
        Some(outline.row(self.current_row(side)?)?.node)
    }

    /// The theme that the detail pane is about.
    #[must_use]
    pub fn current_theme(&self) -> Option<ThemeId> {
        let id = self.current_node(self.codebook.side)?.theme()?;
        self.study().live_theme(id).map(|theme| theme.id)
    }

    /// What an act on a tree is about: the selected themes, or the current one.
    #[must_use]
    pub fn chosen_themes(&self, side: Side) -> Vec<ThemeId> {
        let selected = &self.codebook.place(side).selected;
        let current = self.current_node(side).and_then(Node::theme);
        if current.is_none_or(|current| selected.contains(&current)) && !selected.is_empty() {
            let outline = self.outline(side);
            let mut chosen: Vec<_> = selected
                .iter()
                .filter(|id| self.study().live_theme(**id).is_some())
                .copied()
                .collect();
            chosen.sort_by_key(|id| outline.place_of(Node::Theme(*id)));
            return chosen;
        }
        current.into_iter().collect()
    }
}

/// Does an edit that a hand makes. Answers whether something changed.
fn act(
    state: &mut State,
    stamp: &mut Stamp,
    effects: &mut Effects,
    make: impl FnOnce(&mut Hand) -> Edit,
) -> bool {
    let Some(desk) = &state.desk else {
        return false;
    };
    let edit = make(&mut Hand::new(desk.study(), desk.me(), stamp));
    state.edit(edit, stamp, effects)
}

/// The wording of a theme, for sentences.
fn wording(state: &State, id: ThemeId) -> String {
    let theme = state
        .desk
        .as_ref()
        .and_then(|desk| desk.study().themes.get(&id));
    theme.map_or(String::new(), |theme| theme.name.clone())
}

/// Gives a tree the keyboard.
fn focus(side: Side, effects: &mut Effects) {
    effects.push(Effect::Focus(side.focus().into()));
}

/// The action that shows a theme in the codebook.
#[must_use]
pub fn show(theme: ThemeId) -> AnyAction {
    AnyAction::Codebook(Action::Show(theme))
}
