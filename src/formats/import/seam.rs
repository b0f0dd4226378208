//! How two lines that a program broke apart are put together again.
//!
//! Invariant: no word is ever altered but by the hyphen that was put into it.

/// What belongs between two lines of one paragraph: nothing in scripts that write no spaces.
pub(super) fn seam(left: &str, right: &str) -> &'static str {
    match (left.chars().next_back(), right.chars().next()) {
        (Some(a), Some(b)) if a.is_whitespace() || b.is_whitespace() => "",
        (Some(a), Some(b)) if is_unspaced(a) && is_unspaced(b) => "",
        (Some(_), Some(_)) => " ",
        _ => "",
    }
}

/// Whether a character belongs to Chinese or Japanese writing, which has no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{30ff}' | '\u{31f0}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::seam;

    #[test]
    fn lines_meet_as_their_script_wants() {
        assert_eq!(seam("one", "two"), " ");
        assert_eq!(seam("one ", "two"), "");
        assert_eq!(seam("我觉得", "很好"), "");
        assert_eq!(seam("그래서 저는", "걱정했어요"), " ");
        assert_eq!(seam("我说", "okay"), " ");
        assert_eq!(seam("", "two"), "");
    }
}
