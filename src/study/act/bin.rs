//! Putting things into the bin and taking them out. What hangs on them goes and comes with them,
//! since look-ups do not find what hangs on something in the bin.

use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit, Home, Record, to_fields};
use crate::study::id::{
    CodingId, ExcerptId, MemoId, NoteId, ParticipantId, ThemeId, TranscriptId, TranslationId,
};
use crate::study::record::Binned;
use crate::study::text::TextHash;
use serde_json::Value;

/// Something that can lie in the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A participant with everything of theirs.
    Participant(ParticipantId),
    /// A transcript with its passages.
    Transcript(TranscriptId),
    /// A passage with its notes, codings and translations.
    Excerpt(ExcerptId),
    /// A note.
    Note(NoteId),
    /// A theme; its codings stay and come back with it.
    Theme(ThemeId),
    /// A coding.
    Coding(CodingId),
    /// A translation.
    Translation(TranslationId),
    /// A memo.
    Memo(MemoId),
}

impl Hand<'_> {
    /// Puts a thing into the bin.
    #[must_use]
    pub fn bin(&self, thing: Thing) -> Edit {
        edit(Act::Bin, [self.set_binned(thing, true)])
    }

    /// Puts several things into the bin.
    #[must_use]
    pub fn bin_all(&self, things: &[Thing]) -> Edit {
        edit(
            Act::Bin,
            things.iter().map(|thing| self.set_binned(*thing, true)),
        )
    }

    /// Takes a thing out of the bin.
    #[must_use]
    pub fn unbin(&self, thing: Thing) -> Edit {
        edit(Act::Unbin, [self.set_binned(thing, false)])
    }

    fn set_binned(&self, thing: Thing, into: bool) -> Option<Change> {
        let study = self.study;
        macro_rules! set {
            ($shelf:ident, $id:expr, $home:expr) => {{
                let record = study.$shelf.get($id)?;
                let binned = into.then(|| self.binned(record));
                altered($home, record, |record| record.binned = binned)
            }};
        }
        match thing {
            Thing::Participant(id) => set!(participants, &id, Home::Participant(id)),
            Thing::Transcript(id) => set!(transcripts, &id, study.home_of_transcript(id)?),
            Thing::Excerpt(id) => set!(excerpts, &id, study.home_of_excerpt(id)?),
            Thing::Note(id) => {
                let excerpt = study.notes.get(&id)?.excerpt;
                set!(notes, &id, study.home_of_excerpt(excerpt)?)
            }
            Thing::Theme(id) => set!(themes, &id, study.home_of_theme(id)?),
            Thing::Coding(id) => {
                let excerpt = study.codings.get(&id)?.excerpt;
                set!(codings, &id, study.home_of_excerpt(excerpt)?)
            }
            Thing::Translation(id) => {
                let excerpt = study.translations.get(&id)?.excerpt;
                set!(translations, &id, study.home_of_excerpt(excerpt)?)
            }
            Thing::Memo(id) => {
                let about = study.memos.get(&id)?.about;
                set!(memos, &id, study.home_of_memo(about)?)
            }
        }
    }

    /// The mark that a record lies in the bin from now on.
    pub(super) fn binned<R: Record>(&self, record: &R) -> Binned {
        let mut fields = to_fields(record);
        fields.remove("binned");
        let content = Value::Object(fields).to_string();
        let mut hash = TextHash::of(content.as_bytes()).to_string();

        hash.truncate(32);
        Binned {
            at: self.stamp.at(),
            by: self.by,
            hash,
        }
    }
}
