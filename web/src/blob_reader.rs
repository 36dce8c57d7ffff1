//! Reads a file in the worker through `Read + Seek`. One block of the file is in the module's memory; the rest stays on the
//! disk. If the worker can't read files, the page sends the bytes, and these stay outside the module's memory as well.

use js_sys::{Array, Uint8Array};
use p2s_package::Input;
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, FileReaderSync};

/// Bytes fetched by one call into the browser. A zip's end record with the longest comment (65,557 bytes) is in two or
/// three blocks.
const BLOCK_SIZE: u64 = 64 * 1024;

/// Bytes of the largest file that is read in one call. A real package has at most 0.3 MiB, and each call takes longer than
/// everything that is done with the bytes.
const SMALL_FILE: u64 = 1024 * 1024;

/// Reads a small file at once, a larger one in blocks of [`BLOCK_SIZE`].
pub(crate) struct BlobReader {
    source: Source,
    size: u64,
    /// The file doesn't exist anymore.
    is_gone: bool,
    position: u64,
    block: Vec<u8>,
    block_start: u64,
}

enum Source {
    File(Blob, FileReaderSync),
    Bytes(Uint8Array),
}

/// Returns false if this worker can't read any file, not even one made in memory.
pub(crate) fn can_read_files() -> bool {
    let read = || {
        let blob = Blob::new_with_str_sequence(&Array::of1(&"x".into()))?;
        FileReaderSync::new()?.read_as_array_buffer(&blob)
    };
    read().is_ok()
}

impl BlobReader {
    /// Makes a reader of a `Blob` or of a `Uint8Array`; anything else is a file that doesn't exist. Only for a worker:
    /// browsers allow blocking reads nowhere else.
    pub(crate) fn new(file: JsValue) -> core::result::Result<Self, JsValue> {
        let (source, size, is_gone) = match file.dyn_into::<Blob>() {
            Ok(blob) => {
                let reader = FileReaderSync::new()?;
                let size = blob.size() as u64;
                // Chromium says that a deleted file is empty, but only an empty file can be read.
                let is_gone = size == 0 && reader.read_as_array_buffer(&blob).is_err();
                (Source::File(blob, reader), size, is_gone)
            }
            Err(bytes) => {
                let bytes = bytes.dyn_into::<Uint8Array>();
                let is_gone = bytes.is_err();
                let bytes = bytes.unwrap_or_default();
                let size = bytes.length().into();
                (Source::Bytes(bytes), size, is_gone)
            }
        };
        Ok(BlobReader {
            source,
            size,
            is_gone,
            position: 0,
            block: Vec::new(),
            block_start: 0,
        })
    }

    /// The rest of the block in memory from the position on; empty if the position is outside the block.
    fn rest_of_block(&self) -> &[u8] {
        let offset = self.position.checked_sub(self.block_start);
        let offset = offset.and_then(|offset| usize::try_from(offset).ok());
        offset
            .and_then(|offset| self.block.get(offset..))
            .unwrap_or_default()
    }

    fn fetch_block(&mut self) -> Result<()> {
        let block_size = if self.size <= SMALL_FILE {
            SMALL_FILE
        } else {
            BLOCK_SIZE
        };
        let start = self
            .position
            .saturating_sub(self.position.checked_rem(block_size).unwrap_or(0));
        let end = start.saturating_add(block_size).min(self.size);
        self.block = match &self.source {
            Source::File(blob, reader) => {
                let failed = |_| Error::other("the browser could not read the file");
                let slice = blob
                    .slice_with_f64_and_f64(start as f64, end as f64)
                    .map_err(failed)?;
                let buffer = reader.read_as_array_buffer(&slice).map_err(failed)?;
                Uint8Array::new(&buffer).to_vec()
            }
            // The length of a `Uint8Array` has 32 bits.
            Source::Bytes(bytes) => bytes.subarray(start as u32, end as u32).to_vec(),
        };
        self.block_start = start;
        if self.rest_of_block().is_empty() {
            return Err(Error::from(ErrorKind::UnexpectedEof));
        }
        Ok(())
    }
}

impl Read for BlobReader {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if self.position >= self.size || out.is_empty() {
            return Ok(0);
        }
        if self.rest_of_block().is_empty() {
            self.fetch_block()?;
        }
        let count = self.rest_of_block().read(out)?;
        self.position = self.position.saturating_add(count as u64);
        Ok(count)
    }
}

impl Input for BlobReader {
    /// Joins all ranges to one `Blob` and reads it in one call.
    fn gather(&mut self, ranges: &[(u64, usize)]) -> Option<Vec<u8>> {
        let Source::File(blob, reader) = &self.source else {
            return None;
        };
        // One call has fetched it, or will.
        if self.size <= SMALL_FILE {
            return None;
        }
        let pieces = Array::new();
        for (start, length) in ranges {
            let end = start.checked_add(*length as u64)?;
            let piece = blob
                .slice_with_f64_and_f64(*start as f64, end as f64)
                .ok()?;
            pieces.push(&piece);
        }
        let whole = Blob::new_with_blob_sequence(&pieces).ok()?;
        let buffer = reader.read_as_array_buffer(&whole).ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

impl Seek for BlobReader {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        if self.is_gone {
            return Err(Error::from(ErrorKind::NotFound));
        }
        let target = match to {
            SeekFrom::Start(offset) => Some(offset),
            SeekFrom::End(offset) => self.size.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = target.ok_or_else(|| Error::from(ErrorKind::InvalidInput))?;
        Ok(self.position)
    }
}
