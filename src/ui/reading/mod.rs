//! The workspace: a transcript between its margins, with the line above it, the find bar, the
//! palette and the line below.
//!
//! Everything that scrolls stands in one element as high as the whole transcript; only what is near
//! the window is in it. Lengths come from `app::reading::viewport`, so that arithmetic and picture
//! agree.

mod draft;
mod entry;
mod find;
mod head;
mod lines;
mod margin;
mod overlay;
mod palette;
mod print;
mod room;
mod row;
mod sheet;
mod status;
mod typed;

use crate::app::reading::head as view;
use crate::app::reading::margin::Side;
use crate::app::reading::viewport::Shape;
use crate::ui::handle::{use_messages, use_view};
use find::FindBar;
use head::Head;
use lines::Lines;
use margin::Margin;
use palette::Palette;
use print::Printed;
use room::{Sample, use_room};
use sheet::Sheet;
use status::Status;
use yew::prelude::*;

/// The workspace of the transcript that the page shows.
#[component]
pub fn Workspace() -> Html {
    let messages = use_messages();
    let head = use_view(view::view);
    let setup = use_view(view::setup);
    let printing = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.is_some_and(|desk| desk.reading.printing)
    });
    let room = use_room();
    let (Some(head), Some(setup)) = (&*head, *setup) else {
        return html! {
            <div class="reading reading-waits">
                <p class="soft" role="status">{ messages.text("reading-opening") }</p>
            </div>
        };
    };
    let shape = match setup.shape {
        Shape::Wide => "reading-wide",
        Shape::Medium => "reading-medium",
        Shape::Narrow => "reading-narrow",
    };
    let lengths = format!(
        "--letter:{}.{}px;--row:{}px;--label:{}px;--gutter:{}px;--words:{}px;--side:{}px",
        setup.letter / 10,
        setup.letter % 10,
        setup.row,
        setup.label,
        setup.gutter,
        setup.text,
        setup.margin,
    );
    let sides = match head.swapped {
        false => (Side::Statements, Side::Notes),
        true => (Side::Notes, Side::Statements),
    };
    let shown = |side: Side| match setup.shape {
        Shape::Wide => true,
        Shape::Medium => head.side == side,
        Shape::Narrow => false,
    };
    html! {
        <div class={classes!("reading", shape, printing.then_some("reading-printing"))} ~style={lengths}>
            <Head />
            <FindBar />
            <div class="reading-scroll" ref={room.scroller.clone()} onscroll={room.onscroll.clone()}>
                <Sample node={room.sample.clone()} />
                <div class="reading-columns">
                    if shown(sides.0) {
                        <Margin side={sides.0} left={true} />
                    }
                    if head.loaded {
                        <div class="reading-middle">
                            <Lines scroller={room.scroller.clone()} />
                            if setup.shape != Shape::Narrow {
                                <Palette scroller={room.scroller.clone()} />
                            }
                        </div>
                    } else {
                        <p class="reading-waits soft" role="status">{ messages.text("reading-opening") }</p>
                    }
                    if shown(sides.1) {
                        <Margin side={sides.1} left={false} />
                    }
                </div>
            </div>
            <Sheet />
            if setup.shape == Shape::Narrow {
                <Palette scroller={room.scroller.clone()} />
            }
            <Status />
            if *printing {
                <Printed />
            }
        </div>
    }
}
