//! The interview guide: a question a row.

use crate::app::action::Action as AnyAction;
use crate::app::details::Action;
use crate::app::details::field::GuideField;
use crate::study::record::details::GuideEntry;
use crate::ui::atom::field::Field;
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::atom::more::More;
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// The guide.
#[component]
pub fn Guide() -> Html {
    let messages = use_messages();
    let send = use_send();
    let guide = use_view(|state| {
        let desk = state.desk.as_ref();
        desk.map_or(Vec::new(), |desk| desk.study().details.guide.clone())
    });
    let add = send.reform(|_: MouseEvent| AnyAction::Details(Action::AddQuestion));
    html! {
        <section class="details-section" aria-labelledby="details-guide">
            <div class="details-bar">
                <h2 id="details-guide">{ messages.text("overview-guide") }</h2>
                <button type="button" data-focus="question-add" onclick={add}>
                    <Glyph icon={Icon::Plus} />{ messages.text("guide-add") }
                </button>
            </div>
            if guide.is_empty() {
                <p class="soft">{ messages.text("guide-none") }</p>
            }
            <ol class="guide">
                { for guide.iter().enumerate().map(|(place, entry)| html! {
                    <Question key={place} {place} last={place + 1 == guide.len()} entry={entry.clone()} />
                }) }
            </ol>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    place: usize,
    last: bool,
    entry: GuideEntry,
}

/// One question.
#[component]
fn Question(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send().reform(AnyAction::Details);
    let (place, last) = (props.place, props.last);
    let number = [("number", (place + 1).into())];
    let does = |action: Action| send.reform(move |_: MouseEvent| action.clone());
    let field = |field: GuideField| {
        let onfinish = send.reform(move |value| Action::SetQuestion(place, field, value));
        let focus = format!("question-{place}");
        let focus = (field == GuideField::Question).then(|| AttrValue::from(focus));
        html! {
            <Field
                key={field.message()} label={messages.text(field.message())}
                value={field.of(&props.entry).clone()} long={field.is_long()} {focus} {onfinish}
            />
        }
    };
    html! {
        <li class="guide-row" aria-label={messages.with("guide-number", &number)}>
            { for GuideField::ALL.iter().map(|one| field(*one)) }
            <More
                label={messages.with("guide-more", &number)}
                focus={AttrValue::from(format!("question-{place}-more"))}
            >
                if place > 0 {
                    <button type="button" onclick={does(Action::MoveQuestion { place, up: true })}>
                        { messages.text("guide-up") }
                    </button>
                }
                if !last {
                    <button type="button" onclick={does(Action::MoveQuestion { place, up: false })}>
                        { messages.text("guide-down") }
                    </button>
                }
                <button type="button" onclick={does(Action::RemoveQuestion(place))}>
                    { messages.text("guide-remove") }
                </button>
            </More>
        </li>
    }
}
