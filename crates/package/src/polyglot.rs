//! Files that are two kinds of file at once: where one reader finds a package, another finds something else.

use crate::bytes::ByteReader;
use crate::container::cabinet::Cabinet;
use crate::container::pe::{self, Program};
use crate::container::zip::{Archive, EocdScan};
use crate::model::{Error, ErrorClass, ErrorKind, Limits};
use crate::path::profile;
use crate::signature::{archive, cabinet, document, program, zip};

/// Bytes that are searched at once.
const WINDOW: u64 = 64 * 1024;

/// Checks what surrounds the entries of a zip: before the first entry, and in the comments after the directory.
///
/// # Errors
///
/// [`ErrorKind::ZipAndDocument`], [`ErrorKind::ZipAndArchive`], [`ErrorKind::ZipHiddenData`], or why the bytes can't be read.
pub(crate) fn check_zip(reader: &mut ByteReader<'_>, archive: &Archive) -> Result<(), Error> {
    let first = usize::try_from(archive.first_entry()).unwrap_or(0);
    let before = reader.bytes_at(0, first);
    before
        .and_then(|before| check_before_zip(&before))
        .and_then(|()| check_comments(reader, archive.directory_start()))
        .map_err(|kind| Error::whole(reader.failure().unwrap_or(kind)))
}

/// Checks the bytes before a zip. Accepts a self-extractor's program, and data in which no
/// reader finds a file.
fn check_before_zip(before: &[u8]) -> Result<(), ErrorKind> {
    let overlay = pe::overlay(before);
    let is_program = before.starts_with(program::MAGIC) || before.starts_with(b"\x7FELF");
    let is_header = if is_program {
        zip::is_likely_header
    } else {
        zip::is_header
    };
    if zip::any_header(before, is_header) {
        return Err(ErrorKind::ZipHiddenData);
    }
    // A program's image can contain the signatures of archives that it unpacks.
    let open = overlay.as_deref().unwrap_or(before);
    if archive::begins(before) {
        Err(ErrorKind::ZipAndArchive)
    } else if archive::is_in(open) || document::is_in(open) {
        Err(ErrorKind::ZipAndDocument)
    } else {
        Ok(())
    }
}

/// Checks that a streaming reader takes nothing in the comments of a zip for an entry.
fn check_comments(reader: &mut ByteReader<'_>, start: u64) -> Result<(), ErrorKind> {
    let end = reader.length();
    let overlap = zip::LOCAL_HEADER as u64;
    let found = any_window(reader, start, end, overlap, |bytes| {
        zip::any_header(bytes, zip::is_header)
    })?;
    match found {
        true => Err(ErrorKind::ZipHiddenData),
        false => Ok(()),
    }
}

/// Returns true if any window of a range meets a condition. Windows overlap, so that no header is cut in two.
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

/// Returns true if a program contains a cabinet besides the one in its resources: tools that search for the signature can
/// open that one.
pub(crate) fn has_other_cabinet(bytes: &[u8], known: &[u8]) -> bool {
    cabinet::headers(bytes, bytes.len() as u64)
        .any(|(_, header)| !std::ptr::eq(header.as_ptr(), known.as_ptr()))
}

/// Returns true if any of the first cabinets in a program contains a profile.
pub(crate) fn has_profile(bytes: &[u8], limits: &Limits) -> bool {
    let headers = cabinet::headers(bytes, bytes.len() as u64);
    headers.take(limits.program_cabinets).any(|(start, _)| {
        Cabinet::at(bytes, start)
            .and_then(|bytes| Cabinet::parse(bytes, limits).ok())
            .is_some_and(|cabinet| cabinet.names().any(profile::is_profile_only))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::{
        ZipEntry, end_record, patched, program, stored_cabinet, zip,
    };
    use crate::container::zip::{scan, scan_bytes};
    use std::io::Cursor;

    fn one_entry() -> Vec<u8> {
        zip(&[ZipEntry::stored("a.txt", b"hello")])
    }

    /// The local header and the data of an entry.
    fn local_entry() -> Vec<u8> {
        one_entry()[..40].to_vec()
    }

    fn profile() -> Vec<u8> {
        stored_cabinet(&[("g.cms", b"a"), ("g.cer", b"b")])
    }

    fn error_of_zip(bytes: &[u8]) -> Option<ErrorKind> {
        let limits = Limits::default();
        let mut input = Cursor::new(bytes);
        let mut reader = ByteReader::new(&mut input, &limits).unwrap();
        let end = scan(&mut reader, &limits).end_record().unwrap();
        let archive = Archive::read(&mut reader, &end, &limits).unwrap();
        check_zip(&mut reader, &archive)
            .err()
            .map(|error| error.kind)
    }

    #[test]
    fn nothing_before_a_zip_is_another_kind_of_file() {
        let code = [b"MZ", &patched(&local_entry(), 4, &[0xFF; 4])[..]].concat();
        let code = patched(&code, 28, &[0xFF, 0xFF]);
        for (condition, before, expected) in [
            ("nothing", Vec::new(), None),
            ("words", b"words ".to_vec(), None),
            ("a program", program(&[b"7z\xBC\xAF\x27\x1C"], b""), None),
            ("an entry", local_entry(), Some(ErrorKind::ZipHiddenData)),
            (
                "an entry after a program",
                [program(&[], b""), local_entry()].concat(),
                Some(ErrorKind::ZipHiddenData),
            ),
            ("a signature in code", patched(&code, 32, &[1]), None),
            (
                "a compressed file",
                b"\x1F\x8B".to_vec(),
                Some(ErrorKind::ZipAndArchive),
            ),
            (
                "another archive",
                b"x7z\xBC\xAF\x27\x1C".to_vec(),
                Some(ErrorKind::ZipAndDocument),
            ),
            (
                "a document",
                b"<VpnProfile/>".to_vec(),
                Some(ErrorKind::ZipAndDocument),
            ),
            (
                "a document after a program",
                program(&[], b"<VpnProfile/>"),
                Some(ErrorKind::ZipAndDocument),
            ),
        ] {
            let bytes = [before, one_entry()].concat();
            assert_eq!(error_of_zip(&bytes), expected, "{condition}");
        }
    }

    #[test]
    fn no_comment_contains_an_entry() {
        let with_comment = |comment: &[u8]| {
            let bytes = one_entry();
            let length = u16::try_from(comment.len()).unwrap().to_le_bytes();
            [&patched(&bytes, bytes.len() - 2, &length), comment].concat()
        };
        assert_eq!(error_of_zip(&with_comment(b"words")), None);
        let hidden = Some(ErrorKind::ZipHiddenData);
        assert_eq!(error_of_zip(&with_comment(&local_entry())), hidden);
    }

    #[test]
    fn a_header_across_the_edge_of_two_windows_is_found() {
        for start in [0, WINDOW - 1, WINDOW - 29, WINDOW, 2 * WINDOW - 15] {
            let before = usize::try_from(start).unwrap();
            let bytes = [vec![b' '; before], local_entry()].concat();
            let mut input = Cursor::new(&bytes);
            let mut reader = ByteReader::new(&mut input, &Limits::default()).unwrap();
            let whole = |bytes: &[u8]| bytes.windows(30).any(zip::is_header);
            let found = any_window(&mut reader, 0, bytes.len() as u64, 30, whole);
            assert_eq!(found, Ok(true), "{start}");
        }
    }

    #[test]
    fn a_document_that_ends_in_a_zip_is_rejected() {
        let limits = Limits::default();
        let check = |bytes: &[u8]| check_document(&scan_bytes(bytes, &limits));
        assert_eq!(check(b"<VpnProfile/>"), Ok(()));
        assert_eq!(
            check(&[b"<VpnProfile/>", &end_record(0, 0, 0)[..]].concat()),
            Ok(())
        );
        let both = [b"<VpnProfile/>", &one_entry()[..]].concat();
        assert_eq!(check(&both), Err(ErrorKind::ZipAndDocument));
        let doubtful = [&both[..], b"x"].concat();
        assert_eq!(check(&doubtful), Err(ErrorKind::ZipAndDocument));
        let split = patched(&both, both.len() - 18, &[1]);
        assert_eq!(check(&split), Err(ErrorKind::ZipSplit));
    }

    #[test]
    fn a_setup_program_contains_one_cabinet_and_no_entry_of_a_zip() {
        let check = |overlay: &[u8]| {
            let bytes = program(&[&profile()], overlay);
            let program = pe::read(&bytes, &Limits::default()).unwrap();
            assert!(
                !has_other_cabinet(&bytes, program.cabinets[0]),
                "{overlay:?}"
            );
            check_setup_program(&bytes, &program)
        };
        assert_eq!(check(b"\0\0\r\n"), Ok(()));
        assert_eq!(check(b"data"), Err(ErrorKind::CabinetAmbiguous));
        assert_eq!(check(&local_entry()), Err(ErrorKind::ZipAndCabinet));
        assert_eq!(check_cabinet(&profile()), Ok(()));
        let two = program(&[&profile()], &profile());
        let first = pe::read(&two, &Limits::default()).unwrap().cabinets[0];
        assert!(has_other_cabinet(&two, first));
    }

    #[test]
    fn the_first_cabinets_of_a_program_are_searched_for_a_profile() {
        let other = stored_cabinet(&[("a.txt", b"a")]);
        let bytes = program(&[&other, &profile()], b"");
        let limits = |program_cabinets| Limits {
            program_cabinets,
            ..Limits::default()
        };
        assert!(has_profile(&bytes, &limits(2)));
        assert!(!has_profile(&bytes, &limits(1)));
        assert!(!has_profile(&program(&[&other], b""), &limits(2)));
    }

    #[test]
    fn a_cabinet_counts_in_the_image_of_a_program_and_before_its_zip() {
        let limits = |zip_before_bytes| Limits {
            zip_before_bytes,
            ..Limits::default()
        };
        let found = |bytes: &[u8], limits: &Limits| {
            let mut input = Cursor::new(bytes);
            has_cabinet(&mut ByteReader::new(&mut input, limits).unwrap(), limits)
        };
        assert_eq!(found(&program(&[&profile()], b""), &limits(0)), Ok(true));
        let overlay = program(&[], &profile());
        assert_eq!(found(&overlay, &limits(overlay.len() as u64)), Ok(true));
        assert_eq!(found(&overlay, &limits(0)), Ok(false));
        let broken = patched(&overlay, 70, &[0xFF, 0xFF]);
        assert_eq!(found(&broken, &limits(0)), Err(ErrorKind::ProgramBroken));
    }
}
