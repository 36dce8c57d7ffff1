//! Package + notices + time -> [`Report`]: the rules, and nothing else.
//!
//! No I/O, no clock, no text for people. The order of the rules is the order of [`Rule`]; there is no default
//! branch that ends in "not affected".

mod codes;
mod counting;
mod findings;
mod items;
mod judge;
pub mod notices;
mod report;
mod roots;
mod rules;
mod set;
mod today;
mod types;

pub use codes::{
    Class, FindingCode, GatewayType, Kind, Model, NotCounted, Proof, Rule, State, Verdict,
};
pub use judge::{Options, assemble, is_no_package, judge};
pub use report::{
    Evidence, Finding, Gateway, InputReport, NoticeRef, Report, ReportError, RootState, RootToday,
    Summary,
};
pub use roots::{KNOWN_CAS, KnownCa};
