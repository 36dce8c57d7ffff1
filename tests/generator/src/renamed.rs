//! Parts under other names, names that another system maps to a part, and files that only look like parts.

use crate::Case;
use crate::der::Certificate;
use crate::own::{own_ca, own_name, public_with};
use crate::parts::*;
use crate::pe::Program;
use crate::programs;
use crate::zip::{Archive, Descriptor, Entry, extra};

pub fn cases() -> Vec<Case> {
    let mut cases = documents();
    cases.extend(certificates());
    cases.extend(loose());
    cases.extend(not_parts());
    cases.extend(mapped());
    cases.extend(downloaded());
    cases.extend(other_gateways());
    cases.extend(hidden());
    cases.extend(everyday());
    cases
}

fn case(name: &str, condition: &str, rule: &'static str, today: &'static str) -> Case {
    Case::new(&format!("renamed/{name}"), condition, rule, today)
}

fn refused(name: &str, condition: &str, rule: &'static str, error: &'static str) -> Case {
    Case::error(&format!("renamed/{name}"), condition, rule, error)
}

fn own_settings() -> String {
    Settings::new(Schema::Plural, &[&own_ca().der()], &own_name()).xml()
}

/// Returns an entry whose name is in UTF-8 and flagged as such.
fn utf8(name: &str, data: impl Into<Vec<u8>>) -> Entry {
    let mut entry = Entry::new(name, data);
    entry.flags |= 1 << 11;
    entry
}

/// A public package with a document that names the gateway's own self-signed CA, under each name that a person or a
/// program gives to a copy.
fn documents() -> Vec<Case> {
    let own = own_ca().der();
    let settings = [
        ("settings-numbered", "Generic\\VpnSettings (1).xml"),
        ("settings-copied", "Generic\\VpnSettings - コピー.xml"),
        ("settings-as-text", "Generic\\VpnSettings.xml.txt"),
        ("settings-backed-up", "Generic/VpnSettings.bak"),
        ("settings-at-the-top", "東京.xml"),
        ("settings-below", "old/2018/settings"),
    ];
    let mut cases: Vec<Case> = settings
        .into_iter()
        .map(|(name, path)| {
            let condition =
                format!("a VpnSettings.xml of an own CA as {path}, in a public package");
            case(&format!("{name}.zip"), &condition, "mixed", "self-signed")
                .zip(&public_with([utf8(path, own_settings())]))
        })
        .collect();
    let others: [(&str, &str, Vec<u8>, &'static str); 4] = [
        (
            "ovpn",
            "OpenVPN\\tokyo.ovpn",
            ovpn(GUID, &[&own]).into(),
            "self-signed",
        ),
        (
            "azurevpn",
            "Tokyo.AzureVpnProfile.xml",
            azure_vpn(&server(GUID), "cert", &sha1_hex(&own)).into(),
            "unknown",
        ),
        (
            "script",
            "WindowsPowershell\\setup.txt",
            profile_script(GUID, &sha1_pairs(&own)).into(),
            "unknown",
        ),
        (
            "settings-in-utf-16",
            "Generic\\VpnSettings.old",
            format!("\u{FEFF}{}", own_settings())
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            "self-signed",
        ),
    ];
    cases.extend(others.into_iter().map(|(name, path, data, today)| {
        let condition = format!("an own CA in {path}, in a public package");
        case(&format!("{name}.zip"), &condition, "mixed", today)
            .zip(&public_with([Entry::new(path, data)]))
    }));
    cases.extend([
        case(
            "only-renamed.zip",
            "every part under another than its usual name",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![
            Entry::new("Generic/VpnSettings (2).xml", good_settings()),
            Entry::new("OpenVPN/tokyo.ovpn", ovpn(GUID, &[G2])),
        ])),
        refused(
            "broken-copy.zip",
            "a copy of VpnSettings.xml that is cut off and names an Azure gateway",
            "part-unreadable",
            "xml-broken",
        )
        .today("current")
        .zip(&public_with([Entry::new(
            "Generic\\VpnSettings (1).xml",
            &own_settings().as_bytes()[..1_500],
        )])),
        refused(
            "profile-that-clients-read-differently.zip",
            "an OpenVPN profile under another name with a block for OpenVPN 3 alone",
            "part-unreadable",
            "ovpn-broken",
        )
        .today("current")
        .zip(&public_with([Entry::new(
            "OpenVPN\\tokyo.ovpn",
            ovpn(GUID, &[G2]) + "# OVPN_ACCESS_SERVER_ca_START\r\n# OVPN_ACCESS_SERVER_ca_STOP\r\n",
        )])),
        refused(
            "profile-in-an-old-encoding.zip",
            "an OpenVPN profile of an own CA under another name, with a comment in Latin-1",
            "part-unreadable",
            "encoding",
        )
        .today("current")
        .zip(&public_with([Entry::new(
            "OpenVPN\\tokyo.ovpn",
            [
                b"# Z\xFCrich\r\n".as_slice(),
                ovpn(GUID, &[&own]).as_bytes(),
            ]
            .concat(),
        )])),
        case(
            "broken-profile-of-another-company.zip",
            "another company's OpenVPN profile that takes its roots from a file",
            "all-public",
            "current",
        )
        .zip(&public_with([Entry::new(
            "office.ovpn",
            "client\r\ndev tun\r\nremote vpn.example.com 1194\r\nca ca.crt\r\n",
        )])),
        case(
            "script-without-a-root.zip",
            "a script of autumn 2026, which names no root",
            "all-public",
            "current",
        )
        .zip(&public_with([Entry::new(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            rootless_script(),
        )])),
        case(
            "script-without-a-root.ps1",
            "a script of autumn 2026 by itself, under another name",
            "no-evidence",
            "unknown",
        )
        .text(rootless_script()),
        refused(
            "many-copies.zip",
            "more documents under other names than are read",
            "unreadable",
            "limit-renamed",
        )
        .zip(&public_with((0..257).map(|number| {
            Entry::new(&format!("Generic\\copy {number}.xml"), "<VpnProfile/>")
        }))),
        refused(
            "large-copies.zip",
            "documents under other names with more bytes than are read",
            "unreadable",
            "limit-renamed",
        )
        .zip(&public_with((0..3).map(|number| {
            let padding = format!("<!--{}-->", " ".repeat(400_000));
            let padded = good_settings().replace("<Routes>", &format!("{padding}<Routes>"));
            Entry::new(&format!("Generic\\copy {number}.xml"), padded)
        }))),
    ]);
    cases
}

fn rootless_script() -> String {
    let script = profile_script(GUID, "").replace("<TrustedRootCA> </TrustedRootCA>\r\n", "\r\n");
    script.replace(
        "<EapType>",
        "<EapHostConfig><EapType><PerformServerValidation>false</PerformServerValidation>",
    )
}

/// A public package with the certificate of the gateway's own self-signed CA, under each name that counts.
fn certificates() -> Vec<Case> {
    let own = own_ca().der();
    let names = [
        ("numbered", "Generic\\VpnServerRoot (1).cer"),
        ("copied", "Generic\\VpnServerRoot - Copy.cer_0"),
        ("copied-in-japanese", "Generic\\VpnServerRoot - コピー.cer"),
        ("renamed-twice", "Generic\\VpnServerRoot.cer_0.cer"),
        ("crt", "Generic\\VpnServerRoot.crt"),
        ("der", "certs/VpnServerRoot.der"),
        ("no-ending", "Generic\\VpnServerRoot"),
    ];
    let mut cases: Vec<Case> = names
        .into_iter()
        .map(|(name, path)| {
            let condition = format!("an own CA as {path}, in a public package");
            case(
                &format!("root-{name}.zip"),
                &condition,
                "mixed",
                "self-signed",
            )
            .zip(&public_with([utf8(path, own.clone())]))
        })
        .collect();
    let profile = |name: &str, der: &[u8]| {
        let files = programs::profile(GUID, G2, &[(name, der)]).into_iter();
        let files = files.map(|(name, data)| utf8(&format!("Cm/{name}"), data));
        Archive::of(files.collect())
    };
    let own_profile = |file: &str, condition: &str, name: &str| {
        case(file, condition, "own-ca", "self-signed").zip(&profile(name, &own))
    };
    cases.extend([
        case(
            "root-pem.zip",
            "an own CA as VpnServerRoot.pem, in a public package",
            "mixed",
            "self-signed",
        )
        .zip(&public_with([Entry::new("Generic\\VpnServerRoot.pem", pem(&own))])),
        own_profile(
            "profile-crt.zip",
            "an unpacked profile of an own CA, its certificate as .crt",
            &format!("{GUID}.crt"),
        ),
        own_profile(
            "profile-copied.zip",
            "an unpacked profile of an own CA, its certificate as a copy",
            &format!("{GUID} - コピー.cer"),
        ),
        case(
            "customers-root-beside-a-profile.zip",
            "the customer's own root beside a profile's texts is an input of its own, and not the gateway's",
            "unknown-root",
            "unknown",
        )
        .zip(&Archive::of(vec![
            Entry::new(&format!("Cm/{GUID}.inf"), "[version]\r\n"),
            Entry::new("Cm/P2SRootCert.cer", Certificate::own("P2SRootCert").der()),
        ])),
    ]);
    let files = programs::profile(
        GUID,
        G2,
        &[(&format!("{GUID}.cer"), G2), ("Root.crt", &own)],
    );
    cases.push(programs::bare_cabinet(
        case(
            "certificate-in-a-cabinet.cab",
            "a cabinet under G2 with another certificate as .crt, of an own CA",
            "mixed",
            "self-signed",
        ),
        files,
    ));
    cases
}

/// Documents and packages without a surrounding package.
fn loose() -> Vec<Case> {
    let own = own_ca().der();
    let public = ("all-public", "current", None);
    let other = |guid: &str| {
        Settings {
            server: server(guid),
            guid: guid.to_owned(),
            ..Settings::new(Schema::Plural, &[G2], G2_NAME)
        }
        .xml()
    };
    vec![
        case(
            "two-profiles.zip",
            "two OpenVPN profiles and a letter: an input each, and nothing",
            "own-ca",
            "self-signed",
        )
        .and(public)
        .zip(&Archive::of(vec![
            Entry::new("osaka.ovpn", ovpn(GUID, &[&own])),
            Entry::new("letter.txt", LETTER),
            Entry::new("tokyo.ovpn", ovpn(OTHER_GUID, &[G2])),
        ])),
        case(
            "two-packages.zip",
            "packages of two gateways side by side: an input each",
            "all-public",
            "current",
        )
        .and(public)
        .zip(&Archive::of(vec![
            Entry::new("osaka/Generic/VpnSettings.xml", other(GUID)),
            Entry::new("tokyo/Generic/VpnSettings.xml", other(OTHER_GUID)),
        ])),
        case(
            "a-document-alone.zip",
            "one document in a zip is answered as by itself",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![Entry::new("notes", good_settings())])),
        case(
            "a-program-without-an-ending.zip",
            "a setup program in a zip whose name does not say so",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(
            "download",
            programs::setup(&own),
        )])),
        case(
            "a-zip-without-an-ending.zip",
            "a package in a zip whose name does not say so",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(
            "download",
            Archive::of(vec![Entry::new("Generic\\VpnSettings.xml", own_settings())])
                .build()
                .0,
        )])),
    ]
}

const LETTER: &str = "Dear all,\r\nremote access to the office changes on Monday.\r\nYour client needs a new profile.\r\n";

/// Texts and programs that belong to no package.
fn not_parts() -> Vec<Case> {
    let other_program = || Program::of(true, vec![]).build();
    vec![
        refused(
            "letter.txt",
            "a letter about remote access",
            "not-a-package",
            "text",
        )
        .text(LETTER),
        refused(
            "passwords.txt",
            "a list of passwords with the word remote",
            "not-a-package",
            "text",
        )
        .text("mail SECRET-MARKER\r\nremote SECRET-MARKER\r\n"),
        case(
            "letters.zip",
            "a public package with letters in it",
            "all-public",
            "current",
        )
        .zip(&public_with([
            Entry::new("letter.txt", LETTER),
            Entry::new("OpenVPN\\readme.txt", "remote SECRET-MARKER\r\nca\r\n"),
        ])),
        case(
            "other-programs.zip",
            "other programs in folders that begin with Windows",
            "all-public",
            "current",
        )
        .zip(&public_with([
            Entry::new("Windows Terminal\\wt.exe", other_program()),
            Entry::new("WindowsApps\\vc_redist.exe", other_program()),
        ])),
        case(
            "certificate-after-directives.pem",
            "a certificate with text around it is one",
            "all-public",
            "current",
        )
        .text(format!("Root certificate of the gateway\r\n{}", pem(G2))),
        refused(
            "directives-around-a-certificate.pem",
            "directives of OpenVPN around a public certificate, which no client trusts",
            "not-a-package",
            "text",
        )
        .text(format!("\"remote\" host 443\r\nca own.pem\r\n{}", pem(G2))),
    ]
}

/// Names that another system maps to those of a part.
fn mapped() -> Vec<Case> {
    let own = own_ca().der();
    let script = || {
        Entry::new(
            "WindowsPowershell\\VpnProfileSetup.ps1",
            profile_script(GUID, &sha1_pairs(G2)),
        )
    };
    let azure = || {
        Entry::new(
            "AzureVPN\\azurevpnconfig.xml",
            azure_vpn(&server(GUID), "Cert", &sha1_hex(G2)),
        )
    };
    let ambiguous = |file: &str, condition: &str, entries: Vec<Entry>| {
        refused(file, condition, "ambiguous-archive", "zip-name").zip(&public_with(entries))
    };
    vec![
        ambiguous(
            "short-settings.zip",
            "the short name of VpnSettings.xml",
            vec![Entry::new("Generic\\VPNSET~1.XML", own_settings())],
        ),
        ambiguous(
            "short-root.zip",
            "the short name of VpnServerRoot.cer_0",
            vec![Entry::new("generic/vpnser~1.cer", own.clone())],
        ),
        ambiguous(
            "short-azurevpn.zip",
            "the short name of azurevpnconfig.xml",
            vec![
                azure(),
                Entry::new(
                    "AzureVPN\\AZUREV~2.XML",
                    azure_vpn(&server(GUID), "Cert", &sha1_hex(&own)),
                ),
            ],
        ),
        ambiguous(
            "short-folder.zip",
            "the short name of WindowsPowershell",
            vec![
                script(),
                Entry::new(
                    "WINDOW~1\\VpnProfileSetup.ps1",
                    profile_script(GUID, &sha1_pairs(&own)),
                ),
            ],
        ),
        ambiguous(
            "short-by-sum.zip",
            "a short name as Windows makes them after four others",
            vec![Entry::new("Generic\\VP3F2A~1.XML", own_settings())],
        ),
        case(
            "short-alone.zip",
            "a short name without the long one: the content says what it is",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(
            "Generic\\VPNSET~1.XML",
            own_settings(),
        )])),
        case(
            "short-of-nothing.zip",
            "a short name that is none of the package's",
            "all-public",
            "current",
        )
        .zip(&public_with([Entry::new(
            "Generic\\REPORT~1.XML",
            "<Report/>",
        )])),
        ambiguous(
            "wide-letter.zip",
            "a letter that Windows replaces by V in an old code page",
            vec![utf8("Generic\\ＶpnSettings.xml", own_settings())],
        ),
        ambiguous(
            "letter-with-a-mark.zip",
            "a letter that Windows replaces by i in an old code page",
            vec![utf8("Generic\\VpnSettīngs.xml", own_settings())],
        ),
        ambiguous(
            "yen.zip",
            "a yen sign, which Windows replaces by a backslash in code page 932",
            vec![utf8("Generic¥VpnSettings.xml", own_settings())],
        ),
    ]
}

/// Additions by Windows, macOS and cloud storage to downloads.
fn downloaded() -> Vec<Case> {
    let own = own_ca().der();
    let mark = "[ZoneTransfer]\r\nZoneId=3\r\n";
    let inner = |settings: String, der: &[u8]| {
        Archive::of(vec![
            Entry::new("Generic\\VpnSettings.xml", settings),
            Entry::new("Generic\\VpnServerRoot.cer_0", der),
        ])
        .build()
        .0
    };
    let stored = |data: Vec<u8>| {
        let mut entry = Entry::new("vpnclientconfiguration.zip", data).stored();
        entry.flags |= 1 << 11;
        entry
    };
    // Both sizes are all ones, with the true ones in a zip64 field. The local header has zeros, because the sizes
    // follow the data.
    let wide = |data: Vec<u8>| {
        let length = (data.len() as u64).to_le_bytes();
        let mut entry = stored(data).streamed(Descriptor::Wide);
        entry.local_extra = extra(1, &[0; 16]);
        entry.listed_extra = extra(1, &[length, length].concat());
        entry.local = Some(|header| header[18..26].fill(0xFF));
        entry.listed = Some(|header| header[20..28].fill(0xFF));
        entry
    };
    let outer = |entry: Entry, zip64: bool| Archive {
        zip64,
        ..Archive::of(vec![entry])
    };
    let public = || inner(good_settings(), G2);
    vec![
        case(
            "mark-of-the-web.zip",
            "the streams in which Windows notes a download are nothing",
            "all-public",
            "current",
        )
        .zip(&public_with([
            Entry::new("Generic/VpnSettings.xml:Zone.Identifier", mark),
            Entry::new("Generic/VpnServerRoot.cer_0:Zone.Identifier", mark),
        ])),
        refused(
            "another-stream.zip",
            "another stream of VpnSettings.xml",
            "ambiguous-archive",
            "zip-name",
        )
        .zip(&public_with([Entry::new(
            "Generic/VpnSettings.xml:Zone.Identifier:$DATA",
            own_settings(),
        )])),
        case(
            "cloud-stored.zip",
            "a package in a zip as cloud storages write them: stored, sizes behind the data",
            "all-public",
            "current",
        )
        .zip(&outer(stored(public()).streamed(Descriptor::Signed), false)),
        case(
            "cloud-zip64.zip",
            "a package in a zip as cloud storages write them: stored, zip64",
            "all-public",
            "current",
        )
        .zip(&outer(wide(public()), true)),
        case(
            "cloud-own.zip",
            "a package of an own CA in a zip as cloud storages write them",
            "own-ca",
            "self-signed",
        )
        .zip(&outer(wide(inner(own_settings(), &own)), true)),
        refused(
            "cloud-with-a-second-end.zip",
            "a stored package that ends twice",
            "ambiguous-archive",
            "zip-trailing-data",
        )
        .zip(&outer(
            stored([public(), b"word".to_vec()].concat()).streamed(Descriptor::Signed),
            false,
        )),
        case(
            "cloud-folder.zip",
            "an unpacked package in such a zip",
            "all-public",
            "current",
        )
        .zip(&Archive::of(vec![
            Entry::new("vpn/Generic/VpnSettings.xml", good_settings())
                .stored()
                .streamed(Descriptor::Signed),
            Entry::new(
                "vpn/WindowsAmd64/VpnClientSetupAmd64.exe",
                programs::setup(G2),
            )
            .stored()
            .streamed(Descriptor::Signed),
        ])),
    ]
}

/// OpenVPN profiles of gateways outside Azure.
fn other_gateways() -> Vec<Case> {
    let company = Certificate::own("Example Company CA").der();
    let profile = |certificates: &[&[u8]]| {
        let azure = ovpn(GUID, certificates);
        let plain = azure.replace(
            &format!("verify-x509-name '{GUID}.vpn.azure.com' name\r\n"),
            "",
        );
        plain.replace(&server(GUID), "vpn.example.com")
    };
    let without = || Settings {
        roots: Vec::new(),
        issuers: Vec::new(),
        ..Settings::new(Schema::Plural, &[], "")
    };
    let package = |entry: Entry| {
        Archive::of(vec![
            Entry::new("Generic\\VpnSettings.xml", without().xml()),
            entry,
        ])
    };
    vec![
        case(
            "another-companys.ovpn",
            "another company's profile, whose server has a certificate from a public CA",
            "no-evidence",
            "unknown",
        )
        .text(profile(&[G2])),
        case(
            "another-companys-as-evidence.zip",
            "a package without evidence with another company's profile at the usual place",
            "no-evidence",
            "unknown",
        )
        .zip(&package(Entry::new(
            "OpenVPN\\vpnconfig.ovpn",
            profile(&[G2]),
        ))),
        case(
            "not-public-at-the-usual-place.zip",
            "a profile that names no gateway, at the usual place, with a root that is not public",
            "mixed",
            "unknown",
        )
        .zip(&public_with([Entry::new(
            "OpenVPN\\vpnconfig.ovpn",
            profile(&[&company]),
        )])),
        case(
            "another-companys-beside.zip",
            "another company's profile under another name beside a public package",
            "all-public",
            "current",
        )
        .zip(&public_with([Entry::new(
            "OpenVPN\\office.ovpn",
            profile(&[&company]),
        )])),
        case(
            "placeholder.ovpn",
            "a profile with a placeholder for the gateway's host",
            "all-public",
            "current",
        )
        .text(profile(&[G2]).replace("vpn.example.com", "$VPNSERVER")),
        case(
            "gateway-by-its-certificate.ovpn",
            "a profile with an address, whose <ca> is marked as the gateway's own",
            "own-ca",
            "self-signed",
        )
        .text(profile(&[&own_ca().der()]).replace("vpn.example.com", "192.0.2.1")),
        case(
            "gateway-by-its-name.ovpn",
            "a profile with an address and the name of the gateway's certificate",
            "all-public",
            "current",
        )
        .text(
            ovpn(GUID, &[G2])
                .replace(&server(GUID), "192.0.2.1")
                .replace(".vpn.azure.com", ".ln.vpn.azure.com"),
        ),
    ]
}

/// A public package with a document of an own CA under another name, and content that hides it from a check of the
/// first bytes.
fn hidden() -> Vec<Case> {
    let own = own_ca().der();
    let script = || profile_script(GUID, &sha1_pairs(&own));
    let profile = || ovpn(GUID, &[&own]);
    let utf16 = |text: String| -> Vec<u8> {
        let text = format!("\u{FEFF}{text}");
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let comment = "Резервная копия настроек виртуальной частной сети филиала ".repeat(4);
    let mut with_comment = own_settings().replacen("?>", &format!("?><!--{}", "x".repeat(232)), 1);
    with_comment =
        with_comment.replacen(&"x".repeat(232), &format!("{}ustar-->", "x".repeat(232)), 1);
    let texts: [(&str, &str, &str, Vec<u8>, &'static str); 10] = [
        (
            "script-with-help",
            "a script that begins with a help comment",
            "Install-Vpn.ps1",
            format!("<#\r\n.SYNOPSIS\r\n#>\r\n{}", script()).into(),
            "unknown",
        ),
        (
            "block-first",
            "an .ovpn that begins with another block",
            "tokyo.ovpn",
            format!(
                "<auth-user-pass>\r\nx\r\n</auth-user-pass>\r\n{}",
                profile()
            )
            .into(),
            "self-signed",
        ),
        (
            "other-letters",
            "a VpnSettings.xml in UTF-16 with a comment in Russian",
            "copy.xml",
            utf16(own_settings().replacen("?>", &format!("?><!--{comment}-->"), 1)),
            "self-signed",
        ),
        (
            "mark-in-a-comment",
            "an .ovpn with a script's word in a comment",
            "tokyo.ovpn",
            format!("# EapHostConfig <TrustedRootCA>\r\n{}", profile()).into(),
            "self-signed",
        ),
        (
            "script-with-certificate",
            "a script that has its root as PEM, too",
            "Install.ps1",
            format!("$Root = @\"\r\n{}\"@\r\n{}", pem(&own), script()).into(),
            "unknown",
        ),
        (
            "page-in-a-comment",
            "a VpnSettings.xml with a web page's tag in a comment",
            "copy.xml",
            own_settings().replacen("?>", "?><!-- <html> -->", 1).into(),
            "self-signed",
        ),
        (
            "tar-in-a-comment",
            "a VpnSettings.xml with the signature of tar in its place",
            "copy.xml",
            with_comment.into(),
            "self-signed",
        ),
        (
            "certificates-first",
            "an .ovpn with 4 KiB of certificates before the directives",
            "tokyo.ovpn",
            format!(
                "<extra-certs>\r\n{}</extra-certs>\r\n{}",
                pem(G2).repeat(4),
                profile()
            )
            .into(),
            "self-signed",
        ),
        (
            "long-names-first",
            "an .ovpn whose first line names a key",
            "tokyo.ovpn",
            format!("# ssh-rsa\r\n{}", profile()).into(),
            "self-signed",
        ),
        (
            "other-name-in-a-comment",
            "a VpnSettings.xml with a comment of 5 KB that names another profile",
            "copy.xml",
            own_settings()
                .replacen(
                    "?>",
                    &format!("?><!-- AzVpnProfile {} -->", " ".repeat(5_000)),
                    1,
                )
                .into(),
            "self-signed",
        ),
    ];
    let mut cases: Vec<Case> = texts
        .into_iter()
        .map(|(name, condition, file, text, today)| {
            case(&format!("hidden-{name}.zip"), condition, "mixed", today)
                .zip(&public_with([Entry::new(file, text)]))
        })
        .collect();
    let empty_blocks = |data: &[u8]| {
        let mut packed = b"\0\0\0\xFF\xFF".repeat(900);
        packed.extend(crate::zip::deflate(data));
        packed
    };
    let own_zip = || {
        Archive::of(vec![Entry::new("Generic\\VpnSettings.xml", own_settings())])
            .build()
            .0
    };
    let jar = Archive::of(vec![
        Entry::new("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n"),
        Entry::new("Generic\\VpnSettings.xml", own_settings()),
    ]);
    let affected = ("own-ca", "self-signed", None);
    let beside = |name: &str, condition: &str, entry: Entry| {
        case(
            &format!("hidden-{name}.zip"),
            condition,
            "all-public",
            "current",
        )
        .and(affected)
        .zip(&public_with([entry]))
    };
    let unmarked = Certificate::own("Example Company CA")
        .valid("20160601000000Z", "20360601000000Z")
        .der();
    let address = ovpn(GUID, &[&unmarked]).replace(&server(GUID), "192.0.2.1");
    let named = |name: &str| address.replace(&format!("'{GUID}.vpn.azure.com' name"), name);
    cases.extend([
        case(
            "hidden-by-empty-blocks.zip",
            "an .ovpn behind 900 empty blocks of DEFLATE",
            "mixed",
            "self-signed",
        )
        .zip(&public_with([Entry {
            packed: Some(empty_blocks(profile().as_bytes())),
            ..Entry::new("tokyo.ovpn", profile())
        }])),
        beside(
            "in-a-jar",
            "a package packed like a Java archive",
            Entry::new("tokyo.jar", jar.build().0),
        ),
        beside(
            "in-a-zip-as-text",
            "a package as a zip under the name of a profile's text",
            Entry::new("tokyo.inf", own_zip()),
        ),
        refused(
            "hidden-upwards.zip",
            "a profile that leads out of a folder of macOS",
            "ambiguous-archive",
            "zip-name",
        )
        .zip(&public_with([Entry::new(
            "__MACOSX/../tokyo.ovpn",
            profile(),
        )])),
        refused(
            "hidden-as-a-folder.zip",
            "a profile named like a folder",
            "ambiguous-archive",
            "zip-file-or-folder",
        )
        .zip(&public_with([Entry::new("tokyo.ovpn\\", profile())])),
        refused(
            "hidden-by-letters.zip",
            "letters that a code page replaces by those of VpnServerRoot",
            "ambiguous-archive",
            "zip-name",
        )
        .zip(&public_with([utf8(
            "Generic/VpnServerRℴℴt.cer_0",
            own.clone(),
        )])),
        refused(
            "hidden-beside-its-profile.zip",
            "a certificate that a code page gives the name of a profile's",
            "ambiguous-archive",
            "zip-name",
        )
        .zip(&Archive::of(vec![
            Entry::new(&format!("Cm/{GUID}.inf"), "[version]\r\n"),
            Entry::new(&format!("Cm/{GUID}.cer"), G2),
            utf8(
                &format!("Cm/{}.cer", GUID.replacen('b', "ｂ", 1)),
                own.clone(),
            ),
        ])),
        case(
            "gateway-in-a-host-name.zip",
            "a profile whose gateway only the name of the certificate shows, with a host's name",
            "mixed",
            "unknown",
        )
        .zip(&public_with([Entry::new(
            "tokyo.ovpn",
            named(&format!("azuregateway-{GUID}.cloudapp.net name")),
        )])),
        case(
            "gateway-in-a-distinguished-name.zip",
            "the same in a distinguished name, in capitals",
            "mixed",
            "unknown",
        )
        .zip(&public_with([Entry::new(
            "tokyo.ovpn",
            named(&format!(
                "'CN={}.VPN.AZURE.COM' subject",
                GUID.to_uppercase()
            )),
        )])),
    ]);
    cases
}

/// Files that people have beside a package, and that must not prevent its answer.
fn everyday() -> Vec<Case> {
    let fine = |name: &str, condition: &str, entries: Vec<Entry>| {
        case(
            &format!("beside-{name}.zip"),
            condition,
            "all-public",
            "current",
        )
        .zip(&public_with(entries))
    };
    let document = Archive::of(vec![
        Entry::new("[Content_Types].xml", "<Types/>"),
        Entry::new("word/document.xml", "<document/>"),
    ]);
    let stored =
        |name: &str, data: Vec<u8>| Entry::new(name, data).stored().streamed(Descriptor::Signed);
    vec![
        fine("an-old-program", "a program for DOS", vec![Entry::new("tools/EDIT.EXE", [b"MZ\x90\0\x03".as_slice(), &[0; 2_000]].concat())]),
        fine("a-letter", "a letter whose lines begin like directives", vec![Entry::new("letter.txt", "Dear all,\r\nremote access needs a new profile,\r\ndev and test teams first.\r\n")]),
        fine("notes", "notes that name an element of the script", vec![Entry::new("notes.md", "Look for <TrustedRootCA> in VpnProfileSetup.ps1.\r\n")]),
        fine("a-log", "a long text with a line like a directive", vec![Entry::new("log.txt", format!("remote desktop is another matter\r\n{}", "a line of a log\r\n".repeat(70_000)))]),
        fine("twins", "two texts whose names differ in case", vec![Entry::new("docs/Readme.txt", "a"), Entry::new("docs/README.txt", "b")]),
        fine("other-profiles", "130 profiles of another provider", (0..130).map(|number| Entry::new(&format!("other/{number}.ovpn"), format!("client\r\ndev tun\r\nremote a{number}.example.com 1194\r\nremote b{number}.example.com 443\r\n"))).collect()),
        case("beside-a-document-in-the-cloud.zip", "a cloud storage's zip of a package and an Office document", "all-public", "current")
            .zip(&Archive::of(vec![
                stored("vpn/Generic/VpnSettings.xml", good_settings().into()),
                stored("vpn/howto.docx", document.build().0),
            ])),
    ]
}
