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
use crate::folder::{self, Group};
use crate::place;
use crate::source::{Plain, Source};
use crate::{Error, ErrorKind, Form, Limits, Look, Package, PartKind, Timestamp};
use ::zip::ZipArchive;
use ::zip::read::{ArchiveOffset, Config};
pub(crate) use directory::holds_entries;

use directory::Entry;
use inside::Inside;
use name::{Nested, Resolved};
use std::collections::HashMap;
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
    match Source::of(&mut Plain(Cursor::new(bytes)), limits) {
        Ok(mut source) => ending(&mut source, limits),
        Err(kind) => Ending::Doubtful(kind),
    }
}

/// A zip whose headers agree, with the names of its entries resolved.
struct Archive {
    members: Vec<Member>,
    /// The members by what belongs together.
    groups: Vec<Group>,
    shift: u64,
    rezipped: bool,
}

/// An entry with what its name says.
struct Member {
    entry: Entry,
    name: Resolved,
    /// The entry is a part of an unpacked package in the zip.
    in_package: bool,
}

/// What may use up the limits first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// Parts of a package.
    InPackage,
    /// Other files of a package, and files by themselves that are, or may be, parts or packages.
    Named,
    /// Files that only their content can make one.
    Other,
}

/// Takes a zip apart that lies in `depth` others, as the folder would be that it unpacks to: each package in it is an input,
/// and so is each other file that is a package or a part of one. A package that is alone has the zip's name.
pub(crate) fn open<R: Read + Seek>(
    name: &str,
    source: &mut Source<R>,
    limits: &Limits,
    depth: usize,
) -> Vec<Package> {
    let size = source.length();
    let refused = |error| vec![Package::refused(name, Some(size), error)];
    let archive = match audit(source, limits, depth) {
        Ok(archive) => archive,
        Err(error) => return refused(error),
    };
    let streams = match stream::check(source, &archive, limits) {
        Ok(streams) => streams,
        Err(error) => return refused(error),
    };
    let config = Config {
        archive_offset: ArchiveOffset::Known(archive.shift),
    };
    let Ok(mut reader) = ZipArchive::with_config(config, &mut *source) else {
        return refused(Error::whole(
            source.failure().unwrap_or(ErrorKind::ZipDamaged),
        ));
    };
    let mut bytes_of = |index: usize| match (archive.members.get(index), streams.get(index)) {
        (Some(member), Some(Ok(()))) => content(&mut reader, &member.entry, limits),
        (_, Some(Err(kind))) => Err(*kind),
        _ => Err(ErrorKind::ZipContent),
    };
    let mut packages = Vec::new();
    let mut inside = Inside::new(name, depth, limits);
    let mut used = container::Used::default();
    let alone = archive.groups.iter().filter(|group| group.unpacked).count() == 1;
    for group in archive.groups.iter().filter(|group| group.unpacked) {
        let below = group.below();
        let whole = alone || below.is_empty();
        let mut package = match whole {
            true => crate::open::empty(name, Some(size), Form::Container),
            false => crate::open::empty(&format!("{name}/{below}"), None, Form::Container),
        };
        package.rezipped = archive.rezipped;
        used.next_package();
        archive.fill(
            &mut package,
            group,
            &mut bytes_of,
            &mut inside,
            &mut used,
            limits,
        );
        packages.push(package);
    }
    for group in archive.groups.iter().filter(|group| !group.unpacked) {
        let member = group
            .files
            .first()
            .and_then(|index| Some((*index, archive.members.get(*index)?)));
        let Some((index, member)) = member.filter(|(_, member)| member.is_opened()) else {
            continue;
        };
        let path = &member.name.path;
        let renamed = member.name.kind == Some(PartKind::Renamed);
        if renamed && let Err(kind) = used.renamed(member.entry.unpacked, limits) {
            return refused(Error::at(kind, path));
        }
        let bytes = (!member.is_passed_over(limits)).then(|| bytes_of(index));
        inside.open(member, bytes, group.named);
    }
    drop(reader);
    let failure = source.failure().or(inside.failure());
    if let Some(kind) = failure {
        return refused(Error::whole(kind));
    }
    packages.retain(|package| package.errors != [Error::whole(ErrorKind::NoPlace)]);
    if let (Some(package), Some(path)) = (packages.first_mut(), inside.unread()) {
        package
            .parts
            .push(container::empty_part(path, PartKind::Candidate));
    }
    packages.extend(inside.packages(!packages.is_empty()));
    if packages.is_empty() {
        let kind = if is_office(&archive.members) {
            ErrorKind::Office
        } else {
            ErrorKind::NoPlace
        };
        return refused(Error::whole(kind));
    }
    packages
}

impl Archive {
    /// Reads the files of one package.
    fn fill(
        &self,
        package: &mut Package,
        group: &Group,
        bytes_of: &mut impl FnMut(usize) -> Result<Vec<u8>, ErrorKind>,
        inside: &mut Inside<'_>,
        used: &mut container::Used,
        limits: &Limits,
    ) {
        for index in &group.files {
            let Some(member) = self.members.get(*index) else {
                continue;
            };
            let (path, Some(kind)) = (&member.name.path, member.name.kind) else {
                continue;
            };
            let (parts, errors) = (package.parts.len(), package.errors.len());
            if member.is_passed_over(limits) {
                package.parts.extend(container::passed_over(kind, path));
                continue;
            }
            match bytes_of(*index) {
                Ok(bytes) => {
                    container::take(package, kind, path, &bytes, limits, used);
                    if kind == PartKind::Candidate && is_no_client(package, path, &bytes, limits) {
                        inside.open(member, Some(Ok(bytes)), false);
                    }
                }
                // Nobody knows what a file under another than a document's usual name would have been.
                Err(_) if kind == PartKind::Renamed => {
                    package.parts.push(container::empty_part(path, kind));
                }
                Err(error) if is_limit(error) && kind == PartKind::Candidate => {
                    package.parts.extend(container::passed_over(kind, path));
                }
                Err(error) if is_limit(error) && !place::is_place(kind) => {}
                Err(error) => container::add_unread(package, Some(kind), path, error),
            }
            let added = package.parts.get(parts).map(|part| part.kind);
            if [Some(kind), added]
                .into_iter()
                .flatten()
                .any(place::is_place)
            {
                package.stamps.extend(moment(member.entry.stamp));
            }
            let new = package.errors.get(errors..).unwrap_or_default();
            if new.iter().any(|error| is_limit(error.kind)) {
                break;
            }
        }
        container::finish(package, group.named);
    }
}

impl Member {
    /// Whether the entry is unpacked: it is a part, or a file that may be a package by itself.
    fn is_opened(&self) -> bool {
        self.name
            .kind
            .is_some_and(|kind| kind != PartKind::ProfileText)
            || self.name.nested.is_some()
    }

    fn rank(&self) -> Rank {
        match self.name.nested {
            _ if self.in_package
                && self
                    .name
                    .kind
                    .is_some_and(|kind| place::is_place(kind) || kind == PartKind::Renamed) =>
            {
                Rank::InPackage
            }
            Some(Nested::NamedZip) => Rank::Named,
            _ if self.name.kind.is_some() => Rank::Named,
            _ => Rank::Other,
        }
    }

    /// Whether the entry is not looked into because it is larger than anything that counts, and does not say by its name
    /// that it does.
    fn is_passed_over(&self, limits: &Limits) -> bool {
        let part = |kind| place::is_place(kind) || kind == PartKind::Renamed;
        let says = self.name.kind.is_some_and(part) || self.name.nested == Some(Nested::NamedZip);
        !says && self.entry.unpacked > limits.part_bytes
    }
}

/// Whether what bears a program's name is a zip, perhaps with a program in front, and not the VPN client's.
fn is_no_client(package: &Package, path: &str, bytes: &[u8], limits: &Limits) -> bool {
    let last = package.parts.last();
    last.is_some_and(|part| part.place == path && part.kind == PartKind::Candidate)
        && ending_of(bytes, limits) != Ending::Other
}

/// Whether a zip without places is an Office document: Office Open XML, or OpenDocument.
fn is_office(members: &[Member]) -> bool {
    const FOLDERS: [&str; 4] = ["word/", "xl/", "ppt/", "visio/"];
    let any =
        |wanted: &dyn Fn(&str) -> bool| members.iter().any(|member| wanted(&member.name.path));
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
    let mut members: Vec<Member> = entries
        .into_iter()
        .map(|entry| Member {
            name: name::resolve(&entry),
            entry,
            in_package: false,
        })
        .collect();
    let looks = looks(source, &members, limits).map_err(|kind| whole(source, kind))?;
    let kinds_of = |path: fn(&Resolved) -> &str| {
        let paths: Vec<&str> = members.iter().map(|member| path(&member.name)).collect();
        container::kinds(&paths, &looks)
    };
    let kinds = kinds_of(|name| &name.path);
    // A certificate may be the profile's only for a reader that tidies names.
    let tidied = kinds_of(|name| &name.tidied);
    // What lies in one folder to one of them may be a profile and its certificate.
    let any = |wanted| kinds.contains(&Some(wanted));
    let profile = any(PartKind::ProfileText) && (any(PartKind::Stray) || any(PartKind::Profile));
    let mut files = HashMap::new();
    for (member, ((kind, tidied), look)) in
        members.iter_mut().zip(kinds.iter().zip(tidied).zip(looks))
    {
        let Member { entry, name, .. } = member;
        name.kind = *kind;
        name.ambiguous |= name.cut && profile;
        name.ambiguous |= kind.is_some_and(place::is_place) != tidied.is_some_and(place::is_place);
        name.nested = name::nested(name, look).filter(|_| !entry.named_as_folder());
        check_name(entry, name, &mut files)?;
        if entry.named_as_folder() {
            name.kind = None;
        }
        rezipped |= entry.unusual || !vendor_name(&entry.name);
    }
    check_mapped_names(&members)?;
    check_encryption(&members)?;
    let named = members
        .iter()
        .filter(|member| member.name.nested == Some(Nested::NamedZip));
    if depth < limits.zip_nesting && named.count() > limits.inner_packages {
        return Err(Error::whole(ErrorKind::LimitInner));
    }
    // Every path begins with a name for the whole.
    let paths = members
        .iter()
        .map(|member| format!("zip/{}", member.name.path));
    let paths: Vec<String> = paths.collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let kinds: Vec<Option<PartKind>> = members.iter().map(|member| member.name.kind).collect();
    let groups = folder::group(&paths, &kinds);
    for index in groups
        .iter()
        .filter(|group| group.unpacked)
        .flat_map(|group| &group.files)
    {
        if let Some(member) = members.get_mut(*index) {
            member.in_package = true;
        }
    }
    Ok(Archive {
        groups,
        members,
        shift: end.shift,
        rezipped,
    })
}

/// What the entries begin with whose names do not say what they are.
fn looks<R: Read + Seek>(
    source: &mut Source<R>,
    members: &[Member],
    limits: &Limits,
) -> Result<Vec<Option<Look>>, ErrorKind> {
    let look = |Member { entry, name, .. }: &Member| {
        let wanted = container::needs_look(&name.path) && !entry.named_as_folder();
        match wanted.then(|| stream::head(source, entry, limits)) {
            Some(head) => Ok(head?.map_or(Some(Look::Document), |head| Look::at(&head))),
            None => Ok(None),
        }
    };
    members.iter().map(look).collect()
}

/// Files that count in folders whose names another system could give to other folders: each is compared with all of these,
/// and with more of them no reader can say what unpacking gives.
const MAPPED_FOLDERS: usize = 64;

/// Refuses an entry whose name another system gives to a part as well: Windows makes short names, and programs replace
/// letters that their code page lacks. Unpacked there, one file overwrites the other.
fn check_mapped_names(members: &[Member]) -> Result<(), Error> {
    let refuse = |member: &Member| Err(Error::at(ErrorKind::ZipName, member.name.path.clone()));
    let target = |member: &&Member| {
        let kind = member.name.kind;
        kind.is_some_and(place::is_place) || kind == Some(PartKind::ProfileText)
    };
    // The targets by their folders.
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut targets: Vec<(&str, Vec<&str>)> = Vec::new();
    for member in members.iter().filter(target) {
        let (folder, file) = name::split(&member.name.key);
        let position = *positions.entry(folder.to_owned()).or_insert(targets.len());
        match targets.get_mut(position) {
            Some((_, files)) => files.push(file),
            None => targets.push((folder, vec![file])),
        }
    }
    let mut short_folders = 0_usize;
    for member in members.iter().filter(|member| !member.name.nothing) {
        let (folder, file) = name::split(&member.name.key);
        let position = positions.get(folder).filter(|_| name::may_be_mapped(file));
        let others = position.and_then(|position| targets.get(*position));
        let mapped = |other: &&str| file != *other && name::may_become(file, other);
        if others.is_some_and(|(_, files)| files.iter().any(mapped)) {
            return refuse(member);
        }
        if name::may_be_mapped(folder) && member.is_opened() {
            short_folders = short_folders.saturating_add(1);
            let mapped =
                |(other, _): &(&str, _)| folder != *other && name::path_may_become(folder, other);
            if targets.iter().any(mapped) {
                return refuse(member);
            }
        }
        if short_folders > MAPPED_FOLDERS {
            return refuse(member);
        }
    }
    Ok(())
}

/// Refuses names that readers resolve differently, and names that become one.
fn check_name(
    entry: &Entry,
    resolved: &Resolved,
    files: &mut HashMap<String, usize>,
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
    let content = entry.named_as_folder() && entry.unpacked > 0;
    if content || place && (entry.named_as_folder() || entry.marked_as_folder()) {
        return at(ErrorKind::ZipFileOrFolder);
    }
    if entry.named_as_folder() {
        return Ok(());
    }
    let container = matches!(resolved.nested, Some(nested) if nested != Nested::Text);
    let counts = resolved.kind.is_some() || container;
    let twin = files.insert(resolved.key.clone(), counts.into());
    if !resolved.nothing && twin.is_some_and(|twin| twin > 0 || counts) {
        return at(ErrorKind::ZipDuplicateName);
    }
    Ok(())
}

/// Some readers take the first entry's flag for all: it must not differ from those of the places.
fn check_encryption(members: &[Member]) -> Result<(), Error> {
    let encrypted = |member: &Member| member.entry.is_encrypted();
    let place = |member: &Member| member.name.kind.is_some_and(place::is_place);
    let first_alone = members
        .first()
        .is_some_and(|first| encrypted(first) && !place(first))
        && members
            .iter()
            .any(|member| place(member) && !encrypted(member));
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
