//! Unpacks entries, each once.
//!
//! A DEFLATE stream must end where the headers state: a streaming reader takes what follows it for another entry.

use super::directory::Entry;
use super::name::Nested;
use super::{Archive, Member};
use crate::bytes::{ByteReader, LittleEndian as _, search, text};
use crate::model::{Error, ErrorKind, Limit, Limits, Role};
use crate::path;
use crate::signature::zip::{LOCAL_HEADER, LOCAL_MAGIC, is_header};
use ::zip::ZipArchive;
use ::zip::read::{ArchiveOffset, Config};
use flate2::{Crc, Decompress, FlushDecompress, Status};
use std::io::{Read as _, Seek as _, SeekFrom, Take};

/// Bytes that are read, and unpacked, at once.
const STEP: usize = 32 * 1024;

/// Packed bytes of an entry that are read to see what it begins with.
const MOST_PACKED_HEAD: usize = 64 * 1024;

/// Most bytes of an entry's name that is recognized inside another entry.
const NAME: usize = 1_024;

/// Checks that the zip crate, an independent parser, finds the same entries in a directory.
///
/// # Errors
///
/// [`ErrorKind::ZipDamaged`] if it finds no archive, [`ErrorKind::ZipHeadersDiffer`] if it finds another entry.
pub(crate) fn check_with_second_parser(
    reader: &mut ByteReader<'_>,
    archive: &Archive,
) -> Result<(), Error> {
    let config = Config {
        archive_offset: ArchiveOffset::Known(archive.archive_offset),
    };
    let Ok(second) = ZipArchive::with_config(config, &mut *reader) else {
        return Err(Error::whole(ErrorKind::ZipDamaged));
    };
    for Member { entry, name, .. } in archive
        .members
        .iter()
        .filter(|member| member.is_candidate())
    {
        let index = second.index_for_name_raw(&entry.name);
        let found = index.and_then(|index| second.by_index_data(index).ok());
        let same = found.is_some_and(|found| {
            found.header_start() == entry.start
                && found.crc32() == entry.crc
                && found.compressed_size() == entry.packed
        });
        if !same {
            return Err(Error::at(ErrorKind::ZipHeadersDiffer, &name.path));
        }
    }
    Ok(())
}

/// Unpacks an entry. `budget` is what all entries may still unpack to, in bytes.
///
/// # Errors
///
/// [`ErrorKind::ZipHiddenData`], [`ErrorKind::ZipEncrypted`], [`ErrorKind::ZipLink`], [`ErrorKind::ZipMethod`],
/// [`ErrorKind::ZipContent`], [`ErrorKind::ZipCrc`], [`ErrorKind::ReadFailed`] or a limit.
pub(crate) fn unpack(
    reader: &mut ByteReader<'_>,
    member: &Member,
    limits: &Limits,
    budget: &mut u64,
) -> Result<Vec<u8>, ErrorKind> {
    let Member { entry, name, .. } = member;
    // The entries of a nested zip are checked with that zip.
    let is_nested = name.nested == Some(Nested::NamedZip);
    let mut unpacked = Unpacked {
        bytes: Some(Vec::new()),
        most: limits.part_bytes,
        budget,
    };
    unpacked.read(reader, entry, !is_nested, limits)?;
    let bytes = unpacked.bytes.unwrap_or_default();
    let mut crc = Crc::new();
    crc.update(&bytes);
    if crc.sum() == entry.crc {
        Ok(bytes)
    } else {
        Err(ErrorKind::ZipCrc)
    }
}

/// Checks an entry that isn't unpacked, but whose end a streaming reader has to find in its data.
///
/// # Errors
///
/// As for [`unpack`], without [`ErrorKind::ZipCrc`].
pub(crate) fn verify(
    reader: &mut ByteReader<'_>,
    member: &Member,
    limits: &Limits,
    budget: &mut u64,
) -> Result<(), ErrorKind> {
    if !member.entry.has_descriptor() {
        return Ok(());
    }
    let mut unpacked = Unpacked {
        bytes: None,
        most: limits.unpacked_bytes,
        budget,
    };
    unpacked.read(reader, &member.entry, true, limits)
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
    packed: &mut Packed<'_, '_>,
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

/// The packed bytes of an entry.
type Packed<'r, 'i> = Take<&'r mut ByteReader<'i>>;

fn packed<'r, 'i>(reader: &'r mut ByteReader<'i>, entry: &Entry) -> Packed<'r, 'i> {
    // Seeking a reader to an absolute offset can't fail.
    let _ = reader.seek(SeekFrom::Start(entry.data));
    reader.take(entry.packed)
}

fn read(packed: &mut Packed<'_, '_>, buffer: &mut [u8]) -> Result<usize, ErrorKind> {
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
    fn read(
        &mut self,
        reader: &mut ByteReader<'_>,
        entry: &Entry,
        checks_end: bool,
        limits: &Limits,
    ) -> Result<(), ErrorKind> {
        if checks_end && has_unmarked_end(entry) {
            check_unmarked_end(&mut packed(reader, entry), entry, limits, self.budget)?;
        }
        check_readable(entry)?;
        match entry.method {
            0 => self.stored(&mut packed(reader, entry), entry),
            _ => self.inflate(&mut packed(reader, entry), entry),
        }
    }

    fn stored(&mut self, packed: &mut Packed<'_, '_>, entry: &Entry) -> Result<(), ErrorKind> {
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

    fn inflate(&mut self, packed: &mut Packed<'_, '_>, entry: &Entry) -> Result<(), ErrorKind> {
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
