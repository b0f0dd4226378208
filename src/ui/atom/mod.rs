//! Small parts that every screen is made of.

pub mod dialog;
pub mod field;
pub mod icon;
pub mod keys;
pub mod more;
pub mod window;
