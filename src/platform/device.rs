//! What kind of machine this is, as far as the keyboard, the light and the language go.

use super::window;

/// Whether the command key is ⌘ and not Ctrl.
pub fn is_mac() -> bool {
    window()
        .and_then(|window| Ok(window.navigator().platform()?))
        .is_ok_and(|platform| {
            ["Mac", "iPhone", "iPad", "iPod"]
                .iter()
                .any(|apple| platform.starts_with(apple))
        })
}

/// Whether the person asked their system for a dark screen.
pub fn prefers_dark() -> bool {
    matches("(prefers-color-scheme: dark)")
}

/// Whether the person asked their system for less motion.
pub fn prefers_calm() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// The language of the browser as a tag, such as `en-GB`.
pub fn locale() -> String {
    window()
        .ok()
        .and_then(|window| window.navigator().language())
        .unwrap_or_else(|| "en".to_owned())
}

fn matches(query: &str) -> bool {
    window()
        .ok()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}
