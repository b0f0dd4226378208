//! Whether a study is to be deleted for good: the one thing here that cannot be undone.

use crate::app::action::Action as AnyAction;
use crate::app::start::Action;
use crate::app::start::view::title;
use crate::study::id::StudyId;
use crate::ui::atom::dialog::Dialog;
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// What the dialog is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Which study.
    pub study: StudyId,
}

/// The dialog.
#[component]
pub fn Destroy(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let study = props.study;
    let name = use_view(move |state| {
        let card = state.start.card(study);
        card.map_or(String::new(), |card| title(state, &card.title))
    });
    let close = send.reform(|()| AnyAction::CloseDialog);
    let destroy = send.reform(move |_: MouseEvent| AnyAction::Start(Action::Destroy(study)));
    html! {
        <Dialog heading={messages.text("destroy-heading")} onclose={close.clone()}>
            <p>{ messages.with("destroy-what", &[("title", name.as_str().into())]) }</p>
            <p><strong>{ messages.text("destroy-warning") }</strong></p>
            <div class="dialog-foot">
                <button type="button" data-first="" onclick={close.reform(|_: MouseEvent| ())}>
                    { messages.text("cancel") }
                </button>
                <button type="button" class="danger" onclick={destroy}>
                    { messages.text("destroy-do") }
                </button>
            </div>
        </Dialog>
    }
}
