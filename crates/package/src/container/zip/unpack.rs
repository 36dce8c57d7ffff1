//! Unpacks entries, each once.
//!
//! A DEFLATE stream must end where the headers state: a streaming reader takes what follows it for another entry.

use super::directory::Entry;
use super::name::Nested;
use super::{Archive, Member};
use crate::bytes::{ByteReader, Inflater, LittleEndian as _, Stop, WINDOW, search, text};
use crate::model::{Error, ErrorKind, Limit, Limits, Role};
use crate::path;
use crate::signature::zip::{LOCAL_HEADER, LOCAL_MAGIC, is_header};
use ::zip::ZipArchive;
use ::zip::read::{ArchiveOffset, Config};
use std::io::{BufRead as _, Read as _, Seek as _, SeekFrom, Take};

/// Bytes that are searched, and unpacked, at once.
const STEP: usize = WINDOW;

/// The longest match of DEFLATE: with that much room left, unpacking needs no checks of each byte.
const MOST_MATCH: usize = 259;

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
    let members = archive.members.iter();
    for Member { entry, name, .. } in members.filter(|member| member.name.matters()) {
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

/// Unpacks the entries of a zip.
pub(crate) struct Unpacker {
    /// What all entries may still unpack to, in bytes.
    pub(crate) left: u64,
    inflater: Inflater,
}

impl Unpacker {
    /// Creates an unpacker with what all entries may unpack to, in bytes.
    pub(crate) fn new(left: u64) -> Self {
        let inflater = Inflater::new();
        Unpacker { left, inflater }
    }
}

/// Unpacks an entry.
///
/// # Errors
///
/// [`ErrorKind::ZipHiddenData`], [`ErrorKind::ZipEncrypted`], [`ErrorKind::ZipLink`], [`ErrorKind::ZipMethod`],
/// [`ErrorKind::ZipContent`], [`ErrorKind::ZipCrc`], [`ErrorKind::ReadFailed`] or a limit.
pub(crate) fn unpack(
    reader: &mut ByteReader<'_>,
    member: &Member,
    limits: &Limits,
    unpacker: &mut Unpacker,
) -> Result<Vec<u8>, ErrorKind> {
    let Member { entry, name, .. } = member;
    // The entries of a nested zip are checked with that zip.
    let is_nested = name.nested == Some(Nested::NamedZip);
    let mut unpacked = Unpacked {
        bytes: Some(Vec::new()),
        most: limits.part_bytes,
        unpacker,
    };
    unpacked.read(reader, entry, !is_nested, limits)?;
    let bytes = unpacked.bytes.unwrap_or_default();
    match crc32fast::hash(&bytes) == entry.crc {
        true => Ok(bytes),
        false => Err(ErrorKind::ZipCrc),
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
    unpacker: &mut Unpacker,
) -> Result<(), ErrorKind> {
    if !member.entry.has_descriptor() {
        return Ok(());
    }
    let mut unpacked = Unpacked {
        bytes: None,
        most: limits.unpacked_bytes,
        unpacker,
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
        let mut unpacked = vec![0; limits.look_bytes];
        // A broken stream is reported where the entry is unpacked.
        let step = Inflater::new().step(packed, &mut unpacked, 0);
        unpacked.truncate(step.given);
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
struct Unpacked<'u> {
    /// The bytes, if they are wanted.
    bytes: Option<Vec<u8>>,
    /// The most bytes that the entry may unpack to.
    most: u64,
    unpacker: &'u mut Unpacker,
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
            let budget = &mut self.unpacker.left;
            check_unmarked_end(&mut packed(reader, entry), entry, limits, budget)?;
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
        charge(
            &mut self.unpacker.left,
            entry.packed,
            self.most,
            entry.packed,
        )?;
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
        let Unpacker { left, inflater } = &mut *self.unpacker;
        inflater.start();
        // The declared size is no more than a first guess.
        let declared = usize::try_from(entry.unpacked).unwrap_or(STEP).min(STEP);
        let mut out = match self.bytes {
            Some(_) => vec![0; declared.saturating_add(MOST_MATCH)],
            None => vec![0; WINDOW],
        };
        let (mut total_in, mut total_out, mut position) = (0_u64, 0_u64, 0_usize);
        loop {
            let unread = packed.fill_buf().map_err(|_| ErrorKind::ReadFailed)?;
            let step = match self.bytes {
                Some(_) => inflater.step(unread, &mut out, position),
                None => inflater.step_in_window(unread, &mut out, position),
            };
            packed.consume(step.taken);
            total_in = total_in.saturating_add(step.taken as u64);
            total_out = total_out.saturating_add(step.given as u64);
            position = position.saturating_add(step.given);
            match step.stop {
                Stop::Broken => return Err(ErrorKind::ZipContent),
                Stop::End | Stop::Unfinished => {}
            }
            charge(left, step.given as u64, self.most, total_out)?;
            if step.stop == Stop::End {
                break;
            }
            if position < out.len() {
                if step.taken == 0 && step.given == 0 {
                    return Err(ErrorKind::ZipContent);
                }
            } else if self.bytes.is_some() {
                out.resize(out.len().saturating_add(STEP), 0);
            } else {
                position = 0;
            }
        }
        if let Some(bytes) = &mut self.bytes {
            out.truncate(position);
            *bytes = out;
        }
        if total_in != entry.packed {
            Err(ErrorKind::ZipHiddenData)
        } else if total_out != entry.unpacked {
            Err(ErrorKind::ZipContent)
        } else {
            Ok(())
        }
    }
}

/// Charges bytes that were unpacked: against the most that one entry may have, and against the budget of all.
fn charge(budget: &mut u64, given: u64, most: u64, total: u64) -> Result<(), ErrorKind> {
    if total > most {
        return Err(ErrorKind::Limit(Limit::Part));
    }
    *budget = budget
        .checked_sub(given)
        .ok_or(ErrorKind::Limit(Limit::Unpacked))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::{ZipEntry, deflated, zip};
    use crate::container::zip::scan;
    use std::io::Cursor;

    const LINK: u32 = 0o120_777 << 16;

    /// Calls a function with the reader of a zip and its first member.
    fn with<T>(
        bytes: &[u8],
        limits: &Limits,
        call: impl FnOnce(&mut ByteReader<'_>, &Archive) -> Result<T, ErrorKind>,
    ) -> Result<T, ErrorKind> {
        let mut input = Cursor::new(bytes);
        let mut reader = ByteReader::new(&mut input, limits)?;
        let end = scan(&mut reader, limits).end_record()?;
        let archive = Archive::read(&mut reader, &end, limits).map_err(|error| error.kind)?;
        call(&mut reader, &archive)
    }

    fn unpack_with(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ErrorKind> {
        with(bytes, limits, |reader, archive| {
            super::unpack(
                reader,
                &archive.members[0],
                limits,
                &mut Unpacker::new(limits.unpacked_bytes),
            )
        })
    }

    fn unpack(entry: ZipEntry<'_>) -> Result<Vec<u8>, ErrorKind> {
        unpack_with(&zip(&[entry]), &Limits::default())
    }

    fn verified(entry: ZipEntry<'_>) -> Result<(), ErrorKind> {
        let limits = Limits::default();
        with(&zip(&[entry]), &limits, |reader, archive| {
            verify(
                reader,
                &archive.members[0],
                &limits,
                &mut Unpacker::new(limits.unpacked_bytes),
            )
        })
    }

    fn hello<'b>(packed: &'b [u8]) -> ZipEntry<'b> {
        ZipEntry {
            packed,
            method: 8,
            ..ZipEntry::stored("a.txt", b"hello")
        }
    }

    /// The descriptor of an entry.
    fn descriptor(entry: &ZipEntry<'_>) -> Vec<u8> {
        let packed = u32::try_from(entry.packed.len()).unwrap();
        let fields = [entry.crc, packed, entry.unpacked];
        fields
            .iter()
            .flat_map(|field| field.to_le_bytes())
            .collect()
    }

    #[test]
    fn stored_and_deflated_entries_are_unpacked() {
        assert_eq!(
            unpack(ZipEntry::stored("a", b"hello")),
            Ok(b"hello".to_vec())
        );
        assert_eq!(unpack(ZipEntry::stored("a", b"")), Ok(Vec::new()));
        assert_eq!(unpack(hello(&deflated(b"hello"))), Ok(b"hello".to_vec()));
        let large = vec![b'a'; STEP + 1];
        assert_eq!(
            unpack(ZipEntry {
                packed: &deflated(&large),
                method: 8,
                ..ZipEntry::stored("a", &large)
            }),
            Ok(large)
        );
    }

    #[test]
    fn each_fault_of_an_entry_gives_its_error() {
        let stream = deflated(b"hello");
        let longer = [&stream[..], b"x"].concat();
        let entry = hello(&stream);
        for (condition, entry, error) in [
            (
                "encrypted",
                ZipEntry { flags: 1, ..entry },
                ErrorKind::ZipEncrypted,
            ),
            (
                "a link",
                ZipEntry {
                    made_by: 0x0314,
                    external: LINK,
                    ..entry
                },
                ErrorKind::ZipLink,
            ),
            (
                "another method",
                ZipEntry { method: 9, ..entry },
                ErrorKind::ZipMethod,
            ),
            (
                "another CRC",
                ZipEntry { crc: 1, ..entry },
                ErrorKind::ZipCrc,
            ),
            (
                "a broken stream",
                ZipEntry {
                    packed: &[7],
                    ..entry
                },
                ErrorKind::ZipContent,
            ),
            (
                "a stream that is cut off",
                ZipEntry {
                    packed: &stream[..7],
                    ..entry
                },
                ErrorKind::ZipContent,
            ),
            (
                "a stream of another length",
                ZipEntry {
                    unpacked: 6,
                    ..entry
                },
                ErrorKind::ZipContent,
            ),
            (
                "a stored entry of another length",
                ZipEntry {
                    unpacked: 6,
                    ..ZipEntry::stored("a", b"hello")
                },
                ErrorKind::ZipContent,
            ),
            (
                "data after the stream",
                ZipEntry {
                    packed: &longer,
                    ..entry
                },
                ErrorKind::ZipHiddenData,
            ),
        ] {
            assert_eq!(unpack(entry), Err(error), "{condition}");
        }
    }

    #[test]
    fn the_entry_that_the_other_parser_finds_under_a_name_is_the_same() {
        let name = "VpnSettings.xml";
        let entries = [ZipEntry::stored(name, b"1"), ZipEntry::stored(name, b"2")];
        let outcome = with(&zip(&entries), &Limits::default(), |reader, archive| {
            check_with_second_parser(reader, archive).map_err(|error| error.kind)
        });
        assert_eq!(outcome, Err(ErrorKind::ZipHeadersDiffer));
    }

    #[test]
    fn a_directory_that_the_other_parser_rejects_is_damaged() {
        let limits = Limits::default();
        let bytes = zip(&[ZipEntry::stored("a", b"1")]);
        let outcome = with(&bytes, &limits, |_, archive| {
            let cut = &mut Cursor::new(&bytes[..bytes.len() - 1]);
            let mut reader = ByteReader::new(cut, &limits)?;
            check_with_second_parser(&mut reader, archive).map_err(|error| error.kind)
        });
        assert_eq!(outcome, Err(ErrorKind::ZipDamaged));
    }

    #[test]
    fn data_with_an_unmarked_end_contains_no_header_of_a_part() {
        let header = |name: &str| {
            let whole = zip(&[ZipEntry::stored(name, b"x")]);
            whole[..LOCAL_HEADER + name.len()].to_vec()
        };
        let far = [vec![b' '; STEP - 10], header("VpnSettings.xml")].concat();
        for (content, hidden) in [
            (header("VpnSettings.xml"), true),
            (far, true),
            (header("a:b"), true),
            (header("a.txt"), false),
            (header("setup.exe"), false),
        ] {
            let stored = ZipEntry {
                flags: 8,
                ..ZipEntry::stored("a.txt", &content)
            };
            let after = descriptor(&stored);
            let streamed = ZipEntry {
                after: &after,
                ..stored
            };
            let expected = match hidden {
                true => Err(ErrorKind::ZipHiddenData),
                false => Ok(()),
            };
            assert_eq!(unpack(streamed).map(|_| ()), expected);
            assert_eq!(verified(streamed), expected);
            // Without a descriptor the headers state the end.
            assert_eq!(
                unpack(ZipEntry::stored("a.txt", &content)),
                Ok(content.clone())
            );
        }
    }

    #[test]
    fn an_entry_that_is_not_unpacked_is_verified_only_if_its_end_is_not_stated() {
        let stream = deflated(b"hello");
        let longer = [&stream[..], b"x"].concat();
        let damaged = hello(&longer);
        assert_eq!(verified(damaged), Ok(()));
        let after = descriptor(&damaged);
        let streamed = ZipEntry {
            flags: 8,
            after: &after,
            ..damaged
        };
        assert_eq!(verified(streamed), Err(ErrorKind::ZipHiddenData));
        let good = hello(&stream);
        let after = descriptor(&good);
        assert_eq!(
            verified(ZipEntry {
                flags: 8,
                after: &after,
                ..good
            }),
            Ok(())
        );
    }

    #[test]
    fn each_limit_is_reached_by_one_more_than_it_allows() {
        let stream = deflated(b"hello");
        for entry in [ZipEntry::stored("a", b"hello"), hello(&stream)] {
            let limits = |part_bytes, unpacked_bytes| Limits {
                part_bytes,
                unpacked_bytes,
                ..Limits::default()
            };
            let bytes = zip(&[entry]);
            assert!(unpack_with(&bytes, &limits(5, 5)).is_ok());
            for (limits, limit) in [(limits(4, 5), Limit::Part), (limits(5, 4), Limit::Unpacked)] {
                assert_eq!(unpack_with(&bytes, &limits), Err(ErrorKind::Limit(limit)));
            }
        }
    }

    #[test]
    fn an_input_that_fails_is_reported() {
        let content = vec![b'a'; 200_000];
        let bytes = zip(&[ZipEntry::stored("a", &content)]);
        let outcome = |read_calls| {
            let limits = Limits {
                read_calls,
                ..Limits::default()
            };
            let unpacked = |reader: &mut ByteReader<'_>, archive: &Archive| {
                let member = &archive.members[0];
                Ok(super::unpack(reader, member, &limits, &mut Unpacker::new(u64::MAX)).err())
            };
            with(&bytes, &limits, unpacked).ok().flatten()
        };
        let errors: Vec<ErrorKind> = (1..40).filter_map(outcome).collect();
        assert_eq!(errors.last(), Some(&ErrorKind::ReadFailed));
    }

    #[test]
    fn the_head_of_an_entry_is_a_whole_text_or_the_start_of_other_data() {
        let limits = Limits::default();
        let look = limits.look_bytes;
        let head = |entry: ZipEntry<'_>| {
            with(&zip(&[entry]), &limits, |reader, archive| {
                super::head(reader, &archive.members[0].entry, &limits)
            })
        };
        let (text, binary) = (vec![b'a'; look + 1], vec![1; look + 1]);
        let deflated_text = deflated(&text);
        // Blocks without content, then one with it.
        let late = [
            &[0, 0, 0, 0xFF, 0xFF].repeat(MOST_PACKED_HEAD / 5 + 1)[..],
            &deflated(b"hello"),
        ]
        .concat();
        for (entry, expected) in [
            (ZipEntry::stored("a", &text), Some(look)),
            (
                ZipEntry {
                    packed: &deflated_text,
                    method: 8,
                    ..ZipEntry::stored("a", &text)
                },
                Some(look),
            ),
            (ZipEntry::stored("a", &binary), Some(256)),
            (
                ZipEntry {
                    flags: 1,
                    ..ZipEntry::stored("a", &text)
                },
                Some(0),
            ),
            (hello(&late), None),
        ] {
            let length = match head(entry) {
                Ok(Head::Bytes(bytes)) => Some(bytes.len()),
                Ok(Head::Unknown) => None,
                Err(kind) => panic!("{kind:?}"),
            };
            assert_eq!(length, expected);
        }
    }
}
