//! WebVTT and SubRip: cues to turns. Consecutive cues of one speaker are one turn with the time of
//! the first; cues without speakers become turns at pauses.
//!
//! Invariant: every cue with a readable time gives its words, in the order of the file.

use super::paragraph::Paragraph;
use super::seam::seam;
use super::{Source, Warning, speaker, time};

/// Silence after which speakerless cues begin a new turn, in milliseconds.
const PAUSE: u32 = 2_000;
/// How long a speakerless turn grows before it ends with a sentence, in milliseconds.
const LONG: u32 = 60_000;

/// Reads a `.vtt`.
pub(super) fn read_vtt(text: &str) -> Source {
    let text = lines_of(text);
    weave(text.split("\n\n").filter(|block| !is_aside(block)))
}

/// The header, notes, styles and regions. A block that has a time is a cue, whatever it begins with.
fn is_aside(block: &str) -> bool {
    let first = block.trim_start().lines().next().unwrap_or_default();
    let begins = |word: &&str| {
        let rest = first.strip_prefix(*word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    ["WEBVTT", "NOTE", "STYLE", "REGION"].iter().any(begins)
        && block.lines().all(|line| span(line).is_none())
}

/// Reads a `.srt`.
pub(super) fn read_srt(text: &str) -> Source {
    weave(lines_of(text).split("\n\n"))
}

fn lines_of(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text
        .trim_start_matches('\u{feff}')
        .split('\n')
        .map(str::trim_end)
        .collect();
    lines.join("\n")
}

/// Some words of one speaker.
#[derive(Debug)]
struct Piece {
    speaker: Option<String>,
    start: u32,
    end: u32,
    text: String,
}

fn weave<'a>(blocks: impl Iterator<Item = &'a str>) -> Source {
    let mut pieces = Vec::new();
    let mut skipped = 0;
    for block in blocks {
        if !cues(block, &mut pieces) {
            skipped += 1;
        }
    }
    name_by_labels(&mut pieces);
    let mut source = Source::default();
    if skipped > 0 {
        source
            .warnings
            .push(Warning::CuesSkipped { count: skipped });
    }
    let mut last: Option<(u32, u32)> = None;
    for piece in pieces {
        if piece.text.is_empty() {
            continue;
        }
        let paragraph = source.paragraphs.last_mut();
        match (paragraph, &mut last) {
            (Some(paragraph), Some((begun, end))) if continues(paragraph, &piece, *begun, *end) => {
                let seam = seam(&paragraph.text, &piece.text);
                paragraph.append(seam, Paragraph::new(piece.text));
                *end = piece.end;
            }
            _ => {
                last = Some((piece.start, piece.end));
                source.paragraphs.push(Paragraph {
                    time: Some(piece.start),
                    speaker: piece.speaker,
                    ..Paragraph::new(piece.text)
                });
            }
        }
    }
    source
}

fn continues(before: &Paragraph, piece: &Piece, begun: u32, end: u32) -> bool {
    if before.speaker != piece.speaker {
        return false;
    }
    let sentence = before
        .text
        .ends_with(['.', '?', '!', '…', '。', '？', '！', '؟']);
    let pause = piece.start.saturating_sub(end) >= PAUSE;
    let long = piece.start.saturating_sub(begun) >= LONG;
    piece.speaker.is_some() || !(pause || (long && sentence))
}

/// Reads the cues of a block, which may lack the blank line between them. False when a block has
/// words but no time.
fn cues(block: &str, pieces: &mut Vec<Piece>) -> bool {
    let lines: Vec<&str> = block.lines().filter(|line| !line.is_empty()).collect();
    let times: Vec<_> = lines.iter().map(|line| span(line)).collect();
    if times.iter().all(Option::is_none) {
        return lines
            .iter()
            .all(|line| line.bytes().all(|b| b.is_ascii_digit()));
    }
    for (i, span) in times.iter().enumerate() {
        let Some((start, end)) = *span else { continue };
        let mut stop = (i + 1..lines.len())
            .find(|j| times[*j].is_some())
            .unwrap_or(lines.len());
        // The number of the next cue stands right before its time.
        let is_number = |line: &str| line.bytes().all(|b| b.is_ascii_digit());
        if stop < lines.len() && stop > i + 1 && is_number(lines[stop - 1]) {
            stop -= 1;
        }
        let from = pieces.len();
        let mut speaker = None;
        for line in &lines[i + 1..stop] {
            voices(line, &mut speaker, start, end, pieces);
        }
        join_lines(pieces, from);
    }
    true
}

/// `00:01.000 --> 00:02.000 align:start`.
fn span(line: &str) -> Option<(u32, u32)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((time::parse(start)?, time::parse(end)?))
}

/// Divides a line of a cue at `<v Name>` and takes all other tags out of it.
fn voices(line: &str, speaker: &mut Option<String>, start: u32, end: u32, pieces: &mut Vec<Piece>) {
    let mut text = String::new();
    let mut flush = |text: &mut String, speaker: &Option<String>| {
        let said = unescape(text).trim().to_owned();
        text.clear();
        if !said.is_empty() {
            pieces.push(Piece {
                speaker: speaker.clone(),
                start,
                end,
                text: said,
            });
        }
    };
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let after = &rest[open..];
        let Some(close) = after.find('>').filter(|close| is_tag(&after[1..*close])) else {
            text.push('<');
            rest = &after[1..];
            continue;
        };
        let tag = &after[1..close];
        if let Some(name) = voice(tag) {
            flush(&mut text, speaker);
            *speaker = Some(name).filter(|name| !name.is_empty());
        } else if tag == "/v" {
            flush(&mut text, speaker);
            *speaker = None;
        }
        rest = &after[close + 1..];
    }
    text.push_str(rest);
    flush(&mut text, speaker);
}

/// Tags of captions are few; anything else in angle brackets is what somebody typed.
fn is_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let word = name
        .split(|c: char| c == '.' || c == '=' || c.is_whitespace())
        .next()
        .unwrap_or_default();
    let known = ["v", "c", "i", "b", "u", "s", "ruby", "rt", "lang", "font"];
    known.contains(&word.to_ascii_lowercase().as_str()) || time::parse(name).is_some()
}

/// The name in `v Name` or `v.loud Name`.
fn voice(tag: &str) -> Option<String> {
    let rest = tag.strip_prefix('v')?;
    let at = rest.find(char::is_whitespace)?;
    (at == 0 || rest.starts_with('.')).then(|| unescape(rest[at..].trim()))
}

fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&lrm;", "\u{200e}"),
        ("&rlm;", "\u{200f}"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    known
        .iter()
        .fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

/// Lines of one cue and one speaker are one piece. A line of dialogue (`- …`) stays for itself.
fn join_lines(pieces: &mut Vec<Piece>, from: usize) {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces.drain(from..) {
        let label = speaker::find(&[piece.text.as_str()])
            .pop()
            .flatten()
            .is_some();
        match joined.last_mut() {
            Some(last) if last.speaker == piece.speaker && !label => {
                last.text.push_str(seam(&last.text, &piece.text));
                last.text.push_str(&piece.text);
            }
            _ => joined.push(piece),
        }
    }
    pieces.append(&mut joined);
}

/// `Name: …` at the start of cues, as Zoom and most .srt files have it. A cue without a name is
/// of the last speaker.
fn name_by_labels(pieces: &mut [Piece]) {
    if pieces.iter().any(|piece| piece.speaker.is_some()) {
        return;
    }
    let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let labels = speaker::find(&texts);
    let mut speaker = None;
    for (piece, label) in pieces.iter_mut().zip(labels) {
        if let Some(label) = label.filter(|label| label.name.is_some()) {
            piece.text.drain(..label.cut);
            speaker = label.name;
        }
        piece.speaker.clone_from(&speaker);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(source: &Source) -> String {
        let lines = source.paragraphs.iter().map(|paragraph| {
            let name = paragraph.speaker.as_deref().unwrap_or("-");
            format!("{name} {}: {}", paragraph.time.unwrap_or(0), paragraph.text)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn check_vtt(body: &str, expected: &str) {
        assert_eq!(show(&read_vtt(&format!("WEBVTT\n\n{body}"))), expected);
    }

    #[test]
    fn voices_make_turns() {
        check_vtt(
            "NOTE by hand\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v.loud Mara Lund>How <i>was</i> it?</v>\n\n\
             00:00:03.000 --> 00:00:04.000\n<v Ines>Hard &amp; long,\n\n00:04.000 --> 00:05.000\n<v Ines>if 3 < 4.\n\n\
             00:06.000 --> 00:07.000\n<v Mara Lund>Yes?</v> <v Ines>Yes.",
            "Mara Lund 1000: How was it?\nInes 3000: Hard & long, if 3 < 4.\nMara Lund 6000: Yes?\nInes 6000: Yes.",
        );
    }

    #[test]
    fn labels_in_cues_make_turns() {
        check_vtt(
            "1\n00:01.000 --> 00:02.000\nMara: Why?\n\n2\n00:02.000 --> 00:03.000\nInes: Because\n\n\
             3\n00:03.000 --> 00:04.000\nof it.\n\n4\n00:05.000 --> 00:06.000\nMara: I see.\n\n5\n00:06.000 --> 00:07.000\nInes: Good.",
            "Mara 1000: Why?\nInes 2000: Because of it.\nMara 5000: I see.\nInes 6000: Good.",
        );
    }

    #[test]
    fn cues_without_speakers_break_at_pauses() {
        check_vtt(
            "00:01.000 --> 00:02.000\nand so\n\n00:02.100 --> 00:03.000\nwe went\n\n00:08.000 --> 00:09.000\nhome",
            "- 1000: and so we went\n- 8000: home",
        );
    }

    #[test]
    fn subrip() {
        let source = read_srt(
            "1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color=\"red\">我很</font>\r\n害怕\r\n\r\n2\r\nbroken\r\n",
        );
        assert_eq!(show(&source), "- 1000: 我很害怕");
        assert_eq!(source.warnings, [Warning::CuesSkipped { count: 1 }]);
        let source =
            read_srt("1\n00:00:01,000 --> 00:00:02,500\na\n2\n00:00:02,500 --> 00:00:03,000\nb");
        assert_eq!(show(&source), "- 1000: a b");
    }
}
