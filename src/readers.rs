//! The second module: readers of foreign files, run in a throw-away worker.

fn main() {}
