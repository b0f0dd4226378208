//! What can lie over the screen. A dialog's own state lives with its part of the screen.

/// A dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// All keys.
    Keys,
    /// Search or run a command.
    Command,
    /// Begin a study.
    NewStudy,
}
