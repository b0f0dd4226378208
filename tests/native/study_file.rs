//! Study files: written and read again they are the same study, and nothing that is wrong with one
//! goes unseen.

use crate::desk::Desk;
use crate::generate::life;
use noema::formats::study_file::{Fault, MOST, Package, read, write};
use noema::study::edit::Home;
use noema::study::id::{Moment, Stamp};
use noema::study::text::{Text, TextHash};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::Write;

fn text(content: &str) -> (TextHash, Vec<u8>) {
    let text = Text {
        content: content.to_owned(),
        ..Default::default()
    };
    let bytes = text.to_bytes();
    (TextHash::of(&bytes), bytes)
}

fn package(desk: &mut Desk, texts: &[&str]) -> Package {
    let mut package = Package {
        study: Stamp::new(Moment(7), 7).id(),
        title: "Peers \u{1f91d}".into(),
        texts: texts.iter().map(|content| text(content)).collect(),
        ..Default::default()
    };
    for saved in desk.ledger.unsaved() {
        package.documents.insert(saved.home, vec![saved.bytes]);
    }
    package
}

fn small() -> Package {
    let mut desk = Desk::new(0);
    desk.work(&[crate::generate::Step {
        deed: crate::generate::Deed::AddParticipant,
        at: 0,
        other: 0,
        third: 0,
        words: String::new(),
    }]);
    let long = "I felt safe there. ".repeat(9);
    package(&mut desk, &["I felt \u{e9}.", &long])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_study_comes_back_equal(first in life(40), then in life(30), texts in prop::collection::vec("\\PC{0,60}", 0..4)) {
        let mut desk = Desk::new(0);
        desk.work(&first);
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let mut package = package(&mut desk, &texts);
        desk.work(&then);
        for saved in desk.ledger.unsaved() {
            package.documents.entry(saved.home).or_default().push(saved.bytes);
        }
        let file = write(&package);
        prop_assert_eq!(&write(&package), &file);
        let again = read(&file).unwrap();
        prop_assert_eq!(&again, &package);
        let mut opened = Desk::new(1);
        for (home, parts) in &again.documents {
            prop_assert_eq!(opened.ledger.load(*home, parts).unwrap().fault(), None);
        }
        prop_assert_eq!(opened.ledger.study(), desk.ledger.study());
    }

    #[test]
    fn random_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), begun in any::<bool>()) {
        let mut file = if begun { write(&small())[..16].to_vec() } else { Vec::new() };
        file.extend(bytes);
        prop_assert!(read(&file).is_err());
    }
}

#[test]
fn an_empty_study_comes_back() {
    let package = Package::default();
    assert_eq!(read(&write(&package)), Ok(package));
}

#[test]
fn every_cut_is_seen() {
    let file = write(&small());
    assert_eq!(read(&[]), Err(Fault::NotAStudyFile));
    for length in 1..file.len() {
        assert_eq!(read(&file[..length]), Err(Fault::CutShort), "{length}");
    }
    let mut longer = file;
    longer.push(0);
    assert_eq!(
        read(&longer),
        Err(Fault::Damaged {
            entry: "end".into()
        })
    );
}

#[test]
fn every_changed_byte_is_seen() {
    let mut file = write(&small());
    for place in 0..file.len() {
        let byte = file[place];
        for changed in [
            byte ^ 1,
            byte ^ 0x80,
            byte ^ 0x20,
            0,
            0xff,
            byte.wrapping_add(1),
        ] {
            if changed != byte {
                file[place] = changed;
                assert!(read(&file).is_err(), "byte {place} as {changed}");
            }
        }
        file[place] = byte;
    }
    assert_eq!(read(&file), Ok(small()));
}

#[test]
fn other_files_are_not_study_files() {
    for bytes in [
        &b"PK\x03\x04"[..],
        b"\x89PNG\r\n\x1a\n",
        b"{}",
        b"\x89NOEMA\n",
    ] {
        assert_eq!(read(bytes), Err(Fault::NotAStudyFile));
    }
}

/// A file with a manifest of our own.
fn file(version: u32, manifest: &Value, hashed: bool, blobs: &[u8]) -> Vec<u8> {
    let manifest = manifest.to_string().into_bytes();
    let mut file = b"\x89NOEMA\r\n".to_vec();
    file.extend(version.to_le_bytes());
    file.extend(u32::try_from(manifest.len()).unwrap().to_le_bytes());
    file.extend(&manifest);
    match hashed {
        true => file.extend(Sha256::digest(&manifest)),
        false => file.extend([0; 32]),
    }
    file.extend(blobs);
    file
}

fn manifest(rescue: bool, schema: i64, entries: &Value) -> Value {
    let study = "00000000000000000000000000000007";
    json!({"study": study, "title": "T", "schema": schema, "rescue": rescue, "later": 1, "entries": entries})
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_newer_version_is_named() {
    let empty = json!([]);
    check(
        &file(2, &json!("anything"), false, &[]),
        Err(&Fault::Newer { version: 2 }),
    );
    check(
        &file(1, &manifest(false, 2, &empty), true, &[]),
        Err(&Fault::Newer { version: 2 }),
    );
}

fn check(file: &[u8], expected: Result<usize, &Fault>) {
    let found = read(file);
    let found = found.as_ref().map(|package| package.texts.len());
    assert_eq!(found, expected);
}

#[test]
fn a_rescue_file_may_leave_hashes_out() {
    let (hash, bytes) = text("I felt safe there.");
    let hash = hash.to_string();
    let entries = json!([
        {"kind": "chunk", "doc": "study", "encoding": "identity", "length": 3},
        {"kind": "text", "name": hash, "encoding": "identity", "length": bytes.len(), "sha256": ""},
    ]);
    let blobs = [&b"abc"[..], &bytes].concat();
    check(&file(1, &manifest(true, 1, &entries), false, &blobs), Ok(1));
    check(&file(1, &manifest(true, 1, &entries), true, &blobs), Ok(1));
    let found = read(&file(1, &manifest(true, 1, &entries), false, &blobs)).unwrap();
    assert_eq!(found.documents[&Home::Study], [b"abc".to_vec()]);

    let chunk = Fault::Damaged {
        entry: "chunk study/".into(),
    };
    check(
        &file(1, &manifest(false, 1, &entries), true, &blobs),
        Err(&chunk),
    );
    let whole = Fault::Damaged {
        entry: "manifest".into(),
    };
    check(
        &file(1, &manifest(false, 1, &entries), false, &blobs),
        Err(&whole),
    );
    let mut changed = blobs;
    *changed.last_mut().unwrap() ^= 1;
    let spoilt = Fault::Damaged {
        entry: format!("text {hash}"),
    };
    check(
        &file(1, &manifest(true, 1, &entries), false, &changed),
        Err(&spoilt),
    );
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let most = Fault::TooLarge { most: MOST };
    let (hash, bytes) = text(&"a".repeat(100_000));
    let (hash, packed) = (hash.to_string(), zlib(&bytes));
    let entry = |size: Option<u64>| json!([{"kind": "text", "name": hash, "encoding": "deflate", "length": packed.len(), "size": size, "sha256": ""}]);
    let spoilt = Fault::Damaged {
        entry: format!("text {hash}"),
    };
    let size = bytes.len() as u64;
    check(
        &file(1, &manifest(true, 1, &entry(Some(size))), false, &packed),
        Ok(1),
    );
    check(
        &file(1, &manifest(true, 1, &entry(None)), false, &packed),
        Ok(1),
    );
    check(
        &file(
            1,
            &manifest(true, 1, &entry(Some(size - 1))),
            false,
            &packed,
        ),
        Err(&spoilt),
    );
    check(
        &file(
            1,
            &manifest(true, 1, &entry(Some(size + 1))),
            false,
            &packed,
        ),
        Err(&spoilt),
    );
    check(
        &file(
            1,
            &manifest(true, 1, &entry(Some(u64::MAX))),
            false,
            &packed,
        ),
        Err(&most),
    );
    let long = json!([{"kind": "text", "encoding": "identity", "length": u64::MAX}]);
    check(
        &file(1, &manifest(true, 1, &long), false, &packed),
        Err(&most),
    );
}
