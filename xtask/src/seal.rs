//! Sealing a page: its Content-Security-Policy, and the hashes of what it runs and loads. How the
//! page was put together stands elsewhere.
//!
//! Invariants: nothing runs in a sealed page but scripts and styles that it held when it was
//! sealed; a page sealed twice is the same as one sealed once.

use crate::fault::{Fault, Outcome, Tell};
use crate::house;
use crate::markup::{elements, rewrite};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::path::{Path, PathBuf};

const CHARSET: &str = "<meta charset=\"utf-8\">";
const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\"";

/// Which of the two pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Files on a web server: it fetches its own WebAssembly.
    Tab,
    /// One local file, which connects to nothing.
    SingleFile,
}

/// Trunk's hook: seals the page that it has just put together.
pub fn seal_staged() -> Outcome {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Fault::new("`seal` is run by Trunk while it builds; run `cargo xtask dist`")
        })?;
    let index = folder.join("index.html");
    let page = with_one_style(&house::read_text(&index)?)?;
    let page = with_integrity(&page, &folder)?;
    house::write(&index, with_policy(&page, Page::Tab)?)
}

/// The page with its Content-Security-Policy, in place of one that it had.
pub fn with_policy(page: &str, kind: Page) -> Outcome<String> {
    let page = without_policy(page);
    let policy = policy(&page, kind)?;
    let (before, after) = page.split_once(CHARSET).ok_or_else(|| {
        Fault::new(format!(
            "index.html must hold {CHARSET}, behind which the policy is put"
        ))
    })?;
    Ok(format!(
        "{before}{CHARSET}{POLICY_START} content=\"{policy}\">{after}"
    ))
}

fn without_policy(page: &str) -> String {
    match page.split_once(POLICY_START) {
        Some((before, rest)) => {
            let after = rest.split_once('>').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => page.to_owned(),
    }
}

fn policy(page: &str, kind: Page) -> Outcome<String> {
    let mut scripts = String::new();
    let mut styles = String::new();
    for element in elements(page)? {
        if element.name == "style" {
            styles.push_str(&format!(
                " 'sha256-{}'",
                base64(Sha256::digest(element.content))
            ));
        } else if element.runs() {
            let hash = match (element.attribute("src"), element.attribute("integrity")) {
                (Some(_), Some(integrity)) => integrity.to_owned(),
                (Some(src), None) => {
                    return Err(Fault::new(format!(
                        "{src} has no integrity; let `seal` put it in"
                    )));
                }
                (None, _) => format!("sha256-{}", base64(Sha256::digest(element.content))),
            };
            scripts.push_str(&format!(" '{hash}'"));
        }
    }
    let (connections, workers) = match kind {
        Page::Tab => ("'self'", "'self' blob:"),
        Page::SingleFile => ("'none'", "blob:"),
    };
    Ok(format!(
        "default-src 'none'; script-src{scripts} 'wasm-unsafe-eval'; style-src{styles}; \
         img-src data: blob:; media-src data: blob:; worker-src {workers}; \
         connect-src {connections}; base-uri 'none'; form-action 'none'"
    ))
}

/// All styles as one, in their order, so that the policy needs one hash for them.
fn with_one_style(page: &str) -> Outcome<String> {
    let styles: String = elements(page)?
        .iter()
        .filter(|element| element.name == "style")
        .map(|element| element.content)
        .collect();
    let mut whole = Some(format!("<style>{styles}</style>"));
    rewrite(page, |element| {
        Ok((element.name == "style").then(|| whole.take().unwrap_or_default()))
    })
}

/// Writes the hash of each file beside its name, where the browser or the boot script checks it.
fn with_integrity(page: &str, folder: &Path) -> Outcome<String> {
    rewrite(page, |element| {
        if let Some(src) = element.attribute("src") {
            let (src, integrity) = versioned(folder, src)?;
            return Ok(Some(format!(
                "<script defer src=\"{src}\" integrity=\"{integrity}\"></script>"
            )));
        }
        let part = element
            .attribute("data-part")
            .zip(element.attribute("data-src"));
        part.map(|(name, src)| {
            let (src, integrity) = versioned(folder, src)?;
            let kind = element.attribute("type").unwrap_or_default();
            Ok(format!(
                "<script type=\"{kind}\" data-part=\"{name}\" data-src=\"{src}\" \
                 data-integrity=\"{integrity}\"></script>"
            ))
        })
        .transpose()
    })
}

/// The file's address with a version, which keeps an old copy in a cache from being met by the new
/// hash, and the hash.
pub fn versioned(folder: &Path, src: &str) -> Outcome<(String, String)> {
    let integrity = integrity(folder, src)?;
    let file = src.split('?').next().unwrap_or(src);
    let hash = integrity.trim_start_matches("sha384-");
    let version: String = hash
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(12)
        .collect();
    Ok((format!("{file}?{version}"), integrity))
}

fn integrity(folder: &Path, src: &str) -> Outcome<String> {
    let file = src
        .split('?')
        .next()
        .unwrap_or(src)
        .trim_start_matches("./");
    let bytes =
        std::fs::read(folder.join(file)).tell(format!("read {file}, which the page names"))?;
    Ok(format!("sha384-{}", base64(Sha384::digest(bytes))))
}

fn base64(bytes: impl AsRef<[u8]>) -> String {
    BASE64_STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><style>a{}</style></head>\
        <script type=\"text/plain\">data</script><script>alert(1)</script>";

    #[test]
    fn code_and_styles_are_named_by_their_hashes_and_data_is_not() {
        let sealed = with_policy(PAGE, Page::SingleFile).unwrap();
        assert!(sealed.contains(
            "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval';"
        ));
        assert_eq!(sealed.matches("'sha256-").count(), 2);
        assert!(sealed.contains("connect-src 'none'"));
        assert!(sealed.starts_with("<head><meta charset=\"utf-8\"><meta http-equiv="));
    }

    #[test]
    fn sealing_twice_is_sealing_once() {
        let once = with_policy(PAGE, Page::Tab).unwrap();
        assert_eq!(with_policy(&once, Page::Tab).unwrap(), once);
    }

    #[test]
    fn a_file_without_hash_is_refused() {
        let page = format!("{PAGE}<script src=\"x.js\"></script>");
        assert!(with_policy(&page, Page::Tab).is_err());
    }

    #[test]
    fn styles_become_one_in_their_order() {
        let page = "<style>a</style><p></p><style>b</style>";
        assert_eq!(with_one_style(page).unwrap(), "<style>ab</style><p></p>");
    }
}
