//! From a file to its packages: what kind is it, by content; which containers; which parts.

use crate::program::{self, Program};
use crate::sniff::{self, Sort};
use crate::source::{Input, LittleEndian as _, Plain, Source};
use crate::zip::Ending;
use crate::{
    Error, ErrorKind, Form, Limits, Package, PartKind, Severity, Uncounted, Value, container,
    documents, place, zip,
};
use std::io::{Read, Seek};

/// Takes one file apart. Several packages come back where a zip holds packages.
pub fn open<R: Read + Seek>(name: &str, reader: R, limits: &Limits) -> Vec<Package> {
    open_input(name, &mut Plain(reader), limits)
}

/// The same of an input that can do more than `Read + Seek`. Behind this, everything in here is compiled once and not
/// for each kind of reader.
pub fn open_input(name: &str, input: &mut dyn Input, limits: &Limits) -> Vec<Package> {
    open_at(name, input, limits, 0)
}

/// The same for a file that lies in `depth` zips.
pub(crate) fn open_at(
    name: &str,
    reader: &mut dyn Input,
    limits: &Limits,
    depth: usize,
) -> Vec<Package> {
    let mut source = match Source::of(reader, limits) {
        Ok(source) => source,
        Err(kind) => return vec![Package::refused(name, None, Error::whole(kind))],
    };
    let mut packages = match sort(&mut source, limits) {
        Ok(Sort::Zip) => zip::open(name, &mut source, limits, depth),
        Ok(Sort::Program) => program(name, &mut source, limits, depth),
        Ok(Sort::Cabinet) => vec![cabinet(name, &mut source, limits)],
        Ok(Sort::Part(kind)) => vec![lone(name, kind, &mut source, limits)],
        Ok(Sort::Other(kind)) => match (zip::ending(&mut source, limits), kind) {
            (Ending::Zip, ErrorKind::Text | ErrorKind::UnknownContent) => {
                zip::open(name, &mut source, limits, depth)
            }
            // Where this reader finds a zip, another finds what stands in front of it.
            (Ending::Zip, _) => {
                vec![refused(
                    name,
                    &source,
                    Error::whole(ErrorKind::ZipAndDocument),
                )]
            }
            (Ending::Other | Ending::Doubtful(_), kind) => {
                vec![refused(name, &source, Error::whole(kind))]
            }
        },
        Err(kind) => vec![refused(name, &source, Error::whole(kind))],
    };
    packages.iter_mut().for_each(mark_radius_thumbprints);
    packages
}

fn sort<R: Read + Seek>(source: &mut Source<R>, limits: &Limits) -> Result<Sort, ErrorKind> {
    let length = source.length();
    let first = length.min(limits.look_bytes as u64);
    let first = source.bytes_at(0, usize::try_from(first).unwrap_or(0))?;
    if let Some(container @ (Sort::Zip | Sort::Program | Sort::Cabinet)) = sniff::begin(&first) {
        return Ok(container);
    }
    let most = length.min(limits.head_bytes);
    let head = source.bytes_at(0, usize::try_from(most).unwrap_or(0))?;
    let sort = sniff::sort(&head);
    match sort {
        // What tells it may stand far behind, and a text that is cut in the middle of a character seems to be none.
        Sort::Other(ErrorKind::Text | ErrorKind::OtherXml | ErrorKind::UnknownContent)
            if most < length =>
        {
            let most = length.min(limits.part_bytes);
            let all = source.bytes_at(0, usize::try_from(most).unwrap_or(0))?;
            let last = all.iter().rposition(|byte| byte.is_ascii());
            match (most == length, last) {
                (true, _) => Ok(sniff::sort(&all)),
                (false, Some(last)) => Ok(sniff::sort(all.get(..=last).unwrap_or_default())),
                (false, None) => Ok(sort),
            }
        }
        Sort::Other(ErrorKind::Office) => {
            let start =
                sniff::root_storage(&head).filter(|start| start.saturating_add(128) <= length);
            let root = start.map(|start| source.bytes_at(start, 128)).transpose()?;
            Ok(Sort::Other(sniff::compound_file(&root.unwrap_or_default())))
        }
        sort => Ok(sort),
    }
}

/// A program by itself: a self-extracting zip, a self-extracting cabinet, or none of both.
fn program<R: Read + Seek>(
    name: &str,
    source: &mut Source<R>,
    limits: &Limits,
    depth: usize,
) -> Vec<Package> {
    let ending = zip::ending(source, limits);
    if ending != Ending::Other {
        let kind = match (holds_cabinet(source, limits), ending) {
            (Ok(true), _) => ErrorKind::ZipAndCabinet,
            (Ok(false), Ending::Doubtful(kind)) | (Err(kind), _) => kind,
            (Ok(false), _) => return zip::open(name, source, limits, depth),
        };
        return vec![refused(name, source, Error::whole(kind))];
    }
    let named = place::place(&place::components(name)) == Some(PartKind::Program);
    if !named && source.length() > limits.part_bytes {
        return vec![refused(name, source, Error::whole(ErrorKind::LargeProgram))];
    }
    let outcome = source
        .all(limits.part_bytes)
        .and_then(|bytes| program::read_program(name, &bytes, limits));
    vec![by_program(name, source, outcome)]
}

/// Bytes that are looked through at once.
const WINDOW: u64 = 64 * 1024;

/// Whether a program that is a zip as well holds a cabinet, too: in its image, wherever that ends, or in front of the
/// zip. What lies in the zip's entries is the zip's.
fn holds_cabinet<R: Read + Seek>(
    source: &mut Source<R>,
    limits: &Limits,
) -> Result<bool, ErrorKind> {
    let length = source.length();
    let image = image_end(source)?.unwrap_or(0);
    let end = image.max(limits.zip_before_bytes).min(length);
    let mut at = 0_u64;
    loop {
        // Windows overlap by a header, so that none is cut in two.
        let window = end.saturating_sub(at).min(WINDOW);
        let bytes = source.bytes_at(at, usize::try_from(window).unwrap_or(0))?;
        if program::cabinet_begins(&bytes, length) {
            return Ok(true);
        }
        at = at.saturating_add(window);
        if at >= end {
            return Ok(false);
        }
        at = at.saturating_sub(program::CABINET_HEADER as u64);
    }
}

/// Where a program's image ends in its file: its resources lie in its sections (PE/COFF, 3 and 4). `None`: it is no
/// such program.
fn image_end<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<u64>, ErrorKind> {
    let length = source.length();
    let mut read = |start: u64, count: u64| match start.checked_add(count) {
        Some(end) if end <= length => usize::try_from(count)
            .map_err(|_| ErrorKind::ProgramBroken)
            .and_then(|count| source.bytes_at(start, count))
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

fn cabinet<R: Read + Seek>(name: &str, source: &mut Source<R>, limits: &Limits) -> Package {
    if zip::ending(source, limits) != Ending::Other {
        return refused(name, source, Error::whole(ErrorKind::ZipAndCabinet));
    }
    let outcome = source
        .all(limits.part_bytes)
        .and_then(|bytes| program::read_cabinet(name, &bytes, limits));
    by_program(name, source, outcome)
}

fn by_program<R: Read + Seek>(
    name: &str,
    source: &Source<R>,
    outcome: Result<Program, ErrorKind>,
) -> Package {
    match outcome {
        Ok(Program::Client(part)) => Package {
            parts: vec![part],
            ..empty(name, Some(source.length()), Form::Container)
        },
        Ok(Program::Damaged(kind)) => refused(name, source, Error::at(kind, name)),
        Ok(Program::OtherCabinet) => refused(name, source, Error::whole(ErrorKind::OtherCabinet)),
        Ok(Program::Other(kind)) => refused(name, source, Error::whole(kind)),
        Err(kind) => refused(name, source, Error::at(kind, name)),
    }
}

/// A document or certificate by itself; none where it is another kind of file as well, to another reader. The
/// RADIUS server's root comes out of a package, too, and is told by its name alone.
fn lone<R: Read + Seek>(
    name: &str,
    kind: PartKind,
    source: &mut Source<R>,
    limits: &Limits,
) -> Package {
    let form = match kind {
        PartKind::ServerRoot => Form::LoneCertificate,
        _ => Form::LoneDocument,
    };
    let read_as = match kind {
        PartKind::ServerRoot if place::is_radius_root(name) => PartKind::RadiusRoot,
        kind => kind,
    };
    match zip::ending(source, limits) {
        Ending::Other => {}
        Ending::Doubtful(kind) if kind.severity() == Severity::Unreadable => {
            return refused(name, source, Error::whole(kind));
        }
        _ => return refused(name, source, Error::whole(ErrorKind::ZipAndDocument)),
    }
    let mut package = empty(name, Some(source.length()), form);
    let bytes = source.all(limits.part_bytes);
    let part = bytes.and_then(|bytes| match sniff::sort(&bytes) {
        Sort::Part(whole) if whole == kind => documents::read(read_as, name, &bytes, limits),
        Sort::Other(kind) => Err(kind),
        _ => Err(ErrorKind::UnknownContent),
    });
    match part {
        Ok(part) => package.parts.push(part),
        // By itself it was placed by its content, of which nothing counts.
        Err(ErrorKind::OtherDocument) => package.parts.push(container::empty_part(name, read_as)),
        Err(kind) if kind.severity() == Severity::NotAPackage => {
            return refused(name, source, Error::whole(kind));
        }
        Err(kind) => package.errors.push(Error::at(kind, name)),
    }
    package
}

/// A package in which nothing was found yet.
pub(crate) fn empty(name: &str, size: Option<u64>, form: Form) -> Package {
    Package {
        name: name.to_owned(),
        size,
        form,
        parts: Vec::new(),
        stamps: Vec::new(),
        rezipped: false,
        errors: Vec::new(),
    }
}

fn refused<R: Read + Seek>(name: &str, source: &Source<R>, error: Error) -> Package {
    Package::refused(name, Some(source.length()), error)
}

/// A thumbprint in VpnProfileSetup.ps1 that is the RADIUS server's root's does not count.
pub(crate) fn mark_radius_thumbprints(package: &mut Package) {
    let radius: Vec<[u8; 20]> = package
        .parts
        .iter()
        .flat_map(|part| &part.items)
        .filter(|item| item.uncounted == Some(Uncounted::RadiusRoot))
        .filter_map(|item| match &item.value {
            Value::Certificate(certificate) => Some(certificate.sha1),
            _ => None,
        })
        .collect();
    for part in package
        .parts
        .iter_mut()
        .filter(|part| part.kind == PartKind::ProfileScript)
    {
        for item in &mut part.items {
            if matches!(&item.value, Value::Thumbprint(found) if radius.contains(found)) {
                item.uncounted.get_or_insert(Uncounted::RadiusRoot);
            }
        }
    }
}
