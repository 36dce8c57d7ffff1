//! Programs in the Resource Manager zip that agree or disagree with Generic.

use super::*;

/// Returns cases with programs that agree or disagree with Generic.
pub(super) fn in_zips() -> Vec<Case> {
    let own = own_ca().der();
    let own_xml = Settings::new(Schema::Plural, &[&own], &own_name()).xml();
    let g2_with = |files: Vec<(&str, Vec<u8>)>| {
        public_with(files.into_iter().map(|(name, data)| Entry::new(name, data)))
    };
    let own_with = |name: &str, data: Vec<u8>| {
        let mut archive = package(&own_xml, "VpnServerRoot.cer_0", &own);
        archive.entries.push(Entry::new(name, data));
        archive
    };
    let case = |name: &str, condition: &str, rule, today| {
        Case::new(&format!("programs/zip-{name}.zip"), condition, rule, today)
    };
    let broken = |name: &str, condition: &str, error| {
        let path = format!("programs/zip-{name}.zip");
        Case::error(&path, condition, "part-unreadable", error).today("current")
    };
    let other = Program::client(true, client_of(OTHER_GUID, G2, VERBATIM).build()).build();
    let x86 = |der: &[u8]| Program::client(false, client(der, VERBATIM).build()).build();
    // The certificate contains a call (E8), so its thumbprint matches only if the call is translated back.
    let mut calling = own_ca();
    calling.serial = vec![0x5A, 0xE8, 0x10, 0x02, 0x00, 0x00, 0x01];
    let calling = calling.der();
    let installer = Program {
        code: b"\xEF\xBE\xAD\xDENullsoftInst".to_vec(),
        ..Program::of(true, vec![])
    }
    .build();
    let bad_sum = client(&own, VERBATIM).changed("", |bytes| {
        if let Some(last) = bytes.last_mut() {
            *last ^= 1
        }
    });
    let two = Program::of(
        true,
        vec![
            Resource::raw("CABINET", client(&own, VERBATIM).build()),
            Resource::raw("CABINET2", client(G2, VERBATIM).build()),
        ],
    )
    .build();
    vec![
        case(
            "agrees",
            "both programs agree with Generic",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![(AMD64, setup(G2)), (X86, x86(G2))])),
        case(
            "own-agrees",
            "an own CA in Generic and in the program",
            "own-ca",
            "self-signed",
        )
        .zip(&own_with(AMD64, setup(&own))),
        case(
            "disagrees",
            "Generic public, the program under an own CA",
            "mixed",
            "self-signed",
        )
        .zip(&g2_with(vec![(AMD64, setup(&own))])),
        case(
            "disagrees-other-way",
            "Generic under an own CA, the program public",
            "mixed",
            "self-signed",
        )
        .zip(&own_with(AMD64, setup(G2))),
        case(
            "one-of-two-disagrees",
            "one program public, the other under an own CA",
            "mixed",
            "self-signed",
        )
        .zip(&g2_with(vec![(AMD64, setup(G2)), (X86, x86(&own))])),
        case(
            "roots-differ",
            "Generic under G2, the program under G1",
            "all-public",
            "ready",
        )
        .zip(&g2_with(vec![(AMD64, setup(G1))])),
        case(
            "another-gateway",
            "the program is another gateway's",
            "two-gateways",
            "current",
        )
        .zip(&g2_with(vec![(AMD64, other)])),
        case(
            "elsewhere",
            "a setup program under another name and in another folder counts",
            "mixed",
            "self-signed",
        )
        .zip(&g2_with(vec![("tools/vpn.exe", setup(&own))])),
        case(
            "cabinet",
            "a cabinet in the zip counts",
            "mixed",
            "self-signed",
        )
        .zip(&g2_with(vec![("vpn.cab", client(&own, VERBATIM).build())])),
        broken(
            "elsewhere-broken",
            "a setup program elsewhere whose cabinet is broken",
            "cabinet-broken",
        )
        .zip(&g2_with(vec![(
            "tools/vpn.exe",
            Program::client(true, bad_sum.build()).build(),
        )])),
        broken(
            "elsewhere-two-cabinets",
            "a program elsewhere with two cabinets",
            "cabinet-ambiguous",
        )
        .zip(&g2_with(vec![("tools/vpn.exe", two)])),
        case(
            "other-program-elsewhere",
            "another program elsewhere is nothing",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![("tools/setup.exe", installer.clone())])),
        case(
            "other-cabinet-elsewhere",
            "a cabinet elsewhere without a profile is nothing",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![(
            "drivers.cab",
            Cabinet::of(
                vec![("driver.inf".to_owned(), b"[Version]".to_vec())],
                Packing::Mszip,
            )
            .build(),
        )])),
        broken(
            "elsewhere-cabinet-in-a-file",
            "bytes in front of a cabinet with a profile, under a cabinet's name elsewhere",
            "cabinet-broken",
        )
        .zip(&g2_with(vec![(
            "tools/vpn.cab",
            [b"bytes before".as_slice(), &client(&own, VERBATIM).build()].concat(),
        )])),
        broken(
            "elsewhere-cut-off",
            "a program with a profile elsewhere, cut off behind its cabinet's table",
            "program-broken",
        )
        .zip(&g2_with(vec![("tools/vpn.exe", {
            let mut bytes = setup(&own);
            let table = bytes.windows(4).rposition(|end| end == b".cer").unwrap_or(0);
            bytes.truncate(table + 600);
            bytes
        })])),
        broken(
            "elsewhere-no-resource",
            "a program elsewhere with a profile's cabinet in its code",
            "cabinet-broken",
        )
        .zip(&g2_with(vec![(
            "tools/vpn.exe",
            Program {
                code: client(&own, VERBATIM).build(),
                ..Program::of(true, vec![])
            }
            .build(),
        )])),
        broken(
            "elsewhere-linked",
            "a profile's cabinet elsewhere that continues in another",
            "cabinet-broken",
        )
        .zip(&g2_with(vec![(
            "tools/vpn.cab",
            client(&own, VERBATIM).changed("", |bytes| bytes[0x1E] |= 2).build(),
        )])),
        broken(
            "damaged-letters",
            "a program under an own CA whose first two letters are exchanged",
            "program-unknown",
        )
        .zip(&g2_with(vec![(AMD64, {
            let mut bytes = setup(&own);
            bytes.swap(0, 1);
            bytes
        })])),
        broken(
            "certificate-at-its-place",
            "a certificate of an own CA at the program's place",
            "program-unknown",
        )
        .zip(&g2_with(vec![(AMD64, own.clone())])),
        broken(
            "seven-zip-at-its-place",
            "a 7z archive at the program's place",
            "program-unknown",
        )
        .zip(&g2_with(vec![(AMD64, b"7z\xBC\xAF\x27\x1C\0\x04".to_vec())])),
        case(
            "japanese-mail-filter",
            "a mail filter's text in Shift_JIS at the program's place counts as absent",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![(
            AMD64,
            b"\x93\x59\x95\x74\x83\x74\x83\x40\x83\x43\x83\x8B\r\n".to_vec(),
        )])),
        broken(
            "letters-at-its-place",
            "a file in letters (uuencode) at the program's place",
            "program-unknown",
        )
        .zip(&g2_with(vec![(AMD64, b"begin 644 vpn.exe\n#0V%T\n`\nend\n".to_vec())])),
        case(
            "phonebook-beside",
            "a phonebook of Windows and a customer's own root beside the package's folders",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![
            ("rasphone.pbk", b"[Office]\r\n".to_vec()),
            ("P2SRootCert.cer", Certificate::own("P2SRootCert").der()),
        ])),
        Case::new(
            "programs/zip-unpacked-profile.zip",
            "an unpacked profile under G2; another certificate beside it does not count",
            "all-public",
            "current",
        )
        .zip(&Archive::of(
            profile(GUID, G2, &[(&format!("{GUID}.cer"), G2), ("AzureRoot.cer", &own)])
                .into_iter()
                .map(|(name, data)| Entry::new(&format!("Cm/{name}"), data))
                .collect(),
        )),
        case(
            "drivers-elsewhere",
            "a cabinet elsewhere without a profile, with two files of one name",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![("drivers.cab", drivers())])),
        Case::error(
            "programs/drivers.cab",
            "a cabinet without a profile, with two files of one name",
            "not-a-package",
            "other-cabinet",
        )
        .binary(drivers(), "driver.sys twice\n"),
        Case::error(
            "programs/zip-program-that-is-a-zip-too.zip",
            "at the program's place one with a cabinet under an own CA and a public package as a zip behind",
            "ambiguous-archive",
            "zip-and-cabinet",
        )
        .zip(&g2_with(vec![(
            AMD64,
            Archive {
                before: setup(&own),
                ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
            }
            .build()
            .0,
        )])),
        broken(
            "unknown-program",
            "another installer at a Windows folder",
            "program-unknown",
        )
        .zip(&g2_with(vec![(AMD64, installer)])),
        broken(
            "truncated-program",
            "the program is cut off",
            "program-broken",
        )
        .zip(&g2_with(vec![(AMD64, cut(setup(G2)))])),
        broken(
            "empty-program",
            "the program is an empty file",
            "part-empty",
        )
        .zip(&g2_with(vec![(AMD64, Vec::new())])),
        case(
            "git-lfs-pointer",
            "a Git LFS pointer at the program's place counts as absent",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![(
            AMD64,
            b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 196608\n".to_vec(),
        )])),
        case(
            "mail-filter",
            "a mail filter's text at the program's place counts as absent",
            "all-public",
            "current",
        )
        .zip(&g2_with(vec![(
            AMD64,
            b"The attachment VpnClientSetupAmd64.exe was removed.\r\n".to_vec(),
        )])),
        case(
            "git-lfs-pointer-only",
            "nothing but a Git LFS pointer",
            "no-evidence",
            "unknown",
        )
        .zip(&Archive::of(vec![Entry::new(
            AMD64,
            "version https://git-lfs.github.com/spec/v1\n",
        )])),
        case(
            "call-in-the-certificate",
            "a call (E8) in the certificate, translated, beside its thumbprint",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![
            Entry::new(
                AMD64,
                Program::client(
                    true,
                    client(&calling, Packing::Lzx(Style::Translated)).build(),
                )
                .build(),
            ),
            Entry::new(
                "AzureVPN\\azurevpnconfig.xml",
                azure_vpn(&server(GUID), "Cert", &sha1_hex(&calling)),
            ),
        ])),
        case(
            "program-only",
            "nothing but the program",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive::of(vec![Entry::new(AMD64, setup(&own))])),
    ]
}

/// Returns a cabinet in the layout of drivers: files with one name from several folders.
fn drivers() -> Vec<u8> {
    let file = |content: &[u8]| ("driver.sys".to_owned(), content.to_vec());
    Cabinet::of(vec![file(b"32 bits"), file(b"64 bits")], Packing::Mszip).build()
}
