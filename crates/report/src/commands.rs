//! Shell commands for the reader to copy.
//!
//! A name from a package is untrusted. Commands contain it only if it can be quoted safely for their shell; otherwise
//! they contain a placeholder.

use crate::{Language, Message, escape_invisible, words};
use p2s_verdict::{Gateway, Model};

/// Names of Azure networks and hosts have at most this many characters.
const MAX_NAME_LENGTH: usize = 80;

/// A PowerShell command of the module Az.Network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The command, on one line.
    pub text: String,
    /// The authentication method in it.
    method: &'static str,
    has_placeholders: bool,
}

impl Command {
    /// Returns the name of the shell.
    pub fn shell(&self, language: Language) -> &'static str {
        Message::CommandShell.text(language)
    }

    /// Returns what the command prints and what to do with it.
    pub fn purpose(&self, language: Language) -> String {
        words::CommandUse {
            method: self.method,
            placeholders: if self.has_placeholders { "yes" } else { "no" },
        }
        .text(language)
    }
}

/// Returns the command that prints the URL of a newly generated package.
///
/// If the name of the virtual network is known, the command finds the gateway by it; otherwise it has placeholders.
pub(crate) fn download_command(gateway: &Gateway, model: Model, uses_passwords: bool) -> Command {
    let method = if uses_passwords {
        "EapMSChapv2"
    } else {
        "EapTls"
    };
    let network = gateway.vnet.as_deref().and_then(quote_powershell);
    let has_placeholders = model != Model::ResourceManager || network.is_none();
    let text = match (model, network) {
        (Model::VirtualWan, _) => format!(
            "(Get-AzP2sVpnGatewayVpnProfile -ResourceGroupName '<resource group>' -Name '<P2S gateway>' -AuthenticationMethod {method}).ProfileUrl"
        ),
        (Model::ResourceManager, Some(network)) => format!(
            "Get-AzVirtualNetwork -Name {network} | ForEach-Object {{ Get-AzVirtualNetworkGateway -ResourceGroupName $_.ResourceGroupName }} | ForEach-Object {{ (New-AzVpnClientConfiguration -ResourceGroupName $_.ResourceGroupName -Name $_.Name -AuthenticationMethod {method}).VpnProfileSASUrl }}"
        ),
        _ => format!(
            "(New-AzVpnClientConfiguration -ResourceGroupName '<resource group>' -Name '<gateway>' -AuthenticationMethod {method}).VpnProfileSASUrl"
        ),
    };
    Command {
        text,
        method,
        has_placeholders,
    }
}

/// Returns the `openssl s_client` command that prints the certificates which an SSTP gateway presents, quoted for a
/// POSIX shell.
///
/// Returns `None` if `host` isn't a host name.
pub fn openssl_command(host: &str) -> Option<String> {
    let is_host_character = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let host = Some(host).filter(|host| host.chars().all(is_host_character))?;
    let (address, name) = (quote_posix(&format!("{host}:443"))?, quote_posix(host)?);
    Some(format!(
        "openssl s_client -connect {address} -servername {name} -showcerts </dev/null"
    ))
}

/// Quotes a name for PowerShell in single quotes.
///
/// Returns `None` for names with typographic quotes, which end a PowerShell string too, and with wildcard characters,
/// which the cmdlets expand.
fn quote_powershell(name: &str) -> Option<String> {
    let is_special = |c: char| matches!(c, '\u{2018}'..='\u{201f}' | '*' | '?' | '[' | ']' | '`');
    let name = checked_name(name).filter(|name| !name.contains(is_special))?;
    Some(format!("'{}'", name.replace('\'', "''")))
}

/// Quotes a name for a POSIX shell in single quotes. Returns `None` if `checked_name` rejects the name.
fn quote_posix(name: &str) -> Option<String> {
    let name = checked_name(name)?;
    Some(format!("'{}'", name.replace('\'', r"'\''")))
}

/// Returns the name unless it is empty, too long, contains invisible characters or begins with a hyphen.
///
/// Some programs take an argument that begins with a hyphen for an option even in quotes.
fn checked_name(name: &str) -> Option<&str> {
    let is_quotable = !name.is_empty()
        && !name.starts_with('-')
        && name.chars().count() <= MAX_NAME_LENGTH
        && escape_invisible(name) == name;
    is_quotable.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command_for(vnet: &str) -> String {
        let gateway = Gateway {
            vnet: Some(vnet.to_owned()),
            ..Gateway::default()
        };
        download_command(&gateway, Model::ResourceManager, false).text
    }

    #[test]
    fn a_network_name_is_quoted_in_the_command() {
        assert!(command_for("vnet 1").contains("-Name 'vnet 1' |"));
        assert!(command_for("o'brien; rm $x `").contains("'<resource group>'"));
        assert!(command_for("o'brien; $(x)").contains("-Name 'o''brien; $(x)' |"));
    }

    #[test]
    fn a_command_has_the_package_s_method_and_says_what_it_prints() {
        let (gateway, en) = (Gateway::default(), Language::En);
        for model in Model::ALL {
            for (uses_passwords, method) in [(false, "EapTls"), (true, "EapMSChapv2")] {
                let command = download_command(&gateway, *model, uses_passwords);
                assert!(command.text.contains(&format!(" {method})")), "{command:?}");
                let purpose = command.purpose(en);
                assert!(purpose.contains("prints a URL") && purpose.contains("angle brackets"));
                assert_eq!(purpose.contains("RADIUS"), !uses_passwords, "{purpose}");
                let is_hub = command.text.contains("Get-AzP2sVpnGatewayVpnProfile");
                assert_eq!(is_hub, *model == Model::VirtualWan);
            }
        }
    }

    #[test]
    fn an_unquotable_name_is_replaced_by_a_placeholder() {
        for name in [
            "",
            "a\nb",
            "a\u{2019}; x",
            "a*",
            "-Force",
            "a\u{202e}b",
            &"x".repeat(81),
        ] {
            let command = command_for(name);
            assert!(
                command.contains("'<resource group>'"),
                "{name:?}: {command}"
            );
        }
    }

    #[test]
    fn only_a_host_name_gives_an_openssl_command() {
        assert_eq!(
            openssl_command("azuregateway-1.vpn.azure.com").as_deref(),
            Some(
                "openssl s_client -connect 'azuregateway-1.vpn.azure.com:443' -servername 'azuregateway-1.vpn.azure.com' -showcerts </dev/null"
            )
        );
        for host in ["a b", "$(x)", "", "-x", "a'b", "a\u{0}"] {
            assert_eq!(openssl_command(host), None, "{host:?}");
        }
    }

    #[test]
    fn a_single_quote_is_escaped_for_a_posix_shell() {
        assert_eq!(quote_posix("o'brien").as_deref(), Some(r"'o'\''brien'"));
    }
}
