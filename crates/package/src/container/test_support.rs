//! Writes small zips, cabinets and programs for the tests.

#![allow(
    clippy::arithmetic_side_effects,
    reason = "offsets and lengths are those of the tests"
)]

/// Offset of a cabinet's file table in [`cabinet`].
pub(crate) const CABINET_FILES: usize = 44;

/// Offset of the resource section in [`program`].
pub(crate) const RESOURCES: usize = 368;

/// Address of the resource section in [`program`].
const RESOURCES_ADDRESS: u32 = 0x1000;

/// The fields of an entry in both of its headers.
#[derive(Clone, Copy)]
pub(crate) struct ZipEntry<'b> {
    pub(crate) name: &'b [u8],
    pub(crate) packed: &'b [u8],
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc: u32,
    pub(crate) unpacked: u32,
    pub(crate) made_by: u16,
    pub(crate) external: u32,
    /// Extra fields of the local header.
    pub(crate) local_extra: &'b [u8],
    /// Extra fields of the directory header.
    pub(crate) extra: &'b [u8],
    /// The bytes after the data: a data descriptor.
    pub(crate) after: &'b [u8],
}

impl<'b> ZipEntry<'b> {
    /// Creates a stored entry.
    pub(crate) fn stored(name: &'b str, content: &'b [u8]) -> Self {
        ZipEntry {
            name: name.as_bytes(),
            packed: content,
            flags: 0,
            method: 0,
            crc: crc(content),
            unpacked: long(content.len()),
            made_by: 20,
            external: 0,
            local_extra: &[],
            extra: &[],
            after: &[],
        }
    }
}

/// Returns the CRC-32 of some bytes.
pub(crate) fn crc(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

/// Returns a DEFLATE stream of one stored block (RFC 1951 section 3.2.4).
pub(crate) fn deflated(content: &[u8]) -> Vec<u8> {
    let length = short(content.len());
    let mut stream = vec![1];
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend_from_slice(content);
    stream
}

/// Writes a zip whose entries follow each other.
pub(crate) fn zip(entries: &[ZipEntry<'_>]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let start = long(bytes.len());
        let mut common = Vec::new();
        for field in [20, entry.flags, entry.method, 0x6000, 0x4E72] {
            common.extend(field.to_le_bytes());
        }
        for field in [entry.crc, long(entry.packed.len()), entry.unpacked] {
            common.extend(field.to_le_bytes());
        }
        common.extend(short(entry.name.len()).to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(short(entry.local_extra.len()).to_le_bytes());
        for part in [entry.name, entry.local_extra, entry.packed, entry.after] {
            bytes.extend(part);
        }
        directory.extend(b"PK\x01\x02");
        directory.extend(entry.made_by.to_le_bytes());
        directory.extend(&common);
        directory.extend(short(entry.extra.len()).to_le_bytes());
        directory.extend([0; 6]);
        directory.extend(entry.external.to_le_bytes());
        directory.extend(start.to_le_bytes());
        directory.extend(entry.name);
        directory.extend(entry.extra);
    }
    let count = short(entries.len());
    let (offset, length) = (long(bytes.len()), long(directory.len()));
    bytes.extend(directory);
    bytes.extend(end_record(count, length, offset));
    bytes
}

/// Writes an end of central directory record.
pub(crate) fn end_record(entries: u16, length: u32, offset: u32) -> Vec<u8> {
    let mut record = b"PK\x05\x06\0\0\0\0".to_vec();
    record.extend(entries.to_le_bytes());
    record.extend(entries.to_le_bytes());
    record.extend(length.to_le_bytes());
    record.extend(offset.to_le_bytes());
    record.extend([0, 0]);
    record
}

/// Writes a cabinet of one folder. Each block is its packed bytes and the length that they unpack to.
pub(crate) fn cabinet(method: u16, files: &[(&str, usize)], blocks: &[(&[u8], usize)]) -> Vec<u8> {
    let (mut table, mut data, mut start) = (Vec::new(), Vec::new(), 0);
    for (name, length) in files {
        table.extend(long(*length).to_le_bytes());
        table.extend(long(start).to_le_bytes());
        table.extend([0; 8]);
        table.extend(name.as_bytes());
        table.push(0);
        start += length;
    }
    for (packed, unpacked) in blocks {
        data.extend([0; 4]);
        data.extend(short(packed.len()).to_le_bytes());
        data.extend(short(*unpacked).to_le_bytes());
        data.extend(*packed);
    }
    let data_start = CABINET_FILES + table.len();
    let mut bytes = b"MSCF\0\0\0\0".to_vec();
    for field in [data_start + data.len(), 0, CABINET_FILES, 0] {
        bytes.extend(long(field).to_le_bytes());
    }
    bytes.extend([3, 1]);
    for field in [1, short(files.len()), 0, 0, 0] {
        bytes.extend(field.to_le_bytes());
    }
    bytes.extend(long(data_start).to_le_bytes());
    bytes.extend(short(blocks.len()).to_le_bytes());
    bytes.extend(method.to_le_bytes());
    bytes.extend(table);
    bytes.extend(data);
    bytes
}

/// Writes a cabinet of one stored block with some files.
pub(crate) fn stored_cabinet(files: &[(&str, &[u8])]) -> Vec<u8> {
    let content = files.iter().flat_map(|(_, content)| *content);
    let content: Vec<u8> = content.copied().collect();
    let files: Vec<(&str, usize)> = files
        .iter()
        .map(|(name, content)| (*name, content.len()))
        .collect();
    cabinet(0, &files, &[(&content, content.len())])
}

/// Writes a 64-bit program whose only section contains resources of type RT_RCDATA, one for each language, and the overlay
/// after it. A resource's directory entry is at [`RESOURCES`] + 64, its data entry after all of them.
pub(crate) fn program(resources: &[&[u8]], overlay: &[u8]) -> Vec<u8> {
    const TABLE: u32 = 1 << 31;
    let count = resources.len();
    let data_entries = 64 + 8 * count;
    let table = |entries: usize| {
        let mut bytes = vec![0; 14];
        bytes.extend(short(entries).to_le_bytes());
        bytes
    };
    let mut section = Vec::new();
    for (entries, id) in [(1, 10), (1, 1)] {
        section.extend(table(entries));
        section.extend(u32::to_le_bytes(id));
        section.extend((TABLE | long(section.len() + 4)).to_le_bytes());
    }
    section.extend(table(count));
    for language in 0..count {
        section.extend(long(language).to_le_bytes());
        section.extend(long(data_entries + 16 * language).to_le_bytes());
    }
    let mut start = data_entries + 16 * count;
    for resource in resources {
        section.extend((RESOURCES_ADDRESS + long(start)).to_le_bytes());
        section.extend(long(resource.len()).to_le_bytes());
        section.extend([0; 8]);
        start += resource.len();
    }
    section.extend(resources.concat());

    let mut bytes = vec![0; RESOURCES];
    let mut put = |at: usize, field: &[u8]| bytes[at..at + field.len()].copy_from_slice(field);
    put(0, b"MZ");
    put(0x3C, &64_u32.to_le_bytes());
    put(64, b"PE\0\0");
    // COFF header: machine, number of sections, size of the optional header.
    put(68, &0x8664_u16.to_le_bytes());
    put(70, &1_u16.to_le_bytes());
    put(84, &240_u16.to_le_bytes());
    // Optional header: magic of PE32+, number of data directories, the one of the resources.
    put(88, &0x20B_u16.to_le_bytes());
    put(88 + 108, &16_u32.to_le_bytes());
    put(216, &RESOURCES_ADDRESS.to_le_bytes());
    put(220, &long(section.len()).to_le_bytes());
    // Section header: sizes and addresses in memory and in the file.
    put(328, b".rsrc");
    put(336, &long(section.len()).to_le_bytes());
    put(340, &RESOURCES_ADDRESS.to_le_bytes());
    put(344, &long(section.len()).to_le_bytes());
    put(348, &long(RESOURCES).to_le_bytes());
    bytes.extend(section);
    bytes.extend(overlay);
    bytes
}

/// Returns some bytes with others written over them at an offset.
pub(crate) fn patched(bytes: &[u8], at: usize, patch: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at..at + patch.len()].copy_from_slice(patch);
    bytes
}

fn short(value: usize) -> u16 {
    u16::try_from(value).expect("a test's value fits")
}

fn long(value: usize) -> u32 {
    u32::try_from(value).expect("a test's value fits")
}
