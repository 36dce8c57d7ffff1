//! Reports about every fixture.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test program uses what it needs of it"
)]
#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

use p2s_batch::assemble;
use p2s_package::{Date, Limits, Timestamp, open, parse_date};
use p2s_verdict::{
    Gateway, InputReport, Model, Options, Proof, Report, RootState, RootToday, Rule, State,
    Verdict, judge,
};
use std::io::Cursor;
use std::path::Path;

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A moment of the answers.
pub fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

/// Asks for a moment, with a creation date.
pub fn options(now: &str, created: Option<&str>) -> Options {
    let date = |text| -> Date { parse_date(text).expect("a date") };
    Options {
        now: moment(now),
        created: created.map(date),
    }
}

/// The moment of most tests.
pub fn now() -> Timestamp {
    moment(p2s_fixtures::NOW)
}

/// The options that the expected reports of the fixtures are for.
pub fn usual() -> Options {
    options(p2s_fixtures::NOW, None)
}

/// Name and bytes of every fixture.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let cases = p2s_fixtures::cases().into_iter();
    cases.map(|case| (case.path, case.bytes)).collect()
}

/// The answers about a file.
pub fn judged(name: &str, bytes: &[u8], options: &Options) -> Vec<InputReport> {
    open(name, &mut Cursor::new(bytes), &Limits::default())
        .iter()
        .map(|package| judge(package, options))
        .collect()
}

/// The answers about every file.
pub fn inputs(options: &Options) -> Vec<InputReport> {
    files()
        .iter()
        .flat_map(|(name, bytes)| judged(name, bytes, options))
        .collect()
}

/// One report about every file.
pub fn report(options: &Options) -> Report {
    assemble(inputs(options), options, 3)
}

/// An input of which little is known.
pub fn input(rule: Rule, verdict: Verdict, state: State) -> InputReport {
    InputReport {
        name: "vpn.zip".to_owned(),
        size: Some(1),
        verdict,
        rule,
        proof: Proof::Certificate,
        gateway_types: Vec::new(),
        model: Model::ResourceManager,
        gateway: Gateway {
            server: Some("azuregateway-x.vpn.azure.com".to_owned()),
            id: Some("guid".to_owned()),
            vnet: None,
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

/// "Not affected", with a state for today.
pub fn public(state: State) -> InputReport {
    input(Rule::AllPublic, Verdict::NotAffected, state)
}
