//! `Generic/VpnSettings.xml` in both schemas: singular (to 2022) and plural (from 2023).
//!
//! Its elements are in no namespace, and each is read only as a child of the root `VpnProfile`.

use super::certificate;
use super::{Content, xml};
use crate::model::{ErrorKind, Field, Limits, Value, guid};

/// The elements that become items; the plural ones contain `<string>` children.
const FIELDS: [Field; 6] = [
    Field::CaCert,
    Field::CaCerts,
    Field::ServerCertRootCn,
    Field::ServerCertsRootCn,
    Field::ServerCertIssuerCn,
    Field::ServerCertsIssuerCn,
];

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
                    content.add_host(host, limits)?;
                }
            }
            "VnetId" => {
                if let Some(guid) = element.value()?.and_then(guid) {
                    content.gateway.add_guid(guid);
                }
            }
            "VnetName" => content.gateway.vnet = element.value()?.map(str::to_owned),
            _ => items(element, &mut content, limits)?,
        }
    }
    Ok(content)
}

fn items(element: &xml::Element, content: &mut Content, limits: &Limits) -> Result<(), ErrorKind> {
    let Some(field) = FIELDS
        .into_iter()
        .find(|field| field.name() == element.name)
    else {
        return Ok(());
    };
    for value in values(field, element)? {
        let value = match field {
            Field::ServerCertRootCn | Field::ServerCertsRootCn => Value::RootName(value.to_owned()),
            Field::ServerCertIssuerCn | Field::ServerCertsIssuerCn => {
                Value::IssuerName(value.to_owned())
            }
            _ => Value::Certificate(Box::new(certificate::from_base64(value, limits)?)),
        };
        content.push(field, value);
    }
    Ok(())
}

/// Returns the value of a singular element, or those of a plural one's `<string>` children.
fn values(field: Field, element: &xml::Element) -> Result<Vec<&str>, ErrorKind> {
    let plural = matches!(
        field,
        Field::CaCerts | Field::ServerCertsRootCn | Field::ServerCertsIssuerCn
    );
    // A reader of the other schema takes the text of a list for a value.
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
