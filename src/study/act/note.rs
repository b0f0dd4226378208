//! Writing notes.

use super::passage::Spot;
use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit};
use crate::study::id::NoteId;
use crate::study::record::note::{Note, NoteKind};

impl Hand<'_> {
    /// Writes a note on a passage or a range.
    pub fn note(
        &mut self,
        spot: Spot,
        kind: Option<NoteKind>,
        text: String,
    ) -> (Option<NoteId>, Edit) {
        let Some(marked) = self.marked(spot) else {
            return (None, edit(Act::AddNote, []));
        };
        let note = Note {
            id: self.stamp.id(),
            excerpt: marked.excerpt,
            text,
            kind,
            by: self.by,
            at: self.stamp.at(),
            binned: None,
        };
        let change = Change::make(marked.home, &note);
        (
            Some(note.id),
            edit(Act::AddNote, [marked.change, Some(change)]),
        )
    }

    /// Changes a note.
    #[must_use]
    pub fn edit_note(&self, id: NoteId, alter: impl FnOnce(&mut Note)) -> Edit {
        let change = || {
            let note = self.study.notes.get(&id)?;
            altered(self.study.home_of_excerpt(note.excerpt)?, note, alter)
        };
        edit(Act::EditNote, [change()])
    }
}
