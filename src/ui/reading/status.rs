//! The line below the transcript: where the caret is, how much is selected, which keys code.

use crate::app::reading::head;
use crate::ui::handle::{use_messages, use_view};
use yew::prelude::*;

/// The line below.
#[component]
pub fn Status() -> Html {
    let messages = use_messages();
    let view = use_view(head::status);
    let Some(view) = &*view else {
        return html! { <footer class="reading-status" /> };
    };
    let key = |cap: &'static str, key: &'static str| {
        html! { <span class="reading-key"><kbd>{ cap }</kbd>{ messages.text(key) }</span> }
    };
    html! {
        <footer class="reading-status small soft">
            <span class="reading-where">
                { &view.place }
                if !view.speaker.is_empty() {
                    { " · " }{ &view.speaker }
                }
                if view.words > 0 {
                    { " · " }{ messages.with("reading-words", &[("count", view.words.into())]) }
                }
            </span>
            <span class="reading-keys" aria-hidden="true">
                <span class="reading-key"><kbd>{ "D" }</kbd><kbd>{ "L" }</kbd><kbd>{ "C" }</kbd>{ messages.text("reading-key-note") }</span>
                { key("S", "reading-key-statement") }
                { key("O", "reading-key-memo") }
                { key("?", "reading-key-all") }
            </span>
            <span class="reading-local">{ messages.text("nothing-leaves") }</span>
        </footer>
    }
}
