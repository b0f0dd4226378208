//! Tabs hear each other, and only one of them holds a lock.

use std::cell::RefCell;
use std::rc::Rc;

use noema::platform::clock;
use noema::platform::tab::{Channel, fresh_name, hold, try_hold};
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Head {
    Changed { study: String, seq: u32 },
    Bye,
}

type Heard = Rc<RefCell<Vec<(Head, Vec<u8>)>>>;

fn listen(name: &str) -> (Channel, Heard) {
    let heard = Heard::default();
    let channel = Channel::open(name, {
        let heard = heard.clone();
        move |head, body| heard.borrow_mut().push((head, body))
    });
    (channel.unwrap(), heard)
}

#[wasm_bindgen_test]
async fn a_channel_hears_the_others_and_not_itself() {
    let name = fresh_name().unwrap();
    let (one, heard_by_one) = listen(&name);
    let (two, heard_by_two) = listen(&name);
    let (gone, heard_by_gone) = listen(&name);
    drop(gone);

    let changed = Head::Changed {
        study: "s".to_owned(),
        seq: 7,
    };
    one.post(&changed, &[1, 2, 3]).unwrap();
    one.post(&"something else", &[]).unwrap();
    two.post(&Head::Bye, &[]).unwrap();
    clock::sleep(200).await;

    assert_eq!(*heard_by_two.borrow(), [(changed, vec![1, 2, 3])]);
    assert_eq!(*heard_by_one.borrow(), [(Head::Bye, vec![])]);
    assert!(heard_by_gone.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn a_lock_has_one_holder() {
    let name = fresh_name().unwrap();
    let first = try_hold(&name).await.unwrap();
    assert!(first.is_some());
    assert!(try_hold(&name).await.unwrap().is_none());
    drop(first);
    clock::sleep(50).await;
    let second = hold(&name).await.unwrap();
    assert!(try_hold(&name).await.unwrap().is_none());
    drop(second);
}

#[wasm_bindgen_test]
async fn a_lock_nobody_waits_for_any_more_is_free() {
    let name = fresh_name().unwrap();
    let first = try_hold(&name).await.unwrap();
    {
        let mut waiting = Box::pin(hold(&name));
        let waker = std::task::Waker::noop();
        let mut context = std::task::Context::from_waker(waker);
        assert!(waiting.as_mut().poll(&mut context).is_pending());
    }
    drop(first);
    clock::sleep(50).await;
    assert!(try_hold(&name).await.unwrap().is_some());
}
