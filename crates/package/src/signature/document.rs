//! Texts that identify documents in bytes that can't be decoded, or inside another kind of file.

use crate::bytes::{contains, search};
use crate::model::Role;

/// Returns the role of a document for a reader that ignores what this one rejects, by a text that only such documents
/// contain.
pub(crate) fn mark(bytes: &[u8]) -> Option<Role> {
    const WIDE: &[u8] = b"V\0p\0n\0P\0r\0o\0f\0i\0l\0e";
    const MARKS: [(&[u8], Role); 7] = [
        (b"AzVpnProfile", Role::AzureVpnConfig),
        (b"VpnProfile", Role::VpnSettings),
        (WIDE, Role::VpnSettings),
        (b"<TrustedRootCA>", Role::ProfileScript),
        (b"<ca>", Role::OpenVpnProfile),
        (b"-----BEGIN CERTIFICATE-----", Role::ServerRoot),
        (b"-----BEGIN TRUSTED CERTIFICATE-----", Role::ServerRoot),
    ];
    let mark = MARKS.iter().find(|(mark, _)| contains(bytes, mark));
    mark.map(|(_, role)| *role)
}

/// Returns true if bytes contain a document or an encoded file, for a reader that ignores what surrounds it.
pub(crate) fn is_in(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 4] = [
        b"-----BEGIN X509 CERTIFICATE",
        b"-----BEGIN PKCS",
        b"-----BEGIN CMS",
        b"begin-base64",
    ];
    // "begin 644 name" of uuencode (POSIX).
    let mode = |start: usize| {
        let digits = bytes.get(start..).and_then(|rest| rest.get(6..10));
        matches!(digits, Some([b'0'..=b'7', b'0'..=b'7', b'0'..=b'7', b' ']))
    };
    let encoded = search(bytes, b"begin ").any(mode);
    encoded || mark(bytes).is_some() || marks.into_iter().any(|mark| contains(bytes, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_identified_by_a_text_that_only_it_contains() {
        for (bytes, role) in [
            (&b"\xFFAzVpnProfile"[..], Some(Role::AzureVpnConfig)),
            (b"\xFF<VpnProfile", Some(Role::VpnSettings)),
            (b"V\0p\0n\0P\0r\0o\0f\0i\0l\0e\0", Some(Role::VpnSettings)),
            (b"<TrustedRootCA>", Some(Role::ProfileScript)),
            (b"remote\0<ca>", Some(Role::OpenVpnProfile)),
            (b"-----BEGIN CERTIFICATE-----", Some(Role::ServerRoot)),
            (
                b"-----BEGIN TRUSTED CERTIFICATE-----",
                Some(Role::ServerRoot),
            ),
            (b"-----BEGIN X509 CRL-----", None),
            (b"a text", None),
        ] {
            assert_eq!(mark(bytes), role, "{bytes:?}");
        }
    }

    #[test]
    fn documents_and_encoded_files_are_found_anywhere() {
        for bytes in [
            &b"x<ca>"[..],
            b"x-----BEGIN PKCS7-----",
            b"x-----BEGIN CMS-----",
            b"x-----BEGIN X509 CERTIFICATE-----",
            b"begin-base64 644 a",
            b"\nbegin 644 vpn.zip",
        ] {
            assert!(is_in(bytes), "{bytes:?}");
        }
        for bytes in [&b"begin 689 x"[..], b"begin here", b"begin 64", b""] {
            assert!(!is_in(bytes), "{bytes:?}");
        }
    }
}
