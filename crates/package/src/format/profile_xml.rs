//! ProfileXML of Windows (VPNv2 CSP), as Intune distributes it: an Azure VPN profile inside
//! `PluginProfile/CustomConfiguration`, or an EAP configuration.
//!
//! The configuration contains the profile as elements or as escaped text. Azure's instructions leave out the profile's root
//! element, and with it the declaration of the prefix `i`.

use super::{Content, azure_vpn, certificate, openvpn, xml};
use crate::model::{ErrorKind, Field, Limits, Role, Value};

/// The root element. `VpnProfile` is that of VpnSettings.xml.
const ROOT: &str = "VPNProfile";

/// The root element of an EAP configuration on its own.
const EAP_ROOT: &str = "EapHostConfig";

/// Returns what a text with this root element is, or `None` if it is neither a ProfileXML nor an EAP configuration.
pub(super) fn kind(root: Option<&str>, text: &str) -> Option<Result<Role, ErrorKind>> {
    let root = root.filter(|root| matches!(*root, ROOT | EAP_ROOT))?;
    // Another reader finds an OpenVPN profile in such a text.
    if openvpn::names_remote(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let is_azure = lower.contains("azvpnprofile")
        || lower.contains("customconfiguration") && lower.contains("servervalidation");
    let is_eap = lower.contains("eaphostconfig") || lower.contains("trustedrootca");
    if root == ROOT && is_azure {
        Some(Ok(Role::ProfileXml))
    } else {
        is_eap.then_some(Err(ErrorKind::EapConfiguration))
    }
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let root = xml::read_with_prefix_i(bytes, limits)?;
    if root.name != ROOT {
        return Err(ErrorKind::OtherDocument);
    }
    let mut content = Content::default();
    let mut read = Read::default();
    let mut values = values_in(&root);
    for plugin in root.children_named("PluginProfile") {
        for list in plugin.children_named("ServerUrlList") {
            for host in list.value()?.unwrap_or_default().split([',', ';']) {
                content.add_host(host.trim(), limits)?;
            }
        }
        for configuration in plugin.children_named("CustomConfiguration") {
            let escaped = unescaped(configuration, limits)?;
            values = values.saturating_add(escaped.as_ref().map_or(0, values_in));
            let configuration = escaped.as_ref().unwrap_or(configuration);
            read_configuration(configuration, &mut content, &mut read, limits)?;
        }
    }
    if !read.profile {
        return Err(ErrorKind::OtherDocument);
    }
    // Another reader can take what isn't read here.
    if read.other || values > read.values || has_similar_names(&root, &OUTER) {
        return Err(ErrorKind::XmlBroken);
    }
    eap_roots(&root, &mut content);
    Ok(content)
}

/// The elements around a profile, in a ProfileXML.
const OUTER: [&str; 3] = ["PluginProfile", "CustomConfiguration", "ServerUrlList"];

/// The elements of a profile that are read.
const INNER: [&str; 11] = [
    "serverlist",
    "ServerEntry",
    "fqdn",
    "clientauth",
    "servervalidation",
    "cert",
    "Cert",
    "hash",
    "issuer",
    "certificatedata",
    "usepinnedroot",
];

/// What was read from the configurations.
#[derive(Default)]
struct Read {
    profile: bool,
    /// Something that isn't a profile was found.
    other: bool,
    /// The number of values of server certificates.
    values: usize,
}

/// Parses the escaped text of a configuration; `None` if it has elements, or nothing.
fn unescaped(
    configuration: &xml::Element,
    limits: &Limits,
) -> Result<Option<xml::Element>, ErrorKind> {
    if !configuration.children.is_empty() {
        return Ok(None);
    }
    let Some(text) = configuration.value()? else {
        return Ok(None);
    };
    let declared = text
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    let text = declared.map_or(text, |(_, rest)| rest);
    let text = format!("<CustomConfiguration>{text}</CustomConfiguration>");
    xml::read_with_prefix_i(text.as_bytes(), limits).map(Some)
}

fn read_configuration(
    configuration: &xml::Element,
    content: &mut Content,
    read: &mut Read,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    let children = &configuration.children;
    let is_profile = |element: &xml::Element| element.name.eq_ignore_ascii_case("AzVpnProfile");
    let mut validations = configuration.children_named("servervalidation");
    let is_bare = validations.next().is_some();
    let has_profile = children.iter().any(is_profile);
    if !is_bare && !has_profile {
        read.other |= configuration.has_text() || !children.is_empty();
        return Ok(());
    }
    // Only profiles, or only the contents of one.
    if has_profile && (configuration.has_text() || !children.iter().all(is_profile)) {
        return Err(ErrorKind::XmlBroken);
    }
    read.profile = true;
    if is_bare {
        return read_profile(configuration, content, read, limits);
    }
    for profile in children {
        read_profile(profile, content, read, limits)?;
    }
    Ok(())
}

/// Reads a profile, and rejects one in which another reader can find more.
fn read_profile(
    profile: &xml::Element,
    content: &mut Content,
    read: &mut Read,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    azure_vpn::read_profile(profile, content, limits)?;
    let mut has_text = profile.has_text();
    for validation in profile.children_named("servervalidation") {
        has_text |= validation.has_text();
        for certificate in &validation.children {
            if matches!(certificate.name.as_str(), "cert" | "Cert") {
                has_text |= certificate.has_text();
                let own = certificate.children.iter();
                let own = own.filter(|child| is_value(child)).count();
                read.values = read.values.saturating_add(own);
            }
        }
    }
    match has_text || has_similar_names(profile, &INNER) {
        true => Err(ErrorKind::XmlBroken),
        false => Ok(()),
    }
}

/// Counts the values of server certificates in a document.
fn values_in(root: &xml::Element) -> usize {
    if root.name.eq_ignore_ascii_case("servervalidation") {
        return root.count(is_value);
    }
    let below = root.children.iter().map(values_in);
    below.fold(0, usize::saturating_add)
}

fn is_value(element: &xml::Element) -> bool {
    let is = |name| element.name.eq_ignore_ascii_case(name);
    is("hash") || is("certificatedata")
}

/// Returns true if any element's name is one of these except for its case or namespace.
fn has_similar_names(root: &xml::Element, names: &[&str]) -> bool {
    root.count(|element| {
        let similar = |name: &&str| element.name.eq_ignore_ascii_case(name);
        let exact = names.contains(&element.name.as_str()) && azure_vpn::own_namespace(element);
        names.iter().any(similar) && !exact
    }) > 0
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
