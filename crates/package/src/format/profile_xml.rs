//! ProfileXML of Windows (VPNv2 CSP), as Intune distributes it: an Azure VPN profile inside
//! `PluginProfile/CustomConfiguration`, or an EAP configuration.
//!
//! The configuration contains the profile as elements or as escaped text. Azure's instructions leave out the profile's root
//! element, and with it the declaration of the prefix `i`.

use super::{Content, azure_vpn, certificate, openvpn, xml};
use crate::model::{ErrorKind, Field, Limits, Role, Value};

/// The root element. `VpnProfile` is that of VpnSettings.xml.
const ROOT: &str = "VPNProfile";

/// Returns what a document with this root element is.
pub(super) fn kind(root: &str, text: &str) -> Option<Result<Role, ErrorKind>> {
    let lower = text.to_ascii_lowercase();
    let is_azure = lower.contains("azvpnprofile")
        || lower.contains("customconfiguration") && lower.contains("servervalidation");
    // A damaged document of a package, or an OpenVPN profile, can contain anything.
    let is_eap = (lower.contains("eaphostconfig") || lower.contains("trustedrootca"))
        && (root == ROOT || !lower.contains("vpnprofile"))
        && !openvpn::names_remote(text);
    match root == ROOT {
        true if is_azure => Some(Ok(Role::ProfileXml)),
        _ if is_eap => Some(Err(ErrorKind::EapConfiguration)),
        _ => None,
    }
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let root = xml::read_with_prefix_i(bytes, limits)?;
    if root.name != ROOT {
        return Err(ErrorKind::OtherDocument);
    }
    let mut content = Content::default();
    let mut found = false;
    for plugin in root.children_named("PluginProfile") {
        for list in plugin.children_named("ServerUrlList") {
            for host in list.value()?.unwrap_or_default().split([',', ';']) {
                content.add_host(host.trim(), limits)?;
            }
        }
        for configuration in plugin.children_named("CustomConfiguration") {
            found |= read_configuration(configuration, &mut content, limits)?;
        }
    }
    if !found {
        return Err(ErrorKind::OtherDocument);
    }
    eap_roots(&root, &mut content);
    Ok(content)
}

/// Reads the Azure VPN profiles in a configuration. Returns false if there are none.
fn read_configuration(
    configuration: &xml::Element,
    content: &mut Content,
    limits: &Limits,
) -> Result<bool, ErrorKind> {
    if configuration.children.is_empty() {
        return match configuration.value()? {
            Some(escaped) => {
                let profile = xml::read_with_prefix_i(escaped.as_bytes(), limits)?;
                read_profile(&profile, content, limits)
            }
            None => Ok(false),
        };
    }
    // Another reader takes the text for the profile.
    if configuration.has_text() {
        return Err(ErrorKind::XmlBroken);
    }
    let mut found = false;
    for profile in &configuration.children {
        found |= read_profile(profile, content, limits)?;
    }
    if configuration
        .children_named("servervalidation")
        .next()
        .is_some()
    {
        azure_vpn::read_profile(configuration, content, limits)?;
        found = true;
    }
    Ok(found)
}

fn read_profile(
    profile: &xml::Element,
    content: &mut Content,
    limits: &Limits,
) -> Result<bool, ErrorKind> {
    let is_profile = profile.name.eq_ignore_ascii_case("AzVpnProfile");
    if is_profile {
        azure_vpn::read_profile(profile, content, limits)?;
    }
    Ok(is_profile)
}

/// Reads the thumbprints of all roots in EAP configurations. What can't be read is left out.
fn eap_roots(element: &xml::Element, content: &mut Content) {
    if element.name == "TrustedRootCA"
        && let Ok(Some(value)) = element.value()
        && let Ok(thumbprint) = certificate::thumbprint(value)
    {
        content.push(Field::EapTrustedRootCa, Value::Thumbprint(thumbprint));
    }
    for child in &element.children {
        eap_roots(child, content);
    }
}
