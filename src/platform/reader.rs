//! A worker that does what must not freeze or poison the page: reading foreign files, searching.
//!
//! A panic in WebAssembly poisons its instance, so a worker that failed, took too long or was
//! called off is ended at once, and the next question gets a fresh one. Used for one question and
//! dropped, it is a throw-away worker; kept, it remembers what it was told before. What is asked
//! and answered is the caller's; bytes go along as a body that is handed over, not copied.

mod course;
pub mod host;
mod parcel;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use futures_channel::oneshot;
use js_sys::{Function, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::fault::{Kind, Trouble};
use course::{Course, Question};
use parcel::{Parcel, Word, carry};

/// What a worker answers: a head with its bytes, or the fault that it found.
pub type Reply<A, F> = Result<(A, Vec<u8>), F>;

/// A worker to ask, ended when dropped.
#[derive(Debug)]
pub struct Reader {
    course: Rc<Course>,
    limit: Duration,
    last: Cell<u32>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Reader {
    /// `make` is a JavaScript function that gives a promise of a new `Worker` in which
    /// [`host::serve`] has been called already. Each question may take `limit`, the making of the
    /// worker included.
    pub fn new(make: Function, limit: Duration) -> Self {
        Self {
            course: Course::new(make),
            limit,
            last: Cell::new(0),
        }
    }

    /// Asks, and waits for the answer. `progress` hears what the worker reports on its way.
    ///
    /// A question asked while another is under way takes its place: the former ends with
    /// `Kind::Aborted`. After `Kind::TimedOut`, `Kind::Other` or [`Reader::stop`] the worker is
    /// gone, and the next one knows nothing of what was told to it.
    pub async fn ask<Q, A, F>(
        &self,
        head: &Q,
        body: &[u8],
        progress: impl Fn(u32) + 'static,
    ) -> Result<Reply<A, F>, Trouble>
    where
        Q: Serialize,
        A: DeserializeOwned,
        F: DeserializeOwned,
    {
        self.ask_within(self.limit, head, body, progress).await
    }

    /// The same with a time limit of its own.
    pub async fn ask_within<Q, A, F>(
        &self,
        limit: Duration,
        head: &Q,
        body: &[u8],
        progress: impl Fn(u32) + 'static,
    ) -> Result<Reply<A, F>, Trouble>
    where
        Q: Serialize,
        A: DeserializeOwned,
        F: DeserializeOwned,
    {
        let id = self.last.get().wrapping_add(1);
        self.last.set(id);
        let parcel = Parcel {
            id,
            word: Word::Ask,
            head: carry(head)?,
            body: Uint8Array::from(body),
        };
        let (sender, receiver) = oneshot::channel();
        let question = Question::new(parcel, limit, Rc::new(progress), sender);
        self.course.ask(question);
        let answer = receiver
            .await
            .unwrap_or_else(|_| Err(Trouble::new(Kind::Aborted, "another question came")))?;
        Ok(match answer.word {
            Word::Done => Ok((
                serde_wasm_bindgen::from_value(answer.head)?,
                answer.body.to_vec(),
            )),
            _ => Err(serde_wasm_bindgen::from_value(answer.head)?),
        })
    }

    /// Ends the worker; what is under way ends with `Kind::Aborted`.
    pub fn stop(&self) {
        self.course
            .fail(Trouble::new(Kind::Aborted, "the worker was stopped"));
    }
}
