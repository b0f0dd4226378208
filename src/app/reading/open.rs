//! Bringing a transcript to the screen: its record, then its text; going to a line or a passage.

use super::{Reading, Screen, caret, find, pick, screen};
use crate::app::desk::Page;
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::id::{ExcerptId, TranscriptId};
use crate::study::record::details::Numbering;

/// Shows a transcript, from its first line.
pub(in crate::app) fn show(state: &mut State, id: TranscriptId, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    if desk.reading.transcript != Some(id) {
        let old = std::mem::take(&mut desk.reading);
        let mut viewport = old.viewport;
        viewport.top = 0;
        viewport.jumps += 1;
        desk.reading = Reading {
            transcript: Some(id),
            // What was being written about another transcript waits there.
            draft: old.draft,
            side: old.side,
            find: old.find,
            viewport,
            ..Reading::default()
        };
        desk.reading.marks.read(desk.ledger.study(), Some(id));
    }
    ask_for_text(state, id, effects);
    find::search(state, effects);
}

/// Asks for the text of a transcript unless it is there or on its way, and where pages run on for
/// those before it.
pub(in crate::app) fn ask_for_text(state: &mut State, id: TranscriptId, effects: &mut Effects) {
    let Some(desk) = &mut state.desk else {
        return;
    };
    let study = desk.ledger.study();
    let Some(transcript) = study.transcripts.get(&id) else {
        return;
    };
    let mut wanted = vec![transcript.current_text()];
    if study.details.numbering == Numbering::RunningOn {
        let earlier = screen::earlier(study, transcript);
        wanted.extend(earlier.map(|earlier| earlier.current_text()));
    }
    if desk.reading.transcript != Some(id) {
        desk.reading.transcript = Some(id);
        desk.reading.marks.read(desk.ledger.study(), Some(id));
    }
    for hash in wanted {
        if desk.texts.ask(hash) {
            effects.push(Effect::ReadText(desk.card.id, hash));
        }
    }
}

/// The study changed: the transcript on screen may have another text now.
pub(in crate::app) fn follow_text(state: &mut State, effects: &mut Effects) {
    let Some(id) = state.desk.as_ref().and_then(|desk| desk.reading.transcript) else {
        return;
    };
    ask_for_text(state, id, effects);
    let Some((desk, prepared)) = screen::on_screen(state) else {
        return;
    };
    let end = prepared.index.end();
    let selection = &mut desk.reading.selection;
    selection.anchor = prepared
        .index
        .snap(&prepared.text.content, selection.anchor);
    selection.head.pos = prepared
        .index
        .snap(&prepared.text.content, selection.head.pos.min(end));
    find::search(state, effects);
}

/// A text arrived: where reading was left off is shown again.
pub(in crate::app) fn text_arrived(state: &mut State, effects: &mut Effects) {
    find::search(state, effects);
    let Some(desk) = &mut state.desk else {
        return;
    };
    if let Some(id) = desk.reading.waiting.take() {
        pick::show(state, id);
    } else if desk.card.page == desk.page
        && desk.reading.selections == 0
        && let line @ 1.. = std::mem::take(&mut desk.card.line)
    {
        let start = Screen::of(state).map(|screen| {
            let layout = &screen.folio.prepared.layout;
            (
                layout.span(line as usize).start(),
                screen.folio.top(line as usize, &screen.setup),
            )
        });
        if let (Some((start, top)), Some(desk)) = (start, &mut state.desk) {
            desk.reading.select(super::Selection::at(start.into()));
            desk.reading.viewport.top = top;
            desk.reading.viewport.jumps += 1;
        }
    }
}

/// Goes to the line that was typed, such as `4.18`.
pub(super) fn go_to(state: &mut State, typed: &str, effects: &mut Effects) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let layout = &screen.folio.prepared.layout;
    let line = match screen.pages_before {
        0 => layout.find_label(typed),
        before => (0..layout.lines().len()).find(|line| {
            typed
                .parse()
                .is_ok_and(|wanted| layout.label(*line).after_pages(before) == wanted)
        }),
    };
    match line {
        Some(line) => {
            let start = layout.span(line).start();
            caret::put(state, start);
            effects.push(Effect::Focus("transcript".into()));
        }
        None => {
            let typed = vec![("typed", typed.trim().into())];
            state.notices.show(
                crate::app::notice::Tone::Hint,
                "reading-no-such-line",
                typed,
            );
        }
    }
}

/// Shows a passage in its transcript, picked.
pub(in crate::app) fn visit(state: &mut State, id: ExcerptId, effects: &mut Effects) {
    let Some(desk) = &state.desk else {
        return;
    };
    let Some(excerpt) = desk.study().live_excerpt(id) else {
        return;
    };
    let transcript = excerpt.transcript;
    state.go(Page::Transcript(transcript), effects);
    if Screen::of(state).is_some() {
        pick::show(state, id);
    } else if let Some(desk) = &mut state.desk {
        desk.reading.waiting = Some(id);
    }
    effects.push(Effect::Focus("transcript".into()));
}
