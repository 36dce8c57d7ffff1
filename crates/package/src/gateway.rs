//! The names by which the parts of a package call their gateway.
//!
//! A host `azuregateway-<guid>…` names it by its GUID; `hubN.<24>…` and `wan.<24>…` are Virtual WAN's.
//! Addresses, other hosts and placeholders name none.

use crate::GatewayNames;

/// A GUID in lower case; `None` for anything else.
pub(crate) fn guid(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = [8, 4, 4, 4, 12];
    let fits = groups.len() == lengths.len()
        && groups.iter().zip(lengths).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
    fits.then(|| text.to_ascii_lowercase())
}

/// The GUID of `azuregateway-<guid>` anywhere in a text, any case.
pub fn azuregateway_guid(text: &str) -> Option<String> {
    const START: &str = "azuregateway-";
    let lower = text.to_ascii_lowercase();
    lower
        .split(START)
        .skip(1)
        .find_map(|rest| guid(rest.get(..36)?))
}

/// The GUIDs in the name of a gateway's certificate: `<guid>.vpn.azure.com`, `azuregateway-<guid>.cloudapp.net`, by itself
/// or in a distinguished name.
pub(crate) fn certificate_guids(name: &str) -> impl Iterator<Item = String> {
    let lower = name.to_ascii_lowercase();
    let part_of_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let hosts: Vec<&str> = lower.split(|c| !part_of_host(c)).collect();
    let azure = |host: &&str| host.ends_with(".vpn.azure.com") || host.ends_with(".cloudapp.net");
    let found: Vec<String> = hosts
        .into_iter()
        .filter(azure)
        .filter_map(|host| guid(host.split('.').next()?).or_else(|| azuregateway_guid(host)))
        .collect();
    found.into_iter()
}

/// Adds a host and what it names.
pub(crate) fn add_host(names: &mut GatewayNames, host: &str) {
    push_new(&mut names.hosts, host.to_owned());
    if let Some(found) = azuregateway_guid(host) {
        add_guid(names, found);
    }
    if let Some(found) = wan_id(host) {
        push_new(&mut names.wan_ids, found);
    }
}

/// Adds a GUID (lower case) once.
pub(crate) fn add_guid(names: &mut GatewayNames, guid: String) {
    push_new(&mut names.guids, guid);
}

/// Whether a host is one of Virtual WAN: it begins `hubN.` or `wan.`.
pub fn is_virtual_wan_host(host: &str) -> bool {
    wan_label(host).is_some()
}

/// Host names of gateways anywhere in a text.
pub(crate) fn hosts_in(text: &str) -> Vec<&str> {
    let part_of_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    text.split(|c: char| !part_of_host(c))
        .map(|word| word.trim_matches('.'))
        .filter(|word| {
            let lower = word.to_ascii_lowercase();
            let known = lower.ends_with(".vpn.azure.com") || lower.ends_with(".cloudapp.net");
            known && (azuregateway_guid(word).is_some() || wan_label(word).is_some())
        })
        .collect()
}

fn wan_id(host: &str) -> Option<String> {
    let label = wan_label(host)?.split('.').next()?;
    let fits = label.len() == 24 && label.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| label.to_ascii_lowercase())
}

/// What follows `hubN.` or `wan.`.
fn wan_label(host: &str) -> Option<&str> {
    let (first, rest) = host.split_once('.')?;
    let first = first.to_ascii_lowercase();
    let hub = first.strip_prefix("hub").is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    (hub || first == "wan").then_some(rest)
}

fn push_new(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUID: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";

    #[test]
    fn a_gateway_host_names_its_guid_in_any_case() {
        let host = format!(
            "AzureGateway-{}-9660b1857a0d.vpn.azure.com",
            GUID.to_uppercase()
        );
        assert_eq!(azuregateway_guid(&host).as_deref(), Some(GUID));
    }

    #[test]
    fn virtual_wan_hosts_name_24_characters() {
        for host in [
            "hub0.5x6w19hufewneqh47on36x0q.vpn.azure.com",
            "wan.5x6w19hufewneqh47on36x0q.vpn.azure.com",
        ] {
            assert_eq!(
                wan_id(host).as_deref(),
                Some("5x6w19hufewneqh47on36x0q"),
                "{host}"
            );
        }
        assert!(
            !is_virtual_wan_host("hub.example.com") && !is_virtual_wan_host("wanda.example.com")
        );
    }

    #[test]
    fn addresses_and_placeholders_name_none() {
        let mut names = GatewayNames::default();
        for host in [
            "$VPNSERVER",
            "52.1.2.3",
            "vpn.example.com",
            "azuregateway-123.vpn.azure.com",
        ] {
            add_host(&mut names, host);
        }
        assert!(names.guids.is_empty() && names.wan_ids.is_empty() && names.hosts.len() == 4);
    }
}
