//! Files that are dropped onto the workbench.
//!
//! Invariant: a file that is dropped anywhere on it never makes the browser leave the page.

use super::perform;
use super::store::Store;
use crate::platform::file;
use crate::platform::listener::Listener;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element};

/// Takes dropped files as long as the listeners live: study files on the start page.
pub(super) fn listen(root: &Element, store: &Rc<Store>) -> [Listener; 2] {
    let over = Listener::new(root, "dragover", |event: DragEvent| {
        if brings_files(&event) {
            event.prevent_default();
        }
    });
    let weak = Rc::downgrade(store);
    let dropped = Listener::new(root, "drop", move |event: DragEvent| {
        let (Some(store), true) = (weak.upgrade(), brings_files(&event)) else {
            return;
        };
        event.prevent_default();
        let Some(transfer) = event.data_transfer() else {
            return;
        };
        let files = file::dropped(&transfer);
        let open = store.state().borrow().desk.is_some();
        if !open {
            spawn_local(async move { perform::package::take(&store, files).await });
        }
    });
    [over, dropped]
}

fn brings_files(event: &DragEvent) -> bool {
    let transfer = event.data_transfer();
    transfer.is_some_and(|transfer| file::brings_files(&transfer))
}
