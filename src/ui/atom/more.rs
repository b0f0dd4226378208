//! A button that shows a few further actions below it.

use crate::platform::listener::Listener;
use crate::ui::atom::icon::{Glyph, Icon};
use web_sys::{Element, HtmlElement, Node, PointerEvent};
use yew::prelude::*;

/// What it shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name.
    pub label: AttrValue,
    /// By which effects find it to give it the keyboard.
    #[prop_or_default]
    pub focus: Option<AttrValue>,
    /// The actions, as buttons.
    pub children: Html,
}

/// A button and, once pressed, the actions. They close after one was chosen, on Escape, and when
/// something else is touched.
#[component]
pub fn More(props: &Props) -> Html {
    let open = use_state(|| false);
    let node = use_node_ref();
    let button = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.prevent_default();
                event.stop_propagation();
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    // A button that is on the screen takes the keyboard.
                    let _ = button.focus();
                }
            }
        })
    };
    let onfocusout = {
        let (open, node) = (open.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target();
            let to = to.and_then(|to| wasm_bindgen::JsCast::dyn_into::<Node>(to).ok());
            if let (Some(own), Some(to)) = (node.cast::<Element>(), to)
                && !own.contains(Some(&to))
            {
                open.set(false);
            }
        })
    };
    use_effect_with((*open, node.clone()), {
        let open = open.clone();
        move |(shown, node): &(bool, NodeRef)| {
            let own = node.cast::<Element>().filter(|_| *shown);
            let listener = own.map(|own| {
                let page = own.get_root_node();
                Listener::new(&page, "pointerdown", move |event: PointerEvent| {
                    let touched = event.composed_path().get(0);
                    let touched = wasm_bindgen::JsCast::dyn_into::<Node>(touched).ok();
                    if !own.contains(touched.as_ref()) {
                        open.set(false);
                    }
                })
            });
            move || drop(listener)
        }
    });
    html! {
        <div class="more" ref={node} {onkeydown} {onfocusout}>
            <button
                ref={button} type="button" class="quiet"
                aria-label={props.label.clone()} title={props.label.clone()}
                aria-expanded={open.to_string()}
                data-focus={props.focus.clone()}
                onclick={toggle}
            >
                <Glyph icon={Icon::More} />
            </button>
            if *open {
                <div class="more-actions" onclick={close}>{ props.children.clone() }</div>
            }
        </div>
    }
}
