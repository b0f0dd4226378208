//! `cargo xtask setup`: gets what is missing, one tool after the other. The other commands call it
//! with what they need themselves. What the tools are stands in `tool`.
//!
//! Invariant: what is in place is left alone, so a second run changes nothing.

use crate::fault::{Fault, Outcome};
use crate::tool::{TOOLS, Tool};

/// How much of the tools a command needs; each holds those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// To look at the page.
    Serve,
    /// To make the product.
    Build,
    /// To test it.
    Test,
}

/// Gets every tool that this scope needs and the machine does not have.
pub fn set_up(scope: Scope) -> Outcome {
    for tool in TOOLS.iter().filter(|tool| tool.scope <= scope) {
        if (tool.found)().is_none() {
            get(tool)?;
        }
    }
    Ok(())
}

fn get(tool: &Tool) -> Outcome {
    println!(
        "getting {}, which {} (about {} min)",
        tool.name, tool.purpose, tool.minutes
    );
    (tool.get)()?;
    match (tool.found)() {
        Some(version) => {
            println!("got {}: {version}", tool.name);
            Ok(())
        }
        None => Err(Fault::new(format!(
            "{} was installed but is not found, perhaps since its folder is not on the PATH; \
             by hand: {}",
            tool.name, tool.cure
        ))),
    }
}
