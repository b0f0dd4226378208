//! Bytes come out of a file as they went in.

use js_sys::{Array, Uint8Array};
use noema::platform::fault::Kind;
use noema::platform::file::{Chosen, Destination, brings_files, dropped};
use noema::platform::storage;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, File};

fn file(name: &str, bytes: &[u8]) -> File {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).unwrap()
}

#[wasm_bindgen_test]
async fn a_file_gives_back_its_bytes() {
    for bytes in [&b""[..], b"\xef\xbb\xbfwords", &[0; 100_000]] {
        let chosen = Chosen::from(file("P4 äö.txt", bytes));
        assert_eq!(chosen.name(), "P4 äö.txt");
        assert_eq!(chosen.size(), bytes.len() as u64);
        assert_eq!(chosen.read().await.unwrap(), bytes);
    }
}

#[wasm_bindgen_test]
async fn a_drop_brings_its_files() {
    let transfer = DataTransfer::new().unwrap();
    assert!(!brings_files(&transfer));
    for name in ["one.txt", "two.txt"] {
        transfer
            .items()
            .add_with_file(&file(name, name.as_bytes()))
            .unwrap();
    }
    assert!(brings_files(&transfer));
    let files = dropped(&transfer);
    let names: Vec<String> = files.iter().map(Chosen::name).collect();
    assert_eq!(names, ["one.txt", "two.txt"]);
    assert_eq!(files[1].read().await.unwrap(), b"two.txt");
}

#[wasm_bindgen_test]
async fn a_dialogue_without_a_click_is_refused() {
    let trouble = Destination::choose("study.noema", "application/octet-stream")
        .await
        .unwrap_err();
    assert_eq!(trouble.kind, Kind::Refused, "{trouble}");
}

#[wasm_bindgen_test]
async fn storage_is_reckoned() {
    let estimate = storage::estimate().await.unwrap();
    assert!(estimate.quota > estimate.usage);
    storage::persisted().await.unwrap();
    assert!(storage::is_secure());
    assert!(!storage::is_file_url());
}
