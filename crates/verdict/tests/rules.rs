//! Tests of the eleven rules, each named after its number, and of the notes about them (docs/rules.md, "The eleven
//! rules").

mod support;

use p2s_package::{ErrorClass, ErrorKind, Field, Role};
use p2s_verdict::{FindingCode, Proof, Rule, Verdict};
use support::*;

fn good() -> Vec<p2s_package::Value> {
    vec![cert(listed(G2)), root_name(G2), issuer_name(G2)]
}

#[test]
fn rules_1_to_4_follow_from_the_error_and_give_no_verdict() {
    for kind in ErrorKind::ALL {
        let report = ask(&with_error(of(vec![settings(good())]), *kind));
        let rule = match kind.class() {
            ErrorClass::Unreadable => Rule::Unreadable,
            ErrorClass::Ambiguous => Rule::AmbiguousArchive,
            ErrorClass::NotAPackage => Rule::NotAPackage,
            ErrorClass::Part => Rule::PartUnreadable,
        };
        assert_eq!(
            (report.rule, report.verdict),
            (rule, Verdict::Undetermined),
            "{}",
            kind.code()
        );
        assert_eq!(report.error.map(|error| error.code), Some(*kind));
    }
}

#[test]
fn rules_1_to_4_follow_from_the_worst_error() {
    let order = [
        ErrorKind::ReadFailed,
        ErrorKind::ZipOverlap,
        ErrorKind::NoPlace,
        ErrorKind::XmlBroken,
    ];
    for pair in order.windows(2) {
        let both = with_error(with_error(of(vec![]), pair[1]), pair[0]);
        assert_eq!(rule(&both), rule(&with_error(of(vec![]), pair[0])));
    }
}

#[test]
fn rule_5_two_gateways_by_guid() {
    let other = "0badcafe-0000-4000-8000-0000000beef0";
    let two = of(vec![
        with_guid(settings(good()), GUID),
        with_guid(server_root(listed(G2)), other),
    ]);
    assert_eq!(rule(&two), Rule::TwoGateways);
    let common = with_guid(with_guid(server_root(listed(G2)), other), GUID);
    assert_eq!(
        rule(&of(vec![with_guid(settings(good()), GUID), common])),
        Rule::AllPublic
    );
    let third = of(vec![
        settings(good()),
        with_guid(settings(good()), GUID),
        with_guid(settings(good()), other),
    ]);
    assert_eq!(rule(&third), Rule::TwoGateways);
}

#[test]
fn rule_5_ignores_guids_in_parts_that_identify_no_gateway() {
    let unplaced = part(Role::UnplacedCertificate, vec![]);
    let other = with_guid(unplaced, "0badcafe-0000-4000-8000-0000000beef0");
    assert_eq!(
        rule(&of(vec![with_guid(settings(good()), GUID), other])),
        Rule::AllPublic
    );
}

#[test]
fn rule_5_two_gateways_in_virtual_wan_only_by_the_24_characters() {
    let hub = |id: &str, guid: &str| {
        let mut part = with_guid(
            with_host(settings(good()), &format!("hub0.{id}.vpn.azure.com")),
            guid,
        );
        part.gateway.wan_ids.push(id.to_owned());
        part
    };
    let other = "0badcafe-0000-4000-8000-0000000beef0";
    assert_eq!(
        rule(&of(vec![hub("a", GUID), hub("a", other)])),
        Rule::AllPublic
    );
    assert_eq!(
        rule(&of(vec![hub("a", GUID), hub("b", GUID)])),
        Rule::TwoGateways
    );
}

#[test]
fn rule_5_two_gateways_even_if_a_third_part_shares_a_guid_with_both() {
    let named = |guids: &[u32]| {
        let guid = |number: &u32| format!("0badcafe-0000-4000-8000-{number:012x}");
        guids.iter().fold(server_root(listed(G2)), |part, number| {
            with_guid(part, &guid(number))
        })
    };
    let of = |lists: &[&[u32]]| rule(&of(lists.iter().map(|guids| named(guids)).collect()));
    assert_eq!(of(&[&[1, 2], &[2, 3], &[3, 4]]), Rule::TwoGateways);
    assert_eq!(of(&[&[1, 2], &[2, 3], &[3, 1]]), Rule::AllPublic);
    assert_eq!(of(&[&[1, 2], &[2, 1], &[], &[2, 1, 3]]), Rule::AllPublic);
}

#[test]
fn rule_6_no_evidence_without_a_counted_item() {
    assert_eq!(rule(&of(vec![settings(vec![])])), Rule::NoEvidence);
    let client_certificate = part(
        Role::OpenVpnProfile,
        vec![uncounted(cert(listed(G2)), Field::OpenVpnCert)],
    );
    assert_eq!(rule(&of(vec![client_certificate])), Rule::NoEvidence);
}

#[test]
fn rule_7_a_self_issued_certificate_with_a_public_roots_name() {
    for name in [G1, G2, "ISRG Root X1"] {
        let report = ask(&of(vec![server_root(certificate(name))]));
        assert_eq!(report.rule, Rule::Contradiction, "{name}");
        assert!(has(&report, FindingCode::Lookalike));
    }
}

#[test]
fn rule_7_a_marked_certificate_that_names_a_public_root_as_issuer() {
    let marked = issued(&format!("azuregateway-{GUID}"), G1);
    assert_eq!(
        rule(&of(vec![server_root(marked.clone())])),
        Rule::Contradiction
    );
    assert_eq!(rule(&lone(marked)), Rule::Contradiction);
    assert_eq!(
        rule(&of(vec![server_root(issued("Some CA", G1))])),
        Rule::UnknownRoot
    );
}

#[test]
fn rule_7_settings_that_name_public_roots_and_the_gateways_own_ca() {
    let marked = format!("azuregateway-{GUID}");
    for values in [
        // All certificates are public, and a name is marked.
        vec![cert(listed(G1)), root_name(&marked), issuer_name(G1)],
        vec![cert(listed(G1)), cert(listed(G2)), issuer_name(&marked)],
        // A certificate is the gateway's own, and all names are public.
        vec![cert(own()), root_name(G1), issuer_name(G1)],
        vec![cert(listed(G1)), cert(own()), root_name(G1)],
        vec![cert(issued("x", "y")), cert(own()), root_name(G1)],
        // All root names are public and an issuer name is marked, or the reverse.
        vec![root_name(G1), issuer_name(&marked)],
        vec![root_name(G1), issuer_name(G1), issuer_name(&marked)],
        vec![root_name(&marked), issuer_name(G1)],
    ] {
        let report = ask(&of(vec![settings(values.clone())]));
        assert_eq!(report.rule, Rule::Contradiction, "{values:?}");
        assert_ne!(report.root_today.state, p2s_verdict::State::Ready);
    }
}

#[test]
fn rule_7_does_not_match_unknown_items_beside_public_roots() {
    let cross = issued(MICROSOFT_TLS, G2);
    for values in [
        vec![cert(listed(G1)), root_name("Some CA"), issuer_name(G1)],
        vec![
            cert(listed(G1)),
            root_name("Some CA"),
            issuer_name("Some CA"),
        ],
        vec![
            cert(listed(G2)),
            cert(issued("Some CA", "Some CA 2")),
            root_name(G2),
        ],
        vec![cert(listed(G2)), cert(cross.clone()), root_name(G2)],
        vec![
            cert(cross),
            root_name(MICROSOFT_TLS),
            issuer_name(MICROSOFT_TLS),
        ],
        vec![root_name(G1), issuer_name("Some CA")],
        vec![root_name("Some CA"), issuer_name(G1)],
    ] {
        let report = ask(&of(vec![settings(values.clone())]));
        assert_eq!(report.rule, Rule::Mixed, "{values:?}");
        assert_eq!(report.root_today.state, p2s_verdict::State::Unknown);
    }
}

#[test]
fn rule_7_does_not_compare_two_documents() {
    let names = settings(vec![root_name("Some CA"), issuer_name("Some CA")]);
    assert_eq!(rule(&of(vec![names, server_root(listed(G1))])), Rule::Mixed);
    let marked = settings(vec![root_name(&format!("azuregateway-{GUID}"))]);
    assert_eq!(
        rule(&of(vec![marked, server_root(listed(G1))])),
        Rule::Mixed
    );
}

#[test]
fn rule_8_all_public_with_its_strongest_proof() {
    let thumbprint = || part(Role::AzureVpnConfig, vec![item(thumb(&listed(G2)))]);
    let names = || settings(vec![root_name(G2), issuer_name(G2)]);
    for (parts, proof) in [
        (vec![settings(good())], Proof::Certificate),
        (
            vec![thumbprint(), names(), server_root(listed(G2))],
            Proof::Certificate,
        ),
        (vec![thumbprint(), names()], Proof::Thumbprint),
        (vec![names()], Proof::Name),
    ] {
        let report = ask(&of(parts));
        assert_eq!(
            (report.rule, report.verdict, report.proof),
            (Rule::AllPublic, Verdict::NotAffected, proof)
        );
        assert_eq!(has(&report, FindingCode::NamesOnly), proof == Proof::Name);
    }
}

#[test]
fn rule_8_needs_both_names_if_there_are_only_names() {
    assert_eq!(
        rule(&of(vec![settings(vec![root_name(G2)])])),
        Rule::UnknownRoot
    );
    assert_eq!(
        rule(&of(vec![settings(vec![issuer_name(G2)])])),
        Rule::UnknownRoot
    );
    let beside = of(vec![settings(vec![root_name(G2)]), server_root(listed(G2))]);
    assert_eq!(rule(&beside), Rule::AllPublic);
}

#[test]
fn rule_8_ignores_items_that_are_not_counted() {
    let radius = part(
        Role::RadiusRoot,
        vec![uncounted(
            cert(certificate("x")),
            Field::RadiusCertificateFile,
        )],
    );
    assert_eq!(rule(&of(vec![settings(good()), radius])), Rule::AllPublic);
}

#[test]
fn rule_9_own_ca_with_its_strongest_proof() {
    let name = format!("azuregateway-{GUID}");
    let own_names = || settings(vec![root_name(&name), issuer_name(&name)]);
    for (parts, proof) in [
        (vec![server_root(own())], Proof::Certificate),
        (vec![own_names()], Proof::Name),
        (
            vec![
                own_names(),
                server_root(own()),
                part(Role::AzureVpnConfig, vec![item(thumb(&own()))]),
            ],
            Proof::Certificate,
        ),
    ] {
        let report = ask(&of(parts));
        assert_eq!(
            (report.rule, report.verdict, report.proof),
            (Rule::OwnCa, Verdict::Affected, proof)
        );
    }
}

#[test]
fn rule_9_accepts_unknown_names_beside_an_own_certificate() {
    let beside = settings(vec![
        cert(own()),
        root_name("AzureRoot"),
        issuer_name("AzureRoot"),
    ]);
    assert_eq!(rule(&of(vec![beside])), Rule::OwnCa);
    let alone = settings(vec![
        root_name(&format!("azuregateway-{GUID}")),
        root_name("AzureRoot"),
    ]);
    assert_eq!(rule(&of(vec![alone])), Rule::Mixed);
    let unknown_certificate = of(vec![server_root(own()), server_root(issued("x", "y"))]);
    assert_eq!(rule(&unknown_certificate), Rule::Mixed);
}

#[test]
fn rule_10_mixed_items_of_more_than_one_class() {
    let report = ask(&of(vec![server_root(listed(G2)), server_root(own())]));
    assert_eq!(
        (report.rule, report.verdict, report.proof),
        (Rule::Mixed, Verdict::Undetermined, Proof::None)
    );
    assert!(has(&report, FindingCode::PartsDisagree));
}

#[test]
fn rule_11_unknown_root_if_no_other_rule_matches() {
    let report = ask(&of(vec![server_root(issued("Some CA", "Some other CA"))]));
    assert_eq!(
        (report.rule, report.verdict),
        (Rule::UnknownRoot, Verdict::Undetermined)
    );
    assert!(!has(&report, FindingCode::PartsDisagree) && !has(&report, FindingCode::IssuerPublic));
}

#[test]
fn note_on_7_and_11_an_unlisted_intermediate_of_a_public_root_is_reported() {
    let report = ask(&of(vec![server_root(issued("Some CA", G2))]));
    assert!(has(&report, FindingCode::IssuerPublic));
    assert!(!has(
        &ask(&of(vec![server_root(listed(SECURE_SERVER))])),
        FindingCode::IssuerPublic
    ));
    assert!(!has(
        &ask(&of(vec![server_root(certificate(G2))])),
        FindingCode::IssuerPublic
    ));
}

#[test]
fn note_on_8_public_roots_that_differ_between_parts_are_reported() {
    let differ = ask(&of(vec![
        settings(vec![cert(listed(G1))]),
        server_root(listed(G2)),
    ]));
    assert_eq!(differ.rule, Rule::AllPublic);
    assert!(has(&differ, FindingCode::RootsDiffer));
    let same = ask(&of(vec![settings(good()), server_root(listed(G2))]));
    assert!(!has(&same, FindingCode::RootsDiffer));
}

#[test]
fn note_on_8_the_files_of_a_rotation_belong_together() {
    let file = |place: &str, name: &str| p2s_package::Part {
        path: place.to_owned(),
        ..server_root(listed(name))
    };
    let rotation = of(vec![
        settings(vec![cert(listed(G1)), cert(listed(G2))]),
        file("Generic/VpnServerRoot.cer_0", G1),
        file("Generic/VpnServerRoot.cer_1", G2),
    ]);
    let report = ask(&rotation);
    assert_eq!(report.rule, Rule::AllPublic);
    assert!(!has(&report, FindingCode::RootsDiffer));
}

#[test]
fn note_on_8_names_and_certificates_of_different_public_roots_are_reported() {
    let report = ask(&of(vec![settings(vec![
        cert(listed(G2)),
        root_name(G1),
        issuer_name(G1),
    ])]));
    assert_eq!(report.rule, Rule::AllPublic);
    assert!(has(&report, FindingCode::NamesDisagree));
    assert!(!has(
        &ask(&of(vec![settings(good())])),
        FindingCode::NamesDisagree
    ));
}

#[test]
fn note_on_8_a_lone_certificate_is_reported() {
    assert!(has(&ask(&lone(listed(G2))), FindingCode::LoneCertificate));
    assert!(!has(
        &ask(&of(vec![server_root(listed(G2))])),
        FindingCode::LoneCertificate
    ));
}

#[test]
fn note_on_11_a_lone_certificate_from_an_unknown_issuer_may_be_the_clients() {
    assert!(has(
        &ask(&lone(certificate("P2SRootCert"))),
        FindingCode::MaybeClientCertificate
    ));
    assert!(has(
        &ask(&lone(issued("x", "y"))),
        FindingCode::MaybeClientCertificate
    ));
    assert!(!has(
        &ask(&lone(issued("x", G1))),
        FindingCode::MaybeClientCertificate
    ));
    let placed = of(vec![server_root(valid_between(
        certificate("x"),
        "2000-01-01T00:00:00Z",
        "2040-01-01T00:00:00Z",
    ))]);
    assert!(!has(&ask(&placed), FindingCode::MaybeClientCertificate));
}

/// Makes a package with this many additional texts of a Connection Manager profile. Nine of ten identify the gateway.
fn package_with_texts(parts: usize) -> p2s_package::Package {
    let text = |number: usize| p2s_package::Part {
        path: format!("Cm/{number}.inf"),
        ..part(Role::ProfileText, vec![])
    };
    let mut all = vec![settings(good()), server_root(listed(G2))];
    all.extend((0..parts).map(|number| match number % 10 {
        0 => text(number),
        _ => with_guid(text(number), GUID),
    }));
    of(all)
}

#[test]
fn thousands_of_parts_do_not_change_the_answer_and_are_not_all_compared_with_each_other() {
    let few = ask(&package_with_texts(10));
    // Comparing each part with all others would take 180 million comparisons, several times.
    let start = std::time::Instant::now();
    let many = ask(&package_with_texts(19_000));
    assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
    assert_eq!(many, few);
    assert_eq!(many.rule, Rule::AllPublic);
    let mut two = package_with_texts(19_000);
    let last = part(Role::ProfileText, vec![]);
    two.parts
        .push(with_guid(last, "0badcafe-0000-4000-8000-0000000beef0"));
    assert_eq!(rule(&two), Rule::TwoGateways);
}

#[test]
fn thousands_of_findings_are_listed_once_each() {
    let programs = |parts: usize| {
        let program = |number: usize| p2s_package::Part {
            path: format!("WindowsAmd64/{number}.exe"),
            ..part(Role::NotAProgram, vec![])
        };
        let mut all = vec![settings(good())];
        all.extend((0..parts).chain(0..parts).map(program));
        of(all)
    };
    let start = std::time::Instant::now();
    let report = ask(&programs(19_000));
    assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
    assert_eq!(report.findings.len(), 19_000);
}
