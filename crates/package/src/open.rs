//! From a file to its packages: what kind is it, by content; which containers; which parts.

use crate::sniff::{self, Sort};
use crate::source::Source;
use crate::{
    Error, ErrorKind, Form, Limits, Package, Part, PartKind, Uncounted, Value, documents, zip,
};
use std::io::{Read, Seek};

/// Bytes by which a file's kind is told: the largest document that is taken whole.
const HEAD: u64 = 64 * 1024;

/// Takes one file apart. Several packages come back where a zip holds packages.
pub fn open<R: Read + Seek>(name: &str, reader: R, limits: &Limits) -> Vec<Package> {
    let mut source = match Source::new(reader, limits) {
        Ok(source) => source,
        Err(kind) => return vec![Package::refused(name, None, Error::whole(kind))],
    };
    let mut packages = match sort(&mut source) {
        Ok(Sort::Zip) => zip::open(name, &mut source, limits),
        Ok(Sort::Program | Sort::Cabinet) => vec![not_read_yet(name, source.length())],
        Ok(Sort::Part(kind)) => vec![lone(name, kind, &mut source, limits)],
        Ok(Sort::Other(_)) if zip::ends_here(&mut source, limits) => {
            zip::open(name, &mut source, limits)
        }
        Ok(Sort::Other(kind)) | Err(kind) => {
            vec![Package::refused(
                name,
                Some(source.length()),
                Error::whole(kind),
            )]
        }
    };
    packages.iter_mut().for_each(mark_radius_thumbprints);
    packages
}

fn sort<R: Read + Seek>(source: &mut Source<R>) -> Result<Sort, ErrorKind> {
    let length = source.length();
    let head = source.bytes_at(0, usize::try_from(length.min(HEAD)).unwrap_or(0))?;
    let sort = sniff::sort(&head);
    // Cut in the middle of a character, a long text seems to be none.
    if sort == Sort::Other(ErrorKind::UnknownContent) && length > HEAD {
        let cut = head.iter().rposition(|byte| byte.is_ascii()).unwrap_or(0);
        return Ok(sniff::sort(head.get(..cut).unwrap_or_default()));
    }
    Ok(sort)
}

/// A document or certificate by itself.
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
    let mut package = Package {
        name: name.to_owned(),
        size: Some(source.length()),
        form,
        parts: Vec::new(),
        packaged: None,
        rezipped: false,
        errors: Vec::new(),
    };
    let part = source
        .all(limits.part_bytes)
        .and_then(|bytes| documents::read(kind, name, &bytes, limits));
    match part {
        Ok(part) => package.parts.push(part),
        Err(kind) => package.errors.push(Error::at(kind, name)),
    }
    package
}

/// Programs and cabinets are places whose content this version does not read.
fn not_read_yet(name: &str, size: u64) -> Package {
    let part = Part {
        place: name.to_owned(),
        kind: PartKind::Program,
        gateway: crate::GatewayNames::default(),
        items: Vec::new(),
        pinned_root: None,
    };
    Package {
        name: name.to_owned(),
        size: Some(size),
        form: Form::Container,
        parts: vec![part],
        packaged: None,
        rezipped: false,
        errors: Vec::new(),
    }
}

/// A thumbprint in VpnProfileSetup.ps1 that is the RADIUS server's root's does not count.
fn mark_radius_thumbprints(package: &mut Package) {
    let radius: Vec<[u8; 20]> = package
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::RadiusRoot)
        .flat_map(|part| &part.items)
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
