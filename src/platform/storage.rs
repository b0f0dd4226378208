//! How much the browser lets us keep, whether it promises to, and what kind of page we are on.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use super::fault::Trouble;
use super::{has, window};

/// Room on the disk, as the browser reckons it, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// What this origin uses.
    pub usage: u64,
    /// What this origin may use.
    pub quota: u64,
}

/// What is used and what may be used.
pub async fn estimate() -> Result<Estimate, Trouble> {
    let answer: StorageEstimate = JsFuture::from(manager()?.estimate()?)
        .await?
        .unchecked_into();
    Ok(Estimate {
        usage: bytes(answer.get_usage()),
        quota: bytes(answer.get_quota()),
    })
}

/// Asks the browser never to clear our storage by itself; its answer.
pub async fn persist() -> Result<bool, Trouble> {
    Ok(JsFuture::from(manager()?.persist()?).await?.is_truthy())
}

/// Whether the browser promised never to clear our storage by itself.
pub async fn persisted() -> Result<bool, Trouble> {
    Ok(JsFuture::from(manager()?.persisted()?).await?.is_truthy())
}

/// Whether the page is a local file, and so shares one storage with every other local file.
pub fn is_file_url() -> bool {
    window().is_ok_and(|window| {
        window
            .location()
            .protocol()
            .is_ok_and(|protocol| protocol == "file:")
    })
}

/// Whether the browser trusts the connection; locks, pickers and the clipboard hang on it.
pub fn is_secure() -> bool {
    window().is_ok_and(|window| window.is_secure_context())
}

fn manager() -> Result<StorageManager, Trouble> {
    let navigator = window()?.navigator();
    if !has(&navigator, "storage") {
        return Err(Trouble::missing("navigator.storage"));
    }
    Ok(navigator.storage())
}

fn bytes(number: Option<f64>) -> u64 {
    number.unwrap_or(0.0).max(0.0) as u64
}
