//! Files on their way in, from the picking to the study: what is asked for, what is stored, what is
//! left behind.

use noema::app::action::Action as AnyAction;
use noema::app::desk::{Desk, Page};
use noema::app::effect::{Effect, Effects, Write};
use noema::app::import::file::Received;
use noema::app::import::form::Setting;
use noema::app::import::person::Who;
use noema::app::import::refusal::Refusal;
use noema::app::import::view::{self, Content, Ready, RowState, Twin};
use noema::app::import::{Action, Chosen, Request};
use noema::app::keeping;
use noema::app::keeping::card::StudyCard;
use noema::app::state::State;
use noema::app::update::update;
use noema::formats::errand::{Answer, Clerk, Errand, Fault};
use noema::formats::import as reader;
use noema::formats::import::{Comment, Draft, Guess, Kind, Speaker, Warning};
use noema::formats::study_file;
use noema::ledger::{Actor, Ledger};
use noema::study::edit::Home;
use noema::study::id::{CoderId, Moment, Stamp};
use noema::study::position::{CharPos, CharRange};
use noema::study::record::transcript::TranscriptKind;
use noema::study::study::Study;
use noema::study::text::{Text, TextHash, Turn};

/// A workbench with a study on it, files that exist only here, and all that was asked for.
struct Bench {
    state: State,
    time: i64,
    effects: Effects,
}

impl Bench {
    fn new() -> Self {
        let mut stamp = Stamp::new(Moment(1_000), 1);
        let ledger = Ledger::new(Actor::new(&mut stamp));
        let card = StudyCard {
            id: stamp.id(),
            me: CoderId(stamp.id()),
            ..StudyCard::default()
        };
        let mut state = State {
            desk: Some(Desk::new(ledger, card)),
            ..State::default()
        };
        state.device.can_import = true;
        Self {
            state,
            time: 2_000,
            effects: Vec::new(),
        }
    }

    fn act(&mut self, action: AnyAction) -> Effects {
        self.time += 1;
        let stamp = Stamp::new(Moment(self.time), self.time.cast_unsigned());
        let effects = update(&mut self.state, action, stamp);
        self.effects.extend(effects.clone());
        // Storage takes everything at once here.
        for effect in &effects {
            if let Effect::Write { ticket, .. } = effect {
                let written = keeping::Action::Written(*ticket, Ok(()));
                self.act(AnyAction::Keeping(written));
            }
        }
        effects
    }

    fn import(&mut self, action: Action) -> Effects {
        self.act(AnyAction::Import(action))
    }

    fn set(&mut self, file: u32, setting: Setting) -> Effects {
        self.import(Action::Set(file, setting))
    }

    /// Gives files by name; each is one kilobyte.
    fn pick(&mut self, names: &[&str]) -> Effects {
        let files = names.iter().zip(1_u32..).map(|(name, number)| Chosen {
            number: number + 100 * u32::try_from(self.effects.len()).unwrap(),
            name: (*name).to_owned(),
            size: 1_000,
        });
        let files = files.collect();
        self.import(Action::Picked(Ok(files)))
    }

    /// The job that was asked for last and is not answered.
    fn asked(&self) -> Option<Request> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::ReadForeign(request) => Some(request.clone()),
            _ => None,
        })
    }

    /// Answers every job with a draft of the file's name.
    fn answer(&mut self, draft: impl Fn(&str) -> Result<Draft, Refusal>) {
        let mut last = 0;
        while let Some(request) = self.asked().filter(|request| request.job > last) {
            last = request.job;
            let answer = draft(&request.name).map(|draft| Box::new(received(draft)));
            self.import(Action::Read(request.job, answer));
        }
    }

    fn study(&self) -> &Study {
        self.state.desk.as_ref().unwrap().study()
    }

    fn file(&self, name: &str) -> u32 {
        let files = &self.state.import.as_ref().unwrap().files;
        files.iter().find(|item| item.name == name).unwrap().number
    }

    fn ready(&mut self, name: &str) -> Ready {
        self.import(Action::Choose(self.file(name)));
        match view::file(&self.state).unwrap().content {
            Content::Ready(ready) => *ready,
            other => panic!("{name} is not ready: {other:?}"),
        }
    }

    /// What the list says of each file.
    fn rows(&self) -> Vec<String> {
        let say = |state: &RowState| match state {
            RowState::Ready { place, attention } => match attention {
                true => format!("{place} !"),
                false => place.clone(),
            },
            other => format!("{other:?}"),
        };
        let list = view::list(&self.state);
        list.rows.iter().map(|row| say(&row.state)).collect()
    }

    /// What was stored and is not the study's own documents.
    fn texts(&self) -> Vec<(TextHash, Vec<u8>)> {
        let writes = self.effects.iter().filter_map(|effect| match effect {
            Effect::Write { writes, .. } => Some(writes),
            _ => None,
        });
        let texts = writes.flatten().filter_map(|write| match write {
            Write::Text { hash, bytes } => Some((*hash, bytes.clone())),
            _ => None,
        });
        texts.collect()
    }
}

fn received(mut draft: Draft) -> Received {
    let text = std::mem::take(&mut draft.text).to_bytes();
    Received {
        draft,
        words: 7,
        text,
    }
}

/// A draft of two turns; the guess comes from the file's name, such as `P2-1`.
fn draft(name: &str) -> Draft {
    let stem = name.split('.').next().unwrap();
    let speaker = |name: &str, interviewer| Speaker {
        name: name.into(),
        turns: 1,
        words: 3,
        interviewer,
    };
    let turn = |start, speaker| Turn {
        start: CharPos(start),
        speaker: Some(speaker),
        time: Some(start * 1_000),
    };
    Draft {
        kind: Kind::Plain,
        text: Text {
            content: format!("How are you?\nWell, thank you. {name}"),
            turns: vec![turn(0, 0), turn(13, 1)],
            ..Text::default()
        },
        speakers: vec![speaker("Dan", true), speaker("Ines", false)],
        encoding: None,
        comments: Vec::new(),
        warnings: Vec::new(),
        guess: Guess {
            participant: stem
                .starts_with('P')
                .then(|| stem.split('-').next().unwrap().to_owned()),
            number: stem
                .split('-')
                .nth(1)
                .and_then(|number| number.parse().ok()),
            date: None,
        },
    }
}

fn sound(name: &str) -> Result<Draft, Refusal> {
    Ok(draft(name))
}

#[test]
fn files_of_one_participant_come_to_one_participant() {
    let mut bench = Bench::new();
    bench.pick(&["P10-1.txt", "P2-2.txt", "P2-1.txt", "notes.txt"]);
    bench.answer(sound);
    assert_eq!(
        bench.rows(),
        [
            "P1 · Interview 1",
            "P2 · Interview 1",
            "P2 · Interview 2",
            "P10 · Interview 1"
        ]
    );
    assert_eq!(bench.study(), &Study::default());
    bench.import(Action::Store);
    let study = bench.study();
    let labels: Vec<_> = study.live_participants();
    let labels: Vec<_> = labels.iter().map(|person| person.label.as_str()).collect();
    assert_eq!(labels, ["P1", "P2", "P10"]);
    assert_eq!(study.transcripts.len(), 4);
    let texts = bench.texts();
    assert_eq!(texts.len(), 4);
    for (hash, bytes) in texts {
        assert_eq!(TextHash::of(&bytes), hash);
        let named = study.transcripts.values().filter(|one| one.text == hash);
        assert_eq!(named.count(), 1);
    }
    assert!(bench.state.import.is_none());
    let page = bench.state.desk.as_ref().unwrap().page;
    let Page::Transcript(first) = page else {
        panic!("not at a transcript: {page:?}");
    };
    assert_eq!(
        study.participants[&study.transcripts[&first].participant].label,
        "P1"
    );
    assert_eq!(bench.state.notices.all[0].key, "import-done");
}

#[test]
fn who_was_labelled_for_want_of_better_makes_room() {
    let mut bench = Bench::new();
    bench.pick(&["anna.txt", "berta.txt", "P1.txt"]);
    bench.answer(sound);
    assert_eq!(
        bench.rows(),
        ["P3 · Interview 1", "P2 · Interview 1", "P1 · Interview 1"].map(|row| {
            // Sorted by name, with capital letters no different from small ones.
            row.to_owned()
        })
    );
}

#[test]
fn one_undo_takes_all_of_it_back_and_redo_brings_it_again() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    bench.answer(sound);
    bench.import(Action::Store);
    let before = bench.study().clone();
    bench.pick(&["P1-2.txt", "P7.docx"]);
    bench.answer(|name| {
        let comment = |author: &str, text: &str| Comment {
            range: CharRange::new(CharPos(13), CharPos(17)),
            author: author.into(),
            text: text.into(),
        };
        Ok(Draft {
            comments: vec![comment("Mo", "a pause"), comment("", "twice")],
            ..draft(name)
        })
    });
    bench.import(Action::Store);
    let after = bench.study().clone();
    assert_eq!(after.transcripts.len(), 3);
    assert_eq!((after.excerpts.len(), after.notes.len()), (2, 4));
    let mut notes: Vec<_> = after
        .notes
        .values()
        .map(|note| note.text.as_str())
        .collect();
    notes.sort_unstable();
    notes.dedup();
    assert_eq!(notes, ["a pause (Mo)", "twice"]);
    for excerpt in after.excerpts.values() {
        assert!(after.place_of(excerpt).is_some());
    }
    bench.act(AnyAction::Keeping(keeping::Action::Undo));
    assert_eq!(bench.study(), &before);
    bench.act(AnyAction::Keeping(keeping::Action::Redo));
    assert_eq!(bench.study(), &after);
}

#[test]
fn calling_it_off_leaves_nothing() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt", "P2.txt"]);
    let request = bench.asked().unwrap();
    bench.import(Action::Progressed(request.job, 500));
    assert_eq!(bench.rows(), ["Reading(50)", "Waiting"]);
    let effects = bench.import(Action::Cancel);
    assert!(effects.contains(&Effect::CancelForeign(request.job)));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::ForgetFiles(files) if files.len() == 2))
    );
    // The answer was on its way.
    let late = bench.import(Action::Read(
        request.job,
        Ok(Box::new(received(draft("P1")))),
    ));
    assert_eq!(late, []);
    assert!(bench.state.import.is_none());
    assert_eq!(bench.study(), &Study::default());
    let written = |effect: &Effect| matches!(effect, Effect::Write { .. });
    assert!(!bench.effects.iter().any(written));
}

#[test]
fn a_file_that_fails_leaves_the_others_alone() {
    let mut bench = Bench::new();
    bench.pick(&["P1.docx", "P2.txt", "study.noema"]);
    bench.answer(|name| match name {
        "P1.docx" => Err(Refusal::File(reader::Fault::PasswordProtected)),
        other => sound(other),
    });
    let rows = bench.rows();
    assert_eq!(rows[1], "P2 · Interview 1");
    assert!(rows[0].contains("only with a password"), "{rows:?}");
    assert!(rows[2].contains("whole study"), "{rows:?}");
    bench.import(Action::Store);
    assert_eq!(bench.study().transcripts.len(), 1);
    let message = &bench.state.notices.all[0];
    let text = bench.state.messages.with(&message.key, &message.arguments);
    assert!(text.contains("2 files were left out"), "{text}");
}

#[test]
fn nothing_large_is_even_read() {
    let mut bench = Bench::new();
    bench.import(Action::Picked(Ok(vec![
        Chosen {
            number: 1,
            name: "P1.pdf".into(),
            size: 250_500_000,
        },
        Chosen {
            number: 2,
            name: "P2.txt".into(),
            size: 0,
        },
    ])));
    assert_eq!(bench.asked(), None);
    let rows = bench.rows();
    assert!(
        rows[0].contains("250.5 MB") && rows[0].contains("100 MB"),
        "{rows:?}"
    );
    assert!(rows[1].contains("empty"), "{rows:?}");
    bench.import(Action::Store);
    assert_eq!(
        bench.state.notices.said.as_ref().unwrap().0,
        "import-hindrance-nothing"
    );
}

#[test]
fn the_same_text_is_not_stored_twice_unless_wanted() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    bench.answer(|_| sound("P1"));
    bench.import(Action::Store);
    bench.pick(&["again.txt", "and again.txt", "other.txt"]);
    bench.answer(|name| match name {
        "other.txt" => sound(name),
        _ => Ok(Draft {
            guess: Guess::default(),
            ..draft("P1")
        }),
    });
    let rows = bench.rows();
    assert_eq!(rows[..2], ["LeftOut", "LeftOut"]);
    let again = bench.ready("again.txt");
    assert_eq!(
        again.twin,
        Some(Twin::Transcript("P1 · Interview 1".into()))
    );
    bench.set(bench.file("again.txt"), Setting::Include(true));
    bench.import(Action::Store);
    assert_eq!(bench.study().transcripts.len(), 3);
}

#[test]
fn a_label_of_another_has_to_be_changed_first() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    bench.answer(sound);
    bench.import(Action::Store);
    bench.pick(&["x.txt", "y.txt"]);
    bench.answer(sound);
    let file = bench.file("y.txt");
    for (label, fault) in [
        (" p1 ", Some("import-label-in-study")),
        ("", Some("import-label-missing")),
        ("P2", Some("import-label-among-files")),
        ("Mai", None),
    ] {
        bench.set(file, Setting::Label(label.into()));
        assert_eq!(bench.ready("y.txt").label_fault, fault, "{label}");
        bench.import(Action::Choose(bench.file("x.txt")));
        let effects = bench.import(Action::Store);
        let focused = effects.contains(&Effect::Focus("import-label".into()));
        assert_eq!(focused, fault.is_some(), "{label}");
    }
    assert_eq!(bench.study().transcripts.len(), 3);
}

#[test]
fn a_participant_who_left_meanwhile_has_to_be_replaced_first() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    bench.answer(sound);
    bench.import(Action::Store);
    bench.pick(&["P1-2.txt"]);
    bench.answer(sound);
    bench.act(AnyAction::Keeping(keeping::Action::Undo));
    let effects = bench.import(Action::Store);
    assert!(effects.contains(&Effect::Focus("import-participant".into())));
    assert_eq!(bench.study().transcripts.len(), 0);
    bench.set(bench.file("P1-2.txt"), Setting::Another);
    bench.import(Action::Store);
    assert_eq!(bench.study().transcripts.len(), 1);
}

#[test]
fn numbers_go_on_where_the_study_ends() {
    let mut bench = Bench::new();
    bench.pick(&["P1-3.txt"]);
    bench.answer(sound);
    bench.import(Action::Store);
    bench.pick(&["P1 a.txt", "P1 b.txt", "P1 c.txt"]);
    bench.answer(|name| {
        let mut draft = draft(name);
        draft.guess.participant = Some("P1".into());
        Ok(draft)
    });
    let number = |place: &str| format!("P1 · Interview {place}");
    assert_eq!(bench.rows(), [number("4"), number("5"), number("6")]);
    bench.set(bench.file("P1 b.txt"), Setting::Number("4".into()));
    assert_eq!(bench.rows(), [number("5"), number("4"), number("6")]);
    bench.set(bench.file("P1 c.txt"), Setting::Number("3".into()));
    assert_eq!(bench.rows()[2], number("3 !"));
    bench.set(bench.file("P1 c.txt"), Setting::Include(false));
    assert_eq!(bench.rows(), [number("5"), number("4"), "LeftOut".into()]);
}

#[test]
fn settings_apply_to_all_but_what_is_each_files_own() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt", "P2.txt"]);
    bench.answer(sound);
    let (one, two) = (bench.file("P1.txt"), bench.file("P2.txt"));
    for setting in [
        Setting::Kind(TranscriptKind::Diary),
        Setting::Wave("baseline".into()),
        Setting::Columns("90".into()),
        Setting::Lines("9999".into()),
        Setting::Name(0, " Interviewer ".into()),
        Setting::Name(1, String::new()),
        Setting::Asks(0, false),
        Setting::Date("2031-03-14".into()),
    ] {
        bench.set(one, setting);
    }
    bench.import(Action::ApplyToAll(one));
    let ready = bench.ready("P2.txt");
    assert_eq!(ready.form.kind, TranscriptKind::Diary);
    assert_eq!(ready.form.wave, "baseline");
    assert_eq!(
        (
            ready.form.measure.columns,
            ready.form.measure.lines_per_page
        ),
        (90, 200)
    );
    let names: Vec<_> = ready
        .form
        .speakers
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Interviewer", "Ines"]);
    assert!(!ready.form.speakers[0].interviewer);
    assert_eq!(ready.form.date, "");
    assert_eq!(ready.form.who, Who::New(1));
    assert_eq!(ready.waves, ["baseline"]);
    bench.set(two, Setting::Whose(Who::New(0)));
    assert_eq!(
        bench.rows(),
        ["P1 · Diary 1 · baseline", "P1 · Diary 2 · baseline"]
    );
}

#[test]
fn another_encoding_reads_the_file_anew_and_keeps_what_was_decided() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    bench.answer(sound);
    let file = bench.file("P1.txt");
    bench.set(file, Setting::Wave("baseline".into()));
    bench.set(file, Setting::Name(0, "Me".into()));
    bench.set(file, Setting::Encoding("EUC-KR".into()));
    let request = bench.asked().unwrap();
    assert_eq!(request.choice.encoding.as_deref(), Some("EUC-KR"));
    assert!(bench.ready("P1.txt").stale);
    let mut other = draft("P1.txt");
    other.speakers[0].name = "댄".into();
    other.speakers[1].name = "이네스".into();
    bench.import(Action::Read(request.job, Ok(Box::new(received(other)))));
    let ready = bench.ready("P1.txt");
    assert!(!ready.stale);
    assert_eq!(ready.form.wave, "baseline");
    let names: Vec<_> = ready
        .form
        .speakers
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Me", "이네스"]);
}

#[test]
fn the_preview_is_what_the_whole_text_begins_with() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    let line = "Nobody told me that I was allowed to, and so I waited for the others. ";
    bench.answer(|name| {
        let mut draft = draft(name);
        draft.text.content = format!("How are you?\n{}", line.repeat(1_000));
        Ok(draft)
    });
    let preview = bench.ready("P1.txt").preview;
    assert_eq!(preview.lines.len(), 200);
    assert_eq!(
        preview.rest, 0,
        "the answer said 7 words, and more are shown"
    );
    let first = &preview.lines[0];
    assert_eq!(
        (first.number.as_str(), first.words.as_str()),
        ("1.1", "How are you?")
    );
    assert_eq!((first.speaker.as_deref(), first.asks), (Some("Dan"), true));
    assert_eq!(preview.lines[1].time.as_deref(), Some("0:13"));
    assert_eq!(preview.lines[2].number, "3");
    assert_eq!(preview.lines[30].number, "2.1");
    assert_eq!(preview.lines[30].words, line.trim_end());
}

#[test]
fn a_restore_point_is_kept_once_there_is_something_to_restore() {
    let mut bench = Bench::new();
    let points = |bench: &Bench| -> Vec<Vec<u8>> {
        let writes = bench.effects.iter().filter_map(|effect| match effect {
            Effect::Write { writes, .. } => Some(writes),
            _ => None,
        });
        let points = writes.flatten().filter_map(|write| match write {
            Write::RestorePoint { bytes, .. } => Some(bytes.clone()),
            _ => None,
        });
        points.collect()
    };
    bench.pick(&["P1.txt"]);
    bench.answer(sound);
    bench.import(Action::Store);
    assert_eq!(points(&bench).len(), 0);
    let before = bench.study().clone();
    bench.pick(&["P2.txt"]);
    bench.answer(sound);
    bench.import(Action::Store);
    let points = points(&bench);
    assert_eq!(points.len(), 1);
    let package = study_file::read(&points[0]).unwrap();
    let mut ledger = Ledger::new(Actor::new(&mut Stamp::new(Moment(9), 9)));
    for (home, parts) in &package.documents {
        ledger.load(*home, parts).unwrap();
    }
    assert_eq!(ledger.study(), &before);
    assert!(package.documents.contains_key(&Home::Study) || before.details == Default::default());
}

#[test]
fn going_elsewhere_keeps_the_files_waiting() {
    let mut bench = Bench::new();
    bench.pick(&["P1.txt"]);
    assert!(view::is_shown(&bench.state));
    bench.act(AnyAction::Go(Page::Codebook));
    assert!(!view::is_shown(&bench.state));
    let (key, offer) = {
        let notice = &bench.state.notices.all[0];
        (notice.key.clone(), notice.offer.clone().unwrap().1)
    };
    assert_eq!(key, "import-waiting");
    bench.act(offer);
    assert!(view::is_shown(&bench.state));
    bench.act(AnyAction::Keeping(keeping::Action::CloseStudy));
    assert!(bench.state.import.is_none());
}

#[test]
fn every_fault_and_warning_has_its_words() {
    let state = State::default();
    let messages = &state.messages;
    use reader::Fault as Cause;
    use reader::{Nature, Part};
    let natures = [
        Nature::Text,
        Nature::Vtt,
        Nature::Srt,
        Nature::Docx,
        Nature::Doc,
        Nature::Spreadsheet,
        Nature::Presentation,
        Nature::Odt,
        Nature::Rtf,
        Nature::Pdf,
        Nature::Zip,
        Nature::Image,
        Nature::Recording,
        Nature::Html,
        Nature::Binary,
    ];
    let parts = [Part::Archive, Part::Document, Part::Depth, Part::Pdf];
    let mut causes = vec![
        Cause::Empty,
        Cause::PasswordProtected,
        Cause::NoText,
        Cause::TooLarge {
            limit: 20_000_000,
            size: 52_400_000,
        },
        Cause::UnpacksTooLarge { limit: 200_000_000 },
        Cause::UnknownEncoding {
            label: "klingon".into(),
        },
    ];
    causes.extend(natures.map(|what| Cause::Unsupported { what }));
    causes.extend(natures.map(|is| Cause::NotWhatItSays {
        says: Nature::Docx,
        is,
    }));
    causes.extend(parts.map(|part| Cause::Damaged { part }));
    let mut refusals: Vec<_> = causes.into_iter().map(Refusal::File).collect();
    refusals.push(Refusal::StudyFile);
    for refusal in refusals {
        for part in ["", ".safe", ".next"] {
            let key = format!("{}{part}", refusal.key());
            let text = messages.with(&key, &refusal.arguments(messages));
            assert!(!text.contains(&refusal.key()), "{text}");
            assert!(!text.contains('{') && !text.contains("nature-"), "{text}");
        }
    }
    let warnings = [
        Warning::NulBytes { count: 2 },
        Warning::LinesJoined,
        Warning::Footnotes { count: 2 },
        Warning::Symbols { count: 2 },
        Warning::CommentsUnplaced { count: 2 },
        Warning::CuesSkipped { count: 2 },
        Warning::PageFurniture { count: 2 },
        Warning::PrintedNumbers { count: 2 },
        Warning::PagesWithoutText { count: 2 },
    ];
    for warning in warnings {
        let (key, arguments) = view::in_words(&warning);
        let text = messages.with(&key, &arguments);
        assert!(text != key && !text.contains('{'), "{text}");
    }
}

/// The way of real bytes: through the clerk of the second module.
fn through_clerk(name: &str, bytes: &[u8]) -> Result<Box<Received>, Refusal> {
    let errand = Errand::Read {
        name: name.to_owned(),
        choice: reader::Choice::default(),
    };
    match Clerk::default().run(errand, bytes, &mut |_| ()) {
        Ok((Answer::Read { draft, words }, text)) => Ok(Box::new(Received {
            draft: *draft,
            words,
            text,
        })),
        Err(Fault::Import(fault)) => Err(Refusal::File(fault)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn real_files_become_transcripts() {
    let mut bench = Bench::new();
    let files: &[(&str, &[u8])] = &[
        (
            "P3 interview 2.txt",
            b"\xff\xfeI\0:\0 \0H\0i\0\n\0P\0:\0 \0Y\0o\0\n\0",
        ),
        (
            "P3.vtt",
            b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ines>Well.\n",
        ),
        ("scan.pdf", b"%PDF-1.7 nonsense"),
        ("<b>.txt", b"=cmd()\n<script>alert(1)</script>"),
    ];
    let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
    bench.pick(&names);
    let mut last = 0;
    while let Some(request) = bench.asked().filter(|request| request.job > last) {
        last = request.job;
        let (_, bytes) = files
            .iter()
            .find(|(name, _)| *name == request.name)
            .unwrap();
        bench.import(Action::Read(
            request.job,
            through_clerk(&request.name, bytes),
        ));
    }
    bench.import(Action::Store);
    let study = bench.study();
    assert_eq!(study.transcripts.len(), 3);
    let texts = bench.texts();
    let contents: Vec<_> = texts
        .iter()
        .map(|(_, bytes)| Text::from_bytes(bytes).unwrap().content)
        .collect();
    assert!(contents.contains(&"=cmd()\n<script>alert(1)</script>".to_owned()));
    assert!(contents.contains(&"Hi\nYo".to_owned()), "{contents:?}");
}

#[test]
fn the_samples_become_a_study() {
    let shared = std::env::var_os("NOEMA_SHARED").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        std::path::PathBuf::from,
    );
    let names = ["P1.pdf", "P2.pdf", "P3.pdf", "P4.pdf"];
    let mut bench = Bench::new();
    let folder = shared.join("samples/pdpilot");
    if !folder.join(names[0]).exists() {
        eprintln!("no samples here");
        return;
    }
    bench.pick(&names);
    let mut last = 0;
    while let Some(request) = bench.asked().filter(|request| request.job > last) {
        last = request.job;
        let bytes = std::fs::read(folder.join(&request.name)).unwrap();
        bench.import(Action::Read(
            request.job,
            through_clerk(&request.name, &bytes),
        ));
    }
    for name in names {
        let ready = bench.ready(name);
        println!("{name}: {} words, {:?}", ready.words, ready.warnings);
        assert!(ready.form.measure.source_pages, "{name}");
        let asks: Vec<_> = ready
            .form
            .speakers
            .iter()
            .map(|one| one.interviewer)
            .collect();
        assert_eq!(asks.iter().filter(|asks| **asks).count(), 1, "{name}");
        for line in ready.preview.lines.iter().take(12) {
            println!(
                "  {:>5} {:12} {}",
                line.number,
                line.speaker.as_deref().unwrap_or(""),
                line.words
            );
        }
    }
    bench.import(Action::Store);
    let labels: Vec<_> = bench.study().live_participants();
    let labels: Vec<_> = labels.iter().map(|person| person.label.as_str()).collect();
    assert_eq!(labels, ["P1", "P2", "P3", "P4"]);
}
