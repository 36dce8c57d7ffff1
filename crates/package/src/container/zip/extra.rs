//! The two extra fields that change what a reader sees: zip64 (APPNOTE 4.5.3) and Unicode path (4.6.9).

use crate::bytes::LittleEndian as _;
use crate::model::ErrorKind;

const ZIP64: u16 = 0x0001;
const UNICODE_PATH: u16 = 0x7075;

/// The extra fields of one header.
pub(super) struct Extra<'b> {
    zip64: Option<&'b [u8]>,
    unicode_paths: Vec<&'b [u8]>,
}

/// The name in a Unicode path field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UnicodePath {
    /// No such field.
    Absent,
    /// A field of version 1 for the header's name.
    Valid(String),
    /// Several fields, or one of another version, for another name or not in UTF-8: the names that some readers take from
    /// them.
    Doubtful(Vec<String>),
}

/// Sizes and offset of an entry.
pub(super) struct Sizes {
    pub(super) unpacked: u64,
    pub(super) packed: u64,
    pub(super) offset: u64,
    pub(super) disk: u64,
}

impl<'b> Extra<'b> {
    pub(super) fn read(bytes: &'b [u8]) -> Result<Self, ErrorKind> {
        let mut fields = Extra {
            zip64: None,
            unicode_paths: Vec::new(),
        };
        let mut rest = bytes;
        // Some tools leave up to three bytes of padding.
        while let (Some(tag), Some(length)) = (rest.u16_at(0), rest.u16_at(2)) {
            let end = usize::from(length).saturating_add(4);
            let body = rest.get(4..end).ok_or(ErrorKind::ZipDamaged)?;
            match tag {
                ZIP64 if fields.zip64.is_some() => return Err(ErrorKind::ZipZip64Mismatch),
                ZIP64 => fields.zip64 = Some(body),
                UNICODE_PATH => fields.unicode_paths.push(body),
                _ => {}
            }
            rest = rest.get(end..).unwrap_or_default();
        }
        Ok(fields)
    }

    /// Returns the values of a directory header: those that are all ones are in the zip64 field, in this order.
    pub(super) fn listed(
        &self,
        unpacked: u32,
        packed: u32,
        offset: u32,
        disk: u16,
    ) -> Result<Sizes, ErrorKind> {
        let mismatch = ErrorKind::ZipZip64Mismatch;
        let mut rest = self.zip64.unwrap_or_default();
        let mut wide = |classic: u32| -> Result<u64, ErrorKind> {
            if classic != u32::MAX || self.zip64.is_none() {
                return Ok(u64::from(classic));
            }
            let value = rest.u64_at(0).ok_or(mismatch)?;
            rest = rest.get(8..).unwrap_or_default();
            Ok(value)
        };
        let sizes = Sizes {
            unpacked: wide(unpacked)?,
            packed: wide(packed)?,
            offset: wide(offset)?,
            disk: u64::from(disk),
        };
        // Some readers prefer the field even to values that need no zip64, so it must repeat them.
        let unneeded = self
            .zip64
            .filter(|_| ![unpacked, packed, offset].contains(&u32::MAX));
        let equal = unneeded.is_none_or(|field| {
            let same = |at, value| field.u64_at(at).is_none_or(|wide| wide == value);
            same(0, sizes.unpacked) && same(8, sizes.packed) && same(16, sizes.offset)
        });
        if equal { Ok(sizes) } else { Err(mismatch) }
    }

    /// Returns true if a local header's sizes agree with the directory. They can be zero where they follow the data.
    pub(super) fn agrees(
        &self,
        local_unpacked: u32,
        local_packed: u32,
        unpacked: u64,
        packed: u64,
        streamed: bool,
    ) -> Result<bool, ErrorKind> {
        let fits =
            |local: u64, value: u64| local == value || (streamed && matches!(local, 0 | u64::MAX));
        let Some(field) = self.zip64 else {
            return Ok(fits(local_unpacked.into(), unpacked) && fits(local_packed.into(), packed));
        };
        let mut rest = field;
        for (local, value) in [(local_unpacked, unpacked), (local_packed, packed)] {
            if local != u32::MAX && !fits(local.into(), value) {
                return Ok(false);
            }
            // The field of a local header has both sizes, whatever the classic ones are (APPNOTE 4.5.3).
            match rest.u64_at(0) {
                Some(wide) if !fits(wide, value) => return Err(ErrorKind::ZipZip64Mismatch),
                None if local == u32::MAX => return Err(ErrorKind::ZipZip64Mismatch),
                _ => rest = rest.get(8..).unwrap_or_default(),
            }
        }
        Ok(true)
    }

    /// Returns the name in the Unicode path field of a header with this name.
    pub(super) fn unicode_path(&self, name: &[u8]) -> UnicodePath {
        let valid = |field: &[u8]| {
            let path = std::str::from_utf8(field.get(5..)?).ok()?;
            let covers = field.u32_at(1) == Some(crc32(name));
            (field.first() == Some(&1) && covers).then(|| path.to_owned())
        };
        let fields = self.unicode_paths.as_slice();
        if let [field] = fields
            && let Some(path) = valid(field)
        {
            return UnicodePath::Valid(path);
        }
        match fields {
            [] => UnicodePath::Absent,
            fields => UnicodePath::Doubtful(
                fields
                    .iter()
                    .map(|field| {
                        String::from_utf8_lossy(field.get(5..).unwrap_or_default()).into_owned()
                    })
                    .collect(),
            ),
        }
    }
}

/// Returns the CRC-32 of a name (APPNOTE 4.4.7).
fn crc32(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONES: u32 = u32::MAX;

    fn field(tag: u16, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len()).unwrap();
        [&tag.to_le_bytes(), &length.to_le_bytes(), body].concat()
    }

    fn zip64(values: &[u64]) -> Vec<u8> {
        let body: Vec<u8> = values
            .iter()
            .flat_map(|value| value.to_le_bytes())
            .collect();
        field(ZIP64, &body)
    }

    fn unicode(version: u8, name: &[u8], path: &[u8]) -> Vec<u8> {
        field(
            UNICODE_PATH,
            &[&[version], &crc32(name).to_le_bytes()[..], path].concat(),
        )
    }

    /// Sizes and offset of a directory header with all of these fields.
    fn listed(bytes: &[u8], classic: [u32; 3]) -> Result<[u64; 3], ErrorKind> {
        let [unpacked, packed, offset] = classic;
        let sizes = Extra::read(bytes)?.listed(unpacked, packed, offset, 0)?;
        Ok([sizes.unpacked, sizes.packed, sizes.offset])
    }

    #[test]
    fn values_of_all_ones_are_in_the_zip64_field_in_their_order() {
        for (bytes, classic, expected) in [
            (Vec::new(), [1, 2, 3], [1, 2, 3]),
            (Vec::new(), [ONES, 2, 3], [ONES.into(), 2, 3]),
            (zip64(&[7]), [1, ONES, 3], [1, 7, 3]),
            (zip64(&[7, 8, 9]), [ONES, ONES, ONES], [7, 8, 9]),
            (zip64(&[1, 2, 3]), [1, 2, 3], [1, 2, 3]),
            (
                [field(0x5455, b"time"), zip64(&[7]), vec![0, 0, 0]].concat(),
                [ONES, 2, 3],
                [7, 2, 3],
            ),
        ] {
            assert_eq!(listed(&bytes, classic), Ok(expected), "{bytes:?}");
        }
    }

    #[test]
    fn each_fault_of_the_fields_gives_its_error() {
        let mismatch = ErrorKind::ZipZip64Mismatch;
        for (bytes, classic, error) in [
            (vec![1, 0, 9, 0], [1, 2, 3], ErrorKind::ZipDamaged),
            ([zip64(&[1]), zip64(&[1])].concat(), [ONES, 2, 3], mismatch),
            (zip64(&[7]), [ONES, ONES, 3], mismatch),
            (zip64(&[9]), [1, 2, 3], mismatch),
            (zip64(&[1, 9]), [1, 2, 3], mismatch),
            (zip64(&[1, 2, 9]), [1, 2, 3], mismatch),
        ] {
            assert_eq!(listed(&bytes, classic), Err(error), "{bytes:?}");
        }
    }

    #[test]
    fn the_sizes_of_a_local_header_agree_with_the_directory() {
        let mismatch = Err(ErrorKind::ZipZip64Mismatch);
        for (bytes, local, streamed, expected) in [
            (Vec::new(), [5, 6], false, Ok(true)),
            (Vec::new(), [5, 7], false, Ok(false)),
            (Vec::new(), [0, 0], false, Ok(false)),
            (Vec::new(), [0, 0], true, Ok(true)),
            (zip64(&[5, 6]), [ONES, ONES], false, Ok(true)),
            (zip64(&[5, 6]), [5, 6], false, Ok(true)),
            (zip64(&[5, 6]), [4, 6], false, Ok(false)),
            (zip64(&[0, 0]), [ONES, ONES], true, Ok(true)),
            (zip64(&[5, 7]), [ONES, ONES], false, mismatch),
            (zip64(&[5]), [ONES, ONES], false, mismatch),
        ] {
            let outcome = Extra::read(&bytes)
                .unwrap()
                .agrees(local[0], local[1], 5, 6, streamed);
            assert_eq!(outcome, expected, "{bytes:?} {local:?} {streamed}");
        }
    }

    #[test]
    fn a_unicode_path_is_valid_for_one_name_in_utf_8() {
        let path = |bytes: &[u8]| Extra::read(bytes).unwrap().unicode_path(b"a");
        let doubtful = |names: &[&str]| {
            UnicodePath::Doubtful(names.iter().map(|name| (*name).to_owned()).collect())
        };
        let good = unicode(1, b"a", "é".as_bytes());
        for (bytes, expected) in [
            (Vec::new(), UnicodePath::Absent),
            (good.clone(), UnicodePath::Valid("é".to_owned())),
            (unicode(2, b"a", b"x"), doubtful(&["x"])),
            (unicode(1, b"b", b"x"), doubtful(&["x"])),
            (unicode(1, b"a", b"\xE9"), doubtful(&["\u{FFFD}"])),
            (field(UNICODE_PATH, b"\x01"), doubtful(&[""])),
            (good.repeat(2), doubtful(&["é", "é"])),
        ] {
            assert_eq!(path(&bytes), expected, "{bytes:?}");
        }
    }
}
