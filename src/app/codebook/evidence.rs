//! The passages of a theme in their context, in the order of participants, transcripts and places.
//!
//! The list is made once for a theme and kept until the study changes; words are looked up only for
//! the passages on screen, and texts that these need are asked for.

use super::chooser::{self, Purpose};
use super::{act, row};
use crate::app::cite;
use crate::app::desk::Desk;
use crate::app::effect::{Effect, Effects};
use crate::app::reading;
use crate::app::reading::text::Prepared;
use crate::app::state::State;
use crate::study::caret::Ground;
use crate::study::id::{CodingId, ExcerptId, Stamp, ThemeId, TranscriptId};
use crate::study::position::{CharPos, CharRange};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// How many characters of context are shown on each side.
const CONTEXT: u32 = 280;
/// How many characters of a passage are shown.
const WORDS: u32 = 1_200;

/// What is chosen about the passages of the theme in the detail pane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Whether those beneath the theme are shown too; until that is chosen, only for a theme that
    /// has none itself.
    pub beneath: Option<bool>,
    /// Those that are ticked.
    pub ticked: BTreeSet<CodingId>,
    /// Whether a name for a new theme is being written, to which the ticked ones go.
    pub splitting: bool,
}

impl Choice {
    pub(super) fn reset(&mut self) {
        self.ticked.clear();
        self.splitting = false;
    }
}

/// One passage under a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The link.
    pub coding: CodingId,
    /// The passage.
    pub excerpt: ExcerptId,
    /// Where it lies.
    pub transcript: TranscriptId,
    /// The theme that it stands under itself.
    pub theme: ThemeId,
}

/// The passages of a theme, sorted.
#[derive(Debug, PartialEq)]
pub struct Evidence {
    theme: ThemeId,
    /// Whether those beneath the theme are among them.
    pub beneath: bool,
    /// From the first to the last.
    pub items: Vec<Item>,
}

/// What can be done with the passages of a theme.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Some passages of the current theme came into view.
    Seen(Vec<ExcerptId>),
    /// Show those beneath the theme too, or only its own.
    Beneath(bool),
    /// Tick a passage, or no longer.
    Tick(CodingId),
    /// Tick all of them, or none.
    TickAll(bool),
    /// Take passages from their theme.
    Uncode(Vec<CodingId>),
    /// Carry passages to a theme that is picked.
    Recode(Vec<CodingId>),
    /// Begin or give up the naming of a new theme for the ticked ones.
    Splitting(bool),
    /// Make the new theme.
    Split(String),
    /// Show a passage in its transcript.
    Open(ExcerptId),
}

/// Performs an action of this part.
pub(super) fn update(state: &mut State, action: Action, stamp: &mut Stamp, effects: &mut Effects) {
    match action {
        Action::Seen(excerpts) => seen(state, &excerpts, effects),
        Action::Uncode(codings) => {
            let count = codings.len();
            if act(state, stamp, effects, |hand| hand.uncode_all(&codings)) {
                let said = vec![("count", count.into())];
                state.notices.say("codebook-uncoded", said);
                untick(state);
                effects.push(Effect::Focus("codebook-passages".into()));
            }
        }
        Action::Recode(codings) => {
            let side = state.desk.as_ref().map(|desk| desk.codebook.side);
            chooser::open(state, side.unwrap_or_default(), Purpose::Recode(codings));
        }
        Action::Split(name) => split(state, &name, stamp, effects),
        Action::Open(excerpt) => reading::open::visit(state, excerpt, effects),
        Action::Beneath(_) | Action::Tick(_) | Action::TickAll(_) | Action::Splitting(_) => {
            choose(state, action, effects);
        }
    }
}

fn choose(state: &mut State, action: Action, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let all = desk.evidence();
    let choice = &mut desk.codebook.passages;
    match action {
        Action::Beneath(beneath) => {
            choice.beneath = Some(beneath);
            choice.reset();
        }
        Action::Tick(coding) if choice.ticked.remove(&coding) => {}
        Action::Tick(coding) => {
            choice.ticked.insert(coding);
        }
        Action::TickAll(all_of_them) => {
            choice.ticked.clear();
            if let Some(all) = all.filter(|_| all_of_them) {
                choice
                    .ticked
                    .extend(all.items.iter().map(|item| item.coding));
            }
        }
        Action::Splitting(splitting) => {
            choice.splitting = splitting;
            let focus = if splitting {
                "codebook-split"
            } else {
                "codebook-passages"
            };
            effects.push(Effect::Focus(focus.into()));
        }
        _ => {}
    }
}

fn seen(state: &mut State, excerpts: &[ExcerptId], effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let study = desk.ledger.study();
    let transcripts: BTreeSet<TranscriptId> = excerpts
        .iter()
        .filter_map(|id| study.live_excerpt(*id))
        .map(|excerpt| excerpt.transcript)
        .collect();
    let mut wanted = BTreeSet::new();
    for id in transcripts {
        if let Some(transcript) = desk.study().live_transcript(id) {
            let texts = cite::texts(desk, transcript);
            wanted.extend(
                texts
                    .into_iter()
                    .map(|transcript| transcript.current_text()),
            );
        }
    }
    for hash in wanted {
        if desk.texts.ask(hash) {
            effects.push(Effect::ReadText(desk.card.id, hash));
        }
    }
}

fn split(state: &mut State, name: &str, stamp: &mut Stamp, effects: &mut Effects) {
    let name = name.trim().to_owned();
    let Some(desk) = &state.desk else {
        return;
    };
    let Some(theme) = desk.current_theme().filter(|_| !name.is_empty()) else {
        return;
    };
    let ticked: Vec<_> = desk.codebook.passages.ticked.iter().copied().collect();
    let mut made = None;
    let wording = name.clone();
    act(state, stamp, effects, |hand| {
        let (new, edit) = hand.split_theme(theme, wording, &ticked);
        made = new;
        edit
    });
    if made.is_some() {
        let said = vec![("name", name.into()), ("count", ticked.len().into())];
        state.notices.say("codebook-split-done", said);
        untick(state);
        effects.push(Effect::Focus("codebook-passages".into()));
    }
}

pub(super) fn untick(state: &mut State) {
    if let Some(desk) = &mut state.desk {
        desk.codebook.passages.reset();
    }
}

impl Desk {
    /// The passages of the theme in the detail pane.
    #[must_use]
    pub fn evidence(&self) -> Option<Rc<Evidence>> {
        let theme = self.current_theme()?;
        let bare = self.study().support_of(theme).next().is_none();
        let beneath = self.codebook.passages.beneath.unwrap_or(bare);
        let mut cache = self.codebook.evidence.borrow_mut();
        if let Some(known) = &*cache
            && known.theme == theme
            && known.beneath == beneath
        {
            return Some(Rc::clone(known));
        }
        let fresh = Rc::new(Evidence::new(self, theme, beneath));
        *cache = Some(Rc::clone(&fresh));
        Some(fresh)
    }
}

impl Evidence {
    fn new(desk: &Desk, theme: ThemeId, beneath: bool) -> Self {
        let study = desk.study();
        let mut themes = vec![theme];
        let mut met = BTreeSet::from([theme]);
        let mut next = 0;
        while let Some(id) = themes.get(next).copied().filter(|_| beneath) {
            for under in study.children(id).into_iter().chain(study.placed_under(id)) {
                if met.insert(under.id) {
                    themes.push(under.id);
                }
            }
            next += 1;
        }
        let mut order = HashMap::new();
        for person in study.live_participants() {
            for transcript in study.transcripts_of(person.id) {
                order.insert(transcript.id, order.len());
            }
        }
        let mut items: Vec<_> = themes
            .iter()
            .flat_map(|theme| study.evidence_of(*theme))
            .map(|(coding, excerpt)| {
                let place = study.place_of(excerpt).map(CharRange::start);
                let key = (order.get(&excerpt.transcript), place, excerpt.id, coding.id);
                let item = Item {
                    coding: coding.id,
                    excerpt: excerpt.id,
                    transcript: excerpt.transcript,
                    theme: coding.theme,
                };
                (key, item)
            })
            .collect();
        items.sort_by_key(|(key, _)| *key);
        Self {
            theme,
            beneath,
            items: items.into_iter().map(|(_, item)| item).collect(),
        }
    }
}

/// A passage as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageView {
    /// Which of the list.
    pub index: usize,
    /// What it is.
    pub item: Item,
    /// How it is cited; the participant alone while its text is on its way.
    pub citation: String,
    /// The interview.
    pub source: String,
    /// The theme that it stands under, when that is not the one in the pane.
    pub theme: Option<(String, u8)>,
    /// Its words.
    pub words: Words,
    /// Who coded it.
    pub by: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// What can be shown of a passage's words.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// The text is on its way.
    Waiting,
    /// A correction took the words out.
    Gone,
    /// The words between what stands before and behind them.
    Here {
        /// Before them, to the beginning of the sentence.
        before: String,
        /// The words.
        words: String,
        /// Behind them, to the end of the sentence.
        behind: String,
    },
}

/// Some passages of the theme in the detail pane.
#[must_use]
pub fn passages(state: &State, wanted: &[usize]) -> Vec<PassageView> {
    let Some(desk) = &state.desk else {
        return Vec::new();
    };
    let Some(evidence) = desk.evidence() else {
        return Vec::new();
    };
    wanted
        .iter()
        .filter_map(|index| {
            let item = *evidence.items.get(*index)?;
            view(state, desk, evidence.theme, *index, item)
        })
        .collect()
}

fn view(
    state: &State,
    desk: &Desk,
    theme: ThemeId,
    index: usize,
    item: Item,
) -> Option<PassageView> {
    let study = desk.study();
    let transcript = study.transcripts.get(&item.transcript)?;
    let citation = cite::excerpt(desk, item.excerpt);
    let other = study
        .themes
        .get(&item.theme)
        .filter(|other| other.id != theme);
    let coding = study.codings.get(&item.coding)?;
    Some(PassageView {
        index,
        item,
        citation: citation.unwrap_or_else(|| row::label(desk, transcript.participant)),
        source: reading::name::of(&state.messages, transcript),
        theme: other.map(|theme| (theme.name.clone(), theme.colour)),
        words: words(desk, item.excerpt),
        by: study.initials(coding.by).to_owned(),
        ticked: desk.codebook.passages.ticked.contains(&item.coding),
    })
}

/// The words of a passage with the rest of their sentence; where they are whole sentences, with
/// the sentence before and behind in the same turn.
#[must_use]
pub fn words(desk: &Desk, id: ExcerptId) -> Words {
    let study = desk.study();
    let Some(excerpt) = study.live_excerpt(id) else {
        return Words::Gone;
    };
    let Some(range) = study.place_of(excerpt) else {
        return Words::Gone;
    };
    let prepared = study
        .live_transcript(excerpt.transcript)
        .and_then(|transcript| desk.texts.of(transcript));
    match prepared {
        Some(prepared) => in_context(&prepared, range),
        None => Words::Waiting,
    }
}

fn in_context(prepared: &Prepared, range: CharRange) -> Words {
    let ground = Ground {
        text: &prepared.text,
        index: &prepared.index,
        layout: &prepared.layout,
    };
    let (start, end) = (range.start(), range.end());
    let last = CharPos(end.0.saturating_sub(1).max(start.0));
    let (first_turn, last_turn) = (ground.turn_at(start), ground.turn_at(last));
    let mut from = ground.sentence_at(start).start().min(start);
    if from == start && start > first_turn.start() {
        from = ground.sentence_at(CharPos(start.0 - 1)).start();
    }
    let mut to = ground.sentence_at(last).end().max(end);
    if to <= CharPos(end.0 + 1) && end < last_turn.end() {
        to = ground.sentence_at(CharPos(end.0 + 1)).end().max(end);
    }
    let from = from.max(first_turn.start()).min(start);
    let to = to.min(last_turn.end()).max(end);
    let slice = |from: CharPos, to: CharPos| {
        let range = prepared
            .index
            .snap_range(&prepared.text.content, CharRange::new(from, to));
        let words = prepared.index.slice(&prepared.text.content, range);
        words.replace('\n', " ")
    };
    let near = CharPos(start.0.saturating_sub(CONTEXT));
    let far = CharPos(end.0 + CONTEXT);
    let before = match from < near {
        true => format!("…{}", slice(near, start)),
        false => slice(from, start),
    };
    let behind = match to > far {
        true => format!("{}…", slice(end, far)),
        false => slice(end, to),
    };
    let words = match range.len() > WORDS {
        true => format!("{}…", slice(start, CharPos(start.0 + WORDS))),
        false => slice(start, end),
    };
    Words::Here {
        before,
        words,
        behind,
    }
}
