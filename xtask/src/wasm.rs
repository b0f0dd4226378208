//! A compiler that builds for the browser: which one there is, and how to get one. What is built
//! with it stands elsewhere.
//!
//! Two ways lead there. The ordinary one is the toolchain in use, with its target added by rustup.
//! Where rustup has none to give, Debian's packages bring a compiler but no standard library for
//! the target, so that is built once from Debian's sources and put beside it.
//!
//! Invariant: a library built by another compiler than the one that will use it is never taken:
//! a stamp beside it names its builder.

use crate::fault::{Fault, Outcome, Tell};
use crate::program::{answer, as_administrator, find, program, run};
use crate::{house, package};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name of the browser's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What a person does where neither way works.
pub const CURE: &str = "`rustup target add wasm32-unknown-unknown`, or on Debian install rustc-web";

const DEBIAN_PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
];
/// What the compiler links with: a link to a program of another package, which it does not ask for.
const DEBIAN_LINKER: &str = "/usr/bin/rust-lld";
const DEBIAN_RUSTLIB: &str = "/usr/lib/rustlib";
const DEBIAN_NAME: &str = "debian";

/// A toolchain that can build for the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The one in use anyway.
    Own,
    /// Debian's, known to rustup by the name `debian`.
    Debian,
}

impl Toolchain {
    /// The toolchain for builds for the browser, or how to get one.
    pub fn require() -> Outcome<Self> {
        Self::found().ok_or_else(|| {
            Fault::new("no compiler here builds for the browser; run `cargo xtask setup`")
        })
    }

    /// The toolchain for builds for the browser, if there is one.
    pub fn found() -> Option<Self> {
        if own_library().is_some_and(|folder| has_std(&folder)) {
            Some(Self::Own)
        } else if debian_is_ready() {
            Some(Self::Debian)
        } else {
            None
        }
    }

    /// The same command, run with this toolchain.
    pub fn choose(self, command: &mut Command) -> &mut Command {
        match self {
            Self::Own => command,
            Self::Debian => command.env("RUSTUP_TOOLCHAIN", DEBIAN_NAME),
        }
    }

    /// What `rustc` calls itself.
    pub fn version(self) -> Option<String> {
        answer(self.choose(program("rustc").arg("--version")))
    }
}

/// Gets a toolchain that builds for the browser, by the first way that works.
pub fn install() -> Outcome {
    if find("rustup").is_some() {
        let added = run(program("rustup").args(["target", "add", TARGET]), CURE);
        if added.is_ok() && Toolchain::found().is_some() {
            return Ok(());
        }
        println!("rustup has no such target here; trying Debian's packages");
    }
    if find("apt-get").is_none() {
        return Err(Fault::new(format!(
            "the standard library for {TARGET} could not be had from rustup, and this is no Debian; \
             on a machine with a network run {CURE}"
        )));
    }
    package::install(&DEBIAN_PACKAGES)?;
    install_linker()?;
    if !debian_std_is_current() {
        build_std()?;
    }
    if find("rustup").is_some() {
        let mut link = program("rustup");
        run(link.args(["toolchain", "link", DEBIAN_NAME, "/usr"]), CURE)?;
    }
    Ok(())
}

fn install_linker() -> Outcome {
    let linker = Path::new(DEBIAN_LINKER);
    match linker.read_link() {
        Ok(program) if !linker.exists() => package::install(&[&program.to_string_lossy()]),
        _ => Ok(()),
    }
}

/// Builds Debian's standard library for the browser and puts it beside Debian's compiler.
fn build_std() -> Outcome {
    let package = env::temp_dir().join(format!("noema-std-{}", std::process::id()));
    house::write(
        &package.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2021\"\n",
    )?;
    house::write(&package.join("src/lib.rs"), "#![no_std]\n")?;
    let built = compile_std(&package).and_then(|()| place_std(&package));
    std::fs::remove_dir_all(&package).tell(format!("remove {}", package.display()))?;
    built?;
    forget_older_builds()
}

fn compile_std(package: &Path) -> Outcome {
    let mut cargo = debian("cargo");
    cargo
        .current_dir(package)
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,test")
        .env("CARGO_TARGET_DIR", package.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode inside, a build with link-time optimisation finds no section .llvmbc.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(&mut cargo, "see what the compiler said above")
}

fn place_std(package: &Path) -> Outcome {
    let stamp = package.join("stamp");
    let version = debian_version().ok_or_else(|| Fault::new("Debian's rustc does not start"))?;
    house::write(&stamp, version)?;
    let built = house::files(&[package.join("target").join(TARGET).join("release/deps")]);
    let libraries = built.iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".rlib") && !name.starts_with("libempty-")
    });
    let folder = debian_library();
    let cure = "run `cargo xtask setup` as a user who may become administrator";
    run(as_administrator("rm").arg("-rf").arg(&folder), cure)?;
    run(as_administrator("mkdir").arg("-p").arg(&folder), cure)?;
    run(as_administrator("cp").args(libraries).arg(&folder), cure)?;
    run(
        as_administrator("cp")
            .arg(&stamp)
            .arg(folder.join("noema-stamp")),
        cure,
    )
}

/// What was compiled against an older standard library cannot be linked with the new one.
fn forget_older_builds() -> Outcome {
    let stale = house::target().join(TARGET);
    if stale.exists() {
        std::fs::remove_dir_all(&stale).tell(format!("remove {}", stale.display()))?;
    }
    Ok(())
}

fn own_library() -> Option<PathBuf> {
    let sysroot = answer(program("rustc").args(["--print", "sysroot"]))?;
    Some(
        Path::new(&sysroot)
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib"),
    )
}

fn debian_library() -> PathBuf {
    Path::new(DEBIAN_RUSTLIB).join(TARGET).join("lib")
}

fn has_std(library: &Path) -> bool {
    house::files(&[library.to_path_buf()])
        .iter()
        .filter_map(|path| path.file_name())
        .any(|name| name.to_string_lossy().starts_with("libstd-"))
}

fn debian_is_ready() -> bool {
    Path::new(DEBIAN_LINKER).exists() && debian_std_is_current()
}

fn debian_std_is_current() -> bool {
    let stamp = house::read_text(&debian_library().join("noema-stamp")).ok();
    stamp.is_some() && stamp == debian_version()
}

fn debian_version() -> Option<String> {
    answer(debian("rustc").arg("-vV"))
}

/// One of Debian's own programs, which finds its companions before those of rustup.
fn debian(name: &str) -> Command {
    let mut command = program(Path::new("/usr/bin").join(name));
    command
        .env("PATH", crate::program::path_with(Path::new("/usr/bin")))
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("RUSTC");
    command
}
