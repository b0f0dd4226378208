//! The passages of a theme in their context, and what can be done with them.

use crate::app::action::Action as AnyAction;
use crate::app::codebook::detail::ThemeView;
use crate::app::codebook::evidence::{self, Action, PassageView, Words};
use crate::app::codebook::{self};
use crate::app::state::State;
use crate::app::window::{Piece, rows};
use crate::study::id::CodingId;
use crate::ui::atom::field::value_of;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::atom::window::{gap, use_window};
use crate::ui::handle::{use_messages, use_send, use_view};
use std::rc::Rc;
use yew::prelude::*;

/// A passage before it was measured.
const ROW: f64 = 130.0;

fn tell(action: Action) -> AnyAction {
    AnyAction::Codebook(codebook::Action::Passages(action))
}

/// The theme whose passages are listed.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The element that scrolls around the list.
    pub scroller: NodeRef,
    /// The theme.
    pub theme: Rc<ThemeView>,
}

fn codings(state: &State) -> Vec<CodingId> {
    let evidence = state.desk.as_ref().and_then(|desk| desk.evidence());
    let items = evidence.map(|evidence| evidence.items.clone());
    let items = items.unwrap_or_default();
    items.into_iter().map(|item| item.coding).collect()
}

/// The passages of the theme in the pane.
#[component]
pub fn Passages(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let theme = &*props.theme;
    let keys = use_view(codings);
    let window = use_window(props.scroller.clone(), Rc::clone(&keys), ROW, None, false);
    let wanted = rows(&window.pieces);
    let shown = use_view(move |state| evidence::passages(state, &wanted));
    {
        let seen: Vec<_> = shown.iter().map(|passage| passage.item.excerpt).collect();
        let send = send.clone();
        use_effect_with(seen, move |seen| {
            if !seen.is_empty() {
                send.emit(tell(Action::Seen(seen.clone())));
            }
        });
    }
    let beneath = send.reform({
        let now = theme.beneath;
        move |_: Event| tell(Action::Beneath(!now))
    });
    let mut views = shown.iter();
    html! {
        <section class="passages" aria-labelledby="codebook-passages-name">
            <header class="passages-head">
                <h2 id="codebook-passages-name" tabindex="-1" data-focus="codebook-passages">
                    { messages.with("codebook-passages-count", &[("count", theme.passages.into())]) }
                </h2>
                if theme.bears {
                    <label class="passages-beneath">
                        <input type="checkbox" checked={theme.beneath} onchange={beneath} />
                        { messages.text("codebook-beneath") }
                    </label>
                }
            </header>
            if theme.passages > 0 {
                <Bulk theme={Rc::clone(&props.theme)} />
            } else {
                <p class="soft">{ messages.text("codebook-passages-none") }</p>
            }
            <div class="passages-list" role="list" ref={window.list}>
                { for window.pieces.iter().enumerate().filter_map(|(place, piece)| match piece {
                    Piece::Gap(height) => Some(gap(place, *height)),
                    Piece::Row(_) => views.next().map(|view| html! {
                        <Passage key={view.item.coding.to_string()} view={view.clone()} of={theme.passages} />
                    }),
                }) }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BulkProps {
    theme: Rc<ThemeView>,
}

/// What is done with the ticked passages.
#[component]
fn Bulk(props: &BulkProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let name = use_state(String::new);
    let theme = &*props.theme;
    let ticked = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.map(|desk| {
            desk.codebook
                .passages
                .ticked
                .iter()
                .copied()
                .collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let none = ticked.is_empty();
    let all = ticked.len() == theme.passages;
    let act = |action: Action| send.reform(move |_: MouseEvent| tell(action.clone()));
    let split = {
        let (send, name) = (send.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(tell(Action::Split((*name).clone())));
            name.set(String::new());
        })
    };
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(value_of(&event)))
    };
    let onkeydown = send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            onkeydown.emit(tell(Action::Splitting(false)));
        }
    });
    html! {
        <div class="bulk">
            <div class="bulk-acts" role="group" aria-label={messages.text("codebook-passages")}>
                <button type="button" class="quiet" onclick={act(Action::TickAll(!all))}>
                    { messages.text(if all { "codebook-tick-none" } else { "codebook-tick-all" }) }
                </button>
                if !none {
                    <span class="soft small" role="status">
                        { messages.with("codebook-ticked", &[("count", ticked.len().into())]) }
                    </span>
                    <button type="button" class="quiet" onclick={act(Action::Recode(ticked.to_vec()))}>
                        { messages.text("codebook-recode") }
                    </button>
                    if !theme.beneath {
                        <button type="button" class="quiet" onclick={act(Action::Splitting(true))}>
                            <Glyph icon={Icon::Split} />
                            { messages.text("codebook-split") }
                        </button>
                    }
                    <button type="button" class="quiet" onclick={act(Action::Uncode(ticked.to_vec()))}>
                        { messages.text("codebook-uncode") }
                    </button>
                }
            </div>
            if theme.splitting && !none {
                <form class="bulk-split" onsubmit={split}>
                    <label>
                        <span class="unseen">{ messages.text("codebook-split-name") }</span>
                        <input
                            type="text" value={(*name).clone()} data-focus="codebook-split"
                            placeholder={messages.text("codebook-split-name")}
                            {oninput} {onkeydown}
                        />
                    </label>
                    <button type="submit" class="primary">{ messages.text("codebook-split-make") }</button>
                    <button type="button" onclick={act(Action::Splitting(false))}>{ messages.text("cancel") }</button>
                </form>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PassageProps {
    view: PassageView,
    of: usize,
}

/// One passage.
#[component]
fn Passage(props: &PassageProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &props.view;
    let item = view.item;
    let place = [("place", view.citation.as_str().into())];
    let open = send.reform(move |_: MouseEvent| tell(Action::Open(item.excerpt)));
    let tick = send.reform(move |_: Event| tell(Action::Tick(item.coding)));
    html! {
        <div
            class="passage" role="listitem" data-row={view.index.to_string()}
            aria-posinset={(view.index + 1).to_string()} aria-setsize={props.of.to_string()}
        >
            <input
                type="checkbox" checked={view.ticked} onchange={tick}
                aria-label={messages.with("codebook-tick", &place)}
            />
            <div class="passage-body">
                <blockquote>{ words(&view.words, &messages) }</blockquote>
                <p class="passage-foot">
                    <button
                        type="button" class="passage-place" onclick={open}
                        aria-label={messages.with("codebook-open-at", &place)}
                        title={messages.text("codebook-open")}
                    >
                        { &view.citation }
                    </button>
                    <span>{ &view.source }</span>
                    if let Some((name, colour)) = &view.theme {
                        <span class={classes!("passage-theme", format!("tone-{colour}"))}>
                            <span class="branch-tone" aria-hidden="true" />
                            { name }
                        </span>
                    }
                    <span>{ &view.by }</span>
                </p>
            </div>
        </div>
    }
}

fn words(words: &Words, messages: &crate::app::message::Messages) -> Html {
    match words {
        Words::Waiting => {
            html! { <p class="soft passage-waiting">{ messages.text("codebook-words-waiting") }</p> }
        }
        Words::Gone => html! { <p class="soft">{ messages.text("codebook-words-gone") }</p> },
        Words::Here {
            before,
            words,
            behind,
        } => html! {
            <p>
                <span class="context">{ before }</span>
                <mark>{ words }</mark>
                <span class="context">{ behind }</span>
            </p>
        },
    }
}
