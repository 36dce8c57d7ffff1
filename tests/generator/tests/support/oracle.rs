//! An oracle for "not affected" that shares no code with the rules. It takes the decoded package and looks up the digest,
//! or for names the name, of a public root for each counted item.

use p2s_package::{Field, Item, Package, Part, Role, Value};
use std::collections::HashSet;

/// The digests of the public CA certificates.
pub struct Oracle {
    sha256: HashSet<Vec<u8>>,
    sha1: HashSet<Vec<u8>>,
}

/// The common names of the listed roots.
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
/// The common names of the listed intermediates that count as an issuer.
const ISSUER_NAMES: [&str; 1] = ["DigiCert SHA2 Secure Server CA"];

impl Oracle {
    /// Reads the listed certificates and adds Mozilla's roots.
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

    /// Returns why a package can't be "not affected", or `None` if there is no objection.
    pub fn objection(&self, package: &Package) -> Option<String> {
        let is_essential = |part: &&Part| part.error.is_some() && !is_optional(part.role);
        if !package.errors.is_empty() || package.parts.iter().any(|part| is_essential(&part)) {
            return Some(format!("{} could not be read", package.name));
        }
        let counted: Vec<(&str, &Value)> = package
            .parts
            .iter()
            .flat_map(|part| part.items.iter().map(move |item| (part, item)))
            .filter(|(part, item)| !never_counts(package, part, item))
            .filter(|(part, _)| !is_foreign_profile(package, part))
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
            (!public).then(|| format!("{place}: {value:?} isn't a public root"))
        })
    }
}

/// Returns true for an OpenVPN profile without its usual name in which nothing refers to Azure.
fn is_foreign_profile(package: &Package, part: &Part) -> bool {
    let mentions_azure = |text: &str| text.contains("azure") || text.contains("cloudapp.net");
    let is_azure_certificate = |item: &Item| match &item.value {
        Value::Certificate(found) => mentions_azure(&found.subject.text.to_lowercase()),
        _ => false,
    };
    let file = part.path.rsplit('/').next().unwrap_or_default();
    let has_usual_name = file.to_lowercase().starts_with("vpnconfig");
    let has_settings = package
        .parts
        .iter()
        .any(|part| part.role == Role::VpnSettings);
    let names_azure = part
        .gateway
        .hosts
        .iter()
        .any(|host| mentions_azure(host) || host.starts_with('$'));
    part.role == Role::OpenVpnProfile
        && !(has_usual_name && has_settings)
        && !names_azure
        && part.gateway.guids.is_empty()
        && !part.items.iter().any(is_azure_certificate)
}

/// Returns true for optional files: an error in one of them changes no answer.
fn is_optional(role: Role) -> bool {
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
fn never_counts(package: &Package, part: &Part, item: &Item) -> bool {
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
            | Field::EapTrustedRootCa
            | Field::OpenVpnCert
    );
    client || radius(part, item) || radius_thumbprint || part.role == Role::UnplacedCertificate
}
