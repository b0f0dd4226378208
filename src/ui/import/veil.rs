//! What lies over the study while files are dragged over it.

use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_view};
use yew::prelude::*;

/// Says that what is dragged can be dropped here.
#[component]
pub fn Veil() -> Html {
    let messages = use_messages();
    let over = use_view(|state| state.dragged_over && state.desk.is_some());
    html! {
        <div class={classes!("import-veil", over.then_some("import-veil-over"))} aria-hidden="true">
            <p class="import-veil-words">
                <Glyph icon={Icon::File} />
                { messages.text("import-drop") }
            </p>
            <p>{ messages.text("import-drop-hint") }</p>
        </div>
    }
}
