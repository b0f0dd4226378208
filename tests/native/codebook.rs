//! The codebook as somebody meets it: rows, keys, wording in place, dragging, picking, passages.

use crate::scene::{Scene, focuses};
use noema::app::action::Action as AnyAction;
use noema::app::codebook::chooser::{self, view as offers};
use noema::app::codebook::detail::{self, DetailView};
use noema::app::codebook::drag::{self, Zone};
use noema::app::codebook::evidence::{self, Words};
use noema::app::codebook::key::{self, Deed};
use noema::app::codebook::nest::Shift;
use noema::app::codebook::outline::{Count, Node};
use noema::app::codebook::walk::Pick;
use noema::app::codebook::{Action, Side, Sort, row};
use noema::app::command::chord::Chord;
use noema::app::desk::Page;
use noema::app::effect::{Effect, Effects};
use noema::study::id::ThemeId;
use noema::study::record::details::Numbering;
use noema::study::record::note::NoteKind;
use noema::study::record::theme::Level;

/// P1: opening (block, door), alone; P2: key; the study: trust (given, earned).
struct Codebook {
    scene: Scene,
    opening: ThemeId,
    block: ThemeId,
    door: ThemeId,
    alone: ThemeId,
    key: ThemeId,
    trust: ThemeId,
    given: ThemeId,
}

impl Codebook {
    fn new() -> Self {
        let mut scene = Scene::new();
        let opening = scene.theme(Some(0), None, "opening");
        let block = scene.theme(Some(0), Some(opening), "block");
        let door = scene.theme(Some(0), Some(opening), "door");
        let alone = scene.theme(Some(0), None, "alone");
        let key = scene.theme(Some(1), None, "key");
        let trust = scene.theme(None, None, "trust");
        let given = scene.theme(None, Some(trust), "given");
        scene.theme(None, Some(trust), "earned");
        for (excerpt, theme) in [
            (0, block),
            (1, door),
            (4, door),
            (2, alone),
            (6, key),
            (7, key),
        ] {
            scene.code(excerpt, theme);
        }
        let mut codebook = Self {
            scene,
            opening,
            block,
            door,
            alone,
            key,
            trust,
            given,
        };
        // P2 is folded away.
        codebook.send(Action::Turn(
            Side::Own,
            Node::Person(codebook.scene.people[1]),
        ));
        codebook
    }

    fn send(&mut self, action: Action) -> Effects {
        self.scene.send(AnyAction::Codebook(action))
    }

    fn key(&mut self, side: Side, written: &str) -> Effects {
        let mut parts: Vec<_> = written.split('+').collect();
        let name = parts.pop().unwrap();
        let chord = Chord {
            key: name.to_lowercase(),
            command: parts.contains(&"Mod"),
            alt: parts.contains(&"Alt"),
            shift: parts.contains(&"Shift"),
        };
        match key::of(&chord) {
            Some(deed) => self.send(Action::Do(side, deed)),
            None => panic!("{written} is no key of the tree"),
        }
    }

    fn pick(&mut self, side: Side, theme: ThemeId) {
        self.send(Action::Pick(side, Node::Theme(theme), Pick::Only));
    }

    /// The rows of a tree, indented; the current one in brackets.
    fn tree(&self, side: Side) -> String {
        let outline = self.scene.desk().outline(side);
        let all: Vec<_> = (0..outline.len()).collect();
        let rows = row::rows(&self.scene.state, side, &all).rows;
        let rows = rows.iter().map(|row| {
            let indent = "-".repeat(row.depth - 1);
            let name = if row.naming { "…" } else { row.name.as_str() };
            match row.current {
                true => format!("{indent}[{name}]"),
                false => format!("{indent}{name}"),
            }
        });
        rows.collect::<Vec<_>>().join(" ")
    }

    fn check(&self, side: Side, expected: &str) {
        assert_eq!(self.tree(side), expected);
    }
}

#[test]
fn rows_stand_under_what_they_hang_under() {
    let mut codebook = Codebook::new();
    codebook.check(
        Side::Own,
        "[P1 · Noor] -opening --block --door -alone P2 · Noor",
    );
    codebook.check(Side::Study, "[trust] -given -earned");
    codebook.send(Action::Person(Some(codebook.scene.people[1])));
    codebook.check(Side::Own, "[P2 · Noor] -key");
}

#[test]
fn themes_rest_on_what_is_beneath_and_placed_under_them() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.door);
    codebook.send(Action::Do(Side::Own, Deed::PlaceUnder));
    let given = codebook.given;
    codebook.send(Action::Chooser(chooser::Action::Pick(Some(given))));
    codebook.pick(Side::Own, codebook.opening);
    codebook.send(Action::Do(Side::Own, Deed::PlaceUnder));
    codebook.send(Action::Chooser(chooser::Action::Pick(Some(given))));
    let count = |side, theme| codebook.scene.desk().outline(side).count(theme);
    let opening = Count {
        own: 0,
        all: 3,
        people: 1,
    };
    assert_eq!(count(Side::Own, codebook.opening), opening);
    // The door hangs under the opening: it does not count twice.
    assert_eq!(count(Side::Study, codebook.trust), opening);
    codebook.check(Side::Study, "[trust] -given --opening --door -earned");
}

#[test]
fn keys_walk_the_tree() {
    let mut codebook = Codebook::new();
    let check = |codebook: &mut Codebook, key: &str, current: Node| {
        codebook.key(Side::Own, key);
        assert_eq!(
            codebook.scene.desk().current_node(Side::Own),
            Some(current),
            "{key}"
        );
    };
    let [p1, p2] = [
        Node::Person(codebook.scene.people[0]),
        Node::Person(codebook.scene.people[1]),
    ];
    let [opening, block, door, alone, key] = [
        codebook.opening,
        codebook.block,
        codebook.door,
        codebook.alone,
        codebook.key,
    ]
    .map(Node::Theme);
    check(&mut codebook, "ArrowDown", opening);
    check(&mut codebook, "ArrowRight", block);
    check(&mut codebook, "ArrowLeft", opening);
    check(&mut codebook, "ArrowLeft", opening);
    codebook.check(Side::Own, "P1 · Noor -[opening] -alone P2 · Noor");
    check(&mut codebook, "End", p2);
    check(&mut codebook, "Home", p1);
    check(&mut codebook, "*", p1);
    check(&mut codebook, "k", key);
    check(&mut codebook, "a", alone);
    codebook.pick(Side::Own, codebook.opening);
    check(&mut codebook, "ArrowRight", opening);
    check(&mut codebook, "d", door);
    check(&mut codebook, "ArrowLeft", opening);
    check(&mut codebook, "ArrowUp", p1);
}

#[test]
fn a_folded_row_takes_the_current_one_in() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.door);
    codebook.send(Action::Turn(Side::Own, Node::Theme(codebook.opening)));
    codebook.check(Side::Own, "P1 · Noor -[opening] -alone P2 · Noor");
}

#[test]
fn shift_selects_a_stretch() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.block);
    codebook.key(Side::Own, "Shift+ArrowDown");
    codebook.key(Side::Own, "Shift+ArrowDown");
    let chosen = [codebook.block, codebook.door, codebook.alone];
    assert_eq!(codebook.scene.desk().chosen_themes(Side::Own), chosen);
    codebook.key(Side::Own, "ArrowUp");
    assert_eq!(
        codebook.scene.desk().chosen_themes(Side::Own),
        [codebook.door]
    );
}

#[test]
fn a_theme_is_worded_in_its_row() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.block);
    codebook.key(Side::Own, "n");
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --[…] --door -alone P2 · Noor",
    );
    let effects = codebook.send(Action::Name("  street ".into(), true));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --[street] --door -alone P2 · Noor",
    );
    assert!(focuses(&effects, "codebook-own"));
    assert_eq!(codebook.scene.said(), "Made: street.");
    codebook.key(Side::Own, "Shift+n");
    codebook.send(Action::Name("corner".into(), true));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --street ---[corner] --door -alone P2 · Noor",
    );
    codebook.key(Side::Own, "F2");
    codebook.send(Action::Name("lamp".into(), true));
    codebook.scene.undo();
    codebook.scene.undo();
    codebook.scene.undo();
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --door -[alone] P2 · Noor",
    );
}

#[test]
fn without_words_nothing_is_made() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Study, codebook.trust);
    for action in [Action::Name("  ".into(), true), Action::CancelName] {
        codebook.key(Side::Study, "n");
        codebook.check(Side::Study, "trust -given -earned […]");
        let effects = codebook.send(action);
        codebook.check(Side::Study, "[trust] -given -earned");
        assert!(focuses(&effects, "codebook-study"));
    }
}

#[test]
fn keys_move_themes_and_keep_the_current_row_on_them() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.door);
    codebook.key(Side::Own, "Alt+ArrowUp");
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --[door] --block -alone P2 · Noor",
    );
    assert_eq!(codebook.scene.said(), "door is under opening now, 1 of 2.");
    codebook.key(Side::Own, "Alt+ArrowUp");
    assert_eq!(codebook.scene.said(), "It cannot go further that way.");
    codebook.key(Side::Own, "Alt+ArrowDown");
    codebook.key(Side::Own, "Alt+ArrowRight");
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block ---[door] -alone P2 · Noor",
    );
    codebook.key(Side::Own, "Alt+ArrowLeft");
    codebook.key(Side::Own, "Alt+ArrowLeft");
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block -[door] -alone P2 · Noor",
    );
    assert_eq!(codebook.scene.said(), "door moved, 2 of 3 at the top.");
    codebook.send(Action::Sort(Sort::Name));
    codebook.key(Side::Own, "Alt+ArrowUp");
    assert_eq!(
        codebook.scene.said(),
        "Sort by own order to move a theme up or down."
    );
}

#[test]
fn several_siblings_move_together() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.block);
    codebook.key(Side::Own, "Shift+ArrowDown");
    codebook.send(Action::Do(Side::Own, Deed::Shift(Shift::Out)));
    let names = codebook.tree(Side::Own).replace(['[', ']'], "");
    assert_eq!(names, "P1 · Noor -opening -block -door -alone P2 · Noor");
    let chosen = [codebook.block, codebook.door];
    assert_eq!(codebook.scene.desk().chosen_themes(Side::Own), chosen);
    assert_eq!(codebook.scene.said(), "2 themes moved, 3 of 4 at the top.");
}

#[test]
fn what_is_typed_filters() {
    let mut codebook = Codebook::new();
    codebook.send(Action::Type("DOO".into()));
    codebook.check(Side::Own, "[P1 · Noor] -opening --door");
    codebook.check(Side::Study, "");
    codebook.send(Action::Define(codebook.key, "left at the door".into()));
    codebook.check(Side::Own, "[P1 · Noor] -opening --door P2 · Noor -key");
}

#[test]
fn siblings_are_sorted_as_asked() {
    let mut codebook = Codebook::new();
    codebook.send(Action::Sort(Sort::Name));
    codebook.check(
        Side::Own,
        "[P1 · Noor] -alone -opening --block --door P2 · Noor",
    );
    codebook.send(Action::Sort(Sort::Passages));
    codebook.check(
        Side::Own,
        "[P1 · Noor] -opening --door --block -alone P2 · Noor",
    );
}

fn drag(codebook: &mut Codebook, from: Side, theme: ThemeId, to: (Side, Node, Zone)) -> bool {
    codebook.pick(from, theme);
    codebook.send(Action::Drag(drag::Action::Begin(from, theme)));
    codebook.send(Action::Drag(drag::Action::Over(Some(to))));
    let drag = &codebook.scene.desk().codebook.drag;
    let fits = drag.as_ref().is_some_and(|drag| drag.over.is_some());
    codebook.send(Action::Drag(drag::Action::Drop));
    assert_eq!(codebook.scene.desk().codebook.drag, None);
    fits
}

#[test]
fn a_drop_goes_before_into_or_behind() {
    let mut codebook = Codebook::new();
    let (alone, block, door) = (codebook.alone, codebook.block, codebook.door);
    let own = |theme, zone| (Side::Own, Node::Theme(theme), zone);
    assert!(drag(
        &mut codebook,
        Side::Own,
        alone,
        own(door, Zone::Before)
    ));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --[alone] --door P2 · Noor",
    );
    assert!(drag(&mut codebook, Side::Own, block, own(door, Zone::Into)));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --alone --door ---[block] P2 · Noor",
    );
    let opening = codebook.opening;
    assert!(drag(
        &mut codebook,
        Side::Own,
        block,
        own(opening, Zone::Behind)
    ));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --[block] --alone --door P2 · Noor",
    );
    assert!(!drag(
        &mut codebook,
        Side::Own,
        opening,
        own(door, Zone::Into)
    ));
    let p1 = Node::Person(codebook.scene.people[0]);
    let p2 = Node::Person(codebook.scene.people[1]);
    assert!(!drag(
        &mut codebook,
        Side::Own,
        door,
        (Side::Own, p2, Zone::Into)
    ));
    assert!(drag(
        &mut codebook,
        Side::Own,
        door,
        (Side::Own, p1, Zone::Into)
    ));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --alone -[door] P2 · Noor",
    );
}

#[test]
fn a_drop_in_the_other_tree_places() {
    let mut codebook = Codebook::new();
    let (door, given, alone) = (codebook.door, codebook.given, codebook.alone);
    let study = |theme| (Side::Study, Node::Theme(theme), Zone::Behind);
    assert!(drag(&mut codebook, Side::Own, door, study(given)));
    codebook.check(Side::Study, "[trust] -given --door -earned");
    assert_eq!(codebook.scene.said(), "door is placed under given.");
    // Beside a placed one is the same place.
    assert!(drag(&mut codebook, Side::Own, alone, study(door)));
    codebook.check(Side::Study, "[trust] -given --door --alone -earned");
    assert!(!drag(
        &mut codebook,
        Side::Study,
        given,
        (Side::Own, Node::Theme(door), Zone::Into)
    ));
    assert!(drag(
        &mut codebook,
        Side::Study,
        door,
        (Side::Own, Node::Theme(alone), Zone::Into)
    ));
    codebook.scene.undo();
    codebook.scene.undo();
    codebook.scene.undo();
    assert_eq!(codebook.scene.study().themes[&door].under, None);
}

#[test]
fn a_placed_theme_goes_from_one_sub_theme_to_the_next() {
    let mut codebook = Codebook::new();
    let (door, given) = (codebook.door, codebook.given);
    drag(
        &mut codebook,
        Side::Own,
        door,
        (Side::Study, Node::Theme(given), Zone::Into),
    );
    codebook.pick(Side::Study, door);
    codebook.key(Side::Study, "Alt+ArrowDown");
    codebook.check(Side::Study, "trust -given -earned --[door]");
    codebook.key(Side::Study, "Alt+ArrowLeft");
    assert_eq!(codebook.scene.study().themes[&door].under, None);
    assert_eq!(
        codebook.scene.said(),
        "door is no longer placed in the study’s themes."
    );
}

#[test]
fn a_theme_is_picked_by_typing() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.alone);
    codebook.send(Action::Do(Side::Own, Deed::Merge));
    let names = |codebook: &Codebook| -> Vec<String> {
        let view = offers(&codebook.scene.state).unwrap();
        view.offers.into_iter().map(|offer| offer.name).collect()
    };
    assert_eq!(names(&codebook), ["opening", "block", "door"]);
    codebook.send(Action::Chooser(chooser::Action::Type("o".into())));
    assert_eq!(names(&codebook), ["opening", "block", "door"]);
    codebook.send(Action::Chooser(chooser::Action::Go(1)));
    let effects = codebook.send(Action::Chooser(chooser::Action::Take));
    assert!(focuses(&effects, "codebook-own"));
    assert_eq!(codebook.scene.said(), "alone merged into block.");
    codebook.check(Side::Own, "P1 · Noor -opening --[block] --door P2 · Noor");
    assert!(codebook.scene.desk().codebook.chooser.is_none());
    codebook.scene.undo();
    assert!(!codebook.scene.study().themes[&codebook.alone].retired);
}

#[test]
fn nesting_offers_the_top_and_no_place_beneath_itself() {
    let mut codebook = Codebook::new();
    let (opening, block) = (codebook.opening, codebook.block);
    let mut check = |theme: ThemeId, expected: &[&str], meant: usize| {
        codebook.pick(Side::Own, theme);
        codebook.send(Action::Do(Side::Own, Deed::Nest));
        let view = offers(&codebook.scene.state).unwrap();
        let names = view.offers.iter().map(|offer| offer.name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), expected);
        assert_eq!(view.meant, meant);
        codebook.send(Action::Chooser(chooser::Action::Cancel));
    };
    check(opening, &["alone"], 0);
    // The top is a way out, but a theme is meant at first.
    check(
        block,
        &["The top of the tree", "opening", "door", "alone"],
        1,
    );
}

#[test]
fn what_is_put_away_comes_back() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.opening);
    codebook.send(Action::Do(Side::Own, Deed::Retire));
    codebook.check(Side::Own, "P1 · Noor -[block] -door -alone P2 · Noor");
    let frame = row::frame(&codebook.scene.state, Side::Own).unwrap();
    assert_eq!(frame.retired.len(), 1);
    let offer = codebook.scene.state.notices.all[0].offer.clone().unwrap().1;
    codebook.scene.send(offer);
    codebook.check(
        Side::Own,
        "P1 · Noor -[opening] --block --door -alone P2 · Noor",
    );
    assert!(codebook.scene.state.notices.all.is_empty());
    codebook.key(Side::Own, "Delete");
    codebook.check(Side::Own, "P1 · Noor -[block] -door -alone P2 · Noor");
    let offer = codebook.scene.state.notices.all[0].offer.clone().unwrap().1;
    codebook.scene.send(offer);
    codebook.check(
        Side::Own,
        "P1 · Noor -[opening] --block --door -alone P2 · Noor",
    );
}

#[test]
fn passages_come_in_the_order_of_the_study_with_their_context() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.opening);
    codebook.send(Action::Passages(evidence::Action::Beneath(true)));
    let passages = |codebook: &Codebook| evidence::passages(&codebook.scene.state, &[0, 1, 2, 3]);
    let shown = passages(&codebook);
    assert_eq!(shown.len(), 3);
    assert!(shown.iter().all(|passage| passage.words == Words::Waiting));
    assert_eq!(shown[0].citation, "P1");
    let seen: Vec<_> = shown.iter().map(|passage| passage.item.excerpt).collect();
    let effects = codebook.send(Action::Passages(evidence::Action::Seen(seen.clone())));
    assert_eq!(effects.len(), 2, "one text for each interview");
    assert!(
        codebook
            .send(Action::Passages(evidence::Action::Seen(seen)))
            .is_empty()
    );
    let shown = passages(&codebook);
    let citations: Vec<_> = shown
        .iter()
        .map(|passage| passage.citation.as_str())
        .collect();
    assert_eq!(citations, ["P1·1·1.2", "P1·1·1.2", "P1·2·1.2"]);
    let Words::Here {
        before,
        words,
        behind,
    } = &shown[1].words
    else {
        panic!("the text was read");
    };
    assert_eq!(words, "People looked at me.");
    assert_eq!(before, "Then I opened the door. ");
    assert_eq!(behind, " It was odd.");
    let Words::Here { before, .. } = &shown[0].words else {
        panic!("the text was read");
    };
    assert_eq!(before, "", "the question is another turn");
    assert_eq!(shown[0].theme.as_ref().unwrap().0, "block");
}

#[test]
fn pages_run_on_when_the_study_says_so() {
    let mut codebook = Codebook::new();
    let mut stamp = noema::study::id::Stamp::new(noema::study::id::Moment(9), 9);
    let desk = codebook.scene.state.desk.as_ref().unwrap();
    let hand = noema::study::act::Hand::new(desk.study(), desk.me(), &mut stamp);
    let edit = hand.edit_details(|details| details.numbering = Numbering::RunningOn);
    codebook
        .scene
        .state
        .edit(edit, &mut stamp, &mut Effects::new());
    codebook.pick(Side::Own, codebook.door);
    let second = codebook.scene.excerpts[4];
    let effects = codebook.send(Action::Passages(evidence::Action::Seen(vec![second])));
    assert_eq!(effects.len(), 2, "the first interview's pages count too");
    let shown = evidence::passages(&codebook.scene.state, &[1]);
    assert_eq!(shown[0].citation, "P1·2.2");
}

#[test]
fn ticked_passages_split_off_move_or_go() {
    let mut codebook = Codebook::new();
    let door = codebook.door;
    let count = |codebook: &Codebook, theme| codebook.scene.study().evidence_of(theme).count();
    codebook.pick(Side::Own, door);
    codebook.send(Action::Passages(evidence::Action::TickAll(true)));
    let ticked = codebook.scene.desk().codebook.passages.ticked.clone();
    let first = *ticked.first().unwrap();
    codebook.send(Action::Passages(evidence::Action::Tick(first)));
    codebook.send(Action::Passages(evidence::Action::Split(
        "threshold".into(),
    )));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --[door] --threshold -alone P2 · Noor",
    );
    assert_eq!(count(&codebook, door), 1);
    codebook.send(Action::Passages(evidence::Action::Recode(vec![first])));
    let names: Vec<_> = offers(&codebook.scene.state).unwrap().offers;
    assert_eq!(
        names.len(),
        7,
        "the other themes of P1 and those of the study"
    );
    let block = codebook.block;
    let effects = codebook.send(Action::Chooser(chooser::Action::Pick(Some(block))));
    assert!(focuses(&effects, "codebook-passages"));
    assert_eq!((count(&codebook, door), count(&codebook, block)), (0, 2));
    codebook.send(Action::Passages(evidence::Action::Uncode(vec![first])));
    assert_eq!(count(&codebook, block), 1);
    for _ in 0..3 {
        codebook.scene.undo();
    }
    assert_eq!(count(&codebook, door), 2);
}

#[test]
fn the_pane_shows_the_chosen_theme() {
    let mut codebook = Codebook::new();
    let note = codebook
        .scene
        .note(0, Some(NoteKind::Linguistic), "“around”");
    let block = codebook.block;
    let mut stamp = noema::study::id::Stamp::new(noema::study::id::Moment(9), 9);
    let desk = codebook.scene.state.desk.as_ref().unwrap();
    let hand = noema::study::act::Hand::new(desk.study(), desk.me(), &mut stamp);
    let edit = hand.edit_theme(block, |theme| theme.notes.push(note));
    codebook
        .scene
        .state
        .edit(edit, &mut stamp, &mut Effects::new());
    codebook.pick(Side::Own, block);
    codebook.send(Action::Memo(block, "Is it fear?".into()));
    let DetailView::Theme(view) = detail::view(&codebook.scene.state) else {
        panic!("one theme is chosen");
    };
    assert_eq!(view.notes[0].text, "“around”");
    assert_eq!(view.memos[0].text, "Is it fear?");
    assert_eq!(view.above, [(codebook.opening, "opening".to_owned())]);
    assert_eq!(view.levels.len(), 1);
    codebook.key(Side::Own, "Shift+ArrowDown");
    codebook.send(Action::Recolour(vec![block, codebook.door], 7));
    assert_eq!(codebook.scene.study().themes[&codebook.door].colour, 7);
    assert_eq!(codebook.scene.said(), "2 themes: Teal.");
    assert!(matches!(
        detail::view(&codebook.scene.state),
        DetailView::Several {
            together: true,
            owned: true,
            ..
        }
    ));
    codebook.send(Action::SetLevel(codebook.opening, Level::Top));
    assert_eq!(
        codebook.scene.study().themes[&codebook.opening].level,
        Level::Top
    );
}

#[test]
fn a_passage_opens_in_its_transcript_and_a_theme_in_the_codebook() {
    let mut codebook = Codebook::new();
    let excerpt = codebook.scene.excerpts[6];
    codebook.send(Action::Passages(evidence::Action::Open(excerpt)));
    let desk = codebook.scene.desk();
    assert_eq!(desk.page, Page::Transcript(codebook.scene.transcripts[2]));
    let effects = codebook.send(Action::Show(codebook.key));
    assert_eq!(codebook.scene.desk().page, Page::Codebook);
    assert!(effects.contains(&Effect::Focus("codebook-own".into())));
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --door -alone P2 · Noor -[key]",
    );
}

#[test]
fn an_edit_elsewhere_leaves_a_row_current() {
    let mut codebook = Codebook::new();
    codebook.pick(Side::Own, codebook.alone);
    codebook.key(Side::Own, "n");
    codebook.send(Action::Name("last".into(), true));
    codebook.scene.undo();
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --door -alone [P2 · Noor]",
    );
    codebook.key(Side::Own, "ArrowUp");
    codebook.check(
        Side::Own,
        "P1 · Noor -opening --block --door -[alone] P2 · Noor",
    );
}
