//! Which page is shown.

use crate::app::desk;
use crate::ui::handle::{use_messages, use_view};
use crate::ui::journal::Journal;
use yew::prelude::*;

/// The page that the state names; the start page when no study is open.
#[component]
pub fn Page() -> Html {
    let page = use_view(|state| state.desk.as_ref().map(|desk| desk.page));
    let messages = use_messages();
    if matches!(*page, Some(desk::Page::Journal)) {
        return html! { <Journal /> };
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
