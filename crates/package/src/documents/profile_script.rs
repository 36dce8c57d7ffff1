//! `WindowsPowershell/VpnProfileSetup.ps1`: holds the root's thumbprint in `<TrustedRootCA>`.
//!
//! `<IssuerHash>` beside it is the customer's client root and never counts.

use super::Content;
use super::ovpn::is_configuration;
use crate::{ErrorKind, Limits, Uncounted, Value, certificate, gateway, text};

/// What a script of this kind has in it; since autumn 2026 without the root.
pub(super) const MARKS: [&str; 3] = [
    "<TrustedRootCA>",
    "PerformServerValidation",
    "EapHostConfig",
];

/// Whether a text is such a script: a root in the configuration of EAP, or that configuration without a root.
pub(crate) fn is_script(text: &str) -> bool {
    let has = |mark| text.contains(mark);
    let eap = has("EapHostConfig") || has("EapType") || has("ServerValidation");
    has("<TrustedRootCA>") && eap || has("PerformServerValidation") && has("EapHostConfig")
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let whole = text::lines(bytes)?;
    // What has neither a root nor the configuration of EAP is no script of this kind, and an OpenVPN profile is none.
    let root = whole.to_ascii_lowercase().contains("trustedrootca");
    if !root && !is_script(&whole) || is_configuration(&whole) {
        return Err(ErrorKind::OtherDocument);
    }
    let text = without_comments(&whole);
    let mut content = Content::default();
    for host in gateway::hosts_in(&text) {
        content.host(host);
        // Each is compared with all the others.
        if content.gateway.hosts.len() > limits.gateway_names {
            return Err(ErrorKind::LimitNames);
        }
    }
    let trusted = thumbprints(&text)?;
    if trusted.len() > limits.items {
        return Err(ErrorKind::LimitItems);
    }
    // What looks like a comment may stand in a string, so it must not hide a root.
    let hidden = |found: &[u8; 20]| !trusted.contains(found);
    if thumbprints(&whole).map_or(true, |all| all.iter().any(hidden)) {
        return Err(ErrorKind::ScriptComment);
    }
    for thumbprint in trusted {
        content.push("TrustedRootCA", Value::Thumbprint(thumbprint));
    }
    for value in elements(&text, "IssuerHash") {
        if let Ok(thumbprint) = certificate::thumbprint(value) {
            content.push_uncounted(
                "IssuerHash",
                Value::Thumbprint(thumbprint),
                Uncounted::ClientIssuer,
            );
        }
    }
    Ok(content)
}

/// The values of every TrustedRootCA that is not empty. One that is not whole, or not written as the vendor writes
/// it, must not be passed over.
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

/// The texts between `<name>` and `</name>`.
fn elements<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let after_each = text.split(open.as_str()).skip(1);
    after_each
        .filter_map(|rest| rest.split_once(close.as_str()).map(|(value, _)| value))
        .collect()
}

/// The script without `<# … #>`, `<!-- … -->` and lines that begin with `#`.
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
