//! Which files of a package are parts of it: by file name, in any folder, either slash, any case.

use crate::PartKind;

/// The parts of a path, either slash, without empty ones and without `.`.
pub(crate) fn components(path: &str) -> Vec<&str> {
    path.split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".")
        .collect()
}

/// Returns true for what macOS leaves beside files (`__MACOSX/`, `._*`) and for the stream in which Windows notes a
/// download (`:Zone.Identifier`).
pub(crate) fn is_nothing(components: &[&str]) -> bool {
    let metadata = |name: &&str| name.starts_with("._") || marked_file(name).is_some();
    components.last().is_some_and(metadata)
        || components
            .iter()
            .any(|part| part.eq_ignore_ascii_case("__MACOSX"))
}

/// Returns the file name before `:Zone.Identifier`, the stream in which Windows notes a download.
pub(crate) fn marked_file(name: &str) -> Option<&str> {
    const MARK: &str = ":Zone.Identifier";
    let (file, stream) = name.split_at_checked(name.len().checked_sub(MARK.len())?)?;
    stream.eq_ignore_ascii_case(MARK).then_some(file)
}

/// Returns what a file is by its name, or `None` where only its content can say.
///
/// `RadiusServerRoot.cer` is a [`PartKind::RadiusRoot`] and any other certificate file a [`PartKind::Stray`]; both are
/// shown and neither is a place ([`is_place`]).
pub(crate) fn place(components: &[&str]) -> Option<PartKind> {
    let (name, folders) = components.split_last()?;
    let name = name.to_lowercase();
    if is_nothing(components) {
        return None;
    }
    let around = |start: &str, end: &str| {
        name.len() >= start.len().saturating_add(end.len())
            && name.starts_with(start)
            && name.ends_with(end)
    };
    let certificate = certificate_stem(&name).is_some();
    Some(match name.as_str() {
        "vpnsettings.xml" => PartKind::VpnSettings,
        "vpnprofilesetup.ps1" => PartKind::ProfileScript,
        _ if certificate && is_server_root(&name) => PartKind::ServerRoot,
        _ if certificate && is_radius_root(&name) => PartKind::RadiusRoot,
        _ if around("azurevpnconfig", ".xml") => PartKind::AzureVpn,
        _ if around("vpnconfig", ".ovpn") => PartKind::Ovpn,
        _ if around("vpnclientsetup", ".exe") => PartKind::Program,
        _ if name.ends_with(".exe") && in_program_folder(folders) => PartKind::Program,
        _ if name.ends_with(".exe") || name.ends_with(".cab") => PartKind::Candidate,
        _ if certificate => PartKind::Stray,
        _ => return None,
    })
}

/// Returns true for the gateway's root, `VpnServerRoot`, also with what the name of a copy adds.
pub(crate) fn is_server_root(path: &str) -> bool {
    file_starts_with(path, "vpnserverroot")
}

/// Whether a file bears the name of the RADIUS server's root, or of a copy of it (`RadiusServerRoot (1).cer`).
pub(crate) fn is_radius_root(path: &str) -> bool {
    file_starts_with(path, "radiusserverroot")
}

fn file_starts_with(path: &str, start: &str) -> bool {
    let file = components(path).last().map(|name| name.to_lowercase());
    file.is_some_and(|name| name.starts_with(start))
}

/// Whether a part of this kind is a place: something that a package's answer rests on.
pub(crate) fn is_place(kind: PartKind) -> bool {
    !matches!(
        kind,
        PartKind::RadiusRoot
            | PartKind::Stray
            | PartKind::ProfileText
            | PartKind::Candidate
            | PartKind::Renamed
    )
}

/// `x` of `x.cer`, `x.cer_0`, `x.crt`, `x.pem` and `x.der`, also of a copy (`x (1).cer`, `x - Copy.cer`,
/// `x.cer_0.cer`); the name in lower case. `None`: the name is not a certificate's.
pub(crate) fn certificate_stem(name: &str) -> Option<&str> {
    let mut stem = without_copy_suffix(name);
    let mut certificate = false;
    while let Some(shorter) = without_certificate_ending(stem) {
        certificate = true;
        stem = without_copy_suffix(shorter);
    }
    certificate.then_some(stem)
}

/// Removes one file name extension of a certificate.
pub(crate) fn without_certificate_ending(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let numbered = |ending: &str| {
        let index = ending.strip_prefix("cer_").unwrap_or_default();
        !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit())
    };
    (matches!(ending, "cer" | "crt" | "pem" | "der") || numbered(ending)).then_some(stem)
}

/// Removes what a browser, Windows (in any language) or macOS adds to the name of a copy: ` (1)`, ` - Copy`,
/// ` - コピー (2)`, ` copy 2`, `のコピー`.
pub(crate) fn without_copy_suffix(name: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let numbered = name.strip_suffix(')').and_then(|rest| {
        let rest = rest.trim_end_matches(digit).strip_suffix('(')?;
        Some(rest.trim_end_matches(' '))
    });
    let name = numbered.unwrap_or(name);
    let word = |(stem, word): (&'_ str, &str)| {
        (!word.is_empty() && word.chars().all(char::is_alphabetic)).then_some(stem.len())
    };
    let mac = name.trim_end_matches(digit).trim_end_matches(' ');
    let mac = mac
        .strip_suffix(" copy")
        .or_else(|| name.strip_suffix("のコピー"))
        .map(str::len);
    let end = name.rsplit_once(" - ").and_then(word).or(mac);
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// Whether the folder is one of those in which the vendor's packages hold the client's programs.
fn in_program_folder(folders: &[&str]) -> bool {
    folders.last().is_some_and(|folder| {
        ["WindowsAmd64", "WindowsX86"]
            .iter()
            .any(|known| folder.eq_ignore_ascii_case(known))
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
        assert_eq!(kind("windowsamd64/x.exe"), Some(PartKind::Program));
        for other in [
            "WindowsX86/tools/x.exe",
            "Windows Terminal/wt.exe",
            "WindowsPowershell/x.exe",
        ] {
            assert_eq!(kind(other), Some(PartKind::Candidate), "{other}");
        }
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
            "__MACOSX/VpnSettings.xml",
            "._VpnSettings.xml",
            "VpnSettings.xml:Zone.Identifier",
        ] {
            assert!(!kind(path).is_some_and(is_place), "{path}");
        }
    }

    #[test]
    fn copies_of_the_gateways_root_are_told_by_their_names() {
        for name in [
            "VpnServerRoot (1).cer",
            "VpnServerRoot - Copy.cer_0",
            "VpnServerRoot - コピー (2).cer",
            "VpnServerRoot copy 2.cer",
            "VpnServerRoot.cer_0.cer",
            "VpnServerRoot.cer_0 (1)",
            "VpnServerRootのコピー.cer",
            "VpnServerRoot.CRT",
            "VpnServerRoot.pem",
            "VpnServerRoot.der",
        ] {
            assert_eq!(kind(name), Some(PartKind::ServerRoot), "{name}");
            let stem = certificate_stem(&name.to_lowercase()).map(str::to_owned);
            assert_eq!(stem.as_deref(), Some("vpnserverroot"), "{name}");
        }
        assert_eq!(kind("P2SRootCert.cer"), Some(PartKind::Stray));
        assert_eq!(kind("RadiusServerRoot (1).crt"), Some(PartKind::RadiusRoot));
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
