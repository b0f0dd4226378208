//! The table of participants.

use crate::app::action::Action as AnyAction;
use crate::app::desk::Page;
use crate::app::details::Action;
use crate::app::details::people::people;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// The participants, one a row; a click on the label opens one.
#[component]
pub fn People() -> Html {
    let messages = use_messages();
    let send = use_send();
    let table = use_view(people);
    let add = send.reform(|_: MouseEvent| AnyAction::Details(Action::AddParticipant));
    html! {
        <section class="details-section" aria-labelledby="details-people">
            <div class="details-bar">
                <h2 id="details-people">{ messages.text("overview-people") }</h2>
                <button type="button" onclick={add}>
                    <Glyph icon={Icon::Plus} />{ messages.text("people-add") }
                </button>
            </div>
            if table.rows.is_empty() {
                <p class="soft">
                    { messages.text(if table.loading { "loading-rest" } else { "people-none" }) }
                </p>
            } else {
                <div class="details-wide" tabindex="0" role="region" aria-label={messages.text("people-table")}>
                    <table class="sheet-table">
                        <thead>
                            <tr>
                                <th scope="col">{ messages.text("people-label") }</th>
                                <th scope="col">{ messages.text("people-pseudonym") }</th>
                                <th scope="col" class="number">{ messages.text("people-transcripts") }</th>
                                { for table.columns.iter().map(|name| html! {
                                    <th key={name.clone()} scope="col">{ name }</th>
                                }) }
                            </tr>
                        </thead>
                        <tbody>
                            { for table.rows.iter().map(|row| {
                                let page = Page::Participant(row.id);
                                let open = send.reform(move |_: MouseEvent| AnyAction::Go(page));
                                let values = [
                                    ("label", row.label.as_str().into()),
                                    ("pseudonym", row.pseudonym.as_str().into()),
                                ];
                                html! {
                                    <tr key={row.id.to_string()}>
                                        <th scope="row">
                                            <button
                                                type="button" class="link" onclick={open}
                                                aria-label={messages.with("people-open", &values)}
                                            >
                                                { &row.label }
                                            </button>
                                        </th>
                                        <td>{ &row.pseudonym }</td>
                                        <td class="number">{ row.transcripts }</td>
                                        { for row.values.iter().enumerate().map(|(place, value)| html! {
                                            <td key={place}>{ value }</td>
                                        }) }
                                    </tr>
                                }
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}
