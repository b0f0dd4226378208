//! What stands around every page: the bar on top, the rail at the side, notices, the live region.

pub mod live;
pub mod notices;
pub mod page;
pub mod rail;
pub mod top;

use crate::app::action::Action;
use crate::app::command::chord::Chord;
use crate::app::dialog::Dialog;
use crate::app::{command, import};
use crate::ui::command::keys::CheatSheet;
use crate::ui::command::palette::Palette;
use crate::ui::details::record::Record;
use crate::ui::details::who::Who;
use crate::ui::handle::{use_handle, use_messages, use_view};
use crate::ui::import::Import;
use crate::ui::import::veil::Veil;
use crate::ui::start::destroy::Destroy;
use crate::ui::start::leave::Leave;
use crate::ui::start::new_study::NewStudy;
use crate::ui::start::study_file::StudyFile;
use live::Live;
use notices::Notices;
use page::Page;
use rail::Rail;
use top::Top;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::prelude::*;

/// The whole workbench.
#[component]
pub fn Frame() -> Html {
    let messages = use_messages();
    let handle = use_handle();
    let open = use_view(|state| state.desk.is_some());
    let importing = use_view(import::view::is_shown);
    let dialog = use_view(|state| state.dialog.clone());
    let menu = use_state(|| false);
    let onkeydown = {
        let handle = handle.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.default_prevented() || event.is_composing() {
                return;
            }
            let chord = chord_of(&event, handle.read(|state| state.device.mac));
            let in_field = is_field(&event.composed_path().get(0));
            let runs = handle.read(|state| {
                command::catalogue::pressed(state, &chord)
                    .is_some_and(|command| command.in_fields || !in_field)
            });
            if runs {
                event.prevent_default();
                handle.send(Action::Command(command::Action::Pressed(chord)));
            }
        })
    };
    let onmenu = {
        let menu = menu.clone();
        Callback::from(move |shown: bool| menu.set(shown))
    };
    html! {
        <div class={classes!("frame", menu.then_some("menu-open"))} {onkeydown}>
            if *open {
                <Top onmenu={onmenu.clone()} menu={*menu} />
                <nav class="frame-rail" aria-label={messages.text("rail-name")}>
                    <Rail onchosen={onmenu.reform(|()| false)} />
                </nav>
            }
            <main class="frame-page" tabindex="-1" data-focus="page">
                if *importing {
                    <Import />
                } else {
                    <Page />
                }
            </main>
            <Veil />
            { shown_dialog(&dialog) }
            <Notices />
            <Live />
        </div>
    }
}

fn shown_dialog(dialog: &Option<Dialog>) -> Html {
    html! {
        <div class="frame-dialog">
            { match dialog {
                Some(Dialog::Command) => html! { <Palette /> },
                Some(Dialog::Keys) => html! { <CheatSheet /> },
                Some(Dialog::NewStudy) => html! { <NewStudy /> },
                Some(Dialog::StudyFile) => html! { <StudyFile /> },
                Some(Dialog::DestroyStudy(study)) => html! { <Destroy study={*study} /> },
                Some(Dialog::LeaveUnsaved) => html! { <Leave /> },
                Some(Dialog::Coder) => html! { <Who /> },
                Some(Dialog::Transcript(id)) => html! { <Record id={*id} /> },
                None => Html::default(),
            } }
        </div>
    }
}

/// The chord of a key event.
#[must_use]
pub fn chord_of(event: &KeyboardEvent, mac: bool) -> Chord {
    Chord {
        key: event.key().to_lowercase(),
        command: if mac {
            event.meta_key()
        } else {
            event.ctrl_key()
        },
        alt: event.alt_key(),
        shift: event.shift_key(),
    }
}

/// Whether keys typed there are text.
fn is_field(target: &JsValue) -> bool {
    target.dyn_ref::<HtmlElement>().is_some_and(|element| {
        element.is_content_editable()
            || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}
