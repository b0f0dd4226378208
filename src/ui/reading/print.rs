//! The transcript on paper: statements, numbered lines and notes side by side, page by page.

use super::entry::kind_class;
use crate::app::reading::margin::{Content, EntryView};
use crate::app::reading::print::{self, PageView};
use crate::app::reading::rows::RowView;
use crate::ui::handle::use_view;
use yew::prelude::*;

/// Every page, while it is being printed.
#[component]
pub fn Printed() -> Html {
    let pages = use_view(print::view);
    html! {
        <div class="printed" aria-hidden="true">
            { for pages.iter().flatten().map(|page| html! { <div class="printed-page" key={page.number}>{ sheet(page) }</div> }) }
        </div>
    }
}

fn sheet(page: &PageView) -> Html {
    html! {
        <>
            <div class="printed-side">{ for page.statements.iter().map(entry) }</div>
            <div class="printed-lines">{ for page.rows.iter().map(line) }</div>
            <div class="printed-side">{ for page.notes.iter().map(entry) }</div>
        </>
    }
}

fn line(row: &RowView) -> Html {
    html! {
        <div class="printed-line" key={row.line}>
            if let Some(label) = &row.label {
                <div class="line-label"><span>{ &label.name }</span><span class="line-time">{ &label.time }</span></div>
            }
            <span class={classes!("line-number", row.full_number.then_some("line-number-full"))}>{ &row.number }</span>
            <span class={classes!("printed-words", row.asked.then_some("reading-line-asked"))} dir={if row.rtl { "rtl" } else { "ltr" }}>
                { for row.rows.iter().flatten().map(|piece| html! {
                    <span class={classes!(piece.marked.then_some("printed-mark"))}>{ &piece.text }</span>
                }) }
            </span>
        </div>
    }
}

fn entry(entry: &EntryView) -> Html {
    let (badge, words) = match &entry.content {
        Content::Note { kind, text, .. } => (
            kind.map(|kind| html! { <span class={classes!("printed-kind", kind_class(Some(kind)))}>{ kind.letter() }</span> }),
            text,
        ),
        Content::Statement { name, .. } => (None, name),
        Content::Translation { text } | Content::Memo { text } => (None, text),
    };
    html! {
        <p class="printed-entry" key={format!("{:?}", entry.id)}>
            <span class="printed-place">{ &entry.cite }</span>
            { for badge }
            { " " }{ words }
        </p>
    }
}
