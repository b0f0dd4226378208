//! Merging themes, splitting them, and carrying single passages from one to another.
//!
//! Invariant: no coding is lost: it changes its theme, or goes into the bin when its passage stands
//! under that theme already.

use super::sketch::Sketch;
use super::theme::Seat;
use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit};
use crate::study::id::{CodingId, ExcerptId, ThemeId};
use crate::study::record::coding::Coding;
use crate::study::record::theme::Theme;
use std::collections::BTreeSet;

impl Hand<'_> {
    /// Merges themes into one of the same tree: it takes over their passages, notes, children and
    /// what is placed under them; they are retired and say where they went.
    #[must_use]
    pub fn merge_themes(&self, from: &[ThemeId], into: ThemeId) -> Edit {
        let nothing = || edit(Act::MergeThemes, []);
        let Some(target) = self.study.live_theme(into).filter(|theme| !theme.retired) else {
            return nothing();
        };
        let mut taken: Vec<&Theme> = Vec::new();
        for theme in from.iter().filter_map(|id| self.study.live_theme(*id)) {
            let fits = theme.id != into && theme.owner == target.owner && !theme.retired;
            if fits && taken.iter().all(|known| known.id != theme.id) {
                taken.push(theme);
            }
        }
        if taken.is_empty() {
            return nothing();
        }
        let mut sketch = Sketch::new(self.study);
        for theme in &taken {
            self.hand_on(theme, into, &taken, &mut sketch);
        }
        sketch.fit(into);
        for child in sketch.children(into) {
            sketch.fit(child);
        }
        let codings = taken
            .iter()
            .flat_map(|theme| self.study.codings_under(theme.id));
        let codings = self.carry(codings, into);
        edit(Act::MergeThemes, sketch.changes().chain(codings))
    }

    /// Hands everything but the codings of a theme on to the one that it is merged into.
    fn hand_on(&self, theme: &Theme, into: ThemeId, taken: &[&Theme], sketch: &mut Sketch) {
        let gone = |id: &ThemeId| taken.iter().any(|theme| theme.id == *id);
        let children: Vec<_> = self
            .study
            .children(theme.id)
            .into_iter()
            .filter(|child| !gone(&child.id))
            .collect();
        // The target may hang under what is merged into it: it takes that place then.
        let mut heir = self.study.parent_of(theme.id);
        while let Some(above) = heir.filter(|above| gone(&above.id)) {
            heir = self.study.parent_of(above.id);
        }
        let heir = heir.map(|heir| heir.id).filter(|heir| *heir != into);
        for child in children {
            let parent = match self.study.hangs_under(into, child.id) {
                true => heir,
                false => Some(into),
            };
            sketch.alter(child.id, |child| child.parent = parent);
            sketch.fit(child.id);
        }
        for placed in self.study.placed_under(theme.id) {
            sketch.alter(placed.id, |placed| placed.under = Some(into));
            sketch.fit(placed.id);
        }
        sketch.alter(into, |target| {
            for note in &theme.notes {
                if !target.notes.contains(note) {
                    target.notes.push(*note);
                }
            }
        });
        sketch.alter(theme.id, |theme| {
            theme.retired = true;
            theme.merged_into = Some(into);
        });
    }

    /// Splits a theme: some of its codings, and the notes on their passages, go to a new one right
    /// behind it.
    pub fn split_theme(
        &mut self,
        id: ThemeId,
        name: String,
        codings: &[CodingId],
    ) -> (Option<ThemeId>, Edit) {
        let Some(theme) = self.study.live_theme(id).filter(|theme| !theme.retired) else {
            return (None, edit(Act::SplitTheme, []));
        };
        let codings: Vec<_> = self
            .study
            .codings_under(id)
            .filter(|coding| codings.contains(&coding.id))
            .collect();
        let moved: BTreeSet<ExcerptId> = codings.iter().map(|coding| coding.excerpt).collect();
        let on_moved = |note: &&crate::study::id::NoteId| {
            let note = self.study.notes.get(note);
            note.is_some_and(|note| moved.contains(&note.excerpt))
        };
        let notes = theme.notes.iter().filter(on_moved).copied().collect();
        let seat = Seat {
            owner: theme.owner,
            level: theme.level,
            parent: theme.parent,
            under: theme.under,
        };
        let (mut new, mut changes) = self.seated(seat, name, notes, Some(id));
        new.colour = theme.colour;
        changes.push(Some(Change::make(super::theme::home(&new), &new)));
        changes.extend(self.carry(codings.into_iter(), new.id));
        (Some(new.id), edit(Act::SplitTheme, changes))
    }

    /// Carries codings to another theme.
    #[must_use]
    pub fn recode(&self, codings: &[CodingId], theme: ThemeId) -> Edit {
        let to = self.study.live_theme(theme).filter(|theme| !theme.retired);
        let codings = codings
            .iter()
            .filter_map(|id| self.study.codings.get(id))
            .filter(|coding| to.is_some() && coding.binned.is_none() && coding.theme != theme);
        edit(Act::MoveCoding, self.carry(codings, theme))
    }

    /// Takes several passages from their themes.
    #[must_use]
    pub fn uncode_all(&self, codings: &[CodingId]) -> Edit {
        let changes = codings
            .iter()
            .flat_map(|id| self.uncode(*id).changes)
            .map(Some);
        edit(Act::RemoveCoding, changes)
    }

    fn carry<'a>(
        &self,
        codings: impl Iterator<Item = &'a Coding>,
        to: ThemeId,
    ) -> Vec<Option<Change>> {
        let mut covered: BTreeSet<ExcerptId> = self
            .study
            .codings_under(to)
            .map(|coding| coding.excerpt)
            .collect();
        codings
            .map(|coding| {
                let home = self.study.home_of_excerpt(coding.excerpt)?;
                let twice = !covered.insert(coding.excerpt);
                let binned = twice.then(|| self.binned(coding));
                altered(home, coding, |coding| match binned {
                    Some(binned) => coding.binned = Some(binned),
                    None => coding.theme = to,
                })
            })
            .collect()
    }
}
