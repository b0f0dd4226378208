//! Times of a recording as transcripts write them: `[00:01:02]`, `(1:02)`, `00:01:02.500`,
//! `#00:01:02-5#`.
//!
//! Invariant: what is not wholly a time is none; a time fits in 32 bits of milliseconds.

/// Reads `hh:mm:ss`, `mm:ss`, with a fraction behind `.`, `,` or `-`.
pub(super) fn parse(text: &str) -> Option<u32> {
    let text = text.trim();
    let (clock, fraction) = match text.find(['.', ',', '-']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let mut parts = [0_u64; 3];
    let mut count = 0;
    for (i, part) in clock.split(':').enumerate() {
        if i > 2 || !is_digits(part, 1, if i == 0 { 3 } else { 2 }) {
            return None;
        }
        parts.rotate_left(1);
        parts[2] = part.parse().ok()?;
        count += 1;
    }
    let [hours, minutes, seconds] = parts;
    let fits = seconds < 60 && (minutes < 60 || count == 2) && count >= 2;
    if !fits || (text.len() > clock.len() && !is_digits(fraction, 1, 3)) {
        return None;
    }
    let millis = fraction.bytes().chain(*b"000").take(3);
    let millis = millis.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    u32::try_from(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis).ok()
}

fn is_digits(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// A time found at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub time: u32,
    /// How many bytes it takes with the white space behind it.
    pub len: usize,
    /// Whether it is surely a mark of the recording and no word of a sentence.
    pub marked: bool,
}

/// The time at the beginning of a text, bracketed or bare.
pub(super) fn lead(text: &str) -> Option<Lead> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        '{' => '}',
        '#' => '#',
        '（' => '）',
        '【' => '】',
        c if c.is_ascii_digit() => return bare(text),
        _ => return None,
    };
    let open = text.chars().next().map_or(0, char::len_utf8);
    let end = open + text[open..].find(close)?;
    let time = parse(&text[open..end])?;
    let len = with_space(text, end + close.len_utf8());
    Some(Lead {
        time,
        len,
        marked: true,
    })
}

fn bare(text: &str) -> Option<Lead> {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '-')))
        .unwrap_or(text.len());
    let word = text[..end].trim_end_matches(['.', ',', ':', '-']);
    let time = parse(word)?;
    let len = with_space(text, word.len());
    let marked = word.matches(':').count() == 2 || len == text.len();
    Some(Lead { time, len, marked })
}

fn with_space(text: &str, end: usize) -> usize {
    text.len() - text[end..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_ways_of_writing_a_time() {
        for (text, millis) in [
            ("0:03", 3_000),
            ("01:02", 62_000),
            ("00:01:02", 62_000),
            ("00:01:02.500", 62_500),
            ("00:01:02,5", 62_500),
            ("00:01:02-5", 62_500),
            ("1:00:00", 3_600_000),
            ("90:00", 5_400_000),
        ] {
            assert_eq!(parse(text), Some(millis), "{text}");
        }
        for text in [
            "",
            ":",
            "12",
            "1:2:3:4",
            "00:61",
            "1:75:00",
            "aa:bb",
            "00:01:02.",
            "-1:00",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_at_the_beginning() {
        let found = |text| lead(text).map(|lead| (lead.time, lead.len, lead.marked));
        assert_eq!(found("[00:01:02] Ines: yes"), Some((62_000, 11, true)));
        assert_eq!(found("#00:01:02-5# yes"), Some((62_500, 13, true)));
        assert_eq!(found("00:01:02 Ines"), Some((62_000, 9, true)));
        assert_eq!(found("10:30 was late"), Some((630_000, 6, false)));
        assert_eq!(found("[laughs] 00:01"), None);
    }
}
