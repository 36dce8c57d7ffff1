//! OpenVPN profiles for which OpenVPN 2, OpenVPN 3 and other programs trust different roots.

use crate::Case;
use crate::own::own_ca;
use crate::parts::*;

pub fn cases() -> Vec<Case> {
    let own = pem(&own_ca().der());
    let good = ovpn(GUID, &[G2]);
    let comment =
        |text: &str| -> String { text.lines().map(|line| format!("# {line}\r\n")).collect() };
    let meta = comment(&format!(
        "OVPN_ACCESS_SERVER_ca_START\r\n{own}OVPN_ACCESS_SERVER_ca_STOP"
    ));
    let one_line: String = own
        .lines()
        .map(|line| format!("# OVPN_ACCESS_SERVER_ca={line}\r\n"))
        .collect();
    let block = |tag: &str, body: &str| format!("<{tag}>\r\n{body}</{tag}>\r\n");
    let ca = block("ca", &own);
    let indented: String = pem(G2)
        .lines()
        .map(|line| format!("  {line}\r\n"))
        .collect();
    let broken: Vec<(&str, &str, String)> = vec![
        (
            "meta-block",
            "a comment that OpenVPN 3 takes for <ca>",
            good.clone() + &meta,
        ),
        (
            "meta-in-a-secret",
            "the same inside another block",
            good.replace("SECRET-MARKER\r\n", &meta),
        ),
        (
            "meta-lines",
            "comments that OpenVPN 3 puts together to <ca>",
            good.clone() + &one_line,
        ),
        (
            "end-tag-before-blanks",
            "blanks behind </ca>: in OpenVPN 3 the block runs on",
            good.replace("</ca>", "</ca>  ") + &ca,
        ),
        (
            "end-tag-after-blanks",
            "blanks before </tls-auth>: a <ca> that is hidden from one client",
            good.replace("</tls-auth>", &format!("\t</tls-auth>\r\n{ca}</tls-auth>")),
        ),
        (
            "certificate-in-crl-verify",
            "a certificate in <crl-verify>, which OpenVPN 3 trusts",
            good.clone() + &block("crl-verify", &own),
        ),
        (
            "fingerprint",
            "a fingerprint beside <ca>, which counts more in OpenVPN 3",
            good.clone() + "peer-fingerprint AB:CD\r\n",
        ),
        (
            "pkcs12",
            "<pkcs12> beside <ca>, which takes its place in NetworkManager",
            good.clone() + &block("pkcs12", "U0VDUkVU\r\n"),
        ),
        (
            "quoted-word",
            "a word in quotes that ends for OpenVPN 2 with them",
            good.clone() + "'ca'/own.pem\r\n",
        ),
        (
            "quoted-setenv",
            "the same behind setenv",
            good.clone() + "setenv 'opt'ca own.pem\r\n",
        ),
        (
            "vertical-tab",
            "a vertical tab, which both clients take for a blank",
            good.clone() + "ca\u{B}own.pem\r\n",
        ),
        (
            "lone-cr",
            "a lone CR in a comment, which Tunnelblick takes for the end of the line",
            good.clone() + "# note\rca own.pem\r\n",
        ),
        (
            "end-of-file-character",
            "the character that ends a text for OpenVPN 2 on Windows, before a second <ca>",
            good.clone() + "# \u{1A}\r\n" + &ca,
        ),
        (
            "indented-pem",
            "certificates that are indented: text to OpenVPN 2",
            good.clone() + &block("ca", &indented),
        ),
        (
            "ca-of-a-connection",
            "<ca> inside <connection>",
            good.clone() + &block("connection", &format!("remote 192.0.2.1 443\r\n{ca}")),
        ),
        (
            "unknown-block",
            "a block of another kind with <ca> in it",
            good.clone() + &block("CA", &own),
        ),
        (
            "another-ca",
            "another file of roots behind --",
            good.clone() + "--ca own.pem\r\n",
        ),
    ];
    let mut cases: Vec<Case> = broken
        .into_iter()
        .map(|(name, condition, text)| {
            let path = format!("openvpn/{name}.ovpn");
            Case::error(&path, condition, "part-unreadable", "ovpn-broken").text(text)
        })
        .collect();
    cases.push(
        Case::error(
            "openvpn/utf-16.ovpn",
            "a profile in UTF-16, which no client reads",
            "part-unreadable",
            "encoding",
        )
        .binary(
            format!("\u{FEFF}{good}")
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            "the public profile in UTF-16 with a byte order mark\n",
        ),
    );
    cases.push(
        Case::new(
            "openvpn/ordinary.ovpn",
            "what ordinary profiles have besides: several hosts, comments, options with arguments",
            "all-public",
            "current",
        )
        .text(
            format!("\u{FEFF}# {GUID}\r\n; closed\r\n\r\nsetenv opt block-outside-dns\r\nsetenv FORWARD_COMPATIBLE 1\r\n")
                + &good.replace("<ca>\r\n", "<ca>\r\n# root\r\n\r\n").replace("\r\n<ca>", "\r\n\t<ca> ")
                + &block("connection", &format!("remote {} 443 udp\r\n", server(GUID)))
                + "pull-filter ignore \"route-ipv6\"\r\nlog openvpn.log\r\nauth-user-pass\r\n",
        ),
    );
    cases
}
