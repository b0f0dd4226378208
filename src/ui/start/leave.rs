//! Whether to leave a study whose last changes are not stored.

use crate::app::action::Action as AnyAction;
use crate::app::keeping::Action;
use crate::ui::atom::dialog::Dialog;
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// The dialog.
#[component]
pub fn Leave() -> Html {
    let messages = use_messages();
    let send = use_send();
    let close = send.reform(|()| AnyAction::CloseDialog);
    let does =
        |action: Action| send.reform(move |_: MouseEvent| AnyAction::Keeping(action.clone()));
    html! {
        <Dialog heading={messages.text("leave-heading")} onclose={close.clone()}>
            <p>{ messages.text("leave-why") }</p>
            <div class="dialog-foot">
                <button type="button" class="danger" onclick={does(Action::LeaveAnyway)}>
                    { messages.text("leave-anyway") }
                </button>
                <button type="button" onclick={does(Action::WriteAgain)}>
                    { messages.text("try-again") }
                </button>
                <button type="button" class="primary" onclick={does(Action::SaveStudyFile)}>
                    { messages.text("save-study-file") }
                </button>
            </div>
        </Dialog>
    }
}
