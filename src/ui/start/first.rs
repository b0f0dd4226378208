//! The start page of a first visit: what this is, in three steps.

use super::{Buttons, WaysProps};
use crate::ui::handle::use_messages;
use yew::prelude::*;

const STEPS: [&str; 3] = ["start-step-one", "start-step-two", "start-step-three"];

/// The welcome.
#[component]
pub fn First(props: &WaysProps) -> Html {
    let messages = use_messages();
    html! {
        <div class="first">
            <h1>{ messages.text("start-first-heading") }</h1>
            <p class="first-lead">{ messages.text("start-first-lead") }</p>
            <Buttons busy={props.busy} />
            <ol class="first-steps">
                { for STEPS.into_iter().map(|key| html! {
                    <li {key}>
                        <h2>{ messages.text(key) }</h2>
                        <p>{ messages.text(&format!("{key}-why")) }</p>
                    </li>
                }) }
            </ol>
            <p class="soft">{ messages.text("start-example-why") }</p>
        </div>
    }
}
