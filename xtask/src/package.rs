//! Packages of the operating system and of npm. Which ones and why stands in `tool`.
//!
//! Invariant: nothing is installed system-wide but by Debian's own package manager.

use crate::fault::{Fault, Outcome};
use crate::house;
use crate::program::{as_administrator, find, program, run};

/// Installs Debian packages, fetching the list of packages only when the one at hand is too old.
pub fn install(names: &[&str]) -> Outcome {
    let wanted = names.join(" ");
    let cure = format!("install these by hand: {wanted}");
    if find("apt-get").is_none() {
        return Err(Fault::new(format!(
            "this machine has no apt-get; {cure}, or what your system calls them"
        )));
    }
    let apt_get = || {
        let mut command = as_administrator("apt-get");
        command.args(["-o", "DPkg::Lock::Timeout=300"]);
        command
    };
    let install = || {
        let mut command = apt_get();
        command
            .args(["install", "--yes", "--no-install-recommends"])
            .args(names);
        run(&mut command, &cure)
    };
    install().or_else(|_| {
        run(
            apt_get().arg("update"),
            "see whether this machine reaches Debian's packages",
        )?;
        install()
    })
}

/// Installs the npm packages of `tests/e2e`, exactly as locked and without browsers of their own.
pub fn install_npm() -> Outcome {
    let mut npm = program("npm");
    npm.current_dir(house::e2e())
        .args(["ci", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("PUPPETEER_SKIP_DOWNLOAD", "1");
    run(
        &mut npm,
        "see whether this machine reaches the npm registry",
    )
}

/// Whether the npm packages are there and are the locked ones.
pub fn npm_is_current() -> bool {
    let changed = |name: &str| {
        let path = house::e2e().join(name);
        std::fs::metadata(path)
            .and_then(|file| file.modified())
            .ok()
    };
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Some(installed), Some(locked)) => installed >= locked,
        _ => false,
    }
}
