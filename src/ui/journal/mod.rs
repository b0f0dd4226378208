//! The journal page.

use crate::app::action::Action as AnyAction;
use crate::app::journal::view::{Entry, View, view};
use crate::app::journal::{Action, Scope};
use crate::platform::clock;
use crate::study::record::memo::About;
use crate::ui::atom::field::{Field, value_of};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const SCOPES: [(Scope, &str); 5] = [
    (Scope::All, "memo-scope-all"),
    (Scope::Study, "memo-scope-study"),
    (Scope::People, "memo-scope-people"),
    (Scope::Passages, "memo-scope-passages"),
    (Scope::Themes, "memo-scope-themes"),
];

/// The journal.
#[component]
pub fn Journal() -> Html {
    let messages = use_messages();
    let send = use_send();
    let shown = use_view(view);
    let topic = use_state(|| 0_usize);
    let locale = use_view(|state| state.device.locale.clone());
    let Some(shown) = &*shown else {
        return html! { <div class="page" /> };
    };
    let does = send.reform(AnyAction::Journal);
    let about = shown
        .topics
        .get(*topic)
        .map_or(About::Study, |(about, _)| *about);
    let write = does.reform(move |_: MouseEvent| Action::Write(about));
    let choose = {
        let topic = topic.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                topic.set(usize::try_from(select.selected_index()).unwrap_or_default());
            }
        })
    };
    html! {
        <div class="page journal">
            <header class="journal-head">
                <h1>{ messages.text("page-journal") }</h1>
                <div class="journal-new">
                    <label class="journal-about">
                        <span>{ messages.text("memo-about") }</span>
                        <select onchange={choose}>
                            { for shown.topics.iter().enumerate().map(|(place, (_, name))| html! {
                                <option key={place} selected={place == *topic}>{ name }</option>
                            }) }
                        </select>
                    </label>
                    <button type="button" class="primary" data-focus="journal-write" onclick={write}>
                        <Glyph icon={Icon::Pen} />
                        { messages.text("memo-write") }
                    </button>
                </div>
            </header>
            if shown.empty {
                <div class="journal-empty">
                    <p>{ messages.text("journal-empty") }</p>
                    <p class="soft">{ messages.text("journal-empty-next") }</p>
                </div>
            } else {
                { filters(shown, &does, &messages) }
            }
            <ol class="journal-entries" aria-label={messages.text("page-journal")}>
                { for shown.entries.iter().map(|entry| html! {
                    <Memo key={entry.id.to_string()} entry={entry.clone()} locale={(*locale).clone()} />
                }) }
            </ol>
            if !shown.empty && shown.entries.is_empty() {
                <p class="soft" role="status">{ messages.text("journal-none") }</p>
            }
            if shown.more > 0 {
                <button type="button" onclick={does.reform(|_: MouseEvent| Action::More)}>
                    { messages.with("journal-more", &[("count", shown.more.into())]) }
                </button>
            }
        </div>
    }
}

fn filters(
    shown: &View,
    does: &Callback<Action>,
    messages: &crate::app::message::Messages,
) -> Html {
    let oninput = does.reform(|event: InputEvent| Action::Words(value_of(&event)));
    html! {
        <div class="journal-filters">
            <label class="journal-find">
                <span class="unseen">{ messages.text("journal-find") }</span>
                <input
                    type="search" value={shown.words.clone()} {oninput}
                    placeholder={messages.text("journal-find")}
                />
            </label>
            <div role="group" aria-label={messages.text("memo-scope")} class="journal-scopes">
                { for SCOPES.into_iter().map(|(scope, key)| html! {
                    <button
                        {key} type="button" class="quiet"
                        aria-pressed={(shown.scope == scope).to_string()}
                        onclick={does.reform(move |_: MouseEvent| Action::Scope(scope))}
                    >
                        { messages.text(key) }
                    </button>
                }) }
            </div>
        </div>
    }
}

/// What a memo is given.
#[derive(Clone, PartialEq, Properties)]
struct MemoProps {
    entry: Entry,
    locale: String,
}

#[component]
fn Memo(props: &MemoProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let entry = &props.entry;
    let id = entry.id;
    let does = send.reform(AnyAction::Journal);
    #[allow(clippy::cast_precision_loss)]
    let when = clock::format_moment(entry.at.0 as f64, &props.locale);
    html! {
        <li class="memo">
            <p class="memo-head">
                <time>{ when }</time>
                <span class="soft">{ &entry.initials }</span>
                if let Some(about) = &entry.about {
                    if let Some(page) = entry.page {
                        <button type="button" class="quiet memo-about" onclick={send.reform(move |_: MouseEvent| AnyAction::Go(page))}>
                            { about }
                        </button>
                    } else {
                        <span class="soft">{ about }</span>
                    }
                }
                <button
                    type="button" class="quiet memo-bin"
                    aria-label={messages.text("memo-bin")}
                    onclick={does.reform(move |_: MouseEvent| Action::Bin(id))}
                >
                    <Glyph icon={Icon::Bin} />
                </button>
            </p>
            <Field
                label={messages.text("memo-title")} bare=true value={entry.title.clone()}
                placeholder={messages.text("memo-title")}
                onfinish={does.reform(move |title| Action::Title(id, title))}
            />
            <Field
                label={messages.text("memo-text")} bare=true long=true value={entry.text.clone()}
                placeholder={messages.text("memo-text-example")}
                focus={format!("memo-{id}")}
                onfinish={does.reform(move |text| Action::Text(id, text))}
            />
        </li>
    }
}
