//! Opens a file: detects its kind, rejects polyglots, reads its container, and assembles the packages.
//!
//! Only this module opens what a container returns as nested.

mod nested;
mod program;
mod unpacked;
mod zip;

pub use unpacked::open_unpacked;

use crate::assemble;
use crate::bytes::{ByteReader, Input};
use crate::container;
use crate::container::zip::EocdScan;
use crate::format::{self, FileKind};
use crate::model::{Error, ErrorClass, ErrorKind, Form, HeadKind, Limits, Package, Part, Role};
use crate::path;
use crate::polyglot;
use crate::signature::{self, Signature, compound_file, disk_image};
use std::io::Read;

/// Opens one file and returns the packages it contains: one, or several for a zip with packages inside. `name` is the
/// file's name; it decides about the role of a file on its own. Errors are in the packages.
pub fn open(name: &str, input: &mut dyn Input, limits: &Limits) -> Vec<Package> {
    Opener::new(limits).file(name, input, 0)
}

/// Reads the first bytes of a file ([`Limits::look_bytes`]) and returns what they show it to be, where that can be of
/// interest. Returns `None` as well if they can't be read: that error is reported when the file is opened.
pub fn head_kind(file: &mut dyn Read, limits: &Limits) -> Option<HeadKind> {
    let mut head = Vec::with_capacity(limits.look_bytes);
    let mut first = file.take(limits.look_bytes as u64);
    first.read_to_end(&mut head).ok()?;
    format::head_kind(&head)
}

/// What one input may still cost.
struct Opener<'l> {
    limits: &'l Limits,
    /// What the zips inside this many others may still cost, by depth.
    left: Vec<Left>,
}

/// What zips of one depth may still cost.
#[derive(Debug, Clone, Copy)]
struct Left {
    unpacked_bytes: u64,
    programs: usize,
}

impl<'l> Opener<'l> {
    fn new(limits: &'l Limits) -> Self {
        Opener {
            limits,
            left: Vec::new(),
        }
    }

    /// Returns what the zips inside `depth` others may still cost.
    fn left(&self, depth: usize) -> Left {
        self.left.get(depth).copied().unwrap_or(Left {
            unpacked_bytes: self.limits.unpacked_bytes,
            programs: self.limits.programs,
        })
    }

    fn set_left(&mut self, depth: usize, left: Left) {
        while self.left.len() <= depth {
            self.left.push(self.left(self.left.len()));
        }
        if let Some(place) = self.left.get_mut(depth) {
            *place = left;
        }
    }

    /// Opens a file inside `depth` zips.
    fn file(&mut self, name: &str, input: &mut dyn Input, depth: usize) -> Vec<Package> {
        let mut reader = match ByteReader::new(input, self.limits) {
            Ok(reader) => reader,
            Err(kind) => return vec![Package::refused(name, None, Error::whole(kind))],
        };
        let scan = container::zip::scan(&mut reader, self.limits);
        self.scanned_file(name, &mut reader, scan, depth)
    }

    /// Opens a file whose end is already searched for a zip.
    fn scanned_file(
        &mut self,
        name: &str,
        reader: &mut ByteReader<'_>,
        scan: EocdScan,
        depth: usize,
    ) -> Vec<Package> {
        let size = Some(reader.length());
        let refused = |kind| {
            let kind = if is_named_as_segment(name) && can_be_segment(kind) {
                ErrorKind::ZipSplit
            } else {
                kind
            };
            vec![Package::refused(name, size, Error::whole(kind))]
        };
        match file_kind(reader, self.limits) {
            Ok(FileKind::Zip) => match scan.end_record() {
                Ok(end) => self.zip(name, reader, &end, depth),
                Err(kind) if !is_first_segment(reader) => refused(kind),
                Err(_) => refused(ErrorKind::ZipSplit),
            },
            Ok(FileKind::Program) => match scan {
                EocdScan::Missing | EocdScan::Empty(_) => {
                    vec![self.program_file(name, reader)]
                }
                scan => match (polyglot::has_cabinet(reader, self.limits), scan) {
                    (Ok(true), _) => refused(ErrorKind::ZipAndCabinet),
                    (Ok(false), EocdScan::Zip(end)) => self.zip(name, reader, &end, depth),
                    (Ok(false), scan) => {
                        refused(scan.end_record().err().unwrap_or(ErrorKind::ZipDamaged))
                    }
                    (Err(kind), _) => refused(kind),
                },
            },
            Ok(FileKind::Cabinet) if scan.is_zip() => refused(ErrorKind::ZipAndCabinet),
            Ok(FileKind::Cabinet) => vec![self.cabinet_file(name, reader)],
            Ok(FileKind::Document(role)) => match polyglot::check_document(&scan) {
                Ok(()) => vec![self.document_file(name, role, reader)],
                Err(kind) => refused(kind),
            },
            Ok(FileKind::Other(kind)) => match (scan, kind) {
                (EocdScan::Zip(end), ErrorKind::Text | ErrorKind::UnknownContent) => {
                    self.zip(name, reader, &end, depth)
                }
                (
                    EocdScan::Doubtful(ErrorKind::ZipSplit),
                    ErrorKind::Text | ErrorKind::UnknownContent,
                ) => refused(ErrorKind::ZipSplit),
                // Where this reader finds a zip, another finds what is before it, or around it.
                (
                    EocdScan::Zip(_),
                    ErrorKind::SevenZip
                    | ErrorKind::Rar
                    | ErrorKind::OtherArchive
                    | ErrorKind::DiskImage,
                ) => refused(ErrorKind::ZipAndArchive),
                (EocdScan::Zip(_), _) => refused(ErrorKind::ZipAndDocument),
                (_, kind) => refused(kind),
            },
            Err(kind) => refused(kind),
        }
    }

    /// Reads a document or certificate on its own. The RADIUS server's root can be from a package, too, and only its name
    /// identifies it.
    fn document_file(&self, name: &str, role: Role, reader: &mut ByteReader<'_>) -> Package {
        let size = Some(reader.length());
        let form = match role {
            Role::ServerRoot => Form::LoneCertificate,
            _ => Form::LoneDocument,
        };
        let read_as = match role {
            Role::ServerRoot if path::is_radius_root(name) => Role::RadiusRoot,
            role => role,
        };
        let bytes = reader.all(self.limits.part_bytes);
        let part = bytes.and_then(|bytes| match format::file_kind(&bytes) {
            FileKind::Document(whole) if whole == role => {
                format::read(read_as, name, &bytes, self.limits)
            }
            FileKind::Other(kind) => Err(kind),
            _ => Err(ErrorKind::UnknownContent),
        });
        let part = match part {
            Ok(part) => part,
            // The role is from the content, and nothing in the content is read in that role.
            Err(ErrorKind::OtherDocument) => Part::new(name, read_as),
            Err(kind) if kind.class() == ErrorClass::NotAPackage => {
                return Package::refused(name, size, Error::whole(kind));
            }
            Err(kind) => Part::unreadable(name, role, kind),
        };
        Package {
            parts: vec![part],
            ..Package::empty(name, size, form)
        }
    }

    /// Reads a file of a package in its role.
    fn part(&self, role: Role, path: &str, bytes: &[u8]) -> Option<Part> {
        match role {
            Role::SetupProgram | Role::PossibleInstaller => {
                program::part(role, path, bytes, self.limits)
            }
            _ => assemble::document_part(role, path, bytes, self.limits),
        }
    }
}

/// Returns true for the name of one file of a zip that was split: `x.z01`, `x.zip.001`.
fn is_named_as_segment(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let number = ending.strip_prefix(['z', 'Z']).unwrap_or(ending);
    (2..=3).contains(&number.len())
        && ending.len() == 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns true if one file of a split zip can have an error like this.
fn can_be_segment(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::UnknownContent
            | ErrorKind::ZipTruncated
            | ErrorKind::ZipDamaged
            | ErrorKind::ZipSeveralEnds
            | ErrorKind::ZipTrailingData
    )
}

/// Returns true for a file with the signature of a split zip's first file (APPNOTE 8.5.3).
fn is_first_segment(reader: &mut ByteReader<'_>) -> bool {
    let start = reader.bytes_at(0, 8);
    start.is_ok_and(|start| {
        let rest = start.strip_prefix(signature::zip::DESCRIPTOR_MAGIC);
        rest == Some(signature::zip::LOCAL_MAGIC)
    })
}

/// Bytes at the start of a file that are looked at before the whole file is read.
const FIRST_LOOK: usize = 512;

/// Returns what a file is that nothing at its start identifies: a disk image by its last bytes, or bytes of zero, as in a
/// file whose content isn't stored on this device.
fn kind_of_unknown(reader: &mut ByteReader<'_>, limits: &Limits) -> Result<FileKind, ErrorKind> {
    let length = reader.length();
    let kind = |kind| Ok(FileKind::Other(kind));
    if let Some(start) = length.checked_sub(disk_image::TRAILER as u64)
        && disk_image::ends(&reader.bytes_at(start, disk_image::TRAILER)?)
    {
        return kind(ErrorKind::DiskImage);
    }
    let is_zero = |bytes: &[u8]| bytes.iter().all(|byte| *byte == 0);
    // The start is in memory already, and in nearly every file it decides.
    let start = reader.bytes_at(
        0,
        FIRST_LOOK.min(usize::try_from(length).unwrap_or(FIRST_LOOK)),
    )?;
    if length > limits.part_bytes || !is_zero(&start) {
        return kind(ErrorKind::UnknownContent);
    }
    match is_zero(&reader.all(limits.part_bytes)?) {
        true => kind(ErrorKind::Empty),
        false => kind(ErrorKind::UnknownContent),
    }
}

/// Returns what a file is. Reads no more of its bytes than needed.
fn file_kind(reader: &mut ByteReader<'_>, limits: &Limits) -> Result<FileKind, ErrorKind> {
    match kind_by_content(reader, limits)? {
        FileKind::Other(ErrorKind::UnknownContent) => kind_of_unknown(reader, limits),
        kind => Ok(kind),
    }
}

fn kind_by_content(reader: &mut ByteReader<'_>, limits: &Limits) -> Result<FileKind, ErrorKind> {
    let length = reader.length();
    let mut head = |most: u64| {
        let most = usize::try_from(length.min(most)).unwrap_or(0);
        reader.bytes_at(0, most)
    };
    let first = head(limits.look_bytes as u64)?;
    if let Some(container @ (Signature::Zip | Signature::Program | Signature::Cabinet)) =
        signature::of(&first)
    {
        return Ok(container.into());
    }
    let first = head(limits.head_bytes)?;
    let kind = format::file_kind(&first);
    match kind {
        // The bytes that identify the format can be after the head, and a text that is cut in a character isn't
        // recognized as text.
        FileKind::Other(ErrorKind::Text | ErrorKind::OtherXml | ErrorKind::UnknownContent)
            if limits.head_bytes < length =>
        {
            let all = head(limits.part_bytes)?;
            if limits.part_bytes >= length {
                return Ok(format::file_kind(&all));
            }
            let last = all.iter().rposition(u8::is_ascii);
            Ok(last.map_or(kind, |last| {
                format::file_kind(all.get(..=last).unwrap_or_default())
            }))
        }
        FileKind::Other(ErrorKind::Office) => {
            let start = compound_file::root_storage(&first)
                .filter(|start| start.saturating_add(128) <= length);
            let root = start.map(|start| reader.bytes_at(start, 128)).transpose()?;
            Ok(FileKind::Other(compound_file::kind(
                &root.unwrap_or_default(),
            )))
        }
        kind => Ok(kind),
    }
}
