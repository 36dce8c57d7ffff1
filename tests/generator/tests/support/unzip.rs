//! Takes a zip apart and packs it again in other ways, with another reader and writer than the checker's.

use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A file of a zip: its name as stored, its content.
pub type Member = (String, Vec<u8>);

/// The files of a zip; `None` where another reader refuses it.
pub fn unzip(bytes: &[u8]) -> Option<Vec<Member>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).ok()?;
            let name = String::from_utf8_lossy(file.name_raw()).into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).ok()?;
            Some((name, content))
        })
        .collect()
}

/// How files are packed.
#[derive(Debug, Clone, Copy)]
pub struct Packing {
    /// Deflated or stored.
    pub deflated: bool,
    /// Sizes of 64 bits.
    pub large: bool,
    /// With a comment.
    pub comment: bool,
}

/// Packs files.
pub fn rezip(members: &[Member], packing: Packing) -> Vec<u8> {
    let method = if packing.deflated {
        CompressionMethod::Deflated
    } else {
        CompressionMethod::Stored
    };
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .large_file(packing.large);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    if packing.comment {
        writer.set_comment("packed again").expect("a comment");
    }
    for (name, content) in members {
        writer.start_file(name.as_str(), options).expect("an entry");
        writer.write_all(content).expect("its content");
    }
    writer.finish().expect("a zip").into_inner()
}
