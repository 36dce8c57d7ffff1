//! Zips by common tools, and the fourteen classes of differences between two readers.

use crate::Case;
use crate::own::package;
use crate::parts::*;
use crate::zip::{Archive, Descriptor, Entry, deflate, extra};
use flate2::Crc;

const SETTINGS: &str = "Generic/VpnSettings.xml";

pub fn cases() -> Vec<Case> {
    let mut cases = writers();
    cases.extend(damaged());
    cases.extend(headers());
    cases.extend(names());
    cases.extend(structure());
    cases
}

fn settings(name: &str) -> Entry {
    Entry::new(name, good_settings())
}

/// Returns settings of a gateway's own CA, which the other reader of an ambiguous zip finds.
fn own_settings() -> String {
    let own = crate::own::own_ca().der();
    Settings::new(Schema::Plural, &[&own], &crate::own::own_name()).xml()
}

fn own(name: &str) -> Entry {
    Entry::new(name, own_settings())
}

fn slashes() -> Archive {
    Archive::of(vec![
        settings(SETTINGS),
        Entry::new("Generic/VpnServerRoot.cer_0", G2),
    ])
}

fn ambiguous(path: &str, condition: &str, error: &'static str, archive: &Archive) -> Case {
    Case::error(path, condition, "ambiguous-archive", error).zip(archive)
}

/// Common tools: each gives the verdict of the plain package.
fn writers() -> Vec<Case> {
    let fine = |name: &str, condition: &str, archive: Archive| {
        Case::new(
            &format!("zip/writer-{name}.zip"),
            condition,
            "all-public",
            "current",
        )
        .zip(&archive)
    };
    let each = |change: fn(&mut Entry)| {
        let mut archive = slashes();
        archive.entries.iter_mut().for_each(change);
        archive
    };
    let folder = |name: &str| {
        let mut entry = Entry::new(name, "").stored();
        entry.external = 0x10;
        entry
    };
    let in_folder = |top: &str| {
        let mut archive = slashes();
        for entry in &mut archive.entries {
            entry.name = [top.as_bytes(), &entry.name].concat();
        }
        archive
    };
    vec![
        fine(
            "vendor",
            "as the vendor writes it",
            package(&good_settings(), "VpnServerRoot.cer_0", G2),
        ),
        fine(
            "explorer",
            "Windows Explorer: slashes, a top folder, UTF-8 flag for a Japanese name",
            {
                let mut archive = in_folder("VPN クライアント/");
                archive
                    .entries
                    .iter_mut()
                    .for_each(|entry| entry.flags |= 1 << 11);
                archive
            },
        ),
        fine(
            "explorer-code-page-and-more",
            "Windows Explorer: a Japanese name in code page 932 with half a backslash, and the customer's own root there",
            {
                let mut archive = slashes();
                archive.entries.push(Entry::new(
                    "P2SRootCert.cer",
                    crate::der::Certificate::own("P2SRootCert").der(),
                ));
                for entry in &mut archive.entries {
                    entry.name = [b"\x95\x5C/".as_slice(), &entry.name].concat();
                }
                archive
            },
        ),
        fine(
            "explorer-code-page",
            "Windows Explorer: a Japanese name in code page 932",
            {
                let mut archive = slashes();
                for entry in &mut archive.entries {
                    entry.name = [b"\x95\x5C\x8E\xA6/".as_slice(), &entry.name].concat();
                }
                archive
            },
        ),
        fine(
            "macos",
            "macOS Archive Utility: descriptors, __MACOSX, ._ files",
            {
                let mut archive = in_folder("vpn/");
                archive.entries.iter_mut().for_each(|entry| {
                    entry.flags |= 8;
                    entry.descriptor = Descriptor::Signed;
                    entry.made_by = 0x0315;
                    entry.external = 0o100_644 << 16;
                    entry.local_extra = extra(0x5855, &[0; 12]);
                    entry.listed_extra = extra(0x5855, &[0; 8]);
                });
                archive.entries.insert(0, folder("vpn/"));
                archive.entries.push(Entry::new(
                    "__MACOSX/vpn/._VpnSettings.xml",
                    "resource fork",
                ));
                archive.entries.push(Entry::new("vpn/.DS_Store", "desktop"));
                archive
            },
        ),
        fine(
            "7-zip",
            "7-Zip: NTFS times in the directory",
            each(|entry| entry.listed_extra = extra(0x000A, &[0; 32])),
        ),
        fine(
            "info-zip",
            "Info-ZIP: Unix times, folder entries, stored small files",
            {
                let mut archive = each(|entry| {
                    entry.made_by = 0x031E;
                    entry.external = 0o100_644 << 16;
                    entry.local_extra = [
                        extra(0x5455, &[3, 0, 0, 0, 0, 0, 0, 0, 0]),
                        extra(0x7875, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
                    ]
                    .concat();
                    entry.listed_extra = [
                        extra(0x5455, &[3, 0, 0, 0, 0]),
                        extra(0x7875, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
                    ]
                    .concat();
                });
                archive.entries.insert(0, folder("Generic/"));
                archive.entries[2].method = 0;
                archive
            },
        ),
        fine(
            "info-zip-streamed",
            "Info-ZIP to a pipe: zip64 extra, wide descriptors",
            {
                each(|entry| {
                    entry.flags |= 8;
                    entry.descriptor = Descriptor::Wide;
                    entry.local_extra = extra(1, &[0; 16]);
                    entry.local = Some(|header| header[18..26].fill(0xFF));
                })
            },
        ),
        fine(
            "info-zip-unicode-path",
            "Info-ZIP: a Unicode path that says the same name",
            {
                each(|entry| {
                    let mut crc = Crc::new();
                    crc.update(&entry.name);
                    let field = extra(
                        0x7075,
                        &[&[1], &crc.sum().to_le_bytes()[..], &entry.name].concat(),
                    );
                    entry.local_extra = field.clone();
                    entry.listed_extra = field;
                })
            },
        ),
        fine(
            "git-host",
            "a git host: UTF-8 flag, the commit as comment",
            {
                let mut archive = each(|entry| {
                    entry.flags |= 1 << 11;
                    entry.local_extra = extra(0x5455, &[1, 0, 0, 0, 0]);
                    entry.listed_extra = extra(0x5455, &[1, 0, 0, 0, 0]);
                });
                archive.comment = b"0123456789abcdef0123456789abcdef01234567".to_vec();
                archive
            },
        ),
        fine(
            "dotnet",
            ".NET to a stream: descriptors, UTF-8 flag",
            each(|entry| {
                entry.flags |= 8 | 1 << 11;
                entry.descriptor = Descriptor::Signed;
            }),
        ),
        fine(
            "java",
            "Java: descriptors with signature, an empty extra field in the first entry",
            {
                let mut archive = each(|entry| {
                    entry.flags |= 8 | 1 << 11;
                    entry.descriptor = Descriptor::Signed;
                });
                archive.entries[0].local_extra = extra(0xCAFE, &[]);
                archive.entries[0].listed_extra = extra(0xCAFE, &[]);
                archive
            },
        ),
        fine(
            "bare-descriptor",
            "descriptors without signature",
            each(|entry| {
                entry.flags |= 8;
                entry.descriptor = Descriptor::Bare;
            }),
        ),
        fine(
            "python-zip64",
            "Python: zip64 forced in the local header",
            each(|entry| {
                let sizes = [entry.data.len() as u64, deflate(&entry.data).len() as u64]
                    .map(u64::to_le_bytes)
                    .concat();
                entry.local_extra = extra(1, &sizes);
                entry.local = Some(|header| header[18..26].fill(0xFF));
            }),
        ),
        fine(
            "zip64-end",
            "a zip64 end record that is not needed",
            Archive {
                zip64: true,
                ..slashes()
            },
        ),
        fine("bsdtar", "names that begin with ./", in_folder("./")),
        fine(
            "double-slash",
            "a name with two slashes, and no other",
            in_folder("vpn//"),
        ),
        fine("other-files", "other files beside the package's", {
            let mut archive = slashes();
            archive.entries.push(Entry::new("notes.txt", "notes"));
            archive
                .entries
                .push(Entry::new("photo.jpg", [0xFF, 0xD8, 0xFF]).stored());
            archive
        }),
        fine(
            "padded",
            "zeros and newlines behind the end",
            Archive {
                after: b"\0\0\r\n".to_vec(),
                ..slashes()
            },
        ),
        fine(
            "case",
            "another case",
            Archive::of(vec![settings("GENERIC/VPNSETTINGS.XML")]),
        ),
        fine(
            "self-extractor-adjusted",
            "data before the zip, offsets moved",
            Archive {
                before: b"stub of a self-extractor".to_vec(),
                ..slashes()
            },
        ),
        fine(
            "self-extractor",
            "data before the zip, offsets not moved",
            Archive {
                before: b"stub of a self-extractor".to_vec(),
                offsets_adjusted: false,
                ..slashes()
            },
        ),
        fine("nested-zip", "another zip inside, stored", {
            let mut archive = slashes();
            let inner = Archive::of(vec![Entry::new("notes.txt", "notes")])
                .build()
                .0;
            archive
                .entries
                .push(Entry::new("other.zip", inner).stored());
            archive
        }),
    ]
}

fn damaged() -> Vec<Case> {
    let zip = slashes().build().0;
    let cut = |path: &str, condition: &str, error, bytes: &[u8]| {
        Case::error(path, condition, "unreadable", error)
            .binary(bytes.to_vec(), "the plain package with slashes, changed\n")
    };
    let place = |path: &str, condition: &str, error, entry: Entry| {
        Case::error(path, condition, "part-unreadable", error).zip(&Archive::of(vec![entry]))
    };
    let mut encrypted = settings(SETTINGS);
    encrypted.flags |= 1;
    let mut method = settings(SETTINGS);
    method.method = 12;
    let mut wrong_crc = settings(SETTINGS);
    wrong_crc.local = Some(|header| header[14] ^= 1);
    wrong_crc.listed = Some(|header| header[16] ^= 1);
    let mut short = settings(SETTINGS);
    short.local = Some(|header| header[22..26].copy_from_slice(&10_u32.to_le_bytes()));
    short.listed = Some(|header| header[24..28].copy_from_slice(&10_u32.to_le_bytes()));
    let mut long = settings(SETTINGS);
    long.local =
        Some(|header| header[22..26].copy_from_slice(&u32::MAX.wrapping_sub(9).to_le_bytes()));
    long.listed =
        Some(|header| header[24..28].copy_from_slice(&u32::MAX.wrapping_sub(9).to_le_bytes()));
    let mut link = Entry::new(SETTINGS, "../elsewhere.xml").stored();
    link.made_by = 0x0314;
    link.external = 0o120_777 << 16;
    let mut garbage = settings(SETTINGS);
    garbage.packed = Some(vec![0xFF; 64]);
    vec![
        cut(
            "zip/truncated.zip",
            "cut off in the middle",
            "zip-truncated",
            &zip[..zip.len() / 2],
        ),
        cut(
            "zip/truncated-in-directory.zip",
            "cut off in the directory",
            "zip-truncated",
            &zip[..zip.len() - 30],
        ),
        Case::error(
            "zip/split.zip",
            "one part of a split zip",
            "unreadable",
            "zip-split",
        )
        .zip(&Archive {
            end: Some(|end| end[4] = 1),
            ..slashes()
        }),
        Case::error(
            "zip/directory-outside.zip",
            "a directory outside the file",
            "unreadable",
            "zip-damaged",
        )
        .zip(&Archive {
            end: Some(|end| end[12..16].copy_from_slice(&70_000_u32.to_le_bytes())),
            ..slashes()
        }),
        Case::error(
            "zip/header-outside.zip",
            "a local header outside the file",
            "unreadable",
            "zip-damaged",
        )
        .zip(&{
            let mut archive = slashes();
            archive.entries[1].listed =
                Some(|header| header[42..46].copy_from_slice(&1_000_000_u32.to_le_bytes()));
            archive
        }),
        Case::error(
            "zip/many-entries.zip",
            "3,000 entries",
            "unreadable",
            "limit-entries",
        )
        .zip(&Archive::of(
            (0..3_000)
                .map(|number| Entry::new(&format!("{number}"), "").stored())
                .collect(),
        )),
        Case::error(
            "zip/long-names.zip",
            "names of 60,000 bytes",
            "unreadable",
            "limit-directory",
        )
        .zip(&Archive::of(
            (0..20)
                .map(|number| Entry::new(&format!("{number:060000}"), "").stored())
                .collect(),
        )),
        place(
            "zip/encrypted.zip",
            "an encrypted entry",
            "zip-encrypted",
            encrypted,
        ),
        place("zip/method.zip", "an unknown method", "zip-method", method),
        place(
            "zip/wrong-crc.zip",
            "a wrong check sum",
            "zip-crc",
            wrong_crc,
        ),
        place(
            "zip/declares-too-little.zip",
            "declares fewer bytes than it has",
            "zip-content",
            short,
        ),
        place(
            "zip/declares-too-much.zip",
            "declares more bytes than it has",
            "zip-content",
            long,
        ),
        place("zip/link.zip", "a link", "zip-link", link),
        place(
            "zip/garbage.zip",
            "packed bytes that are no DEFLATE",
            "zip-content",
            garbage,
        ),
        place(
            "zip/empty-part.zip",
            "an empty part",
            "part-empty",
            Entry::new(SETTINGS, "").stored(),
        ),
        place(
            "zip/broken-xml.zip",
            "broken XML in the zip",
            "xml-broken",
            Entry::new(SETTINGS, "<VpnProfile>"),
        ),
    ]
}

/// A1, A2, A5: the two headers of an entry.
fn headers() -> Vec<Case> {
    let one = |change: fn(&mut Entry)| {
        let mut archive = slashes();
        change(&mut archive.entries[0]);
        archive
    };
    let differs = "zip-headers-differ";
    vec![
        ambiguous(
            "zip/a1-stored-in-local.zip",
            "A1: stored in the local header, deflate in the directory",
            differs,
            &one(|entry| entry.local = Some(|header| header[8] = 0)),
        ),
        ambiguous(
            "zip/a1-deflate-in-local.zip",
            "A1: deflate in the local header, stored in the directory",
            differs,
            &one(|entry| entry.listed = Some(|header| header[10] = 0)),
        ),
        ambiguous(
            "zip/a2-packed-size.zip",
            "A2: another packed size in the local header",
            differs,
            &one(|entry| entry.local = Some(|header| header[18] ^= 1)),
        ),
        ambiguous(
            "zip/a2-unpacked-size.zip",
            "A2: another unpacked size in the local header",
            differs,
            &one(|entry| entry.local = Some(|header| header[22] ^= 1)),
        ),
        ambiguous(
            "zip/a2-crc.zip",
            "A2: another check sum in the local header",
            differs,
            &one(|entry| entry.local = Some(|header| header[14] ^= 1)),
        ),
        ambiguous(
            "zip/a2-descriptor.zip",
            "A2: another size in the descriptor",
            "zip-descriptor-differs",
            &one(|entry| {
                entry.flags |= 8;
                entry.after = [b"PK\x07\x08".as_slice(), &[1; 12]].concat();
            }),
        ),
        ambiguous(
            "zip/a2-two-zip64.zip",
            "A2: two zip64 extra fields",
            "zip-zip64-mismatch",
            &one(|entry| {
                entry.listed_extra = [extra(1, &[1; 16]), extra(1, &[2; 16])].concat();
            }),
        ),
        ambiguous(
            "zip/a2-zip64-says-otherwise.zip",
            "A2: a zip64 field that contradicts sizes which need none",
            "zip-zip64-mismatch",
            &one(|entry| entry.listed_extra = extra(1, &[1; 16])),
        ),
        ambiguous(
            "zip/a2-zip64-in-local.zip",
            "A2: a zip64 field in the local header that says other sizes",
            "zip-zip64-mismatch",
            &one(|entry| entry.local_extra = extra(1, &[1; 16])),
        ),
        ambiguous(
            "zip/a5-encrypted-in-local.zip",
            "A5: the encryption flag only in the local header",
            "zip-encryption-differs",
            &one(|entry| entry.local = Some(|header| header[6] |= 1)),
        ),
        ambiguous(
            "zip/a5-encrypted-in-directory.zip",
            "A5: the encryption flag only in the directory",
            "zip-encryption-differs",
            &one(|entry| entry.listed = Some(|header| header[8] |= 1)),
        ),
        ambiguous(
            "zip/a5-first-entry.zip",
            "A5: only the first entry is encrypted",
            "zip-encryption-differs",
            &{
                let mut archive = slashes();
                let mut first = Entry::new("notes.txt", "notes");
                first.flags |= 1;
                archive.entries.insert(0, first);
                archive
            },
        ),
    ]
}

/// A3, A4, B1 to B4: names.
fn names() -> Vec<Case> {
    let pair = |one: &str, other: &str| Archive::of(vec![settings(one), own(other)]);
    let raw = |name: &[u8]| {
        let mut entry = settings("x");
        entry.name = name.to_vec();
        Archive::of(vec![own(SETTINGS), entry])
    };
    let unicode = |entry: &mut Entry, version: u8, name: &[u8], path: &str| {
        let mut crc = Crc::new();
        crc.update(name);
        let field = extra(
            0x7075,
            &[&[version], &crc.sum().to_le_bytes()[..], path.as_bytes()].concat(),
        );
        entry.local_extra.extend(&field);
        entry.listed_extra.extend(&field);
    };
    let duplicate = "zip-duplicate-name";
    let mut cases = vec![
        ambiguous(
            "zip/a3-local-name.zip",
            "A3: another name in the local header",
            "zip-headers-differ",
            &{
                let mut archive = slashes();
                archive.entries[0].local = Some(|header| header[30] = b'g');
                archive
            },
        ),
        ambiguous(
            "zip/a3-unicode-path.zip",
            "A3: a Unicode path makes notes.txt a place",
            "zip-unicode-name",
            &{
                let mut archive = slashes();
                let mut entry = own("notes.txt");
                unicode(&mut entry, 1, b"notes.txt", "other/VpnSettings.xml");
                archive.entries.push(entry);
                archive
            },
        ),
        ambiguous(
            "zip/a3-unicode-path-hides.zip",
            "A3: a Unicode path makes a place notes.txt",
            "zip-unicode-name",
            &{
                let mut entry = settings(SETTINGS);
                unicode(&mut entry, 1, SETTINGS.as_bytes(), "notes.txt");
                Archive::of(vec![entry])
            },
        ),
        ambiguous(
            "zip/a3-unicode-path-crc.zip",
            "A3: a Unicode path for another name",
            "zip-unicode-name",
            &{
                let mut entry = settings(SETTINGS);
                unicode(&mut entry, 1, b"another name", "notes.txt");
                Archive::of(vec![entry])
            },
        ),
        ambiguous(
            "zip/a3-unicode-path-version.zip",
            "A3: a Unicode path of an unknown version",
            "zip-unicode-name",
            &{
                let mut entry = settings(SETTINGS);
                unicode(&mut entry, 2, SETTINGS.as_bytes(), "notes.txt");
                Archive::of(vec![entry])
            },
        ),
        ambiguous(
            "zip/a3-two-unicode-paths.zip",
            "A3: two Unicode paths",
            "zip-unicode-name",
            &{
                let mut entry = settings(SETTINGS);
                unicode(&mut entry, 1, SETTINGS.as_bytes(), SETTINGS);
                unicode(&mut entry, 1, SETTINGS.as_bytes(), "notes.txt");
                Archive::of(vec![entry])
            },
        ),
        ambiguous(
            "zip/a3-utf8-flag.zip",
            "A3: the UTF-8 flag in one header only",
            "zip-headers-differ",
            &{
                let mut archive = slashes();
                archive.entries[0].local = Some(|header| header[7] |= 8);
                archive
            },
        ),
        ambiguous(
            "zip/a4-slash.zip",
            "A4: a place whose name ends in a slash, with content",
            "zip-file-or-folder",
            &Archive::of(vec![settings("Generic/VpnSettings.xml/")]),
        ),
        ambiguous(
            "zip/a4-backslash.zip",
            "A4: a place whose name ends in a backslash",
            "zip-file-or-folder",
            &Archive::of(vec![settings("Generic\\VpnSettings.xml\\")]),
        ),
        ambiguous(
            "zip/a4-attribute.zip",
            "A4: a place with a folder's attribute",
            "zip-file-or-folder",
            &{
                let mut entry = settings(SETTINGS);
                entry.external = 0x10;
                Archive::of(vec![entry])
            },
        ),
        ambiguous(
            "zip/a4-unix-folder.zip",
            "A4: a place with a folder's mode of Unix",
            "zip-file-or-folder",
            &{
                let mut entry = settings(SETTINGS);
                entry.made_by = 0x0314;
                entry.external = 0o040_755 << 16;
                Archive::of(vec![entry])
            },
        ),
        ambiguous(
            "zip/a4-empty-folder-beside.zip",
            "A4: an empty folder with the place's name beside the place",
            "zip-file-or-folder",
            &Archive::of(vec![
                Entry::new("Generic/VpnSettings.xml/", "").stored(),
                settings(SETTINGS),
            ]),
        ),
        ambiguous(
            "zip/b1-twice.zip",
            "B1: one name twice",
            duplicate,
            &pair(SETTINGS, SETTINGS),
        ),
        ambiguous(
            "zip/b1-slash-and-backslash.zip",
            "B1: one name with either slash",
            duplicate,
            &pair(SETTINGS, "Generic\\VpnSettings.xml"),
        ),
        ambiguous(
            "zip/b1-unicode-form.zip",
            "B1: one folder in two Unicode forms",
            duplicate,
            &pair("caf\u{E9}/VpnSettings.xml", "cafe\u{301}/VpnSettings.xml"),
        ),
        ambiguous(
            "zip/b4-case.zip",
            "B4: names that differ in case",
            duplicate,
            &pair(SETTINGS, "generic/vpnsettings.xml"),
        ),
        ambiguous(
            "zip/b4-long-s.zip",
            "B4: a letter that only some systems fold into the other case",
            "zip-name",
            &pair(SETTINGS, "Generic/Vpn\u{17F}ettings.xml"),
        ),
        ambiguous(
            "zip/b4-ligature.zip",
            "B4: a ligature that some systems fold into two letters",
            "zip-name",
            &pair(SETTINGS, "AzureVPN/azurevpncon\u{FB01}g.xml"),
        ),
        ambiguous(
            "zip/b2-passed-over.zip",
            "B2: a character without width that HFS+ passes over",
            "zip-name",
            &pair(SETTINGS, "Generic/Vpn\u{200C}Settings.xml"),
        ),
        ambiguous(
            "zip/b2-version.zip",
            "B2: a name with a version number, which Info-ZIP cuts off",
            "zip-name",
            &Archive::of(vec![
                settings(SETTINGS),
                Entry::new("Generic/VpnServerRoot.cer_1;1", crate::own::own_ca().der()),
            ]),
        ),
        ambiguous(
            "zip/b2-replaced.zip",
            "B2: a name with a character that readers on Windows replace",
            "zip-name",
            &Archive::of(vec![
                settings(SETTINGS),
                Entry::new("Generic/VpnServerRoot.cer?1", crate::own::own_ca().der()),
            ]),
        ),
        ambiguous(
            "zip/b2-profile-folder.zip",
            "B2: a certificate beside its profile only where the folder's trailing blank is taken off",
            "zip-name",
            &{
                let mut archive = slashes();
                let der = crate::own::own_ca().der();
                archive.entries.push(Entry::new("Cm/g.pbk", "[g]\r\n"));
                archive.entries.push(Entry::new("Cm /g.cer", der));
                archive
            },
        ),
        Case::new(
            "zip/b2-profile-in-two-code-pages.zip",
            "B2: an own certificate and its profile, whose Japanese names are UTF-8 and code page 932",
            "mixed",
            "self-signed",
        )
        .zip(&{
            let mut archive = slashes();
            let der = crate::own::own_ca().der();
            let mut text = Entry::new("Cm/.pbk", "[g]\r\n");
            text.name = b"Cm/\x93\x8C\x8B\x9E.pbk".to_vec();
            archive.entries.push(text);
            archive.entries.push(Entry::new("Cm/東京.cer", der));
            archive
        }),
        Case::new(
            "zip/b1-profile-in-two-unicode-forms.zip",
            "B1: an own certificate and its profile, whose names are composed and decomposed",
            "mixed",
            "self-signed",
        )
        .zip(&{
            let mut archive = slashes();
            let der = crate::own::own_ca().der();
            archive.entries.push(Entry::new("Cm/M\u{FC}nchen.pbk", "[g]\r\n"));
            archive.entries.push(Entry::new("Cm/Mu\u{308}nchen.cer", der));
            archive
        }),
        ambiguous(
            "zip/b2-code-page-of-a-profile.zip",
            "B2: a certificate that lies beside its profile in code page 932 and in a folder of its own elsewhere",
            "zip-name",
            &{
                let mut archive = slashes();
                let mut certificate = Entry::new("", crate::own::own_ca().der());
                certificate.name = b"Cm/\x83\x5C.cer".to_vec();
                archive.entries.push(Entry::new("Cm/ソ.pbk", "[g]\r\n"));
                archive.entries.push(certificate);
                archive
            },
        ),
        ambiguous(
            "zip/a3-unicode-path-of-a-profile.zip",
            "A3: a Unicode path moves a certificate beside a profile",
            "zip-unicode-name",
            &{
                let mut archive = slashes();
                let mut certificate = Entry::new("Other/x.cer", crate::own::own_ca().der());
                unicode(&mut certificate, 1, b"Other/x.cer", "Cm/g.cer");
                archive.entries.push(Entry::new("Cm/g.pbk", "[g]\r\n"));
                archive.entries.push(certificate);
                archive
            },
        ),
        ambiguous(
            "zip/b3-double-slash.zip",
            "B3: a//b beside a/b",
            duplicate,
            &pair(SETTINGS, "Generic//VpnSettings.xml"),
        ),
        ambiguous(
            "zip/b3-dot.zip",
            "B3: ./a beside a",
            duplicate,
            &pair(SETTINGS, "./Generic/VpnSettings.xml"),
        ),
    ];
    for (file, condition, name) in [
        (
            "b2-nul",
            "B2: a NUL in a name",
            b"Other/VpnSettings.xml\0.txt".as_slice(),
        ),
        (
            "b2-control",
            "B2: a control character in a name",
            b"Other/VpnSettings\x07.xml",
        ),
        (
            "b2-colon",
            "B2: a stream of Windows behind a name",
            b"Other/VpnSettings.xml:stream",
        ),
        ("b2-drive", "B2: a drive in a name", b"C:VpnSettings.xml"),
        (
            "b2-trailing-dot",
            "B2: a trailing dot",
            b"Other/VpnSettings.xml.",
        ),
        (
            "b2-trailing-blank",
            "B2: a trailing blank",
            b"Other/VpnSettings.xml ",
        ),
        (
            "b2-code-page",
            "B2: a backslash as the second byte of a character",
            b"Other/\x83\x5CVpnSettings.xml",
        ),
        (
            "b2-code-page-936",
            "B2: a backslash as the second byte of a character that only code page 936 has",
            b"Other/\xB0\x5CVpnSettings.xml",
        ),
        (
            "b2-macos-colon",
            "B2: a file that macOS leaves, and by its colon a place",
            b"Other/._x:VpnSettings.xml",
        ),
        ("b3-dots", "B3: a/../b", b"Generic/../Other/VpnSettings.xml"),
        (
            "b3-dots-hide",
            "B3: a place that is walked away from",
            b"Other/VpnSettings.xml/../../x/VpnSettings.xml",
        ),
        (
            "b3-out-of-macos-folder",
            "B3: a place that is walked to out of the folder that macOS leaves",
            b"__MACOSX/../Other/VpnSettings.xml",
        ),
        (
            "b3-leading-slash",
            "B3: a leading slash",
            b"/Other/VpnSettings.xml",
        ),
        (
            "b3-unc",
            "B3: a network path",
            b"\\\\server\\share\\VpnSettings.xml",
        ),
    ] {
        cases.push(ambiguous(
            &format!("zip/{file}.zip"),
            condition,
            "zip-name",
            &raw(name),
        ));
    }
    cases
}

/// C1 to C5: entries, end records, directory.
fn structure() -> Vec<Case> {
    let hidden = || Entry {
        unlisted: true,
        ..own("Generic/VpnSettings.xml")
    };
    let good = Archive::of(vec![settings(SETTINGS)]);
    let bytes = good.build().0;
    let own_zip = Archive::of(vec![own(SETTINGS)]).build().0;
    let mut padded = settings(SETTINGS);
    padded.packed = Some([deflate(&padded.data), own_zip.clone()].concat());
    let mut early = own("first.txt").streamed(Descriptor::Signed);
    early.packed = Some(
        [
            deflate(&early.data),
            [b"PK\x07\x08".as_slice(), &[0; 12]].concat(),
            hidden_bytes(),
        ]
        .concat(),
    );
    vec![
        ambiguous(
            "zip/c1-unlisted-between.zip",
            "C1: an entry between others that the directory lacks",
            "zip-hidden-data",
            &Archive::of(vec![
                settings(SETTINGS),
                hidden(),
                Entry::new("notes.txt", "notes"),
            ]),
        ),
        ambiguous(
            "zip/c1-unlisted-first.zip",
            "C1: an entry before all others that the directory lacks",
            "zip-hidden-data",
            &Archive::of(vec![hidden(), settings(SETTINGS)]),
        ),
        ambiguous(
            "zip/c1-unlisted-of-another-version.zip",
            "C1: an entry before all others that the directory lacks, which needs a version that nobody has",
            "zip-hidden-data",
            &Archive::of(vec![
                Entry {
                    local: Some(|header| header[4..6].copy_from_slice(&[0x14, 1])),
                    ..hidden()
                },
                settings(SETTINGS),
            ]),
        ),
        ambiguous(
            "zip/c1-unlisted-last.zip",
            "C1: an entry before the directory that it lacks",
            "zip-hidden-data",
            &Archive::of(vec![settings(SETTINGS), hidden()]),
        ),
        ambiguous(
            "zip/c1-in-the-comment.zip",
            "C1: an entry in the archive's comment",
            "zip-hidden-data",
            &Archive {
                comment: hidden_bytes(),
                ..Archive::of(vec![settings(SETTINGS)])
            },
        ),
        ambiguous(
            "zip/c1-in-an-entrys-comment.zip",
            "C1: an entry in another entry's comment",
            "zip-hidden-data",
            &Archive::of(vec![Entry {
                comment: hidden_bytes(),
                ..settings(SETTINGS)
            }]),
        ),
        ambiguous(
            "zip/c1-behind-the-stream.zip",
            "C1: a zip behind the end of a DEFLATE stream",
            "zip-hidden-data",
            &Archive::of(vec![padded]),
        ),
        ambiguous(
            "zip/c1-descriptor-early.zip",
            "C1: a descriptor before the place where the directory puts it",
            "zip-hidden-data",
            &Archive::of(vec![settings(SETTINGS), early]),
        ),
        ambiguous(
            "zip/c1-in-stored-data.zip",
            "C1: entries in stored data whose end is told behind it",
            "zip-hidden-data",
            &Archive::of(vec![
                settings(SETTINGS),
                Entry::new("data.bin", own_zip.clone())
                    .stored()
                    .streamed(Descriptor::Signed),
            ]),
        ),
        ambiguous(
            "zip/c1-in-a-stopped-package.zip",
            "C1: entries in stored data of a package that stops at a limit",
            "zip-hidden-data",
            &Archive::of(vec![
                Entry::new(
                    "A/Generic/VpnSettings.xml",
                    format!(
                        "<VpnProfile>{}{}</VpnProfile>",
                        "<a>".repeat(40),
                        "</a>".repeat(40)
                    ),
                ),
                Entry::new("A/Generic/VpnServerRoot.cer", own_zip.clone())
                    .stored()
                    .streamed(Descriptor::Signed),
                settings(SETTINGS),
            ]),
        ),
        ambiguous(
            "zip/c1-in-unknown-method.zip",
            "C1: entries in data of an unknown method whose end is told behind it",
            "zip-hidden-data",
            &Archive::of(vec![settings(SETTINGS), {
                let mut hiding = Entry::new("data.bin", own_zip.clone())
                    .stored()
                    .streamed(Descriptor::Signed);
                hiding.method = 99;
                hiding
            }]),
        ),
        ambiguous(
            "zip/c1-in-encrypted.zip",
            "C1: entries in encrypted data whose end is told behind it",
            "zip-hidden-data",
            &Archive::of(vec![settings(SETTINGS), {
                let mut hiding = Entry::new("data.bin", own_zip.clone())
                    .stored()
                    .streamed(Descriptor::Signed);
                hiding.flags |= 1;
                hiding
            }]),
        ),
        ambiguous(
            "zip/c1-overlap.zip",
            "C1: two entries share their bytes",
            "zip-overlap",
            &{
                let mut archive = Archive::of(vec![
                    settings(SETTINGS),
                    Entry::new("Generic/VpnSettings.xm_", good_settings()),
                ]);
                archive.entries[1].listed = Some(|header| {
                    header[42..46].fill(0);
                    let last = header.len() - 1;
                    header[last] = b'l';
                });
                archive
            },
        ),
        ambiguous(
            "zip/c2-in-comment.zip",
            "C2: a second end record in the comment",
            "zip-several-ends",
            &Archive {
                comment: own_zip.clone(),
                ..good.clone()
            },
        ),
        ambiguous(
            "zip/c2-second-zip-behind.zip",
            "C2: a zip behind a zip",
            "zip-hidden-data",
            &Archive {
                before: bytes.clone(),
                ..Archive::of(vec![own(SETTINGS)])
            },
        ),
        ambiguous(
            "zip/c2-comment-too-long.zip",
            "C2: a comment length that ends before the file",
            "zip-trailing-data",
            &Archive {
                after: b"not in the comment".to_vec(),
                ..good.clone()
            },
        ),
        ambiguous(
            "zip/c2-end-in-entry-comment.zip",
            "C2: an end record in an entry's comment",
            "zip-several-ends",
            &{
                let mut archive = good.clone();
                archive.entries[0].comment = own_zip[own_zip.len() - 22..].to_vec();
                archive
            },
        ),
        ambiguous(
            "zip/c3-count-too-small.zip",
            "C3: fewer entries counted than listed",
            "zip-directory-mismatch",
            &Archive {
                end: Some(|end| {
                    end[8] = 1;
                    end[10] = 1;
                }),
                ..slashes()
            },
        ),
        ambiguous(
            "zip/c3-count-too-large.zip",
            "C3: more entries counted than listed",
            "zip-directory-mismatch",
            &Archive {
                end: Some(|end| {
                    end[8] = 9;
                    end[10] = 9;
                }),
                ..slashes()
            },
        ),
        ambiguous(
            "zip/c3-counts-differ.zip",
            "C3: the two counts differ",
            "zip-directory-mismatch",
            &Archive {
                end: Some(|end| end[8] = 1),
                ..slashes()
            },
        ),
        ambiguous(
            "zip/c4-two-directories.zip",
            "C4: one directory at the offset told, one next to the end record",
            "zip-directory-mismatch",
            &{
                // The directory of the other zip is where the end record points; this one's is adjacent to the record.
                let mut archive = good.clone();
                archive.before_directory = directory_of(&own_zip);
                archive.end = Some(|end| {
                    let start = u32::from_le_bytes([end[16], end[17], end[18], end[19]]);
                    let length = u32::from_le_bytes([end[12], end[13], end[14], end[15]]);
                    end[16..20].copy_from_slice(&(start - length).to_le_bytes());
                });
                archive
            },
        ),
        ambiguous(
            "zip/c4-directory-of-the-zip-before.zip",
            "C4: the offset told is that of the zip before, if offsets are not moved",
            "zip-directory-mismatch",
            &Archive {
                before: bytes.clone(),
                offsets_adjusted: false,
                ..good.clone()
            },
        ),
        ambiguous(
            "zip/c5-zip64-offset.zip",
            "C5: the zip64 record has another offset than the classic one",
            "zip-zip64-mismatch",
            &Archive {
                zip64: true,
                end: Some(|end| end[16..20].copy_from_slice(&[9, 0, 0, 0])),
                ..slashes()
            },
        ),
        ambiguous(
            "zip/c5-zip64-count.zip",
            "C5: the zip64 record counts otherwise",
            "zip-zip64-mismatch",
            &Archive {
                zip64: true,
                end: Some(|end| {
                    end[8..12].copy_from_slice(&[1, 0, 1, 0]);
                }),
                ..slashes()
            },
        ),
        ambiguous(
            "zip/c5-locator-elsewhere.zip",
            "C5: the locator points elsewhere",
            "zip-zip64-mismatch",
            &Archive {
                zip64: true,
                end64: Some(|end| end[64] ^= 1),
                ..slashes()
            },
        ),
        ambiguous(
            "zip/c5-record-without-locator.zip",
            "C5: a zip64 record that no locator names",
            "zip-zip64-mismatch",
            &Archive {
                zip64: true,
                end64: Some(|end| end[56..60].fill(0)),
                ..slashes()
            },
        ),
    ]
}

fn hidden_bytes() -> Vec<u8> {
    let bytes = Archive::of(vec![own("Generic/VpnSettings.xml")]).build().0;
    let end = bytes
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap_or(bytes.len());
    bytes[..end].to_vec()
}

fn directory_of(zip: &[u8]) -> Vec<u8> {
    let start = zip
        .windows(4)
        .position(|window| window == b"PK\x01\x02")
        .unwrap_or(0);
    zip[start..zip.len() - 22].to_vec()
}
