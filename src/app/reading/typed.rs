//! A theme by typing: the themes that fit what is typed, the participant's own first, and a new one.
//!
//! Invariant: what Enter takes is what the list shows as chosen.

use super::palette::{Mode, Palette, done, say_at};
use super::{Screen, draft};
use crate::app::effect::{Effect, Effects};
use crate::app::state::State;
use crate::study::act::Hand;
use crate::study::act::passage::Spot;
use crate::study::act::theme::Seat;
use crate::study::id::{NoteId, Stamp, ThemeId};
use crate::study::record::theme::{Level, Theme};

/// How many themes are listed.
const LISTED: usize = 7;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    /// The theme, none for a new one.
    pub theme: Option<ThemeId>,
    /// Its wording.
    pub name: String,
    /// Its colour, none for a new one.
    pub tone: Option<u8>,
    /// Whether it belongs to the participant and not to the study.
    pub own: bool,
}

/// What fits what is typed; nothing unless a theme is being typed.
#[must_use]
pub fn options(screen: &Screen<'_>) -> Vec<OptionView> {
    let Mode::Theme { typed, .. } = &screen.reading.palette.mode else {
        return Vec::new();
    };
    let typed = typed.trim();
    let wanted = typed.to_lowercase();
    let owner = screen.transcript.participant;
    let mut fitting: Vec<(u8, &Theme)> = [Some(owner), None]
        .into_iter()
        .flat_map(|owner| screen.study.themes_in(owner))
        .filter(|theme| !theme.retired && screen.study.live_theme(theme.id).is_some())
        .filter_map(|theme| Some((rank(&theme.name.to_lowercase(), &wanted)?, theme)))
        .collect();
    fitting.sort_by(|(a, left), (b, right)| {
        let key = |rank: &u8, theme: &Theme| (*rank / 2, theme.owner.is_none(), *rank);
        key(a, left)
            .cmp(&key(b, right))
            .then_with(|| right.at.cmp(&left.at))
    });
    let exact = fitting
        .iter()
        .any(|(_, theme)| theme.owner.is_some() && theme.name.to_lowercase() == wanted);
    let mut options: Vec<_> = fitting
        .into_iter()
        .take(LISTED)
        .map(|(_, theme)| OptionView {
            theme: Some(theme.id),
            name: theme.name.clone(),
            tone: Some(theme.colour),
            own: theme.owner.is_some(),
        })
        .collect();
    if !typed.is_empty() && !exact {
        options.push(OptionView {
            theme: None,
            name: typed.to_owned(),
            tone: None,
            own: true,
        });
    }
    options
}

/// How well a name fits: 0 the same, 1 begins so, 2 a word of it begins so, 3 holds it.
fn rank(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        return Some(0);
    }
    if name.starts_with(wanted) {
        return Some(1);
    }
    let at = name.find(wanted)?;
    let word = name[..at]
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_alphanumeric());
    Some(if word { 2 } else { 3 })
}

/// The line that Enter takes: the chosen one; before any choice the first theme that begins with
/// what is typed, else the new one.
#[must_use]
pub fn chosen(palette: &Palette, options: &[OptionView]) -> usize {
    let Mode::Theme { typed, chosen } = &palette.mode else {
        return 0;
    };
    let last = options.len().saturating_sub(1);
    if let Some(chosen) = chosen {
        return (*chosen).min(last);
    }
    let wanted = typed.trim().to_lowercase();
    let begins = |option: &OptionView| option.name.to_lowercase().starts_with(&wanted);
    options
        .iter()
        .position(|option| option.theme.is_some() && begins(option))
        .or_else(|| options.iter().position(|option| option.theme.is_none()))
        .unwrap_or(0)
}

/// Shows the field.
pub(super) fn open(state: &mut State, effects: &mut Effects) {
    let ready = Screen::of(state)
        .is_some_and(|screen| screen.target().is_some() || !screen.reading.chosen.is_empty());
    match &mut state.desk {
        Some(desk) if ready => {
            desk.reading.palette = Palette {
                mode: Mode::Theme {
                    typed: String::new(),
                    chosen: None,
                },
                hidden: false,
            };
            effects.push(Effect::Focus("reading-theme".into()));
        }
        _ => state.notices.say("reading-nothing-selected", Vec::new()),
    }
}

/// Something was typed.
pub(super) fn type_in(state: &mut State, text: String) {
    if let Some(desk) = &mut state.desk {
        desk.reading.palette.mode = Mode::Theme {
            typed: text,
            chosen: None,
        };
    }
}

/// Goes through the list, round its ends.
pub(super) fn step(state: &mut State, step: i32) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let options = options(&screen);
    let now = chosen(&screen.reading.palette, &options);
    let count = i32::try_from(options.len()).unwrap_or(i32::MAX);
    if count == 0 {
        return;
    }
    let next = (i32::try_from(now).unwrap_or_default() + step).rem_euclid(count);
    if let Some(desk) = &mut state.desk
        && let Mode::Theme { chosen, .. } = &mut desk.reading.palette.mode
    {
        *chosen = usize::try_from(next).ok();
    }
}

/// Puts the target, or the passages of the chosen notes, under the chosen theme or a new one.
pub(super) fn take(
    state: &mut State,
    option: Option<usize>,
    stamp: &mut Stamp,
    effects: &mut Effects,
) {
    let Some(screen) = Screen::of(state) else {
        return;
    };
    let options = options(&screen);
    let place = option.unwrap_or_else(|| chosen(&screen.reading.palette, &options));
    let Some(option) = options.get(place).cloned() else {
        return;
    };
    let notes: Vec<NoteId> = screen.reading.chosen.iter().copied().collect();
    let target = screen.target().filter(|_| notes.is_empty());
    let spots: Vec<Spot> = target.map(|target| target.spot).into_iter().collect();
    let seat = Seat {
        owner: Some(screen.transcript.participant),
        level: Level::Statement,
        ..Seat::default()
    };
    let Some(desk) = &state.desk else {
        return;
    };
    let mut hand = Hand::new(desk.study(), desk.me(), stamp);
    let edit = match option.theme {
        Some(theme) => hand.support(theme, &spots, &notes),
        None => hand.statement(seat, option.name.clone(), &spots, &notes).1,
    };
    let fresh = state.edit(edit, stamp, effects);
    let excerpt = target.and_then(|target| draft::marked(state, target));
    if let Some(desk) = &mut state.desk {
        desk.reading.chosen.clear();
    }
    done(state, excerpt);
    effects.push(Effect::Focus("transcript".into()));
    let name = vec![("name", option.name.into())];
    match (fresh, option.theme) {
        (true, Some(_)) => state.notices.say("reading-coded", name),
        (true, None) => state.notices.say("reading-theme-made", name),
        (false, _) => match target {
            Some(target) => say_at(state, "reading-coded-already", target.range),
            None => state
                .notices
                .say("reading-coded-already", vec![("place", "".into())]),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn names_fit_from_their_beginning_first() {
        assert_eq!(rank("weight of trust", "weight of trust"), Some(0));
        assert_eq!(rank("weight of trust", "wei"), Some(1));
        assert_eq!(rank("weight of trust", "tr"), Some(2));
        assert_eq!(rank("weight of trust", "rust"), Some(3));
        assert_eq!(rank("weight of trust", "door"), None);
    }
}
