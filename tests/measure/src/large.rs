//! Large files, created on demand, sparse or filled with non-zero bytes, and removed when they are dropped.

use flate2::Crc;
use std::fs::File;
use std::io::{Result, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// Structure of a large file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A zip package beside a large file of another kind.
    LargeEntry,
    /// A zip package in which a thousand files are far apart.
    FarApart,
    /// A zip package with junk before it.
    JunkBefore,
    /// A zip package with junk after it.
    JunkAfter,
    /// Junk that ends in thousands of false end records.
    FalseEnds,
    /// A program.
    Program,
    /// A program that is a self-extracting zip with a large file in it.
    SelfExtractor,
    /// A file that begins like a certificate.
    Certificate,
    /// A file that begins like a VpnSettings.xml.
    Settings,
    /// A file that begins like a cabinet.
    Cabinet,
    /// A file of no known kind.
    Nothing,
}

/// Every shape, with a file name and a description.
pub const SHAPES: [(Shape, &str, &str); 11] = [
    (
        Shape::LargeEntry,
        "large-entry.zip",
        "a package beside a large file in one zip",
    ),
    (
        Shape::FarApart,
        "far-apart.zip",
        "a package among 990 files that lie far apart",
    ),
    (
        Shape::JunkBefore,
        "junk-before.zip",
        "a package with junk before it",
    ),
    (
        Shape::JunkAfter,
        "junk-after.zip",
        "a package with junk after it",
    ),
    (
        Shape::FalseEnds,
        "false-ends.zip",
        "junk and 2,900 false end records",
    ),
    (Shape::Program, "VpnClientSetupAmd64.exe", "a program"),
    (
        Shape::SelfExtractor,
        "self-extractor.exe",
        "a self-extracting zip with a large file in it",
    ),
    (
        Shape::Certificate,
        "VpnServerRoot.cer",
        "begins like a certificate",
    ),
    (
        Shape::Settings,
        "VpnSettings.xml",
        "begins like a VpnSettings.xml",
    ),
    (Shape::Cabinet, "profile.cab", "begins like a cabinet"),
    (Shape::Nothing, "anything", "of no kind"),
];

/// A large file that is removed when it is dropped.
#[derive(Debug)]
pub struct Large {
    /// Path of the file.
    pub path: PathBuf,
}

impl Drop for Large {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

impl Large {
    /// Creates a file of about this size in a folder. With `filled`, junk consists of non-zero bytes on disk instead of
    /// holes.
    pub fn make(folder: &Path, shape: Shape, name: &str, size: u64, filled: bool) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let large = Large {
            path: folder.join(name),
        };
        let mut file = Writer {
            file: File::create(&large.path)?,
            offset: 0,
            filled,
        };
        file.shape(shape, size)?;
        file.file.set_len(file.offset)?;
        Ok(large)
    }
}

struct Writer {
    file: File,
    offset: u64,
    filled: bool,
}

/// An entry that has been written.
struct Written {
    name: String,
    crc: u32,
    size: u64,
    start: u64,
}

impl Writer {
    fn shape(&mut self, shape: Shape, size: u64) -> Result<()> {
        let mut entries = Vec::new();
        match shape {
            Shape::LargeEntry => {
                self.large_entry(&mut entries, size)?;
                self.package(&mut entries)?;
                self.directory(&entries)
            }
            Shape::FarApart => {
                let each = size / 990;
                for number in 0..990 {
                    self.junk_entry(&mut entries, &format!("files/{number}.bin"), each)?;
                }
                self.package(&mut entries)?;
                self.directory(&entries)
            }
            Shape::JunkBefore => {
                self.junk(size)?;
                self.package(&mut entries)?;
                self.directory(&entries)
            }
            Shape::JunkAfter => {
                self.package(&mut entries)?;
                self.directory(&entries)?;
                self.junk(size)
            }
            Shape::FalseEnds => {
                self.write(b"PK\x03\x04")?;
                self.junk(size)?;
                let end = [
                    &b"PK\x05\x06"[..],
                    &[0; 8],
                    &[46, 0, 0, 0, 4, 0, 0, 0, 0, 0],
                ]
                .concat();
                (0..2_900).try_for_each(|_| self.write(&end))
            }
            Shape::SelfExtractor => {
                self.write(b"MZ")?;
                self.junk(100_000)?;
                self.large_entry(&mut entries, size)?;
                self.package(&mut entries)?;
                self.directory(&entries)
            }
            Shape::Program => self.write_with_signature(b"MZ\x90\0", size),
            Shape::Certificate => self.write_with_signature(&[0x30, 0x82, 3, 0xAF], size),
            Shape::Settings => {
                self.write_with_signature(b"<?xml version=\"1.0\"?>\r\n<VpnProfile>", size)
            }
            Shape::Cabinet => self.write_with_signature(b"MSCF\0\0\0\0", size),
            Shape::Nothing => self.write_with_signature(b"\x01\x02\xFE\xFF", size),
        }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.seek(SeekFrom::Start(self.offset))?;
        self.file.write_all(bytes)?;
        self.offset += bytes.len() as u64;
        Ok(())
    }

    fn write_with_signature(&mut self, bytes: &[u8], size: u64) -> Result<()> {
        self.write(bytes)?;
        self.junk(size)
    }

    /// Writes holes, or bytes that are never zero and never begin a signature.
    fn junk(&mut self, size: u64) -> Result<()> {
        if self.filled {
            let block: Vec<u8> = (0..1_u32 << 20)
                .map(|offset| (offset % 61) as u8 + 128)
                .collect();
            let mut remaining = size;
            while remaining > 0 {
                let count = remaining.min(block.len() as u64);
                self.write(&block[..usize::try_from(count).unwrap_or(0)])?;
                remaining -= count;
            }
        } else {
            self.offset += size;
        }
        Ok(())
    }

    /// Writes two entries below 4 GiB each, so that only offsets need zip64.
    fn large_entry(&mut self, entries: &mut Vec<Written>, size: u64) -> Result<()> {
        self.junk_entry(entries, "files/one.bin", size / 2)?;
        self.junk_entry(entries, "files/two.bin", size / 2)
    }

    fn junk_entry(&mut self, entries: &mut Vec<Written>, name: &str, size: u64) -> Result<()> {
        self.header(entries, name, 0, size)?;
        self.junk(size)
    }

    fn package(&mut self, entries: &mut Vec<Written>) -> Result<()> {
        let candidates = ["public/microsoft-rsa.xml", "public/certificate-only.xml"];
        let cases = p2s_fixtures::cases();
        let case = cases
            .into_iter()
            .find(|case| candidates.contains(&case.path.as_str()));
        let settings = case.map(|case| case.bytes).unwrap_or_default();
        let mut crc = Crc::new();
        crc.update(&settings);
        self.header(
            entries,
            "Generic/VpnSettings.xml",
            crc.sum(),
            settings.len() as u64,
        )?;
        self.write(&settings)
    }

    /// Writes the local header of a stored entry.
    fn header(
        &mut self,
        entries: &mut Vec<Written>,
        name: &str,
        crc: u32,
        size: u64,
    ) -> Result<()> {
        entries.push(Written {
            name: name.to_owned(),
            crc,
            size,
            start: self.offset,
        });
        let small = u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes();
        let header = [
            &b"PK\x03\x04\x14\0\0\0\0\0\0\0\x21\x58"[..],
            &crc.to_le_bytes(),
            &small,
            &small,
            &u16::try_from(name.len()).unwrap_or(0).to_le_bytes(),
            &[0, 0],
            name.as_bytes(),
        ];
        self.write(&header.concat())
    }

    /// Writes the directory, with zip64 where an offset needs it, and the end records.
    fn directory(&mut self, entries: &[Written]) -> Result<()> {
        let start = self.offset;
        let mut directory = Vec::new();
        for entry in entries {
            let small = u32::try_from(entry.size).unwrap_or(u32::MAX).to_le_bytes();
            let wide = entry.start >= u64::from(u32::MAX);
            let extra = match wide {
                true => [&[1, 0, 8, 0][..], &entry.start.to_le_bytes()].concat(),
                false => Vec::new(),
            };
            let offset = u32::try_from(entry.start).unwrap_or(u32::MAX);
            let header = [
                &b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\x21\x58"[..],
                &entry.crc.to_le_bytes(),
                &small,
                &small,
                &u16::try_from(entry.name.len()).unwrap_or(0).to_le_bytes(),
                &u16::try_from(extra.len()).unwrap_or(0).to_le_bytes(),
                &[0; 10],
                &(if wide { u32::MAX } else { offset }).to_le_bytes(),
                entry.name.as_bytes(),
                &extra,
            ];
            directory.extend(header.concat());
        }
        self.write(&directory)?;
        let (count, length) = (entries.len() as u64, directory.len() as u64);
        let wide = start >= u64::from(u32::MAX);
        if wide {
            let numbers = [count, count, length, start].map(u64::to_le_bytes).concat();
            let record = [
                &b"PK\x06\x06"[..],
                &44_u64.to_le_bytes(),
                &[45, 0, 45, 0],
                &[0; 8],
                &numbers,
            ];
            let end = self.offset;
            self.write(&record.concat())?;
            let locator = [
                &b"PK\x06\x07\0\0\0\0"[..],
                &end.to_le_bytes(),
                &1_u32.to_le_bytes(),
            ];
            self.write(&locator.concat())?;
        }
        let short = u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
        let offset = if wide {
            u32::MAX
        } else {
            u32::try_from(start).unwrap_or(u32::MAX)
        };
        let end = [
            &b"PK\x05\x06\0\0\0\0"[..],
            &short,
            &short,
            &u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes(),
            &offset.to_le_bytes(),
            &[0, 0],
        ];
        self.write(&end.concat())
    }
}
