//! The codebook at full width: both trees side by side and the chosen theme. Where there is less
//! room, one tree at a time, and the chosen theme in its place.

mod acts;
mod branch;
mod chooser;
mod detail;
mod grab;
mod hue;
mod panel;
mod passage;
pub mod picker;
mod retired;
mod tree;

pub use panel::CodebookPanel;

use crate::app::action::Action as AnyAction;
use crate::app::codebook::{Action, Side, Sort};
use crate::app::state::State;
use crate::study::id::{Id, ParticipantId};
use crate::ui::atom::field::value_of;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use acts::Acts;
use chooser::Chooser;
use detail::Detail;
use retired::Retired;
use tree::Tree;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

/// What stands around the trees.
#[derive(Clone, PartialEq)]
struct View {
    side: Side,
    sort: Sort,
    typed: String,
    person: Option<ParticipantId>,
    people: Vec<(ParticipantId, String)>,
    chosen: bool,
    naming: bool,
}

fn view(state: &State) -> Option<View> {
    let desk = state.desk.as_ref()?;
    let people = desk.study().live_participants();
    let named = |id| crate::app::codebook::row::person(desk, id);
    Some(View {
        side: desk.codebook.side,
        sort: desk.codebook.sort,
        typed: desk.codebook.typed.clone(),
        person: desk.codebook.person,
        people: people
            .into_iter()
            .map(|person| (person.id, named(person.id)))
            .collect(),
        chosen: desk.current_theme().is_some(),
        naming: desk.codebook.naming.is_some(),
    })
}

/// The page of the codebook.
#[component]
pub fn Codebook() -> Html {
    let messages = use_messages();
    let send = use_send();
    let detailed = use_state(|| false);
    let (more, back) = (use_node_ref(), use_node_ref());
    let view = use_view(view);
    {
        // Whoever goes to the pane or back does not lose the keyboard to what is hidden.
        let (more, back) = (more.clone(), back.clone());
        let first = use_mut_ref(|| true);
        use_effect_with(*detailed, move |detailed| {
            let to = if *detailed { back } else { more };
            let element = to.cast::<HtmlElement>();
            if let Some(element) = element.filter(|_| !first.replace(false)) {
                // An element that left the page meanwhile needs no keyboard.
                let _ = element.focus();
            }
        });
    }
    {
        // A theme is worded in its row.
        let detailed = detailed.clone();
        let naming = view.as_ref().as_ref().is_some_and(|view| view.naming);
        use_effect_with(naming, move |naming| {
            if *naming && *detailed {
                detailed.set(false);
            }
        });
    }
    let Some(view) = &*view else {
        return html! { <div class="codebook" /> };
    };
    let enter = |side: Side| {
        let (send, detailed) = (send.clone(), detailed.clone());
        Callback::from(move |_: MouseEvent| {
            detailed.set(false);
            send.emit(AnyAction::Codebook(Action::Enter(side)));
        })
    };
    let pressed = |side: Side| (view.side == side).to_string();
    let side = match view.side {
        Side::Study => "side-study",
        Side::Own => "side-own",
    };
    let show = |shown: bool| {
        let detailed = detailed.clone();
        Callback::from(move |_: MouseEvent| detailed.set(shown))
    };
    html! {
        <div class={classes!("codebook", side, detailed.then_some("detailed"))}>
            <header class="codebook-head">
                <h1>{ messages.text("page-codebook") }</h1>
                <div class="codebook-sides" role="group" aria-label={messages.text("codebook-sides")}>
                    <button type="button" aria-pressed={pressed(Side::Study)} onclick={enter(Side::Study)}>
                        { messages.text("codebook-side-study") }
                    </button>
                    <button type="button" aria-pressed={pressed(Side::Own)} onclick={enter(Side::Own)}>
                        { messages.text("codebook-side-own") }
                    </button>
                </div>
                <Filter typed={view.typed.clone()} />
                <Order sort={view.sort} />
            </header>
            <section class="codebook-side of-study" aria-labelledby="codebook-study-name">
                <header class="codebook-side-head">
                    <h2 class="eyebrow" id="codebook-study-name">{ messages.text("codebook-study") }</h2>
                    <New side={Side::Study} />
                </header>
                <Tree side={Side::Study} />
                <Retired side={Side::Study} />
            </section>
            <section class="codebook-side of-own" aria-labelledby="codebook-own-name">
                <header class="codebook-side-head">
                    <h2 class="eyebrow" id="codebook-own-name">{ messages.text("codebook-own") }</h2>
                    <Whose person={view.person} people={view.people.clone()} />
                    <New side={Side::Own} />
                </header>
                <Tree side={Side::Own} />
                <Retired side={Side::Own} />
            </section>
            <div class="codebook-below">
                <Acts side={view.side} />
                if view.chosen {
                    <button type="button" class="codebook-more" ref={more} onclick={show(true)}>
                        { messages.text("codebook-details") }
                    </button>
                }
            </div>
            <aside class="codebook-detail" aria-label={messages.text("codebook-detail")}>
                <button type="button" class="quiet codebook-back" ref={back} onclick={show(false)}>
                    <Glyph icon={Icon::Left} />
                    { messages.text("codebook-back") }
                </button>
                <Detail />
            </aside>
            <Chooser />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FilterProps {
    typed: String,
}

/// The field that filters both trees.
#[component]
fn Filter(props: &FilterProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let oninput =
        send.reform(|event: InputEvent| AnyAction::Codebook(Action::Type(value_of(&event))));
    let clear = send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            clear.emit(AnyAction::Codebook(Action::Type(String::new())));
        }
    });
    html! {
        <label class="codebook-filter">
            <span class="unseen">{ messages.text("codebook-filter") }</span>
            <Glyph icon={Icon::Search} />
            <input
                type="text" value={props.typed.clone()}
                placeholder={messages.text("codebook-filter")}
                {oninput} {onkeydown}
            />
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OrderProps {
    sort: Sort,
}

const SORTS: [(Sort, &str); 3] = [
    (Sort::Own, "codebook-sort-own"),
    (Sort::Name, "codebook-sort-name"),
    (Sort::Passages, "codebook-sort-passages"),
];

/// How siblings are sorted.
#[component]
fn Order(props: &OrderProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let onchange = send.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let sort = SORTS.iter().find(|(_, key)| *key == chosen);
        AnyAction::Codebook(Action::Sort(sort.map_or(Sort::Own, |(sort, _)| *sort)))
    });
    html! {
        <label class="codebook-sort">
            <span class="soft small">{ messages.text("codebook-sort") }</span>
            <select {onchange}>
                { for SORTS.into_iter().map(|(sort, key)| html! {
                    <option {key} value={key} selected={props.sort == sort}>{ messages.text(key) }</option>
                }) }
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WhoseProps {
    person: Option<ParticipantId>,
    people: Vec<(ParticipantId, String)>,
}

/// Whose own themes are shown.
#[component]
fn Whose(props: &WhoseProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let onchange = send.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let person = Id::from_hex(&chosen).map(ParticipantId::from);
        AnyAction::Codebook(Action::Person(person))
    });
    html! {
        <label class="codebook-whose">
            <span class="unseen">{ messages.text("codebook-whose") }</span>
            <select {onchange}>
                <option value="" selected={props.person.is_none()}>
                    { messages.text("codebook-everyone") }
                </option>
                { for props.people.iter().map(|(id, name)| html! {
                    <option key={id.to_string()} value={id.to_string()} selected={props.person == Some(*id)}>
                        { name }
                    </option>
                }) }
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NewProps {
    side: Side,
}

/// The button that begins a new theme.
#[component]
fn New(props: &NewProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let side = props.side;
    let key = match side {
        Side::Study => "codebook-new-study",
        Side::Own => "codebook-new-own",
    };
    let onclick = send.reform(move |_: MouseEvent| {
        AnyAction::Codebook(Action::Do(side, crate::app::codebook::key::Deed::NewBeside))
    });
    html! {
        <button type="button" class="quiet codebook-new" aria-label={messages.text(key)} title={messages.text("codebook-keys-hint")} {onclick}>
            <Glyph icon={Icon::Plus} />
            <span>{ messages.text("codebook-new") }</span>
        </button>
    }
}
