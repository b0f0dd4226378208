//! One transaction, and how its requests and its end are awaited.
//!
//! Promises are settled by the browser itself from the events, so no callback of ours has to
//! outlive anything, and a future that is dropped leaves the transaction to finish by itself.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::content::Store;
use crate::platform::fault::{Kind, Trouble};

#[wasm_bindgen]
extern "C" {
    /// The database, with the options of a transaction that web-sys hides behind a global flag.
    #[wasm_bindgen(extends = IdbDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &DurableDatabase,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Reading only.
    Read,
    /// Reading and writing, complete only when it lies on the disk.
    Write,
}

/// A transaction that has begun. It is active until control goes back to the browser without a
/// request of its own under way.
pub(super) struct Transaction {
    raw: IdbTransaction,
    /// Made at once: the events may have passed by the time that someone waits.
    settled: Promise,
}

impl Transaction {
    /// Begins a transaction over some stores.
    pub(super) fn begin(
        database: &IdbDatabase,
        stores: &[Store],
        mode: Mode,
    ) -> Result<Self, Trouble> {
        let names: Array = stores
            .iter()
            .map(|store| JsValue::from_str(store.name()))
            .collect();
        let options = Object::new();
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write => {
                Reflect::set(&options, &"durability".into(), &"strict".into())?;
                "readwrite"
            }
        };
        let raw = database
            .unchecked_ref::<DurableDatabase>()
            .transaction(&names, mode, &options)?;
        let settled = Promise::new(&mut |resolve, _reject| {
            raw.set_oncomplete(Some(&resolve));
            raw.set_onabort(Some(&resolve));
        });
        Ok(Self { raw, settled })
    }

    /// One of its stores.
    pub(super) fn store(&self, store: Store) -> Result<IdbObjectStore, Trouble> {
        Ok(self.raw.object_store(store.name())?)
    }

    /// Makes requests; if the browser refuses one outright, nothing of the transaction stays.
    pub(super) fn attempt(
        &self,
        requests: impl FnOnce() -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        requests().inspect_err(|_| {
            // It can only fail if the transaction is over already, and then nothing is kept.
            let _ = self.raw.abort();
        })
    }

    /// Waits for the end: `Ok` only if everything lies on the disk.
    pub(super) async fn complete(self) -> Result<(), Trouble> {
        let event = JsFuture::from(self.settled).await?;
        let kind = Reflect::get(&event, &"type".into())?;
        if kind == "complete" {
            return Ok(());
        }
        Err(match self.raw.error() {
            Some(error) => JsValue::from(error).into(),
            None => Trouble::new(Kind::Aborted, "the transaction was aborted"),
        })
    }
}

/// Waits for the answer of a request.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, Trouble> {
    let settled = Promise::new(&mut |resolve, _reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
    });
    JsFuture::from(settled).await?;
    match request.error()? {
        Some(error) => Err(JsValue::from(error).into()),
        None => Ok(request.result()?),
    }
}
