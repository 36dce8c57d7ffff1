//! What every container has in common, zip or folder: a file at its place becomes a part.

use crate::program::{self, Program};
use crate::zip::{self, Ending};
use crate::{
    Error, ErrorKind, GatewayNames, Limits, Package, Part, PartKind, Severity, documents, place,
    sniff,
};
use std::collections::HashSet;

/// The kinds of all files of a container by their paths: a certificate beside the texts of its profile is the
/// profile's. Names that are not ASCII may be one in another code page or Unicode form.
pub(crate) fn kinds(paths: &[&str]) -> Vec<Option<PartKind>> {
    let mut profiles: HashSet<String> = HashSet::new();
    // As in a cabinet, every certificate is the profile's that lies beside a text that nothing but a profile has.
    let mut folders: HashSet<String> = HashSet::new();
    for path in paths {
        let components = place::components(path);
        if !place::is_nothing(&components) && program::text_file(path) {
            let stem = stem(path);
            profiles.extend((!stem.is_ascii()).then(|| shape(&stem)));
            if program::is_only_profiles(path) {
                folders.insert(shape(folder(&stem)));
            }
            profiles.insert(stem);
        }
    }
    let of_profile = |path: &str| {
        let stem = stem(path);
        profiles.contains(&stem)
            || !stem.is_ascii() && profiles.contains(&shape(&stem))
            || program::certificate_name(path) && folders.contains(&shape(folder(&stem)))
    };
    let kind = |path: &&str| match place::place(&place::components(path)) {
        Some(PartKind::Stray) if of_profile(path) => Some(PartKind::Profile),
        None if program::text_file(path) && !place::is_nothing(&place::components(path)) => {
            Some(PartKind::ProfileText)
        }
        kind => kind,
    };
    paths.iter().map(kind).collect()
}

/// The path without the ending, either slash, lower case: what a profile's files share.
fn stem(path: &str) -> String {
    let path = place::components(path).join("/").to_lowercase();
    path.rsplit_once('.')
        .map_or(path.clone(), |(stem, _)| stem.to_owned())
}

/// The folder of a path.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path of which only the names in ASCII are left.
fn shape(path: &str) -> String {
    let known = |name| {
        if str::is_ascii(name) {
            name
        } else {
            "\u{FFFD}"
        }
    };
    let names: Vec<&str> = path.split('/').map(known).collect();
    names.join("/")
}

/// Reads a file by its kind; `None` where it turned out to be no part, or is one on which nothing rests and that
/// can't be read.
fn read(
    kind: PartKind,
    path: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Option<Part>, ErrorKind> {
    match kind {
        PartKind::Program if bytes.is_empty() => Err(ErrorKind::PartEmpty),
        PartKind::Program => match program_part(path, bytes, limits)? {
            Content::Program(Program::Client(part)) => Ok(Some(part)),
            Content::Program(Program::Damaged(kind)) => Err(kind),
            Content::Nothing if sniff::says_nothing(bytes) => {
                Ok(Some(empty_part(path, PartKind::NotAProgram)))
            }
            _ => Err(ErrorKind::ProgramUnknown),
        },
        // Anywhere else a program is a part only if it is the VPN client's, damaged or not.
        PartKind::Candidate => match program_part(path, bytes, limits) {
            Ok(Content::Program(Program::Client(part))) => Ok(Some(part)),
            Ok(Content::Program(Program::Damaged(kind))) => Err(kind),
            Ok(Content::Zip) => Ok(Some(empty_part(path, kind))),
            // Another reader may find the profile whose names stand in it.
            Err(error) if program::names_profile(bytes) => Err(error),
            Ok(Content::Nothing | Content::Program(Program::Other(_)))
                if program::names_profile(bytes) =>
            {
                Err(ErrorKind::CabinetBroken)
            }
            outcome => unless_it_counts(kind, outcome.map(|_| None)),
        },
        PartKind::Profile | PartKind::ProfileText => {
            let outcome = documents::read(kind, path, bytes, limits).map(|mut part| {
                let file = path.rsplit('/').next().unwrap_or(path);
                part.gateway.guids = program::gateway_guids([file].into_iter());
                Some(part)
            });
            unless_it_counts(kind, outcome)
        }
        _ => unless_it_counts(kind, documents::read(kind, path, bytes, limits).map(Some)),
    }
}

/// Nothing rests on what is no place, but for limits and for what another reader would find there.
fn unless_it_counts(
    kind: PartKind,
    outcome: Result<Option<Part>, ErrorKind>,
) -> Result<Option<Part>, ErrorKind> {
    match outcome {
        Err(error) if !counts(Some(kind), error) => Ok(None),
        outcome => outcome,
    }
}

fn counts(kind: Option<PartKind>, error: ErrorKind) -> bool {
    match kind {
        Some(kind) if place::is_place(kind) => true,
        // Files by thousands lie beside packages, and a large one of them is no reason to give up the package.
        Some(PartKind::Stray | PartKind::ProfileText)
            if matches!(error, ErrorKind::LimitCertificate | ErrorKind::LimitItems) =>
        {
            false
        }
        _ => error.severity() <= Severity::Ambiguous,
    }
}

/// A program that was not looked into, because it is larger than any of the VPN client's: told, not counted.
pub(crate) fn passed_over(kind: PartKind, path: &str) -> Option<Part> {
    (kind == PartKind::Candidate).then(|| empty_part(path, kind))
}

/// What bears a program's name.
enum Content {
    Program(Program),
    /// A zip, perhaps with a program in front.
    Zip,
    Nothing,
}

fn program_part(path: &str, bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let zip = zip::ending_of(bytes, limits) != Ending::Other;
    if bytes.starts_with(b"MZ") {
        if zip && program::cabinet_begins(bytes, bytes.len() as u64) {
            return Err(ErrorKind::ZipAndCabinet);
        }
        Ok(match program::read_program(path, bytes, limits)? {
            Program::Other(_) if zip => Content::Zip,
            program => Content::Program(program),
        })
    } else if bytes.starts_with(b"MSCF") {
        if zip {
            return Err(ErrorKind::ZipAndCabinet);
        }
        program::read_cabinet(path, bytes, limits).map(Content::Program)
    } else if zip {
        Ok(Content::Zip)
    } else {
        Ok(Content::Nothing)
    }
}

/// A part of which nothing but its kind is known.
pub(crate) fn empty_part(place: &str, kind: PartKind) -> Part {
    Part {
        place: place.to_owned(),
        kind,
        gateway: GatewayNames::default(),
        items: Vec::new(),
        pinned_root: None,
    }
}

/// Reads a file by its kind and adds what became of it to its package. The VPN client's programs are counted: taking them
/// apart costs most.
pub(crate) fn take(
    package: &mut Package,
    kind: PartKind,
    path: &str,
    bytes: &[u8],
    limits: &Limits,
    programs: &mut usize,
) {
    let outcome = read(kind, path, bytes, limits);
    *programs = programs.saturating_add(is_client(kind, &outcome).into());
    if *programs > limits.programs {
        package.errors.push(Error::whole(ErrorKind::LimitPrograms));
    }
    add(package, path, outcome, limits);
}

/// Whether a file was taken apart as the VPN client's program, well or not.
fn is_client(kind: PartKind, outcome: &Result<Option<Part>, ErrorKind>) -> bool {
    let program = matches!(kind, PartKind::Program | PartKind::Candidate);
    let found = |part: &Part| part.kind == PartKind::Program;
    program
        && outcome
            .as_ref()
            .map_or(true, |part| part.as_ref().is_some_and(found))
}

/// Adds what became of a file to its package.
fn add(
    package: &mut Package,
    path: &str,
    outcome: Result<Option<Part>, ErrorKind>,
    limits: &Limits,
) {
    match outcome {
        Ok(part) => {
            let before = package.parts.len();
            package.parts.extend(part);
            let items = |stray: bool| -> usize {
                let parts = package.parts.iter();
                let sort = parts.filter(|part| (part.kind == PartKind::Stray) == stray);
                sort.map(|part| part.items.len()).sum()
            };
            if items(false) > limits.items {
                package.errors.push(Error::whole(ErrorKind::LimitItems));
            }
            if items(true) > limits.items {
                package.parts.truncate(before);
            }
            let names = package.parts.iter().map(|part| part.gateway.count());
            if names.sum::<usize>() > limits.gateway_names {
                package.errors.push(Error::whole(ErrorKind::LimitNames));
            }
        }
        Err(error) => package.errors.push(Error::at(error, path)),
    }
}

/// Adds that the bytes of a file can't be had, where that counts.
pub(crate) fn add_unread(
    package: &mut Package,
    kind: Option<PartKind>,
    path: &str,
    error: ErrorKind,
) {
    // A program whose bytes can't be had may well be the VPN client's.
    if counts(kind, error) || kind == Some(PartKind::Candidate) {
        package.errors.push(Error::at(error, path));
    }
}

/// Closes a package: without a place it is none; without a whole container nothing in it is evidence.
pub(crate) fn finish(package: &mut Package, place_met: bool) {
    let worst = Error::worst(&package.errors).map(|error| error.kind.severity());
    if worst.is_some_and(|severity| severity <= Severity::Ambiguous) {
        package.parts.clear();
    }
    let place = place_met || package.parts.iter().any(|part| place::is_place(part.kind));
    if !place && package.errors.is_empty() {
        package.errors.push(Error::whole(ErrorKind::NoPlace));
    }
}
