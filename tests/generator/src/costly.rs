//! Programs and cabinets designed to cost time. They are too large to be stored as files, so tests create them.

use crate::cabinet::{Cabinet, Folder, Packing};
use crate::der::Certificate;
use crate::lzx::Style;
use crate::parts::*;
use crate::pe::{Program, Resource};
use crate::programs::{profile, setup};
use crate::zip::{Archive, Entry};

/// An input that costs time or memory, and the error that must stop it.
pub struct Costly {
    /// What makes the input costly.
    pub condition: &'static str,
    /// A file name that fits the kind of file.
    pub name: &'static str,
    /// Content of the file.
    pub bytes: Vec<u8>,
    /// Code of the expected error, or `None` for an input that is answered.
    pub error: Option<&'static str>,
}

/// Returns every such input.
pub fn costly() -> Vec<Costly> {
    let of = |condition, name, error, bytes| Costly {
        condition,
        name,
        bytes,
        error: Some(error),
    };
    vec![
        Costly {
            condition: "255 certificates with names of 29,000 control characters",
            name: "endless-names.zip",
            bytes: endless_names(),
            error: None,
        },
        Costly {
            condition: "sixty cabinets whose certificates lie in the sixth block of LZX",
            name: "many-cabinets.zip",
            bytes: many_cabinets(60),
            error: None,
        },
        of(
            "more broken cabinets than are taken apart",
            "too-many-cabinets.zip",
            "limit-programs",
            broken_cabinets(129),
        ),
        of(
            "LZX blocks of one byte with the longest codes",
            "tiny-blocks.cab",
            "cabinet-broken",
            certificate_after(8_000, Packing::Lzx(Style::Costly)),
        ),
        of(
            "a certificate behind more than may be taken out of a cabinet",
            "far-certificate.cab",
            "limit-cabinet",
            certificate_after(300_000, Packing::Stored),
        ),
        of(
            "many folders of a cabinet over the same blocks",
            "shared-blocks.cab",
            "limit-cabinet-blocks",
            shared_blocks(),
        ),
        of(
            "MSZIP blocks that hold next to nothing",
            "small-blocks.cab",
            "cabinet-broken",
            certificate_after(60_000, Packing::Small),
        ),
        of(
            "a thousand files of a cabinet",
            "many-files.cab",
            "certificate",
            many_files(),
        ),
        of(
            "a resource tree with as many leaves as it may have",
            "many-resources.exe",
            "limit-resources",
            many_resources(),
        ),
        of(
            "letters of a cabinet all over a program",
            "many-letters.exe",
            "cabinet-ambiguous",
            Program {
                code: b"MSCF\0\0\0\0\x40\0\0\0\0\0\0\0\x2C\0\0\0\0\0\0\0\x03\x01\x01\0\x01\0\0\0\0\0\0\0".repeat(100_000),
                ..Program::client(true, certificate_after(10, Packing::Stored))
            }
            .build(),
        ),
        of(
            "65,538 entries that the end record counts as 2 (C3)",
            "modulo.zip",
            "limit-directory",
            modulo(),
        ),
        of(
            "a cabinet behind five megabytes of code, and a zip behind both",
            "far-cabinet.exe",
            "zip-and-cabinet",
            Archive {
                before: Program {
                    code: vec![0x90; 5 << 20],
                    ..Program::client(true, certificate_after(10, Packing::Stored))
                }
                .build(),
                ..Archive::of(vec![Entry::new("Generic/VpnSettings.xml", good_settings())])
            }
            .build()
            .0,
        ),
        of(
            "a program in a zip, a hundred times",
            "many-programs.zip",
            "zip-duplicate-name",
            {
                let program = setup(G2);
                let mut entries: Vec<Entry> = (0..100)
                    .map(|number| Entry::new(&format!("{number}/vpn.exe"), program.clone()))
                    .collect();
                entries.push(Entry::new("0/VPN.EXE", program));
                Archive::of(entries).build().0
            },
        ),
    ]
}

fn many_cabinets(count: usize) -> Vec<u8> {
    let own = crate::own::own_ca().der();
    let mut files = vec![("a.dll".to_owned(), crate::programs::library_of(2_600))];
    files.extend(profile(GUID, &own, &[(&format!("{GUID}.cer"), &own)]).split_off(5));
    files.push((format!("{GUID}.cmp"), b"[Profile Settings]\r\n".to_vec()));
    let cabinet = Cabinet::of(files, Packing::Lzx(Style::Verbatim)).build();
    around(&cabinet, count)
}

/// Returns a package of a gateway's own CA that contains the cabinet `count` times.
fn around(cabinet: &[u8], count: usize) -> Vec<u8> {
    let own = crate::own::own_ca().der();
    let settings = Settings::new(Schema::Plural, &[&own], &crate::own::own_name()).xml();
    let mut entries = vec![Entry::new("Generic/VpnSettings.xml", settings)];
    entries.extend((0..count).map(|number| Entry::new(&format!("{number}.cab"), cabinet)));
    Archive::of(entries).build().0
}

/// Returns cabinets that each contain an invalid certificate after one block.
fn broken_cabinets(count: usize) -> Vec<u8> {
    let mut files = profile(GUID, G2, &[]);
    files.push((format!("{GUID}.cer"), vec![b'x'; 900]));
    let cabinet = Cabinet::of(files, Packing::Lzx(Style::Verbatim)).build();
    around(&cabinet, count)
}

fn endless_names() -> Vec<u8> {
    let entry = |number: u8| {
        let mut certificate = Certificate::own(&"\u{1}".repeat(29_000));
        certificate.serial = vec![0x5A, number];
        let name = format!("Generic/VpnServerRoot.cer_{number}");
        Entry::new(&name, certificate.der())
    };
    Archive::of((0..255).map(entry).collect()).build().0
}

/// Returns a public package among two hundred stored files, each larger than one read.
pub fn wide() -> Vec<u8> {
    let mut entries = vec![Entry::new("Generic/VpnSettings.xml", good_settings())];
    entries.extend(
        (0..200)
            .map(|number| Entry::new(&format!("movies/{number}.bin"), vec![7; 40_000]).stored()),
    );
    Archive::of(entries).build().0
}

/// Returns a cabinet whose folders each unpack to 2 MiB of zeros from the same blocks.
fn shared_blocks() -> Vec<u8> {
    let mut cabinet = Cabinet::of(profile(GUID, G2, &[]), Packing::Stored);
    for number in 0..200 {
        let length = if number == 0 { 2 << 20 } else { 0 };
        cabinet.folders.push(Folder {
            packing: Packing::Mszip,
            files: vec![(format!("{GUID}.cer_{number}"), vec![0; length])],
        });
    }
    let mut bytes = cabinet.build();
    let of_second = bytes[44..52].to_vec();
    for number in 2..=200 {
        let at = 36 + 8 * number;
        bytes[at..at + 8].copy_from_slice(&of_second);
    }
    let mut at = 36 + 8 * 201;
    while at + 17 < bytes.len() {
        let name = &bytes[at + 16..];
        let length = name.iter().take_while(|byte| **byte != 0).count();
        let certificate = name.starts_with(GUID.as_bytes()) && name[36..].starts_with(b".cer_");
        let last = name[..length].ends_with(b".cer_199");
        if certificate {
            bytes[at..at + 4].copy_from_slice(&(2_u32 << 20).to_le_bytes());
        }
        at += 17 + length;
        if last {
            break;
        }
    }
    bytes
}

/// Returns a cabinet with a profile, and a certificate of zeros in a separate folder.
fn certificate_after(length: usize, packing: Packing) -> Vec<u8> {
    let mut cabinet = Cabinet::of(profile(GUID, G2, &[]), Packing::Stored);
    cabinet.folders.push(Folder {
        packing,
        files: vec![(format!("{GUID}.cer"), vec![0; length])],
    });
    cabinet.build()
}

fn modulo() -> Vec<u8> {
    let entries = (0..65_538).map(|number| Entry::new(&format!("{number}"), "").stored());
    Archive::of(entries.collect()).build().0
}

fn many_files() -> Vec<u8> {
    let mut files = profile(GUID, G2, &[]);
    files.extend((0..980).map(|number| (format!("{number:0200}.cer"), vec![b'x'])));
    Cabinet::of(files, Packing::Mszip).build()
}

fn many_resources() -> Vec<u8> {
    let resource = |number: usize| Resource::raw(&format!("{number:05}"), b"MSCF".to_vec());
    Program::of(true, (0..20_000).map(resource).collect()).build()
}
