//! The fields of a transcript, in a dialog.

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::field::TranscriptField;
use crate::app::details::view::transcript;
use crate::study::act::bin::Thing;
use crate::study::id::TranscriptId;
use crate::study::record::transcript::{Transcript, TranscriptKind};
use crate::ui::atom::dialog::Dialog;
use crate::ui::atom::field::Field;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const KINDS: [(TranscriptKind, &str); 4] = [
    (TranscriptKind::Interview, "kind-interview"),
    (TranscriptKind::FieldNote, "kind-field-note"),
    (TranscriptKind::Diary, "kind-diary"),
    (TranscriptKind::Other, "kind-other"),
];

/// Which transcript.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The transcript.
    pub id: TranscriptId,
}

/// The dialog. Each field is kept as soon as it is finished.
#[component]
pub fn Record(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let id = props.id;
    let shown = use_view(move |state| transcript(state, id));
    let close = send.reform(|()| AnyAction::CloseDialog);
    let does = send.reform(AnyAction::Details);
    let Some((name, transcript)) = &*shown else {
        return html! { <span /> };
    };
    let field = |field: TranscriptField| {
        let onfinish = does.reform(move |value| Action::SetTranscript(id, field, value));
        let hint = format!("{}-hint", field.message());
        let explained = matches!(field, TranscriptField::Title | TranscriptField::Mode);
        html! {
            <Field
                key={field.message()} label={messages.text(field.message())}
                value={field.of(transcript).clone()} long={field.is_long()}
                kind={if field == TranscriptField::Date { "date" } else { "text" }}
                hint={explained.then(|| AttrValue::from(messages.text(&hint)))}
                {onfinish}
            />
        }
    };
    let onkind = {
        let does = does.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let place = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            if let Some((kind, _)) = place.and_then(|place| KINDS.get(place)) {
                does.emit(Action::SetKind(id, *kind));
            }
        })
    };
    let onnumber = {
        let does = does.clone();
        Callback::from(move |value: String| {
            if let Ok(number) = value.trim().parse() {
                does.emit(Action::SetNumber(id, number));
            }
        })
    };
    let bin = does.reform(move |_: MouseEvent| Action::Bin(Thing::Transcript(id)));
    html! {
        <Dialog class="record" heading={messages.text("transcript-heading")} onclose={close.clone()}>
            <p class="soft">{ name }</p>
            <div class="record-fields">
                <label class="field">
                    <span class="field-label">{ messages.text("transcript-kind") }</span>
                    <select onchange={onkind}>
                        { for KINDS.iter().map(|(kind, key)| html! {
                            <option key={*key} selected={*kind == transcript.kind}>
                                { messages.text(key) }
                            </option>
                        }) }
                    </select>
                </label>
                <Field
                    label={messages.text("transcript-number")} kind="number"
                    value={transcript.number.to_string()} onfinish={onnumber}
                />
                { for TranscriptField::ALL.iter().map(|one| field(*one)) }
            </div>
            <Speakers {id} transcript={transcript.clone()} />
            <div class="dialog-foot record-foot">
                <button type="button" class="quiet danger" onclick={bin}>
                    <Glyph icon={Icon::Bin} />{ messages.text("transcript-bin") }
                </button>
                <button type="button" class="primary" onclick={close.reform(|_: MouseEvent| ())}>
                    { messages.text("done") }
                </button>
            </div>
        </Dialog>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SpeakersProps {
    id: TranscriptId,
    transcript: Transcript,
}

/// Who speaks, and who of them asks.
#[component]
fn Speakers(props: &SpeakersProps) -> Html {
    let messages = use_messages();
    let send = use_send().reform(AnyAction::Details);
    let id = props.id;
    html! {
        <fieldset class="speakers">
            <legend>{ messages.text("transcript-speakers") }</legend>
            { for props.transcript.speakers.iter().enumerate().map(|(place, speaker)| {
                let onfinish = send.reform(move |name| Action::SetSpeaker(id, place, name));
                let send = send.clone();
                let onchange = Callback::from(move |event: Event| {
                    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                        send.emit(Action::SetInterviewer(id, place, input.checked()));
                    }
                });
                let number = [("number", (place + 1).into())];
                html! {
                    <div key={place} class="speaker">
                        <Field
                            label={messages.with("transcript-speaker", &number)}
                            value={speaker.name.clone()} {onfinish}
                        />
                        <label class="speaker-asks">
                            <input type="checkbox" checked={speaker.interviewer} {onchange} />
                            <span>{ messages.text("transcript-asks") }</span>
                        </label>
                    </div>
                }
            }) }
        </fieldset>
    }
}
