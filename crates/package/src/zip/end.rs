//! Where a zip ends and where its directory lies (APPNOTE 4.3.14 to 4.3.16).
//!
//! Readers search the end record in different ways; here it must be the only one that they could take.

use crate::source::{LittleEndian, Source, search};
use crate::{ErrorKind, Limits};
use std::io::{Read, Seek};

const END: &[u8; 4] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const LOCATOR: &[u8; 4] = b"PK\x06\x07";
const LOCATOR_LENGTH: u64 = 20;
const END64: &[u8; 4] = b"PK\x06\x06";
const END64_LENGTH: u64 = 56;
const DIRECTORY: &[u8; 4] = b"PK\x01\x02";
/// The end record with the longest comment.
const TAIL: u64 = 65_557;

/// Where the directory lies, and how far all offsets are moved by data before the zip.
#[derive(Debug)]
pub(super) struct End {
    /// Where the directory starts in the file.
    pub(super) directory_start: u64,
    /// Its length in bytes.
    pub(super) directory_length: u64,
    /// How many entries it lists.
    pub(super) entries: u64,
    /// Added to each offset told.
    pub(super) shift: u64,
    /// There is a comment, a zip64 record or data after the end: the vendor writes none.
    pub(super) unusual: bool,
}

/// What the end record, or both of them, say.
struct Told {
    entries: u64,
    length: u64,
    offset: u64,
    /// Where the first of the end records starts.
    start: u64,
    /// How far the zip64 record lies behind its told place.
    zip64_shift: Option<u64>,
}

/// Finds and checks the end of a zip.
pub(super) fn find<R: Read + Seek>(
    source: &mut Source<R>,
    limits: &Limits,
) -> Result<End, ErrorKind> {
    let tail_start = source.length().saturating_sub(TAIL);
    let tail_length = usize::try_from(source.length().saturating_sub(tail_start)).unwrap_or(0);
    let tail = source.bytes_at(tail_start, tail_length)?;
    let records: Vec<usize> = search(&tail, END).collect();
    let padding = tail
        .iter()
        .rposition(|byte| !matches!(byte, 0 | b'\r' | b'\n'));
    let padding = padding.map_or(0, |last| last.saturating_add(1));
    let end_of = |record: usize| {
        let comment = usize::from(tail.u16_at(record.checked_add(20)?)?);
        record
            .checked_add(END_LENGTH)?
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
                source, &tail, tail_start, &records, limits,
            ));
        }
        _ => return Err(ErrorKind::ZipSeveralEnds),
    };
    let record_start = tail_start.saturating_add(record as u64);
    let told = told(source, tail.get(record..).unwrap_or_default(), record_start)?;
    if told.length > limits.zip_directory_bytes {
        return Err(ErrorKind::LimitDirectory);
    }
    if told.entries > limits.zip_entries as u64 {
        return Err(ErrorKind::LimitEntries);
    }
    let directory_start = place(source, &told)?;
    // A second end record in the directory or in the comment is one that another reader takes.
    let suspect = usize::try_from(directory_start.saturating_sub(tail_start)).unwrap_or(0);
    if records
        .iter()
        .any(|other| *other != record && *other >= suspect)
    {
        return Err(ErrorKind::ZipSeveralEnds);
    }
    let shift = directory_start
        .checked_sub(told.offset)
        .ok_or(ErrorKind::ZipDamaged)?;
    if told.zip64_shift.is_some_and(|moved| moved != shift) {
        return Err(ErrorKind::ZipZip64Mismatch);
    }
    Ok(End {
        directory_start,
        directory_length: told.length,
        entries: told.entries,
        shift,
        unusual: told.zip64_shift.is_some()
            || record_end != tail.len()
            || record_end != record.saturating_add(END_LENGTH),
    })
}

/// No end record ends where the file does: data was added behind it, or the file is cut off.
fn without_fitting_end<R: Read + Seek>(
    source: &mut Source<R>,
    tail: &[u8],
    tail_start: u64,
    records: &[usize],
    limits: &Limits,
) -> ErrorKind {
    // Thousands of false ones must not cost thousands of reads; behind so many nobody knows which one a reader takes.
    if records.len() > limits.end_records {
        return ErrorKind::ZipSeveralEnds;
    }
    for record in records.iter().rev() {
        let start = tail_start.saturating_add(*record as u64);
        let fits = told(source, tail.get(*record..).unwrap_or_default(), start)
            .and_then(|told| place(source, &told));
        if fits.is_ok() {
            return ErrorKind::ZipTrailingData;
        }
    }
    ErrorKind::ZipTruncated
}

/// Reads the end record and, where there is one, the zip64 record before it.
fn told<R: Read + Seek>(
    source: &mut Source<R>,
    record: &[u8],
    start: u64,
) -> Result<Told, ErrorKind> {
    let short = |at| record.u16_at(at).ok_or(ErrorKind::ZipDamaged);
    let long = |at| record.u32_at(at).ok_or(ErrorKind::ZipDamaged);
    let (disk, directory_disk) = (short(4)?, short(6)?);
    let (here, entries) = (short(8)?, short(10)?);
    let (length, offset) = (long(12)?, long(16)?);
    let Some(end64) = end64(source, start)? else {
        if disk != 0 || directory_disk != 0 {
            return Err(ErrorKind::ZipSplit);
        }
        // All ones without a locator: one reader takes them as they are, another searches a zip64 record.
        if length == u32::MAX || offset == u32::MAX {
            return Err(ErrorKind::ZipZip64Mismatch);
        }
        if here != entries {
            return Err(ErrorKind::ZipDirectoryMismatch);
        }
        let (entries, length, offset) = (entries.into(), length.into(), offset.into());
        return Ok(Told {
            entries,
            length,
            offset,
            start,
            zip64_shift: None,
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
    Ok(Told {
        entries: end64.entries,
        length: end64.length,
        offset: end64.offset,
        start: end64.start,
        zip64_shift: Some(end64.shift),
    })
}

struct End64 {
    disk: u64,
    directory_disk: u64,
    here: u64,
    entries: u64,
    length: u64,
    offset: u64,
    start: u64,
    shift: u64,
}

/// The zip64 end record: named by its locator right before the end record, and lying right before that.
fn end64<R: Read + Seek>(
    source: &mut Source<R>,
    record_start: u64,
) -> Result<Option<End64>, ErrorKind> {
    let Some(locator_start) = record_start.checked_sub(LOCATOR_LENGTH) else {
        return Ok(None);
    };
    let locator = source.bytes_at(locator_start, 20)?;
    if !locator.starts_with(LOCATOR) {
        return Ok(None);
    }
    let damaged = ErrorKind::ZipZip64Mismatch;
    let told = locator.u64_at(8).ok_or(damaged)?;
    if (locator.u32_at(4), locator.u32_at(16).unwrap_or(0) > 1) != (Some(0), false) {
        return Err(ErrorKind::ZipSplit);
    }
    let start = locator_start.checked_sub(END64_LENGTH).ok_or(damaged)?;
    let record = source.bytes_at(start, 56)?;
    // Without extensible data the record has 44 bytes after its length field (APPNOTE 4.3.14.1).
    if !record.starts_with(END64) || record.u64_at(4) != Some(44) {
        return Err(damaged);
    }
    let wide = |at| record.u64_at(at).ok_or(damaged);
    Ok(Some(End64 {
        disk: u64::from(record.u32_at(16).ok_or(damaged)?),
        directory_disk: u64::from(record.u32_at(20).ok_or(damaged)?),
        here: wide(24)?,
        entries: wide(32)?,
        length: wide(40)?,
        offset: wide(48)?,
        start,
        shift: start.checked_sub(told).ok_or(damaged)?,
    }))
}

/// The directory lies right before the end record, and nowhere else that it is told to be.
fn place<R: Read + Seek>(source: &mut Source<R>, told: &Told) -> Result<u64, ErrorKind> {
    let mut directory_at = |start: u64| -> Result<bool, ErrorKind> {
        let fits = start
            .checked_add(4)
            .is_some_and(|end| end <= source.length());
        Ok(fits && source.bytes_at(start, 4)?.starts_with(DIRECTORY))
    };
    let Some(actual) = told.start.checked_sub(told.length) else {
        return Err(ErrorKind::ZipDamaged);
    };
    if told.entries == 0 && told.length == 0 {
        return Ok(actual);
    }
    let here = directory_at(actual)?;
    let there = actual != told.offset && directory_at(told.offset)?;
    match (here, there) {
        (true, false) => Ok(actual),
        (_, true) => Err(ErrorKind::ZipDirectoryMismatch),
        (false, false) => Err(ErrorKind::ZipDamaged),
    }
}
