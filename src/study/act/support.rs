//! Bringing more evidence to a theme that is there.

use super::passage::Spot;
use super::{Hand, edit};
use crate::study::edit::{Act, Edit};
use crate::study::id::{NoteId, ThemeId};

impl Hand<'_> {
    /// Puts passages, and those that notes stand on, under a theme, each once, and remembers that
    /// it was made from the notes too.
    pub fn support(&mut self, id: ThemeId, spots: &[Spot], notes: &[NoteId]) -> Edit {
        if self.study.live_theme(id).is_none() {
            return edit(Act::AddCoding, []);
        }
        let noted = notes
            .iter()
            .filter_map(|note| self.study.notes.get(note))
            .map(|note| Spot::Excerpt(note.excerpt));
        let spots: Vec<Spot> = spots.iter().copied().chain(noted).collect();
        let mut covered = Vec::new();
        let mut changes = Vec::new();
        for spot in spots {
            let Some(marked) = self.marked(spot) else {
                continue;
            };
            let mut codings = self.study.codings_of(marked.excerpt);
            let known = codings.any(|coding| coding.theme == id);
            if known || covered.contains(&marked.excerpt) {
                continue;
            }
            covered.push(marked.excerpt);
            changes.push(marked.change);
            changes.push(Some(self.coding(marked.home, marked.excerpt, id)));
        }
        changes.push(self.altered_theme(id, |theme| {
            for note in notes {
                if !theme.notes.contains(note) {
                    theme.notes.push(*note);
                }
            }
        }));
        edit(Act::AddCoding, changes)
    }
}
