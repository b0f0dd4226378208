//! Copying from the model, since the screen holds only some of the lines: plain words for the
//! clipboard's key, words with their citation from the palette.

use super::Screen;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::position::CharRange;
use crate::study::record::details::Numbering;

/// The selected words, if any.
#[must_use]
pub fn words(state: &State) -> Option<String> {
    let screen = Screen::of(state)?;
    let range = screen.reading.selection.range();
    (!range.is_empty()).then(|| screen.folio.prepared.words(range).to_owned())
}

/// Copies the target as a quotation: `“…” (P4·2·4.18)`.
pub(super) fn quote(state: &mut State, effects: &mut Effects) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let Some(target) = screen.target() else {
        return state.notices.say("reading-nothing-selected", Vec::new());
    };
    let words = screen.folio.prepared.words(target.range).replace('\n', " ");
    let citation = screen.full_citation(target.range);
    let text = screen.messages.with(
        "reading-quotation",
        &[("words", words.into()), ("place", citation.clone().into())],
    );
    effects.push(Effect::Copy(text));
    effects.push(Effect::Focus("transcript".into()));
    state
        .notices
        .say("reading-copied", vec![("place", citation.into())]);
}

impl Screen<'_> {
    /// A citation that names the participant and, where pages do not run on, the interview.
    #[must_use]
    pub fn full_citation(&self, range: CharRange) -> String {
        let participant = self.study.participants.get(&self.transcript.participant);
        let label = participant.map_or("", |participant| &participant.label);
        let several = self.study.transcripts_of(self.transcript.participant).len() > 1;
        let number = self.transcript.number.to_string();
        let mut parts = vec![label.to_owned()];
        if several && self.study.details.numbering == Numbering::PerTranscript {
            parts.push(number);
        }
        parts.push(self.cite(range));
        parts.retain(|part| !part.is_empty());
        parts.join("·")
    }
}
