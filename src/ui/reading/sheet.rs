//! What is noted on the picked passage, at the foot of a screen that has no room for margins.

use super::entry::Entry;
use crate::app::action::Action;
use crate::app::reading;
use crate::app::reading::margin;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use std::rc::Rc;
use yew::prelude::*;

/// The entries of the picked passage, where margins are not on screen.
#[component]
pub fn Sheet() -> Html {
    let messages = use_messages();
    let send = use_send();
    let entries = use_view(margin::sheet);
    let Some(entries) = &*entries else {
        return html! { <div class="reading-sheet-none" /> };
    };
    html! {
        <section class="reading-sheet" aria-label={messages.text("reading-sheet")}>
            <header class="reading-sheet-head">
                <h2 class="eyebrow">{ messages.text("reading-sheet") }</h2>
                <button
                    type="button" class="quiet" aria-label={messages.text("close")}
                    onclick={send.reform(|_: MouseEvent| Action::Reading(reading::Action::Escape))}
                >
                    <Glyph icon={Icon::Close} />
                </button>
            </header>
            <ol class="reading-sheet-entries">
                { for entries.iter().map(|entry| html! {
                    <Entry key={format!("{:?}", entry.id)} entry={Rc::clone(entry)} flowing={true} />
                }) }
            </ol>
        </section>
    }
}
