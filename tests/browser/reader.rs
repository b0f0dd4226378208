//! A worker answers, reports, fails and is ended, and none of it takes the page along.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Function;
use noema::platform::clock;
use noema::platform::fault::{Kind, Trouble};
use noema::platform::reader::{Reader, Reply, host};
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;

/// A worker in plain JavaScript that speaks as `host` does. It counts its questions.
const WORKER: &str = r#"
    let asked = 0;
    onmessage = ({data: {id, head, body}}) => {
        asked += 1;
        const none = new Uint8Array(0);
        const say = (word, head, body = none) => postMessage({id, word, head, body});
        if (head.what === 'hang') for (;;);
        if (head.what === 'crash') throw new Error('crashed');
        if (head.what === 'babble') return postMessage('babble');
        if (head.what === 'fault') return say('fault', 'no good');
        say('progress', 50);
        say('done', {what: head.what, asked}, body.map(byte => byte + 1));
    };
"#;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Question {
    what: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Answer {
    what: String,
    asked: u32,
}

fn reader(limit_ms: u64) -> Reader {
    let body = format!(
        "const url = URL.createObjectURL(new Blob([{}]));\
         return Promise.resolve(new Worker(url));",
        serde_json::to_string(WORKER).unwrap()
    );
    Reader::new(
        Function::new_no_args(&body),
        Duration::from_millis(limit_ms),
    )
}

async fn ask(reader: &Reader, what: &str) -> Result<Reply<Answer, String>, Trouble> {
    let question = Question {
        what: what.to_owned(),
    };
    reader.ask(&question, &[1, 2, 3], |_| ()).await
}

fn answer(what: &str, asked: u32) -> Result<Reply<Answer, String>, Trouble> {
    let answer = Answer {
        what: what.to_owned(),
        asked,
    };
    Ok(Ok((answer, vec![2, 3, 4])))
}

fn kind(answer: Result<Reply<Answer, String>, Trouble>) -> Kind {
    answer.unwrap_err().kind
}

#[wasm_bindgen_test]
async fn a_kept_worker_remembers() {
    let reader = reader(5_000);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let question = Question {
        what: "one".to_owned(),
    };
    let progress = {
        let heard = heard.clone();
        move |percent| heard.borrow_mut().push(percent)
    };
    let first = reader.ask(&question, &[1, 2, 3], progress).await;
    assert_eq!(first, answer("one", 1));
    assert_eq!(*heard.borrow(), [50]);
    assert_eq!(ask(&reader, "fault").await, Ok(Err("no good".to_owned())));
    assert_eq!(ask(&reader, "two").await, answer("two", 3));
}

#[wasm_bindgen_test]
async fn whatever_goes_wrong_the_next_question_gets_a_fresh_worker() {
    let reader = reader(1_500);
    assert_eq!(ask(&reader, "one").await, answer("one", 1));
    assert_eq!(kind(ask(&reader, "hang").await), Kind::TimedOut);
    assert_eq!(ask(&reader, "two").await, answer("two", 1));
    let crashed = ask(&reader, "crash").await.unwrap_err();
    assert!(crashed.detail.contains("crashed"), "{crashed}");
    assert_eq!(ask(&reader, "three").await, answer("three", 1));
    assert_eq!(kind(ask(&reader, "babble").await), Kind::Other);
    assert_eq!(ask(&reader, "four").await, answer("four", 1));
}

#[wasm_bindgen_test]
async fn a_question_can_be_called_off_at_any_time() {
    let reader = Rc::new(reader(5_000));
    for wait in [0, 300] {
        let asked = Rc::new(RefCell::new(None));
        wasm_bindgen_futures::spawn_local({
            let (reader, asked) = (reader.clone(), asked.clone());
            async move {
                let outcome = ask(&reader, "hang").await;
                asked.replace(Some(kind(outcome)));
            }
        });
        clock::sleep(wait).await;
        reader.stop();
        clock::sleep(0).await;
        assert_eq!(asked.take(), Some(Kind::Aborted));
    }
    assert_eq!(ask(&reader, "after").await, answer("after", 1));
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_be_made_is_told() {
    let second = Duration::from_secs(1);
    for (body, expected) in [
        (
            "throw new DOMException('no', 'SecurityError')",
            Kind::Refused,
        ),
        ("return Promise.reject(new Error('no'))", Kind::Other),
        ("return Promise.resolve(7)", Kind::Missing),
        ("return new Promise(() => {})", Kind::TimedOut),
    ] {
        let reader = Reader::new(Function::new_no_args(body), second);
        assert_eq!(kind(ask(&reader, "one").await), expected, "{body}");
    }
}

#[wasm_bindgen_test]
fn a_page_is_no_worker() {
    let trouble =
        host::serve(|(): (), _, _| -> Reply<(), ()> { Ok(((), Vec::new())) }).unwrap_err();
    assert_eq!(trouble.kind, Kind::Missing);
}
