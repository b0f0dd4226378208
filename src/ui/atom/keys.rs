//! A chord as key caps.

use crate::app::command::chord::caps;
use crate::ui::handle::use_view;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The chord as the catalogue writes it.
    pub chord: &'static str,
}

/// A chord as key caps.
#[component]
pub fn Keys(props: &Props) -> Html {
    let mac = use_view(|state| state.device.mac);
    html! {
        <span class="keys">
            { for caps(props.chord, *mac).into_iter().enumerate().map(|(place, cap)| html! {
                <kbd key={place}>{ cap }</kbd>
            }) }
        </span>
    }
}
