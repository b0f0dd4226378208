//! Details, participants, transcripts as records, coders, the bin.

use crate::world::World;
use noema::app::desk::Page;
use noema::app::details::Action;
use noema::app::details::bin::groups;
use noema::app::details::field::{AttributeField, DetailsField, GuideField, TranscriptField};
use noema::app::details::next::{Next, next};
use noema::app::details::people::people;
use noema::app::details::view::{coders, person};
use noema::app::effect::Effect;
use noema::app::keeping::Action as Keeping;
use noema::app::start;
use noema::formats::example::example;
use noema::study::act::bin::Thing;
use noema::study::record::details::Vocabulary;

fn study() -> World {
    let mut world = World::new();
    world.begin("Doors");
    world
}

fn with_example() -> World {
    let mut world = World::new();
    world.start(start::Action::ExampleRead(Ok(Box::new(example()))));
    world
}

#[test]
fn every_field_is_one_step_of_undo() {
    let mut world = study();
    world.details(Action::SetDetails(
        DetailsField::Sampling,
        "Purposive".into(),
    ));
    world.details(Action::SetDetails(
        DetailsField::Sampling,
        "Purposive".into(),
    ));
    world.details(Action::SetVocabulary(Vocabulary::Experiential));
    assert_eq!(
        world.desk().history.steps().len(),
        3,
        "the same again is no change"
    );
    world.keeping(Keeping::Undo);
    world.keeping(Keeping::Undo);
    assert_eq!(world.study().details.sampling, "");
    assert_eq!(world.study().details.vocabulary, Vocabulary::InitialTheme);
}

#[test]
fn the_guide_keeps_its_order_and_the_keyboard() {
    let mut world = study();
    world.details(Action::AddQuestion);
    world.details(Action::SetQuestion(0, GuideField::Domain, "Work".into()));
    world.details(Action::SetQuestion(
        0,
        GuideField::Question,
        "First?".into(),
    ));
    world.details(Action::AddQuestion);
    world.details(Action::SetQuestion(
        1,
        GuideField::Question,
        "Second?".into(),
    ));
    assert_eq!(world.study().details.guide[1].domain, "Work");
    world.details(Action::MoveQuestion { place: 1, up: true });
    world.details(Action::MoveQuestion { place: 0, up: true });
    assert_eq!(world.study().details.guide[0].question, "Second?");
    world.details(Action::RemoveQuestion(1));
    world.details(Action::RemoveQuestion(7));
    assert_eq!(world.study().details.guide.len(), 1);
    assert_eq!(world.seen.last(), Some(&Effect::Focus("question-0".into())));
}

#[test]
fn participants_and_attributes() {
    let mut world = study();
    assert_eq!(next(world.desk()), Some(Next::Import));
    world.details(Action::AddParticipant);
    world.details(Action::AddParticipant);
    let labels: Vec<_> = people(&world.state)
        .rows
        .into_iter()
        .map(|row| row.label)
        .collect();
    assert_eq!(labels, ["P1", "P2"]);
    let Page::Participant(id) = world.desk().page else {
        panic!("the new participant is shown");
    };
    world.details(Action::AddAttribute(id));
    world.details(Action::SetAttribute(
        id,
        0,
        AttributeField::Name,
        "age".into(),
    ));
    world.details(Action::SetAttribute(
        id,
        0,
        AttributeField::Value,
        "27".into(),
    ));
    let table = people(&world.state);
    assert_eq!(table.columns, ["age"]);
    assert_eq!(table.rows[1].values, ["27"]);
    assert_eq!(table.rows[0].values, [""]);
    world.details(Action::RemoveAttribute(id, 0));
    assert!(people(&world.state).columns.is_empty());
}

#[test]
fn what_is_put_into_the_bin_comes_back_with_what_hangs_on_it() {
    let mut world = with_example();
    let before = world.study().clone();
    let id = before.live_participants()[0].id;
    world.send(noema::app::action::Action::Go(Page::Participant(id)));
    world.details(Action::Bin(Thing::Participant(id)));
    assert_eq!(world.desk().page, Page::Overview, "its page is gone");
    assert_eq!(people(&world.state).rows.len(), 4);
    assert_eq!(world.notices(), ["put-into-bin"]);
    let all = groups(&world.state);
    assert_eq!(all.len(), 1);
    let row = &all[0].rows[0];
    assert_eq!(
        (all[0].heading, row.what.as_str()),
        ("bin-participants", "P1 Noor")
    );
    assert!(row.hangs.contains("3 transcripts"), "{}", row.hangs);
    assert!(!row.hidden);
    let transcript = before.transcripts_of(id)[0].id;
    world.details(Action::Bin(Thing::Transcript(transcript)));
    assert!(
        groups(&world.state)[1].rows[0].hidden,
        "its participant is in the bin too"
    );
    world.details(Action::Unbin(Thing::Transcript(transcript)));
    world.details(Action::Unbin(Thing::Participant(id)));
    assert!(groups(&world.state).is_empty());
    assert_eq!(*world.study(), before);
}

#[test]
fn a_participants_page_counts_what_is_there() {
    let mut world = with_example();
    let id = world.study().live_participants()[0].id;
    let view = person(&world.state, id).unwrap();
    assert_eq!(view.transcripts.len(), 3);
    assert!(
        view.transcripts
            .iter()
            .all(|row| row.notes > 0 && row.themes > 0)
    );
    assert!(view.transcripts[0].words > 900);
    assert_eq!(view.waves[0], "baseline");
    assert!(view.names.contains(&"age".to_owned()));
    let transcript = view.transcripts[0].id;
    world.details(Action::SetTranscript(
        transcript,
        TranscriptField::Wave,
        "start".into(),
    ));
    world.details(Action::SetNumber(transcript, 4));
    world.details(Action::SetInterviewer(transcript, 0, false));
    world.details(Action::SetSpeaker(transcript, 0, "I.".into()));
    let changed = &world.study().transcripts[&transcript];
    assert_eq!((changed.number, changed.wave.as_str()), (4, "start"));
    assert_eq!(changed.speakers[0].name, "I.");
    assert!(!changed.speakers[0].interviewer);
}

#[test]
fn who_works_here_can_be_changed() {
    let mut world = with_example();
    let all = coders(&world.state);
    assert_eq!(all.iter().filter(|row| row.me).count(), 1);
    let other = all.iter().find(|row| !row.me).unwrap().id;
    world.details(Action::WorkAs(other));
    assert_eq!(world.desk().me(), other);
    let id = world.desk().id();
    assert_eq!(world.disk[&id].card.as_ref().unwrap().me, other);
    assert_eq!(world.state.settings.coder.as_ref().unwrap().id, other);
}
