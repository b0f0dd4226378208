//! What can be decided about a file before it is stored.

use super::speakers::{Speakers, checked};
use crate::app::action::Action;
use crate::app::import;
use crate::app::import::form::Setting;
use crate::app::import::person::Who;
use crate::app::import::view::Ready;
use crate::app::message::Messages;
use crate::app::reading::name::kind_key;
use crate::study::id::Id;
use crate::study::record::transcript::TranscriptKind;
use crate::ui::atom::field::Field;
use crate::ui::handle::{use_messages, use_send};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Of which file.
    pub number: u32,
    /// What it will be.
    pub ready: Ready,
}

const KINDS: [TranscriptKind; 4] = [
    TranscriptKind::Interview,
    TranscriptKind::FieldNote,
    TranscriptKind::Diary,
    TranscriptKind::Other,
];

/// The encodings to choose from, by their WHATWG names.
const ENCODINGS: [&str; 20] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "macintosh",
    "KOI8-R",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
];

const ANOTHER: &str = "another";

/// The form.
#[component]
pub fn Form(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let (number, ready) = (props.number, &props.ready);
    let set = move |setting| Action::Import(import::Action::Set(number, setting));
    let typed = |setting: fn(String) -> Setting| send.reform(move |text| set(setting(text)));
    let ticked =
        |setting: fn(bool) -> Setting| send.reform(move |event| set(setting(checked(&event))));
    let apply =
        send.reform(move |_: MouseEvent| Action::Import(import::Action::ApplyToAll(number)));
    let measure = ready.form.measure;
    html! {
        <form class="import-form" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <fieldset class="import-part">
                <legend>{ messages.text("import-about") }</legend>
                { participant(number, ready, &messages, &send) }
                <div class="import-pair">
                    { kind(number, ready, &messages, &send) }
                    <Field
                        label={messages.text("import-number")} kind="number"
                        value={ready.number.to_string()} onfinish={typed(Setting::Number)}
                        wrong={ready.number_taken}
                        hint={AttrValue::from(messages.text(match ready.number_taken {
                            true => "import-number-taken",
                            false => "import-number-hint",
                        }))}
                    />
                    <Field
                        label={messages.text("import-wave")} list="import-waves"
                        value={ready.form.wave.clone()} onfinish={typed(Setting::Wave)}
                        hint={AttrValue::from(messages.text("import-wave-hint"))}
                    />
                    <datalist id="import-waves">
                        { for ready.waves.iter().map(|wave| html! {
                            <option key={wave.clone()} value={wave.clone()} />
                        }) }
                    </datalist>
                    <Field
                        label={messages.text("import-date")} kind="date"
                        value={ready.form.date.clone()} onfinish={typed(Setting::Date)}
                    />
                </div>
            </fieldset>
            <Speakers {number} ready={ready.clone()} />
            <fieldset class="import-part">
                <legend>{ messages.text("import-layout") }</legend>
                <div class="import-pair">
                    <Field
                        label={messages.text("import-columns")} kind="number"
                        value={measure.columns.to_string()} onfinish={typed(Setting::Columns)}
                    />
                    if !measure.source_pages {
                        <Field
                            label={messages.text("import-lines")} kind="number"
                            value={measure.lines_per_page.to_string()} onfinish={typed(Setting::Lines)}
                        />
                    }
                </div>
                if let Some(pages) = ready.source_pages {
                    <label class="import-check">
                        <input
                            type="checkbox" checked={measure.source_pages}
                            onchange={ticked(Setting::SourcePages)}
                        />
                        { messages.with("import-source-pages", &[("count", pages.into())]) }
                    </label>
                }
                <p class="soft small">{ messages.text("import-layout-hint") }</p>
            </fieldset>
            if ready.comments > 0 {
                <label class="import-check">
                    <input
                        type="checkbox" checked={ready.form.comments}
                        onchange={ticked(Setting::Comments)}
                    />
                    { messages.with("import-comments", &[("count", ready.comments.into())]) }
                </label>
            }
            { encoding(number, ready, &messages, &send) }
            if ready.others > 0 {
                <div class="import-apply">
                    <button type="button" onclick={apply}>
                        { messages.with("import-apply", &[("count", ready.others.into())]) }
                    </button>
                    <p class="soft small">{ messages.text("import-apply-hint") }</p>
                </div>
            }
        </form>
    }
}

fn chosen(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|select| select.value())
        .unwrap_or_default()
}

fn key_of(who: Who) -> String {
    match who {
        Who::Known(id) => id.to_string(),
        Who::New(number) => format!("new-{number}"),
    }
}

fn who_of(key: &str) -> Option<Setting> {
    if key == ANOTHER {
        return Some(Setting::Another);
    }
    let who = match key.strip_prefix("new-") {
        Some(number) => Who::New(number.parse().ok()?),
        None => Who::Known(Id::from_hex(key)?.into()),
    };
    Some(Setting::Whose(who))
}

fn participant(number: u32, ready: &Ready, messages: &Messages, send: &Callback<Action>) -> Html {
    let set = move |setting| Action::Import(import::Action::Set(number, setting));
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            if let Some(setting) = who_of(&chosen(&event)) {
                send.emit(set(setting));
            }
        })
    };
    let current = key_of(ready.form.who);
    let option = |key: String, name: String| {
        html! {
            <option key={key.clone()} selected={key == current} value={key.clone()}>{ name }</option>
        }
    };
    let gone = match ready.form.who {
        Who::Known(id) => ready.known.iter().all(|(known, _)| *known != id),
        Who::New(_) => false,
    };
    let known = ready
        .known
        .iter()
        .map(|(id, name)| option(key_of(Who::Known(*id)), name.clone()));
    let newcomers = ready.newcomers.iter().map(|(new, name)| {
        let name = messages.with("import-new-option", &[("name", name.as_str().into())]);
        option(key_of(Who::New(*new)), name)
    });
    let hint = ready.label_fault.unwrap_or("import-label-hint");
    html! {
        <>
            <label class="field">
                <span class="field-label">{ messages.text("import-participant") }</span>
                <select {onchange} data-focus="import-participant">
                    if gone {
                        { option(current.clone(), String::new()) }
                    }
                    if !ready.known.is_empty() {
                        <optgroup label={messages.text("import-known")}>{ for known }</optgroup>
                    }
                    <optgroup label={messages.text("import-new")}>
                        { for newcomers }
                        { option(ANOTHER.to_owned(), messages.text("import-another")) }
                    </optgroup>
                </select>
            </label>
            if let Some(newcomer) = &ready.newcomer {
                <div class="import-pair">
                    <Field
                        label={messages.text("import-label")} focus="import-label"
                        value={newcomer.label.clone()}
                        onfinish={send.reform(move |text| set(Setting::Label(text)))}
                        wrong={ready.label_fault.is_some()}
                        hint={AttrValue::from(messages.text(hint))}
                    />
                    <Field
                        label={messages.text("import-pseudonym")}
                        value={newcomer.pseudonym.clone()}
                        onfinish={send.reform(move |text| set(Setting::Pseudonym(text)))}
                    />
                </div>
            }
        </>
    }
}

fn kind(number: u32, ready: &Ready, messages: &Messages, send: &Callback<Action>) -> Html {
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let key = chosen(&event);
            if let Some(kind) = KINDS.into_iter().find(|kind| kind_key(*kind) == key) {
                let setting = Setting::Kind(kind);
                send.emit(Action::Import(import::Action::Set(number, setting)));
            }
        })
    };
    html! {
        <label class="field">
            <span class="field-label">{ messages.text("import-kind") }</span>
            <select {onchange}>
                { for KINDS.into_iter().map(|kind| html! {
                    <option
                        key={kind_key(kind)} value={kind_key(kind)}
                        selected={kind == ready.form.kind}
                    >
                        { messages.text(kind_key(kind)) }
                    </option>
                }) }
            </select>
        </label>
    }
}

fn encoding(number: u32, ready: &Ready, messages: &Messages, send: &Callback<Action>) -> Html {
    let Some(encoding) = &ready.encoding else {
        return html! { <div class="import-encoding" /> };
    };
    let onchange = send.reform(move |event: Event| {
        let setting = Setting::Encoding(chosen(&event));
        Action::Import(import::Action::Set(number, setting))
    });
    let found = encoding.label.as_str();
    let other = (!ENCODINGS.contains(&found)).then_some(found);
    html! {
        <label class="field import-encoding">
            <span class="field-label">{ messages.text("import-encoding") }</span>
            <select {onchange}>
                { for other.into_iter().chain(ENCODINGS).map(|label| {
                    let key = format!("encoding-{label}");
                    let name = match messages.has(&key) {
                        true => messages.text(&key),
                        false => label.to_owned(),
                    };
                    html! {
                        <option key={label.to_owned()} value={label.to_owned()} selected={label == found}>
                            { name }
                        </option>
                    }
                }) }
            </select>
            <span class="field-hint">{ messages.text("import-encoding-hint") }</span>
        </label>
    }
}
