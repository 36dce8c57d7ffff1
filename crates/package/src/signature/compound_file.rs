//! Compound files ([MS-CFB]): Office documents, Windows Installer databases and messages of Outlook.

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

/// Returns the kind of a compound file, from the root storage's class: 000C1084 for Windows Installer databases, 000C1082 and 000C1086
/// for their transforms and patches, 00020D0B for a message and 0006F046 for a template of one ([MS-OXMSG] 2.1.1).
pub(crate) fn kind(root: &[u8]) -> ErrorKind {
    const REST: &[u8] = &[0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
    const MESSAGE: &[u8] = &[0x0D, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
    const TEMPLATE: &[u8] = &[0xF0, 6, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46];
    match root.get(80..96).and_then(<[u8]>::split_first) {
        Some((0x82 | 0x84 | 0x86, REST)) => ErrorKind::Msi,
        Some((0x0B, MESSAGE) | (0x46, TEMPLATE)) => ErrorKind::Mail,
        _ => ErrorKind::Office,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_storage_follows_the_header_and_the_sectors_before_it() {
        let mut head = [0; 52];
        head[..8].copy_from_slice(MAGIC);
        (head[30], head[48]) = (9, 2);
        assert_eq!(root_storage(&head), Some(3 * 512));
        for (at, value) in [(0, 0), (30, 8), (30, 13)] {
            let mut other = head;
            other[at] = value;
            assert_eq!(root_storage(&other), None, "{at} {value}");
        }
        assert_eq!(root_storage(&head[..50]), None);
    }

    #[test]
    fn the_class_of_the_root_storage_identifies_windows_installer() {
        const CLASS: [u8; 16] = [
            0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46,
        ];
        let mut root = [0; 128];
        assert_eq!(kind(&root), ErrorKind::Office);
        root[80..96].copy_from_slice(&CLASS);
        assert_eq!(kind(&root), ErrorKind::Msi);
        root[80..84].copy_from_slice(&[0x0B, 0x0D, 2, 0]);
        assert_eq!(kind(&root), ErrorKind::Mail);
        root[80..84].copy_from_slice(&[0x46, 0xF0, 6, 0]);
        assert_eq!(kind(&root), ErrorKind::Mail);
        root[80] = 0x83;
        assert_eq!(kind(&root), ErrorKind::Office);
        assert_eq!(kind(&[]), ErrorKind::Office);
    }
}
