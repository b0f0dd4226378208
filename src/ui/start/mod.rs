//! The start page: the studies of this machine, ways to a new one, the bin, the room there is.

pub mod destroy;
pub mod first;
pub mod leave;
pub mod new_study;
pub mod room;
pub mod study;
pub mod study_file;

use crate::app::action::Action as AnyAction;
use crate::app::dialog::Dialog;
use crate::app::start::Action;
use crate::app::start::view::{View, view};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use first::First;
use room::Room;
use study::{Binned, Study};
use yew::prelude::*;

/// The start page.
#[component]
pub fn Start() -> Html {
    let messages = use_messages();
    let shown = use_view(view);
    let over = use_view(|state| state.dragged_over);
    let first = !shown.waiting && shown.studies.is_empty() && shown.bin.is_empty();
    html! {
        <div class={classes!("start", over.then_some("start-over"))}>
            <div class="start-page">
                <header class="start-head">
                    <p class="start-mark">{ messages.text("app-name") }</p>
                    <p class="start-private">
                        <Glyph icon={Icon::Check} />{ messages.text("nothing-leaves") }
                    </p>
                </header>
                // Nothing can be pressed before it is known which of the two pages this is.
                if shown.waiting {
                    <p class="start-work" role="status">{ messages.text("start-waiting") }</p>
                } else if first {
                    <First busy={shown.busy} />
                } else {
                    <Ways busy={shown.busy} />
                }
                <p class="start-work" role="status">{ shown.work.clone().unwrap_or_default() }</p>
                if shown.waiting || shown.work.is_some() {
                    <div class="skeleton" aria-hidden="true"><i /><i /><i /></div>
                }
                { studies(&shown, &messages) }
                if shown.local_file {
                    <section class="start-note">
                        <h2>{ messages.text("local-file-heading") }</h2>
                        <p>{ messages.text("local-file-why") }</p>
                    </section>
                }
                <Room room={shown.room.clone()} />
            </div>
            if *over {
                <p class="start-drop" aria-hidden="true">{ messages.text("start-drop") }</p>
            }
        </div>
    }
}

fn studies(shown: &View, messages: &crate::app::message::Messages) -> Html {
    html! {
        <div class="start-lists">
            if !shown.studies.is_empty() {
                <section aria-labelledby="start-studies">
                    <h2 id="start-studies" class="eyebrow" tabindex="-1" data-focus="studies">
                        { messages.text("start-list") }
                    </h2>
                    <ul class="studies">
                        { for shown.studies.iter().map(|row| html! {
                            <Study key={row.id.to_string()} row={row.clone()} busy={shown.busy} />
                        }) }
                    </ul>
                </section>
            }
            if !shown.bin.is_empty() {
                <details class="start-bin">
                    <summary>
                        { messages.with("start-bin-count", &[("count", shown.bin.len().into())]) }
                    </summary>
                    <ul class="studies">
                        { for shown.bin.iter().map(|row| html! {
                            <Binned key={row.id.to_string()} row={row.clone()} />
                        }) }
                    </ul>
                </details>
            }
        </div>
    }
}

/// What the ways to a study are given.
#[derive(Clone, PartialEq, Properties)]
pub struct WaysProps {
    /// Whether something is under way.
    pub busy: bool,
}

/// The heading and the ways to a study, when there are some already.
#[component]
fn Ways(props: &WaysProps) -> Html {
    let messages = use_messages();
    html! {
        <div class="start-ways">
            <h1>{ messages.text("start-heading") }</h1>
            <Buttons busy={props.busy} />
        </div>
    }
}

/// The three ways to a study.
#[component]
fn Buttons(props: &WaysProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let busy = props.busy;
    let does = |action: AnyAction| {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            if !busy {
                send.emit(action.clone());
            }
        })
    };
    html! {
        <div class="start-buttons">
            <button
                type="button" class="primary" data-focus="new-study"
                aria-disabled={busy.to_string()} onclick={does(AnyAction::Open(Dialog::NewStudy))}
            >
                <Glyph icon={Icon::Plus} />{ messages.text("start-new") }
            </button>
            <button
                type="button" aria-disabled={busy.to_string()}
                onclick={does(AnyAction::Start(Action::PickFile))}
            >
                <Glyph icon={Icon::Open} />{ messages.text("start-open") }
            </button>
            <button
                type="button" aria-disabled={busy.to_string()}
                onclick={does(AnyAction::Start(Action::OpenExample))}
            >
                <Glyph icon={Icon::Journal} />{ messages.text("start-example") }
            </button>
        </div>
    }
}
