//! The directory and the local headers of a zip, checked against each other (APPNOTE 4.3.7, 4.3.9, 4.3.12).

use super::end::End;
use super::extra::{self, Extra};
use super::name;
use crate::source::search;
use crate::source::{LittleEndian, Source};
use crate::{Error, ErrorKind, Limits, PartKind, archive, container, place, program, sniff};
use std::io::{Read, Seek};

const DIRECTORY_HEADER: usize = 46;
const LOCAL_HEADER: usize = 30;
/// What a local header begins with.
const LETTERS: &[u8] = b"PK\x03\x04";

/// General purpose flags (APPNOTE 4.4.4).
const FLAG_ENCRYPTED: u16 = 1;
pub(super) const FLAG_DESCRIPTOR: u16 = 1 << 3;
pub(super) const FLAG_UTF8: u16 = 1 << 11;
/// The flags that change what a reader sees: encryption, descriptor, strong encryption, UTF-8, masked headers.
const FLAGS_THAT_MATTER: u16 = FLAG_ENCRYPTED | FLAG_DESCRIPTOR | 1 << 6 | FLAG_UTF8 | 1 << 13;

/// One entry as the directory lists it, agreed to by its local header.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) unicode: extra::UnicodePath,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(super) unpacked: u64,
    /// DOS time stamp: date in the upper half.
    pub(super) stamp: u32,
    pub(super) external: u32,
    pub(super) made_by_host: u8,
    /// Where the local header starts in the file.
    pub(super) start: u64,
    /// Where the packed bytes start.
    pub(super) data: u64,
    /// The first packed bytes, [`HEAD`] at most.
    pub(super) head: Vec<u8>,
    /// Anything of the header departs from the vendor's own layout.
    pub(super) unusual: bool,
}

impl Entry {
    /// The end of the packed bytes.
    pub(super) fn data_end(&self) -> Option<u64> {
        self.data.checked_add(self.packed)
    }

    /// The entry is encrypted (APPNOTE 4.4.4, bit 0).
    pub(super) fn is_encrypted(&self) -> bool {
        self.flags & FLAG_ENCRYPTED != 0
    }

    /// The entry's sizes and check sum follow its data.
    pub(super) fn has_descriptor(&self) -> bool {
        self.flags & FLAG_DESCRIPTOR != 0
    }

    /// The name ends in a slash of either form.
    pub(super) fn named_as_folder(&self) -> bool {
        matches!(self.name.last(), Some(b'/' | b'\\'))
    }

    /// The external attributes say folder: MS-DOS bit 4, or the file type of a Unix host.
    pub(super) fn marked_as_folder(&self) -> bool {
        self.external & 0x10 != 0 || self.unix_type() == Some(0o040_000)
    }

    /// A symbolic link of a Unix host.
    pub(super) fn is_link(&self) -> bool {
        self.unix_type() == Some(0o120_000)
    }

    fn unix_type(&self) -> Option<u32> {
        // Hosts that write Unix modes: Unix and macOS (APPNOTE 4.4.2).
        matches!(self.made_by_host, 3 | 19).then_some(self.external >> 16 & 0o170_000)
    }
}

/// Reads the directory and every local header; refuses what two readers see differently.
pub(super) fn read<R: Read + Seek>(
    source: &mut Source<R>,
    end: &End,
    limits: &Limits,
) -> Result<Vec<Entry>, Error> {
    let length = usize::try_from(end.directory_length)
        .map_err(|_| Error::whole(ErrorKind::LimitDirectory))?;
    let directory = source
        .bytes_at(end.directory_start, length)
        .map_err(Error::whole)?;
    let mut entries = Vec::new();
    let mut rest = directory.as_slice();
    while !rest.is_empty() {
        let (entry, after) = listed(rest, end.shift).map_err(Error::whole)?;
        entries.push(entry);
        rest = after;
    }
    if entries.len() as u64 != end.entries {
        return Err(Error::whole(ErrorKind::ZipDirectoryMismatch));
    }
    if is_wide(&entries, end) {
        let header = |entry: &Entry| {
            let length = LOCAL_HEADER.saturating_add(entry.name.len());
            (entry.start, length.saturating_add(USUAL_EXTRA + HEAD))
        };
        source.expect(entries.iter().map(header).collect());
    }
    for entry in &mut entries {
        check_local(source, entry).map_err(|kind| at(entry, kind))?;
    }
    check_layout(source, &entries, end, limits)?;
    // In the comments of the directory and of the end.
    let length = source.length();
    no_entries_within(source, end.directory_start, length).map_err(Error::whole)?;
    Ok(entries)
}

fn at(entry: &Entry, kind: ErrorKind) -> Error {
    Error::at(kind, name::path(entry))
}

/// Bytes of a local header's extra field that are read with it: those of usual ones (times, owners) are fewer.
const USUAL_EXTRA: usize = 64;

/// Packed bytes that are read with a local header: enough to see that a picture is no text.
const HEAD: usize = 256;

/// Whether there are many entries and each is so large that its local header is a call to the input.
fn is_wide(entries: &[Entry], end: &End) -> bool {
    const MANY: usize = 64;
    const FAR: u64 = 32 * 1024;
    let each = end.directory_start.checked_div(entries.len() as u64);
    entries.len() > MANY && each.is_some_and(|each| each > FAR)
}

/// One header of the directory, and what follows it.
fn listed(bytes: &[u8], shift: u64) -> Result<(Entry, &[u8]), ErrorKind> {
    let mismatch = ErrorKind::ZipDirectoryMismatch;
    if !bytes.starts_with(b"PK\x01\x02") {
        return Err(mismatch);
    }
    let short = |at| bytes.u16_at(at).ok_or(mismatch);
    let long = |at| bytes.u32_at(at).ok_or(mismatch);
    let name_end = DIRECTORY_HEADER.saturating_add(short(28)?.into());
    let extra_end = name_end.saturating_add(short(30)?.into());
    let comment_end = extra_end.saturating_add(short(32)?.into());
    let name = bytes
        .get(DIRECTORY_HEADER..name_end)
        .ok_or(mismatch)?
        .to_vec();
    let extra = Extra::read(bytes.get(name_end..extra_end).ok_or(mismatch)?)?;
    let rest = bytes.get(comment_end..).ok_or(mismatch)?;
    let sizes = extra.listed(long(24)?, long(20)?, long(42)?, short(34)?)?;
    if sizes.disk != 0 {
        return Err(ErrorKind::ZipSplit);
    }
    let (flags, method, made_by) = (short(8)?, short(10)?, short(4)?);
    let unusual = made_by >> 8 != 0
        || short(6)? != 20
        || flags != 0
        || method != 8
        || extra_end != name_end
        || comment_end != extra_end;
    let entry = Entry {
        unicode: extra.unicode_path(&name),
        name,
        flags,
        method,
        crc: long(16)?,
        packed: sizes.packed,
        unpacked: sizes.unpacked,
        stamp: long(12)?,
        external: long(38)?,
        made_by_host: made_by.to_be_bytes()[0],
        start: sizes
            .offset
            .checked_add(shift)
            .ok_or(ErrorKind::ZipDamaged)?,
        data: 0,
        head: Vec::new(),
        unusual,
    };
    Ok((entry, rest))
}

/// Compares the local header with the directory; finds where the data starts.
fn check_local<R: Read + Seek>(source: &mut Source<R>, entry: &mut Entry) -> Result<(), ErrorKind> {
    let header = source.bytes_at(entry.start, LOCAL_HEADER)?;
    if !header.starts_with(b"PK\x03\x04") {
        return Err(ErrorKind::ZipDamaged);
    }
    let differ = ErrorKind::ZipHeadersDiffer;
    let short = |at| header.u16_at(at).ok_or(differ);
    let long = |at| header.u32_at(at).ok_or(differ);
    let (name_length, extra_length) = (usize::from(short(26)?), usize::from(short(28)?));
    let variable = entry.start.saturating_add(LOCAL_HEADER as u64);
    let variable_bytes = source.bytes_at(variable, name_length.saturating_add(extra_length))?;
    let (name, extra) = variable_bytes.split_at_checked(name_length).ok_or(differ)?;
    let extra = Extra::read(extra)?;
    if (short(6)? ^ entry.flags) & FLAG_ENCRYPTED != 0 {
        return Err(ErrorKind::ZipEncryptionDiffers);
    }
    if name != entry.name
        || (short(6)? ^ entry.flags) & FLAGS_THAT_MATTER != 0
        || short(8)? != entry.method
        || extra.unicode_path(name) != entry.unicode
    {
        return Err(differ);
    }
    let (crc, packed, unpacked) = (long(14)?, long(18)?, long(22)?);
    let streamed = entry.has_descriptor();
    if crc != entry.crc && !(streamed && crc == 0) {
        return Err(differ);
    }
    if !extra.agrees(unpacked, packed, entry.unpacked, entry.packed, streamed)? {
        return Err(differ);
    }
    entry.unusual |= extra_length != 0;
    entry.data = variable.saturating_add(variable_bytes.len() as u64);
    // They are most often in memory now, and need a call of their own later.
    let left = source.length().saturating_sub(entry.data);
    let head = usize::try_from(entry.packed.min(left))
        .unwrap_or(HEAD)
        .min(HEAD);
    entry.head = source.bytes_at(entry.data, head)?;
    Ok(())
}

/// The entries stand one behind the other, from the first to the directory, without gap and overlap.
fn check_layout<R: Read + Seek>(
    source: &mut Source<R>,
    entries: &[Entry],
    end: &End,
    limits: &Limits,
) -> Result<(), Error> {
    let mut order: Vec<&Entry> = entries.iter().collect();
    order.sort_by_key(|entry| entry.start);
    let starts = order
        .iter()
        .skip(1)
        .map(|entry| entry.start)
        .chain([end.directory_start]);
    for (entry, next) in order.iter().zip(starts) {
        let outcome = match entry.data_end().map(|end| (end, next.checked_sub(end))) {
            None => Err(ErrorKind::ZipDamaged),
            Some((_, None)) => Err(ErrorKind::ZipOverlap),
            Some((end, Some(left))) if entry.has_descriptor() => {
                check_descriptor(source, entry, end, left)
            }
            Some((_, Some(0))) => Ok(()),
            Some((_, Some(_))) => Err(ErrorKind::ZipHiddenData),
        };
        outcome.map_err(|kind| at(entry, kind))?;
    }
    let first = order
        .first()
        .map_or(end.directory_start, |entry| entry.start);
    if first > limits.zip_before_bytes {
        return Err(Error::whole(ErrorKind::LimitBefore));
    }
    let front = source
        .bytes_at(0, usize::try_from(first).unwrap_or(0))
        .map_err(Error::whole)?;
    check_front(&front).map_err(Error::whole)
}

/// Before the first entry a self-extractor's program is fine, and so is what nobody reads anything out of. Where this
/// reader finds a zip, others find the document or archive in front of it.
fn check_front(front: &[u8]) -> Result<(), ErrorKind> {
    let behind = program::behind_image(front);
    let program = front.starts_with(b"MZ") || front.starts_with(b"\x7FELF");
    let taken = if program { is_likely } else { is_header };
    if holds_any(front, taken) {
        return Err(ErrorKind::ZipHiddenData);
    }
    // A program's image may hold the letters of an archive that it can unpack.
    let open = behind.as_deref().unwrap_or(front);
    if archive::begins(front) || archive::holds(open) || sniff::holds_document(open) {
        Err(ErrorKind::ZipAndDocument)
    } else {
        Ok(())
    }
}

/// The descriptor behind an entry's data: with or without signature, with sizes of 4 or 8 bytes.
fn check_descriptor<R: Read + Seek>(
    source: &mut Source<R>,
    entry: &Entry,
    start: u64,
    length: u64,
) -> Result<(), ErrorKind> {
    if length == 0 && entry.unpacked == 0 && entry.named_as_folder() {
        return Ok(());
    }
    let differs = ErrorKind::ZipDescriptorDiffers;
    let known = [12, 16, 20, 24].contains(&length);
    if !known {
        return Err(if length < 12 {
            differs
        } else {
            ErrorKind::ZipHiddenData
        });
    }
    let bytes = source.bytes_at(start, usize::try_from(length).unwrap_or(0))?;
    let body = match length {
        16 | 24 => bytes.strip_prefix(b"PK\x07\x08").ok_or(differs)?,
        _ => bytes.as_slice(),
    };
    let (packed, unpacked) = match body.len() {
        12 => (body.u32_at(4).map(u64::from), body.u32_at(8).map(u64::from)),
        _ => (body.u64_at(4), body.u64_at(12)),
    };
    let same = (body.u32_at(0), packed, unpacked)
        == (Some(entry.crc), Some(entry.packed), Some(entry.unpacked));
    if same { Ok(()) } else { Err(differs) }
}

/// In the comments of a zip nothing may stand that a streaming reader takes for an entry.
fn no_entries_within<R: Read + Seek>(
    source: &mut Source<R>,
    start: u64,
    end: u64,
) -> Result<(), ErrorKind> {
    no_headers_within(source, start, end, is_header)
}

/// In an entry whose end a streaming reader can't know, other archives may lie, but nothing that such a reader takes for a
/// part of a package.
pub(super) fn no_parts_within<R: Read + Seek>(
    source: &mut Source<R>,
    start: u64,
    end: u64,
) -> Result<(), ErrorKind> {
    no_headers_within(source, start, end, is_parts_header)
}

/// Longest name of an entry that is looked at within others.
const NAME: usize = 1_024;

fn no_headers_within<R: Read + Seek>(
    source: &mut Source<R>,
    start: u64,
    end: u64,
    refused: fn(&[u8]) -> bool,
) -> Result<(), ErrorKind> {
    let mut at = start;
    while at < end {
        // Windows overlap by a header with its name, so that none is cut in two.
        let window = end.saturating_sub(at).min(64 * 1024);
        let bytes = source.bytes_at(at, usize::try_from(window).unwrap_or(0))?;
        if holds_any(&bytes, refused) {
            return Err(ErrorKind::ZipHiddenData);
        }
        if at.saturating_add(window) == end {
            break;
        }
        let overlap = LOCAL_HEADER.saturating_add(NAME) as u64;
        at = at.saturating_add(window).saturating_sub(overlap);
    }
    Ok(())
}

/// The same of an entry whose name is that of a part, or can't be had.
fn is_parts_header(bytes: &[u8]) -> bool {
    let length = usize::from(bytes.u16_at(26).unwrap_or(0));
    let name = bytes.get(LOCAL_HEADER..).unwrap_or_default();
    let name = name
        .get(..length)
        .and_then(|name| std::str::from_utf8(name).ok());
    let part = |name: &str| {
        let kind = place::place(&place::components(name));
        kind.is_some_and(|kind| kind != PartKind::Candidate) || !container::is_plain(name)
    };
    is_header(bytes) && name.is_none_or(part)
}

/// Whether a reader of streams may take these bytes for a local header. Not all look at its version and flags.
fn is_header(bytes: &[u8]) -> bool {
    let at_most = |at, most| bytes.u16_at(at).is_some_and(|value| value <= most);
    bytes.starts_with(LETTERS) && at_most(8, 99) && !at_most(26, 0)
}

/// The same where the letters may be code: a version, flags, a name or sizes as entries have them.
fn is_likely(bytes: &[u8]) -> bool {
    let version = bytes.u16_at(4).is_some_and(|version| version <= 63);
    let flags = bytes.u16_at(6).is_some_and(|flags| flags & !0x287F == 0);
    let length = usize::from(bytes.u16_at(26).unwrap_or(0));
    let name = bytes.get(LOCAL_HEADER..).unwrap_or_default();
    let mut shown = name.iter().take(length);
    is_header(bytes) && (version || flags || shown.all(|byte| *byte >= b' ') || fits(bytes))
}

/// Whether the data that a local header tells of ends within these bytes.
fn fits(bytes: &[u8]) -> bool {
    let told = |at| bytes.u32_at(at).map_or(u64::MAX, u64::from);
    let short = |at| bytes.u16_at(at).map_or(u64::MAX, u64::from);
    let (method, packed, unpacked) = (short(8), told(18), told(22));
    let end = [short(26), short(28), packed]
        .into_iter()
        .fold(LOCAL_HEADER as u64, u64::saturating_add);
    let sizes = method == 8 || method == 0 && packed == unpacked;
    sizes && end <= bytes.len() as u64
}

/// Whether a local header stands in these bytes of a program or cabinet.
pub(crate) fn holds_entries(bytes: &[u8]) -> bool {
    holds_any(bytes, is_likely)
}

fn holds_any(bytes: &[u8], header: fn(&[u8]) -> bool) -> bool {
    search(bytes, LETTERS).any(|start| bytes.get(start..).is_some_and(header))
}
