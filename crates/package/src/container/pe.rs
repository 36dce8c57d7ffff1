//! Windows programs (PE/COFF): the cabinets in their resources, and where their image ends. No program is ever run.

use crate::bytes::{ByteReader, LittleEndian as _};
use crate::model::{ErrorKind, Limit, Limits};
use crate::signature::cabinet::MAGIC;
use object::LittleEndian as LE;
use object::pe::IMAGE_DIRECTORY_ENTRY_SECURITY;
use object::read::pe::{
    ImageNtHeaders, PeFile, PeFile32, PeFile64, ResourceDirectory, ResourceDirectoryEntryData,
    ResourceDirectoryTable,
};

/// Resource type RT_RCDATA.
const RCDATA: u16 = 10;

/// A program's parts that can contain other files.
pub(crate) struct Program<'d> {
    /// The cabinets among its resources of type RT_RCDATA.
    pub(crate) cabinets: Vec<&'d [u8]>,
    /// The overlay: the bytes after its image, before and after the table of certificates that it is signed with.
    pub(crate) overlay: [&'d [u8]; 2],
}

/// Reads the resources of a program.
///
/// # Errors
///
/// [`ErrorKind::ProgramBroken`], or [`Limit::Resources`].
pub(crate) fn read<'d>(bytes: &'d [u8], limits: &Limits) -> Result<Program<'d>, ErrorKind> {
    match (PeFile64::parse(bytes), PeFile32::parse(bytes)) {
        (Ok(file), _) => program(&file, bytes, limits),
        (_, Ok(file)) => program(&file, bytes, limits),
        _ => Err(ErrorKind::ProgramBroken),
    }
}

fn program<'d, Pe: ImageNtHeaders>(
    file: &PeFile<'d, Pe>,
    bytes: &'d [u8],
    limits: &Limits,
) -> Result<Program<'d>, ErrorKind> {
    Ok(Program {
        cabinets: cabinets(file, bytes, limits)?,
        overlay: overlay_of(file, bytes),
    })
}

/// Returns the offset at which a program's image ends in its file; its resources are in its sections (PE/COFF, 3 and 4).
/// Returns `None` if it isn't a PE program.
///
/// # Errors
///
/// [`ErrorKind::ProgramBroken`] if the section table is outside the file.
pub(crate) fn image_end(reader: &mut ByteReader<'_>) -> Result<Option<u64>, ErrorKind> {
    let length = reader.length();
    let mut read = |start: u64, count: u64| match start.checked_add(count) {
        Some(end) if end <= length => usize::try_from(count)
            .map_err(|_| ErrorKind::ProgramBroken)
            .and_then(|count| reader.bytes_at(start, count))
            .map(Some),
        _ => Ok(None),
    };
    let Some(start) = read(0x3C, 4)?.and_then(|bytes| bytes.u32_at(0)) else {
        return Ok(None);
    };
    let header = read(start.into(), 24)?.filter(|header| header.starts_with(b"PE\0\0"));
    let Some(header) = header else {
        return Ok(None);
    };
    let short = |at| header.u16_at(at).map_or(0, u64::from);
    let table = u64::from(start)
        .saturating_add(24)
        .saturating_add(short(20));
    let Some(sections) = read(table, short(6).saturating_mul(40))? else {
        return Err(ErrorKind::ProgramBroken);
    };
    let end = |section: &[u8]| {
        let (size, start) = (section.u32_at(16)?, section.u32_at(20)?);
        Some(u64::from(start).saturating_add(size.into()))
    };
    Ok(sections.chunks(40).filter_map(end).max())
}

/// Returns the overlay of a program: what follows its image (PE/COFF, 4), without the table of certificates that it is
/// signed with (5.7).
fn overlay_of<'d, Pe: ImageNtHeaders>(file: &PeFile<'d, Pe>, bytes: &'d [u8]) -> [&'d [u8]; 2] {
    let end_of = |start: u32, length: u32| {
        usize::try_from(u64::from(start).saturating_add(length.into())).unwrap_or(usize::MAX)
    };
    let ends = file.section_table().iter().map(|section| {
        end_of(
            section.pointer_to_raw_data.get(LE),
            section.size_of_raw_data.get(LE),
        )
    });
    let image = ends.max().unwrap_or(0).min(bytes.len());
    let signed = file.data_directories().get(IMAGE_DIRECTORY_ENTRY_SECURITY);
    // The address of this directory is an offset in the file.
    let (start, end) = signed.map_or((image, image), |table| {
        let start = table.virtual_address.get(LE);
        (end_of(start, 0), end_of(start, table.size.get(LE)))
    });
    let rest = |range: std::ops::Range<usize>| bytes.get(range).unwrap_or_default();
    match image <= start && end <= bytes.len() {
        true => [rest(image..start), rest(end..bytes.len())],
        false => [rest(image..bytes.len()), &[]],
    }
}

/// Returns true for padding or line ends.
pub(crate) fn is_padding(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, 0 | b'\r' | b'\n'))
}

/// Returns the overlay of a complete program, or `None` if it isn't a program for Windows.
pub(crate) fn overlay(bytes: &[u8]) -> Option<Vec<u8>> {
    let parts = match (PeFile64::parse(bytes), PeFile32::parse(bytes)) {
        (Ok(file), _) => overlay_of(&file, bytes),
        (_, Ok(file)) => overlay_of(&file, bytes),
        _ => return None,
    };
    Some(parts.concat())
}

/// Returns every cabinet among the program's resources of type RT_RCDATA.
fn cabinets<'d, Pe: ImageNtHeaders>(
    file: &PeFile<'d, Pe>,
    bytes: &'d [u8],
    limits: &Limits,
) -> Result<Vec<&'d [u8]>, ErrorKind> {
    let sections = file.section_table();
    let Some(resources) = file
        .data_directories()
        .resource_directory(bytes, &sections)
        .map_err(|_| ErrorKind::ProgramBroken)?
    else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    let mut left = limits.program_resources;
    let root = resources.root().map_err(|_| ErrorKind::ProgramBroken)?;
    for entry in root
        .entries
        .iter()
        .filter(|entry| entry.name_or_id().id() == Some(RCDATA))
    {
        let table = entry.data(resources).ok().and_then(|data| data.table());
        let table = table.ok_or(ErrorKind::ProgramBroken)?;
        for (address, size) in leaves(table, resources, &mut left)? {
            let data = sections
                .pe_data_at(bytes, address)
                .and_then(|data| data.get(..size));
            let data = data.ok_or(ErrorKind::ProgramBroken)?;
            if data.starts_with(MAGIC) {
                found.push(data);
            }
        }
    }
    Ok(found)
}

/// Returns address and size of every resource of a type, by name, then by language.
fn leaves<'d>(
    names: ResourceDirectoryTable<'d>,
    resources: ResourceDirectory<'d>,
    left: &mut usize,
) -> Result<Vec<(u32, usize)>, ErrorKind> {
    let mut found = Vec::new();
    for name in names.entries {
        let languages = name.data(resources).map_err(|_| ErrorKind::ProgramBroken)?;
        let ResourceDirectoryEntryData::Table(languages) = languages else {
            return Err(ErrorKind::ProgramBroken);
        };
        for language in languages.entries {
            *left = left
                .checked_sub(1)
                .ok_or(ErrorKind::Limit(Limit::Resources))?;
            let data = language.data(resources).ok().and_then(|data| data.data());
            let data = data.ok_or(ErrorKind::ProgramBroken)?;
            let size = usize::try_from(data.size.get(LE)).map_err(|_| ErrorKind::ProgramBroken)?;
            found.push((data.offset_to_data.get(LE), size));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::{RESOURCES, patched, program};
    use std::io::Cursor;

    const CABINET: &[u8] = b"MSCF and more";

    fn error(bytes: &[u8]) -> Option<ErrorKind> {
        read(bytes, &Limits::default()).err()
    }

    fn end(bytes: &[u8]) -> Result<Option<u64>, ErrorKind> {
        let mut input = Cursor::new(bytes);
        image_end(&mut ByteReader::new(&mut input, &Limits::default()).unwrap())
    }

    #[test]
    fn the_cabinets_among_the_resources_are_found() {
        let bytes = program(&[b"another resource", CABINET], b"");
        let program = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(program.cabinets, [CABINET]);
        assert_eq!(program.overlay.concat(), b"");
    }

    #[test]
    fn resources_of_another_type_are_ignored() {
        let bytes = patched(&program(&[CABINET], b""), RESOURCES + 16, &[11]);
        assert!(
            read(&bytes, &Limits::default())
                .unwrap()
                .cabinets
                .is_empty()
        );
        let without = patched(&program(&[CABINET], b""), 216, &[0; 8]);
        assert!(
            read(&without, &Limits::default())
                .unwrap()
                .cabinets
                .is_empty()
        );
    }

    #[test]
    fn damaged_headers_and_resources_are_reported() {
        let whole = program(&[CABINET], b"");
        assert_eq!(error(&whole), None);
        for (condition, bytes) in [
            ("no header", b"MZ".to_vec()),
            ("another signature", patched(&whole, 64, b"NE")),
            (
                "a directory outside the sections",
                patched(&whole, 217, &[0x90]),
            ),
            (
                "a type that isn't a table",
                patched(&whole, RESOURCES + 23, &[0]),
            ),
            (
                "a name that isn't a table",
                patched(&whole, RESOURCES + 47, &[0]),
            ),
            (
                "a language that is a table",
                patched(&whole, RESOURCES + 71, &[0x80]),
            ),
            (
                "a table outside the section",
                patched(&whole, RESOURCES + 45, &[0x70]),
            ),
            (
                "data outside the sections",
                patched(&whole, RESOURCES + 73, &[0x90]),
            ),
            (
                "data longer than its section",
                patched(&whole, RESOURCES + 76, &[200]),
            ),
        ] {
            assert_eq!(error(&bytes), Some(ErrorKind::ProgramBroken), "{condition}");
        }
    }

    #[test]
    fn more_resources_than_the_limit_are_refused() {
        let limits = Limits {
            program_resources: 1,
            ..Limits::default()
        };
        assert!(read(&program(&[CABINET], b""), &limits).is_ok());
        let error = read(&program(&[CABINET, b"x"], b""), &limits).err();
        assert_eq!(error, Some(ErrorKind::Limit(Limit::Resources)));
    }

    #[test]
    fn the_overlay_is_what_surrounds_the_table_of_certificates() {
        let bytes = program(&[CABINET], b"beforeSIGNEDafter");
        let image = bytes.len() - 17;
        let signed = [image + 6, 6].map(|field| u32::try_from(field).unwrap().to_le_bytes());
        let bytes = patched(&bytes, 232, &signed.concat());
        let program = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(program.overlay, [&b"before"[..], b"after"]);
        assert_eq!(overlay(&bytes).as_deref(), Some(&b"beforeafter"[..]));
        let outside = patched(&bytes, 236, &[200]);
        assert_eq!(
            overlay(&outside).as_deref(),
            Some(&b"beforeSIGNEDafter"[..])
        );
        assert_eq!(overlay(b"MZ"), None);
    }

    #[test]
    fn the_image_ends_with_its_last_section() {
        let bytes = program(&[CABINET], b"overlay");
        assert_eq!(end(&bytes), Ok(Some(bytes.len() as u64 - 7)));
        for other in [
            &b""[..],
            b"MZ",
            &patched(&bytes, 64, b"NE"),
            &patched(&bytes, 0x3F, &[9]),
        ] {
            assert_eq!(end(other), Ok(None));
        }
        let sections = patched(&bytes, 70, &[0xFF, 0xFF]);
        assert_eq!(end(&sections), Err(ErrorKind::ProgramBroken));
    }

    #[test]
    fn padding_is_zeros_and_line_ends() {
        assert!(is_padding(b"\0\r\n\0") && is_padding(b"") && !is_padding(b"\0 "));
    }
}
