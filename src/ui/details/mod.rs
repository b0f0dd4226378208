//! The overview of a study: what comes next, its participants, its details, its guide, its team.

pub mod attributes;
pub mod bin;
pub mod guide;
pub mod next;
pub mod people;
pub mod person;
pub mod record;
pub mod team;
pub mod who;

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::field::DetailsField;
use crate::app::import;
use crate::app::start::view::title;
use crate::study::record::details::{Numbering, Vocabulary};
use crate::ui::atom::field::Field;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use guide::Guide;
use next::Next;
use people::People;
use team::Team;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const VOCABULARIES: [(Vocabulary, &str); 3] = [
    (Vocabulary::InitialTheme, "vocabulary-initial-theme"),
    (Vocabulary::Experiential, "vocabulary-experiential"),
    (Vocabulary::Emergent, "vocabulary-emergent"),
];

const NUMBERINGS: [(Numbering, &str); 2] = [
    (Numbering::PerTranscript, "numbering-per-transcript"),
    (Numbering::RunningOn, "numbering-running-on"),
];

/// The overview.
#[component]
pub fn Overview() -> Html {
    let messages = use_messages();
    let send = use_send();
    let name = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.map_or(String::new(), |desk| {
            title(state, &desk.study().details.title)
        })
    });
    let import = send.reform(|_: MouseEvent| AnyAction::Import(import::Action::Pick));
    html! {
        <div class="page details">
            <header class="details-head">
                <div>
                    <p class="eyebrow">{ messages.text("page-overview") }</p>
                    <h1>{ &*name }</h1>
                </div>
                <button type="button" onclick={import}>
                    <Glyph icon={Icon::Open} />{ messages.text("import-transcripts") }
                </button>
            </header>
            <Next />
            <People />
            <Fields />
            <Guide />
            <Team />
        </div>
    }
}

/// The study's details, edited in place.
#[component]
fn Fields() -> Html {
    let messages = use_messages();
    let send = use_send().reform(AnyAction::Details);
    let details = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.map(|desk| desk.study().details.clone())
    });
    let Some(details) = &*details else {
        return html! { <section /> };
    };
    let field = |field: DetailsField| {
        let onfinish = send.reform(move |value| Action::SetDetails(field, value));
        html! {
            <Field
                key={field.message()} label={messages.text(field.message())}
                value={field.of(details).clone()} long={field.is_long()} {onfinish}
            />
        }
    };
    let vocabulary = chosen(&VOCABULARIES, &send, Action::SetVocabulary);
    let numbering = chosen(&NUMBERINGS, &send, Action::SetNumbering);
    html! {
        <section class="details-section" aria-labelledby="details-fields">
            <h2 id="details-fields">{ messages.text("overview-details") }</h2>
            <div class="details-fields details-titled">
                { for DetailsField::ALL.iter().map(|one| field(*one)) }
                <label class="field">
                    <span class="field-label">{ messages.text("vocabulary") }</span>
                    <select onchange={vocabulary}>
                        { options(&VOCABULARIES, details.vocabulary, &messages) }
                    </select>
                    <span class="field-hint">{ messages.text("vocabulary-hint") }</span>
                </label>
                <label class="field">
                    <span class="field-label">{ messages.text("numbering") }</span>
                    <select onchange={numbering}>
                        { options(&NUMBERINGS, details.numbering, &messages) }
                    </select>
                    <span class="field-hint">{ messages.text("numbering-hint") }</span>
                </label>
            </div>
        </section>
    }
}

fn chosen<T: Copy + 'static>(
    among: &'static [(T, &'static str)],
    send: &Callback<Action>,
    action: fn(T) -> Action,
) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let place = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some((value, _)) = place.and_then(|place| among.get(place)) {
            send.emit(action(*value));
        }
    })
}

fn options<T: Copy + PartialEq>(
    among: &[(T, &'static str)],
    now: T,
    messages: &crate::app::message::Messages,
) -> Html {
    among
        .iter()
        .map(|(value, key)| {
            html! { <option key={*key} selected={*value == now}>{ messages.text(key) }</option> }
        })
        .collect()
}
