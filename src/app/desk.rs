//! The study that is open: its ledger, its steps of undo, and what is shown of it.

use super::codebook::Codebook;
use super::details::Details;
use super::history::History;
use super::journal::Journal;
use super::keeping::card::StudyCard;
use super::keeping::saving::Saving;
use super::reading::Reading;
use super::reading::marks::Extent;
use super::reading::text::Texts;
use super::table::WorkingTable;
use crate::ledger::{Ledger, Loading};
use crate::study::edit::Home;
use crate::study::id::{CoderId, ParticipantId, StudyId, TranscriptId};
use crate::study::study::Study;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// An open study.
pub struct Desk {
    /// Its documents and the read model.
    pub ledger: Ledger,
    /// What the start page knows of it.
    pub card: StudyCard,
    /// Undo and redo.
    pub history: History,
    /// What is stored and what is not.
    pub saving: Saving,
    /// Documents that are still to be read.
    pub loading: VecDeque<Home>,
    /// Those of them that storage was not asked for yet.
    pub unasked: VecDeque<Home>,
    /// Documents that were read and whose records are still to be taken in.
    pub hydrating: Vec<Loading>,
    /// Documents that could not be read.
    pub unread: BTreeSet<Home>,
    /// How many chunks each document has in storage.
    pub chunks: BTreeMap<Home, u32>,
    /// Texts that were read, laid out.
    pub texts: Texts,
    /// What is shown.
    pub page: Page,
    /// The transcript on screen.
    pub reading: Reading,
    /// The codebook.
    pub codebook: Codebook,
    /// The working table.
    pub table: WorkingTable,
    /// The journal.
    pub journal: Journal,
    /// Details, participants, bin.
    pub details: Details,
}

/// A page of an open study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// The study at a glance: details, participants, what comes next.
    #[default]
    Overview,
    /// A participant: attributes and transcripts.
    Participant(ParticipantId),
    /// A transcript with its margins.
    Transcript(TranscriptId),
    /// The working table of a transcript.
    Table(TranscriptId),
    /// The codebook at full width.
    Codebook,
    /// The journal.
    Journal,
    /// The bin.
    Bin,
}

impl Desk {
    /// A desk for a study that was just found or begun.
    #[must_use]
    pub fn new(ledger: Ledger, card: StudyCard) -> Self {
        Self {
            ledger,
            card,
            history: History::default(),
            saving: Saving::default(),
            loading: VecDeque::new(),
            unasked: VecDeque::new(),
            hydrating: Vec::new(),
            unread: BTreeSet::new(),
            chunks: BTreeMap::new(),
            texts: Texts::default(),
            page: Page::default(),
            reading: Reading::default(),
            codebook: Codebook::default(),
            table: WorkingTable::default(),
            journal: Journal::default(),
            details: Details::default(),
        }
    }

    /// The study as it stands.
    #[must_use]
    pub fn study(&self) -> &Study {
        self.ledger.study()
    }

    /// Something of the study changed: what the parts have computed from it is stale.
    pub(super) fn study_changed(&mut self, extent: Extent<'_>) {
        self.reading.study_changed(self.ledger.study(), extent);
        self.codebook.study_changed();
        self.table.study_changed();
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> StudyId {
        self.card.id
    }

    /// Who works here.
    #[must_use]
    pub fn me(&self) -> CoderId {
        self.card.me
    }

    /// The transcript that the page shows.
    #[must_use]
    pub fn transcript(&self) -> Option<TranscriptId> {
        match self.page {
            Page::Transcript(id) | Page::Table(id) => Some(id),
            _ => None,
        }
    }

    /// The participant that the page belongs to.
    #[must_use]
    pub fn participant(&self) -> Option<ParticipantId> {
        match self.page {
            Page::Participant(id) => Some(id),
            _ => {
                let transcript = self.study().transcripts.get(&self.transcript()?)?;
                Some(transcript.participant)
            }
        }
    }
}
