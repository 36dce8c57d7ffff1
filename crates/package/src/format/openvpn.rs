//! `OpenVPN/vpnconfig*.ovpn`: the OpenVPN client's profile.
//!
//! `<ca>` and `<cert>` are read. `<key>`, `<tls-auth>` and the like are secrets and are never read.
//!
//! OpenVPN 2 (options.c, `read_config_file`) and OpenVPN 3 (options.hpp, `OptionList::parse_from_config`) read a profile
//! differently, and so do the importers of other programs. This reader accepts only lines that all of them read alike
//! (docs/openvpn.md lists the differences) and rejects all others.

use super::Content;
use super::certificate;
use crate::bytes::text;
use crate::model::{ErrorKind, Field, Limits, Value, certificate_guids};

/// Bytes of a line that OpenVPN 2 reads at once (OPTION_LINE_SIZE without the terminating NUL).
const LINE: usize = 254;

/// The start of comments that OpenVPN 3 reads as directives (`parse_meta_from_config`).
const META: &str = "OVPN_ACCESS_SERVER_";

/// Names of the blocks that a client's profile can have.
const BLOCKS: [&str; 13] = [
    "auth-user-pass",
    "ca",
    "cert",
    "connection",
    "crl-verify",
    "dh",
    "extra-certs",
    "http-proxy-user-pass",
    "key",
    "secret",
    "tls-auth",
    "tls-crypt",
    "tls-crypt-v2",
];

/// Directives that make a client trust something other than `<ca>`, or read more directives from another file.
const TRUST_ELSEWHERE: [&str; 10] = [
    "ca",
    "capath",
    "config",
    "connection",
    "crl-verify",
    "peer-fingerprint",
    "pkcs12",
    "relay-extra-ca",
    "relay-mode",
    "tls-ca",
];

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    if text::is_utf16(bytes) {
        return Err(ErrorKind::Encoding);
    }
    let text = text::lines(bytes)?;
    if !is_configuration(&text) {
        return Err(ErrorKind::OtherDocument);
    }
    let mut content = Content::default();
    let mut lines = text
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line));
    while let Some(line) = lines.next() {
        check_line(line, is_comment)?;
        match opening(line) {
            Some(tag) if BLOCKS.contains(&tag) => {
                let body = block(&mut lines, tag)?;
                block_content(tag, &body, &mut content, limits)?;
            }
            _ => directive(line, &mut content, limits)?,
        }
    }
    Ok(content)
}

/// Returns true for a client's configuration: it names a host to connect to, and has one more directive that only a
/// configuration has. A directive that only one client reads, such as `"remote"`, is enough.
pub(super) fn is_configuration(text: &str) -> bool {
    let (mut remote, mut other) = (false, false);
    for (word, rest) in text.lines().map(first_word) {
        match word {
            "remote" => remote |= is_remote(rest),
            "client" => other |= arguments(rest) == 0,
            "<ca>" => other = true,
            "dev" | "ca" => other |= arguments(rest) == 1,
            _ => {}
        }
    }
    remote && other
}

/// Returns true if a text can be the beginning of a configuration, by a line that hardly any other text has.
pub(super) fn can_begin(beginning: &str) -> bool {
    beginning.lines().map(first_word).any(|(word, rest)| {
        let tag = word
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'));
        match word {
            "remote" => is_remote(rest) && arguments(rest) > 1,
            "client" => arguments(rest) == 0,
            "dev" => arguments(rest) == 1 && rest.trim_start().starts_with(['t', 'n']),
            "verify-x509-name" | "remote-cert-tls" => true,
            _ => tag.is_some_and(|tag| BLOCKS.contains(&tag)),
        }
    })
}

/// Returns true for a host, with an optional port and protocol.
fn is_remote(rest: &str) -> bool {
    let port = rest.split_ascii_whitespace().nth(1);
    let number = port.is_none_or(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    (1..=3).contains(&arguments(rest)) && (number || arguments(rest) == 1)
}

/// Returns the number of arguments before a comment.
fn arguments(rest: &str) -> usize {
    let words = rest.split_ascii_whitespace();
    words
        .take_while(|word| !word.starts_with(['#', ';']))
        .count()
}

/// Returns true if any line names a host to connect to, for any of the clients.
pub(super) fn names_remote(text: &str) -> bool {
    let mut lines = text.lines().map(first_word);
    lines.any(|(word, rest)| word == "remote" && is_remote(rest))
}

/// Returns the first word of a line as the most lenient client reads it, without quotes and dashes, and what follows it.
fn first_word(line: &str) -> (&str, &str) {
    let blank = |c: char| c.is_ascii_whitespace() || c == '\u{B}';
    let line = line.trim_matches(blank);
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (word, rest) = match quote {
        Some(quote) => {
            let inner = line.strip_prefix(quote).unwrap_or(line);
            inner.split_once(quote).unwrap_or((inner, ""))
        }
        None => line.split_once(blank).unwrap_or((line, "")),
    };
    let word = word.trim_start_matches('\\');
    (word.strip_prefix("--").unwrap_or(word), rest)
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with(['#', ';'])
}

/// Checks that all clients read a line alike, in a block or outside: without control characters, which some clients take
/// for blanks or for the end of the line or file, and without comments that OpenVPN 3 reads. OpenVPN 2 takes what is longer
/// than its buffer for another line, so such a line must be of the kind that `long` accepts.
fn check_line(line: &str, long: fn(&str) -> bool) -> Result<(), ErrorKind> {
    let control = line.chars().any(|c| c.is_ascii_control() && c != '\t');
    let fits = line.len() <= LINE || long(line) && !is_several_lines(line);
    if control || line.contains(META) || !fits {
        return Err(ErrorKind::OvpnBroken);
    }
    Ok(())
}

/// Returns true if a client can find a tag or a directive in the rest of a long line.
fn is_several_lines(line: &str) -> bool {
    let rest = line.as_bytes().get(250..).unwrap_or_default();
    let rest = String::from_utf8_lossy(rest);
    let found = ["<", "ca ", "ca\t", "capath", "config", "setenv"];
    found.into_iter().any(|mark| rest.contains(mark))
}

/// Returns the name of the block that a line opens.
fn opening(line: &str) -> Option<&str> {
    line.trim_matches([' ', '\t'])
        .strip_prefix('<')?
        .strip_suffix('>')
}

/// Returns the lines up to the end of a block, which is exactly its end tag: OpenVPN 2 closes a block at a line that begins
/// with the tag, OpenVPN 3 not even at one with blanks beside it. So no other line in the block can look like a tag.
fn block<'t>(
    lines: &mut impl Iterator<Item = &'t str>,
    tag: &str,
) -> Result<Vec<&'t str>, ErrorKind> {
    let mut body = Vec::new();
    for line in lines {
        let end = line
            .strip_prefix("</")
            .and_then(|rest| rest.strip_suffix('>'));
        if end == Some(tag) {
            return Ok(body);
        }
        check_line(line, is_base64)?;
        if line.trim_start().starts_with('<') {
            return Err(ErrorKind::OvpnBroken);
        }
        body.push(line);
    }
    Err(ErrorKind::OvpnBroken)
}

fn block_content(
    tag: &str,
    body: &[&str],
    content: &mut Content,
    limits: &Limits,
) -> Result<(), ErrorKind> {
    match tag {
        "ca" => {
            let text = body.join("\n");
            let found = certificate::from_pem(&text, limits)?;
            if found.is_empty() && !text.trim().is_empty() {
                return Err(ErrorKind::Pem);
            }
            check_pem(body)?;
            for certificate in found {
                content.push(Field::OpenVpnCa, Value::Certificate(Box::new(certificate)));
            }
        }
        "cert" => {
            for certificate in certificate::from_pem(&body.join("\n"), limits).unwrap_or_default() {
                let value = Value::Certificate(Box::new(certificate));
                content.push(Field::OpenVpnCert, value);
            }
        }
        // The directives of one connection. No client reads a <ca> in it.
        "connection" => {
            for line in body {
                directive(line, content, limits)?;
            }
        }
        // OpenVPN 3 trusts certificates in it.
        "crl-verify" => {
            let other = |line: &&&str| line.contains("-----") && !line.contains("X509 CRL");
            if body.iter().any(|line| other(&line)) {
                return Err(ErrorKind::OvpnBroken);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Checks that every parser accepts the PEM blocks: no blanks beside the boundaries, nothing but Base64 between them.
fn check_pem(body: &[&str]) -> Result<(), ErrorKind> {
    let mut open = false;
    for line in body {
        match *line {
            "-----BEGIN CERTIFICATE-----" => open = true,
            "-----END CERTIFICATE-----" => open = false,
            line if line.contains("-----") || open && !is_base64(line) => {
                return Err(ErrorKind::OvpnBroken);
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_base64(line: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    !line.is_empty() && line.bytes().all(digit)
}

/// Checks a directive, comment or empty line. Reads the two directives that name the gateway.
fn directive(line: &str, content: &mut Content, limits: &Limits) -> Result<(), ErrorKind> {
    let line = line.trim_matches([' ', '\t']);
    if line.is_empty() || is_comment(line) {
        return Ok(());
    }
    let (word, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !word.starts_with(|c: char| c.is_ascii_lowercase()) || !word.chars().all(plain) {
        return Err(ErrorKind::OvpnBroken);
    }
    let rest = rest.trim_start();
    match word {
        word if TRUST_ELSEWHERE.contains(&word) => return Err(ErrorKind::OvpnBroken),
        "setenv" => {
            let (name, rest) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
            if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                return Err(ErrorKind::OvpnBroken);
            }
            if name == "opt" {
                return directive(rest, content, limits);
            }
        }
        "remote" => {
            let host = argument(rest, |c| "._:%-$[]".contains(c))?;
            content.add_host(host, limits)?;
        }
        "verify-x509-name" => {
            let name = argument(rest, |c| !"\"'\\#;".contains(c))?;
            for guid in certificate_guids(name) {
                content.gateway.add_guid(guid);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Returns the first argument of a directive, plain or in quotes, of letters, digits and some more characters.
fn argument(rest: &str, more: fn(char) -> bool) -> Result<&str, ErrorKind> {
    let quoted = ['"', '\''].into_iter().find_map(|quote| {
        let (word, after) = rest.strip_prefix(quote)?.split_once(quote)?;
        let ends = after.is_empty() || after.starts_with([' ', '\t']);
        ends.then_some(word)
    });
    let word = quoted
        .or_else(|| rest.split([' ', '\t']).next())
        .unwrap_or_default();
    let fits = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || more(c));
    fits.then_some(word).ok_or(ErrorKind::OvpnBroken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Limit;
    use base64::Engine as _;

    const ROOT: &[u8] =
        include_bytes!("../../../../tests/certificates/digicert-global-root-g2.der");
    const GUID: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";

    fn pem() -> String {
        let encoded = base64::engine::general_purpose::STANDARD.encode(ROOT);
        let (first, rest) = encoded.split_at(64);
        format!("-----BEGIN CERTIFICATE-----\n{first}\n{rest}\n-----END CERTIFICATE-----")
    }

    /// A profile with some more lines.
    fn read_with(lines: &str) -> Result<Content, ErrorKind> {
        let text = format!("client\r\nremote a.vpn.azure.com 443\r\n{lines}");
        read(text.as_bytes(), &Limits::default())
    }

    fn fields(lines: &str) -> Vec<Field> {
        let content = read_with(lines).unwrap();
        content.items.iter().map(|item| item.field).collect()
    }

    #[test]
    fn certificates_and_names_of_a_profile_are_read_and_secrets_are_not() {
        let pem = pem();
        let content = read_with(&format!(
            "# comment\n;\n\tdev tun\nremote 'b.c' 443 udp\nverify-x509-name \"{GUID}.vpn.azure.com\" name\n\
             setenv opt remote d.e\nsetenv UV_ID x\n<ca>\nText around it\n{pem}\n</ca>\n<cert>\n{pem}\n</cert>\n\
             <key>\n$PRIVATEKEY\n</key>\n<connection>\nremote f.g\n</connection>\n\
             <crl-verify>\n-----BEGIN X509 CRL-----\n-----END X509 CRL-----\n</crl-verify>\n"
        ))
        .unwrap();
        let fields: Vec<Field> = content.items.iter().map(|item| item.field).collect();
        assert_eq!(fields, [Field::OpenVpnCa, Field::OpenVpnCert]);
        assert_eq!(
            content.gateway.hosts,
            ["a.vpn.azure.com", "b.c", "d.e", "f.g"]
        );
        assert_eq!(content.gateway.guids, [GUID]);
    }

    #[test]
    fn an_empty_ca_and_a_damaged_cert_have_no_items() {
        assert_eq!(
            fields("<ca>\n\n</ca>\n<cert>\n$CLIENTCERTIFICATE\n</cert>"),
            []
        );
    }

    #[test]
    fn lines_that_clients_read_differently_are_broken() {
        let pem = pem();
        let spaced = pem.replacen("-----BEGIN", " -----BEGIN", 1);
        let split = pem.replacen("\n", "\n#\n", 1);
        let long = "x".repeat(LINE);
        for lines in [
            "\"ca\" x",
            "--dev tun",
            "Ca x",
            "ca file.crt",
            "capath x",
            "config x",
            "connection x",
            "crl-verify x",
            "peer-fingerprint x",
            "pkcs12 x",
            "relay-extra-ca x",
            "relay-mode",
            "tls-ca",
            "setenv opt ca x",
            "setenv a-b c",
            "remote \"a b\"",
            "remote a#b",
            "remote",
            "verify-x509-name a;b",
            "dev\u{B}tun",
            "dev tun\u{1A}",
            "dev tun\rca x",
            "# OVPN_ACCESS_SERVER_x",
            "<unknown>\n</unknown>",
            "<ca>\n",
            "<ca>\n</ca> \n",
            "<ca>\n<cert>\n</cert>\n</ca>",
            "<connection>\nca x\n</connection>",
            "<crl-verify>\n-----BEGIN CERTIFICATE-----\n</crl-verify>",
            &format!("<ca>\n{spaced}\n</ca>"),
            &format!("<ca>\n{}\n</ca>", split.replacen("#", "", 1)),
            &format!("dev {long}"),
            &format!("# {long} ca x"),
        ] {
            assert_eq!(
                read_with(lines).err(),
                Some(ErrorKind::OvpnBroken),
                "{lines}"
            );
        }
        assert_eq!(fields(&format!("# {long}")), [], "a long comment");
    }

    #[test]
    fn faults_of_a_certificate_have_their_own_errors() {
        let pem = pem();
        for (body, error) in [
            ("text".to_owned(), ErrorKind::Pem),
            (pem.replacen("END CERTIFICATE", "END X", 1), ErrorKind::Pem),
            (pem.replacen("\nMII", "\nM*I", 1), ErrorKind::Base64),
            (pem.replacen("\nMII", "\nMIJ", 1), ErrorKind::Certificate),
        ] {
            let outcome = read_with(&format!("<ca>\n{body}\n</ca>"));
            assert_eq!(outcome.err(), Some(error), "{body}");
        }
    }

    #[test]
    fn a_file_in_another_encoding_or_of_another_kind_is_rejected() {
        let limits = Limits::default();
        for (bytes, error) in [
            (&b"\xFF\xFEc\0"[..], ErrorKind::Encoding),
            (b"client\nremote a\n\0", ErrorKind::Encoding),
            (b"client\nremote \xE9\n", ErrorKind::Encoding),
            (b"client\ndev tun\n", ErrorKind::OtherDocument),
            (b"remote a.b 443\n", ErrorKind::OtherDocument),
        ] {
            assert_eq!(read(bytes, &limits).err(), Some(error), "{bytes:?}");
        }
    }

    #[test]
    fn more_hosts_than_the_limit_are_refused() {
        let limits = Limits {
            gateway_names: 1,
            ..Limits::default()
        };
        let error = read(b"client\nremote a.b\nremote c.d\n", &limits).err();
        assert_eq!(error, Some(ErrorKind::Limit(Limit::Names)));
    }

    #[test]
    fn a_configuration_names_a_host_and_has_one_more_directive() {
        for (text, expected) in [
            ("remote a 443 udp\n<ca>", true),
            ("\"remote\" a\n--client", true),
            ("\\remote a\ndev tun", true),
            ("remote access to the office\nclient", false),
            ("remote a\nclient of ours", false),
            ("client\ndev tun", false),
        ] {
            assert_eq!(is_configuration(text), expected, "{text}");
        }
    }
}
