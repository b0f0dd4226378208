//! A study in the list, and one in the bin.

use crate::app::action::Action as AnyAction;
use crate::app::dialog::Dialog;
use crate::app::keeping;
use crate::app::start::Action;
use crate::app::start::view::Row;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::atom::more::More;
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// What a study is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is shown.
    pub row: Row,
    /// Whether something else is under way.
    pub busy: bool,
}

/// A study: one click opens it.
#[component]
pub fn Study(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let (row, busy) = (&props.row, props.busy);
    let id = row.id;
    let open = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            if !busy {
                send.emit(AnyAction::Keeping(keeping::Action::OpenStudy(id)));
            }
        })
    };
    let does = |action: Action| send.reform(move |_: MouseEvent| AnyAction::Start(action.clone()));
    html! {
        <li class="study">
            <button
                type="button" class="study-open" data-focus={format!("study-{id}")}
                aria-disabled={busy.to_string()} onclick={open}
            >
                <span class="study-title">{ &row.title }</span>
                <span class="study-about">{ &row.contents }<span>{ &row.changed }</span></span>
            </button>
            <More label={messages.with("study-more", &[("title", row.title.as_str().into())])}>
                <button type="button" onclick={does(Action::Duplicate(id))}>
                    <Glyph icon={Icon::Copy} />{ messages.text("study-duplicate") }
                </button>
                <button type="button" onclick={does(Action::SaveFile(id))}>
                    <Glyph icon={Icon::Save} />{ messages.text("study-save") }
                </button>
                <button type="button" onclick={does(Action::Bin(id))}>
                    <Glyph icon={Icon::Bin} />{ messages.text("study-bin") }
                </button>
            </More>
        </li>
    }
}

/// What a study in the bin is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BinnedProps {
    /// What is shown.
    pub row: Row,
}

/// A study in the bin.
#[component]
pub fn Binned(props: &BinnedProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let row = &props.row;
    let id = row.id;
    let restore = send.reform(move |_: MouseEvent| AnyAction::Start(Action::Restore(id)));
    let destroy = send.reform(move |_: MouseEvent| AnyAction::Open(Dialog::DestroyStudy(id)));
    let named = |key| messages.with(key, &[("title", row.title.as_str().into())]);
    html! {
        <li class="study study-binned">
            <div class="study-open">
                <span class="study-title">{ &row.title }</span>
                <span class="study-about">{ &row.contents }<span>{ &row.changed }</span></span>
            </div>
            <div class="study-acts">
                <button type="button" aria-label={named("study-restore")} onclick={restore}>
                    { messages.text("restore") }
                </button>
                <button
                    type="button" class="danger" aria-label={named("study-destroy-name")}
                    onclick={destroy}
                >
                    { messages.text("study-destroy") }
                </button>
            </div>
        </li>
    }
}
