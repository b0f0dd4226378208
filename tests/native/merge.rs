//! The laws between ledgers: merging whole documents, chunks passed between tabs, conflicts, and what
//! another version wrote.

use crate::desk::{Desk, hydrated};
use crate::generate::{details, life, steps};
use automerge::transaction::Transactable;
use automerge::{Automerge, ROOT, ReadDoc};
use noema::ledger::{Conflict, Fault};
use noema::study::edit::{Act, Change, Edit, Home, Record, Table, to_fields};
use noema::study::id::Id;
use noema::study::record::theme::Theme;
use noema::study::study::Study;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Every field of every record.
type Facts = BTreeMap<(Table, Id, String), Value>;

fn facts(study: &Study) -> Facts {
    fn add<'a, R: Record + 'a>(facts: &mut Facts, records: impl Iterator<Item = &'a R>) {
        for record in records {
            for (field, value) in to_fields(record) {
                facts.insert((R::TABLE, record.id(), field), value);
            }
        }
    }
    let mut facts = Facts::new();
    add(&mut facts, std::iter::once(&study.details));
    add(&mut facts, study.coders.values());
    add(&mut facts, study.participants.values());
    add(&mut facts, study.transcripts.values());
    add(&mut facts, study.excerpts.values());
    add(&mut facts, study.notes.values());
    add(&mut facts, study.themes.values());
    add(&mut facts, study.codings.values());
    add(&mut facts, study.translations.values());
    add(&mut facts, study.memos.values());
    facts
}

/// Whether all that one side has changed is there, or listed as a conflict.
fn keeps(base: &Facts, side: &Facts, merged: &Facts, conflicts: &[Conflict]) -> bool {
    let changed = base
        .keys()
        .chain(side.keys())
        .filter(|key| base.get(*key) != side.get(*key));
    changed.into_iter().all(|key| {
        let value = side.get(key);
        merged.get(key) == value || claimed(conflicts, key, value)
    })
}

fn claimed(conflicts: &[Conflict], key: &(Table, Id, String), value: Option<&Value>) -> bool {
    let value = value.cloned().unwrap_or_default();
    conflicts
        .iter()
        .filter(|conflict| (conflict.table, conflict.id) == (key.0, key.1))
        .filter(|conflict| conflict.field.as_ref() == Some(&key.2))
        .any(|conflict| conflict.claims.iter().any(|claim| claim.value == value))
}

fn snapshots(desk: &Desk) -> Vec<(Home, Vec<u8>)> {
    let homes = desk.ledger.homes();
    homes.map(|home| (home, desk.ledger.save(home))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn merging_is_idempotent_commutative_and_associative(
        common in life(40), one in steps(30), two in steps(30), three in steps(30),
    ) {
        let mut base = Desk::new(0);
        base.work(&common);
        let desk = |number: u64, life: &[_]| {
            let mut desk = base.copy(number);
            desk.work(life);
            desk
        };
        let merged = |order: [usize; 3]| {
            let mut desks = [desk(1, &one), desk(2, &two), desk(3, &three)];
            let mut whole = Desk::new(9);
            for place in order {
                whole.ledger.merge(&mut desks[place].ledger).unwrap();
            }
            whole
        };
        let mut whole = merged([0, 1, 2]);
        prop_assert_eq!(whole.ledger.study(), &hydrated(&whole.ledger));
        for order in [[1, 0, 2], [2, 1, 0]] {
            let other = merged(order);
            prop_assert_eq!(whole.ledger.study(), other.ledger.study());
            prop_assert_eq!(whole.ledger.conflicts(), other.ledger.conflicts());
        }
        // (1 + 2) + 3 was above; this is 1 + (2 + 3).
        let (mut first, mut rest) = (desk(1, &one), desk(2, &two));
        rest.ledger.merge(&mut desk(3, &three).ledger).unwrap();
        first.ledger.merge(&mut rest.ledger).unwrap();
        prop_assert_eq!(whole.ledger.study(), first.ledger.study());

        let before = (whole.ledger.study().clone(), snapshots(&whole));
        whole.ledger.unsaved();
        let touched = whole.ledger.merge(&mut desk(2, &two).ledger).unwrap();
        prop_assert!(touched.is_empty());
        prop_assert!(whole.ledger.unsaved().is_empty());
        prop_assert_eq!((whole.ledger.study().clone(), snapshots(&whole)), before);
    }

    #[test]
    fn merging_loses_nothing_that_is_not_in_conflicts(
        common in life(40), one in steps(40), two in steps(40),
    ) {
        let mut base = Desk::new(0);
        base.work(&common);
        let (mut ours, mut theirs) = (base.copy(1), base.copy(2));
        ours.work(&one);
        theirs.work(&two);
        let sides = [facts(ours.ledger.study()), facts(theirs.ledger.study())];
        ours.ledger.merge(&mut theirs.ledger).unwrap();
        let (base, merged) = (facts(base.ledger.study()), facts(ours.ledger.study()));
        let conflicts = ours.ledger.conflicts();
        for side in &sides {
            prop_assert!(keeps(&base, side, &merged, &conflicts));
        }
    }

    #[test]
    fn tabs_that_pass_chunks_in_any_order_converge(
        common in life(30), turns in steps(40), order in prop::collection::vec(any::<usize>(), 120),
    ) {
        let mut base = Desk::new(0);
        base.work(&common);
        let mut tabs = [base.copy(1), base.copy(2)];
        let mut stored = snapshots(&base);
        let mut post: [Vec<_>; 2] = Default::default();
        let mut order = order.into_iter().cycle();
        let mut deliver = |tabs: &mut [Desk; 2], post: &mut [Vec<(Home, Vec<u8>)>; 2], to: usize| {
            let place = order.next().unwrap_or_default().checked_rem(post[to].len());
            if let Some(place) = place {
                let (home, bytes) = post[to].swap_remove(place);
                tabs[to].ledger.receive(home, &bytes).unwrap();
            }
        };
        for turn in &turns {
            let at = turn.at % 2;
            tabs[at].work(std::slice::from_ref(turn));
            for saved in tabs[at].ledger.unsaved() {
                post[1 - at].push((saved.home, saved.bytes.clone()));
                stored.push((saved.home, saved.bytes));
            }
            if turn.third % 3 == 0 {
                deliver(&mut tabs, &mut post, 1 - at);
            }
        }
        while post.iter().any(|post| !post.is_empty()) {
            deliver(&mut tabs, &mut post, 0);
            deliver(&mut tabs, &mut post, 1);
        }
        for tab in &mut tabs {
            prop_assert!(tab.ledger.unsaved().is_empty());
            prop_assert_eq!(tab.ledger.study(), &hydrated(&tab.ledger));
        }
        prop_assert_eq!(tabs[0].ledger.study(), tabs[1].ledger.study());

        let mut reopened = Desk::new(3);
        let mut parts: BTreeMap<Home, Vec<Vec<u8>>> = BTreeMap::new();
        for (home, bytes) in stored {
            parts.entry(home).or_default().push(bytes);
        }
        for (home, parts) in parts {
            prop_assert_eq!(reopened.ledger.load(home, &parts).unwrap().fault(), None);
        }
        prop_assert_eq!(reopened.ledger.study(), tabs[0].ledger.study());
    }

    #[test]
    fn chunks_may_come_before_the_document_is_loaded(common in life(40), later in steps(30)) {
        let mut tab = Desk::new(0);
        tab.work(&common);
        let stored = snapshots(&tab);
        tab.ledger.unsaved();
        tab.work(&later);
        let mut other = Desk::new(1);
        for saved in tab.ledger.unsaved() {
            other.ledger.receive(saved.home, &saved.bytes).unwrap();
        }
        for (home, part) in stored {
            other.ledger.load(home, &[part]).unwrap();
        }
        prop_assert_eq!(other.ledger.study(), tab.ledger.study());
        prop_assert!(other.ledger.unsaved().is_empty());
    }
}

/// Two desks with a theme on each.
fn pair() -> (Desk, Desk, Theme, Edit) {
    let mut ours = Desk::new(1);
    let theme = Theme {
        id: ours.stamp.id(),
        name: "Alone".into(),
        ..Default::default()
    };
    let made = Edit::new(Act::AddTheme, [Change::make(Home::Study, &theme)]);
    ours.apply(made.clone());
    let theirs = ours.copy(2);
    (ours, theirs, theme, made)
}

fn rename(theme: &Theme, name: &str) -> Edit {
    let now = Theme {
        name: name.into(),
        ..theme.clone()
    };
    Edit::new(Act::EditTheme, Change::alter(Home::Study, theme, &now))
}

fn name(desk: &Desk, theme: &Theme) -> Option<String> {
    desk.ledger
        .study()
        .themes
        .get(&theme.id)
        .map(|theme| theme.name.clone())
}

#[test]
fn distinct_values_are_a_conflict_until_someone_decides() {
    let (mut ours, mut theirs, theme, _) = pair();
    ours.apply(rename(&theme, "Lonely"));
    theirs.apply(rename(&theme, "Left alone"));
    ours.ledger.merge(&mut theirs.ledger).unwrap();
    theirs.ledger.merge(&mut ours.ledger).unwrap();
    assert_eq!(name(&ours, &theme), name(&theirs, &theme));
    let conflicts = ours.ledger.conflicts();
    assert_eq!(conflicts, theirs.ledger.conflicts());
    let [conflict] = &conflicts[..] else {
        panic!("one conflict, not {conflicts:?}")
    };
    assert_eq!(
        (conflict.table, conflict.id),
        (Table::Theme, theme.id.into())
    );
    assert_eq!(conflict.field.as_deref(), Some("name"));
    let shown = name(&ours, &theme).unwrap();
    let claims: Vec<_> = conflict.claims.iter().map(|claim| &claim.value).collect();
    assert_eq!(claims[0], &json!(shown));
    assert!(claims.contains(&&json!("Lonely")) && claims.contains(&&json!("Left alone")));

    let now = ours.ledger.study().themes[&theme.id].clone();
    ours.apply(rename(&now, "On my own"));
    assert_eq!(ours.ledger.conflicts(), []);
}

#[test]
fn equal_values_are_no_conflict() {
    let (mut ours, mut theirs, theme, _) = pair();
    ours.apply(rename(&theme, "Lonely"));
    theirs.apply(rename(&theme, "Lonely"));
    ours.ledger.merge(&mut theirs.ledger).unwrap();
    assert_eq!(ours.ledger.conflicts(), []);
}

#[test]
fn what_others_changed_comes_back_with_an_unmade_record() {
    let (mut ours, mut theirs, theme, made) = pair();
    ours.apply(made.inverse());
    theirs.apply(rename(&theme, "Lonely"));
    ours.ledger.merge(&mut theirs.ledger).unwrap();
    theirs.ledger.merge(&mut ours.ledger).unwrap();
    assert_eq!((name(&ours, &theme), name(&theirs, &theme)), (None, None));
    ours.apply(made);
    assert_eq!(name(&ours, &theme).as_deref(), Some("Lonely"));
    assert_eq!(ours.ledger.study(), &hydrated(&ours.ledger));
}

/// Writes into a document behind the ledger's back, as another version would.
fn foreign(desk: &Desk, entries: &[(&str, &str)]) -> Vec<u8> {
    let mut engine = Automerge::load(&desk.ledger.save(Home::Study)).unwrap();
    let mut tx = engine.transaction();
    for (key, value) in entries {
        tx.put(ROOT, *key, *value).unwrap();
    }
    tx.commit();
    engine.save()
}

#[test]
fn what_is_not_known_survives() {
    let (ours, _, theme, _) = pair();
    let own = format!("theme/{}", theme.id);
    let mut fields = to_fields(&theme);
    fields.insert("scent".into(), json!({"of": ["rain"]}));
    let made = Value::Object(fields).to_string();
    let (field, deep) = (format!("{own}/mood"), format!("{own}/mood/x"));
    let entries = [
        (own.as_str(), made.as_str()),
        (&field, "\"grey\""),
        (&deep, "1"),
        ("board/00000000000000000000000000000001", "{}"),
        ("theme/short", "{}"),
        (
            "note/00000000000000000000000000000001/text",
            "\"of a note that is not there\"",
        ),
        ("note/00000000000000000000000000000002", "not JSON"),
        (
            "note/00000000000000000000000000000003",
            "{\"id\":\"too little\"}",
        ),
        ("other", "thing"),
    ];
    let mut desk = Desk::new(3);
    desk.ledger
        .load(Home::Study, &[foreign(&ours, &entries)])
        .unwrap();
    assert_eq!(desk.ledger.study().themes[&theme.id], theme);
    assert_eq!(desk.ledger.study().notes.len(), 0);
    assert_eq!(desk.ledger.unread().count(), 2);
    desk.apply(rename(&theme, "Lonely"));
    let compacted = noema::ledger::compact(&[desk.ledger.save(Home::Study)]).unwrap();
    let engine = Automerge::load(&compacted).unwrap();
    for (key, value) in entries {
        let (found, _) = engine.get(ROOT, key).unwrap().unwrap();
        assert_eq!(found.as_str(), Some(value), "{key}");
    }
}

#[test]
fn a_newer_version_is_refused() {
    let (mut ours, _, theme, _) = pair();
    let before = (ours.ledger.study().clone(), snapshots(&ours));
    let mut newer = Automerge::load(&ours.ledger.save(Home::Study)).unwrap();
    let heads = newer.get_heads();
    let mut tx = newer.transaction();
    tx.put(ROOT, "schema", 2_i64).unwrap();
    tx.put(ROOT, format!("theme/{}/name", theme.id), "7")
        .unwrap();
    tx.commit();
    let fault = Fault::Newer { version: 2 };
    assert_eq!(
        ours.ledger.receive(Home::Study, &newer.save_after(&heads)),
        Err(fault.clone())
    );
    assert_eq!(
        ours.ledger.load(Home::Study, &[newer.save()]),
        Err(fault.clone())
    );
    assert_eq!(
        Desk::new(5).ledger.load(Home::Study, &[newer.save()]),
        Err(fault)
    );
    assert_eq!((ours.ledger.study().clone(), snapshots(&ours)), before);
    ours.apply(rename(&theme, "Lonely"));
    assert_eq!(ours.ledger.study(), &hydrated(&ours.ledger));
}

#[test]
fn an_actor_used_twice_is_refused() {
    let (mut ours, _, theme, _) = pair();
    // The same session twice, as after a restore without a new actor.
    let mut twin = Desk::new(1);
    twin.apply(Edit::new(
        Act::BeginStudy,
        [Change::make(Home::Study, &details("Twin"))],
    ));
    let before = (ours.ledger.study().clone(), snapshots(&ours));
    let fault = ours.ledger.merge(&mut twin.ledger).unwrap_err();
    assert_eq!(fault.code(), "refused");
    assert_eq!((ours.ledger.study().clone(), snapshots(&ours)), before);
    ours.apply(rename(&theme, "Lonely"));
}
