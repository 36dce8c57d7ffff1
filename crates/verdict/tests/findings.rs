//! What is told beside the answer: each finding where it holds, and not where it does not.

#![allow(
    clippy::indexing_slicing,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::{Form, PartKind};
use p2s_verdict::{FindingCode, is_no_package};
use support::*;

#[test]
fn a_program_out_of_which_nothing_was_read_is_told() {
    let empty = ask(&of(vec![part(PartKind::Program, vec![])]));
    assert!(has(&empty, FindingCode::NotRead));
    let read = part(PartKind::Program, vec![item(cert(own()))]);
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
    let names = settings(vec![root_name(G1), issuer_name(G2)]);
    assert!(!has(&ask(&of(vec![names])), FindingCode::NamesDisagree));
}

#[test]
fn a_file_is_no_package_only_if_all_that_is_in_it_is_none() {
    let nothing = ask(&with_error(of(vec![]), p2s_package::ErrorKind::Text));
    let package = ask(&of(vec![server_root(listed(G2))]));
    assert!(is_no_package(std::slice::from_ref(&nothing)));
    assert!(!is_no_package(std::slice::from_ref(&package)));
    assert!(!is_no_package(&[nothing, package]));
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
fn a_lone_document_is_no_lone_certificate() {
    let mut package = of(vec![server_root(listed(G2))]);
    package.form = Form::LoneDocument;
    assert!(!has(&ask(&package), FindingCode::LoneCertificate));
}

#[test]
fn roots_of_another_name_or_another_state_stand_apart_and_equal_ones_once() {
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
    // The intermediate has ended, its root has not.
    assert_eq!(
        roots(
            vec![server_root(listed(G1)), server_root(listed(SECURE_SERVER))],
            "2031-01-01T00:00:00Z"
        ),
        [pair(G1, "retiring"), pair(G1, "expired")]
    );
}
