//! `cargo xtask …`: everything one does with this repository besides writing it. This file only
//! chooses the command; each command is one file.
//!
//! Invariant: every failure is one sentence that names its cure, and a non-zero exit code.

mod bench;
mod bundle;
mod dist;
mod doctor;
mod embed;
mod fault;
mod house;
mod markup;
mod package;
mod program;
mod seal;
mod serve;
mod setup;
mod shots;
mod tally;
mod test;
mod tool;
mod wasm;

use fault::{Fault, Outcome};
use setup::Scope;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  serve    set up what is missing, build, serve on this machine and say where
  test     everything that must hold: format, lints, native, browser and end-to-end tests
  dist     dist/tab/ (static files for any web server), dist/noema.html (one local file) and
           dist/embed/ (an element for somebody else's page)
  bench    the figures that we promise, measured in a headless browser
  shots    the pictures of the README
  setup    install what the commands above need
  doctor   say what is installed, what is missing and how to get it";

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    match perform(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: &str) -> Outcome {
    match command {
        "setup" => setup::set_up(Scope::Test),
        "doctor" => doctor::examine(),
        "serve" => serve::serve(),
        "dist" => dist::build(),
        "test" => test::test(),
        "bench" => bench::measure(),
        "shots" => shots::take(),
        "seal" => seal::seal_staged(),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Fault::new(format!(
            "there is no command `{other}`; {USAGE}"
        ))),
    }
}
