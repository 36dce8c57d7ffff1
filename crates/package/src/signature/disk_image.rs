//! Disk images: of optical discs, of virtual disks, and of disks of macOS.

/// The fewest bytes at the end of a file that [`ends`] needs.
pub(crate) const TRAILER: usize = 512;

/// The signatures at the start: VHDX, VHD with dynamic size, VMDK, QCOW, an encrypted image of macOS.
const STARTS: [&[u8]; 6] = [
    b"vhdxfile",
    b"conectix",
    b"KDMV",
    b"# Disk DescriptorFile",
    b"QFI\xFB",
    b"encrcdsa",
];

/// Signatures at an offset: ISO 9660 (ECMA-119, 6.2.1: after the sixteen sectors of the system area), UDF (ECMA-167 2/9.1),
/// VDI, a GUID partition table (UEFI 5.3.2).
const INSIDE: [(usize, &[u8]); 4] = [
    (32_769, b"CD001"),
    (32_769, b"BEA01"),
    (64, b"\x7F\x10\xDA\xBE"),
    (512, b"EFI PART"),
];

/// The names of file systems in a boot sector.
const FILE_SYSTEMS: [&[u8]; 3] = [b"NTFS    ", b"EXFAT   ", b"MSDOS"];

/// Returns true for the first bytes of a disk image.
pub(crate) fn begins(head: &[u8]) -> bool {
    let at = |(start, magic): &(usize, &[u8])| {
        let bytes = head.get(*start..);
        bytes.is_some_and(|bytes| bytes.starts_with(magic))
    };
    STARTS.iter().any(|start| head.starts_with(start))
        || INSIDE.iter().any(at)
        || is_boot_sector(head)
}

/// Returns true for a boot sector: of a partitioned disk, or of a file system of Windows.
fn is_boot_sector(head: &[u8]) -> bool {
    let is_marked = head.get(510..512) == Some(b"\x55\xAA");
    let name = head.get(3..).unwrap_or_default();
    // Each of the four entries of a partition table begins with its status.
    let statuses = [446, 462, 478, 494].map(|at| head.get(at).copied());
    let is_table = statuses
        .iter()
        .all(|status| matches!(status, Some(0 | 0x80)));
    let is_table = is_table && head.get(450).is_some_and(|kind| *kind != 0);
    is_marked && (is_table || FILE_SYSTEMS.iter().any(|known| name.starts_with(known)))
}

/// Returns true for the last [`TRAILER`] bytes of a disk image: of macOS, or VHD.
pub(crate) fn ends(tail: &[u8]) -> bool {
    tail.starts_with(b"koly") || tail.starts_with(b"conectix")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(length: usize, parts: &[(usize, &[u8])]) -> Vec<u8> {
        let mut bytes = vec![0; length];
        for (start, part) in parts {
            bytes[*start..][..part.len()].copy_from_slice(part);
        }
        bytes
    }

    #[test]
    fn images_are_identified_by_their_signatures() {
        let mark: (usize, &[u8]) = (510, b"\x55\xAA");
        for image in [
            with(40_000, &[(32_769, b"CD001")]),
            with(600, &[(0, b"vhdxfile")]),
            with(600, &[mark, (3, b"NTFS    ")]),
            with(600, &[mark, (450, b"\x07")]),
            with(600, &[(512, b"EFI PART")]),
        ] {
            assert!(begins(&image), "{:?}", &image[..16]);
        }
        for other in [
            with(40_000, &[(32_768, b"CD001")]),
            with(600, &[mark]),
            with(600, &[(3, b"NTFS    ")]),
            with(600, &[mark, (450, b"\x07"), (446, b"\x01")]),
            Vec::new(),
        ] {
            assert!(!begins(&other), "{:?}", other.get(..16));
        }
        assert!(ends(&with(TRAILER, &[(0, b"koly")])) && ends(b"conectix"));
        assert!(!ends(&with(TRAILER, &[(1, b"koly")])));
    }
}
