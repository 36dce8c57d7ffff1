//! Tests of each cell of the table of classes (docs/rules.md, "Classes").

mod support;

use p2s_package::{Field, Role};
use p2s_verdict::Class;
use support::*;

fn of_certificate(certificate: p2s_package::Certificate) -> Class {
    class(&of(vec![server_root(certificate)]))
}

#[test]
fn certificate_public_by_the_digest_of_a_listed_root() {
    for root in p2s_verdict::KNOWN_CAS.iter().filter(|ca| ca.is_root()) {
        assert_eq!(
            of_certificate(listed(root.name)),
            Class::Public,
            "{}",
            root.name
        );
    }
}

#[test]
fn certificate_public_by_the_digest_of_a_listed_intermediate() {
    assert_eq!(of_certificate(listed(SECURE_SERVER)), Class::Public);
}

#[test]
fn certificate_public_by_the_digest_of_an_unlisted_root_in_the_table() {
    assert_eq!(of_certificate(unlisted()), Class::Public);
}

#[test]
fn certificate_not_public_by_name_or_by_sha1() {
    let same_name = certificate(G2);
    let same_sha1 = p2s_package::Certificate {
        sha1: listed(G2).sha1,
        ..certificate("x")
    };
    assert_eq!(of_certificate(same_name), Class::Unknown);
    assert_ne!(of_certificate(same_sha1), Class::Public);
}

#[test]
fn certificate_own_when_named_azuregateway_in_any_case() {
    let upper = format!("AZUREGATEWAY-{}", GUID.to_uppercase());
    assert_eq!(class(&lone(certificate(&upper))), Class::Own);
    assert_eq!(class(&lone(own())), Class::Own);
}

#[test]
fn certificate_own_when_its_name_contains_the_guid_of_the_input() {
    let named = valid_between(
        certificate(&format!("x-{}", GUID.to_uppercase())),
        "2000-01-01T00:00:00Z",
        "2040-01-01T00:00:00Z",
    );
    assert_eq!(of_certificate(named.clone()), Class::Unknown);
    assert_eq!(
        class(&of(vec![with_guid(server_root(named), GUID)])),
        Class::Own
    );
}

#[test]
fn certificate_own_by_the_ending_of_its_name_except_in_a_lone_file() {
    for name in ["a.CloudApp.net", "a.vpn.azure.com"] {
        let found = valid_between(
            certificate(name),
            "2000-01-01T00:00:00Z",
            "2040-01-01T00:00:00Z",
        );
        assert_eq!(of_certificate(found.clone()), Class::Own, "{name}");
        assert_eq!(class(&lone(found)), Class::Unknown, "{name} in a lone file");
    }
}

#[test]
fn certificate_own_by_its_place_when_self_issued_and_valid_for_five_years_at_most() {
    let five = valid_between(
        certificate("x"),
        "2015-03-01T00:00:00Z",
        "2020-03-01T00:00:00Z",
    );
    let more = valid_between(
        certificate("x"),
        "2015-03-01T00:00:00Z",
        "2020-03-03T00:00:00Z",
    );
    let backwards = valid_between(
        certificate("x"),
        "2020-03-01T00:00:00Z",
        "2015-03-01T00:00:00Z",
    );
    let endless = p2s_package::Certificate {
        not_after: None,
        ..certificate("x")
    };
    assert_eq!(of_certificate(five), Class::Own);
    for (wrong, why) in [
        (more, "more"),
        (backwards, "backwards"),
        (endless, "endless"),
        (issued("x", "y"), "issued"),
    ] {
        assert_eq!(of_certificate(wrong), Class::Unknown, "{why}");
    }
}

#[test]
fn certificate_not_own_by_its_place_in_a_lone_file_or_an_openvpn_profile() {
    assert_eq!(class(&lone(certificate("x"))), Class::Unknown);
    let ovpn = part(Role::OpenVpnProfile, vec![item(cert(certificate("x")))]);
    assert_eq!(class(&of(vec![ovpn])), Class::Unknown);
}

#[test]
fn certificate_own_in_an_openvpn_profile_when_its_name_is_marked() {
    let ovpn = part(Role::OpenVpnProfile, vec![item(cert(own()))]);
    assert_eq!(class(&of(vec![ovpn])), Class::Own);
}

#[test]
fn certificate_own_when_issued_by_a_marked_name() {
    assert_eq!(
        of_certificate(issued("a.cloudapp.net", "azure.cloudapp.net")),
        Class::Own
    );
    assert_eq!(
        of_certificate(issued("a.cloudapp.net", "Some CA")),
        Class::Unknown
    );
    assert_eq!(
        of_certificate(issued("Some CA", "azure.cloudapp.net")),
        Class::Unknown
    );
}

#[test]
fn certificate_not_own_by_its_place_with_the_name_of_a_public_root() {
    assert_eq!(of_certificate(certificate(G1)), Class::Unknown);
    assert_eq!(of_certificate(certificate("ISRG Root X1")), Class::Unknown);
}

fn of_thumbprint(value: p2s_package::Value) -> Class {
    class(&of(vec![part(Role::AzureVpnConfig, vec![item(value)])]))
}

#[test]
fn thumbprint_public_when_that_of_a_listed_root_or_intermediate() {
    for ca in p2s_verdict::KNOWN_CAS {
        assert_eq!(
            of_thumbprint(thumb(&listed(ca.name))),
            Class::Public,
            "{}",
            ca.name
        );
    }
}

#[test]
fn thumbprint_public_when_that_of_a_public_certificate_in_the_same_input() {
    assert_eq!(of_thumbprint(thumb(&unlisted())), Class::Unknown);
    let azure = part(Role::AzureVpnConfig, vec![item(thumb(&unlisted()))]);
    assert_eq!(
        class(&of(vec![azure, server_root(unlisted())])),
        Class::Public
    );
}

#[test]
fn thumbprint_own_when_that_of_an_own_certificate_in_the_same_input() {
    let azure = || part(Role::AzureVpnConfig, vec![item(thumb(&own()))]);
    assert_eq!(class(&of(vec![azure()])), Class::Unknown);
    assert_eq!(class(&of(vec![azure(), server_root(own())])), Class::Own);
}

#[test]
fn thumbprint_unknown_when_that_of_an_unknown_or_uncounted_certificate() {
    let azure = || part(Role::AzureVpnConfig, vec![item(thumb(&own()))]);
    let unplaced = part(
        Role::UnplacedCertificate,
        vec![uncounted(cert(own()), Field::OpenVpnCert)],
    );
    assert_eq!(class(&of(vec![azure(), unplaced])), Class::Unknown);
    let unknown = issued("x", "y");
    let azure = part(Role::AzureVpnConfig, vec![item(thumb(&unknown))]);
    assert_eq!(
        class(&of(vec![azure, server_root(unknown)])),
        Class::Unknown
    );
}

#[test]
fn name_public_when_exactly_that_of_a_listed_root() {
    assert_eq!(
        class(&of(vec![settings(vec![root_name(G1)])])),
        Class::Public
    );
    assert_eq!(
        class(&of(vec![settings(vec![issuer_name(G2)])])),
        Class::Public
    );
    for wrong in [
        "digicert global root ca",
        "DigiCert Global Root CA ",
        "DigiCert Global Root",
        "ISRG Root X1",
    ] {
        assert_eq!(
            class(&of(vec![settings(vec![root_name(wrong)])])),
            Class::Unknown,
            "{wrong}"
        );
    }
}

#[test]
fn name_public_of_a_listed_intermediate_only_as_issuer_name() {
    assert_eq!(
        class(&of(vec![settings(vec![issuer_name(SECURE_SERVER)])])),
        Class::Public
    );
    assert_eq!(
        class(&of(vec![settings(vec![root_name(SECURE_SERVER)])])),
        Class::Unknown
    );
}

#[test]
fn name_public_when_that_of_a_public_certificate_in_the_same_document() {
    let same = settings(vec![root_name("ISRG Root X1"), cert(unlisted())]);
    assert_eq!(class(&of(vec![same])), Class::Public);
    let other = settings(vec![root_name("ISRG Root X1")]);
    assert_eq!(
        class(&of(vec![other, server_root(unlisted())])),
        Class::Unknown
    );
}

#[test]
fn name_own_when_marked() {
    for name in [
        format!("azuregateway-{GUID}"),
        "a.CLOUDAPP.net".to_owned(),
        "a.vpn.azure.com".to_owned(),
    ] {
        assert_eq!(
            class(&of(vec![settings(vec![root_name(&name)])])),
            Class::Own,
            "{name}"
        );
    }
    let named = settings(vec![root_name(&GUID.to_uppercase())]);
    assert_eq!(class(&of(vec![named.clone()])), Class::Unknown);
    assert_eq!(class(&of(vec![with_guid(named, GUID)])), Class::Own);
}

#[test]
fn name_unknown_otherwise() {
    assert_eq!(
        class(&of(vec![settings(vec![root_name("Some CA")])])),
        Class::Unknown
    );
}
