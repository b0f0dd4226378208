//! Hears when the selection has come to rest: what handles on a touch screen, menus and the
//! browser's own keys select, without a pointer that is let go of.

use crate::platform::clock::{self, Alarm};
use crate::platform::listener::Listener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Document, Event};

/// A listening to the selection, ended when dropped.
#[derive(Debug)]
#[must_use = "a listening that is dropped hears nothing"]
pub struct Rest {
    _listener: Listener,
    _alarm: Rc<RefCell<Option<Alarm>>>,
}

/// Calls back whenever the selection of a document has changed and then not for so many
/// milliseconds.
pub fn when_rested(document: &Document, milliseconds: u32, tell: impl Fn() + 'static) -> Rest {
    let tell = Rc::new(tell);
    let alarm: Rc<RefCell<Option<Alarm>>> = Rc::default();
    let waiting = Rc::clone(&alarm);
    let listener = Listener::new(document, "selectionchange", move |_: Event| {
        let tell = Rc::clone(&tell);
        // The alarm that was waiting is dropped and never rings.
        *waiting.borrow_mut() = Some(clock::after(milliseconds, move || tell()));
    });
    Rest {
        _listener: listener,
        _alarm: alarm,
    }
}
