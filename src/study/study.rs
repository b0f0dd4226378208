//! The read model: all records of a study, and the relations between them.
//!
//! Only the ledger changes it, change by change. It may be incomplete while documents are still
//! being loaded, and after a merge a record may point to one that is not there: every look-up
//! answers with an option. Invariant: relations hold exactly what the records say, except that a
//! record lying in the bin is left out of them; and `support` counts the codings that live at
//! every level above them.

use super::edit::{Change, Fields, Home, Record, Table, from_fields, overlay, to_fields};
use super::id::{
    CoderId, CodingId, ExcerptId, Id, MemoId, NoteId, ParticipantId, ThemeId, TranscriptId,
    TranslationId,
};
use super::record::coder::Coder;
use super::record::coding::Coding;
use super::record::details::StudyDetails;
use super::record::excerpt::Excerpt;
use super::record::memo::{About, Memo};
use super::record::note::Note;
use super::record::participant::Participant;
use super::record::theme::Theme;
use super::record::transcript::Transcript;
use super::record::translation::Translation;
use super::relation::Relation;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// A study as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// What it says about itself.
    pub details: StudyDetails,
    /// The team.
    pub coders: BTreeMap<CoderId, Coder>,
    /// The cases.
    pub participants: BTreeMap<ParticipantId, Participant>,
    /// Their documents.
    pub transcripts: BTreeMap<TranscriptId, Transcript>,
    /// Marked passages.
    pub excerpts: BTreeMap<ExcerptId, Excerpt>,
    /// Comments.
    pub notes: BTreeMap<NoteId, Note>,
    /// The codebook.
    pub themes: BTreeMap<ThemeId, Theme>,
    /// The evidence.
    pub codings: BTreeMap<CodingId, Coding>,
    /// Passages in another language.
    pub translations: BTreeMap<TranslationId, Translation>,
    /// The journal.
    pub memos: BTreeMap<MemoId, Memo>,
    pub(super) links: Links,
}

/// The reverse of the fields by which records name each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Links {
    pub(super) transcripts: Relation<ParticipantId, TranscriptId>,
    pub(super) excerpts: Relation<TranscriptId, ExcerptId>,
    pub(super) notes: Relation<ExcerptId, NoteId>,
    pub(super) codings: Relation<ExcerptId, CodingId>,
    pub(super) evidence: Relation<ThemeId, CodingId>,
    pub(super) translations: Relation<ExcerptId, TranslationId>,
    pub(super) themes: Relation<Option<ParticipantId>, ThemeId>,
    pub(super) children: Relation<ThemeId, ThemeId>,
    pub(super) placed: Relation<ThemeId, ThemeId>,
    pub(super) made_from: Relation<NoteId, ThemeId>,
    pub(super) memos: Relation<MemoPlace, MemoId>,
    pub(super) support: BTreeMap<(ThemeId, ParticipantId), u32>,
}

/// [`About`] as a key of a relation.
pub(super) type MemoPlace = Option<Id>;

/// Why a change could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The record is not there.
    Missing(Table, Id),
    /// Its fields make no record.
    Malformed(Table, Id, String),
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(table, id) => write!(f, "no {} {id}", table.name()),
            Self::Malformed(table, id, why) => write!(f, "{} {id}: {why}", table.name()),
        }
    }
}

impl std::error::Error for Misfit {}

impl Study {
    /// Writes one change.
    ///
    /// # Errors
    /// When the record is missing or the fields make none; the study is as it was then.
    pub(crate) fn write(&mut self, change: &Change) -> Result<(), Misfit> {
        self.write_fields(
            change.table,
            change.id,
            change.was.is_none(),
            change.now.as_ref().map(Cow::Borrowed),
        )
    }

    /// Puts a whole record in place of what stands under its name, or takes it away.
    ///
    /// # Errors
    /// When the fields make no record; the study is as it was then.
    pub(crate) fn put(
        &mut self,
        table: Table,
        id: Id,
        fields: Option<Fields>,
    ) -> Result<(), Misfit> {
        self.write_fields(table, id, true, fields.map(Cow::Owned))
    }

    /// The fields of a record, if it is there.
    pub(crate) fn fields(&self, table: Table, id: Id) -> Option<Fields> {
        fn of<R: Shelved>(study: &Study, id: Id) -> Option<Fields> {
            R::shelf(study).get(&R::Key::from(id)).map(to_fields)
        }
        match table {
            Table::Details => Some(to_fields(&self.details)),
            Table::Coder => of::<Coder>(self, id),
            Table::Participant => of::<Participant>(self, id),
            Table::Transcript => of::<Transcript>(self, id),
            Table::Excerpt => of::<Excerpt>(self, id),
            Table::Note => of::<Note>(self, id),
            Table::Theme => of::<Theme>(self, id),
            Table::Coding => of::<Coding>(self, id),
            Table::Translation => of::<Translation>(self, id),
            Table::Memo => of::<Memo>(self, id),
        }
    }

    fn write_fields(
        &mut self,
        table: Table,
        id: Id,
        whole: bool,
        now: Option<Cow<'_, Fields>>,
    ) -> Result<(), Misfit> {
        match table {
            Table::Details => {
                let fields = match now {
                    None => Fields::new(),
                    Some(now) if whole => now.into_owned(),
                    Some(now) => {
                        let mut fields = to_fields(&self.details);
                        overlay(&mut fields, &now);
                        fields
                    }
                };
                self.details = from_fields(fields)
                    .map_err(|why| Misfit::Malformed(table, id, why.to_string()))?;
                Ok(())
            }
            Table::Coder => self.write_record::<Coder>(id, whole, now),
            Table::Participant => self.write_record::<Participant>(id, whole, now),
            Table::Transcript => self.write_record::<Transcript>(id, whole, now),
            Table::Excerpt => self.write_record::<Excerpt>(id, whole, now),
            Table::Note => self.write_record::<Note>(id, whole, now),
            Table::Theme => self.write_record::<Theme>(id, whole, now),
            Table::Coding => self.write_record::<Coding>(id, whole, now),
            Table::Translation => self.write_record::<Translation>(id, whole, now),
            Table::Memo => self.write_record::<Memo>(id, whole, now),
        }
    }

    fn write_record<R: Shelved>(
        &mut self,
        id: Id,
        whole: bool,
        now: Option<Cow<'_, Fields>>,
    ) -> Result<(), Misfit> {
        let key = R::Key::from(id);
        let old = R::shelf(self).get(&key).cloned();
        let new = match (now, &old) {
            (None, _) => None,
            (Some(now), _) if whole => Some(now.into_owned()),
            (Some(now), Some(old)) => {
                let mut fields = to_fields(old);
                overlay(&mut fields, &now);
                Some(fields)
            }
            (Some(_), None) => return Err(Misfit::Missing(R::TABLE, id)),
        };
        let new = new
            .map(from_fields::<R>)
            .transpose()
            .map_err(|why| Misfit::Malformed(R::TABLE, id, why.to_string()))?;
        if new.as_ref().is_some_and(|new| new.id() != id) {
            let why = "its name is another".to_owned();
            return Err(Misfit::Malformed(R::TABLE, id, why));
        }
        let dependants = R::dependants(self, key);
        self.count(&dependants, false);
        if let Some(old) = &old {
            old.link(&mut self.links, false);
        }
        match new {
            Some(new) => {
                new.link(&mut self.links, true);
                R::shelf_mut(self).insert(key, new);
            }
            None => {
                R::shelf_mut(self).remove(&key);
            }
        }
        // A coding made just now was nobody's dependant before.
        let dependants = R::dependants(self, key);
        self.count(&dependants, true);
        Ok(())
    }

    fn count(&mut self, codings: &[CodingId], add: bool) {
        for id in codings {
            let Some((theme, participant)) = self.supports(*id) else {
                continue;
            };
            let key = (theme, participant);
            if add {
                *self.links.support.entry(key).or_default() += 1;
            } else if let Some(count) = self.links.support.get_mut(&key) {
                *count -= 1;
                if *count == 0 {
                    self.links.support.remove(&key);
                }
            }
        }
    }

    /// Which theme a coding supports and for whom, if it and all that it hangs on are live.
    fn supports(&self, id: CodingId) -> Option<(ThemeId, ParticipantId)> {
        let coding = self.codings.get(&id)?;
        if coding.binned.is_some() {
            return None;
        }
        let excerpt = self.live_excerpt(coding.excerpt)?;
        let transcript = self.transcripts.get(&excerpt.transcript)?;
        Some((coding.theme, transcript.participant))
    }
}

/// A record that lies on a shelf of the study under a key of its own type.
trait Shelved: Record {
    /// The type of its name.
    type Key: Ord + Copy + From<Id>;

    fn shelf(study: &Study) -> &BTreeMap<Self::Key, Self>;
    fn shelf_mut(study: &mut Study) -> &mut BTreeMap<Self::Key, Self>;

    /// Adds what it points to to the relations, or takes it out.
    fn link(&self, links: &mut Links, add: bool);

    /// The codings whose life hangs on it.
    fn dependants(_: &Study, _: Self::Key) -> Vec<CodingId> {
        Vec::new()
    }
}

fn set<K: std::hash::Hash + Eq, V: Ord + Copy>(
    relation: &mut Relation<K, V>,
    key: K,
    value: V,
    add: bool,
) {
    if add {
        relation.add(key, value);
    } else {
        relation.remove(&key, value);
    }
}

macro_rules! shelf {
    ($record:ident, $key:ident, $field:ident) => {
        type Key = $key;

        fn shelf(study: &Study) -> &BTreeMap<$key, $record> {
            &study.$field
        }

        fn shelf_mut(study: &mut Study) -> &mut BTreeMap<$key, $record> {
            &mut study.$field
        }
    };
}

impl Shelved for Coder {
    shelf!(Coder, CoderId, coders);

    fn link(&self, _: &mut Links, _: bool) {}
}

impl Shelved for Participant {
    shelf!(Participant, ParticipantId, participants);

    fn link(&self, _: &mut Links, _: bool) {}

    fn dependants(study: &Study, id: ParticipantId) -> Vec<CodingId> {
        study
            .links
            .transcripts
            .get(&id)
            .flat_map(|transcript| Transcript::dependants(study, transcript))
            .collect()
    }
}

impl Shelved for Transcript {
    shelf!(Transcript, TranscriptId, transcripts);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_none() {
            set(&mut links.transcripts, self.participant, self.id, add);
        }
    }

    fn dependants(study: &Study, id: TranscriptId) -> Vec<CodingId> {
        study
            .links
            .excerpts
            .get(&id)
            .flat_map(|excerpt| study.links.codings.get(&excerpt))
            .collect()
    }
}

impl Shelved for Excerpt {
    shelf!(Excerpt, ExcerptId, excerpts);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_none() {
            set(&mut links.excerpts, self.transcript, self.id, add);
        }
    }

    fn dependants(study: &Study, id: ExcerptId) -> Vec<CodingId> {
        study.links.codings.get(&id).collect()
    }
}

impl Shelved for Note {
    shelf!(Note, NoteId, notes);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_none() {
            set(&mut links.notes, self.excerpt, self.id, add);
        }
    }
}

impl Shelved for Theme {
    shelf!(Theme, ThemeId, themes);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_some() {
            return;
        }
        set(&mut links.themes, self.owner, self.id, add);
        if let Some(parent) = self.parent {
            set(&mut links.children, parent, self.id, add);
        }
        if let Some(under) = self.under {
            set(&mut links.placed, under, self.id, add);
        }
        for note in &self.notes {
            set(&mut links.made_from, *note, self.id, add);
        }
    }
}

impl Shelved for Coding {
    shelf!(Coding, CodingId, codings);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_none() {
            set(&mut links.codings, self.excerpt, self.id, add);
            set(&mut links.evidence, self.theme, self.id, add);
        }
    }

    fn dependants(_: &Study, id: CodingId) -> Vec<CodingId> {
        vec![id]
    }
}

impl Shelved for Translation {
    shelf!(Translation, TranslationId, translations);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_none() {
            set(&mut links.translations, self.excerpt, self.id, add);
        }
    }
}

impl Shelved for Memo {
    shelf!(Memo, MemoId, memos);

    fn link(&self, links: &mut Links, add: bool) {
        if self.binned.is_none() {
            set(&mut links.memos, memo_place(self.about), self.id, add);
        }
    }
}

/// Names are unlike across kinds, so the bare id says what a memo is about.
pub(super) fn memo_place(about: About) -> MemoPlace {
    match about {
        About::Study => None,
        About::Participant(id) => Some(id.into()),
        About::Transcript(id) => Some(id.into()),
        About::Excerpt(id) => Some(id.into()),
        About::Note(id) => Some(id.into()),
        About::Theme(id) => Some(id.into()),
    }
}

/// Where records live.
impl Study {
    /// The document of a transcript's participant.
    #[must_use]
    pub fn home_of_transcript(&self, id: TranscriptId) -> Option<Home> {
        let transcript = self.transcripts.get(&id)?;
        Some(Home::Participant(transcript.participant))
    }

    /// The document of a passage's participant, and so of its notes, codings and translations.
    #[must_use]
    pub fn home_of_excerpt(&self, id: ExcerptId) -> Option<Home> {
        self.home_of_transcript(self.excerpts.get(&id)?.transcript)
    }

    /// The document of a theme.
    #[must_use]
    pub fn home_of_theme(&self, id: ThemeId) -> Option<Home> {
        let theme = self.themes.get(&id)?;
        Some(theme.owner.map_or(Home::Study, Home::Participant))
    }

    /// The document of what is about something.
    #[must_use]
    pub fn home_of_memo(&self, about: About) -> Option<Home> {
        match about {
            About::Study => Some(Home::Study),
            About::Participant(id) => Some(Home::Participant(id)),
            About::Transcript(id) => self.home_of_transcript(id),
            About::Excerpt(id) => self.home_of_excerpt(id),
            About::Note(id) => self.home_of_excerpt(self.notes.get(&id)?.excerpt),
            About::Theme(id) => self.home_of_theme(id),
        }
    }
}
