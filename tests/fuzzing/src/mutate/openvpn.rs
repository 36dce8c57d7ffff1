//! Mutates OpenVPN profiles: moves and repeats lines and blocks, and writes them in ways that only one client accepts.

use super::{Random, write_or_fall_back};
use std::sync::LazyLock;

/// PEM lines of a public root and of the invented gateway's own CA.
static PEMS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let cases = p2s_fixtures::cases().into_iter();
    let profiles = cases.filter(|case| {
        matches!(
            case.path.as_str(),
            "documents/ovpn-g2.ovpn" | "documents/ovpn-own.ovpn"
        )
    });
    profiles
        .map(|case| {
            let text = String::from_utf8_lossy(&case.bytes).into_owned();
            let lines = text.lines().map(str::to_owned);
            lines
                .skip_while(|line| line != "<ca>")
                .skip(1)
                .take_while(|line| line != "</ca>")
                .collect()
        })
        .collect()
});

pub(super) fn prepare() {
    LazyLock::force(&PEMS);
}

/// Directives that clients interpret differently.
const DIRECTIVES: [&str; 26] = [
    "ca own.pem",
    "--ca own.pem",
    "'ca'own.pem",
    "\"ca\" own.pem",
    "c\\a own.pem",
    "ca\u{B}own.pem",
    "ca#own.pem",
    "setenv opt ca own.pem",
    "setenv 'opt'ca own.pem",
    "setenv FORWARD_COMPATIBLE 1",
    "capath roots",
    "config more.conf",
    "'config'more.conf",
    "pkcs12 client.p12",
    "crl-verify own.pem",
    "peer-fingerprint AB:CD",
    "# OVPN_ACCESS_SERVER_peer-fingerprint=AB:CD",
    "# OVPN_ACCESS_SERVER_PROFILE=x",
    "# OVPN_ACCESS_SERVER_ca_START",
    "# OVPN_ACCESS_SERVER_ca_STOP",
    "remote vpn.example.com 443",
    "remote $VPNSERVER 443",
    "\"remote\" vpn.example.com",
    "; # a comment \u{1A}",
    "# a comment\rca own.pem",
    "client",
];

const TAGS: [&str; 12] = [
    "ca",
    "ca",
    "ca",
    "CA",
    "cert",
    "connection",
    "crl-verify",
    "extra-certs",
    "key",
    "pkcs12",
    "peer-fingerprint",
    "tls-auth",
];

/// Mutates a profile. Falls back to the fuzzer's own mutation every third time.
pub fn openvpn(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    fallback: &mut dyn FnMut(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut random = Random::new(seed);
    let Some(bytes) = data.get(..size).filter(|_| !random.one_in(3)) else {
        return fallback(data, size, max_size);
    };
    let mut mutated = bytes.to_vec();
    for _ in 0..1 + random.below(3) {
        mutated = change_profile(mutated, &mut random);
    }
    write_or_fall_back(data, size, max_size, &mutated, fallback)
}

/// Changes a profile in one place.
pub(super) fn change_profile(profile: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let Ok(text) = String::from_utf8(profile.clone()) else {
        return profile;
    };
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let at = random.below(lines.len() + 1).min(lines.len());
    match random.below(9) {
        0 => {
            let directive = random.choose(&DIRECTIVES).map_or("", |line| line);
            lines.insert(at, format!("{directive}\r"));
        }
        1 => insert(&mut lines, at, block(random)),
        2 => insert(&mut lines, at, meta(random)),
        3 => {
            let pem = random.choose(&PEMS).cloned().unwrap_or_default();
            insert(&mut lines, at, pem);
        }
        4 | 5 => decorate(&mut lines, random),
        6 => {
            if at < lines.len() {
                let line = lines.remove(at);
                if random.one_in(2) {
                    let other = random.below(lines.len() + 1).min(lines.len());
                    lines.insert(other, line);
                }
            }
        }
        7 => {
            if let Some(line) = lines.get(at).cloned() {
                lines.insert(at, line);
            }
        }
        _ => {
            // Lengths around the clients' line buffers.
            const LENGTHS: [usize; 6] = [250, 253, 254, 255, 256, 511];
            let length = random.choose(&LENGTHS).copied().unwrap_or(255);
            if let Some(line) = lines.get_mut(at) {
                let filler = if random.one_in(2) { "#" } else { "A" };
                let missing = length.saturating_sub(line.len());
                *line = format!("{}{line}", filler.repeat(missing));
            }
        }
    }
    lines.join("\n").into_bytes()
}

/// Writes a tag or a directive in a form that only some clients accept.
fn decorate(lines: &mut [String], random: &mut Random) {
    let marked: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| {
            let line = line.trim();
            line.starts_with('<') || line.starts_with("remote") || line.starts_with("-----")
        })
        .map(|(index, _)| index)
        .collect();
    let Some(line) = random
        .choose(&marked)
        .and_then(|index| lines.get_mut(*index))
    else {
        return;
    };
    let bare = line.trim_end_matches('\r');
    *line = match random.below(10) {
        0 => format!("{bare} \r"),
        1 => format!("{bare}\t\r"),
        2 => format!("  {bare}\r"),
        3 => format!("\"{bare}\"\r"),
        4 => format!("--{bare}\r"),
        5 => format!("{bare}#\r"),
        6 => format!("{bare} x\r"),
        7 => format!("\u{B}{bare}\r"),
        8 => format!("{bare}\r\r"),
        _ => bare.to_owned(),
    };
}

/// Returns a block with a certificate authority.
fn block(random: &mut Random) -> Vec<String> {
    let tag = random.choose(&TAGS).map_or("ca", |tag| tag);
    let mut lines = vec![format!("<{tag}>")];
    let indent = if random.one_in(5) { "  " } else { "" };
    let pem = random.choose(&PEMS).cloned().unwrap_or_default();
    lines.extend(pem.into_iter().map(|line| format!("{indent}{line}")));
    lines.push(match random.below(6) {
        0 => format!("</{tag}> "),
        1 => format!(" </{tag}>"),
        2 => format!("</{tag}>x"),
        _ => format!("</{tag}>"),
    });
    lines
}

/// Returns comments that OpenVPN 3 treats as directives.
fn meta(random: &mut Random) -> Vec<String> {
    const NAMES: [&str; 4] = ["ca", "ca", "crl-verify", "WEB_CA_BUNDLE"];
    let name = random.choose(&NAMES).map_or("ca", |name| name);
    let pem = random.choose(&PEMS).cloned().unwrap_or_default();
    if random.one_in(2) {
        let line = |line: &String| format!("# OVPN_ACCESS_SERVER_{name}={line}");
        return pem.iter().map(line).collect();
    }
    let mut lines = vec![format!("# OVPN_ACCESS_SERVER_{name}_START")];
    lines.extend(pem.iter().map(|line| format!("# {line}")));
    lines.push(format!("# OVPN_ACCESS_SERVER_{name}_STOP"));
    lines
}

fn insert(lines: &mut Vec<String>, at: usize, new: Vec<String>) {
    let new = new.into_iter().map(|line| format!("{line}\r"));
    lines.splice(at..at, new);
}
