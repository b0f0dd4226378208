//! The folded list of themes that were set aside.

use crate::app::action::Action as AnyAction;
use crate::app::codebook::{Action, Side, row};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// Which tree.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The tree that they belong to.
    pub side: Side,
}

/// Themes set aside, each with a way back.
#[component]
pub fn Retired(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let side = props.side;
    let list =
        use_view(move |state| row::frame(state, side).map_or_else(Vec::new, |frame| frame.retired));
    if list.is_empty() {
        return html! { <div class="retired" hidden=true /> };
    }
    html! {
        <details class="retired">
            <summary>{ messages.with("codebook-retired-list", &[("count", list.len().into())]) }</summary>
            <ul>
                { for list.iter().map(|(id, name, heir)| {
                    let id = *id;
                    let restore = send.reform(move |_: MouseEvent| {
                        AnyAction::Codebook(Action::Retire(vec![id], false))
                    });
                    let label = format!("{}: {name}", messages.text("codebook-restore"));
                    html! {
                        <li key={id.to_string()}>
                            <span class="retired-name">{ name }</span>
                            if let Some(heir) = heir {
                                <span class="soft small">
                                    { messages.with("codebook-merged-into", &[("name", heir.as_str().into())]) }
                                </span>
                            }
                            <button type="button" class="quiet" aria-label={label} onclick={restore}>
                                { messages.text("codebook-restore") }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}
