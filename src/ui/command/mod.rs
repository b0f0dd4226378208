//! The command palette and the cheat sheet of all keys.

pub mod keys;
pub mod palette;
