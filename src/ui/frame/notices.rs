//! Notices: what happened, whether work is safe, what to do.

use crate::app::action::Action;
use crate::app::notice::Tone;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// All notices, the newest last.
#[component]
pub fn Notices() -> Html {
    let notices = use_view(|state| state.notices.all.clone());
    let messages = use_messages();
    let send = use_send();
    html! {
        <div class="notices" role="region" aria-label={messages.text("notices-name")}>
            { for notices.iter().map(|notice| {
                let number = notice.number;
                let dismiss = send.reform(move |_: MouseEvent| Action::Dismiss(number));
                let part = |name: &str| {
                    let key = format!("{}.{name}", notice.key);
                    let text = messages.with(&key, &notice.arguments);
                    (text != key).then_some(text)
                };
                let (class, icon, role) = match notice.tone {
                    Tone::Done => ("notice", Icon::Check, "status"),
                    Tone::Hint => ("notice", Icon::Alert, "status"),
                    Tone::Fault => ("notice notice-fault", Icon::Alert, "alert"),
                };
                html! {
                    <div key={number} {class} {role}>
                        <Glyph {icon} />
                        <div class="notice-text">
                            <p class="notice-what">{ messages.with(&notice.key, &notice.arguments) }</p>
                            if let Some(safe) = part("safe") {
                                <p>{ safe }</p>
                            }
                            if let Some(next) = part("next") {
                                <p>{ next }</p>
                            }
                            if let Some((label, action)) = &notice.offer {
                                <button type="button" onclick={
                                    let action = action.clone();
                                    send.reform(move |_: MouseEvent| action.clone())
                                }>
                                    { messages.text(label) }
                                </button>
                            }
                        </div>
                        <button class="quiet" type="button" aria-label={messages.text("dismiss")} onclick={dismiss}>
                            <Glyph icon={Icon::Close} />
                        </button>
                    </div>
                }
            }) }
        </div>
    }
}
