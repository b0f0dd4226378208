//! From the bytes of a text file to characters: byte order marks, UTF-8, UTF-16 with and without a
//! mark, and the older encodings, told apart by their statistics.
//!
//! Invariant: whatever the bytes, there is a text; what could not be read is U+FFFD and counted.

use super::{Encoding, Fault, Nature};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at to find out the encoding.
const SAMPLE: usize = 1_000_000;

/// The characters of a file.
pub(super) struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    pub nul_bytes: u32,
}

/// Decodes with the encoding that was asked for, or with the one that the bytes speak for.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> Result<Decoded, Fault> {
    let found = match label {
        Some(label) => encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
            .ok_or_else(|| Fault::UnknownEncoding {
                label: label.to_owned(),
            })?,
        None => detect(bytes),
    };
    let mark = encoding_rs::Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding == found);
    let body = &bytes[mark.map_or(0, |(_, len)| len)..];
    let (mut text, _) = found.decode_without_bom_handling(body);
    let replaced = text.matches('\u{fffd}').count() - written_replacements(body, found);
    let nul_bytes = text.matches('\0').count();
    if nul_bytes > 0 {
        text = text.replace('\0', "").into();
    }
    Ok(Decoded {
        text: text.into_owned(),
        encoding: Encoding {
            label: found.name().to_owned(),
            had_bom: mark.is_some(),
            replaced: count(replaced),
        },
        nul_bytes: count(nul_bytes),
    })
}

/// Whether the bytes are text in some encoding. Pictures, programs and archives are none.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if encoding_rs::Encoding::for_bom(sample).is_some() || detect_utf16(sample).is_some() {
        return true;
    }
    let odd = sample.iter().filter(|byte| is_odd_control(**byte)).count();
    // A few stray bytes are damage; more are a binary file. Random bytes have every tenth.
    odd <= 2 || odd * 50 <= sample.len()
}

/// What a file that is no text is.
pub(super) fn require_text(bytes: &[u8], says: Nature) -> Result<(), Fault> {
    if is_text(bytes) {
        return Ok(());
    }
    let is = Nature::Binary;
    Err(Fault::NotWhatItSays { says, is })
}

fn detect(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = detect_utf16(sample) {
        return encoding;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // GB18030 reads all that GBK does, and more.
    if guess == GBK { GB18030 } else { guess }
}

/// UTF-16 without a mark. Latin letters, spaces and line feeds have NUL as every other byte, which
/// text in other encodings never has; where there are few of them, the order of bytes that gives
/// more separators is taken, if what comes out is writing.
fn detect_utf16(sample: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let nuls = |from: usize| {
        let bytes = sample.iter().skip(from).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    if even + odd == 0 || !sample.len().is_multiple_of(2) {
        return None;
    }
    let (more, fewer) = (even.max(odd), even.min(odd));
    if more * 10 >= sample.len() && fewer * 20 <= more {
        return Some(if odd > even { UTF_16LE } else { UTF_16BE });
    }
    if is_mostly_utf8(sample) {
        return None;
    }
    let read = |encoding: &'static encoding_rs::Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let total = text.chars().count();
        let written = text.chars().filter(|c| is_writing(*c)).count();
        let separators = text
            .chars()
            .filter(|c| " \n，。、：？".contains(*c))
            .count();
        (separators, encoding, written * 20 >= total * 19)
    };
    let (little, big) = (read(UTF_16LE), read(UTF_16BE));
    let (separators, encoding, is_written) = if little.0 >= big.0 { little } else { big };
    (separators > 0 && is_written).then_some(encoding)
}

/// The scripts that a transcript in UTF-16 is likely to be in.
fn is_writing(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{6ff}' | '\u{900}'..='\u{dff}'
        | '\u{e00}'..='\u{e7f}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff00}'..='\u{ffef}' | '\u{1f300}'..='\u{1faff}')
}

/// UTF-8 with a few damaged places is still UTF-8: other encodings hardly ever form its sequences.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good > bad * 10
}

fn is_odd_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)) || byte == 0x7f
}

/// U+FFFD that stands in the file itself is not our doing.
fn written_replacements(body: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
    if encoding != UTF_8 {
        return 0;
    }
    body.windows(3).filter(|w| *w == [0xef, 0xbf, 0xbd]).count()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{EUC_KR, WINDOWS_1252};

    const CHINESE: &str =
        "访谈者：你能谈谈住院以后的感受吗？\n王老师：一开始我很害怕，后来慢慢习惯了。";
    const KOREAN: &str =
        "면접자: 처음 진단을 받았을 때 어떠셨어요?\n참여자: 너무 놀라서 아무 말도 못 했어요.";
    const FRENCH: &str = "Je me suis sentie très seule, même à l’hôpital, où j’étais entourée.";

    fn check(bytes: &[u8], label: &str, text: &str) {
        let decoded = decode(bytes, None).expect("no label was asked for");
        assert_eq!(decoded.encoding.label, label);
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.encoding.replaced, 0);
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_encoding_is_recognised() {
        for text in [CHINESE, KOREAN, FRENCH] {
            check(text.as_bytes(), "UTF-8", text);
            check(&utf16(text, false), "UTF-16LE", text);
            check(&utf16(text, true), "UTF-16BE", text);
        }
        check(&GB18030.encode(CHINESE).0, "gb18030", CHINESE);
        check(&EUC_KR.encode(KOREAN).0, "EUC-KR", KOREAN);
        check(&WINDOWS_1252.encode(FRENCH).0, "windows-1252", FRENCH);
        check(b"plain", "UTF-8", "plain");
    }

    #[test]
    fn a_mark_is_no_part_of_the_text() {
        let mut bytes = vec![0xef, 0xbb, 0xbf];
        bytes.extend(FRENCH.as_bytes());
        let decoded = decode(&bytes, None).expect("decodes");
        assert!(decoded.encoding.had_bom);
        assert_eq!(decoded.text, FRENCH);
        let decoded = decode(&utf16(&format!("\u{feff}{KOREAN}"), true), None).expect("decodes");
        assert!(decoded.encoding.had_bom);
        assert_eq!(decoded.text, KOREAN);
    }

    #[test]
    fn the_person_has_the_last_word() {
        let bytes = EUC_KR.encode(KOREAN).0;
        let decoded = decode(&bytes, Some("windows-1252")).expect("decodes");
        assert_eq!(decoded.encoding.label, "windows-1252");
        let fault = decode(&bytes, Some("klingon"))
            .err()
            .expect("no such label");
        assert_eq!(fault.code(), "unknown-encoding");
    }

    #[test]
    fn damage_is_counted() {
        let mut bytes = CHINESE.as_bytes().to_vec();
        bytes.insert(30, 0xff);
        let decoded = decode(&bytes, None).expect("decodes");
        assert_eq!(
            (decoded.encoding.label.as_str(), decoded.encoding.replaced),
            ("UTF-8", 1)
        );
        let decoded = decode(b"a\0b", None).expect("decodes");
        assert_eq!((decoded.text.as_str(), decoded.nul_bytes), ("ab", 1));
    }
}
