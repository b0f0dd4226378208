//! A dialog over the screen: keeps the keyboard inside, closes on Escape, gives the keyboard back.

use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::use_messages;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// What a dialog shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its heading, which is also its name.
    pub heading: AttrValue,
    /// A class of its own.
    #[prop_or_default]
    pub class: Classes,
    /// It wants to be closed.
    pub onclose: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// A modal dialog.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let messages = use_messages();
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        let dialog = node.cast::<HtmlDialogElement>();
        if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
            // It fails only when the element left the document, and then nobody sees it.
            let _ = dialog.show_modal();
            focus_first(dialog);
        }
        // Closing before it leaves the page gives the keyboard back to what had it.
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            onclose.emit(());
        })
    };
    let close = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <dialog
            ref={node}
            class={classes!("dialog", props.class.clone())}
            aria-label={props.heading.clone()}
            {oncancel}
        >
            <header class="dialog-head">
                <h2>{ &props.heading }</h2>
                <button class="quiet" type="button" aria-label={messages.text("close")} onclick={close}>
                    <Glyph icon={Icon::Close} />
                </button>
            </header>
            <div class="dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}

/// Gives the keyboard to what is marked with `data-first`. `autofocus` is not used, since a page has
/// it once, and a page that holds a workbench may have used it.
fn focus_first(dialog: &HtmlDialogElement) {
    let first = dialog.query_selector("[data-first]").ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        // It fails only when the element left the document, and then nobody misses it.
        let _ = first.focus();
    }
}
