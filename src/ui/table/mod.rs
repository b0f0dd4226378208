//! The working table of step 3.

use crate::app::message::Messages;
use crate::study::record::note::NoteKind;
use yew::prelude::*;

/// The letter of a note's kind: D, L, C, or a dot while it has none.
#[must_use]
pub fn letter(kind: Option<NoteKind>, messages: &Messages) -> Html {
    let (class, letter, key) = match kind {
        Some(NoteKind::Descriptive) => ("kind-d", "D", "note-descriptive"),
        Some(NoteKind::Linguistic) => ("kind-l", "L", "note-linguistic"),
        Some(NoteKind::Conceptual) => ("kind-c", "C", "note-conceptual"),
        None => ("kind-none", "·", "note-no-kind"),
    };
    html! {
        <span class={classes!("kind", class)} title={messages.text(key)}>
            <span aria-hidden="true">{ letter }</span>
            <span class="unseen">{ messages.text(key) }</span>
        </span>
    }
}
