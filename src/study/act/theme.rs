//! Making themes and changing what they say.

use super::passage::Spot;
use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit, Home};
use crate::study::id::{NoteId, ParticipantId, ThemeId};
use crate::study::order;
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
    /// Makes a theme without evidence.
    pub fn add_theme(&mut self, seat: Seat, name: String) -> (ThemeId, Edit) {
        let theme = self.theme(seat, name, Vec::new());
        let change = Change::make(home(&theme), &theme);
        (theme.id, edit(Act::AddTheme, [Some(change)]))
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
        let theme = self.theme(seat, name, notes.to_vec());
        let mut changes = vec![Some(Change::make(home(&theme), &theme))];
        let noted = notes
            .iter()
            .filter_map(|note| self.study.notes.get(note))
            .map(|note| Spot::Excerpt(note.excerpt));
        let mut spots: Vec<Spot> = spots.iter().copied().chain(noted).collect();
        let mut seen = Vec::new();
        spots.retain(|spot| {
            let fresh = !seen.contains(spot);
            seen.push(*spot);
            fresh
        });
        for spot in spots {
            if let Some(marked) = self.marked(spot) {
                changes.push(marked.change);
                changes.push(Some(self.coding(marked.home, marked.excerpt, theme.id)));
            }
        }
        (theme.id, edit(Act::AddTheme, changes))
    }

    fn theme(&mut self, seat: Seat, name: String, notes: Vec<NoteId>) -> Theme {
        let above = seat.parent.or(seat.under);
        let above = above.and_then(|above| self.study.live_theme(above));
        let siblings = match seat.parent {
            Some(parent) => self.study.children(parent),
            None => self.study.roots(seat.owner),
        };
        let last = siblings.last().map(|theme| theme.order.as_str());
        let made = self.study.themes_in(seat.owner).count();
        let colour = u8::try_from(made % usize::from(COLOURS)).unwrap_or_default();
        Theme {
            id: self.stamp.id(),
            owner: seat.owner,
            level: seat.level,
            name,
            colour: above.map_or(colour, |theme| theme.colour),
            parent: seat.parent,
            under: seat.under,
            order: order::between(last, None),
            notes,
            by: self.by,
            at: self.stamp.at(),
            ..Theme::default()
        }
    }

    /// Changes what a theme says: its wording, definition or colour.
    #[must_use]
    pub fn edit_theme(&self, id: ThemeId, alter: impl FnOnce(&mut Theme)) -> Edit {
        edit(Act::EditTheme, [self.altered_theme(id, alter)])
    }

    /// Sets a theme aside, or brings it back.
    #[must_use]
    pub fn retire(&self, id: ThemeId, retired: bool) -> Edit {
        let act = if retired {
            Act::RetireTheme
        } else {
            Act::RestoreTheme
        };
        let change = self.altered_theme(id, |theme| {
            theme.retired = retired;
            theme.merged_into = theme.merged_into.filter(|_| retired);
        });
        edit(act, [change])
    }

    pub(super) fn altered_theme(
        &self,
        id: ThemeId,
        alter: impl FnOnce(&mut Theme),
    ) -> Option<Change> {
        let theme = self.study.themes.get(&id)?;
        altered(home(theme), theme, alter)
    }
}

fn home(theme: &Theme) -> Home {
    theme.owner.map_or(Home::Study, Home::Participant)
}
