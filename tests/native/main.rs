//! Native tests.

mod example;
