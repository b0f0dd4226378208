//! The codebook beside a transcript: one tree, the same as on its page, in less room.

use super::acts::Acts;
use super::chooser::Chooser;
use super::retired::Retired;
use super::tree::Tree;
use super::{Filter, New, view};
use crate::app::action::Action as AnyAction;
use crate::app::codebook::{Action, Side};
use crate::app::desk::Page;
use crate::study::id::{Id, ParticipantId};
use crate::ui::handle::{use_messages, use_send, use_view};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The value of the choice of the study's tree.
const STUDY: &str = "study";

/// The codebook in a narrow column.
#[component]
pub fn CodebookPanel() -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(view);
    let Some(view) = &*view else {
        return html! { <div class="codebook-panel" /> };
    };
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let tell = |action| send.emit(AnyAction::Codebook(action));
            if chosen == STUDY {
                return tell(Action::Enter(Side::Study));
            }
            let person = Id::from_hex(&chosen).map(ParticipantId::from);
            tell(Action::Person(person));
            tell(Action::Enter(Side::Own));
        })
    };
    let whole = send.reform(|_: MouseEvent| AnyAction::Go(Page::Codebook));
    let own = view.side == Side::Own;
    html! {
        <section class="codebook-panel" aria-label={messages.text("page-codebook")}>
            <header class="codebook-panel-head">
                <label>
                    <span class="unseen">{ messages.text("codebook-whose") }</span>
                    <select {onchange}>
                        <option value={STUDY} selected={!own}>{ messages.text("codebook-study") }</option>
                        <option value="" selected={own && view.person.is_none()}>
                            { messages.text("codebook-everyone") }
                        </option>
                        { for view.people.iter().map(|(id, name)| html! {
                            <option
                                key={id.to_string()} value={id.to_string()}
                                selected={own && view.person == Some(*id)}
                            >
                                { name }
                            </option>
                        }) }
                    </select>
                </label>
                <New side={view.side} />
            </header>
            <Filter typed={view.typed.clone()} />
            <Tree key={view.side.focus()} side={view.side} />
            <Retired key={format!("retired-{}", view.side.focus())} side={view.side} />
            <Acts side={view.side} />
            <button type="button" class="quiet" onclick={whole}>{ messages.text("codebook-whole") }</button>
            <Chooser />
        </section>
    }
}
