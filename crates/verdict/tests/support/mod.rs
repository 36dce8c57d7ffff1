//! Functions that make packages in memory, so that each test can show one condition.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "each test file uses some of these functions, and a test that can't be set up fails by panicking"
)]

use p2s_package::{
    Certificate, Connection, Error, ErrorKind, Field, Form, GatewayNames, Item, Name, Package,
    Part, Role, Timestamp, Value,
};
use p2s_verdict::{Class, FindingCode, InputReport, KNOWN_CAS, Options, Rule, judge};

pub const GUID: &str = "0badcafe-0000-4000-8000-00000000cafe";
pub const G1: &str = "DigiCert Global Root CA";
pub const G2: &str = "DigiCert Global Root G2";
pub const MICROSOFT_TLS: &str = "Microsoft TLS RSA Root G2";
pub const SECURE_SERVER: &str = "DigiCert SHA2 Secure Server CA";

pub fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

pub fn name(common_name: &str) -> Name {
    Name {
        der: common_name.as_bytes().to_vec(),
        text: format!("CN={common_name}"),
        common_names: vec![common_name.to_owned()],
    }
}

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let digits: Vec<u8> = hex
        .chars()
        .map(|c| c.to_digit(16).expect("hex") as u8)
        .collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair[1])
        .collect();
    bytes.try_into().expect("the right length")
}

/// Makes a self-issued certificate that is in no list and is valid for three years.
pub fn certificate(common_name: &str) -> Certificate {
    let seed = common_name
        .bytes()
        .fold(7_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte));
    Certificate {
        sha256: [seed; 32],
        sha1: [seed; 20],
        subject: name(common_name),
        issuer: name(common_name),
        serial: "01".to_owned(),
        not_before: Some(time("2016-06-01T00:00:00Z")),
        not_after: Some(time("2019-06-01T00:00:00Z")),
    }
}

/// Makes a certificate with this issuer that is in no list.
pub fn issued(common_name: &str, issuer: &str) -> Certificate {
    Certificate {
        issuer: name(issuer),
        ..certificate(common_name)
    }
}

/// Changes the validity of a certificate.
pub fn valid_between(certificate: Certificate, from: &str, to: &str) -> Certificate {
    Certificate {
        not_before: Some(time(from)),
        not_after: Some(time(to)),
        ..certificate
    }
}

/// Makes the listed certificate of this name; of several, the last one.
pub fn listed(common_name: &str) -> Certificate {
    let ca = KNOWN_CAS
        .iter()
        .rfind(|ca| ca.name == common_name)
        .expect("a listed CA");
    Certificate {
        sha256: bytes(ca.sha256),
        sha1: bytes(ca.sha1),
        subject: name(ca.name),
        issuer: name(ca.root),
        not_after: Timestamp::from_unix(ca.not_after.unix_timestamp()),
        ..certificate(common_name)
    }
}

/// Makes ISRG Root X1, a public root that isn't listed.
pub fn unlisted() -> Certificate {
    use sha2::Digest as _;
    let der = webpki_root_certs::TLS_SERVER_ROOT_CERTS
        .iter()
        .find(|der| {
            der.windows(17)
                .any(|window| window == b"ISRG Root X1\x30\x82\x02\x22\x30")
        })
        .expect("ISRG Root X1");
    Certificate {
        sha256: sha2::Sha256::digest(der).into(),
        sha1: [0x15; 20],
        not_after: Some(time("2035-06-04T11:04:38Z")),
        ..certificate("ISRG Root X1")
    }
}

/// Makes the gateway's own self-signed CA certificate.
pub fn own() -> Certificate {
    certificate(&format!("AzureGateway-{GUID}.cloudapp.net"))
}

pub fn cert(certificate: Certificate) -> Value {
    Value::Certificate(Box::new(certificate))
}

pub fn thumb(certificate: &Certificate) -> Value {
    Value::Thumbprint(certificate.sha1)
}

pub fn root_name(text: &str) -> Value {
    Value::RootName(text.to_owned())
}

pub fn issuer_name(text: &str) -> Value {
    Value::IssuerName(text.to_owned())
}

pub fn item(value: Value) -> Item {
    Item {
        field: Field::CaCert,
        inner: None,
        value,
    }
}

/// Makes an item of a field that never counts.
pub fn uncounted(value: Value, field: Field) -> Item {
    Item {
        field,
        ..item(value)
    }
}

pub fn part(role: Role, items: Vec<Item>) -> Part {
    Part {
        path: format!("Generic/{role:?}"),
        role,
        gateway: GatewayNames {
            // A profile that names no Azure gateway doesn't count.
            guids: match role {
                Role::OpenVpnProfile => vec![GUID.to_owned()],
                _ => Vec::new(),
            },
            ..GatewayNames::default()
        },
        items,
        pinned_root: None,
        clouds: Vec::new(),
        connection: Connection::default(),
        error: None,
    }
}

pub fn settings(values: Vec<Value>) -> Part {
    part(Role::VpnSettings, values.into_iter().map(item).collect())
}

pub fn server_root(certificate: Certificate) -> Part {
    part(Role::ServerRoot, vec![item(cert(certificate))])
}

/// Makes a package with these parts.
pub fn of(parts: Vec<Part>) -> Package {
    Package {
        name: "vpn.zip".to_owned(),
        size: Some(1),
        form: Form::Container,
        parts,
        stamps: Vec::new(),
        rezipped: false,
        errors: Vec::new(),
    }
}

/// Makes an input that is one certificate file.
pub fn lone(certificate: Certificate) -> Package {
    Package {
        form: Form::LoneCertificate,
        ..of(vec![server_root(certificate)])
    }
}

pub fn with_guid(mut part: Part, guid: &str) -> Part {
    part.gateway.guids.push(guid.to_owned());
    part
}

pub fn with_host(mut part: Part, host: &str) -> Part {
    part.gateway.hosts.push(host.to_owned());
    part
}

pub fn with_error(mut package: Package, kind: ErrorKind) -> Package {
    package.errors.push(Error::whole(kind));
    package
}

/// Returns the answer for 24 November 2026.
pub fn ask(package: &Package) -> InputReport {
    ask_at(package, "2026-11-24T03:00:00Z")
}

pub fn ask_at(package: &Package, now: &str) -> InputReport {
    judge(
        package,
        &Options {
            now: time(now),
            created: None,
        },
    )
}

pub fn rule(package: &Package) -> Rule {
    ask(package).rule
}

/// Returns the class of the first item of a package.
pub fn class(package: &Package) -> Class {
    ask(package).evidence.first().expect("an item").class
}

/// Returns true if a report contains a finding.
pub fn has(report: &InputReport, code: FindingCode) -> bool {
    report.findings.iter().any(|finding| finding.code == code)
}
