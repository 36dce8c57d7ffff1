//! The cells of the table of classes (verdict.md 1), each with a test named after it.

mod support;

use p2s_package::{Field, Role};
use p2s_verdict::Class;
use support::*;

fn of_certificate(certificate: p2s_package::Certificate) -> Class {
    class(&of(vec![server_root(certificate)]))
}

#[test]
fn certificate_public_by_the_digest_of_a_listed_root() {
    for listed_root in p2s_verdict::KNOWN_CAS
        .iter()
        .filter(|listed| listed.is_root())
    {
        assert_eq!(
            of_certificate(listed(listed_root.name)),
            Class::Public,
            "{}",
            listed_root.name
        );
    }
}

#[test]
fn certificate_public_by_the_digest_of_a_listed_intermediate() {
    assert_eq!(of_certificate(listed(SECURE_SERVER)), Class::Public);
}

#[test]
fn certificate_public_by_the_digest_of_a_root_of_the_table() {
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
fn certificate_own_when_its_name_holds_the_guid_of_the_input() {
    let named = lasting(
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
fn certificate_own_by_the_ending_of_its_name_at_a_place_only() {
    for name in ["a.CloudApp.net", "a.vpn.azure.com"] {
        let found = lasting(
            certificate(name),
            "2000-01-01T00:00:00Z",
            "2040-01-01T00:00:00Z",
        );
        assert_eq!(of_certificate(found.clone()), Class::Own, "{name}");
        assert_eq!(class(&lone(found)), Class::Unknown, "{name} by itself");
    }
}

#[test]
fn certificate_own_without_mark_when_self_issued_and_of_five_years_at_most() {
    let five = lasting(
        certificate("x"),
        "2015-03-01T00:00:00Z",
        "2020-03-01T00:00:00Z",
    );
    let more = lasting(
        certificate("x"),
        "2015-03-01T00:00:00Z",
        "2020-03-03T00:00:00Z",
    );
    let backwards = lasting(
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
fn certificate_without_mark_is_not_own_by_itself_or_in_an_ovpn() {
    assert_eq!(class(&lone(certificate("x"))), Class::Unknown);
    let ovpn = part(Role::OpenVpnProfile, vec![item(cert(certificate("x")))]);
    assert_eq!(class(&of(vec![ovpn])), Class::Unknown);
}

#[test]
fn certificate_own_in_an_ovpn_with_a_mark() {
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
        of_certificate(issued("a.cloudapp.net", "Somebody")),
        Class::Unknown
    );
    assert_eq!(
        of_certificate(issued("Somebody", "azure.cloudapp.net")),
        Class::Unknown
    );
}

#[test]
fn certificate_with_the_name_of_a_public_root_is_not_own_by_place() {
    assert_eq!(of_certificate(certificate(G1)), Class::Unknown);
    assert_eq!(of_certificate(certificate("ISRG Root X1")), Class::Unknown);
}

fn of_thumbprint(value: p2s_package::Value) -> Class {
    class(&of(vec![part(Role::AzureVpnConfig, vec![item(value)])]))
}

#[test]
fn thumbprint_public_of_a_listed_root_or_intermediate() {
    for listed_ca in p2s_verdict::KNOWN_CAS {
        assert_eq!(
            of_thumbprint(thumb(&listed(listed_ca.name))),
            Class::Public,
            "{}",
            listed_ca.name
        );
    }
}

#[test]
fn thumbprint_public_of_a_public_certificate_of_the_same_input() {
    assert_eq!(of_thumbprint(thumb(&unlisted())), Class::Unknown);
    let azure = part(Role::AzureVpnConfig, vec![item(thumb(&unlisted()))]);
    assert_eq!(
        class(&of(vec![azure, server_root(unlisted())])),
        Class::Public
    );
}

#[test]
fn thumbprint_own_of_an_own_certificate_of_the_same_input() {
    let azure = || part(Role::AzureVpnConfig, vec![item(thumb(&own()))]);
    assert_eq!(class(&of(vec![azure()])), Class::Unknown);
    assert_eq!(class(&of(vec![azure(), server_root(own())])), Class::Own);
}

#[test]
fn thumbprint_unknown_of_an_unknown_or_uncounted_certificate() {
    let azure = || part(Role::AzureVpnConfig, vec![item(thumb(&own()))]);
    let stray = part(
        Role::UnplacedCertificate,
        vec![uncounted(cert(own()), Field::OpenVpnCert)],
    );
    assert_eq!(class(&of(vec![azure(), stray])), Class::Unknown);
    let unknown = issued("x", "y");
    let azure = part(Role::AzureVpnConfig, vec![item(thumb(&unknown))]);
    assert_eq!(
        class(&of(vec![azure, server_root(unknown)])),
        Class::Unknown
    );
}

#[test]
fn name_public_exactly_of_a_listed_root() {
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
fn name_public_of_a_listed_intermediate_as_issuer_only() {
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
fn name_public_of_a_public_certificate_of_the_same_document() {
    let same = settings(vec![root_name("ISRG Root X1"), cert(unlisted())]);
    assert_eq!(class(&of(vec![same])), Class::Public);
    let apart = settings(vec![root_name("ISRG Root X1")]);
    assert_eq!(
        class(&of(vec![apart, server_root(unlisted())])),
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
