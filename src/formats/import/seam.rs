//! How two lines that a program broke apart are put together again.
//!
//! Invariant: no word is ever altered but by the hyphen that was put into it.

use crate::study::words::is_unspaced;

/// What belongs between two lines of one paragraph: nothing in scripts that write no spaces.
pub(super) fn seam(left: &str, right: &str) -> &'static str {
    match (left.chars().next_back(), right.chars().next()) {
        (Some(a), Some(b)) if a.is_whitespace() || b.is_whitespace() => "",
        (Some(a), Some(b)) if is_unspaced(a) && is_unspaced(b) => "",
        (Some(_), Some(_)) => " ",
        _ => "",
    }
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
