//! Finding who speaks in plain paragraphs: `Ines: …`, `[00:01:02] Ines: …`, `INTERVIEWER  …`,
//! `Ines Vogt  0:03` on a line of its own, `访谈者：…`.
//!
//! Invariant: running text is not cut. A label counts only when it is a word for a speaker or comes
//! again, and words that open sentences (`Note: …`) never do.

use super::{time, word};
use crate::study::words::is_unspaced;
use std::collections::{BTreeMap, BTreeSet};

/// More names than this are no speakers but something else that has colons.
const MOST_SPEAKERS: usize = 200;
/// A name is looked for in this many characters.
const REACH: usize = 48;
/// How far down a transcript's head of `Date: …`, `Place: …` may reach, in paragraphs.
const HEAD: usize = 15;

/// A label at the start of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The speaker; none where only a time stands.
    pub name: Option<String>,
    pub time: Option<u32>,
    /// How many bytes to take off the paragraph.
    pub cut: usize,
}

/// The labels of a document's paragraphs, one entry for each.
pub(super) fn find(paragraphs: &[&str]) -> Vec<Option<Label>> {
    let head = head_len(paragraphs);
    let candidates: Vec<_> = paragraphs
        .iter()
        .enumerate()
        .map(|(i, text)| if i < head { None } else { candidate(text) })
        .collect();
    let accepted = accept(&candidates, paragraphs.len() - head);
    let labels = candidates.into_iter().map(|candidate| {
        let candidate = candidate?;
        match &candidate.name {
            Some(name) if accepted.contains(&key(name)) => Some(candidate.into_label()),
            Some(_) if candidate.time.is_some() && candidate.form == Form::Timed => {
                Some(candidate.into_label())
            }
            _ => candidate.into_time(),
        }
    });
    labels.collect()
}

/// Labels that are the same but for case and spaces are one speaker.
pub(super) fn key(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The head's `key: value`, if a paragraph has that form.
pub(super) fn field(text: &str) -> Option<(String, &str)> {
    let at = text.find([':', '：'])?;
    let (name, value) = (
        &text[..at],
        text[at..].trim_start_matches([':', '：']).trim(),
    );
    (name.chars().count() <= REACH).then(|| (key(undecorated(name)), value))
}

/// How many paragraphs at the beginning are the document's head and no talk.
pub(super) fn head_len(paragraphs: &[&str]) -> usize {
    let mut len = 0;
    for (i, text) in paragraphs.iter().enumerate().take(HEAD) {
        if time::lead(text).is_some_and(|lead| lead.marked) {
            break;
        }
        match field(text) {
            Some((key, _)) if word::never_speaks(&key) => len = i + 1,
            // `Interviewer: Mara` between `Date: …` and `Place: …` names a person and says nothing.
            Some((key, value)) if len == i && is_role(&key) && is_a_name(value) => len = i + 1,
            Some((key, value)) if is_role(&key) && !is_a_name(value) => break,
            _ => {}
        }
    }
    let has_key = |text: &&str| field(text).is_some_and(|(key, _)| word::never_speaks(&key));
    if paragraphs[..len].iter().any(has_key) {
        len
    } else {
        0
    }
}

fn is_role(key: &str) -> bool {
    word::asks(key) || word::answers(key)
}

fn is_a_name(value: &str) -> bool {
    let ends_a_sentence = value.ends_with(['.', '?', '!', '…', '。', '？', '！', '؟', ',']);
    !ends_a_sentence && name_shape(value).is_some_and(|shape| shape != Shape::Lower)
}

/// What a label is recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `Ines: …`
    Colon,
    /// `Ines⇥…`, `INES  …`
    Gap,
    /// `INES` alone, `Q. …`
    Loose,
    /// A name and a time.
    Timed,
    /// A time and no name.
    TimeOnly,
}

#[derive(Clone, Debug)]
struct Candidate {
    name: Option<String>,
    time: Option<u32>,
    cut: usize,
    /// What to cut when only the time is believed.
    time_cut: Option<usize>,
    form: Form,
}

impl Candidate {
    fn into_label(self) -> Label {
        Label {
            name: self.name,
            time: self.time,
            cut: self.cut,
        }
    }

    fn into_time(self) -> Option<Label> {
        Some(Label {
            name: None,
            time: self.time,
            cut: self.time_cut?,
        })
    }
}

/// What a paragraph may begin with.
fn candidate(text: &str) -> Option<Candidate> {
    let indent = text.len() - text.trim_start().len();
    let lead = time::lead(&text[indent..]);
    let skip = indent + lead.map_or(0, |lead| lead.len);
    let time_cut = lead.filter(|lead| lead.marked).map(|_| skip);
    let rest = &text[skip..];
    let named = timed(rest)
        .or_else(|| colon(rest))
        .or_else(|| gap(rest))
        .or_else(|| loose(rest));
    let Some(named) = named else {
        return Some(Candidate {
            name: None,
            time: lead?.time.into(),
            cut: time_cut?,
            time_cut,
            form: Form::TimeOnly,
        });
    };
    let time = lead.map(|lead| lead.time).or(named.time);
    let surely_timed = time_cut.is_some() && named.form == Form::Colon;
    Some(Candidate {
        name: Some(named.name),
        time,
        cut: skip + named.cut,
        time_cut,
        form: if surely_timed {
            Form::Timed
        } else {
            named.form
        },
    })
}

struct Named {
    name: String,
    time: Option<u32>,
    cut: usize,
    form: Form,
}

impl Named {
    /// A label if the words may be a name; `end` is where the label ends, without white space.
    fn new(raw: &str, time: Option<u32>, text: &str, end: usize, form: Form) -> Option<Self> {
        let name = undecorated(raw);
        let shape = name_shape(name)?;
        let form = if shape == Shape::Lower && form == Form::Timed {
            Form::Colon
        } else {
            form
        };
        let mut rest = &text[end..];
        if raw.trim_start().starts_with(['*', '_']) {
            rest = rest.trim_start_matches(['*', '_']);
        }
        Some(Self {
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            time,
            cut: text.len() - rest.trim_start().len(),
            form,
        })
    }
}

/// `Ines [00:01:02]: …`, `Ines (0:03) …`, and `Ines Vogt  0:03` where nothing follows.
fn timed(text: &str) -> Option<Named> {
    let near = reach(text);
    if let Some(open) = near.find(['[', '(', '（', '#', '<']).filter(|at| *at > 0) {
        let lead = time::lead(&text[open..])?;
        let end = open + lead.len;
        let colon = text[end..]
            .chars()
            .next()
            .filter(|c| matches!(c, ':' | '：'));
        let end = end + colon.map_or(0, char::len_utf8);
        return Named::new(&text[..open], Some(lead.time), text, end, Form::Timed);
    }
    if near.len() < text.len() {
        return None;
    }
    let (name, clock) = text.trim_end().rsplit_once(char::is_whitespace)?;
    let time = time::parse(clock)?;
    Named::new(
        name.trim_end_matches([' ', ',', '-', '–', '|']),
        Some(time),
        text,
        text.len(),
        Form::Timed,
    )
}

fn colon(text: &str) -> Option<Named> {
    let near = reach(text);
    let at = near.find([':', '：'])?;
    let sign = near[at..].chars().next()?;
    let end = at + sign.len_utf8();
    let next = text[end..].chars().next();
    // An address, a time or a ratio has its colon between other things.
    if sign == ':' && next.is_some_and(|c| c == '/' || c == ':' || c.is_numeric()) {
        return None;
    }
    Named::new(&near[..at], None, text, end, Form::Colon)
}

fn gap(text: &str) -> Option<Named> {
    let near = reach(text);
    if let Some(at) = near.find('\t') {
        return Named::new(&near[..at], None, text, at, Form::Gap);
    }
    let at = near.find("  ")?;
    let name = &near[..at];
    (is_capitals(name) || is_role(&key(name)))
        .then(|| Named::new(name, None, text, at, Form::Gap))?
}

fn loose(text: &str) -> Option<Named> {
    let mut chars = text.chars();
    if let (Some(letter @ ('Q' | 'A')), Some('.'), Some(' ')) =
        (chars.next(), chars.next(), chars.next())
    {
        return Named::new(letter.encode_utf8(&mut [0; 4]), None, text, 2, Form::Loose);
    }
    let whole = text.trim_end();
    let alone =
        whole.chars().count() > 1 && (is_capitals(whole) || is_role(&key(undecorated(whole))));
    (alone && reach(text).len() == text.len())
        .then(|| Named::new(whole, None, text, text.len(), Form::Loose))?
}

fn reach(text: &str) -> &str {
    text.char_indices()
        .nth(REACH)
        .map_or(text, |(at, _)| &text[..at])
}

/// The name without brackets and emphasis around it.
fn undecorated(raw: &str) -> &str {
    raw.trim()
        .trim_matches(['*', '_', '[', ']', '<', '>', '-', '–', '•'])
        .trim()
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A word for a speaker.
    Role,
    /// Written as names are.
    Proper,
    Lower,
}

fn name_shape(name: &str) -> Option<Shape> {
    let allowed = |c: char| c.is_alphanumeric() || is_mark(c) || " -'’.&/#_()（）".contains(c);
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = name.chars().next()?;
    let short = words.len() <= 4 && name.chars().count() <= 40;
    // `I was there.` ends a sentence, `Dr. Kim` does not.
    let sentence = words
        .iter()
        .any(|word| word.ends_with('.') && word.chars().count() > 4);
    if !short || sentence || !first.is_alphabetic() || !name.chars().all(allowed) {
        return None;
    }
    let key = key(name);
    if word::never_speaks(&key) {
        return None;
    }
    let single = name.chars().count() == 1;
    if is_role(&key) && (!single || !first.is_lowercase()) {
        return Some(Shape::Role);
    }
    let particle = |word: &str| word.chars().count() <= 3;
    let mut proper = words.iter().enumerate().map(|(i, word)| {
        let lower = word
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        !lower || (i > 0 && particle(word))
    });
    let shape = if proper.all(|proper| proper) {
        Shape::Proper
    } else {
        Shape::Lower
    };
    // Sentences in scripts without spaces are one long word.
    let long = name.chars().filter(|c| is_unspaced(*c)).count() > 8;
    (!long && (shape == Shape::Proper || words.len() == 1)).then_some(shape)
}

/// Combining vowels and accents belong to names in many scripts.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{900}'..='\u{d7f}' | '\u{e31}'..='\u{e4e}' | '\u{200c}'..='\u{200f}')
}

/// The names that are believed to be speakers.
fn accept(candidates: &[Option<Candidate>], paragraphs: usize) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, (usize, bool, Shape)> = BTreeMap::new();
    for candidate in candidates.iter().flatten() {
        let Some(name) = &candidate.name else {
            continue;
        };
        let shape = name_shape(name).unwrap_or(Shape::Lower);
        let firm =
            shape == Shape::Role && matches!(candidate.form, Form::Colon | Form::Gap | Form::Timed);
        let entry = seen.entry(key(name)).or_insert((0, false, shape));
        entry.0 += 1;
        entry.1 |= firm;
    }
    let (mut firm, mut likely) = (BTreeSet::new(), BTreeSet::new());
    let mut lines = 0;
    for (name, (count, is_firm, shape)) in seen {
        let enough = match shape {
            Shape::Role | Shape::Proper => count >= 2,
            Shape::Lower => count >= 3 && count * 10 >= paragraphs,
        };
        if is_firm {
            firm.insert(name);
        } else if enough {
            lines += count;
            likely.insert(name);
        }
    }
    // One unknown word that opens a few paragraphs is a habit of the writer, not a speaker.
    if firm.is_empty() && likely.len() == 1 && lines * 5 < paragraphs {
        likely.clear();
    }
    firm.extend(likely);
    if firm.len() > MOST_SPEAKERS {
        firm.clear();
    }
    firm
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows each paragraph as `[Name 1500] rest`; one without a label as it is.
    fn check(text: &str, expected: &str) {
        let paragraphs: Vec<&str> = text.lines().collect();
        let shown = paragraphs
            .iter()
            .zip(find(&paragraphs))
            .map(|(text, label)| match label {
                None => (*text).to_owned(),
                Some(label) => {
                    let name = label.name.unwrap_or_default();
                    let time = label.time.map_or(String::new(), |time| format!(" {time}"));
                    format!("[{name}{time}] {}", &text[label.cut..])
                }
            });
        assert_eq!(shown.collect::<Vec<_>>().join("\n"), expected);
    }

    #[test]
    fn names_with_a_colon() {
        check(
            "Ines: yes\nMara:\tno\nInes: well",
            "[Ines] yes\nMara:\tno\n[Ines] well",
        );
        check("I: why\nP: so", "[I] why\n[P] so");
        check("P4: so\nInterviewer 2: why", "[P4] so\n[Interviewer 2] why");
        check(
            "Dr. Ana de Cruz: a\nB-07: b\nDr. Ana de Cruz: c\nB-07: d",
            "[Dr. Ana de Cruz] a\n[B-07] b\n[Dr. Ana de Cruz] c\n[B-07] d",
        );
        check(
            "**Ines:** a\n**Mara**: b\n**Ines:** a\n**Mara**: b",
            "[Ines] a\n[Mara] b\n[Ines] a\n[Mara] b",
        );
    }

    #[test]
    fn names_with_a_time() {
        check(
            "[00:00:01] Ines: a\n00:00:02.5 Mara: b",
            "[Ines 1000] a\n[Mara 2500] b",
        );
        check(
            "Ines [00:00:01]: a\nMara (0:02) b",
            "[Ines 1000] a\n[Mara 2000] b",
        );
        check(
            "Ines Vogt  0:03\nyes\nMara Lund  0:05\nno",
            "[Ines Vogt 3000] \nyes\n[Mara Lund 5000] \nno",
        );
        check(
            "[00:00:01] and then\n10:30 was late",
            "[ 1000] and then\n10:30 was late",
        );
    }

    #[test]
    fn names_without_a_colon() {
        check(
            "INTERVIEWER  why\nINES  so\nINTERVIEWER  oh\nINES  yes",
            "[INTERVIEWER] why\n[INES] so\n[INTERVIEWER] oh\n[INES] yes",
        );
        check(
            "Q. why\nA. so\nQ. oh\nA. yes",
            "[Q] why\n[A] so\n[Q] oh\n[A] yes",
        );
        check(
            "INES\nyes\nMARA\nno\nINES\nmaybe\nMARA\nwell",
            "[INES] \nyes\n[MARA] \nno\n[INES] \nmaybe\n[MARA] \nwell",
        );
    }

    #[test]
    fn other_scripts() {
        check(
            "访谈者：为什么？\n王老师：因为。\n访谈者：好。\n王老师：嗯。",
            "[访谈者] 为什么？\n[王老师] 因为。\n[访谈者] 好。\n[王老师] 嗯。",
        );
        check(
            "면접자: 왜요?\n참여자 3: 그냥요.",
            "[면접자] 왜요?\n[참여자 3] 그냥요.",
        );
        check(
            "المحاور: لماذا؟\nليلى: لا أعرف\nليلى: ربما",
            "[المحاور] لماذا؟\n[ليلى] لا أعرف\n[ليلى] ربما",
        );
    }

    #[test]
    fn running_text_stays_whole() {
        for text in [
            "Note: this\nNote: that",
            "He said: go\nHe said: stay\nthird\nfourth\nfifth",
            "I told her this: go home\nI told her this: stay",
            "See http://a.example\nSee http://b.example",
            "At 10:30 we met.\nAt 11:30 we left.",
            "Fear: it grew\nshe went on\nand on\nand on\nand on\nand on\nand on\nand on\nand on\nand on\nFear: again",
            "INTRODUCTION\nand then",
            "就像他说的：没事。\n好。",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn the_head_of_a_transcript_is_no_talk() {
        check(
            "Date: 2024-03-01\nInterviewer: Mara Lund\nPlace: clinic\nInterviewer: Shall we?\nP1: Yes.",
            "Date: 2024-03-01\nInterviewer: Mara Lund\nPlace: clinic\n[Interviewer] Shall we?\n[P1] Yes.",
        );
    }
}
