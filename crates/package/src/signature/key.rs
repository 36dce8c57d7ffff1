//! Texts with a known first line: keys (PuTTY, RFC 4716, OpenSSH) and Git LFS pointers.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_pointers_are_identified_by_their_first_characters() {
        for (text, expected) in [
            (
                "PuTTY-User-Key-File-3: ssh-ed25519",
                Some(ErrorKind::PrivateKey),
            ),
            (
                "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----",
                Some(ErrorKind::PrivateKey),
            ),
            (
                "---- BEGIN SSH2 PUBLIC KEY ----",
                Some(ErrorKind::PublicKey),
            ),
            ("ssh-rsa AAAA", Some(ErrorKind::PublicKey)),
            ("ecdsa-sha2-nistp256 AAAA", Some(ErrorKind::PublicKey)),
            (
                "version https://git-lfs.github.com/spec/v1",
                Some(ErrorKind::LfsPointer),
            ),
            (" ssh-rsa AAAA", None),
            ("ssh-rsa", None),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
