//! The field in which a theme is found or made: a combobox with its list.

use crate::app::action::Action;
use crate::app::reading;
use crate::app::reading::palette::{self, PaletteView};
use crate::ui::atom::field::value_of;
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// What the field is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The palette.
    pub view: PaletteView,
    /// What was typed.
    pub typed: AttrValue,
}

fn act(action: palette::Action) -> Action {
    Action::Reading(reading::Action::Palette(action))
}

/// The field and its list.
#[component]
pub fn ThemeField(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &props.view;
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let action = match event.key().as_str() {
                "ArrowDown" => palette::Action::Step(1),
                "ArrowUp" => palette::Action::Step(-1),
                "Enter" => palette::Action::Take(None),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            send.emit(act(action));
        })
    };
    let label = match view.notes {
        0 => messages.with(
            "reading-theme-field",
            &[("name", view.theme.clone().into())],
        ),
        notes => messages.with(
            "reading-theme-from-notes",
            &[("name", view.theme.clone().into()), ("count", notes.into())],
        ),
    };
    let option_id = |place: usize| format!("reading-option-{place}");
    let active = (!view.options.is_empty()).then(|| option_id(view.chosen));
    html! {
        <div class="palette-form">
            <label class="field">
                <span class="field-label">{ label }</span>
                <input
                    type="text" role="combobox" autocomplete="off" data-focus="reading-theme"
                    aria-expanded={(!view.options.is_empty()).to_string()}
                    aria-controls="reading-options" aria-autocomplete="list"
                    aria-activedescendant={active}
                    value={props.typed.clone()}
                    placeholder={messages.text("reading-theme-placeholder")}
                    oninput={send.reform(|event: InputEvent| act(palette::Action::Type(value_of(&event))))}
                    {onkeydown}
                />
            </label>
            <ul class="palette-options" id="reading-options" role="listbox" aria-label={messages.text("reading-themes")}>
                { for view.options.iter().enumerate().map(|(place, option)| {
                    let chosen = place == view.chosen;
                    let take = send.reform(move |_: MouseEvent| act(palette::Action::Take(Some(place))));
                    let note = match (option.theme, option.own) {
                        (None, _) => messages.with("reading-new-theme", &[("name", view.theme.to_lowercase().into())]),
                        (Some(_), false) => messages.text("reading-study-theme"),
                        (Some(_), true) => String::new(),
                    };
                    html! {
                        <li
                            key={place} id={option_id(place)} role="option"
                            aria-selected={chosen.to_string()}
                            class={classes!("palette-option", chosen.then_some("palette-option-chosen"))}
                            onclick={take}
                        >
                            <span class={classes!("swatch", option.tone.map_or("swatch-new".to_owned(), |tone| format!("tone-{tone}")))} aria-hidden="true" />
                            <span class="palette-option-name">{ &option.name }</span>
                            <span class="palette-option-note soft">{ note }</span>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
