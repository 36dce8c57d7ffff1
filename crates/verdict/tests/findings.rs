//! Tests of the findings: each is reported where it applies, and nowhere else (docs/rules.md, "Findings").

#![allow(
    clippy::indexing_slicing,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::{Form, Part, Role, Value};
use p2s_verdict::FindingCode;
use support::*;

#[test]
fn a_program_without_evidence_is_reported_as_not_read() {
    let empty = ask(&of(vec![part(Role::SetupProgram, vec![])]));
    assert!(has(&empty, FindingCode::NotRead));
    let read = part(Role::SetupProgram, vec![item(cert(own()))]);
    assert!(!has(&ask(&of(vec![read])), FindingCode::NotRead));
    assert!(!has(
        &ask(&of(vec![settings(vec![])])),
        FindingCode::NotRead
    ));
}

#[test]
fn names_that_show_another_root_than_the_certificates_of_the_document_are_reported() {
    let one = settings(vec![cert(listed(G2)), root_name(G1), issuer_name(G1)]);
    assert!(has(&ask(&of(vec![one])), FindingCode::NamesDisagree));
    let same = settings(vec![cert(listed(G2)), root_name(G2), issuer_name(G2)]);
    assert!(!has(&ask(&of(vec![same])), FindingCode::NamesDisagree));
    // The finding is about one document.
    let two_documents = of(vec![
        settings(vec![root_name(G1), issuer_name(G1)]),
        server_root(listed(G2)),
    ]);
    assert!(!has(&ask(&two_documents), FindingCode::NamesDisagree));
}

#[test]
fn an_azure_host_is_preferred_to_any_other_as_the_server() {
    let own = format!("azuregateway-{GUID}-0123456789ab.vpn.azure.com");
    let hub = "hub0.abcdefghijklmnopqrstuvwx.vpn.azure.com";
    for host in [own.as_str(), hub] {
        let settings = with_host(with_host(settings(vec![]), "vpn.example.com"), host);
        let server = ask(&of(vec![settings])).gateway.server;
        assert_eq!(server.as_deref(), Some(host));
    }
    let other = with_host(with_host(settings(vec![]), "$VPNSERVER"), "vpn.example.com");
    let server = ask(&of(vec![other])).gateway.server;
    assert_eq!(server.as_deref(), Some("vpn.example.com"));
}

#[test]
fn an_answer_based_on_a_script_alone_is_reported() {
    let script = || part(Role::ProfileScript, vec![item(thumb(&listed(G2)))]);
    let answer = |parts| ask(&of(parts));
    assert!(has(&answer(vec![script()]), FindingCode::ScriptOnly));
    let beside = answer(vec![script(), server_root(listed(G2))]);
    assert!(!has(&beside, FindingCode::ScriptOnly));
    assert!(!has(
        &answer(vec![server_root(listed(G2))]),
        FindingCode::ScriptOnly
    ));
    // An unknown root isn't an answer, so there is nothing to restrict.
    let unknown = part(Role::ProfileScript, vec![item(thumb(&own()))]);
    assert!(!has(&answer(vec![unknown]), FindingCode::ScriptOnly));
}

#[test]
fn public_roots_that_differ_between_parts_are_reported_and_names_count_only_without_certificates() {
    let differ = |parts| has(&ask(&of(parts)), FindingCode::RootsDiffer);
    let names = |root| settings(vec![root_name(root), issuer_name(root)]);
    assert!(differ(vec![names(G1), server_root(listed(G2))]));
    assert!(!differ(vec![names(G2), server_root(listed(G2))]));
    // If a document has a certificate, its names aren't compared with other parts.
    let old_names = settings(vec![cert(listed(G2)), root_name(G1), issuer_name(G1)]);
    assert!(!differ(vec![old_names.clone(), server_root(listed(G2))]));
    assert!(differ(vec![old_names, server_root(listed(G1))]));
    let in_folder = |folder: &str, root| Part {
        path: format!("{folder}/VpnServerRoot.cer_0"),
        ..server_root(listed(root))
    };
    assert!(!differ(vec![
        in_folder("Generic", G1),
        in_folder("Generic", G2)
    ]));
    assert!(differ(vec![in_folder("A", G1), in_folder("B", G2)]));
    assert!(!differ(vec![in_folder("A", G2), in_folder("B", G2)]));
}

#[test]
fn public_roots_that_differ_within_one_document_are_reported() {
    let azure = |values: Vec<Value>| {
        let items = values.into_iter().map(item).collect();
        ask(&of(vec![part(Role::AzureVpnConfig, items)]))
    };
    let (g1, g2) = (listed(G1), listed(G2));
    let differ = azure(vec![thumb(&g1), cert(g2.clone())]);
    assert!(has(&differ, FindingCode::RootsDiffer));
    let same = azure(vec![thumb(&g2), cert(g2.clone())]);
    assert!(!has(&same, FindingCode::RootsDiffer));
    let two = azure(vec![cert(g1), cert(g2)]);
    assert!(!has(&two, FindingCode::RootsDiffer));

    let names = |values| ask(&of(vec![settings(values)]));
    let differ = names(vec![root_name(G1), issuer_name(G2)]);
    assert!(has(&differ, FindingCode::NamesDisagree));
    let same = names(vec![root_name(G2), issuer_name(G2)]);
    assert!(!has(&same, FindingCode::NamesDisagree));
    let root_names_only = names(vec![
        root_name(G1),
        root_name(G2),
        cert(listed(G1)),
        cert(listed(G2)),
    ]);
    assert!(!has(&root_names_only, FindingCode::NamesDisagree));
}

#[test]
fn in_a_migration_each_part_that_lacks_the_newest_root_is_reported() {
    let lacking = |parts| -> Vec<String> {
        let findings = ask(&of(parts)).findings.into_iter();
        findings
            .filter(|finding| finding.code == FindingCode::PartLacksRoot)
            .filter_map(|finding| finding.place)
            .collect()
    };
    let file = |name: &str, root: &str| Part {
        path: format!("Generic/{name}"),
        ..server_root(listed(root))
    };
    let ovpn = |roots: &[&str]| {
        let items = roots.iter().map(|root| item(cert(listed(root)))).collect();
        part(Role::OpenVpnProfile, items)
    };
    let azure = |root: &str| part(Role::AzureVpnConfig, vec![item(thumb(&listed(root)))]);
    let both = || {
        settings(vec![
            cert(listed(G1)),
            cert(listed(G2)),
            root_name(G1),
            issuer_name(G1),
        ])
    };
    let files = || {
        [
            file("VpnServerRoot.cer_0", G1),
            file("VpnServerRoot.cer_1", G2),
        ]
    };
    let with = |more: Vec<Part>| [vec![both()], files().to_vec(), more].concat();
    assert_eq!(lacking(with(vec![ovpn(&[G1, G2]), azure(G2)])), [""; 0]);
    assert_eq!(lacking(with(vec![ovpn(&[G1])])), ["Generic/OpenVpnProfile"]);
    assert_eq!(
        lacking(with(vec![ovpn(&[G1]), azure(G1)])),
        ["Generic/OpenVpnProfile", "Generic/AzureVpnConfig"]
    );
    // The files of one folder belong together, and names don't show which roots a part has.
    assert_eq!(
        lacking(vec![file("VpnServerRoot.cer", G1), both()]),
        ["Generic/VpnServerRoot.cer"]
    );
    let names = settings(vec![root_name(G1), issuer_name(G1)]);
    assert_eq!(lacking([vec![names], files().to_vec()].concat()), [""; 0]);
    // If two roots stay, the newer one is needed.
    let two = |one, other| vec![file("VpnServerRoot.cer", one), ovpn(&[other])];
    assert_eq!(
        lacking(two(G2, MICROSOFT_TLS)),
        ["Generic/VpnServerRoot.cer"]
    );
    assert_eq!(
        lacking(two("DigiCert TLS RSA4096 Root G5", MICROSOFT_TLS)),
        ["Generic/VpnServerRoot.cer"]
    );
    assert_eq!(lacking(two(G2, G2)), [""; 0]);
    assert_eq!(lacking(two("Baltimore CyberTrust Root", G1)), [""; 0]);
}

#[test]
fn a_lone_document_is_not_a_lone_certificate() {
    let mut package = of(vec![server_root(listed(G2))]);
    package.form = Form::LoneDocument;
    assert!(!has(&ask(&package), FindingCode::LoneCertificate));
}

#[test]
fn different_roots_are_listed_separately_and_equal_ones_once() {
    let roots = |parts, now| {
        let roots = ask_at(&of(parts), now).root_today.roots;
        let pairs: Vec<_> = roots
            .into_iter()
            .map(|root| (root.name, root.state.code()))
            .collect();
        pairs
    };
    let pair = |name: &str, state| (name.to_owned(), state);
    let now = "2026-11-24T03:00:00Z";
    let g3 = "DigiCert Global Root G3";
    assert_eq!(
        roots(vec![server_root(listed(G2)), server_root(listed(g3))], now),
        [pair(G2, "current"), pair(g3, "current")]
    );
    assert_eq!(
        roots(vec![server_root(listed(G2)), server_root(listed(G2))], now),
        [pair(G2, "current")]
    );
}
