//! Nothing that was done is lost: storage that fails, tabs that hear each other late, studies that
//! are left too early.

use crate::world::World;
use noema::app::action::Action;
use noema::app::details::field::{DetailsField, PersonField};
use noema::app::details::{self};
use noema::app::dialog::Dialog;
use noema::app::effect::{Effect, End, News};
use noema::app::fault::{Code, Fault};
use noema::app::keeping::Action as Keeping;
use noema::app::keeping::saving::SaveState;
use noema::app::start;

fn aim(text: &str) -> details::Action {
    details::Action::SetDetails(DetailsField::Aim, text.into())
}

fn not_saved(world: &World) -> bool {
    matches!(world.save_state(), SaveState::NotSaved(_))
}

#[test]
fn a_study_is_stored_from_its_first_moment() {
    let mut world = World::new();
    let id = world.begin("Doors");
    assert_eq!(world.save_state(), SaveState::Saved);
    assert_eq!(world.on_disk(id), *world.study());
    let stored = &world.disk[&id];
    assert_eq!(stored.card.as_ref().unwrap().title, "Doors");
    assert_eq!((stored.chunks.len(), stored.steps.len()), (1, 1));
}

#[test]
fn writes_go_one_at_a_time_and_together_when_they_had_to_wait() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.slow = true;
    for text in ["a", "b", "c"] {
        world.details(aim(text));
    }
    assert_eq!(world.held.len(), 1, "the others wait for the first");
    assert_eq!(world.save_state(), SaveState::Saving);
    world.release();
    assert_eq!(world.held.len(), 1, "what waited goes as one");
    assert_eq!(world.save_state(), SaveState::Saving);
    world.release();
    assert_eq!(world.save_state(), SaveState::Saved);
    assert_eq!(world.on_disk(id).details.aim, "c");
    assert_eq!(world.told.len(), 4, "other tabs hear of each");
}

#[test]
fn what_failed_is_tried_again_in_order() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.broken = Some(Code::StorageFull);
    world.details(aim("a"));
    assert!(not_saved(&world));
    assert_eq!(world.notices(), ["fault-storage-full"]);
    let offer = world.state.notices.all[0].offer.clone();
    assert_eq!(
        offer,
        Some(("save-study-file", Action::Keeping(Keeping::SaveStudyFile)))
    );
    world.keeping(Keeping::Undo);
    world.details(aim("b"));
    assert!(not_saved(&world));
    world.keeping(Keeping::WriteAgain);
    assert!(not_saved(&world), "it is still full");
    world.broken = None;
    world.keeping(Keeping::WriteAgain);
    assert_eq!(world.save_state(), SaveState::Saved);
    assert_eq!(world.on_disk(id).details.aim, "b");
    // The step that was undone and dropped does not come back from the first try.
    assert_eq!(world.disk[&id].steps.len(), 2);
    let mut tab = world.tab();
    tab.keeping(Keeping::OpenStudy(id));
    tab.keeping(Keeping::Undo);
    assert_eq!(tab.study().details.aim, "");
}

#[test]
fn an_answer_counts_only_for_what_is_under_way() {
    let mut world = World::new();
    world.begin("Doors");
    world.slow = true;
    world.details(aim("a"));
    let Some(Effect::Write { ticket, .. }) = world.held.front().cloned() else {
        panic!("a write is kept back");
    };
    world.keeping(Keeping::Written(ticket + 7, Ok(())));
    world.keeping(Keeping::Written(ticket - 1, Ok(())));
    assert_eq!(world.save_state(), SaveState::Saving);
    world.keeping(Keeping::Written(
        ticket,
        Err(Fault::new(Code::StorageFailed, "")),
    ));
    assert!(not_saved(&world));
    // The first try was stored after all, though its answer came late.
    world.keeping(Keeping::WriteAgain);
    world.keeping(Keeping::Written(ticket, Ok(())));
    world.keeping(Keeping::Written(ticket, Ok(())));
    assert_eq!(world.save_state(), SaveState::Saved);
}

#[test]
fn leaving_waits_until_everything_is_stored() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.slow = true;
    world.details(aim("a"));
    world.keeping(Keeping::CloseStudy);
    assert!(
        world.state.desk.is_some(),
        "the last change is not stored yet"
    );
    world.details(aim("b"));
    world.release();
    assert!(world.state.desk.is_some(), "nor is this one");
    world.release();
    assert!(world.state.desk.is_none());
    world.slow = false;
    assert_eq!(world.on_disk(id).details.aim, "b");
}

#[test]
fn leaving_asks_when_storage_failed() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.slow = true;
    world.details(aim("a"));
    world.keeping(Keeping::CloseStudy);
    world.broken = Some(Code::StorageFull);
    world.release();
    assert!(world.state.desk.is_some() && not_saved(&world));
    world.keeping(Keeping::CloseStudy);
    assert_eq!(world.state.dialog, Some(Dialog::LeaveUnsaved));
    world.keeping(Keeping::LeaveAnyway);
    assert!(world.state.desk.is_none());
    (world.broken, world.slow) = (None, false);
    assert_eq!(world.on_disk(id).details.aim, "");
}

#[test]
fn answers_for_a_study_that_was_left_confirm_nothing_of_the_next() {
    let mut world = World::new();
    world.begin("Doors");
    let Some((_, first)) = world.told.first().cloned() else {
        panic!("the beginning is told");
    };
    world.keeping(Keeping::CloseStudy);
    world.begin("Windows");
    world.slow = true;
    world.details(aim("a"));
    for ticket in 0..3 {
        world.keeping(Keeping::Written(ticket, Ok(())));
    }
    assert_eq!(world.save_state(), SaveState::Saving);
    drop(first);
}

#[test]
fn lost_storage_is_written_anew_as_a_whole() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.details(details::Action::AddParticipant);
    world.details(aim("a"));
    let before = world.study().clone();
    world.disk.clear();
    world.keeping(Keeping::StorageLost(Fault::new(Code::StorageClosed, "")));
    assert!(not_saved(&world), "what was stored may be gone");
    world.details(aim("b"));
    world.keeping(Keeping::WriteAgain);
    assert_eq!(world.save_state(), SaveState::Saved);
    let read = world.on_disk(id);
    assert_eq!(read.details.aim, "b");
    assert_eq!(read.participants, before.participants);
    assert_eq!(world.disk[&id].steps.len(), 4, "undo is there as well");
}

#[test]
fn a_study_is_saved_as_a_file_when_storage_is_broken() {
    let mut world = World::new();
    world.broken = Some(Code::StorageRefused);
    let id = world.begin("Doors");
    world.details(details::Action::AddParticipant);
    assert!(not_saved(&world));
    world.keeping(Keeping::SaveStudyFile);
    let pack = world.seen.iter().find_map(|effect| match effect {
        Effect::Pack { name, held, .. } => Some((name.clone(), held.clone())),
        _ => None,
    });
    let (name, held) = pack.expect("a file is packed");
    assert_eq!(name, "Doors.noema");
    assert_eq!(held.documents.len(), 2);
    assert!(held.stored.is_empty() && held.stored_texts.is_empty());
    let package = world.pack(id, held);
    let mut other = World::new();
    other.start(start::Action::FileRead(name, Ok(Box::new(package))));
    assert_eq!(other.study(), world.study());
}

#[test]
fn changes_heard_while_loading_are_not_lost() {
    let mut one = World::new();
    let id = one.begin("Doors");
    one.details(details::Action::AddParticipant);
    let person = *one.study().participants.keys().next().unwrap();
    let mut two = one.tab();
    one.told.clear();
    one.details(details::Action::SetPerson(
        person,
        PersonField::Remark,
        "late".into(),
    ));
    // The other tab's disk was read before this was written.
    let news: Vec<News> = one.told.drain(..).map(|(_, news)| news).collect();
    two.state.start.opening = Some(id);
    for news in &news {
        two.keeping(Keeping::Heard(id, news.clone()));
    }
    two.state.start.opening = None;
    let heard = std::mem::take(&mut two.state.start.heard);
    assert_eq!(heard, news, "it is kept until the study is there");
    two.keeping(Keeping::OpenStudy(id));
    for news in heard {
        two.keeping(Keeping::Heard(id, news));
    }
    assert_eq!(two.study().participants[&person].remark, "late");
    two.keeping(Keeping::Undo);
    assert_eq!(two.study().participants[&person].remark, "");
}

#[test]
fn a_participant_made_in_another_tab_appears() {
    let mut one = World::new();
    let id = one.begin("Doors");
    let mut two = one.tab();
    two.keeping(Keeping::OpenStudy(id));
    one.told.clear();
    one.details(details::Action::AddParticipant);
    for (study, news) in one.told.clone() {
        two.keeping(Keeping::Heard(study, news));
    }
    assert_eq!(two.study(), one.study());
}

#[test]
fn a_study_destroyed_in_another_tab_stays_in_memory() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.disk.clear();
    let gone = News {
        end: Some(End::Destroyed),
        ..News::default()
    };
    world.keeping(Keeping::Heard(id, gone));
    assert!(not_saved(&world));
    assert_eq!(world.notices(), ["fault-study-destroyed"]);
    world.keeping(Keeping::WriteAgain);
    assert_eq!(world.on_disk(id), *world.study());
}

#[test]
fn a_study_replaced_in_another_tab_is_read_anew() {
    let mut world = World::new();
    let id = world.begin("Doors");
    let mut other = world.tab();
    other.keeping(Keeping::OpenStudy(id));
    other.details(aim("theirs"));
    world.disk = other.disk.clone();
    let card = world.disk[&id].card.clone();
    let replaced = News {
        end: Some(End::Replaced),
        ..News::default()
    };
    world.keeping(Keeping::Heard(id, replaced.clone()));
    assert_eq!(world.study().details.aim, "theirs");
    assert_eq!(
        world.disk[&id].card, card,
        "the old card does not come back"
    );
    // With a change that is not stored it is not thrown away.
    world.broken = Some(Code::StorageFull);
    world.details(aim("ours"));
    world.keeping(Keeping::Heard(id, replaced));
    assert!(not_saved(&world));
    assert_eq!(world.study().details.aim, "ours");
}

#[test]
fn a_document_that_is_gone_is_no_empty_participant() {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.details(details::Action::AddParticipant);
    let person = *world.study().participants.keys().next().unwrap();
    world.keeping(Keeping::CloseStudy);
    let home = noema::study::edit::Home::Participant(person);
    let stored = world.disk.get_mut(&id).unwrap();
    let chunk = stored.chunks.keys().find(|(of, _)| *of == home).copied();
    *stored.chunks.get_mut(&chunk.unwrap()).unwrap() = b"spoilt".to_vec();
    world.keeping(Keeping::OpenStudy(id));
    assert_eq!(world.notices(), ["fault-document-damaged"]);
    world.details(aim("a"));
    assert_eq!(
        world.save_state(),
        SaveState::Saved,
        "the rest can be worked on"
    );
    let stored = &world.disk[&id];
    assert!(
        stored.chunks.contains_key(&chunk.unwrap()),
        "and nothing is thrown away"
    );
}
