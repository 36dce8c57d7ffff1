//! Zip packages (APPNOTE 6.3.10): only what every reader sees in the same way is taken.
//!
//! The zip crate reads the contents; before it sees anything, end records, directory, local headers and names
//! are checked here, because it silently takes one of several readings.

mod canonical;
mod directory;
mod end;
mod extra;
mod inside;
mod name;
mod stream;

use crate::container;
use crate::place;
use crate::source::Source;
use crate::{Error, ErrorKind, Form, Limits, Package, PartKind, Timestamp};
use ::zip::ZipArchive;
use ::zip::read::{ArchiveOffset, Config};
pub(crate) use directory::holds_entries;

use directory::Entry;
use inside::Inside;
use name::Resolved;
use std::collections::HashSet;
use std::io::{Cursor, Read, Seek};

/// The folders of the vendor's own layout.
const VENDOR_FOLDERS: [&str; 6] = [
    "Generic",
    "WindowsAmd64",
    "WindowsX86",
    "OpenVPN",
    "AzureVPN",
    "WindowsPowershell",
];

/// How a file that does not begin like a zip ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Like no zip.
    Other,
    /// Like a zip with something before it.
    Zip,
    /// Like a zip that is not in order: some readers find one, some don't.
    Doubtful(ErrorKind),
}

/// Looks for the end of a zip.
pub(crate) fn ending<R: Read + Seek>(source: &mut Source<R>, limits: &Limits) -> Ending {
    match end::find(source, limits) {
        Ok(end) if end.entries > 0 => Ending::Zip,
        Ok(_) | Err(ErrorKind::ZipTruncated) => Ending::Other,
        Err(kind) => Ending::Doubtful(source.failure().unwrap_or(kind)),
    }
}

/// The same for a part's bytes.
pub(crate) fn ending_of(bytes: &[u8], limits: &Limits) -> Ending {
    match Source::new(Cursor::new(bytes), limits) {
        Ok(mut source) => ending(&mut source, limits),
        Err(kind) => Ending::Doubtful(kind),
    }
}

/// A zip whose headers agree, with the names of its entries resolved.
struct Archive {
    entries: Vec<(Entry, Resolved)>,
    shift: u64,
    rezipped: bool,
}

/// Takes a zip apart that lies in `depth` others. The packages of zips inside it follow its own, if it has places of
/// its own.
pub(crate) fn open<R: Read + Seek>(
    name: &str,
    source: &mut Source<R>,
    limits: &Limits,
    depth: usize,
) -> Vec<Package> {
    let size = Some(source.length());
    let refused = |error| vec![Package::refused(name, size, error)];
    let archive = match audit(source, limits, depth) {
        Ok(archive) => archive,
        Err(error) => return refused(error),
    };
    let streams = stream::check(source, &archive.entries, limits);
    // A limit is the end of all work; nothing is unpacked for good any more.
    for ((_, resolved), stream) in archive.entries.iter().zip(&streams) {
        if let Err(kind) = stream
            && is_limit(*kind)
            && !resolved.inner
        {
            return refused(Error::at(*kind, resolved.path.clone()));
        }
    }
    let config = Config {
        archive_offset: ArchiveOffset::Known(archive.shift),
    };
    let mut reader = match ZipArchive::with_config(config, &mut *source) {
        Ok(reader) => reader,
        Err(_) => {
            return refused(Error::whole(
                source.failure().unwrap_or(ErrorKind::ZipDamaged),
            ));
        }
    };
    let mut package = crate::open::empty(name, 0, Form::Container);
    package.size = size;
    package.rezipped = archive.rezipped;
    let mut inside = Inside::new(name, depth, limits);
    let mut place_met = false;
    let mut programs = 0_usize;
    for ((entry, resolved), stream) in archive.entries.iter().zip(streams) {
        let kind = resolved.kind;
        place_met |= kind.is_some_and(place::is_place);
        let before = package.parts.len();
        match (kind, resolved.inner) {
            (Some(found), _) if stream::passed_over(entry, resolved, limits) => {
                package
                    .parts
                    .extend(container::passed_over(found, &resolved.path));
            }
            (Some(found), _) => {
                let path = &resolved.path;
                match stream.and_then(|()| content(&mut reader, entry, limits)) {
                    Ok(bytes) => {
                        container::take(&mut package, found, path, &bytes, limits, &mut programs);
                        if found == PartKind::Candidate
                            && is_no_client(&package, path, &bytes, limits)
                        {
                            inside.open(path, Ok(bytes));
                        }
                    }
                    Err(error) => container::add_unread(&mut package, kind, path, error),
                }
            }
            (None, true) => {
                let bytes = stream.and_then(|()| content(&mut reader, entry, limits));
                inside.open(&resolved.path, bytes);
            }
            (None, false) => {
                if resolved.closed {
                    inside.close(&resolved.path);
                }
                if let Err(error) = stream {
                    container::add_unread(&mut package, None, &resolved.path, error);
                }
            }
        }
        let added = package.parts.get(before).map(|part| part.kind);
        if [kind, added].into_iter().flatten().any(place::is_place) {
            package.stamps.extend(moment(entry.stamp));
        }
        if package.errors.iter().any(|error| is_limit(error.kind)) {
            break;
        }
    }
    drop(reader);
    if let Some(kind) = source.failure() {
        package.errors.insert(0, Error::whole(kind));
    }
    container::finish(&mut package, place_met);
    if package.errors == [Error::whole(ErrorKind::NoPlace)] && is_office(&archive.entries) {
        package.errors = vec![Error::whole(ErrorKind::Office)];
    }
    let none_of_its_own = package
        .errors
        .iter()
        .all(|error| error.kind == ErrorKind::NoPlace);
    let parts = package.parts.iter().any(|part| place::is_place(part.kind));
    if parts && let Some(path) = inside.closed() {
        package
            .parts
            .push(container::empty_part(path, PartKind::Candidate));
    }
    let mut packages = inside.packages(parts || place_met);
    if parts || !none_of_its_own || packages.is_empty() {
        packages.insert(0, package);
    }
    packages
}

/// Whether what bears a program's name is a zip, perhaps with a program in front, and not the VPN client's.
fn is_no_client(package: &Package, path: &str, bytes: &[u8], limits: &Limits) -> bool {
    let last = package.parts.last();
    last.is_some_and(|part| part.place == path && part.kind == PartKind::Candidate)
        && ending_of(bytes, limits) != Ending::Other
}

/// Whether a zip without places is an Office document: Office Open XML, or OpenDocument.
fn is_office(entries: &[(Entry, Resolved)]) -> bool {
    const FOLDERS: [&str; 4] = ["word/", "xl/", "ppt/", "visio/"];
    let any = |wanted: &dyn Fn(&str) -> bool| entries.iter().any(|(_, name)| wanted(&name.path));
    let open_xml = any(&|path| path == "[Content_Types].xml")
        && any(&|path| FOLDERS.iter().any(|folder| path.starts_with(folder)));
    let open_document = any(&|path| path == "mimetype") && any(&|path| path == "content.xml");
    open_xml || open_document
}

/// A limit is the end of all work on an input.
pub(crate) fn is_limit(kind: ErrorKind) -> bool {
    kind.code().starts_with("limit-")
}

/// Checks everything that can be checked without unpacking.
fn audit<R: Read + Seek>(
    source: &mut Source<R>,
    limits: &Limits,
    depth: usize,
) -> Result<Archive, Error> {
    let whole = |source: &Source<R>, kind| Error::whole(source.failure().unwrap_or(kind));
    let end = end::find(source, limits).map_err(|kind| whole(source, kind))?;
    let entries = directory::read(source, &end, limits)
        .map_err(|error| source.failure().map_or(error, Error::whole))?;
    let first = entries.iter().map(|entry| entry.start).min();
    let mut rezipped = end.unusual || first.is_some_and(|start| start != 0);
    let mut resolved: Vec<Resolved> = entries.iter().map(name::resolve).collect();
    let kinds_of = |path: fn(&Resolved) -> &str| {
        container::kinds(&resolved.iter().map(path).collect::<Vec<_>>())
    };
    let kinds = kinds_of(|name| &name.path);
    // A certificate may be the profile's only for a reader that tidies names.
    let tidied = kinds_of(|name| &name.tidied);
    // What lies in one folder to one of them may be a profile and its certificate.
    let any = |wanted| kinds.contains(&Some(wanted));
    let profile = any(PartKind::ProfileText) && (any(PartKind::Stray) || any(PartKind::Profile));
    let mut files = HashSet::new();
    let mut inner = 0_usize;
    for ((entry, resolved), (kind, tidied)) in entries
        .iter()
        .zip(&mut resolved)
        .zip(kinds.into_iter().zip(tidied))
    {
        resolved.kind = kind;
        resolved.ambiguous |= resolved.cut && profile;
        resolved.ambiguous |=
            kind.is_some_and(place::is_place) != tidied.is_some_and(place::is_place);
        check_name(entry, resolved, &mut files)?;
        resolved.kind = kind.filter(|_| !entry.named_as_folder());
        // Downloaded again it is called "vpn.zip (1)" by some.
        let file = resolved.path.rsplit('/').next().unwrap_or_default();
        let zip = file.to_ascii_lowercase().contains(".zip")
            && !resolved.nothing
            && !entry.named_as_folder();
        resolved.inner = zip && depth < limits.zip_nesting;
        resolved.closed = zip && !resolved.inner;
        inner = inner.saturating_add(usize::from(resolved.inner));
        rezipped |= entry.unusual || !vendor_name(&entry.name);
    }
    if inner > limits.inner_packages {
        return Err(Error::whole(ErrorKind::LimitInner));
    }
    let entries: Vec<(Entry, Resolved)> = entries.into_iter().zip(resolved).collect();
    check_encryption(&entries)?;
    Ok(Archive {
        entries,
        shift: end.shift,
        rezipped,
    })
}

/// Refuses names that readers resolve differently, and names that become one.
fn check_name(
    entry: &Entry,
    resolved: &Resolved,
    files: &mut HashSet<String>,
) -> Result<(), Error> {
    let at = |kind| Err(Error::at(kind, resolved.path.clone()));
    let place = resolved.kind.is_some_and(place::is_place);
    if resolved.ambiguous {
        let unicode = entry.unicode != extra::UnicodePath::Absent;
        return at(if unicode {
            ErrorKind::ZipUnicodeName
        } else {
            ErrorKind::ZipName
        });
    }
    if place && (entry.named_as_folder() || entry.marked_as_folder()) {
        return at(ErrorKind::ZipFileOrFolder);
    }
    let folder = entry.named_as_folder() && entry.unpacked == 0;
    if !folder && !resolved.nothing && !files.insert(resolved.key.clone()) {
        return at(ErrorKind::ZipDuplicateName);
    }
    Ok(())
}

/// Some readers take the first entry's flag for all: it must not differ from those of the places.
fn check_encryption(entries: &[(Entry, Resolved)]) -> Result<(), Error> {
    let encrypted = |entry: &Entry| entry.flags & directory::FLAG_ENCRYPTED != 0;
    let place = |resolved: &Resolved| resolved.kind.is_some_and(place::is_place);
    let first_alone = entries
        .first()
        .is_some_and(|(first, resolved)| encrypted(first) && !place(resolved))
        && entries
            .iter()
            .any(|(entry, resolved)| place(resolved) && !encrypted(entry));
    if first_alone {
        Err(Error::whole(ErrorKind::ZipEncryptionDiffers))
    } else {
        Ok(())
    }
}

/// `Folder\file` with a folder of the vendor's.
fn vendor_name(name: &[u8]) -> bool {
    let parts: Vec<&[u8]> = name.split(|byte| *byte == b'\\').collect();
    let known = |folder: &[u8]| {
        VENDOR_FOLDERS
            .iter()
            .any(|known| known.as_bytes() == folder)
    };
    matches!(parts.as_slice(), [folder, file] if known(folder) && !file.contains(&b'/'))
}

/// Unpacks a checked entry with the zip crate, which compares the check sum at the end.
fn content<R: Read + Seek>(
    reader: &mut ZipArchive<R>,
    entry: &Entry,
    limits: &Limits,
) -> Result<Vec<u8>, ErrorKind> {
    let index = reader.index_for_name_raw(&entry.name);
    let index = index.ok_or(ErrorKind::ZipContent)?;
    let mut file = reader.by_index(index).map_err(|_| ErrorKind::ZipContent)?;
    if file.header_start() != entry.start || file.crc32() != entry.crc {
        return Err(ErrorKind::ZipHeadersDiffer);
    }
    let mut bytes = Vec::new();
    match file
        .by_ref()
        .take(limits.part_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
    {
        Ok(_) if bytes.len() as u64 > limits.part_bytes => Err(ErrorKind::LimitPart),
        Ok(_) if bytes.len() as u64 != entry.unpacked => Err(ErrorKind::ZipContent),
        Ok(_) => Ok(bytes),
        Err(_) => Err(ErrorKind::ZipCrc),
    }
}

/// A DOS time stamp (two-second steps, no zone) read as UTC, which it is in the vendor's own zips.
fn moment(stamp: u32) -> Option<Timestamp> {
    let field = |shift: u32, mask: u32| u8::try_from((stamp >> shift) & mask).ok();
    let month = time::Month::try_from(field(21, 0xF)?).ok()?;
    let year = i32::try_from(stamp >> 25).ok()?.checked_add(1980)?;
    let day = time::Date::from_calendar_date(year, month, field(16, 0x1F)?).ok()?;
    let second = field(0, 0x1F)?.checked_mul(2)?;
    let clock = time::Time::from_hms(field(11, 0x1F)?, field(5, 0x3F)?, second).ok()?;
    Timestamp::from_unix(
        time::PrimitiveDateTime::new(day, clock)
            .assume_utc()
            .unix_timestamp(),
    )
}
