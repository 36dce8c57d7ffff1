//! Cabinets and programs that some readers interpret differently from others.

use super::*;
use crate::zip::Archive;

pub(super) fn readers() -> Vec<Case> {
    let own = own_ca().der();
    let own_settings = Settings::new(Schema::Plural, &[&own], &own_name()).xml();
    let own_zip = || {
        package(&own_settings, "VpnServerRoot.cer_0", &own)
            .build()
            .0
    };
    let unsure = |name: &str, condition: &str, error| {
        Case::error(
            &format!("programs/{name}"),
            condition,
            "part-unreadable",
            error,
        )
    };
    let both = |name: &str, condition: &str| {
        Case::error(
            &format!("programs/{name}"),
            condition,
            "ambiguous-archive",
            "zip-and-cabinet",
        )
    };
    let ambiguous = "cabinet-ambiguous";
    let named = |name: &[u8]| {
        let mut cabinet = client(G2, Packing::Stored);
        let placeholder = "N".repeat(name.len());
        if let Some(folder) = cabinet.folders.first_mut() {
            folder.files.push((placeholder.clone(), own.clone()));
        }
        let mut bytes = cabinet.build();
        let at = bytes
            .windows(name.len())
            .position(|window| window == placeholder.as_bytes());
        bytes[at.unwrap_or(0)..][..name.len()].copy_from_slice(name);
        bytes
    };
    // Long enough for two blocks. The first block then also contains the second.
    let left = |packing| {
        let mut cabinet = client(G2, packing);
        if let Some(folder) = cabinet.folders.first_mut() {
            folder
                .files
                .insert(0, ("a.dll".to_owned(), vec![b'a'; 40_000]));
        }
        cabinet
    };
    vec![
        both(
            "cabinet-that-is-a-zip.cab",
            "a cabinet under G2 in whose reserved bytes a zip of an own CA lies, with the rest as its comment",
        )
        .binary(cabinet_and_zip(), "as the condition says\n"),
        both(
            "zip-far-behind.exe",
            "a program with a cabinet under G2, a zip of an own CA behind it and 70,000 bytes behind that",
        )
        .binary(
            [setup(G2), own_zip(), vec![b'x'; 70_000]].concat(),
            "as the condition says\n",
        ),
        both(
            "zip-with-many-ends.exe",
            "a program with a cabinet under G2, a zip of an own CA behind it and twenty false ends behind that",
        )
        .binary(
            [setup(G2), own_zip(), b"PK\x05\x06x".repeat(20)].concat(),
            "as the condition says\n",
        ),
        unsure(
            "seven-zip-behind.exe",
            "a program with a cabinet under G2 and a 7z archive behind it",
            ambiguous,
        )
        .binary(
            [setup(G2), b"7z\xBC\xAF\x27\x1C\0\x04".to_vec()].concat(),
            "as the condition says\n",
        ),
        unsure(
            "tar-behind.exe",
            "a program with a cabinet under G2 and a tar archive behind it",
            ambiguous,
        )
        .binary(
            {
                let mut header = vec![0; 512];
                header[..10].copy_from_slice(b"vpn/g.cer\0");
                [setup(G2), header, own.clone()].concat()
            },
            "as the condition says\n",
        ),
        Case::new(
            "programs/signed.exe",
            "a program with a cabinet under G2, signed, and with a newline behind it",
            "all-public",
            "current",
        )
        .binary(signed(), "a table of certificates (PE/COFF 5.7) of 512 bytes behind the image\n"),
        unsure(
            "cabinet-behind-without-a-table.exe",
            "a second cabinet behind the program, whose table of files is nowhere",
            ambiguous,
        )
        .binary(
            {
                let mut with_leftover = client(&own, VERBATIM).build();
                with_leftover[16..20].fill(0);
                [setup(G2), with_leftover].concat()
            },
            "as the condition says\n",
        ),
        unsure(
            "two-tables-of-files.cab",
            "a table of files right behind that of folders, and another where the header says",
            ambiguous,
        )
        .binary(two_tables(&own), "as the condition says\n"),
        unsure(
            "left-in-a-block-mszip.cab",
            "MSZIP: the first block holds the second as well",
            ambiguous,
        )
        .binary(leftover(&left(Packing::Mszip)), left(Packing::Mszip).describe()),
        unsure(
            "left-in-a-block-lzx.cab",
            "LZX: the first block holds the second as well",
            ambiguous,
        )
        .binary(leftover(&left(VERBATIM)), left(VERBATIM).describe()),
        unsure(
            "short-block.cab",
            "a block that is not full, and is not the last",
            "cabinet-broken",
        )
        .binary(
            Cabinet::of(
                profile(GUID, G2, &[(&format!("{GUID}.cer"), G2)]),
                Packing::Small,
            )
            .build(),
            "MSZIP, a block for each byte\n",
        ),
        unsure(
            "name-in-a-code-page.cab",
            "an own certificate whose name ends in RadiusServerRoot.cer behind half a character",
            ambiguous,
        )
        .binary(
            named(b"\x83\x5CRadiusServerRoot.cer"),
            "the name in code page 932\n",
        ),
        unsure(
            "name-that-windows-changes.cab",
            "an own certificate with a question mark in its name",
            ambiguous,
        )
        .binary(named(b"g.cer?0"), "g.cer?0\n"),
    ]
}

/// Returns the cabinet with unchanged folder and block tables, and the second block's bytes also at the end of the
/// first.
fn leftover(cabinet: &Cabinet) -> Vec<u8> {
    let bytes = cabinet.build();
    let long =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let start = long(36) as usize;
    let length = usize::from(u16::from_le_bytes([bytes[start + 4], bytes[start + 5]]));
    let first_end = start + 8 + length;
    let next = usize::from(u16::from_le_bytes([
        bytes[first_end + 4],
        bytes[first_end + 5],
    ]));
    let second = &bytes[first_end + 8..first_end + 8 + next];
    let mut made = bytes[..first_end].to_vec();
    made.extend(second);
    made.extend(&bytes[first_end..]);
    // No checksum, the block's new length, the cabinet's new length.
    made[start..start + 4].fill(0);
    made[start + 4..start + 6].copy_from_slice(&((length + next) as u16).to_le_bytes());
    let length = (made.len() as u32).to_le_bytes();
    made[8..12].copy_from_slice(&length);
    made
}

/// Returns a cabinet with the same profile under another CA, whose file table follows the first.
fn two_tables(own: &[u8]) -> Vec<u8> {
    let mut cabinet = client(own, Packing::Stored);
    let public = client(G2, Packing::Stored);
    cabinet.folders.extend(public.folders);
    let bytes = cabinet.build();
    // Two folders of eight bytes each, then the files of the own CA, then those of the public one.
    let files = client(own, Packing::Stored)
        .folders
        .iter()
        .flat_map(|folder| &folder.files)
        .map(|(name, _)| 17 + name.len())
        .sum::<usize>();
    let mut made = bytes;
    let second = (36 + 16 + files) as u32;
    made[16..20].copy_from_slice(&second.to_le_bytes());
    let count = u16::from_le_bytes([made[28], made[29]]) / 2;
    made[28..30].copy_from_slice(&count.to_le_bytes());
    made
}

fn cabinet_and_zip() -> Vec<u8> {
    let own = own_ca().der();
    let settings = Settings::new(Schema::Plural, &[&own], &own_name()).xml();
    let archive = |comment: Vec<u8>, before: Vec<u8>| Archive {
        comment,
        before,
        ..package(&settings, "VpnServerRoot.cer_0", &own)
    };
    let empty = archive(Vec::new(), vec![0; 40]).build().0;
    let mut cabinet = client(G2, Packing::Stored);
    cabinet.reserve = Some(((empty.len() - 40) as u16, 0, 0));
    let cabinet_bytes = cabinet.build();
    archive(
        cabinet_bytes[empty.len()..].to_vec(),
        cabinet_bytes[..40].to_vec(),
    )
    .build()
    .0
}

/// Returns a program with a certificate table of arbitrary content.
fn signed() -> Vec<u8> {
    let mut bytes = setup(G2);
    let start = bytes.len() as u32;
    let header = u32::from_le_bytes([bytes[0x3C], bytes[0x3D], bytes[0x3E], bytes[0x3F]]) as usize;
    // The fifth data directory of PE32+: address and size.
    let entry = header + 24 + 112 + 4 * 8;
    bytes[entry..entry + 4].copy_from_slice(&start.to_le_bytes());
    bytes[entry + 4..entry + 8].copy_from_slice(&512_u32.to_le_bytes());
    bytes.extend([0xAB; 512]);
    bytes.extend(b"\r\n");
    bytes
}
