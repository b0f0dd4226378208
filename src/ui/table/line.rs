//! One row of the working table: the passage, its notes, its statements.

use super::cell::{Note, Statement, Writing};
use super::tell;
use crate::app::table::grid::{Column, focus};
use crate::app::table::row::RowView;
use crate::app::table::{Action, Entry, link};
use crate::study::id::ExcerptId;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send};
use std::rc::Rc;
use yew::prelude::*;

/// A row.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it shows.
    pub view: Rc<RowView>,
}

/// The id of a cell.
#[must_use]
pub fn cell_id(excerpt: ExcerptId, column: Column) -> String {
    let column = match column {
        Column::Passage => "passage",
        Column::Notes => "notes",
        Column::Statements => "statements",
    };
    format!("table-{column}-{excerpt}")
}

/// A row of the table.
#[component]
pub fn Line(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &*props.view;
    let excerpt = view.excerpt;
    let point =
        |column: Column| send.reform(move |_: MouseEvent| tell(Action::Point(excerpt, column)));
    let class =
        |column: Column| classes!("cell", (view.current == Some(column)).then_some("current"));
    // Only the buttons of the current cell are on the way of the Tab key.
    let tab = |column: Column| {
        if view.current == Some(column) {
            "0"
        } else {
            "-1"
        }
    };
    let begin = |entry: Entry| send.reform(move |_: MouseEvent| tell(Action::Write(entry)));
    let open = send.reform(move |_: MouseEvent| tell(Action::Open(excerpt)));
    let link =
        send.reform(move |_: MouseEvent| tell(Action::Link(link::Action::Open(Some(excerpt)))));
    let new_note = match view.writing {
        Some(entry @ Entry::NewNote(..)) => Some(entry),
        _ => None,
    };
    let new_statement = view.writing == Some(Entry::NewStatement(excerpt));
    html! {
        <div class="table-line" role="row" data-row={view.index.to_string()} aria-rowindex={(view.index + 2).to_string()}>
            <div
                id={cell_id(excerpt, Column::Passage)} class={class(Column::Passage)}
                role="rowheader" onclick={point(Column::Passage)}
            >
                if !view.lines.is_empty() {
                    <button
                        type="button" class="table-place" tabindex={tab(Column::Passage)} onclick={open}
                        title={messages.text("codebook-open")}
                        aria-label={messages.with("codebook-open-at", &[("place", view.lines.as_str().into())])}
                    >
                        { &view.lines }
                    </button>
                }
                <blockquote>
                    if let Some(words) = &view.words {
                        { words }
                    } else if view.gone {
                        <span class="soft">{ messages.text("codebook-words-gone") }</span>
                    } else {
                        <span class="soft">{ messages.text("codebook-words-waiting") }</span>
                    }
                </blockquote>
            </div>
            <div
                id={cell_id(excerpt, Column::Notes)} class={class(Column::Notes)}
                role="gridcell" onclick={point(Column::Notes)}
            >
                <ul class="entries">
                    { for view.notes.iter().map(|note| html! {
                        <Note
                            key={note.id.to_string()} view={note.clone()} tab={tab(Column::Notes)}
                            writing={view.writing == Some(Entry::Note(note.id))}
                        />
                    }) }
                </ul>
                if let Some(entry) = new_note {
                    <Writing {entry} value="" label={messages.text("table-new-note")} />
                } else {
                    <button
                        type="button" class="quiet cell-new" tabindex={tab(Column::Notes)}
                        data-focus={focus(Entry::NewNote(excerpt, None))}
                        onclick={begin(Entry::NewNote(excerpt, None))}
                    >
                        <Glyph icon={Icon::Plus} />
                        { messages.text("table-new-note") }
                    </button>
                }
            </div>
            <div
                id={cell_id(excerpt, Column::Statements)} class={class(Column::Statements)}
                role="gridcell" onclick={point(Column::Statements)}
            >
                <ul class="entries">
                    { for view.statements.iter().map(|statement| html! {
                        <Statement
                            key={statement.coding.to_string()} view={statement.clone()} {excerpt}
                            tab={tab(Column::Statements)}
                            writing={view.writing == Some(Entry::Statement(statement.id, excerpt))}
                        />
                    }) }
                </ul>
                if new_statement {
                    <Writing
                        entry={Entry::NewStatement(excerpt)} value=""
                        label={messages.text("table-new-statement")}
                    />
                } else {
                    <div class="cell-adds">
                        <button
                            type="button" class="quiet cell-new" tabindex={tab(Column::Statements)}
                            data-focus={focus(Entry::NewStatement(excerpt))}
                            onclick={begin(Entry::NewStatement(excerpt))}
                        >
                            <Glyph icon={Icon::Plus} />
                            { messages.text("table-new-statement") }
                        </button>
                        <button
                            type="button" class="quiet cell-new" tabindex={tab(Column::Statements)}
                            onclick={link}
                        >
                            { messages.text("table-link") }
                        </button>
                    </div>
                }
            </div>
        </div>
    }
}
