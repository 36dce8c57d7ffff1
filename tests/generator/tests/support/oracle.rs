//! A second opinion on "not affected" that shares no code with the rules: it takes what was decoded, and looks
//! for the bytes of a public root behind each item that counts.

use p2s_package::{Field, Item, Package, Part, Role, Value};
use std::collections::HashSet;

/// What is known to be public.
pub struct Oracle {
    sha256: HashSet<Vec<u8>>,
    sha1: HashSet<Vec<u8>>,
}

/// Common names of the roots that the notices list, and of the intermediates that may stand as an issuer.
const ROOT_NAMES: [&str; 10] = [
    "DigiCert Global Root CA",
    "DigiCert Global Root G2",
    "DigiCert Global Root G3",
    "Baltimore CyberTrust Root",
    "Microsoft RSA Root Certificate Authority 2017",
    "Microsoft ECC Root Certificate Authority 2017",
    "D-TRUST Root Class 3 CA 2 2009",
    "Microsoft TLS RSA Root G2",
    "DigiCert TLS RSA4096 Root G5",
    "DigiCert TLS ECC P384 Root G5",
];
const ISSUER_NAMES: [&str; 1] = ["DigiCert SHA2 Secure Server CA"];

impl Oracle {
    /// By the listed certificates themselves, and by Mozilla's roots.
    pub fn new() -> Self {
        use sha1::Digest as _;
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../certificates");
        let mut listed: Vec<Vec<u8>> = std::fs::read_dir(folder)
            .expect("tests/certificates")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_file())
            .map(|path| std::fs::read(path).expect("a certificate"))
            .collect();
        assert_eq!(listed.len(), 12, "ten roots and two intermediates");
        let sha1 = listed
            .iter()
            .map(|der| sha1::Sha1::digest(der).to_vec())
            .collect();
        listed.extend(
            webpki_root_certs::TLS_SERVER_ROOT_CERTS
                .iter()
                .map(|der| der.to_vec()),
        );
        let sha256 = listed
            .iter()
            .map(|der| sha2::Sha256::digest(der).to_vec())
            .collect();
        Oracle { sha256, sha1 }
    }

    /// Why a package can't be "not affected"; `None` where nothing speaks against it.
    pub fn objection(&self, package: &Package) -> Option<String> {
        let vital = |part: &&Part| part.error.is_some() && !is_side(part.role);
        if !package.errors.is_empty() || package.parts.iter().any(|part| vital(&part)) {
            return Some(format!("{} could not be read", package.name));
        }
        let counted: Vec<(&str, &Value)> = package
            .parts
            .iter()
            .flat_map(|part| part.items.iter().map(move |item| (part, item)))
            .filter(|(part, item)| !left_out(package, part, item))
            .filter(|(part, _)| !of_another_vpn(package, part))
            .map(|(part, item)| (part.path.as_str(), &item.value))
            .collect();
        if counted.is_empty() {
            return Some("nothing counts".to_owned());
        }
        let certificates: Vec<_> = counted
            .iter()
            .filter_map(|(_, value)| match value {
                Value::Certificate(found) => Some(found),
                _ => None,
            })
            .collect();
        counted.iter().find_map(|(place, value)| {
            let public = match value {
                Value::Certificate(found) => self.sha256.contains(found.sha256.as_slice()),
                Value::Thumbprint(sha1) => {
                    self.sha1.contains(sha1.as_slice())
                        || certificates.iter().any(|found| {
                            found.sha1 == *sha1 && self.sha256.contains(found.sha256.as_slice())
                        })
                }
                Value::RootName(name) | Value::IssuerName(name) => {
                    ROOT_NAMES.contains(&name.as_str())
                        || matches!(value, Value::IssuerName(_))
                            && ISSUER_NAMES.contains(&name.as_str())
                        || certificates.iter().any(|found| {
                            found.subject.common_names.contains(name)
                                && self.sha256.contains(found.sha256.as_slice())
                        })
                }
            };
            (!public).then(|| format!("{place}: {value:?} is no public root"))
        })
    }
}

/// Whether a part is an OpenVPN profile under another than its usual name that says nowhere that it is for Azure.
fn of_another_vpn(package: &Package, part: &Part) -> bool {
    let says = |text: &str| text.contains("azure") || text.contains("cloudapp.net");
    let subject = |item: &Item| match &item.value {
        Value::Certificate(found) => says(&found.subject.text.to_lowercase()),
        _ => false,
    };
    let file = part.path.rsplit('/').next().unwrap_or_default();
    let usual = file.to_lowercase().starts_with("vpnconfig");
    let settings = package
        .parts
        .iter()
        .any(|part| part.role == Role::VpnSettings);
    let named = part
        .gateway
        .hosts
        .iter()
        .any(|host| says(host) || host.starts_with('$'));
    part.role == Role::OpenVpnProfile
        && !(usual && settings)
        && !named
        && part.gateway.guids.is_empty()
        && !part.items.iter().any(subject)
}

/// Returns true for files beside the parts: nothing is missing if they can't be read.
fn is_side(role: Role) -> bool {
    matches!(
        role,
        Role::RadiusRoot
            | Role::UnplacedCertificate
            | Role::ProfileText
            | Role::PossibleInstaller
            | Role::RenamedDocument
    )
}

/// Returns true for an item that never counts: the client's, the RADIUS server's, or one that isn't in a part.
fn left_out(package: &Package, part: &Part, item: &Item) -> bool {
    let radius = |part: &Part, item: &Item| {
        part.role == Role::RadiusRoot || item.field == Field::RadiusCertificateFile
    };
    let same = |one: &Item, sha1: &[u8; 20]| matches!(&one.value, Value::Certificate(found) if found.sha1 == *sha1);
    let radius_thumbprint = match &item.value {
        Value::Thumbprint(sha1) if part.role == Role::ProfileScript => {
            package.parts.iter().any(|part| {
                part.items
                    .iter()
                    .any(|one| radius(part, one) && same(one, sha1))
            })
        }
        _ => false,
    };
    let client = matches!(
        item.field,
        Field::ClientHash
            | Field::ClientIssuer
            | Field::IssuerHash
            | Field::ProfilePin
            | Field::OpenVpnCert
    );
    client || radius(part, item) || radius_thumbprint || part.role == Role::UnplacedCertificate
}
