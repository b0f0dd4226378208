//! Files that are dragged over the workbench and dropped, wherever on it: study files on the start
//! page, files to import in a study.
//!
//! Invariant: a file that is dropped never makes the browser leave the page, even where it is not
//! wanted.

use super::perform::package;
use super::store::Store;
use crate::app::action::Action;
use crate::app::import;
use crate::platform::file::{brings_files, dropped};
use crate::platform::listener::Listener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Node};

/// Listens for files over the element that the workbench lives in.
pub(super) fn listen(store: &Rc<Store>) -> Vec<Listener> {
    let root = store.services.root.clone();
    let hear = |name, act: fn(&Rc<Store>, &DragEvent)| {
        let weak = Rc::downgrade(store);
        Listener::new(&root, name, move |event: DragEvent| {
            let brings = event
                .data_transfer()
                .is_some_and(|data| brings_files(&data));
            if let (Some(store), true) = (weak.upgrade(), brings) {
                event.prevent_default();
                act(&store, &event);
            }
        })
    };
    vec![
        hear("dragenter", |store, _| dragged(store, true)),
        hear("dragover", |_, _| ()),
        hear("dragleave", |store, event| {
            // Going from one element to another within the workbench is not leaving it.
            let onto = event.related_target();
            let onto = onto.and_then(|target| target.dyn_into::<Node>().ok());
            if !onto.is_some_and(|node| store.services.root.contains(Some(&node))) {
                dragged(store, false);
            }
        }),
        hear("drop", |store, event| {
            let files = event.data_transfer().map(|data| dropped(&data));
            let files = files.unwrap_or_default();
            if store.state().borrow().desk.is_none() {
                dragged(store, false);
                let store = Rc::clone(store);
                spawn_local(async move { package::take(&store, files).await });
                return;
            }
            let named = store.services.files.borrow_mut().hold(files);
            store.dispatch(Action::Import(import::Action::Picked(Ok(named))));
        }),
    ]
}

fn dragged(store: &Rc<Store>, over: bool) {
    let known = store.state().borrow().dragged_over;
    if known != over {
        store.dispatch(Action::Import(import::Action::Dragged(over)));
    }
}
