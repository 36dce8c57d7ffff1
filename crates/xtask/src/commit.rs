//! The commit that a build is of, and its day: from git; in an archive of the sources, which has no git, from what
//! `git archive` wrote into commit.txt; else from `P2S_CHECK_COMMIT` ("HASH YYYY-MM-DD"), which wins where it is set.
//!
//! Nothing else about the build is shown: no time, no machine. So the same commit gives the same bytes.

use crate::{Result, build, paths, process};
use std::process::Command;

/// Set by whoever builds without git, and for the second build of `cargo xtask test`.
pub(crate) const VARIABLE: &str = "P2S_CHECK_COMMIT";

/// Digits of the hash that are shown.
const DIGITS: usize = 12;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    /// In hex, shortened; with a plus sign where the sources were changed since.
    pub(crate) hash: String,
    /// Its day in UTC, YYYY-MM-DD.
    pub(crate) day: String,
}

impl Commit {
    /// The commit of these sources; `None` where nobody knows.
    pub(crate) fn current() -> Result<Option<Self>> {
        if let Ok(told) = std::env::var(VARIABLE) {
            return Ok(Commit::parse(&told));
        }
        if let Some(commit) = from_git() {
            return Ok(Some(commit));
        }
        let archived = build::read(&paths::root().join("crates/xtask/commit.txt"))?;
        Ok(Commit::parse(&archived))
    }

    /// "HASH YYYY-MM-DD", as [`VARIABLE`] has it.
    fn parse(text: &str) -> Option<Self> {
        let (hash, day) = text.trim().split_once(' ')?;
        let (hex, changed) = match hash.strip_suffix('+') {
            Some(hex) => (hex, "+"),
            None => (hash, ""),
        };
        let well = hex.len() >= 7
            && hex.bytes().all(|byte| byte.is_ascii_hexdigit())
            && day.len() == 10
            && day
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        let hash = format!("{}{changed}", hex.get(..DIGITS).unwrap_or(hex));
        well.then(|| Commit {
            hash,
            day: day.to_owned(),
        })
    }

    /// As [`VARIABLE`] has it.
    pub(crate) fn told(&self) -> String {
        format!("{} {}", self.hash, self.day)
    }
}

fn from_git() -> Option<Commit> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(paths::root()).env("TZ", "UTC");
        process::output(command.args(arguments))
    };
    // Not the repository of a folder further up, where these sources were unpacked in one.
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
    fn a_commit_is_read_and_told_in_one_form() {
        let commit = Commit::parse("0123456789abcdef0123456789abcdef01234567 2026-11-24\n");
        let told = commit.as_ref().map(Commit::told);
        assert_eq!(told.as_deref(), Some("0123456789ab 2026-11-24"));
        assert_eq!(told.as_deref().and_then(Commit::parse), commit);
        let changed = Commit::parse("0123456789abcdef+ 2026-11-24");
        assert_eq!(
            changed.map(|commit| commit.hash).as_deref(),
            Some("0123456789ab+")
        );
    }

    #[test]
    fn what_git_archive_did_not_fill_in_is_no_commit() {
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
