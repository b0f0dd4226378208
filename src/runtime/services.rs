//! The browser's side of one mounted workbench: its database, its channel to other tabs, its
//! listeners and the element it lives in.
//!
//! Invariant: everything that is held here is given back by [`Services::close`].

use super::drop;
use super::files::Files;
use super::perform::Readers;
use super::store::Store;
use crate::app::action::Action;
use crate::app::date::Dates;
use crate::app::device::Device;
use crate::app::fault::{Code, Fault};
use crate::app::keeping;
use crate::app::keeping::saving::SaveState;
use crate::app::message::Messages;
use crate::app::state::State;
use crate::platform::database::{self, Database};
use crate::platform::fault::{Kind, Trouble};
use crate::platform::listener::{Frame, Listener};
use crate::platform::panic::Watch;
use crate::platform::tab::Channel;
use crate::platform::{chance, clock, device, panic, storage};
use crate::study::id::{Moment, Stamp};
use futures_channel::oneshot;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::{BeforeUnloadEvent, Element};

/// What a workbench is told at mounting.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of its database; another name is another set of studies.
    pub database: Option<String>,
    /// The language wanted, as a BCP 47 tag; the browser's when none is given.
    pub locale: Option<String>,
    /// A JavaScript function that gives a promise of a worker running the second module.
    pub readers: Option<js_sys::Function>,
    /// A JavaScript function that is told when the program has stopped.
    pub on_panic: Option<js_sys::Function>,
}

/// The browser's side.
pub struct Services {
    pub(super) root: Element,
    pub(super) options: Options,
    pub(super) channel: RefCell<Option<Channel>>,
    pub(super) frames: RefCell<Vec<Frame>>,
    pub(super) files: RefCell<Files>,
    pub(super) readers: RefCell<Readers>,
    database: RefCell<Connection>,
    listeners: RefCell<Vec<Listener>>,
    panics: RefCell<Option<Watch>>,
    store: RefCell<Weak<Store>>,
    open: Cell<bool>,
}

enum Connection {
    None,
    Opening(Vec<oneshot::Sender<Result<Database, Fault>>>),
    Open(Database),
}

impl Services {
    /// Services for an element, and the state to begin with.
    #[must_use]
    pub fn begin(root: &Element, options: Options) -> (State, Self) {
        root.set_class_name("noema");
        // A browser that translates a page puts elements of its own between ours, and transcripts
        // are not to leave the machine either. No element refuses an attribute of a good name.
        let _ = root.set_attribute("translate", "no");
        let locale = options.locale.clone().unwrap_or_else(device::locale);
        let state = State {
            device: Device {
                local_file: storage::is_file_url(),
                mac: device::is_mac(),
                locale,
                can_import: options.readers.is_some(),
            },
            messages: Rc::new(Messages::english()),
            dates: Dates {
                moment: |moment, locale| clock::format_moment(milliseconds(moment), locale),
                day: |moment, locale| clock::format_date(milliseconds(moment), locale),
                calendar: clock::format_calendar,
            },
            ..State::default()
        };
        let panics = options.on_panic.clone().map(panic::watch);
        let services = Self {
            root: root.clone(),
            options,
            channel: RefCell::default(),
            frames: RefCell::default(),
            files: RefCell::default(),
            readers: RefCell::default(),
            database: RefCell::new(Connection::None),
            listeners: RefCell::default(),
            panics: RefCell::new(panics),
            store: RefCell::default(),
            open: Cell::new(true),
        };
        (state, services)
    }

    /// Begins to listen on behalf of a store.
    pub fn hear(&self, store: &Rc<Store>) {
        *self.store.borrow_mut() = Rc::downgrade(store);
        let Some(window) = web_sys::window() else {
            return;
        };
        let weak = Rc::downgrade(store);
        let leaving = Listener::new(&window, "beforeunload", move |event: BeforeUnloadEvent| {
            let unsaved = weak.upgrade().is_some_and(|store| {
                let state = store.state();
                let state = state.borrow();
                state
                    .desk
                    .as_ref()
                    .is_some_and(|desk| desk.saving.state() != SaveState::Saved)
            });
            if unsaved {
                event.prevent_default();
            }
        });
        let mut listeners = self.listeners.borrow_mut();
        listeners.push(leaving);
        listeners.extend(drop::listen(store));
    }

    /// Whether the workbench is still mounted.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.get()
    }

    /// Gives everything back.
    pub fn close(&self) {
        self.open.set(false);
        self.listeners.borrow_mut().clear();
        self.panics.borrow_mut().take();
        self.frames.borrow_mut().clear();
        self.files.take();
        self.readers.take();
        *self.channel.borrow_mut() = None;
        if let Connection::Open(database) = self.database.replace(Connection::None) {
            database.close();
        }
    }

    /// The stamp of an action that happens now.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)]
    pub fn stamp(&self) -> Stamp {
        let chance = chance::random_u64().unwrap_or_default();
        Stamp::new(Moment(clock::now() as i64), chance)
    }

    /// The database, opened at the first call and again after it was lost.
    pub(super) async fn database(&self) -> Result<Database, Fault> {
        let receiver = {
            let mut connection = self.database.borrow_mut();
            match &mut *connection {
                Connection::Open(database) => return Ok(database.clone()),
                Connection::Opening(waiting) => {
                    let (sender, receiver) = oneshot::channel();
                    waiting.push(sender);
                    Some(receiver)
                }
                Connection::None => {
                    *connection = Connection::Opening(Vec::new());
                    None
                }
            }
        };
        if let Some(receiver) = receiver {
            return receiver
                .await
                .unwrap_or_else(|_| Err(Fault::new(Code::StorageClosed, "")));
        }
        let name = self.options.database.as_deref();
        let weak = self.store.borrow().clone();
        let opened = Database::open(name.unwrap_or(database::DEFAULT_NAME), move |_| {
            if let Some(store) = weak.upgrade() {
                store.services.database.replace(Connection::None);
                let fault = Fault::new(Code::StorageClosed, "");
                store.dispatch(Action::Keeping(keeping::Action::StorageLost(fault)));
            }
        })
        .await
        .map_err(fault);
        let next = match &opened {
            Ok(database) => Connection::Open(database.clone()),
            Err(_) => Connection::None,
        };
        if let Connection::Opening(waiting) = self.database.replace(next) {
            for sender in waiting {
                // Whoever stopped waiting does not mind.
                let _ = sender.send(opened.clone());
            }
        }
        opened
    }
}

/// Milliseconds as JavaScript counts them: exact for every day that a calendar can name.
#[allow(clippy::cast_precision_loss)]
fn milliseconds(moment: Moment) -> f64 {
    moment.0 as f64
}

/// What a browser's trouble is to the app.
pub(super) fn fault(trouble: Trouble) -> Fault {
    let code = match trouble.kind {
        Kind::QuotaExceeded => Code::StorageFull,
        Kind::Refused | Kind::Missing => Code::StorageRefused,
        Kind::Closed => Code::StorageClosed,
        Kind::Newer => Code::NewerVersion,
        Kind::Aborted | Kind::Blocked | Kind::TimedOut | Kind::Other => Code::StorageFailed,
    };
    Fault::new(code, trouble.detail)
}
