//! The file that is looked at: why it cannot be read, how far its reading is, or what it will be.

use super::form::Form;
use super::preview::Preview;
use super::speakers::checked;
use crate::app::action::Action;
use crate::app::import;
use crate::app::import::form::Setting;
use crate::app::import::view::{self, Content, Ready, Twin};
use crate::app::message::Messages;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// The pane of the file.
#[component]
pub fn File() -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(view::file);
    let Some(file) = &*view else {
        return html! { <section class="import-file" /> };
    };
    let number = file.number;
    let does =
        |action: import::Action| send.reform(move |_: MouseEvent| Action::Import(action.clone()));
    html! {
        <section class="import-file" aria-labelledby="import-file-name">
            <button type="button" class="quiet import-back" onclick={does(import::Action::ShowList)}>
                <Glyph icon={Icon::Left} />
                { messages.text("import-back") }
            </button>
            <header class="import-file-head">
                <h2 id="import-file-name" tabindex="-1" data-focus="import-file">{ &file.name }</h2>
                <button type="button" class="quiet small" onclick={does(import::Action::Remove(number))}>
                    <Glyph icon={Icon::Close} />
                    { messages.text("import-remove") }
                </button>
            </header>
            { match &file.content {
                Content::Reading(percent) => html! {
                    <progress
                        class="import-bar" max="100" value={percent.to_string()}
                        aria-label={messages.with("import-progress", &[("name", file.name.as_str().into())])}
                    />
                },
                Content::Refused { key, arguments, again } => {
                    let part = |name: &str| messages.with(&format!("{key}{name}"), arguments);
                    html! {
                        <div class="import-refused" role="group">
                            <Glyph icon={Icon::Alert} />
                            <div>
                                <p><strong>{ part("") }</strong></p>
                                <p>{ part(".safe") }</p>
                                <p>{ part(".next") }</p>
                                if *again {
                                    <button type="button" onclick={does(import::Action::ReadAgain(number))}>
                                        { messages.text("import-read-again") }
                                    </button>
                                }
                            </div>
                        </div>
                    }
                }
                Content::Ready(ready) => html! {
                    <div class="import-ready">
                        <div class="import-text">
                            { remarks(number, ready, &messages, &send) }
                            <Preview preview={ready.preview.clone()} words={ready.words} />
                        </div>
                        <Form key={number} {number} ready={(**ready).clone()} />
                    </div>
                },
            } }
        </section>
    }
}

fn remarks(number: u32, ready: &Ready, messages: &Messages, send: &Callback<Action>) -> Html {
    let include = send.reform(move |event: Event| {
        let setting = Setting::Include(checked(&event));
        Action::Import(import::Action::Set(number, setting))
    });
    let twin = ready.twin.as_ref().map(|twin| match twin {
        Twin::Transcript(what) => {
            messages.with("import-twin-transcript", &[("what", what.as_str().into())])
        }
        Twin::File(name) => messages.with("import-twin-file", &[("name", name.as_str().into())]),
    });
    html! {
        <div class="import-remarks">
            <label class="import-check">
                <input type="checkbox" checked={ready.form.include} onchange={include} />
                { messages.text("import-include") }
            </label>
            if ready.stale {
                <p role="status" class="soft">{ messages.text("import-reading-anew") }</p>
            }
            if let Some(twin) = twin {
                <p class="import-remark"><Glyph icon={Icon::Copy} /><span>{ twin }</span></p>
            }
            if !ready.warnings.is_empty() {
                <ul class="import-warnings" aria-label={messages.text("import-warnings")}>
                    { for ready.warnings.iter().map(|(key, arguments)| html! {
                        <li key={key.clone()}>{ messages.with(key, arguments) }</li>
                    }) }
                </ul>
            }
        </div>
    }
}
