//! Mounting a workbench into an element, the only way in.
//!
//! Invariant: nothing outlives [`Mounted::unmount`], and two workbenches on one page share nothing.

use super::frame::Frame;
use super::handle::Handle;
use crate::app::action::Action;
use crate::runtime::services::{Options, Services};
use crate::runtime::store::Store;
use std::rc::Rc;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What the root component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The store, as components see it.
    pub handle: Handle,
}

/// Hands the store down and shows the screen.
#[component]
pub fn Root(props: &Props) -> Html {
    html! {
        <ContextProvider<Handle> context={props.handle.clone()}>
            <Frame />
        </ContextProvider<Handle>>
    }
}

/// A mounted workbench.
pub struct Mounted {
    app: yew::AppHandle<Root>,
    store: Rc<Store>,
}

/// Mounts a workbench into an element, which becomes wholly its own.
pub fn mount(element: Element, options: Options) -> Mounted {
    let (state, services) = Services::begin(&element, options);
    let store = Store::new(state, services);
    let handle = {
        let send = {
            let store = Rc::clone(&store);
            Callback::from(move |action| store.dispatch(action))
        };
        let watched = Rc::clone(&store);
        Handle::new(
            store.state(),
            send,
            Rc::new(move |watcher| {
                let number = watched.watch(watcher);
                let watched = Rc::clone(&watched);
                Box::new(move || watched.unwatch(number))
            }),
        )
    };
    let app = yew::Renderer::<Root>::with_root_and_props(element, Props { handle }).render();
    store.services.hear(&store);
    store.dispatch(Action::Mounted);
    Mounted { app, store }
}

impl Mounted {
    /// Takes the workbench out of the page and gives everything back, once it is stored.
    pub fn unmount(self) {
        self.app.destroy();
        // Yew takes the screen away in a microtask of its own, and a field that goes may hand over
        // what was typed in it: so the store closes in the one after that.
        let store = self.store;
        spawn_local(async move { store.close() });
    }
}
