//! Other tabs of the same origin: speaking with them, and holding what only one may hold.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

use super::fault::{Kind, Trouble};
use super::listener::Listener;
use super::{chance, has, window};

/// A name for this instance that no other tab has.
pub fn fresh_name() -> Result<String, Trouble> {
    Ok(format!("{:016x}", chance::random_u64()?))
}

/// A channel to everyone else who opened one of the same name, closed when dropped. What is sent
/// is not heard by the channel that sends it, but by every other one, this tab's own included.
#[derive(Debug)]
pub struct Channel {
    raw: BroadcastChannel,
    _listener: Listener,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.raw.close();
    }
}

impl Channel {
    /// Opens a channel. What arrives and cannot be read as an `H` (an older tab's words, say) is
    /// passed over: a tab cannot be made to fail by what another one says.
    pub fn open<H: DeserializeOwned>(
        name: &str,
        mut hear: impl FnMut(H, Vec<u8>) + 'static,
    ) -> Result<Self, Trouble> {
        let raw = BroadcastChannel::new(name)?;
        let listener = Listener::new(&raw, "message", move |event: MessageEvent| {
            if let Some((head, body)) = unpack(&event.data()) {
                hear(head, body);
            }
        });
        Ok(Self {
            raw,
            _listener: listener,
        })
    }

    /// Tells all others. `head` says what it is, `body` is the bytes that go with it.
    pub fn post(&self, head: &impl Serialize, body: &[u8]) -> Result<(), Trouble> {
        let message = Object::new();
        let head = head.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
        Reflect::set(&message, &"head".into(), &head)?;
        Reflect::set(&message, &"body".into(), &Uint8Array::from(body))?;
        Ok(self.raw.post_message(&message)?)
    }
}

fn unpack<H: DeserializeOwned>(message: &JsValue) -> Option<(H, Vec<u8>)> {
    let part = |name: &str| Reflect::get(message, &name.into()).ok();
    let head = serde_wasm_bindgen::from_value(part("head")?).ok()?;
    let body = part("body")?.dyn_into::<Uint8Array>().ok()?;
    Some((head, body.to_vec()))
}

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`, which web-sys hides behind a global flag.
    type Locks;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// A lock that we hold until it is dropped; the browser frees it when the tab dies.
#[derive(Debug)]
pub struct Hold {
    release: Function,
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Resolving a promise cannot throw.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Waits until nobody else holds the lock of that name, then holds it. `Kind::Missing` where the
/// browser has no locks (a page from plain http).
pub async fn hold(name: &str) -> Result<Hold, Trouble> {
    let granted = request_lock(name, false).await?;
    granted.ok_or_else(|| Trouble::new(Kind::Aborted, "the lock was not granted"))
}

/// Holds the lock of that name if nobody else does now.
pub async fn try_hold(name: &str) -> Result<Option<Hold>, Trouble> {
    request_lock(name, true).await
}

async fn request_lock(name: &str, only_if_free: bool) -> Result<Option<Hold>, Trouble> {
    let navigator = window()?.navigator();
    if !has(&navigator, "locks") {
        return Err(Trouble::missing("navigator.locks"));
    }
    let locks: Locks = Reflect::get(&navigator, &"locks".into())?.unchecked_into();
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into())?;

    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let tell = {
        let sender = sender.clone();
        move |outcome: Result<Option<Hold>, Trouble>| {
            let sender = sender.borrow_mut().take();
            if let Some(sender) = sender {
                // If nobody waits any more, the hold is dropped here and so the lock is free.
                let _ = sender.send(outcome);
            }
        }
    };
    let granted = Closure::once_into_js({
        let tell = tell.clone();
        move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                tell(Ok(None));
                return JsValue::UNDEFINED;
            }
            let mut release = None;
            // The lock is ours until the promise that we give back is resolved.
            let held = Promise::new(&mut |resolve, _reject| release = Some(resolve));
            tell(Ok(release.map(|release| Hold { release })));
            held.into()
        }
    });
    let ended = locks.request(name, &options, granted.unchecked_ref())?;
    spawn_local(async move {
        if let Err(thrown) = JsFuture::from(ended).await {
            tell(Err(thrown.into()));
        }
    });
    receiver
        .await
        .unwrap_or_else(|_| Err(Trouble::new(Kind::Aborted, "the request for a lock ended")))
}
