//! The error of this crate.

use std::fmt;

/// What is wrong with a file of words, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file below the folder of words, with its line or message: `ja/errors.ftl:12` or `ja/errors.ftl: rule-mixed`.
    pub place: String,
    /// What is wrong, as a sentence.
    pub sentence: String,
}

impl Error {
    pub(crate) fn new(place: impl Into<String>, sentence: impl Into<String>) -> Self {
        Error {
            place: place.into(),
            sentence: sentence.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "words/{}: {}", self.place, self.sentence)
    }
}

impl std::error::Error for Error {}
