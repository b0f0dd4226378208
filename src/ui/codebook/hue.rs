//! Choosing a colour by name.

use crate::study::act::theme::COLOURS;
use crate::ui::handle::use_messages;
use yew::prelude::*;

/// What is chosen from.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Tells this group of choices from others on the page.
    pub group: AttrValue,
    /// The colour that it has, when there is one.
    pub colour: Option<u8>,
    /// Another was chosen.
    pub onchosen: Callback<u8>,
}

/// The colours of the palette, each with its name.
#[component]
pub fn Hue(props: &Props) -> Html {
    let messages = use_messages();
    html! {
        <fieldset class="hue">
            <legend class="field-label">{ messages.text("codebook-colour") }</legend>
            { for (0..COLOURS).map(|colour| {
                let onchange = props.onchosen.reform(move |_: Event| colour);
                let name = messages.text(&format!("colour-{colour}"));
                html! {
                    <label key={colour} class={classes!("hue-one", format!("tone-{colour}"))} title={name.clone()}>
                        <input
                            type="radio" class="unseen" name={props.group.clone()}
                            checked={props.colour == Some(colour)} {onchange}
                        />
                        <span class="hue-patch" aria-hidden="true" />
                        <span class="unseen">{ name }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}
