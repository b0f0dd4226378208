//! The coders of the study, and who of them works here.

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::field::CoderField;
use crate::app::details::view::{CoderRow, coders};
use crate::app::dialog::Dialog;
use crate::ui::atom::field::Field;
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// The team.
#[component]
pub fn Team() -> Html {
    let messages = use_messages();
    let send = use_send();
    let team = use_view(coders);
    let change = send.reform(|_: MouseEvent| AnyAction::Open(Dialog::Coder));
    let send = send.reform(AnyAction::Details);
    let field = |row: &CoderRow, field: CoderField, value: &str| {
        let id = row.id;
        let onfinish = send.reform(move |value| Action::SetCoder(id, field, value));
        html! { <Field label={messages.text(field.message())} value={value.to_owned()} {onfinish} /> }
    };
    html! {
        <section class="details-section" aria-labelledby="details-team">
            <div class="details-bar">
                <h2 id="details-team">{ messages.text("overview-team") }</h2>
                <button type="button" onclick={change}>{ messages.text("coder-change") }</button>
            </div>
            <ul class="team">
                { for team.iter().map(|row| html! {
                    <li key={row.id.to_string()} class="team-row">
                        { field(row, CoderField::Name, &row.name) }
                        { field(row, CoderField::Initials, &row.initials) }
                        <span class="team-me">
                            if row.me {
                                { messages.text("coder-works-here") }
                            }
                        </span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
