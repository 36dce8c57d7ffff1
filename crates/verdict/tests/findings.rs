//! What is told beside the answer: each finding where it holds, and not where it does not.

#![allow(
    clippy::indexing_slicing,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::{Form, Part, Role, Value};
use p2s_verdict::FindingCode;
use support::*;

#[test]
fn a_program_out_of_which_nothing_was_read_is_told() {
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
fn names_of_another_root_than_the_certificates_of_one_document_are_told() {
    let one = settings(vec![cert(listed(G2)), root_name(G1), issuer_name(G1)]);
    assert!(has(&ask(&of(vec![one])), FindingCode::NamesDisagree));
    let same = settings(vec![cert(listed(G2)), root_name(G2), issuer_name(G2)]);
    assert!(!has(&ask(&of(vec![same])), FindingCode::NamesDisagree));
    // Names and certificates of two documents are compared as roots, not as names.
    let apart = of(vec![
        settings(vec![root_name(G1), issuer_name(G1)]),
        server_root(listed(G2)),
    ]);
    assert!(!has(&ask(&apart), FindingCode::NamesDisagree));
}

#[test]
fn the_gateways_own_host_is_shown_before_any_other() {
    let own = format!("azuregateway-{GUID}-0123456789ab.vpn.azure.com");
    let hub = "hub0.abcdefghijklmnopqrstuvwx.vpn.azure.com";
    for host in [own.as_str(), hub] {
        let settings = with_host(with_host(settings(vec![]), "vpn.example.com"), host);
        let shown = ask(&of(vec![settings])).gateway.server;
        assert_eq!(shown.as_deref(), Some(host));
    }
    let other = with_host(with_host(settings(vec![]), "$VPNSERVER"), "vpn.example.com");
    let shown = ask(&of(vec![other])).gateway.server;
    assert_eq!(shown.as_deref(), Some("vpn.example.com"));
}

#[test]
fn what_rests_on_a_script_alone_says_so() {
    let script = || part(Role::ProfileScript, vec![item(thumb(&listed(G2)))]);
    let answer = |parts| ask(&of(parts));
    assert!(has(&answer(vec![script()]), FindingCode::ScriptOnly));
    let beside = answer(vec![script(), server_root(listed(G2))]);
    assert!(!has(&beside, FindingCode::ScriptOnly));
    assert!(!has(
        &answer(vec![server_root(listed(G2))]),
        FindingCode::ScriptOnly
    ));
    // The RADIUS server's root beside it shows whose thumbprint it is, and an unknown one proves nothing.
    let unknown = part(Role::ProfileScript, vec![item(thumb(&own()))]);
    assert!(!has(&answer(vec![unknown]), FindingCode::ScriptOnly));
}

#[test]
fn public_roots_that_differ_between_places_are_told_names_only_where_nothing_else_is() {
    let differ = |parts| has(&ask(&of(parts)), FindingCode::RootsDiffer);
    let names = |root| settings(vec![root_name(root), issuer_name(root)]);
    assert!(differ(vec![names(G1), server_root(listed(G2))]));
    assert!(!differ(vec![names(G2), server_root(listed(G2))]));
    // The names beside a certificate are that document's own matter.
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
fn public_roots_of_one_document_that_differ_are_told() {
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
    let alone = names(vec![
        root_name(G1),
        root_name(G2),
        cert(listed(G1)),
        cert(listed(G2)),
    ]);
    assert!(!has(&alone, FindingCode::NamesDisagree));
}

#[test]
fn in_a_migration_each_part_that_lacks_the_newest_root_is_named() {
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
    // Files of one folder belong together; names are no part's root.
    assert_eq!(
        lacking(vec![file("VpnServerRoot.cer", G1), both()]),
        ["Generic/VpnServerRoot.cer"]
    );
    let names = settings(vec![root_name(G1), issuer_name(G1)]);
    assert_eq!(lacking([vec![names], files().to_vec()].concat()), [""; 0]);
    // Of two roots that stay, the newer one.
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
fn a_lone_document_is_no_lone_certificate() {
    let mut package = of(vec![server_root(listed(G2))]);
    package.form = Form::LoneDocument;
    assert!(!has(&ask(&package), FindingCode::LoneCertificate));
}

#[test]
fn roots_of_another_name_stand_apart_and_equal_ones_once() {
    let roots = |parts, now| {
        let told = ask_at(&of(parts), now).root_today.roots;
        let pairs: Vec<_> = told
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
