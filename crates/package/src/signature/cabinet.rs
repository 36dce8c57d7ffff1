//! Headers of Microsoft cabinets ([MS-CAB] 2.1 CFHEADER).

use crate::bytes::{LittleEndian as _, search};

/// The signature of a cabinet.
pub(crate) const MAGIC: &[u8] = b"MSCF";

/// Bytes of the fixed header.
pub(crate) const HEADER: usize = 36;

/// Returns every header that any reader finds in bytes of a file of `length` bytes, with its offset.
pub(crate) fn headers(bytes: &[u8], length: u64) -> impl Iterator<Item = (usize, &[u8])> {
    possible_headers(bytes).filter(move |(_, header)| is_header(header, length))
}

/// Returns every offset of the signature, with as many bytes as a header has.
fn possible_headers(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    search(bytes, MAGIC).filter_map(|start| Some((start, bytes.get(start..)?.get(..HEADER)?)))
}

/// Returns true if any reader finds a header in bytes of a file of `length` bytes.
pub(crate) fn is_in(bytes: &[u8], length: u64) -> bool {
    headers(bytes, length).next().is_some()
}

/// Returns true if any reader takes 36 bytes of a file of `length` bytes for a cabinet's header. Not all readers check the
/// version and the reserved fields, the length against the file's, or the offset of the file table.
fn is_header(header: &[u8], length: u64) -> bool {
    let long = |at| header.u32_at(at).map_or(u64::MAX, u64::from);
    let any = |at| header.u16_at(at).is_some_and(|count| count != 0);
    let (declared, files) = (long(8), long(16));
    let inside = (HEADER as u64..=length).contains(&files);
    // cabextract accepts a cabinet that ends up to 32 bytes after its file.
    let fits = declared <= length.saturating_add(32) && files < declared;
    header.starts_with(MAGIC) && (inside || fits) && any(26) && any(28)
}

/// Returns true if 36 bytes of a file of `length` bytes are a cabinet's header as the vendor's tools write it.
pub(crate) fn is_regular_header(header: &[u8], length: u64) -> bool {
    let declared = header.u32_at(8).map(u64::from);
    header.u32_at(4) == Some(0)
        && header.get(24..26) == Some(&[3, 1])
        && declared.is_some_and(|declared| (HEADER as u64..=length).contains(&declared))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header with the cabinet's length and the offset of its file table.
    fn header(declared: u32, files: u32) -> Vec<u8> {
        let mut bytes = b"MSCF\0\0\0\0".to_vec();
        for field in [declared, 0, files, 0] {
            bytes.extend(field.to_le_bytes());
        }
        bytes.extend([3, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn any_reader_takes_a_header_whose_length_or_file_table_fits() {
        for (declared, files, expected) in [
            (100, 44, true),
            (132, 200, false),
            (132, 131, true),
            (133, 131, false),
            (9_999, 100, true),
            (9_999, 101, false),
            (9_999, 35, false),
        ] {
            let found = is_header(&header(declared, files), 100);
            assert_eq!(found, expected, "{declared} {files}");
        }
        for at in [0, 26, 28] {
            let mut other = header(100, 44);
            other[at] = 0;
            assert!(!is_header(&other, 100), "{at}");
        }
    }

    #[test]
    fn a_regular_header_has_its_version_and_fits_the_file() {
        let good = header(100, 44);
        assert!(is_regular_header(&good, 100));
        assert!(!is_regular_header(&good, 99));
        assert!(!is_regular_header(&header(35, 44), 100));
        for (at, value) in [(4, 1), (24, 2), (25, 2)] {
            let mut other = good.clone();
            other[at] = value;
            assert!(!is_regular_header(&other, 100), "{at}");
        }
    }

    #[test]
    fn headers_are_found_anywhere_if_they_are_whole() {
        let bytes = [b"MSCF x ", &header(43, 40)[..]].concat();
        let starts: Vec<usize> = possible_headers(&bytes).map(|(start, _)| start).collect();
        assert_eq!(starts, [0, 7]);
        assert!(is_in(&bytes, 43));
        assert!(!is_in(&bytes[..42], 42));
    }
}
