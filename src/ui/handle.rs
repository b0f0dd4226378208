//! How components see the state and speak to it: [`use_view`] shows a part of it and renders again
//! only when that part differs, [`use_send`] sends actions, [`use_messages`] gives the words.

use crate::app::action::Action;
use crate::app::message::Messages;
use crate::app::state::State;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Takes a subscription back.
pub type Unwatch = Box<dyn FnOnce()>;

/// Calls a function back after every action, until the answer is called.
pub type Watch = Rc<dyn Fn(Rc<dyn Fn()>) -> Unwatch>;

/// The store, as components see it. One for each mounted workbench, handed down as a context.
#[derive(Clone)]
pub struct Handle {
    state: Rc<RefCell<State>>,
    send: Callback<Action>,
    watch: Watch,
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Handle {
    /// A handle to a state, a way to send actions and a way to hear of changes.
    pub fn new(state: Rc<RefCell<State>>, send: Callback<Action>, watch: Watch) -> Self {
        Self { state, send, watch }
    }

    /// Reads the state; for event handlers. Views use [`use_view`].
    pub fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.borrow())
    }

    /// Sends an action.
    pub fn send(&self, action: Action) {
        self.send.emit(action);
    }
}

/// The handle of the workbench that this component belongs to.
#[hook]
pub fn use_handle() -> Handle {
    use_context::<Handle>().expect("every component is mounted under the root")
}

/// A way to send actions.
#[hook]
pub fn use_send() -> Callback<Action> {
    use_handle().send
}

/// The words.
#[hook]
pub fn use_messages() -> Rc<Messages> {
    let handle = use_handle();
    handle.read(|state| Rc::clone(&state.messages))
}

/// A part of the state. The component renders again when the part differs from what it was.
#[hook]
pub fn use_view<T, F>(select: F) -> Rc<T>
where
    T: PartialEq + 'static,
    F: Fn(&State) -> T + 'static,
{
    type Latest<T> = Option<(Rc<dyn Fn(&State) -> T>, Rc<T>)>;
    let handle = use_handle();
    let again = use_force_update();
    let latest = use_mut_ref(|| Latest::<T>::None);
    let view = {
        let fresh = handle.read(&select);
        let mut latest = latest.borrow_mut();
        let view = match &*latest {
            Some((_, known)) if **known == fresh => Rc::clone(known),
            _ => Rc::new(fresh),
        };
        *latest = Some((Rc::new(select), Rc::clone(&view)));
        view
    };
    use_effect_with(handle, move |handle| {
        let reader = handle.clone();
        let unwatch = (handle.watch)(Rc::new(move || {
            let known = latest.borrow().clone();
            if let Some((select, view)) = known
                && reader.read(|state| select(state)) != *view
            {
                again.force_update();
            }
        }));
        move || unwatch()
    });
    view
}
