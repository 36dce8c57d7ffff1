//! The error of a text that can't be rendered.

use std::fmt;

/// A text that can't be rendered: where it is, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProseError(String);

impl ProseError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }

    /// Puts a place, such as the name of a file, before the message.
    pub(super) fn at(self, place: &str) -> Self {
        Self(format!("{place}: {}", self.0))
    }
}

impl fmt::Display for ProseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ProseError {}
