//! A dialog over the screen: keeps the keyboard inside, closes on Escape, gives the keyboard back.

use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::use_messages;
use web_sys::HtmlDialogElement;
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
