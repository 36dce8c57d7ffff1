//! The fixtures: packages and parts of packages made by our own code, one condition per file, named by the
//! condition. Every gateway, network and certificate authority in them is invented; the public certificates are
//! those under tests/certificates.
//!
//! [`all`] gives every file under tests/fixtures: the fixtures, and a readable source beside each binary one.

mod bombs;
mod cabinet;
mod certificates;
mod costly;
mod der;
mod documents;
mod hiding;
mod limits;
mod lzx;
mod migration;
mod misleading;
mod openvpn;
mod own;
mod pairs;
mod parts;
mod pe;
mod profiles;
mod programs;
mod renamed;
mod samples;
mod secrets;
mod several;
mod twins;
mod wrong;
mod zip;
mod zips;

pub use costly::{Costly, costly, wide};
pub use der::Certificate;
pub use pairs::places;
pub use samples::samples;
pub use secrets::{MARKER, MARKER_BASE64};

use std::sync::LazyLock;

/// A file under tests/fixtures.
#[derive(Debug, Clone)]
pub struct Fixture {
    /// Path under tests/fixtures, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A fixture with what it shows and what the checker must say of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Path under tests/fixtures, with `/`; named by the condition.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The condition in a sentence.
    pub condition: String,
    /// How it is made, for people; empty where the file is readable itself.
    pub source: String,
    /// The rule that must decide.
    pub rule: &'static str,
    /// Today's state that must be told at [`NOW`].
    pub today: &'static str,
    /// The error that must be told.
    pub error: Option<&'static str>,
    /// The same of the inputs behind the first, where the file is several.
    pub others: Vec<Answer>,
}

/// Rule, today's state and error of an input.
pub type Answer = (&'static str, &'static str, Option<&'static str>);

/// The moment for which the expected answers hold.
pub const NOW: &str = "2026-11-24T03:00:00Z";

/// Every case, in the order of their paths; made once.
pub fn cases() -> Vec<Case> {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(made);
    CASES.clone()
}

fn made() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(own::cases());
    cases.extend(certificates::cases());
    cases.extend(documents::cases());
    cases.extend(openvpn::cases());
    cases.extend(pairs::cases());
    cases.extend(profiles::cases());
    cases.extend(programs::cases());
    cases.extend(renamed::cases());
    cases.extend(secrets::cases());
    cases.extend(several::cases());
    cases.extend(zips::cases());
    cases.extend(wrong::cases());
    cases.extend(bombs::cases());
    cases.extend(hiding::cases());
    cases.extend(limits::cases());
    cases.extend(misleading::cases());
    cases.extend(migration::cases());
    cases.extend(twins::cases());
    cases.sort_by(|one, other| one.path.cmp(&other.path));
    cases
}

/// Names and contents of the entries of a fixture's zip, as a reader of streams finds them.
pub fn entries(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    zip::entries(zip)
}

/// A zip with one file in it.
pub fn zip_of(name: &str, content: &[u8]) -> Vec<u8> {
    zip::Archive::of(vec![zip::Entry::new(name, content)])
        .build()
        .0
}

/// Every file under tests/fixtures.
pub fn all() -> Vec<Fixture> {
    let mut files = Vec::new();
    for case in cases() {
        if !case.source.is_empty() {
            let answers = case.answers().into_iter().map(|(rule, today, error)| {
                format!(
                    "rule {rule}, today {today}, error {}",
                    error.unwrap_or("none")
                )
            });
            let source = format!(
                "{}\n\nExpected at {NOW}: {}.\n\n{}",
                case.condition,
                answers.collect::<Vec<_>>().join("; then "),
                case.source
            );
            files.push(Fixture {
                path: format!("{}.txt", case.path),
                bytes: source.into_bytes(),
            });
        }
        files.push(Fixture {
            path: case.path,
            bytes: case.bytes,
        });
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

impl Case {
    /// A case in which something is answered.
    pub(crate) fn new(
        path: &str,
        condition: &str,
        rule: &'static str,
        today: &'static str,
    ) -> Self {
        Case {
            path: path.to_owned(),
            bytes: Vec::new(),
            condition: condition.to_owned(),
            source: String::new(),
            rule,
            today,
            error: None,
            others: Vec::new(),
        }
    }

    /// The answers of all inputs of the file, in their order.
    pub fn answers(&self) -> Vec<Answer> {
        let mut answers = vec![(self.rule, self.today, self.error)];
        answers.extend(&self.others);
        answers
    }

    /// With one more input in the file.
    pub(crate) fn and(mut self, answer: Answer) -> Self {
        self.others.push(answer);
        self
    }

    /// A case that ends in an error; without roots, today is unknown.
    pub(crate) fn error(
        path: &str,
        condition: &str,
        rule: &'static str,
        error: &'static str,
    ) -> Self {
        Case {
            error: Some(error),
            ..Case::new(path, condition, rule, "unknown")
        }
    }

    /// With roots in what could be read beside the error.
    pub(crate) fn today(self, today: &'static str) -> Self {
        Case { today, ..self }
    }

    /// The same under another rule.
    pub(crate) fn rule(self, rule: &'static str) -> Self {
        Case { rule, ..self }
    }

    /// Readable content.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        Case {
            bytes: text.into().into_bytes(),
            ..self
        }
    }

    /// Binary content with its readable source.
    pub(crate) fn binary(self, bytes: Vec<u8>, source: impl Into<String>) -> Self {
        Case {
            bytes,
            source: source.into(),
            ..self
        }
    }

    pub(crate) fn zip(self, archive: &zip::Archive) -> Self {
        let (bytes, source) = archive.build();
        self.binary(bytes, source)
    }
}
