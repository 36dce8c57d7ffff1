//! Compares the report about each fixture, field by field, with a snapshot. Each folder of fixtures has one file.

mod support;

use p2s_verdict::{Evidence, InputReport};
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[test]
fn every_fixture_gives_its_expected_report() {
    let mut folders: BTreeMap<String, String> = BTreeMap::new();
    for case in p2s_fixtures::cases() {
        let (folder, file) = case.path.split_once('/').expect("a folder");
        let text = folders.entry(folder.to_owned()).or_default();
        for input in support::judge(&case.path, &case.bytes) {
            let _ = write!(text, "{file}\n{}\n", describe(&input));
        }
    }
    assert!(folders.len() > 10, "{:?}", folders.keys());
    for (folder, text) in folders {
        insta::assert_snapshot!(folder, text);
    }
}

/// Formats all fields of a report except the name and the size, which repeat the fixture's.
fn describe(input: &InputReport) -> String {
    let mut text = String::new();
    let types: Vec<&str> = input.gateway_types.iter().map(|kind| kind.code()).collect();
    let _ = writeln!(
        text,
        "  {} by {}, proof {}, types {types:?}, {}, origin {}, packaged {}",
        input.verdict.code(),
        input.rule.code(),
        input.proof.code(),
        input.model.code(),
        input.origin.code(),
        moment_or_dash(input.packaged),
    );
    let gateway = [
        &input.gateway.server,
        &input.gateway.id,
        &input.gateway.vnet,
    ];
    if gateway.iter().any(|name| name.is_some()) {
        let names = gateway.map(|name| name.as_deref().unwrap_or("-").escape_debug().to_string());
        let _ = writeln!(text, "  gateway {}", names.join(", "));
    }
    let tunnels = input.gateway.tunnel_types.iter().map(|kind| kind.code());
    let sign_ins = input.gateway.authentication.iter().map(|way| way.code());
    let pool = input.gateway.address_pool.iter().map(String::as_str);
    let connection: Vec<&str> = tunnels.chain(sign_ins).chain(pool).collect();
    if !connection.is_empty() {
        let _ = writeln!(
            text,
            "  connection {}",
            connection.join(", ").escape_debug()
        );
    }
    let roots: Vec<String> = input
        .root_today
        .roots
        .iter()
        .map(|root| format!("{} ({})", root.name.escape_debug(), root.state.code()))
        .collect();
    let _ = writeln!(
        text,
        "  today {}: {}",
        input.root_today.state.code(),
        roots.join(", ")
    );
    for item in &input.evidence {
        let _ = writeln!(text, "  - {}", evidence_line(item));
    }
    for finding in &input.findings {
        let place = finding.place.as_deref().unwrap_or("-").escape_debug();
        let _ = writeln!(text, "  finding {} at {place}", finding.code.code());
    }
    if let Some(error) = &input.error {
        let place = error.place.as_deref().unwrap_or("-").escape_debug();
        let _ = writeln!(text, "  error {} at {place}", error.code.code());
    }
    text
}

/// Formats an item of evidence.
fn evidence_line(item: &Evidence) -> String {
    let mut text = format!(
        "{} {}: {} {} {}",
        item.place.escape_debug(),
        item.item.escape_debug(),
        item.class.code(),
        item.kind.code(),
        abbreviate(&item.value),
    );
    if item.subject.is_some() {
        let _ = write!(
            text,
            ", {} issued by {}, serial {}, {} to {}, sha1 {}, sha256 {}",
            item.subject.as_deref().unwrap_or("-").escape_debug(),
            item.issuer.as_deref().unwrap_or("-").escape_debug(),
            abbreviate(item.serial.as_deref().unwrap_or("-")),
            moment_or_dash(item.not_before),
            moment_or_dash(item.not_after),
            abbreviate(item.sha1.as_deref().unwrap_or("-")),
            abbreviate(item.sha256.as_deref().unwrap_or("-")),
        );
    }
    if let Some(root) = &item.root {
        let _ = write!(text, ", root {}", root.escape_debug());
    }
    if let Some(reason) = item.reason {
        let _ = write!(text, ", not counted: {}", reason.code());
    }
    assert_eq!(item.counted, item.reason.is_none());
    text
}

/// Abbreviates digests. A test of the schema checks their length.
fn abbreviate(value: &str) -> String {
    let digits = value.len() > 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let kept = if digits { &value[..12] } else { value };
    kept.escape_debug().to_string()
}

/// Formats a moment, or `-` if there is none.
fn moment_or_dash(time: Option<p2s_package::Timestamp>) -> String {
    time.map_or("-".to_owned(), |time| time.to_string())
}
