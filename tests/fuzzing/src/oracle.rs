//! The oracle: panics unless every counted item of a "not affected" comes from a public root.
//!
//! It reads the items as the package crate decoded them and shares no code with the verdict crate. It knows public
//! roots from elsewhere: the certificates under tests/certificates, byte for byte, and webpki-root-certs directly.

use p2s_package::{Certificate, Field, Item, Package, Part, Role, Value};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// A certificate that the notices list.
struct ListedCertificate {
    name: &'static str,
    root: bool,
    der: &'static [u8],
}

macro_rules! listed {
    ($($name:literal, $root:literal, $file:literal;)*) => {
        [$(ListedCertificate {
            name: $name,
            root: $root,
            der: include_bytes!(concat!("../../certificates/", $file, ".der")),
        },)*]
    };
}

static LISTED: [ListedCertificate; 12] = listed! {
    "DigiCert Global Root CA", true, "digicert-global-root-ca";
    "DigiCert Global Root G2", true, "digicert-global-root-g2";
    "DigiCert Global Root G3", true, "digicert-global-root-g3";
    "Baltimore CyberTrust Root", true, "baltimore-cybertrust-root";
    "Microsoft RSA Root Certificate Authority 2017", true, "microsoft-rsa-root-2017";
    "Microsoft ECC Root Certificate Authority 2017", true, "microsoft-ecc-root-2017";
    "D-TRUST Root Class 3 CA 2 2009", true, "d-trust-root-class-3-ca-2-2009";
    "Microsoft TLS RSA Root G2", true, "microsoft-tls-rsa-root-g2";
    "DigiCert TLS RSA4096 Root G5", true, "digicert-tls-rsa4096-root-g5";
    "DigiCert TLS ECC P384 Root G5", true, "digicert-tls-ecc-p384-root-g5";
    "DigiCert SHA2 Secure Server CA", false, "digicert-sha2-secure-server-ca-2013";
    "DigiCert SHA2 Secure Server CA", false, "digicert-sha2-secure-server-ca-2020";
};

/// All public certificates: the listed ones and Mozilla's roots.
struct PublicCertificates {
    sha256: Vec<[u8; 32]>,
    listed_sha1: Vec<[u8; 20]>,
}

static PUBLIC: LazyLock<PublicCertificates> = LazyLock::new(|| PublicCertificates {
    sha256: public_ders()
        .map(|der| Sha256::digest(der).into())
        .collect(),
    listed_sha1: LISTED
        .iter()
        .map(|listed| Sha1::digest(listed.der).into())
        .collect(),
});

fn public_ders() -> impl Iterator<Item = &'static [u8]> {
    let table = webpki_root_certs::TLS_SERVER_ROOT_CERTS
        .iter()
        .map(|certificate| certificate.as_ref());
    LISTED.iter().map(|listed| listed.der).chain(table)
}

/// Checks a package with the verdict "not affected".
///
/// # Panics
///
/// Panics unless each counted item is public in its own right and the items suffice as evidence.
pub fn check(package: &Package) {
    assert_whole(package);
    let counted = || counted(package);
    assert!(counted().next().is_some(), "not affected without evidence");
    for (part, item) in counted() {
        assert!(
            is_public(package, part, item),
            "not affected, but {} of {} is no listed root's: {:?}",
            item.field.name(),
            part.path,
            item.value
        );
    }
    let has = |wanted: fn(&Value) -> bool| counted().any(|(_, item)| wanted(&item.value));
    let beyond_names = has(|value| matches!(value, Value::Certificate(_) | Value::Thumbprint(_)));
    let both_names = has(|value| matches!(value, Value::RootName(_)))
        && has(|value| matches!(value, Value::IssuerName(_)));
    assert!(
        beyond_names || both_names,
        "not affected on a single sort of name"
    );
}

/// Checks a package with the verdict "affected".
///
/// # Panics
///
/// Panics if there is no evidence, or if a counted certificate is public.
pub fn check_affected(package: &Package) {
    assert_whole(package);
    let counted = || counted(package);
    assert!(counted().next().is_some(), "affected without evidence");
    for (_, item) in counted() {
        if let Value::Certificate(certificate) = &item.value {
            assert!(
                !is_public_certificate(certificate),
                "affected, yet {certificate:?}"
            );
        }
    }
}

/// Checks a single file that begins like a DER certificate and is "not affected".
///
/// # Panics
///
/// Panics unless the file is a public certificate, byte for byte.
pub(crate) fn lone_certificate(data: &[u8]) {
    if data.starts_with(&[0x30, 0x82]) {
        assert!(
            public_ders().any(|der| der == data),
            "not affected, but the file isn't a public certificate"
        );
    }
}

fn is_public(package: &Package, part: &Part, item: &Item) -> bool {
    match &item.value {
        Value::Certificate(certificate) => is_public_certificate(certificate),
        Value::Thumbprint(sha1) => {
            let of_a_certificate = certificates(package)
                .any(|(_, found)| found.sha1 == *sha1 && is_public_certificate(found));
            PUBLIC.listed_sha1.contains(sha1) || of_a_certificate
        }
        Value::RootName(name) => is_public_name(package, part, name, false),
        Value::IssuerName(name) => is_public_name(package, part, name, true),
    }
}

fn is_public_certificate(certificate: &Certificate) -> bool {
    PUBLIC.sha256.contains(&certificate.sha256)
}

fn is_public_name(package: &Package, part: &Part, name: &str, issuer: bool) -> bool {
    let listed = LISTED
        .iter()
        .any(|listed| (listed.root || issuer) && listed.name == name);
    let of_a_certificate = certificates(package).any(|(holder, found)| {
        std::ptr::eq(holder, part)
            && is_public_certificate(found)
            && found.subject.common_names.iter().any(|own| own == name)
    });
    listed || of_a_certificate
}

/// Returns the counted items of a package, each with its part.
fn counted(package: &Package) -> impl Iterator<Item = (&Part, &Item)> {
    package.parts.iter().flat_map(move |part| {
        let foreign = is_of_another_vpn(package, part);
        let usual = is_at_the_usual_place(package, part);
        let counts = move |item: &&Item| {
            let doubtful = usual
                && matches!(&item.value, Value::Certificate(found) if !is_public_certificate(found));
            can_count(package, part, item) && (!foreign || doubtful)
        };
        part.items.iter().filter(counts).map(move |item| (part, item))
    })
}

/// Returns true unless the item is the client's, the RADIUS server's or no part's.
fn can_count(package: &Package, part: &Part, item: &Item) -> bool {
    let is_radius = |part: &Part, item: &Item| {
        part.role == Role::RadiusRoot || item.field == Field::RadiusCertificateFile
    };
    let of_radius = |sha1: &[u8; 20]| {
        package.parts.iter().any(|part| {
            part.items.iter().any(|item| {
                is_radius(part, item)
                    && matches!(&item.value, Value::Certificate(found) if found.sha1 == *sha1)
            })
        })
    };
    let client = [
        Field::ClientHash,
        Field::ClientIssuer,
        Field::IssuerHash,
        Field::ProfilePin,
        Field::EapTrustedRootCa,
        Field::OpenVpnCert,
    ];
    let script = part.role == Role::ProfileScript
        && matches!(&item.value, Value::Thumbprint(sha1) if of_radius(sha1));
    part.role != Role::UnplacedCertificate
        && !is_radius(part, item)
        && !client.contains(&item.field)
        && !script
}

/// Panics if anything of a package that can be evidence could not be read.
fn assert_whole(package: &Package) {
    let side = [
        Role::RadiusRoot,
        Role::UnplacedCertificate,
        Role::ProfileText,
        Role::PossibleInstaller,
        Role::RenamedDocument,
    ];
    let missing = |part: &&Part| part.error.is_some() && !side.contains(&part.role);
    let missing = package.parts.iter().find(missing);
    assert!(
        package.errors.is_empty() && missing.is_none(),
        "decided, but not whole: {:?} {missing:?}",
        package.errors
    );
}

/// Returns the counted certificates of a package, each with its part.
fn certificates(package: &Package) -> impl Iterator<Item = (&Part, &Certificate)> {
    counted(package).filter_map(|(part, item)| match &item.value {
        Value::Certificate(certificate) => Some((part, &**certificate)),
        _ => None,
    })
}

/// Returns true if nothing in an OpenVPN profile names an Azure gateway: no host, no id, no `$VPNSERVER`, and no
/// certificate with a gateway's name.
fn is_of_another_vpn(package: &Package, part: &Part) -> bool {
    let is_host = |host: &String| {
        let host = host.to_lowercase();
        host.strip_suffix(".vpn.azure.com").is_some()
    };
    let names_gateway = part.gateway.hosts.iter().any(is_host)
        || part.gateway.hosts.iter().any(|host| host == "$VPNSERVER")
        || !part.gateway.guids.is_empty()
        || !part.gateway.wan_ids.is_empty();
    let guids = package.parts.iter().flat_map(|part| &part.gateway.guids);
    let is_name = |name: &String| {
        let name = name.to_lowercase();
        let hosts = [".vpn.azure.com", ".cloudapp.net"];
        hosts.iter().any(|end| name.ends_with(end))
            || has_gateway_guid(&name)
            || guids.clone().any(|guid| name.contains(guid.as_str()))
    };
    let is_marked = |item: &Item| match &item.value {
        Value::Certificate(found) => found.subject.common_names.iter().any(is_name),
        _ => false,
    };
    part.role == Role::OpenVpnProfile && !names_gateway && !part.items.iter().any(is_marked)
}

/// Returns true if the name contains `azuregateway-` and a GUID in its usual form.
fn has_gateway_guid(name: &str) -> bool {
    name.match_indices("azuregateway-").any(|(at, found)| {
        let rest = name.as_bytes().get(at + found.len()..).unwrap_or_default();
        let fits = |(index, byte): (usize, &u8)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        };
        rest.get(..36)
            .is_some_and(|guid| guid.iter().enumerate().all(fits))
    })
}

/// Returns true if the part is the profile that Azure puts into a package with a VpnSettings.xml. Every item of it that
/// isn't public counts, whatever gateway it names.
fn is_at_the_usual_place(package: &Package, part: &Part) -> bool {
    let file = part.path.rsplit('/').next().unwrap_or_default();
    let file = file.to_lowercase();
    let mut roles = package.parts.iter().map(|part| part.role);
    file.starts_with("vpnconfig")
        && file.ends_with(".ovpn")
        && roles.any(|role| role == Role::VpnSettings)
}

/// Returns true if the bytes are a public certificate.
pub(crate) fn is_public_der(der: &[u8]) -> bool {
    PUBLIC.sha256.contains(&Sha256::digest(der).into())
}
