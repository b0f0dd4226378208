//! Finding and rewriting `<script>` and `<style>` elements in a page that we wrote ourselves. This
//! is no HTML parser: it knows only what `index.html` and Trunk write.
//!
//! Invariant: what a rewrite does not replace stays byte for byte as it was.

use crate::fault::{Fault, Outcome};
use std::ops::Range;

/// A `<script>` or `<style>` element.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// `script` or `style`.
    pub name: &'static str,
    /// What stands between its tags.
    pub content: &'a str,
    attributes: &'a str,
    whole: Range<usize>,
}

impl<'a> Element<'a> {
    /// The value of an attribute, or the empty text for one without a value.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start();
            let end = rest
                .find(|c: char| c == '=' || c.is_whitespace())
                .unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            if key.is_empty() {
                return None;
            }
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"')?,
                None => ("", after),
            };
            if key == name {
                return Some(value);
            }
            rest = after;
        }
    }

    /// Whether a browser runs it: a script without a type of its own, which marks data.
    pub fn runs(&self) -> bool {
        self.name == "script" && self.attribute("type").is_none()
    }
}

/// The page with some elements replaced by what `replacement` gives for them.
pub fn rewrite(
    page: &str,
    mut replacement: impl FnMut(&Element) -> Outcome<Option<String>>,
) -> Outcome<String> {
    let mut written = String::with_capacity(page.len());
    let mut from = 0;
    for element in elements(page)? {
        if let Some(text) = replacement(&element)? {
            written.push_str(&page[from..element.whole.start]);
            written.push_str(&text);
            from = element.whole.end;
        }
    }
    written.push_str(&page[from..]);
    Ok(written)
}

/// All scripts and styles in their order.
pub fn elements(page: &str) -> Outcome<Vec<Element<'_>>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, name)) = next_start(page, from) {
        let open = start + 1 + name.len();
        let broken = || {
            Fault::new(format!(
                "index.html has a <{name}> that does not end; mend it"
            ))
        };
        let tag_end = open + page[open..].find('>').ok_or_else(broken)?;
        let close = format!("</{name}>");
        let content_end = tag_end + page[tag_end..].find(&close).ok_or_else(broken)?;
        let end = content_end + close.len();
        found.push(Element {
            name,
            content: &page[tag_end + 1..content_end],
            attributes: &page[open..tag_end],
            whole: start..end,
        });
        from = end;
    }
    Ok(found)
}

fn next_start(page: &str, from: usize) -> Option<(usize, &'static str)> {
    ["script", "style"]
        .into_iter()
        .filter_map(|name| Some((from + page[from..].find(&format!("<{name}"))?, name)))
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(page: &str) -> Vec<(&str, Option<&str>, &str)> {
        let found = elements(page).unwrap();
        found
            .iter()
            .map(|one| (one.name, one.attribute("src"), one.content))
            .collect()
    }

    #[test]
    fn finds_scripts_and_styles_in_their_order() {
        let page =
            r#"<style>a{}</style><script defer src="x.js"></script><script>'<style>'</script>"#;
        assert_eq!(
            names(page),
            [
                ("style", None, "a{}"),
                ("script", Some("x.js"), ""),
                ("script", None, "'<style>'")
            ]
        );
    }

    #[test]
    fn tells_data_from_code() {
        let page =
            r#"<script type="text/plain" data-part="x">1</script><script defer src="x"></script>"#;
        let runs: Vec<_> = elements(page).unwrap().iter().map(Element::runs).collect();
        assert_eq!(runs, [false, true]);
    }

    #[test]
    fn leaves_everything_else_as_it_was() {
        let page = "<p>é</p><style>a</style> <script>b</script>\n";
        let same = rewrite(page, |_| Ok(None)).unwrap();
        assert_eq!(same, page);
        let other = rewrite(page, |one| Ok((one.name == "style").then(|| "S".into()))).unwrap();
        assert_eq!(other, "<p>é</p>S <script>b</script>\n");
    }

    #[test]
    fn an_element_without_end_is_a_fault() {
        assert!(elements("<script>").is_err());
    }
}
