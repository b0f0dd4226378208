//! The dialog in which a theme is picked for an act of the codebook.

use super::picker::{Did, Picker};
use crate::app::action::Action as AnyAction;
use crate::app::codebook;
use crate::app::codebook::chooser::{Action, view};
use crate::ui::handle::{use_send, use_view};
use yew::prelude::*;

/// The chooser, when one is open.
#[component]
pub fn Chooser() -> Html {
    let view = use_view(view);
    let send = use_send();
    let Some(view) = &*view else {
        return html! { <div hidden=true /> };
    };
    let ondid = send.reform(|did| {
        AnyAction::Codebook(codebook::Action::Chooser(match did {
            Did::Type(typed) => Action::Type(typed),
            Did::Go(steps) => Action::Go(steps),
            Did::Take => Action::Take,
            Did::Pick(theme) => Action::Pick(theme),
            Did::Cancel => Action::Cancel,
        }))
    });
    html! {
        <Picker
            heading={view.heading.clone()} typed={view.typed.clone()}
            offers={view.offers.clone()} meant={view.meant} {ondid}
        />
    }
}
