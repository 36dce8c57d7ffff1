//! Packages in a zip, grouped as in the folder that it unpacks to: each package is an input, and so is each other file that
//! is a package or a part of one. The only package of a zip has the zip's name.

use super::nested::Inside;
use super::{Left, Opener};
use crate::assemble::{self, Assembler, RenamedDocuments};
use crate::bytes::ByteReader;
use crate::container::folder::Group;
use crate::container::zip::{self, Archive, EndRecord, Head, Member, Nested, Rank, Unpacker};
use crate::format;
use crate::model::{
    Error, ErrorClass, ErrorKind, Form, HeadKind, Limit, Limits, Package, Part, Role, Timestamp,
};
use crate::polyglot;

/// The outcome of reading an entry.
#[derive(Default)]
struct Outcome {
    /// The part, if the entry is one.
    part: Option<Part>,
    /// The packages in the entry, if it is an input of its own.
    packages: Vec<Package>,
    /// The limit that the entry's package exceeds with it.
    limit: Option<Limit>,
}

impl Opener<'_> {
    /// Opens a zip inside `depth` others.
    pub(super) fn zip(
        &mut self,
        name: &str,
        reader: &mut ByteReader<'_>,
        end: &EndRecord,
        depth: usize,
    ) -> Vec<Package> {
        let size = Some(reader.length());
        match self.zip_packages(name, reader, end, depth) {
            Ok(packages) => packages,
            Err(error) => vec![Package::refused(name, size, error)],
        }
    }

    fn zip_packages(
        &mut self,
        name: &str,
        reader: &mut ByteReader<'_>,
        end: &EndRecord,
        depth: usize,
    ) -> Result<Vec<Package>, Error> {
        let mut archive = Archive::read(reader, end, self.limits)?;
        polyglot::check_zip(reader, &archive)?;
        let heads = heads(reader, &archive, self.limits)
            .map_err(|kind| Error::whole(reader.failure().unwrap_or(kind)))?;
        archive.assign_roles(&heads)?;
        let named_zip = |member: &&Member| member.name.nested == Some(Nested::NamedZip);
        if depth < self.limits.zip_nesting
            && archive.members.iter().filter(named_zip).count() > self.limits.inner_packages
        {
            return Err(Error::whole(ErrorKind::Limit(Limit::Inner)));
        }
        let groups = archive.group();
        let left = self.left(depth);
        let mut inside = Inside {
            outer: name,
            depth,
            opened: 0,
            unread: None,
            unpacker: Unpacker::new(left.unpacked_bytes),
            programs_left: left.programs,
            renamed: RenamedDocuments::default(),
        };
        // The next zips get what this one leaves according to its directory.
        let declared = archive
            .members
            .iter()
            .filter(|member| member.is_candidate());
        let declared = declared.fold(0_u64, |sum, member| {
            sum.saturating_add(member.entry.unpacked)
        });
        self.set_left(
            depth,
            Left {
                unpacked_bytes: left.unpacked_bytes.saturating_sub(declared),
                ..left
            },
        );
        let outcomes = self.unpack(reader, &archive, &groups, &mut inside);
        let mut outcomes = outcomes.map_err(|error| match reader.failure() {
            Some(kind) => Error { kind, ..error },
            None => error,
        })?;
        if let Some(kind) = reader.failure() {
            return Err(Error::whole(kind));
        }
        let mut packages = self.packages(name, reader.length(), &archive, &groups, &mut outcomes);
        packages.retain(|package| package.errors != [Error::whole(ErrorKind::NoPlace)]);
        if let (Some(package), Some((_, path, _))) = (packages.first_mut(), &inside.unread) {
            package.parts.push(Part::new(path, Role::PossibleInstaller));
        }
        packages.extend(outcomes.into_iter().flat_map(|outcome| outcome.packages));
        if let (true, Some((_, path, Some(kind)))) = (packages.is_empty(), inside.unread) {
            let name = format!("{name}/{path}");
            packages.push(Package::refused(&name, None, Error::whole(kind)));
        }
        match packages.is_empty() {
            true if archive.is_office() => Err(Error::whole(ErrorKind::Office)),
            true if archive.is_app() => Err(Error::whole(ErrorKind::App)),
            true => Err(Error::whole(ErrorKind::NoPlace)),
            false => Ok(packages),
        }
    }

    /// Unpacks all entries that matter, each once: first those of packages. A limit, or readers that disagree, refuse the
    /// whole zip there.
    fn unpack(
        &mut self,
        reader: &mut ByteReader<'_>,
        archive: &Archive,
        groups: &[Group],
        inside: &mut Inside<'_>,
    ) -> Result<Vec<Outcome>, Error> {
        let members = &archive.members;
        let mut outcomes: Vec<Outcome> = members.iter().map(|_| Outcome::default()).collect();
        let mut group_of = vec![0; members.len()];
        for (number, group) in groups.iter().enumerate() {
            for index in &group.files {
                if let Some(of) = group_of.get_mut(*index) {
                    *of = number;
                }
            }
        }
        let mut stopped = vec![false; groups.len()];
        zip::check_with_second_parser(reader, archive)?;
        for (index, member) in in_order(members, groups) {
            let bytes = unpack_member(reader, member, self.limits, &mut inside.unpacker)
                .map_err(|error| about_outer_zip(error, member, members))?;
            let number = group_of.get(index).copied().unwrap_or_default();
            if stopped.get(number).copied().unwrap_or_default() {
                continue;
            }
            let outcome = if member.in_package {
                self.entry_of_package(index, member, bytes, inside)
            } else {
                let named = groups.get(number).is_some_and(|group| group.named);
                self.entry_alone(index, member, bytes, named, inside)?
            };
            if let Some(stopped) = stopped.get_mut(number) {
                *stopped = outcome.stops_package();
            }
            if let Some(place) = outcomes.get_mut(index) {
                *place = outcome;
            }
        }
        for member in members.iter().filter(|member| !member.is_candidate()) {
            let verified = zip::verify(reader, member, self.limits, &mut inside.unpacker);
            if let Err(kind) = verified
                && kind.spoils_container()
            {
                return Err(Error::at(kind, &member.name.path));
            }
        }
        match inside.opened > self.limits.inner_packages {
            true => Err(Error::whole(ErrorKind::Limit(Limit::Inner))),
            false => Ok(outcomes),
        }
    }

    /// Reads an entry that belongs to a package.
    fn entry_of_package(
        &mut self,
        index: usize,
        member: &Member,
        bytes: Result<Vec<u8>, ErrorKind>,
        inside: &mut Inside<'_>,
    ) -> Outcome {
        let (path, Some(role)) = (&member.name.path, member.name.role) else {
            return Outcome::default();
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(kind) => {
                return Outcome {
                    part: assemble::unread_part(role, path, kind),
                    ..Outcome::default()
                };
            }
        };
        if role == Role::RenamedDocument
            && let Err(limit) = inside.renamed.add(bytes.len() as u64, self.limits)
        {
            return Outcome {
                limit: Some(limit),
                ..Outcome::default()
            };
        }
        let part = self.part(role, path, &bytes);
        let limit = assemble::count_program(&mut inside.programs_left, part.as_ref()).err();
        // A zip with a program's name can be a package of its own.
        let is_zip = part
            .as_ref()
            .is_some_and(|part| part.role == Role::PossibleInstaller);
        let packages = match is_zip {
            true => self.nested(index, member, Ok(bytes), false, inside),
            false => Vec::new(),
        };
        Outcome {
            part,
            packages,
            limit,
        }
    }

    /// Opens an entry that doesn't belong to a package. A document without its usual name counts against its limit even if
    /// it can't be unpacked.
    fn entry_alone(
        &mut self,
        index: usize,
        member: &Member,
        bytes: Result<Vec<u8>, ErrorKind>,
        named: bool,
        inside: &mut Inside<'_>,
    ) -> Result<Outcome, Error> {
        if member.name.role == Some(Role::RenamedDocument)
            && let Err(limit) = inside.renamed.add(member.entry.unpacked, self.limits)
        {
            return Err(Error::at(ErrorKind::Limit(limit), &member.name.path));
        }
        Ok(Outcome {
            packages: self.nested(index, member, bytes, named, inside),
            ..Outcome::default()
        })
    }

    /// Builds the packages of all groups that are unpacked packages.
    fn packages(
        &self,
        name: &str,
        size: u64,
        archive: &Archive,
        groups: &[Group],
        outcomes: &mut [Outcome],
    ) -> Vec<Package> {
        let unpacked = || groups.iter().filter(|group| group.unpacked);
        let alone = unpacked().count() == 1;
        let package = |group: &Group| {
            let below = group.below();
            let mut package = match alone || below.is_empty() {
                true => Package::empty(name, Some(size), Form::Container),
                false => Package::empty(&format!("{name}/{below}"), None, Form::Container),
            };
            package.rezipped = archive.rezipped;
            let mut assembler = Assembler::new(package, self.limits);
            for index in &group.files {
                let member_and_outcome = archive.members.get(*index).zip(outcomes.get_mut(*index));
                let Some((member, outcome)) =
                    member_and_outcome.filter(|_| !assembler.is_stopped())
                else {
                    continue;
                };
                if let Some(limit) = outcome.limit {
                    assembler.stop(limit);
                }
                if let Some(part) = outcome.part.take() {
                    assembler.add_stamp(stamp(member, &part));
                    assembler.add(part);
                }
            }
            assembler.finish()
        };
        unpacked().map(package).collect()
    }
}

impl Outcome {
    /// Returns true if nothing more of the entry's package is read.
    fn stops_package(&self) -> bool {
        self.limit.is_some() || self.part.as_ref().is_some_and(Part::stops_package)
    }
}

/// Returns the kinds of those entries whose names don't say what they are.
fn heads(
    reader: &mut ByteReader<'_>,
    archive: &Archive,
    limits: &Limits,
) -> Result<Vec<Option<HeadKind>>, ErrorKind> {
    let mut heads = Vec::with_capacity(archive.members.len());
    for member in &archive.members {
        heads.push(match member.head(reader, limits)? {
            Some(Head::Bytes(bytes)) => format::head_kind(&bytes),
            Some(Head::Unknown) => Some(HeadKind::Document),
            None => None,
        });
    }
    Ok(heads)
}

/// Returns the entries to unpack in the order in which they reach the limits: the parts of one package after another, then
/// all others.
fn in_order<'m>(members: &'m [Member], groups: &[Group]) -> Vec<(usize, &'m Member)> {
    let ranked = |index: usize, rank: Rank| {
        let member = members.get(index)?;
        (member.is_candidate() && member.rank() == rank).then_some((index, member))
    };
    let grouped = groups.iter().flat_map(|group| &group.files);
    let mut order: Vec<_> = grouped
        .filter_map(|index| ranked(*index, Rank::InPackage))
        .collect();
    for rank in [Rank::Named, Rank::Other] {
        order.extend((0..members.len()).filter_map(|index| ranked(index, rank)));
    }
    order
}

/// Unpacks an entry, unless it is too large to be a part. The outer error is one that refuses the whole zip.
fn unpack_member(
    reader: &mut ByteReader<'_>,
    member: &Member,
    limits: &Limits,
    unpacker: &mut Unpacker,
) -> Result<Result<Vec<u8>, ErrorKind>, Error> {
    let passed_over = member.is_passed_over(limits);
    let bytes = match passed_over {
        true => zip::verify(reader, member, limits, unpacker).map(|()| Vec::new()),
        false => zip::unpack(reader, member, limits, unpacker),
    };
    match bytes {
        Err(kind) if refuses_zip(member, kind) => Err(Error::at(kind, &member.name.path)),
        _ if passed_over => Ok(Err(ErrorKind::Limit(Limit::Part))),
        bytes => Ok(bytes),
    }
}

/// Returns the error about data in an entry that streaming readers take for other entries. In a zip that is only wrapped
/// around a package, as by cloud storage services, that data is the package.
fn about_outer_zip(error: Error, member: &Member, members: &[Member]) -> Error {
    let is_package = error.kind == ErrorKind::ZipHiddenData
        && member.name.nested == Some(Nested::Zip)
        && !members.iter().any(|member| member.in_package);
    match is_package {
        true => Error {
            kind: ErrorKind::ZipInZip,
            ..error
        },
        false => error,
    }
}

/// Returns true if the error of an entry makes the whole zip unreliable. A file on its own is an input of its own: its size
/// doesn't affect the others, and a zip inside is ambiguous on its own.
fn refuses_zip(member: &Member, kind: ErrorKind) -> bool {
    let rank = member.rank();
    let nested_zip = member.name.nested == Some(Nested::NamedZip);
    match kind.class() {
        ErrorClass::Unreadable => rank == Rank::InPackage,
        ErrorClass::Ambiguous => rank == Rank::InPackage || !nested_zip,
        ErrorClass::NotAPackage | ErrorClass::Part => false,
    }
}

/// Returns the time stamp of an entry that is a part of a package.
fn stamp(member: &Member, part: &Part) -> Option<Timestamp> {
    let named = member.name.role.is_some_and(Role::makes_package);
    let read = part.error.is_none() && part.role.makes_package();
    (named || read).then(|| member.stamp()).flatten()
}
