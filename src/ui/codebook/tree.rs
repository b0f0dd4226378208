//! One tree of themes. The tree itself has the keyboard and names its current row.

use super::branch::Branch;
use super::grab::use_grab;
use crate::app::action::Action as AnyAction;
use crate::app::codebook::outline::Node;
use crate::app::codebook::{Action, Side, key, row};
use crate::app::window::{Piece, rows};
use crate::ui::atom::window::{gap, use_window};
use crate::ui::frame::chord_of;
use crate::ui::handle::{use_handle, use_messages, use_send, use_view};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// A row before it was measured.
const ROW: f64 = 34.0;

/// Which tree.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Which tree.
    pub side: Side,
}

/// The id of a row.
#[must_use]
pub fn row_id(side: Side, node: Node) -> String {
    format!("{}-{node}", side.focus())
}

/// One tree.
#[component]
pub fn Tree(props: &Props) -> Html {
    let side = props.side;
    let messages = use_messages();
    let send = use_send();
    let handle = use_handle();
    let frame = use_view(move |state| row::frame(state, side));
    let outline = frame.as_ref().as_ref().map(|frame| Rc::clone(&frame.nodes));
    let keys = use_memo(outline, |outline| {
        let rows = outline.as_ref().map(|outline| outline.rows());
        rows.unwrap_or_default()
            .iter()
            .map(|row| row.node)
            .collect::<Vec<_>>()
    });
    let current = frame.as_ref().as_ref().and_then(|frame| frame.current);
    let scroller = use_node_ref();
    let window = use_window(scroller.clone(), Rc::clone(&keys), ROW, current, false);
    let wanted = rows(&window.pieces);
    let tree = use_view(move |state| row::rows(state, side, &wanted));
    let grab = use_grab(side, scroller.clone());
    let Some(frame) = &*frame else {
        return html! { <div class="tree" /> };
    };
    let onkeydown = {
        let send = send.clone();
        let dragging = grab.dragging.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.default_prevented() || event.is_composing() {
                return;
            }
            if event.key() == "Escape" && dragging.emit(()) {
                event.prevent_default();
                return;
            }
            let chord = chord_of(&event, handle.read(|state| state.device.mac));
            if let Some(deed) = key::of(&chord) {
                event.prevent_default();
                send.emit(AnyAction::Codebook(Action::Do(side, deed)));
            }
        })
    };
    let onfocusin = {
        let send = send.clone();
        Callback::from(move |event: FocusEvent| {
            let itself = event
                .target_dyn_into::<Element>()
                .is_some_and(|element| element.class_list().contains("tree"));
            if itself {
                send.emit(AnyAction::Codebook(Action::Enter(side)));
            }
        })
    };
    let label = match side {
        Side::Study => "codebook-study",
        Side::Own => "codebook-own",
    };
    let active = current
        .and_then(|row| keys.get(row))
        .map(|node| row_id(side, *node));
    let mut shown = tree.rows.iter();
    html! {
        <div class="tree-frame">
            <div
                class="tree" role="tree" tabindex="0"
                aria-label={messages.text(label)}
                aria-description={messages.text("codebook-keys-hint")}
                aria-multiselectable="true"
                aria-activedescendant={active}
                data-focus={side.focus()}
                ref={scroller}
                {onkeydown} {onfocusin}
                onpointerdown={grab.onpointerdown}
                onpointermove={grab.onpointermove}
                onpointerup={grab.onpointerup}
                onpointercancel={grab.onpointercancel}
            >
                <div class="tree-rows" role="none" ref={window.list}>
                    { for window.pieces.iter().enumerate().filter_map(|(place, piece)| match piece {
                        Piece::Gap(height) => Some(gap(place, *height)),
                        Piece::Row(_) => shown.next().map(|view| html! {
                            <Branch key={view.node.to_string()} {side} view={Rc::clone(view)} />
                        }),
                    }) }
                </div>
            </div>
            if frame.nodes.is_empty() || frame.bare {
                <Empty {side} bare={frame.bare} people={!frame.nodes.is_empty()} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EmptyProps {
    side: Side,
    bare: bool,
    people: bool,
}

/// What to do when there is nothing to show.
#[component]
fn Empty(props: &EmptyProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let typed = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.map_or(String::new(), |desk| desk.codebook.typed.clone())
    });
    let clear = send.reform(|_: MouseEvent| AnyAction::Codebook(Action::Type(String::new())));
    if !props.bare {
        return html! {
            <div class="tree-empty">
                <p>{ messages.with("codebook-empty-filter", &[("typed", typed.as_str().into())]) }</p>
                <button type="button" onclick={clear}>{ messages.text("codebook-clear-filter") }</button>
            </div>
        };
    }
    let key = match (props.side, props.people) {
        (Side::Study, _) => "codebook-empty-study",
        (Side::Own, true) => "codebook-empty-own",
        (Side::Own, false) => "codebook-empty-people",
    };
    html! {
        <div class="tree-empty"><p>{ messages.text(key) }</p></div>
    }
}
