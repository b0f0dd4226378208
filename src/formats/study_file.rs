//! Study files, `.noema`: a whole study in one file, as its documents' parts and its texts.
//!
//! ```text
//! 8 bytes   89 4E 4F 45 4D 41 0D 0A, "NOEMA" between bytes that a text transfer would spoil
//! u32 LE    version of this format
//! u32 LE    length of the manifest
//! manifest  JSON, UTF-8: what the study is and what follows, see `manifest`
//! 32 bytes  SHA-256 of the manifest; zeros in a rescue file
//! blobs     in the manifest's order, each as it says
//! ```
//!
//! A rescue file is written by the recovery screen when the app itself no longer runs, perhaps
//! where the browser offers no hashing; so it may leave hashes and unpacked sizes out. Texts are
//! known by their hash in any case, and documents check themselves.
//!
//! Invariant: a file is read whole or not at all. Of a file that [`write`] made, no cut and no
//! changed byte goes unseen. What the documents mean is the ledger's to say.

mod blob;
mod manifest;

use crate::ledger;
use crate::study::edit::Home;
use crate::study::id::StudyId;
use crate::study::text::TextHash;
use manifest::{Entry, Kind, Manifest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map;
use std::fmt;

const MAGIC: [u8; 8] = *b"\x89NOEMA\r\n";
const VERSION: u32 = 1;
const HASH: usize = 32;

/// The most that the blobs of a file may unpack to, in bytes.
pub const MOST: u64 = 1 << 30;

/// What a study file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// Which study.
    pub study: StudyId,
    /// Its title, to show before it is opened.
    pub title: String,
    /// The parts of each document: a snapshot and the chunks appended since.
    pub documents: BTreeMap<Home, Vec<Vec<u8>>>,
    /// The texts. Some may be missing, and some may belong to no transcript.
    pub texts: BTreeMap<TextHash, Vec<u8>>,
}

/// Why a study file was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Fault {
    /// It is something else.
    NotAStudyFile,
    /// Its end is missing.
    CutShort,
    /// It is not as it was written.
    Damaged {
        /// Which part of it.
        entry: String,
    },
    /// A newer version wrote it.
    Newer {
        /// The version.
        version: u32,
    },
    /// It unpacks to more than is taken.
    TooLarge {
        /// The most that is taken, in bytes.
        most: u64,
    },
}

impl Fault {
    /// A stable name, by which messages are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAStudyFile => "not-a-study-file",
            Self::CutShort => "cut-short",
            Self::Damaged { .. } => "damaged",
            Self::Newer { .. } => "newer",
            Self::TooLarge { .. } => "too-large",
        }
    }

    fn damaged(entry: impl Into<String>) -> Self {
        let entry = entry.into();
        Self::Damaged { entry }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAStudyFile => f.write_str("no study file"),
            Self::CutShort => f.write_str("its end is missing"),
            Self::Damaged { entry } => write!(f, "damaged: {entry}"),
            Self::Newer { version } => write!(f, "written by a newer version ({version})"),
            Self::TooLarge { most } => write!(f, "unpacks to more than {most} bytes"),
        }
    }
}

impl std::error::Error for Fault {}

/// The bytes of a study file. The same package always gives the same bytes.
#[must_use]
pub fn write(package: &Package) -> Vec<u8> {
    let mut entries = Vec::new();
    let mut blobs = Vec::new();
    let chunks = package.documents.iter().flat_map(|(home, parts)| {
        let numbered = parts.iter().enumerate();
        numbered.map(|(place, part)| (Kind::Chunk, home.to_string(), place.to_string(), part))
    });
    let texts = package.texts.iter();
    let texts = texts.map(|(hash, text)| (Kind::Text, String::new(), hash.to_string(), text));
    for (kind, doc, name, bytes) in chunks.chain(texts) {
        let (encoding, stored) = blob::pack(bytes);
        entries.push(Entry {
            kind,
            doc,
            name,
            encoding,
            length: stored.len() as u64,
            size: Some(bytes.len() as u64),
            sha256: blob::hex(&blob::hash(&stored)),
        });
        blobs.push(stored);
    }
    let manifest = Manifest {
        study: package.study,
        title: package.title.clone(),
        schema: ledger::VERSION,
        rescue: false,
        entries,
    };
    let manifest = manifest.to_bytes();
    let length = u32::try_from(manifest.len()).expect("a manifest of gigabytes fits no memory");
    let mut file = MAGIC.to_vec();
    file.extend(VERSION.to_le_bytes());
    file.extend(length.to_le_bytes());
    file.extend(&manifest);
    file.extend(blob::hash(&manifest));
    blobs.iter().for_each(|blob| file.extend(blob));
    file
}

/// Reads a study file.
///
/// # Errors
/// When it is none, damaged, newer or too large; see [`Fault`].
pub fn read(file: &[u8]) -> Result<Package, Fault> {
    let (manifest, mut rest) = read_manifest(file)?;
    check_sizes(&manifest, rest.len())?;
    let mut package = Package {
        study: manifest.study,
        title: manifest.title.clone(),
        ..Package::default()
    };
    for entry in &manifest.entries {
        let stored = take(&mut rest, entry.length)?;
        if blob::hex(&blob::hash(stored)) != entry.sha256
            && !(manifest.rescue && entry.sha256.is_empty())
        {
            return Err(Fault::damaged(entry.label()));
        }
        let bytes = blob::unpack(entry, stored)?;
        add(&mut package, entry, bytes)?;
    }
    match rest {
        [] => Ok(package),
        _ => Err(Fault::damaged("end")),
    }
}

fn read_manifest(file: &[u8]) -> Result<(Manifest, &[u8]), Fault> {
    let Some(mut rest) = file.strip_prefix(&MAGIC) else {
        let begun = !file.is_empty() && MAGIC.starts_with(file);
        return Err(if begun {
            Fault::CutShort
        } else {
            Fault::NotAStudyFile
        });
    };
    match take_u32(&mut rest)? {
        0 => return Err(Fault::damaged("version")),
        VERSION => {}
        version => return Err(Fault::Newer { version }),
    }
    let length = take_u32(&mut rest)?;
    let bytes = take(&mut rest, length.into())?;
    let hash = take(&mut rest, HASH as u64)?;
    let hashed = *hash == blob::hash(bytes);
    if !hashed && hash != [0; HASH] {
        return Err(Fault::damaged("manifest"));
    }
    let manifest = Manifest::from_bytes(bytes)?;
    if !hashed && !manifest.rescue {
        return Err(Fault::damaged("manifest"));
    }
    if manifest.schema > ledger::VERSION {
        let version = u32::try_from(manifest.schema).unwrap_or(u32::MAX);
        return Err(Fault::Newer { version });
    }
    Ok((manifest, rest))
}

/// Refuses what would not fit, before anything is unpacked.
fn check_sizes(manifest: &Manifest, there: usize) -> Result<(), Fault> {
    let sum = |size: fn(&Entry) -> u64| {
        let sizes = manifest.entries.iter().map(size);
        sizes.fold(0_u64, u64::saturating_add)
    };
    if sum(|entry| entry.size.unwrap_or(entry.length)) > MOST {
        return Err(Fault::TooLarge { most: MOST });
    }
    if sum(|entry| entry.length) > there as u64 {
        return Err(Fault::CutShort);
    }
    Ok(())
}

fn add(package: &mut Package, entry: &Entry, bytes: Vec<u8>) -> Result<(), Fault> {
    let damaged = || Fault::damaged(entry.label());
    match entry.kind {
        Kind::Chunk => {
            let home = Home::from_key(&entry.doc).ok_or_else(damaged)?;
            package.documents.entry(home).or_default().push(bytes);
        }
        Kind::Text => {
            let hash = TextHash::from_hex(&entry.name).ok_or_else(damaged)?;
            if TextHash::of(&bytes) != hash {
                return Err(damaged());
            }
            match package.texts.entry(hash) {
                btree_map::Entry::Vacant(place) => place.insert(bytes),
                btree_map::Entry::Occupied(_) => return Err(damaged()),
            };
        }
    }
    Ok(())
}

fn take<'a>(rest: &mut &'a [u8], length: u64) -> Result<&'a [u8], Fault> {
    let length = usize::try_from(length).map_err(|_| Fault::CutShort)?;
    let (taken, after) = rest.split_at_checked(length).ok_or(Fault::CutShort)?;
    *rest = after;
    Ok(taken)
}

fn take_u32(rest: &mut &[u8]) -> Result<u32, Fault> {
    let (taken, after) = rest.split_first_chunk().ok_or(Fault::CutShort)?;
    *rest = after;
    Ok(u32::from_le_bytes(*taken))
}
