//! What every container has in common, zip or folder: a file at its place becomes a part.

use crate::program::{self, Program};
use crate::zip::{self, Ending};
use crate::{
    Error, ErrorKind, GatewayNames, Limits, Look, Package, Part, PartKind, Severity, documents,
    place, sniff,
};
use std::collections::HashSet;

/// Whether a file must be looked at to know what it is: its name is not that of a part.
pub(crate) fn needs_look(path: &str) -> bool {
    let components = place::components(path);
    !place::is_nothing(&components) && !place::place(&components).is_some_and(place::is_place)
}

/// Whether a name is neither a part's nor like a profile's, and no system changes it.
pub(crate) fn is_plain(path: &str) -> bool {
    path.is_ascii() && !path.contains([':', '~', '\0']) && !is_profile_text(path)
}

/// The kinds of all files of a container by their paths and by what they begin with. A certificate is the profile's that
/// bears the name of its texts and lies beside them; names that are not ASCII may be one in another code page or Unicode
/// form.
pub(crate) fn kinds(paths: &[&str], looks: &[Option<Look>]) -> Vec<Option<PartKind>> {
    let mut profiles: HashSet<String> = HashSet::new();
    for path in paths {
        if is_profile_text(path) {
            let stem = stem(path);
            profiles.extend((!stem.is_ascii()).then(|| shape(&stem)));
            profiles.insert(stem);
        }
    }
    let of_profile = |path: &str| {
        let stem = stem(path);
        profiles.contains(&stem) || !stem.is_ascii() && profiles.contains(&shape(&stem))
    };
    let kind = |(path, look): (&&str, &Option<Look>)| {
        let named = place::place(&place::components(path));
        match (named, *look) {
            (Some(kind), _) if place::is_place(kind) => named,
            (_, Some(Look::Document)) => Some(PartKind::Renamed),
            (Some(_), Some(Look::Zip | Look::Program | Look::Cabinet)) => Some(PartKind::Candidate),
            (Some(PartKind::Stray), _) if of_profile(path) => Some(PartKind::Profile),
            (None, Some(Look::Zip | Look::Program | Look::Cabinet)) if is_profile_text(path) => {
                Some(PartKind::Candidate)
            }
            (None, Some(Look::Certificate)) if place::is_server_root(path) => {
                Some(PartKind::ServerRoot)
            }
            (None, Some(Look::Certificate)) if place::is_radius_root(path) => {
                Some(PartKind::RadiusRoot)
            }
            (None, _) if is_profile_text(path) => Some(PartKind::ProfileText),
            (None, Some(Look::Certificate)) => Some(PartKind::Stray),
            _ => named,
        }
    };
    paths.iter().zip(looks).map(kind).collect()
}

fn is_profile_text(path: &str) -> bool {
    program::text_file(path) && !place::is_nothing(&place::components(path))
}

/// The folder and the profile's own name, which its files share: either slash, lower case.
fn stem(path: &str) -> String {
    let path = place::components(path).join("/").to_lowercase();
    match path.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/{}", program::stem(file)),
        None => program::stem(&path).to_owned(),
    }
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
            // Another reader may find the profile whose names are in it.
            Err(error) if program::names_profile(bytes) => Err(error),
            Ok(Content::Nothing | Content::Program(Program::Other(_)))
                if program::names_profile(bytes) =>
            {
                Err(ErrorKind::CabinetBroken)
            }
            _ => Ok(None),
        },
        // Under another than its usual name what is no document is nothing. One that can't be read counts only if it names
        // an Azure gateway: it may be what a client of that gateway reads.
        PartKind::Renamed => match documents::recognize(bytes) {
            Some((document, azure)) => match documents::read(document, path, bytes, limits) {
                Ok(part) => Ok(Some(part)),
                Err(ErrorKind::OtherDocument) => Ok(None),
                Err(error) if azure || error.severity() == Severity::Unreadable => Err(error),
                Err(_) => Ok(Some(empty_part(path, kind))),
            },
            None => {
                let stray = documents::read(PartKind::Stray, path, bytes, limits);
                Ok(stray.ok())
            }
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

/// What has been used up: of the input's limits, and of those that each package in it has.
#[derive(Debug, Default)]
pub(crate) struct Used {
    programs: usize,
    renamed_documents: usize,
    renamed_bytes: u64,
    of_package: UsedOfPackage,
}

#[derive(Debug, Default)]
struct UsedOfPackage {
    items: usize,
    stray_items: usize,
    gateway_names: usize,
}

impl Used {
    /// Another package of the same input begins.
    pub(crate) fn next_package(&mut self) {
        self.of_package = UsedOfPackage::default();
    }

    /// Counts a document under another than its usual name.
    pub(crate) fn renamed(&mut self, bytes: u64, limits: &Limits) -> Result<(), ErrorKind> {
        self.renamed_documents = self.renamed_documents.saturating_add(1);
        self.renamed_bytes = self.renamed_bytes.saturating_add(bytes);
        let within = self.renamed_documents <= limits.renamed_documents
            && self.renamed_bytes <= limits.renamed_bytes;
        within.then_some(()).ok_or(ErrorKind::LimitRenamed)
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
    used: &mut Used,
) {
    if kind == PartKind::Renamed
        && let Err(error) = used.renamed(bytes.len() as u64, limits)
    {
        package.errors.push(Error::whole(error));
        return;
    }
    let outcome = read(kind, path, bytes, limits);
    used.programs = used
        .programs
        .saturating_add(is_client(kind, &outcome).into());
    if used.programs > limits.programs {
        package.errors.push(Error::whole(ErrorKind::LimitPrograms));
    }
    add(package, path, outcome, limits, &mut used.of_package);
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

/// Adds what became of a file to its package. Of certificates at no place only so many are shown.
fn add(
    package: &mut Package,
    path: &str,
    outcome: Result<Option<Part>, ErrorKind>,
    limits: &Limits,
    used: &mut UsedOfPackage,
) {
    let part = match outcome {
        Ok(Some(part)) => part,
        Ok(None) => return,
        Err(error) => {
            package.errors.push(Error::at(error, path));
            return;
        }
    };
    if part.kind == PartKind::Stray {
        let items = used.stray_items.saturating_add(part.items.len());
        if items <= limits.items {
            used.stray_items = items;
            package.parts.push(part);
        }
        return;
    }
    used.items = used.items.saturating_add(part.items.len());
    if used.items > limits.items {
        package.errors.push(Error::whole(ErrorKind::LimitItems));
    }
    // Of another VPN's profile no name is compared with any other.
    let names = match part.kind {
        PartKind::Ovpn => part.gateway.count(),
        _ => part
            .gateway
            .count()
            .saturating_add(part.gateway.hosts.len()),
    };
    used.gateway_names = used.gateway_names.saturating_add(names);
    if used.gateway_names > limits.gateway_names {
        package.errors.push(Error::whole(ErrorKind::LimitNames));
    }
    package.parts.push(part);
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
