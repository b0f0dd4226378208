//! What stands in the cells of the working table: notes, statements, and the field that writes them.

use super::{kind_of, tell};
use crate::app::table::grid::focus;
use crate::app::table::row::{NoteView, StatementView};
use crate::app::table::{Action, Entry};
use crate::study::id::ExcerptId;
use crate::study::record::note::NoteKind;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// A note.
#[derive(Clone, PartialEq, Properties)]
pub struct NoteProps {
    /// The note.
    pub view: NoteView,
    /// Whether its buttons are on the way of the Tab key.
    pub tab: AttrValue,
    /// Whether it is being written.
    pub writing: bool,
}

const KINDS: [Option<NoteKind>; 4] = [
    None,
    Some(NoteKind::Descriptive),
    Some(NoteKind::Linguistic),
    Some(NoteKind::Conceptual),
];

/// A note in its cell.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &props.view;
    let id = view.id;
    let entry = Entry::Note(id);
    let write = send.reform(move |_: MouseEvent| tell(Action::Write(entry)));
    let bin = send.reform(move |event: MouseEvent| {
        event.stop_propagation();
        tell(Action::BinNote(id))
    });
    let onchange = send.reform(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let kind = KINDS.into_iter().find(|kind| kind_of(*kind).2 == chosen);
        tell(Action::SetKind(id, kind.flatten()))
    });
    let (class, letter, _) = kind_of(view.kind);
    html! {
        <li class={classes!("cell-entry", "cell-note", class)}>
            <span class={classes!("kind", class)}>
                <span aria-hidden="true">{ letter }</span>
                <select
                    class="kind-choice" tabindex={props.tab.clone()} {onchange}
                    aria-label={messages.text("table-kind")} title={messages.text("table-kind")}
                >
                    { for KINDS.into_iter().map(|kind| {
                        let (_, _, key) = kind_of(kind);
                        html! {
                            <option {key} value={key} selected={kind == view.kind}>{ messages.text(key) }</option>
                        }
                    }) }
                </select>
            </span>
            if props.writing {
                <Writing {entry} value={view.text.clone()} label={messages.text("table-note")} />
            } else {
                <button
                    type="button" class="cell-text" tabindex={props.tab.clone()}
                    data-focus={focus(entry)} onclick={write}
                >
                    { &view.text }
                </button>
                <span class="cell-by" aria-hidden="true">{ &view.by }</span>
                <button
                    type="button" class="quiet cell-drop" tabindex={props.tab.clone()} onclick={bin}
                    aria-label={messages.text("table-bin-note")} title={messages.text("table-bin-note")}
                >
                    <Glyph icon={Icon::Close} />
                </button>
            }
        </li>
    }
}

/// A statement.
#[derive(Clone, PartialEq, Properties)]
pub struct StatementProps {
    /// The statement.
    pub view: StatementView,
    /// The passage in whose row it stands.
    pub excerpt: ExcerptId,
    /// Whether its buttons are on the way of the Tab key.
    pub tab: AttrValue,
    /// Whether it is being written.
    pub writing: bool,
}

/// A statement in its cell.
#[component]
pub fn Statement(props: &StatementProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &props.view;
    let entry = Entry::Statement(view.id, props.excerpt);
    let coding = view.coding;
    let write = send.reform(move |_: MouseEvent| tell(Action::Write(entry)));
    let unlink = send.reform(move |event: MouseEvent| {
        event.stop_propagation();
        tell(Action::Unlink(coding))
    });
    html! {
        <li class={classes!("cell-entry", "cell-statement", format!("tone-{}", view.colour))}>
            <span class="branch-tone" aria-hidden="true" />
            if props.writing {
                <Writing {entry} value={view.name.clone()} label={messages.text("table-statement")} />
            } else {
                <button
                    type="button" class="cell-text" tabindex={props.tab.clone()}
                    data-focus={focus(entry)} onclick={write}
                >
                    { &view.name }
                </button>
                if let Some(level) = &view.level {
                    <span class="cell-by">{ level }</span>
                }
                <button
                    type="button" class="quiet cell-drop" tabindex={props.tab.clone()} onclick={unlink}
                    aria-label={messages.text("table-unlink")} title={messages.text("table-unlink")}
                >
                    <Glyph icon={Icon::Close} />
                </button>
            }
        </li>
    }
}

/// What is written where.
#[derive(Clone, PartialEq, Properties)]
pub struct WritingProps {
    /// What is written.
    pub entry: Entry,
    /// What stands there.
    pub value: AttrValue,
    /// The name of the field.
    pub label: AttrValue,
}

/// The field that writes an entry: Enter keeps it, Shift+Enter begins a line, Escape gives it up.
#[component]
pub fn Writing(props: &WritingProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let node = use_node_ref();
    let entry = props.entry;
    let value = |node: &NodeRef| {
        let area = node.cast::<HtmlTextAreaElement>();
        area.map_or(String::new(), |area| area.value())
    };
    use_effect_with(node.clone(), |node| {
        if let Some(area) = node.cast::<HtmlTextAreaElement>() {
            // A field that left the page meanwhile needs no keyboard.
            let _ = area.focus();
            let end = area.value().encode_utf16().count() as u32;
            let _ = area.set_selection_range(end, end);
        }
    });
    let onkeydown = {
        let (send, node) = (send.clone(), node.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            event.stop_propagation();
            let action = match event.key().as_str() {
                "Enter" if !event.shift_key() => Action::Written(entry, value(&node), true),
                "Escape" => Action::CancelWriting,
                _ => return,
            };
            event.prevent_default();
            send.emit(tell(action));
        })
    };
    let onblur = {
        let node = node.clone();
        send.reform(move |_: FocusEvent| tell(Action::Written(entry, value(&node), false)))
    };
    let stay = Callback::from(|event: MouseEvent| event.stop_propagation());
    html! {
        <textarea
            class="cell-writing" rows="2" ref={node} value={props.value.clone()}
            aria-label={props.label.clone()} placeholder={messages.text("table-write-hint")}
            {onkeydown} {onblur} onclick={stay}
        />
    }
}
