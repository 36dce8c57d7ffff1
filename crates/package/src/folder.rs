//! Folders: which files in them are one unpacked package, and which are inputs by themselves.
//!
//! The caller lists paths and opens files; what belongs together is decided here, for page and command line alike. A tool
//! that leaves a zip's backslashes in the names of files makes paths of folders out of them all the same.

use crate::source::Source;
use crate::{ErrorKind, Form, Limits, Package, PartKind, container, place, zip};
use std::collections::BTreeMap;
use std::io::{Read, Seek};

/// The folders of an unpacked package; those of programs begin with `Windows`.
const CHILDREN: [&str; 3] = ["generic", "openvpn", "azurevpn"];

/// An input found in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderInput {
    /// Its path under the folder; of the folder itself, the folder's name.
    pub name: String,
    /// Indices of its files in the list of paths.
    pub files: Vec<usize>,
    /// An unpacked package: all files together are one input. Else one file by itself.
    pub unpacked: bool,
    /// A file that is an input even if nothing of a package is in it, because it bears a part's name.
    pub named: bool,
}

/// Sorts the files of a folder, given as paths under it with `/`. Files that belong to no unpacked package are
/// inputs by themselves; those that turn out to be nothing of a package are to be counted as skipped, unless
/// they are `named`.
pub fn sort_folder(root: &str, paths: &[String]) -> Vec<FolderInput> {
    let full: Vec<String> = paths.iter().map(|path| format!("{root}/{path}")).collect();
    let kinds = container::kinds(&full.iter().map(String::as_str).collect::<Vec<_>>());
    let mut packages: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for (path, kind) in full.iter().zip(&kinds) {
        if let Some(home) = home(path, *kind) {
            packages.entry(home).or_default();
        }
    }
    let mut inputs = Vec::new();
    for (index, (path, kind)) in full.iter().zip(&kinds).enumerate() {
        let own = kind
            .is_some()
            .then(|| home_of_any(path, &packages))
            .flatten();
        match own {
            Some(home) => packages.entry(home).or_default().push(index),
            None => inputs.push(FolderInput {
                name: paths.get(index).cloned().unwrap_or_default(),
                files: vec![index],
                unpacked: false,
                named: kind.is_some_and(place::is_place),
            }),
        }
    }
    for (home, files) in packages.into_iter().filter(|(_, files)| !files.is_empty()) {
        let below = home.get(1..).unwrap_or_default().join("/");
        let name = if below.is_empty() {
            root.to_owned()
        } else {
            below
        };
        inputs.push(FolderInput {
            name,
            files,
            unpacked: true,
            named: true,
        });
    }
    inputs.sort_by(|one, other| one.files.cmp(&other.files));
    inputs
}

/// The folder of the package that a place belongs to: above the vendor's folder, or the profile's own.
fn home(path: &str, kind: Option<PartKind>) -> Option<Vec<&str>> {
    let kind = kind.filter(|kind| place::is_place(*kind))?;
    let components = place::components(path);
    let (_, folders) = components.split_last()?;
    if kind == PartKind::Profile {
        return Some(folders.to_vec());
    }
    let (last, above) = folders.split_last()?;
    if !is_child(last) {
        return None;
    }
    // The vendor's folder was chosen by itself.
    Some(if above.is_empty() {
        folders.to_vec()
    } else {
        above.to_vec()
    })
}

/// The package that a file lies in: right in its folder, or in one of the vendor's folders below it.
fn home_of_any<'p>(
    path: &'p str,
    packages: &BTreeMap<Vec<&str>, Vec<usize>>,
) -> Option<Vec<&'p str>> {
    let components = place::components(path);
    let (_, folders) = components.split_last()?;
    let above = folders
        .split_last()
        .filter(|(last, _)| is_child(last))
        .map(|(_, above)| above);
    let homes = [Some(folders), above];
    homes
        .into_iter()
        .flatten()
        .map(<[&str]>::to_vec)
        .find(|home| packages.contains_key(home))
}

fn is_child(folder: &str) -> bool {
    let lower = folder.to_ascii_lowercase();
    CHILDREN.contains(&lower.as_str()) || lower.starts_with("windows")
}

/// Reads the files of one unpacked package, each with its path under the folder.
pub fn open_unpacked<R: Read + Seek>(
    name: &str,
    files: Vec<(String, R)>,
    limits: &Limits,
) -> Package {
    let mut package = Package {
        name: name.to_owned(),
        size: None,
        form: Form::Container,
        parts: Vec::new(),
        stamps: Vec::new(),
        rezipped: false,
        errors: Vec::new(),
    };
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let kinds = container::kinds(&paths);
    let mut programs = 0_usize;
    let mut place_met = false;
    let mut left = limits.unpacked_bytes;
    for ((path, reader), kind) in files.into_iter().zip(kinds) {
        let Some(found) = kind else { continue };
        place_met |= place::is_place(found);
        let bytes = Source::new(reader, limits).and_then(|mut source| {
            let most = limits.part_bytes.min(left);
            // One that is too large by itself is not read, so it takes nothing from the others.
            let takes = Some(source.length()).filter(|length| *length <= limits.part_bytes);
            left = left.saturating_sub(takes.unwrap_or(0));
            source.all(most).map_err(|kind| match kind {
                ErrorKind::LimitPart if takes.is_some() => ErrorKind::LimitUnpacked,
                kind => kind,
            })
        });
        match bytes {
            Ok(bytes) => {
                container::take(&mut package, found, &path, &bytes, limits, &mut programs);
            }
            // What can't be read is told, unless nothing could rest on it.
            Err(ErrorKind::LimitPart) if !place::is_place(found) => {
                package.parts.extend(container::passed_over(found, &path));
            }
            Err(error)
                if !place::is_place(found)
                    && found != PartKind::Candidate
                    && !zip::is_limit(error) => {}
            Err(error) => container::add_unread(&mut package, kind, &path, error),
        }
        if package.errors.iter().any(|error| zip::is_limit(error.kind)) {
            break;
        }
    }
    container::finish(&mut package, place_met);
    crate::open::mark_radius_thumbprints(&mut package);
    package
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(root: &str, paths: &[&str]) -> Vec<(String, bool, usize)> {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let inputs = sort_folder(root, &paths);
        inputs
            .into_iter()
            .map(|input| (input.name, input.unpacked, input.files.len()))
            .collect()
    }

    #[test]
    fn a_program_too_large_to_be_read_takes_nothing_from_the_others() {
        let limits = Limits {
            part_bytes: 1_000,
            unpacked_bytes: 1_500,
            ..Limits::default()
        };
        let file = |path: &str, length: usize| {
            let bytes = std::iter::repeat_n(b'M', length).collect::<Vec<u8>>();
            (path.to_owned(), std::io::Cursor::new(bytes))
        };
        let told = |files| -> Vec<ErrorKind> {
            let package = open_unpacked("vpn", files, &limits);
            package.errors.iter().map(|error| error.kind).collect()
        };
        let large = || file("Downloads/Installer.exe", 5_000);
        let root = |number| file(&format!("Generic/VpnServerRoot.cer_{number}"), 800);
        let broken = ErrorKind::Certificate;
        assert_eq!(told(vec![large(), root(0)]), [broken]);
        assert_eq!(told(vec![root(0), large()]), [broken]);
        assert_eq!(
            told(vec![root(0), root(1)]),
            [broken, ErrorKind::LimitUnpacked]
        );
    }

    #[test]
    fn an_unpacked_package_is_one_input_with_its_folders_name() {
        let paths = [
            "Generic/VpnSettings.xml",
            "Generic/VpnServerRoot.cer_0",
            "OpenVPN/vpnconfig.ovpn",
        ];
        assert_eq!(sorted("vpn", &paths), [("vpn".to_owned(), true, 3)]);
    }

    #[test]
    fn a_package_unpacked_with_backslashes_in_its_names_is_one_input() {
        let paths = ["Generic\\VpnSettings.xml", "OpenVPN\\vpnconfig.ovpn"];
        assert_eq!(sorted("vpn", &paths), [("vpn".to_owned(), true, 2)]);
    }

    #[test]
    fn a_vendors_folder_chosen_by_itself_is_a_package() {
        assert_eq!(
            sorted("Generic", &["VpnSettings.xml"]),
            [("Generic".to_owned(), true, 1)]
        );
    }

    #[test]
    fn packages_below_and_files_beside_them_are_inputs_each() {
        let paths = [
            "a/Generic/VpnSettings.xml",
            "b/Generic/VpnSettings.xml",
            "c.zip",
            "notes.txt",
        ];
        let expected = [
            ("a", true, 1),
            ("b", true, 1),
            ("c.zip", false, 1),
            ("notes.txt", false, 1),
        ];
        assert_eq!(
            sorted("all", &paths),
            expected.map(|(name, unpacked, files)| (name.to_owned(), unpacked, files))
        );
    }

    #[test]
    fn an_installed_profile_is_one_input() {
        let paths = ["x/g.cer", "x/g.inf", "x/g.pbk", "x/routes.txt"];
        assert_eq!(
            sorted("Cm", &paths),
            [
                ("x".to_owned(), true, 3),
                ("x/routes.txt".to_owned(), false, 1)
            ]
        );
    }

    #[test]
    fn loose_parts_are_inputs_each_and_named() {
        let inputs = sort_folder(
            "loose",
            &["VpnSettings.xml".to_owned(), "photo.jpg".to_owned()],
        );
        assert_eq!(
            inputs.iter().map(|input| input.named).collect::<Vec<_>>(),
            [true, false]
        );
    }
}
