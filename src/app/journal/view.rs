//! What the journal shows.

use super::Scope;
use crate::app::desk::{Desk, Page};
use crate::app::message::Messages;
use crate::app::reading;
use crate::app::state::State;
use crate::study::id::{MemoId, Moment, TranscriptId};
use crate::study::record::memo::{About, Memo};

/// The journal on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The memos, the newest first.
    pub entries: Vec<Entry>,
    /// How many there are beyond those.
    pub more: usize,
    /// Whether there are any at all.
    pub empty: bool,
    /// The words that are looked for.
    pub words: String,
    /// What sort of thing is looked for.
    pub scope: Scope,
    /// What a new memo can be about: names, the study first.
    pub topics: Vec<(About, String)>,
}

/// One memo.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which one.
    pub id: MemoId,
    /// Its title.
    pub title: String,
    /// Its words.
    pub text: String,
    /// When it was begun.
    pub at: Moment,
    /// Who wrote it.
    pub initials: String,
    /// What it is about, in words; none for the study.
    pub about: Option<String>,
    /// Where that is.
    pub page: Option<Page>,
}

/// What the journal shows now; none when no study is open.
#[must_use]
pub fn view(state: &State) -> Option<View> {
    let desk = state.desk.as_ref()?;
    let study = desk.study();
    let journal = &desk.journal;
    let words = journal.words.trim().to_lowercase();
    let live = study.memos.values().filter(|memo| memo.binned.is_none());
    let mut found: Vec<&Memo> = live
        .clone()
        .filter(|memo| in_scope(memo.about, journal.scope))
        .filter(|memo| {
            words.is_empty()
                || memo.title.to_lowercase().contains(&words)
                || memo.text.to_lowercase().contains(&words)
        })
        .collect();
    found.sort_by_key(|memo| std::cmp::Reverse((memo.at, memo.id)));
    let more = found.len().saturating_sub(journal.limit);
    found.truncate(journal.limit);
    let entry = |memo: &Memo| {
        let (about, page) = topic(desk, &state.messages, memo.about);
        Entry {
            id: memo.id,
            title: memo.title.clone(),
            text: memo.text.clone(),
            at: memo.at,
            initials: study.initials(memo.by).to_owned(),
            about,
            page,
        }
    };
    Some(View {
        entries: found.into_iter().map(entry).collect(),
        more,
        empty: live.count() == 0,
        words: journal.words.clone(),
        scope: journal.scope,
        topics: topics(desk, &state.messages),
    })
}

fn in_scope(about: About, scope: Scope) -> bool {
    match scope {
        Scope::All => true,
        Scope::Study => about == About::Study,
        Scope::People => matches!(about, About::Participant(_) | About::Transcript(_)),
        Scope::Passages => matches!(about, About::Excerpt(_) | About::Note(_)),
        Scope::Themes => matches!(about, About::Theme(_)),
    }
}

fn topics(desk: &Desk, messages: &Messages) -> Vec<(About, String)> {
    let study = desk.study();
    let mut topics = vec![(About::Study, messages.text("memo-about-study"))];
    for person in study.live_participants() {
        topics.push((About::Participant(person.id), person.label.clone()));
        for transcript in study.transcripts_of(person.id) {
            let name = name_of(desk, messages, transcript.id).unwrap_or_default();
            topics.push((About::Transcript(transcript.id), name));
        }
    }
    topics
}

fn name_of(desk: &Desk, messages: &Messages, id: TranscriptId) -> Option<String> {
    let transcript = desk.study().live_transcript(id)?;
    let person = desk.study().live_participant(transcript.participant)?;
    let name = reading::name::of(messages, transcript);
    Some(format!("{} · {name}", person.label))
}

/// What a memo is about, in words, and the page where that is.
fn topic(desk: &Desk, messages: &Messages, about: About) -> (Option<String>, Option<Page>) {
    let study = desk.study();
    let passage = |id| {
        let excerpt = study.live_excerpt(id)?;
        let name = name_of(desk, messages, excerpt.transcript)?;
        Some((name, Page::Transcript(excerpt.transcript)))
    };
    let found = match about {
        About::Study => None,
        About::Participant(id) => study
            .live_participant(id)
            .map(|person| (person.label.clone(), Page::Participant(id))),
        About::Transcript(id) => {
            name_of(desk, messages, id).map(|name| (name, Page::Transcript(id)))
        }
        About::Excerpt(id) => passage(id),
        About::Note(id) => study.notes.get(&id).and_then(|note| passage(note.excerpt)),
        About::Theme(id) => study
            .live_theme(id)
            .map(|theme| (theme.name.clone(), Page::Codebook)),
    };
    match found {
        Some((name, page)) => (Some(name), Some(page)),
        None if about == About::Study => (None, None),
        None => (Some(messages.text("memo-about-gone")), None),
    }
}
