//! Signatures inside Windows programs.

use super::{archive, compound_file};
use crate::bytes::contains;
use crate::model::ErrorKind;

/// The signature of a Windows program (the MS-DOS header).
pub(crate) const MAGIC: &[u8] = b"MZ";

/// Returns the kind of an installer that isn't the VPN client's, by the signatures that it contains.
pub(crate) fn installer(bytes: &[u8]) -> ErrorKind {
    if contains(bytes, archive::SEVEN_ZIP) {
        ErrorKind::SevenZip
    } else if contains(bytes, archive::RAR) {
        ErrorKind::Rar
    } else if contains(bytes, b"\xEF\xBE\xAD\xDENullsoftInst") {
        ErrorKind::Nsis
    } else if contains(bytes, compound_file::MAGIC) {
        ErrorKind::Msi
    } else {
        ErrorKind::OtherProgram
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installer_is_identified_by_what_it_contains() {
        for (bytes, expected) in [
            (&b"MZ7z\xBC\xAF\x27\x1C"[..], ErrorKind::SevenZip),
            (b"MZRar!\x1A\x07", ErrorKind::Rar),
            (b"MZ\xEF\xBE\xAD\xDENullsoftInst", ErrorKind::Nsis),
            (b"MZ\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrorKind::Msi),
            (b"MZNullsoftInst", ErrorKind::OtherProgram),
        ] {
            assert_eq!(installer(bytes), expected, "{bytes:?}");
        }
    }
}
