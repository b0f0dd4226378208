//! No reader panics, whatever a file has become on its way: fixture bytes are changed, cut and
//! doubled at random. The PDF crates may panic on malformed files (readers run in a worker for that
//! reason), so there the panics are counted and must not be ours.

use crate::import::{check_whole, fixtures, packed};
use noema::formats::import::{Choice, read};
use proptest::prelude::*;
use proptest::sample::Index;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering};

/// One thing that happens to a file.
#[derive(Clone, Debug)]
enum Damage {
    Change(Index, u8),
    Cut(Index),
    Remove(Index, u8),
    Double(Index, u8),
}

fn damage() -> impl Strategy<Value = Vec<Damage>> {
    let one = prop_oneof![
        6 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        1 => any::<Index>().prop_map(Damage::Cut),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, len)| Damage::Remove(at, len)),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, len)| Damage::Double(at, len)),
    ];
    prop::collection::vec(one, 1..8)
}

fn damaged(mut bytes: Vec<u8>, damage: &[Damage]) -> Vec<u8> {
    for one in damage {
        if bytes.is_empty() {
            break;
        }
        let span = |at: &Index, len: u8| {
            let start = at.index(bytes.len());
            start..(start + usize::from(len)).min(bytes.len())
        };
        match one {
            Damage::Change(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Damage::Remove(at, len) => drop(bytes.drain(span(at, *len))),
            Damage::Double(at, len) => {
                let span = span(at, *len);
                let again = bytes[span.clone()].to_vec();
                bytes.splice(span.start..span.start, again);
            }
        }
    }
    bytes
}

fn read_checked(name: &str, bytes: &[u8]) {
    if let Ok(draft) = read(name, bytes, &Choice::default(), &mut |_| {}) {
        check_whole(&draft);
    }
}

fn fixture(at: &Index, is_pdf: bool) -> (String, Vec<u8>) {
    let paths: Vec<_> = fixtures()
        .into_iter()
        .filter(|path| (path.extension().is_some_and(|e| e == "pdf")) == is_pdf)
        .collect();
    let path = &paths[at.index(paths.len())];
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a plain name");
    (
        name.to_owned(),
        std::fs::read(path).expect("the fixture is readable"),
    )
}

/// The document with its main part damaged, so that the damage lies behind the archive's checksums.
fn damaged_inside(docx: &[u8], damage: &[Damage]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("the fixture is sound");
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let mut files = Vec::new();
    for name in names {
        let mut bytes = Vec::new();
        archive
            .by_name(&name)
            .expect("listed")
            .read_to_end(&mut bytes)
            .expect("sound");
        if name == "word/document.xml" || name == "word/comments.xml" {
            bytes = damaged(bytes, damage);
        }
        files.push((name, bytes));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    packed(&files)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic(at: Index, damage in damage()) {
        let (name, bytes) = fixture(&at, false);
        read_checked(&name, &damaged(bytes.clone(), &damage));
        if name.ends_with(".docx") {
            read_checked(&name, &damaged_inside(&bytes, &damage));
        }
    }

    #[test]
    fn noise_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..600), text in "(\\PC|[:\\[\\]<>\\n\\t0-9]){0,200}") {
        for name in ["a.txt", "a.md", "a.vtt", "a.srt", "a"] {
            read_checked(name, &bytes);
            read_checked(name, text.as_bytes());
            read_checked(name, format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}").as_bytes());
        }
    }
}

#[test]
fn damaged_pdfs_panic_in_no_code_of_ours() {
    static OURS: AtomicU32 = AtomicU32::new(0);
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|info| {
        let ours = info
            .location()
            .is_some_and(|place| place.file().starts_with("src"));
        OURS.fetch_add(u32::from(ours), Ordering::Relaxed);
    }));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 150,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let panics = AtomicU32::new(0);
    let result = runner.run(&(any::<Index>(), damage()), |(at, damage)| {
        let (name, bytes) = fixture(&at, true);
        let bytes = damaged(bytes, &damage);
        let outcome = catch_unwind(AssertUnwindSafe(|| read_checked(&name, &bytes)));
        panics.fetch_add(u32::from(outcome.is_err()), Ordering::Relaxed);
        Ok(())
    });
    std::panic::set_hook(before);
    println!(
        "{} of 150 damaged PDFs made a crate below us panic",
        panics.load(Ordering::Relaxed)
    );
    result.expect("no case fails by itself");
    assert_eq!(OURS.load(Ordering::Relaxed), 0, "a panic in our own code");
}
