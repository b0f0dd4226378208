//! Studies of words that mean nothing: 300 transcripts with 100,000 codings, and one transcript of
//! 1,000,000 words.

use super::maker::Maker;

const PARTICIPANTS: u32 = 100;
const INTERVIEWS: u32 = 3;
const THEMES: u32 = 120;
const PARAGRAPHS: u32 = 84;
const WORDS: u32 = 40;
const CODINGS: u32 = 100_000;

const LEXICON: [&str; 16] = [
    "alone", "between", "carried", "door", "evening", "first", "garden", "hardly", "inside",
    "known", "letter", "moving", "never", "often", "people", "quiet",
];

/// Makes 300 transcripts with 100,000 codings.
pub fn make(file: &str) -> Result<String, String> {
    let mut chance = Chance(7);
    let mut maker = Maker::new("A large study")?;
    let mut themes = Vec::new();
    for number in 1..=THEMES {
        themes.push(maker.theme(&format!("Theme {number}"))?);
    }
    let mut transcripts = Vec::new();
    for _ in 0..PARTICIPANTS {
        let participant = maker.participant()?;
        for _ in 0..INTERVIEWS {
            let content = content(&mut chance, PARAGRAPHS);
            let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
            transcripts.push((maker.transcript(participant, &content)?, length));
        }
    }
    for number in 0..CODINGS {
        let (transcript, length) = transcripts[number as usize % transcripts.len()];
        let start = chance.below(length - 400);
        let end = start + 20 + chance.below(380);
        let theme = themes[chance.below(THEMES) as usize];
        maker.code(transcript, start..end, theme)?;
    }
    maker.write(file)
}

/// Makes one transcript of 1,000,000 words.
pub fn million(file: &str) -> Result<String, String> {
    let mut maker = Maker::new("A million words")?;
    let participant = maker.participant()?;
    let content = content(&mut Chance(11), 1_000_000 / WORDS);
    maker.transcript(participant, &content)?;
    maker.write(file)
}

/// ASCII only, so that a byte is a character.
fn content(chance: &mut Chance, paragraphs: u32) -> String {
    let paragraph = |chance: &mut Chance| {
        let words: Vec<_> = (0..WORDS)
            .map(|_| LEXICON[chance.below(16) as usize])
            .collect();
        words.join(" ")
    };
    let paragraphs: Vec<_> = (0..paragraphs).map(|_| paragraph(chance)).collect();
    paragraphs.join("\n")
}

/// Numbers that look random and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap_or_default()
    }
}
