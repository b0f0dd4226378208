//! Stands the entries of one page in a margin: level with their lines where that is possible, never
//! on top of each other, within the page.
//!
//! Pages are stood one by one, so that what is done costs what is on screen and an entry stays where
//! it is while one scrolls. Invariants: entries keep their order; no two overlap; all lie within the
//! room unless even one line of each is too much: then those that must be shown whole are, and the
//! rest is counted.

use std::ops::Range;

/// An entry to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The height of its line.
    pub level: u32,
    /// How high it is with all its words.
    pub height: u32,
    /// How high it is around its words.
    pub frame: u32,
    /// Whether it is shown whole, however little room there is.
    pub whole: bool,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its upper edge.
    pub top: u32,
    /// Its height.
    pub height: u32,
    /// How many lines of its words are shown, if not all.
    pub lines: Option<u32>,
}

/// The height of a line of an entry's words.
pub const LINE: u32 = 18;
/// Between two entries.
const GAP: u32 = 4;
/// Room for the words that say how many more there are.
pub const MORE: u32 = 28;

/// Stands entries in a page's room. Where not even one line of each fits, those that are shown whole
/// come first, then the others in their order; the rest is left out.
#[must_use]
pub fn stack(room: Range<u32>, items: &[Item]) -> Vec<Option<Standing>> {
    let length = room.end.saturating_sub(room.start);
    let needs =
        |lines: Option<u32>| -> u32 { items.iter().map(|item| height(item, lines) + GAP).sum() };
    let lines = [None, Some(4), Some(3), Some(2)]
        .into_iter()
        .find(|lines| needs(*lines) <= length)
        .unwrap_or(Some(1));
    let shown = choose(items, lines, length);
    let all = shown.iter().all(|shown| *shown);
    let end = if all {
        room.end
    } else {
        room.end.saturating_sub(MORE)
    };
    let chosen = items.iter().zip(&shown).filter(|(_, shown)| **shown);
    let chosen: Vec<Item> = chosen.map(|(item, _)| *item).collect();
    let mut standings = place(room.start, end, &chosen, lines).into_iter();
    shown
        .into_iter()
        .map(|shown| shown.then(|| standings.next()).flatten())
        .collect()
}

/// Which entries are shown.
fn choose(items: &[Item], lines: Option<u32>, length: u32) -> Vec<bool> {
    let needs = |item: &Item| height(item, lines) + GAP;
    if items.iter().map(needs).sum::<u32>() <= length {
        return vec![true; items.len()];
    }
    let whole = items.iter().filter(|item| item.whole).map(needs);
    let mut sum = MORE + whole.sum::<u32>();
    let mut full = false;
    items
        .iter()
        .map(|item| {
            if item.whole {
                return true;
            }
            // The first that does not fit ends the list: what is left out is left out in order.
            full |= sum + needs(item) > length;
            sum += if full { 0 } else { needs(item) };
            !full
        })
        .collect()
}

fn place(start: u32, end: u32, items: &[Item], lines: Option<u32>) -> Vec<Standing> {
    let mut free = start;
    let mut standings: Vec<Standing> = items
        .iter()
        .map(|item| {
            let top = item.level.max(free);
            let height = height(item, lines);
            free = top + height + GAP;
            Standing {
                top,
                height,
                lines: lines.filter(|_| height < item.height),
            }
        })
        .collect();
    let needs: u32 = standings.iter().map(|it| it.height + GAP).sum();
    // Entries that are shown whole may need more than the page; they go on below it then.
    let mut limit = end.max(start + needs);
    for standing in standings.iter_mut().rev() {
        let last = limit.saturating_sub(standing.height);
        if standing.top <= last {
            break;
        }
        standing.top = last;
        limit = standing.top.saturating_sub(GAP);
    }
    standings
}

fn height(item: &Item, lines: Option<u32>) -> u32 {
    match lines {
        Some(lines) if !item.whole => item.height.min(item.frame + lines * LINE),
        _ => item.height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(items: &[(u32, u32)], room: Range<u32>, expected: &[(u32, Option<u32>)]) {
        let items: Vec<Item> = items
            .iter()
            .map(|&(level, height)| Item {
                level,
                height,
                frame: 10,
                whole: false,
            })
            .collect();
        let found = stack(room, &items);
        let found: Vec<_> = found
            .iter()
            .flatten()
            .map(|it| (it.top, it.lines))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn entries_give_way_to_each_other() {
        check(&[(10, 28), (200, 28)], 0..400, &[(10, None), (200, None)]);
        check(&[(10, 46), (20, 28)], 0..400, &[(10, None), (60, None)]);
        check(&[(10, 46), (380, 46)], 0..400, &[(10, None), (354, None)]);
        check(&[(350, 46), (380, 46)], 0..400, &[(304, None), (354, None)]);
        check(
            &[(0, 100), (0, 100)],
            0..140,
            &[(0, Some(3)), (68, Some(3))],
        );
        check(&[(0, 100), (0, 100), (0, 100)], 0..80, &[(0, Some(1))]);
    }

    proptest! {
        #[test]
        fn entries_never_overlap(
            mut items in prop::collection::vec((0u32..800, 20u32..200, prop::bool::weighted(0.1)), 0..40),
        ) {
            items.sort_unstable();
            let items: Vec<Item> = items.iter().map(|&(level, height, whole)| Item {
                level, height, frame: 10, whole,
            }).collect();
            let found = stack(0..800, &items);
            prop_assert_eq!(found.len(), items.len());
            for (item, standing) in items.iter().zip(&found) {
                prop_assert!(standing.is_some() || !item.whole);
            }
            let shown: Vec<Standing> = found.into_iter().flatten().collect();
            for pair in shown.windows(2) {
                prop_assert!(pair[0].top + pair[0].height <= pair[1].top);
            }
            let whole: u32 = items.iter().filter(|it| it.whole).map(|it| it.height + GAP).sum();
            for standing in &shown {
                prop_assert!(standing.top + standing.height <= 800.max(whole + MORE));
            }
        }
    }
}
