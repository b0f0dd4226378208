//! A line: its number, the label above it, its words in pieces that look alike.

use crate::app::reading::rows::{Hit, Piece, RowView};
use crate::study::record::note::NoteKind;
use std::rc::Rc;
use yew::prelude::*;

/// What a line is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The line.
    pub row: Rc<RowView>,
}

/// A line. The transcript's words are only ever text nodes.
#[component]
pub fn Row(props: &Props) -> Html {
    let row = &props.row;
    let class = classes!(
        "reading-line",
        row.opens_page.then_some("reading-line-opens-page"),
        row.asked.then_some("reading-line-asked"),
    );
    let direction = if row.rtl { "rtl" } else { "ltr" };
    html! {
        <div {class} data-line={row.line.to_string()} ~style={format!("top:{}px", row.top)}>
            if let Some(label) = &row.label {
                <div class="line-label">
                    <span>{ &label.name }</span>
                    if !label.time.is_empty() {
                        <span class="line-time">{ &label.time }</span>
                    }
                </div>
            }
            <span class={classes!("line-number", row.full_number.then_some("line-number-full"))}>
                { &row.number }
            </span>
            <div class="line-text" dir={direction}>
                if let [pieces] = row.rows.as_slice() {
                    { for pieces.iter().map(piece) }
                } else {
                    { for row.rows.iter().map(|pieces| html! {
                        <span class="line-row">{ for pieces.iter().map(piece) }</span>
                    }) }
                }
            </div>
        </div>
    }
}

fn piece(piece: &Piece) -> Html {
    if !piece.marked && !piece.picked && piece.hit == Hit::No {
        return html! { { &piece.text } };
    }
    let kind = match piece.kind {
        Some(NoteKind::Descriptive) => Some("piece-d"),
        Some(NoteKind::Linguistic) => Some("piece-l"),
        Some(NoteKind::Conceptual) => Some("piece-c"),
        None => None,
    };
    let hit = match piece.hit {
        Hit::No => None,
        Hit::Found => Some("piece-hit"),
        Hit::Current => Some("piece-hit piece-hit-current"),
    };
    let class = classes!(
        "piece",
        piece.marked.then_some("piece-marked"),
        kind,
        piece.picked.then_some("piece-picked"),
        hit,
        (!piece.tones.is_empty()).then(|| format!("bands-{}", piece.tones.len())),
    );
    let bands: Option<String> = (!piece.tones.is_empty()).then(|| {
        let tones = piece.tones.iter().enumerate();
        tones
            .map(|(place, tone)| {
                let wash = match place {
                    0 => format!("--wash:var(--t{tone}-wash);"),
                    _ => String::new(),
                };
                format!("{wash}--band-{place}:var(--t{tone});")
            })
            .collect()
    });
    let at = piece.marked.then(|| piece.start.to_string());
    let more = (piece.more > 0).then(|| format!("+{}", piece.more));
    html! {
        <span {class} data-at={at} data-more={more} ~style={bands.unwrap_or_default()}>{ &piece.text }</span>
    }
}
