//! What to do with a study file that cannot simply be opened.

use crate::app::action::Action as AnyAction;
use crate::app::start::Action;
use crate::app::start::file::{Decision, Question};
use crate::ui::atom::dialog::Dialog;
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// The dialog.
#[component]
pub fn StudyFile() -> Html {
    let messages = use_messages();
    let send = use_send();
    let shown = use_view(|state| {
        let incoming = state.start.incoming.as_ref()?;
        let title = incoming.package.title.clone();
        Some((incoming.question?, incoming.name.clone(), title))
    });
    let send = send.reform(AnyAction::Start);
    let close = send.reform(|()| Action::DropFile);
    let Some((question, name, title)) = &*shown else {
        return html! { <span /> };
    };
    let key = match question {
        Question::Lossy => "study-file-lossy",
        Question::Ahead => "study-file-ahead",
        Question::Apart => "study-file-apart",
    };
    let values = [
        ("name", name.as_str().into()),
        ("title", title.as_str().into()),
    ];
    let decide = |decision: Decision, key: &'static str, class: &'static str| {
        let onclick = send.reform(move |_: MouseEvent| Action::Decide(decision));
        html! { <button type="button" {class} {onclick}>{ messages.text(key) }</button> }
    };
    html! {
        <Dialog heading={messages.text(key)} onclose={close.clone()}>
            <p>{ messages.with(&format!("{key}-why"), &values) }</p>
            if *question == Question::Apart {
                <p class="soft">{ messages.text("study-file-replace-why") }</p>
            }
            <div class="dialog-foot">
                <button type="button" class="quiet" onclick={close.reform(|_: MouseEvent| ())}>
                    { messages.text("cancel") }
                </button>
                { match question {
                    Question::Lossy => decide(Decision::Copy, "study-file-copy-readable", "primary"),
                    Question::Ahead => html! {
                        <>
                            { decide(Decision::Copy, "study-file-copy", "") }
                            { decide(Decision::Update, "study-file-update", "primary") }
                        </>
                    },
                    Question::Apart => html! {
                        <>
                            { decide(Decision::Replace, "study-file-replace", "") }
                            { decide(Decision::Copy, "study-file-copy", "primary") }
                        </>
                    },
                } }
            </div>
        </Dialog>
    }
}
