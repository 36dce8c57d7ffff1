//! Local file headers of zips (APPNOTE 4.3.7), as streaming readers search for them.

use crate::bytes::{LittleEndian as _, search};

/// The signature of a local file header.
pub(crate) const LOCAL_MAGIC: &[u8] = b"PK\x03\x04";

/// The signature of a header of the central directory (APPNOTE 4.3.12).
pub(crate) const DIRECTORY_MAGIC: &[u8] = b"PK\x01\x02";

/// The signature that a data descriptor can have (APPNOTE 4.3.9.3).
pub(crate) const DESCRIPTOR_MAGIC: &[u8] = b"PK\x07\x08";

/// The signature of the end of central directory record (APPNOTE 4.3.16).
pub(crate) const EOCD_MAGIC: &[u8] = b"PK\x05\x06";

/// Bytes of a local file header without its name and extra field.
pub(crate) const LOCAL_HEADER: usize = 30;

/// Returns true if any header in these bytes fulfils a condition.
pub(crate) fn any_header(bytes: &[u8], condition: fn(&[u8]) -> bool) -> bool {
    search(bytes, LOCAL_MAGIC).any(|start| bytes.get(start..).is_some_and(condition))
}

/// Returns true if a streaming reader can take bytes for a local header. Not all readers check its version and flags.
pub(crate) fn is_header(bytes: &[u8]) -> bool {
    let at_most = |at, most| bytes.u16_at(at).is_some_and(|value| value <= most);
    bytes.starts_with(LOCAL_MAGIC) && at_most(8, 99) && !at_most(26, 0)
}

/// Returns true for a header with a version, flags, a name or sizes as entries have them. For bytes that can be machine
/// code.
pub(crate) fn is_likely_header(bytes: &[u8]) -> bool {
    let version = bytes.u16_at(4).is_some_and(|version| version <= 63);
    let flags = bytes.u16_at(6).is_some_and(|flags| flags & !0x287F == 0);
    let length = usize::from(bytes.u16_at(26).unwrap_or(0));
    let name = bytes.get(LOCAL_HEADER..).unwrap_or_default();
    let mut printable = name.iter().take(length);
    is_header(bytes) && (version || flags || printable.all(|byte| *byte >= b' ') || fits(bytes))
}

/// Returns true if the data of a local header ends within these bytes.
fn fits(bytes: &[u8]) -> bool {
    let long = |at| bytes.u32_at(at).map_or(u64::MAX, u64::from);
    let short = |at| bytes.u16_at(at).map_or(u64::MAX, u64::from);
    let (method, packed, unpacked) = (short(8), long(18), long(22));
    let end = [short(26), short(28), packed]
        .into_iter()
        .fold(LOCAL_HEADER as u64, u64::saturating_add);
    let sizes = method == 8 || method == 0 && packed == unpacked;
    sizes && end <= bytes.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header with a version, a method, packed and unpacked sizes, and the name `a`.
    fn header(version: u16, method: u16, packed: u32, unpacked: u32) -> Vec<u8> {
        let mut bytes = LOCAL_MAGIC.to_vec();
        for field in [version, 0xFFFF, method, 0, 0, 0, 0] {
            bytes.extend(field.to_le_bytes());
        }
        bytes.extend(packed.to_le_bytes());
        bytes.extend(unpacked.to_le_bytes());
        bytes.extend([1, 0, 0, 0, b'a']);
        bytes
    }

    #[test]
    fn a_header_has_a_method_and_a_name() {
        let good = header(20, 99, 0, 0);
        assert!(is_header(&good));
        let nameless = [&good[..26], &[0, 0, 0, 0]].concat();
        for other in [&header(20, 100, 0, 0), &nameless, &good[1..], &good[..9]] {
            assert!(!is_header(other), "{other:?}");
        }
    }

    #[test]
    fn a_likely_header_has_one_field_as_entries_have_it() {
        // Version and flags are random, and the name is a control character.
        let random = |method, packed, unpacked| {
            let mut bytes = header(0x1234, method, packed, unpacked);
            bytes[30] = 1;
            bytes
        };
        assert!(!is_likely_header(&random(8, 1, 1)));
        assert!(!is_likely_header(&random(0, 0, 1)));
        let flags = [&random(8, 1, 1)[..6], &[8, 0], &random(8, 1, 1)[8..]].concat();
        for likely in [
            &header(20, 8, 1, 1)[..],
            &header(0x1234, 8, 1, 1),
            &random(8, 0, 1),
            &random(0, 0, 0),
            &flags,
        ] {
            assert!(is_likely_header(likely), "{likely:?}");
        }
    }

    #[test]
    fn a_header_is_found_anywhere() {
        let bytes = [b"PK\x03\x04, then ", &header(20, 8, 0, 0)[..]].concat();
        assert!(any_header(&bytes, is_header));
        assert!(!any_header(&bytes[..20], is_header));
    }
}
