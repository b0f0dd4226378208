//! What is in a study file, and what is wrong with it.

use noema::formats::study_file::{self, Package};
use noema::ledger::{Actor, Ledger};
use noema::study::id::{Moment, Stamp};
use noema::study::index::TextIndex;
use noema::study::record::memo::About;
use noema::study::study::Study;
use noema::study::text::Text;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;

/// Reads a file and says what is in it. What lies in the bin counts as there.
pub fn check(file: &str) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|why| format!("{file}: {why}"))?;
    let package = study_file::read(&bytes).map_err(|why| format!("{file}: {why}"))?;
    let mut faults = Vec::new();
    let ledger = load(&package, &mut faults);
    let study = ledger.study();
    hold_together(study, &mut faults);
    fit_their_texts(study, &package, &mut faults);
    let said = json!({
        "title": package.title,
        "notes": study.notes.values().map(|note| &note.text).collect::<Vec<_>>(),
        "memos": study.memos.values().map(|memo| &memo.text).collect::<Vec<_>>(),
        "themes": study.themes.values().map(|theme| &theme.name).collect::<Vec<_>>(),
        "participants": study.participants.len(),
        "transcripts": study.transcripts.len(),
        "excerpts": study.excerpts.len(),
        "codings": study.codings.len(),
        "faults": faults,
    });
    Ok(said.to_string())
}

/// The study as its documents tell it, twice over: read as they are, and read from what the ledger
/// saves of them.
fn load(package: &Package, faults: &mut Vec<String>) -> Ledger {
    let mut ledger = empty(1);
    let mut again = empty(2);
    for (home, parts) in &package.documents {
        match ledger.load(*home, parts) {
            Ok(loss) => faults.extend(loss.fault().map(|fault| format!("{home}: {fault}"))),
            Err(fault) => faults.push(format!("{home}: {fault}")),
        }
        if let Err(fault) = again.load(*home, &[ledger.save(*home)]) {
            faults.push(format!("{home}, saved again: {fault}"));
        }
    }
    let unread: Vec<String> = ledger
        .unread()
        .map(|(home, table, id, why)| format!("{home}: {} {id}: {why}", table.name()))
        .collect();
    faults.extend(unread);
    if ledger.study() != again.study() {
        faults.push("saved and read again, it is another study".to_owned());
    }
    ledger
}

fn empty(chance: u64) -> Ledger {
    Ledger::new(Actor::new(&mut Stamp::new(Moment(0), chance)))
}

/// Every record names only records that are there.
fn hold_together(study: &Study, faults: &mut Vec<String>) {
    let mut holds = |there: bool, what: String| {
        if !there {
            faults.push(what);
        }
    };
    for transcript in study.transcripts.values() {
        let there = study.participants.contains_key(&transcript.participant);
        holds(there, format!("transcript {}: whose?", transcript.id));
    }
    for excerpt in study.excerpts.values() {
        let there = study.transcripts.contains_key(&excerpt.transcript);
        holds(there, format!("excerpt {}: of what?", excerpt.id));
    }
    for note in study.notes.values() {
        let there = study.excerpts.contains_key(&note.excerpt);
        holds(there, format!("note {}: on what?", note.id));
    }
    for coding in study.codings.values() {
        let there = study.excerpts.contains_key(&coding.excerpt)
            && study.themes.contains_key(&coding.theme);
        holds(there, format!("coding {}: of what, as what?", coding.id));
    }
    for theme in study.themes.values() {
        let there = [theme.parent, theme.under]
            .iter()
            .flatten()
            .all(|above| study.themes.contains_key(above));
        holds(there, format!("theme {}: under what?", theme.id));
        let there = theme
            .notes
            .iter()
            .all(|note| study.notes.contains_key(note));
        holds(there, format!("theme {}: made from what?", theme.id));
    }
    for memo in study.memos.values() {
        let there = match memo.about {
            About::Study => true,
            About::Participant(id) => study.participants.contains_key(&id),
            About::Transcript(id) => study.transcripts.contains_key(&id),
            About::Excerpt(id) => study.excerpts.contains_key(&id),
            About::Note(id) => study.notes.contains_key(&id),
            About::Theme(id) => study.themes.contains_key(&id),
        };
        holds(there, format!("memo {}: about what?", memo.id));
    }
}

/// Every transcript has its text, and every passage lies in the text it was marked in.
fn fit_their_texts(study: &Study, package: &Package, faults: &mut Vec<String>) {
    let mut ends = BTreeMap::new();
    for (hash, bytes) in &package.texts {
        match Text::from_bytes(bytes) {
            Ok(text) => {
                ends.insert(*hash, TextIndex::new(&text.content).end());
            }
            Err(why) => faults.push(format!("text {hash}: {why}")),
        }
    }
    for transcript in study.transcripts.values() {
        if !ends.contains_key(&transcript.current_text()) {
            faults.push(format!("transcript {}: no text", transcript.id));
        }
    }
    for excerpt in study.excerpts.values() {
        let end = ends.get(&excerpt.anchor.text);
        if end.is_none_or(|end| excerpt.anchor.range.end() > *end) {
            faults.push(format!("excerpt {}: beyond its text", excerpt.id));
        }
    }
}
