//! Writes zips with every field under the caller's control, so that invalid ones can be written as well (APPNOTE
//! 6.3.10).

use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};

/// Builder for a zip.
#[derive(Clone, Default)]
pub struct Archive {
    /// Bytes before the first entry.
    pub before: Vec<u8>,
    /// Offsets are relative to the start of the file (true) or to the first entry.
    pub offsets_adjusted: bool,
    pub entries: Vec<Entry>,
    /// Bytes between the last entry and the directory.
    pub before_directory: Vec<u8>,
    pub comment: Vec<u8>,
    /// Bytes after the end record.
    pub after: Vec<u8>,
    pub zip64: bool,
    /// Modifies the end-of-central-directory record (22 bytes and comment).
    pub end: Option<fn(&mut Vec<u8>)>,
    /// Modifies the zip64 record and locator (76 bytes).
    pub end64: Option<fn(&mut Vec<u8>)>,
    /// Description of what is special, for people.
    pub note: String,
}

/// Builder for an entry.
#[derive(Clone)]
pub struct Entry {
    pub name: Vec<u8>,
    pub data: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    pub made_by: u16,
    pub external: u32,
    pub local_extra: Vec<u8>,
    pub listed_extra: Vec<u8>,
    pub comment: Vec<u8>,
    pub stamp: u32,
    pub descriptor: Descriptor,
    /// Compressed bytes that replace the output of the method.
    pub packed: Option<Vec<u8>>,
    /// Bytes after the data and the descriptor.
    pub after: Vec<u8>,
    /// Modifies the local header (30 bytes, name, extra).
    pub local: Option<fn(&mut Vec<u8>)>,
    /// Modifies the central header.
    pub listed: Option<fn(&mut Vec<u8>)>,
    /// Omits the entry from the directory.
    pub unlisted: bool,
}

/// Form of the data descriptor after an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Descriptor {
    None,
    /// With signature and sizes of 4 bytes.
    Signed,
    /// Without signature.
    Bare,
    /// With signature and sizes of 8 bytes.
    Wide,
}

/// 2024-01-20 10:30:00.
pub const STAMP: u32 = (44 << 25 | 1 << 21 | 20 << 16) | (10 << 11 | 30 << 5);

impl Archive {
    pub fn of(entries: Vec<Entry>) -> Self {
        Archive {
            entries,
            offsets_adjusted: true,
            ..Archive::default()
        }
    }

    pub fn note(mut self, note: &str) -> Self {
        self.note = note.to_owned();
        self
    }

    /// Returns the bytes, and a description of them.
    pub fn build(&self) -> (Vec<u8>, String) {
        let mut bytes = self.before.clone();
        let mut source = String::new();
        if !self.note.is_empty() {
            let _ = writeln!(source, "{}", self.note);
        }
        if !self.before.is_empty() {
            let _ = writeln!(source, "{} bytes before the zip", self.before.len());
        }
        let origin = if self.offsets_adjusted {
            0
        } else {
            self.before.len()
        };
        let mut directory = Vec::new();
        for entry in &self.entries {
            let offset = bytes.len() - origin;
            let packed = entry.packed();
            bytes.extend(entry.local_header(&packed));
            bytes.extend(&packed);
            bytes.extend(entry.descriptor_bytes(&packed));
            bytes.extend(&entry.after);
            if !entry.unlisted {
                directory.extend(entry.listed_header(&packed, offset));
            }
            let _ = writeln!(source, "{}", entry.describe(packed.len()));
        }
        bytes.extend(&self.before_directory);
        let start = bytes.len() - origin;
        let count = self.entries.iter().filter(|entry| !entry.unlisted).count();
        bytes.extend(&directory);
        if self.zip64 {
            bytes.extend(self.end64(count, directory.len(), start));
        }
        bytes.extend(self.end_record(count, directory.len(), start));
        bytes.extend(&self.after);
        let _ = writeln!(
            source,
            "directory of {} bytes, {count} entries",
            directory.len()
        );
        if !self.comment.is_empty() {
            let _ = writeln!(source, "comment of {} bytes", self.comment.len());
        }
        if !self.after.is_empty() {
            let _ = writeln!(source, "{} bytes after the end", self.after.len());
        }
        (bytes, source)
    }

    fn end_record(&self, count: usize, length: usize, start: usize) -> Vec<u8> {
        let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
        let (count, length, start) = if self.zip64 {
            (u16::MAX, u32::MAX, u32::MAX)
        } else {
            (count as u16, length as u32, start as u32)
        };
        end.extend([count, count].map(u16::to_le_bytes).concat());
        end.extend([length, start].map(u32::to_le_bytes).concat());
        end.extend((self.comment.len() as u16).to_le_bytes());
        end.extend(&self.comment);
        if let Some(change) = self.end {
            change(&mut end);
        }
        end
    }

    fn end64(&self, count: usize, length: usize, start: usize) -> Vec<u8> {
        let mut end = b"PK\x06\x06".to_vec();
        end.extend(44_u64.to_le_bytes());
        end.extend([45_u16, 45].map(u16::to_le_bytes).concat());
        end.extend([0; 8]);
        end.extend(
            [count, count, length, start]
                .map(|value| (value as u64).to_le_bytes())
                .concat(),
        );
        end.extend(b"PK\x06\x07\0\0\0\0");
        end.extend(((start + length) as u64).to_le_bytes());
        end.extend(1_u32.to_le_bytes());
        if let Some(change) = self.end64 {
            change(&mut end);
        }
        end
    }
}

impl Entry {
    /// Creates an entry as the vendor writes it: deflated, without flags, made by MS-DOS.
    pub fn new(name: &str, data: impl Into<Vec<u8>>) -> Self {
        Entry {
            name: name.as_bytes().to_vec(),
            data: data.into(),
            method: 8,
            flags: 0,
            made_by: 20,
            external: 0,
            local_extra: Vec::new(),
            listed_extra: Vec::new(),
            comment: Vec::new(),
            stamp: STAMP,
            descriptor: Descriptor::None,
            packed: None,
            after: Vec::new(),
            local: None,
            listed: None,
            unlisted: false,
        }
    }

    pub fn stored(mut self) -> Self {
        self.method = 0;
        self
    }

    pub fn streamed(mut self, descriptor: Descriptor) -> Self {
        self.flags |= 8;
        self.descriptor = descriptor;
        self
    }

    fn packed(&self) -> Vec<u8> {
        match &self.packed {
            Some(packed) => packed.clone(),
            None if self.method == 8 => deflate(&self.data),
            None => self.data.clone(),
        }
    }

    fn crc(&self) -> u32 {
        let mut crc = Crc::new();
        crc.update(&self.data);
        crc.sum()
    }

    fn sizes(&self, packed: &[u8]) -> Vec<u8> {
        [self.crc(), packed.len() as u32, self.data.len() as u32]
            .map(u32::to_le_bytes)
            .concat()
    }

    fn local_header(&self, packed: &[u8]) -> Vec<u8> {
        let mut header = b"PK\x03\x04".to_vec();
        header.extend([20, self.flags, self.method].map(u16::to_le_bytes).concat());
        header.extend(self.stamp_bytes());
        if self.descriptor == Descriptor::None {
            header.extend(self.sizes(packed));
        } else {
            header.extend([0; 12]);
        }
        header.extend((self.name.len() as u16).to_le_bytes());
        header.extend((self.local_extra.len() as u16).to_le_bytes());
        header.extend(&self.name);
        header.extend(&self.local_extra);
        if let Some(change) = self.local {
            change(&mut header);
        }
        header
    }

    fn listed_header(&self, packed: &[u8], offset: usize) -> Vec<u8> {
        let mut header = b"PK\x01\x02".to_vec();
        header.extend(
            [self.made_by, 20, self.flags, self.method]
                .map(u16::to_le_bytes)
                .concat(),
        );
        header.extend(self.stamp_bytes());
        header.extend(self.sizes(packed));
        let lengths = [
            self.name.len(),
            self.listed_extra.len(),
            self.comment.len(),
            0,
            0,
        ];
        header.extend(lengths.map(|length| (length as u16).to_le_bytes()).concat());
        header.extend(self.external.to_le_bytes());
        header.extend((offset as u32).to_le_bytes());
        header.extend(&self.name);
        header.extend(&self.listed_extra);
        header.extend(&self.comment);
        if let Some(change) = self.listed {
            change(&mut header);
        }
        header
    }

    fn stamp_bytes(&self) -> Vec<u8> {
        [(self.stamp & 0xFFFF) as u16, (self.stamp >> 16) as u16]
            .map(u16::to_le_bytes)
            .concat()
    }

    fn descriptor_bytes(&self, packed: &[u8]) -> Vec<u8> {
        let signed = [b"PK\x07\x08".as_slice(), &self.sizes(packed)].concat();
        match self.descriptor {
            Descriptor::None => Vec::new(),
            Descriptor::Signed => signed,
            Descriptor::Bare => self.sizes(packed),
            Descriptor::Wide => {
                let mut bytes = signed[..8].to_vec();
                bytes.extend(
                    [packed.len(), self.data.len()]
                        .map(|size| (size as u64).to_le_bytes())
                        .concat(),
                );
                bytes
            }
        }
    }

    fn describe(&self, packed: usize) -> String {
        let mut text = format!(
            "entry \"{}\": method {}, flags {:#06x}, {packed} bytes packed, {} unpacked",
            self.name.escape_ascii(),
            self.method,
            self.flags,
            self.data.len()
        );
        for (told, what) in [
            (
                self.descriptor != Descriptor::None,
                "descriptor behind the data",
            ),
            (self.unlisted, "not in the directory"),
            (self.local.is_some(), "local header changed"),
            (self.listed.is_some(), "directory header changed"),
            (self.packed.is_some(), "packed bytes given"),
            (!self.after.is_empty(), "bytes behind it"),
            (
                !self.local_extra.is_empty() || !self.listed_extra.is_empty(),
                "extra fields",
            ),
        ] {
            if told {
                let _ = write!(text, "; {what}");
            }
        }
        text
    }
}

/// Reads entries one after the other through local headers with sizes, as the vendor writes them.
pub fn entries(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut entries = Vec::new();
    let mut rest = zip;
    while rest.starts_with(b"PK\x03\x04") {
        let number = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
        let packed = number(18) | number(20) << 16;
        let name_end = 30 + number(26);
        let data = name_end + number(28);
        let name = String::from_utf8_lossy(&rest[30..name_end]).into_owned();
        let packed_bytes = &rest[data..data + packed];
        let content = if number(8) == 8 {
            inflate(packed_bytes)
        } else {
            packed_bytes.to_vec()
        };
        entries.push((name, content));
        rest = &rest[data + packed..];
    }
    entries
}

fn inflate(packed: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let read = DeflateDecoder::new(packed).read_to_end(&mut content);
    assert!(read.is_ok(), "a fixture's own DEFLATE");
    content
}

/// Compresses with DEFLATE (RFC 1951).
pub fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(data).and_then(|()| encoder.finish());
    // Writing to memory does not fail.
    written.unwrap_or_default()
}

/// Returns an extra field.
pub fn extra(tag: u16, body: &[u8]) -> Vec<u8> {
    [
        &tag.to_le_bytes()[..],
        &(body.len() as u16).to_le_bytes(),
        body,
    ]
    .concat()
}
