//! Packages inside a zip: zips and self-extracting ones, each an input of its own.

use super::name::Nested;
use super::{Ending, Member, audit, ending_of, is_limit};
use crate::source::{Plain, Source};
use crate::{Error, ErrorKind, Limits, Package, PartKind, Severity};
use std::io::Cursor;

/// What is found inside one zip.
pub(super) struct Inside<'n> {
    outer: &'n str,
    depth: usize,
    /// What the packages may still unpack to and hold, all together.
    limits: Limits,
    /// Containers that were opened and are packages, or say by their names that they may be.
    opened: usize,
    packages: Vec<Package>,
    /// The first that was not opened, and why, where that is worth an answer of its own.
    unread: Option<(String, Option<ErrorKind>)>,
}

impl<'n> Inside<'n> {
    /// Of a zip that lies in `depth` others.
    pub(super) fn new(outer: &'n str, depth: usize, limits: &Limits) -> Self {
        Inside {
            outer,
            depth,
            limits: limits.clone(),
            opened: 0,
            packages: Vec::new(),
            unread: None,
        }
    }

    /// Opens a file; without bytes it is too large to be. One that can't be read is an input with its error if its name
    /// says that it may count; one that plainly is no package is none, unless it is `named` like a part. What it unpacks
    /// to is taken from what may be unpacked.
    pub(super) fn open(
        &mut self,
        member: &Member,
        bytes: Option<Result<Vec<u8>, ErrorKind>>,
        named: bool,
    ) {
        let path = &member.name.path;
        let name = format!("{}/{path}", self.outer);
        let nested = member.name.nested;
        let program = member.name.kind == Some(PartKind::Candidate);
        let says = named || nested == Some(Nested::NamedZip) || program;
        let bytes = match bytes {
            Some(Ok(bytes)) => bytes,
            // What there was no room for any more may be any program.
            Some(Err(kind)) if says && !(program && is_limit(kind)) => {
                self.packages
                    .push(Package::refused(&name, None, Error::whole(kind)));
                self.opened = self.opened.saturating_add(1);
                return;
            }
            Some(Err(kind)) if !is_limit(kind) => return,
            Some(Err(_)) | None => {
                match (nested, member.name.kind) {
                    (Some(Nested::Zip), _) => self.leave(path, Some(ErrorKind::LimitPart)),
                    // Of a program nothing is said where nothing else was found.
                    (Some(Nested::Program), _) | (_, Some(PartKind::Candidate)) => {
                        self.leave(path, None);
                    }
                    _ => {}
                }
                return;
            }
        };
        let zip = ending_of(&bytes, &self.limits) != Ending::Other;
        if zip && self.depth >= self.limits.zip_nesting {
            return self.leave(path, Some(ErrorKind::LimitNesting));
        }
        let depth = self.depth.saturating_add(1);
        let takes = if zip {
            unpacks_to(&bytes, &self.limits, depth)
        } else {
            0
        };
        let input = &mut Plain(Cursor::new(bytes));
        let packages = crate::open::open_at(&name, input, &self.limits, depth);
        self.limits.unpacked_bytes = self.limits.unpacked_bytes.saturating_sub(takes);
        let programs = packages.iter().map(programs).sum();
        self.limits.programs = self.limits.programs.saturating_sub(programs);
        // An old or damaged program is nothing of a package, unless it is called so.
        let plain = |error: &Error| {
            error.kind.severity() == Severity::NotAPackage || error.kind == ErrorKind::ProgramBroken
        };
        let before = self.packages.len();
        let kept = |package: &Package| named || !Error::worst(&package.errors).is_some_and(plain);
        self.packages.extend(packages.into_iter().filter(kept));
        let found = self.packages.len() > before || nested == Some(Nested::NamedZip);
        let program = program || member.name.kind == Some(PartKind::Program);
        let container = zip || program || matches!(nested, Some(nested) if nested != Nested::Text);
        if found && container {
            self.opened = self.opened.saturating_add(1);
        }
    }

    fn leave(&mut self, path: &str, why: Option<ErrorKind>) {
        self.unread.get_or_insert_with(|| (path.to_owned(), why));
    }

    /// Why the whole zip is refused: it holds more packages than are opened.
    pub(super) fn failure(&self) -> Option<ErrorKind> {
        (self.opened > self.limits.inner_packages).then_some(ErrorKind::LimitInner)
    }

    /// The first file that was not opened.
    pub(super) fn unread(&self) -> Option<&str> {
        self.unread.as_ref().map(|(path, _)| path.as_str())
    }

    /// The packages; where there is none, one answer says that more lies below.
    pub(super) fn packages(mut self, others: bool) -> Vec<Package> {
        if let Some((path, Some(kind))) = self.unread.filter(|_| !others) {
            let name = format!("{}/{path}", self.outer);
            self.packages
                .push(Package::refused(&name, None, Error::whole(kind)));
        }
        self.packages
    }
}

/// How many programs were taken apart for a package, well or not.
fn programs(package: &Package) -> usize {
    let parts = package.parts.iter();
    let well = parts.filter(|part| part.kind == PartKind::Program);
    well.count().saturating_add(package.errors.len())
}

/// Bytes that the parts of a zip unpack to; none where it is refused without unpacking.
fn unpacks_to(bytes: &[u8], limits: &Limits, depth: usize) -> u64 {
    let mut input = Plain(Cursor::new(bytes));
    let archive = Source::of(&mut input, limits)
        .ok()
        .and_then(|mut source| audit(&mut source, limits, depth).ok());
    let members = archive.map(|archive| archive.members).unwrap_or_default();
    let opened = members.iter().filter(|member| member.is_opened());
    opened.fold(0, |sum: u64, member| {
        sum.saturating_add(member.entry.unpacked)
    })
}
