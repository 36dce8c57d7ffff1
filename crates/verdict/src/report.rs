//! The report: the type from which the page, the command line and the JSON file are made.
//!
//! Fields are in the order of the JSON report (docs/report.md). Fields may be added, but never renamed.

use crate::codes::{
    Aspect, Class, ClientReason, ClientState, FindingCode, GatewayType, Kind, Model, NotCounted,
    Origin, Proof, Rule, State, Verdict,
};
use p2s_package::{
    Authentication, ErrorKind, Timestamp, TunnelType, is_virtual_wan_host, virtual_wan_id,
};
use serde::{Deserialize, Serialize};

/// The answers of one run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of the report's format: 1.
    pub schema: u32,
    /// Name and version of the program.
    pub tool: String,
    /// The moment that the answers are for, UTC.
    pub generated: Timestamp,
    /// The notices whose facts were used.
    pub notices: Vec<NoticeRef>,
    /// The answer about each input, sorted by the bytes of the name.
    pub inputs: Vec<InputReport>,
    /// The packages and clients of each gateway, compared.
    pub gateways: Vec<GatewayReport>,
    /// The number of inputs with each verdict.
    pub summary: Summary,
}

/// A reference to a notice.
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
    /// Name of the file, or its path below the folder that was given.
    pub name: String,
    /// Size in bytes; `None` for a folder.
    pub size: Option<u64>,
    /// The 2019 answer.
    pub verdict: Verdict,
    /// The rule that decided.
    pub rule: Rule,
    /// The strongest kind of evidence for "not affected" or "affected".
    pub proof: Proof,
    /// The gateway types of the 2019 notice that are possible; empty if the package leaves them open.
    pub gateway_types: Vec<GatewayType>,
    /// The deployment model.
    pub model: Model,
    /// Where the input comes from.
    pub origin: Origin,
    /// What the package says about its gateway.
    pub gateway: Gateway,
    /// When the package was made: the newest plausible time stamp of its parts, UTC.
    pub packaged: Option<Timestamp>,
    /// The creation date of the gateway that the user gave, YYYY-MM-DD.
    pub created: Option<String>,
    /// Today's answer.
    pub root_today: RootToday,
    /// All items of evidence, in the package's order.
    pub evidence: Vec<Evidence>,
    /// Additional facts.
    pub findings: Vec<Finding>,
    /// Why the input can't be read; set for the first four rules and no others.
    pub error: Option<ReportError>,
}

impl InputReport {
    /// Returns true unless the input wasn't read because the user cancelled: then nothing is known about it.
    pub fn is_read(&self) -> bool {
        let is_cancelled = |error: &ReportError| error.code == ErrorKind::Cancelled;
        !self.error.as_ref().is_some_and(is_cancelled)
    }
}

/// What a package says about its gateway.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gateway {
    /// Host name to which clients connect, as the package has it.
    pub server: Option<String>,
    /// GUID of the gateway in lower case; if the package has none, the 24 characters of a Virtual WAN host.
    pub id: Option<String>,
    /// Name of the virtual network, as the package has it.
    pub vnet: Option<String>,
    /// The tunnel types that clients use, in the order of the list; empty if the package shows none.
    pub tunnel_types: Vec<TunnelType>,
    /// The ways to sign in, in the order of the list; empty if the package shows none.
    pub authentication: Vec<Authentication>,
    /// The addresses that clients get, as the package has them.
    pub address_pool: Option<String>,
}

impl Gateway {
    /// Returns what identifies the gateway among others, in lower case: in Virtual WAN the 24 characters of its host,
    /// otherwise its GUID, or its host name. `None` if the package names none, or only an address.
    ///
    /// The name of the virtual network doesn't identify a gateway.
    pub fn identity(&self) -> Option<String> {
        let host = self.server.as_deref().filter(|host| is_host_name(host));
        let host = host.map(str::to_ascii_lowercase);
        match host {
            Some(host) if is_virtual_wan_host(&host) => virtual_wan_id(&host).or(Some(host)),
            host => self.id.clone().or(host),
        }
    }
}

/// Returns true for a fully qualified host name, which isn't an address.
fn is_host_name(host: &str) -> bool {
    const MAX_LENGTH: usize = 253;
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let last_label = host.rsplit_once('.').map(|(_, label)| label);
    host.len() <= MAX_LENGTH
        && host.chars().all(is_allowed)
        && last_label.is_some_and(|label| label.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Today's answer: the state of the roots that counted items show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootToday {
    /// State of all roots together.
    pub state: State,
    /// State of each root, in the order of their first appearance.
    pub roots: Vec<RootState>,
}

/// A root with its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootState {
    /// Common name, or what the evidence has instead, such as a thumbprint.
    pub name: String,
    /// Its state; never [`State::Ready`].
    pub state: State,
}

/// An item of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Path of the part inside the input, with `/`.
    pub place: String,
    /// What it is in that part: a file's name, an element's name, `certificate`, `ca`, ….
    pub item: String,
    /// Its kind.
    pub kind: Kind,
    /// Its class.
    pub class: Class,
    /// True if the verdict depends on it.
    pub counted: bool,
    /// SHA-256 of the certificate or the thumbprint, in lower-case hexadecimal, or the name.
    pub value: String,
    /// Subject of a certificate (RFC 4514).
    pub subject: Option<String>,
    /// Issuer of a certificate (RFC 4514).
    pub issuer: Option<String>,
    /// Serial number of a certificate, in lower-case hexadecimal.
    pub serial: Option<String>,
    /// SHA-1 of a whole certificate, in lower-case hexadecimal.
    pub sha1: Option<String>,
    /// SHA-256 of a whole certificate, in lower-case hexadecimal.
    pub sha256: Option<String>,
    /// Start of a certificate's validity, UTC.
    pub not_before: Option<Timestamp>,
    /// End of a certificate's validity, UTC.
    pub not_after: Option<Timestamp>,
    /// The public root that it is, or chains to.
    pub root: Option<String>,
    /// Why it isn't counted; `None` if it is.
    pub reason: Option<NotCounted>,
}

/// An additional fact about an input. It decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The fact.
    pub code: FindingCode,
    /// Path of the part that it is about; `None` for the whole input.
    pub place: Option<String>,
}

/// Why an input can't be read: of several errors the worst, and of equally bad ones the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportError {
    /// What is wrong.
    pub code: ErrorKind,
    /// Path of the part that it is about; `None` for the whole input.
    pub place: Option<String>,
}

/// The packages and clients of one gateway in a run, compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayReport {
    /// What identifies the gateway: its GUID, the 24 characters of a Virtual WAN host, or its host name, in lower case.
    /// `None` for the clients whose gateway is unknown.
    pub id: Option<String>,
    /// The packages with a date, oldest first.
    pub packages: Vec<PackageRef>,
    /// The packages that aren't ordered: they have no certain date, can't be read, or have the same date and differ.
    pub unordered: Vec<PackageRef>,
    /// Each of the ordered packages, compared with the one before. Equal packages of the same date count as one.
    pub comparisons: Vec<Comparison>,
    /// The clients, sorted by the bytes of their names, which begin with the computer's folder.
    pub clients: Vec<Client>,
}

/// A package of a gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackageRef {
    /// Position in [`Report::inputs`].
    pub input: u64,
    /// Name of the input.
    pub name: String,
    /// When the package was made, UTC.
    pub packaged: Option<Timestamp>,
    /// State of its roots together.
    pub root_today: State,
}

/// A package compared with the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Position of the older package in [`GatewayReport::packages`].
    pub old: u64,
    /// Position of the newer package in [`GatewayReport::packages`].
    pub new: u64,
    /// What differs.
    pub differences: Vec<Difference>,
    /// What can't be compared, because one of the packages doesn't show it, or not with certainty.
    pub unknown: Vec<Aspect>,
}

/// A difference between two packages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What differs.
    pub aspect: Aspect,
    /// All values in the older package.
    pub old: Vec<String>,
    /// All values in the newer package.
    pub new: Vec<String>,
}

/// A profile that is installed on a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Position in [`Report::inputs`].
    pub input: u64,
    /// Name of the input.
    pub name: String,
    /// Name of the computer: the folder that the profile was collected in.
    pub computer: String,
    /// What it trusts.
    pub state: ClientState,
    /// Why the state is unknown.
    pub reason: Option<ClientReason>,
    /// The roots that the profile trusts, as far as they are known.
    pub roots: Vec<String>,
}

/// The number of inputs with each verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Inputs that are affected.
    pub affected: u64,
    /// Inputs that are not affected.
    pub not_affected: u64,
    /// Inputs for which neither is proven, including those with an error other than `cancelled`.
    pub undetermined: u64,
    /// Files in folders that clearly aren't packages. They aren't inputs.
    pub skipped: u64,
    /// Inputs that weren't read because the user cancelled. They count nowhere else.
    pub not_read: u64,
}
