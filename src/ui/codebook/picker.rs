//! A dialog in which one of many themes is picked by typing. Who asked for it gets the pick.

use crate::app::codebook::chooser::Offer;
use crate::study::id::ThemeId;
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::field::value_of;
use crate::ui::handle::use_messages;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What somebody did in the dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Did {
    /// Typed.
    Type(String),
    /// Went so many further down or up.
    Go(i32),
    /// Took the one that is meant.
    Take,
    /// Took that one.
    Pick(Option<ThemeId>),
    /// Gave up.
    Cancel,
}

/// What the dialog shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the choice is about.
    pub heading: AttrValue,
    /// What was typed.
    pub typed: AttrValue,
    /// What is offered.
    pub offers: Vec<Offer>,
    /// Which of them is meant.
    pub meant: usize,
    /// Somebody did something.
    pub ondid: Callback<Did>,
}

/// The dialog.
#[component]
pub fn Picker(props: &Props) -> Html {
    let messages = use_messages();
    let ondid = &props.ondid;
    let oninput = ondid.reform(|event: InputEvent| Did::Type(value_of(&event)));
    let onkeydown = {
        let ondid = ondid.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let did = match event.key().as_str() {
                "ArrowDown" => Did::Go(1),
                "ArrowUp" => Did::Go(-1),
                "PageDown" => Did::Go(8),
                "PageUp" => Did::Go(-8),
                "Enter" => Did::Take,
                _ => return,
            };
            event.prevent_default();
            ondid.emit(did);
        })
    };
    let active = (!props.offers.is_empty()).then(|| format!("offer-{}", props.meant));
    html! {
        <Dialog heading={props.heading.clone()} class="picker" onclose={ondid.reform(|()| Did::Cancel)}>
            <input
                type="text" role="combobox" data-first=""
                aria-label={messages.text("codebook-choose")}
                aria-expanded="true" aria-controls="offers" aria-autocomplete="list"
                aria-activedescendant={active}
                placeholder={messages.text("codebook-choose-hint")}
                value={props.typed.clone()}
                {oninput} {onkeydown}
            />
            <ul class="offers" id="offers" role="listbox" aria-label={messages.text("codebook-choose")}>
                { for props.offers.iter().enumerate().map(|(place, offer)| html! {
                    <One
                        key={offer.theme.map_or("none".to_owned(), |id| id.to_string())}
                        {place} offer={offer.clone()} meant={place == props.meant} ondid={ondid.clone()}
                    />
                }) }
            </ul>
            if props.offers.is_empty() {
                <p class="soft">{ messages.text("codebook-choose-none") }</p>
            }
        </Dialog>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OneProps {
    place: usize,
    offer: Offer,
    meant: bool,
    ondid: Callback<Did>,
}

/// A theme that is offered.
#[component]
fn One(props: &OneProps) -> Html {
    let node = use_node_ref();
    let theme = props.offer.theme;
    let onclick = props.ondid.reform(move |_: MouseEvent| Did::Pick(theme));
    use_effect_with((props.meant, node.clone()), |(meant, node)| {
        if let Some(element) = node.cast::<HtmlElement>().filter(|_| *meant) {
            show_in_list(&element);
        }
    });
    let tone = props.offer.colour.map(|colour| format!("tone-{colour}"));
    html! {
        <li
            ref={node} id={format!("offer-{}", props.place)}
            class={classes!("offer", tone, props.meant.then_some("meant"))}
            role="option" aria-selected={props.meant.to_string()} {onclick}
        >
            if props.offer.colour.is_some() {
                <span class="branch-tone" aria-hidden="true" />
            }
            <span class="offer-name">{ &props.offer.name }</span>
            <span class="offer-place soft small">{ &props.offer.place }</span>
        </li>
    }
}

/// Scrolls the list of offers, and nothing around it, until an offer is seen.
fn show_in_list(element: &HtmlElement) {
    let Some(list) = element.parent_element() else {
        return;
    };
    let (frame, row) = (
        list.get_bounding_client_rect(),
        element.get_bounding_client_rect(),
    );
    let by = if row.top() < frame.top() {
        row.top() - frame.top()
    } else if row.bottom() > frame.bottom() {
        row.bottom() - frame.bottom()
    } else {
        return;
    };
    list.set_scroll_top(list.scroll_top() + by as i32);
}
