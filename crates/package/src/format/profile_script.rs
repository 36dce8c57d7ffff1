//! `WindowsPowershell/VpnProfileSetup.ps1`: contains the root's thumbprint in `<TrustedRootCA>`.
//!
//! `<IssuerHash>` beside it is the thumbprint of the customer's client root.

use super::Content;
use super::certificate;
use super::openvpn::is_configuration;
use crate::bytes::text;
use crate::model::{ErrorKind, Field, Limit, Limits, Value, hosts_in};

/// Texts that such a script contains; since autumn 2026 without the root.
pub(super) const MARKS: [&str; 3] = [
    "<TrustedRootCA>",
    "PerformServerValidation",
    "EapHostConfig",
];

/// Returns true for such a script: an EAP configuration with a root, or without one.
pub(crate) fn is_script(text: &str) -> bool {
    let has = |mark| text.contains(mark);
    let eap = has("EapHostConfig") || has("EapType") || has("ServerValidation");
    has("<TrustedRootCA>") && eap || has("PerformServerValidation") && has("EapHostConfig")
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let whole = text::lines(bytes)?;
    // A script without a root and without an EAP configuration is another script, and an OpenVPN profile isn't one.
    let root = whole.to_ascii_lowercase().contains("trustedrootca");
    if !root && !is_script(&whole) || is_configuration(&whole) {
        return Err(ErrorKind::OtherDocument);
    }
    let text = without_comments(&whole);
    let mut content = Content::default();
    for host in hosts_in(&text) {
        content.add_host(host, limits)?;
    }
    let trusted = thumbprints(&text)?;
    if trusted.len() > limits.items {
        return Err(ErrorKind::Limit(Limit::Items));
    }
    // What looks like a comment can be inside a string, so it must not hide a root.
    let hidden = |found: &[u8; 20]| !trusted.contains(found);
    if thumbprints(&whole).map_or(true, |all| all.iter().any(hidden)) {
        return Err(ErrorKind::ScriptComment);
    }
    for thumbprint in trusted {
        content.push(Field::TrustedRootCa, Value::Thumbprint(thumbprint));
    }
    for value in elements(&text, "IssuerHash") {
        if let Ok(thumbprint) = certificate::thumbprint(value) {
            content.push(Field::IssuerHash, Value::Thumbprint(thumbprint));
        }
    }
    Ok(content)
}

/// Returns the values of every TrustedRootCA that isn't empty. Rejects one that is cut off, or written otherwise than the
/// vendor writes it.
fn thumbprints(text: &str) -> Result<Vec<[u8; 20]>, ErrorKind> {
    let whole = elements(text, "TrustedRootCA");
    let tags = text.to_ascii_lowercase().matches("trustedrootca").count();
    let empty = text.matches("<TrustedRootCA />").count();
    if tags != whole.len().saturating_mul(2).saturating_add(empty) {
        return Err(ErrorKind::XmlBroken);
    }
    whole
        .into_iter()
        .filter(|value| !value.trim().is_empty())
        .map(certificate::thumbprint)
        .collect()
}

/// Returns the texts between `<name>` and `</name>`.
fn elements<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let after_each = text.split(open.as_str()).skip(1);
    after_each
        .filter_map(|rest| rest.split_once(close.as_str()).map(|(value, _)| value))
        .collect()
}

/// Returns the script without `<# … #>`, `<!-- … -->` and lines that begin with `#`.
fn without_comments(text: &str) -> String {
    let text = without(text, "<#", "#>");
    let text = without(&text, "<!--", "-->");
    let mut kept = String::with_capacity(text.len());
    for line in text.lines() {
        if !line.trim_start().starts_with('#') {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "df3c24f9bfd666761b268073fe06d1cc8d4f82a4";

    /// A script with an EAP configuration around some lines.
    fn script(lines: &str) -> String {
        format!("$Xml = @\"\n<EapHostConfig><PerformServerValidation>true\n{lines}\n\"@\n")
    }

    fn read_lines(lines: &str) -> Result<Vec<Field>, ErrorKind> {
        let content = read(script(lines).as_bytes(), &Limits::default())?;
        Ok(content.items.iter().map(|item| item.field).collect())
    }

    #[test]
    fn thumbprints_and_hosts_of_a_script_are_read() {
        let text = script(&format!(
            "$Server = 'azuregateway-x.vpn.azure.com wan.5x6w19hufewneqh47on36x0q.vpn.azure.com'\n\
             <TrustedRootCA>{HASH} </TrustedRootCA><TrustedRootCA />\n\
             <IssuerHash>{HASH}</IssuerHash><IssuerHash>none</IssuerHash>"
        ));
        let content = read(text.as_bytes(), &Limits::default()).unwrap();
        let hosts = ["wan.5x6w19hufewneqh47on36x0q.vpn.azure.com"];
        assert_eq!(content.gateway.hosts, hosts);
        let fields: Vec<Field> = content.items.iter().map(|item| item.field).collect();
        assert_eq!(fields, [Field::TrustedRootCa, Field::IssuerHash]);
    }

    #[test]
    fn a_script_without_a_root_has_no_items() {
        assert_eq!(read_lines(""), Ok(Vec::new()));
        assert_eq!(
            read_lines("<TrustedRootCA></TrustedRootCA>"),
            Ok(Vec::new())
        );
    }

    #[test]
    fn a_root_in_a_comment_and_elsewhere_counts_once() {
        let root = format!("<TrustedRootCA>{HASH}</TrustedRootCA>");
        let lines = format!("# {root}\n<# {root} #>\n<!-- {root} -->\n{root}");
        assert_eq!(read_lines(&lines), Ok(vec![Field::TrustedRootCa]));
    }

    #[test]
    fn each_fault_gives_its_error() {
        let root = format!("<TrustedRootCA>{HASH}</TrustedRootCA>");
        for (lines, error) in [
            (format!("# {root}"), ErrorKind::ScriptComment),
            (format!("<# {root} #>"), ErrorKind::ScriptComment),
            (format!("<!-- {root} -->"), ErrorKind::ScriptComment),
            ("<# <TrustedRootCA> #>".to_owned(), ErrorKind::ScriptComment),
            (
                "<TrustedRootCA>12</TrustedRootCA>".to_owned(),
                ErrorKind::Hex,
            ),
            (format!("<TrustedRootCA>{HASH}"), ErrorKind::XmlBroken),
            (root.to_lowercase(), ErrorKind::XmlBroken),
            (root.replacen('>', " >", 1), ErrorKind::XmlBroken),
            (
                "client\ndev tun\nremote a.b 443".to_owned(),
                ErrorKind::OtherDocument,
            ),
            ("\0".to_owned(), ErrorKind::Encoding),
        ] {
            assert_eq!(read_lines(&lines), Err(error), "{lines}");
        }
        let other = read(b"Get-VpnConnection", &Limits::default());
        assert_eq!(other.err(), Some(ErrorKind::OtherDocument));
    }

    #[test]
    fn more_roots_or_hosts_than_the_limit_are_refused() {
        let limits = Limits {
            items: 1,
            gateway_names: 1,
            ..Limits::default()
        };
        let root = format!("<TrustedRootCA>{HASH}</TrustedRootCA>");
        let hosts = "wan.a.vpn.azure.com hub0.b.vpn.azure.com";
        for (lines, limit) in [
            (root.repeat(2), Limit::Items),
            (hosts.to_owned(), Limit::Names),
        ] {
            let error = read(script(&lines).as_bytes(), &limits).err();
            assert_eq!(error, Some(ErrorKind::Limit(limit)), "{lines}");
        }
    }

    #[test]
    fn a_script_is_recognized_by_an_eap_configuration() {
        for (text, expected) in [
            ("<TrustedRootCA> ServerValidation", true),
            ("PerformServerValidation EapHostConfig", true),
            ("<TrustedRootCA>", false),
            ("EapHostConfig", false),
        ] {
            assert_eq!(is_script(text), expected, "{text}");
        }
    }
}
