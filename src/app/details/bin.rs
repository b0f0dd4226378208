//! The bin: what lies in it, with what hangs on it; putting in and taking out.

use crate::app::action::Action as AnyAction;
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects};
use crate::app::message::Arguments;
use crate::app::notice::Tone;
use crate::app::reading::name;
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::bin::Thing;
use crate::study::id::{ExcerptId, Id, Stamp, TranscriptId};
use crate::study::record::Binned;
use crate::study::record::excerpt::Excerpt;
use crate::study::study::Study;

/// How much of a long text is shown.
const SHOWN: usize = 140;

/// Things of one kind in the bin, the last binned first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The message that names the kind.
    pub heading: &'static str,
    /// What lies there.
    pub rows: Vec<Row>,
}

/// A thing in the bin.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub thing: Thing,
    /// What it is, in words.
    pub what: String,
    /// What hangs on it, in words; empty when nothing does.
    pub hangs: String,
    /// Who put it there and when, in words.
    pub when: String,
    /// Whether it will not show before what it hangs on is taken out as well.
    pub hidden: bool,
}

/// Everything in the bin of the open study.
#[must_use]
pub fn groups(state: &State) -> Vec<Group> {
    let Some(desk) = &state.desk else {
        return Vec::new();
    };
    let teller = Teller { state, desk };
    let study = desk.study();
    macro_rules! group {
        ($heading:literal, $shelf:ident, $kind:ident) => {
            teller.group(
                $heading,
                study.$shelf.values().filter_map(|record| {
                    let binned = record.binned.as_ref()?;
                    Some((Thing::$kind(record.id), binned))
                }),
            )
        };
    }
    let all = [
        group!("bin-participants", participants, Participant),
        group!("bin-transcripts", transcripts, Transcript),
        group!("bin-themes", themes, Theme),
        group!("bin-passages", excerpts, Excerpt),
        group!("bin-notes", notes, Note),
        group!("bin-codings", codings, Coding),
        group!("bin-translations", translations, Translation),
        group!("bin-memos", memos, Memo),
    ];
    all.into_iter()
        .filter(|group| !group.rows.is_empty())
        .collect()
}

/// How many things lie in the bin.
#[must_use]
pub fn count(study: &Study) -> usize {
    macro_rules! count {
        ($($shelf:ident),*) => {
            0 $(+ study.$shelf.values().filter(|record| record.binned.is_some()).count())*
        };
    }
    count!(
        participants,
        transcripts,
        themes,
        excerpts,
        notes,
        codings,
        translations,
        memos
    )
}

struct Teller<'a> {
    state: &'a State,
    desk: &'a Desk,
}

impl Teller<'_> {
    fn group<'b>(
        &self,
        heading: &'static str,
        things: impl Iterator<Item = (Thing, &'b Binned)>,
    ) -> Group {
        let mut things: Vec<_> = things.collect();
        things.sort_by_key(|(thing, binned)| (std::cmp::Reverse(binned.at), *thing));
        let rows = things.into_iter().map(|(thing, binned)| Row {
            thing,
            what: self.what(thing),
            hangs: self.hangs(thing),
            when: self.when(binned),
            hidden: self.is_hidden(thing),
        });
        Group {
            heading,
            rows: rows.collect(),
        }
    }

    fn when(&self, binned: &Binned) -> String {
        let coder = self.desk.study().coders.get(&binned.by);
        let name = coder.map_or(String::new(), |coder| coder.name.clone());
        let when = self.state.write_moment(binned.at);
        let values = [("name", name.into()), ("when", when.into())];
        self.state.messages.with("bin-when", &values)
    }

    fn what(&self, thing: Thing) -> String {
        let study = self.desk.study();
        let told = match thing {
            Thing::Participant(id) => study
                .participants
                .get(&id)
                .map(|person| format!("{} {}", person.label, person.pseudonym)),
            Thing::Transcript(id) => Some(self.transcript(id)),
            Thing::Excerpt(id) => study.excerpts.get(&id).map(|excerpt| self.passage(excerpt)),
            Thing::Note(id) => study.notes.get(&id).map(|note| note.text.clone()),
            Thing::Theme(id) => study.themes.get(&id).map(|theme| theme.name.clone()),
            Thing::Coding(id) => study.codings.get(&id).map(|coding| {
                let theme = study.themes.get(&coding.theme);
                let theme = theme.map_or("", |theme| &theme.name);
                let passage = study.excerpts.get(&coding.excerpt);
                let passage = passage.map_or(String::new(), |excerpt| self.passage(excerpt));
                format!("{theme} – {passage}")
            }),
            Thing::Translation(id) => study.translations.get(&id).map(|one| one.text.clone()),
            Thing::Memo(id) => study.memos.get(&id).map(|memo| match memo.title.as_str() {
                "" => memo.text.clone(),
                title => title.to_owned(),
            }),
        };
        shortened(told.as_deref().unwrap_or_default().trim())
    }

    fn transcript(&self, id: TranscriptId) -> String {
        let study = self.desk.study();
        let Some(transcript) = study.transcripts.get(&id) else {
            return String::new();
        };
        let person = study.participants.get(&transcript.participant);
        let label = person.map_or("", |person| &person.label);
        format!("{label} · {}", name::of(&self.state.messages, transcript))
    }

    /// The words of a passage where they are in memory, and where it lies.
    fn passage(&self, excerpt: &Excerpt) -> String {
        let study = self.desk.study();
        let place = self.transcript(excerpt.transcript);
        let words = study
            .transcripts
            .get(&excerpt.transcript)
            .and_then(|transcript| {
                let range = study.place_of(excerpt)?;
                let there = self.desk.texts.has(transcript.current_text());
                let prepared = there.then(|| self.desk.texts.of(transcript))??;
                let words = prepared.text.content.chars();
                let words = words
                    .skip(range.start().0 as usize)
                    .take(range.len() as usize);
                Some(words.collect::<String>())
            });
        match words {
            Some(words) => format!("“{}” – {place}", shortened(&words)),
            None => place,
        }
    }

    fn hangs(&self, thing: Thing) -> String {
        let study = self.desk.study();
        let counts: Arguments = match thing {
            Thing::Participant(id) => {
                let of = study.transcripts.values();
                let transcripts = of.filter(|of| of.participant == id && of.binned.is_none());
                vec![
                    ("transcripts", transcripts.count().into()),
                    ("themes", study.themes_in(Some(id)).count().into()),
                ]
            }
            Thing::Transcript(id) => vec![("passages", study.excerpts_of(id).count().into())],
            Thing::Excerpt(id) => vec![
                ("notes", study.notes_of(id).count().into()),
                ("codings", study.codings_of(id).count().into()),
            ],
            Thing::Theme(id) => vec![("passages", study.evidence_of(id).count().into())],
            _ => Vec::new(),
        };
        let key = match thing {
            Thing::Participant(_) => "bin-hangs-participant",
            Thing::Transcript(_) | Thing::Theme(_) => "bin-hangs-passages",
            Thing::Excerpt(_) => "bin-hangs-passage",
            _ => return String::new(),
        };
        self.state.messages.with(key, &counts)
    }

    /// Whether what it hangs on lies in the bin too.
    fn is_hidden(&self, thing: Thing) -> bool {
        let study = self.desk.study();
        let excerpt = |id: ExcerptId| study.live_excerpt(id).is_none();
        match thing {
            Thing::Participant(_) | Thing::Memo(_) => false,
            Thing::Transcript(id) => {
                let of = study.transcripts.get(&id).map(|of| of.participant);
                of.is_none_or(|id| study.live_participant(id).is_none())
            }
            Thing::Excerpt(id) => {
                let of = study.excerpts.get(&id).map(|of| of.transcript);
                of.is_none_or(|id| study.live_transcript(id).is_none())
            }
            Thing::Theme(id) => {
                let owner = study.themes.get(&id).and_then(|theme| theme.owner);
                owner.is_some_and(|id| study.live_participant(id).is_none())
            }
            Thing::Note(id) => study
                .notes
                .get(&id)
                .is_none_or(|note| excerpt(note.excerpt)),
            Thing::Translation(id) => {
                let of = study.translations.get(&id);
                of.is_none_or(|of| excerpt(of.excerpt))
            }
            Thing::Coding(id) => study.codings.get(&id).is_none_or(|coding| {
                excerpt(coding.excerpt) || study.live_theme(coding.theme).is_none()
            }),
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

/// The name among the records of a thing.
#[must_use]
pub fn id_of(thing: Thing) -> Id {
    match thing {
        Thing::Participant(id) => id.into(),
        Thing::Transcript(id) => id.into(),
        Thing::Excerpt(id) => id.into(),
        Thing::Note(id) => id.into(),
        Thing::Theme(id) => id.into(),
        Thing::Coding(id) => id.into(),
        Thing::Translation(id) => id.into(),
        Thing::Memo(id) => id.into(),
    }
}

/// Puts something into the bin, with an offer to take it out again.
pub(super) fn put_in(state: &mut State, thing: Thing, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let what = Teller { state, desk }.what(thing);
    let edit = Hand::new(desk.study(), desk.me(), stamp).bin(thing);
    if !state.edit(edit, stamp, effects) {
        return;
    }
    state.dialog = None;
    let back = AnyAction::Details(super::Action::Unbin(thing));
    let what = vec![("what", what.into())];
    state
        .notices
        .offer(Tone::Done, "put-into-bin", what, Some(("restore", back)));
    effects.push(Effect::Focus("page".into()));
    state.leave_missing_page(effects);
}

/// Takes something out of the bin.
pub(super) fn take_out(state: &mut State, thing: Thing, stamp: &mut Stamp, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let what = Teller { state, desk }.what(thing);
    let edit = Hand::new(desk.study(), desk.me(), stamp).unbin(thing);
    if state.edit(edit, stamp, effects) {
        state.notices.clear("put-into-bin");
        state
            .notices
            .say("taken-out-of-bin", vec![("what", what.into())]);
        effects.push(Effect::Focus("page".into()));
    }
}
