//! The course of a worker, seen from the page: made, asked, ended.
//!
//! Invariant: there is at most one worker and at most one open question; whatever goes wrong ends
//! both.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};
use std::time::Duration;

use futures_channel::oneshot::Sender;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::parcel::{Parcel, Word};
use crate::platform::fault::{Kind, Trouble};
use crate::platform::listener::Listener;

/// A question that waits for its answer.
pub(super) struct Question {
    parcel: Parcel,
    limit: Duration,
    progress: Rc<dyn Fn(u32)>,
    sender: Sender<Result<Parcel, Trouble>>,
    /// Running from the moment it is asked; dropped with the question.
    timeout: Option<Timeout>,
}

impl Question {
    pub(super) fn new(
        parcel: Parcel,
        limit: Duration,
        progress: Rc<dyn Fn(u32)>,
        sender: Sender<Result<Parcel, Trouble>>,
    ) -> Self {
        Self {
            parcel,
            limit,
            progress,
            sender,
            timeout: None,
        }
    }

    /// Whoever waits no more does not hear it.
    fn answer(self, answer: Result<Parcel, Trouble>) {
        let _ = self.sender.send(answer);
    }
}

/// A worker with our ears on it, ended when dropped.
struct Live {
    worker: Worker,
    _message: Listener,
    _garbled: Listener,
    _error: Listener,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

enum State {
    Idle,
    /// Being made; the number tells a late worker that it is not wanted any more.
    Making(u32),
    Live(Live),
}

/// See the head of this file.
pub(super) struct Course {
    make: Function,
    state: RefCell<State>,
    question: RefCell<Option<Question>>,
    made: RefCell<u32>,
}

impl fmt::Debug for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Course").finish_non_exhaustive()
    }
}

impl Course {
    pub(super) fn new(make: Function) -> Rc<Self> {
        Rc::new(Self {
            make,
            state: RefCell::new(State::Idle),
            question: RefCell::new(None),
            made: RefCell::new(0),
        })
    }

    /// Asks, in the place of what was asked before.
    pub(super) fn ask(self: &Rc<Self>, mut question: Question) {
        // What is longer than the browser can wait for would ring at once.
        let longest = i32::MAX.unsigned_abs();
        let limit = u32::try_from(question.limit.as_millis()).map_or(longest, |ms| ms.min(longest));
        let course = Rc::downgrade(self);
        question.timeout = Some(Timeout::new(limit, move || {
            on(&course, |course| {
                course.fail(Trouble::new(
                    Kind::TimedOut,
                    format!("no answer within {limit} ms"),
                ));
            });
        }));
        self.question.replace(Some(question));
        let idle = matches!(*self.state.borrow(), State::Idle);
        if idle { self.make() } else { self.post() }
    }

    /// Ends the worker, and the question with this trouble.
    pub(super) fn fail(&self, trouble: Trouble) {
        let state = self.state.replace(State::Idle);
        let question = self.question.take();
        drop(state);
        if let Some(question) = question {
            question.answer(Err(trouble));
        }
    }

    fn make(self: &Rc<Self>) {
        let number = {
            let mut made = self.made.borrow_mut();
            *made = made.wrapping_add(1);
            *made
        };
        self.state.replace(State::Making(number));
        let made = self.make.call0(&JsValue::UNDEFINED);
        let course = Rc::downgrade(self);
        spawn_local(async move {
            let worker = match made {
                Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await,
                Err(thrown) => Err(thrown),
            };
            let worker = worker
                .map_err(Trouble::from)
                .and_then(|worker| worker.dyn_into().map_err(|_| Trouble::missing("a worker")));
            let wanted = course.upgrade().filter(|course| course.is_making(number));
            match (wanted, worker) {
                (Some(course), Ok(worker)) => course.attend(worker),
                (Some(course), Err(trouble)) => course.fail(trouble),
                (None, Ok(worker)) => worker.terminate(),
                (None, Err(_)) => {}
            }
        });
    }

    fn is_making(&self, number: u32) -> bool {
        matches!(*self.state.borrow(), State::Making(current) if current == number)
    }

    fn attend(self: &Rc<Self>, worker: Worker) {
        let course = Rc::downgrade(self);
        let message = Listener::new(&worker, "message", {
            let course = course.clone();
            move |event: MessageEvent| {
                let parcel = Parcel::open(event.data());
                on(&course, |course| match parcel {
                    Some(parcel) => course.hear(parcel),
                    None => course.fail(garbled()),
                });
            }
        });
        let garbled = Listener::new(&worker, "messageerror", {
            let course = course.clone();
            move |_: MessageEvent| on(&course, |course| course.fail(garbled()))
        });
        let error = Listener::new(&worker, "error", move |event: ErrorEvent| {
            // A script that could not be loaded gives a plain event, which has no message.
            let message = js_sys::Reflect::get(&event, &"message".into())
                .ok()
                .and_then(|message| message.as_string())
                .unwrap_or_else(|| "the worker could not be started".to_owned());
            // Told here, it need not be told to the page as well.
            event.prevent_default();
            on(&course, |course| {
                course.fail(Trouble::new(Kind::Other, message));
            });
        });
        self.state.replace(State::Live(Live {
            worker,
            _message: message,
            _garbled: garbled,
            _error: error,
        }));
        self.post();
    }

    fn hear(&self, parcel: Parcel) {
        let ours = self
            .question
            .borrow()
            .as_ref()
            .filter(|question| question.parcel.id == parcel.id)
            .map(|question| question.progress.clone());
        // An answer to a question that was since replaced.
        let Some(progress) = ours else { return };
        match parcel.word {
            Word::Progress => progress(parcel.head.as_f64().unwrap_or(0.0) as u32),
            Word::Done | Word::Fault => {
                if let Some(question) = self.question.take() {
                    question.answer(Ok(parcel));
                }
            }
            Word::Broken => {
                let reason = parcel.head.as_string().unwrap_or_default();
                self.fail(Trouble::new(Kind::Other, reason));
            }
            Word::Ask => {}
        }
    }

    /// Sends the question if there is a worker for it; else it goes once there is.
    fn post(&self) {
        let posted = {
            let state = self.state.borrow();
            let question = self.question.borrow();
            match (&*state, &*question) {
                (State::Live(live), Some(question)) => send(&live.worker, &question.parcel),
                _ => Ok(()),
            }
        };
        if let Err(trouble) = posted {
            self.fail(trouble);
        }
    }
}

fn send(worker: &Worker, parcel: &Parcel) -> Result<(), Trouble> {
    let (message, transfer) = parcel.seal()?;
    Ok(worker.post_message_with_transfer(&message, &transfer)?)
}

fn garbled() -> Trouble {
    Trouble::new(Kind::Other, "the worker said something unreadable")
}

fn on(course: &Weak<Course>, act: impl FnOnce(&Course)) {
    if let Some(course) = course.upgrade() {
        act(&course);
    }
}
