//! The working table: rows in the order of the text, going from cell to cell, writing in place.

use crate::scene::{Scene, focuses};
use noema::app::action::Action as AnyAction;
use noema::app::command::chord::Chord;
use noema::app::desk::Page;
use noema::app::effect::{Effect, Effects};
use noema::app::table::grid::{self, Column};
use noema::app::table::{Action, Entry, Filter, link, row};
use noema::study::record::note::NoteKind;

/// The table of P1's first interview: the second passage has a note, the third a statement.
fn table() -> Scene {
    let mut scene = Scene::new();
    scene.note(1, Some(NoteKind::Linguistic), "looked: again");
    let theme = scene.theme(Some(0), None, "Being handed trust");
    scene.code(2, theme);
    let transcript = scene.transcripts[0];
    scene.send(AnyAction::Go(Page::Table(transcript)));
    send(&mut scene, Action::Shown(transcript));
    scene
}

fn send(scene: &mut Scene, action: Action) -> Effects {
    scene.send(AnyAction::Table(action))
}

fn press(scene: &mut Scene, key: &str) -> Effects {
    let chord = Chord {
        key: key.into(),
        command: false,
        alt: false,
        shift: false,
    };
    let action = grid::key(&chord).unwrap();
    send(scene, action)
}

/// The rows as `lines | notes | statements`.
fn shown(scene: &Scene) -> Vec<String> {
    let rows = scene.desk().table_rows();
    let all: Vec<_> = (0..rows.excerpts.len()).collect();
    let line = |row: &row::RowView| {
        let kind = |kind: Option<NoteKind>| kind.map_or('-', NoteKind::letter);
        let notes: Vec<_> = row
            .notes
            .iter()
            .map(|note| format!("{} {}", kind(note.kind), note.text))
            .collect();
        let statements: Vec<_> = row.statements.iter().map(|one| one.name.as_str()).collect();
        format!(
            "{} | {} | {}",
            row.lines,
            notes.join(", "),
            statements.join(", ")
        )
    };
    row::rows(&scene.state, &all).iter().map(line).collect()
}

fn current(scene: &Scene) -> Option<(usize, Column)> {
    row::head(&scene.state).unwrap().current
}

#[test]
fn rows_stand_in_the_order_of_the_text() {
    let scene = table();
    assert_eq!(
        shown(&scene),
        [
            "1.2 |  | ",
            "1.2 | L looked: again | ",
            "1.3 |  | Being handed trust"
        ]
    );
    let head = row::head(&scene.state).unwrap();
    assert_eq!((head.all, head.open), (3, 2));
    assert_eq!(head.name, "P1 · Noor · Interview 1");
    let rows = row::rows(&scene.state, &[1]);
    assert_eq!(rows[0].words.as_deref(), Some("People looked at me."));
}

#[test]
fn filters_leave_what_fits() {
    let mut scene = table();
    let mut check = |filter, expected| {
        send(&mut scene, Action::Filter(filter));
        assert_eq!(
            scene.desk().table_rows().excerpts.len(),
            expected,
            "{filter:?}"
        );
    };
    check(Filter::WithoutStatement, 2);
    check(Filter::WithoutNote, 2);
    check(Filter::Kind(NoteKind::Linguistic), 1);
    check(Filter::Kind(NoteKind::Conceptual), 0);
    check(Filter::All, 3);
}

#[test]
fn arrows_go_from_cell_to_cell() {
    let mut scene = table();
    assert_eq!(current(&scene), Some((0, Column::Notes)));
    for (key, expected) in [
        ("arrowdown", (1, Column::Notes)),
        ("arrowright", (1, Column::Statements)),
        ("arrowright", (1, Column::Statements)),
        ("arrowdown", (2, Column::Statements)),
        ("arrowdown", (2, Column::Statements)),
        ("home", (2, Column::Passage)),
        ("arrowup", (1, Column::Passage)),
    ] {
        press(&mut scene, key);
        assert_eq!(current(&scene), Some(expected), "{key}");
    }
    press(&mut scene, "enter");
    assert_eq!(scene.desk().page, Page::Transcript(scene.transcripts[0]));
}

#[test]
fn notes_are_written_in_their_cell() {
    let mut scene = table();
    let excerpt = scene.excerpts[0];
    press(&mut scene, "c");
    let entry = Entry::NewNote(excerpt, Some(NoteKind::Conceptual));
    assert_eq!(scene.desk().table.writing, Some(entry));
    let effects = send(
        &mut scene,
        Action::Written(entry, " a threshold ".into(), true),
    );
    assert!(focuses(&effects, grid::FOCUS));
    assert_eq!(shown(&scene)[0], "1.2 | C a threshold | ");
    press(&mut scene, "enter");
    let Some(Entry::Note(note)) = scene.desk().table.writing else {
        panic!("the only note of the cell is written");
    };
    send(
        &mut scene,
        Action::Written(Entry::Note(note), "a door".into(), true),
    );
    send(&mut scene, Action::SetKind(note, None));
    assert_eq!(shown(&scene)[0], "1.2 | - a door | ");
    send(&mut scene, Action::BinNote(note));
    assert_eq!(shown(&scene)[0], "1.2 |  | ");
    scene.undo();
    assert_eq!(shown(&scene)[0], "1.2 | - a door | ");
}

#[test]
fn what_is_given_up_changes_nothing() {
    let mut scene = table();
    let before = shown(&scene);
    press(&mut scene, "n");
    let effects = send(&mut scene, Action::CancelWriting);
    assert!(focuses(&effects, grid::FOCUS));
    // The field that leaves the page says so once more.
    let entry = Entry::NewNote(scene.excerpts[0], None);
    send(&mut scene, Action::Written(entry, "half".into(), false));
    assert_eq!(shown(&scene), before);
}

#[test]
fn a_statement_comes_from_the_notes_of_its_row() {
    let mut scene = table();
    let excerpt = scene.excerpts[1];
    send(&mut scene, Action::Point(excerpt, Column::Statements));
    press(&mut scene, "enter");
    let entry = Entry::NewStatement(excerpt);
    send(
        &mut scene,
        Action::Written(entry, "Being seen".into(), true),
    );
    let theme = scene.study().themes_of(excerpt).next().unwrap();
    assert_eq!((theme.name.as_str(), theme.notes.len()), ("Being seen", 1));
    assert_eq!(theme.owner, Some(scene.people[0]));
    // The same words are the same statement.
    let themes = scene.study().themes.len();
    let other = scene.excerpts[0];
    send(&mut scene, Action::Write(Entry::NewStatement(other)));
    send(
        &mut scene,
        Action::Written(Entry::NewStatement(other), "being SEEN".into(), true),
    );
    assert_eq!(scene.study().themes.len(), themes);
    assert_eq!(shown(&scene)[0], "1.2 |  | Being seen");
    assert_eq!(row::head(&scene.state).unwrap().open, 0);
}

#[test]
fn a_statement_that_is_there_is_picked_and_taken_away() {
    let mut scene = table();
    send(&mut scene, Action::Link(link::Action::Open(None)));
    send(&mut scene, Action::Link(link::Action::Type("hand".into())));
    assert_eq!(link::view(&scene.state).unwrap().offers.len(), 1);
    let effects = send(&mut scene, Action::Link(link::Action::Take));
    assert!(focuses(&effects, grid::FOCUS));
    assert_eq!(shown(&scene)[0], "1.2 |  | Being handed trust");
    send(&mut scene, Action::Link(link::Action::Open(None)));
    assert!(link::view(&scene.state).unwrap().offers.is_empty());
    send(&mut scene, Action::Link(link::Action::Cancel));
    let coding = row::rows(&scene.state, &[0])[0].statements[0].coding;
    send(&mut scene, Action::Unlink(coding));
    assert_eq!(shown(&scene)[0], "1.2 |  | ");
}

#[test]
fn the_next_open_passage_is_one_step_away() {
    let mut scene = table();
    send(&mut scene, Action::NextOpen);
    assert_eq!(current(&scene), Some((1, Column::Statements)));
    let effects = send(&mut scene, Action::NextOpen);
    assert_eq!(current(&scene), Some((0, Column::Statements)));
    assert!(focuses(&effects, grid::FOCUS));
}

#[test]
fn every_row_is_shown_before_it_is_printed() {
    let mut scene = table();
    let effects = send(&mut scene, Action::Print);
    assert!(row::head(&scene.state).unwrap().printing);
    assert!(matches!(effects.as_slice(), [Effect::Later(..)]));
    assert!(send(&mut scene, Action::PrintNow).contains(&Effect::Print));
    send(&mut scene, Action::Printed);
    assert!(!row::head(&scene.state).unwrap().printing);
}
