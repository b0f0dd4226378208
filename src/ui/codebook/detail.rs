//! The pane of the chosen theme: wording, colour, level, definition, place, notes, memos, passages.

use super::acts::Acts;
use super::hue::Hue;
use super::passage::Passages;
use crate::app::action::Action as AnyAction;
use crate::app::codebook::detail::{DetailView, MemoView, NoteView, ThemeView, view};
use crate::app::codebook::evidence;
use crate::app::codebook::{self, Action, Side};
use crate::study::id::ThemeId;
use crate::study::record::theme::Level;
use crate::ui::atom::field::{Field, value_of};
use crate::ui::handle::{use_messages, use_send, use_view};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The chosen theme, or themes.
#[component]
pub fn Detail() -> Html {
    let messages = use_messages();
    let send = use_send();
    let side = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.map_or(Side::Study, |desk| desk.codebook.side)
    });
    let detail = use_view(view);
    match &*detail {
        DetailView::Nothing => html! {
            <p class="detail-nothing soft">{ messages.text("codebook-detail-nothing") }</p>
        },
        DetailView::Several { themes, .. } => {
            let chosen = themes.clone();
            let onchosen = send.reform(move |colour| {
                AnyAction::Codebook(Action::Recolour(chosen.clone(), colour))
            });
            html! {
                <div class="detail">
                    <h2>{ messages.with("codebook-detail-several", &[("count", themes.len().into())]) }</h2>
                    <p class="soft">{ messages.text("codebook-detail-several-hint") }</p>
                    <Acts side={*side} />
                    <Hue group="hue-several" colour={None::<u8>} {onchosen} />
                </div>
            }
        }
        DetailView::Theme(theme) => html! {
            <OneTheme key={theme.id.to_string()} side={*side} theme={Rc::new((**theme).clone())} />
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OneProps {
    side: Side,
    theme: Rc<ThemeView>,
}

/// One theme.
#[component]
fn OneTheme(props: &OneProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let scroller = use_node_ref();
    let theme = &*props.theme;
    let id = theme.id;
    let reword = send.reform(move |text| AnyAction::Codebook(Action::Reword(id, text)));
    let define = send.reform(move |text| AnyAction::Codebook(Action::Define(id, text)));
    let recolour =
        send.reform(move |colour| AnyAction::Codebook(Action::Recolour(vec![id], colour)));
    let restore =
        send.reform(move |_: MouseEvent| AnyAction::Codebook(Action::Retire(vec![id], false)));
    html! {
        <div class={classes!("detail", format!("tone-{}", theme.colour))} ref={scroller.clone()}>
            <div class="detail-name">
                <span class="branch-tone" aria-hidden="true" />
                <Wording name={theme.name.clone()} onfinish={reword} />
            </div>
            <p class="detail-whose soft">
                { theme.owner.clone().unwrap_or_else(|| messages.text("codebook-of-study")) }
            </p>
            if theme.retired {
                <p class="detail-retired">
                    { messages.text("codebook-is-retired") }
                    <button type="button" onclick={restore}>{ messages.text("codebook-restore") }</button>
                </p>
            }
            <Acts side={props.side} />
            <Places theme={Rc::clone(&props.theme)} />
            <div class="detail-kind">
                <LevelChoice id={id} level={theme.level} levels={theme.levels.clone()} />
                <Hue group={format!("hue-{id}")} colour={Some(theme.colour)} onchosen={recolour} />
            </div>
            <Field
                label={messages.text("codebook-definition")} value={theme.definition.clone()}
                placeholder={Some(AttrValue::from(messages.text("codebook-definition-hint")))}
                long=true onfinish={define}
            />
            <Notes notes={theme.notes.clone()} />
            <Memos id={id} memos={theme.memos.clone()} />
            <Passages {scroller} theme={Rc::clone(&props.theme)} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WordingProps {
    name: AttrValue,
    onfinish: Callback<String>,
}

/// The wording, all of it, to be written over. Enter keeps it, Escape puts the kept one back.
#[component]
fn Wording(props: &WordingProps) -> Html {
    let messages = use_messages();
    let draft = use_state(|| None::<String>);
    let shown = match &*draft {
        Some(draft) => AttrValue::from(draft.clone()),
        None => props.name.clone(),
    };
    let finish = {
        let (draft, onfinish) = (draft.clone(), props.onfinish.clone());
        move || {
            if let Some(text) = &*draft {
                onfinish.emit(text.clone());
            }
            draft.set(None);
        }
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(value_of(&event))))
    };
    let onblur = {
        let finish = finish.clone();
        Callback::from(move |_: FocusEvent| finish())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => finish(),
            "Escape" => draft.set(None),
            _ => return,
        }
        event.prevent_default();
    });
    // Browsers that do not size a field by its words get as many rows as these will take.
    let rows = shown.chars().count() / 36 + 1;
    html! {
        <textarea
            class="detail-wording" rows={rows.to_string()} value={shown}
            aria-label={messages.text("codebook-name")}
            {oninput} {onblur} {onkeydown}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PlacesProps {
    theme: Rc<ThemeView>,
}

/// Where a theme stands, each step a way there.
#[component]
fn Places(props: &PlacesProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let theme = &*props.theme;
    let link = |(id, name): &(ThemeId, String)| {
        let id = *id;
        let onclick = send.reform(move |_: MouseEvent| codebook::show(id));
        html! {
            <li key={id.to_string()}>
                <button type="button" class="detail-link" {onclick}>{ name }</button>
            </li>
        }
    };
    html! {
        <dl class="detail-places">
            if !theme.above.is_empty() {
                <dt>{ messages.text("codebook-above") }</dt>
                <dd><ol class="detail-path">{ for theme.above.iter().map(link) }</ol></dd>
            }
            if theme.owner.is_some() {
                <dt>{ messages.text("codebook-under") }</dt>
                <dd>
                    if let Some(under) = &theme.under {
                        <ol class="detail-path">{ link(under) }</ol>
                    } else {
                        <span class="soft">{ messages.text("codebook-under-nothing") }</span>
                    }
                </dd>
            }
        </dl>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LevelProps {
    id: ThemeId,
    level: Level,
    levels: Vec<(Level, String)>,
}

/// The level of a theme, among those that it can have where it stands.
#[component]
fn LevelChoice(props: &LevelProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let (id, levels) = (props.id, props.levels.clone());
    let now = props.level;
    let onchange = send.reform(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let level = levels.iter().find(|(_, name)| *name == chosen);
        AnyAction::Codebook(Action::SetLevel(id, level.map_or(now, |(level, _)| *level)))
    });
    if let [(_, only)] = props.levels.as_slice() {
        return html! {
            <p class="field detail-level">
                <span class="field-label">{ messages.text("codebook-level") }</span>
                <span class="detail-only">{ only }</span>
            </p>
        };
    }
    html! {
        <label class="field detail-level">
            <span class="field-label">{ messages.text("codebook-level") }</span>
            <select {onchange}>
                { for props.levels.iter().map(|(level, name)| html! {
                    <option key={name.clone()} value={name.clone()} selected={*level == props.level}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NotesProps {
    notes: Vec<NoteView>,
}

/// The notes that the theme was made from.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    if props.notes.is_empty() {
        return html! { <p class="soft small">{ messages.text("codebook-notes-none") }</p> };
    }
    html! {
        <details class="detail-list" open=true>
            <summary>{ messages.with("codebook-notes", &[("count", props.notes.len().into())]) }</summary>
            <ul>
                { for props.notes.iter().map(|note| {
                    let excerpt = note.excerpt;
                    let open = send.reform(move |_: MouseEvent| {
                        AnyAction::Codebook(Action::Passages(evidence::Action::Open(excerpt)))
                    });
                    html! {
                        <li key={note.id.to_string()} class="detail-note">
                            { crate::ui::table::letter(note.kind, &messages) }
                            <button
                                type="button" class="detail-link" onclick={open}
                                title={messages.text("codebook-open")}
                            >
                                { &note.text }
                            </button>
                            <span class="soft small">{ &note.by }</span>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MemosProps {
    id: ThemeId,
    memos: Vec<MemoView>,
}

/// The memos about the theme, and a new one.
#[component]
fn Memos(props: &MemosProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let id = props.id;
    let onfinish = send.reform(move |text| AnyAction::Codebook(Action::Memo(id, text)));
    html! {
        <details class="detail-list">
            <summary>{ messages.with("codebook-memos", &[("count", props.memos.len().into())]) }</summary>
            <ul>
                { for props.memos.iter().map(|memo| html! {
                    <li key={memo.id.to_string()} class="detail-memo">
                        <p>{ &memo.text }</p>
                        <span class="soft small">{ &memo.by }</span>
                    </li>
                }) }
            </ul>
            <Field
                label={messages.text("codebook-memo-write")} value="" long=true {onfinish}
                hint={Some(AttrValue::from(messages.text("codebook-memo-hint")))}
            />
        </details>
    }
}
