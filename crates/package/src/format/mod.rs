//! Documents and certificates: one file's bytes to its content, one module per format.

mod azure_vpn;
pub(crate) mod certificate;
pub(crate) mod connection_manager;
mod detect;
mod openvpn;
mod profile_script;
mod profile_xml;
mod vpn_settings;
mod xml;

pub(crate) use detect::{FileKind, document_role, file_kind, has_nothing, head_kind};

use crate::model::{
    Cloud, Connection, ErrorKind, Field, GatewayNames, Item, Limit, Limits, Part, Role, Value,
};

/// What a document contains.
#[derive(Debug, Default)]
struct Content {
    gateway: GatewayNames,
    items: Vec<Item>,
    pinned_root: Option<bool>,
    clouds: Vec<Cloud>,
    connection: Connection,
}

impl Content {
    fn push(&mut self, field: Field, value: Value) {
        self.items.push(Item::new(field, value));
    }

    fn add_cloud(&mut self, cloud: Option<Cloud>) {
        self.clouds
            .extend(cloud.filter(|cloud| !self.clouds.contains(cloud)));
    }

    /// Adds a host. Each is compared with all the others, so their number is limited.
    fn add_host(&mut self, host: &str, limits: &Limits) -> Result<(), ErrorKind> {
        self.gateway.add_host(host);
        if self.gateway.hosts.len() > limits.gateway_names {
            return Err(ErrorKind::Limit(Limit::Names));
        }
        Ok(())
    }
}

/// Reads a file in its role.
///
/// # Errors
///
/// [`ErrorKind::PartEmpty`], [`ErrorKind::OtherDocument`] if the content doesn't fit the role, a limit, or the format's own
/// errors.
pub(crate) fn read(
    role: Role,
    path: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Part, ErrorKind> {
    if bytes.is_empty() {
        return Err(ErrorKind::PartEmpty);
    }
    let content = match role {
        Role::VpnSettings => vpn_settings::read(bytes, limits)?,
        Role::AzureVpnConfig => azure_vpn::read(bytes, limits)?,
        Role::OpenVpnProfile => openvpn::read(bytes, limits)?,
        Role::ProfileScript => profile_script::read(bytes, limits)?,
        Role::ProfileXml => profile_xml::read(bytes, limits)?,
        Role::ServerRoot
        | Role::RadiusRoot
        | Role::ProfileCertificate
        | Role::UnplacedCertificate => certificates(bytes, limits)?,
        Role::ProfileText => Content {
            items: connection_manager::pins(path, bytes),
            ..Content::default()
        },
        // Containers, and files whose role their content decides.
        Role::SetupProgram
        | Role::NotAProgram
        | Role::PossibleInstaller
        | Role::RenamedDocument => return Err(ErrorKind::OtherDocument),
    };
    if content.items.len() > limits.items {
        return Err(ErrorKind::Limit(Limit::Items));
    }
    let names = &content.gateway;
    if names.hosts.len().max(names.guids.len()) > limits.gateway_names {
        return Err(ErrorKind::Limit(Limit::Names));
    }
    Ok(Part {
        gateway: content.gateway,
        items: content.items,
        pinned_root: content.pinned_root,
        clouds: content.clouds,
        connection: content.connection,
        ..Part::new(path, role)
    })
}

fn certificates(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let mut content = Content::default();
    for found in certificate::from_file(bytes, limits)? {
        content.push(Field::CertificateFile, Value::Certificate(Box::new(found)));
    }
    Ok(content)
}
