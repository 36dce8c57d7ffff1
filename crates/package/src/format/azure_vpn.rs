//! `AzureVPN/azurevpnconfig*.xml`: the profile of the Azure VPN Client.
//!
//! Its elements are in the data contract's namespace or in none. `serversecret` is a secret and is never read.

use super::certificate;
use super::{Content, xml};
use crate::model::{ErrorKind, Field, Limits, Value};

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

/// Reads the thumbprints of the client's own certificate. What can't be read is left out.
fn client_side(authentication: &xml::Element, content: &mut Content) {
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

fn own_namespace(element: &xml::Element) -> bool {
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
