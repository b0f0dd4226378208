//! How much room there is, and whether the browser promises to keep what is stored.

use crate::app::action::Action as AnyAction;
use crate::app::start::Action;
use crate::app::start::view::RoomView;
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The room, once measured.
    pub room: Option<RoomView>,
}

/// The foot of the start page.
#[component]
pub fn Room(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let keep = send.reform(|_: MouseEvent| AnyAction::Start(Action::Persist));
    html! {
        <footer class="room">
            <p>{ messages.text("nothing-leaves-why") }</p>
            if let Some(room) = &props.room {
                <p>{ &room.used }</p>
                if room.kept {
                    <p>{ messages.text("room-kept") }</p>
                } else {
                    <p>
                        { messages.text("room-not-kept") }
                        { " " }
                        <button type="button" class="quiet room-keep" onclick={keep}>
                            { messages.text("room-keep") }
                        </button>
                    </p>
                }
            }
        </footer>
    }
}
