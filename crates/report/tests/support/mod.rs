//! Makes reports about fixtures and about invented inputs.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test program uses a part of this module"
)]
#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

use p2s_batch::assemble;
use p2s_package::{Date, Limits, Timestamp, open, parse_date};
use p2s_verdict::{
    Gateway, InputReport, Model, Options, Origin, Proof, Report, RootState, RootToday, Rule, State,
    Verdict, judge,
};
use std::io::Cursor;
use std::path::Path;

/// Returns the root of the repository.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Parses a moment.
pub fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

/// Returns options with this moment and creation date.
pub fn options(now: &str, created: Option<&str>) -> Options {
    let date = |text| -> Date { parse_date(text).expect("a date") };
    Options {
        now: moment(now),
        created: created.map(date),
    }
}

/// Returns the moment of most tests.
pub fn now() -> Timestamp {
    moment(p2s_fixtures::NOW)
}

/// Returns the options for which the expected reports of the fixtures are valid.
pub fn default_options() -> Options {
    options(p2s_fixtures::NOW, None)
}

/// Returns the name and the bytes of each fixture.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let cases = p2s_fixtures::cases().into_iter();
    cases.map(|case| (case.path, case.bytes)).collect()
}

/// Returns the reports about a file.
pub fn judge_file(name: &str, bytes: &[u8], options: &Options) -> Vec<InputReport> {
    open(name, &mut Cursor::new(bytes), &Limits::default())
        .iter()
        .map(|package| judge(package, options))
        .collect()
}

/// Returns the reports about all fixtures.
pub fn input_reports(options: &Options) -> Vec<InputReport> {
    files()
        .iter()
        .flat_map(|(name, bytes)| judge_file(name, bytes, options))
        .collect()
}

/// Returns one report about all fixtures.
pub fn report(options: &Options) -> Report {
    assemble(input_reports(options), options, 3)
}

/// Returns an invented report without evidence.
pub fn input(rule: Rule, verdict: Verdict, state: State) -> InputReport {
    InputReport {
        name: "vpn.zip".to_owned(),
        size: Some(1),
        verdict,
        rule,
        proof: Proof::Certificate,
        gateway_types: Vec::new(),
        model: Model::ResourceManager,
        origin: Origin::Package,
        gateway: Gateway {
            server: Some("azuregateway-x.vpn.azure.com".to_owned()),
            id: Some("guid".to_owned()),
            ..Gateway::default()
        },
        packaged: None,
        created: None,
        root_today: RootToday {
            state,
            roots: vec![RootState {
                name: "DigiCert Global Root CA".to_owned(),
                state,
            }],
        },
        evidence: Vec::new(),
        findings: Vec::new(),
        error: None,
    }
}

/// Returns an invented report "not affected" with a state of today's root.
pub fn public(state: State) -> InputReport {
    input(Rule::AllPublic, Verdict::NotAffected, state)
}
