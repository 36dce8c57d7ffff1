//! `AzureVPN/azurevpnconfig*.xml`: the profile of the Azure VPN Client.
//!
//! Its elements are in the data contract's namespace or in none. `serversecret` is a secret and is never read.

use super::certificate;
use super::{Content, xml};
use crate::model::{Authentication, Cloud, ErrorKind, Field, Limits, Value};

const NAMESPACE: &str = "http://schemas.datacontract.org/2004/07/";

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let root = xml::read(bytes, limits)?;
    let mut content = Content::default();
    if root.name != "AzVpnProfile" || !own_namespace(&root) {
        return Err(ErrorKind::OtherDocument);
    }
    read_profile(&root, &mut content, limits)?;
    Ok(content)
}

/// Reads the element that contains a profile.
pub(super) fn read_profile(
    root: &xml::Element,
    content: &mut Content,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    for list in children(root, &["serverlist"]) {
        for entry in children(list, &["ServerEntry"]) {
            for host in children(entry, &["fqdn"]) {
                if let Some(host) = host.value()? {
                    content.add_host(host, limits)?;
                }
            }
        }
    }
    for authentication in children(root, &["clientauth"]) {
        client_side(authentication, content);
    }
    for validation in children(root, &["servervalidation"]) {
        server_side(validation, content, limits)?;
    }
    Ok(())
}

fn server_side(
    validation: &xml::Element,
    content: &mut Content,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    for pinned in children(validation, &["usepinnedroot"]) {
        content.pinned_root = match pinned.value()? {
            Some("true" | "1") => Some(true),
            Some("false" | "0") => Some(false),
            _ => None,
        };
    }
    for holder in children(validation, &["cert", "Cert"]) {
        for hash in children(holder, &["hash"]) {
            if let Some(hash) = hash.value()? {
                let thumbprint = certificate::thumbprint(hash)?;
                content.push(Field::ServerHash, Value::Thumbprint(thumbprint));
            }
        }
        for data in children(holder, &["certificatedata"]) {
            for found in data
                .value()?
                .map(|text| certificates(text, limits))
                .transpose()?
                .unwrap_or_default()
            {
                content.push(Field::ServerCertificateData, found);
            }
        }
    }
    Ok(())
}

/// Reads `certificatedata`, which contains PEM or Base64 alone.
fn certificates(text: &str, limits: &Limits) -> Result<Vec<Value>, ErrorKind> {
    let found = if text.contains("-----BEGIN") {
        certificate::from_pem(text, limits)?
    } else {
        vec![certificate::from_base64(text, limits)?]
    };
    Ok(found
        .into_iter()
        .map(|found| Value::Certificate(Box::new(found)))
        .collect())
}

/// Reads the way to sign in, its cloud, and the thumbprints of the client's own certificate. What can't be read is left out.
fn client_side(authentication: &xml::Element, content: &mut Content) {
    for method in children(authentication, &["type"]) {
        let method = method.value().ok().flatten();
        let method = method.and_then(Authentication::of_text);
        content.connection.add_authentication(method);
    }
    for sign_in in children(authentication, &["aad"]) {
        for audience in children(sign_in, &["audience"]) {
            content.add_cloud(audience.value().ok().flatten().and_then(Cloud::of_audience));
        }
        for tenant in children(sign_in, &["tenant"]) {
            content.add_cloud(tenant.value().ok().flatten().and_then(Cloud::of_tenant));
        }
    }
    for holder in children(authentication, &["cert", "Cert"]) {
        for (name, field) in [("hash", Field::ClientHash), ("issuer", Field::ClientIssuer)] {
            for found in children(holder, &[name]) {
                let value = found.value().ok().flatten().map(certificate::thumbprint);
                if let Some(Ok(thumbprint)) = value {
                    content.push(field, Value::Thumbprint(thumbprint));
                }
            }
        }
    }
}

pub(super) fn own_namespace(element: &xml::Element) -> bool {
    element
        .namespace
        .as_deref()
        .is_none_or(|namespace| namespace == NAMESPACE)
}

fn children<'e>(
    parent: &'e xml::Element,
    names: &'e [&str],
) -> impl Iterator<Item = &'e xml::Element> {
    let wanted =
        |child: &&xml::Element| names.contains(&child.name.as_str()) && own_namespace(child);
    parent.children.iter().filter(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Limit;
    use base64::Engine as _;

    const ROOT: &[u8] =
        include_bytes!("../../../../tests/certificates/digicert-global-root-g2.der");
    const HASH: &str = "df3c24f9bfd666761b268073fe06d1cc8d4f82a4";

    fn read_children(children: &str) -> Result<Content, ErrorKind> {
        let document = format!("<AzVpnProfile xmlns='{NAMESPACE}'>{children}</AzVpnProfile>");
        read(document.as_bytes(), &Limits::default())
    }

    fn validation(children: &str) -> Result<Content, ErrorKind> {
        read_children(&format!("<servervalidation>{children}</servervalidation>"))
    }

    fn fields(content: &Content) -> Vec<Field> {
        content.items.iter().map(|item| item.field).collect()
    }

    #[test]
    fn hosts_hashes_and_certificates_are_read() {
        let root = base64::engine::general_purpose::STANDARD.encode(ROOT);
        let pem = format!("-----BEGIN CERTIFICATE-----\n{root}\n-----END CERTIFICATE-----");
        let content = read_children(&format!(
            "<serverlist><ServerEntry><fqdn>a.vpn.azure.com</fqdn></ServerEntry></serverlist>\
             <clientauth><cert><hash>{HASH}</hash><issuer>{HASH}</issuer></cert></clientauth>\
             <servervalidation><usepinnedroot>true</usepinnedroot><serversecret>*</serversecret>\
             <cert><hash>{HASH}</hash><certificatedata>{root}</certificatedata></cert>\
             <Cert><certificatedata>{pem}</certificatedata></Cert></servervalidation>"
        ))
        .unwrap();
        assert_eq!(content.gateway.hosts, ["a.vpn.azure.com"]);
        assert_eq!(content.pinned_root, Some(true));
        assert_eq!(
            fields(&content),
            [
                Field::ClientHash,
                Field::ClientIssuer,
                Field::ServerHash,
                Field::ServerCertificateData,
                Field::ServerCertificateData,
            ]
        );
    }

    #[test]
    fn elements_without_a_namespace_are_read_and_those_in_another_are_not() {
        let hash = format!("<servervalidation><cert><hash>{HASH}</hash></cert></servervalidation>");
        let plain = format!("<AzVpnProfile>{hash}</AzVpnProfile>");
        let content = read(plain.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(fields(&content), [Field::ServerHash]);
        let other = hash.replacen("<cert>", "<cert xmlns='urn:x'>", 1);
        assert_eq!(fields(&read_children(&other).unwrap()), []);
    }

    #[test]
    fn use_of_a_pinned_root_is_unknown_for_another_word() {
        for (text, expected) in [
            ("1", Some(true)),
            ("0", Some(false)),
            ("false", Some(false)),
            ("yes", None),
        ] {
            let content = validation(&format!("<usepinnedroot>{text}</usepinnedroot>")).unwrap();
            assert_eq!(content.pinned_root, expected, "{text}");
        }
    }

    #[test]
    fn each_fault_of_the_servers_side_gives_its_error() {
        for (children, error) in [
            ("<cert><hash>12</hash></cert>", ErrorKind::Hex),
            (
                "<cert><certificatedata>*</certificatedata></cert>",
                ErrorKind::Base64,
            ),
            (
                "<cert><certificatedata>AAAA</certificatedata></cert>",
                ErrorKind::Certificate,
            ),
            (
                "<cert><certificatedata>-----BEGIN CERTIFICATE-----</certificatedata></cert>",
                ErrorKind::Pem,
            ),
            ("<cert><hash>a<b/></hash></cert>", ErrorKind::XmlBroken),
            ("<usepinnedroot>a<b/></usepinnedroot>", ErrorKind::XmlBroken),
        ] {
            assert_eq!(validation(children).err(), Some(error), "{children}");
        }
    }

    #[test]
    fn the_sign_in_shows_the_cloud() {
        let sign_in = |children: &str| {
            let children = format!("<clientauth><aad>{children}</aad></clientauth>");
            read_children(&children).unwrap().clouds
        };
        let audience = "<audience>51bb15d4-3a4f-4ebf-9dca-40096fe32426 </audience>";
        let tenant = "<tenant>https://login.microsoftonline.us/x/</tenant>";
        assert_eq!(sign_in(audience), [Cloud::Government]);
        assert_eq!(sign_in(&[audience, tenant].concat()), [Cloud::Government]);
        let other = "<tenant>https://login.chinacloudapi.cn/x/</tenant><audience>a<b/></audience>";
        assert_eq!(
            sign_in(&[audience, other].concat()),
            [Cloud::Government, Cloud::China]
        );
        assert_eq!(sign_in("<audience/>"), []);
    }

    #[test]
    fn the_way_to_sign_in_is_read() {
        for (children, expected) in [
            ("<type>aad</type>", &[Authentication::EntraId] as &[_]),
            ("<type>cert</type>", &[Authentication::Certificate]),
            ("<type>a<b/></type><type/><type>other</type>", &[]),
        ] {
            let content = read_children(&format!("<clientauth>{children}</clientauth>")).unwrap();
            assert_eq!(content.connection.authentication, expected, "{children}");
        }
    }

    #[test]
    fn faults_of_the_clients_side_are_ignored() {
        let content = read_children(
            "<clientauth><cert><hash>12</hash><issuer>a<b/></issuer></cert></clientauth>",
        );
        assert_eq!(fields(&content.unwrap()), []);
    }

    #[test]
    fn another_root_or_namespace_is_another_document() {
        for document in ["<Other/>", "<AzVpnProfile xmlns='urn:x'/>"] {
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
        let entry = |host: &str| format!("<ServerEntry><fqdn>{host}</fqdn></ServerEntry>");
        let entries = entry("a.b") + &entry("c.d");
        let document = format!("<AzVpnProfile><serverlist>{entries}</serverlist></AzVpnProfile>");
        let error = read(document.as_bytes(), &limits).err();
        assert_eq!(error, Some(ErrorKind::Limit(Limit::Names)));
    }
}
