//! The speakers of a file: under which name they are kept, and who of them asks.

use crate::app::action::Action;
use crate::app::import;
use crate::app::import::form::Setting;
use crate::app::import::view::Ready;
use crate::ui::atom::field::Field;
use crate::ui::handle::{use_messages, use_send};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Of which file.
    pub number: u32,
    /// What it will be.
    pub ready: Ready,
}

/// Whether a checkbox is checked now.
pub(super) fn checked(event: &Event) -> bool {
    event
        .target_dyn_into::<HtmlInputElement>()
        .is_some_and(|input| input.checked())
}

/// The speakers.
#[component]
pub fn Speakers(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let number = props.number;
    let set = move |setting| Action::Import(import::Action::Set(number, setting));
    let ready = &props.ready;
    let split = send.reform(move |event: Event| set(Setting::Split(checked(&event))));
    html! {
        <fieldset class="import-part">
            <legend>{ messages.text("import-speakers") }</legend>
            <label class="import-check">
                <input type="checkbox" checked={ready.split} onchange={split} />
                { messages.text("import-split") }
            </label>
            if ready.split && ready.speakers.is_empty() {
                <p class="soft small">{ messages.text("import-no-speakers") }</p>
            }
            if !ready.speakers.is_empty() {
                <ul class="import-speakers">
                    { for ready.speakers.iter().zip(&ready.form.speakers).enumerate().map(
                        |(place, ((found, turns, words), speaker))| {
                            let name = ("name", found.as_str().into());
                            let label = messages.with("import-speaker-name", std::slice::from_ref(&name));
                            let asks = messages.with("import-speaker-asks", &[name]);
                            let counts = messages.with(
                                "import-speaker-counts",
                                &[("turns", (*turns).into()), ("words", (*words).into())],
                            );
                            let renamed = send.reform(move |name| set(Setting::Name(place, name)));
                            let asked = send.reform(move |event: Event| {
                                set(Setting::Asks(place, checked(&event)))
                            });
                            html! {
                                <li key={place} class="import-voice">
                                    <Field {label} bare={true} value={speaker.name.clone()} onfinish={renamed} />
                                    <label class="import-check">
                                        <input
                                            type="checkbox" aria-label={asks}
                                            checked={speaker.interviewer} onchange={asked}
                                        />
                                        { messages.text("import-asks") }
                                    </label>
                                    <span class="soft small">
                                        if *found != speaker.name {
                                            { format!("{found} · ") }
                                        }
                                        { counts }
                                    </span>
                                </li>
                            }
                        }
                    ) }
                </ul>
                <p class="soft small">{ messages.text("import-speakers-hint") }</p>
            }
        </fieldset>
    }
}
