//! The rail at the side: the pages of the study, its participants and their transcripts.

use crate::app::action::Action;
use crate::app::desk::Page;
use crate::study::id::{ParticipantId, TranscriptId};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use yew::prelude::*;

/// What the rail is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Something was chosen.
    pub onchosen: Callback<()>,
}

#[derive(PartialEq)]
struct View {
    page: Page,
    participant: Option<ParticipantId>,
    participants: Vec<Person>,
    waiting: usize,
}

#[derive(PartialEq)]
struct Person {
    id: ParticipantId,
    label: String,
    pseudonym: String,
    transcripts: Vec<(TranscriptId, String)>,
}

const PAGES: [(Page, &str, Icon); 4] = [
    (Page::Overview, "page-overview", Icon::Home),
    (Page::Codebook, "page-codebook", Icon::Tree),
    (Page::Journal, "page-journal", Icon::Journal),
    (Page::Bin, "page-bin", Icon::Bin),
];

/// The rail.
#[component]
pub fn Rail(props: &Props) -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(|state| {
        let desk = state.desk.as_ref()?;
        let study = desk.study();
        let participants = study.live_participants().into_iter().map(|person| Person {
            id: person.id,
            label: person.label.clone(),
            pseudonym: person.pseudonym.clone(),
            transcripts: study
                .transcripts_of(person.id)
                .into_iter()
                .map(|transcript| {
                    let name = crate::app::reading::name::of(&state.messages, transcript);
                    (transcript.id, name)
                })
                .collect(),
        });
        Some(View {
            page: desk.page,
            participant: desk.participant(),
            participants: participants.collect(),
            waiting: desk.loading.len(),
        })
    });
    let Some(view) = &*view else {
        return html! { <div class="rail" /> };
    };
    let go = |page: Page| {
        let onchosen = props.onchosen.clone();
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            send.emit(Action::Go(page));
            onchosen.emit(());
        })
    };
    let current = |page: Page| (view.page == page).then_some("page");
    html! {
        <div class="rail">
            <ul class="rail-pages">
                { for PAGES.into_iter().map(|(page, key, icon)| html! {
                    <li {key}>
                        <button type="button" class="rail-link" aria-current={current(page)} onclick={go(page)}>
                            <Glyph {icon} />
                            { messages.text(key) }
                        </button>
                    </li>
                }) }
            </ul>
            <h2 class="eyebrow">{ messages.text("participants") }</h2>
            <ul class="rail-people">
                { for view.participants.iter().map(|person| html! {
                    <li key={person.id.to_string()}>
                        <button
                            type="button" class="rail-link rail-person"
                            aria-current={current(Page::Participant(person.id))}
                            onclick={go(Page::Participant(person.id))}
                        >
                            <strong>{ &person.label }</strong>
                            <span>{ &person.pseudonym }</span>
                        </button>
                        if view.participant == Some(person.id) {
                            <ul class="rail-transcripts">
                                { for person.transcripts.iter().map(|(id, name)| html! {
                                    <li key={id.to_string()}>
                                        <button
                                            type="button" class="rail-link"
                                            aria-current={current(Page::Transcript(*id)).or(current(Page::Table(*id)))}
                                            onclick={go(Page::Transcript(*id))}
                                        >
                                            { name }
                                        </button>
                                    </li>
                                }) }
                            </ul>
                        }
                    </li>
                }) }
            </ul>
            if view.waiting > 0 {
                <p class="rail-waiting soft small" role="status">{ messages.text("loading-rest") }</p>
            }
        </div>
    }
}
