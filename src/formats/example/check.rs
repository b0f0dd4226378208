//! Whether every name in the example leads to something. The shape of the files is judged where
//! they are read.
//!
//! Invariant: after [`whole`] no lookup by name in the example can fail, and every statement has its
//! place in both trees.

use super::model::{Example, StatementName, Tie, Transcript, Translation};
use std::collections::BTreeSet;

/// Finds the first name that leads nowhere.
pub(super) fn whole(example: &Example) -> Result<(), String> {
    let names = Names::of(example);
    for transcript in &example.transcripts {
        names.transcript(example, transcript)?;
    }
    names.trees(example)?;
    for memo in &example.memos {
        let place = format!("memo `{}`", memo.title);
        known(
            names.coders.contains(memo.coder.as_str()),
            &place,
            &memo.coder,
        )?;
        known(names.tie(&memo.about), &place, &memo.about)?;
    }
    for translation in &example.translations {
        let Translation {
            participant,
            number,
            passage,
            ..
        } = translation;
        let place = (participant.as_str(), *number, *passage);
        known(names.passages.contains(&place), "translation", place)?;
    }
    Ok(())
}

/// All that can be named.
struct Names<'a> {
    coders: BTreeSet<&'a str>,
    participants: BTreeSet<&'a str>,
    transcripts: BTreeSet<(&'a str, u16)>,
    passages: BTreeSet<(&'a str, u16, u16)>,
    statements: BTreeSet<(&'a str, &'a str)>,
    themes: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    fn of(example: &'a Example) -> Self {
        let transcripts = example.transcripts.iter();
        let statements = transcripts.clone().flat_map(|transcript| {
            let label = transcript.participant.as_str();
            transcript
                .statements
                .iter()
                .map(move |statement| (label, statement.text.as_str()))
        });
        let passages = transcripts.clone().flat_map(|transcript| {
            let (label, number) = (transcript.participant.as_str(), transcript.number);
            transcript
                .passages
                .iter()
                .map(move |passage| (label, number, passage.number))
        });
        let themes = example.study_themes.iter().flat_map(|theme| {
            let below = theme
                .sub_themes
                .iter()
                .map(|sub_theme| sub_theme.name.as_str());
            below.chain([theme.name.as_str()])
        });
        Self {
            coders: example
                .coders
                .iter()
                .map(|coder| coder.name.as_str())
                .collect(),
            participants: example
                .participants
                .iter()
                .map(|p| p.label.as_str())
                .collect(),
            transcripts: transcripts
                .clone()
                .map(|t| (t.participant.as_str(), t.number))
                .collect(),
            passages: passages.collect(),
            statements: statements.collect(),
            themes: themes.collect(),
        }
    }

    fn transcript(&self, example: &Example, transcript: &Transcript) -> Result<(), String> {
        let place = format!("{}-{}", transcript.participant, transcript.number);
        let of = |p: &&super::model::Participant| p.label == transcript.participant;
        let participant = example.participants.iter().find(of);
        let Some(participant) = participant else {
            return known(false, &place, &transcript.participant);
        };
        for speaker in &transcript.speakers {
            let named = speaker == "Interviewer" || *speaker == participant.pseudonym;
            known(named, &place, speaker)?;
        }
        known(
            self.coders.contains(transcript.fields.interviewer.as_str()),
            &place,
            &transcript.fields.interviewer,
        )?;
        for note in &transcript.notes {
            known(
                self.coders.contains(note.coder.as_str()),
                &place,
                &note.coder,
            )?;
        }
        for statement in &transcript.statements {
            if statement.passages.is_empty() || statement.notes.is_empty() {
                return Err(format!("{place}: `{}` has no evidence", statement.text));
            }
        }
        Ok(())
    }

    fn trees(&self, example: &'a Example) -> Result<(), String> {
        let in_cases = example.case_themes.iter().flat_map(|theme| {
            let label = theme.participant.as_str();
            theme
                .statements
                .iter()
                .map(move |text| (label, text.as_str()))
        });
        self.placed_once("case themes", in_cases)?;
        let sub_themes = example
            .study_themes
            .iter()
            .flat_map(|theme| &theme.sub_themes);
        let in_study = sub_themes.flat_map(|sub_theme| sub_theme.statements.iter().map(pair));
        self.placed_once("study themes", in_study)
    }

    fn placed_once(
        &self,
        tree: &str,
        placed: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), String> {
        let mut left = self.statements.clone();
        for statement in placed {
            known(self.statements.contains(&statement), tree, statement)?;
            if !left.remove(&statement) {
                return Err(format!("{tree}: {statement:?} has two places"));
            }
        }
        match left.first() {
            None => Ok(()),
            Some(statement) => Err(format!("{tree}: {statement:?} has no place")),
        }
    }

    fn tie(&self, tie: &Tie) -> bool {
        match tie {
            Tie::Study => true,
            Tie::Participant(label) => self.participants.contains(label.as_str()),
            Tie::Transcript(label, number) => self.transcripts.contains(&(label.as_str(), *number)),
            Tie::Passage(label, number, passage) => {
                self.passages.contains(&(label.as_str(), *number, *passage))
            }
            Tie::Theme(name) => self.themes.contains(name.as_str()),
            Tie::Statement(name) => self.statements.contains(&pair(name)),
        }
    }
}

fn pair(name: &StatementName) -> (&str, &str) {
    (&name.participant, &name.text)
}

fn known(found: bool, place: &str, name: impl std::fmt::Debug) -> Result<(), String> {
    match found {
        true => Ok(()),
        false => Err(format!("{place}: {name:?} leads nowhere")),
    }
}
