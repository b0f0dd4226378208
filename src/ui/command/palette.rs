//! The command palette: a field and a list under it.

use crate::app::action::Action as AnyAction;
use crate::app::command::{Action, palette};
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::field::value_of;
use crate::ui::atom::keys::Keys;
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// The command palette.
#[component]
pub fn Palette() -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(|state| {
        let commands = &state.commands;
        let rows = palette::rows(state, &commands.typed);
        (commands.typed.clone(), commands.chosen, rows)
    });
    let (typed, chosen, rows) = &*view;
    let does = send.reform(AnyAction::Command);
    let oninput = does.reform(|event: InputEvent| Action::Typed(value_of(&event)));
    let onkeydown = {
        let does = does.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let action = match event.key().as_str() {
                "ArrowDown" => Action::Choose(1),
                "ArrowUp" => Action::Choose(-1),
                "Enter" => Action::Take(None),
                _ => return,
            };
            event.prevent_default();
            does.emit(action);
        })
    };
    let close = send.reform(|()| AnyAction::CloseDialog);
    let name = |row: usize| format!("command-row-{row}");
    html! {
        <Dialog heading={messages.text("command-open")} class="command" onclose={close}>
            <input
                type="text" role="combobox" aria-expanded="true" aria-controls="command-rows"
                aria-activedescendant={(!rows.is_empty()).then(|| name(*chosen))}
                aria-label={messages.text("command-field")}
                placeholder={messages.text("command-example")}
                data-focus="command" autocomplete="off" spellcheck="false"
                value={typed.clone()} {oninput} {onkeydown}
            />
            <ul id="command-rows" class="command-rows" role="listbox" aria-label={messages.text("command-open")}>
                { for rows.iter().enumerate().map(|(place, row)| html! {
                    <li
                        key={place} id={name(place)} role="option"
                        aria-selected={(place == *chosen).to_string()}
                        onclick={does.reform(move |_: MouseEvent| Action::Take(Some(place)))}
                    >
                        <span class="command-label">{ &row.label }</span>
                        if let Some(chord) = row.keys {
                            <Keys {chord} />
                        } else if row.kind != "kind-of-command" {
                            <span class="soft small">{ messages.text(row.kind) }</span>
                        }
                    </li>
                }) }
            </ul>
            if rows.is_empty() {
                <p class="soft" role="status">{ messages.text("command-none") }</p>
            }
        </Dialog>
    }
}
