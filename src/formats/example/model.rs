//! The example study as plain values, before it has ids, dates of change or authors of edits.
//! Nothing here reads or checks.
//!
//! Invariant: things name each other by what a person would call them: a participant by label, a
//! transcript by label and number, a passage by its number in the transcript, a theme by its words.

use crate::study::{position::CharRange, record::note::NoteKind, text::Text};
use serde::{Deserialize, Serialize};

/// A whole study with its analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// What the study is about and how it was made.
    pub details: Details,
    /// What was asked in the interviews.
    pub guide: Guide,
    /// The analysts; the first one made every note that names nobody else.
    pub coders: Vec<Coder>,
    /// The participants, by label.
    pub participants: Vec<Participant>,
    /// The interviews, in the order of participants and numbers.
    pub transcripts: Vec<Transcript>,
    /// Each participant's own themes above their statements.
    pub case_themes: Vec<CaseTheme>,
    /// The themes across participants.
    pub study_themes: Vec<StudyTheme>,
    /// The reflexive journal, oldest first.
    pub memos: Vec<Memo>,
    /// Passages in another language.
    pub translations: Vec<Translation>,
}

/// What the study is about and how it was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Details {
    /// The study's title.
    pub title: String,
    /// The research question.
    pub question: String,
    /// The aim.
    pub aim: String,
    /// How participants were found.
    pub sampling: String,
    /// Who could take part and who could not.
    pub criteria: String,
    /// The number of the ethics approval.
    pub ethics_number: String,
    /// The language of the study.
    pub language: String,
}

/// The interview guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    /// Which version of the guide this is.
    pub version: String,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// A question of the guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about.
    pub domain: String,
    /// Its words.
    pub words: String,
    /// What may be asked after it.
    pub probes: Vec<String>,
}

/// An analyst.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Coder {
    /// The initials that notes and memos are signed with.
    pub name: String,
    /// What this analyst did.
    pub role: String,
}

/// A person who was interviewed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// The label, such as `P4`.
    pub label: String,
    /// The pseudonym, by which the transcripts name this speaker.
    pub pseudonym: String,
    /// What is known about the person.
    pub attributes: Vec<Attribute>,
}

/// One attribute of a participant.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// The time point at which it holds; none when it holds throughout.
    pub time_point: Option<String>,
    /// Its value.
    pub value: String,
}

/// One interview with its passages, notes and statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Transcript {
    /// The participant's label.
    pub participant: String,
    /// Which of the participant's interviews this is, from 1.
    pub number: u16,
    /// The circumstances of the interview.
    pub fields: Fields,
    /// What was said, without speakers' names.
    pub text: Text,
    /// The speakers that turns point to; `Interviewer` is one of them.
    pub speakers: Vec<String>,
    /// The marked passages, by number.
    pub passages: Vec<Passage>,
    /// The exploratory notes, in the order of the file.
    pub notes: Vec<Note>,
    /// The statements that this interview gives evidence for.
    pub statements: Vec<Statement>,
}

/// The circumstances of an interview.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fields {
    /// The time point, such as `6 months`.
    pub time_point: String,
    /// The day, as `2031-03-14`.
    pub date: String,
    /// How long it took.
    pub duration: String,
    /// In person, by telephone or by video.
    pub mode: String,
    /// Where it took place.
    pub place: String,
    /// Who asked.
    pub interviewer: String,
    /// The language or languages spoken.
    pub language: String,
    /// What surrounded the interview.
    pub context: String,
    /// How it felt to be there.
    pub atmosphere: String,
    /// What was spoken of.
    pub content: String,
    /// What the interviewer thought afterwards.
    pub reflection: String,
}

/// A marked stretch of a transcript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Its number in the transcript.
    pub number: u16,
    /// Where it lies.
    pub range: CharRange,
}

/// An exploratory note on a passage. A passage has at most one note of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The number of the passage.
    pub passage: u16,
    /// What sort of note it is.
    pub kind: NoteKind,
    /// Who wrote it.
    pub coder: String,
    /// Its words.
    pub text: String,
}

/// A participant's experiential statement, with what supports it in one interview. The same words
/// in a later interview of the same participant are the same statement with further support.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its words.
    pub text: String,
    /// The numbers of the passages that support it.
    pub passages: Vec<u16>,
    /// The notes it was made from, as places in the transcript's `notes`.
    pub notes: Vec<usize>,
}

/// A theme of one participant.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CaseTheme {
    /// The participant's label.
    pub participant: String,
    /// The theme's name.
    pub name: String,
    /// The statements that it gathers.
    pub statements: Vec<String>,
}

/// A theme across participants.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StudyTheme {
    /// The theme's name.
    pub name: String,
    /// What belongs to it.
    pub definition: String,
    /// What it consists of.
    pub sub_themes: Vec<SubTheme>,
}

/// A part of a theme across participants.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SubTheme {
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub definition: String,
    /// The participants' statements that lie under it.
    pub statements: Vec<StatementName>,
}

/// A statement, named from outside its transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementName {
    /// The participant's label.
    pub participant: String,
    /// The statement's words.
    pub text: String,
}

/// A dated entry of the reflexive journal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memo {
    /// The day, as `2031-03-14`.
    pub date: String,
    /// Who wrote it.
    pub coder: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: Tie,
    /// Its words, with an empty line between paragraphs.
    pub text: String,
}

/// What a memo is tied to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tie {
    /// The study as a whole.
    #[default]
    Study,
    /// A participant, by label.
    Participant(String),
    /// A transcript, by participant and number.
    Transcript(String, u16),
    /// A passage, by participant, transcript and passage number.
    Passage(String, u16, u16),
    /// A theme or sub-theme of the study, by name.
    Theme(String),
    /// A participant's statement.
    Statement(StatementName),
}

/// A passage in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Translation {
    /// The participant's label.
    pub participant: String,
    /// The number of the transcript.
    pub number: u16,
    /// The number of the passage.
    pub passage: u16,
    /// The language of the passage.
    pub from: String,
    /// The language of the translation.
    pub to: String,
    /// Who translated it.
    pub translator: String,
    /// Who checked it.
    pub checker: String,
    /// Its words.
    pub text: String,
}
