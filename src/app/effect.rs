//! What is to be done outside: effects are data, performed by `runtime` and answered with actions.

use super::history::Step;
use super::keeping::card::StudyCard;
use super::setting::Settings;
use super::start::Purpose;
use crate::study::edit::Home;
use crate::study::id::{Id, StudyId};
use crate::study::text::TextHash;

/// Something to be done in the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// List the studies of this machine. Answer: `keeping::Action::Listed`.
    ListStudies,
    /// Read what is needed first of a study. Answer: `keeping::Action::Found`.
    FindStudy(StudyId),
    /// Read one document. Answer: `keeping::Action::DocumentRead`.
    ReadDocument(StudyId, Home),
    /// Read a text. Answer: `keeping::Action::TextRead`.
    ReadText(StudyId, TextHash),
    /// Read older steps of undo. Answer: `keeping::Action::StepsRead`.
    ReadSteps {
        /// Of which study.
        study: StudyId,
        /// Only those before this one.
        before: Id,
    },
    /// Write all of it or nothing. Answer: `keeping::Action::Written` with the same ticket.
    Write {
        /// Names the answer.
        ticket: u64,
        /// Whose.
        study: StudyId,
        /// What.
        writes: Vec<Write>,
        /// What other tabs are told once it is stored.
        news: Vec<News>,
    },
    /// Write to studies that are not open, all of it or nothing. Answer: `start::Action::Stored`.
    Store {
        /// What, and to which studies.
        batches: Vec<Batch>,
        /// What for.
        purpose: Purpose,
    },
    /// Read all documents and texts of a stored study. Answer: `start::Action::PackageRead`.
    ReadPackage(StudyId),
    /// Read the settings of this machine. Answer: `start::Action::SettingsRead`.
    ReadSettings,
    /// Keep the settings of this machine. No answer.
    KeepSettings(Settings),
    /// Put a document's chunks together. No answer.
    Compact(StudyId, Home, Id),
    /// Hear what other tabs do to a study, or stop hearing.
    Listen(Option<StudyId>),
    /// Let the user say where, and save a study there as a file. What memory does not hold is taken
    /// from storage. Answer: `keeping::Action::FileSaved`.
    Pack {
        /// The study.
        study: StudyId,
        /// Its title.
        title: String,
        /// A name for the file.
        name: String,
        /// What memory holds of it.
        held: Held,
    },
    /// Let the user pick a study file. Answers: `start::Action::{FileChosen, FileRead}`.
    PickStudyFile,
    /// Let the user pick files to import. Answer: `import::Action::Picked`.
    PickTranscripts,
    /// Make the example in the reader. Answer: `start::Action::ExampleRead`.
    ReadExample,
    /// Read a foreign file in a throw-away worker. Answers: `import::Action::{Progressed, Read}`.
    ReadForeign(super::import::Request),
    /// End the reading of a foreign file.
    CancelForeign(u32),
    /// Let files go that were picked or dropped. No answer.
    ForgetFiles(Vec<u32>),
    /// Search with a regular expression in the reader. Answer: `reading::Action::Found`.
    Search(super::reading::find::Request),
    /// How much room there is. Answer: `start::Action::RoomMeasured`.
    MeasureRoom,
    /// Ask the browser to keep the storage. Answer: `start::Action::Persisted`.
    Persist,
    /// Give the keyboard to the element with this `data-focus`, after the next painting.
    Focus(String),
    /// Put text on the clipboard.
    Copy(String),
    /// Print the page.
    Print,
    /// Dispatch an action after some milliseconds.
    Later(u32, Box<super::action::Action>),
}

/// One write to the database.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// The card of a study on the start page.
    Card(StudyCard),
    /// A chunk of a document.
    Chunk {
        /// Which document.
        home: Home,
        /// Sorts it behind those before.
        seq: Id,
        /// What changed, as Automerge wrote it.
        bytes: Vec<u8>,
    },
    /// A text.
    Text {
        /// Its hash.
        hash: TextHash,
        /// Its canonical bytes.
        bytes: Vec<u8>,
    },
    /// A step of undo.
    Step(Step),
    /// Steps that can no longer be redone.
    ForgetSteps(Vec<Id>),
    /// A restore point: the whole study as a file.
    RestorePoint {
        /// Sorts it.
        seq: Id,
        /// The file.
        bytes: Vec<u8>,
    },
    /// What goes before: the documents and steps of the study are forgotten.
    Clear,
    /// Everything of the study is forgotten.
    Destroy,
}

/// Writes to one study, and what its other tabs are told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Which study.
    pub study: StudyId,
    /// What is written.
    pub writes: Vec<Write>,
    /// What other tabs are told once it is stored.
    pub news: Option<News>,
}

/// What memory holds of a study that is packed into a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// Documents that are whole in memory.
    pub documents: Vec<(Home, Vec<u8>)>,
    /// Documents that are known of and in storage only.
    pub stored: Vec<Home>,
    /// Texts, in their canonical bytes.
    pub texts: Vec<(TextHash, Vec<u8>)>,
    /// Texts that are known of and in storage only.
    pub stored_texts: Vec<TextHash>,
}

/// What other tabs are told.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct News {
    /// Changed documents.
    pub chunks: Vec<(Home, Vec<u8>)>,
    /// The step of undo that goes with it.
    pub step: Option<Step>,
    /// Steps that can no longer be redone.
    pub forgotten: Vec<Id>,
    /// Whether all that was stored before is gone.
    #[serde(default)]
    pub end: Option<End>,
}

/// What became of a stored study as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// It was deleted for good.
    Destroyed,
    /// Another version of it was put in its place.
    Replaced,
}

impl News {
    /// As it travels to other tabs.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("news is plain data and always serialises")
    }

    /// Reads what [`News::to_bytes`] wrote; none for what another version says.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// Effects in the order they were asked for.
pub type Effects = Vec<Effect>;
