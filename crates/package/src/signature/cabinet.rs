//! Headers of Microsoft cabinets ([MS-CAB] 2.1 CFHEADER).

use crate::bytes::{LittleEndian as _, search};

/// The signature of a cabinet.
pub(crate) const MAGIC: &[u8] = b"MSCF";

/// Bytes of the fixed header.
pub(crate) const HEADER: usize = 36;

/// Returns every offset of the signature, with as many bytes as a header has.
pub(crate) fn headers(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    search(bytes, MAGIC).filter_map(|start| Some((start, bytes.get(start..)?.get(..HEADER)?)))
}

/// Returns true if a cabinet begins in these bytes of a file of `length` bytes, for any reader.
pub(crate) fn is_in(bytes: &[u8], length: u64) -> bool {
    headers(bytes).any(|(_, header)| is_header(header, length))
}

/// Returns true if any reader takes 36 bytes of a file of `length` bytes for a cabinet's header. Not all readers check the
/// version and the reserved fields, the length against the file's, or the offset of the file table.
pub(crate) fn is_header(header: &[u8], length: u64) -> bool {
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
