//! Which files of a package are parts of it: by file name, in any folder, either slash, any case.

use crate::PartKind;

/// The parts of a path, either slash, without empty ones and without `.`.
pub(crate) fn components(path: &str) -> Vec<&str> {
    path.split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".")
        .collect()
}

/// Whether a path is nothing: what macOS leaves beside the files.
pub(crate) fn is_nothing(components: &[&str]) -> bool {
    let resource_fork = components.last().is_some_and(|name| name.starts_with("._"));
    resource_fork
        || components
            .iter()
            .any(|part| part.eq_ignore_ascii_case("__MACOSX"))
}

/// What a file is by its place; `None`: no place.
///
/// `RadiusServerRoot.cer` is told as [`PartKind::RadiusRoot`] and any other certificate file as
/// [`PartKind::Stray`]; both are shown and neither is a place ([`is_place`]).
pub(crate) fn place(components: &[&str]) -> Option<PartKind> {
    let (name, folders) = components.split_last()?;
    let name = name.to_ascii_lowercase();
    if is_nothing(components) {
        return None;
    }
    let around = |start: &str, end: &str| {
        name.len() >= start.len().saturating_add(end.len())
            && name.starts_with(start)
            && name.ends_with(end)
    };
    let stem = certificate_stem(&name);
    Some(match name.as_str() {
        "vpnsettings.xml" => PartKind::VpnSettings,
        "vpnprofilesetup.ps1" => PartKind::ProfileScript,
        _ if stem == Some("vpnserverroot") => PartKind::ServerRoot,
        _ if stem == Some("radiusserverroot") => PartKind::RadiusRoot,
        _ if around("azurevpnconfig", ".xml") => PartKind::AzureVpn,
        _ if around("vpnconfig", ".ovpn") => PartKind::Ovpn,
        _ if around("vpnclientsetup", ".exe") => PartKind::Program,
        _ if name.ends_with(".exe") && in_windows_folder(folders) => PartKind::Program,
        _ if name.ends_with(".exe") || name.ends_with(".cab") => PartKind::Candidate,
        _ if stem.is_some()
            || [".crt", ".pem", ".der"]
                .iter()
                .any(|end| name.ends_with(end)) =>
        {
            PartKind::Stray
        }
        _ => return None,
    })
}

/// Whether a file bears the name of the RADIUS server's root, or of a copy of it (`RadiusServerRoot (1).cer`).
pub(crate) fn is_radius_root(path: &str) -> bool {
    components(path)
        .last()
        .map(|name| name.to_ascii_lowercase())
        .is_some_and(|name| name.starts_with("radiusserverroot"))
}

/// Whether a part of this kind is a place: something that a package's answer rests on.
pub(crate) fn is_place(kind: PartKind) -> bool {
    !matches!(
        kind,
        PartKind::RadiusRoot | PartKind::Stray | PartKind::ProfileText | PartKind::Candidate
    )
}

/// `x` of `x.cer` and of `x.cer_0`; the name in lower case.
pub(crate) fn certificate_stem(name: &str) -> Option<&str> {
    if let Some(stem) = name.strip_suffix(".cer") {
        return Some(stem);
    }
    let (stem, index) = name.rsplit_once(".cer_")?;
    (!index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit())).then_some(stem)
}

fn in_windows_folder(folders: &[&str]) -> bool {
    folders.last().is_some_and(|folder| {
        folder
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("windows"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(path: &str) -> Option<PartKind> {
        place(&components(path))
    }

    #[test]
    fn a_program_is_at_a_place_by_its_own_folder_not_by_one_above() {
        assert_eq!(kind("WindowsAmd64/x.exe"), Some(PartKind::Program));
        assert_ne!(kind("Windows VPN/tools/x.exe"), Some(PartKind::Program));
    }

    #[test]
    fn places_go_by_file_name_in_any_folder_slash_and_case() {
        for path in [
            "Generic\\VpnSettings.xml",
            "a/b/VPNSETTINGS.XML",
            "./vpnsettings.xml",
        ] {
            assert_eq!(kind(path), Some(PartKind::VpnSettings), "{path}");
        }
        assert_eq!(
            kind("Generic/VpnServerRoot.cer_12"),
            Some(PartKind::ServerRoot)
        );
        assert_eq!(
            kind("AzureVPN/azurevpnconfig_aad.xml"),
            Some(PartKind::AzureVpn)
        );
        assert_eq!(kind("OpenVPN/vpnconfig_cert.ovpn"), Some(PartKind::Ovpn));
        assert_eq!(kind("WindowsAmd64/Setup.exe"), Some(PartKind::Program));
    }

    #[test]
    fn neighbours_of_places_are_none() {
        for path in [
            "VpnSettings.xml.txt",
            "Setup.exe",
            "VpnServerRoot.cer_",
            "__MACOSX/._VpnSettings.xml",
        ] {
            assert!(!kind(path).is_some_and(is_place), "{path}");
        }
    }

    #[test]
    fn the_radius_root_is_shown_but_is_no_place() {
        assert_eq!(
            kind("Generic/RadiusServerRoot.cer"),
            Some(PartKind::RadiusRoot)
        );
        assert!(!is_place(PartKind::RadiusRoot));
    }
}
