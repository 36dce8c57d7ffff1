//! The self-extracting VPN client: a Windows program (PE) with a cabinet in its resources. Never run.
//!
//! The resource tree is read by the object crate; the letters MSCF anywhere else are at most a reason to refuse.

mod cabinet;
mod decoder;
mod profile;

pub(crate) use profile::{certificate_name, gateway_guids, stem, text_file};

use crate::documents;
use crate::source::LittleEndian as _;
use crate::source::search;
use crate::{
    ErrorKind, GatewayNames, Item, Limits, Part, PartKind, Uncounted, Value, certificate, zip,
};
use cabinet::Cabinet;
use object::LittleEndian as LE;
use object::pe::IMAGE_DIRECTORY_ENTRY_SECURITY;
use object::read::pe::{
    ImageNtHeaders, PeFile, PeFile32, PeFile64, ResourceDirectory, ResourceDirectoryEntryData,
    ResourceDirectoryTable,
};
use profile::pins;

/// Resource type RT_RCDATA.
const RCDATA: u16 = 10;

/// What a program turned out to be.
#[derive(Debug)]
pub(crate) enum Program {
    /// It holds a Connection Manager profile.
    Client(Part),
    /// It holds such a profile, and what of it counts can't be read.
    Damaged(ErrorKind),
    /// It holds a cabinet without such a profile.
    OtherCabinet,
    /// It is the program of another installer.
    Other(ErrorKind),
}

/// Takes a program apart.
pub(crate) fn read_program(
    place: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Program, ErrorKind> {
    let (cabinets, behind) = match (PeFile64::parse(bytes), PeFile32::parse(bytes)) {
        (Ok(file), _) => (cabinets(&file, bytes, limits)?, behind(&file, bytes)),
        (_, Ok(file)) => (cabinets(&file, bytes, limits)?, behind(&file, bytes)),
        _ => return Err(ErrorKind::ProgramBroken),
    };
    match cabinets.as_slice() {
        [] => Ok(Program::Other(installer(bytes))),
        [cabinet] if !other_cabinet(bytes, cabinet) => {
            let program = read_cabinet(place, cabinet, limits)?;
            // An archive behind the cabinet is one that some readers open instead.
            Ok(match program {
                Program::Client(_) if zip::holds_entries(bytes) => {
                    Program::Damaged(ErrorKind::ZipAndCabinet)
                }
                Program::Client(_) if !behind.into_iter().all(is_padding) => {
                    Program::Damaged(ErrorKind::CabinetAmbiguous)
                }
                program => program,
            })
        }
        _ if holds_profile(bytes, limits) => Ok(Program::Damaged(ErrorKind::CabinetAmbiguous)),
        _ => Err(ErrorKind::CabinetAmbiguous),
    }
}

/// Takes a cabinet apart.
pub(crate) fn read_cabinet(
    place: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Program, ErrorKind> {
    let cabinet = match Cabinet::parse(bytes, limits) {
        // Drivers' cabinets have files of one name; what holds no profile to anybody is just another cabinet.
        Err(ErrorKind::CabinetAmbiguous) if !names_profile(bytes) => {
            return Ok(Program::OtherCabinet);
        }
        cabinet => cabinet?,
    };
    if !cabinet.names().any(profile::is_profile) {
        return Ok(Program::OtherCabinet);
    }
    Ok(match client(place, &cabinet, limits) {
        Ok(_) if zip::holds_entries(bytes) => Program::Damaged(ErrorKind::ZipAndCabinet),
        Ok(part) => Program::Client(part),
        Err(kind) => Program::Damaged(kind),
    })
}

/// The profile in a cabinet, as a part.
fn client(place: &str, cabinet: &Cabinet<'_>, limits: &Limits) -> Result<Part, ErrorKind> {
    let mut items = Vec::new();
    let wanted = |name: &str| profile::certificate_name(name) || profile::pin_file(name);
    for (name, content) in cabinet.unpack(wanted, limits)? {
        if content.is_empty() && profile::certificate_name(&name) {
            return Err(ErrorKind::PartEmpty);
        }
        if profile::certificate_name(&name) {
            let radius = profile::radius_name(&name);
            let found = match certificate::from_file(&content, limits) {
                Err(_) if radius => Vec::new(),
                found => found?,
            };
            items.extend(found.into_iter().map(|found| Item {
                element: "certificate",
                inner: Some(name.clone()),
                value: Value::Certificate(Box::new(found)),
                uncounted: radius.then_some(Uncounted::RadiusRoot),
            }));
        } else {
            items.extend(pins(&name, &content));
        }
    }
    if items.len() > limits.items {
        return Err(ErrorKind::LimitItems);
    }
    let guids = gateway_guids(cabinet.names());
    Ok(Part {
        place: place.to_owned(),
        kind: PartKind::Program,
        gateway: GatewayNames {
            guids,
            ..GatewayNames::default()
        },
        items,
        pinned_root: None,
    })
}

/// Bytes of a cabinet's fixed header.
pub(crate) const CABINET_HEADER: usize = cabinet::HEADER;

/// Every place where the letters of a cabinet stand, with as many bytes as a header has.
fn starts(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    search(bytes, b"MSCF")
        .filter_map(|start| Some((start, bytes.get(start..)?.get(..cabinet::HEADER)?)))
}

/// Whether a cabinet begins in these bytes of a file of this length.
pub(crate) fn cabinet_begins(bytes: &[u8], file: u64) -> bool {
    starts(bytes).any(|(_, header)| cabinet::begins(header, file))
}

/// How the names of certificates end.
const CERTIFICATE_ENDINGS: [&[u8]; 4] = [b".cer", b".crt", b".pem", b".der"];

/// Whether the names of a profile's files stand in there as a cabinet has them, where it can be read and where it can't:
/// its table of files is never packed ([MS-CAB] 2.3).
pub(crate) fn names_profile(bytes: &[u8]) -> bool {
    let holds = |ending: &[u8]| {
        bytes
            .windows(ending.len())
            .any(|window| window.eq_ignore_ascii_case(ending))
    };
    let listed = |ending: &str| holds(&[ending.as_bytes(), b"\0"].concat());
    let certificate = CERTIFICATE_ENDINGS.into_iter().any(holds);
    holds(b"MSCF") && certificate && profile::ENDINGS.into_iter().any(listed)
}

/// Whether any of the cabinets in a program, the first few that there could be, holds a profile.
fn holds_profile(bytes: &[u8], limits: &Limits) -> bool {
    let starts = starts(bytes)
        .filter(|(_, header)| cabinet::begins(header, bytes.len() as u64))
        .map(|(start, _)| start);
    starts.take(limits.program_cabinets).any(|start| {
        let cabinet = bytes
            .get(start..)
            .and_then(|rest| rest.get(..usize::try_from(rest.u32_at(8)?).ok()?));
        cabinet.is_some_and(|bytes| {
            Cabinet::parse(bytes, limits)
                .is_ok_and(|cabinet| cabinet.names().any(profile::is_profile))
        })
    })
}

/// What lies behind a program's image (PE/COFF, 4), but for the table of certificates with which it is signed (5.7).
fn behind<'d, Pe: ImageNtHeaders>(file: &PeFile<'d, Pe>, bytes: &'d [u8]) -> [&'d [u8]; 2] {
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
    // The only directory whose address is a place in the file.
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

/// Whether there is nothing in these bytes: padding, or the end of a line.
fn is_padding(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, 0 | b'\r' | b'\n'))
}

/// What lies behind the image of a program that is all there; `None`: it is no program for Windows.
pub(crate) fn behind_image(bytes: &[u8]) -> Option<Vec<u8>> {
    let parts = match (PeFile64::parse(bytes), PeFile32::parse(bytes)) {
        (Ok(file), _) => behind(&file, bytes),
        (_, Ok(file)) => behind(&file, bytes),
        _ => return None,
    };
    Some(parts.concat())
}

/// Every cabinet among the program's raw resources.
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
            if data.starts_with(b"MSCF") {
                found.push(data);
            }
        }
    }
    Ok(found)
}

/// Address and size of every resource under a type: by name, then by language.
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
            *left = left.checked_sub(1).ok_or(ErrorKind::LimitResources)?;
            let data = language.data(resources).ok().and_then(|data| data.data());
            let data = data.ok_or(ErrorKind::ProgramBroken)?;
            let size = usize::try_from(data.size.get(LE)).map_err(|_| ErrorKind::ProgramBroken)?;
            found.push((data.offset_to_data.get(LE), size));
        }
    }
    Ok(found)
}

/// Whether another cabinet lies in the program than the one in its resources: tools that look for the letters
/// MSCF would take it.
fn other_cabinet(bytes: &[u8], known: &[u8]) -> bool {
    starts(bytes).any(|(_, header)| {
        cabinet::begins(header, bytes.len() as u64)
            && !std::ptr::eq(header.as_ptr(), known.as_ptr())
    })
}

/// Whose program it is, by what other installers leave in theirs.
pub(crate) fn installer(bytes: &[u8]) -> ErrorKind {
    let holds = |signature: &[u8]| search(bytes, signature).next().is_some();
    if holds(b"7z\xBC\xAF\x27\x1C") {
        ErrorKind::SevenZip
    } else if holds(b"Rar!\x1A\x07") {
        ErrorKind::Rar
    } else if holds(b"\xEF\xBE\xAD\xDENullsoftInst") {
        ErrorKind::Nsis
    } else if holds(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        ErrorKind::Msi
    } else {
        ErrorKind::OtherProgram
    }
}

/// The pins of a profile's text that lies open.
pub(crate) fn loose_pins(name: &str, bytes: &[u8]) -> documents::Content {
    documents::Content {
        items: pins(name, bytes),
        ..documents::Content::default()
    }
}
