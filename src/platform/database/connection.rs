//! Opening, losing and closing the connection to a database.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::content::Store;
use super::transaction::answer;
use crate::platform::fault::{Kind, Trouble};
use crate::platform::window;

/// Raised only when a store is added.
const VERSION: u32 = 1;

/// How a connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A newer version of the program, or a deletion, needs the database for itself.
    Superseded,
    /// The browser closed it: storage was cleared, or the disk failed.
    Lost,
}

/// A connection, closed when dropped.
#[derive(Debug)]
pub(super) struct Connection {
    raw: IdbDatabase,
    _on_version: Closure<dyn FnMut(Event)>,
    _on_close: Closure<dyn FnMut(Event)>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.close();
    }
}

impl Connection {
    /// Opens the database of that name and makes the stores it lacks.
    pub(super) async fn open(
        name: &str,
        on_closed: impl FnOnce(Closing) + 'static,
    ) -> Result<Self, Trouble> {
        let request = factory()?.open_with_u32(name, VERSION).map_err(refused)?;
        let upgrade = Closure::<dyn FnMut(Event)>::new({
            let request = request.clone();
            move |_| make_stores(&request)
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let event = first_event(&request).await?;
        if event.type_() == "blocked" {
            spawn_local(close_when_opened(request, upgrade));
            return Err(Trouble::new(
                Kind::Blocked,
                "another tab holds the database open in an older version",
            ));
        }
        request.set_onupgradeneeded(None);
        match request.error()? {
            Some(error) => Err(refused(error.into())),
            None => Ok(Self::attend(request.result()?.unchecked_into(), on_closed)),
        }
    }

    /// Watches an open database for the loss of its connection.
    fn attend(raw: IdbDatabase, on_closed: impl FnOnce(Closing) + 'static) -> Self {
        let tell = Rc::new(RefCell::new(Some(on_closed)));
        let tell_once = move |closing| {
            let on_closed = tell.borrow_mut().take();
            if let Some(on_closed) = on_closed {
                on_closed(closing);
            }
        };
        let on_version = Closure::<dyn FnMut(Event)>::new({
            let raw = raw.clone();
            let tell_once = tell_once.clone();
            move |_| {
                // Whoever asks for it waits until we let go.
                raw.close();
                tell_once(Closing::Superseded);
            }
        });
        let on_close = Closure::<dyn FnMut(Event)>::new(move |_| tell_once(Closing::Lost));
        raw.set_onversionchange(Some(on_version.as_ref().unchecked_ref()));
        raw.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Self {
            raw,
            _on_version: on_version,
            _on_close: on_close,
        }
    }

    /// The database itself.
    pub(super) fn raw(&self) -> &IdbDatabase {
        &self.raw
    }

    /// Closes it; transactions that have begun still complete.
    pub(super) fn close(&self) {
        self.raw.set_onversionchange(None);
        self.raw.set_onclose(None);
        self.raw.close();
    }
}

/// Deletes a whole database. Connections to it elsewhere are told that they are superseded.
pub async fn erase(name: &str) -> Result<(), Trouble> {
    let request = factory()?.delete_database(name).map_err(refused)?;
    answer(&request).await?;
    Ok(())
}

/// Makes the stores that are not there. A failure aborts the upgrade, and opening answers with it.
fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result().map(JsCast::unchecked_into::<IdbDatabase>) else {
        return;
    };
    let present = database.object_store_names();
    for store in Store::ALL {
        if !present.contains(store.name()) && database.create_object_store(store.name()).is_err() {
            if let Some(transaction) = request.transaction() {
                // It can only fail if the transaction is over already.
                let _ = transaction.abort();
            }
            return;
        }
    }
}

/// The first of success, error and blocked.
async fn first_event(request: &IdbOpenDbRequest) -> Result<Event, Trouble> {
    let settled = Promise::new(&mut |resolve, _reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
        request.set_onblocked(Some(&resolve));
    });
    Ok(JsFuture::from(settled).await?.unchecked_into())
}

/// A blocked opening may still succeed later, when nobody waits for it any more: such a connection
/// would itself block others.
async fn close_when_opened(request: IdbOpenDbRequest, _upgrade: Closure<dyn FnMut(Event)>) {
    if let Ok(database) = answer(&request).await {
        database.unchecked_into::<IdbDatabase>().close();
    }
}

fn factory() -> Result<IdbFactory, Trouble> {
    // The getter itself throws on pages that may keep nothing, such as a sandboxed frame.
    match window()?.indexed_db() {
        Ok(Some(factory)) => Ok(factory),
        Ok(None) => Err(Trouble::missing("IndexedDB")),
        Err(thrown) => Err(refused(thrown)),
    }
}

/// While opening, an invalid state means that the browser keeps nothing here (a private window).
fn refused(thrown: JsValue) -> Trouble {
    let trouble = Trouble::from(thrown);
    match trouble.kind {
        Kind::Closed => Trouble {
            kind: Kind::Refused,
            ..trouble
        },
        _ => trouble,
    }
}
