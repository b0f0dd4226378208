//! What a person or the browser brought about. Each part of the screen has its own actions.

use super::dialog::Dialog;
use super::{codebook, command, details, import, journal, keeping, reading, start, table};

/// Anything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The app was mounted.
    Mounted,
    /// On the start page.
    Start(start::Action),
    /// Answers of the storage, and undo.
    Keeping(keeping::Action),
    /// In the transcript and its margins.
    Reading(reading::Action),
    /// In the codebook.
    Codebook(codebook::Action),
    /// In the working table.
    Table(table::Action),
    /// In the journal.
    Journal(journal::Action),
    /// In the study's details, its participants and its bin.
    Details(details::Action),
    /// Files on their way in.
    Import(import::Action),
    /// In the command palette.
    Command(command::Action),
    /// Go to a page of the study.
    Go(super::desk::Page),
    /// Open a dialog.
    Open(Dialog),
    /// Close the dialog.
    CloseDialog,
    /// Take a notice away.
    Dismiss(u32),
}
