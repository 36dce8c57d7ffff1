//! Writes Microsoft cabinets ([MS-CAB]) with every field under the caller's control: stored, MSZIP, LZX.

use crate::lzx;
use crate::zip::deflate;
use flate2::{Compress, Compression, FlushCompress};
use std::fmt::Write as _;

/// Maximum unpacked size of a block.
pub const BLOCK: usize = 32_768;
/// LZX with a window of 2^21, as in all real cabinets.
pub const LZX_21: u16 = 0x1503;

/// Compression of a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    Stored,
    Mszip,
    /// MSZIP with one block per byte.
    Small,
    Lzx(lzx::Style),
}

/// Builder for a cabinet.
#[derive(Clone)]
pub struct Cabinet {
    pub folders: Vec<Folder>,
    /// Sizes of the reserved areas in header, folder and block.
    pub reserve: Option<(u16, u8, u8)>,
    /// Writes checksums into the blocks. Zero means no checksum.
    pub sums: bool,
    /// Modifies the finished cabinet.
    pub change: Option<fn(&mut Vec<u8>)>,
    /// Description of what is special, for people.
    pub note: String,
}

/// Files that are compressed as one stream.
#[derive(Clone)]
pub struct Folder {
    pub packing: Packing,
    pub files: Vec<(String, Vec<u8>)>,
}

impl Cabinet {
    /// Returns a cabinet with one folder, as real ones have.
    pub fn of(files: Vec<(String, Vec<u8>)>, packing: Packing) -> Self {
        Cabinet {
            folders: vec![Folder { packing, files }],
            reserve: None,
            sums: true,
            change: None,
            note: String::new(),
        }
    }

    pub fn changed(mut self, note: &str, change: fn(&mut Vec<u8>)) -> Self {
        self.note = note.to_owned();
        self.change = Some(change);
        self
    }

    /// Returns the cabinet's bytes.
    pub fn build(&self) -> Vec<u8> {
        let (in_header, in_folder, in_block) = self.reserve.unwrap_or_default();
        let mut header_length = 36;
        if self.reserve.is_some() {
            header_length += 4 + usize::from(in_header);
        }
        let files_at = header_length + self.folders.len() * (8 + usize::from(in_folder));
        let files = self.file_table();
        let data_at = files_at + files.len();
        let (mut data, mut folders) = (Vec::new(), Vec::new());
        for folder in &self.folders {
            let plain: Vec<u8> = folder
                .files
                .iter()
                .flat_map(|(_, data)| data.clone())
                .collect();
            let blocks = folder.packing.blocks(&plain);
            folders.extend(((data_at + data.len()) as u32).to_le_bytes());
            let fields = [blocks.len() as u16, folder.packing.method()];
            folders.extend(fields.map(u16::to_le_bytes).concat());
            folders.resize(folders.len() + usize::from(in_folder), 0xEE);
            for (packed, unpacked) in &blocks {
                data.extend(block(packed, *unpacked, in_block, self.sums));
            }
        }
        let mut bytes = b"MSCF\0\0\0\0".to_vec();
        bytes.extend(((data_at + data.len()) as u32).to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend((files_at as u32).to_le_bytes());
        bytes.extend([0, 0, 0, 0, 3, 1]);
        let flags = if self.reserve.is_some() { 4 } else { 0 };
        let counts = [
            self.folders.len() as u16,
            self.files().count() as u16,
            flags,
            0x1234,
            0,
        ];
        bytes.extend(counts.map(u16::to_le_bytes).concat());
        if self.reserve.is_some() {
            bytes.extend(in_header.to_le_bytes());
            bytes.extend([in_folder, in_block]);
            bytes.resize(bytes.len() + usize::from(in_header), 0xEE);
        }
        bytes.extend(folders);
        bytes.extend(files);
        bytes.extend(data);
        if let Some(change) = self.change {
            change(&mut bytes);
        }
        bytes
    }

    fn files(&self) -> impl Iterator<Item = &(String, Vec<u8>)> {
        self.folders.iter().flat_map(|folder| &folder.files)
    }

    fn file_table(&self) -> Vec<u8> {
        let mut table = Vec::new();
        for (index, folder) in self.folders.iter().enumerate() {
            let mut start = 0_u32;
            for (name, data) in &folder.files {
                table.extend([data.len() as u32, start].map(u32::to_le_bytes).concat());
                // 2024-01-20 10:30, archive.
                let fields = [index as u16, 0x5834, 0x53C0, 0x20];
                table.extend(fields.map(u16::to_le_bytes).concat());
                table.extend(name.as_bytes());
                table.push(0);
                start += data.len() as u32;
            }
        }
        table
    }

    /// Describes the contents for people.
    pub fn describe(&self) -> String {
        let mut text = String::new();
        if !self.note.is_empty() {
            let _ = writeln!(text, "{}", self.note);
        }
        for folder in &self.folders {
            let _ = writeln!(text, "cabinet folder, {}:", folder.packing.words());
            for (name, data) in &folder.files {
                let _ = writeln!(text, "  {name}: {} bytes", data.len());
            }
        }
        text
    }
}

impl Packing {
    fn method(self) -> u16 {
        match self {
            Packing::Stored => 0,
            Packing::Mszip | Packing::Small => 1,
            Packing::Lzx(_) => LZX_21,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Packing::Stored => "stored",
            Packing::Mszip => "MSZIP",
            Packing::Small => "MSZIP, a block for each byte",
            Packing::Lzx(style) => style.words(),
        }
    }

    /// Returns the compressed blocks, each with its unpacked size.
    fn blocks(self, plain: &[u8]) -> Vec<(Vec<u8>, usize)> {
        let pieces = || plain.chunks(BLOCK);
        match self {
            Packing::Stored => pieces()
                .map(|piece| (piece.to_vec(), piece.len()))
                .collect(),
            Packing::Mszip => mszip(plain),
            Packing::Small => plain
                .iter()
                .map(|byte| ([b"CK".as_slice(), &deflate(&[*byte])].concat(), 1))
                .collect(),
            Packing::Lzx(style) => lzx::pack(plain, style)
                .into_iter()
                .zip(plain.chunks(style.frame()).map(<[u8]>::len))
                .collect(),
        }
    }
}

/// Returns a block with its header ([MS-CAB] 2.4).
fn block(packed: &[u8], unpacked: usize, reserve: u8, sum: bool) -> Vec<u8> {
    let mut counted = [packed.len() as u16, unpacked as u16]
        .map(u16::to_le_bytes)
        .concat();
    counted.resize(4 + usize::from(reserve), 0xEE);
    let sum = if sum {
        checksum(packed, checksum(&counted, 0))
    } else {
        0
    };
    [&sum.to_le_bytes()[..], &counted, packed].concat()
}

/// Computes the checksum: exclusive or of four-byte words. Leftover bytes are combined starting with the last one.
fn checksum(bytes: &[u8], seed: u32) -> u32 {
    let mut sum = seed;
    for word in bytes.chunks(4) {
        sum ^= match *word {
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            [a, b, c] => u32::from_be_bytes([0, a, b, c]),
            [a, b] => u32::from_be_bytes([0, 0, a, b]),
            [a] => u32::from(a),
            _ => 0,
        };
    }
    sum
}

/// Compresses with MSZIP: `CK`, then a DEFLATE stream that can refer to the previous block.
fn mszip(plain: &[u8]) -> Vec<(Vec<u8>, usize)> {
    let mut blocks = Vec::new();
    for (index, piece) in plain.chunks(BLOCK).enumerate() {
        let mut compress = Compress::new(Compression::best(), false);
        let mut packed = b"CK".to_vec();
        let mut buffer = vec![0; BLOCK * 3];
        let mut cut = 0;
        if index > 0 {
            // Compressing the previous block first fills the window; that output is cut off. A full flush would clear
            // the window.
            let before = &plain[(index - 1) * BLOCK..index * BLOCK];
            let done = compress.compress(before, &mut buffer, FlushCompress::Sync);
            assert!(done.is_ok() && compress.total_in() == before.len() as u64);
            cut = compress.total_out() as usize;
        }
        let done = compress.compress(piece, &mut buffer[cut..], FlushCompress::Finish);
        assert!(
            matches!(done, Ok(flate2::Status::StreamEnd)),
            "the room is enough"
        );
        packed.extend(&buffer[cut..compress.total_out() as usize]);
        blocks.push((packed, piece.len()));
    }
    blocks
}
