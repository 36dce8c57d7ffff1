//! What went wrong, as a sentence for whoever typed the command.

use std::fmt;
use std::io;
use std::path::Path;

/// Everything in here ends this way.
pub type Result<T> = std::result::Result<T, Failure>;

/// A plain sentence: what happened, and where it helps, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure with this sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Failure(sentence.into())
    }

    /// "Can't `doing` `path`: reason."
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
