//! Studies in the database. Keys: `studies` by study; `documents` by study, home and sequence;
//! `texts` by study and hash; `undo` and `points` by study and sequence.

use crate::app::action::Action as AnyAction;
use crate::app::effect::{Batch, News, Write};
use crate::app::fault::{Code, Fault};
use crate::app::history::Step;
use crate::app::keeping::card::StudyCard;
use crate::app::keeping::{Action, FoundStudy};
use crate::app::start::{self, Purpose};
use crate::ledger;
use crate::platform::database::{self, Database, Key, Span, Store as Shelf, Value};
use crate::platform::tab::Channel;
use crate::runtime::services::fault;
use crate::runtime::store::Store;
use crate::study::edit::Home;
use crate::study::id::{Id, StudyId};
use crate::study::text::TextHash;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many steps of undo are read at once.
const STEPS_AT_ONCE: u32 = 100;

pub(super) async fn list_studies(store: &Rc<Store>) -> AnyAction {
    let list = async || {
        let database = store.services.database().await?;
        let found = database.list(Shelf::Studies, &[], Span::All).await;
        let found = found.map_err(fault)?;
        // A card that cannot be read must not hide the others.
        Ok(found
            .iter()
            .filter_map(|(_, value)| value.read::<StudyCard>().ok())
            .collect())
    };
    AnyAction::Keeping(Action::Listed(list().await))
}

pub(super) async fn find_study(store: &Rc<Store>, study: StudyId) -> AnyAction {
    let find = async || {
        let database = store.services.database().await?;
        let name = study.to_string();
        let card = card(store, study).await?;
        let keys = database
            .keys(Shelf::Documents, &[&name])
            .await
            .map_err(fault)?;
        let mut homes = BTreeMap::<Home, u32>::new();
        for key in keys {
            if let Key::Path(path) = key
                && let Some(home) = path.get(1).and_then(|home| Home::from_key(home))
            {
                *homes.entry(home).or_default() += 1;
            }
        }
        homes.remove(&Home::Study);
        let document = parts(&database, &name, Home::Study).await?;
        let steps = database
            .list(Shelf::Undo, &[&name], Span::Last(STEPS_AT_ONCE))
            .await
            .map_err(fault)?;
        let more_steps = steps.len() == STEPS_AT_ONCE as usize;
        Ok(FoundStudy {
            card,
            document,
            homes: homes.into_iter().collect(),
            steps: steps_in(steps),
            more_steps,
        })
    };
    AnyAction::Keeping(Action::Found(Box::new(find().await)))
}

/// The card of a study.
pub(super) async fn card(store: &Rc<Store>, study: StudyId) -> Result<StudyCard, Fault> {
    let database = store.services.database().await?;
    let key = Key::from(study.to_string().as_str());
    let found = database.get(Shelf::Studies, &key).await.map_err(fault)?;
    found
        .ok_or_else(|| Fault::new(Code::StudyMissing, ""))?
        .read::<StudyCard>()
        .map_err(fault)
}

async fn parts(database: &Database, study: &str, home: Home) -> Result<Vec<Vec<u8>>, Fault> {
    let found = database
        .list(Shelf::Documents, &[study, &home.to_string()], Span::All)
        .await
        .map_err(fault)?;
    Ok(found
        .into_iter()
        .filter_map(|(_, value)| value.into_bytes())
        .collect())
}

fn steps_in(found: Vec<(Key, Value)>) -> Vec<Step> {
    found
        .into_iter()
        .filter_map(|(_, value)| Step::from_bytes(&value.into_bytes()?))
        .collect()
}

pub(super) async fn read_document(store: &Rc<Store>, study: StudyId, home: Home) -> AnyAction {
    let read = async || {
        let database = store.services.database().await?;
        parts(&database, &study.to_string(), home).await
    };
    AnyAction::Keeping(Action::DocumentRead(study, home, read().await))
}

pub(super) async fn read_text(store: &Rc<Store>, study: StudyId, hash: TextHash) -> AnyAction {
    let read = async || {
        let database = store.services.database().await?;
        let key = Key::from([study.to_string().as_str(), &hash.to_string()]);
        let found = database.get(Shelf::Texts, &key).await.map_err(fault)?;
        found
            .and_then(Value::into_bytes)
            .map(Rc::new)
            .ok_or_else(|| Fault::new(Code::TextMissing, ""))
    };
    AnyAction::Keeping(Action::TextRead(hash, read().await))
}

pub(super) async fn read_steps(store: &Rc<Store>, study: StudyId, before: Id) -> AnyAction {
    let read = async || {
        let database = store.services.database().await?;
        let found = database
            .list(Shelf::Undo, &[&study.to_string()], Span::All)
            .await
            .map_err(fault)?;
        let mut steps = steps_in(found);
        steps.retain(|step| step.seq < before);
        Ok((steps, false))
    };
    AnyAction::Keeping(Action::StepsRead(study, read().await))
}

pub(super) async fn write(
    store: &Rc<Store>,
    ticket: u64,
    study: StudyId,
    writes: Vec<Write>,
    news: Vec<News>,
) -> AnyAction {
    let written = commit(store, &[(study, &writes)]).await;
    if let (Ok(()), Some(channel)) = (&written, &*store.services.channel.borrow()) {
        for news in news {
            post(channel, study, &news);
        }
    }
    AnyAction::Keeping(Action::Written(ticket, written))
}

/// Writes to studies that are not open here, though perhaps in other tabs.
pub(super) async fn write_batches(
    store: &Rc<Store>,
    batches: Vec<Batch>,
    purpose: Purpose,
) -> AnyAction {
    let writes: Vec<_> = batches
        .iter()
        .map(|batch| (batch.study, batch.writes.as_slice()))
        .collect();
    let written = commit(store, &writes).await;
    if written.is_ok() {
        for batch in &batches {
            let Some(news) = &batch.news else { continue };
            let name = channel_name(store, batch.study);
            // What this channel hears of others is not for us: the study is not open here.
            if let Ok(channel) = Channel::open(&name, |_: StudyId, _| {}) {
                post(&channel, batch.study, news);
            }
        }
    }
    AnyAction::Start(start::Action::Stored(purpose, written))
}

async fn commit(store: &Rc<Store>, batches: &[(StudyId, &[Write])]) -> Result<(), Fault> {
    let database = store.services.database().await?;
    let mut raw = Vec::new();
    for (study, writes) in batches {
        for write in *writes {
            raw_writes(*study, write, &mut raw)?;
        }
    }
    database.commit(raw).await.map_err(fault)
}

fn post(channel: &Channel, study: StudyId, news: &News) {
    // A tab that misses the news reads the same from storage when it opens the study anew.
    let _ = channel.post(&study, &news.to_bytes());
}

fn channel_name(store: &Store, study: StudyId) -> String {
    let database = store.services.options.database.as_deref();
    let database = database.unwrap_or(database::DEFAULT_NAME);
    format!("noema:{database}:{study}")
}

fn raw_writes(study: StudyId, write: &Write, raw: &mut Vec<database::Write>) -> Result<(), Fault> {
    let name = study.to_string();
    let put = |store, key, bytes: &[u8]| database::Write::Put {
        store,
        key,
        value: Value::Bytes(bytes.to_vec()),
    };
    match write {
        Write::Card(card) => raw.push(database::Write::Put {
            store: Shelf::Studies,
            key: Key::from(name.as_str()),
            value: Value::record(card).map_err(fault)?,
        }),
        Write::Chunk { home, seq, bytes } => {
            let key = Key::from([name.as_str(), &home.to_string(), &seq.to_string()]);
            raw.push(put(Shelf::Documents, key, bytes));
        }
        Write::Text { hash, bytes } => {
            let key = Key::from([name.as_str(), &hash.to_string()]);
            raw.push(put(Shelf::Texts, key, bytes));
        }
        Write::Step(step) => {
            let key = Key::from([name.as_str(), &step.seq.to_string()]);
            raw.push(put(Shelf::Undo, key, &step.to_bytes()));
        }
        Write::ForgetSteps(steps) => raw.extend(steps.iter().map(|seq| database::Write::Delete {
            store: Shelf::Undo,
            key: Key::from([name.as_str(), &seq.to_string()]),
        })),
        Write::RestorePoint { seq, bytes } => {
            let key = Key::from([name.as_str(), &seq.to_string()]);
            raw.push(put(Shelf::Points, key, bytes));
        }
        Write::Clear => {
            let shelves = [Shelf::Documents, Shelf::Undo];
            raw.extend(shelves.map(|store| database::Write::DeletePrefix {
                store,
                prefix: vec![name.clone()],
            }));
        }
        Write::Destroy => {
            let shelves = [Shelf::Documents, Shelf::Texts, Shelf::Undo, Shelf::Points];
            raw.extend(shelves.map(|store| database::Write::DeletePrefix {
                store,
                prefix: vec![name.clone()],
            }));
            raw.push(database::Write::Delete {
                store: Shelf::Studies,
                key: Key::from(name.as_str()),
            });
        }
    }
    Ok(())
}

/// Puts a document's chunks together. When it fails everything stays as it was.
pub(super) async fn compact(store: &Rc<Store>, study: StudyId, home: Home, seq: Id) {
    let Ok(database) = store.services.database().await else {
        return;
    };
    let (study, home) = (study.to_string(), home.to_string());
    let key = Key::from([study.as_str(), &home, &seq.to_string()]);
    let folded = database
        .compact(Shelf::Documents, &[&study, &home], &key, |parts| {
            ledger::compact(&parts).ok()
        })
        .await;
    drop(folded);
}

/// Hears what other tabs do to a study.
pub(super) fn listen(store: &Rc<Store>, study: Option<StudyId>) {
    let weak = Rc::downgrade(store);
    let channel = study.and_then(|study| {
        Channel::open(
            &channel_name(store, study),
            move |heard: StudyId, bytes: Vec<u8>| {
                if let (Some(store), Some(news)) = (weak.upgrade(), News::from_bytes(&bytes)) {
                    store.dispatch(AnyAction::Keeping(Action::Heard(heard, news)));
                }
            },
        )
        .ok()
    });
    *store.services.channel.borrow_mut() = channel;
}
