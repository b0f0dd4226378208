//! Moving themes in their trees, placing them under the study's, merging and splitting them.

use super::theme::Seat;
use super::{Hand, edit};
use crate::study::edit::{Act, Change, Edit};
use crate::study::id::{CodingId, ThemeId};
use crate::study::order;
use crate::study::record::theme::Level;

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
        let nothing = || edit(Act::MoveTheme, []);
        let Some(theme) = self.study.live_theme(id) else {
            return nothing();
        };
        let above = parent.and_then(|parent| self.study.live_theme(parent));
        if let Some(above) = above
            && (above.owner != theme.owner || self.study.hangs_under(above.id, id))
        {
            return nothing();
        }
        let siblings: Vec<_> = match parent {
            Some(parent) => self.study.children(parent),
            None => self.study.roots(theme.owner),
        }
        .into_iter()
        .filter(|sibling| sibling.id != id)
        .collect();
        let place = behind
            .and_then(|behind| siblings.iter().position(|sibling| sibling.id == behind))
            .map_or(0, |place| place + 1);
        let key = |place: Option<usize>| {
            let sibling = siblings.get(place?)?;
            Some(sibling.order.as_str())
        };
        let order = order::between(key(place.checked_sub(1)), key(Some(place)));
        let ceiling = above.map(|above| below(above.level));
        let mut changes = vec![self.altered_theme(id, |theme| {
            theme.parent = parent;
            theme.order = order;
            theme.level = ceiling.map_or(theme.level, |ceiling| theme.level.min(ceiling));
        })];
        if let Some(above) = above.filter(|above| above.level == Level::Statement) {
            changes.push(self.altered_theme(above.id, |theme| theme.level = Level::Middle));
        }
        if let Some(ceiling) = ceiling {
            self.lower(id, below(ceiling), &mut changes);
        }
        edit(Act::MoveTheme, changes)
    }

    fn lower(&self, above: ThemeId, ceiling: Level, changes: &mut Vec<Option<Change>>) {
        for child in self.study.children(above) {
            if child.level > ceiling {
                changes.push(self.altered_theme(child.id, |theme| theme.level = ceiling));
            }
            self.lower(child.id, below(ceiling), changes);
        }
    }

    /// Places a participant's theme under one of the study's, or under none.
    #[must_use]
    pub fn place_theme(&self, id: ThemeId, under: Option<ThemeId>) -> Edit {
        let fits = self.study.live_theme(id).is_some_and(|theme| {
            theme.owner.is_some()
                && under.is_none_or(|under| {
                    self.study
                        .live_theme(under)
                        .is_some_and(|under| under.owner.is_none())
                })
        });
        let change = fits
            .then(|| self.altered_theme(id, |theme| theme.under = under))
            .flatten();
        edit(Act::MoveTheme, [change])
    }

    /// Merges themes into one: it takes over their passages, notes, children and what is placed
    /// under them; they are retired and say where they went.
    pub fn merge_themes(&mut self, from: &[ThemeId], into: ThemeId) -> Edit {
        let Some(target) = self.study.live_theme(into) else {
            return edit(Act::MergeThemes, []);
        };
        let from: Vec<_> = from
            .iter()
            .filter_map(|id| self.study.live_theme(*id))
            .filter(|theme| theme.id != into && theme.owner == target.owner)
            .collect();
        let mut notes = target.notes.clone();
        let mut covered: Vec<_> = self.study.evidence_of(into).map(|(_, it)| it.id).collect();
        let mut changes = Vec::new();
        for theme in &from {
            notes.extend(
                theme
                    .notes
                    .iter()
                    .filter(|note| !target.notes.contains(note)),
            );
            for (coding, excerpt) in self.study.evidence_of(theme.id) {
                let twice = covered.contains(&excerpt.id);
                covered.push(excerpt.id);
                let Some(home) = self.study.home_of_excerpt(excerpt.id) else {
                    continue;
                };
                let binned = twice.then(|| self.binned(coding));
                changes.push(super::altered(home, coding, |coding| match binned {
                    Some(binned) => coding.binned = Some(binned),
                    None => coding.theme = into,
                }));
            }
            // The target may hang under what is merged into it: it takes that place then.
            let heir = (theme.parent != Some(into))
                .then_some(theme.parent)
                .flatten();
            for child in self.study.children(theme.id) {
                let parent = if self.study.hangs_under(into, child.id) {
                    heir
                } else {
                    Some(into)
                };
                let parent = parent.filter(|parent| *parent != child.id);
                changes.push(self.altered_theme(child.id, |child| child.parent = parent));
            }
            for placed in self.study.placed_under(theme.id) {
                changes.push(self.altered_theme(placed.id, |placed| placed.under = Some(into)));
            }
            changes.push(self.altered_theme(theme.id, |theme| {
                theme.retired = true;
                theme.merged_into = Some(into);
            }));
        }
        notes.dedup();
        if !from.is_empty() {
            changes.push(self.altered_theme(into, |theme| theme.notes = notes));
        }
        edit(Act::MergeThemes, changes)
    }

    /// Splits a theme: some of its codings go to a new one beside it.
    pub fn split_theme(
        &mut self,
        id: ThemeId,
        name: String,
        codings: &[CodingId],
    ) -> (Option<ThemeId>, Edit) {
        let Some(theme) = self.study.live_theme(id) else {
            return (None, edit(Act::SplitTheme, []));
        };
        let seat = Seat {
            owner: theme.owner,
            level: theme.level,
            parent: theme.parent,
            under: theme.under,
        };
        let (new, made) = self.add_theme(seat, name);
        let mut changes: Vec<_> = made.changes.into_iter().map(Some).collect();
        for coding in codings {
            let Some(coding) = self.study.codings.get(coding) else {
                continue;
            };
            if let Some(home) = self.study.home_of_excerpt(coding.excerpt)
                && coding.theme == id
            {
                changes.push(super::altered(home, coding, |coding| coding.theme = new));
            }
        }
        (Some(new), edit(Act::SplitTheme, changes))
    }
}

fn below(level: Level) -> Level {
    match level {
        Level::Top => Level::Middle,
        Level::Middle | Level::Statement => Level::Statement,
    }
}
