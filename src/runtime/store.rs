//! The store of one mounted workbench: it takes actions one after another, lets `app::update` write
//! the state, has the effects performed and tells everybody who watches.
//!
//! Invariant: nobody borrows the state while an action is being performed; an action sent from
//! inside another waits for its turn. What was to be stored when the store was closed is stored.

use super::perform::perform;
use super::services::Services;
use crate::app::action::Action;
use crate::app::keeping::saving::SaveState;
use crate::app::state::State;
use crate::app::update::update;
use crate::platform::panic;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// The store.
pub struct Store {
    state: Rc<RefCell<State>>,
    waiting: RefCell<VecDeque<Action>>,
    busy: Cell<bool>,
    watchers: RefCell<BTreeMap<u32, Rc<dyn Fn()>>>,
    watcher_count: Cell<u32>,
    leaving: Cell<bool>,
    /// The browser's side.
    pub services: Services,
}

impl Store {
    /// A store for a state, with the browser's services.
    #[must_use]
    pub fn new(state: State, services: Services) -> Rc<Self> {
        Rc::new(Self {
            state: Rc::new(RefCell::new(state)),
            waiting: RefCell::default(),
            busy: Cell::new(false),
            watchers: RefCell::default(),
            watcher_count: Cell::new(0),
            leaving: Cell::new(false),
            services,
        })
    }

    /// The state, for reading.
    #[must_use]
    pub fn state(&self) -> Rc<RefCell<State>> {
        Rc::clone(&self.state)
    }

    /// Takes an action. Once the store is closed, or anything has panicked, nothing happens any
    /// more.
    pub fn dispatch(self: &Rc<Self>, action: Action) {
        if panic::has_happened() {
            return;
        }
        self.waiting.borrow_mut().push_back(action);
        if self.busy.replace(true) {
            return;
        }
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(action) = next.filter(|_| self.services.is_open()) else {
                break;
            };
            let stamp = self.services.stamp();
            let effects = update(&mut self.state.borrow_mut(), action, stamp);
            for effect in effects {
                perform(self, effect);
            }
        }
        self.waiting.borrow_mut().clear();
        self.busy.set(false);
        // A watcher may watch or stop watching while it is told.
        let watchers: Vec<_> = self.watchers.borrow().values().cloned().collect();
        for watcher in watchers {
            watcher();
        }
        if self.leaving.get() {
            self.leave_when_stored();
        }
    }

    /// Calls back after every action, until [`Store::unwatch`].
    pub fn watch(&self, watcher: Rc<dyn Fn()>) -> u32 {
        let number = self.watcher_count.get() + 1;
        self.watcher_count.set(number);
        self.watchers.borrow_mut().insert(number, watcher);
        number
    }

    /// Ends a watching.
    pub fn unwatch(&self, number: u32) {
        self.watchers.borrow_mut().remove(&number);
    }

    /// Gives everything back to the browser, as soon as all that was done is stored.
    pub fn close(&self) {
        self.watchers.borrow_mut().clear();
        self.leaving.set(true);
        self.leave_when_stored();
    }

    fn leave_when_stored(&self) {
        let state = self.state.borrow();
        let desk = state.desk.as_ref();
        if desk.is_none_or(|desk| desk.saving.state() != SaveState::Saving) {
            self.services.close();
        }
    }
}
