//! Folders: which files in them are one unpacked package, and which are inputs by themselves.
//!
//! The caller lists paths and opens files; what belongs together is decided here, for page and command line alike. A tool
//! that leaves a zip's backslashes in the names of files makes paths of folders out of them all the same.

use crate::source::{Plain, Source};
use crate::zip::Ending;
use crate::{
    Error, ErrorKind, Form, Limits, Look, Package, PartKind, Severity, container, place, zip,
};
use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read, Seek};

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

/// Whether a file is what macOS or Windows keep beside others: nothing at all.
fn is_metadata(path: &str) -> bool {
    place::is_nothing(&place::components(path))
}

/// Files that belong together.
pub(crate) struct Group {
    /// The folder of an unpacked package, with `/`; empty where it is none.
    home: String,
    /// Indices in the list of paths.
    pub(crate) files: Vec<usize>,
    pub(crate) unpacked: bool,
    /// One of the files bears a part's name.
    pub(crate) named: bool,
}

impl Group {
    /// The folder of an unpacked package, as a path below the whole.
    pub(crate) fn below(&self) -> &str {
        self.home.split_once('/').map_or("", |(_, below)| below)
    }
}

/// Puts the files of a folder or zip together, in the order of their first files: those of each unpacked package, and
/// each other file by itself. Every path begins with a name for the whole.
///
/// What lies anywhere below a package's folder belongs to it, so that nothing in there that disagrees with it is an answer
/// of its own. An unpacked profile in a folder of its own has no more than that folder.
pub(crate) fn group(paths: &[&str], kinds: &[Option<PartKind>]) -> Vec<Group> {
    let mut packages: HashSet<String> = HashSet::new();
    let mut profiles: HashSet<String> = HashSet::new();
    for (path, kind) in paths.iter().zip(kinds) {
        match kind {
            Some(PartKind::Profile) => profiles.extend([folder_of(path)]),
            Some(PartKind::Renamed) => packages.extend(home(path)),
            Some(kind) if place::is_place(*kind) => packages.extend(home(path)),
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
    for (index, (path, kind)) in paths.iter().zip(kinds).enumerate() {
        let named = kind.is_some_and(place::is_place);
        let home = kind.is_some().then(|| home_of(path)).flatten();
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

/// The folders in which a file lies, with `/`.
fn folder_of(path: &str) -> String {
    let mut components = place::components(path);
    components.pop();
    components.join("/")
}

/// The folder of the package that a part belongs to: above the vendor's folder, unless that was chosen by itself.
fn home(path: &str) -> Option<String> {
    let folder = folder_of(path);
    let (above, last) = folder.rsplit_once('/').unwrap_or(("", &folder));
    let home = if above.is_empty() { &folder } else { above };
    is_child(last).then(|| home.to_owned())
}

fn is_child(folder: &str) -> bool {
    CHILDREN
        .iter()
        .any(|known| folder.eq_ignore_ascii_case(known))
}

/// Reads the files of one unpacked package, given as paths under its folder; each is opened by its index, twice where its
/// name does not say what it is. A zip under a program's name among them follows as an input of its own.
pub fn open_unpacked<R: Read + Seek>(
    name: &str,
    paths: &[String],
    mut open: impl FnMut(usize) -> std::io::Result<R>,
    limits: &Limits,
) -> Vec<Package> {
    // Length and bytes of a file: the first ones, or all of them if they are not too many.
    let mut read = |index, head: Option<usize>, most: u64| {
        let reader = open(index).map_err(|_| ErrorKind::ReadFailed);
        let mut input = Plain(reader?);
        let mut source = Source::of(&mut input, limits)?;
        let length = source.length();
        let bytes = match head {
            Some(head) => {
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                source.bytes_at(0, length.min(head))
            }
            None => source.all(most),
        };
        Ok((length, bytes))
    };
    let looks: Vec<Option<Look>> = paths
        .iter()
        .enumerate()
        .map(|(index, path)| {
            let wanted = container::needs_look(path);
            // What can't be read is said when its turn comes.
            let head = wanted
                .then(|| read(index, Some(limits.look_bytes), 0).ok())
                .flatten();
            Look::at(&head?.1.ok()?)
        })
        .collect();
    let mut package = crate::open::empty(name, None, Form::Container);
    let borrowed: Vec<&str> = paths.iter().map(String::as_str).collect();
    let kinds = container::kinds(&borrowed, &looks);
    let mut nested = Vec::new();
    let mut used = container::Used::default();
    let mut place_met = false;
    // What is no place does not use up what the places may have.
    let mut left = [limits.unpacked_bytes; 2];
    for (index, (path, kind)) in paths.iter().zip(kinds).enumerate() {
        let Some(found) = kind else { continue };
        let place = place::is_place(found);
        place_met |= place;
        let errors = package.errors.len();
        let [of_places, of_others] = &mut left;
        let left = if place { of_places } else { of_others };
        let most = limits.part_bytes.min(*left);
        let bytes = read(index, None, most).and_then(|(length, bytes)| {
            // One that is too large by itself is not read, so it takes nothing from the others.
            let fits = length <= limits.part_bytes;
            *left = left.saturating_sub(if fits { length } else { 0 });
            bytes.map_err(|kind| match kind {
                ErrorKind::LimitPart if fits => ErrorKind::LimitUnpacked,
                kind => kind,
            })
        });
        match bytes {
            Ok(bytes) => {
                container::take(&mut package, found, path, &bytes, limits, &mut used);
                if found == PartKind::Candidate && zip::ending_of(&bytes, limits) != Ending::Other {
                    let input = &mut Plain(Cursor::new(bytes));
                    nested.extend(crate::open::open_at(path, input, limits, 0));
                }
            }
            Err(ErrorKind::LimitPart | ErrorKind::LimitUnpacked)
                if !place && found != PartKind::Renamed =>
            {
                package.parts.extend(container::passed_over(found, path));
            }
            // What can't be read is told, unless nothing could rest on it.
            Err(error) => container::add_unread(&mut package, kind, path, error),
        }
        let new = package.errors.get(errors..).unwrap_or_default();
        if new.iter().any(|error| zip::is_limit(error.kind)) {
            break;
        }
    }
    container::finish(&mut package, place_met);
    crate::open::mark_radius_thumbprints(&mut package);
    let plain = |error: &Error| error.kind.severity() == Severity::NotAPackage;
    nested.retain(|package: &Package| !Error::worst(&package.errors).is_some_and(plain));
    nested.insert(0, package);
    nested
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
            let packages = open_unpacked("vpn", &paths, open, &limits);
            let errors = packages.iter().flat_map(|package| &package.errors);
            errors.map(|error| error.kind).collect()
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

    #[test]
    fn what_systems_leave_beside_files_is_nothing() {
        let paths = [
            "__MACOSX/Generic/VpnSettings.xml",
            "vpn/Generic/._VpnSettings.xml",
            "vpn/Generic/VpnSettings.xml",
            "vpn/Generic/VpnSettings.xml:Zone.Identifier",
        ];
        assert_eq!(sorted("all", &paths), [("vpn".to_owned(), true, 1)]);
    }

    #[test]
    fn what_lies_below_a_package_belongs_to_it() {
        let paths = [
            "vpn/Generic/VpnSettings.xml",
            "vpn/old/2018/VpnSettings.xml",
            "vpn/old/Cm/g.cer",
            "vpn/old/Cm/g.inf",
            "other/VpnSettings.xml",
        ];
        assert_eq!(
            sorted("all", &paths),
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
        let looks = [Some(Look::Document), Some(Look::Document), Some(Look::Text)];
        let inputs = sort_folder("vpn", &paths, &looks);
        let files: Vec<&[usize]> = inputs.iter().map(|input| input.files.as_slice()).collect();
        assert_eq!(files, [&[0, 1][..], &[2]]);
        assert!(inputs.iter().all(|input| !input.named));
    }
}
