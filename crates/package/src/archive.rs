//! Archives of kinds that are not read here, told so that nothing is taken for a zip that other readers take for one of
//! them.

use crate::source::search;
use crate::{ErrorKind, program};

/// What gzip, xz, bzip2 and Zstandard begin with.
const COMPRESSED: [&[u8]; 4] = [b"\x1F\x8B", b"\xFD7zXZ\0", b"BZh", b"\x28\xB5\x2F\xFD"];

/// What others begin with: compress, lzip, LZMA, LZ4, cpio in its forms, ar, xar, ARJ, RPM, WIM, SquashFS, WARC.
const BEGINNINGS: [&[u8]; 16] = [
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

/// Whether a compressed file begins with these bytes, by which a person's file is named, too.
pub(crate) fn is_compressed(bytes: &[u8]) -> bool {
    COMPRESSED.iter().any(|start| bytes.starts_with(start))
}

/// Whether an archive begins with these bytes.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    let letters = BEGINNINGS.iter().any(|start| bytes.starts_with(start));
    let lha = bytes.get(2..5) == Some(b"-lh");
    // ECMA-119, 6.2.1: behind sixteen sectors of the system's own.
    let disk = bytes.get(32_769..32_774) == Some(b"CD001");
    is_compressed(bytes) || letters || lha || disk || is_tar(bytes)
}

/// Whether one begins or stands in there.
pub(crate) fn holds(bytes: &[u8]) -> bool {
    begins(bytes)
        || search(bytes, b"ustar").next().is_some()
        || program::cabinet_begins(bytes, u64::MAX)
        || program::installer(bytes) != ErrorKind::OtherProgram
}

/// A header of tar (POSIX.1-1988, 10.1.1), old or new, by its check sum: the sum of its bytes with blanks for the sum.
fn is_tar(bytes: &[u8]) -> bool {
    let Some((header, _)) = bytes.split_first_chunk::<512>() else {
        return false;
    };
    let (before, rest) = header.split_at(148);
    let (told, behind) = rest.split_at(8);
    let digits: String = told.iter().map(|byte| char::from(*byte)).collect();
    let told = u32::from_str_radix(digits.trim_matches(['\0', ' ']), 8);
    let sum: u32 = before
        .iter()
        .chain(behind)
        .map(|byte| u32::from(*byte))
        .sum();
    told == Ok(sum.saturating_add(8 * 32))
}
