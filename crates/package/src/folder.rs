//! Folders: which files in them are one unpacked package, and which are inputs by themselves.
//!
//! The caller lists paths and opens files; what belongs together is decided here, for page and command line alike. A tool
//! that leaves a zip's backslashes in the names of files makes paths of folders out of them all the same.

use crate::source::Source;
use crate::{ErrorKind, Form, Limits, Look, Package, PartKind, container, place, zip};
use std::collections::{BTreeMap, HashSet};
use std::io::{Read, Seek};

/// The folders of an unpacked package, in lower case.
const CHILDREN: [&str; 6] = [
    "generic",
    "openvpn",
    "azurevpn",
    "windowsamd64",
    "windowsx86",
    "windowspowershell",
];

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

/// Whether a file must be looked at to know what it is ([`Look::at`]): its name is not that of a part.
pub fn needs_look(path: &str) -> bool {
    container::needs_look(path)
}

/// Sorts the files of a folder, given as paths under it with `/`, each with what it begins with where that was looked at.
/// Files that belong to no unpacked package are inputs by themselves; those that turn out to be nothing of a package are
/// to be counted as skipped, unless they are `named`.
pub fn sort_folder(root: &str, paths: &[String], looks: &[Option<Look>]) -> Vec<FolderInput> {
    let full: Vec<String> = paths.iter().map(|path| format!("{root}/{path}")).collect();
    let full: Vec<&str> = full.iter().map(String::as_str).collect();
    let kinds = container::kinds(&full, looks);
    let groups = group(&full, &kinds).into_iter();
    let input = |group: Group| {
        let below = group.home.get(1..).unwrap_or_default().join("/");
        let name = match (group.unpacked, below.is_empty()) {
            (true, true) => root.to_owned(),
            (true, false) => below,
            (false, _) => {
                let index = group.files.first().copied().unwrap_or_default();
                paths.get(index).cloned().unwrap_or_default()
            }
        };
        FolderInput {
            name,
            files: group.files,
            unpacked: group.unpacked,
            named: group.named,
        }
    };
    let mut inputs: Vec<FolderInput> = groups.map(input).collect();
    inputs.retain(|input| input.unpacked || !is_metadata(&input.name));
    inputs
}

/// Whether a file is what macOS or Windows keep beside others: nothing at all.
fn is_metadata(path: &str) -> bool {
    place::is_nothing(&place::components(path))
}

/// Files that belong together.
pub(crate) struct Group {
    /// The folder of an unpacked package; empty where it is none.
    pub(crate) home: Vec<String>,
    /// Indices in the list of paths.
    pub(crate) files: Vec<usize>,
    pub(crate) unpacked: bool,
    /// Of a file by itself: it bears a part's name.
    pub(crate) named: bool,
}

/// Puts the files of a folder or zip together, in the order of their first files: those of each unpacked package, and
/// each other file by itself. Every path begins with a name for the whole.
///
/// What lies anywhere below a package's folder belongs to it, so that nothing in there that disagrees with it is an answer
/// of its own. An unpacked profile in a folder of its own has no more than that folder.
pub(crate) fn group(paths: &[&str], kinds: &[Option<PartKind>]) -> Vec<Group> {
    let mut packages: HashSet<Vec<&str>> = HashSet::new();
    let mut profiles: HashSet<Vec<&str>> = HashSet::new();
    for (path, kind) in paths.iter().zip(kinds) {
        match kind {
            Some(PartKind::Profile) => profiles.extend(folders_of(path)),
            Some(kind) if place::is_place(*kind) => packages.extend(home(path)),
            _ => {}
        }
    }
    let home_of = |path| {
        let folders = folders_of(path)?;
        let around = |depth| folders.get(..depth).filter(|home| packages.contains(*home));
        let package = (1..=folders.len()).find_map(around);
        let profile = || profiles.contains(&folders).then_some(folders.as_slice());
        package.or_else(profile).map(<[&str]>::to_vec)
    };
    let mut unpacked: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    let mut groups = Vec::new();
    for (index, (path, kind)) in paths.iter().zip(kinds).enumerate() {
        match kind.is_some().then(|| home_of(path)).flatten() {
            Some(home) => unpacked.entry(home).or_default().push(index),
            None => groups.push(Group {
                home: Vec::new(),
                files: vec![index],
                unpacked: false,
                named: kind.is_some_and(|kind| {
                    place::is_place(kind) && !container::is_renamed(kind, path)
                }),
            }),
        }
    }
    let named = |files: &[usize]| {
        files
            .iter()
            .any(|index| match (paths.get(*index), kinds.get(*index)) {
                (Some(path), Some(Some(kind))) => {
                    place::is_place(*kind) && !container::is_renamed(*kind, path)
                }
                _ => false,
            })
    };
    groups.extend(unpacked.into_iter().map(|(home, files)| Group {
        home: home.into_iter().map(str::to_owned).collect(),
        named: named(&files),
        files,
        unpacked: true,
    }));
    groups.sort_by(|one, other| one.files.cmp(&other.files));
    groups
}

/// The folders in which a file lies.
fn folders_of(path: &str) -> Option<Vec<&str>> {
    let mut components = place::components(path);
    components.pop().map(|_| components)
}

/// The folder of the package that a part belongs to: above the vendor's folder, unless that was chosen by itself.
fn home(path: &str) -> Option<Vec<&str>> {
    let mut folders = folders_of(path)?;
    if !is_child(folders.last()?) {
        return None;
    }
    if folders.len() > 1 {
        folders.pop();
    }
    Some(folders)
}

fn is_child(folder: &str) -> bool {
    CHILDREN
        .iter()
        .any(|known| folder.eq_ignore_ascii_case(known))
}

/// Reads the files of one unpacked package, given as paths under its folder; each is opened by its index, twice where its
/// name does not say what it is.
pub fn open_unpacked<R: Read + Seek>(
    name: &str,
    paths: &[String],
    mut open: impl FnMut(usize) -> std::io::Result<R>,
    limits: &Limits,
) -> Package {
    let mut source = |index| {
        let reader = open(index).map_err(|_| ErrorKind::ReadFailed)?;
        Source::new(reader, limits)
    };
    let looks: Vec<Option<Look>> = paths
        .iter()
        .enumerate()
        .map(|(index, path)| {
            let wanted = container::needs_look(path);
            // What can't be read is said when its turn comes.
            let mut source = wanted.then(|| source(index).ok()).flatten()?;
            let length = usize::try_from(source.length()).unwrap_or(usize::MAX);
            let head = source.bytes_at(0, length.min(limits.look_bytes)).ok()?;
            Look::at(&head)
        })
        .collect();
    let mut package = crate::open::empty(name, None, Form::Container);
    let borrowed: Vec<&str> = paths.iter().map(String::as_str).collect();
    let kinds = container::kinds(&borrowed, &looks);
    let mut used = container::Used::default();
    let mut place_met = false;
    let mut left = limits.unpacked_bytes;
    for (index, (path, kind)) in paths.iter().zip(kinds).enumerate() {
        let Some(found) = kind else { continue };
        place_met |= place::is_place(found) && !container::is_renamed(found, path);
        let errors = package.errors.len();
        let bytes = source(index).and_then(|mut source| {
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
            Ok(bytes) => container::take(&mut package, found, path, &bytes, limits, &mut used),
            // What can't be read is told, unless nothing could rest on it.
            Err(ErrorKind::LimitPart) if !place::is_place(found) => {
                package.parts.extend(container::passed_over(found, path));
            }
            Err(error)
                if !place::is_place(found)
                    && found != PartKind::Candidate
                    && error != ErrorKind::ReadFailed
                    && !zip::is_limit(error) => {}
            Err(error) => container::add_unread(&mut package, kind, path, error),
        }
        let new = package.errors.get(errors..).unwrap_or_default();
        if new.iter().any(|error| zip::is_limit(error.kind)) {
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
        let inputs = sort_folder(root, &paths, &vec![None; paths.len()]);
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
        let told = |files: Vec<(String, std::io::Cursor<Vec<u8>>)>| -> Vec<ErrorKind> {
            let paths: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
            let open = |index: usize| Ok(files[index].1.clone());
            let package = open_unpacked("vpn", &paths, open, &limits);
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
            &[None, None],
        );
        assert_eq!(
            inputs.iter().map(|input| input.named).collect::<Vec<_>>(),
            [true, false]
        );
    }
}
