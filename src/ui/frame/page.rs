//! Which page is shown.

use crate::app::desk;
use crate::ui::codebook::Codebook;
use crate::ui::details::Overview;
use crate::ui::details::bin::Bin;
use crate::ui::details::person::Person;
use crate::ui::handle::use_view;
use crate::ui::journal::Journal;
use crate::ui::reading::Workspace;
use crate::ui::start::Start;
use crate::ui::table::Table;
use yew::prelude::*;

/// The page that the state names; the start page when no study is open.
#[component]
pub fn Page() -> Html {
    let page = use_view(|state| state.desk.as_ref().map(|desk| desk.page));
    match *page {
        None => html! { <Start /> },
        Some(desk::Page::Overview) => html! { <Overview /> },
        Some(desk::Page::Participant(id)) => html! { <Person key={id.to_string()} {id} /> },
        Some(desk::Page::Transcript(_)) => html! { <Workspace /> },
        Some(desk::Page::Table(id)) => html! { <Table key={id.to_string()} /> },
        Some(desk::Page::Codebook) => html! { <Codebook /> },
        Some(desk::Page::Journal) => html! { <Journal /> },
        Some(desk::Page::Bin) => html! { <Bin /> },
    }
}
