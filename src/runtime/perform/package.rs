//! Whole studies: into a file, out of a file, out of storage.

use super::keeping;
use crate::app::action::Action as AnyAction;
use crate::app::effect::Held;
use crate::app::fault::{Code, Fault};
use crate::app::keeping::file::Handed;
use crate::app::start::Action;
use crate::formats::study_file::{self, MOST, Package};
use crate::platform::clock;
use crate::platform::database::{Database, Key, Span, Store as Shelf};
use crate::platform::fault::Kind;
use crate::platform::file::{self, Chosen, Destination};
use crate::runtime::services::fault;
use crate::runtime::store::Store;
use crate::study::edit::Home;
use crate::study::id::StudyId;
use crate::study::text::TextHash;
use std::collections::BTreeMap;
use std::rc::Rc;

const MIME: &str = "application/octet-stream";
const ENDING: &str = ".noema";

/// Time for the screen to say what is being done before work begins that holds it up.
const BREATH_MS: u32 = 30;

/// Lets the user say where, then packs a study and writes it there.
pub(super) async fn pack(
    store: &Rc<Store>,
    study: StudyId,
    title: String,
    name: String,
    held: Held,
) -> AnyAction {
    let saved = save(store, study, title, &name, held).await;
    AnyAction::Keeping(crate::app::keeping::Action::FileSaved(saved))
}

async fn save(
    store: &Rc<Store>,
    study: StudyId,
    title: String,
    name: &str,
    held: Held,
) -> Result<Handed, Fault> {
    // First, while the click that asked for it still counts.
    let destination = match Destination::choose(name, MIME).await {
        Ok(destination) => destination,
        Err(trouble) if trouble.kind == Kind::Aborted => return Ok(Handed::No),
        Err(_) => Destination::download(name, MIME),
    };
    let (package, missing) = gather(store, study, title, held).await?;
    let bytes = study_file::write(&package);
    let written = destination.write(&bytes).await;
    written.map_err(|trouble| Fault::new(Code::FileNotWritten, trouble.detail))?;
    Ok(Handed::Yes { missing })
}

/// What memory holds, with the rest from storage; and how many parts could not be read there.
async fn gather(
    store: &Rc<Store>,
    study: StudyId,
    title: String,
    held: Held,
) -> Result<(Package, usize), Fault> {
    let expected = held.stored.len() + held.stored_texts.len();
    let whole: BTreeMap<Home, Vec<u8>> = held.documents.into_iter().collect();
    let stored = match expected == 0 && !whole.is_empty() {
        true => Ok(Package::default()),
        false => stored(store, study).await,
    };
    let mut package = match stored {
        Ok(package) => package,
        Err(fault) if whole.is_empty() => return Err(fault),
        Err(_) => Package::default(),
    };
    package.study = study;
    package.title = title;
    for (home, bytes) in whole {
        package.documents.insert(home, vec![bytes]);
    }
    package.texts.extend(held.texts);
    if !package.documents.contains_key(&Home::Study) {
        return Err(Fault::new(Code::StudyMissing, ""));
    }
    let documents = held.stored.iter();
    let documents = documents.filter(|home| !package.documents.contains_key(home));
    let texts = held.stored_texts.iter();
    let texts = texts.filter(|hash| !package.texts.contains_key(hash));
    let missing = documents.count() + texts.count();
    Ok((package, missing))
}

/// Everything that storage has of a study.
async fn stored(store: &Rc<Store>, study: StudyId) -> Result<Package, Fault> {
    let database = store.services.database().await?;
    let name = study.to_string();
    Ok(Package {
        study,
        title: String::new(),
        documents: documents(&database, &name).await?,
        texts: texts(&database, &name).await?,
    })
}

async fn documents(
    database: &Database,
    study: &str,
) -> Result<BTreeMap<Home, Vec<Vec<u8>>>, Fault> {
    let found = database.list(Shelf::Documents, &[study], Span::All).await;
    let mut documents = BTreeMap::<Home, Vec<Vec<u8>>>::new();
    for (key, value) in found.map_err(fault)? {
        let home = part(&key, 1).and_then(Home::from_key);
        if let (Some(home), Some(bytes)) = (home, value.into_bytes()) {
            documents.entry(home).or_default().push(bytes);
        }
    }
    Ok(documents)
}

async fn texts(database: &Database, study: &str) -> Result<BTreeMap<TextHash, Vec<u8>>, Fault> {
    let found = database.list(Shelf::Texts, &[study], Span::All).await;
    let texts = found
        .map_err(fault)?
        .into_iter()
        .filter_map(|(key, value)| {
            let hash = part(&key, 1).and_then(TextHash::from_hex)?;
            Some((hash, value.into_bytes()?))
        });
    Ok(texts.collect())
}

fn part(key: &Key, place: usize) -> Option<&str> {
    match key {
        Key::Path(path) => path.get(place).map(String::as_str),
        Key::Word(_) => None,
    }
}

/// Reads a stored study whole.
pub(super) async fn read_package(store: &Rc<Store>, study: StudyId) -> AnyAction {
    let read = async || {
        let mut package = stored(store, study).await?;
        if !package.documents.contains_key(&Home::Study) {
            return Err(Fault::new(Code::StudyMissing, ""));
        }
        package.title = keeping::card(store, study).await?.title;
        Ok(Box::new(package))
    };
    AnyAction::Start(Action::PackageRead(study, read().await))
}

/// Lets the user pick a study file, and reads it.
pub(super) async fn pick(store: &Rc<Store>) {
    if let Ok(chosen) = file::pick(ENDING, false).await {
        take(store, chosen).await;
    }
}

/// Reads the study file among files that the user gave us; one at a time.
pub(in crate::runtime) async fn take(store: &Rc<Store>, chosen: Vec<Chosen>) {
    let ours = |chosen: &&Chosen| chosen.name().to_lowercase().ends_with(ENDING);
    let Some(chosen) = chosen.iter().find(ours).or(chosen.first()) else {
        return;
    };
    let name = chosen.name();
    store.dispatch(AnyAction::Start(Action::FileChosen(name.clone())));
    clock::sleep(BREATH_MS).await;
    let read = read(chosen).await;
    store.dispatch(AnyAction::Start(Action::FileRead(name, read)));
}

async fn read(chosen: &Chosen) -> Result<Box<Package>, Fault> {
    let name = chosen.name();
    if chosen.size() > MOST {
        let fault = study_file::Fault::TooLarge { most: MOST };
        return Err(Fault::of_study_file(&fault, &name));
    }
    let bytes = chosen.read().await;
    let bytes = bytes.map_err(|_| Fault::new(Code::FileUnreadable, name.as_str()))?;
    let read = study_file::read(&bytes);
    read.map(Box::new)
        .map_err(|fault| Fault::of_study_file(&fault, &name))
}
