//! The error type: a sentence for the person at the terminal.

use std::fmt;
use std::io;
use std::path::Path;

/// Result of every fallible function in this crate.
pub type Result<T> = std::result::Result<T, Failure>;

/// An error as a plain sentence: what happened and, if that helps, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// Creates a failure from a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Failure(sentence.into())
    }

    /// Returns a function that turns an I/O error into "Can't `doing` `path`: reason."
    pub(crate) fn file<'a>(doing: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |error| Failure(format!("Can't {doing} {}: {error}.", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
