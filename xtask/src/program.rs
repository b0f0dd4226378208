//! Running other programs. Which ones and why is not known here.
//!
//! Invariant: a program runs in the repository's folder and never inherits the library path that
//! Cargo sets for `xtask` itself, which would hand one compiler the libraries of another.

use crate::fault::{Fault, Outcome};
use crate::house;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A program, ready for arguments.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command
        .current_dir(house::root())
        .env_remove("LD_LIBRARY_PATH");
    command
}

/// Runs it before the person's eyes.
pub fn run(command: &mut Command, cure: &str) -> Outcome {
    let name = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Fault::new(format!("`{name}` failed ({status}); {cure}"))),
        Err(error) => Err(Fault::new(format!(
            "`{name}` could not be started ({error}); {cure}"
        ))),
    }
}

/// Runs it unseen and gives what it printed, if it succeeded.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Where a program is, if it is on the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|path| is_executable(path))
}

/// The Chromium that tests use.
pub fn chromium() -> Option<PathBuf> {
    first(&["chromium", "chromium-browser", "google-chrome"])
}

/// The driver of that Chromium.
pub fn chromedriver() -> Option<PathBuf> {
    first(&["chromedriver"])
}

/// The Firefox that tests use.
pub fn firefox() -> Option<PathBuf> {
    first(&["firefox-esr", "firefox"])
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| find(name))
}

/// Runs a program as the administrator: directly when we are, else through `sudo`.
pub fn as_administrator(name: &str) -> Command {
    if answer(program("id").arg("-u")).as_deref() == Some("0") {
        program(name)
    } else {
        let mut command = program("sudo");
        command.arg(name);
        command
    }
}

/// The search path with a folder put before everything else.
pub fn path_with(first: &Path) -> std::ffi::OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_path_buf()).chain(env::split_paths(&rest));
    env::join_paths(folders).unwrap_or(rest)
}

fn is_executable(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path)
            .is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        fs::metadata(path).is_ok_and(|file| file.is_file())
    }
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(OsStr::to_string_lossy).take(4));
    words.join(" ")
}
