//! Listening to events, sizes, frames, idle moments and media queries.
//!
//! Each listening is a guard: when it is dropped, the browser forgets the callback. A guard may be
//! dropped from within its own callback.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, EventTarget, MediaQueryList, ResizeObserver, ResizeObserverEntry, Window,
};

use super::fault::Trouble;
use super::window;

/// When and how a listener hears an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hearing {
    /// Before the elements inside the target, not after them.
    pub capture: bool,
    /// Never prevents the browser's own doing, which so need not wait: for scrolling and touch.
    pub passive: bool,
}

/// A callback on an event target, removed when dropped.
#[derive(Debug)]
#[must_use = "a listener that is dropped hears nothing"]
pub struct Listener {
    _inner: EventListener,
}

impl Listener {
    /// Calls `hear` at each event `name` of `target`, bubbling, able to prevent the default.
    /// `E` has to be the type which the browser gives for that name.
    pub fn new<E: JsCast>(
        target: &EventTarget,
        name: &'static str,
        hear: impl FnMut(E) + 'static,
    ) -> Self {
        Self::with(target, name, Hearing::default(), hear)
    }

    /// The same with a choice of when and how.
    pub fn with<E: JsCast>(
        target: &EventTarget,
        name: &'static str,
        hearing: Hearing,
        mut hear: impl FnMut(E) + 'static,
    ) -> Self {
        let options = EventListenerOptions {
            phase: match hearing.capture {
                true => EventListenerPhase::Capture,
                false => EventListenerPhase::Bubble,
            },
            passive: hearing.passive,
        };
        let inner = EventListener::new_with_options(target, name, options, move |event: &Event| {
            hear(event.clone().unchecked_into());
        });
        Self { _inner: inner }
    }
}

/// An element whose size is watched, until dropped.
#[derive(Debug)]
#[must_use = "an observer that is dropped sees nothing"]
pub struct Resize {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(Array)>,
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `see` with the width and height of the element's content, in CSS pixels, once now and
/// whenever they change.
pub fn observe_resize(
    element: &Element,
    mut see: impl FnMut(f64, f64) + 'static,
) -> Result<Resize, Trouble> {
    let closure = Closure::new(move |entries: Array| {
        // Only the newest size matters; entries come oldest first.
        let entry = entries.at(-1).unchecked_into::<ResizeObserverEntry>();
        let content = entry.content_rect();
        see(content.width(), content.height());
    });
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref())?;
    observer.observe(element);
    Ok(Resize {
        observer,
        _closure: closure,
    })
}

/// A callback before the next painting, called off when dropped.
#[derive(Debug)]
#[must_use = "a frame that is dropped never comes"]
pub struct Frame {
    window: Window,
    id: i32,
    _closure: Closure<dyn FnMut(f64)>,
}

impl Drop for Frame {
    fn drop(&mut self) {
        // A frame that has come already cannot be called off, which is no harm.
        let _ = self.window.cancel_animation_frame(self.id);
    }
}

/// Calls `paint` once before the next painting, with the time in milliseconds since the page began.
pub fn animation_frame(paint: impl FnOnce(f64) + 'static) -> Result<Frame, Trouble> {
    let window = window()?;
    let closure = Closure::once(paint);
    let id = window.request_animation_frame(closure.as_ref().unchecked_ref())?;
    Ok(Frame {
        window,
        id,
        _closure: closure,
    })
}

/// A callback for an idle moment, called off when dropped.
#[derive(Debug)]
#[must_use = "an idle moment that is dropped never comes"]
pub struct Idle {
    _wait: Wait,
}

#[derive(Debug)]
enum Wait {
    Idle {
        window: Window,
        id: u32,
        _closure: Closure<dyn FnMut(JsValue)>,
    },
    Timeout(#[expect(dead_code, reason = "held to be dropped")] Timeout),
}

impl Drop for Wait {
    fn drop(&mut self) {
        if let Self::Idle { window, id, .. } = self {
            window.cancel_idle_callback(*id);
        }
    }
}

/// Calls `work` once when the browser has nothing better to do; where it cannot tell, soon.
pub fn idle(work: impl FnOnce() + 'static) -> Result<Idle, Trouble> {
    let window = window()?;
    let wait = if super::has(&window, "requestIdleCallback") {
        let closure = Closure::once(move |_deadline: JsValue| work());
        let id = window.request_idle_callback(closure.as_ref().unchecked_ref())?;
        Wait::Idle {
            window,
            id,
            _closure: closure,
        }
    } else {
        Wait::Timeout(Timeout::new(50, work))
    };
    Ok(Idle { _wait: wait })
}

/// A media query that is watched until dropped.
#[derive(Debug)]
#[must_use = "a query that is dropped tells nothing"]
pub struct Media {
    list: MediaQueryList,
    _listener: Listener,
}

impl Media {
    /// Whether the query holds now.
    pub fn matches(&self) -> bool {
        self.list.matches()
    }
}

/// Calls `tell` whenever the query begins or ceases to hold.
pub fn media_query(query: &str, mut tell: impl FnMut(bool) + 'static) -> Result<Media, Trouble> {
    let list = window()?
        .match_media(query)?
        .ok_or_else(|| Trouble::missing("matchMedia"))?;
    let watched = list.clone();
    let listener = Listener::new(&list, "change", move |_: Event| tell(watched.matches()));
    Ok(Media {
        list,
        _listener: listener,
    })
}
