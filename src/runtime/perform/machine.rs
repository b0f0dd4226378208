//! This machine: how much room it has, and the settings that are kept on it.

use crate::app::action::Action as AnyAction;
use crate::app::setting::Settings;
use crate::app::start::{Action, Room};
use crate::platform::database::{Key, Store as Shelf, Value, Write};
use crate::platform::storage;
use crate::runtime::store::Store;
use std::rc::Rc;

/// The one record among the settings.
const RECORD: &str = "machine";

/// Measures the room that the browser grants.
pub(super) async fn measure_room() -> AnyAction {
    AnyAction::Start(Action::RoomMeasured(room().await))
}

/// Asks the browser to keep what is stored, and measures anew.
pub(super) async fn persist() -> AnyAction {
    // What it answered is seen in the measuring.
    let _ = storage::persist().await;
    AnyAction::Start(Action::Persisted(room().await))
}

async fn room() -> Option<Room> {
    let estimate = storage::estimate().await.ok()?;
    Some(Room {
        used: estimate.usage,
        quota: estimate.quota,
        kept: storage::persisted().await.unwrap_or_default(),
    })
}

/// Reads the settings. Where there are none, or none that can be read, the first ones hold.
pub(super) async fn read_settings(store: &Rc<Store>) -> AnyAction {
    let read = async || {
        let database = store.services.database().await.ok()?;
        let found = database.get(Shelf::Settings, &Key::from(RECORD)).await;
        found.ok()??.read::<Settings>().ok()
    };
    AnyAction::Start(Action::SettingsRead(read().await.unwrap_or_default()))
}

/// Keeps the settings. When it fails they hold until the page is closed.
pub(super) async fn keep_settings(store: &Rc<Store>, settings: Settings) {
    let (Ok(database), Ok(value)) = (store.services.database().await, Value::record(&settings))
    else {
        return;
    };
    let write = Write::Put {
        store: Shelf::Settings,
        key: Key::from(RECORD),
        value,
    };
    let kept = database.commit(vec![write]).await;
    drop(kept);
}
