//! Programs and cabinets that readers interpret differently, broken ones, and those of other products.

use super::*;

/// Two readers could find different cabinets, or one where there is none.
pub(super) fn ambiguous() -> Vec<Case> {
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
    let changed = |root: &[u8], at: usize| {
        let mut bytes = cabinet(root);
        bytes[at] ^= 2;
        bytes
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
            "cabinet-of-another-version",
            "a second cabinet in the code, of a version that not every reader looks at",
            Program {
                code: changed(&own, 25),
                ..Program::client(true, cabinet(G2))
            },
        ),
        unsure(
            "cabinet-with-reserved",
            "a second cabinet in the code, with a reserved field that is not zero",
            Program {
                code: changed(&own, 4),
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
            "programs/cabinet-and-damaged-zip.exe",
            "a cabinet in the resources and behind it a zip whose end names a directory that is not there",
            "ambiguous-archive",
            "zip-and-cabinet",
        )
        .zip(&Archive {
            before: setup(&own),
            end: Some(|end| end[16] ^= 0x40),
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
pub(super) fn damaged() -> Vec<Case> {
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
    // Offsets in a cabinet with one folder: 36 the folder, 44 the first file. In the resources: 24 the names, 48 the
    // first language, followed by the data entries.
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

/// Programs and cabinets of other products.
pub(super) fn others() -> Vec<Case> {
    let other = |name: &str, condition: &str, error, program: Program| {
        Case::error(
            &format!("programs/{name}"),
            condition,
            "not-a-package",
            error,
        )
        .binary(program.build(), format!("{condition}\n"))
    };
    let with_overlay = |bytes: &[u8]| Program {
        after: bytes.to_vec(),
        ..Program::of(false, vec![])
    };
    vec![
        other(
            "seven-zip.exe",
            "a self-extractor of 7-Zip",
            "seven-zip",
            with_overlay(b"7z\xBC\xAF\x27\x1C\0\x04"),
        ),
        other(
            "rar.exe",
            "a self-extractor of RAR",
            "rar",
            with_overlay(b"Rar!\x1A\x07\x01\0"),
        ),
        other(
            "nsis.exe",
            "an installer of NSIS",
            "nsis",
            with_overlay(b"\0\0\0\0\xEF\xBE\xAD\xDENullsoftInst"),
        ),
        other(
            "msi.exe",
            "an installer around an MSI",
            "msi",
            with_overlay(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
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
            "lfs-pointer",
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
