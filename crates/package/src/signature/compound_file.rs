//! Compound files ([MS-CFB]): Office documents and Windows Installer databases.

use crate::bytes::LittleEndian as _;
use crate::model::ErrorKind;

/// The signature of a compound file ([MS-CFB] 2.2).
pub(crate) const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Returns the offset of the root storage's directory entry, which identifies the application ([MS-CFB] 2.2 and 2.6).
pub(crate) fn root_storage(head: &[u8]) -> Option<u64> {
    let compound = head.starts_with(MAGIC);
    let shift = head
        .u16_at(30)
        .filter(|shift| compound && (9..=12).contains(shift))?;
    let sector = u64::from(head.u32_at(48)?).checked_add(1)?;
    sector.checked_mul(1 << shift)
}

/// Returns whose file it is, from the root storage's class: 000C1084 for Windows Installer databases, 000C1082 and 000C1086
/// for their transforms and patches.
pub(crate) fn kind(root: &[u8]) -> ErrorKind {
    const REST: &[u8] = &[0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
    match root.get(80..96).and_then(<[u8]>::split_first) {
        Some((0x82 | 0x84 | 0x86, REST)) => ErrorKind::Msi,
        _ => ErrorKind::Office,
    }
}
