//! What is known about a participant: name, value, time point.

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::field::AttributeField;
use crate::study::id::{ParticipantId, StudyId};
use crate::study::record::participant::Attribute;
use crate::ui::atom::field::Field;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send};
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Whose.
    pub id: ParticipantId,
    /// The study, by which the lists of suggestions are told apart.
    pub study: StudyId,
    /// The attributes.
    pub attributes: Vec<Attribute>,
    /// Names that others have.
    pub names: Vec<String>,
    /// Time points in use.
    pub waves: Vec<String>,
}

/// The attributes, one a row.
#[component]
pub fn Attributes(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send().reform(AnyAction::Details);
    let id = props.id;
    let lists = ["names", "waves"].map(|list| AttrValue::from(format!("{list}-{}", props.study)));
    let add = send.reform(move |_: MouseEvent| Action::AddAttribute(id));
    let field = |place: usize, attribute: &Attribute, field: AttributeField| {
        let onfinish = send.reform(move |value| Action::SetAttribute(id, place, field, value));
        let (focus, list) = match field {
            AttributeField::Name => (Some(format!("attribute-{place}")), Some(lists[0].clone())),
            AttributeField::Value => (None, None),
            AttributeField::Wave => (None, Some(lists[1].clone())),
        };
        html! {
            <Field
                key={field.message()} label={messages.text(field.message())}
                value={field.of(attribute).clone()}
                focus={focus.map(AttrValue::from)} {list} {onfinish}
            />
        }
    };
    html! {
        <section class="details-section" aria-labelledby="person-attributes">
            <div class="details-bar">
                <h2 id="person-attributes">{ messages.text("person-attributes") }</h2>
                <button type="button" data-focus="attribute-add" onclick={add}>
                    <Glyph icon={Icon::Plus} />{ messages.text("attribute-add") }
                </button>
            </div>
            <p class="soft">{ messages.text("person-attributes-hint") }</p>
            <ul class="attributes">
                { for props.attributes.iter().enumerate().map(|(place, attribute)| {
                    let remove = send.reform(move |_: MouseEvent| Action::RemoveAttribute(id, place));
                    let number = [("number", (place + 1).into())];
                    let name = match attribute.name.as_str() {
                        "" => messages.text("attribute-remove-unnamed"),
                        name => messages.with("attribute-remove", &[("name", name.into())]),
                    };
                    html! {
                        <li key={place} class="attribute" aria-label={messages.with("attribute-row", &number)}>
                            { for AttributeField::ALL.iter().map(|one| field(place, attribute, *one)) }
                            <button type="button" class="quiet" aria-label={name} onclick={remove}>
                                <Glyph icon={Icon::Close} />
                            </button>
                        </li>
                    }
                }) }
            </ul>
            { for [&props.names, &props.waves].into_iter().zip(&lists).map(|(values, list)| html! {
                <datalist key={list.to_string()} id={list.clone()}>
                    { for values.iter().map(|value| html! {
                        <option key={value.clone()} value={value.clone()} />
                    }) }
                </datalist>
            }) }
        </section>
    }
}
