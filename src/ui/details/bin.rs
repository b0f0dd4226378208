//! The bin of a study.

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::bin::{Group, groups, id_of};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub fn Bin() -> Html {
    let messages = use_messages();
    let all = use_view(groups);
    html! {
        <div class="page details">
            <h1>{ messages.text("page-bin") }</h1>
            if all.is_empty() {
                <div class="bin-empty">
                    <Glyph icon={Icon::Bin} />
                    <h2>{ messages.text("bin-empty") }</h2>
                    <p class="soft">{ messages.text("bin-empty-why") }</p>
                </div>
            } else {
                <p class="soft">{ messages.text("bin-lead") }</p>
                { for all.iter().map(|group| html! {
                    <Things key={group.heading} group={Rc::new(group.clone())} />
                }) }
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    group: Rc<Group>,
}

/// Things of one kind.
#[component]
fn Things(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    html! {
        <section class="details-section">
            <h2>{ messages.text(props.group.heading) }</h2>
            <ul class="bin-rows">
                { for props.group.rows.iter().map(|row| {
                    let thing = row.thing;
                    let restore = send.reform(move |_: MouseEvent| {
                        AnyAction::Details(Action::Unbin(thing))
                    });
                    let what = [("what", row.what.as_str().into())];
                    html! {
                        <li key={id_of(thing).to_string()} class="bin-row">
                            <div class="bin-what">
                                <p><strong>{ &row.what }</strong></p>
                                if !row.hangs.is_empty() {
                                    <p>{ &row.hangs }</p>
                                }
                                <p class="soft small">{ &row.when }</p>
                                if row.hidden {
                                    <p class="soft small">{ messages.text("bin-hidden") }</p>
                                }
                            </div>
                            <button
                                type="button" aria-label={messages.with("bin-restore", &what)}
                                onclick={restore}
                            >
                                { messages.text("restore") }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
