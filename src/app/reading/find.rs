//! Finding words in a transcript.

/// A search with a regular expression, done in the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Names the answer.
    pub job: u32,
    /// The pattern.
    pub pattern: String,
    /// Whether case matters.
    pub match_case: bool,
    /// Whether only whole words count.
    pub whole_word: bool,
    /// What to search in.
    pub text: crate::study::text::TextHash,
}
