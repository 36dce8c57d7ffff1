//! The roles of all files of a container: their paths, what they begin with, and what lies beside them.

use super::{components, is_metadata, is_radius_root, is_server_root, profile, role};
use crate::model::{HeadKind, Role};
use std::collections::HashSet;

/// Returns true if the first bytes of a file decide about its role ([`HeadKind`]), because its name isn't that of a part.
pub fn needs_head(path: &str) -> bool {
    let components = components(path);
    !is_metadata(&components) && !role(&components).is_some_and(Role::makes_package)
}

/// Returns true for a name that isn't a part's or like that of a profile's text, and that no system changes.
pub(crate) fn is_plain(path: &str) -> bool {
    path.is_ascii() && !path.contains([':', '~', '\0']) && !is_profile_text(path)
}

/// Returns the roles of all files of a container. A certificate beside the texts of a profile, with their name, belongs to
/// the profile; names that aren't ASCII can be equal in another code page or Unicode form.
pub(crate) fn roles(paths: &[&str], heads: &[Option<HeadKind>]) -> Vec<Option<Role>> {
    let mut profiles: HashSet<String> = HashSet::new();
    for path in paths {
        if is_profile_text(path) {
            let stem = profile_stem(path);
            profiles.extend((!stem.is_ascii()).then(|| shape(&stem)));
            profiles.insert(stem);
        }
    }
    let of_profile = |path: &str| {
        let stem = profile_stem(path);
        profiles.contains(&stem) || !stem.is_ascii() && profiles.contains(&shape(&stem))
    };
    let role_of = |(path, head): (&&str, &Option<HeadKind>)| {
        let named = role(&components(path));
        match (named, *head) {
            (Some(role), _) if role.makes_package() => named,
            (_, Some(HeadKind::Document)) => Some(Role::RenamedDocument),
            (Some(_), Some(HeadKind::Zip | HeadKind::Program | HeadKind::Cabinet)) => {
                Some(Role::PossibleInstaller)
            }
            (Some(Role::UnplacedCertificate), _) if of_profile(path) => {
                Some(Role::ProfileCertificate)
            }
            (None, Some(HeadKind::Zip | HeadKind::Program | HeadKind::Cabinet))
                if is_profile_text(path) =>
            {
                Some(Role::PossibleInstaller)
            }
            (None, Some(HeadKind::Certificate)) if is_server_root(path) => Some(Role::ServerRoot),
            (None, Some(HeadKind::Certificate)) if is_radius_root(path) => Some(Role::RadiusRoot),
            (None, _) if is_profile_text(path) => Some(Role::ProfileText),
            (None, Some(HeadKind::Certificate)) => Some(Role::UnplacedCertificate),
            _ => named,
        }
    };
    paths.iter().zip(heads).map(role_of).collect()
}

fn is_profile_text(path: &str) -> bool {
    profile::is_text(path) && !is_metadata(&components(path))
}

/// Returns the folder and the profile's own name, which its files share, in lower case.
fn profile_stem(path: &str) -> String {
    let path = components(path).join("/").to_lowercase();
    match path.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/{}", profile::stem(file)),
        None => profile::stem(&path).to_owned(),
    }
}

/// Returns a path of which only the names in ASCII are left.
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
