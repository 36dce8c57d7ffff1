//! The report: one Rust type behind the page, the command line and the JSON file.
//!
//! Fields stand in the order of the JSON contract (docs/report.md). Fields may be added, never renamed.

use crate::codes::{
    Class, FindingCode, GatewayType, Kind, Model, NotCounted, Proof, Rule, State, Verdict,
};
use p2s_package::{ErrorKind, Timestamp};
use serde::{Deserialize, Serialize};

/// The answer to one run: every input, and the counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of this contract: 1.
    pub schema: u32,
    /// Name and version of the program.
    pub tool: String,
    /// The moment the answer is for (`--now`), UTC.
    pub generated: Timestamp,
    /// The notices whose facts were used.
    pub notices: Vec<NoticeRef>,
    /// One entry an input, sorted by the bytes of the name.
    pub inputs: Vec<InputReport>,
    /// How many of each verdict.
    pub summary: Summary,
}

/// A notice by its identifier and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRef {
    /// Stable identifier.
    pub id: String,
    /// Day of the notice, YYYY-MM-DD.
    pub date: String,
}

/// The answer about one input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InputReport {
    /// Name of the file, or its path under the folder that was given.
    pub name: String,
    /// Size in bytes; `None` for a folder.
    pub size: Option<u64>,
    /// The 2019 answer.
    pub verdict: Verdict,
    /// The rule that decided.
    pub rule: Rule,
    /// The strongest kind of evidence behind "not affected" or "affected".
    pub proof: Proof,
    /// The types of the notice that the gateway may have.
    pub gateway_types: Vec<GatewayType>,
    /// The deployment model, where the package tells it.
    pub model: Model,
    /// What the package says of its gateway.
    pub gateway: Gateway,
    /// When the package was made: newest time stamp of its parts, UTC.
    pub packaged: Option<Timestamp>,
    /// The creation date of the gateway that the user gave, YYYY-MM-DD.
    pub created: Option<String>,
    /// The second answer: today's root.
    pub root_today: RootToday,
    /// What was found, in the package's order.
    pub evidence: Vec<Evidence>,
    /// What else is worth telling.
    pub findings: Vec<Finding>,
    /// Why the input could not be read; set exactly for the first four rules.
    pub error: Option<ReportError>,
}

/// What the package says of its gateway; each as written there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gateway {
    /// Host name that clients dial.
    pub server: Option<String>,
    /// GUID of the gateway, lower case; where the package has none, the 24 characters of a Virtual WAN host.
    pub id: Option<String>,
    /// Name of the virtual network.
    pub vnet: Option<String>,
}

/// Today's state of the roots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootToday {
    /// The overall word.
    pub state: State,
    /// Each root once, first seen first.
    pub roots: Vec<RootState>,
}

/// One root and its state at the moment of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootState {
    /// Common name, or what the evidence calls it.
    pub name: String,
    /// Its state (never `ready`, which is an overall word).
    pub state: State,
}

/// One item of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Path of the part inside the package, with `/`.
    pub place: String,
    /// What in that part: an element's name, `certificate`, `ca`, …
    pub item: String,
    /// What sort of evidence.
    pub kind: Kind,
    /// What it was found to be.
    pub class: Class,
    /// Whether it counts for the verdict.
    pub counted: bool,
    /// SHA-256 of the certificate, the thumbprint (lower-case hex), or the name.
    pub value: String,
    /// Subject of a certificate (RFC 4514).
    pub subject: Option<String>,
    /// Issuer of a certificate (RFC 4514).
    pub issuer: Option<String>,
    /// Serial number, lower-case hex.
    pub serial: Option<String>,
    /// SHA-1 of the whole certificate, lower-case hex.
    pub sha1: Option<String>,
    /// SHA-256 of the whole certificate, lower-case hex.
    pub sha256: Option<String>,
    /// Start of validity, UTC.
    pub not_before: Option<Timestamp>,
    /// End of validity, UTC.
    pub not_after: Option<Timestamp>,
    /// The public root it is or stands under.
    pub root: Option<String>,
    /// Why it does not count; `None` where it does.
    pub reason: Option<NotCounted>,
}

/// Something worth telling that decides nothing by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is.
    pub code: FindingCode,
    /// The part it is about.
    pub place: Option<String>,
}

/// Why an input could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportError {
    /// What is wrong; its code in the JSON report.
    pub code: ErrorKind,
    /// The part it is about.
    pub place: Option<String>,
}

/// How many inputs got which verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Inputs that are affected.
    pub affected: u64,
    /// Inputs that are not affected.
    pub not_affected: u64,
    /// Inputs that could not be told.
    pub undetermined: u64,
    /// Files in folders that plainly are no packages.
    pub skipped: u64,
}
