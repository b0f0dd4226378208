//! IndexedDB: what stays when the tab is closed.
//!
//! Invariants: what is written together is written in one transaction, and a write is answered
//! only at the transaction's `complete` event under strict durability, so what was answered with
//! `Ok` survives a killed browser. Within a transaction nothing but its own requests is awaited.
//! What the bytes mean, and how records are encoded, is the caller's business.

mod connection;
mod content;
mod transaction;

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbCursorDirection, IdbKeyRange, IdbObjectStore};

use super::fault::{Kind, Trouble};
use connection::Connection;
pub use connection::{Closing, erase};
pub use content::{Key, Store, Value, Write};
use transaction::{Mode, Transaction, answer};

/// The name under which the database is kept unless the caller has reason for another.
pub const DEFAULT_NAME: &str = "noema";

/// An open database; clones share one connection, the last one dropped closes it.
#[derive(Clone, Debug)]
pub struct Database {
    connection: Rc<Connection>,
}

/// Which entries of a listing are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// All of them.
    #[default]
    All,
    /// At most so many, from the lowest key on.
    First(u32),
    /// At most so many up to the highest key; still listed from low to high.
    Last(u32),
}

impl Database {
    /// Opens the database and makes the stores it lacks. `on_closed` is called at most once, when
    /// the connection is lost without our doing; from then on every call answers `Kind::Closed`.
    ///
    /// `Kind::Refused`: the browser keeps nothing on this page. `Kind::Newer`: a newer version of
    /// the program has been here. `Kind::Blocked`: a tab with an older version holds it open.
    pub async fn open(
        name: &str,
        on_closed: impl FnOnce(Closing) + 'static,
    ) -> Result<Self, Trouble> {
        let connection = Connection::open(name, on_closed).await?;
        Ok(Self {
            connection: Rc::new(connection),
        })
    }

    /// Closes the connection now; what has been begun is still completed.
    pub fn close(&self) {
        self.connection.close();
    }

    /// Does all of the writes, in order, or none of them.
    pub async fn commit(&self, writes: Vec<Write>) -> Result<(), Trouble> {
        if writes.is_empty() {
            return Ok(());
        }
        let mut stores: Vec<Store> = writes.iter().map(Write::store).collect();
        stores.sort_unstable();
        stores.dedup();
        let transaction = Transaction::begin(self.connection.raw(), &stores, Mode::Write)?;
        for write in &writes {
            transaction.attempt(|| {
                let store = transaction.store(write.store())?;
                match write {
                    Write::Put { key, value, .. } => {
                        store.put_with_key(&value.to_js(), &key.to_js())?;
                    }
                    Write::Delete { key, .. } => {
                        store.delete(&key.to_js())?;
                    }
                    Write::DeletePrefix { prefix, .. } => {
                        store.delete(&range(prefix)?.into())?;
                    }
                }
                Ok(())
            })?;
        }
        transaction.complete().await
    }

    /// What is kept under a key.
    pub async fn get(&self, store: Store, key: &Key) -> Result<Option<Value>, Trouble> {
        let transaction = Transaction::begin(self.connection.raw(), &[store], Mode::Read)?;
        let found = answer(&transaction.store(store)?.get(&key.to_js())?).await?;
        Ok((!found.is_undefined()).then(|| Value::from_js(found)))
    }

    /// Keys and values whose key begins with `prefix`, from low to high.
    pub async fn list(
        &self,
        store: Store,
        prefix: &[&str],
        span: Span,
    ) -> Result<Vec<(Key, Value)>, Trouble> {
        let transaction = Transaction::begin(self.connection.raw(), &[store], Mode::Read)?;
        let store = transaction.store(store)?;
        let whole = range(prefix)?;
        let (range, limit) = match span {
            Span::All => (whole, None),
            Span::First(0) | Span::Last(0) => return Ok(Vec::new()),
            Span::First(count) => (whole, Some(count)),
            Span::Last(count) => (tail(&store, whole, count).await?, None),
        };
        let (keys, values) = match limit {
            None => (
                store.get_all_keys_with_key(&range)?,
                store.get_all_with_key(&range)?,
            ),
            Some(limit) => (
                store.get_all_keys_with_key_and_limit(&range, limit)?,
                store.get_all_with_key_and_limit(&range, limit)?,
            ),
        };
        let keys: Array = answer(&keys).await?.unchecked_into();
        let values: Array = answer(&values).await?.unchecked_into();
        Ok(keys
            .iter()
            .filter_map(|key| Key::from_js(&key))
            .zip(values.iter().map(Value::from_js))
            .collect())
    }

    /// The keys that begin with `prefix`, from low to high.
    pub async fn keys(&self, store: Store, prefix: &[&str]) -> Result<Vec<Key>, Trouble> {
        let transaction = Transaction::begin(self.connection.raw(), &[store], Mode::Read)?;
        let request = transaction
            .store(store)?
            .get_all_keys_with_key(&range(prefix)?.into())?;
        let keys: Array = answer(&request).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| Key::from_js(&key)).collect())
    }

    /// Puts one part in the place of many: hands the bytes of every entry under `prefix`, from low
    /// to high, to `fold`, keeps what it gives under `key`, and deletes exactly the entries that
    /// were read. All in one transaction, so nothing written meanwhile by another tab is lost. If
    /// `fold` gives nothing, everything stays as it was. Answers how many entries were replaced.
    pub async fn compact(
        &self,
        store: Store,
        prefix: &[&str],
        key: &Key,
        fold: impl FnOnce(Vec<Vec<u8>>) -> Option<Vec<u8>>,
    ) -> Result<usize, Trouble> {
        let transaction = Transaction::begin(self.connection.raw(), &[store], Mode::Write)?;
        let store = transaction.store(store)?;
        let range = range(prefix)?;
        let keys = store.get_all_keys_with_key(&range)?;
        let values = store.get_all_with_key(&range)?;
        let keys: Array = answer(&keys).await?.unchecked_into();
        let values: Array = answer(&values).await?.unchecked_into();
        let parts: Vec<Vec<u8>> = values
            .iter()
            .filter_map(|value| Value::from_js(value).into_bytes())
            .collect();
        // An entry that is not bytes was not written here: better to leave all as it is.
        let folded = if parts.len() == keys.length() as usize {
            fold(parts)
        } else {
            None
        };
        let Some(folded) = folded else {
            transaction.complete().await?;
            return Ok(0);
        };
        transaction.attempt(|| {
            for read in keys.iter() {
                store.delete(&read)?;
            }
            store.put_with_key(&Value::Bytes(folded).to_js(), &key.to_js())?;
            Ok(())
        })?;
        transaction.complete().await?;
        Ok(keys.length() as usize)
    }
}

/// The keys that begin with `prefix`; an empty prefix is every key there is.
fn range(prefix: &[impl AsRef<str>]) -> Result<IdbKeyRange, Trouble> {
    // Keys are ordered number < date < string < binary < array, and an array that goes on comes
    // after the one it begins with: so `[a, b, []]` is above every `[a, b, "…"]`.
    let lower: Array = prefix
        .iter()
        .map(|part| JsValue::from_str(part.as_ref()))
        .collect();
    let upper: Array = lower.slice(0, lower.length());
    upper.push(&Array::new());
    if prefix.is_empty() {
        return Ok(IdbKeyRange::bound(&"".into(), &upper)?);
    }
    Ok(IdbKeyRange::bound(&lower, &upper)?)
}

/// The part of a range that holds its last `count` keys.
async fn tail(
    store: &IdbObjectStore,
    range: IdbKeyRange,
    count: u32,
) -> Result<IdbKeyRange, Trouble> {
    let request =
        store.open_key_cursor_with_range_and_direction(&range, IdbCursorDirection::Prev)?;
    let mut found = answer(&request).await?;
    if count > 1 && !found.is_null() {
        found.unchecked_ref::<IdbCursor>().advance(count - 1)?;
        found = answer(&request).await?;
    }
    if found.is_null() {
        return Ok(range);
    }
    let from = found.unchecked_into::<IdbCursor>().key()?;
    let to = range
        .upper()
        .map_err(|_| Trouble::new(Kind::Other, "a range without an end"))?;
    Ok(IdbKeyRange::bound(&from, &to)?)
}
