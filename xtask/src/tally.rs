//! Counting tests by what their runners say at the end, while a person reads along.
//!
//! Invariant: a runner that failed counts at least one failure, whatever it printed.

use crate::fault::{Fault, Outcome};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many passed.
    pub passed: u32,
    /// How many failed.
    pub failed: u32,
}

impl Tally {
    /// Runs a program, shows what it prints and counts.
    pub fn of(command: &mut Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| {
            Fault::new(format!(
                "`{name}` could not be started ({error}); run `cargo xtask setup`"
            ))
        })?;
        let mut tally = Self::default();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("{line}");
                tally.read(&line);
            }
        }
        let succeeded = child.wait().is_ok_and(|status| status.success());
        if !succeeded && tally.failed == 0 {
            tally.failed = 1;
        }
        Ok(tally)
    }

    /// Adds what another run counted.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads a closing line of Cargo (`test result: ok. 3 passed; 0 failed; …`) or of Playwright
    /// (`  3 passed (2.1s)`); other lines count nothing.
    fn read(&mut self, line: &str) {
        let words: Vec<_> = line.split_whitespace().collect();
        let closing = match words.as_slice() {
            ["test", "result:", _, counts @ ..] => counts,
            counts if line.starts_with("  ") && counts.len() <= 3 => counts,
            _ => return,
        };
        for pair in closing.windows(2) {
            let Ok(count) = pair[0].parse::<u32>() else {
                continue;
            };
            match pair[1].trim_end_matches(';') {
                "passed" => self.passed += count,
                "failed" | "flaky" | "interrupted" => self.failed += count,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, passed: u32, failed: u32) {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        assert_eq!(tally, Tally { passed, failed }, "{output}");
    }

    #[test]
    fn reads_what_cargo_says() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out",
            12,
            0,
        );
        check(
            "test result: FAILED. 11 passed; 2 failed; 0 ignored; finished in 0.01s",
            11,
            2,
        );
    }

    #[test]
    fn reads_what_playwright_says() {
        check(
            "  1 failed\n    [tab] › a.spec.js:3:1 › it starts\n  7 passed (3.2s)",
            7,
            1,
        );
        check("  1 flaky\n  2 skipped\n  3 passed (1.0m)", 3, 1);
    }

    #[test]
    fn reads_nothing_into_other_lines() {
        check("running 12 tests\ntest four 4 passed or so ... ok", 0, 0);
    }

    #[test]
    fn a_runner_that_fails_silently_counts_as_a_failure() {
        let tally = Tally::of(&mut Command::new("false")).unwrap();
        assert_eq!(
            tally,
            Tally {
                passed: 0,
                failed: 1
            }
        );
    }
}
