//! What this repository needs on a machine: every tool with its purpose, how to see that it is
//! there, and how to get it. In what order it is got stands in `setup`.
//!
//! Invariant: `found` never changes anything, and after `get` succeeded `found` finds it.

use crate::fault::{Fault, Outcome};
use crate::house;
use crate::package;
use crate::program::{answer, chromedriver, chromium, find, firefox, program, run};
use crate::setup::Scope;
use crate::wasm::{self, Toolchain};

/// Trunk 0.22 wants a newer compiler than the one that this repository names.
const TRUNK: &str = "0.21.14";
const OLDEST_NODE: u32 = 20;

/// One thing that must be on the machine.
pub struct Tool {
    /// What it is called.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// The smallest command that needs it.
    pub scope: Scope,
    /// About how long getting it takes on two cores.
    pub minutes: u32,
    /// What a person does who wants to get it by hand.
    pub cure: &'static str,
    /// Its version, if it is there and the right one.
    pub found: fn() -> Option<String>,
    /// Gets it.
    pub get: fn() -> Outcome,
}

/// Everything that is needed, in the order in which it can be got.
pub const TOOLS: [Tool; 9] = [
    Tool {
        name: "Rust for the browser",
        purpose: "compiles to WebAssembly",
        scope: Scope::Serve,
        minutes: 3,
        cure: wasm::CURE,
        found: || Toolchain::found()?.version(),
        get: wasm::install,
    },
    Tool {
        name: "wasm-bindgen",
        purpose: "joins WebAssembly and JavaScript, and runs the browser tests",
        scope: Scope::Serve,
        minutes: 4,
        cure: "cargo install wasm-bindgen-cli, in the version that Cargo.lock names",
        found: || version_of("wasm-bindgen", &locked("wasm-bindgen")?),
        get: install_wasm_bindgen,
    },
    Tool {
        name: "Trunk",
        purpose: "puts the page together",
        scope: Scope::Serve,
        minutes: 8,
        cure: "cargo install trunk --version 0.21.14 --locked",
        found: || version_of("trunk", TRUNK),
        get: install_trunk,
    },
    Tool {
        name: "Node",
        purpose: "runs wasm-opt and the end-to-end tests",
        scope: Scope::Build,
        minutes: 1,
        cure: "install Node 20 or newer with npm",
        found: node,
        get: || package::install(&["nodejs", "npm"]),
    },
    Tool {
        name: "npm packages of tests/e2e",
        purpose: "wasm-opt, Playwright, axe, puppeteer-core",
        scope: Scope::Build,
        minutes: 1,
        cure: "npm ci, in tests/e2e",
        found: || package::npm_is_current().then(|| "as locked".to_owned()),
        get: package::install_npm,
    },
    Tool {
        name: "Chromium",
        purpose: "runs the page in tests",
        scope: Scope::Test,
        minutes: 1,
        cure: "install Chromium",
        found: || answer(program(chromium()?).arg("--version")),
        get: || package::install(&["chromium"]),
    },
    Tool {
        name: "ChromeDriver",
        purpose: "runs the browser tests written in Rust",
        scope: Scope::Test,
        minutes: 1,
        cure: "install the ChromeDriver of your Chromium",
        found: || answer(program(chromedriver()?).arg("--version")),
        get: || package::install(&["chromium-driver"]),
    },
    Tool {
        name: "Firefox",
        purpose: "runs the main scenario a second time",
        scope: Scope::Test,
        minutes: 1,
        cure: "install Firefox",
        found: || answer(program(firefox()?).arg("--version")),
        get: || package::install(&["firefox-esr"]),
    },
    Tool {
        name: "pdftotext",
        purpose: "says what the PDF reader should have read",
        scope: Scope::Test,
        minutes: 1,
        cure: "install poppler-utils",
        found: || find("pdftotext").map(|path| path.display().to_string()),
        get: || package::install(&["poppler-utils"]),
    },
];

/// The version of a crate in Cargo.lock.
fn locked(name: &str) -> Option<String> {
    let lock = house::read_text(&house::root().join("Cargo.lock")).ok()?;
    let entry = format!("name = \"{name}\"\nversion = \"");
    let (_, rest) = lock.split_once(&entry)?;
    rest.split('"').next().map(str::to_owned)
}

/// What a program calls itself, if that names the wanted version.
fn version_of(name: &str, wanted: &str) -> Option<String> {
    let version = answer(program(name).arg("--version"))?;
    version
        .split_whitespace()
        .any(|word| word == wanted)
        .then_some(version)
}

fn node() -> Option<String> {
    find("npm")?;
    let version = answer(program("node").arg("--version"))?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse::<u32>()
        .ok()?;
    (major >= OLDEST_NODE).then_some(version)
}

fn install_wasm_bindgen() -> Outcome {
    let version = locked("wasm-bindgen").ok_or_else(|| {
        Fault::new("Cargo.lock names no wasm-bindgen; run `cargo update -p noema`")
    })?;
    // Not with `--locked`: a version in its lock file may not be served any more, or not yet.
    let mut cargo = program("cargo");
    cargo.args(["install", "wasm-bindgen-cli", "--version", &version]);
    run(&mut cargo, "see what Cargo said above")
}

fn install_trunk() -> Outcome {
    let mut cargo = program("cargo");
    cargo
        .args(["install", "trunk", "--version", TRUNK, "--locked"])
        .args(["--no-default-features", "--features", "rustls"]);
    run(&mut cargo, "see what Cargo said above")
}
