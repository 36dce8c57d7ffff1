//! Decides what a VPN client package of an Azure point-to-site gateway proves: from a [`Package`] and [`Options`] to an
//! [`InputReport`].
//!
//! A report contains two answers. [`InputReport::verdict`] is about the notice of 2019: was the gateway's server
//! certificate issued by the gateway's own self-signed CA? [`InputReport::root_today`] is about today: is the public root
//! that the certificate chains to still good? docs/rules.md describes how both are reached.
//!
//! ```
//! use p2s_package::{Limits, Timestamp, open};
//! use p2s_verdict::{Options, Rule, State, Verdict, judge};
//! use std::io::Cursor;
//!
//! let settings = "<VpnProfile>\
//!     <ServerCertRootCn>DigiCert Global Root G2</ServerCertRootCn>\
//!     <ServerCertIssuerCn>DigiCert Global Root G2</ServerCertIssuerCn>\
//!     </VpnProfile>";
//! // One file can contain several packages.
//! let packages = open("VpnSettings.xml", &mut Cursor::new(settings), &Limits::default());
//! let now = Timestamp::parse("2026-11-24T03:00:00Z").expect("a time in RFC 3339");
//!
//! let answer = judge(&packages[0], &Options { now, created: None });
//! assert_eq!(answer.verdict, Verdict::NotAffected);
//! assert_eq!(answer.rule, Rule::AllPublic);
//! assert_eq!(answer.root_today.state, State::Current);
//! ```
//!
//! The crate has no I/O, no clock and no text for people. "Not affected" needs positive proof: exactly one [`Rule`]
//! leads to it, and no default branch does.
//!
//! [`Package`]: p2s_package::Package

#![deny(clippy::wildcard_enum_match_arm)]

mod codes;
mod counting;
mod findings;
mod gateway_types;
mod items;
mod judge;
pub mod notices;
mod report;
mod roots;
mod rules;
mod set;
mod today;

pub use codes::{
    Aspect, Class, ClientReason, ClientState, FindingCode, GatewayType, Kind, Model, NotCounted,
    Origin, Proof, Rule, State, Verdict,
};
pub use judge::{Options, judge};
pub use report::{
    Client, Comparison, Difference, Evidence, Finding, Gateway, GatewayReport, InputReport,
    NoticeRef, PackageRef, Report, ReportError, RootState, RootToday, Summary,
};
pub use roots::{KNOWN_CAS, KnownCa};
