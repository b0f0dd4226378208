//! Paragraphs to one text: labels out, turns and pages in, comments laid on their words, speakers
//! counted.
//!
//! Invariant: turns cover the text from its first character on, none is empty, and every place lies
//! within the text.

use super::paragraph::{Mark, Paragraph, Remark};
use super::{Comment, Draft, Guess, Kind, Source, Speaker, Warning, speaker, word};
use crate::study::position::{CharPos, CharRange};
use crate::study::text::{Text, Turn};
use crate::study::words;
use std::collections::BTreeMap;

/// Makes the draft. Without `speakers`, labels stay in the text and all of it is one turn.
pub(super) fn weave(kind: Kind, source: Source, speakers: bool) -> Draft {
    let paragraphs = source
        .paragraphs
        .into_iter()
        .flat_map(Paragraph::split_lines);
    let mut loom = Loom::default();
    let paragraphs = tidied(paragraphs, &mut loom.waiting);
    let labels = if speakers {
        labels(&paragraphs)
    } else {
        vec![None; paragraphs.len()]
    };
    for (mut paragraph, label) in paragraphs.into_iter().zip(labels) {
        if speakers {
            let (mut name, mut time) = (paragraph.speaker.take(), paragraph.time);
            if let Some(label) = label {
                paragraph.cut(label.cut);
                name = name.or(label.name);
                time = time.or(label.time);
            }
            loom.open(name, time);
        } else if let Some(name) = paragraph.speaker.take() {
            let mut labelled = Paragraph::new(format!("{name}: "));
            labelled.append("", paragraph);
            paragraph = labelled;
        }
        loom.add(paragraph);
    }
    let mut warnings = source.warnings;
    let comments = comments(source.remarks, &loom, &mut warnings);
    let mut speakers = loom.speakers;
    count(&mut speakers, &loom.text);
    guess_interviewer(&mut speakers, &loom.questions);
    Draft {
        kind,
        text: loom.text,
        speakers,
        encoding: None,
        comments,
        warnings,
        guess: Guess::default(),
    }
}

/// Paragraphs with words in them. What hung on the others goes to the next.
fn tidied(paragraphs: impl Iterator<Item = Paragraph>, left: &mut Vec<Mark>) -> Vec<Paragraph> {
    let mut kept: Vec<Paragraph> = Vec::new();
    let mut waiting: Vec<Mark> = Vec::new();
    let mut speaker = None;
    let mut time = None;
    for mut paragraph in paragraphs {
        paragraph.tidy();
        speaker = paragraph.speaker.take().or(speaker);
        time = paragraph.time.take().or(time);
        if paragraph.text.is_empty() {
            waiting.extend(paragraph.pins.iter().map(|pin| pin.mark));
            continue;
        }
        let mut whole = Paragraph::default();
        waiting.drain(..).for_each(|mark| whole.pin(mark));
        whole.append("", paragraph);
        whole.speaker = speaker.take();
        whole.time = time.take();
        kept.push(whole);
    }
    *left = waiting;
    kept
}

fn labels(paragraphs: &[Paragraph]) -> Vec<Option<speaker::Label>> {
    // Where the format itself names the speakers, nobody is looked for in the words.
    if paragraphs
        .iter()
        .any(|paragraph| paragraph.speaker.is_some())
    {
        return vec![None; paragraphs.len()];
    }
    let texts: Vec<&str> = paragraphs
        .iter()
        .map(|paragraph| paragraph.text.as_str())
        .collect();
    speaker::find(&texts)
}

/// The text as far as it is woven.
#[derive(Default)]
struct Loom {
    text: Text,
    chars: u32,
    speakers: Vec<Speaker>,
    index: BTreeMap<String, u16>,
    /// Question marks of each speaker.
    questions: Vec<u32>,
    /// A turn that was opened and has no words yet.
    opened: Option<(Option<u16>, Option<u32>)>,
    /// Marks that no words have come for.
    waiting: Vec<Mark>,
    places: BTreeMap<u32, (Option<u32>, Option<u32>)>,
}

impl Loom {
    fn open(&mut self, name: Option<String>, time: Option<u32>) {
        if name.is_none() && time.is_none() {
            return;
        }
        let (before, waiting_time) = self.opened.unwrap_or((self.current(), None));
        let speaker = name.map_or(before, |name| self.speaker(name));
        self.opened = Some((speaker, time.or(waiting_time)));
    }

    fn current(&self) -> Option<u16> {
        self.text.turns.last().and_then(|turn| turn.speaker)
    }

    fn speaker(&mut self, name: String) -> Option<u16> {
        let key = speaker::key(&name);
        if let Some(index) = self.index.get(&key) {
            return Some(*index);
        }
        let index = u16::try_from(self.speakers.len()).ok()?;
        self.speakers.push(Speaker {
            name,
            turns: 0,
            words: 0,
            interviewer: word::asks(&key),
        });
        self.questions.push(0);
        self.index.insert(key, index);
        Some(index)
    }

    fn add(&mut self, paragraph: Paragraph) {
        if paragraph.text.is_empty() {
            self.waiting
                .extend(paragraph.pins.iter().map(|pin| pin.mark));
            return;
        }
        if !self.text.content.is_empty() {
            self.text.content.push('\n');
            self.chars += 1;
        }
        if self.text.turns.is_empty() || self.opened.is_some() {
            let (speaker, time) = self.opened.take().unwrap_or_default();
            let start = CharPos(self.chars);
            self.text.turns.push(Turn {
                start,
                speaker,
                time,
            });
        }
        for mark in std::mem::take(&mut self.waiting) {
            self.mark(mark, self.chars);
        }
        let mut pins = paragraph.pins.iter().peekable();
        for (at, c) in paragraph.text.char_indices() {
            while let Some(pin) = pins.next_if(|pin| pin.at <= at) {
                self.mark(pin.mark, self.chars);
            }
            self.chars += 1;
            if let (Some(speaker), '?' | '？' | '؟') = (self.current(), c) {
                self.questions[usize::from(speaker)] += 1;
            }
        }
        self.text.content.push_str(&paragraph.text);
        for pin in pins {
            // A page that begins behind the last word begins with the next one.
            match pin.mark {
                Mark::Page => self.waiting.push(Mark::Page),
                mark => self.mark(mark, self.chars),
            }
        }
    }

    fn mark(&mut self, mark: Mark, at: u32) {
        match mark {
            Mark::Page if at > 0 && self.text.pages.last() != Some(&CharPos(at)) => {
                self.text.pages.push(CharPos(at));
            }
            Mark::Page => {}
            Mark::Open(id) => self.places.entry(id).or_default().0 = Some(at),
            Mark::Close(id) => self.places.entry(id).or_default().1 = Some(at),
        }
    }
}

/// Lays comments on their passages; one that points at a place gets the paragraph around it.
fn comments(remarks: Vec<Remark>, loom: &Loom, warnings: &mut Vec<Warning>) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut unplaced = 0;
    for remark in remarks {
        let (open, close) = loom.places.get(&remark.id).copied().unwrap_or_default();
        let Some(end) = close.or(open).filter(|_| !loom.text.content.is_empty()) else {
            unplaced += 1;
            continue;
        };
        let mut range = CharRange::new(CharPos(open.unwrap_or(end)), CharPos(end));
        if range.is_empty() {
            range = paragraph_around(&loom.text.content, end);
        }
        let Remark { author, text, .. } = remark;
        comments.push(Comment {
            range,
            author,
            text,
        });
    }
    if unplaced > 0 {
        warnings.push(Warning::CommentsUnplaced { count: unplaced });
    }
    comments.sort_by_key(|comment| comment.range.start());
    comments
}

fn paragraph_around(content: &str, at: u32) -> CharRange {
    let mut start = 0;
    for line in content.split('\n') {
        let end = start + u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
        if at <= end {
            return CharRange::new(CharPos(start), CharPos(end));
        }
        start = end + 1;
    }
    CharRange::new(CharPos(at), CharPos(at))
}

fn count(speakers: &mut [Speaker], text: &Text) {
    let ends = text
        .turns
        .iter()
        .skip(1)
        .map(|turn| turn.start.0)
        .chain([u32::MAX]);
    let mut chars = text.content.chars();
    for (turn, end) in text.turns.iter().zip(ends) {
        let said: String = chars.by_ref().take((end - turn.start.0) as usize).collect();
        if let Some(speaker) = turn.speaker.and_then(|i| speakers.get_mut(usize::from(i))) {
            speaker.turns += 1;
            speaker.words += words::count(&said);
        }
    }
}

/// Where no label says who asks: the one who asks most per turn, and says less than another.
fn guess_interviewer(speakers: &mut [Speaker], questions: &[u32]) {
    if speakers.len() < 2 || speakers.iter().any(|speaker| speaker.interviewer) {
        return;
    }
    let most_words = speakers
        .iter()
        .map(|speaker| speaker.words)
        .max()
        .unwrap_or(0);
    let asking = speakers
        .iter_mut()
        .zip(questions)
        .filter(|(speaker, questions)| {
            speaker.words < most_words && speaker.turns >= 2 && **questions * 3 >= speaker.turns
        });
    let density =
        |questions: u32, turns: u32| u64::from(questions) * 1000 / u64::from(turns.max(1));
    if let Some((speaker, _)) =
        asking.max_by_key(|(speaker, questions)| density(**questions, speaker.turns))
    {
        speaker.interviewer = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(lines: &[&str], speakers: bool) -> Draft {
        let paragraphs = lines.iter().map(|line| Paragraph::new(*line)).collect();
        let source = Source {
            paragraphs,
            ..Source::default()
        };
        weave(Kind::Plain, source, speakers)
    }

    fn starts(draft: &Draft) -> Vec<(u32, Option<u16>)> {
        draft
            .text
            .turns
            .iter()
            .map(|turn| (turn.start.0, turn.speaker))
            .collect()
    }

    #[test]
    fn labels_leave_the_text() {
        let draft = draft(
            &["Talk", "I: Why?", "P: So.", " ", "And so.", "I: ", "Oh?"],
            true,
        );
        assert_eq!(draft.text.content, "Talk\nWhy?\nSo.\nAnd so.\nOh?");
        assert_eq!(
            starts(&draft),
            [(0, None), (5, Some(0)), (10, Some(1)), (22, Some(0))]
        );
        assert_eq!((draft.speakers[0].turns, draft.speakers[0].words), (2, 2));
        assert!(draft.speakers[0].interviewer && !draft.speakers[1].interviewer);
    }

    #[test]
    fn labels_stay_when_wanted() {
        let draft = draft(&["I: Why?", "P: So."], false);
        assert_eq!(draft.text.content, "I: Why?\nP: So.");
        assert_eq!(starts(&draft), [(0, None)]);
        assert!(draft.speakers.is_empty());
    }

    #[test]
    fn a_time_alone_belongs_to_what_follows() {
        let draft = draft(
            &["I: Why?", "[00:00:05]", "P: So.", "[00:00:09]", "And so."],
            true,
        );
        let times: Vec<_> = draft
            .text
            .turns
            .iter()
            .map(|turn| (turn.speaker, turn.time))
            .collect();
        assert_eq!(
            times,
            [
                (Some(0), None),
                (Some(1), Some(5000)),
                (Some(1), Some(9000))
            ]
        );
    }

    #[test]
    fn who_asks_is_guessed_from_questions() {
        let draft = draft(
            &[
                "Mara: Why?",
                "Ines: It was a long year, I think.",
                "Mara: Was it?",
                "Ines: Yes, very.",
            ],
            true,
        );
        assert!(draft.speakers[0].interviewer && !draft.speakers[1].interviewer);
    }
}
