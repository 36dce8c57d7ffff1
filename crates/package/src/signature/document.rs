//! Marks of documents in bytes that can't be decoded, or that another kind of file surrounds.

use crate::bytes::{contains, search};
use crate::model::Role;

/// Returns the document that bytes are if another reader ignores what this one rejects, identified by a text that only it
/// contains.
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
