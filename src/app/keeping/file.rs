//! A study as a file: what is in memory from memory, since storage may be what is broken, and the
//! rest from storage.

use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects, Held};
use crate::app::fault::Fault;
use crate::app::notice::Tone;
use crate::app::state::State;
use crate::study::edit::Home;
use std::collections::BTreeSet;

/// How long the name of a file may be, without its ending.
const LONGEST: usize = 80;

/// What became of a file that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The user changed their mind.
    No,
    /// It was written, or is on its way as a download.
    Yes {
        /// How many documents and texts could not be read and are not in it.
        missing: usize,
    },
}

/// Hands the open study to the user as a file.
pub(super) fn save(state: &State, effects: &mut Effects) {
    if let Some(desk) = &state.desk {
        effects.push(Effect::Pack {
            study: desk.id(),
            title: desk.study().details.title.clone(),
            name: name(state, &desk.study().details.title),
            held: desk.held(),
        });
    }
}

/// The file was written, or the user changed their mind.
pub(super) fn saved(state: &mut State, answer: Result<Handed, Fault>) {
    match answer {
        Ok(Handed::No) => {}
        Ok(Handed::Yes { missing: 0 }) => state.notices.show(Tone::Done, "file-saved", Vec::new()),
        Ok(Handed::Yes { missing }) => {
            let count = vec![("count", missing.into())];
            state.notices.show(Tone::Fault, "file-saved-in-part", count);
        }
        Err(fault) => state.notices.fault(&fault),
    }
}

/// The name of a study's file: its title without what file systems refuse.
pub(in crate::app) fn name(state: &State, title: &str) -> String {
    let sound = |letter: char| !letter.is_control() && !r#"/\:*?"<>|"#.contains(letter);
    let kept: String = title.chars().filter(|letter| sound(*letter)).collect();
    let kept: String = kept
        .trim_matches([' ', '.'])
        .chars()
        .take(LONGEST)
        .collect();
    match kept.trim_end() {
        "" => format!("{}.noema", state.messages.text("untitled-study")),
        kept => format!("{kept}.noema"),
    }
}

impl Desk {
    /// The documents that are whole in memory.
    pub(super) fn whole_homes(&self) -> impl Iterator<Item = Home> + '_ {
        self.ledger.homes().filter(|home| self.is_whole(*home))
    }

    fn held(&self) -> Held {
        let whole = self.whole_homes();
        let documents = whole.map(|home| (home, self.ledger.save(home))).collect();
        let stored = self.loading.iter().filter(|home| !self.is_whole(**home));
        let texts = self.texts.to_bytes();
        let known: BTreeSet<_> = texts.iter().map(|(hash, _)| *hash).collect();
        let transcripts = self.study().transcripts.values();
        let wanted: BTreeSet<_> = transcripts
            .flat_map(|transcript| {
                let corrected = transcript
                    .corrections
                    .iter()
                    .map(|correction| correction.text);
                corrected.chain([transcript.text])
            })
            .collect();
        Held {
            documents,
            stored: stored.chain(&self.unread).copied().collect(),
            texts,
            stored_texts: wanted.difference(&known).copied().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::app::state::State;

    fn check(title: &str, expected: &str) {
        assert_eq!(name(&State::default(), title), expected);
    }

    #[test]
    fn names_are_sound() {
        check("Peer support: year one?", "Peer support year one.noema");
        check("../etc\n", "etc.noema");
        check("访谈", "访谈.noema");
        check("  ", "Untitled study.noema");
        check(
            &"long ".repeat(40),
            &format!("{}.noema", "long ".repeat(16).trim_end()),
        );
    }
}
