//! Mounting a workbench into an element, the only way in.
//!
//! Invariant: nothing outlives [`Mounted::unmount`] but an empty [`Stage`], and two workbenches on
//! one page share nothing.

use super::frame::Frame;
use super::handle::Handle;
use crate::app::action::Action;
use crate::runtime::services::{Options, Services};
use crate::runtime::store::Store;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

thread_local! {
    /// Stages that nobody plays on. The listeners of a Yew root stay for ever, by its design, and
    /// hold the root: a page that mounts and unmounts would grow if each mount made a new one.
    static FREE: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// What a stage shows.
#[derive(Clone, PartialEq)]
pub enum Scene {
    /// A workbench.
    Workbench(Handle),
    /// Nothing. Called back when all that was shown has gone.
    Nothing(Callback<()>),
}

/// What the root component is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it shows.
    pub scene: Scene,
}

/// Hands the store down and shows the screen.
#[component]
pub fn Root(props: &Props) -> Html {
    use_effect_with(props.scene.clone(), |scene| {
        if let Scene::Nothing(gone) = scene {
            gone.emit(());
        }
    });
    match &props.scene {
        Scene::Workbench(handle) => html! {
            <ContextProvider<Handle> context={handle.clone()}>
                <Frame />
            </ContextProvider<Handle>>
        },
        Scene::Nothing(_) => Html::default(),
    }
}

/// An element with a Yew root in it, which serves one workbench after another.
struct Stage {
    element: Element,
    root: Option<yew::AppHandle<Root>>,
}

impl Stage {
    /// A free one, put into an element of the page.
    fn within(page: &Element) -> Self {
        let free = FREE.with_borrow_mut(Vec::pop);
        let stage = free.unwrap_or_else(|| Self {
            element: page
                .owner_document()
                .and_then(|document| document.create_element("div").ok())
                .expect("an element is in a document, which can make others"),
            root: None,
        });
        page.replace_children_with_node_1(&stage.element);
        stage
    }

    fn show(&mut self, scene: Scene) {
        let props = Props { scene };
        match &mut self.root {
            Some(root) => root.update(props),
            None => {
                let element = self.element.clone();
                let root = yew::Renderer::<Root>::with_root_and_props(element, props).render();
                self.root = Some(root);
            }
        }
    }
}

/// A mounted workbench.
pub struct Mounted {
    stage: Stage,
    store: Rc<Store>,
}

/// Mounts a workbench into an element, which becomes wholly its own.
pub fn mount(element: &Element, options: Options) -> Mounted {
    let mut stage = Stage::within(element);
    let (state, services) = Services::begin(&stage.element, options);
    let store = Store::new(state, services);
    stage.show(Scene::Workbench(handle(&store)));
    store.services.hear(&store);
    store.dispatch(Action::Mounted);
    Mounted { stage, store }
}

fn handle(store: &Rc<Store>) -> Handle {
    let send = {
        let store = Rc::clone(store);
        Callback::from(move |action| store.dispatch(action))
    };
    let watched = Rc::clone(store);
    Handle::new(
        store.state(),
        send,
        Rc::new(move |watcher| {
            let number = watched.watch(watcher);
            let watched = Rc::clone(&watched);
            Box::new(move || watched.unwatch(number))
        }),
    )
}

impl Mounted {
    /// Takes the workbench out of the page and gives everything back, once it is stored.
    pub fn unmount(self) {
        let Self { mut stage, store } = self;
        let leaving = Rc::new(RefCell::new(None));
        // What a field still says as it goes is to be heard, so the store closes after it.
        let gone = {
            let leaving = Rc::clone(&leaving);
            Callback::from(move |()| {
                let left: Option<(Stage, Rc<Store>)> = leaving.borrow_mut().take();
                if let Some((stage, store)) = left {
                    store.close();
                    stage.element.remove();
                    FREE.with_borrow_mut(|free| free.push(stage));
                }
            })
        };
        stage.show(Scene::Nothing(gone));
        *leaving.borrow_mut() = Some((stage, store));
    }
}
