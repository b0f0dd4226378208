//! Measures the room that the screen gives and tells the state how far it is scrolled, no more often
//! than lines have to be made or may be forgotten.

use crate::app::action::Action;
use crate::app::reading;
use crate::platform::listener::observe_resize;
use crate::ui::handle::{use_handle, use_view};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// So many rows are scrolled before the state is told.
const STEP: u32 = 4;
/// Words as people speak, by which the width of a letter is measured.
const SAMPLE: &str = "and people look at me as if I had always been there, you know, it is odd";
/// Room for lines with more wide letters than the sample has.
const SLACK: f64 = 1.1;

/// What the workspace hangs into its elements.
pub struct Room {
    /// What scrolls.
    pub scroller: NodeRef,
    /// The sample that is measured.
    pub sample: NodeRef,
    /// It was scrolled.
    pub onscroll: Callback<Event>,
}

/// What the sample is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its element.
    pub node: NodeRef,
}

/// A line of words that nobody sees.
#[component]
pub fn Sample(props: &Props) -> Html {
    html! {
        <span class="reading-sample" aria-hidden="true" ref={props.node.clone()}>{ SAMPLE }</span>
    }
}

/// Keeps the state informed about the room, and scrolls where the state says.
#[hook]
pub fn use_room() -> Room {
    let handle = use_handle();
    let scroller = use_node_ref();
    let sample = use_node_ref();
    let told = use_mut_ref(|| 0_u32);
    let view = use_view(|state| {
        let desk = state.desk.as_ref()?;
        let viewport = &desk.reading.viewport;
        Some((desk.reading.transcript, viewport.jumps))
    });
    let there = (*view).is_some();
    {
        let (handle, sample) = (handle.clone(), sample.clone());
        use_effect_with((scroller.clone(), there), move |(scroller, _)| {
            let watched = scroller.cast::<Element>().and_then(|element| {
                let known = Rc::new(Cell::new((0, 0, 0)));
                let scroller = element.clone();
                observe_resize(&element, move |_, _| {
                    let size = (
                        whole(f64::from(scroller.client_width())),
                        whole(f64::from(scroller.client_height())),
                        cell(&sample),
                    );
                    if size.0 > 0 && known.replace(size) != size {
                        let sized = reading::Action::Sized(size.0, size.1, size.2);
                        handle.send(Action::Reading(sized));
                    }
                })
                .ok()
            });
            move || drop(watched)
        });
    }
    {
        let told = Rc::clone(&told);
        let handle = handle.clone();
        use_effect_with((scroller.clone(), view), move |(scroller, _)| {
            let top = handle.read(|state| {
                let desk = state.desk.as_ref();
                desk.map_or(0, |desk| desk.reading.viewport.top)
            });
            if let Some(element) = scroller.cast::<Element>() {
                *told.borrow_mut() = top;
                element.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
            }
        });
    }
    let onscroll = {
        let scroller = scroller.clone();
        Callback::from(move |_: Event| {
            let Some(element) = scroller.cast::<Element>() else {
                return;
            };
            let top = whole(f64::from(element.scroll_top()));
            let step = STEP * handle.read(row_height);
            let far = top.abs_diff(*told.borrow()) >= step || (top == 0 && *told.borrow() != 0);
            if far {
                *told.borrow_mut() = top;
                handle.send(Action::Reading(reading::Action::Scrolled(top)));
            }
        })
    };
    Room {
        scroller,
        sample,
        onscroll,
    }
}

fn row_height(state: &crate::app::state::State) -> u32 {
    reading::head::setup(state).map_or(26, |setup| setup.row)
}

/// The width of a cell in thousandths of a letter's size; wide letters take a whole one for two.
fn cell(sample: &NodeRef) -> u32 {
    let width = sample
        .cast::<HtmlElement>()
        .map_or(0, |sample| sample.offset_width());
    let letters = SAMPLE.chars().count() as f64;
    // The sample's letters are 100 pixels tall.
    whole(f64::from(width) * 10.0 * SLACK / letters).max(500)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(length: f64) -> u32 {
    length.max(0.0).round() as u32
}
