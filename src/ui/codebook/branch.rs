//! One row of a tree: fold, colour, wording, whose it is, what it rests on.

use super::tree::row_id;
use crate::app::action::Action as AnyAction;
use crate::app::codebook::drag::Zone;
use crate::app::codebook::key::Deed;
use crate::app::codebook::outline::Node;
use crate::app::codebook::row::RowView;
use crate::app::codebook::{Action, Side, walk};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_handle, use_messages, use_send};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A row.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In which tree.
    pub side: Side,
    /// What it shows.
    pub view: Rc<RowView>,
}

/// A row of a tree.
#[component]
pub fn Branch(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let handle = use_handle();
    let view = &*props.view;
    let (side, node) = (props.side, view.node);
    let onclick = {
        let send = send.clone();
        Callback::from(move |event: MouseEvent| {
            let mac = handle.read(|state| state.device.mac);
            let command = if mac {
                event.meta_key()
            } else {
                event.ctrl_key()
            };
            let action = walk::clicked(side, node, command, event.shift_key());
            send.emit(AnyAction::Codebook(action));
        })
    };
    let onturn = {
        let send = send.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            send.emit(AnyAction::Codebook(Action::Turn(side, node)));
        })
    };
    let ondblclick =
        send.reform(move |_: MouseEvent| AnyAction::Codebook(Action::Do(side, Deed::Rename)));
    let kind = match (node, view.owner.is_some()) {
        (Node::Person(_), _) => "branch-person",
        (_, true) => "branch-leaf",
        _ => "",
    };
    let drop = match view.drop {
        Some(Zone::Before) => Some("drop-before"),
        Some(Zone::Into) => Some("drop-into"),
        Some(Zone::Behind) if view.open == Some(true) => Some("drop-first"),
        Some(Zone::Behind) => Some("drop-behind"),
        None => None,
    };
    let class = classes!(
        "branch",
        kind,
        view.current.then_some("current"),
        view.dragged.then_some("dragged"),
        drop,
        format!("deep-{}", view.depth.min(9)),
        format!("tone-{}", view.colour),
    );
    html! {
        <div
            id={row_id(side, node)} {class} role="treeitem"
            aria-level={view.depth.to_string()}
            aria-posinset={view.place.to_string()}
            aria-setsize={view.siblings.to_string()}
            aria-expanded={view.open.map(|open| open.to_string())}
            aria-selected={view.selected.to_string()}
            data-row={view.index.to_string()}
            data-node={node.to_string()}
            {onclick} {ondblclick}
        >
            <span class="branch-fold" aria-hidden="true" onclick={view.open.map(|_| onturn)}>
                if let Some(open) = view.open {
                    <Glyph icon={if open { Icon::Down } else { Icon::Right }} />
                }
            </span>
            if view.naming {
                <Wording name={view.name.clone()} />
            } else {
                { words(side, view, &messages) }
            }
            if matches!(node, Node::Theme(_)) && !view.naming {
                <span class="grip" aria-hidden="true" title={messages.with("codebook-grip", &[("name", view.name.as_str().into())])} />
            }
        </div>
    }
}

fn words(side: Side, view: &RowView, messages: &crate::app::message::Messages) -> Html {
    let count = view.count;
    let counted = [("count", count.all.into()), ("people", count.people.into())];
    let title = [
        ("own", count.own.into()),
        ("all", count.all.into()),
        ("people", count.people.into()),
    ];
    let person = matches!(view.node, Node::Person(_));
    // A participant's own theme is said by one participant: that goes without saying.
    let of_study = side == Side::Study && view.owner.is_none();
    html! {
        <>
            if !person {
                <span class="branch-tone" aria-hidden="true" />
            }
            <span class="branch-name">{ &view.name }</span>
            if let Some(owner) = &view.owner {
                <span class="unseen">{ ", " }{ messages.with("codebook-row-own", &[("name", owner.as_str().into())]) }</span>
                <span class="branch-owner" aria-hidden="true">{ owner }</span>
            }
            if !view.level.is_empty() {
                <span class="unseen">{ ", " }</span>
                <span class={if view.high { "branch-level" } else { "unseen" }}>{ &view.level }</span>
            }
            if !person {
                <span class="unseen">{ ", " }{ messages.with("codebook-row-count", &counted) }</span>
                <span class="branch-count" aria-hidden="true" title={messages.with("codebook-count-title", &title)}>
                    if count.all > 0 {
                        { count.all }
                        if of_study {
                            <span class="branch-people"><Glyph icon={Icon::Person} />{ count.people }</span>
                        }
                    }
                </span>
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WordingProps {
    name: String,
}

/// The field in which a theme is worded in its row.
#[component]
fn Wording(props: &WordingProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let node = use_node_ref();
    let value = |node: &NodeRef| {
        let input = node.cast::<HtmlInputElement>();
        input.map_or(String::new(), |input| input.value())
    };
    use_effect_with(node.clone(), |node| {
        if let Some(input) = node.cast::<HtmlInputElement>() {
            // A field that left the page meanwhile needs no keyboard.
            let _ = input.focus();
            input.select();
        }
    });
    let onkeydown = {
        let (send, node) = (send.clone(), node.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let action = match event.key().as_str() {
                "Enter" => Some(Action::Name(value(&node), true)),
                "Escape" => Some(Action::CancelName),
                _ => None,
            };
            event.stop_propagation();
            if let Some(action) = action {
                event.prevent_default();
                send.emit(AnyAction::Codebook(action));
            }
        })
    };
    let onblur = {
        let node = node.clone();
        send.reform(move |_: FocusEvent| AnyAction::Codebook(Action::Name(value(&node), false)))
    };
    let stay = Callback::from(|event: MouseEvent| event.stop_propagation());
    html! {
        <input
            class="branch-wording" type="text" ref={node}
            value={props.name.clone()}
            aria-label={messages.text("codebook-name")}
            placeholder={messages.text("codebook-name-hint")}
            data-focus="codebook-name"
            {onkeydown} {onblur} onclick={stay.clone()} ondblclick={stay}
        />
    }
}
