//! Today's roots (verdict.md 4), the types of gateway (3) and the rest of the report.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use p2s_package::{Form, Package, PartKind, Timestamp, parse_date};
use p2s_verdict::{FindingCode, GatewayType, Model, Question, State, assemble, judge};
use support::*;

fn states(package: &Package, now: &str) -> (State, Vec<(String, State)>) {
    let today = ask_at(package, now).root_today;
    (
        today.state,
        today
            .roots
            .into_iter()
            .map(|root| (root.name, root.state))
            .collect(),
    )
}

const NOW: &str = "2026-11-24T03:00:00Z";

#[test]
fn g1_is_retiring_from_2026_04_15() {
    let package = of(vec![server_root(listed(G1))]);
    assert_eq!(states(&package, "2026-04-14T23:59:59Z").0, State::Current);
    assert_eq!(states(&package, "2026-04-15T00:00:00Z").0, State::Retiring);
}

#[test]
fn a_root_is_expired_after_its_own_end() {
    let package = of(vec![server_root(listed("Baltimore CyberTrust Root"))]);
    assert_eq!(states(&package, "2025-05-12T23:59:00Z").0, State::Current);
    assert_eq!(states(&package, "2025-05-12T23:59:01Z").0, State::Expired);
    assert_eq!(
        states(&of(vec![server_root(listed(G1))]), "2031-11-11T00:00:00Z").0,
        State::Expired
    );
}

#[test]
fn an_intermediate_has_its_roots_state_until_its_own_end() {
    let package = of(vec![server_root(listed(SECURE_SERVER))]);
    assert_eq!(
        states(&package, NOW),
        (State::Retiring, vec![(G1.to_owned(), State::Retiring)])
    );
    assert_eq!(states(&package, "2030-09-23T00:00:00Z").0, State::Expired);
    let name = of(vec![settings(vec![issuer_name(SECURE_SERVER)])]);
    assert_eq!(states(&name, NOW).0, State::Retiring);
    assert_eq!(states(&name, "2031-11-11T00:00:00Z").0, State::Expired);
}

#[test]
fn overall_words_in_their_order() {
    let roots = |list: Vec<p2s_package::Certificate>| {
        states(&of(list.into_iter().map(server_root).collect()), NOW).0
    };
    let baltimore = || listed("Baltimore CyberTrust Root");
    assert_eq!(roots(vec![]), State::Unknown);
    assert_eq!(
        roots(vec![listed(G2), issued("x", "y"), own()]),
        State::Unknown
    );
    assert_eq!(
        roots(vec![listed(G2), own(), unlisted()]),
        State::SelfSigned
    );
    assert_eq!(roots(vec![listed(G2), unlisted()]), State::PublicUnlisted);
    assert_eq!(
        roots(vec![listed(G2), listed("DigiCert Global Root G3")]),
        State::Current
    );
    assert_eq!(roots(vec![listed(G1), listed(G2)]), State::Ready);
    assert_eq!(roots(vec![baltimore(), listed(G2)]), State::Ready);
    assert_eq!(roots(vec![baltimore()]), State::Expired);
    assert_eq!(roots(vec![baltimore(), listed(G1)]), State::Retiring);
    assert_eq!(roots(vec![listed(G1)]), State::Retiring);
}

#[test]
fn each_root_once_first_seen_first_and_only_of_counted_items() {
    let package = of(vec![
        settings(vec![root_name(G2), cert(listed(G1)), issuer_name(G2)]),
        server_root(listed(G2)),
        part(
            PartKind::RadiusRoot,
            vec![uncounted(cert(own()), p2s_package::Uncounted::RadiusRoot)],
        ),
    ]);
    let names: Vec<String> = states(&package, NOW)
        .1
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, [G2, G1]);
}

#[test]
fn a_tolerated_name_adds_no_root() {
    let package = of(vec![settings(vec![cert(own()), root_name("AzureRoot")])]);
    let (state, roots) = states(&package, NOW);
    assert_eq!((state, roots.len()), (State::SelfSigned, 1));
    let mixed = of(vec![
        settings(vec![cert(own()), root_name("AzureRoot")]),
        server_root(listed(G2)),
    ]);
    assert_eq!(states(&mixed, NOW).0, State::Unknown);
}

#[test]
fn an_own_thumbprint_and_name_are_the_certificates_root() {
    let thumbprint = part(PartKind::AzureVpn, vec![item(thumb(&own()))]);
    let name = settings(vec![root_name(
        &own().subject.common_names[0].to_uppercase(),
    )]);
    let (_, roots) = states(&of(vec![thumbprint, server_root(own()), name]), NOW);
    assert_eq!(
        roots,
        [(own().subject.common_names[0].clone(), State::SelfSigned)]
    );
}

fn types(package: &Package, created: Option<&str>) -> (Vec<GatewayType>, Vec<FindingCode>) {
    let created = created.map(|day| parse_date(day).expect("a date"));
    let report = judge(
        package,
        &Question {
            now: time(NOW),
            created,
        },
    );
    (
        report.gateway_types,
        report.findings.iter().map(|finding| finding.code).collect(),
    )
}

fn made(at: &str, package: Package) -> Package {
    Package {
        packaged: Some(time(at)),
        ..package
    }
}

#[test]
fn types_of_an_own_ca_are_b() {
    let own = of(vec![server_root(own())]);
    assert_eq!(types(&own, None).0, [GatewayType::B]);
    assert_eq!(
        types(&own, Some("2016-01-01")),
        (vec![GatewayType::B], vec![])
    );
    assert_eq!(
        types(&own, Some("2020-01-01")),
        (vec![GatewayType::B], vec![FindingCode::CreatedContradicts])
    );
}

#[test]
fn types_of_all_public_by_the_packages_day() {
    let public = || of(vec![server_root(listed(G2))]);
    assert_eq!(
        types(&made("2019-02-25T05:59:59Z", public()), None).0,
        [GatewayType::A, GatewayType::C]
    );
    assert_eq!(types(&made("2019-02-25T06:00:00Z", public()), None).0, []);
    assert_eq!(types(&public(), None).0, []);
}

#[test]
fn types_of_all_public_by_the_creation_date() {
    let public = || of(vec![server_root(listed(G2))]);
    let old = || made("2018-01-01T00:00:00Z", public());
    assert_eq!(
        types(&old(), Some("2017-08-01")),
        (vec![GatewayType::C], vec![])
    );
    assert_eq!(
        types(&public(), Some("2017-08-01")),
        (vec![GatewayType::C], vec![])
    );
    assert_eq!(
        types(&old(), Some("2017-05-31")),
        (vec![GatewayType::A], vec![])
    );
    assert_eq!(types(&public(), Some("2017-05-31")), (vec![], vec![]));
    let undecided = vec![FindingCode::CreatedUndecided];
    assert_eq!(
        types(&old(), Some("2017-06-01")),
        (vec![GatewayType::A, GatewayType::C], undecided.clone())
    );
    assert_eq!(types(&public(), Some("2017-07-31")), (vec![], undecided));
}

#[test]
fn a_gateway_younger_than_its_package_is_a_contradiction() {
    let package = made("2018-01-01T00:00:00Z", of(vec![server_root(listed(G2))]));
    assert_eq!(types(&package, Some("2018-01-02")).1, []);
    assert_eq!(
        types(&package, Some("2018-01-03")).1,
        [FindingCode::CreatedContradicts]
    );
}

#[test]
fn types_of_anything_undetermined_are_none() {
    let mixed = made(
        "2018-01-01T00:00:00Z",
        of(vec![server_root(listed(G2)), server_root(own())]),
    );
    assert_eq!(types(&mixed, Some("2017-08-01")).0, []);
}

#[test]
fn model_by_host_then_by_document() {
    let model = |package: &Package| ask(package).model;
    assert_eq!(
        model(&of(vec![with_host(
            server_root(listed(G2)),
            "hub12.x.vpn.azure.com"
        )])),
        Model::VirtualWan
    );
    assert_eq!(
        model(&of(vec![with_host(
            settings(vec![]),
            "WAN.x.vpn.azure.com"
        )])),
        Model::VirtualWan
    );
    assert_eq!(model(&of(vec![server_root(listed(G2))])), Model::Unknown);
    for kind in [
        PartKind::VpnSettings,
        PartKind::AzureVpn,
        PartKind::Ovpn,
        PartKind::ProfileScript,
    ] {
        assert_eq!(
            model(&of(vec![part(kind, vec![])])),
            Model::ResourceManager,
            "{kind:?}"
        );
    }
}

#[test]
fn gateway_is_the_first_that_is_named() {
    let host = format!("azuregateway-{GUID}-1.vpn.azure.com");
    let one = with_host(settings(vec![]), "$VPNSERVER");
    let two = with_guid(with_host(settings(vec![]), &host), GUID);
    let gateway = ask(&of(vec![one.clone(), two])).gateway;
    assert_eq!(
        (gateway.server, gateway.id),
        (Some(host), Some(GUID.to_owned()))
    );
    assert_eq!(ask(&of(vec![one])).gateway.server, None);
    assert_eq!(
        ask(&of(vec![with_host(settings(vec![]), "10.0.0.1")]))
            .gateway
            .server
            .as_deref(),
        Some("10.0.0.1")
    );
}

#[test]
fn a_report_is_sorted_by_the_bytes_of_names_and_counted() {
    let named = |name: &str, package: Package| Package {
        name: name.to_owned(),
        ..package
    };
    let question = Question {
        now: time(NOW),
        created: None,
    };
    let inputs = [
        named("b", of(vec![server_root(own())])),
        named("a", of(vec![server_root(listed(G2))])),
        named("B", of(vec![])),
        named("a", of(vec![server_root(listed(G1))])),
    ];
    let report = assemble(
        inputs
            .iter()
            .map(|package| judge(package, &question))
            .collect(),
        &question,
        3,
    );
    let names: Vec<&str> = report
        .inputs
        .iter()
        .map(|input| input.name.as_str())
        .collect();
    assert_eq!(names, ["B", "a", "a", "b"]);
    assert_eq!(
        report.inputs[1].root_today.state,
        State::Current,
        "equal names stay in their order"
    );
    let summary = report.summary;
    assert_eq!(
        (
            summary.affected,
            summary.not_affected,
            summary.undetermined,
            summary.skipped
        ),
        (1, 2, 1, 3)
    );
}

#[test]
fn findings_about_the_container() {
    let rezipped = Package {
        rezipped: true,
        ..of(vec![settings(vec![])])
    };
    assert!(has(&ask(&rezipped), FindingCode::Rezipped));
    assert!(!has(&ask(&of(vec![])), FindingCode::Rezipped));
    let program = of(vec![
        part(PartKind::Program, vec![]),
        part(PartKind::NotAProgram, vec![]),
    ]);
    assert!(has(&ask(&program), FindingCode::NotAProgram));
    let mut pinned = part(PartKind::AzureVpn, vec![]);
    pinned.pinned_root = Some(true);
    assert!(has(
        &ask(&of(vec![pinned.clone()])),
        FindingCode::PinnedRootOn
    ));
    pinned.pinned_root = Some(false);
    assert!(has(&ask(&of(vec![pinned])), FindingCode::PinnedRootOff));
    assert!(has(
        &ask(&of(vec![settings(vec![root_name("a\u{202E}b")])])),
        FindingCode::HiddenCharacters
    ));
    let twice = of(vec![
        settings(vec![]),
        p2s_package::Part {
            place: "b/VpnSettings".to_owned(),
            ..settings(vec![])
        },
    ]);
    assert!(has(&ask(&twice), FindingCode::PlaceTwice));
    assert!(!has(
        &ask(&of(vec![settings(vec![])])),
        FindingCode::PlaceTwice
    ));
}

#[test]
fn listed_certificates_are_those_under_tests_certificates() {
    use sha2::Digest as _;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/certificates");
    let mut digests: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder).expect("tests/certificates") {
        let der = std::fs::read(entry.expect("an entry").path()).expect("a certificate");
        let digest: String = sha2::Sha256::digest(&der)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let listed = p2s_verdict::LISTED
            .iter()
            .find(|listed| listed.sha256 == digest)
            .expect("listed");
        let packages = p2s_package::open(
            "x.cer",
            std::io::Cursor::new(der),
            &p2s_package::Limits::default(),
        );
        let report = ask(&packages[0]);
        let evidence = &report.evidence[0];
        assert_eq!(packages[0].form, Form::LoneCertificate);
        assert_eq!(
            evidence.sha1.as_deref(),
            Some(listed.sha1),
            "{}",
            listed.name
        );
        assert_eq!(evidence.root.as_deref(), Some(listed.root));
        assert!(
            evidence
                .subject
                .as_deref()
                .is_some_and(|subject| subject.contains(listed.name))
        );
        assert_eq!(
            evidence.not_after.map(Timestamp::unix),
            Some(listed.not_after.unix_timestamp())
        );
        digests.push(digest);
    }
    assert_eq!(digests.len(), p2s_verdict::LISTED.len());
}
