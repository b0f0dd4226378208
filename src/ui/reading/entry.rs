//! An entry of a margin: what it says, whose it is, where its passage stands, what can be done.
//!
//! A click picks its passage, a double click or Enter edits it, Space chooses a note to make a
//! statement from, Delete bins it.

use super::draft::DraftField;
use crate::app::action::Action;
use crate::app::codebook;
use crate::app::reading;
use crate::app::reading::draft;
use crate::app::reading::entry;
use crate::app::reading::margin::{Content, EntryId, EntryView};
use crate::app::reading::rows::{has_italics, is_rtl};
use crate::study::record::note::NoteKind;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send};
use std::rc::Rc;
use yew::prelude::*;

/// What an entry is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The entry.
    pub entry: Rc<EntryView>,
    /// Whether it stands in a list and not level with its line.
    #[prop_or_default]
    pub flowing: bool,
}

/// An entry.
#[component]
pub fn Entry(props: &Props) -> Html {
    let send = use_send();
    let entry = &props.entry;
    let class = classes!(
        "margin-entry",
        match &entry.content {
            Content::Note { .. } => "entry-note",
            Content::Statement { .. } => "entry-statement",
            Content::Translation { .. } => "entry-translation",
            Content::Memo { .. } => "entry-memo",
        },
        tone(&entry.content),
        entry.picked.then_some("entry-picked"),
        entry.chosen.then_some("entry-chosen"),
    );
    let style = match props.flowing {
        true => String::new(),
        false => format!("top:{}px", entry.top),
    };
    let tied =
        !props.flowing && (entry.picked || entry.chosen || entry.top.abs_diff(entry.level) > 12);
    html! {
        <li {class} ~style={style}>
            if let Some(text) = &entry.draft {
                <Badge entry={Rc::clone(entry)} />
                <DraftField entry={Rc::clone(entry)} text={text.clone()} />
            } else {
                <Badge entry={Rc::clone(entry)} />
                <div class="entry-body">
                    <Words entry={Rc::clone(entry)} send={send.clone()} />
                    if entry.picked {
                        <Tools entry={Rc::clone(entry)} send={send.clone()} />
                    }
                </div>
            }
            if tied {
                { tie(entry) }
            }
        </li>
    }
}

fn tone(content: &Content) -> Option<String> {
    match content {
        Content::Statement { tone, .. } => Some(format!("tone-{tone}")),
        _ => None,
    }
}

/// The line from an entry to its passage.
fn tie(entry: &EntryView) -> Html {
    let (from, to) = (entry.top + 14, entry.level + 13);
    let top = from.min(to);
    let height = from.abs_diff(to) + 2;
    let style = format!(
        "top:{}px;height:{height}px",
        i64::from(top) - i64::from(entry.top)
    );
    let (from, to) = (from - top + 1, to - top + 1);
    html! {
        <svg
            class="entry-tie" aria-hidden="true" ~style={style}
            viewBox={format!("0 0 16 {height}")} preserveAspectRatio="none"
        >
            <path class="entry-tie-left" d={format!("M0 {from}H5L11 {to}H16")} />
            <path class="entry-tie-right" d={format!("M16 {from}H11L5 {to}H0")} />
        </svg>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    entry: Rc<EntryView>,
    #[prop_or_default]
    send: Callback<Action>,
}

/// A note's kind by its letter; a press gives it the next kind, or none.
#[component]
fn Badge(props: &PartProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let Content::Note { kind, .. } = &props.entry.content else {
        return match &props.entry.content {
            Content::Statement { .. } => html! { <span class="entry-bar" aria-hidden="true" /> },
            Content::Translation { .. } => html! {
                <span class="badge badge-plain" title={messages.text("reading-translation")}>{ "文A" }</span>
            },
            _ => html! {
                <span class="badge badge-plain" title={messages.text("reading-memo")}><Glyph icon={Icon::Journal} /></span>
            },
        };
    };
    let next = match kind {
        Some(NoteKind::Descriptive) => Some(NoteKind::Linguistic),
        Some(NoteKind::Linguistic) => Some(NoteKind::Conceptual),
        Some(NoteKind::Conceptual) => None,
        None => Some(NoteKind::Descriptive),
    };
    let action = match props.entry.id {
        EntryId::Note(id) => reading::Action::Entry(entry::Action::Kind(id, next)),
        _ => reading::Action::Draft(draft::Action::Kind(next)),
    };
    let letter = kind.map_or_else(|| "–".to_owned(), |kind| kind.letter().to_string());
    let label = messages.with(
        "reading-change-kind",
        &[("kind", messages.text(kind_key(*kind)).into())],
    );
    html! {
        <button
            type="button" class={classes!("badge", kind_class(*kind))}
            aria-label={label.clone()} title={label}
            // The field beside it keeps the keyboard.
            onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}
            onclick={send.reform(move |_: MouseEvent| Action::Reading(action.clone()))}
        >
            { letter }
        </button>
    }
}

/// The class of a kind's colour.
#[must_use]
pub fn kind_class(kind: Option<NoteKind>) -> &'static str {
    match kind {
        Some(NoteKind::Descriptive) => "kind-d",
        Some(NoteKind::Linguistic) => "kind-l",
        Some(NoteKind::Conceptual) => "kind-c",
        None => "kind-none",
    }
}

/// The message that names a kind.
#[must_use]
pub fn kind_key(kind: Option<NoteKind>) -> &'static str {
    match kind {
        Some(NoteKind::Descriptive) => "note-descriptive",
        Some(NoteKind::Linguistic) => "note-linguistic",
        Some(NoteKind::Conceptual) => "note-conceptual",
        None => "note-no-kind",
    }
}

/// What an entry says: a button that picks its passage.
#[component]
fn Words(props: &PartProps) -> Html {
    let messages = use_messages();
    let entry = &props.entry;
    let id = entry.id;
    let sends = |action: reading::Action| {
        let send = props.send.clone();
        move || send.emit(Action::Reading(action.clone()))
    };
    let pick = entry
        .excerpt
        .map(|excerpt| sends(reading::Action::Entry(entry::Action::Pick(excerpt))));
    let edit = sends(reading::Action::Draft(draft::Action::Edit(id)));
    let bin = sends(reading::Action::Entry(entry::Action::Bin(id)));
    let choose = match id {
        EntryId::Note(note) => Some(sends(reading::Action::Entry(entry::Action::Choose(note)))),
        _ => None,
    };
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |event: MouseEvent| {
            let held = event.ctrl_key() || event.meta_key();
            match (&choose, &pick) {
                (Some(choose), _) if held => choose(),
                (_, Some(pick)) => pick(),
                _ => {}
            }
        })
    };
    let onkeydown = {
        let edit = edit.clone();
        Callback::from(move |event: KeyboardEvent| {
            let held = event.ctrl_key() || event.meta_key() || event.alt_key();
            match (event.key().as_str(), &choose) {
                ("Enter", _) if !held => edit(),
                (" ", Some(choose)) => choose(),
                ("Delete", _) => bin(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let (words, what, foot) = said(entry, &messages);
    let linguistic = Some(NoteKind::Linguistic);
    let italic = matches!(&entry.content, Content::Note { kind, .. } if *kind == linguistic)
        && has_italics(&words);
    let class = classes!(
        "entry-words",
        italic.then_some("entry-italic"),
        entry
            .lines
            .map(|lines| format!("entry-lines entry-lines-{lines}")),
    );
    html! {
            <button
                type="button" class="entry-main"
                aria-pressed={choosable(entry).then(|| entry.chosen.to_string())}
                aria-description={messages.text("reading-entry-help")}
                {onclick} {onkeydown}
                ondblclick={Callback::from(move |_: MouseEvent| edit())}
            >
                <span class="unseen">{ what }</span>
                <span {class} dir={if is_rtl(&words) { "rtl" } else { "ltr" }}>
                    { words }
                    if !entry.initials.is_empty() && foot.is_none() {
                        <span class="entry-by">{ " " }{ &entry.initials }</span>
                    }
                </span>
                if let Some(foot) = foot {
                    <span class="entry-foot">{ foot }</span>
                } else {
                    <span class="unseen">{ &entry.cite }</span>
                }
            </button>
    }
}

fn choosable(entry: &EntryView) -> bool {
    matches!(entry.id, EntryId::Note(_))
}

/// An entry's words, what sort of entry it is, and the line below.
fn said(
    entry: &EntryView,
    messages: &crate::app::message::Messages,
) -> (String, String, Option<String>) {
    match &entry.content {
        Content::Note { kind, text, .. } => (text.clone(), messages.text(kind_key(*kind)), None),
        Content::Translation { text } => (text.clone(), messages.text("reading-translation"), None),
        Content::Memo { text } => (text.clone(), messages.text("reading-memo"), None),
        Content::Statement { name, notes, .. } => {
            let foot = messages.with(
                "reading-statement-foot",
                &[
                    ("place", entry.cite.clone().into()),
                    ("notes", (*notes).into()),
                ],
            );
            (name.clone(), String::new(), Some(foot))
        }
    }
}

/// What can be done with an entry.
#[component]
fn Tools(props: &PartProps) -> Html {
    let messages = use_messages();
    let id = props.entry.id;
    let bin = match props.entry.content {
        Content::Statement { acts_on, .. } => EntryId::Coding(acts_on),
        _ => id,
    };
    let tool = |key: &str, icon: Icon, action: Action| {
        html! {
            <button
                key={key.to_owned()} type="button" class="entry-tool"
                aria-label={messages.text(key)} title={messages.text(key)}
                onclick={props.send.reform(move |_: MouseEvent| action.clone())}
            >
                <Glyph {icon} />
            </button>
        }
    };
    let act = |action: entry::Action| Action::Reading(reading::Action::Entry(action));
    let edit = Action::Reading(reading::Action::Draft(draft::Action::Edit(id)));
    html! {
        <div class="entry-tools">
            if let EntryId::Note(note) = id {
                { tool("reading-make-statement", Icon::Tree, act(entry::Action::State(note))) }
            }
            if let Content::Statement { theme, .. } = props.entry.content {
                { tool("reading-open-codebook", Icon::Tree, Action::Codebook(codebook::Action::Show(theme))) }
            }
            { tool("reading-edit-entry", Icon::Pen, edit) }
            { tool(
                if matches!(id, EntryId::Coding(_)) { "reading-take-from-theme" } else { "reading-bin-entry" },
                Icon::Bin,
                act(entry::Action::Bin(bin)),
            ) }
        </div>
    }
}
