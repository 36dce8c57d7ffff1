//! The roles of all files of a container, from their paths, their first bytes and the files beside them.

use super::unicode::lowercase;
use super::{components, is_metadata, is_radius_root, is_server_root, profile, role};
use crate::model::{HeadKind, Role};
use std::collections::HashSet;

/// Returns true if the first bytes of a file decide about its role ([`HeadKind`]), because its name isn't that of a part.
pub fn needs_head(path: &str) -> bool {
    let components = components(path);
    !is_metadata(&components) && !role(&components).is_some_and(Role::makes_package)
}

/// Returns true for a name that no system changes and that isn't the name of a profile's text.
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
            (Some(Role::UnplacedCertificate), Some(HeadKind::Document)) if of_profile(path) => {
                Some(Role::ProfileCertificate)
            }
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
    let path = lowercase(&components(path).join("/"));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn role_of(path: &str, head: Option<HeadKind>) -> Option<Role> {
        roles(&[path], &[head])[0]
    }

    #[test]
    fn the_first_bytes_decide_where_the_name_is_not_a_parts() {
        for (path, expected) in [
            ("notes.txt", true),
            ("a.cer", true),
            ("Setup.exe", true),
            ("VpnSettings.xml", false),
            ("__MACOSX/a.txt", false),
        ] {
            assert_eq!(needs_head(path), expected, "{path}");
        }
        for (path, head, expected) in [
            (
                "VpnSettings.xml",
                Some(HeadKind::Text),
                Some(Role::VpnSettings),
            ),
            (
                "a.txt",
                Some(HeadKind::Document),
                Some(Role::RenamedDocument),
            ),
            (
                "a.txt",
                Some(HeadKind::Certificate),
                Some(Role::UnplacedCertificate),
            ),
            (
                "VpnServerRoot.txt",
                Some(HeadKind::Certificate),
                Some(Role::ServerRoot),
            ),
            (
                "RadiusServerRoot.txt",
                Some(HeadKind::Certificate),
                Some(Role::RadiusRoot),
            ),
            (
                "a.cer",
                Some(HeadKind::Program),
                Some(Role::PossibleInstaller),
            ),
            (
                "a.inf",
                Some(HeadKind::Cabinet),
                Some(Role::PossibleInstaller),
            ),
            ("a.inf", Some(HeadKind::Text), Some(Role::ProfileText)),
            ("a.cer", None, Some(Role::UnplacedCertificate)),
            ("a.txt", Some(HeadKind::Zip), None),
            ("a.txt", None, None),
        ] {
            assert_eq!(role_of(path, head), expected, "{path}");
        }
    }

    #[test]
    fn a_certificate_belongs_to_the_profile_with_its_name_in_its_folder() {
        let certificates = |paths: &[&str]| {
            let roles = roles(paths, &vec![None; paths.len()]);
            roles
                .into_iter()
                .filter(|role| *role == Some(Role::ProfileCertificate))
                .count()
        };
        assert_eq!(
            certificates(&["x/G.cms", "X\\g.cer", "x/other.cer", "y/g.cer"]),
            1
        );
        assert_eq!(certificates(&["東/g.cms", "京/g.cer"]), 1);
        assert_eq!(certificates(&["._g.cms", "g.cer"]), 0);
    }

    #[test]
    fn a_plain_name_is_ascii_and_no_system_changes_it() {
        assert!(is_plain("folder/a b.txt"));
        for path in ["é.txt", "a:b", "a~1.txt", "a\0b", "g.cms"] {
            assert!(!is_plain(path), "{path}");
        }
    }
}
