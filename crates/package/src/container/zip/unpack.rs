//! Unpacks entries, each once.
//!
//! A DEFLATE stream must end where the headers state: a streaming reader takes what follows it for another entry.

use super::directory::Entry;
use super::name::Nested;
use super::{Archive, Member};
use crate::bytes::{ByteReader, LittleEndian as _, search, text};
use crate::model::{ErrorKind, Limit, Limits, Role};
use crate::path;
use crate::signature::zip::{LOCAL_HEADER, LOCAL_MAGIC, is_header};
use ::zip::ZipArchive;
use ::zip::read::{ArchiveOffset, Config};
use flate2::{Crc, Decompress, FlushDecompress, Status};
use std::io::{Read, Seek as _, SeekFrom};

/// Bytes that are read, and unpacked, at once.
const STEP: usize = 32 * 1024;

/// Packed bytes of an entry that are read to see what it begins with.
const MOST_PACKED_HEAD: usize = 64 * 1024;

/// Most bytes of an entry's name that is recognized inside another entry.
const NAME: usize = 1_024;

/// The packed bytes of all entries, found by the zip crate.
pub(crate) struct PackedEntries<'r, 'i> {
    archive: ZipArchive<&'r mut ByteReader<'i>>,
}

impl<'r, 'i> PackedEntries<'r, 'i> {
    /// Opens an archive for the second time, with the zip crate.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ZipDamaged`].
    pub(crate) fn open(
        reader: &'r mut ByteReader<'i>,
        archive: &Archive,
    ) -> Result<Self, ErrorKind> {
        let config = Config {
            archive_offset: ArchiveOffset::Known(archive.archive_offset),
        };
        match ZipArchive::with_config(config, reader) {
            Ok(archive) => Ok(PackedEntries { archive }),
            Err(_) => Err(ErrorKind::ZipDamaged),
        }
    }

    /// Unpacks an entry. `budget` is what all entries may still unpack to, in bytes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ZipHeadersDiffer`] if the zip crate finds another entry, [`ErrorKind::ZipHiddenData`],
    /// [`ErrorKind::ZipEncrypted`], [`ErrorKind::ZipLink`], [`ErrorKind::ZipMethod`], [`ErrorKind::ZipContent`],
    /// [`ErrorKind::ZipCrc`], [`ErrorKind::ReadFailed`] or a limit.
    pub(crate) fn unpack(
        &mut self,
        member: &Member,
        limits: &Limits,
        budget: &mut u64,
    ) -> Result<Vec<u8>, ErrorKind> {
        let Member { entry, name, .. } = member;
        // The entries of a nested zip are checked with that zip.
        if name.nested != Some(Nested::NamedZip) && has_unmarked_end(entry) {
            check_unmarked_end(&mut self.packed(entry)?, entry, limits, budget)?;
        }
        check_readable(entry)?;
        let mut unpacked = Unpacked {
            bytes: Some(Vec::new()),
            most: limits.part_bytes,
            budget,
        };
        let mut packed = self.packed(entry)?;
        match entry.method {
            0 => unpacked.stored(&mut packed, entry)?,
            _ => unpacked.inflate(&mut packed, entry)?,
        }
        let bytes = unpacked.bytes.unwrap_or_default();
        let mut crc = Crc::new();
        crc.update(&bytes);
        if crc.sum() == entry.crc {
            Ok(bytes)
        } else {
            Err(ErrorKind::ZipCrc)
        }
    }

    fn packed(&mut self, entry: &Entry) -> Result<impl Read, ErrorKind> {
        let index = self.archive.index_for_name_raw(&entry.name);
        let index = index.ok_or(ErrorKind::ZipContent)?;
        let file = self.archive.by_index_raw(index);
        let file = file.map_err(|_| ErrorKind::ZipContent)?;
        if file.header_start() != entry.start || file.crc32() != entry.crc {
            return Err(ErrorKind::ZipHeadersDiffer);
        }
        Ok(file)
    }
}

/// Checks an entry that isn't unpacked, but whose end a streaming reader has to find in its data.
///
/// # Errors
///
/// As for [`PackedEntries::unpack`], without [`ErrorKind::ZipCrc`].
pub(crate) fn verify(
    reader: &mut ByteReader<'_>,
    member: &Member,
    limits: &Limits,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    let entry = &member.entry;
    if !entry.has_descriptor() {
        return Ok(());
    }
    if has_unmarked_end(entry) {
        let packed = &mut packed(reader, entry)?;
        check_unmarked_end(packed, entry, limits, budget)?;
    }
    check_readable(entry)?;
    let mut unpacked = Unpacked {
        bytes: None,
        most: limits.unpacked_bytes,
        budget,
    };
    let packed = &mut packed(reader, entry)?;
    match entry.method {
        0 => unpacked.stored(packed, entry),
        _ => unpacked.inflate(packed, entry),
    }
}

fn packed(reader: &mut ByteReader<'_>, entry: &Entry) -> Result<impl Read, ErrorKind> {
    reader
        .seek(SeekFrom::Start(entry.data))
        .map_err(|_| ErrorKind::ReadFailed)?;
    Ok(reader.take(entry.packed))
}

/// Rejects what can't be unpacked here: encrypted entries, links, and methods other than stored and DEFLATE.
fn check_readable(entry: &Entry) -> Result<(), ErrorKind> {
    if entry.is_encrypted() {
        Err(ErrorKind::ZipEncrypted)
    } else if entry.is_link() {
        Err(ErrorKind::ZipLink)
    } else if matches!(entry.method, 0 | 8) {
        Ok(())
    } else {
        Err(ErrorKind::ZipMethod)
    }
}

/// What the start of an entry unpacks to.
pub(crate) enum Head {
    /// [`Limits::look_bytes`] of a text, fewer of any other file, none of an entry that can't be unpacked.
    Bytes(Vec<u8>),
    /// The first packed bytes unpack to too few.
    Unknown,
}

/// Unpacks the start of an entry.
pub(super) fn head(
    reader: &mut ByteReader<'_>,
    entry: &Entry,
    limits: &Limits,
) -> Result<Head, ErrorKind> {
    if check_readable(entry).is_err() {
        return Ok(Head::Bytes(Vec::new()));
    }
    let unpack = |packed: &[u8]| -> Vec<u8> {
        if entry.method == 0 {
            return packed.to_vec();
        }
        let mut unpacked = Vec::with_capacity(limits.look_bytes);
        // A broken stream is reported where the entry is unpacked.
        let _ = Decompress::new(false).decompress_vec(packed, &mut unpacked, FlushDecompress::None);
        unpacked
    };
    let length = usize::try_from(entry.unpacked).unwrap_or(usize::MAX);
    let wanted = limits.look_bytes.min(length);
    let mut head = unpack(&entry.head);
    let mut packed = entry.head.len();
    let all = usize::try_from(entry.packed).unwrap_or(usize::MAX);
    // Blocks without content can come first.
    while head.len() < wanted && packed < all && !is_binary(&head) {
        if packed >= MOST_PACKED_HEAD {
            return Ok(Head::Unknown);
        }
        packed = packed.saturating_mul(4).max(limits.look_bytes).min(all);
        head = unpack(&reader.bytes_at(entry.data, packed)?);
    }
    head.truncate(limits.look_bytes);
    Ok(Head::Bytes(head))
}

/// Returns true for bytes with more control characters than a text has. In UTF-16 the characters of other scripts contain
/// such bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(**byte, 1..=8 | 0xE..=0x1A);
    !text::is_utf16(bytes) && bytes.iter().filter(control).count() > bytes.len() / 16
}

/// Returns true if sizes follow the data and the data doesn't mark its own end, as a DEFLATE stream does.
fn has_unmarked_end(entry: &Entry) -> bool {
    entry.has_descriptor() && (entry.is_encrypted() || entry.method != 8)
}

/// Checks that a streaming reader, which has to search for the end of an entry, finds nothing in it that it takes for a part
/// of a package. Other archives can be in it.
fn check_unmarked_end(
    packed: &mut dyn Read,
    entry: &Entry,
    limits: &Limits,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    charge(budget, entry.packed, limits.unpacked_bytes, entry.packed)?;
    // Windows overlap by a header with its name, so that none is cut in two.
    let overlap = LOCAL_HEADER.saturating_add(NAME);
    let mut window: Vec<u8> = Vec::new();
    loop {
        let mut next = vec![0; STEP];
        let count = read(packed, &mut next)?;
        window.extend(next.iter().take(count));
        // Headers near the end of the window are examined with the next one.
        let complete = match count {
            0 => window.len(),
            _ => window.len().saturating_sub(overlap),
        };
        let found = search(&window, LOCAL_MAGIC)
            .take_while(|start| *start < complete)
            .any(|start| window.get(start..).is_some_and(is_parts_header));
        if found {
            return Err(ErrorKind::ZipHiddenData);
        }
        if count == 0 {
            return Ok(());
        }
        window.drain(..window.len().saturating_sub(overlap));
    }
}

/// Returns true for a local header whose name is that of a part, or can't be read.
fn is_parts_header(bytes: &[u8]) -> bool {
    let length = usize::from(bytes.u16_at(26).unwrap_or(0));
    let name = bytes.get(LOCAL_HEADER..).unwrap_or_default();
    let name = name
        .get(..length)
        .and_then(|name| std::str::from_utf8(name).ok());
    let part = |name: &str| {
        let role = path::role(&path::components(name));
        role.is_some_and(|role| role != Role::PossibleInstaller) || !path::is_plain(name)
    };
    is_header(bytes) && name.is_none_or(part)
}

fn read(packed: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, ErrorKind> {
    packed.read(buffer).map_err(|_| ErrorKind::ReadFailed)
}

/// What an entry unpacks to.
struct Unpacked<'b> {
    /// The bytes, if they are wanted.
    bytes: Option<Vec<u8>>,
    /// The most bytes that the entry may unpack to.
    most: u64,
    budget: &'b mut u64,
}

impl Unpacked<'_> {
    fn stored(&mut self, packed: &mut dyn Read, entry: &Entry) -> Result<(), ErrorKind> {
        if entry.packed != entry.unpacked {
            return Err(ErrorKind::ZipContent);
        }
        charge(self.budget, entry.packed, self.most, entry.packed)?;
        let Some(bytes) = &mut self.bytes else {
            return Ok(());
        };
        packed
            .read_to_end(bytes)
            .map_err(|_| ErrorKind::ReadFailed)?;
        if bytes.len() as u64 == entry.unpacked {
            Ok(())
        } else {
            Err(ErrorKind::ZipContent)
        }
    }

    fn inflate(&mut self, packed: &mut dyn Read, entry: &Entry) -> Result<(), ErrorKind> {
        let mut inflater = Decompress::new(false);
        let (mut input, mut output) = (vec![0; STEP], vec![0; STEP]);
        let mut unread: &[u8] = &[];
        loop {
            if unread.is_empty() {
                let count = read(packed, &mut input)?;
                unread = input.get(..count).unwrap_or_default();
            }
            let (before_in, before_out) = (inflater.total_in(), inflater.total_out());
            let status = inflater
                .decompress(unread, &mut output, FlushDecompress::None)
                .map_err(|_| ErrorKind::ZipContent)?;
            let taken = inflater.total_in().saturating_sub(before_in);
            let given = inflater.total_out().saturating_sub(before_out);
            charge(self.budget, given, self.most, inflater.total_out())?;
            let given = usize::try_from(given).unwrap_or(0);
            if let (Some(bytes), Some(given)) = (&mut self.bytes, output.get(..given)) {
                bytes.extend_from_slice(given);
            }
            if status == Status::StreamEnd {
                return if inflater.total_in() != entry.packed {
                    Err(ErrorKind::ZipHiddenData)
                } else if inflater.total_out() != entry.unpacked {
                    Err(ErrorKind::ZipContent)
                } else {
                    Ok(())
                };
            }
            if taken == 0 && given == 0 {
                return Err(ErrorKind::ZipContent);
            }
            let taken = usize::try_from(taken).unwrap_or(usize::MAX);
            unread = unread.get(taken..).unwrap_or_default();
        }
    }
}

/// Charges bytes that were unpacked: against the most that one entry may have, and against the budget of all.
fn charge(budget: &mut u64, given: u64, most: u64, total: u64) -> Result<(), ErrorKind> {
    if total > most {
        return Err(ErrorKind::Limit(Limit::Part));
    }
    let left = budget.checked_sub(given);
    *budget = left.unwrap_or_default();
    left.map(|_| ()).ok_or(ErrorKind::Limit(Limit::Unpacked))
}
