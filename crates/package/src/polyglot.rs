//! Files that are two kinds of file at once: where one reader finds a package, another finds something else.

use crate::bytes::ByteReader;
use crate::container::cabinet::Cabinet;
use crate::container::pe::{self, Program};
use crate::container::zip::{Archive, EocdScan};
use crate::model::{Error, ErrorClass, ErrorKind, Limits};
use crate::path::profile;
use crate::signature::{archive, cabinet, document, zip};

/// Bytes that are searched at once.
const WINDOW: u64 = 64 * 1024;

/// Checks what surrounds the entries of a zip: before the first entry, and in the comments after the directory.
///
/// # Errors
///
/// [`ErrorKind::ZipAndDocument`], [`ErrorKind::ZipHiddenData`], or why the bytes can't be read.
pub(crate) fn check_zip(reader: &mut ByteReader<'_>, archive: &Archive) -> Result<(), Error> {
    let first = usize::try_from(archive.first_entry()).unwrap_or(0);
    let before = reader.bytes_at(0, first);
    before
        .and_then(|before| check_before_zip(&before))
        .and_then(|()| check_comments(reader, archive.directory_start()))
        .map_err(|kind| Error::whole(reader.failure().unwrap_or(kind)))
}

/// Checks the bytes before a zip. A self-extractor's program is accepted, and so is what no reader takes anything from.
fn check_before_zip(before: &[u8]) -> Result<(), ErrorKind> {
    let overlay = pe::overlay(before);
    let program = before.starts_with(b"MZ") || before.starts_with(b"\x7FELF");
    let is_header = if program {
        zip::is_likely_header
    } else {
        zip::is_header
    };
    if zip::any_header(before, is_header) {
        return Err(ErrorKind::ZipHiddenData);
    }
    // A program's image can contain the signatures of archives that it unpacks.
    let open = overlay.as_deref().unwrap_or(before);
    if archive::begins(before) || archive::is_in(open) || document::is_in(open) {
        Err(ErrorKind::ZipAndDocument)
    } else {
        Ok(())
    }
}

/// Checks that a streaming reader takes nothing in the comments of a zip for an entry.
fn check_comments(reader: &mut ByteReader<'_>, start: u64) -> Result<(), ErrorKind> {
    let end = reader.length();
    let overlap = zip::LOCAL_HEADER as u64;
    any_window(reader, start, end, overlap, |bytes| {
        zip::any_header(bytes, zip::is_header)
    })
    .and_then(|found| match found {
        true => Err(ErrorKind::ZipHiddenData),
        false => Ok(()),
    })
}

/// Returns true if a condition holds for any window of a range. Windows overlap, so that no header is cut in two.
fn any_window(
    reader: &mut ByteReader<'_>,
    start: u64,
    end: u64,
    overlap: u64,
    condition: impl Fn(&[u8]) -> bool,
) -> Result<bool, ErrorKind> {
    let mut at = start;
    loop {
        let window = end.saturating_sub(at).min(WINDOW);
        let bytes = reader.bytes_at(at, usize::try_from(window).unwrap_or(0))?;
        if condition(&bytes) {
            return Ok(true);
        }
        at = at.saturating_add(window);
        if at >= end {
            return Ok(false);
        }
        at = at.saturating_sub(overlap);
    }
}

/// Returns true if a program that is also a zip contains a cabinet, in its image or before the zip. What is inside the
/// zip's entries belongs to the zip.
pub(crate) fn has_cabinet(reader: &mut ByteReader<'_>, limits: &Limits) -> Result<bool, ErrorKind> {
    let length = reader.length();
    let image = pe::image_end(reader)?.unwrap_or(0);
    let end = image.max(limits.zip_before_bytes).min(length);
    any_window(reader, 0, end, cabinet::HEADER as u64, |bytes| {
        cabinet::is_in(bytes, length)
    })
}

/// Checks that a document or certificate isn't a zip as well.
///
/// # Errors
///
/// [`ErrorKind::ZipAndDocument`], or why that can't be determined.
pub(crate) fn check_document(scan: &EocdScan) -> Result<(), ErrorKind> {
    match scan {
        EocdScan::Missing | EocdScan::Empty(_) => Ok(()),
        EocdScan::Doubtful(kind) if kind.class() == ErrorClass::Unreadable => Err(*kind),
        EocdScan::Zip(_) | EocdScan::Doubtful(_) => Err(ErrorKind::ZipAndDocument),
    }
}

/// Checks that a cabinet with a profile contains no entries of a zip.
///
/// # Errors
///
/// [`ErrorKind::ZipAndCabinet`].
pub(crate) fn check_cabinet(bytes: &[u8]) -> Result<(), ErrorKind> {
    match zip::any_header(bytes, zip::is_likely_header) {
        true => Err(ErrorKind::ZipAndCabinet),
        false => Ok(()),
    }
}

/// Checks that no archive follows the image of a setup program: some readers open it instead of the cabinet.
///
/// # Errors
///
/// [`ErrorKind::ZipAndCabinet`], [`ErrorKind::CabinetAmbiguous`].
pub(crate) fn check_setup_program(bytes: &[u8], program: &Program<'_>) -> Result<(), ErrorKind> {
    check_cabinet(bytes)?;
    match program.overlay.into_iter().all(pe::is_padding) {
        true => Ok(()),
        false => Err(ErrorKind::CabinetAmbiguous),
    }
}

/// Returns true if a program contains another cabinet than the one in its resources: tools that search for the signature
/// take it.
pub(crate) fn has_other_cabinet(bytes: &[u8], known: &[u8]) -> bool {
    cabinet::headers(bytes).any(|(_, header)| {
        cabinet::is_header(header, bytes.len() as u64)
            && !std::ptr::eq(header.as_ptr(), known.as_ptr())
    })
}

/// Returns true if any of the first cabinets in a program contains a profile.
pub(crate) fn has_profile(bytes: &[u8], limits: &Limits) -> bool {
    let length = bytes.len() as u64;
    let starts = cabinet::headers(bytes)
        .filter(|(_, header)| cabinet::is_header(header, length))
        .map(|(start, _)| start);
    starts.take(limits.program_cabinets).any(|start| {
        Cabinet::at(bytes, start)
            .and_then(|bytes| Cabinet::parse(bytes, limits).ok())
            .is_some_and(|cabinet| cabinet.names().any(profile::is_profile_only))
    })
}
