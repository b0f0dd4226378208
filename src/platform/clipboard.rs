//! The clipboard, for text only.

use wasm_bindgen_futures::JsFuture;
use web_sys::ClipboardEvent;

use super::fault::Trouble;
use super::{has, window};

/// Makes `text` what a copy or cut event in progress puts on the clipboard.
pub fn answer(event: &ClipboardEvent, text: &str) -> Result<(), Trouble> {
    let clipboard = event
        .clipboard_data()
        .ok_or_else(|| Trouble::missing("the clipboard of this event"))?;
    clipboard.set_data("text/plain", text)?;
    event.prevent_default();
    Ok(())
}

/// Puts `text` on the clipboard; only right after a click or a key, and not on a page from plain
/// http, where the clipboard is missing.
pub async fn write(text: &str) -> Result<(), Trouble> {
    let navigator = window()?.navigator();
    if !has(&navigator, "clipboard") {
        return Err(Trouble::missing("the clipboard"));
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}
