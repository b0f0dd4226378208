//! Which page is shown.

use crate::app::desk;
use crate::ui::codebook::Codebook;
use crate::ui::handle::{use_messages, use_view};
use crate::ui::journal::Journal;
use crate::ui::reading::Workspace;
use crate::ui::table::Table;
use yew::prelude::*;

/// The page that the state names; the start page when no study is open.
#[component]
pub fn Page() -> Html {
    let page = use_view(|state| state.desk.as_ref().map(|desk| desk.page));
    let messages = use_messages();
    match *page {
        Some(desk::Page::Journal) => return html! { <Journal /> },
        Some(desk::Page::Codebook) => return html! { <Codebook /> },
        Some(desk::Page::Table(id)) => return html! { <Table key={id.to_string()} /> },
        Some(desk::Page::Transcript(_)) => return html! { <Workspace /> },
        _ => {}
    }
    let name = match *page {
        None => "page-start",
        Some(desk::Page::Overview) => "page-overview",
        Some(desk::Page::Participant(_)) => "page-participant",
        Some(desk::Page::Transcript(_)) => "page-transcript",
        Some(desk::Page::Table(_)) => "page-table",
        Some(desk::Page::Codebook) => "page-codebook",
        Some(desk::Page::Journal) => "page-journal",
        Some(desk::Page::Bin) => "page-bin",
    };
    html! {
        <div class="page">
            <h1>{ messages.text(name) }</h1>
        </div>
    }
}
