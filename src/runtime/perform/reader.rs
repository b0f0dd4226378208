//! The second module at work: a throw-away worker for each foreign file and for the example, one
//! that is kept for searching.
//!
//! Invariant: each job is answered once; the app knows which of them it still waits for.

use crate::app::action::Action;
use crate::app::fault::{Code, Fault};
use crate::app::import::file::Received;
use crate::app::import::refusal::Refusal;
use crate::app::import::{self, Request};
use crate::app::reading::{self, find};
use crate::app::start;
use crate::formats::errand::{self, Answer, Errand, from_hits};
use crate::formats::example::Example;
use crate::platform::fault::{Kind, Trouble};
use crate::platform::file::pick as pick_files;
use crate::platform::reader::{Reader, Reply};
use crate::runtime::services::fault;
use crate::runtime::store::Store;
use crate::study::position::CharRange;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// How long the reading of a file may take.
const READ_LIMIT: Duration = Duration::from_secs(60);
/// How long a search may take, once worker and text are there.
const SEARCH_LIMIT: Duration = Duration::from_secs(2);
/// What transcripts come as, for the picker.
const ACCEPT: &str = ".txt,.text,.md,.markdown,.docx,.docm,.vtt,.srt,.pdf";

/// The workers there are.
#[derive(Default)]
pub(in crate::runtime) struct Readers {
    jobs: BTreeMap<u32, Rc<Reader>>,
    searcher: Option<Rc<Reader>>,
}

type Answered = Result<Reply<Answer, errand::Fault>, Trouble>;

fn new_reader(store: &Rc<Store>) -> Result<Reader, Fault> {
    let make = store.services.options.readers.clone();
    make.map(|make| Reader::new(make, READ_LIMIT))
        .ok_or_else(|| Fault::new(Code::ReaderMissing, ""))
}

/// Begins with a word to a worker, so that one that cannot be had is not taken for one that broke.
async fn greet(reader: &Reader) -> Result<(), Fault> {
    let answered: Answered = reader.ask(&Errand::Greet, &[], |_| ()).await;
    answered
        .map(drop)
        .map_err(|trouble| Fault::new(Code::ReaderMissing, trouble.detail))
}

/// What a trouble with a worker is to the app; `what` it was working on.
fn reader_fault(trouble: &Trouble, what: &str) -> Fault {
    let code = match trouble.kind {
        Kind::TimedOut => Code::ReaderTooSlow,
        _ => Code::ReaderBroke,
    };
    Fault::new(code, what)
}

/// Lets the user pick transcripts.
pub(super) async fn pick(store: &Rc<Store>) -> Action {
    let picked = pick_files(ACCEPT, true).await.map_err(fault);
    let named = picked.map(|files| store.services.files.borrow_mut().hold(files));
    Action::Import(import::Action::Picked(named))
}

/// Lets files go.
pub(super) fn forget(store: &Rc<Store>, files: &[u32]) {
    store.services.files.borrow_mut().forget(files);
}

/// Reads a file in a worker of its own.
pub(super) fn read(store: &Rc<Store>, request: Request) {
    let store = Rc::clone(store);
    spawn_local(async move {
        let job = request.job;
        let answer = match new_reader(&store) {
            Ok(reader) => {
                let reader = Rc::new(reader);
                hold(&store, job, &reader);
                read_with(&store, &reader, request).await
            }
            Err(fault) => Err(Refusal::Reading(fault)),
        };
        store.services.readers.borrow_mut().jobs.remove(&job);
        store.dispatch(Action::Import(import::Action::Read(job, answer)));
    });
}

fn hold(store: &Rc<Store>, job: u32, reader: &Rc<Reader>) {
    let mut readers = store.services.readers.borrow_mut();
    readers.jobs.insert(job, Rc::clone(reader));
}

async fn read_with(
    store: &Rc<Store>,
    reader: &Reader,
    request: Request,
) -> Result<Box<Received>, Refusal> {
    let Request {
        job,
        file,
        name,
        choice,
    } = request;
    let unreadable = || Refusal::Reading(Fault::new(Code::FileUnreadable, name.as_str()));
    let chosen = store.services.files.borrow().get(file);
    let chosen = chosen.ok_or_else(unreadable)?;
    let bytes = chosen.read().await.map_err(|_| unreadable())?;
    greet(reader).await.map_err(Refusal::Reading)?;
    let weak = Rc::downgrade(store);
    let progress = move |done| {
        if let Some(store) = weak.upgrade() {
            store.dispatch(Action::Import(import::Action::Progressed(job, done)));
        }
    };
    let errand = Errand::Read {
        name: name.clone(),
        choice,
    };
    let answered: Answered = reader.ask(&errand, &bytes, progress).await;
    match answered {
        Ok(Ok((Answer::Read { draft, words }, text))) => Ok(Box::new(Received {
            draft: *draft,
            words,
            text,
        })),
        Ok(Err(errand::Fault::Import(fault))) => Err(Refusal::File(fault)),
        Ok(_) => Err(Refusal::Reading(Fault::new(Code::ReaderBroke, name))),
        Err(trouble) => Err(Refusal::Reading(reader_fault(&trouble, &name))),
    }
}

/// Ends the reading of a file.
pub(super) fn cancel(store: &Rc<Store>, job: u32) {
    let reader = store.services.readers.borrow_mut().jobs.remove(&job);
    if let Some(reader) = reader {
        reader.stop();
    }
}

/// Makes the example.
pub(super) async fn read_example(store: &Rc<Store>) -> Action {
    let make = async || -> Result<Box<Example>, Fault> {
        let reader = new_reader(store)?;
        greet(&reader).await?;
        let answered: Answered = reader.ask(&Errand::Example, &[], |_| ()).await;
        match answered {
            Ok(Ok((Answer::Example(example), _))) => Ok(example),
            Ok(_) => Err(Fault::new(Code::ReaderBroke, "")),
            Err(trouble) => Err(reader_fault(&trouble, "")),
        }
    };
    Action::Start(start::Action::ExampleRead(make().await))
}

/// Searches in a text with the worker that is kept.
pub(super) fn search(store: &Rc<Store>, request: find::Request) {
    let store = Rc::clone(store);
    spawn_local(async move {
        let job = request.job;
        let answer = search_for(&store, request).await;
        if let Some(answer) = answer.transpose() {
            store.dispatch(Action::Reading(reading::Action::Found(job, answer)));
        }
    });
}

/// Hits; none when another search came meanwhile.
async fn search_for(
    store: &Rc<Store>,
    request: find::Request,
) -> Result<Option<Vec<CharRange>>, Fault> {
    let reader = searcher(store)?;
    let hash = request.text;
    let learn = async || -> Answered {
        let knows: Answered = reader.ask(&Errand::Knows(hash), &[], |_| ()).await;
        match knows? {
            Ok((Answer::Known(false), _)) => {
                let state = store.state();
                let bytes = {
                    let state = state.borrow();
                    let desk = state.desk.as_ref();
                    desk.and_then(|desk| desk.texts.bytes(hash))
                };
                let bytes = bytes.unwrap_or_default();
                reader.ask(&Errand::Learn(hash), &bytes, |_| ()).await
            }
            other => Ok(other),
        }
    };
    match learn().await {
        Ok(Ok(_)) => {}
        Ok(Err(_)) => return Err(Fault::new(Code::TextMissing, "")),
        Err(trouble) if trouble.kind == Kind::Aborted => return Ok(None),
        Err(trouble) => return Err(Fault::new(Code::ReaderMissing, trouble.detail)),
    }
    let errand = Errand::Search {
        text: hash,
        pattern: request.pattern.clone(),
        match_case: request.match_case,
        whole_word: request.whole_word,
    };
    let answered: Answered = reader.ask_within(SEARCH_LIMIT, &errand, &[], |_| ()).await;
    match answered {
        Ok(Ok((Answer::Found, body))) => Ok(Some(from_hits(&body))),
        Ok(Err(errand::Fault::Pattern(what))) => Err(Fault::new(Code::BadPattern, what)),
        Ok(Err(errand::Fault::PatternTooLarge)) => Err(Fault::new(Code::PatternTooLarge, "")),
        Ok(_) => Err(Fault::new(Code::ReaderBroke, request.pattern)),
        Err(trouble) if trouble.kind == Kind::Aborted => Ok(None),
        Err(trouble) => Err(match trouble.kind {
            Kind::TimedOut => Fault::new(Code::SearchTooSlow, ""),
            _ => Fault::new(Code::ReaderMissing, trouble.detail),
        }),
    }
}

fn searcher(store: &Rc<Store>) -> Result<Rc<Reader>, Fault> {
    if let Some(reader) = &store.services.readers.borrow().searcher {
        return Ok(Rc::clone(reader));
    }
    let reader = Rc::new(new_reader(store)?);
    store.services.readers.borrow_mut().searcher = Some(Rc::clone(&reader));
    Ok(reader)
}
