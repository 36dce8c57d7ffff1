//! The second readers detect: each finds the own CA where other programs read a file differently.

use flate2::Crc;
use p2s_fuzzing::openvpn::Client;
use p2s_fuzzing::second_reader;

fn fixture(path: &str) -> Vec<u8> {
    let mut cases = p2s_fixtures::cases().into_iter();
    let case = cases.find(|case| case.path == path);
    case.unwrap_or_else(|| panic!("no fixture {path}")).bytes
}

fn own_ca() -> Vec<u8> {
    fixture("certificates/own.cer")
}

/// Returns the clients that trust the own CA according to a profile.
fn clients_trusting_own_ca(profile: &[u8]) -> Vec<Client> {
    let own = own_ca();
    let trusts = |client: &Client| {
        let trust = client.read(profile).unwrap_or_default();
        trust.certificates.contains(&own)
    };
    Client::ALL.into_iter().filter(trusts).collect()
}

/// Returns the clients that trust something besides the certificates in a profile.
fn clients_trusting_elsewhere(profile: &[u8]) -> Vec<Client> {
    let trusts = |client: &Client| {
        let trust = client.read(profile).unwrap_or_default();
        !trust.elsewhere.is_empty()
    };
    Client::ALL.into_iter().filter(trusts).collect()
}

const OPEN_VPN_2: [Client; 3] = [
    Client::OpenVpn2,
    Client::OpenVpn2MbedTls,
    Client::OpenVpn2Windows,
];

#[test]
fn each_client_finds_the_own_ca_where_only_it_reads_it() {
    use Client::*;
    let cases: [(&str, &[Client]); 6] = [
        ("meta-block", &[OpenVpn3]),
        ("meta-in-a-secret", &[OpenVpn3]),
        ("meta-lines", &[OpenVpn3]),
        ("certificate-in-crl-verify", &[OpenVpn3]),
        (
            "end-tag-before-blanks",
            &[
                OpenVpn2,
                OpenVpn2MbedTls,
                OpenVpn2Windows,
                Tunnelblick,
                Android,
                OpenVpn3,
                NetworkManager,
            ],
        ),
        (
            "end-of-file-character",
            &[
                OpenVpn2,
                OpenVpn2MbedTls,
                Tunnelblick,
                Android,
                OpenVpn3,
                NetworkManager,
            ],
        ),
    ];
    for (name, clients) in cases {
        let profile = fixture(&format!("openvpn/{name}.ovpn"));
        assert_eq!(clients_trusting_own_ca(&profile), clients, "{name}");
    }
}

#[test]
fn each_client_finds_what_it_trusts_instead_of_the_ca() {
    use Client::*;
    let family = [&OPEN_VPN_2[..], &[Tunnelblick, Android, NetworkManager]].concat();
    let cases: [(&str, Vec<Client>); 7] = [
        ("another-ca", family.clone()),
        ("fingerprint", vec![OpenVpn3]),
        ("pkcs12", vec![NetworkManager]),
        ("quoted-word", family),
        (
            "quoted-setenv",
            [&OPEN_VPN_2[..], &[Tunnelblick, Android, NetworkManager]].concat(),
        ),
        (
            "vertical-tab",
            [&OPEN_VPN_2[..], &[Tunnelblick, Android, OpenVpn3]].concat(),
        ),
        ("lone-cr", vec![Tunnelblick, Android]),
    ];
    for (name, clients) in cases {
        let profile = fixture(&format!("openvpn/{name}.ovpn"));
        assert_eq!(clients_trusting_elsewhere(&profile), clients, "{name}");
    }
}

/// Every fixture with the own CA appears in one of the tables above, except those that no client connects with.
#[test]
fn no_profile_with_the_own_ca_passes_all_clients() {
    let own = fixture("documents/ovpn-own.ovpn");
    let own = String::from_utf8_lossy(&own);
    let line = own.lines().find(|line| line.len() == 64).expect("a line");
    let mut refused = Vec::new();
    for case in p2s_fixtures::cases() {
        let text = String::from_utf8_lossy(&case.bytes);
        let profile = case.path.starts_with("openvpn/") && text.contains(line);
        if profile && clients_trusting_own_ca(&case.bytes).is_empty() {
            refused.push(case.path);
        }
    }
    assert_eq!(
        refused,
        [
            "openvpn/ca-of-a-connection.ovpn",
            "openvpn/end-tag-after-blanks.ovpn",
            "openvpn/unknown-block.ovpn"
        ]
    );
}

/// Blanks before an end tag: OpenVPN 2 closes the block, OpenVPN 3 doesn't.
#[test]
fn a_ca_is_hidden_by_an_indented_end_tag() {
    use Client::*;
    let public = String::from_utf8(fixture("documents/ovpn-g2.ovpn")).expect("UTF-8");
    let own = ca_of(&String::from_utf8(fixture("documents/ovpn-own.ovpn")).expect("UTF-8"));
    let hidden = public.replace(
        "</tls-auth>",
        &format!("\t</tls-auth>\r\n{own}<tls-auth>\r\n</tls-auth>"),
    );
    let family = [&OPEN_VPN_2[..], &[Tunnelblick, NetworkManager]].concat();
    // Java trims the line before the comparison.
    let family = [&family[..4], &[Android], &family[4..]].concat();
    assert_eq!(clients_trusting_own_ca(hidden.as_bytes()), family);
}

/// OpenVPN 2 splits long lines, and its last `<ca>` wins.
#[test]
fn open_vpn_2_reads_long_lines_in_pieces_and_takes_the_last_ca() {
    let public = String::from_utf8(fixture("documents/ovpn-g2.ovpn")).expect("UTF-8");
    let ca = ca_of(&String::from_utf8(fixture("documents/ovpn-own.ovpn")).expect("UTF-8"));
    let two = format!("{public}{ca}");
    assert_eq!(clients_trusting_own_ca(two.as_bytes()), Client::ALL);
    let hidden = public.replace(
        "</tls-auth>",
        &format!(
            "{}</tls-auth>\r\n{ca}<tls-auth>\r\n</tls-auth>",
            "A".repeat(255)
        ),
    );
    let mut pieces = OPEN_VPN_2.to_vec();
    pieces.push(Client::Tunnelblick);
    assert_eq!(clients_trusting_own_ca(hidden.as_bytes()), pieces);
    let first = two.replacen("<ca>", "<extra-certs>", 1);
    let first = first.replacen("</ca>", "</extra-certs>", 1) + &ca_of(&public);
    assert_eq!(
        clients_trusting_own_ca(first.as_bytes()),
        [Client::OpenVpn3]
    );
}

fn ca_of(profile: &str) -> String {
    let (_, rest) = profile.split_once("<ca>").expect("a block");
    let (body, _) = rest.split_once("</ca>").expect("its end");
    format!("<ca>{body}</ca>\r\n")
}

#[test]
fn clients_agree_about_ordinary_profiles() {
    for name in ["openvpn/ordinary.ovpn", "documents/ovpn-g2.ovpn"] {
        let profile = fixture(name);
        for client in Client::ALL {
            let trust = client.read(&profile).expect("a profile");
            assert_eq!(trust.certificates.len(), 1, "{name} {client:?}");
            assert!(trust.elsewhere.is_empty(), "{name} {client:?}");
        }
    }
    assert_eq!(
        clients_trusting_own_ca(&fixture("documents/ovpn-own.ovpn")),
        Client::ALL
    );
    for client in Client::ALL {
        assert!(client.read(b"a letter\n").is_none());
    }
}

fn reader_finding(path: &str) -> Option<String> {
    second_reader::finds_own_ca(&fixture(path), |_| false)
}

#[test]
fn the_own_ca_is_found_under_names_that_windows_maps_onto_a_place() {
    for name in [
        "short-settings",
        "short-root",
        "short-azurevpn",
        "short-folder",
        "short-by-sum",
        "short-alone",
        "another-stream",
    ] {
        let path = format!("renamed/{name}.zip");
        assert!(reader_finding(&path).is_some(), "{path}");
    }
}

#[test]
fn the_own_ca_is_found_in_parts_under_other_names() {
    for name in [
        "azurevpn",
        "ovpn",
        "profile-copied",
        "profile-crt",
        "root-copied",
        "root-copied-in-japanese",
        "root-crt",
        "root-der",
        "root-no-ending",
        "root-numbered",
        "root-pem",
        "root-renamed-twice",
        "script",
        "settings-as-text",
        "settings-at-the-top",
        "settings-backed-up",
        "settings-below",
        "settings-copied",
        "settings-in-utf-16",
        "settings-numbered",
        "two-profiles",
    ] {
        let path = format!("renamed/{name}.zip");
        assert!(reader_finding(&path).is_some(), "{path}");
    }
}

#[test]
fn nothing_is_found_where_everything_is_public() {
    for path in [
        "public/g2.zip",
        "documents/whole.zip",
        "documents/never-stray-own.zip",
        "documents/never-radius-own.zip",
        "renamed/another-companys-beside.zip",
        "renamed/letters.zip",
        "renamed/mark-of-the-web.zip",
        "renamed/only-renamed.zip",
        "renamed/other-programs.zip",
        "renamed/short-of-nothing.zip",
        "renamed/two-packages.zip",
    ] {
        assert_eq!(reader_finding(path), None, "{path}");
    }
}

/// Returns a zip with one stored entry.
fn stored(name: &str, content: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(content);
    let length = u32::try_from(content.len()).expect("a small file");
    let name_length = u16::try_from(name.len()).expect("a short name");
    let sizes = [sum.sum(), length, length].map(u32::to_le_bytes).concat();
    let lengths = [name_length, 0].map(u16::to_le_bytes).concat();
    let fields = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &sizes[..], &lengths].concat();
    let local = [b"PK\x03\x04", &fields[..], name.as_bytes(), content].concat();
    let listed = [b"PK\x01\x02\x14\0", &fields[..], &[0; 14], name.as_bytes()].concat();
    let start = [listed.len(), local.len()].map(|n| u32::try_from(n).expect("small").to_le_bytes());
    let end = [
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0",
        &start.concat()[..],
        &[0, 0],
    ]
    .concat();
    [local, listed, end].concat()
}

/// The one exception (docs/fuzzing.md): under another name, a file that the checker can't read isn't a part.
#[test]
fn a_profile_that_is_refused_is_left_out_under_another_name_only() {
    let own = String::from_utf8(fixture("documents/ovpn-own.ovpn")).expect("UTF-8");
    let indented = own.replace("</ca>", " </ca>");
    let finds = |name: &str, refused: bool| {
        let zip = stored(name, indented.as_bytes());
        second_reader::finds_own_ca(&zip, |_| refused).is_some()
    };
    assert!(finds("OpenVPN/tokyo.ovpn", false));
    assert!(!finds("OpenVPN/tokyo.ovpn", true));
    assert!(finds("OpenVPN/vpnconfig.ovpn", true));
    assert!(finds("OpenVPN/vpnconfig_tokyo.ovpn", true));
}
