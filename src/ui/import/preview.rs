//! The transcript as it will be.

use crate::app::import::preview;
use crate::ui::handle::use_messages;
use yew::prelude::*;

/// What is shown.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The first lines.
    pub preview: preview::Preview,
    /// How many words the whole has.
    pub words: u32,
}

/// The first lines of the transcript, as they will be.
#[component]
pub fn Preview(props: &Props) -> Html {
    let messages = use_messages();
    let preview = &props.preview;
    html! {
        <section class="import-preview" aria-labelledby="import-preview-name">
            <h3 id="import-preview-name" class="eyebrow">
                { messages.text("import-preview") }
                <span class="import-words">
                    { messages.with("import-words", &[("count", props.words.into())]) }
                </span>
            </h3>
            <div
                class="import-lines" dir="auto" tabindex="0"
                role="group" aria-labelledby="import-preview-name"
            >
                { for preview.lines.iter().enumerate().map(|(place, line)| html! {
                    <div key={place} class={classes!("import-line", line.asks.then_some("import-asks"))}>
                        if line.speaker.is_some() || line.time.is_some() {
                            <p class="import-speaker">
                                { line.speaker.clone().unwrap_or_default() }
                                if let Some(time) = &line.time {
                                    <span class="import-time">{ time }</span>
                                }
                            </p>
                        }
                        <span class="import-line-number">{ &line.number }</span>
                        <span class="import-line-words" dir="auto">{ &line.words }</span>
                    </div>
                }) }
            </div>
            if preview.rest > 0 {
                <p class="soft small">
                    { messages.with("import-rest", &[("count", preview.rest.into())]) }
                </p>
            }
        </section>
    }
}
