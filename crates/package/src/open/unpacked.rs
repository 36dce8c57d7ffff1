//! Unpacked packages: the files of a folder that form one package.

use super::{Opener, head_kind};
use crate::assemble::{self, Assembler, RenamedDocuments};
use crate::bytes::{ByteReader, Input};
use crate::container::zip;
use crate::model::{ErrorClass, ErrorKind, Form, HeadKind, Limit, Limits, Package, Role};
use crate::path;
use std::io::{self, Cursor};

/// Opens a file of an unpacked package by its index.
type OpenFile<'f, 'i> = &'f mut dyn FnMut(usize) -> io::Result<Box<dyn Input + 'i>>;

/// Reads the files of one unpacked package. `paths` are relative to its folder; `open` opens a file by its index, twice if
/// its name doesn't say what it is. A zip with a program's name among the files becomes an input of its own, after the
/// package.
pub fn open_unpacked<'i>(
    name: &str,
    paths: &[String],
    open: &mut dyn FnMut(usize) -> io::Result<Box<dyn Input + 'i>>,
    limits: &Limits,
) -> Vec<Package> {
    Opener::new(limits).unpacked(name, paths, open)
}

impl Opener<'_> {
    fn unpacked(&self, name: &str, paths: &[String], open: OpenFile<'_, '_>) -> Vec<Package> {
        let limits = self.limits;
        let heads: Vec<Option<HeadKind>> = paths
            .iter()
            .enumerate()
            .map(|(index, path)| {
                let wanted = path::needs_head(path);
                let mut file = wanted.then(|| open(index).ok()).flatten()?;
                head_kind(&mut file, limits)
            })
            .collect();
        let borrowed: Vec<&str> = paths.iter().map(String::as_str).collect();
        let roles = path::roles(&borrowed, &heads);
        let package = Package::empty(name, None, Form::Container);
        let mut assembler = Assembler::new(package, limits);
        let mut nested: Vec<Package> = Vec::new();
        let mut renamed = RenamedDocuments::default();
        let mut programs_left = limits.programs;
        // Other files don't use up what parts may have.
        let mut left = [limits.unpacked_bytes; 2];
        for (index, (path, role)) in paths.iter().zip(roles).enumerate() {
            let Some(role) = role.filter(|_| !assembler.is_stopped()) else {
                continue;
            };
            let [of_parts, of_others] = &mut left;
            let left = if role.makes_package() {
                of_parts
            } else {
                of_others
            };
            let bytes = match read(open, index, limits, left) {
                Ok(bytes) => bytes,
                Err(kind) => {
                    if let Some(part) = assemble::unread_part(role, path, kind) {
                        assembler.add(part);
                    }
                    continue;
                }
            };
            if role == Role::RenamedDocument
                && let Err(limit) = renamed.add(bytes.len() as u64, limits)
            {
                assembler.stop(limit);
                continue;
            }
            let part = self.part(role, path, &bytes);
            if let Err(limit) = assemble::count_program(&mut programs_left, part.as_ref()) {
                assembler.stop(limit);
            }
            if let Some(part) = part {
                assembler.add(part);
            }
            // Whatever else it is, some readers open the zip.
            if role == Role::PossibleInstaller && zip::scan_bytes(&bytes, limits).is_zip() {
                let input = &mut Cursor::new(bytes.as_slice());
                nested.extend(Opener::new(limits).file(path, input, 0));
            }
        }
        // A damaged program is kept here: the file has a program's name in a package.
        let excludes = |kind: ErrorKind| kind.class() == ErrorClass::NotAPackage;
        nested.retain(|package| !package.has_only(excludes));
        nested.insert(0, assembler.finish());
        nested
    }
}

/// Reads a file whose bytes are taken from what is `left`.
fn read(
    open: OpenFile<'_, '_>,
    index: usize,
    limits: &Limits,
    left: &mut u64,
) -> Result<Vec<u8>, ErrorKind> {
    let mut input = open(index).map_err(|_| ErrorKind::ReadFailed)?;
    let mut reader = ByteReader::new(&mut *input, limits)?;
    let length = reader.length();
    // A file that is too large on its own isn't read, so it takes nothing from the others.
    if length > limits.part_bytes {
        return Err(ErrorKind::Limit(Limit::Part));
    }
    let rest = left.checked_sub(length);
    *left = rest.unwrap_or_default();
    rest.ok_or(ErrorKind::Limit(Limit::Unpacked))?;
    reader.all(limits.part_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_too_large_to_be_read_takes_nothing_from_the_others() {
        let limits = Limits {
            part_bytes: 1_000,
            unpacked_bytes: 1_500,
            ..Limits::default()
        };
        let file = |path: &str, length: usize| {
            let bytes = std::iter::repeat_n(b'M', length).collect::<Vec<u8>>();
            (path.to_owned(), Cursor::new(bytes))
        };
        let errors = |files: Vec<(String, Cursor<Vec<u8>>)>| -> Vec<ErrorKind> {
            let paths: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
            let mut open = |index: usize| Ok(Box::new(files[index].1.clone()) as Box<dyn Input>);
            let packages = open_unpacked("vpn", &paths, &mut open, &limits);
            let parts = packages.iter().flat_map(|package| &package.parts);
            let vital = parts.filter(|part| part.role.makes_package());
            vital.filter_map(|part| part.error).collect()
        };
        let large = || file("Downloads/Installer.exe", 5_000);
        let root = |number| file(&format!("Generic/VpnServerRoot.cer_{number}"), 800);
        let broken = ErrorKind::Certificate;
        assert_eq!(errors(vec![large(), root(0)]), [broken]);
        assert_eq!(errors(vec![root(0), large()]), [broken]);
        assert_eq!(
            errors(vec![root(0), root(1)]),
            [broken, ErrorKind::Limit(Limit::Unpacked)]
        );
    }
}
