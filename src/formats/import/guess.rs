//! What the file's name or the head of the document tells about the interview, to fill the form
//! before anyone types: `P4_interview2_2024-03-01.docx`.
//!
//! Invariant: a guess is only ever offered; what is ambiguous is left open.

use super::paragraph::Paragraph;
use super::{Guess, speaker, word};

/// Looks at the name first and then at the first paragraphs.
pub(super) fn guess(name: &str, paragraphs: &[Paragraph]) -> Guess {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.rsplit(['/', '\\']).next().unwrap_or(stem);
    let tokens = tokens(stem);
    let mut guess = Guess {
        participant: participant(&tokens),
        number: number(&tokens),
        date: date(stem),
    };
    let texts: Vec<&str> = paragraphs
        .iter()
        .take(15)
        .map(|p| p.text.as_str())
        .collect();
    let title = texts
        .iter()
        .take(2)
        .filter(|text| text.chars().count() <= 40);
    let mut titles = title.map(|text| self::tokens(text));
    guess.number = guess
        .number
        .or_else(|| titles.find_map(|title| number_after(&title, &["interview", "访谈", "면담"])));
    for text in &texts[..speaker::head_len(&texts)] {
        let Some((key, value)) = speaker::field(text) else {
            continue;
        };
        if word::is_date_key(&key) {
            guess.date = guess.date.or_else(|| date(value));
        } else if word::is_number_key(&key) {
            guess.number = guess
                .number
                .or_else(|| value.parse().ok().filter(|n| (1..100).contains(n)));
        } else if word::answers(&key) && !value.is_empty() && value.chars().count() <= 40 {
            guess.participant = guess.participant.or_else(|| Some(value.to_owned()));
        }
    }
    guess
}

/// Runs of letters and runs of digits, in lower case.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let class = if c.is_ascii_digit() {
            1
        } else if c.is_alphabetic() {
            2
        } else {
            0
        };
        match tokens.last_mut() {
            Some(token) if last == Some(class) => token.extend(c.to_lowercase()),
            _ => tokens.push(c.to_lowercase().collect()),
        }
        last = Some(class);
    }
    tokens
}

/// The number that follows one of the words, with at most a separator between.
fn numbered<'a>(tokens: &'a [String], words: &[&str]) -> Option<&'a str> {
    tokens.iter().enumerate().find_map(|(i, token)| {
        if !words.contains(&token.as_str()) {
            return None;
        }
        let rest = &tokens[i + 1..];
        let digits =
            |token: &&String| token.bytes().all(|b| b.is_ascii_digit()) && token.len() <= 3;
        let separator =
            |token: &String| matches!(token.as_str(), "-" | "_" | " " | "#" | " #" | ". ");
        match rest {
            [number, ..] if digits(&number) => Some(number.as_str()),
            [gap, number, ..] if separator(gap) && digits(&number) => Some(number.as_str()),
            _ => None,
        }
    })
}

fn participant(tokens: &[String]) -> Option<String> {
    let words = [
        "p",
        "participant",
        "pt",
        "part",
        "patient",
        "id",
        "tn",
        "参与者",
        "受访者",
        "患者",
        "참여자",
        "대상자",
    ];
    let number = numbered(tokens, &words)?.trim_start_matches('0');
    (!number.is_empty()).then(|| format!("P{number}"))
}

fn number(tokens: &[String]) -> Option<u32> {
    let words = [
        "interview",
        "int",
        "intv",
        "i",
        "session",
        "t",
        "time",
        "wave",
        "访谈",
        "访谈第",
        "면담",
        "인터뷰",
    ];
    number_after(tokens, &words)
}

fn number_after(tokens: &[String], words: &[&str]) -> Option<u32> {
    let number = numbered(tokens, words)?.parse().ok()?;
    (1..100).contains(&number).then_some(number)
}

/// A date written year first, or day first with dots, as ISO 8601.
fn date(text: &str) -> Option<String> {
    let mut numbers: Vec<&str> = Vec::new();
    let mut gaps: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        gaps.push(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        numbers.push(&rest[..end]);
        rest = &rest[end..];
    }
    let packed = numbers.iter().find_map(|n| match n.len() {
        8 => iso(&n[..4], &n[4..6], &n[6..]),
        _ => None,
    });
    let spaced = || {
        (2..numbers.len()).find_map(|i| {
            let [a, b, c] = [numbers[i - 2], numbers[i - 1], numbers[i]];
            let between = [gaps[i - 1].trim(), gaps[i].trim()];
            let alike = |signs: &[&str]| between.iter().all(|gap| signs.contains(gap));
            if alike(&["-", ".", "/", "_", "年", "月", "년", "월"]) && a.len() == 4 {
                iso(a, b, c)
            } else if alike(&["."]) && c.len() == 4 {
                iso(c, b, a)
            } else {
                None
            }
        })
    };
    packed.or_else(spaced)
}

fn iso(year: &str, month: &str, day: &str) -> Option<String> {
    let (year, month, day): (u16, u8, u8) =
        (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let plausible =
        (1950..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        name: &str,
        head: &[&str],
        participant: Option<&str>,
        number: Option<u32>,
        date: Option<&str>,
    ) {
        let head: Vec<_> = head.iter().map(|text| Paragraph::new(*text)).collect();
        let expected = Guess {
            participant: participant.map(str::to_owned),
            number,
            date: date.map(str::to_owned),
        };
        assert_eq!(guess(name, &head), expected, "{name}");
    }

    #[test]
    fn names_of_files() {
        check(
            "P4_interview2_2024-03-01.docx",
            &[],
            Some("P4"),
            Some(2),
            Some("2024-03-01"),
        );
        check(
            "participant 07 - Interview #1.txt",
            &[],
            Some("P7"),
            Some(1),
            None,
        );
        check(
            "20240301 P-12 T3.vtt",
            &[],
            Some("P12"),
            Some(3),
            Some("2024-03-01"),
        );
        check("notes 1.3.2024.md", &[], None, None, Some("2024-03-01"));
        check(
            "GMT20240301-101500_Recording.vtt",
            &[],
            None,
            None,
            Some("2024-03-01"),
        );
        check(
            "참여자3 2024년 3월 1일.docx",
            &[],
            Some("P3"),
            None,
            Some("2024-03-01"),
        );
        check("transcript.txt", &[], None, None, None);
        check("2024-13-45.txt", &[], None, None, None);
    }

    #[test]
    fn heads_of_documents() {
        let head = [
            "Date: 2024/3/1",
            "Participant: Ines",
            "Interview number: 2",
            "Shall we begin?",
        ];
        check("a.txt", &head, Some("Ines"), Some(2), Some("2024-03-01"));
        check("a.txt", &["Interview 2 with Ines"], None, Some(2), None);
        check("P4.txt", &head, Some("P4"), Some(2), Some("2024-03-01"));
        check("a.txt", &["Participant: Hello there"], None, None, None);
    }
}
