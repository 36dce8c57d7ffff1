//! `OpenVPN/vpnconfig*.ovpn`: the OpenVPN client's profile.
//!
//! Only `<ca>` counts. `<key>`, `<tls-auth>` and the like are secrets and are passed over unread.

use super::Content;
use crate::certificate;
use crate::{ErrorKind, Limits, Uncounted, Value, gateway, text};

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let text = text::lines(bytes)?;
    if !is_configuration(&text) {
        return Err(ErrorKind::OtherDocument);
    }
    if text.lines().any(is_several_lines) {
        return Err(ErrorKind::OvpnBroken);
    }
    let mut content = Content::default();
    let mut trusts_else = false;
    // OpenVPN takes the white space of ASCII for blanks, no other.
    let mut lines = text
        .lines()
        .map(|line| line.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{B}'));
    while let Some(line) = lines.next() {
        match opening(line) {
            // Its lines are directives like those outside.
            Some("connection") => {}
            Some(tag) => {
                trusts_else |= trusts_without_ca(tag);
                let body = block(&mut lines, tag)?;
                block_content(tag, &body, &mut content, limits)?;
            }
            None if odd_tag(line) || takes_another_file(line) => return Err(ErrorKind::OvpnBroken),
            None => {
                trusts_else |= line
                    .split_ascii_whitespace()
                    .next()
                    .is_some_and(trusts_without_ca);
                directive(line, &mut content);
                // Each is compared with all the others.
                if content.gateway.hosts.len() > limits.gateway_names {
                    return Err(ErrorKind::LimitNames);
                }
            }
        }
    }
    if trusts_else && !content.items.iter().any(|item| item.uncounted.is_none()) {
        return Err(ErrorKind::OvpnBroken);
    }
    Ok(content)
}

/// What a server is known by where there is no `<ca>`.
fn trusts_without_ca(option: &str) -> bool {
    matches!(option, "pkcs12" | "peer-fingerprint")
}

/// Whether OpenVPN, which reads 255 bytes of a line at once (OPTION_LINE_SIZE) and takes the rest for a line of its own,
/// may find a tag or a directive in that.
fn is_several_lines(line: &str) -> bool {
    let rest = line.as_bytes().get(250..).unwrap_or_default();
    let rest = String::from_utf8_lossy(rest);
    let found = ["<", "ca ", "ca\t", "capath", "config", "setenv"];
    line.len() >= 255 && found.into_iter().any(|mark| rest.contains(mark))
}

/// Whether a text is one for OpenVPN at all.
pub(crate) fn is_configuration(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| {
        line == "<ca>" || line.starts_with("remote ") || line.starts_with("verify-x509-name ")
    })
}

/// A directive by which OpenVPN trusts what lies in another file, or reads more directives there.
fn takes_another_file(line: &str) -> bool {
    let plain = line.replace(['"', '\'', '\\'], "");
    let mut words = plain.split_ascii_whitespace();
    let mut word = words.next().unwrap_or_default();
    if word == "setenv" && words.next() == Some("opt") {
        word = words.next().unwrap_or_default();
    }
    matches!(word.trim_start_matches('-'), "ca" | "capath" | "config")
}

fn opening(line: &str) -> Option<&str> {
    let tag = line.strip_prefix('<')?.strip_suffix('>')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (!tag.is_empty() && tag.chars().all(plain)).then_some(tag)
}

/// A line that OpenVPN may take for the beginning of a block, quoted or with a comment behind it, or the end of
/// one that is not open.
fn odd_tag(line: &str) -> bool {
    line.trim_start_matches(['"', '\'', '\\']).starts_with('<') && line != "</connection>"
}

/// The lines up to the end of a block. A block that is not closed is an error, and so is a tag inside it: OpenVPN
/// closes a block at a line that only begins with its end.
fn block<'t>(lines: &mut impl Iterator<Item = &'t str>, tag: &str) -> Result<String, ErrorKind> {
    let mut body = String::new();
    for line in lines {
        if line
            .strip_prefix("</")
            .and_then(|rest| rest.strip_suffix('>'))
            == Some(tag)
        {
            return Ok(body);
        }
        if line.starts_with('<') {
            return Err(ErrorKind::OvpnBroken);
        }
        body.push_str(line);
        body.push('\n');
    }
    Err(ErrorKind::OvpnBroken)
}

fn block_content(
    tag: &str,
    body: &str,
    content: &mut Content,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    match tag {
        "ca" => {
            let found = certificate::from_pem(body, limits)?;
            if found.is_empty() && !body.trim().is_empty() {
                return Err(ErrorKind::Pem);
            }
            for certificate in found {
                content.push("ca", Value::Certificate(Box::new(certificate)));
            }
        }
        "cert" => {
            for certificate in certificate::from_pem(body, limits).unwrap_or_default() {
                let value = Value::Certificate(Box::new(certificate));
                content.push_uncounted("cert", value, Uncounted::ClientCertificate);
            }
        }
        _ => {}
    }
    Ok(())
}

/// The two directives that name the gateway.
fn directive(line: &str, content: &mut Content) {
    let mut words = line
        .split_ascii_whitespace()
        .map(|word| word.trim_matches(['"', '\'']));
    match (words.next(), words.next()) {
        (Some("remote"), Some(host)) => content.host(host),
        (Some("verify-x509-name"), Some(name)) => {
            let guid = name
                .strip_suffix(".vpn.azure.com")
                .or(name.strip_suffix(".cloudapp.net"));
            if let Some(guid) = guid.and_then(gateway::guid) {
                gateway::add_guid(&mut content.gateway, guid);
            }
        }
        _ => {}
    }
}
