//! Structures in DER (X.690) that begin with a SEQUENCE: certificates, keys, requests and the like.

use super::Signature;
use crate::bytes::contains;
use crate::model::ErrorKind;

/// Returns true for a SEQUENCE with a long length, or with a short one that fits the file: a text can begin with `0`, too.
pub(super) fn looks_like_der(head: &[u8]) -> bool {
    match head {
        [0x30, 0x80..=0xFF, ..] => true,
        [0x30, length, body @ ..] => usize::from(*length) == body.len(),
        _ => false,
    }
}

/// Returns what a SEQUENCE is. One that isn't another known structure is a certificate, perhaps a damaged one.
pub(super) fn kind(bytes: &[u8]) -> Signature {
    let Some(body) = body_of(bytes) else {
        return Signature::Certificate;
    };
    const SIGNED_DATA: &[u8] = &[6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
    match body {
        [2, 1, 3, 0x30, ..] => Signature::Other(ErrorKind::Pkcs12),
        // PKCS #1 and PKCS #8 keys, SEC 1 keys.
        [2, 1, 0 | 1, 2 | 4 | 0x30, ..] => Signature::Other(ErrorKind::PrivateKey),
        // A signed profile of Apple is SignedData with a property list in it.
        _ if body.starts_with(SIGNED_DATA) && contains(body, b"<plist") => {
            Signature::Other(ErrorKind::MobileConfig)
        }
        _ if body.starts_with(SIGNED_DATA) => Signature::Other(ErrorKind::Pkcs7),
        [0x30, ..] => match body_of(body) {
            Some([2, 1, 0, 0x30, ..]) => Signature::Other(ErrorKind::SigningRequest),
            // EncryptedPrivateKeyInfo: an algorithm of PKCS #5 or PKCS #12, then one string to the end.
            Some([6, 9 | 10, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5 | 12, ..]) => {
                Signature::Other(ErrorKind::PrivateKey)
            }
            Some(fields) if is_revocation_list(fields) => {
                Signature::Other(ErrorKind::RevocationList)
            }
            // SubjectPublicKeyInfo: an algorithm's identifier and the key; a certificate begins with its version.
            Some([6, ..]) => Signature::Other(ErrorKind::PublicKey),
            _ => Signature::Certificate,
        },
        _ => Signature::Other(ErrorKind::UnknownContent),
    }
}

/// Returns true for the fields of a TBSCertList (RFC 5280 section 5.1): an optional version, an algorithm, an issuer, and
/// then a time, where a certificate has a SEQUENCE of two.
fn is_revocation_list(fields: &[u8]) -> bool {
    let version = if fields.starts_with(&[2, 1, 1]) { 3 } else { 0 };
    let issuer = fields.get(version..).and_then(after_sequence);
    let time = issuer
        .and_then(after_sequence)
        .and_then(|rest| rest.first());
    matches!(time, Some(0x17 | 0x18))
}

/// Returns what follows a SEQUENCE.
fn after_sequence(bytes: &[u8]) -> Option<&[u8]> {
    let body = bytes
        .first()
        .filter(|tag| **tag == 0x30)
        .and(body_of(bytes))?;
    let length = match bytes.get(1)? {
        count @ 0x81..=0x84 => bytes
            .get(2..usize::from(count & 0x0F).checked_add(2)?)?
            .iter()
            .fold(0_usize, |length, byte| (length << 8) | usize::from(*byte)),
        short => usize::from(*short),
    };
    body.get(length..)
}

/// Returns what follows the tag and length of a value.
fn body_of(bytes: &[u8]) -> Option<&[u8]> {
    match bytes.get(1)? {
        length @ 0x81..=0x84 => bytes.get(usize::from(length & 0x0F).saturating_add(2)..),
        0..=0x80 => bytes.get(2..),
        _ => None,
    }
    .filter(|body| !body.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &[u8] =
        include_bytes!("../../../../tests/certificates/digicert-global-root-g2.der");

    fn tlv(tag: u8, body: &[u8]) -> Vec<u8> {
        let length = u8::try_from(body.len()).unwrap();
        match length {
            0..=127 => [&[tag, length], body].concat(),
            _ => [&[tag, 0x81, length], body].concat(),
        }
    }

    #[test]
    fn a_sequence_has_a_long_length_or_fits_the_file() {
        assert!(looks_like_der(ROOT) && looks_like_der(b"0\x02ab"));
        assert!(!looks_like_der(b"0\x02abc") && !looks_like_der(b"1\x82") && !looks_like_der(b"0"));
    }

    #[test]
    fn each_structure_is_identified_by_how_it_begins() {
        let sequence = |body: &[u8]| tlv(0x30, body);
        let signed_data = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
        let encryption = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 13];
        let profile = [&signed_data[..], b"<plist version"].concat();
        let list = [
            sequence(&[6, 0]),
            sequence(&[0x31, 0]),
            tlv(0x17, b"190101000000Z"),
        ]
        .concat();
        let version_2 = [&[2, 1, 1], &list[..]].concat();
        let padded = [&list[..], &[0; 150]].concat();
        for (body, kind_of_file) in [
            (vec![2, 1, 3, 0x30, 0], ErrorKind::Pkcs12),
            (vec![2, 1, 0, 2, 0], ErrorKind::PrivateKey),
            (vec![2, 1, 1, 4, 0], ErrorKind::PrivateKey),
            (vec![2, 1, 0, 0x30, 0], ErrorKind::PrivateKey),
            (signed_data.to_vec(), ErrorKind::Pkcs7),
            (profile, ErrorKind::MobileConfig),
            (sequence(&[2, 1, 0, 0x30, 0]), ErrorKind::SigningRequest),
            (sequence(&encryption), ErrorKind::PrivateKey),
            (sequence(&[6, 3, 0x2B, 0x65, 0x70]), ErrorKind::PublicKey),
            (sequence(&list), ErrorKind::RevocationList),
            (sequence(&version_2), ErrorKind::RevocationList),
            (sequence(&padded), ErrorKind::RevocationList),
            (vec![4, 0], ErrorKind::UnknownContent),
        ] {
            let found = kind(&sequence(&body));
            assert_eq!(found, Signature::Other(kind_of_file), "{body:?}");
        }
    }

    #[test]
    fn what_has_no_other_structure_is_a_certificate() {
        for bytes in [ROOT, &ROOT[..40], b"0\x82", b"0\x80", b"0\x85\0"] {
            assert_eq!(kind(bytes), Signature::Certificate, "{bytes:?}");
        }
    }
}
