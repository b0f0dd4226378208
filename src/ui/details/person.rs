//! A participant's page: the person, attributes, transcripts.

use super::attributes::Attributes;
use crate::app::action::Action as AnyAction;
use crate::app::desk::Page;
use crate::app::details::Action;
use crate::app::details::field::PersonField;
use crate::app::details::view::{PersonView, person};
use crate::app::dialog::Dialog;
use crate::app::import;
use crate::app::message::Messages;
use crate::study::act::bin::Thing;
use crate::study::id::ParticipantId;
use crate::ui::atom::field::Field;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// Which participant.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The participant.
    pub id: ParticipantId,
}

/// The page.
#[component]
pub fn Person(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let id = props.id;
    let shown = use_view(move |state| {
        let loading = state
            .desk
            .as_ref()
            .is_some_and(|desk| !desk.loading.is_empty());
        (person(state, id), loading)
    });
    let (Some(view), _) = &*shown else {
        let key = if shown.1 {
            "person-loading"
        } else {
            "person-gone"
        };
        return html! {
            <div class="page">
                <h1>{ messages.text("page-participant") }</h1>
                <p role="status">{ messages.text(key) }</p>
            </div>
        };
    };
    let label = view.person.label.as_str();
    let import = send.reform(|_: MouseEvent| AnyAction::Import(import::Action::Pick));
    let bin =
        send.reform(move |_: MouseEvent| AnyAction::Details(Action::Bin(Thing::Participant(id))));
    let field = |field: PersonField| {
        let onfinish =
            send.reform(move |value| AnyAction::Details(Action::SetPerson(id, field, value)));
        let focus = (field == PersonField::Pseudonym).then_some(AttrValue::Static("pseudonym"));
        html! {
            <Field
                key={field.message()} label={messages.text(field.message())}
                value={field.of(&view.person).clone()} long={field.is_long()} {focus} {onfinish}
            />
        }
    };
    html! {
        <div class="page details">
            <header class="details-head">
                <div>
                    <p class="eyebrow">{ messages.text("page-participant") }</p>
                    <h1>{ format!("{label} {}", view.person.pseudonym) }</h1>
                </div>
                <button type="button" onclick={import}>
                    <Glyph icon={Icon::Open} />
                    { messages.with("import-for", &[("label", label.into())]) }
                </button>
            </header>
            <section class="details-section">
                <h2 id="person-transcripts">{ messages.text("person-transcripts") }</h2>
                { transcripts(view, &messages, &send) }
            </section>
            <section class="details-section" aria-label={messages.text("page-participant")}>
                <div class="details-fields">
                    { for PersonField::ALL.iter().map(|one| field(*one)) }
                </div>
            </section>
            <Attributes
                {id} study={view.study} attributes={view.person.attributes.clone()}
                names={view.names.clone()} waves={view.waves.clone()}
            />
            <p>
                <button type="button" class="quiet danger" onclick={bin}>
                    <Glyph icon={Icon::Bin} />{ messages.text("person-bin") }
                </button>
            </p>
        </div>
    }
}

fn transcripts(view: &PersonView, messages: &Messages, send: &Callback<AnyAction>) -> Html {
    if view.transcripts.is_empty() {
        let key = if view.loading {
            "person-loading"
        } else {
            "person-no-transcripts"
        };
        return html! { <p class="soft">{ messages.text(key) }</p> };
    }
    let columns = ["transcript-words", "transcript-notes", "transcript-themes"];
    html! {
        <div class="details-wide" tabindex="0" role="region" aria-labelledby="person-transcripts">
            <table class="sheet-table">
                <thead>
                    <tr>
                        <th scope="col">{ messages.text("transcript-column") }</th>
                        <th scope="col">{ messages.text("transcript-date-column") }</th>
                        { for columns.map(|key| html! {
                            <th {key} scope="col" class="number">{ messages.text(key) }</th>
                        }) }
                        <td />
                    </tr>
                </thead>
                <tbody>
                    { for view.transcripts.iter().map(|row| {
                        let id = row.id;
                        let name = [("name", row.name.as_str().into())];
                        let does = |action: AnyAction| {
                            send.reform(move |_: MouseEvent| action.clone())
                        };
                        let act = |key: &'static str, icon: Icon, action: AnyAction| {
                            let label = messages.with(key, &name);
                            html! {
                                <button
                                    type="button" class="quiet"
                                    aria-label={label.clone()} title={label} onclick={does(action)}
                                >
                                    <Glyph {icon} />
                                </button>
                            }
                        };
                        html! {
                            <tr key={id.to_string()}>
                                <th scope="row">
                                    <button
                                        type="button" class="link"
                                        onclick={does(AnyAction::Go(Page::Transcript(id)))}
                                    >
                                        { &row.name }
                                    </button>
                                </th>
                                <td>{ &row.date }</td>
                                <td class="number">{ row.words }</td>
                                <td class="number">{ row.notes }</td>
                                <td class="number">{ row.themes }</td>
                                <td>
                                    <div class="sheet-acts">
                                        { act("transcript-table", Icon::Table, AnyAction::Go(Page::Table(id))) }
                                        { act("transcript-edit", Icon::Pen, AnyAction::Open(Dialog::Transcript(id))) }
                                        { act("transcript-put-away", Icon::Bin, AnyAction::Details(Action::Bin(Thing::Transcript(id)))) }
                                    </div>
                                </td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </div>
    }
}
