//! The line above the transcript: its name, its neighbours, where to go, how large.

use crate::app::action::Action;
use crate::app::desk::Page;
use crate::app::reading::head as view;
use crate::app::reading::margin::Side;
use crate::app::reading::viewport::{Shape, Zoom};
use crate::app::reading::{self, entry, find};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use web_sys::HtmlInputElement;
use yew::prelude::*;

fn act(action: reading::Action) -> Action {
    Action::Reading(action)
}

/// The line above the transcript.
#[component]
pub fn Head() -> Html {
    let messages = use_messages();
    let send = use_send();
    let head = use_view(view::view);
    let Some(head) = &*head else {
        return html! { <header class="reading-head" /> };
    };
    let does = |action: Action| send.reform(move |_: MouseEvent| action.clone());
    let icon = |key: &str, icon: Icon, action: Action| {
        html! {
            <button type="button" class="quiet" aria-label={messages.text(key)} title={messages.text(key)} onclick={does(action)}>
                <Glyph {icon} />
            </button>
        }
    };
    let neighbour = |to: &Option<(crate::study::id::TranscriptId, String)>,
                     key: &str,
                     glyph: Icon| {
        let label = match to {
            Some((_, name)) => {
                messages.with(&format!("{key}-named"), &[("name", name.clone().into())])
            }
            None => messages.text(key),
        };
        let go = to
            .as_ref()
            .map(|(id, _)| does(Action::Go(Page::Transcript(*id))));
        html! {
            <button type="button" class="quiet" disabled={to.is_none()} aria-label={label.clone()} title={label} onclick={go}>
                <Glyph icon={glyph} />
            </button>
        }
    };
    let several = head.previous.is_some() || head.next.is_some();
    html! {
        <header class="reading-head">
            <div class="reading-name">
                if several {
                    { neighbour(&head.previous, "reading-previous", Icon::Left) }
                }
                <h1>
                    <span class="reading-label">{ &head.label }</span>
                    if !head.pseudonym.is_empty() {
                        <span>{ &head.pseudonym }</span>
                    }
                    <span class="reading-title">{ &head.name }</span>
                </h1>
                if several {
                    { neighbour(&head.next, "reading-next", Icon::Right) }
                }
                <span class="reading-facts soft">{ head.facts.join(" · ") }</span>
            </div>
            <div class="reading-tools">
                <GoTo />
                { icon("command-find", Icon::Search, act(reading::Action::Find(find::Action::Open))) }
                <span class="reading-zoom" role="group" aria-label={messages.text("reading-zoom")}>
                    { icon("command-zoom-out", Icon::Smaller, act(reading::Action::Zoom(Zoom::Out))) }
                    <span class="reading-percent soft" aria-live="polite">{ format!("{} %", head.percent) }</span>
                    { icon("command-zoom-in", Icon::Bigger, act(reading::Action::Zoom(Zoom::In))) }
                </span>
                if head.shape == Shape::Wide {
                    { icon("command-swap-margins", Icon::Swap, act(reading::Action::SwapMargins)) }
                }
                if head.shape == Shape::Medium {
                    { side(head.side, &messages, &send) }
                }
                { icon("command-print", Icon::Print, act(reading::Action::Print(true))) }
                <button
                    type="button" class="quiet reading-table"
                    title={messages.text("command-working-table")}
                    onclick={does(Action::Go(Page::Table(head.id)))}
                >
                    <Glyph icon={Icon::Table} />
                    <span>{ messages.text("page-table") }</span>
                </button>
            </div>
        </header>
    }
}

/// Which margin is shown where there is room for one.
fn side(now: Side, messages: &crate::app::message::Messages, send: &Callback<Action>) -> Html {
    let choice = |side: Side, key: &str| {
        let choose = act(reading::Action::Entry(entry::Action::Side(side)));
        html! {
            <button
                type="button" class="reading-side" aria-pressed={(now == side).to_string()}
                onclick={send.reform(move |_: MouseEvent| choose.clone())}
            >
                { messages.text(key) }
            </button>
        }
    };
    html! {
        <span class="reading-sides" role="group" aria-label={messages.text("reading-margin")}>
            { choice(Side::Statements, "reading-side-statements") }
            { choice(Side::Notes, "reading-side-notes") }
        </span>
    }
}

/// The field for a line to go to.
#[component]
fn GoTo() -> Html {
    let messages = use_messages();
    let send = use_send();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        match event.key().as_str() {
            "Enter" if !event.is_composing() && !input.value().trim().is_empty() => {
                event.prevent_default();
                send.emit(act(reading::Action::GoTo(input.value())));
                input.set_value("");
            }
            "Escape" => input.set_value(""),
            _ => {}
        }
    });
    html! {
        <label class="reading-go-to">
            <span class="soft">{ messages.text("reading-go-to") }</span>
            <input
                type="text" inputmode="decimal" data-focus="reading-go-to" size="5" placeholder="4.18"
                aria-label={messages.text("reading-go-to-line")} {onkeydown}
            />
        </label>
    }
}
