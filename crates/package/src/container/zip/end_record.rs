//! The end of central directory record, and with it the offset of the directory (APPNOTE 4.3.14 to 4.3.16).
//!
//! Readers search for the record in different ways; here it must be the only one that any of them can take.

use crate::bytes::{ByteReader, LittleEndian as _, search};
use crate::model::{ErrorKind, Limit, Limits};
use crate::signature::zip::{DIRECTORY_MAGIC, EOCD_MAGIC};
use std::io::Cursor;

const EOCD_LENGTH: usize = 22;
const LOCATOR: &[u8; 4] = b"PK\x06\x07";
const LOCATOR_LENGTH: u64 = 20;
const EOCD64: &[u8; 4] = b"PK\x06\x06";
const EOCD64_LENGTH: u64 = 56;
/// Bytes of an end record with the longest comment.
const TAIL: u64 = 65_557;

/// What the end of a file shows about a zip in it.
pub(crate) enum EocdScan {
    /// A zip, perhaps with other data before it.
    Zip(EndRecord),
    /// A zip without entries.
    Empty(EndRecord),
    /// No zip.
    Missing,
    /// A zip with faults: some readers find one, others don't.
    Doubtful(ErrorKind),
}

impl EocdScan {
    /// Returns true if any reader finds a zip with entries.
    pub(crate) fn is_zip(&self) -> bool {
        matches!(self, EocdScan::Zip(_) | EocdScan::Doubtful(_))
    }

    /// Returns the end record of a file that is a zip according to its signature.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ZipTruncated`] if no end record was found, else the fault of the end record.
    pub(crate) fn end_record(self) -> Result<EndRecord, ErrorKind> {
        match self {
            EocdScan::Zip(end) | EocdScan::Empty(end) => Ok(end),
            EocdScan::Missing => Err(ErrorKind::ZipTruncated),
            EocdScan::Doubtful(kind) => Err(kind),
        }
    }
}

/// Searches for the end of a zip.
pub(crate) fn scan(reader: &mut ByteReader<'_>, limits: &Limits) -> EocdScan {
    match read(reader, limits) {
        Ok(end) if end.entries > 0 => EocdScan::Zip(end),
        Ok(end) => EocdScan::Empty(end),
        Err(ErrorKind::ZipTruncated) => EocdScan::Missing,
        Err(kind) => EocdScan::Doubtful(reader.failure().unwrap_or(kind)),
    }
}

/// Searches for the end of a zip in memory.
pub(crate) fn scan_bytes(bytes: &[u8], limits: &Limits) -> EocdScan {
    match ByteReader::new(&mut Cursor::new(bytes), limits) {
        Ok(mut reader) => scan(&mut reader, limits),
        Err(kind) => EocdScan::Doubtful(kind),
    }
}

/// The directory's position, as checked.
#[derive(Debug)]
pub(crate) struct EndRecord {
    /// Offset of the directory in the file.
    pub(super) directory_start: u64,
    /// Its length in bytes.
    pub(super) directory_length: u64,
    /// How many entries it lists.
    pub(super) entries: u64,
    /// Added to each offset that the headers state.
    pub(super) archive_offset: u64,
    /// True if there is a comment, a zip64 record or data after the end; the vendor writes none.
    pub(super) unusual: bool,
}

/// The fields of the end record, or of both of them.
struct Fields {
    entries: u64,
    length: u64,
    offset: u64,
    /// Offset of the first of the end records.
    start: u64,
    /// By how much the zip64 record is after its stated offset.
    zip64_moved: Option<u64>,
}

/// Finds and checks the end record.
fn read(reader: &mut ByteReader<'_>, limits: &Limits) -> Result<EndRecord, ErrorKind> {
    let tail_start = reader.length().saturating_sub(TAIL);
    let tail_length = usize::try_from(reader.length().saturating_sub(tail_start)).unwrap_or(0);
    let tail = reader.bytes_at(tail_start, tail_length)?;
    let records: Vec<usize> = search(&tail, EOCD_MAGIC).collect();
    let padding = tail
        .iter()
        .rposition(|byte| !matches!(byte, 0 | b'\r' | b'\n'));
    let padding = padding.map_or(0, |last| last.saturating_add(1));
    let end_of = |record: usize| {
        let comment = usize::from(tail.u16_at(record.checked_add(20)?)?);
        record
            .checked_add(EOCD_LENGTH)?
            .checked_add(comment)
            .filter(|end| *end <= tail.len())
    };
    let fitting: Vec<(usize, usize)> = records
        .iter()
        .filter_map(|record| Some((*record, end_of(*record)?)))
        .filter(|(_, end)| *end >= padding)
        .collect();
    let (record, record_end) = match fitting.as_slice() {
        [one] => *one,
        [] => {
            return Err(without_fitting_end(
                reader, &tail, tail_start, &records, limits,
            ));
        }
        _ => return Err(ErrorKind::ZipSeveralEnds),
    };
    let record_start = tail_start.saturating_add(record as u64);
    let fields = fields(reader, tail.get(record..).unwrap_or_default(), record_start)?;
    if fields.length > limits.zip_directory_bytes {
        return Err(ErrorKind::Limit(Limit::Directory));
    }
    if fields.entries > limits.zip_entries as u64 {
        return Err(ErrorKind::Limit(Limit::Entries));
    }
    let directory_start = directory_start(reader, &fields)?;
    // Another reader takes a second end record in the directory or in the comment.
    let suspect = usize::try_from(directory_start.saturating_sub(tail_start)).unwrap_or(0);
    if records
        .iter()
        .any(|other| *other != record && *other >= suspect)
    {
        return Err(ErrorKind::ZipSeveralEnds);
    }
    let archive_offset = directory_start
        .checked_sub(fields.offset)
        .ok_or(ErrorKind::ZipDamaged)?;
    if fields
        .zip64_moved
        .is_some_and(|moved| moved != archive_offset)
    {
        return Err(ErrorKind::ZipZip64Mismatch);
    }
    Ok(EndRecord {
        directory_start,
        directory_length: fields.length,
        entries: fields.entries,
        archive_offset,
        unusual: fields.zip64_moved.is_some()
            || record_end != tail.len()
            || record_end != record.saturating_add(EOCD_LENGTH),
    })
}

/// Returns the error of a file that doesn't end with its end record: data was appended, or the file is cut off.
fn without_fitting_end(
    reader: &mut ByteReader<'_>,
    tail: &[u8],
    tail_start: u64,
    records: &[usize],
    limits: &Limits,
) -> ErrorKind {
    // Thousands of false ones must not cost thousands of reads, and readers disagree about which of them is the real one.
    if records.len() > limits.end_records {
        return ErrorKind::ZipSeveralEnds;
    }
    for record in records.iter().rev() {
        let start = tail_start.saturating_add(*record as u64);
        let fits = fields(reader, tail.get(*record..).unwrap_or_default(), start)
            .and_then(|fields| directory_start(reader, &fields));
        if fits.is_ok() {
            return ErrorKind::ZipTrailingData;
        }
    }
    ErrorKind::ZipTruncated
}

/// Reads the end record and, where there is one, the zip64 record before it.
fn fields(reader: &mut ByteReader<'_>, record: &[u8], start: u64) -> Result<Fields, ErrorKind> {
    let short = |at| record.u16_at(at).ok_or(ErrorKind::ZipDamaged);
    let long = |at| record.u32_at(at).ok_or(ErrorKind::ZipDamaged);
    let (disk, directory_disk) = (short(4)?, short(6)?);
    let (here, entries) = (short(8)?, short(10)?);
    let (length, offset) = (long(12)?, long(16)?);
    let Some(end64) = end64(reader, start)? else {
        if disk != 0 || directory_disk != 0 {
            return Err(ErrorKind::ZipSplit);
        }
        // All ones without a locator: one reader takes the values, another searches for a zip64 record.
        if length == u32::MAX || offset == u32::MAX {
            return Err(ErrorKind::ZipZip64Mismatch);
        }
        if here != entries {
            return Err(ErrorKind::ZipDirectoryMismatch);
        }
        let (entries, length, offset) = (entries.into(), length.into(), offset.into());
        return Ok(Fields {
            entries,
            length,
            offset,
            start,
            zip64_moved: None,
        });
    };
    let same16 = |classic: u16, wide: u64| classic == u16::MAX || u64::from(classic) == wide;
    let same32 = |classic: u32, wide: u64| classic == u32::MAX || u64::from(classic) == wide;
    let agree = same16(disk, end64.disk)
        && same16(directory_disk, end64.directory_disk)
        && same16(here, end64.here)
        && same16(entries, end64.entries)
        && same32(length, end64.length)
        && same32(offset, end64.offset);
    if end64.disk != 0 || end64.directory_disk != 0 {
        return Err(ErrorKind::ZipSplit);
    }
    if !agree || end64.here != end64.entries {
        return Err(ErrorKind::ZipZip64Mismatch);
    }
    Ok(Fields {
        entries: end64.entries,
        length: end64.length,
        offset: end64.offset,
        start: end64.start,
        zip64_moved: Some(end64.moved),
    })
}

struct Zip64Fields {
    disk: u64,
    directory_disk: u64,
    here: u64,
    entries: u64,
    length: u64,
    offset: u64,
    start: u64,
    moved: u64,
}

/// Reads the zip64 end record, which its locator right before the end record refers to and which is right before the
/// locator.
fn end64(reader: &mut ByteReader<'_>, record_start: u64) -> Result<Option<Zip64Fields>, ErrorKind> {
    let Some(locator_start) = record_start.checked_sub(LOCATOR_LENGTH) else {
        return Ok(None);
    };
    let locator = reader.bytes_at(locator_start, 20)?;
    if !locator.starts_with(LOCATOR) {
        return Ok(None);
    }
    let damaged = ErrorKind::ZipZip64Mismatch;
    let stated = locator.u64_at(8).ok_or(damaged)?;
    if (locator.u32_at(4), locator.u32_at(16).unwrap_or(0) > 1) != (Some(0), false) {
        return Err(ErrorKind::ZipSplit);
    }
    let start = locator_start.checked_sub(EOCD64_LENGTH).ok_or(damaged)?;
    let record = reader.bytes_at(start, 56)?;
    // Without extensible data the record has 44 bytes after its length field (APPNOTE 4.3.14.1).
    if !record.starts_with(EOCD64) || record.u64_at(4) != Some(44) {
        return Err(damaged);
    }
    let wide = |at| record.u64_at(at).ok_or(damaged);
    Ok(Some(Zip64Fields {
        disk: u64::from(record.u32_at(16).ok_or(damaged)?),
        directory_disk: u64::from(record.u32_at(20).ok_or(damaged)?),
        here: wide(24)?,
        entries: wide(32)?,
        length: wide(40)?,
        offset: wide(48)?,
        start,
        moved: start.checked_sub(stated).ok_or(damaged)?,
    }))
}

/// Returns the offset of the directory, which is right before the end record. There must be no second one at the offset
/// that the record states.
fn directory_start(reader: &mut ByteReader<'_>, fields: &Fields) -> Result<u64, ErrorKind> {
    let mut directory_at = |start: u64| -> Result<bool, ErrorKind> {
        let fits = start
            .checked_add(4)
            .is_some_and(|end| end <= reader.length());
        Ok(fits && reader.bytes_at(start, 4)?.starts_with(DIRECTORY_MAGIC))
    };
    let Some(actual) = fields.start.checked_sub(fields.length) else {
        return Err(ErrorKind::ZipDamaged);
    };
    if fields.entries == 0 && fields.length == 0 {
        return Ok(actual);
    }
    let here = directory_at(actual)?;
    let there = actual != fields.offset && directory_at(fields.offset)?;
    match (here, there) {
        (true, false) => Ok(actual),
        (_, true) => Err(ErrorKind::ZipDirectoryMismatch),
        (false, false) => Err(ErrorKind::ZipDamaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::{ZipEntry, end_record, patched, zip};

    /// Offset of the directory of [`one_entry`].
    const DIRECTORY_AT: usize = 40;

    /// Offset of the end record of [`one_entry`].
    const END_AT: usize = 91;

    fn one_entry() -> Vec<u8> {
        zip(&[ZipEntry::stored("a.txt", b"hello")])
    }

    /// The same zip with a zip64 record and its locator before the end record.
    fn zip64() -> Vec<u8> {
        let bytes = one_entry();
        let mut records = b"PK\x06\x06".to_vec();
        records.extend(44_u64.to_le_bytes());
        records.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        for field in [1, 1, 51, DIRECTORY_AT as u64] {
            records.extend(field.to_le_bytes());
        }
        records.extend(b"PK\x06\x07\0\0\0\0");
        records.extend((END_AT as u64).to_le_bytes());
        records.extend([1, 0, 0, 0]);
        [&bytes[..END_AT], &records, &bytes[END_AT..]].concat()
    }

    fn read_with(bytes: &[u8], limits: &Limits) -> Result<EndRecord, ErrorKind> {
        scan_bytes(bytes, limits).end_record()
    }

    fn error(bytes: &[u8]) -> Option<ErrorKind> {
        read_with(bytes, &Limits::default()).err()
    }

    #[test]
    fn the_directory_is_found_after_other_data_and_before_a_comment_or_padding() {
        let bytes = one_entry();
        for (before, comment, padding, unusual) in [
            (&b""[..], &b""[..], &b""[..], false),
            (b"data", b"", b"", false),
            (b"", b"words", b"", true),
            (b"", b"", b"\r\n\0", true),
        ] {
            let length = u8::try_from(comment.len()).unwrap();
            let bytes = patched(&bytes, END_AT + 20, &[length]);
            let end = read_with(
                &[before, &bytes, comment, padding].concat(),
                &Limits::default(),
            );
            let end = end.unwrap();
            let offset = before.len() as u64;
            assert_eq!((end.entries, end.directory_length), (1, 51));
            assert_eq!(end.directory_start, DIRECTORY_AT as u64 + offset);
            assert_eq!((end.archive_offset, end.unusual), (offset, unusual));
        }
    }

    #[test]
    fn a_zip_without_entries_is_empty_and_a_file_without_an_end_record_has_no_zip() {
        let limits = Limits::default();
        let empty = scan_bytes(&end_record(0, 0, 0), &limits);
        assert!(matches!(empty, EocdScan::Empty(_)) && !empty.is_zip());
        for bytes in [&b""[..], b"text", &one_entry()[..END_AT + 10]] {
            let scan = scan_bytes(bytes, &limits);
            assert!(matches!(scan, EocdScan::Missing) && !scan.is_zip());
            assert_eq!(scan.end_record().err(), Some(ErrorKind::ZipTruncated));
        }
        assert!(scan_bytes(&one_entry(), &limits).is_zip());
        assert!(scan_bytes(&[&one_entry()[..], b"x"].concat(), &limits).is_zip());
    }

    #[test]
    fn each_fault_of_an_end_record_gives_its_error() {
        let bytes = one_entry();
        let at = |offset, patch: &[u8]| patched(&bytes, END_AT + offset, patch);
        let second_directory = [b"PK\x01\x02", &at(16, &[0])[..]].concat();
        for (condition, bytes, error_kind) in [
            (
                "data after the end",
                [&bytes[..], b"x"].concat(),
                ErrorKind::ZipTrailingData,
            ),
            (
                "a whole end record in the comment",
                [at(20, &[22]), end_record(0, 0, 0)].concat(),
                ErrorKind::ZipSeveralEnds,
            ),
            (
                "the signature in the comment",
                [&at(20, &[4])[..], EOCD_MAGIC].concat(),
                ErrorKind::ZipSeveralEnds,
            ),
            (
                "many signatures",
                EOCD_MAGIC.repeat(17),
                ErrorKind::ZipSeveralEnds,
            ),
            ("a number of this disk", at(4, &[1]), ErrorKind::ZipSplit),
            (
                "a number of the directory's disk",
                at(6, &[1]),
                ErrorKind::ZipSplit,
            ),
            (
                "two numbers of entries",
                at(8, &[2]),
                ErrorKind::ZipDirectoryMismatch,
            ),
            (
                "two directories",
                second_directory,
                ErrorKind::ZipDirectoryMismatch,
            ),
            (
                "a directory longer than the file",
                at(12, &[0xFF, 0xFF]),
                ErrorKind::ZipDamaged,
            ),
            (
                "a directory at a higher offset",
                at(16, &[41]),
                ErrorKind::ZipDamaged,
            ),
            (
                "another signature of the directory",
                patched(&bytes, DIRECTORY_AT, b"x"),
                ErrorKind::ZipDamaged,
            ),
            (
                "a length for zip64 only",
                at(12, &[0xFF; 4]),
                ErrorKind::ZipZip64Mismatch,
            ),
            (
                "an offset for zip64 only",
                at(16, &[0xFF; 4]),
                ErrorKind::ZipZip64Mismatch,
            ),
        ] {
            assert_eq!(error(&bytes), Some(error_kind), "{condition}");
        }
    }

    #[test]
    fn a_zip64_record_that_agrees_is_read() {
        let bytes = zip64();
        let wide = patched(&bytes, bytes.len() - 12, &[0xFF; 10]);
        for bytes in [bytes, wide] {
            let end = read_with(&[b"data", &bytes[..]].concat(), &Limits::default()).unwrap();
            assert_eq!(
                (end.entries, end.directory_length, end.archive_offset),
                (1, 51, 4)
            );
            assert!(end.unusual);
        }
    }

    #[test]
    fn each_fault_of_a_zip64_record_gives_its_error() {
        let mismatch = ErrorKind::ZipZip64Mismatch;
        let locator = END_AT + 56;
        for (condition, offset, patch, error_kind) in [
            ("another signature", END_AT, b'x', mismatch),
            ("extensible data", END_AT + 4, 45, mismatch),
            ("another number of entries", END_AT + 32, 2, mismatch),
            ("another number of entries here", END_AT + 24, 2, mismatch),
            ("another length", END_AT + 40, 52, mismatch),
            ("another offset", END_AT + 48, 41, mismatch),
            ("a locator for another offset", locator + 8, 90, mismatch),
            ("a locator for a later offset", locator + 8, 92, mismatch),
            ("a disk in the locator", locator + 4, 1, ErrorKind::ZipSplit),
            (
                "several disks in the locator",
                locator + 16,
                2,
                ErrorKind::ZipSplit,
            ),
            ("a disk in the record", END_AT + 16, 1, ErrorKind::ZipSplit),
            (
                "a disk of the directory in the record",
                END_AT + 20,
                1,
                ErrorKind::ZipSplit,
            ),
        ] {
            let bytes = patched(&zip64(), offset, &[patch]);
            assert_eq!(error(&bytes), Some(error_kind), "{condition}");
        }
    }

    #[test]
    fn each_limit_is_reached_by_one_more_than_it_allows() {
        let limits = |zip_entries, zip_directory_bytes| Limits {
            zip_entries,
            zip_directory_bytes,
            ..Limits::default()
        };
        assert!(read_with(&one_entry(), &limits(1, 51)).is_ok());
        for (limits, limit) in [
            (limits(0, 51), Limit::Entries),
            (limits(1, 50), Limit::Directory),
        ] {
            let error = read_with(&one_entry(), &limits).err();
            assert_eq!(error, Some(ErrorKind::Limit(limit)));
        }
    }

    #[test]
    fn a_budget_that_is_used_up_is_the_error() {
        let limits = Limits {
            read_calls: 0,
            ..Limits::default()
        };
        let error = read_with(&one_entry(), &limits).err();
        assert_eq!(error, Some(ErrorKind::Limit(Limit::ReadCalls)));
    }
}
