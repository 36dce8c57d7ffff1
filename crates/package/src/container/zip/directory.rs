//! The directory and the local headers of a zip, checked against each other (APPNOTE 4.3.7, 4.3.9, 4.3.12).

use super::end_record::EndRecord;
use super::extra::{self, Extra};
use super::name;
use crate::bytes::{ByteReader, LittleEndian as _, sorted};
use crate::model::{Error, ErrorKind, Limit, Limits};
use crate::signature::zip::{DESCRIPTOR_MAGIC, DIRECTORY_MAGIC, LOCAL_HEADER, LOCAL_MAGIC};

const DIRECTORY_HEADER: usize = 46;

/// General purpose flags (APPNOTE 4.4.4).
const FLAG_ENCRYPTED: u16 = 1;
pub(super) const FLAG_DESCRIPTOR: u16 = 1 << 3;
pub(super) const FLAG_UTF8: u16 = 1 << 11;
/// Flags that change what a reader sees: encryption, descriptor, strong encryption, UTF-8, masked headers.
const FLAGS_THAT_MATTER: u16 = FLAG_ENCRYPTED | FLAG_DESCRIPTOR | 1 << 6 | FLAG_UTF8 | 1 << 13;

/// An entry as the directory lists it; its local header agrees.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) unicode: extra::UnicodePath,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(crate) unpacked: u64,
    /// DOS time stamp: date in the upper half.
    pub(crate) stamp: u32,
    pub(super) external: u32,
    pub(super) made_by_host: u8,
    /// Offset of the local header in the file.
    pub(crate) start: u64,
    /// Offset of the packed bytes.
    pub(super) data: u64,
    /// The first packed bytes, [`HEAD`] at most.
    pub(super) head: Vec<u8>,
    /// True if the header differs from the vendor's own layout.
    pub(super) unusual: bool,
}

impl Entry {
    /// Returns the offset after the packed bytes.
    pub(super) fn data_end(&self) -> Option<u64> {
        self.data.checked_add(self.packed)
    }

    /// Returns true for an encrypted entry (APPNOTE 4.4.4, bit 0).
    pub(super) fn is_encrypted(&self) -> bool {
        self.flags & FLAG_ENCRYPTED != 0
    }

    /// Returns true if sizes and CRC follow the data (APPNOTE 4.4.4, bit 3).
    pub(super) fn has_descriptor(&self) -> bool {
        self.flags & FLAG_DESCRIPTOR != 0
    }

    /// Returns true if the name ends with a slash or backslash.
    pub(super) fn named_as_folder(&self) -> bool {
        matches!(self.name.last(), Some(b'/' | b'\\'))
    }

    /// Returns true if the external attributes are a folder's: MS-DOS bit 4, or the file type of a Unix host.
    pub(super) fn marked_as_folder(&self) -> bool {
        self.external & 0x10 != 0 || self.unix_type() == Some(0o040_000)
    }

    /// Returns true for a symbolic link of a Unix host.
    pub(super) fn is_link(&self) -> bool {
        self.unix_type() == Some(0o120_000)
    }

    fn unix_type(&self) -> Option<u32> {
        // Hosts that write Unix modes: Unix and macOS (APPNOTE 4.4.2).
        matches!(self.made_by_host, 3 | 19).then_some(self.external >> 16 & 0o170_000)
    }
}

/// Reads the directory and every local header, and rejects what two readers see differently.
pub(super) fn read(
    reader: &mut ByteReader<'_>,
    end: &EndRecord,
    limits: &Limits,
) -> Result<Vec<Entry>, Error> {
    let length = usize::try_from(end.directory_length)
        .map_err(|_| Error::whole(ErrorKind::Limit(Limit::Directory)))?;
    let directory = reader
        .bytes_at(end.directory_start, length)
        .map_err(Error::whole)?;
    let mut entries = Vec::new();
    let mut rest = directory.as_slice();
    while !rest.is_empty() {
        let (entry, after) = listed(rest, end.archive_offset).map_err(Error::whole)?;
        entries.push(entry);
        rest = after;
    }
    if entries.len() as u64 != end.entries {
        return Err(Error::whole(ErrorKind::ZipDirectoryMismatch));
    }
    if is_wide(&entries, end) {
        let header = |entry: &Entry| {
            let length = LOCAL_HEADER.saturating_add(entry.name.len());
            (entry.start, length.saturating_add(USUAL_EXTRA + HEAD))
        };
        reader.expect(entries.iter().map(header));
    }
    for entry in &mut entries {
        check_local(reader, entry).map_err(|kind| at(entry, kind))?;
    }
    check_layout(reader, &entries, end, limits)?;
    Ok(entries)
}

fn at(entry: &Entry, kind: ErrorKind) -> Error {
    Error::at(kind, name::entry_path(entry))
}

/// Bytes of a local header's extra field that are read with it: usual ones (times, owners) have fewer.
const USUAL_EXTRA: usize = 64;

/// Packed bytes that are read with a local header: enough to distinguish a picture from a text.
const HEAD: usize = 256;

/// Returns true if there are many entries, each so large that its local header costs a call to the input.
fn is_wide(entries: &[Entry], end: &EndRecord) -> bool {
    const MANY: usize = 64;
    const FAR: u64 = 32 * 1024;
    let each = end.directory_start.checked_div(entries.len() as u64);
    entries.len() > MANY && each.is_some_and(|each| each > FAR)
}

/// Reads one header of the directory. Returns the entry and what follows the header.
fn listed(bytes: &[u8], archive_offset: u64) -> Result<(Entry, &[u8]), ErrorKind> {
    let mismatch = ErrorKind::ZipDirectoryMismatch;
    if !bytes.starts_with(DIRECTORY_MAGIC) {
        return Err(mismatch);
    }
    let short = |at| bytes.u16_at(at).ok_or(mismatch);
    let long = |at| bytes.u32_at(at).ok_or(mismatch);
    let name_end = DIRECTORY_HEADER.saturating_add(short(28)?.into());
    let extra_end = name_end.saturating_add(short(30)?.into());
    let comment_end = extra_end.saturating_add(short(32)?.into());
    let name = bytes
        .get(DIRECTORY_HEADER..name_end)
        .ok_or(mismatch)?
        .to_vec();
    let extra = Extra::read(bytes.get(name_end..extra_end).ok_or(mismatch)?)?;
    let rest = bytes.get(comment_end..).ok_or(mismatch)?;
    let sizes = extra.listed(long(24)?, long(20)?, long(42)?, short(34)?)?;
    if sizes.disk != 0 {
        return Err(ErrorKind::ZipSplit);
    }
    let (flags, method, made_by) = (short(8)?, short(10)?, short(4)?);
    let unusual = made_by >> 8 != 0
        || short(6)? != 20
        || flags != 0
        || method != 8
        || extra_end != name_end
        || comment_end != extra_end;
    let entry = Entry {
        unicode: extra.unicode_path(&name),
        name,
        flags,
        method,
        crc: long(16)?,
        packed: sizes.packed,
        unpacked: sizes.unpacked,
        stamp: long(12)?,
        external: long(38)?,
        made_by_host: made_by.to_be_bytes()[0],
        start: sizes
            .offset
            .checked_add(archive_offset)
            .ok_or(ErrorKind::ZipDamaged)?,
        data: 0,
        head: Vec::new(),
        unusual,
    };
    Ok((entry, rest))
}

/// Compares the local header with the directory, and determines the offset of the data.
fn check_local(reader: &mut ByteReader<'_>, entry: &mut Entry) -> Result<(), ErrorKind> {
    let header = reader.bytes_at(entry.start, LOCAL_HEADER)?;
    if !header.starts_with(LOCAL_MAGIC) {
        return Err(ErrorKind::ZipDamaged);
    }
    let differ = ErrorKind::ZipHeadersDiffer;
    let short = |at| header.u16_at(at).ok_or(differ);
    let long = |at| header.u32_at(at).ok_or(differ);
    let (name_length, extra_length) = (usize::from(short(26)?), usize::from(short(28)?));
    let variable = entry.start.saturating_add(LOCAL_HEADER as u64);
    let variable_bytes = reader.bytes_at(variable, name_length.saturating_add(extra_length))?;
    let (name, extra) = variable_bytes.split_at_checked(name_length).ok_or(differ)?;
    let extra = Extra::read(extra)?;
    if (short(6)? ^ entry.flags) & FLAG_ENCRYPTED != 0 {
        return Err(ErrorKind::ZipEncryptionDiffers);
    }
    if name != entry.name
        || (short(6)? ^ entry.flags) & FLAGS_THAT_MATTER != 0
        || short(8)? != entry.method
        || extra.unicode_path(name) != entry.unicode
    {
        return Err(differ);
    }
    let (crc, packed, unpacked) = (long(14)?, long(18)?, long(22)?);
    let streamed = entry.has_descriptor();
    if crc != entry.crc && !(streamed && crc == 0) {
        return Err(differ);
    }
    if !extra.agrees(unpacked, packed, entry.unpacked, entry.packed, streamed)? {
        return Err(differ);
    }
    entry.unusual |= extra_length != 0;
    entry.data = variable.saturating_add(variable_bytes.len() as u64);
    // They are usually in memory now, and would need another call later.
    let left = reader.length().saturating_sub(entry.data);
    let head = usize::try_from(entry.packed.min(left))
        .unwrap_or(HEAD)
        .min(HEAD);
    entry.head = reader.bytes_at(entry.data, head)?;
    Ok(())
}

/// Checks that the entries follow each other, from the first to the directory, without gaps and overlaps.
fn check_layout(
    reader: &mut ByteReader<'_>,
    entries: &[Entry],
    end: &EndRecord,
    limits: &Limits,
) -> Result<(), Error> {
    let starts = entries.iter().enumerate();
    let order = sorted(starts.map(|(index, entry)| (entry.start, index)));
    let starts = order.iter().skip(1).map(|(start, _)| *start);
    let starts = starts.chain([end.directory_start]);
    for ((_, index), next) in order.iter().zip(starts) {
        let Some(entry) = entries.get(*index) else {
            continue;
        };
        let outcome = match entry.data_end().map(|end| (end, next.checked_sub(end))) {
            None => Err(ErrorKind::ZipDamaged),
            Some((_, None)) => Err(ErrorKind::ZipOverlap),
            Some((end, Some(left))) if entry.has_descriptor() => {
                check_descriptor(reader, entry, end, left)
            }
            Some((_, Some(0))) => Ok(()),
            Some((_, Some(_))) => Err(ErrorKind::ZipHiddenData),
        };
        outcome.map_err(|kind| at(entry, kind))?;
    }
    let first = order
        .first()
        .map_or(end.directory_start, |(start, _)| *start);
    if first > limits.zip_before_bytes {
        return Err(Error::whole(ErrorKind::Limit(Limit::Before)));
    }
    Ok(())
}

/// Checks the descriptor after an entry's data: with or without signature, with sizes of 4 or 8 bytes (APPNOTE 4.3.9).
fn check_descriptor(
    reader: &mut ByteReader<'_>,
    entry: &Entry,
    start: u64,
    length: u64,
) -> Result<(), ErrorKind> {
    if length == 0 && entry.unpacked == 0 && entry.named_as_folder() {
        return Ok(());
    }
    let differs = ErrorKind::ZipDescriptorDiffers;
    let known = [12, 16, 20, 24].contains(&length);
    if !known {
        return Err(if length < 12 {
            differs
        } else {
            ErrorKind::ZipHiddenData
        });
    }
    let bytes = reader.bytes_at(start, usize::try_from(length).unwrap_or(0))?;
    let body = match length {
        16 | 24 => bytes.strip_prefix(DESCRIPTOR_MAGIC).ok_or(differs)?,
        _ => bytes.as_slice(),
    };
    let (packed, unpacked) = match body.len() {
        12 => (body.u32_at(4).map(u64::from), body.u32_at(8).map(u64::from)),
        _ => (body.u64_at(4), body.u64_at(12)),
    };
    let same = (body.u32_at(0), packed, unpacked)
        == (Some(entry.crc), Some(entry.packed), Some(entry.unpacked));
    if same { Ok(()) } else { Err(differs) }
}

#[cfg(test)]
mod tests {
    use super::super::end_record::scan;
    use super::*;
    use crate::container::test_support::{ZipEntry, crc, deflated, patched, zip};
    use std::io::Cursor;

    /// Offsets of the directory and of the end record of [`two_entries`].
    const DIRECTORY_AT: usize = 80;
    const END_AT: usize = 182;

    fn two_entries() -> Vec<u8> {
        zip(&[
            ZipEntry::stored("a.txt", b"hello"),
            ZipEntry::stored("b.txt", b"world"),
        ])
    }

    fn read_with(bytes: &[u8], limits: &Limits) -> Result<Vec<Entry>, Error> {
        let mut input = Cursor::new(bytes);
        let mut reader = ByteReader::new(&mut input, limits).unwrap();
        let end = scan(&mut reader, limits).end_record().unwrap();
        read(&mut reader, &end, limits)
    }

    fn error(bytes: &[u8]) -> Option<ErrorKind> {
        let error = read_with(bytes, &Limits::default()).err();
        error.map(|error| error.kind)
    }

    #[test]
    fn entries_are_listed_with_the_offsets_of_their_data() {
        let bytes = [b"data", &two_entries()[..]].concat();
        let entries = read_with(&bytes, &Limits::default()).unwrap();
        let found: Vec<_> = entries
            .iter()
            .map(|entry| (&entry.name[..], entry.start, entry.data, &entry.head[..]))
            .collect();
        assert_eq!(
            found,
            [
                (&b"a.txt"[..], 4, 39, &b"hello"[..]),
                (b"b.txt", 44, 79, b"world"),
            ]
        );
        assert_eq!(entries[0].crc, crc(b"hello"));
        assert_eq!(
            (entries[0].packed, entries[0].unpacked, entries[0].stamp),
            (5, 5, 0x4E72_6000)
        );
    }

    #[test]
    fn each_fault_of_a_header_gives_its_error() {
        let bytes = two_entries();
        let (second, differ) = (DIRECTORY_AT + 51, ErrorKind::ZipHeadersDiffer);
        let fewer = patched(&patched(&bytes, END_AT + 8, &[1]), END_AT + 10, &[1]);
        for (condition, bytes, error_kind) in [
            (
                "another signature in the directory",
                patched(&bytes, second, b"x"),
                ErrorKind::ZipDirectoryMismatch,
            ),
            (
                "a name longer than the directory",
                patched(&bytes, second + 28, &[6]),
                ErrorKind::ZipDirectoryMismatch,
            ),
            (
                "a comment longer than the directory",
                patched(&bytes, second + 32, &[1]),
                ErrorKind::ZipDirectoryMismatch,
            ),
            (
                "more entries than declared",
                fewer,
                ErrorKind::ZipDirectoryMismatch,
            ),
            (
                "another disk",
                patched(&bytes, second + 34, &[1]),
                ErrorKind::ZipSplit,
            ),
            (
                "another local signature",
                patched(&bytes, 0, b"x"),
                ErrorKind::ZipDamaged,
            ),
            (
                "an offset outside",
                patched(&bytes, second + 43, &[1]),
                ErrorKind::ZipDamaged,
            ),
            (
                "a local extra field outside",
                patched(&bytes, 29, &[1]),
                ErrorKind::ZipDamaged,
            ),
            (
                "encryption in the local header only",
                patched(&bytes, 6, &[1]),
                ErrorKind::ZipEncryptionDiffers,
            ),
            ("another name", patched(&bytes, 30, b"x"), differ),
            ("another flag of UTF-8", patched(&bytes, 7, &[8]), differ),
            (
                "another flag of a descriptor",
                patched(&bytes, 6, &[8]),
                differ,
            ),
            ("another method", patched(&bytes, 8, &[8]), differ),
            ("another CRC", patched(&bytes, 14, &[0]), differ),
            ("another packed size", patched(&bytes, 18, &[4]), differ),
            ("another unpacked size", patched(&bytes, 22, &[4]), differ),
        ] {
            assert_eq!(error(&bytes), Some(error_kind), "{condition}");
        }
    }

    #[test]
    fn entries_that_overlap_or_leave_a_gap_are_rejected() {
        let resized = |size: u8| {
            let fields = [18, 22, DIRECTORY_AT + 20, DIRECTORY_AT + 24].into_iter();
            fields.fold(two_entries(), |bytes, at| patched(&bytes, at, &[size]))
        };
        assert_eq!(error(&resized(5)), None);
        assert_eq!(error(&resized(4)), Some(ErrorKind::ZipHiddenData));
        assert_eq!(error(&resized(6)), Some(ErrorKind::ZipOverlap));
    }

    #[test]
    fn a_descriptor_agrees_with_the_directory_in_each_of_its_forms() {
        let (signature, sum) = (b"PK\x07\x08", crc(b"hello").to_le_bytes());
        let (short, wide) = ([5, 0, 0, 0], [5, 0, 0, 0, 0, 0, 0, 0]);
        let narrow = [&sum[..], &short, &short].concat();
        let broad = [&sum[..], &wide, &wide].concat();
        let other = patched(&narrow, 4, &[6]);
        let streamed = |after: &[u8]| {
            error(&zip(&[ZipEntry {
                flags: FLAG_DESCRIPTOR,
                after,
                ..ZipEntry::stored("a.txt", b"hello")
            }]))
        };
        for (after, expected) in [
            (narrow.clone(), None),
            (broad.clone(), None),
            ([signature, &narrow[..]].concat(), None),
            ([signature, &broad[..]].concat(), None),
            (other.clone(), Some(ErrorKind::ZipDescriptorDiffers)),
            (
                patched(&broad, 12, &[6]),
                Some(ErrorKind::ZipDescriptorDiffers),
            ),
            (
                [b"PK\x07\x09", &narrow[..]].concat(),
                Some(ErrorKind::ZipDescriptorDiffers),
            ),
            (narrow[..11].to_vec(), Some(ErrorKind::ZipDescriptorDiffers)),
            (Vec::new(), Some(ErrorKind::ZipDescriptorDiffers)),
            ([&narrow[..], b"x"].concat(), Some(ErrorKind::ZipHiddenData)),
            (
                [&broad[..], b"12345"].concat(),
                Some(ErrorKind::ZipHiddenData),
            ),
        ] {
            assert_eq!(streamed(&after), expected, "{after:?}");
        }
        let folder = ZipEntry {
            flags: FLAG_DESCRIPTOR,
            ..ZipEntry::stored("a/", b"")
        };
        assert_eq!(error(&zip(&[folder])), None);
    }

    #[test]
    fn more_before_a_zip_than_the_limit_is_refused() {
        let bytes = [b"data", &two_entries()[..]].concat();
        let limits = |zip_before_bytes| Limits {
            zip_before_bytes,
            ..Limits::default()
        };
        assert!(read_with(&bytes, &limits(4)).is_ok());
        let error = read_with(&bytes, &limits(3)).err();
        assert_eq!(error, Some(Error::whole(ErrorKind::Limit(Limit::Before))));
    }

    #[test]
    fn a_header_as_the_vendor_writes_it_is_usual() {
        let packed = deflated(b"hello");
        let usual = ZipEntry {
            method: 8,
            packed: &packed,
            ..ZipEntry::stored("a.txt", b"hello")
        };
        let padding = [0, 0, 0];
        for (entry, expected) in [
            (usual, false),
            (
                ZipEntry {
                    method: 0,
                    packed: b"hello",
                    ..usual
                },
                true,
            ),
            (
                ZipEntry {
                    flags: FLAG_UTF8,
                    ..usual
                },
                true,
            ),
            (
                ZipEntry {
                    made_by: 0x0314,
                    ..usual
                },
                true,
            ),
            (
                ZipEntry {
                    extra: &padding,
                    ..usual
                },
                true,
            ),
            (
                ZipEntry {
                    local_extra: &padding,
                    ..usual
                },
                true,
            ),
        ] {
            let entries = read_with(&zip(&[entry]), &Limits::default()).unwrap();
            assert_eq!(entries[0].unusual, expected);
        }
    }

    #[test]
    fn attributes_show_folders_and_links() {
        let entry = |made_by, external| {
            let entry = ZipEntry {
                made_by,
                external,
                ..ZipEntry::stored("a", b"")
            };
            read_with(&zip(&[entry]), &Limits::default())
                .unwrap()
                .remove(0)
        };
        assert!(entry(20, 0x10).marked_as_folder() && !entry(20, 0).marked_as_folder());
        assert!(entry(0x0314, 0o040_755 << 16).marked_as_folder());
        assert!(entry(0x1314, 0o120_777 << 16).is_link());
        assert!(!entry(20, 0o120_777 << 16).is_link());
    }
}
