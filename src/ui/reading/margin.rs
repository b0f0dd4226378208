//! A margin: its heading, its entries level with their lines, and how many more a page has.

use super::entry::Entry;
use crate::app::action::Action;
use crate::app::reading::margin::{self, EntryId, Side};
use crate::app::reading::{self, entry};
use crate::ui::handle::{use_handle, use_messages, use_send, use_view};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What a margin is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Which one.
    pub side: Side,
    /// Whether it stands to the left of the transcript.
    pub left: bool,
}

/// A margin.
#[component]
pub fn Margin(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let handle = use_handle();
    let node = use_node_ref();
    let side = props.side;
    let view = use_view(move |state| margin::view(state, side));
    {
        // What an entry really takes is known once it is painted; those that were guessed wrong move.
        let node = node.clone();
        use_effect_with(Rc::clone(&view), move |view| {
            let (Some(view), Some(list)) = (&**view, node.cast::<Element>()) else {
                return;
            };
            let ids: Vec<EntryId> = view.entries.iter().map(|entry| entry.id).collect();
            let measured: Vec<(EntryId, u32)> = handle.read(|state| {
                let Some(desk) = &state.desk else {
                    return Vec::new();
                };
                let heights = &desk.reading.heights;
                heights_of(&list)
                    .zip(ids)
                    .filter(|(height, id)| heights.get(id) != Some(height))
                    .map(|(height, id)| (id, height))
                    .collect()
            });
            if !measured.is_empty() {
                let measured = reading::Action::Measured(measured);
                handle.send(Action::Reading(measured));
            }
        });
    }
    let Some(view) = &*view else {
        return html! { <div class="margin" /> };
    };
    let class = classes!(
        "margin",
        if props.left {
            "margin-left"
        } else {
            "margin-right"
        },
        match side {
            Side::Notes => "margin-notes",
            Side::Statements => "margin-statements",
        },
    );
    html! {
        <section {class} aria-label={view.heading.clone()}>
            <h2 class="margin-heading eyebrow">{ &view.heading }</h2>
            if view.is_empty {
                <p class="margin-hint soft">{ messages.text(match side {
                    Side::Notes => "reading-no-notes",
                    Side::Statements => "reading-no-statements",
                }) }</p>
            }
            <ol class="margin-entries" ref={node}>
                { for view.entries.iter().map(|entry| html! {
                    <Entry key={format!("{:?}", entry.id)} entry={Rc::clone(entry)} />
                }) }
            </ol>
            { for view.more.iter().map(|more| {
                let show = more.excerpt.map(|excerpt| {
                    send.reform(move |_: MouseEvent| {
                        Action::Reading(reading::Action::Entry(entry::Action::Pick(excerpt)))
                    })
                });
                html! {
                    <button
                        key={more.top} type="button" class="margin-more"
                        ~style={format!("top:{}px", more.top)} onclick={show}
                    >
                        { messages.with("reading-more-entries", &[("count", more.count.into())]) }
                    </button>
                }
            }) }
        </section>
    }
}

/// How high each entry would be with all its words.
fn heights_of(list: &Element) -> impl Iterator<Item = u32> + use<> {
    let children = list.children();
    (0..children.length()).filter_map(move |place| {
        let entry: HtmlElement = children.item(place)?.dyn_into().ok()?;
        let words = entry.query_selector(".entry-words").ok().flatten();
        let hidden = words.map_or(0, |words| words.scroll_height() - words.client_height());
        u32::try_from(entry.offset_height() + hidden).ok()
    })
}
