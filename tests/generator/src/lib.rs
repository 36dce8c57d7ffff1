//! The fixtures: generated packages and parts of packages, one condition per file, named after the condition.
//!
//! Every gateway, network and certificate authority in them is invented. The public certificates are those under
//! tests/certificates. [`all`] returns every file under tests/fixtures: the fixtures, and a readable source beside each
//! binary one.

mod bombs;
mod cabinet;
mod certificates;
mod clouds;
mod costly;
mod der;
mod displayed;
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
mod profile_xml;
mod profiles;
mod programs;
mod renamed;
mod samples;
mod secrets;
mod several;
mod twins;
mod wrong;
mod wrong_files;
mod zip;
mod zips;

pub use costly::{Costly, costly, wide};
pub use der::Certificate;
pub use displayed::displayed_strings;
pub use pairs::places;
pub use samples::samples;
pub use secrets::{MARKER, MARKER_BASE64};

use std::sync::LazyLock;

/// A file under tests/fixtures.
#[derive(Debug, Clone)]
pub struct Fixture {
    /// Path under tests/fixtures, with `/`.
    pub path: String,
    /// Content of the file.
    pub bytes: Vec<u8>,
}

/// A fixture with its condition and the expected answer.
#[derive(Debug, Clone)]
pub struct Case {
    /// Path under tests/fixtures, with `/`, named after the condition.
    pub path: String,
    /// Content of the file.
    pub bytes: Vec<u8>,
    /// The condition as a sentence.
    pub condition: String,
    /// How the file is made, for people. Empty if the file itself is readable.
    pub source: String,
    /// Expected rule.
    pub rule: &'static str,
    /// Expected state of the root at [`NOW`].
    pub today: &'static str,
    /// Code of the expected error.
    pub error: Option<&'static str>,
    /// Expected answers of the inputs after the first, for a file with several inputs.
    pub others: Vec<Answer>,
}

/// Rule, root state and error of an input.
pub type Answer = (&'static str, &'static str, Option<&'static str>);

/// Time for which the expected answers hold.
pub const NOW: &str = "2026-11-24T03:00:00Z";

/// Returns every case, sorted by path. They are built once.
pub fn cases() -> Vec<Case> {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(made);
    CASES.clone()
}

fn made() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(own::cases());
    cases.extend(certificates::cases());
    cases.extend(clouds::cases());
    cases.extend(documents::cases());
    cases.extend(openvpn::cases());
    cases.extend(pairs::cases());
    cases.extend(profile_xml::cases());
    cases.extend(profiles::cases());
    cases.extend(programs::cases());
    cases.extend(renamed::cases());
    cases.extend(secrets::cases());
    cases.extend(several::cases());
    cases.extend(zips::cases());
    cases.extend(wrong::cases());
    cases.extend(wrong_files::cases());
    cases.extend(bombs::cases());
    cases.extend(hiding::cases());
    cases.extend(limits::cases());
    cases.extend(misleading::cases());
    cases.extend(migration::cases());
    cases.extend(twins::cases());
    cases.sort_by(|one, other| one.path.cmp(&other.path));
    cases
}

/// Returns names and contents of a zip's entries, as a streaming reader finds them.
pub fn entries(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    zip::entries(zip)
}

/// Returns a zip with one file in it.
pub fn zip_of(name: &str, content: &[u8]) -> Vec<u8> {
    zip::Archive::of(vec![zip::Entry::new(name, content)])
        .build()
        .0
}

/// Returns a package with DigiCert Global Root G2 of an invented gateway with this number.
pub fn package_of_gateway(number: usize) -> Vec<u8> {
    let guid = format!("{number:08x}-0000-4000-8000-00000000cafe");
    let settings = parts::Settings {
        server: parts::server(&guid),
        guid,
        ..parts::Settings::new(parts::Schema::Plural, &[parts::G2], parts::G2_NAME)
    };
    own::package(&settings.xml(), "VpnServerRoot.cer_0", parts::G2)
        .build()
        .0
}

/// Returns every file under tests/fixtures.
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
    /// Creates a case with an answer.
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

    /// Returns the answers of all inputs of the file in their order.
    pub fn answers(&self) -> Vec<Answer> {
        let mut answers = vec![(self.rule, self.today, self.error)];
        answers.extend(&self.others);
        answers
    }

    /// Adds an input to the file.
    pub(crate) fn and(mut self, answer: Answer) -> Self {
        self.others.push(answer);
        self
    }

    /// Creates a case that ends in an error. Without roots, the root state is unknown.
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

    /// Sets the root state, for a case with readable roots beside the error.
    pub(crate) fn today(self, today: &'static str) -> Self {
        Case { today, ..self }
    }

    /// Sets another rule.
    pub(crate) fn rule(self, rule: &'static str) -> Self {
        Case { rule, ..self }
    }

    /// Sets readable content.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        Case {
            bytes: text.into().into_bytes(),
            ..self
        }
    }

    /// Sets binary content with its readable source.
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
