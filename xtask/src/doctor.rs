//! `cargo xtask doctor`: says what is installed, what is missing and how to get it. It changes
//! nothing.

use crate::fault::{Fault, Outcome};
use crate::tool::TOOLS;

/// Prints a line for each tool, and fails when one is missing.
pub fn examine() -> Outcome {
    let mut missing = 0;
    for tool in &TOOLS {
        match (tool.found)() {
            Some(version) => println!("  ok       {}: {version}", tool.name),
            None => {
                missing += 1;
                println!("  missing  {}, which {}", tool.name, tool.purpose);
                println!("           by hand: {}", tool.cure);
            }
        }
    }
    match missing {
        0 => Ok(()),
        1 => Err(Fault::new(
            "one tool is missing; `cargo xtask setup` gets it",
        )),
        many => Err(Fault::new(format!(
            "{many} tools are missing; `cargo xtask setup` gets them"
        ))),
    }
}
