//! The command palette: commands and places of the study, found by typing.

use super::catalogue::CATALOGUE;
use crate::app::action::Action;
use crate::app::desk::Page;
use crate::app::message::Messages;
use crate::app::reading;
use crate::app::state::State;

/// How many rows are shown.
const ROWS: usize = 12;

/// A row of the palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub label: String,
    /// What kind of thing it is: the key of a message.
    pub kind: &'static str,
    /// The chord that does the same.
    pub keys: Option<&'static str>,
    /// What it does.
    pub action: Action,
}

/// What the palette shows for what was typed.
#[must_use]
pub fn rows(state: &State, typed: &str) -> Vec<Row> {
    let messages = &state.messages;
    let commands = CATALOGUE
        .iter()
        .filter(|command| command.name != "command")
        .filter_map(|command| {
            Some(Row {
                label: messages.text(&format!("command-{}", command.name)),
                kind: "kind-of-command",
                keys: command.keys.first().copied(),
                action: (command.run)(state)?,
            })
        });
    let wanted: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<(u8, Row)> = commands
        .chain(places(state, messages, wanted.is_empty()))
        .filter_map(|row| Some((rank(&row.label, &wanted)?, row)))
        .collect();
    // Stable: within a rank the order of the catalogue and of the study holds.
    found.sort_by_key(|(rank, _)| *rank);
    found.truncate(ROWS);
    found.into_iter().map(|(_, row)| row).collect()
}

fn places(state: &State, messages: &Messages, nothing_typed: bool) -> Vec<Row> {
    let Some(desk) = state.desk.as_ref().filter(|_| !nothing_typed) else {
        return Vec::new();
    };
    let study = desk.study();
    let mut rows = Vec::new();
    for person in study.live_participants() {
        let who = if person.pseudonym.is_empty() {
            person.label.clone()
        } else {
            format!("{} {}", person.label, person.pseudonym)
        };
        for transcript in study.transcripts_of(person.id) {
            rows.push(Row {
                label: format!("{who} · {}", reading::name::of(messages, transcript)),
                kind: "kind-of-transcript",
                keys: None,
                action: Action::Go(Page::Transcript(transcript.id)),
            });
        }
        rows.push(Row {
            label: who,
            kind: "kind-of-participant",
            keys: None,
            action: Action::Go(Page::Participant(person.id)),
        });
    }
    rows
}

/// How well a label fits: its beginning, the beginning of its words, or somewhere; none when a
/// word that was typed is not in it.
fn rank(label: &str, wanted: &[String]) -> Option<u8> {
    let label = label.to_lowercase();
    let one = |word: &String| {
        if label.starts_with(word.as_str()) {
            Some(0)
        } else if label
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|part| part.starts_with(word.as_str()))
        {
            Some(1)
        } else {
            label.contains(word.as_str()).then_some(2)
        }
    };
    wanted
        .iter()
        .map(one)
        .try_fold(0, |worst, rank| Some(rank?.max(worst)))
}

#[cfg(test)]
mod tests {
    use super::rank;

    fn check(label: &str, typed: &str, expected: Option<u8>) {
        let wanted: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        assert_eq!(rank(label, &wanted), expected, "{typed:?} in {label:?}");
    }

    #[test]
    fn beginnings_come_first() {
        check("Go to the codebook", "go", Some(0));
        check("Go to the codebook", "code", Some(1));
        check("Go to the codebook", "book go", Some(2));
        check("Go to the codebook", "journal", None);
        check("Go to the codebook", "", Some(0));
        check("Élan", "ÉL", Some(0));
    }
}
