//! Moving themes in their trees and placing them under the study's. Merging and splitting stand in
//! `merge`.
//!
//! Invariant: no act ever hangs a theme under itself, in another tree, or under one that is retired.

use super::sketch::Sketch;
use super::{Hand, edit};
use crate::study::edit::{Act, Edit};
use crate::study::id::ThemeId;
use crate::study::record::theme::{Level, Theme};

impl Hand<'_> {
    /// Hangs a theme under another of its tree, or under none, behind a sibling or as the first.
    ///
    /// Nothing happens when it would hang under itself or in another tree. Its level goes below its
    /// parent's; a parent that is a statement becomes a middle theme.
    #[must_use]
    pub fn move_theme(
        &self,
        id: ThemeId,
        parent: Option<ThemeId>,
        behind: Option<ThemeId>,
    ) -> Edit {
        self.move_themes(&[id], parent, behind)
    }

    /// The same for several, which will follow each other. Those that hang under another of them
    /// stay there; those that do not fit stay where they are.
    #[must_use]
    pub fn move_themes(
        &self,
        ids: &[ThemeId],
        parent: Option<ThemeId>,
        behind: Option<ThemeId>,
    ) -> Edit {
        let mut sketch = Sketch::new(self.study);
        let moved: Vec<&Theme> = self
            .uppermost(ids)
            .into_iter()
            .filter(|theme| self.study.may_hang(theme, parent))
            .collect();
        let Some(owner) = moved.first().map(|theme| theme.owner) else {
            return edit(Act::MoveTheme, []);
        };
        let moved: Vec<_> = moved
            .into_iter()
            .filter(|theme| theme.owner == owner)
            .map(|theme| theme.id)
            .collect();
        let siblings = match parent {
            Some(parent) => self.study.children(parent),
            None => self.study.roots(owner),
        };
        let mut siblings: Vec<_> = siblings.into_iter().map(|theme| theme.id).collect();
        // What is moved cannot stand behind itself: the one before it is meant then.
        let reached = behind.and_then(|behind| siblings.iter().position(|id| *id == behind));
        let first = siblings[..reached.map_or(0, |reached| reached + 1)]
            .iter()
            .filter(|id| !moved.contains(id))
            .count();
        let before = siblings.clone();
        siblings.retain(|id| !moved.contains(id));
        let mut after = siblings.clone();
        after.splice(first..first, moved.iter().copied());
        if after == before {
            return edit(Act::MoveTheme, []);
        }
        for (place, id) in (first..).zip(moved) {
            let order = sketch.open_place(&siblings, place);
            siblings.insert(place, id);
            sketch.alter(id, |theme| {
                theme.parent = parent;
                theme.order = order;
            });
            sketch.fit(id);
        }
        edit(Act::MoveTheme, sketch.changes())
    }

    /// The themes among some that hang under no other of them, retired ones left out.
    fn uppermost(&self, ids: &[ThemeId]) -> Vec<&Theme> {
        let mut all: Vec<&Theme> = Vec::new();
        for theme in ids.iter().filter_map(|id| self.study.live_theme(*id)) {
            let beneath = ids
                .iter()
                .any(|other| *other != theme.id && self.study.hangs_under(theme.id, *other));
            if !beneath && !theme.retired && all.iter().all(|known| known.id != theme.id) {
                all.push(theme);
            }
        }
        all
    }

    /// Places participants' themes under one of the study's, or under none.
    #[must_use]
    pub fn place_themes(&self, ids: &[ThemeId], under: Option<ThemeId>) -> Edit {
        let mut sketch = Sketch::new(self.study);
        let fits = under.is_none_or(|under| {
            self.study
                .live_theme(under)
                .is_some_and(|under| under.owner.is_none() && !under.retired)
        });
        for id in ids.iter().filter(|_| fits) {
            let theme = self.study.live_theme(*id);
            if theme.is_some_and(|theme| theme.owner.is_some() && theme.under != under) {
                sketch.alter(*id, |theme| theme.under = under);
                sketch.fit(*id);
            }
        }
        edit(Act::MoveTheme, sketch.changes())
    }

    /// Puts a theme on another level, as far as what stands above and beneath allows; what stands
    /// too high beneath is lowered with it.
    #[must_use]
    pub fn level_theme(&self, id: ThemeId, level: Level) -> Edit {
        let mut sketch = Sketch::new(self.study);
        let (lowest, highest) = self.study.level_bounds(id);
        sketch.alter(id, |theme| theme.level = level.clamp(lowest, highest));
        sketch.lower(id);
        edit(Act::EditTheme, sketch.changes())
    }
}
