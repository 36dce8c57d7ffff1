//! Packages in a zip, grouped as in the folder that it unpacks to: each package is an input, and so is each other file that
//! is a package or a part of one. The only package of a zip has the zip's name.

use super::nested::Inside;
use super::{Left, Opener};
use crate::assemble::{self, Assembler, RenamedDocuments};
use crate::bytes::ByteReader;
use crate::container::folder::Group;
use crate::container::zip::{self, Archive, EndRecord, Head, Member, Nested, Rank};
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
        let mut inside = Inside {
            outer: name,
            depth,
            opened: 0,
            unread: None,
            programs_left: 0,
        };
        let left = self.left(depth);
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
        let outcomes = self.unpack(reader, &archive, &groups, &mut inside, left);
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
        left: Left,
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
        let mut budget = left.unpacked_bytes;
        inside.programs_left = left.programs;
        let mut renamed = RenamedDocuments::default();
        zip::check_with_second_parser(reader, archive)?;
        for rank in [Rank::InPackage, Rank::Named, Rank::Other] {
            // One package after the other, then the inputs of their own.
            let indices: Vec<usize> = match rank {
                Rank::InPackage => groups
                    .iter()
                    .flat_map(|group| &group.files)
                    .copied()
                    .collect(),
                Rank::Named | Rank::Other => (0..members.len()).collect(),
            };
            for index in indices {
                let member = members.get(index);
                let candidate = |member: &&Member| member.is_candidate() && member.rank() == rank;
                let Some(member) = member.filter(candidate) else {
                    continue;
                };
                let number = group_of.get(index).copied().unwrap_or_default();
                let (bytes, error) = match member.is_passed_over(self.limits) {
                    true => {
                        let verified = zip::verify(reader, member, self.limits, &mut budget);
                        (None, verified.err())
                    }
                    false => {
                        let bytes = zip::unpack(reader, member, self.limits, &mut budget);
                        let error = bytes.as_ref().err().copied();
                        (Some(bytes), error)
                    }
                };
                if let Some(kind) = error.filter(|kind| refuses_zip(member, rank, *kind)) {
                    return Err(Error::at(kind, &member.name.path));
                }
                if stopped.get(number).copied().unwrap_or_default() {
                    continue;
                }
                // In a package, what can't be unpacked doesn't count.
                let length = match (member.in_package, &bytes) {
                    (false, _) => Some(member.entry.unpacked),
                    (true, Some(Ok(bytes))) => Some(bytes.len() as u64),
                    (true, _) => None,
                };
                let length = length.filter(|_| member.name.role == Some(Role::RenamedDocument));
                if let Some(Err(limit)) = length.map(|length| renamed.add(length, self.limits)) {
                    if !member.in_package {
                        return Err(Error::at(ErrorKind::Limit(limit), &member.name.path));
                    }
                    if let Some(stopped) = stopped.get_mut(number) {
                        *stopped = true;
                    }
                    if let Some(outcome) = outcomes.get_mut(index) {
                        outcome.limit = Some(limit);
                    }
                    continue;
                }
                let named = groups.get(number).is_some_and(|group| group.named);
                let outcome = match member.in_package {
                    true => self.entry_of_package(index, member, bytes, inside),
                    false => Outcome {
                        packages: self.nested(index, member, bytes, named, inside),
                        ..Outcome::default()
                    },
                };
                if let Some(stopped) = stopped.get_mut(number) {
                    *stopped |= outcome.stops_package();
                }
                if let Some(place) = outcomes.get_mut(index) {
                    *place = outcome;
                }
            }
        }
        for member in members.iter().filter(|member| !member.is_candidate()) {
            let outcome = zip::verify(reader, member, self.limits, &mut budget);
            match outcome {
                Err(kind) if kind.spoils_container() => {
                    return Err(Error::at(kind, &member.name.path));
                }
                _ => {}
            }
        }
        match inside.opened > self.limits.inner_packages {
            true => Err(Error::whole(ErrorKind::Limit(Limit::Inner))),
            false => Ok(outcomes),
        }
    }

    /// Reads an entry that belongs to a package; without bytes it is too large to be a part.
    fn entry_of_package(
        &mut self,
        index: usize,
        member: &Member,
        bytes: Option<Result<Vec<u8>, ErrorKind>>,
        inside: &mut Inside<'_>,
    ) -> Outcome {
        let (path, Some(role)) = (&member.name.path, member.name.role) else {
            return Outcome::default();
        };
        let bytes = bytes.unwrap_or(Err(ErrorKind::Limit(Limit::Part)));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(kind) => {
                return Outcome {
                    part: assemble::unread_part(role, path, kind),
                    ..Outcome::default()
                };
            }
        };
        let opened = self.part(role, path, &bytes);
        let mut outcome = Outcome {
            limit: inside.count_program(opened.part.as_ref()),
            part: opened.part,
            packages: Vec::new(),
        };
        if opened.is_zip {
            outcome.packages = self.nested(index, member, Some(Ok(bytes)), false, inside);
        }
        outcome
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
                if let Some(outcome) = outcomes.get_mut(*index).filter(|_| !assembler.is_stopped())
                {
                    let member = archive.members.get(*index);
                    let part = outcome.part.as_ref();
                    assembler.add_stamp(member.zip(part).and_then(stamp));
                    outcome
                        .limit
                        .into_iter()
                        .for_each(|limit| assembler.stop(limit));
                    outcome
                        .part
                        .take()
                        .into_iter()
                        .for_each(|part| assembler.add(part));
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
        let limit = |part: &Part| {
            part.role != Role::PossibleInstaller && part.error.is_some_and(ErrorKind::is_limit)
        };
        self.limit.is_some() || self.part.as_ref().is_some_and(limit)
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

/// Returns true if the error of an entry makes the whole zip unreliable. A file on its own is an input of its own: its size
/// doesn't affect the others, and a zip inside is ambiguous on its own.
fn refuses_zip(member: &Member, rank: Rank, kind: ErrorKind) -> bool {
    let nested_zip = member.name.nested == Some(Nested::NamedZip);
    match kind.class() {
        ErrorClass::Unreadable => rank == Rank::InPackage,
        ErrorClass::Ambiguous => rank == Rank::InPackage || !nested_zip,
        ErrorClass::NotAPackage | ErrorClass::Part => false,
    }
}

/// Returns the time stamp of an entry that is a part of a package.
fn stamp((member, part): (&Member, &Part)) -> Option<Timestamp> {
    let named = member.name.role.is_some_and(Role::makes_package);
    let read = part.error.is_none() && part.role.makes_package();
    (named || read).then(|| member.stamp()).flatten()
}
