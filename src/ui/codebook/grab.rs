//! Dragging rows with a mouse, a pen or a finger. What a drop means stands in
//! `app::codebook::drag`; here is where the pointer is.
//!
//! A finger drags by the grip only, so that it can scroll everywhere else.

use crate::app::action::Action as AnyAction;
use crate::app::codebook::drag::{Action, Zone};
use crate::app::codebook::outline::Node;
use crate::app::codebook::{self, Side};
use crate::study::id::ThemeId;
use crate::ui::handle::{use_handle, use_send};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, ShadowRoot};
use yew::prelude::*;

/// How far a pointer goes before it drags, in pixels.
const SLACK: f64 = 6.0;
/// How near to an edge a dragging pointer scrolls the tree, and by how much.
const EDGE: f64 = 36.0;
const SCROLL: i32 = 14;

/// The pointer's side of a tree.
pub struct Grab {
    /// For the tree.
    pub onpointerdown: Callback<PointerEvent>,
    /// For the tree.
    pub onpointermove: Callback<PointerEvent>,
    /// For the tree.
    pub onpointerup: Callback<PointerEvent>,
    /// For the tree.
    pub onpointercancel: Callback<PointerEvent>,
    /// Gives a drag up; answers whether there was one.
    pub dragging: Callback<(), bool>,
}

#[derive(Clone, Copy, PartialEq)]
struct Held {
    theme: ThemeId,
    x: f64,
    y: f64,
    moving: bool,
    over: Option<(Side, Node, Zone)>,
}

/// Dragging from one tree.
#[hook]
pub fn use_grab(side: Side, tree: NodeRef) -> Grab {
    let send = use_send();
    let handle = use_handle();
    let held = use_mut_ref(|| None::<Held>);
    let tell = {
        let send = send.clone();
        move |action: Action| send.emit(AnyAction::Codebook(codebook::Action::Drag(action)))
    };
    let onpointerdown = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            *held.borrow_mut() = take_up(&event);
        })
    };
    let onpointermove = {
        let (held, tree, tell) = (held.clone(), tree.clone(), tell.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(mut now) = *held.borrow() else {
                return;
            };
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            if !now.moving {
                if (x - now.x).hypot(y - now.y) < SLACK {
                    return;
                }
                now.moving = true;
                if let Some(tree) = tree.cast::<Element>() {
                    // Without capture the drag ends at the edge of the tree, which is no harm.
                    let _ = tree.set_pointer_capture(event.pointer_id());
                }
                tell(Action::Begin(side, now.theme));
            }
            event.prevent_default();
            let over = tree.cast::<Element>().and_then(|tree| row_at(&tree, x, y));
            if over != now.over {
                now.over = over;
                tell(Action::Over(over));
            }
            *held.borrow_mut() = Some(now);
        })
    };
    let onpointerup = {
        let (held, tell) = (held.clone(), tell.clone());
        Callback::from(move |_: PointerEvent| {
            if held.borrow_mut().take().is_some_and(|held| held.moving) {
                tell(Action::Drop);
            }
        })
    };
    let onpointercancel = {
        let (held, tell) = (held.clone(), tell.clone());
        Callback::from(move |_: PointerEvent| {
            if held.borrow_mut().take().is_some_and(|held| held.moving) {
                tell(Action::Cancel);
            }
        })
    };
    let dragging = Callback::from(move |()| {
        let was = held.borrow_mut().take().is_some_and(|held| held.moving);
        let shown = handle.read(|state| {
            let desk = state.desk.as_ref();
            desk.is_some_and(|desk| desk.codebook.drag.is_some())
        });
        if was || shown {
            tell(Action::Cancel);
        }
        was || shown
    });
    Grab {
        onpointerdown,
        onpointermove,
        onpointerup,
        onpointercancel,
        dragging,
    }
}

fn take_up(event: &PointerEvent) -> Option<Held> {
    let target = event.target_dyn_into::<Element>()?;
    let within = |selector| target.closest(selector).ok().flatten();
    let by_grip = within(".grip").is_some();
    if event.button() != 0 || (event.pointer_type() != "mouse" && !by_grip) {
        return None;
    }
    if within("input, button, .branch-fold").is_some() {
        return None;
    }
    let node = within("[data-node]")?.get_attribute("data-node")?;
    let theme = node.parse::<Node>().ok()?.theme()?;
    Some(Held {
        theme,
        x: event.client_x().into(),
        y: event.client_y().into(),
        moving: false,
        over: None,
    })
}

/// The row under a point, whichever tree it is in, and the part of it that is meant.
fn row_at(from: &Element, x: f64, y: f64) -> Option<(Side, Node, Zone)> {
    let root = from.get_root_node();
    let (left, top) = (x as f32, y as f32);
    let hit = match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.element_from_point(left, top),
        None => root.dyn_ref::<Document>()?.element_from_point(left, top),
    }?;
    let tree = hit.closest(".tree").ok().flatten()?;
    scroll_near_edge(&tree, y);
    let row = hit.closest("[data-node]").ok().flatten()?;
    let side = Side::BOTH
        .into_iter()
        .find(|side| tree.get_attribute("data-focus").as_deref() == Some(side.focus()))?;
    let node = row.get_attribute("data-node")?.parse().ok()?;
    let rect = row.get_bounding_client_rect();
    let part = (y - rect.top()) / rect.height().max(1.0);
    let zone = if part < 0.28 {
        Zone::Before
    } else if part > 0.72 {
        Zone::Behind
    } else {
        Zone::Into
    };
    Some((side, node, zone))
}

fn scroll_near_edge(tree: &Element, y: f64) {
    let rect = tree.get_bounding_client_rect();
    if y - rect.top() < EDGE {
        tree.set_scroll_top(tree.scroll_top() - SCROLL);
    } else if rect.bottom() - y < EDGE {
        tree.set_scroll_top(tree.scroll_top() + SCROLL);
    }
}
