//! The bar on top: which study, the command palette, undo and redo, whether everything is stored,
//! who works here.

use crate::app::action::Action;
use crate::app::desk::Page;
use crate::app::dialog::Dialog;
use crate::app::keeping;
use crate::app::keeping::saving::SaveState;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::atom::keys::Keys;
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// What the bar is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whether the rail is shown on a narrow screen.
    pub menu: bool,
    /// Shows or hides it.
    pub onmenu: Callback<bool>,
}

#[derive(PartialEq)]
struct View {
    title: String,
    initials: String,
    coder: String,
    saving: SaveState,
    undo: Option<&'static str>,
    redo: Option<&'static str>,
}

/// The bar on top.
#[component]
pub fn Top(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(|state| {
        let desk = state.desk.as_ref()?;
        let me = desk.study().coders.get(&desk.me());
        let more = desk.history.more.then_some("");
        let act = |step: Option<&crate::app::history::Step>| step.map(|step| step.edit.act.key());
        Some(View {
            title: desk.study().details.title.clone(),
            initials: me.map_or(String::new(), |coder| coder.initials.clone()),
            coder: me.map_or(String::new(), |coder| coder.name.clone()),
            saving: desk.saving.state(),
            undo: act(desk.history.last_done()).or(more),
            redo: act(desk.history.first_undone()),
        })
    });
    let Some(view) = &*view else {
        return html! { <header class="top" /> };
    };
    let does = |action: Action| send.reform(move |_: MouseEvent| action.clone());
    let turn = |key: &str, act: Option<&'static str>| match act {
        Some(act) if !act.is_empty() => messages.with(
            &format!("{key}-what"),
            &[("what", messages.text(&format!("act-{act}")).into())],
        ),
        _ => messages.text(key),
    };
    let menu = props.menu;
    html! {
        <header class="top">
            <button
                type="button" class="quiet top-menu"
                aria-label={messages.text("menu")}
                aria-expanded={menu.to_string()}
                onclick={props.onmenu.reform(move |_: MouseEvent| !menu)}
            >
                <Glyph icon={Icon::Menu} />
            </button>
            <button
                type="button" class="quiet top-home"
                title={messages.text("command-close-study")}
                onclick={does(Action::Keeping(keeping::Action::CloseStudy))}
            >
                { messages.text("app-name") }
                <span class="unseen">{ messages.text("command-close-study") }</span>
            </button>
            <button
                type="button" class="quiet top-title"
                onclick={does(Action::Go(Page::Overview))}
            >
                { &view.title }
            </button>
            <button type="button" class="top-command" onclick={does(Action::Open(Dialog::Command))}>
                <Glyph icon={Icon::Search} />
                <span>{ messages.text("command-open") }</span>
                <Keys chord="Mod+K" />
            </button>
            <div class="top-turns">
                <button
                    type="button" class="quiet"
                    aria-label={turn("undo", view.undo)} title={turn("undo", view.undo)}
                    aria-disabled={view.undo.is_none().to_string()}
                    onclick={does(Action::Keeping(keeping::Action::Undo))}
                >
                    <Glyph icon={Icon::Undo} />
                </button>
                <button
                    type="button" class="quiet"
                    aria-label={turn("redo", view.redo)} title={turn("redo", view.redo)}
                    aria-disabled={view.redo.is_none().to_string()}
                    onclick={does(Action::Keeping(keeping::Action::Redo))}
                >
                    <Glyph icon={Icon::Redo} />
                </button>
            </div>
            { saving(&view.saving, &messages, &does) }
            <button
                type="button" class="top-coder" title={view.coder.clone()}
                onclick={does(Action::Open(Dialog::Coder))}
            >
                <span aria-hidden="true">{ &view.initials }</span>
                <span class="unseen">{ messages.with("working-as", &[("name", view.coder.as_str().into())]) }</span>
            </button>
        </header>
    }
}

fn saving(
    state: &SaveState,
    messages: &crate::app::message::Messages,
    does: &impl Fn(Action) -> Callback<MouseEvent>,
) -> Html {
    let (class, key) = match state {
        SaveState::Saved => ("top-saved", "saved"),
        SaveState::Saving => ("top-saving", "saving"),
        SaveState::NotSaved(_) => ("top-unsaved", "not-saved"),
    };
    html! {
        <div class={classes!("top-save", class)} data-save-state={key}>
            <span>{ messages.text(key) }</span>
            if matches!(state, SaveState::NotSaved(_)) {
                <button type="button" onclick={does(Action::Keeping(keeping::Action::WriteAgain))}>
                    { messages.text("try-again") }
                </button>
            }
        </div>
    }
}
