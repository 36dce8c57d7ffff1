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
