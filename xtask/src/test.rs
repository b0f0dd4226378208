//! `cargo xtask test`: everything that must hold, cheapest first. What is tested stands in
//! `tests/` and beside the code.
//!
//! Invariant: it goes on after a failure, so that one run tells all, and closes with one line that
//! counts; a check that is no test counts when it fails.

use crate::dist;
use crate::fault::{Fault, Outcome};
use crate::house;
use crate::program::{chromedriver, program};
use crate::setup::{Scope, set_up};
use crate::tally::Tally;
use crate::wasm::{TARGET, Toolchain};
use std::process::Command;

/// Runs every check and every test.
pub fn test() -> Outcome {
    set_up(Scope::Test)?;
    let toolchain = Toolchain::require()?;
    let mut run = Run::default();
    run.step("format", &mut format());
    run.step("lints", &mut lints());
    run.step(
        "lints for the browser",
        toolchain.choose(&mut browser_lints()),
    );
    run.step("native tests", &mut native_tests());
    run.step("browser tests", toolchain.choose(&mut browser_tests()));
    println!("\n== dist");
    if run.check("dist", dist::make()) {
        run.check("weight", dist::weigh());
        run.step(
            "end-to-end tests",
            &mut node(&["node_modules/.bin/playwright", "test"]),
        );
        run.step("end-to-end tests in Firefox", &mut node(&["firefox.js"]));
        run.step("killed and back", &mut node(&["kill.js"]));
    }
    run.close()
}

/// A script of `tests/e2e`, told which browsers to use.
pub fn node(script: &[&str]) -> Command {
    let mut command = program("node");
    command.current_dir(house::e2e()).args(script);
    if let Some(path) = crate::program::chromium() {
        command.env("NOEMA_CHROMIUM", path);
    }
    if let Some(path) = crate::program::firefox() {
        command.env("NOEMA_FIREFOX", path);
    }
    command
}

#[derive(Default)]
struct Run {
    total: Tally,
    faults: Vec<String>,
}

impl Run {
    fn step(&mut self, name: &str, command: &mut Command) {
        println!("\n== {name}");
        match Tally::of(command) {
            Ok(tally) => {
                self.total.add(tally);
                if tally.failed > 0 {
                    self.faults.push(name.to_owned());
                }
            }
            Err(fault) => {
                self.check(name, Err(fault));
            }
        }
    }

    fn check(&mut self, name: &str, outcome: Outcome) -> bool {
        let Err(fault) = outcome else {
            return true;
        };
        eprintln!("error: {fault}");
        self.total.failed += 1;
        self.faults.push(name.to_owned());
        false
    }

    fn close(self) -> Outcome {
        println!(
            "\n{} passed, {} failed",
            self.total.passed, self.total.failed
        );
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(Fault::new(format!(
                "failed: {}; see above",
                self.faults.join(", ")
            )))
        }
    }
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = program("cargo");
    command.args(arguments);
    command
}

fn format() -> Command {
    cargo(&["fmt", "--all", "--check"])
}

fn lints() -> Command {
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ])
}

fn browser_lints() -> Command {
    let mut command = cargo(&[
        "clippy",
        "--package",
        "noema",
        "--quiet",
        "--target",
        TARGET,
    ]);
    command.args([
        "--lib", "--bins", "--test", "browser", "--", "-D", "warnings",
    ]);
    command
}

fn native_tests() -> Command {
    cargo(&["test", "--workspace"])
}

fn browser_tests() -> Command {
    let mut command = cargo(&[
        "test",
        "--package",
        "noema",
        "--test",
        "browser",
        "--target",
        TARGET,
    ]);
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    if let Some(path) = chromedriver() {
        command.env("CHROMEDRIVER", path);
    }
    command
}
