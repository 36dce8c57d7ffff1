//! Archives that aren't read here, recognized so that no file is taken for a zip that other readers take for one of them.

use super::{cabinet, program};
use crate::bytes::contains;
use crate::model::ErrorKind;

/// The signature of 7z.
pub(crate) const SEVEN_ZIP: &[u8] = b"7z\xBC\xAF\x27\x1C";

/// The signature of RAR.
pub(crate) const RAR: &[u8] = b"Rar!\x1A\x07";

/// The signatures of gzip, xz, bzip2 and Zstandard.
const COMPRESSED: [&[u8]; 4] = [b"\x1F\x8B", b"\xFD7zXZ\0", b"BZh", b"\x28\xB5\x2F\xFD"];

/// The signatures of others: compress, lzip, LZMA, LZ4, cpio in its forms, ar, xar, ARJ, RPM, WIM, SquashFS, WARC.
const OTHERS: [&[u8]; 16] = [
    b"\x1F\x9D",
    b"LZIP",
    b"\x5D\0\0",
    b"\x04\x22\x4D\x18",
    b"070701",
    b"070702",
    b"070707",
    b"\xC7\x71",
    b"\x71\xC7",
    b"!<arch>",
    b"xar!",
    b"\x60\xEA",
    b"\xED\xAB\xEE\xDB",
    b"MSWIM\0",
    b"hsqs",
    b"WARC/1",
];

/// Returns true for the first bytes of a compressed file.
pub(crate) fn is_compressed(bytes: &[u8]) -> bool {
    COMPRESSED.iter().any(|start| bytes.starts_with(start))
}

/// Returns true for the first bytes of an archive from which Linux or macOS installs programs, or of one that 7-Zip opens:
/// ar (.deb), RPM, xar (.pkg), WIM, SquashFS, LHA.
pub(crate) fn is_installation_archive(bytes: &[u8]) -> bool {
    const STARTS: [&[u8]; 5] = [
        b"!<arch>\n",
        b"\xED\xAB\xEE\xDB",
        b"xar!\0",
        b"MSWIM\0\0\0",
        b"hsqs",
    ];
    STARTS.iter().any(|start| bytes.starts_with(start)) || is_lha(bytes)
}

fn is_lha(bytes: &[u8]) -> bool {
    bytes.get(2..5) == Some(b"-lh") && bytes.get(6) == Some(&b'-')
}

/// Returns true for the first bytes of an archive.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    let other = OTHERS.iter().any(|start| bytes.starts_with(start));
    // ECMA-119, 6.2.1: after the sixteen sectors of the system area.
    let disk = bytes.get(32_769..32_774) == Some(b"CD001");
    is_compressed(bytes) || other || is_lha(bytes) || disk || is_tar(bytes)
}

/// Returns true if bytes begin with an archive or contain one.
pub(crate) fn is_in(bytes: &[u8]) -> bool {
    begins(bytes)
        || contains(bytes, b"ustar")
        || cabinet::is_in(bytes, u64::MAX)
        || program::installer(bytes) != ErrorKind::OtherProgram
}

/// Returns true for a header of tar (POSIX.1-1988, 10.1.1), old or new. Its checksum is the sum of all bytes, with blanks in
/// the place of the checksum.
fn is_tar(bytes: &[u8]) -> bool {
    let Some((header, _)) = bytes.split_first_chunk::<512>() else {
        return false;
    };
    let (before, rest) = header.split_at(148);
    let (declared, after) = rest.split_at(8);
    let digits: String = declared.iter().map(|byte| char::from(*byte)).collect();
    let declared = u32::from_str_radix(digits.trim_matches(['\0', ' ']), 8);
    let sum: u32 = before
        .iter()
        .chain(after)
        .map(|byte| u32::from(*byte))
        .sum();
    declared == Ok(sum.saturating_add(8 * 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tar() -> Vec<u8> {
        let mut header = vec![0; 512];
        header[..5].copy_from_slice(b"a.txt");
        let sum = b"a.txt"
            .iter()
            .map(|byte| u32::from(*byte))
            .chain([8 * 32])
            .sum::<u32>();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        header
    }

    #[test]
    fn archives_are_identified_by_their_first_bytes() {
        let disk = [&[0; 32_769], &b"CD001"[..]].concat();
        for bytes in [
            &b"\x1F\x8B"[..],
            b"BZh9",
            b"LZIP",
            b"!<arch>\n",
            b"x\x00-lh5-",
            &tar(),
            &disk,
        ] {
            assert!(begins(bytes), "{:?}", &bytes[..bytes.len().min(8)]);
        }
        let mut other = tar();
        other[0] = b'b';
        for bytes in [&b"a text"[..], b"", &other, &tar()[..511]] {
            assert!(!begins(bytes), "{:?}", &bytes[..bytes.len().min(8)]);
        }
        assert!(is_compressed(b"\x28\xB5\x2F\xFD") && !is_compressed(b"LZIP"));
    }

    #[test]
    fn archives_of_some_kinds_are_found_anywhere() {
        for bytes in [&b"x7z\xBC\xAF\x27\x1C"[..], b"xRar!\x1A\x07", b"xustar"] {
            assert!(is_in(bytes), "{bytes:?}");
        }
        assert!(!is_in(b"x\x1F\x8B") && !is_in(b"a text"));
    }
}
