//! The commit of a build and its date.
//!
//! Sources, in this order: the variable `P2S_CHECK_COMMIT` ("HASH YYYY-MM-DD"), git, and commit.txt, which `git
//! archive` fills in for archives without git.
//!
//! A build shows nothing else about its origin, neither time nor machine, so the same commit gives the same bytes.

use crate::{Result, build, paths, process};
use std::process::Command;

/// Variable with the commit, for builds without git and for the second build of `verify_reproducible`.
pub(crate) const VARIABLE: &str = "P2S_CHECK_COMMIT";

/// Number of hash digits that are shown.
const HASH_DIGITS: usize = 12;

/// A commit and its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Shortened hash in hex, with a plus sign if the sources have changed since the commit.
    pub(crate) hash: String,
    /// Date of the commit in UTC, YYYY-MM-DD.
    pub(crate) day: String,
}

impl Commit {
    /// Returns the commit of these sources, or `None` if no source knows it.
    pub(crate) fn current() -> Result<Option<Self>> {
        if let Ok(text) = std::env::var(VARIABLE) {
            return Ok(Commit::parse(&text));
        }
        if let Some(commit) = from_git() {
            return Ok(Some(commit));
        }
        let archived = build::read(&paths::root().join("crates/xtask/commit.txt"))?;
        Ok(Commit::parse(&archived))
    }

    /// Parses "HASH YYYY-MM-DD", the format of [`VARIABLE`].
    fn parse(text: &str) -> Option<Self> {
        let (hash, day) = text.trim().split_once(' ')?;
        let (hex, changed) = match hash.strip_suffix('+') {
            Some(hex) => (hex, "+"),
            None => (hash, ""),
        };
        let is_valid = hex.len() >= 7
            && hex.bytes().all(|byte| byte.is_ascii_hexdigit())
            && day.len() == 10
            && day
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        let hash = format!("{}{changed}", hex.get(..HASH_DIGITS).unwrap_or(hex));
        is_valid.then(|| Commit {
            hash,
            day: day.to_owned(),
        })
    }

    /// Formats the commit for [`VARIABLE`].
    pub(crate) fn to_variable(&self) -> String {
        format!("{} {}", self.hash, self.day)
    }
}

fn from_git() -> Option<Commit> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(paths::root()).env("TZ", "UTC");
        process::output(command.args(arguments))
    };
    // Sources that were unpacked inside an unrelated repository must not report that repository's commit.
    let top = git(&["rev-parse", "--show-toplevel"])?;
    if std::fs::canonicalize(top.trim()).ok()? != paths::root() {
        return None;
    }
    let commit = git(&[
        "log",
        "-1",
        "--date=format-local:%Y-%m-%d",
        "--format=%H %cd",
    ])?;
    let changed = !git(&["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    let mut commit = Commit::parse(&commit)?;
    commit.hash.push_str(if changed { "+" } else { "" });
    Some(commit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formatted_commit_parses_to_the_same_commit() {
        let commit = Commit::parse("0123456789abcdef0123456789abcdef01234567 2026-11-24\n");
        let text = commit.as_ref().map(Commit::to_variable);
        assert_eq!(text.as_deref(), Some("0123456789ab 2026-11-24"));
        assert_eq!(text.as_deref().and_then(Commit::parse), commit);
        let changed = Commit::parse("0123456789abcdef+ 2026-11-24");
        assert_eq!(
            changed.map(|commit| commit.hash).as_deref(),
            Some("0123456789ab+")
        );
    }

    #[test]
    fn text_without_a_hash_and_a_date_is_not_a_commit() {
        for text in [
            "",
            "$Format:%H %cd$",
            "0123456789ab",
            "xyz 2026-11-24",
            "<b>0123456 2026-11-24",
        ] {
            assert_eq!(Commit::parse(text), None, "{text}");
        }
    }
}
