//! Packages inside a zip: zips and self-extracting ones, each an input of its own.

use super::audit;
use crate::source::{Plain, Source};
use crate::{Error, ErrorKind, Limits, Package, PartKind, Severity};
use std::io::Cursor;

/// What is found inside one zip.
pub(super) struct Inside<'n> {
    outer: &'n str,
    depth: usize,
    /// What the packages may still unpack to and hold, all together.
    limits: Limits,
    opened: usize,
    packages: Vec<Package>,
    /// The first that lies too deep to be opened.
    closed: Option<String>,
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
            closed: None,
        }
    }

    /// Whether what lies in there is opened.
    pub(super) fn is_open(&self) -> bool {
        self.depth < self.limits.zip_nesting
    }

    /// A package that is not opened.
    pub(super) fn close(&mut self, path: &str) {
        self.closed.get_or_insert_with(|| path.to_owned());
    }

    /// Opens a package. One that can't be read is an input with its error; one that plainly is no package is none.
    /// What it unpacks to is taken from what may be unpacked.
    pub(super) fn open(&mut self, path: &str, bytes: Result<Vec<u8>, ErrorKind>) {
        if !self.is_open() {
            self.close(path);
            return;
        }
        self.opened = self.opened.saturating_add(1);
        let name = format!("{}/{path}", self.outer);
        let bytes = match bytes {
            Ok(_) if self.opened > self.limits.inner_packages => Err(ErrorKind::LimitInner),
            bytes => bytes,
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(kind) => {
                let refused = Package::refused(&name, None, Error::whole(kind));
                self.packages.push(refused);
                return;
            }
        };
        let depth = self.depth.saturating_add(1);
        let takes = unpacks_to(&bytes, &self.limits, depth);
        let input = &mut Plain(Cursor::new(bytes));
        let packages = crate::open::open_at(&name, input, &self.limits, depth);
        self.limits.unpacked_bytes = self.limits.unpacked_bytes.saturating_sub(takes);
        let programs = packages.iter().map(programs).sum();
        self.limits.programs = self.limits.programs.saturating_sub(programs);
        let plain = |error: &Error| error.kind.severity() == Severity::NotAPackage;
        let found = packages.into_iter();
        let kept = found.filter(|package| !Error::worst(&package.errors).is_some_and(plain));
        self.packages.extend(kept);
    }

    /// The first package that lies too deep to be opened.
    pub(super) fn closed(&self) -> Option<&str> {
        self.closed.as_deref()
    }

    /// The packages; where the zip has no places of its own, one answer says that more lies below.
    pub(super) fn packages(mut self, places: bool) -> Vec<Package> {
        if let Some(path) = self.closed.filter(|_| !places) {
            let name = format!("{}/{path}", self.outer);
            let error = Error::whole(ErrorKind::LimitNesting);
            self.packages.push(Package::refused(&name, None, error));
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
    let archive = Source::new(Cursor::new(bytes), limits)
        .ok()
        .and_then(|mut source| audit(&mut source, limits, depth).ok());
    let entries = archive.map(|archive| archive.entries).unwrap_or_default();
    let parts = entries
        .iter()
        .filter(|(_, resolved)| resolved.kind.is_some());
    parts.fold(0, |sum: u64, (entry, _)| sum.saturating_add(entry.unpacked))
}
