//! The documents of a package: VpnSettings.xml, azurevpnconfig.xml, vpnconfig.ovpn, VpnProfileSetup.ps1.
//!
//! Each gives the items that stand in their own place in it, and the names it has for its gateway.

mod azure_vpn;
mod ovpn;
mod profile_script;
mod vpn_settings;
pub(crate) mod xml;

pub(crate) use ovpn::{is_configuration as is_openvpn, names_remote};
pub(crate) use profile_script::is_script;

use crate::{
    ErrorKind, GatewayNames, Item, Limits, Part, PartKind, Uncounted, Value, certificate, gateway,
    program, sniff, text,
};

/// What a document says.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) gateway: GatewayNames,
    pub(crate) items: Vec<Item>,
    pub(crate) pinned_root: Option<bool>,
}

impl Content {
    fn push(&mut self, element: &'static str, value: Value) {
        self.items.push(Item {
            element,
            inner: None,
            value,
            uncounted: None,
        });
    }

    fn push_uncounted(&mut self, element: &'static str, value: Value, reason: Uncounted) {
        self.items.push(Item {
            element,
            inner: None,
            value,
            uncounted: Some(reason),
        });
    }

    fn host(&mut self, host: &str) {
        gateway::add_host(&mut self.gateway, host);
    }
}

/// Whether a text may be the beginning of a document, by what no other text is likely to have.
pub(crate) fn may_begin(text: &str) -> bool {
    text.contains("VpnProfile")
        || profile_script::MARKS.iter().any(|mark| text.contains(mark))
        || ovpn::may_begin(text)
}

/// Returns the document that all of a file is, whatever its name, and whether it names an Azure gateway. Of a text in
/// another encoding only ASCII matters.
pub(crate) fn recognize(bytes: &[u8]) -> Option<(PartKind, bool)> {
    let text = text::decode(bytes).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned());
    let start = text.trim_start();
    let root = sniff::xml_root(start);
    let kind = match root.as_deref() {
        Some("VpnProfile") => PartKind::VpnSettings,
        Some("AzVpnProfile") => PartKind::AzureVpn,
        root if sniff::is_page(start, root) => return None,
        _ if is_openvpn(&text) => PartKind::Ovpn,
        _ if is_script(&text) && !names_remote(&text) => PartKind::ProfileScript,
        _ => return None,
    };
    let lower = text.to_ascii_lowercase();
    const AZURE: [&str; 4] = [
        ".vpn.azure.com",
        ".cloudapp.net",
        "azuregateway-",
        "$vpnserver",
    ];
    Some((kind, AZURE.iter().any(|mark| lower.contains(mark))))
}

/// Reads a part of a package by its kind. Certificates at no place that can't be read are no error: nothing
/// rests on them.
pub(crate) fn read(
    kind: PartKind,
    place: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Part, ErrorKind> {
    if bytes.is_empty() {
        return Err(ErrorKind::PartEmpty);
    }
    let content = match kind {
        PartKind::VpnSettings => vpn_settings::read(bytes, limits)?,
        PartKind::AzureVpn => azure_vpn::read(bytes, limits)?,
        PartKind::Ovpn => ovpn::read(bytes, limits)?,
        PartKind::ProfileScript => profile_script::read(bytes, limits)?,
        PartKind::ServerRoot | PartKind::Profile => certificates(bytes, None, limits)?,
        PartKind::RadiusRoot => certificates(bytes, Some(Uncounted::RadiusRoot), limits)?,
        PartKind::Stray => certificates(bytes, Some(Uncounted::NoPlace), limits)?,
        PartKind::ProfileText => program::loose_pins(place, bytes),
        PartKind::Program | PartKind::NotAProgram | PartKind::Candidate | PartKind::Renamed => {
            Content::default()
        }
    };
    if content.items.len() > limits.items {
        return Err(ErrorKind::LimitItems);
    }
    let names = &content.gateway;
    if names.hosts.len().max(names.guids.len()) > limits.gateway_names {
        return Err(ErrorKind::LimitNames);
    }
    Ok(Part {
        place: place.to_owned(),
        kind,
        gateway: content.gateway,
        items: content.items,
        pinned_root: content.pinned_root,
    })
}

fn certificates(
    bytes: &[u8],
    uncounted: Option<Uncounted>,
    limits: &Limits,
) -> Result<Content, ErrorKind> {
    let items = certificate::from_file(bytes, limits)?
        .into_iter()
        .map(|found| Item {
            element: "certificate",
            inner: None,
            value: Value::Certificate(Box::new(found)),
            uncounted,
        })
        .collect();
    Ok(Content {
        items,
        ..Content::default()
    })
}
