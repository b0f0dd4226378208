//! `cargo xtask dist`: the product. Trunk makes `dist/tab/`, from which `bundle` makes
//! `dist/noema.html` and `embed` makes `dist/embed/`; all is weighed against what we promise.
//!
//! Invariant: nothing is built again when neither a source nor the product changed.

use crate::bundle::{bundle, gzip};
use crate::embed::embed;
use crate::fault::{Fault, Outcome};
use crate::house;
use crate::program::{path_with, program, run};
use crate::setup::{Scope, set_up};
use crate::wasm::{TARGET, Toolchain};
use std::process::Command;

/// What the page is made from.
const SOURCES: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot",
    "index.html",
    "locales",
    "src",
    "styles",
    "tests/e2e/package-lock.json",
    "xtask/src",
];

/// What something may weigh.
struct Budget {
    what: &'static str,
    bytes: usize,
    limit: usize,
}

/// Makes both builds and holds them to what they may weigh.
pub fn build() -> Outcome {
    make()?;
    weigh()
}

/// Makes both builds, unless they are there and current.
pub fn make() -> Outcome {
    set_up(Scope::Build)?;
    let toolchain = Toolchain::require()?;
    if is_current(toolchain)? {
        println!("dist/ is up to date");
        return Ok(());
    }
    fetch_crates(toolchain)?;
    let mut trunk = trunk(toolchain, "build");
    run(trunk.arg("--release"), "see what Trunk said above")?;
    bundle()?;
    embed()?;
    house::write(&stamp_file(), stamp(toolchain)?)
}

/// Trunk, ready to build with this toolchain and the tools of this repository.
pub fn trunk(toolchain: Toolchain, command: &str) -> Command {
    let mut trunk = program("trunk");
    trunk
        .args([command, "--offline", "--skip-version-check"])
        .env("PATH", path_with(&house::e2e().join("node_modules/.bin")))
        // Trunk refuses the value 1, which some systems set.
        .env_remove("NO_COLOR");
    toolchain.choose(&mut trunk);
    trunk
}

/// Trunk is told to stay offline, lest it bring tools of its own, and hands that on to Cargo: so
/// the crates must be there before.
pub fn fetch_crates(toolchain: Toolchain) -> Outcome {
    let mut cargo = program("cargo");
    cargo.args(["fetch", "--locked", "--quiet", "--target", TARGET]);
    run(
        toolchain.choose(&mut cargo),
        "see whether this machine reaches the crate registry",
    )
}

fn is_current(toolchain: Toolchain) -> Outcome<bool> {
    let Ok(old) = house::read_text(&stamp_file()) else {
        return Ok(false);
    };
    Ok(old == stamp(toolchain)?)
}

/// Names everything that the product depends on, and the product.
fn stamp(toolchain: Toolchain) -> Outcome<String> {
    let root = house::root();
    let sources = house::fingerprint(&SOURCES.map(|name| root.join(name)))?;
    let product = house::fingerprint(&[house::tab(), house::single_file(), house::embed()])?;
    let compiler = toolchain.version().unwrap_or_default();
    Ok(format!(
        "{compiler}\nsources {sources}\nproduct {product}\n"
    ))
}

fn stamp_file() -> std::path::PathBuf {
    house::root().join("dist/stamp")
}

/// Prints what both builds weigh, and fails when that is too much.
pub fn weigh() -> Outcome {
    let mut over = Vec::new();
    for Budget { what, bytes, limit } in budgets()? {
        println!(
            "{what}: {} kB of at most {} kB",
            bytes.div_ceil(1000),
            limit / 1000
        );
        if bytes > limit {
            over.push(what);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(Fault::new(format!(
            "too heavy: {}; find what grew, or move it out of the first screen",
            over.join(", ")
        )))
    }
}

/// The first and the last stand above what Noema promises in the end, 700 kB and 3 MB: they hold the
/// weight where it is until the ledger runs in a module of its own.
fn budgets() -> Outcome<[Budget; 3]> {
    let mut tab = 0;
    let mut readers = 0;
    for path in house::files(&[house::tab()]) {
        let bytes = gzip(&house::read(&path)?)?.len();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("readers") {
            readers += bytes;
        } else {
            tab += bytes;
        }
    }
    Ok([
        Budget {
            what: "the tab before its first screen, gzip",
            bytes: tab,
            limit: 1_500_000,
        },
        Budget {
            what: "readers of foreign files, gzip",
            bytes: readers,
            limit: 1_400_000,
        },
        Budget {
            what: "noema.html",
            bytes: house::read(&house::single_file())?.len(),
            limit: 3_600_000,
        },
    ])
}
