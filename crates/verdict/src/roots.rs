//! Which certificates are public: the listed CAs and Mozilla's roots (docs/rules.md, "Listed CAs and the table of
//! public roots").
//!
//! Certificates are matched by the digest of the whole certificate. A self-signature proves nothing, because public
//! roots are self-signed too. No signature is verified: DigiCert Global Root CA signs itself with SHA-1.

use p2s_package::{Certificate, Timestamp};
use time::OffsetDateTime;
use time::macros::datetime;

/// A listed CA: a root that Azure uses or used, or an intermediate that counts as its root.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownCa {
    /// Common name.
    pub name: &'static str,
    /// Common name of the root that it chains to; of a root, its own.
    pub root: &'static str,
    /// SHA-1 of the whole certificate, lower-case hex.
    pub sha1: &'static str,
    /// SHA-256 of the whole certificate, lower-case hex.
    pub sha256: &'static str,
    /// Start of validity.
    pub not_before: OffsetDateTime,
    /// End of validity.
    pub not_after: OffsetDateTime,
    /// True if it is no longer on Azure's list of CAs. It is still public, but isn't known to be in use.
    pub left_azure: bool,
}

impl KnownCa {
    /// Returns true for a root, false for an intermediate.
    pub fn is_root(&self) -> bool {
        self.name == self.root
    }
}

/// A row of the table that `build.rs` generates from Mozilla's TLS roots.
pub(crate) struct TableRoot {
    pub(crate) sha256: [u8; 32],
    pub(crate) common_name: Option<&'static str>,
    /// The common name, or the part of the subject that identifies the root if it has none of its own.
    pub(crate) name: &'static str,
    /// End of validity, in seconds since 1970-01-01 UTC.
    pub(crate) not_after: i64,
}

mod table {
    use super::TableRoot;
    include!(concat!(env!("OUT_DIR"), "/table.rs"));

    /// Returns all rows, sorted by SHA-256.
    pub(super) fn rows() -> &'static [TableRoot] {
        TABLE
    }
}

/// The listed CAs, roots first.
///
/// SHA-1 digests and validity are from Azure's lists of 2022-04-28 and 2025-11-17, SHA-256 digests from pages of
/// DigiCert and Microsoft. The digests of Microsoft TLS RSA Root G2, which Azure Database for PostgreSQL uses, were
/// computed from the certificate.
pub static KNOWN_CAS: &[KnownCa] = &[
    KnownCa {
        name: "DigiCert Global Root CA",
        root: "DigiCert Global Root CA",
        sha1: "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436",
        sha256: "4348a0e9444c78cb265e058d5e8944b4d84f9662bd26db257f8934a443c70161",
        not_before: datetime!(2006-11-10 00:00 UTC),
        not_after: datetime!(2031-11-10 00:00 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "DigiCert Global Root G2",
        root: "DigiCert Global Root G2",
        sha1: "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
        sha256: "cb3ccbb76031e5e0138f8dd39a23f9de47ffc35e43c1144cea27d46a5ab1cb5f",
        not_before: datetime!(2013-08-01 12:00 UTC),
        not_after: datetime!(2038-01-15 12:00 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "DigiCert Global Root G3",
        root: "DigiCert Global Root G3",
        sha1: "7e04de896a3e666d00e687d33ffad93be83d349e",
        sha256: "31ad6648f8104138c738f39ea4320133393e3a18cc02296ef97c2ac9ef6731d0",
        not_before: datetime!(2013-08-01 12:00 UTC),
        not_after: datetime!(2038-01-15 12:00 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "Baltimore CyberTrust Root",
        root: "Baltimore CyberTrust Root",
        sha1: "d4de20d05e66fc53fe1a50882c78db2852cae474",
        sha256: "16af57a9f676b0ab126095aa5ebadef22ab31119d644ac95cd4b93dbf3f26aeb",
        not_before: datetime!(2000-05-12 18:46 UTC),
        not_after: datetime!(2025-05-12 23:59 UTC),
        left_azure: true,
    },
    KnownCa {
        name: "Microsoft RSA Root Certificate Authority 2017",
        root: "Microsoft RSA Root Certificate Authority 2017",
        sha1: "73a5e64a3bff8316ff0edccc618a906e4eae4d74",
        sha256: "c741f70f4b2a8d88bf2e71c14122ef53ef10eba0cfa5e64cfa20f418853073e0",
        not_before: datetime!(2019-12-18 22:51:22 UTC),
        not_after: datetime!(2042-07-18 23:00:23 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "Microsoft ECC Root Certificate Authority 2017",
        root: "Microsoft ECC Root Certificate Authority 2017",
        sha1: "999a64c37ff47d9fab95f14769891460eec4c3c5",
        sha256: "358df39d764af9e1b766e9c972df352ee15cfac227af6ad1d70e8e4a6edcba02",
        not_before: datetime!(2019-12-18 23:06:45 UTC),
        not_after: datetime!(2042-07-18 23:16:04 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "D-TRUST Root Class 3 CA 2 2009",
        root: "D-TRUST Root Class 3 CA 2 2009",
        sha1: "58e8abb0361533fb80f79b1b6d29d3ff8d5f00f0",
        sha256: "49e7a442acf0ea6287050054b52564b650e4f49e42e348d6aa38e039e957b1c1",
        not_before: datetime!(2009-11-05 08:35:58 UTC),
        not_after: datetime!(2029-11-05 08:35:58 UTC),
        left_azure: true,
    },
    KnownCa {
        name: "Microsoft TLS RSA Root G2",
        root: "Microsoft TLS RSA Root G2",
        sha1: "21734d95a2473be25cbfd12a84c6fbc5bc8e2414",
        sha256: "6a170583db584151e1c454eeca2a64cc5d8e484a5bd1156e720b4458654ee9e5",
        not_before: datetime!(2025-04-10 18:36:30 UTC),
        not_after: datetime!(2040-04-10 18:43:51 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "DigiCert TLS RSA4096 Root G5",
        root: "DigiCert TLS RSA4096 Root G5",
        sha1: "a78849dc5d7c758c8cde399856b3aad0b2a57135",
        sha256: "371a00dc0533b3721a7eeb40e8419e70799d2b0a0f2c1d80693165f7cec4ad75",
        not_before: datetime!(2021-01-15 00:00 UTC),
        not_after: datetime!(2046-01-14 23:59:59 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "DigiCert TLS ECC P384 Root G5",
        root: "DigiCert TLS ECC P384 Root G5",
        sha1: "17f3de5e9f0f19e98ef61f32266e20c407ae30ee",
        sha256: "018e13f0772532cf809bd1b17281867283fc48c6e13be9c69812854a490c1b05",
        not_before: datetime!(2021-01-15 00:00 UTC),
        not_after: datetime!(2046-01-14 23:59:59 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "DigiCert SHA2 Secure Server CA",
        root: "DigiCert Global Root CA",
        sha1: "1fb86b1168ec743154062e8c9cc5b171a4b7ccb4",
        sha256: "154c433c491929c5ef686e838e323664a00e6a0d822ccc958fb4dab03e49a08f",
        not_before: datetime!(2013-03-08 12:00 UTC),
        not_after: datetime!(2023-03-08 12:00 UTC),
        left_azure: false,
    },
    KnownCa {
        name: "DigiCert SHA2 Secure Server CA",
        root: "DigiCert Global Root CA",
        sha1: "626d44e704d1ceabe3bf0d53397464ac8080142c",
        sha256: "c1ad7778796d20bca65c889a2655021156528bb62ff5fa43e1b8e5a83e3d2eaa",
        not_before: datetime!(2020-09-23 00:00 UTC),
        not_after: datetime!(2030-09-22 23:59:59 UTC),
        left_azure: false,
    },
];

/// Returns true if `digits` are the bytes in lower-case hexadecimal.
fn is_hex_of(digits: &str, bytes: &[u8]) -> bool {
    let (pairs, _) = digits.as_bytes().as_chunks::<2>();
    let digit = |value: u8| char::from_digit(value.into(), 16).map(|digit| digit as u8);
    pairs.len() == bytes.len()
        && pairs.iter().zip(bytes).all(|([high, low], byte)| {
            Some(*high) == digit(byte >> 4) && Some(*low) == digit(byte & 0xF)
        })
}

/// Returns the listed CA with this SHA-256.
fn known_ca_by_sha256(sha256: &[u8; 32]) -> Option<&'static KnownCa> {
    KNOWN_CAS.iter().find(|ca| is_hex_of(ca.sha256, sha256))
}

/// Returns the listed CA with this SHA-1.
pub(crate) fn known_ca_by_sha1(sha1: &[u8; 20]) -> Option<&'static KnownCa> {
    KNOWN_CAS.iter().find(|ca| is_hex_of(ca.sha1, sha1))
}

/// Returns the listed root with exactly this common name.
pub(crate) fn known_root_by_name(name: &str) -> Option<&'static KnownCa> {
    KNOWN_CAS.iter().find(|ca| ca.is_root() && ca.name == name)
}

/// Returns the last of the listed intermediates with exactly this common name.
pub(crate) fn known_intermediate_by_name(name: &str) -> Option<&'static KnownCa> {
    KNOWN_CAS
        .iter()
        .rfind(|ca| !ca.is_root() && ca.name == name)
}

/// A public root that an item of evidence shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Root {
    /// Position among all public roots, the listed ones first. Items that show the same root have the same id.
    pub(crate) id: usize,
    pub(crate) name: &'static str,
    /// Start of the root's validity, in seconds since 1970-01-01 UTC.
    pub(crate) not_before: Option<i64>,
    /// End of validity of the certificate that the item shows (the root's or an intermediate's), in seconds since
    /// 1970-01-01 UTC.
    pub(crate) not_after: i64,
    /// True if the root is on Azure's list.
    pub(crate) in_use: bool,
}

impl Root {
    /// Returns the root of a listed CA, with the CA's end of validity.
    pub(crate) fn of_known_ca(ca: &KnownCa) -> Option<Self> {
        let is_its_root = |root: &KnownCa| root.is_root() && root.name == ca.root;
        let id = KNOWN_CAS.iter().position(is_its_root)?;
        let root = KNOWN_CAS.get(id)?;
        Some(Root {
            id,
            name: root.name,
            not_before: Some(root.not_before.unix_timestamp()),
            not_after: ca.not_after.unix_timestamp(),
            in_use: !root.left_azure,
        })
    }

    /// Returns the root of a certificate that is a public root or a listed intermediate; `None` for any other.
    pub(crate) fn of_certificate(certificate: &Certificate) -> Option<Self> {
        if let Some(ca) = known_ca_by_sha256(&certificate.sha256) {
            return Root::of_known_ca(ca);
        }
        let rows = table::rows();
        let index = rows
            .binary_search_by(|root| root.sha256.cmp(&certificate.sha256))
            .ok()?;
        let root = rows.get(index)?;
        Some(Root {
            id: KNOWN_CAS.len().checked_add(index)?,
            name: root.name,
            not_before: certificate.not_before.map(Timestamp::unix),
            not_after: root.not_after,
            in_use: false,
        })
    }
}

/// Returns true if a public root, listed or not, has exactly this common name.
pub(crate) fn is_public_root_name(name: &str) -> bool {
    known_root_by_name(name).is_some()
        || table::rows()
            .iter()
            .any(|root| root.common_name == Some(name))
}
