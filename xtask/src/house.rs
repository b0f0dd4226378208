//! Where things are in this repository, and reading and writing them. What they mean is not known
//! here.
//!
//! Invariant: no path depends on the directory from which the command was started.

use crate::fault::{Outcome, Tell};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the repository. Cargo says at run time where the package lies, so that one
/// compiled `xtask` serves any copy of it.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map(Path::to_path_buf).unwrap_or(package)
}

/// Where Cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The tests that drive whole browsers, and the npm packages.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}

/// The product: static files for a web server.
pub fn tab() -> PathBuf {
    root().join("dist/tab")
}

/// The product: one local file.
pub fn single_file() -> PathBuf {
    root().join("dist/noema.html")
}

/// The product: an element for somebody else's page.
pub fn embed() -> PathBuf {
    root().join("dist/embed")
}

/// The bytes of a file.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).tell(format!("read {}", path.display()))
}

/// The text of a file.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).tell(format!("read {}", path.display()))
}

/// Writes a file, making its folder where needed.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).tell(format!("make the folder {}", folder.display()))?;
    }
    fs::write(path, bytes).tell(format!("write {}", path.display()))
}

/// Every file at or below the paths, in a fixed order; what does not exist is left out.
pub fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let below: Vec<_> = fs::read_dir(path)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path())
                .collect();
            found.extend(files(&below));
        } else if path.is_file() {
            found.push(path.clone());
        }
    }
    found.sort();
    found
}

/// One number that changes when any of the files, its name or its content does.
pub fn fingerprint(paths: &[PathBuf]) -> Outcome<String> {
    let root = root();
    let mut hash = Sha256::new();
    for path in files(paths) {
        let name = path.strip_prefix(&root).unwrap_or(&path);
        let bytes = read(&path)?;
        hash.update(name.to_string_lossy().as_bytes());
        hash.update([0]);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(&bytes);
    }
    Ok(hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
