//! Tests of today's answer, the gateway types, the dates and the rest of the report (docs/rules.md, "Today", "Gateway
//! types" and "Dates").

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::{
    Certificate, Cloud, ErrorClass, Field, Form, Package, Role, Timestamp, parse_date,
};
use p2s_verdict::{FindingCode, GatewayType, Model, Options, State, judge};
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
fn a_root_is_expired_after_the_end_of_its_validity() {
    let package = of(vec![server_root(listed("Baltimore CyberTrust Root"))]);
    assert_eq!(
        states(&package, "2025-05-12T23:59:00Z").0,
        State::PublicUnlisted
    );
    assert_eq!(states(&package, "2025-05-12T23:59:01Z").0, State::Expired);
    assert_eq!(
        states(&of(vec![server_root(listed(G1))]), "2031-11-11T00:00:00Z").0,
        State::Expired
    );
}

#[test]
fn an_intermediate_has_its_roots_state_until_its_own_validity_ends() {
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

fn overall(certificates: Vec<Certificate>) -> State {
    states(
        &of(certificates.into_iter().map(server_root).collect()),
        NOW,
    )
    .0
}

#[test]
fn the_first_overall_state_that_matches_is_reported() {
    let baltimore = || listed("Baltimore CyberTrust Root");
    assert_eq!(overall(vec![]), State::Unknown);
    assert_eq!(
        overall(vec![listed(G1), listed(G2), issued("x", "y"), own()]),
        State::Unknown
    );
    assert_eq!(
        overall(vec![listed(G1), listed(G2), own(), unlisted()]),
        State::SelfSigned
    );
    assert_eq!(overall(vec![listed(G1), listed(G2)]), State::Ready);
    assert_eq!(
        overall(vec![listed(G1), unlisted(), baltimore()]),
        State::Ready
    );
    assert_eq!(overall(vec![unlisted()]), State::PublicUnlisted);
    assert_eq!(overall(vec![listed(G2)]), State::Current);
    assert_eq!(overall(vec![baltimore()]), State::Expired);
    assert_eq!(overall(vec![baltimore(), listed(G1)]), State::Retiring);
    assert_eq!(overall(vec![listed(G1)]), State::Retiring);
}

#[test]
fn ready_needs_several_public_roots_one_of_which_stays() {
    let baltimore = || listed("Baltimore CyberTrust Root");
    for roots in [
        vec![listed(G1), listed(G2)],
        vec![listed(G2), listed(MICROSOFT_TLS)],
        vec![listed(G2), listed("DigiCert Global Root G3")],
        vec![listed(G2), unlisted()],
        vec![baltimore(), listed(G2)],
    ] {
        assert_eq!(overall(roots), State::Ready);
    }
    for certificates in [
        vec![listed(G2), listed(G2)],
        vec![listed(G1), listed(SECURE_SERVER)],
    ] {
        assert_ne!(overall(certificates), State::Ready);
    }
    // A lookalike isn't a second root.
    assert_eq!(overall(vec![listed(G2), certificate(G2)]), State::Unknown);
    assert_eq!(overall(vec![listed(G2), certificate(G1)]), State::Unknown);
}

#[test]
fn ready_counts_roots_by_certificate_or_thumbprint_and_not_by_name() {
    let state = |parts| states(&of(parts), NOW).0;
    let azure = |roots: [&str; 2]| {
        let items = roots.map(|root| item(thumb(&listed(root)))).to_vec();
        part(Role::AzureVpnConfig, items)
    };
    assert_eq!(state(vec![azure([G1, G2])]), State::Ready);
    assert_eq!(state(vec![azure([G2, G2])]), State::Current);
    let names = |root, issuer| settings(vec![root_name(root), issuer_name(issuer)]);
    assert_eq!(state(vec![names(G1, G2)]), State::Retiring);
    assert_eq!(state(vec![names(G2, MICROSOFT_TLS)]), State::Current);
    assert_eq!(
        state(vec![names(G1, G1), server_root(listed(G2))]),
        State::Retiring
    );
    assert_eq!(
        state(vec![names(G2, G2), server_root(listed(G1))]),
        State::Retiring
    );
    // Neither of the two certificates stays, and the name of a third root doesn't prove that it is there.
    let two = ["Baltimore CyberTrust Root", G1].map(|root| server_root(listed(root)));
    let mut parts = two.to_vec();
    parts.push(names(G2, G2));
    assert_eq!(state(parts), State::Retiring);
}

#[test]
fn ready_is_never_reported_if_it_is_open_whose_roots_they_are() {
    let rotation = || vec![server_root(listed(G1)), server_root(listed(G2))];
    for kind in p2s_package::ErrorKind::ALL {
        let package = with_error(of(rotation()), *kind);
        // A container that can't be relied on contains no evidence.
        let expected = match kind.class() {
            ErrorClass::Unreadable | ErrorClass::Ambiguous => State::Unknown,
            ErrorClass::NotAPackage | ErrorClass::Part => State::Retiring,
        };
        assert_eq!(states(&package, NOW).0, expected, "{}", kind.code());
    }
    let current = of(vec![
        with_guid(server_root(listed(G2)), GUID),
        with_guid(
            server_root(listed(MICROSOFT_TLS)),
            "0badcafe-0000-4000-8000-0000000beef0",
        ),
    ]);
    assert_eq!(states(&current, NOW).0, State::Current);
}

#[test]
fn g2_and_g3_are_retiring_from_2029_04_15() {
    for name in [G2, "DigiCert Global Root G3"] {
        let package = of(vec![server_root(listed(name))]);
        assert_eq!(states(&package, "2029-04-14T23:59:59Z").0, State::Current);
        assert_eq!(states(&package, "2029-04-15T00:00:00Z").0, State::Retiring);
    }
    let rotation = of(vec![server_root(listed(G1)), server_root(listed(G2))]);
    assert_eq!(states(&rotation, "2029-04-14T23:59:59Z").0, State::Ready);
    assert_eq!(states(&rotation, "2029-04-15T00:00:00Z").0, State::Retiring);
    let next = of(vec![
        server_root(listed(G2)),
        server_root(listed(MICROSOFT_TLS)),
    ]);
    assert_eq!(states(&next, "2029-04-15T00:00:00Z").0, State::Ready);
}

#[test]
fn a_root_that_has_left_azures_list_is_unlisted_at_every_moment_until_it_ends() {
    let package = of(vec![server_root(listed("D-TRUST Root Class 3 CA 2 2009"))]);
    for now in ["2017-01-01T00:00:00Z", NOW, "2029-11-05T08:35:58Z"] {
        assert_eq!(states(&package, now).0, State::PublicUnlisted, "{now}");
    }
    assert_eq!(states(&package, "2029-11-05T08:35:59Z").0, State::Expired);
}

#[test]
fn each_root_of_a_counted_item_is_listed_once_in_order_of_appearance() {
    let package = of(vec![
        settings(vec![root_name(G2), cert(listed(G1)), issuer_name(G2)]),
        part(Role::AzureVpnConfig, vec![item(thumb(&listed(G1)))]),
        server_root(listed(G2)),
        settings(vec![root_name(&G2.to_lowercase())]),
        part(
            Role::RadiusRoot,
            vec![uncounted(cert(own()), Field::RadiusCertificateFile)],
        ),
    ]);
    assert_eq!(
        states(&package, NOW).1,
        [
            (G2.to_owned(), State::Current),
            (G1.to_owned(), State::Retiring)
        ]
    );
}

#[test]
fn an_unknown_root_is_listed_once_whatever_shows_it() {
    let unknown = issued("Some Root", "Some CA");
    let package = of(vec![
        settings(vec![root_name("SOME ROOT"), issuer_name("Some Root")]),
        part(Role::AzureVpnConfig, vec![item(thumb(&unknown))]),
        server_root(unknown.clone()),
    ]);
    assert_eq!(
        states(&package, NOW).1,
        [("Some Root".to_owned(), State::Unknown)]
    );
    let name_alone = of(vec![settings(vec![
        root_name("Some Root"),
        issuer_name("some root"),
    ])]);
    assert_eq!(states(&name_alone, NOW).1.len(), 1);
    // Two certificates with one name are two roots.
    let other = Certificate {
        sha256: [9; 32],
        sha1: [9; 20],
        ..unknown.clone()
    };
    let two = of(vec![server_root(unknown), server_root(other)]);
    assert_eq!(states(&two, NOW).1.len(), 2);
}

#[test]
fn an_intermediate_and_its_root_are_one_root_with_the_later_end_of_validity() {
    let later = "2031-01-01T00:00:00Z";
    let state = |parts| states(&of(parts), later).1;
    let retiring = [(G1.to_owned(), State::Retiring)];
    let root = || server_root(listed(G1));
    let intermediate = || server_root(listed(SECURE_SERVER));
    assert_eq!(state(vec![root(), intermediate()]), retiring);
    assert_eq!(state(vec![intermediate(), root()]), retiring);
    // The root's name doesn't extend the validity of the certificate.
    let expired = [(G1.to_owned(), State::Expired)];
    let name = || settings(vec![root_name(G1)]);
    assert_eq!(state(vec![name(), intermediate()]), expired);
    assert_eq!(state(vec![intermediate(), name()]), expired);
}

#[test]
fn an_accepted_unknown_name_adds_no_root() {
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
fn the_thumbprint_and_the_name_of_an_own_certificate_join_its_root() {
    let thumbprint = part(Role::AzureVpnConfig, vec![item(thumb(&own()))]);
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
        &Options {
            now: time(NOW),
            created,
        },
    );
    (
        report.gateway_types,
        report.findings.iter().map(|finding| finding.code).collect(),
    )
}

/// Sets the only time stamp of a package.
fn made(at: &str, package: Package) -> Package {
    Package {
        stamps: vec![time(at)],
        ..package
    }
}

#[test]
fn a_package_is_as_old_as_its_newest_possible_time_stamp() {
    let packaged = |stamps: &[&str]| {
        let package = Package {
            stamps: stamps.iter().map(|stamp| time(stamp)).collect(),
            ..of(vec![server_root(listed(G2))])
        };
        ask_at(&package, NOW).packaged.map(|day| day.to_string())
    };
    let day = Some("2018-01-01T00:00:00Z");
    for (stamps, expected) in [
        (vec![], None),
        (vec!["1980-01-01T00:00:00Z"], None),
        (vec!["2011-12-31T23:59:59Z"], None),
        (vec!["2012-01-01T00:00:00Z"], Some("2012-01-01T00:00:00Z")),
        (vec!["2026-11-24T17:00:00Z"], Some("2026-11-24T17:00:00Z")),
        (vec!["2026-11-24T17:00:01Z"], None),
        (
            vec![
                "1980-01-01T00:00:00Z",
                "2018-01-01T00:00:00Z",
                "2107-01-01T00:00:00Z",
                "2017-01-01T00:00:00Z",
            ],
            day,
        ),
    ] {
        assert_eq!(packaged(&stamps).as_deref(), expected, "{stamps:?}");
    }
}

#[test]
fn a_time_stamp_that_cannot_be_right_leaves_the_types_open() {
    let public = || of(vec![server_root(listed(G2))]);
    assert_eq!(types(&made("1980-01-01T00:00:00Z", public()), None).0, []);
    assert_eq!(types(&made("2030-01-01T00:00:00Z", public()), None).0, []);
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
fn types_of_all_public_depend_on_the_packages_day() {
    let public = || of(vec![server_root(listed(G2))]);
    assert_eq!(
        types(&made("2019-02-25T05:59:59Z", public()), None).0,
        [GatewayType::A, GatewayType::C]
    );
    assert_eq!(types(&made("2019-02-25T06:00:00Z", public()), None).0, []);
    assert_eq!(types(&public(), None).0, []);
}

#[test]
fn types_of_all_public_depend_on_the_creation_date() {
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
fn a_gateway_younger_than_its_package_is_reported_as_a_contradiction() {
    let package = made("2018-01-01T00:00:00Z", of(vec![server_root(listed(G2))]));
    assert_eq!(types(&package, Some("2018-01-02")).1, []);
    assert_eq!(
        types(&package, Some("2018-01-03")).1,
        [FindingCode::CreatedContradicts]
    );
}

#[test]
fn an_undetermined_answer_leaves_the_types_open() {
    let mixed = made(
        "2018-01-01T00:00:00Z",
        of(vec![server_root(listed(G2)), server_root(own())]),
    );
    assert_eq!(types(&mixed, Some("2017-08-01")).0, []);
}

#[test]
fn the_model_follows_from_the_hosts_or_else_from_the_documents() {
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
        Role::VpnSettings,
        Role::AzureVpnConfig,
        Role::OpenVpnProfile,
        Role::ProfileScript,
    ] {
        assert_eq!(
            model(&of(vec![part(kind, vec![])])),
            Model::ResourceManager,
            "{kind:?}"
        );
    }
}

#[test]
fn the_first_azure_host_and_guid_identify_the_gateway() {
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
fn findings_about_the_container_and_its_files() {
    let rezipped = Package {
        rezipped: true,
        ..of(vec![settings(vec![])])
    };
    assert!(has(&ask(&rezipped), FindingCode::Rezipped));
    assert!(!has(&ask(&of(vec![])), FindingCode::Rezipped));
    let program = of(vec![
        part(Role::SetupProgram, vec![]),
        part(Role::NotAProgram, vec![]),
    ]);
    assert!(has(&ask(&program), FindingCode::NotAProgram));
    let mut pinned = part(Role::AzureVpnConfig, vec![]);
    pinned.pinned_root = Some(true);
    assert!(has(
        &ask(&of(vec![pinned.clone()])),
        FindingCode::PinnedRootOn
    ));
    pinned.pinned_root = Some(false);
    assert!(has(&ask(&of(vec![pinned])), FindingCode::PinnedRootOff));
    for (cloud, code) in [
        (Cloud::Government, FindingCode::CloudGovernment),
        (Cloud::China, FindingCode::CloudChina),
        (Cloud::Germany, FindingCode::CloudGermany),
    ] {
        let mut of_cloud = part(Role::AzureVpnConfig, vec![]);
        assert!(!has(&ask(&of(vec![of_cloud.clone()])), code));
        of_cloud.clouds = vec![cloud];
        assert!(has(&ask(&of(vec![of_cloud])), code));
    }
    assert!(has(
        &ask(&of(vec![settings(vec![root_name("a\u{202E}b")])])),
        FindingCode::HiddenCharacters
    ));
    let twice = of(vec![
        settings(vec![]),
        p2s_package::Part {
            path: "b/VpnSettings".to_owned(),
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
fn the_listed_cas_are_the_certificates_in_tests_certificates() {
    use sha2::Digest as _;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/certificates");
    let mut digests: Vec<String> = Vec::new();
    let files = std::fs::read_dir(folder).expect("tests/certificates");
    for path in files.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            continue;
        }
        let der = std::fs::read(path).expect("a certificate");
        let digest: String = sha2::Sha256::digest(&der)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let ca = p2s_verdict::KNOWN_CAS
            .iter()
            .find(|ca| ca.sha256 == digest)
            .expect("a listed CA");
        let packages = p2s_package::open(
            "x.cer",
            &mut std::io::Cursor::new(der),
            &p2s_package::Limits::default(),
        );
        let report = ask(&packages[0]);
        let evidence = &report.evidence[0];
        assert_eq!(packages[0].form, Form::LoneCertificate);
        assert_eq!(evidence.sha1.as_deref(), Some(ca.sha1), "{}", ca.name);
        assert_eq!(evidence.root.as_deref(), Some(ca.root));
        assert!(
            evidence
                .subject
                .as_deref()
                .is_some_and(|subject| subject.contains(ca.name))
        );
        assert_eq!(
            [evidence.not_before, evidence.not_after].map(|date| date.map(Timestamp::unix)),
            [ca.not_before, ca.not_after].map(|date| Some(date.unix_timestamp()))
        );
        digests.push(digest);
    }
    assert_eq!(digests.len(), p2s_verdict::KNOWN_CAS.len());
}

#[test]
fn the_unlisted_certificate_in_tests_certificates_is_a_public_root() {
    let der = include_bytes!("../../../tests/certificates/unlisted/isrg-root-x1.der");
    let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS;
    assert!(roots.iter().any(|root| root.as_ref() == der));
    let packages = p2s_package::open(
        "x.cer",
        &mut std::io::Cursor::new(der.as_slice()),
        &p2s_package::Limits::default(),
    );
    assert_eq!(ask(&packages[0]).root_today.state, State::PublicUnlisted);
}
