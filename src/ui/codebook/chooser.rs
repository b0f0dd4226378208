//! The dialog in which a theme is picked by typing.

use crate::app::action::Action as AnyAction;
use crate::app::codebook::chooser::{self, Action, Offer};
use crate::app::codebook::{self};
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::field::value_of;
use crate::ui::handle::{use_messages, use_send, use_view};
use web_sys::HtmlElement;
use yew::prelude::*;

/// The chooser, when one is open.
#[component]
pub fn Chooser() -> Html {
    let view = use_view(chooser::view);
    let send = use_send();
    let messages = use_messages();
    let Some(view) = &*view else {
        return html! { <div hidden=true /> };
    };
    let tell = |action: Action| AnyAction::Codebook(codebook::Action::Chooser(action));
    let onclose = send.reform(move |()| tell(Action::Cancel));
    let oninput = send.reform(move |event: InputEvent| tell(Action::Type(value_of(&event))));
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let action = match event.key().as_str() {
                "ArrowDown" => Action::Go(1),
                "ArrowUp" => Action::Go(-1),
                "PageDown" => Action::Go(8),
                "PageUp" => Action::Go(-8),
                "Enter" => Action::Take,
                _ => return,
            };
            event.prevent_default();
            send.emit(tell(action));
        })
    };
    let active = (!view.offers.is_empty()).then(|| format!("offer-{}", view.meant));
    html! {
        <Dialog heading={view.heading.clone()} class="chooser" {onclose}>
            <input
                type="text" role="combobox" autofocus=true
                aria-label={messages.text("codebook-choose")}
                aria-expanded="true" aria-controls="offers" aria-autocomplete="list"
                aria-activedescendant={active}
                placeholder={messages.text("codebook-choose-hint")}
                value={view.typed.clone()}
                {oninput} {onkeydown}
            />
            <ul class="offers" id="offers" role="listbox" aria-label={messages.text("codebook-choose")}>
                { for view.offers.iter().enumerate().map(|(place, offer)| html! {
                    <One
                        key={offer.theme.map_or("none".to_owned(), |id| id.to_string())}
                        {place} offer={offer.clone()} meant={place == view.meant}
                    />
                }) }
            </ul>
            if view.offers.is_empty() {
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
}

/// A theme that is offered.
#[component]
fn One(props: &OneProps) -> Html {
    let send = use_send();
    let node = use_node_ref();
    let theme = props.offer.theme;
    let onclick = send.reform(move |_: MouseEvent| {
        AnyAction::Codebook(codebook::Action::Chooser(Action::Pick(theme)))
    });
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
