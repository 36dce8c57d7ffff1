//! `Generic/VpnSettings.xml` in both schemas: singular (to 2022) and plural (from 2023).
//!
//! Its elements are in no namespace, and each counts only as a child of the root `VpnProfile`.

use super::{Content, xml};
use crate::{ErrorKind, Limits, Value, certificate, gateway};

/// Names of the elements that hold evidence; the plural ones hold `<string>` children.
const CERTIFICATES: [&str; 2] = ["CaCert", "CaCerts"];
const ROOT_NAMES: [&str; 2] = ["ServerCertRootCn", "ServerCertsRootCn"];
const ISSUER_NAMES: [&str; 2] = ["ServerCertIssuerCn", "ServerCertsIssuerCn"];

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let root = xml::read(bytes, limits)?;
    let mut content = Content::default();
    if root.name != "VpnProfile" || root.namespace.is_some() {
        return Err(ErrorKind::OtherDocument);
    }
    for element in root
        .children
        .iter()
        .filter(|element| element.namespace.is_none())
    {
        match element.name.as_str() {
            "VpnServer" => {
                if let Some(host) = element.value()? {
                    content.host(host);
                }
            }
            "VnetId" => {
                if let Some(guid) = element.value()?.and_then(gateway::guid) {
                    gateway::add_guid(&mut content.gateway, guid);
                }
            }
            "VnetName" => content.gateway.vnet = element.value()?.map(str::to_owned),
            name => evidence(name, element, &mut content, limits)?,
        }
    }
    Ok(content)
}

fn evidence(
    name: &str,
    element: &xml::Element,
    content: &mut Content,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    let known = CERTIFICATES.iter().chain(&ROOT_NAMES).chain(&ISSUER_NAMES);
    let Some(known) = known.copied().find(|known| *known == name) else {
        return Ok(());
    };
    for value in values(name, element)? {
        let value = if CERTIFICATES.contains(&known) {
            Value::Certificate(Box::new(certificate::from_base64(value, limits)?))
        } else if ROOT_NAMES.contains(&known) {
            Value::RootName(value.to_owned())
        } else {
            Value::IssuerName(value.to_owned())
        };
        content.push(known, value);
    }
    Ok(())
}

/// The value of a singular element, or those of a plural one's `<string>` children.
fn values<'e>(name: &str, element: &'e xml::Element) -> Result<Vec<&'e str>, ErrorKind> {
    let plural = name == "CaCerts" || name.starts_with("ServerCerts");
    // A list with a text of its own is one that the other schema's reader takes for a value.
    if plural && element.has_text() {
        return Err(ErrorKind::XmlBroken);
    }
    let holders: Vec<&xml::Element> = if plural {
        let own = |child: &&xml::Element| child.name == "string" && child.namespace.is_none();
        element.children.iter().filter(own).collect()
    } else {
        vec![element]
    };
    holders
        .into_iter()
        .filter_map(|holder| holder.value().transpose())
        .collect()
}
