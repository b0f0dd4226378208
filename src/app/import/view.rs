//! What the import shows, computed from the state.

use super::Import;
use super::file::{Item, Reading, Stage};
use super::form::{self, Form};
use super::person::{LabelFault, Newcomer, Who};
use super::preview::{self, Preview};
use super::store::{self, Hindrance};
use crate::app::desk::Desk;
use crate::app::message::{Arguments, Messages};
use crate::app::reading::name;
use crate::app::state::State;
use crate::formats::import::{Encoding, Warning};
use crate::study::id::ParticipantId;
use crate::study::study::Study;

/// Whether the import covers the page.
#[must_use]
pub fn is_shown(state: &State) -> bool {
    state.desk.is_some() && state.import.as_ref().is_some_and(|import| !import.aside)
}

/// The list of files and what can be done with all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// The files.
    pub rows: Vec<Row>,
    /// Whether, where there is room for one pane only, it is that of the file.
    pub looking: bool,
    /// How many would be stored.
    pub ready: usize,
    /// What keeps them from being stored: the key of its sentence.
    pub hindrance: Option<&'static str>,
}

/// A file in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// By which it is known.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Whether it is looked at.
    pub chosen: bool,
    /// How far it is.
    pub state: RowState,
}

/// How far a file is, as the list says it.
#[derive(Clone, Debug, PartialEq)]
pub enum RowState {
    /// Its turn is still to come.
    Waiting,
    /// So far, in percent.
    Reading(u32),
    /// It will be stored as this.
    Ready {
        /// Participant, kind and number.
        place: String,
        /// Something about it should be looked at.
        attention: bool,
    },
    /// It will not be stored.
    LeftOut,
    /// It cannot be.
    Refused(String),
}

/// The list.
#[must_use]
pub fn list(state: &State) -> List {
    let (Some(import), Some(desk)) = (&state.import, &state.desk) else {
        return List::default();
    };
    let numbers = import.numbers(desk.study());
    let rows = import.files.iter().map(|item| Row {
        number: item.number,
        name: item.name.clone(),
        chosen: import.chosen == Some(item.number),
        state: match (&item.stage, &item.form) {
            (Stage::Reading { done, .. }, _) => RowState::Reading(done / 10),
            (Stage::Refused(refusal), _) => {
                let arguments = refusal.arguments(&state.messages);
                RowState::Refused(state.messages.with(&refusal.key(), &arguments))
            }
            (Stage::Ready, Some(form)) if form.include => RowState::Ready {
                place: place(
                    &state.messages,
                    import,
                    desk.study(),
                    form,
                    numbers.get(&item.number).copied().unwrap_or_default(),
                ),
                attention: needs_attention(import, desk, item, form),
            },
            (Stage::Ready, _) => RowState::LeftOut,
            (Stage::Waiting, _) => RowState::Waiting,
        },
    });
    List {
        rows: rows.collect(),
        looking: import.looking,
        ready: import.included().count(),
        hindrance: store::hindrance(import, desk)
            .filter(|hindrance| !matches!(hindrance, Hindrance::Whose(_) | Hindrance::Label(_)))
            .map(store::key),
    }
}

fn needs_attention(import: &Import, desk: &Desk, item: &Item, form: &Form) -> bool {
    let unnamed = match form.who {
        Who::New(number) => import.label_fault(desk.study(), number).is_some(),
        Who::Known(id) => desk.study().live_participant(id).is_none(),
    };
    let replaced = item
        .reading
        .as_ref()
        .and_then(|reading| reading.draft.encoding.as_ref())
        .is_some_and(|encoding| encoding.replaced > 0);
    unnamed || replaced || import.number_is_taken(desk.study(), item.number)
}

/// "P2 · Interview 1 · baseline".
fn place(messages: &Messages, import: &Import, study: &Study, form: &Form, number: u32) -> String {
    let label = match form.who {
        Who::Known(id) => study
            .participants
            .get(&id)
            .map_or("", |person| &person.label),
        Who::New(new) => import
            .newcomers
            .get(&new)
            .map_or("", |person| &person.label),
    };
    let what = format!("{} {number}", messages.text(name::kind_key(form.kind)));
    let mut place = match label {
        "" => what,
        label => format!("{label} · {what}"),
    };
    if !form.wave.is_empty() {
        place = format!("{place} · {}", form.wave);
    }
    place
}

/// The file that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// By which it is known.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// What there is to see.
    pub content: Content,
}

/// What there is to see of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing yet; so far, in percent.
    Reading(u32),
    /// Why it cannot be read.
    Refused {
        /// The key of the message.
        key: String,
        /// Its values.
        arguments: Arguments,
        /// Whether trying again may help.
        again: bool,
    },
    /// The transcript as it will be.
    Ready(Box<Ready>),
}

/// The transcript as it will be, and what can be decided about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// What was decided.
    pub form: Form,
    /// The participants of the study.
    pub known: Vec<(ParticipantId, String)>,
    /// Those who come with the files.
    pub newcomers: Vec<(u32, String)>,
    /// Its own newcomer.
    pub newcomer: Option<Newcomer>,
    /// What is wrong with their label: the key of its sentence.
    pub label_fault: Option<&'static str>,
    /// The number it will have.
    pub number: u32,
    /// Whether another transcript has it.
    pub number_taken: bool,
    /// Time points to choose from.
    pub waves: Vec<String>,
    /// Its speakers as the file names them, with turns and words.
    pub speakers: Vec<(String, u32, u32)>,
    /// Whether it is split by speakers.
    pub split: bool,
    /// How its bytes were read, for text files.
    pub encoding: Option<Encoding>,
    /// How many pages the source has; none when it has no pages.
    pub source_pages: Option<usize>,
    /// How many comments it has.
    pub comments: usize,
    /// How many words.
    pub words: u32,
    /// What should be known: keys and values.
    pub warnings: Vec<(String, Arguments)>,
    /// What has the same text.
    pub twin: Option<Twin>,
    /// How many other files there are to apply this to.
    pub others: usize,
    /// The first lines.
    pub preview: Preview,
    /// Whether it is being read anew.
    pub stale: bool,
}

/// What has the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Twin {
    /// A transcript of the study.
    Transcript(String),
    /// Another file.
    File(String),
}

/// The file that is looked at.
#[must_use]
pub fn file(state: &State) -> Option<File> {
    let (import, desk) = (state.import.as_ref()?, state.desk.as_ref()?);
    let item = import.file(import.chosen?)?;
    let content = match (&item.stage, item.looked_at()) {
        (Stage::Refused(refusal), _) => Content::Refused {
            key: refusal.key(),
            arguments: refusal.arguments(&state.messages),
            again: refusal.may_pass(),
        },
        (_, Some((reading, form))) => {
            Content::Ready(Box::new(ready(state, import, desk, item, reading, form)))
        }
        (Stage::Reading { done, .. }, None) => Content::Reading(done / 10),
        (Stage::Waiting | Stage::Ready, None) => Content::Reading(0),
    };
    Some(File {
        number: item.number,
        name: item.name.clone(),
        content,
    })
}

fn ready(
    state: &State,
    import: &Import,
    desk: &Desk,
    item: &Item,
    reading: &Reading,
    form: &Form,
) -> Ready {
    let study = desk.study();
    let named = |label: &str, pseudonym: &str| match pseudonym {
        "" => label.to_owned(),
        pseudonym => format!("{label} · {pseudonym}"),
    };
    let new = match form.who {
        Who::New(number) => Some(number),
        Who::Known(_) => None,
    };
    let found = reading.draft.speakers.iter();
    Ready {
        form: form.clone(),
        known: study
            .live_participants()
            .into_iter()
            .map(|person| (person.id, named(&person.label, &person.pseudonym)))
            .collect(),
        newcomers: import
            .newcomers
            .iter()
            .map(|(number, person)| (*number, named(&person.label, &person.pseudonym)))
            .collect(),
        newcomer: new.and_then(|new| import.newcomers.get(&new).cloned()),
        label_fault: new
            .and_then(|new| import.label_fault(study, new))
            .map(|fault| match fault {
                LabelFault::Missing => "import-label-missing",
                LabelFault::InStudy => "import-label-in-study",
                LabelFault::AmongFiles => "import-label-among-files",
            }),
        number: import
            .numbers(study)
            .get(&item.number)
            .copied()
            .unwrap_or_default(),
        number_taken: import.number_is_taken(study, item.number),
        waves: form::waves(import, study),
        speakers: found
            .map(|speaker| (speaker.name.clone(), speaker.turns, speaker.words))
            .collect(),
        split: item.choice.speakers,
        encoding: reading.draft.encoding.clone(),
        source_pages: (!reading.text.pages.is_empty()).then(|| reading.text.pages.len() + 1),
        comments: reading.draft.comments.len(),
        words: reading.words,
        warnings: warnings(reading),
        twin: twin(state, import, study, item, reading),
        others: import.files.len() - 1,
        preview: preview::preview(reading, form),
        stale: !item.is_ready(),
    }
}

fn warnings(reading: &Reading) -> Vec<(String, Arguments)> {
    let mut said: Vec<_> = reading.draft.warnings.iter().map(in_words).collect();
    if let Some(encoding) = &reading.draft.encoding
        && encoding.replaced > 0
    {
        said.insert(
            0,
            (
                "import-warning-replaced".into(),
                vec![("count", encoding.replaced.into())],
            ),
        );
    }
    said
}

/// A warning as a message.
#[must_use]
pub fn in_words(warning: &Warning) -> (String, Arguments) {
    let (name, count) = match warning {
        Warning::NulBytes { count } => ("nul-bytes", Some(count)),
        Warning::LinesJoined => ("lines-joined", None),
        Warning::Footnotes { count } => ("footnotes", Some(count)),
        Warning::Symbols { count } => ("symbols", Some(count)),
        Warning::CommentsUnplaced { count } => ("comments-unplaced", Some(count)),
        Warning::CuesSkipped { count } => ("cues-skipped", Some(count)),
        Warning::PageFurniture { count } => ("page-furniture", Some(count)),
        Warning::PrintedNumbers { count } => ("printed-numbers", Some(count)),
        Warning::PagesWithoutText { count } => ("pages-without-text", Some(count)),
    };
    let arguments = count.map(|count| ("count", (*count).into()));
    (
        format!("import-warning-{name}"),
        arguments.into_iter().collect(),
    )
}

fn twin(
    state: &State,
    import: &Import,
    study: &Study,
    item: &Item,
    reading: &Reading,
) -> Option<Twin> {
    if let Some(known) = form::known_as(study, reading.hash) {
        let transcript = study.transcripts.get(&known)?;
        let person = study.participants.get(&transcript.participant)?;
        let called = name::of(&state.messages, transcript);
        return Some(Twin::Transcript(format!("{} · {called}", person.label)));
    }
    let same = |other: &&Item| {
        let theirs = other.reading.as_ref().map(|theirs| theirs.hash);
        other.number != item.number && theirs == Some(reading.hash)
    };
    let other = import.files.iter().find(same)?;
    Some(Twin::File(other.name.clone()))
}
