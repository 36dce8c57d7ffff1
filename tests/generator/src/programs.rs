//! Setup programs and cabinets: as the vendor makes them, packed in every way, damaged, and other installers'.

use crate::Case;
use crate::cabinet::{Cabinet, Folder, Packing};
use crate::der::Certificate;
use crate::lzx::Style;
use crate::own::{own_ca, own_name, package};
use crate::parts::*;
use crate::pe::{Program, Resource};
use crate::zip::{Archive, Entry};

const AMD64: &str = "WindowsAmd64\\VpnClientSetupAmd64.exe";
const X86: &str = "WindowsX86\\VpnClientSetupX86.exe";
const VERBATIM: Packing = Packing::Lzx(Style::Verbatim);

pub fn cases() -> Vec<Case> {
    let mut cases = whole();
    cases.extend(packings());
    cases.extend(in_zips());
    cases.extend(ambiguous());
    cases.extend(damaged());
    cases.extend(others());
    cases
}

/// What a Connection Manager profile is made of, in the vendor's order: the certificate lies behind 46 KB.
pub fn profile(guid: &str, pin: &[u8], certificates: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    let named = |ending: &str| format!("{guid}.{ending}");
    let pin = sha1_hex(pin);
    let mut files = vec![
        (named("inf"), inf(guid, &pin)),
        (
            named("cmp"),
            format!(
                "[Profile Settings]\r\nUserName=\r\n[Connection Manager]\r\nCMSFile={guid}.cms\r\n"
            )
            .into_bytes(),
        ),
        (
            named("cms"),
            auth_data("[Connection Manager]", "CustomAuthData0", &pin),
        ),
        (
            "routes.txt".to_owned(),
            b"ADD 10.0.0.0 MASK 255.255.0.0 default METRIC default IF default\r\n".to_vec(),
        ),
        ("cmroute.dll".to_owned(), library()),
    ];
    for (name, der) in certificates {
        files.push(((*name).to_owned(), der.to_vec()));
    }
    files.push((
        named("pbk"),
        auth_data("[invented-vnet]", "CustomAuthData", &pin),
    ));
    files
}

fn inf(guid: &str, pin: &str) -> Vec<u8> {
    format!(
        "[version]\r\nSignature=\"$CHICAGO$\"\r\n[RegisterOCX]\r\n\
         certutil -addstore root \"%APPDATA%\\Microsoft\\Network\\Connections\\Cm\\{guid}\\{guid}.cer\"\r\n\
         certutil -delstore root \"{pin}\"\r\n"
    )
    .into_bytes()
}

/// EAP-TLS data: one trusted root, then the customer's own issuer.
fn auth_data(section: &str, key: &str, pin: &str) -> Vec<u8> {
    format!(
        "{section}\r\nTunnel=1\r\n{key}=1DBC00000D0000003200000014000000{pin}00000000FD0014\r\n"
    )
    .into_bytes()
}

/// 46 KB of a library without resources; its code is much alike, with calls (E8).
fn library() -> Vec<u8> {
    let mut code = Vec::new();
    for number in 0_u32..720 {
        code.extend(b"\x55\x8B\xEC\x83\xEC\x20\x53\x56\x57\xE8");
        code.extend((number.wrapping_mul(67) % 40_000).to_le_bytes());
        code.extend(b"\x85\xC0\x74\x09\x8B\x45\x08\x89\x45\xFC\xEB\x02\x33\xC0\x5F\x5E\x5B");
        code.extend(b"\xC9\xC2\x08\x00\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC\xCC");
        code.extend([0x90; 17]);
    }
    let library = Program {
        code,
        ..Program::of(true, vec![])
    };
    library.build()
}

/// The profile of the invented gateway under this certificate.
fn client(der: &[u8], packing: Packing) -> Cabinet {
    client_of(GUID, der, packing)
}

fn client_of(guid: &str, der: &[u8], packing: Packing) -> Cabinet {
    Cabinet::of(
        profile(guid, der, &[(&format!("{guid}.cer"), der)]),
        packing,
    )
}

/// The setup program of the invented gateway under this certificate.
pub fn setup(der: &[u8]) -> Vec<u8> {
    Program::client(true, client(der, VERBATIM).build()).build()
}

fn with_certificates(pin: &[u8], certificates: &[(&str, &[u8])]) -> Cabinet {
    Cabinet::of(profile(GUID, pin, certificates), VERBATIM)
}

fn program(case: Case, wide: bool, cabinet: &Cabinet) -> Case {
    let sort = if wide { "PE32+" } else { "PE32" };
    let source = format!("{sort} with RT_RCDATA CABINET:\n{}", cabinet.describe());
    case.binary(Program::client(wide, cabinet.build()).build(), source)
}

fn bare(case: Case, cabinet: &Cabinet) -> Case {
    case.binary(cabinet.build(), cabinet.describe())
}

/// Setup programs by themselves.
fn whole() -> Vec<Case> {
    let own = own_ca().der();
    let radius = Certificate::own("Invented RADIUS CA").der();
    let cer = format!("{GUID}.cer");
    let case = |name: &str, condition: &str, rule, today| {
        Case::new(&format!("programs/{name}"), condition, rule, today)
    };
    vec![
        program(
            case(
                "own.exe",
                "a setup program under an own CA",
                "own-ca",
                "self-signed",
            ),
            true,
            &client(&own, VERBATIM),
        ),
        program(
            case(
                "g1.exe",
                "a setup program of 32 bits under G1",
                "all-public",
                "retiring",
            ),
            false,
            &client(G1, VERBATIM),
        ),
        program(
            case(
                "g2.exe",
                "a setup program under G2",
                "all-public",
                "current",
            ),
            true,
            &client(G2, VERBATIM),
        ),
        program(
            case(
                "g1-and-g2.exe",
                "two certificates in one cabinet",
                "all-public",
                "ready",
            ),
            true,
            &with_certificates(
                G2,
                &[
                    (&format!("{GUID}.cer_0"), G1),
                    (&format!("{GUID}.cer_1"), G2),
                ],
            ),
        ),
        program(
            case(
                "own-and-g2.exe",
                "an own CA beside a public one in one cabinet",
                "mixed",
                "self-signed",
            ),
            true,
            &with_certificates(
                G2,
                &[
                    (&format!("{GUID}.cer_0"), &own),
                    (&format!("{GUID}.cer_1"), G2),
                ],
            ),
        ),
        program(
            case(
                "own-unmarked.exe",
                "self-issued for three years, without a mark",
                "own-ca",
                "self-signed",
            ),
            false,
            &client(&Certificate::own("AzureRoot").der(), VERBATIM),
        ),
        program(
            case(
                "lookalike.exe",
                "a home-made root with a public root's name",
                "contradiction",
                "unknown",
            ),
            true,
            &client(&Certificate::own(G2_NAME).der(), VERBATIM),
        ),
        program(
            case(
                "radius.exe",
                "the RADIUS server's root beside the gateway's",
                "all-public",
                "current",
            ),
            true,
            &with_certificates(&radius, &[(&cer, G2), ("RadiusServerRoot.cer", &radius)]),
        ),
        program(
            case(
                "radius-public.exe",
                "a public RADIUS root beside an own CA does not count",
                "own-ca",
                "self-signed",
            ),
            true,
            &with_certificates(G2, &[(&cer, &own), ("RadiusServerRoot.cer", G2)]),
        ),
        program(
            case(
                "radius-only.exe",
                "only the RADIUS server's root",
                "no-evidence",
                "unknown",
            ),
            true,
            &with_certificates(G2, &[("RadiusServerRoot.cer", G2)]),
        ),
        program(
            case(
                "radius-lookalike.exe",
                "a name that only begins like the RADIUS root's counts",
                "mixed",
                "self-signed",
            ),
            true,
            &with_certificates(G2, &[(&cer, G2), ("RadiusServerRoot.cer.cer", &own)]),
        ),
        program(
            case(
                "pins-differ.exe",
                "pins of another root do not count",
                "all-public",
                "current",
            ),
            true,
            &with_certificates(&radius, &[(&cer, G2)]),
        ),
        program(
            case(
                "pins-public.exe",
                "pins of a public root over an own CA do not count",
                "own-ca",
                "self-signed",
            ),
            true,
            &with_certificates(G2, &[(&cer, &own)]),
        ),
        program(
            case(
                "pins-only.exe",
                "pins of a public root and no certificate",
                "no-evidence",
                "unknown",
            ),
            true,
            &with_certificates(G2, &[]),
        ),
        case(
            "like-a-real-one.exe",
            "as large as a real one",
            "all-public",
            "current",
        )
        .binary(
            Program {
                code: vec![0xCC; 180_000],

                ..Program::client(true, client(G2, Packing::Lzx(Style::Uncompressed)).build())
            }
            .build(),
            "PE32+ with 180 KB of code and a cabinet of uncompressed LZX blocks\n",
        ),
        bare(
            case("g2.cab", "a cabinet by itself", "all-public", "current"),
            &client(G2, VERBATIM),
        ),
        bare(
            case(
                "own.cab",
                "a cabinet by itself under an own CA",
                "own-ca",
                "self-signed",
            ),
            &client(&own, VERBATIM),
        ),
        case(
            "installed.zip",
            "an installed profile, in a zip",
            "all-public",
            "current",
        )
        .zip(&installed(G2, &radius)),
        case(
            "installed-own.zip",
            "an installed profile under an own CA, in a zip",
            "own-ca",
            "self-signed",
        )
        .zip(&installed(&own, G2)),
        case(
            "self-extractor.exe",
            "a program with a zip behind it",
            "all-public",
            "current",
        )
        .zip(&Archive {
            before: Program::of(true, vec![]).build(),
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        case(
            "self-extractor-own.exe",
            "a program with a zip under an own CA behind it, offsets not moved",
            "own-ca",
            "self-signed",
        )
        .zip(&Archive {
            before: Program::of(false, vec![]).build(),
            offsets_adjusted: false,
            ..package(
                &Settings::new(Schema::Plural, &[&own], &own_name()).xml(),
                "VpnServerRoot.cer_0",
                &own,
            )
        }),
    ]
}

/// A profile as Windows keeps it after the installation.
fn installed(der: &[u8], pin: &[u8]) -> Archive {
    let files = profile(GUID, pin, &[(&format!("{GUID}.cer"), der)]);
    Archive::of(
        files
            .into_iter()
            .map(|(name, data)| Entry::new(&format!("Cm/{GUID}/{name}"), data))
            .collect(),
    )
}

/// Every way of packing, each with the certificate behind the first block: that it is G2 shows that every byte of
/// it came out right.
fn packings() -> Vec<Case> {
    let own = own_ca().der();
    let styles = [
        ("stored", Packing::Stored),
        ("mszip", Packing::Mszip),
        ("lzx-uncompressed", Packing::Lzx(Style::Uncompressed)),
        (
            "lzx-uncompressed-whole",
            Packing::Lzx(Style::UncompressedWhole),
        ),
        ("lzx-uncompressed-odd", Packing::Lzx(Style::Odd)),
        ("lzx-aligned", Packing::Lzx(Style::Aligned)),
        ("lzx-translated", Packing::Lzx(Style::Translated)),
        ("lzx-over-frames", Packing::Lzx(Style::OverFrames)),
    ];
    let mut cases: Vec<Case> = styles
        .into_iter()
        .map(|(name, packing)| {
            let case = Case::new(
                &format!("programs/packed-{name}.exe"),
                &format!("packed: {name}"),
                "all-public",
                "current",
            );
            program(case, true, &client(G2, packing))
        })
        .collect();
    let fine = |name: &str, condition: &str, cabinet: Cabinet| {
        bare(
            Case::new(
                &format!("programs/{name}"),
                condition,
                "all-public",
                "current",
            ),
            &cabinet,
        )
    };
    cases.push(fine(
        "reserved.cab",
        "reserved bytes in header, folder and blocks",
        Cabinet {
            reserve: Some((20, 4, 8)),
            ..client(G2, VERBATIM)
        },
    ));
    cases.push(fine(
        "no-sums.cab",
        "blocks without check sums",
        Cabinet {
            sums: false,
            ..client(G2, VERBATIM)
        },
    ));
    cases.push(fine(
        "damaged-behind.cab",
        "only the blocks up to the last file that is needed are unpacked: one behind them is damaged",
        {
            let mut files = profile(GUID, G2, &[(&format!("{GUID}.cer"), G2)]);
            files.push(("azurevpnbanner.bmp".to_owned(), vec![0xAA; 70_000]));
            Cabinet::of(files, Packing::Mszip).changed("a byte of the last block changed", |bytes| {
                if let Some(last) = bytes.last_mut() {
                    *last ^= 1;
                }
            })
        },
    ));
    cases.push(fine(
        "several-folders.cab",
        "the certificate in the second folder",
        in_folders(&[G2]),
    ));
    cases.push(bare(
        Case::new(
            "programs/several-folders-differ.cab",
            "a public certificate in one folder, an own CA in another",
            "mixed",
            "self-signed",
        ),
        &in_folders(&[G2, &own]),
    ));
    cases
}

/// The profile's texts in one folder, each certificate in a further one, packed differently.
fn in_folders(certificates: &[&[u8]]) -> Cabinet {
    let mut cabinet = Cabinet::of(profile(GUID, G2, &[]), VERBATIM);
    for (index, der) in certificates.iter().enumerate() {
        let packing = if index == 0 {
            Packing::Mszip
        } else {
            Packing::Stored
        };
        let files = vec![(format!("{GUID}.cer_{index}"), der.to_vec())];
        cabinet.folders.push(Folder { packing, files });
    }
    cabinet
}

/// Programs in the Resource Manager zip: they agree with Generic or they don't.
fn in_zips() -> Vec<Case> {
    let own = own_ca().der();
    let own_xml = Settings::new(Schema::Plural, &[&own], &own_name()).xml();
    let g2_with = |files: Vec<(&str, Vec<u8>)>| {
        let mut archive = package(&good_settings(), "VpnServerRoot.cer_0", G2);
        archive
            .entries
            .extend(files.into_iter().map(|(name, data)| Entry::new(name, data)));
        archive
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
    // A call (E8) in the certificate itself: only if it is translated back, the thumbprint fits.
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

fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// Two readers could take different cabinets, or take one where there is none.
fn ambiguous() -> Vec<Case> {
    let own = own_ca().der();
    let cabinet = |der: &[u8]| client(der, VERBATIM).build();
    let unsure = |name: &str, condition: &str, program: Program| {
        Case::error(
            &format!("programs/{name}.exe"),
            condition,
            "part-unreadable",
            "cabinet-ambiguous",
        )
        .binary(program.build(), format!("{condition}\n"))
    };
    let fake = |header: &[u8]| Program {
        code: header.to_vec(),
        ..Program::client(true, cabinet(G2))
    };
    vec![
        unsure(
            "two-cabinets",
            "two cabinets among the raw resources",
            Program::of(
                true,
                vec![
                    Resource::raw("CABINET", cabinet(G2)),
                    Resource::raw("CABINET2", cabinet(&own)),
                ],
            ),
        ),
        unsure(
            "cabinet-behind",
            "a second cabinet behind the program",
            Program {
                after: cabinet(&own),
                ..Program::client(true, cabinet(G2))
            },
        ),
        unsure(
            "cabinet-in-the-code",
            "a second cabinet in the code",
            Program {
                code: cabinet(&own),
                ..Program::client(true, cabinet(G2))
            },
        ),
        unsure(
            "cabinet-of-another-type",
            "a second cabinet in a resource of another type",
            Program::of(
                true,
                vec![
                    Resource::raw("CABINET", cabinet(G2)),
                    Resource {
                        kind: 23,
                        name: "CABINET".to_owned(),
                        data: cabinet(&own),
                    },
                ],
            ),
        ),
        unsure(
            "cabinet-in-the-cabinet",
            "a stored cabinet in the cabinet",
            Program::client(true, {
                let mut cabinet = client(G2, Packing::Stored);
                cabinet.folders[0]
                    .files
                    .push(("inner.cab".to_owned(), client(&own, VERBATIM).build()));
                cabinet.build()
            }),
        ),
        Case::new(
            "programs/fake-letters.exe",
            "the letters MSCF elsewhere are no cabinet",
            "all-public",
            "current",
        )
        .binary(
            fake(b"MSCF is what cabinets begin with. MSCF\0\0\0\0\xFF\xFF\xFF\xFF").build(),
            "the letters MSCF in the code\n",
        ),
        Case::error(
            "programs/cabinet-outside.exe",
            "a cabinet that is no resource",
            "not-a-package",
            "other-program",
        )
        .binary(
            Program {
                after: cabinet(&own),
                ..Program::of(true, vec![])
            }
            .build(),
            "a cabinet behind a program without resources\n",
        ),
        Case::error(
            "programs/self-extractor-and-cabinet.exe",
            "a cabinet in the resources and a zip behind",
            "ambiguous-archive",
            "zip-and-cabinet",
        )
        .zip(&Archive {
            before: setup(&own),
            ..package(&good_settings(), "VpnServerRoot.cer_0", G2)
        }),
        Case::error(
            "programs/same-name-twice.cab",
            "two files of one name",
            "part-unreadable",
            "cabinet-ambiguous",
        )
        .binary(
            with_certificates(G2, &[("g.cer", G2), ("G.CER", &own)]).build(),
            "g.cer and G.CER\n",
        ),
        Case::error(
            "programs/behind.cab",
            "bytes behind the cabinet",
            "part-unreadable",
            "cabinet-ambiguous",
        )
        .binary(
            [cabinet(G2), cabinet(&own)].concat(),
            "a cabinet behind a cabinet\n",
        ),
    ]
}

/// Broken programs and cabinets.
fn damaged() -> Vec<Case> {
    let exe = |name: &str, condition: &str, bytes: Vec<u8>| {
        Case::error(
            &format!("programs/{name}.exe"),
            condition,
            "part-unreadable",
            "program-broken",
        )
        .binary(bytes, format!("the setup program under G2: {condition}\n"))
    };
    let with = |change: fn(&mut Vec<u8>)| {
        Program {
            section: Some(change),
            ..Program::client(true, client(G2, VERBATIM).build())
        }
        .build()
    };
    let cab = |name: &str, condition: &str, error, change: fn(&mut Vec<u8>)| {
        let case = Case::error(
            &format!("programs/{name}.cab"),
            condition,
            "part-unreadable",
            error,
        );
        bare(case, &client(G2, VERBATIM).changed(condition, change))
    };
    // Offsets in a cabinet with one folder: 36 its folder, 44 its first file; in the resources: 24 the names,
    // 48 the first language, the data entries behind.
    vec![
        exe("truncated", "cut off", cut(setup(G2))),
        exe(
            "truncated-headers",
            "cut off in its headers",
            setup(G2)[..100].to_vec(),
        ),
        exe(
            "resource-beyond-the-end",
            "a resource that ends beyond the file",
            with(|tree| patch(tree, 140, u32::MAX)),
        ),
        exe(
            "resource-outside",
            "a resource at an address of no section",
            with(|tree| patch(tree, 136, 0x7000_0000)),
        ),
        exe(
            "looping-tree",
            "a resource tree that leads back to its root",
            with(|tree| patch(tree, 44, 1 << 31)),
        ),
        exe(
            "deep-tree",
            "a table where the data should be",
            with(|tree| patch(tree, 84, 1 << 31)),
        ),
        exe(
            "absurd-count",
            "65,535 names",
            with(|tree| {
                tree[36] = 0xFF;
                tree[37] = 0xFF;
            }),
        ),
        cab("truncated", "cut off", "cabinet-broken", |bytes| {
            bytes.truncate(bytes.len() / 2)
        }),
        cab(
            "longer-than-the-file",
            "declares more bytes than there are",
            "cabinet-broken",
            |bytes| patch(bytes, 8, 1 << 30),
        ),
        cab(
            "wrong-sum",
            "a wrong check sum",
            "cabinet-broken",
            |bytes| {
                if let Some(last) = bytes.last_mut() {
                    *last ^= 1
                }
            },
        ),
        cab(
            "no-blocks",
            "a folder without blocks",
            "cabinet-broken",
            |bytes| bytes[40..42].fill(0),
        ),
        cab(
            "too-few-blocks",
            "a folder with fewer blocks than its files need",
            "cabinet-broken",
            |bytes| bytes[40] = 1,
        ),
        cab(
            "blocks-outside",
            "blocks beyond the end",
            "cabinet-broken",
            |bytes| patch(bytes, 36, 0xFFFF_FF00),
        ),
        cab(
            "blocks-in-the-header",
            "blocks that begin in the header",
            "cabinet-broken",
            |bytes| patch(bytes, 36, 0),
        ),
        cab(
            "files-outside",
            "a file table beyond the end",
            "cabinet-broken",
            |bytes| patch(bytes, 16, u32::MAX),
        ),
        cab(
            "absurd-file-count",
            "65,535 files",
            "limit-entries",
            |bytes| bytes[28..30].fill(0xFF),
        )
        .rule("unreadable"),
        cab(
            "absurd-file-size",
            "a file of 4 GB",
            "limit-part",
            |bytes| each_file(bytes, |entry| patch(entry, 0, u32::MAX)),
        )
        .rule("unreadable"),
        cab(
            "absurd-file-start",
            "files that begin at 4 GB",
            "limit-part",
            |bytes| each_file(bytes, |entry| patch(entry, 4, u32::MAX)),
        )
        .rule("unreadable"),
        cab(
            "no-such-folder",
            "files in a folder that is not there",
            "cabinet-broken",
            |bytes| each_file(bytes, |entry| entry[8] = 7),
        ),
        cab(
            "continued-from-before",
            "files that go on from another cabinet",
            "cabinet-broken",
            |bytes| each_file(bytes, |entry| entry[8..10].copy_from_slice(&[0xFD, 0xFF])),
        ),
        cab(
            "continued-behind",
            "files that go on in another cabinet",
            "cabinet-broken",
            |bytes| each_file(bytes, |entry| entry[8..10].copy_from_slice(&[0xFE, 0xFF])),
        ),
        cab(
            "first-of-several",
            "the first of several cabinets",
            "cabinet-broken",
            |bytes| bytes[30] |= 2,
        ),
        cab(
            "last-of-several",
            "the last of several cabinets",
            "cabinet-broken",
            |bytes| bytes[30] |= 1,
        ),
        cab("quantum", "packed by Quantum", "cabinet-method", |bytes| {
            bytes[42] = 2
        }),
        cab(
            "window-too-large",
            "LZX with a window of 2^25",
            "cabinet-method",
            |bytes| bytes[43] = 25,
        ),
        cab(
            "window-too-small",
            "LZX with a window of 2^14",
            "cabinet-method",
            |bytes| bytes[43] = 14,
        ),
        cab(
            "another-version",
            "a cabinet of version 2",
            "cabinet-broken",
            |bytes| bytes[25] = 2,
        ),
        bare(
            Case::error(
                "programs/empty-certificate.cab",
                "an empty certificate",
                "part-unreadable",
                "part-empty",
            ),
            &with_certificates(G2, &[("g.cer", b"")]),
        ),
        bare(
            Case::error(
                "programs/broken-certificate.cab",
                "a broken certificate",
                "part-unreadable",
                "certificate",
            ),
            &with_certificates(G2, &[("g.cer", &G2[..500])]),
        ),
        bare(
            Case::error(
                "programs/garbage-lzx.cab",
                "LZX that is none",
                "part-unreadable",
                "cabinet-broken",
            ),
            &Cabinet {
                sums: false,
                ..client(G2, VERBATIM)
            }
            .changed("the blocks' bytes are all ones", |bytes| {
                let from = bytes.len() - 900;
                bytes[from..].fill(0xFF)
            }),
        ),
    ]
}

fn patch(bytes: &mut [u8], at: usize, value: u32) {
    bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
}

/// Changes each entry of the file table.
fn each_file(bytes: &mut [u8], change: fn(&mut [u8])) {
    let count = usize::from(bytes[28]);
    let mut at = 44;
    for _ in 0..count {
        change(&mut bytes[at..]);
        at += 17
            + bytes[at + 16..]
                .iter()
                .take_while(|byte| **byte != 0)
                .count();
    }
}

/// Programs and cabinets that are no VPN client.
fn others() -> Vec<Case> {
    let other = |name: &str, condition: &str, error, program: Program| {
        Case::error(
            &format!("programs/{name}"),
            condition,
            "not-a-package",
            error,
        )
        .binary(program.build(), format!("{condition}\n"))
    };
    let behind = |bytes: &[u8]| Program {
        after: bytes.to_vec(),
        ..Program::of(false, vec![])
    };
    vec![
        other(
            "seven-zip.exe",
            "a self-extractor of 7-Zip",
            "seven-zip",
            behind(b"7z\xBC\xAF\x27\x1C\0\x04"),
        ),
        other(
            "rar.exe",
            "a self-extractor of RAR",
            "rar",
            behind(b"Rar!\x1A\x07\x01\0"),
        ),
        other(
            "nsis.exe",
            "an installer of NSIS",
            "nsis",
            behind(b"\0\0\0\0\xEF\xBE\xAD\xDENullsoftInst"),
        ),
        other(
            "msi.exe",
            "an installer around an MSI",
            "msi",
            behind(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ),
        other(
            "plain.exe",
            "a program that holds nothing",
            "other-program",
            Program::of(true, vec![]),
        ),
        other(
            "no-cabinet.exe",
            "a program whose resource CABINET is no cabinet",
            "other-program",
            Program::client(true, b"not a cabinet".to_vec()),
        ),
        Case::error(
            "programs/no-profile.cab",
            "a cabinet without a profile",
            "not-a-package",
            "other-cabinet",
        )
        .binary(
            Cabinet::of(
                vec![
                    ("readme.txt".to_owned(), b"nothing".to_vec()),
                    ("my.cer".to_owned(), G2.to_vec()),
                ],
                Packing::Mszip,
            )
            .build(),
            "readme.txt and a certificate\n",
        ),
        Case::error(
            "programs/git-lfs-pointer.exe",
            "a Git LFS pointer by itself",
            "not-a-package",
            "text",
        )
        .text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 196608\n"),
        Case::error(
            "programs/no-program.exe",
            "two letters of a program",
            "part-unreadable",
            "program-broken",
        )
        .binary(b"MZ".to_vec(), "MZ\n"),
    ]
}
