//! The start page: copies, files, the bin, the example.

use crate::world::{World, end};
use noema::app::details;
use noema::app::details::field::DetailsField;
use noema::app::details::next::{Next, next};
use noema::app::dialog::Dialog;
use noema::app::effect::{Effect, End};
use noema::app::fault::{Code, Fault};
use noema::app::keeping::Action as Keeping;
use noema::app::keeping::saving::SaveState;
use noema::app::start::file::{Decision, Question};
use noema::app::start::view::view;
use noema::app::start::{Action, Work};
use noema::formats::example::example;
use noema::formats::study_file::{self, Package};
use noema::study::edit::Home;
use noema::study::id::StudyId;

fn aim(text: &str) -> details::Action {
    details::Action::SetDetails(DetailsField::Aim, text.into())
}

fn open_file(world: &mut World, package: Package) {
    let bytes = study_file::write(&package);
    let read = study_file::read(&bytes).expect("what was written can be read");
    world.start(Action::FileRead("team.noema".into(), Ok(Box::new(read))));
}

fn titles(world: &World) -> Vec<String> {
    let view = view(&world.state);
    view.studies.into_iter().map(|row| row.title).collect()
}

fn study_with_aim(text: &str) -> (World, StudyId) {
    let mut world = World::new();
    let id = world.begin("Doors");
    world.details(aim(text));
    world.keeping(Keeping::CloseStudy);
    (world, id)
}

#[test]
fn a_copy_is_a_study_of_its_own() {
    let (mut world, id) = study_with_aim("a");
    world.start(Action::Duplicate(id));
    assert_eq!(titles(&world), ["Doors (copy)", "Doors"]);
    let copy = *world.disk.keys().find(|other| **other != id).unwrap();
    world.keeping(Keeping::OpenStudy(copy));
    world.details(aim("b"));
    assert_eq!(world.on_disk(id).details.aim, "a");
    assert_eq!(world.on_disk(copy).details.aim, "b");
    assert_eq!(world.on_disk(copy).coders, world.on_disk(id).coders);
}

#[test]
fn the_bin_gives_back_and_forgets_only_when_told() {
    let (mut world, id) = study_with_aim("a");
    world.start(Action::Destroy(id));
    assert!(
        world.disk.contains_key(&id),
        "only what lies in the bin is deleted"
    );
    world.start(Action::Bin(id));
    assert!(titles(&world).is_empty());
    assert_eq!(view(&world.state).bin.len(), 1);
    world.start(Action::Restore(id));
    assert_eq!(titles(&world), ["Doors"]);
    world.start(Action::Bin(id));
    world.start(Action::Destroy(id));
    assert!(world.disk.is_empty());
    assert_eq!(end(&world), Some(End::Destroyed));
}

#[test]
fn a_file_opens_in_a_fresh_profile_equal() {
    let (world, id) = study_with_aim("a");
    let mut other = World::new();
    open_file(&mut other, world.package(id));
    assert_eq!(other.desk().id(), id);
    assert_eq!(*other.study(), world.on_disk(id));
    assert_eq!(
        other.state.dialog,
        Some(Dialog::Coder),
        "who works here is asked"
    );
    assert_eq!(other.save_state(), SaveState::Saved);
    let me = other.desk().me();
    other.details(details::Action::Join("Ada Lark".into()));
    assert_ne!(other.desk().me(), me);
    assert_eq!(other.study().coders.len(), 2);
    assert_eq!(other.study().initials(other.desk().me()), "AL");
}

#[test]
fn a_file_that_brings_nothing_opens_what_is_stored() {
    let (mut world, id) = study_with_aim("a");
    let package = world.package(id);
    world.start(Action::Bin(id));
    open_file(&mut world, package);
    assert_eq!(world.desk().id(), id);
    assert_eq!(world.disk.len(), 1);
    assert!(world.notices().contains(&"file-nothing-new"));
    assert_eq!(world.desk().card.binned, None);
}

#[test]
fn a_file_that_continues_brings_the_stored_study_up_to_date() {
    let (mut world, id) = study_with_aim("a");
    let mut elsewhere = world.tab();
    elsewhere.keeping(Keeping::OpenStudy(id));
    elsewhere.details(aim("b"));
    open_file(&mut world, elsewhere.package(id));
    assert_eq!(world.state.dialog, Some(Dialog::StudyFile));
    let incoming = world.state.start.incoming.as_ref().unwrap();
    assert_eq!(incoming.question, Some(Question::Ahead));
    assert_eq!(world.on_disk(id).details.aim, "a", "nothing is stored yet");
    world.start(Action::Decide(Decision::Update));
    assert_eq!(world.study().details.aim, "b");
    assert_eq!(world.disk.len(), 1);
}

fn apart() -> (World, StudyId) {
    let (mut world, id) = study_with_aim("a");
    let mut elsewhere = world.tab();
    elsewhere.keeping(Keeping::OpenStudy(id));
    elsewhere.details(aim("theirs"));
    world.keeping(Keeping::OpenStudy(id));
    world.details(aim("ours"));
    world.keeping(Keeping::CloseStudy);
    open_file(&mut world, elsewhere.package(id));
    let incoming = world.state.start.incoming.as_ref().unwrap();
    assert_eq!(incoming.question, Some(Question::Apart));
    (world, id)
}

#[test]
fn a_file_that_differs_becomes_a_copy() {
    let (mut world, id) = apart();
    world.start(Action::Decide(Decision::Copy));
    assert_eq!(world.study().details.aim, "theirs");
    assert_eq!(world.study().details.title, "Doors (copy)");
    assert_ne!(world.desk().id(), id);
    assert_eq!(world.on_disk(id).details.aim, "ours");
}

#[test]
fn what_a_file_replaces_lies_in_the_bin() {
    let (mut world, id) = apart();
    world.start(Action::Decide(Decision::Replace));
    assert_eq!(world.desk().id(), id);
    assert_eq!(world.study().details.aim, "theirs");
    assert_eq!(end(&world), Some(End::Replaced));
    world.keeping(Keeping::CloseStudy);
    let bin = view(&world.state).bin;
    assert_eq!(bin.len(), 1);
    assert_eq!(world.on_disk(bin[0].id).details.aim, "ours");
}

#[test]
fn a_damaged_file_opens_nothing() {
    let (mut world, id) = study_with_aim("a");
    let before = world.disk.clone();
    let fault = Fault::new(Code::FileDamaged, "chunk study/0");
    world.start(Action::FileChosen("team.noema".into()));
    world.start(Action::FileRead("team.noema".into(), Err(fault)));
    assert_eq!(world.notices(), ["fault-file-damaged"]);
    let mut package = world.package(id);
    package.documents.remove(&Home::Study);
    open_file(&mut world, package.clone());
    assert!(world.state.desk.is_none());
    // A part that says it is whole and cannot be read is only taken when somebody wants it so.
    package.documents = world.package(id).documents;
    let broken = package.documents.get_mut(&Home::Study).unwrap();
    broken.push(b"no document".to_vec());
    open_file(&mut world, package);
    let incoming = world.state.start.incoming.as_ref().unwrap();
    assert_eq!(incoming.question, Some(Question::Lossy));
    world.start(Action::DropFile);
    assert_eq!(world.disk, before);
    assert!(!world.state.start.is_busy());
}

#[test]
fn a_file_that_cannot_be_stored_is_not_opened() {
    let (world, id) = study_with_aim("a");
    let mut other = World::new();
    other.broken = Some(Code::StorageFull);
    open_file(&mut other, world.package(id));
    assert!(other.state.desk.is_none() && other.disk.is_empty());
    assert_eq!(other.notices(), ["fault-storage-full"]);
    assert!(!other.state.start.is_busy());
}

#[test]
fn the_example_opens_and_is_stored_whole() {
    let mut world = World::new();
    world.start(Action::OpenExample);
    assert_eq!(world.state.start.work, Some(Work::Example));
    assert!(world.seen.contains(&Effect::ReadExample));
    world.start(Action::ExampleRead(Ok(Box::new(example()))));
    let id = world.desk().id();
    assert_eq!(world.save_state(), SaveState::Saved);
    assert_eq!(world.on_disk(id), *world.study());
    assert_eq!(world.disk[&id].texts.len(), 9);
    assert!(world.disk[&id].steps.is_empty(), "there is nothing to undo");
    let card = world.disk[&id].card.clone().unwrap();
    assert_eq!((card.participants, card.transcripts), (5, 9));
    assert_eq!(world.study().coders[&world.desk().me()].name, "You");
    assert_eq!(next(world.desk()), Some(Next::Across));
}

#[test]
fn the_same_person_is_the_same_coder_in_every_study() {
    let (mut world, id) = study_with_aim("a");
    let first = world.on_disk(id);
    world.begin("Windows");
    assert!(first.coders.contains_key(&world.desk().me()));
    world.keeping(Keeping::CloseStudy);
    world.start(Action::Begin {
        title: "Walls".into(),
        question: String::new(),
        coder: "Ada Lark".into(),
    });
    assert!(!first.coders.contains_key(&world.desk().me()));
}
