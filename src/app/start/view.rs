//! What the start page shows.

use super::{Room, Shown, Work, shelf};
use crate::app::keeping::card::StudyCard;
use crate::app::state::State;
use crate::study::id::StudyId;

/// The start page.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whether storage has not answered yet.
    pub waiting: bool,
    /// The studies, the last changed first.
    pub studies: Vec<Row>,
    /// Those in the bin, the last binned first.
    pub bin: Vec<Row>,
    /// What the page is busy with, in words.
    pub work: Option<String>,
    /// Whether something is under way that must come to its end first.
    pub busy: bool,
    /// Whether the page is a local file, where all local pages share one storage.
    pub local_file: bool,
    /// How much room there is, in words.
    pub room: Option<RoomView>,
}

/// A study in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub id: StudyId,
    /// Its title.
    pub title: String,
    /// How many participants and transcripts.
    pub contents: String,
    /// When it was changed or binned.
    pub changed: String,
}

/// Room on this machine.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomView {
    /// What is used and what is left, in words.
    pub used: String,
    /// Whether the browser promises to keep what is stored.
    pub kept: bool,
}

/// What the start page shows.
#[must_use]
pub fn view(state: &State) -> View {
    let start = &state.start;
    let mut binned: Vec<&StudyCard> = shelf::cards(state)
        .iter()
        .filter(|card| card.binned.is_some())
        .collect();
    binned.sort_by_key(|card| std::cmp::Reverse(card.binned));
    let live = shelf::cards(state)
        .iter()
        .filter(|card| card.binned.is_none());
    View {
        waiting: start.shown == Shown::Waiting,
        studies: live.map(|card| row(state, card)).collect(),
        bin: binned.into_iter().map(|card| row(state, card)).collect(),
        work: work(state),
        busy: start.is_busy(),
        local_file: state.device.local_file,
        room: start.room.map(|room| room_view(state, room)),
    }
}

fn row(state: &State, card: &StudyCard) -> Row {
    let contents = [
        ("participants", card.participants.into()),
        ("transcripts", card.transcripts.into()),
    ];
    let (key, at) = match card.binned {
        Some(at) => ("study-binned-at", at),
        None => ("study-changed-at", card.modified),
    };
    let when = [("when", state.write_moment(at).into())];
    Row {
        id: card.id,
        title: title(state, &card.title),
        contents: state.messages.with("study-contents", &contents),
        changed: state.messages.with(key, &when),
    }
}

/// A study's title, or what one without is called.
#[must_use]
pub fn title(state: &State, title: &str) -> String {
    match title {
        "" => state.messages.text("untitled-study"),
        title => title.to_owned(),
    }
}

fn work(state: &State) -> Option<String> {
    let title_of = |study| state.start.card(study).map_or("", |card| &card.title);
    let named = |key: &str, title: &str| {
        let title = title.to_owned();
        Some(state.messages.with(key, &[("title", title.into())]))
    };
    if let Some(study) = state.start.opening {
        return named("start-opening", &title(state, title_of(study)));
    }
    match state.start.work.as_ref()? {
        Work::File(name) => named("start-reading", name),
        Work::Example => named("start-making-example", ""),
        Work::Copy(study) => named("start-copying", &title(state, title_of(*study))),
    }
}

fn room_view(state: &State, room: Room) -> RoomView {
    let left = room.quota.saturating_sub(room.used);
    let amounts = [
        ("used", size(state, room.used).into()),
        ("left", size(state, left).into()),
    ];
    let key = if room.quota > 0 {
        "room-used-left"
    } else {
        "room-used"
    };
    RoomView {
        used: state.messages.with(key, &amounts),
        kept: room.kept,
    }
}

/// A number of bytes in words, such as `3.2 MB`.
#[must_use]
pub fn size(state: &State, bytes: u64) -> String {
    const UNITS: [&str; 4] = ["size-kb", "size-mb", "size-gb", "size-tb"];
    let tenths = |scale: u64| (bytes / (scale / 10)).to_string();
    let mut scale = 1_000;
    let mut unit = 0;
    while bytes / scale >= 1_000 && unit + 1 < UNITS.len() {
        scale *= 1_000;
        unit += 1;
    }
    let digits = tenths(scale);
    let (whole, tenth) = digits.split_at(digits.len() - 1);
    let number = match (whole.len(), tenth) {
        (0, "0") => "0".to_owned(),
        (0, tenth) => format!("0.{tenth}"),
        (1 | 2, tenth) if tenth != "0" => format!("{whole}.{tenth}"),
        _ => whole.to_owned(),
    };
    state
        .messages
        .with(UNITS[unit], &[("number", number.into())])
}

#[cfg(test)]
mod tests {
    use super::size;
    use crate::app::state::State;

    fn check(bytes: u64, expected: &str) {
        assert_eq!(size(&State::default(), bytes), expected);
    }

    #[test]
    fn sizes_are_short() {
        check(0, "0 kB");
        check(840, "0.8 kB");
        check(12_345, "12.3 kB");
        check(999_999, "999 kB");
        check(3_000_000, "3 MB");
        check(61_200_000_000, "61.2 GB");
    }
}
