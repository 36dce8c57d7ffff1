//! Commands to copy. A name out of a package is quoted for the shell that the command is for; one that can't be
//! quoted safely does not get into a command: its place is left to be filled in.

use crate::visible;
use p2s_verdict::{Gateway, Model};

/// Azure's names are not longer; a longer one is no name of a network or host.
const LONGEST: usize = 80;

/// PowerShell: gives the address of a new package. With the network's name the gateway is found by it.
pub(crate) fn download(gateway: &Gateway, model: Model) -> String {
    let network = gateway.vnet.as_deref().and_then(powershell);
    match (model, network) {
        (Model::VirtualWan, _) => "(Get-AzP2sVpnGatewayVpnProfile -ResourceGroupName '<resource group>' -Name '<P2S gateway>' -AuthenticationMethod EAPTLS).ProfileUrl".to_owned(),
        (Model::ResourceManager, Some(network)) => format!(
            "Get-AzVirtualNetwork -Name {network} | ForEach-Object {{ Get-AzVirtualNetworkGateway -ResourceGroupName $_.ResourceGroupName }} | ForEach-Object {{ (New-AzVpnClientConfiguration -ResourceGroupName $_.ResourceGroupName -Name $_.Name -AuthenticationMethod EapTls).VpnProfileSASUrl }}"
        ),
        _ => "(New-AzVpnClientConfiguration -ResourceGroupName '<resource group>' -Name '<gateway>' -AuthenticationMethod EapTls).VpnProfileSASUrl".to_owned(),
    }
}

/// POSIX shell: shows the certificates that a gateway with SSTP presents; `None` where the host is no host.
pub fn presented(host: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let host = Some(host).filter(|host| host.chars().all(plain))?;
    let (to, name) = (posix(&format!("{host}:443"))?, posix(host)?);
    Some(format!(
        "openssl s_client -connect {to} -servername {name} -showcerts </dev/null"
    ))
}

/// In single quotes for PowerShell, which takes four typographic ones for them too, and `*?[` for patterns.
fn powershell(name: &str) -> Option<String> {
    let odd = |c: char| matches!(c, '\u{2018}'..='\u{201f}' | '*' | '?' | '[' | ']' | '`');
    let name = quotable(name).filter(|name| !name.contains(odd))?;
    Some(format!("'{}'", name.replace('\'', "''")))
}

/// In single quotes for a POSIX shell.
fn posix(name: &str) -> Option<String> {
    let name = quotable(name)?;
    Some(format!("'{}'", name.replace('\'', r"'\''")))
}

/// Nothing hidden in it, not empty, no longer than names are; a hyphen first would be an option to some.
fn quotable(name: &str) -> Option<&str> {
    let fits = !name.is_empty()
        && !name.starts_with('-')
        && name.chars().count() <= LONGEST
        && visible(name) == name;
    fits.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(vnet: &str) -> String {
        let gateway = Gateway {
            vnet: Some(vnet.to_owned()),
            ..Gateway::default()
        };
        download(&gateway, Model::ResourceManager)
    }

    #[test]
    fn a_name_is_quoted() {
        assert!(of("vnet 1").contains("-Name 'vnet 1' |"));
        assert!(of("o'brien; rm $x `").contains("'<resource group>'"));
        assert!(of("o'brien; $(x)").contains("-Name 'o''brien; $(x)' |"));
    }

    #[test]
    fn a_name_that_can_not_be_quoted_is_left_out() {
        for name in [
            "",
            "a\nb",
            "a\u{2019}; x",
            "a*",
            "-Force",
            "a\u{202e}b",
            &"x".repeat(81),
        ] {
            let command = of(name);
            assert!(
                command.contains("'<resource group>'"),
                "{name:?}: {command}"
            );
        }
    }

    #[test]
    fn only_a_host_is_asked() {
        assert_eq!(
            presented("azuregateway-1.vpn.azure.com").as_deref(),
            Some(
                "openssl s_client -connect 'azuregateway-1.vpn.azure.com:443' -servername 'azuregateway-1.vpn.azure.com' -showcerts </dev/null"
            )
        );
        for host in ["a b", "$(x)", "", "-x", "a'b", "a\u{0}"] {
            assert_eq!(presented(host), None, "{host:?}");
        }
    }

    #[test]
    fn posix_closes_its_quotes_around_one() {
        assert_eq!(posix("o'brien").as_deref(), Some(r"'o'\''brien'"));
    }
}
