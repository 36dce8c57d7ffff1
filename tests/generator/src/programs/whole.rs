//! Bare setup programs, cabinets and profiles with every compression.

use super::*;

/// Bare setup programs.
pub(super) fn setup_programs() -> Vec<Case> {
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

/// Returns a profile as Windows stores it after the installation.
fn installed(der: &[u8], pin: &[u8]) -> Archive {
    let files = profile(GUID, pin, &[(&format!("{GUID}.cer"), der)]);
    Archive::of(
        files
            .into_iter()
            .map(|(name, data)| Entry::new(&format!("Cm/{GUID}/{name}"), data))
            .collect(),
    )
}

/// Every compression, each with the certificate after the first block: recognising G2 shows that every byte was
/// unpacked correctly.
pub(super) fn packings() -> Vec<Case> {
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

/// Returns a cabinet with the profile's texts in one folder and each certificate in another, each with its own
/// compression.
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
