//! What is committed is kept whole or not at all.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use noema::platform::database::{Closing, Database, Key, Span, Store, Value, Write, erase};
use noema::platform::fault::Kind;
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;

async fn fresh(name: &str) -> Database {
    let name = format!("test-{name}");
    erase(&name).await.unwrap();
    Database::open(&name, |_| ()).await.unwrap()
}

fn put(store: Store, key: impl Into<Key>, bytes: &[u8]) -> Write {
    Write::Put {
        store,
        key: key.into(),
        value: Value::Bytes(bytes.to_vec()),
    }
}

fn chunk(study: &str, document: &str, seq: &str) -> Write {
    put(
        Store::Documents,
        [study, document, seq],
        format!("{study}/{document}/{seq}").as_bytes(),
    )
}

async fn chunks(database: &Database, prefix: &[&str], span: Span) -> Vec<String> {
    let list = database.list(Store::Documents, prefix, span).await.unwrap();
    list.into_iter()
        .map(|(key, value)| {
            let Key::Path(path) = key else {
                panic!("a word among paths")
            };
            let bytes = value.into_bytes().unwrap();
            assert!(bytes.starts_with(path[0].as_bytes()));
            String::from_utf8(bytes).unwrap()
        })
        .collect()
}

async fn with_chunks(name: &str) -> Database {
    let database = fresh(name).await;
    let writes = [
        ("a", "main", "2"),
        ("a", "main", "1"),
        ("a", "main", "3"),
        ("a", "p1", "1"),
        ("ab", "main", "1"),
        ("b", "main", "1"),
    ]
    .map(|(study, document, seq)| chunk(study, document, seq));
    database.commit(writes.to_vec()).await.unwrap();
    database
}

#[wasm_bindgen_test]
async fn what_is_committed_is_there_after_reopening() {
    let database = fresh("reopen").await;
    let writes = vec![
        put(Store::Texts, ["s", "hash"], b"\0\xff words"),
        put(Store::Texts, ["s", "empty"], b""),
    ];
    database.commit(writes).await.unwrap();
    drop(database);

    let database = Database::open("test-reopen", |_| ()).await.unwrap();
    let get = async |key: [&str; 2]| database.get(Store::Texts, &key.into()).await.unwrap();
    assert_eq!(
        get(["s", "hash"]).await,
        Some(Value::Bytes(b"\0\xff words".to_vec()))
    );
    assert_eq!(get(["s", "empty"]).await, Some(Value::Bytes(Vec::new())));
    assert_eq!(get(["s", "none"]).await, None);
}

#[wasm_bindgen_test]
async fn a_record_reads_back_equal() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Record {
        title: String,
        count: Option<u32>,
        tags: std::collections::BTreeMap<String, Vec<f64>>,
    }
    let record = Record {
        title: "Trust 🌱".to_owned(),
        count: None,
        tags: [("x".to_owned(), vec![1.5])].into(),
    };
    let database = fresh("record").await;
    let write = Write::Put {
        store: Store::Studies,
        key: "s1".into(),
        value: Value::record(&record).unwrap(),
    };
    database.commit(vec![write]).await.unwrap();
    let kept = database.get(Store::Studies, &"s1".into()).await.unwrap();
    assert_eq!(kept.unwrap().read::<Record>().unwrap(), record);
    let all = database.list(Store::Studies, &[], Span::All).await.unwrap();
    assert_eq!(all[0].0, Key::from("s1"));
}

#[wasm_bindgen_test]
async fn a_listing_is_sorted_and_keeps_to_its_prefix() {
    let database = with_chunks("list").await;
    for (prefix, span, expected) in [
        (
            &["a", "main"][..],
            Span::All,
            &["a/main/1", "a/main/2", "a/main/3"][..],
        ),
        (
            &["a"],
            Span::All,
            &["a/main/1", "a/main/2", "a/main/3", "a/p1/1"],
        ),
        (&["a", "main"], Span::First(2), &["a/main/1", "a/main/2"]),
        (&["a", "main"], Span::Last(2), &["a/main/2", "a/main/3"]),
        (&["a", "main"], Span::Last(1), &["a/main/3"]),
        (&["b"], Span::Last(9), &["b/main/1"]),
        (&["a"], Span::Last(0), &[]),
        (&["a", "mai"], Span::All, &[]),
        (&["c"], Span::Last(2), &[]),
    ] {
        assert_eq!(
            chunks(&database, prefix, span).await,
            expected,
            "{prefix:?} {span:?}"
        );
    }
    assert_eq!(chunks(&database, &[], Span::All).await.len(), 6);
    let keys = database.keys(Store::Documents, &["a", "p1"]).await.unwrap();
    assert_eq!(keys, [Key::from(["a", "p1", "1"])]);
}

#[wasm_bindgen_test]
async fn deleting_takes_what_was_named_and_no_neighbour() {
    let database = with_chunks("delete").await;
    let writes = vec![
        Write::Delete {
            store: Store::Documents,
            key: ["b", "main", "1"].into(),
        },
        Write::DeletePrefix {
            store: Store::Documents,
            prefix: vec!["a".to_owned()],
        },
        chunk("a", "main", "9"),
    ];
    database.commit(writes).await.unwrap();
    assert_eq!(
        chunks(&database, &[], Span::All).await,
        ["a/main/9", "ab/main/1"]
    );
}

#[wasm_bindgen_test]
async fn compacting_replaces_exactly_what_was_read() {
    let database = with_chunks("compact").await;
    let replaced = database
        .compact(
            Store::Documents,
            &["a", "main"],
            &["a", "main", "4"].into(),
            |parts| Some(parts.join(&b'+')),
        )
        .await
        .unwrap();
    assert_eq!(replaced, 3);
    assert_eq!(
        chunks(&database, &["a"], Span::All).await,
        ["a/main/1+a/main/2+a/main/3", "a/p1/1"]
    );

    let replaced = database
        .compact(
            Store::Documents,
            &["a", "main"],
            &["a", "main", "5"].into(),
            |_| None,
        )
        .await
        .unwrap();
    assert_eq!(replaced, 0);
    let keys = database.keys(Store::Documents, &["a", "main"]).await;
    assert_eq!(keys.unwrap(), [Key::from(["a", "main", "4"])]);
}

#[wasm_bindgen_test]
async fn one_write_that_fails_takes_all_with_it() {
    let database = with_chunks("abort").await;
    let writes = vec![
        chunk("z", "main", "1"),
        Write::DeletePrefix {
            store: Store::Documents,
            prefix: vec!["a".to_owned()],
        },
        Write::Put {
            store: Store::Settings,
            key: "f".into(),
            // A function cannot be kept.
            value: Value::Record(Function::new_no_args("").into()),
        },
    ];
    let trouble = database.commit(writes).await.unwrap_err();
    assert!(trouble.detail.contains("DataCloneError"), "{trouble}");
    assert_eq!(chunks(&database, &["a"], Span::All).await.len(), 4);
    assert_eq!(chunks(&database, &["z"], Span::All).await.len(), 0);
}

#[wasm_bindgen_test]
async fn commits_of_two_connections_both_stay() {
    let first = fresh("two").await;
    let second = Database::open("test-two", |_| ()).await.unwrap();
    for seq in ["1", "3", "5"] {
        first.commit(vec![chunk("a", "main", seq)]).await.unwrap();
        let next = (seq.as_bytes()[0] + 1) as char;
        second
            .commit(vec![chunk("a", "main", &next.to_string())])
            .await
            .unwrap();
    }
    assert_eq!(chunks(&first, &["a"], Span::All).await.len(), 6);
}

#[wasm_bindgen_test]
async fn a_superseded_connection_is_told_once_and_answers_closed() {
    erase("test-closing").await.unwrap();
    let told = Rc::new(Cell::new(None));
    let database = Database::open("test-closing", {
        let told = told.clone();
        move |closing| told.set(Some(closing))
    })
    .await
    .unwrap();
    erase("test-closing").await.unwrap();
    assert_eq!(told.get(), Some(Closing::Superseded));
    let trouble = database.keys(Store::Texts, &[]).await.unwrap_err();
    assert_eq!(trouble.kind, Kind::Closed);
}

#[wasm_bindgen_test]
async fn a_newer_database_is_left_alone() {
    use wasm_bindgen::JsCast;
    erase("test-newer").await.unwrap();
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request = factory.open_with_u32("test-newer", 99).unwrap();
    let opened = js_sys::Promise::new(&mut |resolve, _reject| {
        request.set_onsuccess(Some(&resolve));
    });
    wasm_bindgen_futures::JsFuture::from(opened).await.unwrap();
    let newer: web_sys::IdbDatabase = request.result().unwrap().unchecked_into();

    let trouble = Database::open("test-newer", |_| ()).await.unwrap_err();
    assert_eq!(trouble.kind, Kind::Newer);
    newer.close();
}

/// Writes down the durability of every transaction that begins while it is there.
struct Witness;

impl Witness {
    fn new() -> Self {
        Function::new_no_args(
            "const real = IDBDatabase.prototype.transaction;
             window.witness = {real, seen: []};
             IDBDatabase.prototype.transaction = function (...rest) {
                 const transaction = real.apply(this, rest);
                 window.witness.seen.push(transaction.mode + ' ' + transaction.durability);
                 return transaction;
             };",
        )
        .call0(&wasm_bindgen::JsValue::NULL)
        .unwrap();
        Self
    }

    fn seen(&self) -> Vec<String> {
        let seen = Function::new_no_args("return window.witness.seen");
        let seen = seen.call0(&wasm_bindgen::JsValue::NULL).unwrap();
        js_sys::Array::from(&seen)
            .iter()
            .filter_map(|line| line.as_string())
            .collect()
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        let restore =
            Function::new_no_args("IDBDatabase.prototype.transaction = window.witness.real");
        restore.call0(&wasm_bindgen::JsValue::NULL).unwrap();
    }
}

#[wasm_bindgen_test]
async fn every_write_is_under_strict_durability() {
    let database = fresh("strict").await;
    let witness = Witness::new();
    let store = Store::Documents;
    database
        .commit(vec![chunk("a", "main", "1")])
        .await
        .unwrap();
    let key = Key::from(["a", "main", "2"]);
    database
        .compact(store, &["a"], &key, |parts| Some(parts.concat()))
        .await
        .unwrap();
    database.get(store, &key).await.unwrap();
    assert_eq!(
        witness.seen(),
        ["readwrite strict", "readwrite strict", "readonly default"]
    );
}
