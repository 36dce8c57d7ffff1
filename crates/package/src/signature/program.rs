//! Signatures inside Windows programs.

use super::{archive, compound_file};
use crate::bytes::contains;
use crate::model::ErrorKind;

/// Returns whose installer a program is, from what other installers contain.
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
