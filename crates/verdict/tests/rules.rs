//! The eleven rows (verdict.md 2), each with a test named after it.

mod support;

use p2s_package::{ErrorClass, ErrorKind, Field, Role};
use p2s_verdict::{FindingCode, Proof, Rule, Verdict};
use support::*;

fn good() -> Vec<p2s_package::Value> {
    vec![cert(listed(G2)), root_name(G2), issuer_name(G2)]
}

#[test]
fn rows_1_to_4_by_the_worst_error_and_with_no_verdict() {
    for kind in ErrorKind::ALL {
        let report = ask(&with_error(of(vec![settings(good())]), *kind));
        let row = match kind.class() {
            ErrorClass::Unreadable => Rule::Unreadable,
            ErrorClass::Ambiguous => Rule::AmbiguousArchive,
            ErrorClass::NotAPackage => Rule::NotAPackage,
            ErrorClass::Part => Rule::PartUnreadable,
        };
        assert_eq!(
            (report.rule, report.verdict),
            (row, Verdict::Undetermined),
            "{}",
            kind.code()
        );
        assert_eq!(report.error.map(|error| error.code), Some(*kind));
    }
}

#[test]
fn rows_1_to_4_in_their_order() {
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
fn row_5_two_gateways_by_guid() {
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
fn row_5_not_by_the_names_of_parts_that_name_none() {
    let stray = part(Role::UnplacedCertificate, vec![]);
    let other = with_guid(stray, "0badcafe-0000-4000-8000-0000000beef0");
    assert_eq!(
        rule(&of(vec![with_guid(settings(good()), GUID), other])),
        Rule::AllPublic
    );
}

#[test]
fn row_5_in_virtual_wan_by_its_24_characters_only() {
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
fn row_5_any_two_parts_even_where_a_third_shares_a_name_with_both() {
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
fn row_6_no_evidence_without_a_counted_item() {
    assert_eq!(rule(&of(vec![settings(vec![])])), Rule::NoEvidence);
    let shown = part(
        Role::OpenVpnProfile,
        vec![uncounted(cert(listed(G2)), Field::OpenVpnCert)],
    );
    assert_eq!(rule(&of(vec![shown])), Rule::NoEvidence);
}

#[test]
fn row_7_a_self_issued_certificate_with_a_public_roots_name() {
    for name in [G1, G2, "ISRG Root X1"] {
        let report = ask(&of(vec![server_root(certificate(name))]));
        assert_eq!(report.rule, Rule::Contradiction, "{name}");
        assert!(has(&report, FindingCode::Lookalike));
    }
}

#[test]
fn row_7_a_marked_certificate_that_names_a_public_root_as_issuer() {
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
fn row_7_settings_that_name_public_roots_and_a_ca_of_the_gateway() {
    let marked = format!("azuregateway-{GUID}");
    for values in [
        // Certificates all public, and a marked name.
        vec![cert(listed(G1)), root_name(&marked), issuer_name(G1)],
        vec![cert(listed(G1)), cert(listed(G2)), issuer_name(&marked)],
        // An own certificate, and names all public.
        vec![cert(own()), root_name(G1), issuer_name(G1)],
        vec![cert(listed(G1)), cert(own()), root_name(G1)],
        vec![cert(issued("x", "y")), cert(own()), root_name(G1)],
        // Root names all public and a marked issuer name, or the reverse.
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
fn row_7_not_what_is_unknown_beside_public_roots() {
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
fn row_7_not_between_two_documents() {
    let names = settings(vec![root_name("Some CA"), issuer_name("Some CA")]);
    assert_eq!(rule(&of(vec![names, server_root(listed(G1))])), Rule::Mixed);
    let marked = settings(vec![root_name(&format!("azuregateway-{GUID}"))]);
    assert_eq!(
        rule(&of(vec![marked, server_root(listed(G1))])),
        Rule::Mixed
    );
}

#[test]
fn row_8_all_public_with_its_strongest_proof() {
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
fn row_8_names_alone_need_both() {
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
fn row_8_uncounted_items_change_nothing() {
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
fn row_9_own_ca_with_its_strongest_proof() {
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
fn row_9_tolerates_unknown_names_beside_an_own_certificate() {
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
fn row_10_mixed_items_of_more_than_one_class() {
    let report = ask(&of(vec![server_root(listed(G2)), server_root(own())]));
    assert_eq!(
        (report.rule, report.verdict, report.proof),
        (Rule::Mixed, Verdict::Undetermined, Proof::None)
    );
    assert!(has(&report, FindingCode::PartsDisagree));
}

#[test]
fn row_11_unknown_root_is_all_that_is_left() {
    let report = ask(&of(vec![server_root(issued("Some CA", "Some other CA"))]));
    assert_eq!(
        (report.rule, report.verdict),
        (Rule::UnknownRoot, Verdict::Undetermined)
    );
    assert!(!has(&report, FindingCode::PartsDisagree) && !has(&report, FindingCode::IssuerPublic));
}

#[test]
fn note_on_7_and_11_an_intermediate_of_a_public_root_is_told() {
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
fn note_on_8_public_roots_that_differ_between_places() {
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
fn note_on_8_names_and_certificates_that_are_public_but_not_the_same() {
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
fn note_on_8_a_lone_certificate_is_told() {
    assert!(has(&ask(&lone(listed(G2))), FindingCode::LoneCertificate));
    assert!(!has(
        &ask(&of(vec![server_root(listed(G2))])),
        FindingCode::LoneCertificate
    ));
}

#[test]
fn note_on_11_a_lone_certificate_of_nobody_known_may_be_the_clients() {
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
    let placed = of(vec![server_root(lasting(
        certificate("x"),
        "2000-01-01T00:00:00Z",
        "2040-01-01T00:00:00Z",
    ))]);
    assert!(!has(&ask(&placed), FindingCode::MaybeClientCertificate));
}

/// A package with this many further parts: texts of a profile, nine of ten of which name the gateway.
fn wide(parts: usize) -> p2s_package::Package {
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
fn thousands_of_parts_change_no_answer_and_are_not_compared_with_each_other() {
    let few = ask(&wide(10));
    // Comparing each with all others would be 180 million comparisons, several times over.
    let start = std::time::Instant::now();
    let many = ask(&wide(19_000));
    assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
    assert_eq!(many, few);
    assert_eq!(many.rule, Rule::AllPublic);
    let mut two = wide(19_000);
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
