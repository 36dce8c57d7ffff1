//! Which certificates are public: the listed ones, and the table of a well-kept root store.
//!
//! Everything is matched by the digest of the whole certificate. Being self-signed says nothing (a public root
//! is, too), and no signature is verified (that of DigiCert Global Root CA is SHA-1).

use time::OffsetDateTime;
use time::macros::datetime;

/// A public CA that the gateways were seen or said to stand under.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Listed {
    /// Common name.
    pub name: &'static str,
    /// The root it stands under; its own name for a root.
    pub root: &'static str,
    /// SHA-1 of the whole certificate, lower-case hex.
    pub sha1: &'static str,
    /// SHA-256 of the whole certificate, lower-case hex.
    pub sha256: &'static str,
    /// End of its validity.
    pub not_after: OffsetDateTime,
}

impl Listed {
    /// Whether it is a root.
    pub fn is_root(&self) -> bool {
        self.name == self.root
    }
}

/// A root of the generated table.
pub(crate) struct TableRoot {
    pub(crate) sha256: [u8; 32],
    pub(crate) common_name: Option<&'static str>,
    pub(crate) name: &'static str,
    /// End of validity, seconds since 1970.
    pub(crate) not_after: i64,
}

mod table {
    use super::TableRoot;
    include!(concat!(env!("OUT_DIR"), "/table.rs"));

    pub(super) fn all() -> &'static [TableRoot] {
        TABLE
    }
}

/// The listed CAs: Azure's list of 2022-04-28 (SHA-1, ends), DigiCert's and Microsoft's pages (SHA-256).
pub static LISTED: &[Listed] = &[
    Listed {
        name: "DigiCert Global Root CA",
        root: "DigiCert Global Root CA",
        sha1: "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436",
        sha256: "4348a0e9444c78cb265e058d5e8944b4d84f9662bd26db257f8934a443c70161",
        not_after: datetime!(2031-11-10 00:00 UTC),
    },
    Listed {
        name: "DigiCert Global Root G2",
        root: "DigiCert Global Root G2",
        sha1: "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
        sha256: "cb3ccbb76031e5e0138f8dd39a23f9de47ffc35e43c1144cea27d46a5ab1cb5f",
        not_after: datetime!(2038-01-15 12:00 UTC),
    },
    Listed {
        name: "DigiCert Global Root G3",
        root: "DigiCert Global Root G3",
        sha1: "7e04de896a3e666d00e687d33ffad93be83d349e",
        sha256: "31ad6648f8104138c738f39ea4320133393e3a18cc02296ef97c2ac9ef6731d0",
        not_after: datetime!(2038-01-15 12:00 UTC),
    },
    Listed {
        name: "Baltimore CyberTrust Root",
        root: "Baltimore CyberTrust Root",
        sha1: "d4de20d05e66fc53fe1a50882c78db2852cae474",
        sha256: "16af57a9f676b0ab126095aa5ebadef22ab31119d644ac95cd4b93dbf3f26aeb",
        not_after: datetime!(2025-05-12 23:59 UTC),
    },
    Listed {
        name: "Microsoft RSA Root Certificate Authority 2017",
        root: "Microsoft RSA Root Certificate Authority 2017",
        sha1: "73a5e64a3bff8316ff0edccc618a906e4eae4d74",
        sha256: "c741f70f4b2a8d88bf2e71c14122ef53ef10eba0cfa5e64cfa20f418853073e0",
        not_after: datetime!(2042-07-18 23:00:23 UTC),
    },
    Listed {
        name: "Microsoft ECC Root Certificate Authority 2017",
        root: "Microsoft ECC Root Certificate Authority 2017",
        sha1: "999a64c37ff47d9fab95f14769891460eec4c3c5",
        sha256: "358df39d764af9e1b766e9c972df352ee15cfac227af6ad1d70e8e4a6edcba02",
        not_after: datetime!(2042-07-18 23:16:04 UTC),
    },
    Listed {
        name: "D-TRUST Root Class 3 CA 2 2009",
        root: "D-TRUST Root Class 3 CA 2 2009",
        sha1: "58e8abb0361533fb80f79b1b6d29d3ff8d5f00f0",
        sha256: "49e7a442acf0ea6287050054b52564b650e4f49e42e348d6aa38e039e957b1c1",
        not_after: datetime!(2029-11-05 08:35:58 UTC),
    },
    Listed {
        name: "DigiCert SHA2 Secure Server CA",
        root: "DigiCert Global Root CA",
        sha1: "1fb86b1168ec743154062e8c9cc5b171a4b7ccb4",
        sha256: "154c433c491929c5ef686e838e323664a00e6a0d822ccc958fb4dab03e49a08f",
        not_after: datetime!(2023-03-08 12:00 UTC),
    },
    Listed {
        name: "DigiCert SHA2 Secure Server CA",
        root: "DigiCert Global Root CA",
        sha1: "626d44e704d1ceabe3bf0d53397464ac8080142c",
        sha256: "c1ad7778796d20bca65c889a2655021156528bb62ff5fa43e1b8e5a83e3d2eaa",
        not_after: datetime!(2030-09-22 23:59:59 UTC),
    },
];

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The listed CA with this SHA-256.
pub(crate) fn listed_by_sha256(sha256: &[u8; 32]) -> Option<&'static Listed> {
    let digits = hex(sha256);
    LISTED.iter().find(|listed| listed.sha256 == digits)
}

/// The listed CA with this SHA-1.
pub(crate) fn listed_by_sha1(sha1: &[u8; 20]) -> Option<&'static Listed> {
    let digits = hex(sha1);
    LISTED.iter().find(|listed| listed.sha1 == digits)
}

/// The listed root with exactly this common name.
pub(crate) fn listed_root_by_name(name: &str) -> Option<&'static Listed> {
    LISTED
        .iter()
        .find(|listed| listed.is_root() && listed.name == name)
}

/// The listed intermediates with exactly this common name.
pub(crate) fn listed_intermediate_by_name(name: &str) -> Option<&'static Listed> {
    LISTED
        .iter()
        .rfind(|listed| !listed.is_root() && listed.name == name)
}

/// The root of the table with this SHA-256.
pub(crate) fn table_root(sha256: &[u8; 32]) -> Option<&'static TableRoot> {
    let index = table::all()
        .binary_search_by(|root| root.sha256.cmp(sha256))
        .ok()?;
    table::all().get(index)
}

/// Whether a public root, listed or of the table, has exactly this common name.
pub(crate) fn is_public_root_name(name: &str) -> bool {
    listed_root_by_name(name).is_some()
        || table::all()
            .iter()
            .any(|root| root.common_name == Some(name))
}
