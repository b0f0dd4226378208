//! Looking things up in a study. What lies in the bin, or hangs on what lies there, is not found.

use super::id::{CoderId, ExcerptId, NoteId, ParticipantId, ThemeId, TranscriptId};
use super::record::coding::Coding;
use super::record::excerpt::Excerpt;
use super::record::memo::{About, Memo};
use super::record::note::Note;
use super::record::participant::Participant;
use super::record::theme::{Level, Theme};
use super::record::transcript::Transcript;
use super::record::translation::Translation;
use super::study::{Study, memo_place};

impl Study {
    /// The participants by label, numbers in labels read as numbers.
    #[must_use]
    pub fn live_participants(&self) -> Vec<&Participant> {
        let mut all: Vec<_> = self
            .participants
            .values()
            .filter(|participant| participant.binned.is_none())
            .collect();
        all.sort_by_cached_key(|participant| (natural(&participant.label), participant.id));
        all
    }

    /// A participant that is not in the bin.
    #[must_use]
    pub fn live_participant(&self, id: ParticipantId) -> Option<&Participant> {
        self.participants
            .get(&id)
            .filter(|participant| participant.binned.is_none())
    }

    /// The transcripts of a participant, by number, then date, then import.
    #[must_use]
    pub fn transcripts_of(&self, id: ParticipantId) -> Vec<&Transcript> {
        let mut all: Vec<_> = self
            .links
            .transcripts
            .get(&id)
            .filter_map(|id| self.live_transcript(id))
            .collect();
        all.sort_by(|a, b| (a.number, &a.date, a.id).cmp(&(b.number, &b.date, b.id)));
        all
    }

    /// A transcript that is not in the bin, nor its participant.
    #[must_use]
    pub fn live_transcript(&self, id: TranscriptId) -> Option<&Transcript> {
        let transcript = self.transcripts.get(&id)?;
        self.live_participant(transcript.participant)?;
        transcript.binned.is_none().then_some(transcript)
    }

    /// The passages of a transcript, in the order of making.
    pub fn excerpts_of(&self, id: TranscriptId) -> impl Iterator<Item = &Excerpt> {
        self.links
            .excerpts
            .get(&id)
            .filter_map(|id| self.excerpts.get(&id))
    }

    /// A passage that is not in the bin, nor its transcript or participant.
    #[must_use]
    pub fn live_excerpt(&self, id: ExcerptId) -> Option<&Excerpt> {
        let excerpt = self.excerpts.get(&id)?;
        self.live_transcript(excerpt.transcript)?;
        excerpt.binned.is_none().then_some(excerpt)
    }

    /// The notes on a passage, in the order of making.
    pub fn notes_of(&self, id: ExcerptId) -> impl Iterator<Item = &Note> {
        self.links
            .notes
            .get(&id)
            .filter_map(|id| self.notes.get(&id))
    }

    /// The codings of a passage, in the order of making.
    pub fn codings_of(&self, id: ExcerptId) -> impl Iterator<Item = &Coding> {
        self.links
            .codings
            .get(&id)
            .filter_map(|id| self.codings.get(&id))
    }

    /// The themes that a passage supports, in the order of coding, retired ones left out.
    pub fn themes_of(&self, id: ExcerptId) -> impl Iterator<Item = &Theme> {
        self.codings_of(id)
            .filter_map(|coding| self.live_theme(coding.theme))
            .filter(|theme| !theme.retired)
    }

    /// The translations of a passage.
    pub fn translations_of(&self, id: ExcerptId) -> impl Iterator<Item = &Translation> {
        self.links
            .translations
            .get(&id)
            .filter_map(|id| self.translations.get(&id))
    }

    /// A theme that is not in the bin, nor its participant.
    #[must_use]
    pub fn live_theme(&self, id: ThemeId) -> Option<&Theme> {
        let theme = self.themes.get(&id)?;
        if let Some(owner) = theme.owner {
            self.live_participant(owner)?;
        }
        theme.binned.is_none().then_some(theme)
    }

    /// Every theme of one tree, retired ones among them, unsorted.
    pub fn themes_in(&self, owner: Option<ParticipantId>) -> impl Iterator<Item = &Theme> {
        self.links
            .themes
            .get(&owner)
            .filter_map(|id| self.themes.get(&id))
    }

    /// What a theme hangs under in its own tree. None when that is retired or gone; and none for
    /// the theme that was made first of those that a merge has hung under each other in a circle.
    #[must_use]
    pub fn parent_of(&self, id: ThemeId) -> Option<&Theme> {
        let theme = self.themes.get(&id)?;
        let parent = self.live_theme(theme.parent?)?;
        let fits = !parent.retired && parent.owner == theme.owner;
        (fits && !self.opens_circle(theme)).then_some(parent)
    }

    /// The themes that hang under none in their tree, in their order, retired ones left out.
    #[must_use]
    pub fn roots(&self, owner: Option<ParticipantId>) -> Vec<&Theme> {
        in_order(
            self.themes_in(owner)
                .filter(|theme| self.parent_of(theme.id).is_none()),
        )
    }

    /// The themes that hang under one in its own tree, in their order, retired ones left out.
    #[must_use]
    pub fn children(&self, id: ThemeId) -> Vec<&Theme> {
        in_order(
            self.links
                .children
                .get(&id)
                .filter(|child| self.parent_of(*child).is_some())
                .filter_map(|id| self.themes.get(&id)),
        )
    }

    /// Whatever names a theme as what it hangs under, even where that is retired.
    pub(super) fn hung_under(&self, id: ThemeId) -> impl Iterator<Item = ThemeId> {
        self.links.children.get(&id)
    }

    fn opens_circle(&self, theme: &Theme) -> bool {
        let mut place = theme.parent;
        let mut first = theme.id;
        for _ in 0..=self.themes.len() {
            match place {
                Some(here) if here == theme.id => return first == theme.id,
                Some(here) => {
                    first = first.min(here);
                    place = self.themes.get(&here).and_then(|theme| theme.parent);
                }
                None => return false,
            }
        }
        false
    }

    /// The lowest and the highest level that a theme can have between what hangs under it and what
    /// it hangs under.
    #[must_use]
    pub fn level_bounds(&self, id: ThemeId) -> (Level, Level) {
        let highest = match self.parent_of(id).map(|parent| parent.level) {
            None => Level::Top,
            Some(Level::Top) => Level::Middle,
            Some(Level::Middle | Level::Statement) => Level::Statement,
        };
        let bears = !self.children(id).is_empty() || !self.placed_under(id).is_empty();
        let lowest = if bears {
            Level::Middle
        } else {
            Level::Statement
        };
        (lowest.min(highest), highest)
    }

    /// Participants' themes placed under one of the study's, in their order.
    #[must_use]
    pub fn placed_under(&self, id: ThemeId) -> Vec<&Theme> {
        in_order(
            self.links
                .placed
                .get(&id)
                .filter_map(|id| self.live_theme(id)),
        )
    }

    /// Whether `id` is `above` or hangs under it.
    ///
    /// A merge can close a circle of parents; the walk ends when it would go round.
    #[must_use]
    pub fn hangs_under(&self, id: ThemeId, above: ThemeId) -> bool {
        let mut place = Some(id);
        for _ in 0..=self.themes.len() {
            match place {
                Some(here) if here == above => return true,
                Some(here) => place = self.themes.get(&here).and_then(|theme| theme.parent),
                None => return false,
            }
        }
        false
    }

    /// Whether a theme can be hung under another of its tree, or under none.
    #[must_use]
    pub fn may_hang(&self, theme: &Theme, parent: Option<ThemeId>) -> bool {
        parent.is_none_or(|parent| {
            self.live_theme(parent).is_some_and(|above| {
                !above.retired && above.owner == theme.owner && !self.hangs_under(parent, theme.id)
            })
        })
    }

    /// The passages that support a theme directly, live ones only, in the order of coding.
    pub fn evidence_of(&self, id: ThemeId) -> impl Iterator<Item = (&Coding, &Excerpt)> {
        self.links.evidence.get(&id).filter_map(|id| {
            let coding = self.codings.get(&id)?;
            Some((coding, self.live_excerpt(coding.excerpt)?))
        })
    }

    /// Every coding under a theme that is not in the bin itself, whatever it hangs on.
    pub fn codings_under(&self, id: ThemeId) -> impl Iterator<Item = &Coding> {
        self.links
            .evidence
            .get(&id)
            .filter_map(|id| self.codings.get(&id))
    }

    /// How often a theme is supported directly, by participant.
    pub fn support_of(&self, id: ThemeId) -> impl Iterator<Item = (ParticipantId, u32)> {
        let first = (id, ParticipantId::default());
        self.links
            .support
            .range(first..)
            .take_while(move |((theme, _), _)| *theme == id)
            .map(|((_, participant), count)| (*participant, *count))
    }

    /// The themes that were made from a note.
    pub fn made_from(&self, id: NoteId) -> impl Iterator<Item = &Theme> {
        self.links
            .made_from
            .get(&id)
            .filter_map(|id| self.live_theme(id))
    }

    /// The memos about something, in the order of writing.
    pub fn memos_about(&self, about: About) -> impl Iterator<Item = &Memo> {
        self.links
            .memos
            .get(&memo_place(about))
            .filter_map(|id| self.memos.get(&id))
    }

    /// The initials of a coder, empty when unknown.
    #[must_use]
    pub fn initials(&self, id: CoderId) -> &str {
        self.coders.get(&id).map_or("", |coder| &coder.initials)
    }
}

fn in_order<'a>(themes: impl Iterator<Item = &'a Theme>) -> Vec<&'a Theme> {
    let mut themes: Vec<_> = themes.filter(|theme| !theme.retired).collect();
    themes.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
    themes
}

/// A key by which `P2` comes before `P10`.
#[must_use]
pub fn natural(label: &str) -> Vec<(String, u64)> {
    let mut parts = vec![(String::new(), 0_u64)];
    let mut in_number = false;
    for letter in label.to_lowercase().chars() {
        let digit = letter.to_digit(10).map(u64::from);
        if in_number && digit.is_none() {
            parts.push((String::new(), 0));
        }
        in_number = digit.is_some();
        let last = parts.last_mut().expect("a part was pushed first");
        match digit {
            Some(digit) => last.1 = last.1.saturating_mul(10).saturating_add(digit),
            None => last.0.push(letter),
        }
    }
    parts
}
