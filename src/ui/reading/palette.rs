//! The palette beside what is selected or picked. It is put below the words, above them where there
//! is no room below, and at the foot of a narrow screen.

use super::lines::to_point;
use super::overlay::put;
use super::typed::ThemeField;
use crate::app::action::Action;
use crate::app::reading;
use crate::app::reading::palette::{self, Mode, PaletteView};
use crate::app::reading::viewport::Shape;
use crate::platform::selection;
use crate::study::record::note::NoteKind;
use crate::ui::atom::field::value_of;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What the palette is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What scrolls.
    pub scroller: NodeRef,
}

/// Between the words and the palette.
const GAP: f64 = 8.0;

fn act(action: palette::Action) -> Action {
    Action::Reading(reading::Action::Palette(action))
}

/// The palette.
#[component]
pub fn Palette(props: &Props) -> Html {
    let view = use_view(palette::view);
    let node = use_node_ref();
    {
        let (node, scroller) = (node.clone(), props.scroller.clone());
        use_effect_with(view.clone(), move |view| {
            if let (Some(view), Some(element)) = (&**view, node.cast::<HtmlElement>())
                && view.shape != Shape::Narrow
                && let Some(scroller) = scroller.cast::<Element>()
            {
                stand(view, &element, &scroller);
            }
        });
    }
    let messages = use_messages();
    let send = use_send();
    let Some(view) = &*view else {
        return html! { <div class="palette-none" /> };
    };
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                send.emit(act(palette::Action::Close));
            }
            "ArrowLeft" | "ArrowRight" => walk(&event),
            _ => {}
        })
    };
    html! {
        <div
            class="palette" ref={node} role="group" aria-label={messages.text("reading-palette")}
            {onkeydown}
            // Its buttons leave the selection as it is.
            onmousedown={Callback::from(|event: MouseEvent| {
                let field = event.target_dyn_into::<HtmlElement>();
                if field.is_none_or(|it| !matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA")) {
                    event.prevent_default();
                }
            })}
        >
            { match &view.mode {
                Mode::Buttons => html! { <Buttons view={view.clone()} /> },
                Mode::Theme { typed, .. } => html! {
                    <ThemeField view={view.clone()} typed={typed.clone()} />
                },
                Mode::Correct { text } => html! { <CorrectField text={text.clone()} /> },
            } }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ButtonsProps {
    view: PaletteView,
}

#[component]
fn Buttons(props: &ButtonsProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = &props.view;
    let does = |action: palette::Action| send.reform(move |_: MouseEvent| act(action.clone()));
    let button = |key: &str, focus: bool, action: palette::Action| {
        html! {
            <button
                type="button" class="palette-button"
                data-focus={focus.then_some("reading-palette")}
                title={messages.text(&format!("command-{key}"))}
                onclick={does(action)}
            >
                { messages.text(&format!("palette-{key}")) }
            </button>
        }
    };
    let note = |kind: NoteKind, key: &'static str, class: &'static str| {
        html! {
            <button
                type="button" class={classes!("palette-button", "palette-kind", class)}
                aria-label={messages.text(key)} title={messages.text(key)}
                onclick={does(palette::Action::Note(Some(kind)))}
            >
                { kind.letter() }
            </button>
        }
    };
    html! {
        <>
            <div class="palette-row">
                if view.picked {
                    <button
                        type="button" class="palette-button" data-focus="reading-palette"
                        aria-label={messages.text("command-bin-passage")}
                        title={messages.text("command-bin-passage")}
                        onclick={does(palette::Action::Bin)}
                    >
                        <Glyph icon={Icon::Bin} />
                    </button>
                } else {
                    { button("mark", true, palette::Action::Mark) }
                }
                { note(NoteKind::Descriptive, "command-note-descriptive", "kind-d") }
                { note(NoteKind::Linguistic, "command-note-linguistic", "kind-l") }
                { note(NoteKind::Conceptual, "command-note-conceptual", "kind-c") }
                <button
                    type="button" class="palette-button palette-theme"
                    title={messages.text("command-theme")}
                    onclick={does(palette::Action::Theme)}
                >
                    { &view.theme }
                </button>
            </div>
            <div class="palette-row palette-row-more">
                { button("memo", false, palette::Action::Memo) }
                { button("translate", false, palette::Action::Translate) }
                { button("correct", false, palette::Action::Correct) }
                { button("quote", false, palette::Action::Copy) }
            </div>
            if !view.themes.is_empty() {
                <ul class="palette-tags" aria-label={messages.text("reading-themes-here")}>
                    { for view.themes.iter().map(|tag| {
                        let label = messages.with("reading-take-from", &[("name", tag.name.clone().into())]);
                        html! {
                            <li key={tag.coding.to_string()} class={classes!("palette-tag", format!("tone-{}", tag.tone))}>
                                <span>{ &tag.name }</span>
                                <button
                                    type="button" class="palette-untag" aria-label={label.clone()} title={label}
                                    onclick={does(palette::Action::Uncode(tag.coding))}
                                >
                                    <Glyph icon={Icon::Close} />
                                </button>
                            </li>
                        }
                    }) }
                </ul>
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CorrectProps {
    text: AttrValue,
}

/// The field with the words to correct.
#[component]
fn CorrectField(props: &CorrectProps) -> Html {
    let messages = use_messages();
    let send = use_send();
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                send.emit(act(palette::Action::SaveCorrection));
            }
        })
    };
    html! {
        <div class="palette-form">
            <label class="field">
                <span class="field-label">{ messages.text("reading-correct-label") }</span>
                <textarea
                    data-focus="reading-correct" rows="2" value={props.text.clone()}
                    oninput={send.reform(|event: InputEvent| act(palette::Action::CorrectTo(value_of(&event))))}
                    {onkeydown}
                />
                <span class="field-hint">{ messages.text("reading-correct-hint") }</span>
            </label>
            <div class="palette-row">
                <button type="button" class="primary" onclick={send.reform(|_: MouseEvent| act(palette::Action::SaveCorrection))}>
                    { messages.text("reading-correct-save") }
                </button>
                <button type="button" class="quiet" onclick={send.reform(|_: MouseEvent| act(palette::Action::Close))}>
                    { messages.text("cancel") }
                </button>
            </div>
        </div>
    }
}

/// Puts the palette below the words, else above, else at the lower edge of what is seen.
fn stand(view: &PaletteView, element: &HtmlElement, scroller: &Element) {
    let Ok(Some(scope)) = scroller.query_selector(".lines-scope") else {
        return;
    };
    let frame = scope.get_bounding_client_rect();
    let (width, height) = (
        f64::from(element.offset_width()),
        f64::from(element.offset_height()),
    );
    let seen = f64::from(scroller.scroll_top());
    let room = f64::from(scroller.client_height());
    let (first, last) = (f64::from(view.between.0), f64::from(view.between.1));
    let (below, above) = (last + GAP, first - GAP - height);
    let fits = |top: f64| top >= seen && top + height <= seen + room;
    let order = if view.below {
        [below, above]
    } else {
        [above, below]
    };
    let top = order
        .into_iter()
        .find(|top| fits(*top))
        .unwrap_or(seen + room - height - GAP);
    let rects = selection::rects(&scope, to_point(view.around.0), to_point(view.around.1));
    let edge = if view.below {
        rects.last()
    } else {
        rects.first()
    };
    let head = edge.map_or(0.0, |rect| {
        let x = if view.below {
            rect.left + rect.width
        } else {
            rect.left
        };
        x - frame.left()
    });
    let left = (head - width / 2.0).clamp(0.0, (frame.width() - width).max(0.0));
    put(element, left, top);
}

/// Goes along the buttons with the arrows.
fn walk(event: &KeyboardEvent) {
    let Some(target) = event.target_dyn_into::<HtmlElement>() else {
        return;
    };
    if target.tag_name() != "BUTTON" {
        return;
    }
    let Ok(Some(palette)) = target.closest(".palette") else {
        return;
    };
    let Ok(buttons) = palette.query_selector_all("button") else {
        return;
    };
    let all: Vec<HtmlElement> = (0..buttons.length())
        .filter_map(|place| wasm_bindgen::JsCast::dyn_into(buttons.get(place)?).ok())
        .collect();
    let here = all.iter().position(|button| *button == target).unwrap_or(0);
    let step = if event.key() == "ArrowRight" {
        1
    } else {
        all.len() - 1
    };
    if let Some(next) = all.get((here + step) % all.len()) {
        event.prevent_default();
        event.stop_propagation();
        // A button that left the page meanwhile needs no keyboard.
        let _ = next.focus();
    }
}
