//! Themes as an act would leave them: several changes to several themes become one change each.
//!
//! Invariant: a theme's level lies below its parent's as far as there are levels, and a theme that
//! something hangs under or is placed under is no statement unless three themes stand above each
//! other already. A sketch keeps that around every theme that it fits in.

use super::theme::home;
use crate::study::edit::Change;
use crate::study::id::ThemeId;
use crate::study::order;
use crate::study::record::theme::{Level, Theme};
use crate::study::study::Study;
use std::collections::BTreeMap;

/// A study and the themes of it that are about to change.
pub(super) struct Sketch<'a> {
    study: &'a Study,
    altered: BTreeMap<ThemeId, Theme>,
}

impl<'a> Sketch<'a> {
    /// Nothing is altered yet.
    pub(super) fn new(study: &'a Study) -> Self {
        Self {
            study,
            altered: BTreeMap::new(),
        }
    }

    /// A theme as it would be, if it stands in the codebook.
    pub(super) fn theme(&self, id: ThemeId) -> Option<&Theme> {
        self.altered.get(&id).or_else(|| self.study.live_theme(id))
    }

    /// Alters a theme.
    pub(super) fn alter(&mut self, id: ThemeId, alter: impl FnOnce(&mut Theme)) {
        if let Some(theme) = self.theme(id) {
            let mut theme = theme.clone();
            alter(&mut theme);
            self.altered.insert(id, theme);
        }
    }

    /// What each altered theme comes to.
    pub(super) fn changes(&self) -> impl Iterator<Item = Option<Change>> {
        self.altered.values().map(|now| {
            let was = self.study.live_theme(now.id)?;
            Change::alter(home(was), was, now)
        })
    }

    /// A key for a new place among siblings. Where two siblings have the same key, which two
    /// coders at once can bring about, those behind get new ones.
    pub(super) fn open_place(&mut self, siblings: &[ThemeId], place: usize) -> String {
        let key = |sketch: &Self, place: usize| {
            let sibling = sketch.theme(*siblings.get(place)?)?;
            Some(sibling.order.clone())
        };
        let before = place.checked_sub(1).and_then(|before| key(self, before));
        let after = key(self, place);
        let fits = before
            .as_ref()
            .zip(after.as_ref())
            .is_none_or(|(before, after)| before < after);
        let opened = order::between(before.as_deref(), after.as_deref());
        let mut last = opened.clone();
        for behind in siblings.iter().skip(place).filter(|_| !fits) {
            let known = self.theme(*behind).map(|theme| theme.order.clone());
            if known.is_some_and(|known| known > last) {
                break;
            }
            last = order::between(Some(&last), None);
            let order = last.clone();
            self.alter(*behind, |theme| theme.order = order);
        }
        opened
    }

    /// Settles the levels above and beneath a theme that got another place.
    pub(super) fn fit(&mut self, id: ThemeId) {
        let Some(theme) = self.theme(id) else {
            return;
        };
        let (parent, under) = (theme.parent, theme.under);
        if let Some(under) = under {
            self.raise(under);
        }
        if let Some(ceiling) = self.fit_under(parent)
            && self.theme(id).is_some_and(|theme| theme.level > ceiling)
        {
            self.alter(id, |theme| theme.level = ceiling);
        }
        self.lower(id);
    }

    /// Makes a theme one that something can hang under; answers how high that may stand.
    pub(super) fn fit_under(&mut self, parent: Option<ThemeId>) -> Option<Level> {
        let parent = parent.filter(|parent| self.stands(*parent))?;
        self.raise(parent);
        self.theme(parent).map(|theme| below(theme.level))
    }

    /// Raises a statement to the middle, and what it hangs under as far as needed. Nothing happens
    /// when there is no room above.
    pub(super) fn raise(&mut self, id: ThemeId) {
        let mut raised = Vec::new();
        let mut needed = Some(Level::Middle);
        let mut place = Some(id);
        while let Some(here) = place.filter(|here| self.stands(*here)) {
            let Some(theme) = self.theme(here) else { break };
            match needed {
                Some(level) if theme.level >= level => break,
                Some(level) => raised.push((here, level)),
                None => return,
            }
            needed = needed.and_then(above);
            place = theme.parent;
        }
        for (id, level) in raised {
            self.alter(id, |theme| theme.level = level);
        }
    }

    /// Lowers what stands too high beneath a theme.
    pub(super) fn lower(&mut self, id: ThemeId) {
        let Some(ceiling) = self.theme(id).map(|theme| below(theme.level)) else {
            return;
        };
        for child in self.children(id) {
            if self.theme(child).is_some_and(|theme| theme.level > ceiling) {
                self.alter(child, |theme| theme.level = ceiling);
                self.lower(child);
            }
        }
    }

    /// What would hang under a theme, unsorted.
    pub(super) fn children(&self, id: ThemeId) -> Vec<ThemeId> {
        let mut all: Vec<_> = self
            .study
            .hung_under(id)
            .chain(self.altered.keys().copied())
            .filter(|child| {
                self.theme(*child)
                    .is_some_and(|theme| theme.parent == Some(id) && !theme.retired)
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn stands(&self, id: ThemeId) -> bool {
        self.theme(id).is_some_and(|theme| !theme.retired)
    }
}

/// The level below one.
pub(super) fn below(level: Level) -> Level {
    match level {
        Level::Top => Level::Middle,
        Level::Middle | Level::Statement => Level::Statement,
    }
}

fn above(level: Level) -> Option<Level> {
    match level {
        Level::Statement => Some(Level::Middle),
        Level::Middle => Some(Level::Top),
        Level::Top => None,
    }
}
