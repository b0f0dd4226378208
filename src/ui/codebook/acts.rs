//! The buttons for what can be done with the chosen themes.

use crate::app::action::Action as AnyAction;
use crate::app::codebook::key::Deed;
use crate::app::codebook::{Action, Side};
use crate::app::state::State;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// Which tree.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The tree whose themes are chosen.
    pub side: Side,
}

#[derive(PartialEq)]
struct View {
    count: usize,
    owned: bool,
    placed: bool,
    retired: bool,
}

fn view(state: &State, side: Side) -> View {
    let nothing = View {
        count: 0,
        owned: false,
        placed: false,
        retired: false,
    };
    let Some(desk) = &state.desk else {
        return nothing;
    };
    let themes: Vec<_> = desk
        .chosen_themes(side)
        .into_iter()
        .filter_map(|id| desk.study().live_theme(id))
        .collect();
    View {
        count: themes.len(),
        owned: !themes.is_empty() && themes.iter().all(|theme| theme.owner.is_some()),
        placed: themes.iter().any(|theme| theme.under.is_some()),
        retired: themes.iter().any(|theme| theme.retired),
    }
}

/// The buttons for the chosen themes.
#[component]
pub fn Acts(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let side = props.side;
    let view = use_view(move |state| view(state, side));
    if view.count == 0 || view.retired {
        return html! { <div class="acts" hidden=true /> };
    }
    let button = |deed: Deed, key: &'static str, icon: Option<Icon>| {
        let onclick = send.reform(move |_: MouseEvent| AnyAction::Codebook(Action::Do(side, deed)));
        html! {
            <button type="button" class="quiet" {onclick}>
                if let Some(icon) = icon {
                    <Glyph {icon} />
                }
                { messages.text(key) }
            </button>
        }
    };
    html! {
        <div class="acts" role="group" aria-label={messages.text("codebook-acts")}>
            if view.count == 1 {
                { button(Deed::Rename, "codebook-rename", Some(Icon::Pen)) }
                { button(Deed::NewBeneath, "codebook-new-beneath", Some(Icon::Plus)) }
            }
            { button(Deed::Nest, "codebook-nest", Some(Icon::Tree)) }
            if view.owned {
                { button(Deed::PlaceUnder, "codebook-place", None) }
            }
            if view.owned && view.placed {
                { button(Deed::TakeOut, "codebook-take-out", None) }
            }
            { button(Deed::Merge, "codebook-merge", Some(Icon::Merge)) }
            { button(Deed::Retire, "codebook-retire", None) }
            { button(Deed::Bin, "codebook-bin", Some(Icon::Bin)) }
        </div>
    }
}
