//! What a study says about itself, and the settings that belong to it rather than to a screen.

use serde::{Deserialize, Serialize};

/// The study details: its method section in fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StudyDetails {
    /// The title.
    pub title: String,
    /// The research question.
    pub question: String,
    /// The aim.
    pub aim: String,
    /// How participants were sampled.
    pub sampling: String,
    /// Inclusion and exclusion criteria.
    pub criteria: String,
    /// The number of the ethics approval.
    pub ethics: String,
    /// The language of the study, as a BCP 47 tag or in words.
    pub language: String,
    /// The interview guide.
    pub guide: Vec<GuideEntry>,
    /// Which words the method uses for its themes.
    pub vocabulary: Vocabulary,
    /// Whether the statements stand on the right and the notes on the left.
    pub margins_swapped: bool,
    /// How page.line is counted over a participant's interviews.
    pub numbering: Numbering,
}

/// One question of the interview guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GuideEntry {
    /// The domain it belongs to.
    pub domain: String,
    /// The question.
    pub question: String,
    /// Probes.
    pub probes: String,
    /// The version of the guide it came with.
    pub version: String,
}

/// The three vocabularies of interpretative phenomenological analysis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vocabulary {
    /// Initial theme, case theme, sub-theme, theme.
    #[default]
    InitialTheme,
    /// Experiential statement, personal and group experiential theme (Smith, Flowers & Larkin 2022).
    Experiential,
    /// Emergent, superordinate and master theme (Smith, Flowers & Larkin 2009).
    Emergent,
}

/// How pages are counted over several transcripts of one participant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// Every transcript begins with page 1: a citation names its number, `P4·2·4.18`.
    #[default]
    PerTranscript,
    /// Pages run on through a participant's transcripts: `P4·31.18`.
    RunningOn,
}
