//! `Generic/VpnSettings.xml` in both schemas: singular (to 2022) and plural (from 2023).
//!
//! Its elements are in no namespace, and each is read only as a child of the root `VpnProfile`.

use super::certificate;
use super::{Content, xml};
use crate::model::{Authentication, Cloud, ErrorKind, Field, Limits, Value, guid};

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
            "Auth" | "VpnType" | "VpnClientAddressPool" | "AadAudience" | "AadTenant" => {
                // What can't be read shows nothing.
                if let Some(value) = element.value().ok().flatten() {
                    fact(&element.name, value, &mut content);
                }
            }
            _ => items(element, &mut content, limits)?,
        }
    }
    Ok(content)
}

/// Reads an element that isn't evidence.
fn fact(element: &str, value: &str, content: &mut Content) {
    let connection = &mut content.connection;
    match element {
        "Auth" => connection.add_authentication(Authentication::of_text(value)),
        "VpnType" => connection.add_tunnel_types(value),
        "VpnClientAddressPool" => connection.address_pool = Some(value.to_owned()),
        "AadAudience" => content.add_cloud(Cloud::of_audience(value)),
        _ => {
            connection.add_authentication(Some(Authentication::EntraId));
            content.add_cloud(Cloud::of_tenant(value));
        }
    }
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
    let elements: Vec<&xml::Element> = if plural {
        let own = |child: &&xml::Element| child.name == "string" && child.namespace.is_none();
        element.children.iter().filter(own).collect()
    } else {
        vec![element]
    };
    elements
        .into_iter()
        .filter_map(|element| element.value().transpose())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Connection, TunnelType};
    use base64::Engine as _;

    const ROOT: &[u8] =
        include_bytes!("../../../../tests/certificates/digicert-global-root-g2.der");
    const GUID: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";

    fn read_children(children: &str) -> Result<Content, ErrorKind> {
        let document = format!("<VpnProfile>{children}</VpnProfile>");
        read(document.as_bytes(), &Limits::default())
    }

    /// Fields and values, with a certificate as its common name.
    fn items(children: &str) -> Vec<(Field, String)> {
        let items = read_children(children).unwrap().items.into_iter();
        let text = |value| match value {
            Value::Certificate(found) => found.subject.common_names.concat(),
            Value::RootName(name) | Value::IssuerName(name) => name,
            Value::Thumbprint(_) => "a thumbprint".to_owned(),
        };
        items.map(|item| (item.field, text(item.value))).collect()
    }

    #[test]
    fn values_of_both_schemas_are_read() {
        let root = base64::engine::general_purpose::STANDARD.encode(ROOT);
        let name = || "DigiCert Global Root G2".to_owned();
        let singular = format!(
            "<CaCert>{root}</CaCert><ServerCertRootCn>R</ServerCertRootCn>\
             <ServerCertIssuerCn>I</ServerCertIssuerCn>"
        );
        assert_eq!(
            items(&singular),
            [
                (Field::CaCert, name()),
                (Field::ServerCertRootCn, "R".to_owned()),
                (Field::ServerCertIssuerCn, "I".to_owned()),
            ]
        );
        let plural = format!(
            "<CaCerts><string>{root}</string><string>{root}</string><other>x</other></CaCerts>\
             <ServerCertsRootCn><string>R</string><string/></ServerCertsRootCn>\
             <ServerCertsIssuerCn/>"
        );
        assert_eq!(
            items(&plural),
            [
                (Field::CaCerts, name()),
                (Field::CaCerts, name()),
                (Field::ServerCertsRootCn, "R".to_owned()),
            ]
        );
    }

    #[test]
    fn names_of_the_gateway_are_read() {
        let content = read_children(&format!(
            "<VpnServer>azuregateway-{GUID}.vpn.azure.com</VpnServer><VnetId>{GUID}</VnetId><VnetName>n</VnetName>"
        ))
        .unwrap();
        assert_eq!(content.gateway.hosts.len(), 1);
        assert_eq!(content.gateway.guids, [GUID]);
        assert_eq!(content.gateway.vnet.as_deref(), Some("n"));
    }

    #[test]
    fn the_connection_is_read_and_what_cannot_be_read_is_left_out() {
        let connection = |children: &str| read_children(children).unwrap().connection;
        let found = connection(
            "<VpnType>SSTP,IkeV2</VpnType><Auth>EapMSChapv2</Auth>\
             <VpnClientAddressPool>172.16.0.0/24</VpnClientAddressPool>\
             <AadTenant>https://login.microsoftonline.com/x/</AadTenant>",
        );
        let expected = Connection {
            tunnel_types: vec![TunnelType::Sstp, TunnelType::IkeV2],
            authentication: vec![Authentication::EapMschapV2, Authentication::EntraId],
            address_pool: Some("172.16.0.0/24".to_owned()),
        };
        assert_eq!(found, expected);
        let unread =
            "<VpnType>L2TP</VpnType><Auth/><VpnClientAddressPool/><AadTenant>a<b/></AadTenant>";
        assert_eq!(connection(unread), Connection::default());
    }

    #[test]
    fn audience_and_tenant_show_the_cloud() {
        let clouds = |children: &str| read_children(children).unwrap().clouds;
        let audience = "<AadAudience>538ee9e6-310a-468d-afef-ea97365856a9</AadAudience>";
        let tenant = "<AadTenant>https://login-us.microsoftonline.de/x/</AadTenant>";
        for children in [audience, tenant, &[audience, tenant].concat()] {
            assert_eq!(clouds(children), [Cloud::Germany], "{children}");
        }
        assert_eq!(clouds("<AadAudience/><AadTenant>a<b/></AadTenant>"), []);
    }

    #[test]
    fn elements_in_a_namespace_or_deeper_in_the_document_are_ignored() {
        let ignored = "<ServerCertRootCn xmlns='urn:x'>R</ServerCertRootCn><a><ServerCertRootCn>R</ServerCertRootCn></a>";
        assert_eq!(items(ignored), []);
    }

    #[test]
    fn each_fault_gives_its_error() {
        for (children, error) in [
            ("<CaCert>*</CaCert>", ErrorKind::Base64),
            ("<CaCert>AAAA</CaCert>", ErrorKind::Certificate),
            ("<CaCerts>text<string/></CaCerts>", ErrorKind::XmlBroken),
            ("<VpnServer>a<b/></VpnServer>", ErrorKind::XmlBroken),
            ("<CaCert>", ErrorKind::XmlBroken),
        ] {
            assert_eq!(read_children(children).err(), Some(error), "{children}");
        }
        for document in ["<Other/>", "<VpnProfile xmlns='urn:x'/>"] {
            let outcome = read(document.as_bytes(), &Limits::default());
            assert_eq!(outcome.err(), Some(ErrorKind::OtherDocument), "{document}");
        }
    }

    #[test]
    fn more_hosts_than_the_limit_are_refused() {
        let limits = Limits {
            gateway_names: 1,
            ..Limits::default()
        };
        let document =
            "<VpnProfile><VpnServer>a.b</VpnServer><VpnServer>c.d</VpnServer></VpnProfile>";
        let error = read(document.as_bytes(), &limits).err();
        assert_eq!(error, Some(ErrorKind::Limit(crate::model::Limit::Names)));
    }
}
