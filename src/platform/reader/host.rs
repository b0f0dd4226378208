//! The worker's side: hears questions, answers each with a closure, one after the other.

use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::Reply;
use super::parcel::{Parcel, Word, carry};
use crate::platform::fault::Trouble;

/// Tells the page how far the answer is, in whatever unit both sides agreed on.
pub type Progress<'a> = &'a dyn Fn(u32);

/// Answers every question from now on, for as long as the worker lives. `Kind::Missing` outside of
/// a dedicated worker.
pub fn serve<Q, A, F>(
    mut answer: impl FnMut(Q, Vec<u8>, Progress<'_>) -> Reply<A, F> + 'static,
) -> Result<(), Trouble>
where
    Q: DeserializeOwned,
    A: Serialize,
    F: Serialize,
{
    let scope: DedicatedWorkerGlobalScope = js_sys::global()
        .dyn_into()
        .map_err(|_| Trouble::missing("a dedicated worker"))?;
    let hear = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| {
            if let Some(question) = Parcel::open(event.data()) {
                respond(question, &mut answer, &|parcel| post(&scope, parcel));
            }
        }
    });
    scope.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    Ok(())
}

fn post(scope: &DedicatedWorkerGlobalScope, parcel: &Parcel) -> Result<(), Trouble> {
    let (message, transfer) = parcel.seal()?;
    Ok(scope.post_message_with_transfer(&message, &transfer)?)
}

/// Answers one question by one or more parcels, the last of which ends it.
fn respond<Q, A, F>(
    question: Parcel,
    answer: &mut impl FnMut(Q, Vec<u8>, Progress<'_>) -> Reply<A, F>,
    post: &dyn Fn(&Parcel) -> Result<(), Trouble>,
) where
    Q: DeserializeOwned,
    A: Serialize,
    F: Serialize,
{
    let id = question.id;
    let progress = |done: u32| {
        // A report that is lost leaves a bar that stands still, and no more.
        let _ = post(&Parcel::plain(id, Word::Progress, done.into()));
    };
    let sent = serde_wasm_bindgen::from_value(question.head)
        .map_err(Trouble::from)
        .map(|head| answer(head, question.body.to_vec(), &progress))
        .and_then(|reply| enclose(id, reply))
        .and_then(|parcel| post(&parcel));
    if let Err(trouble) = sent {
        // If even this cannot be posted, the page's time limit ends the wait.
        let _ = post(&Parcel::plain(
            id,
            Word::Broken,
            trouble.detail.as_str().into(),
        ));
    }
}

fn enclose<A: Serialize, F: Serialize>(id: u32, reply: Reply<A, F>) -> Result<Parcel, Trouble> {
    Ok(match reply {
        Ok((head, body)) => Parcel {
            id,
            word: Word::Done,
            head: carry(&head)?,
            body: Uint8Array::from(body.as_slice()),
        },
        Err(fault) => Parcel::plain(id, Word::Fault, carry(&fault)?),
    })
}
