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

/// Returns the offset at which a program's image ends in its file; its rereaders are in its sections (PE/COFF, 3 and 4).
/// `None` if it isn't a PE program.
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
