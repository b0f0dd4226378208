//! The transcript as somebody meets it: caret, selection, marks, palette, drafts, margins, finding,
//! correcting.

use crate::scene::{Scene, focuses};
use noema::app::action::Action as AnyAction;
use noema::app::command;
use noema::app::command::chord::Chord;
use noema::app::desk::Page;
use noema::app::effect::{Effect, Effects, Write};
use noema::app::keeping;
use noema::app::reading::margin::{self, Content, EntryId, Side};
use noema::app::reading::marks::Marks;
use noema::app::reading::palette::{self, Mode};
use noema::app::reading::pick::End;
use noema::app::reading::rows::{self, Hit, Piece};
use noema::app::reading::selection::Place;
use noema::app::reading::viewport::{Shape, Zoom};
use noema::app::reading::{Action, copy, draft, entry, find, head, overlay, print};
use noema::study::find::{Query, QueryKind};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::note::NoteKind;
use noema::study::study::Study;

/// P1's first interview on screen, with the keyboard in it.
struct Reader {
    scene: Scene,
}

impl Reader {
    fn new() -> Self {
        let mut scene = Scene::new();
        let transcript = scene.transcripts[0];
        scene.send(AnyAction::Go(Page::Transcript(transcript)));
        let mut reader = Self { scene };
        reader.send(Action::Focused(true));
        reader
    }

    fn send(&mut self, action: Action) -> Effects {
        self.scene.send(AnyAction::Reading(action))
    }

    fn palette(&mut self, action: palette::Action) -> Effects {
        self.send(Action::Palette(action))
    }

    fn key(&mut self, written: &str) -> Effects {
        let mut parts: Vec<_> = written.split('+').collect();
        let key = parts.pop().unwrap().to_lowercase();
        let chord = Chord {
            key,
            command: parts.contains(&"Mod"),
            alt: parts.contains(&"Alt"),
            shift: parts.contains(&"Shift"),
        };
        self.scene
            .send(AnyAction::Command(command::Action::Pressed(chord)))
    }

    fn content(&self) -> String {
        let transcript = &self.study().transcripts[&self.scene.transcripts[0]];
        let prepared = self.scene.desk().texts.of(transcript).unwrap();
        prepared.text.content.clone()
    }

    fn study(&self) -> &Study {
        self.scene.study()
    }

    fn range(&self, words: &str) -> CharRange {
        let at = self.content().find(words).unwrap() as u32;
        CharRange::new(CharPos(at), CharPos(at + words.len() as u32))
    }

    /// Selects words as the pointer would.
    fn select(&mut self, words: &str) {
        let range = self.range(words);
        let transcript = &self.study().transcripts[&self.scene.transcripts[0]];
        let prepared = self.scene.desk().texts.of(transcript).unwrap();
        let anchor = prepared.place_of(range.start().into());
        let head = prepared.place_of(range.end().into());
        self.send(Action::Select(anchor, head));
    }

    /// Storage confirms what it was asked for; what waits for that is sent with the next act.
    fn all_is_stored(&mut self) {
        for ticket in 0..50 {
            let written = keeping::Action::Written(ticket, Ok(()));
            self.scene.send(AnyAction::Keeping(written));
        }
    }

    fn said(&self) -> String {
        self.scene.said()
    }

    fn pieces(&self) -> Vec<Piece> {
        let view = rows::view(&self.scene.state).unwrap();
        let rows = view.rows.iter().flat_map(|row| row.rows.clone());
        rows.flatten().collect()
    }

    /// The words of all pieces that something is true of.
    fn words_where(&self, is: impl Fn(&Piece) -> bool) -> String {
        let pieces = self.pieces().into_iter().filter(|piece| is(piece));
        pieces.map(|piece| piece.text).collect()
    }

    fn marked(&self) -> usize {
        self.study().excerpts_of(self.scene.transcripts[0]).count()
    }

    fn entries(&self, side: Side) -> Vec<String> {
        let view = margin::view(&self.scene.state, side).unwrap();
        let said = view.entries.iter().map(|entry| match &entry.content {
            Content::Note { kind, text, .. } => {
                let letter = kind.map_or('-', NoteKind::letter);
                let text = entry.draft.as_ref().unwrap_or(text);
                format!("{letter} {text}")
            }
            Content::Statement { name, .. } => format!("{name} {}", entry.cite),
            Content::Translation { text } => format!("translation {text}"),
            Content::Memo { text } => format!("memo {text}"),
        });
        said.collect()
    }

    /// The marks kept edit by edit are those that reading the study anew would give.
    fn check_marks(&self) {
        let mut anew = Marks::default();
        anew.read(self.study(), Some(self.scene.transcripts[0]));
        let kept = self.scene.desk().reading.marks.spans();
        assert_eq!(kept, anew.spans());
    }
}

#[test]
fn lines_have_numbers_labels_and_all_their_words() {
    let reader = Reader::new();
    let view = rows::view(&reader.scene.state).unwrap();
    let lines: Vec<(String, bool)> = view
        .rows
        .iter()
        .map(|row| (row.number.clone(), row.label.is_some()))
        .collect();
    assert_eq!(lines[0], ("1.1".into(), true));
    assert_eq!(lines[1], ("2".into(), true));
    assert!(lines[2..].iter().all(|(_, label)| !label));
    let shown = reader.words_where(|_| true).replace(' ', "");
    assert_eq!(shown, reader.content().replace([' ', '\n'], ""));
}

#[test]
fn the_caret_tells_where_it_came_to() {
    let mut reader = Reader::new();
    reader.key("ArrowDown");
    assert!(reader.said().starts_with("1.2: I walked around the block."));
    assert!(reader.said().contains("passage"), "{}", reader.said());
    reader.key("Mod+Home");
    reader.key("ArrowRight");
    assert_eq!(reader.said(), "o");
    reader.key("Mod+ArrowRight");
    assert_eq!(reader.said(), "ow");
    reader.key("Shift+ArrowRight");
    reader.key("Mod+Shift+ArrowRight");
    assert_eq!(reader.said(), "Selected:  was");
    reader.key("ArrowLeft");
    assert!(reader.scene.desk().reading.selection.range().is_empty());
    reader.key("Mod+ArrowDown");
    assert!(reader.said().starts_with("1.2"), "{}", reader.said());
    reader.send(Action::Focused(false));
    let before = reader.scene.desk().reading.selection;
    reader.key("ArrowDown");
    assert_eq!(reader.scene.desk().reading.selection, before);
}

#[test]
fn a_selection_is_marked_once() {
    let mut reader = Reader::new();
    reader.select(" opened the door. ");
    assert!(palette::view(&reader.scene.state).is_some());
    reader.key("M");
    assert_eq!(reader.marked(), 4);
    assert_eq!(reader.said(), "Passage 1.2 marked.");
    assert_eq!(reader.words_where(|piece| piece.picked), "opened the door.");
    assert!(palette::view(&reader.scene.state).is_none());
    reader.select("opened the door.");
    reader.key("M");
    assert_eq!(reader.marked(), 4);
    reader.check_marks();
    reader.scene.undo();
    assert_eq!(reader.marked(), 3);
    assert_eq!(reader.scene.desk().reading.picked, None);
    reader.check_marks();
}

#[test]
fn overlaps_are_picked_one_below_the_other() {
    let mut reader = Reader::new();
    reader.select("walked around the block. Then I opened");
    reader.key("M");
    reader.select("the block");
    reader.key("M");
    reader.key("Escape");
    let at = reader.range("block").start().0;
    let mut layers = Vec::new();
    for _ in 0..4 {
        reader.send(Action::PickAt(at));
        layers.push(reader.words_where(|piece| piece.picked));
    }
    assert_eq!(layers[0], "the block");
    assert_eq!(layers[1], "I walked around the block.");
    assert_eq!(layers[2], "walked around the block. Then I opened");
    assert_eq!(layers[3], layers[0]);
    reader.send(Action::PickAt(at));
    assert!(reader.said().contains("layer 2 of 3"), "{}", reader.said());
    reader.key("Escape");
    assert_eq!(reader.scene.desk().reading.picked, None);
}

#[test]
fn ends_move_by_keys_and_by_the_pointer() {
    let mut reader = Reader::new();
    let at = reader.range("People").start().0;
    reader.send(Action::PickAt(at));
    reader.key("Alt+ArrowRight");
    assert_eq!(reader.words_where(|piece| piece.picked), "looked at me.");
    reader.key("Alt+Shift+ArrowRight");
    let now = reader.words_where(|piece| piece.picked);
    assert_eq!(now.replace(' ', ""), "lookedatme.It");
    reader.check_marks();
    let handles = overlay::handles(&reader.scene.state).unwrap();
    let further = Place {
        utf16: handles.end.utf16 + 4,
        ..handles.end
    };
    reader.send(Action::Drag(End::End, further, false));
    let now = reader.words_where(|piece| piece.picked);
    assert_eq!(now.replace(' ', ""), "lookedatme.Itwas");
    let stored = reader.scene.desk().reading.marks.spans().clone();
    reader.send(Action::Drag(End::End, further, true));
    assert_ne!(&stored, reader.scene.desk().reading.marks.spans());
    reader.check_marks();
    for _ in 0..3 {
        reader.scene.undo();
    }
    assert_eq!(
        reader.words_where(|piece| piece.picked),
        "People looked at me."
    );
}

#[test]
fn a_draft_is_never_lost() {
    let mut reader = Reader::new();
    reader.select("opened the door.");
    let effects = reader.key("D");
    assert!(focuses(&effects, "reading-draft"));
    assert_eq!(reader.words_where(|piece| piece.picked), "opened the door.");
    reader.send(Action::Draft(draft::Action::Type("Doors again".into())));
    assert_eq!(reader.entries(Side::Notes), ["D Doors again"]);
    // Another selection and another draft: the first is kept.
    reader.select("It was odd.");
    reader.key("C");
    assert_eq!(reader.entries(Side::Notes), ["D Doors again", "C "]);
    assert_eq!(reader.marked(), 4);
    // An empty one goes away.
    reader.send(Action::Draft(draft::Action::Save(true)));
    assert_eq!(reader.entries(Side::Notes), ["D Doors again"]);
    assert_eq!(reader.marked(), 4);
    // One that waits while another transcript is looked at comes back.
    reader.select("It was odd.");
    reader.key("L");
    reader.send(Action::Draft(draft::Action::Type("odd, odd".into())));
    let (first, second) = (reader.scene.transcripts[0], reader.scene.transcripts[1]);
    reader.scene.send(AnyAction::Go(Page::Transcript(second)));
    assert!(reader.entries(Side::Notes).is_empty());
    reader.scene.send(AnyAction::Go(Page::Transcript(first)));
    assert_eq!(reader.entries(Side::Notes), ["D Doors again", "L odd, odd"]);
    reader.send(Action::Escape);
    assert_eq!(reader.study().notes.len(), 2);
    reader.check_marks();
}

#[test]
fn entries_are_edited_in_place() {
    let mut reader = Reader::new();
    let note = reader
        .scene
        .note(0, Some(NoteKind::Descriptive), "circling");
    let id = EntryId::Note(note);
    reader.send(Action::Draft(draft::Action::Edit(id)));
    reader.send(Action::Draft(draft::Action::Type(
        "circling, waiting".into(),
    )));
    reader.send(Action::Draft(draft::Action::Save(true)));
    assert_eq!(reader.entries(Side::Notes), ["D circling, waiting"]);
    let kind = entry::Action::Kind(note, None);
    reader.send(Action::Entry(kind));
    assert_eq!(reader.entries(Side::Notes), ["- circling, waiting"]);
    reader.send(Action::Entry(entry::Action::Bin(id)));
    assert!(reader.entries(Side::Notes).is_empty());
    reader.scene.undo();
    assert_eq!(reader.entries(Side::Notes), ["- circling, waiting"]);
}

#[test]
fn a_theme_is_found_before_it_is_made() {
    let mut reader = Reader::new();
    reader.select("opened the door.");
    assert!(focuses(&reader.key("S"), "reading-theme"));
    reader.palette(palette::Action::Type("Opening the door".into()));
    reader.palette(palette::Action::Take(None));
    assert_eq!(reader.entries(Side::Statements), ["Opening the door 1.2"]);
    reader.select("It was odd.");
    reader.key("T");
    reader.palette(palette::Action::Type("open".into()));
    let view = palette::view(&reader.scene.state).unwrap();
    let names: Vec<_> = view.options.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Opening the door", "open"]);
    assert_eq!(view.chosen, 0);
    reader.palette(palette::Action::Step(-1));
    assert_eq!(palette::view(&reader.scene.state).unwrap().chosen, 1);
    reader.palette(palette::Action::Step(1));
    let effects = reader.palette(palette::Action::Take(None));
    assert!(focuses(&effects, "transcript"));
    assert_eq!(reader.study().themes.len(), 1);
    assert_eq!(reader.study().codings.len(), 2);
    reader.key("S");
    reader.palette(palette::Action::Type("Opening the door".into()));
    reader.palette(palette::Action::Take(None));
    assert_eq!(reader.study().codings.len(), 2);
}

#[test]
fn a_statement_comes_from_several_notes() {
    let mut reader = Reader::new();
    let first = reader.scene.note(0, None, "circling");
    let second = reader.scene.note(1, None, "seen");
    for note in [first, second] {
        reader.send(Action::Entry(entry::Action::Choose(note)));
    }
    reader.key("S");
    reader.palette(palette::Action::Type("From visitor to host".into()));
    reader.palette(palette::Action::Take(None));
    let theme = reader.study().themes.values().next().unwrap();
    assert_eq!(theme.notes, [first, second]);
    assert_eq!(reader.study().codings.len(), 2);
    assert!(reader.scene.desk().reading.chosen.is_empty());
    assert_eq!(reader.entries(Side::Statements).len(), 1);
}

#[test]
fn words_are_corrected_in_place() {
    let mut reader = Reader::new();
    reader.scene.note(1, None, "seen");
    let before = reader.content();
    reader.select("opened");
    reader.key("W");
    let view = palette::view(&reader.scene.state).unwrap();
    assert_eq!(
        view.mode,
        Mode::Correct {
            text: "opened".into()
        }
    );
    reader.palette(palette::Action::CorrectTo("had opened".into()));
    reader.all_is_stored();
    let effects = reader.palette(palette::Action::SaveCorrection);
    let stored_together = effects.iter().any(|effect| match effect {
        Effect::Write { writes, .. } => {
            let has = |is: fn(&Write) -> bool| writes.iter().any(is);
            let text = has(|it| matches!(it, Write::Text { .. }));
            text && has(|it| matches!(it, Write::Chunk { .. }))
        }
        _ => false,
    });
    assert!(stored_together);
    assert_eq!(reader.content(), before.replace("opened", "had opened"));
    assert_eq!(
        reader.words_where(|piece| piece.marked).replace(' ', ""),
        "Iwalkedaroundtheblock.Peoplelookedatme.Theyhandedmethekey."
    );
    reader.check_marks();
    reader.scene.undo();
    assert_eq!(reader.content(), before);
    reader.scene.send(AnyAction::Keeping(keeping::Action::Redo));
    assert_eq!(reader.content(), before.replace("opened", "had opened"));
}

#[test]
fn words_are_found() {
    let mut reader = Reader::new();
    assert!(focuses(&reader.key("Mod+F"), "reading-find"));
    let query = Query {
        text: "the".into(),
        ..Query::default()
    };
    reader.send(Action::Find(find::Action::Look(query.clone())));
    let view = find::view(&reader.scene.state).unwrap();
    assert_eq!((view.at, view.count), (1, 5));
    reader.key("F3");
    assert!(
        reader.said().starts_with("2 of 5, 1.2"),
        "{}",
        reader.said()
    );
    assert_eq!(reader.words_where(|piece| piece.hit == Hit::Current), "The");
    reader.key("Shift+F3");
    reader.key("Shift+F3");
    assert_eq!(find::view(&reader.scene.state).unwrap().at, 5);
    let whole = Query {
        whole_word: true,
        ..query.clone()
    };
    reader.send(Action::Find(find::Action::Look(whole)));
    assert_eq!(find::view(&reader.scene.state).unwrap().count, 3);
    let pattern = Query {
        kind: QueryKind::Regex,
        ..query
    };
    let effects = reader.send(Action::Find(find::Action::Look(pattern)));
    let job = effects.iter().find_map(|effect| match effect {
        Effect::Search(request) => Some(request.job),
        _ => None,
    });
    let hit = reader.range("door");
    reader.send(Action::Found(job.unwrap(), Ok(vec![hit])));
    assert_eq!(find::view(&reader.scene.state).unwrap().count, 1);
    assert!(focuses(
        &reader.send(Action::Find(find::Action::Close)),
        "transcript"
    ));
    assert_eq!(reader.scene.desk().reading.selection.head.pos, hit.start());
}

#[test]
fn one_goes_to_a_line_by_its_name() {
    let mut reader = Reader::new();
    let effects = reader.send(Action::GoTo("1,2".into()));
    assert!(focuses(&effects, "transcript"));
    assert_eq!(head::status(&reader.scene.state).unwrap().place, "1.2");
    reader.send(Action::GoTo("9.9".into()));
    let notice = &reader.scene.state.notices.all[0];
    assert_eq!(notice.key, "reading-no-such-line");
}

#[test]
fn what_is_copied_comes_from_the_text() {
    let mut reader = Reader::new();
    reader.select("opened the door.");
    assert_eq!(
        copy::words(&reader.scene.state).as_deref(),
        Some("opened the door.")
    );
    let effects = reader.key("Q");
    assert!(effects.contains(&Effect::Copy("“opened the door.” (P1·1·1.2)".into())));
}

#[test]
fn the_room_decides_how_much_is_shown() {
    let mut reader = Reader::new();
    reader.send(Action::Sized(360, 700, 520));
    assert_eq!(
        head::setup(&reader.scene.state).unwrap().shape,
        Shape::Narrow
    );
    assert!(margin::view(&reader.scene.state, Side::Notes).is_none());
    assert!(margin::sheet(&reader.scene.state).is_none());
    reader.scene.note(0, None, "circling");
    let at = reader.range("around").start().0;
    reader.send(Action::PickAt(at));
    assert_eq!(margin::sheet(&reader.scene.state).unwrap().len(), 1);
    let view = rows::view(&reader.scene.state).unwrap();
    assert!(
        view.rows[1].rows.len() > 1,
        "a line is cut where it does not fit"
    );
    let shown = reader.words_where(|_| true).replace(' ', "");
    assert_eq!(shown, reader.content().replace([' ', '\n'], ""));
    reader.send(Action::Zoom(Zoom::In));
    assert_eq!(head::view(&reader.scene.state).unwrap().percent, 110);
}

#[test]
fn bars_beside_one_line_have_lanes_of_their_own() {
    let mut reader = Reader::new();
    let theme = reader.scene.theme(Some(0), None, "door");
    reader.scene.code(0, theme);
    reader.scene.code(1, theme);
    let bars = overlay::bars(&reader.scene.state);
    let lanes: Vec<_> = bars.iter().map(|bar| bar.lane).collect();
    assert_eq!(lanes, [0, 1]);
}

#[test]
fn printing_makes_every_page_and_takes_it_away() {
    let mut reader = Reader::new();
    assert_eq!(print::view(&reader.scene.state), None);
    reader.send(Action::Print(true));
    let pages = print::view(&reader.scene.state).unwrap();
    let lines: usize = pages.iter().map(|page| page.rows.len()).sum();
    assert_eq!(lines, rows::view(&reader.scene.state).unwrap().rows.len());
    let effects = reader.send(Action::Print(true));
    assert!(effects.contains(&Effect::Print));
    reader.send(Action::Print(false));
    assert_eq!(print::view(&reader.scene.state), None);
}
