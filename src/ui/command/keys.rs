//! The cheat sheet: every key, under the headings of the catalogue.

use crate::app::action::Action;
use crate::app::command::catalogue::{CATALOGUE, Group};
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::keys::Keys;
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// The cheat sheet.
#[component]
pub fn CheatSheet() -> Html {
    let messages = use_messages();
    let send = use_send();
    let close = send.reform(|()| Action::CloseDialog);
    html! {
        <Dialog heading={messages.text("command-keys")} class="all-keys" onclose={close}>
            <div class="all-keys-groups">
                { for Group::ALL.iter().map(|group| html! {
                    <section key={group.key()} class="all-keys-group">
                        <h3>{ messages.text(group.key()) }</h3>
                        <dl>
                            { for CATALOGUE.iter().filter(|command| {
                                command.group == *group && !command.keys.is_empty()
                            }).map(|command| html! {
                                <div key={command.name} class="all-keys-row">
                                    <dt>{ messages.text(&format!("command-{}", command.name)) }</dt>
                                    <dd>
                                        { for command.keys.iter().map(|chord| html! {
                                            <Keys key={*chord} {chord} />
                                        }) }
                                    </dd>
                                </div>
                            }) }
                        </dl>
                    </section>
                }) }
            </div>
        </Dialog>
    }
}
