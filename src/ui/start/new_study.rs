//! Beginning a study.

use crate::app::action::Action as AnyAction;
use crate::app::start::Action;
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::field::value_of;
use crate::ui::handle::{use_handle, use_messages};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The dialog: title, question, name. Enter begins the study.
#[component]
pub fn NewStudy() -> Html {
    let messages = use_messages();
    let handle = use_handle();
    let title = use_state(String::new);
    let question = use_state(String::new);
    let coder = use_state({
        let handle = handle.clone();
        move || {
            handle.read(|state| {
                let coder = state.settings.coder.as_ref();
                coder.map_or(String::new(), |coder| coder.name.clone())
            })
        }
    });
    let tried = use_state(|| false);
    let nodes = [use_node_ref(), use_node_ref()];
    let onsubmit = {
        let (title, question, coder) = (title.clone(), question.clone(), coder.clone());
        let (tried, handle, nodes) = (tried.clone(), handle.clone(), nodes.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let missing = [&title, &coder].map(|value| value.trim().is_empty());
            if let Some(place) = missing.into_iter().position(|missing| missing) {
                if let Some(input) = nodes[place].cast::<HtmlInputElement>() {
                    // A field that is on the screen takes the keyboard.
                    let _ = input.focus();
                }
                return;
            }
            handle.send(AnyAction::Start(Action::Begin {
                title: (*title).clone(),
                question: (*question).clone(),
                coder: (*coder).clone(),
            }));
        })
    };
    let close = Callback::from(move |()| handle.send(AnyAction::CloseDialog));
    let field = |name: &'static str, value: &UseStateHandle<String>, node: Option<&NodeRef>| {
        let missing = node.is_some() && *tried && value.trim().is_empty();
        let oninput = {
            let value = value.clone();
            Callback::from(move |event: InputEvent| value.set(value_of(&event)))
        };
        let hint = format!("new-study-{name}-hint");
        html! {
            <label class="field">
                <span class="field-label">{ messages.text(&format!("new-study-{name}")) }</span>
                <input
                    type="text" ref={node.cloned().unwrap_or_default()}
                    value={(**value).clone()} autocomplete="off" data-first={(name == "title").then_some("")}
                    aria-invalid={missing.then_some("true")} {oninput}
                />
                if missing {
                    <span class="field-hint danger" role="alert">
                        { messages.text(&format!("new-study-{name}-missing")) }
                    </span>
                } else {
                    <span class="field-hint">{ messages.text(&hint) }</span>
                }
            </label>
        }
    };
    html! {
        <Dialog heading={messages.text("new-study-heading")} onclose={close.clone()}>
            <form class="dialog-form" novalidate=true {onsubmit}>
                { field("title", &title, Some(&nodes[0])) }
                { field("question", &question, None) }
                { field("coder", &coder, Some(&nodes[1])) }
                <div class="dialog-foot">
                    <button type="button" onclick={close.reform(|_: MouseEvent| ())}>
                        { messages.text("cancel") }
                    </button>
                    <button type="submit" class="primary">{ messages.text("new-study-do") }</button>
                </div>
            </form>
        </Dialog>
    }
}
