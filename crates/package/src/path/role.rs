//! The role of a file according to its name, in any folder, with slashes or backslashes, in any case.

use super::unicode::lowercase;
use super::{components, is_metadata};
use crate::model::Role;

/// Returns the role of a file, or `None` where only its content can say.
pub(crate) fn role(components: &[&str]) -> Option<Role> {
    let (name, folders) = components.split_last()?;
    let name = lowercase(name);
    if is_metadata(components) {
        return None;
    }
    let around = |start: &str, end: &str| {
        name.len() >= start.len().saturating_add(end.len())
            && name.starts_with(start)
            && name.ends_with(end)
    };
    let certificate = certificate_stem(&name).is_some();
    Some(match name.as_str() {
        "vpnsettings.xml" => Role::VpnSettings,
        "vpnprofilesetup.ps1" => Role::ProfileScript,
        _ if certificate && is_server_root(&name) => Role::ServerRoot,
        _ if certificate && is_radius_root(&name) => Role::RadiusRoot,
        _ if around("azurevpnconfig", ".xml") => Role::AzureVpnConfig,
        _ if around("vpnconfig", ".ovpn") => Role::OpenVpnProfile,
        _ if around("vpnclientsetup", ".exe") => Role::SetupProgram,
        _ if name.ends_with(".exe") && in_program_folder(folders) => Role::SetupProgram,
        _ if name.ends_with(".exe") || name.ends_with(".cab") => Role::PossibleInstaller,
        _ if certificate => Role::UnplacedCertificate,
        _ => return None,
    })
}

/// Returns true for the gateway's root, `VpnServerRoot`, also with what the name of a copy adds.
pub(crate) fn is_server_root(path: &str) -> bool {
    file_starts_with(path, "vpnserverroot")
}

/// Returns true for the RADIUS server's root, `RadiusServerRoot`, also with what the name of a copy adds.
pub(crate) fn is_radius_root(path: &str) -> bool {
    file_starts_with(path, "radiusserverroot")
}

fn file_starts_with(path: &str, start: &str) -> bool {
    let file = components(path).last().map(|name| lowercase(name));
    file.is_some_and(|name| name.starts_with(start))
}

/// Returns `x` of `x.cer`, `x.cer_0`, `x.crt`, `x.pem` and `x.der`, also of a copy (`x (1).cer`, `x - Copy.cer`,
/// `x.cer_0.cer`), or `None` if the name isn't a certificate's. The name is in lower case.
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
    let letter = |c: char| c.is_ascii_alphabetic() || !c.is_ascii();
    let word = |(stem, word): (&'_ str, &str)| {
        (!word.is_empty() && word.chars().all(letter)).then_some(stem.len())
    };
    let mac = name.trim_end_matches(digit).trim_end_matches(' ');
    let mac = mac
        .strip_suffix(" copy")
        .or_else(|| name.strip_suffix("のコピー"))
        .map(str::len);
    let end = name.rsplit_once(" - ").and_then(word).or(mac);
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// Returns true for the folders in which the vendor's packages have the client's programs.
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

    fn kind(path: &str) -> Option<Role> {
        role(&components(path))
    }

    #[test]
    fn a_programs_own_folder_decides_about_it_and_none_above() {
        assert_eq!(kind("windowsamd64/x.exe"), Some(Role::SetupProgram));
        for other in [
            "WindowsX86/tools/x.exe",
            "Windows Terminal/wt.exe",
            "WindowsPowershell/x.exe",
        ] {
            assert_eq!(kind(other), Some(Role::PossibleInstaller), "{other}");
        }
    }

    #[test]
    fn a_role_depends_on_the_file_name_in_any_folder_slash_and_case() {
        for path in [
            "Generic\\VpnSettings.xml",
            "a/b/VPNSETTINGS.XML",
            "./vpnsettings.xml",
        ] {
            assert_eq!(kind(path), Some(Role::VpnSettings), "{path}");
        }
        assert_eq!(kind("Generic/VpnServerRoot.cer_12"), Some(Role::ServerRoot));
        assert_eq!(
            kind("AzureVPN/azurevpnconfig_aad.xml"),
            Some(Role::AzureVpnConfig)
        );
        assert_eq!(
            kind("OpenVPN/vpnconfig_cert.ovpn"),
            Some(Role::OpenVpnProfile)
        );
        assert_eq!(kind("WindowsAmd64/Setup.exe"), Some(Role::SetupProgram));
    }

    #[test]
    fn similar_names_make_no_package() {
        for path in [
            "VpnSettings.xml.txt",
            "Setup.exe",
            "VpnServerRoot.cer_",
            "__MACOSX/VpnSettings.xml",
            "._VpnSettings.xml",
            "VpnSettings.xml:Zone.Identifier",
        ] {
            assert!(!kind(path).is_some_and(Role::makes_package), "{path}");
        }
    }

    #[test]
    fn copies_of_the_gateways_root_are_recognized() {
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
            assert_eq!(kind(name), Some(Role::ServerRoot), "{name}");
            let stem = certificate_stem(&name.to_lowercase()).map(str::to_owned);
            assert_eq!(stem.as_deref(), Some("vpnserverroot"), "{name}");
        }
        assert_eq!(kind("P2SRootCert.cer"), Some(Role::UnplacedCertificate));
        assert_eq!(kind("RadiusServerRoot (1).crt"), Some(Role::RadiusRoot));
    }

    #[test]
    fn the_radius_root_makes_no_package() {
        assert_eq!(kind("Generic/RadiusServerRoot.cer"), Some(Role::RadiusRoot));
        assert!(!Role::RadiusRoot.makes_package());
    }
}
