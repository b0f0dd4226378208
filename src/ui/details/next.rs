//! What comes next.

use crate::app::action::Action as AnyAction;
use crate::app::details::next::{Next as Step, next};
use crate::app::import;
use crate::app::reading::name;
use crate::app::state::State;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

fn view(state: &State) -> Option<(Step, String)> {
    let desk = state.desk.as_ref()?;
    let step = next(desk)?;
    let (Step::Note(id) | Step::State(id)) = step else {
        return Some((step, String::new()));
    };
    let transcript = desk.study().live_transcript(id)?;
    let person = desk.study().live_participant(transcript.participant)?;
    let name = name::of(&state.messages, transcript);
    Some((step, format!("{} · {name}", person.label)))
}

/// The next step, and a button that goes there.
#[component]
pub fn Next() -> Html {
    let messages = use_messages();
    let send = use_send();
    let shown = use_view(view);
    let Some((step, transcript)) = &*shown else {
        return html! { <div class="next" aria-hidden="true" /> };
    };
    let action = match step.page() {
        Some(page) => AnyAction::Go(page),
        None => AnyAction::Import(import::Action::Pick),
    };
    let key = step.message();
    let values = [("transcript", transcript.as_str().into())];
    html! {
        <section class="next" aria-labelledby="next-heading">
            <div>
                <p class="eyebrow">{ messages.text("next-heading") }</p>
                <h2 id="next-heading">{ messages.text(key) }</h2>
                <p>{ messages.text(&format!("{key}.why")) }</p>
            </div>
            <button
                type="button" class="primary"
                onclick={send.reform(move |_: MouseEvent| action.clone())}
            >
                { messages.with(&format!("{key}.do"), &values) }
                <Glyph icon={Icon::Right} />
            </button>
        </section>
    }
}
