//! What a screen reader is told.

use crate::ui::handle::use_view;
use yew::prelude::*;

/// The live region. Two lines take turns, so that the same sentence is spoken twice.
#[component]
pub fn Live() -> Html {
    let said = use_view(|state| {
        let notices = &state.notices;
        let text = notices
            .said
            .as_ref()
            .map_or(String::new(), |(key, arguments)| {
                state.messages.with(key, arguments)
            });
        (notices.count % 2 == 0, text)
    });
    let (even, text) = &*said;
    html! {
        <div class="unseen" role="status" aria-live="polite">
            <p>{ if *even { text.as_str() } else { "" } }</p>
            <p>{ if *even { "" } else { text.as_str() } }</p>
        </div>
    }
}
