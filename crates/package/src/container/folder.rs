//! Folders: groups the files that form an unpacked package; each other file is a separate input.
//!
//! The caller lists paths and opens files. A folder and a zip are grouped by the same function. A tool that leaves the
//! backslashes of a zip in file names doesn't change the grouping.

use crate::model::{HeadKind, Role};
use crate::path::{self, components};
use std::collections::{HashMap, HashSet};

/// The folders inside an unpacked package, in lower case.
const PACKAGE_FOLDERS: [&str; 6] = [
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
    /// Its path below the folder; the folder's name for the folder itself.
    pub name: String,
    /// Indices of its files in the list of paths.
    pub files: Vec<usize>,
    /// True if all files together are an unpacked package, false for one file.
    pub unpacked: bool,
    /// True if a file has a part's name: it is an input even if it contains nothing of a package.
    pub named: bool,
}

/// Divides the files of a folder into inputs. `paths` are relative to the folder `root`, with `/`; `heads` are the kinds of
/// those files of which [`needs_head`](path::needs_head) is true, and `None` for the others.
///
/// A file that isn't `named` and turns out to contain nothing of a package is meant to be counted as skipped.
pub fn folder_inputs(root: &str, paths: &[String], heads: &[Option<HeadKind>]) -> Vec<FolderInput> {
    let full: Vec<String> = paths.iter().map(|path| format!("{root}/{path}")).collect();
    let full: Vec<&str> = full.iter().map(String::as_str).collect();
    let roles = path::roles(&full, heads);
    let groups = group(&full, &roles).into_iter();
    let input = |group: Group| {
        let name = match (group.unpacked, group.below()) {
            (true, "") => root.to_owned(),
            (true, below) => below.to_owned(),
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

fn is_metadata(path: &str) -> bool {
    path::is_metadata(&components(path))
}

/// Files that belong together.
pub(crate) struct Group {
    /// The folder of an unpacked package, with `/`; empty for a file on its own.
    home: String,
    /// Indices in the list of paths.
    pub(crate) files: Vec<usize>,
    pub(crate) unpacked: bool,
    /// True if one of the files has a part's name.
    pub(crate) named: bool,
}

impl Group {
    /// Returns the folder of an unpacked package, relative to the whole.
    pub(crate) fn below(&self) -> &str {
        self.home.split_once('/').map_or("", |(_, below)| below)
    }
}

/// Groups the files of a folder or zip, in the order of their first files: those of each unpacked package, and each other
/// file alone. Every path begins with a name for the whole.
///
/// Everything below a package's folder belongs to the package, so that a file that contradicts it doesn't get a separate
/// answer. Only the files in the same folder belong to an unpacked profile.
pub(crate) fn group(paths: &[&str], roles: &[Option<Role>]) -> Vec<Group> {
    let mut packages: HashSet<String> = HashSet::new();
    let mut profiles: HashSet<String> = HashSet::new();
    for (path, role) in paths.iter().zip(roles) {
        match role {
            Some(Role::ProfileCertificate) => profiles.extend([folder_of(path)]),
            Some(role) if role.can_make_package() => packages.extend(home(path)),
            _ => {}
        }
    }
    let home_of = |path| {
        let folder = folder_of(path);
        let ends = folder
            .match_indices('/')
            .map(|(end, _)| end)
            .chain([folder.len()]);
        let around = |end| folder.get(..end).filter(|home| packages.contains(*home));
        let package = ends.into_iter().find_map(around);
        let profile = || profiles.get(&folder).map(String::as_str);
        package.or_else(profile).map(str::to_owned)
    };
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (index, (path, role)) in paths.iter().zip(roles).enumerate() {
        let named = role.is_some_and(Role::makes_package);
        let home = role.is_some().then(|| home_of(path)).flatten();
        let position = match &home {
            Some(home) => *positions.entry(home.clone()).or_insert(groups.len()),
            None => groups.len(),
        };
        match groups.get_mut(position) {
            Some(group) => {
                group.files.push(index);
                group.named |= named;
            }
            None => groups.push(Group {
                unpacked: home.is_some(),
                home: home.unwrap_or_default(),
                files: vec![index],
                named,
            }),
        }
    }
    groups
}

/// Returns the folder of a file, with `/`.
fn folder_of(path: &str) -> String {
    let mut components = components(path);
    components.pop();
    components.join("/")
}

/// Returns the folder of the package that a part belongs to: above the vendor's folder, unless that is the whole.
fn home(path: &str) -> Option<String> {
    let folder = folder_of(path);
    let (above, last) = folder.rsplit_once('/').unwrap_or(("", &folder));
    let home = if above.is_empty() { &folder } else { above };
    is_package_folder(last).then(|| home.to_owned())
}

fn is_package_folder(folder: &str) -> bool {
    PACKAGE_FOLDERS
        .iter()
        .any(|known| folder.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(root: &str, paths: &[&str]) -> Vec<(String, bool, usize)> {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let found = folder_inputs(root, &paths, &vec![None; paths.len()]);
        found
            .into_iter()
            .map(|input| (input.name, input.unpacked, input.files.len()))
            .collect()
    }

    #[test]
    fn an_unpacked_package_is_one_input_with_its_folders_name() {
        let paths = [
            "Generic/VpnSettings.xml",
            "Generic/VpnServerRoot.cer_0",
            "OpenVPN/vpnconfig.ovpn",
        ];
        assert_eq!(inputs("vpn", &paths), [("vpn".to_owned(), true, 3)]);
    }

    #[test]
    fn a_package_unpacked_with_backslashes_in_its_names_is_one_input() {
        let paths = ["Generic\\VpnSettings.xml", "OpenVPN\\vpnconfig.ovpn"];
        assert_eq!(inputs("vpn", &paths), [("vpn".to_owned(), true, 2)]);
    }

    #[test]
    fn a_vendors_folder_chosen_by_itself_is_a_package() {
        assert_eq!(
            inputs("Generic", &["VpnSettings.xml"]),
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
            inputs("all", &paths),
            expected.map(|(name, unpacked, files)| (name.to_owned(), unpacked, files))
        );
    }

    #[test]
    fn an_installed_profile_is_one_input() {
        let paths = ["x/g.cer", "x/g.inf", "x/g.pbk", "x/routes.txt"];
        assert_eq!(
            inputs("Cm", &paths),
            [
                ("x".to_owned(), true, 3),
                ("x/routes.txt".to_owned(), false, 1)
            ]
        );
    }

    #[test]
    fn loose_parts_are_inputs_each_and_named() {
        let inputs = folder_inputs(
            "loose",
            &["VpnSettings.xml".to_owned(), "photo.jpg".to_owned()],
            &[None, None],
        );
        assert_eq!(
            inputs.iter().map(|input| input.named).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn metadata_of_macos_and_windows_is_ignored() {
        let paths = [
            "__MACOSX/Generic/VpnSettings.xml",
            "vpn/Generic/._VpnSettings.xml",
            "vpn/Generic/VpnSettings.xml",
            "vpn/Generic/VpnSettings.xml:Zone.Identifier",
        ];
        assert_eq!(inputs("all", &paths), [("vpn".to_owned(), true, 1)]);
    }

    #[test]
    fn everything_below_a_package_belongs_to_it() {
        let paths = [
            "vpn/Generic/VpnSettings.xml",
            "vpn/old/2018/VpnSettings.xml",
            "vpn/old/Cm/g.cer",
            "vpn/old/Cm/g.inf",
            "other/VpnSettings.xml",
        ];
        assert_eq!(
            inputs("all", &paths),
            [
                ("vpn".to_owned(), true, 4),
                ("other/VpnSettings.xml".to_owned(), false, 1)
            ]
        );
    }

    #[test]
    fn documents_under_other_names_belong_to_the_package_around_them() {
        let paths = ["Generic/VpnSettings (1).xml", "tokyo.ovpn", "notes.txt"];
        let paths = paths.map(str::to_owned);
        let looks = [
            Some(HeadKind::Document),
            Some(HeadKind::Document),
            Some(HeadKind::Text),
        ];
        let inputs = folder_inputs("vpn", &paths, &looks);
        let files: Vec<&[usize]> = inputs.iter().map(|input| input.files.as_slice()).collect();
        assert_eq!(files, [&[0, 1][..], &[2]]);
        assert!(inputs.iter().all(|input| !input.named));
    }
}
