//! Who works here: somebody of the team, or somebody new.

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::view::coders;
use crate::study::id::CoderId;
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::field::value_of;
use crate::ui::handle::{use_handle, use_messages, use_send, use_view};
use yew::prelude::*;

/// The dialog. Without a decision the one who is shown as chosen goes on.
#[component]
pub fn Who() -> Html {
    let messages = use_messages();
    let handle = use_handle();
    let send = use_send();
    let team = use_view(coders);
    let me = team.iter().find(|row| row.me).map(|row| row.id);
    let known = handle.read(|state| state.settings.coder.clone());
    let stranger = known
        .as_ref()
        .is_some_and(|known| team.iter().all(|row| row.id != known.id));
    let chosen = use_state(|| if stranger { None } else { me });
    let name = use_state(|| {
        known
            .filter(|_| stranger)
            .map_or(String::new(), |known| known.name)
    });
    let close = send.reform(|()| AnyAction::Details(Action::LeaveOpenWho));
    let onsubmit = {
        let (chosen, name) = (chosen.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let action = match *chosen {
                Some(id) => Action::WorkAs(id),
                None => Action::Join((*name).clone()),
            };
            send.emit(AnyAction::Details(action));
        })
    };
    let choose = |to: Option<CoderId>| {
        let chosen = chosen.clone();
        Callback::from(move |_: Event| chosen.set(to))
    };
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(value_of(&event)))
    };
    html! {
        <Dialog heading={messages.text("coder-heading")} onclose={close}>
            <form class="dialog-form" {onsubmit}>
                <p class="soft">{ messages.text("coder-why") }</p>
                <div class="who" role="radiogroup" aria-label={messages.text("coder-heading")}>
                    { for team.iter().map(|row| html! {
                        <label key={row.id.to_string()} class="who-row">
                            <input
                                type="radio" name="who" checked={*chosen == Some(row.id)}
                                onchange={choose(Some(row.id))}
                            />
                            <span>{ &row.name }</span>
                            <span class="soft">{ &row.initials }</span>
                        </label>
                    }) }
                    <label class="who-row">
                        <input
                            type="radio" name="who" checked={chosen.is_none()}
                            onchange={choose(None)}
                        />
                        <span>{ messages.text("coder-someone") }</span>
                    </label>
                </div>
                if chosen.is_none() {
                    <label class="field">
                        <span class="field-label">{ messages.text("coder-new-name") }</span>
                        <input type="text" required=true value={(*name).clone()} {oninput} />
                        <span class="field-hint">{ messages.text("new-study-coder-hint") }</span>
                    </label>
                }
                <div class="dialog-foot">
                    <button type="submit" class="primary">{ messages.text("coder-do") }</button>
                </div>
            </form>
        </Dialog>
    }
}
