//! Fields that hand their value on when it is finished, not at every key; a long one also at every
//! pause.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

/// How long one pauses before a long text is kept.
const PAUSE: Duration = Duration::from_millis(1500);

/// What a field shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name.
    pub label: AttrValue,
    /// The value that is kept.
    pub value: AttrValue,
    /// A finished value: the field lost the keyboard, or Enter was pressed.
    pub onfinish: Callback<String>,
    /// A line below it that explains.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether it takes several lines.
    #[prop_or_default]
    pub long: bool,
    /// The kind of input, `text` unless said.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// Whether the label is for screen readers only.
    #[prop_or_default]
    pub bare: bool,
    /// By which effects find it to give it the keyboard.
    #[prop_or_default]
    pub focus: Option<AttrValue>,
    /// An example of a value.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The id of a list of values to choose from.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// Whether the value cannot stay as it is; the hint says why.
    #[prop_or_default]
    pub wrong: bool,
}

/// A labelled field. Escape puts the kept value back.
#[component]
pub fn Field(props: &Props) -> Html {
    let draft = use_state(|| None::<String>);
    let shown = match &*draft {
        Some(draft) => AttrValue::from(draft.clone()),
        None => props.value.clone(),
    };
    let finish = {
        let (draft, onfinish, value) = (draft.clone(), props.onfinish.clone(), props.value.clone());
        move || {
            if let Some(text) = &*draft
                && *text != *value
            {
                onfinish.emit(text.clone());
            }
            draft.set(None);
        }
    };
    // What is written at length is kept while it is written, not only when it is finished.
    {
        let (onfinish, value, long) = (props.onfinish.clone(), props.value.clone(), props.long);
        use_effect_with((*draft).clone(), move |draft| {
            let waiting = Rc::new(Cell::new(true));
            if let Some(text) = draft.clone().filter(|text| long && **text != *value) {
                let waiting = Rc::clone(&waiting);
                spawn_local(async move {
                    sleep(PAUSE).await;
                    if waiting.get() {
                        onfinish.emit(text);
                    }
                });
            }
            move || waiting.set(false)
        });
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(value_of(&event))))
    };
    let onblur = {
        let finish = finish.clone();
        Callback::from(move |_: FocusEvent| finish())
    };
    let onkeydown = {
        let long = props.long;
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let command = event.ctrl_key() || event.meta_key();
            match event.key().as_str() {
                "Enter" if !long || command => finish(),
                "Escape" if draft.is_some() => {
                    event.stop_propagation();
                    event.prevent_default();
                    draft.set(None);
                }
                _ => {}
            }
        })
    };
    let label_class = if props.bare { "unseen" } else { "field-label" };
    html! {
        <label class="field">
            <span class={label_class}>{ &props.label }</span>
            if props.long {
                <textarea
                    value={shown}
                    rows="3"
                    placeholder={props.placeholder.clone()}
                    data-focus={props.focus.clone()}
                    {oninput} {onblur} {onkeydown}
                />
            } else {
                <input
                    type={props.kind.clone()}
                    aria-invalid={props.wrong.then_some("true")}
                    value={shown}
                    list={props.list.clone()}
                    placeholder={props.placeholder.clone()}
                    data-focus={props.focus.clone()}
                    {oninput} {onblur} {onkeydown}
                />
            }
            if let Some(hint) = &props.hint {
                <span class={classes!("field-hint", props.wrong.then_some("danger"))}>{ hint }</span>
            }
        </label>
    }
}

/// The value of the field that an event comes from.
#[must_use]
pub fn value_of(event: &InputEvent) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>();
    let area = event.target_dyn_into::<HtmlTextAreaElement>();
    match (input, area) {
        (Some(input), _) => input.value(),
        (_, Some(area)) => area.value(),
        _ => String::new(),
    }
}
