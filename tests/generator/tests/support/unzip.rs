//! Unpacks and repacks zips with an independent reader and writer.

use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A file of a zip: its stored name and its content.
pub type Member = (String, Vec<u8>);

/// Returns the files of a zip, or `None` if the reader rejects it.
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

/// How to pack files.
#[derive(Debug, Clone, Copy)]
pub struct Packing {
    /// Deflates the files instead of storing them.
    pub deflated: bool,
    /// Writes 64-bit sizes (Zip64).
    pub large: bool,
    /// Adds an archive comment.
    pub comment: bool,
}

/// Packs files into a zip.
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
