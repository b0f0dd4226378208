//! How many words there are in a text.
//!
//! Invariant: the same everywhere a number of words is shown: what stands between spaces is one if
//! it has a letter or digit, and in scripts without spaces each character is one.

/// Whether the script of a character is written without spaces between words.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{30ff}' | '\u{31f0}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The number of words.
#[must_use]
pub fn count(text: &str) -> u32 {
    let count = |word: &str| match word
        .chars()
        .filter(|c| is_unspaced(*c) && c.is_alphabetic())
        .count()
    {
        0 => u32::from(word.chars().any(char::is_alphanumeric)),
        n => u32::try_from(n).unwrap_or(u32::MAX),
    };
    text.split_whitespace().map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_words() {
        assert_eq!(count("I am – well, here."), 4);
        assert_eq!(count("我很好。"), 3);
        assert_eq!(count("신뢰는 신뢰"), 2);
        assert_eq!(count(" \n… "), 0);
    }
}
