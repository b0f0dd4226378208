//! The field in which an entry is written, in its place in the margin.

use crate::app::action::Action;
use crate::app::reading::draft;
use crate::app::reading::margin::{Content, EntryView};
use crate::app::reading::{self};
use crate::ui::atom::field::value_of;
use crate::ui::handle::{use_messages, use_send};
use std::rc::Rc;
use yew::prelude::*;

/// What the field is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The entry.
    pub entry: Rc<EntryView>,
    /// What was typed.
    pub text: AttrValue,
}

/// The field. Leaving it in whatever way keeps what was typed.
#[component]
pub fn DraftField(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let label = match &props.entry.content {
        Content::Note { kind, .. } => messages.text(super::entry::kind_key(*kind)),
        Content::Statement { .. } => messages.text("reading-wording"),
        Content::Translation { .. } => messages.text("reading-translation"),
        Content::Memo { .. } => messages.text("reading-memo"),
    };
    let one_line = matches!(props.entry.content, Content::Statement { .. });
    let act = |action: draft::Action| Action::Reading(reading::Action::Draft(action));
    let oninput = send.reform(move |event: InputEvent| act(draft::Action::Type(value_of(&event))));
    let onblur = {
        let send = send.clone();
        Callback::from(move |_: FocusEvent| {
            let document = web_sys::window().and_then(|window| window.document());
            // When the whole window loses the keyboard, one comes back to what one was typing.
            if document.is_none_or(|document| document.has_focus().unwrap_or(true)) {
                send.emit(act(draft::Action::Save(false)));
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let held = event.ctrl_key() || event.meta_key();
        let done = match event.key().as_str() {
            "Enter" => held || one_line,
            "Escape" => true,
            _ => false,
        };
        if done {
            event.prevent_default();
            event.stop_propagation();
            send.emit(act(draft::Action::Save(true)));
        }
    });
    html! {
        <div class="entry-draft">
            <textarea
                data-focus="reading-draft" rows={if one_line { "2" } else { "4" }}
                aria-label={messages.with("reading-draft-at", &[
                    ("what", label.into()),
                    ("place", props.entry.cite.clone().into()),
                ])}
                value={props.text.clone()}
                {oninput} {onblur} {onkeydown}
            />
            <p class="entry-draft-hint soft">{ messages.text("reading-draft-hint") }</p>
        </div>
    }
}
