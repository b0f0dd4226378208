//! The printer.

use super::fault::Trouble;
use super::window;

/// Opens the browser's print dialogue; returns when the person closed it.
pub fn print() -> Result<(), Trouble> {
    Ok(window()?.print()?)
}
