//! Making themes and changing what they say.

use super::passage::Spot;
use super::sketch::Sketch;
use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::{NoteId, ParticipantId, ThemeId};
use crate::study::record::theme::{Level, Theme};

/// How many colours the palette has.
pub const COLOURS: u8 = 12;

/// Where a new theme goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Whose tree.
    pub owner: Option<ParticipantId>,
    /// How high.
    pub level: Level,
    /// What it hangs under in that tree.
    pub parent: Option<ThemeId>,
    /// Its place under a theme of the study.
    pub under: Option<ThemeId>,
}

impl Hand<'_> {
    /// Makes a theme without evidence, as the last of its siblings.
    pub fn add_theme(&mut self, seat: Seat, name: String) -> (ThemeId, Edit) {
        self.add_theme_behind(seat, name, None)
    }

    /// Makes a theme without evidence right behind one of its siblings.
    pub fn add_theme_behind(
        &mut self,
        seat: Seat,
        name: String,
        behind: Option<ThemeId>,
    ) -> (ThemeId, Edit) {
        let (theme, mut changes) = self.seated(seat, name, Vec::new(), behind);
        changes.push(Some(Change::make(home(&theme), &theme)));
        (theme.id, edit(Act::AddTheme, changes))
    }

    /// Makes a theme from passages and notes: the passages, and those that the notes stand on,
    /// become its evidence.
    pub fn statement(
        &mut self,
        seat: Seat,
        name: String,
        spots: &[Spot],
        notes: &[NoteId],
    ) -> (ThemeId, Edit) {
        let (theme, mut changes) = self.seated(seat, name, notes.to_vec(), None);
        changes.push(Some(Change::make(home(&theme), &theme)));
        let noted = notes
            .iter()
            .filter_map(|note| self.study.notes.get(note))
            .filter(|note| note.binned.is_none())
            .map(|note| Spot::Excerpt(note.excerpt));
        let mut met = Vec::new();
        for spot in spots.iter().copied().chain(noted) {
            if met.contains(&spot) {
                continue;
            }
            met.push(spot);
            // A range that is marked already and a note on that passage are the same place.
            let Some(marked) = self.marked(spot) else {
                continue;
            };
            if spot != Spot::Excerpt(marked.excerpt) {
                if met.contains(&Spot::Excerpt(marked.excerpt)) {
                    continue;
                }
                met.push(Spot::Excerpt(marked.excerpt));
            }
            changes.push(marked.change);
            changes.push(Some(self.coding(marked.home, marked.excerpt, theme.id)));
        }
        (theme.id, edit(Act::AddTheme, changes))
    }

    /// A new theme on its seat, and what changes around it. What cannot be there is left out of
    /// the seat.
    pub(super) fn seated(
        &mut self,
        seat: Seat,
        name: String,
        notes: Vec<NoteId>,
        behind: Option<ThemeId>,
    ) -> (Theme, Vec<Option<Change>>) {
        let standing = |id: Option<ThemeId>, owner: Option<ParticipantId>| {
            let theme = self.study.live_theme(id?)?;
            (!theme.retired && theme.owner == owner).then_some(theme)
        };
        let parent = standing(seat.parent, seat.owner);
        let under = standing(seat.under.filter(|_| seat.owner.is_some()), None);
        let siblings = match parent {
            Some(parent) => self.study.children(parent.id),
            None => self.study.roots(seat.owner),
        };
        let siblings: Vec<_> = siblings.into_iter().map(|theme| theme.id).collect();
        let place = behind
            .and_then(|behind| siblings.iter().position(|id| *id == behind))
            .map_or(siblings.len(), |place| place + 1);
        let mut sketch = Sketch::new(self.study);
        let order = sketch.open_place(&siblings, place);
        let ceiling = sketch.fit_under(parent.map(|parent| parent.id));
        if let Some(under) = under {
            sketch.raise(under.id);
        }
        let made = self.study.themes_in(seat.owner).count();
        let colour = u8::try_from(made % usize::from(COLOURS)).unwrap_or_default();
        let theme = Theme {
            id: self.stamp.id(),
            owner: seat.owner,
            level: ceiling.map_or(seat.level, |ceiling| seat.level.min(ceiling)),
            name,
            colour: parent.or(under).map_or(colour, |theme| theme.colour),
            parent: parent.map(|parent| parent.id),
            under: under.map(|under| under.id),
            order,
            notes,
            by: self.by,
            at: self.stamp.at(),
            ..Theme::default()
        };
        (theme, sketch.changes().collect())
    }

    /// Changes what a theme says: its wording, definition or colour.
    #[must_use]
    pub fn edit_theme(&self, id: ThemeId, alter: impl FnOnce(&mut Theme)) -> Edit {
        edit(Act::EditTheme, [self.altered_theme(id, alter)])
    }

    /// Sets themes aside, or brings them back. What hangs under a retired one stands at the top of
    /// its tree meanwhile.
    #[must_use]
    pub fn retire(&self, ids: &[ThemeId], retired: bool) -> Edit {
        let act = if retired {
            Act::RetireTheme
        } else {
            Act::RestoreTheme
        };
        let mut sketch = Sketch::new(self.study);
        for id in ids {
            sketch.alter(*id, |theme| {
                theme.retired = retired;
                theme.merged_into = theme.merged_into.filter(|_| retired);
            });
        }
        for id in ids.iter().filter(|_| !retired) {
            sketch.fit(*id);
        }
        edit(act, sketch.changes())
    }

    pub(super) fn altered_theme(
        &self,
        id: ThemeId,
        alter: impl FnOnce(&mut Theme),
    ) -> Option<Change> {
        let theme = self.study.live_theme(id)?;
        altered(home(theme), theme, alter)
    }
}

/// The document that a theme lives in.
pub(super) fn home(theme: &Theme) -> Home {
    theme.owner.map_or(Home::Study, Home::Participant)
}
