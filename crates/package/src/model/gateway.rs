//! The names that the parts of a package have for their gateway.
//!
//! A host `azuregateway-<guid>…` names a gateway by its GUID; `hubN.<24>…` and `wan.<24>…` are hosts of Virtual WAN.
//! IP addresses, other hosts and placeholders name no gateway.

/// The names that a part has for its gateway.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GatewayNames {
    /// Host names that clients connect to, as written.
    pub hosts: Vec<String>,
    /// GUIDs, lower case.
    pub guids: Vec<String>,
    /// The 24 characters of Virtual WAN host names, lower case.
    pub wan_ids: Vec<String>,
    /// Name of the virtual network.
    pub vnet: Option<String>,
}

impl GatewayNames {
    /// Adds a host, and the identifier in it.
    pub(crate) fn add_host(&mut self, host: &str) {
        push_new(&mut self.hosts, host.to_owned());
        if let Some(found) = azuregateway_guid(host) {
            self.add_guid(found);
        }
        if let Some(found) = virtual_wan_id(host) {
            push_new(&mut self.wan_ids, found);
        }
    }

    /// Adds a GUID in lower case.
    pub(crate) fn add_guid(&mut self, guid: String) {
        push_new(&mut self.guids, guid);
    }

    /// Returns the number of identifiers, which are compared with those of other parts.
    pub(crate) fn identifiers(&self) -> usize {
        self.guids.len().saturating_add(self.wan_ids.len())
    }
}

/// Returns a GUID (8-4-4-4-12 hexadecimal digits) in lower case, or `None` for any other text.
pub fn guid(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = [8, 4, 4, 4, 12];
    let fits = groups.len() == lengths.len()
        && groups.iter().zip(lengths).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
    fits.then(|| text.to_ascii_lowercase())
}

/// Returns the first GUID of an `azuregateway-<guid>` in a text, in any case.
pub fn azuregateway_guid(text: &str) -> Option<String> {
    const START: &str = "azuregateway-";
    let lower = text.to_ascii_lowercase();
    lower
        .split(START)
        .skip(1)
        .find_map(|rest| guid(rest.get(..36)?))
}

/// Returns the GUIDs in the name of a gateway's certificate, `<guid>.vpn.azure.com` or `azuregateway-<guid>.cloudapp.net`,
/// as a host name or in a distinguished name.
pub(crate) fn certificate_guids(name: &str) -> Vec<String> {
    let lower = name.to_ascii_lowercase();
    host_words(&lower)
        .filter(|host| is_azure_host(host))
        .filter_map(|host| guid(host.split('.').next()?).or_else(|| azuregateway_guid(host)))
        .collect()
}

/// Returns the pieces of a text that consist of the characters of host names.
fn host_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.')))
}

fn is_azure_host(lower: &str) -> bool {
    lower.ends_with(".vpn.azure.com") || lower.ends_with(".cloudapp.net")
}

/// Returns true for a host of Virtual WAN, which begins with `hubN.` or `wan.`.
pub fn is_virtual_wan_host(host: &str) -> bool {
    wan_label(host).is_some()
}

/// Returns the host names of gateways in a text.
pub(crate) fn hosts_in(text: &str) -> Vec<&str> {
    host_words(text)
        .map(|word| word.trim_matches('.'))
        .filter(|word| {
            is_azure_host(&word.to_ascii_lowercase())
                && (azuregateway_guid(word).is_some() || wan_label(word).is_some())
        })
        .collect()
}

/// Returns the 24 characters that identify a gateway in a host of Virtual WAN, in lower case.
pub fn virtual_wan_id(host: &str) -> Option<String> {
    let label = wan_label(host)?.split('.').next()?;
    let fits = label.len() == 24 && label.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| label.to_ascii_lowercase())
}

/// Returns what follows `hubN.` or `wan.`.
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
                virtual_wan_id(host).as_deref(),
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
            names.add_host(host);
        }
        assert!(names.guids.is_empty() && names.wan_ids.is_empty() && names.hosts.len() == 4);
    }
}
