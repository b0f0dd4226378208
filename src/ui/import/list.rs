//! The files: how far each is, and what it will be.

use crate::app::action::Action;
use crate::app::import;
use crate::app::import::view::{Row, RowState};
use crate::app::message::Messages;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The files.
    pub rows: Vec<Row>,
}

/// The list of files.
#[component]
pub fn List(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    html! {
        <ul class="import-list">
            { for props.rows.iter().map(|row| {
                let number = row.number;
                let choose = send.reform(move |_: MouseEvent| {
                    Action::Import(import::Action::Choose(number))
                });
                html! {
                    <li key={number}>
                        <button
                            type="button" class="import-row"
                            aria-current={row.chosen.then_some("true")}
                            data-focus={format!("import-row-{number}")}
                            onclick={choose}
                        >
                            <span class="import-row-name">{ &row.name }</span>
                            { state(row, &messages) }
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}

fn state(row: &Row, messages: &Messages) -> Html {
    match &row.state {
        RowState::Waiting => html! {
            <span class="import-row-state">{ messages.text("import-waits") }</span>
        },
        RowState::Reading(percent) => html! {
            <span class="import-row-state">
                { messages.with("import-reads", &[("percent", (*percent).into())]) }
                <progress
                    class="import-bar" max="100" value={percent.to_string()}
                    aria-label={messages.with("import-progress", &[("name", row.name.as_str().into())])}
                />
            </span>
        },
        RowState::Ready { place, attention } => html! {
            <span class="import-row-state">
                if *attention {
                    <span class="import-row-attention">
                        <Glyph icon={Icon::Alert} />
                        { messages.text("import-look") }
                    </span>
                } else {
                    <span class="import-row-ready"><Glyph icon={Icon::Check} /></span>
                }
                <span>{ place }</span>
            </span>
        },
        RowState::LeftOut => html! {
            <span class="import-row-state">{ messages.text("import-left-out") }</span>
        },
        RowState::Refused(why) => html! {
            <span class="import-row-state import-row-refused">
                <Glyph icon={Icon::Alert} />
                <span>{ why }</span>
            </span>
        },
    }
}
