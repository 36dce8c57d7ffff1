//! Files inside a zip that are inputs of their own: packages, and parts without a package around them.

use super::{Left, Opener};
use crate::assemble::RenamedDocuments;
use crate::bytes::ByteReader;
use crate::container::zip::{self, Member, Nested, Unpacker};
use crate::model::{Error, ErrorKind, Limit, Package, Role};
use std::io::Cursor;

/// The inputs inside a zip.
pub(super) struct Inside<'n> {
    /// Name of the zip.
    pub(super) outer: &'n str,
    /// Depth of the zip in other zips.
    pub(super) depth: usize,
    /// Containers opened so far that are packages, or can be according to their names.
    pub(super) opened: usize,
    /// The first entry that wasn't opened: its index, its path, and the reason if it is reported.
    pub(super) unread: Option<(usize, String, Option<ErrorKind>)>,
    /// Unpacks the zip's entries, as far as they may still be unpacked.
    pub(super) unpacker: Unpacker,
    /// Setup programs that packages directly in the zip may still have.
    pub(super) programs_left: usize,
    /// The documents without their usual names.
    pub(super) renamed: RenamedDocuments,
}

impl Inside<'_> {
    fn leave_unread(&mut self, index: usize, path: &str, why: Option<ErrorKind>) {
        if self
            .unread
            .as_ref()
            .is_none_or(|(first, _, _)| index < *first)
        {
            self.unread = Some((index, path.to_owned(), why));
        }
    }
}

impl Opener<'_> {
    /// Opens an entry as an input of its own. One that can't be read is an input with its error if its name shows that it can
    /// be a part or a package; one that isn't a package is left out, unless it is `named` like a part.
    pub(super) fn nested(
        &mut self,
        index: usize,
        member: &Member,
        bytes: Result<Vec<u8>, ErrorKind>,
        named: bool,
        inside: &mut Inside<'_>,
    ) -> Vec<Package> {
        let path = &member.name.path;
        let name = format!("{}/{path}", inside.outer);
        let nested = member.name.nested;
        let program = member.name.role == Some(Role::PossibleInstaller);
        let can_matter = named || nested == Some(Nested::NamedZip) || program;
        let bytes = match bytes {
            Ok(bytes) => bytes,
            // Any program can exceed what may still be unpacked.
            Err(kind) if can_matter && !(program && kind.is_limit()) => {
                inside.opened = inside.opened.saturating_add(1);
                return vec![Package::refused(&name, None, Error::whole(kind))];
            }
            Err(kind) if !kind.is_limit() => return Vec::new(),
            Err(_) => {
                match nested {
                    Some(Nested::Zip) => {
                        let kind = ErrorKind::Limit(Limit::Part);
                        inside.leave_unread(index, path, Some(kind));
                    }
                    // Of a program nothing is reported where nothing else was found.
                    nested if program || nested == Some(Nested::Program) => {
                        inside.leave_unread(index, path, None);
                    }
                    _ => {}
                }
                return Vec::new();
            }
        };
        let input = &mut Cursor::new(bytes.as_slice());
        let Ok(mut reader) = ByteReader::new(input, self.limits) else {
            return Vec::new();
        };
        let scan = zip::scan(&mut reader, self.limits);
        let is_zip = scan.is_zip();
        if is_zip && inside.depth >= self.limits.zip_nesting {
            inside.leave_unread(index, path, Some(ErrorKind::Limit(Limit::Nesting)));
            return Vec::new();
        }
        let depth = inside.depth.saturating_add(1);
        let mut packages = self.scanned_file(&name, &mut reader, scan, depth);
        let left = self.left(depth);
        let parts = packages.iter().flat_map(|package| &package.parts);
        let programs = parts.filter(|part| part.role == Role::SetupProgram);
        self.set_left(
            depth,
            Left {
                programs: left.programs.saturating_sub(programs.count()),
                ..left
            },
        );
        packages.retain(|package| named || !package.has_only(ErrorKind::excludes_package));
        let found = !packages.is_empty() || nested == Some(Nested::NamedZip);
        let program = program || member.name.role == Some(Role::SetupProgram);
        let container = is_zip || program || nested.is_some_and(|nested| nested != Nested::Text);
        if found && container {
            inside.opened = inside.opened.saturating_add(1);
        }
        packages
    }
}
