//! Texts that begin with a line of their own: keys (PuTTY, RFC 4716, OpenSSH) and Git LFS pointers.

use crate::model::ErrorKind;

/// Returns what a text is, from its first characters.
pub(crate) fn kind(text: &str) -> Option<ErrorKind> {
    const STARTS: &[(&str, ErrorKind)] = &[
        ("PuTTY-User-Key-File-", ErrorKind::PrivateKey),
        (
            "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY",
            ErrorKind::PrivateKey,
        ),
        ("---- BEGIN SSH2 PUBLIC KEY", ErrorKind::PublicKey),
        ("ssh-rsa ", ErrorKind::PublicKey),
        ("ssh-dss ", ErrorKind::PublicKey),
        ("ssh-ed25519 ", ErrorKind::PublicKey),
        ("ecdsa-sha2-", ErrorKind::PublicKey),
        ("version https://git-lfs", ErrorKind::LfsPointer),
    ];
    let known = STARTS.iter().find(|(start, _)| text.starts_with(start));
    known.map(|(_, kind)| *kind)
}
