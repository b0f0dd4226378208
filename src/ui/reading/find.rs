//! The find bar.

use crate::app::action::Action;
use crate::app::reading;
use crate::app::reading::find::{self, FindView};
use crate::study::find::{Query, QueryKind};
use crate::ui::atom::field::value_of;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

fn act(action: find::Action) -> Action {
    Action::Reading(reading::Action::Find(action))
}

/// The find bar, while it is open.
#[component]
pub fn FindBar() -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(find::view);
    let Some(view) = &*view else {
        return html! { <div class="find-none" /> };
    };
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let action = match event.key().as_str() {
                "Enter" => find::Action::Step(!event.shift_key()),
                "F3" => find::Action::Step(!event.shift_key()),
                "Escape" => find::Action::Close,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            send.emit(act(action));
        })
    };
    let oninput = {
        let (send, query) = (send.clone(), view.query.clone());
        Callback::from(move |event: InputEvent| {
            let query = Query {
                text: value_of(&event),
                ..query.clone()
            };
            send.emit(act(find::Action::Look(query)));
        })
    };
    let does = |action: find::Action| send.reform(move |_: MouseEvent| act(action.clone()));
    let toggle = |key: &str, sign: &str, on: bool, query: Query| {
        html! {
            <button
                type="button" class={classes!("find-option", on.then_some("find-option-on"))}
                aria-pressed={on.to_string()} aria-label={messages.text(key)} title={messages.text(key)}
                onclick={does(find::Action::Look(query))}
            >
                { sign }
            </button>
        }
    };
    let query = &view.query;
    let regex = query.kind == QueryKind::Regex;
    html! {
        <div class="find" role="search" aria-label={messages.text("reading-find")} {onkeydown}>
            <Glyph icon={Icon::Search} />
            <input
                type="text" data-focus="reading-find" aria-label={messages.text("reading-find")}
                placeholder={messages.text("reading-find-placeholder")}
                value={query.text.clone()} {oninput}
                aria-invalid={view.fault.is_some().to_string()}
            />
            { toggle("reading-find-case", "Aa", query.match_case, Query { match_case: !query.match_case, ..query.clone() }) }
            { toggle("reading-find-words", "“”", query.whole_word, Query { whole_word: !query.whole_word, ..query.clone() }) }
            { toggle("reading-find-pattern", ".*", regex, Query {
                kind: if regex { QueryKind::Plain } else { QueryKind::Regex },
                ..query.clone()
            }) }
            <span class="find-count soft">{ count(view, &messages) }</span>
            <button type="button" class="quiet" aria-label={messages.text("command-find-previous")} title={messages.text("command-find-previous")} onclick={does(find::Action::Step(false))}>
                <Glyph icon={Icon::Left} />
            </button>
            <button type="button" class="quiet" aria-label={messages.text("command-find-next")} title={messages.text("command-find-next")} onclick={does(find::Action::Step(true))}>
                <Glyph icon={Icon::Right} />
            </button>
            <button type="button" class="quiet" aria-label={messages.text("reading-find-close")} title={messages.text("reading-find-close")} onclick={does(find::Action::Close)}>
                <Glyph icon={Icon::Close} />
            </button>
            if let Some(fault) = &view.fault {
                <p class="find-fault" role="alert">{ fault }</p>
            }
        </div>
    }
}

fn count(view: &FindView, messages: &crate::app::message::Messages) -> String {
    if view.query.text.is_empty() || view.fault.is_some() {
        return String::new();
    }
    if view.waiting {
        return messages.text("reading-find-waiting");
    }
    messages.with(
        "reading-find-count",
        &[("at", view.at.into()), ("count", view.count.into())],
    )
}
