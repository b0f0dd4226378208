//! The working table of step 3: what stands above it, the grid, and picking a statement for a row.

mod cell;
mod line;

use crate::app::action::Action as AnyAction;
use crate::app::message::Messages;
use crate::app::table::row::{self, HeadView};
use crate::app::table::{Action, Filter, grid, link};
use crate::app::window::{Piece, rows};
use crate::study::record::note::NoteKind;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::atom::window::{gap, use_window};
use crate::ui::codebook::picker::{Did, Picker};
use crate::ui::frame::chord_of;
use crate::ui::handle::{use_handle, use_messages, use_send, use_view};
use line::{Line, cell_id};
use std::rc::Rc;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

/// A row before it was measured.
const ROW: f64 = 110.0;

fn tell(action: Action) -> AnyAction {
    AnyAction::Table(action)
}

/// The page of the working table.
#[component]
pub fn Table() -> Html {
    let messages = use_messages();
    let send = use_send();
    let head = use_view(row::head);
    {
        let transcript = head.as_ref().as_ref().map(|head| head.transcript);
        use_effect_with(transcript, move |transcript| {
            if let Some(transcript) = transcript {
                send.emit(tell(Action::Shown(*transcript)));
            }
        });
    }
    let Some(view) = &*head else {
        return html! { <div class="worktable" /> };
    };
    html! {
        <div class={classes!("worktable", view.printing.then_some("printing"))}>
            <Head view={view.clone()} />
            if view.all == 0 {
                <p class="worktable-empty">{ messages.text("table-empty") }</p>
            } else if view.rows.is_empty() {
                <p class="worktable-empty">{ messages.text("table-empty-filter") }</p>
            } else {
                <Grid view={view.clone()} />
            }
            <Link />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HeadProps {
    view: HeadView,
}

/// What stands above the table.
#[component]
fn Head(props: &HeadProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &props.view;
    let act = |action: Action| send.reform(move |_: MouseEvent| tell(action.clone()));
    let onchange = send.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let filter = Filter::ALL
            .into_iter()
            .find(|filter| filter.key() == chosen);
        tell(Action::Filter(filter.unwrap_or_default()))
    });
    html! {
        <header class="worktable-head">
            <button type="button" class="quiet worktable-back" onclick={act(Action::Leave)}>
                <Glyph icon={Icon::Left} />
                { messages.text("table-back") }
            </button>
            <h1>
                { messages.text("page-table") }
                <span class="worktable-of">{ &view.name }</span>
            </h1>
            <div class="worktable-acts">
                <label class="worktable-filter">
                    <span class="unseen">{ messages.text("table-filter") }</span>
                    <select {onchange}>
                        { for Filter::ALL.into_iter().map(|filter| html! {
                            <option key={filter.key()} value={filter.key()} selected={view.filter == filter}>
                                { messages.text(filter.key()) }
                            </option>
                        }) }
                    </select>
                </label>
                <button type="button" class="quiet" onclick={act(Action::Print)}>
                    <Glyph icon={Icon::Print} />
                    { messages.text("table-print") }
                </button>
            </div>
            if view.open > 0 {
                <p class="worktable-open">
                    { messages.with("table-open", &[("count", view.open.into()), ("all", view.all.into())]) }
                    <button type="button" class="quiet" onclick={act(Action::NextOpen)}>
                        { messages.text("table-next-open") }
                        <Glyph icon={Icon::Right} />
                    </button>
                </p>
            } else if view.all > 0 {
                <p class="worktable-open">{ messages.with("table-none-open", &[("all", view.all.into())]) }</p>
            }
        </header>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GridProps {
    view: HeadView,
}

/// The grid. It has the keyboard itself and names its current cell.
#[component]
fn Grid(props: &GridProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let handle = use_handle();
    let scroller = use_node_ref();
    let view = &props.view;
    let keys = use_memo(view.rows.clone(), Clone::clone);
    let keep = view.current.map(|(row, _)| row);
    let window = use_window(scroller.clone(), Rc::clone(&keys), ROW, keep, view.printing);
    let wanted = rows(&window.pieces);
    let shown = use_view(move |state| row::rows(state, &wanted));
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.default_prevented() || event.is_composing() {
                return;
            }
            let on_grid = event
                .target_dyn_into::<Element>()
                .is_some_and(|element| element.class_list().contains("grid"));
            if !on_grid {
                // Inside a cell keys belong to its buttons and fields; Escape leads back.
                if event.key() == "Escape" {
                    event.prevent_default();
                    handle.send(tell(Action::CancelWriting));
                    if let Some(grid) = grid_of(&event) {
                        // A grid that left the page meanwhile needs no keyboard.
                        let _ = grid.focus();
                    }
                }
                return;
            }
            let chord = chord_of(&event, handle.read(|state| state.device.mac));
            if let Some(action) = grid::key(&chord) {
                event.prevent_default();
                send.emit(tell(action));
            }
        })
    };
    let active = view
        .current
        .and_then(|(row, column)| Some(cell_id(*view.rows.get(row)?, column)));
    let mut lines = shown.iter();
    let columns = ["table-passage", "table-notes", "table-statements"];
    html! {
        <div class="grid-frame" ref={scroller}>
            <div
                class="grid" role="grid" tabindex="0"
                aria-label={messages.with("table-name", &[("name", view.name.as_str().into())])}
                aria-description={messages.text("table-keys-hint")}
                aria-rowcount={(view.rows.len() + 1).to_string()} aria-colcount="3"
                aria-activedescendant={active}
                data-focus={grid::FOCUS}
                {onkeydown}
            >
                <div class="grid-head" role="row" aria-rowindex="1">
                    { for columns.into_iter().map(|key| html! {
                        <div {key} role="columnheader" class="eyebrow">{ messages.text(key) }</div>
                    }) }
                </div>
                <div class="grid-rows" role="rowgroup" ref={window.list}>
                    { for window.pieces.iter().enumerate().filter_map(|(place, piece)| match piece {
                        Piece::Gap(height) => Some(gap(place, *height)),
                        Piece::Row(_) => lines.next().map(|line| html! {
                            <Line key={line.excerpt.to_string()} view={Rc::new(line.clone())} />
                        }),
                    }) }
                </div>
            </div>
            <p class="grid-cut">{ messages.text("table-print-hint") }</p>
        </div>
    }
}

fn grid_of(event: &KeyboardEvent) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    let element = event.target_dyn_into::<Element>()?;
    element.closest(".grid").ok().flatten()?.dyn_into().ok()
}

/// The dialog in which a statement is picked for a row, when it is open.
#[component]
fn Link() -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(link::view);
    let Some(view) = &*view else {
        return html! { <div hidden=true /> };
    };
    let ondid = send.reform(|did| {
        tell(Action::Link(match did {
            Did::Type(typed) => link::Action::Type(typed),
            Did::Go(steps) => link::Action::Go(steps),
            Did::Take => link::Action::Take,
            Did::Pick(Some(theme)) => link::Action::Pick(theme),
            Did::Pick(None) | Did::Cancel => link::Action::Cancel,
        }))
    });
    html! {
        <Picker
            heading={messages.text("table-link-heading")} typed={view.typed.clone()}
            offers={view.offers.clone()} meant={view.meant} {ondid}
        />
    }
}

/// The letter of a note's kind: D, L, C, or a dot while it has none.
pub fn letter(kind: Option<NoteKind>, messages: &Messages) -> Html {
    let (class, letter, key) = kind_of(kind);
    html! {
        <span class={classes!("kind", class)} title={messages.text(key)}>
            <span aria-hidden="true">{ letter }</span>
            <span class="unseen">{ messages.text(key) }</span>
        </span>
    }
}

/// The class, letter and message of a kind of note.
fn kind_of(kind: Option<NoteKind>) -> (&'static str, &'static str, &'static str) {
    match kind {
        Some(NoteKind::Descriptive) => ("kind-d", "D", "note-descriptive"),
        Some(NoteKind::Linguistic) => ("kind-l", "L", "note-linguistic"),
        Some(NoteKind::Conceptual) => ("kind-c", "C", "note-conceptual"),
        None => ("kind-none", "·", "note-no-kind"),
    }
}
