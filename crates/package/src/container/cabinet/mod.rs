//! Microsoft cabinets ([MS-CAB]): folders and files of one cabinet. Only the blocks that are needed are unpacked.

mod decoder;

use crate::bytes::LittleEndian as _;
use crate::model::{ErrorKind, Limit, Limits};
use crate::signature::cabinet::{HEADER, is_regular_header};
use decoder::Decoder;
use std::collections::HashSet;

/// Flags: another cabinet before or after, reserved areas.
const PREVIOUS: u16 = 1;
const NEXT: u16 = 2;
const RESERVE: u16 = 4;
/// Most bytes of a block before and after unpacking (2.4 CFDATA).
const MOST_PACKED: usize = 32_768 + 6_144;
const MOST_UNPACKED: usize = 32_768;

/// A cabinet whose tables are read and checked.
#[derive(Debug)]
pub(crate) struct Cabinet<'b> {
    bytes: &'b [u8],
    folders: Vec<Folder>,
    files: Vec<File>,
    /// Reserved bytes at the start of each block.
    block_reserve: usize,
}

#[derive(Debug)]
struct Folder {
    start: usize,
    blocks: u16,
    method: u16,
}

#[derive(Debug)]
struct File {
    name: String,
    start: u64,
    length: u64,
    folder: usize,
}

/// What may still be unpacked of a cabinet. Its folders can share their data, so the file's size doesn't bound the work.
struct Budget {
    packed: u64,
    blocks: usize,
}

impl Budget {
    fn take(&mut self, packed: usize) -> Result<(), ErrorKind> {
        let left = self.packed.checked_sub(packed as u64);
        self.packed = left.ok_or(ErrorKind::Limit(Limit::Cabinet))?;
        let left = self.blocks.checked_sub(1);
        self.blocks = left.ok_or(ErrorKind::Limit(Limit::CabinetBlocks))?;
        Ok(())
    }
}

impl<'b> Cabinet<'b> {
    /// Returns the bytes of the cabinet whose header is at an offset, if they are all there.
    pub(crate) fn at(bytes: &'b [u8], start: usize) -> Option<&'b [u8]> {
        let rest = bytes.get(start..)?;
        rest.get(..usize::try_from(rest.u32_at(8)?).ok()?)
    }

    /// Reads the tables (2.1 to 2.3).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::CabinetBroken`], [`ErrorKind::CabinetAmbiguous`], or [`Limit::Entries`].
    pub(crate) fn parse(bytes: &'b [u8], limits: &Limits) -> Result<Self, ErrorKind> {
        let broken = ErrorKind::CabinetBroken;
        let short = |at| bytes.u16_at(at).ok_or(broken);
        let long = |at| {
            let value = bytes.u32_at(at);
            value.and_then(|value| usize::try_from(value).ok())
        };
        let header = bytes.get(..HEADER).ok_or(broken)?;
        if !is_regular_header(header, bytes.len() as u64) {
            return Err(broken);
        }
        let length = long(8).ok_or(broken)?;
        // Up to eight bytes of padding belong to the resource; anything else is hidden data.
        let overlay = bytes.get(length..).ok_or(broken)?;
        if overlay.len() >= 8 || overlay.iter().any(|byte| *byte != 0) {
            return Err(ErrorKind::CabinetAmbiguous);
        }
        let bytes = bytes.get(..length).ok_or(broken)?;
        let flags = short(30)?;
        if flags & (PREVIOUS | NEXT) != 0 {
            return Err(broken);
        }
        let mut at = HEADER;
        let (mut folder_reserve, mut block_reserve) = (0, 0);
        if flags & RESERVE != 0 {
            let header_reserve = usize::from(short(36)?);
            folder_reserve = usize::from(*bytes.get(38).ok_or(broken)?);
            block_reserve = usize::from(*bytes.get(39).ok_or(broken)?);
            at = header_reserve.saturating_add(40);
        }
        let (folder_count, file_count) = (usize::from(short(26)?), usize::from(short(28)?));
        if file_count > limits.zip_entries || folder_count > limits.zip_entries {
            return Err(ErrorKind::Limit(Limit::Entries));
        }
        let mut folders = Vec::new();
        for _ in 0..folder_count {
            let start = long(at).ok_or(broken)?;
            let (blocks, method) = (short(at.saturating_add(4))?, short(at.saturating_add(6))?);
            folders.push(Folder {
                start,
                blocks,
                method,
            });
            at = at.saturating_add(8).saturating_add(folder_reserve);
        }
        // Some readers seek to the offset of the file table, some read on after the folder table (2.1 to 2.3).
        match long(16) {
            Some(files) if files == at => {}
            Some(files) if files < bytes.len() => return Err(ErrorKind::CabinetAmbiguous),
            _ => return Err(broken),
        }
        let mut cabinet = Cabinet {
            bytes,
            folders,
            files: Vec::new(),
            block_reserve,
        };
        cabinet.read_files(at, file_count)?;
        Ok(cabinet)
    }

    fn read_files(&mut self, start: usize, count: usize) -> Result<(), ErrorKind> {
        let broken = ErrorKind::CabinetBroken;
        let mut names = HashSet::new();
        let mut at = start;
        for _ in 0..count {
            let entry = self.bytes.get(at..).ok_or(broken)?;
            let name = entry.get(16..).ok_or(broken)?;
            // 256 bytes is the longest name (2.3 CFFILE).
            let end = name
                .iter()
                .take(257)
                .position(|byte| *byte == 0)
                .ok_or(broken)?;
            let raw = name.get(..end).ok_or(broken)?;
            let name = std::str::from_utf8(raw).map(str::to_owned);
            let name = name.unwrap_or_else(|_| raw.iter().map(|byte| char::from(*byte)).collect());
            let name = name
                .rsplit(['/', '\\'])
                .next()
                .unwrap_or_default()
                .to_owned();
            let folder = usize::from(entry.u16_at(8).ok_or(broken)?);
            // Folder indices from 0xFFFD mean that a file continues in another cabinet.
            if name.is_empty() || folder >= self.folders.len() {
                return Err(broken);
            }
            // Windows changes such names, and a backslash can be half of a character in an old code page.
            let changed = name.ends_with(['.', ' '])
                || name.contains([':', '?', '*', '|', '<', '>', '"'])
                || raw
                    .windows(2)
                    .any(|pair| matches!(pair, [0x80..=0xFF, b'\\' | b'/']));
            if changed
                || name.contains(char::is_control)
                || !names.insert(name.to_ascii_lowercase())
            {
                return Err(ErrorKind::CabinetAmbiguous);
            }
            self.files.push(File {
                name,
                start: entry.u32_at(4).ok_or(broken)?.into(),
                length: entry.u32_at(0).ok_or(broken)?.into(),
                folder,
            });
            at = at.saturating_add(17).saturating_add(end);
        }
        Ok(())
    }

    /// Returns the names of its files, without folders.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// Unpacks the files that are wanted, in the cabinet's order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::CabinetBroken`], [`ErrorKind::CabinetAmbiguous`], [`ErrorKind::CabinetMethod`], or a limit.
    pub(crate) fn unpack(
        &self,
        wanted: fn(&str) -> bool,
        limits: &Limits,
    ) -> Result<Vec<(String, Vec<u8>)>, ErrorKind> {
        let mut unpacked = Vec::new();
        let mut budget = Budget {
            packed: limits.cabinet_bytes,
            blocks: limits.cabinet_blocks,
        };
        for (index, folder) in self.folders.iter().enumerate() {
            let files: Vec<&File> = self
                .files
                .iter()
                .filter(|file| file.folder == index && wanted(&file.name))
                .collect();
            let end = files
                .iter()
                .map(|file| file.start.saturating_add(file.length))
                .max();
            let Some(end) = end else { continue };
            if end > limits.part_bytes {
                return Err(ErrorKind::Limit(Limit::Part));
            }
            let data = self.folder_data(folder, end, &mut budget)?;
            for file in files {
                let range = usize::try_from(file.start)
                    .ok()
                    .zip(usize::try_from(file.length).ok());
                let content = range.and_then(|(start, length)| data.get(start..)?.get(..length));
                unpacked.push((
                    file.name.clone(),
                    content.ok_or(ErrorKind::CabinetBroken)?.to_vec(),
                ));
            }
        }
        Ok(unpacked)
    }

    /// Unpacks a folder's data up to `end` (2.4 CFDATA).
    fn folder_data(
        &self,
        folder: &Folder,
        end: u64,
        budget: &mut Budget,
    ) -> Result<Vec<u8>, ErrorKind> {
        let broken = ErrorKind::CabinetBroken;
        let mut decoder = Decoder::new(folder.method)?;
        let mut data = Vec::new();
        let mut at = folder.start;
        for number in 1..=folder.blocks {
            if data.len() as u64 >= end {
                break;
            }
            let header = self
                .bytes
                .get(at..)
                .and_then(|rest| rest.get(..8))
                .ok_or(broken)?;
            let packed = usize::from(header.u16_at(4).ok_or(broken)?);
            let unpacked = usize::from(header.u16_at(6).ok_or(broken)?);
            if packed == 0 || packed > MOST_PACKED || unpacked == 0 || unpacked > MOST_UNPACKED {
                return Err(broken);
            }
            // All blocks but the last are full (2.4); not every reader checks the length that a block declares.
            if unpacked != MOST_UNPACKED && number != folder.blocks {
                return Err(broken);
            }
            budget.take(packed)?;
            let start = at.saturating_add(8).saturating_add(self.block_reserve);
            let block = self
                .bytes
                .get(start..)
                .and_then(|rest| rest.get(..packed))
                .ok_or(broken)?;
            let sum = header.u32_at(0).ok_or(broken)?;
            let counted = self
                .bytes
                .get(at.saturating_add(4)..start.saturating_add(packed))
                .ok_or(broken)?;
            if sum != 0 && sum != checksum_of_block(counted, packed) {
                return Err(broken);
            }
            decoder.block(block, unpacked, &mut data)?;
            at = start.saturating_add(packed);
        }
        if (data.len() as u64) < end {
            Err(broken)
        } else {
            Ok(data)
        }
    }
}

/// Returns the checksum of a block: of its data, then of the lengths and reserved bytes before it (2.4).
fn checksum_of_block(counted: &[u8], packed: usize) -> u32 {
    let split = counted.len().saturating_sub(packed);
    let (lengths, data) = counted.split_at_checked(split).unwrap_or_default();
    checksum(lengths) ^ checksum(data)
}

/// Returns the exclusive or of little-endian words; the last bytes count from the top (2.4, CSUMCompute).
fn checksum(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<4>();
    let whole = words
        .iter()
        .fold(0, |sum, word| sum ^ u32::from_le_bytes(*word));
    whole
        ^ rest
            .iter()
            .fold(0, |sum, byte| (sum << 8) | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::test_support::{CABINET_FILES, cabinet, patched, stored_cabinet};

    type Unpacked = Result<Vec<(String, Vec<u8>)>, ErrorKind>;

    fn unpack(bytes: &[u8], limits: &Limits) -> Unpacked {
        Cabinet::parse(bytes, limits)?.unpack(|_| true, limits)
    }

    fn error(bytes: &[u8]) -> Option<ErrorKind> {
        unpack(bytes, &Limits::default()).err()
    }

    fn two_files() -> Vec<u8> {
        stored_cabinet(&[("a.cms", b"abc"), ("x\\b.cer", b"de")])
    }

    #[test]
    fn the_files_of_a_cabinet_are_unpacked_without_their_folders() {
        let bytes = two_files();
        let cabinet = Cabinet::parse(&bytes, &Limits::default()).unwrap();
        assert_eq!(cabinet.names().collect::<Vec<_>>(), ["a.cms", "b.cer"]);
        let wanted = cabinet.unpack(|name| name == "b.cer", &Limits::default());
        assert_eq!(wanted, Ok(vec![("b.cer".to_owned(), b"de".to_vec())]));
    }

    #[test]
    fn reserved_areas_are_skipped_and_padding_is_accepted() {
        let bytes = two_files();
        let data = bytes.len() - 5 - 8;
        let reserved = [
            patched(&bytes[..36], 30, &[4]),
            vec![1, 0, 1, 1, 0],
            bytes[36..44].to_vec(),
            vec![0],
            bytes[44..data + 8].to_vec(),
            vec![0],
            bytes[data + 8..].to_vec(),
            vec![0; 7],
        ]
        .concat();
        // Seven bytes more in front of the data, six of them before the file table.
        let moved = |at: usize, by: u8| [at, usize::from(bytes[at] + by)];
        let changes = [moved(8, 7), moved(16, 6), [41, usize::from(bytes[36] + 6)]];
        let reserved = changes.iter().fold(reserved, |reserved, [at, value]| {
            patched(&reserved, *at, &[u8::try_from(*value).unwrap()])
        });
        assert_eq!(
            unpack(&reserved, &Limits::default()),
            unpack(&bytes, &Limits::default())
        );
    }

    #[test]
    fn damaged_tables_are_reported() {
        let bytes = two_files();
        for (condition, bytes) in [
            ("cut in the header", bytes[..35].to_vec()),
            ("cut in the data", bytes[..bytes.len() - 1].to_vec()),
            ("another version", patched(&bytes, 24, &[4])),
            ("continued in another cabinet", patched(&bytes, 30, &[2])),
            ("continued from another cabinet", patched(&bytes, 30, &[1])),
            ("a file table outside", patched(&bytes, 16, &[0, 1])),
            (
                "a file in a folder that is missing",
                patched(&bytes, CABINET_FILES + 8, &[1]),
            ),
            (
                "a file without a name",
                patched(&bytes, CABINET_FILES + 16, &[0]),
            ),
            ("more files than the table has", patched(&bytes, 28, &[9])),
            (
                "a file that ends after the data",
                patched(&bytes, CABINET_FILES, &[9]),
            ),
            ("data outside", patched(&bytes, 37, &[9])),
        ] {
            assert_eq!(error(&bytes), Some(ErrorKind::CabinetBroken), "{condition}");
        }
    }

    #[test]
    fn tables_that_readers_see_differently_are_ambiguous() {
        let bytes = two_files();
        for (condition, bytes) in [
            ("data after the end", [&bytes[..], b"\0\0x"].concat()),
            ("much padding after the end", [&bytes[..], &[0; 8]].concat()),
            (
                "a second offset of the file table",
                patched(&bytes, 16, &[45]),
            ),
            (
                "one name for two files",
                stored_cabinet(&[("a", b""), ("x/A", b"a")]),
            ),
            ("a trailing dot", stored_cabinet(&[("a.", b"a")])),
            ("a colon", stored_cabinet(&[("a:b", b"a")])),
            ("a control character", stored_cabinet(&[("a\u{1}", b"a")])),
            (
                "half a character before a backslash",
                patched(&bytes, CABINET_FILES + 22 + 16, &[0x83]),
            ),
        ] {
            assert_eq!(
                error(&bytes),
                Some(ErrorKind::CabinetAmbiguous),
                "{condition}"
            );
        }
    }

    #[test]
    fn damaged_blocks_are_reported() {
        let full = vec![b'a'; MOST_UNPACKED];
        let files = [("a", 4)];
        for (condition, bytes) in [
            ("an empty block", cabinet(0, &files, &[(b"", 4)])),
            (
                "a block that unpacks to nothing",
                cabinet(0, &files, &[(b"abcd", 0)]),
            ),
            (
                "a block that isn't full before another",
                cabinet(0, &files, &[(b"ab", 2), (b"cd", 2)]),
            ),
            (
                "a block that is too large",
                cabinet(1, &files, &[(&[0; MOST_PACKED + 1], 4)]),
            ),
            (
                "more unpacked bytes than a block has",
                cabinet(1, &files, &[(b"CK", MOST_UNPACKED + 1)]),
            ),
            (
                "a block of another length",
                cabinet(0, &files, &[(b"abcde", 4)]),
            ),
            (
                "fewer blocks than the file needs",
                cabinet(0, &files, &[(b"abc", 3)]),
            ),
            ("no block", cabinet(0, &files, &[])),
        ] {
            assert_eq!(error(&bytes), Some(ErrorKind::CabinetBroken), "{condition}");
        }
        let whole = cabinet(
            0,
            &[("a", MOST_UNPACKED + 1)],
            &[(&full, MOST_UNPACKED), (b"b", 1)],
        );
        assert_eq!(error(&whole), None);
        let method = cabinet(2, &files, &[(b"abcd", 4)]);
        assert_eq!(error(&method), Some(ErrorKind::CabinetMethod));
    }

    #[test]
    fn a_wrong_checksum_of_a_block_is_reported() {
        let bytes = two_files();
        let block = bytes.len() - 5 - 8;
        // Lengths 5 and 5, "abcd" as a little-endian word, and "e".
        let sum: u32 = 0x0005_0005 ^ 0x6463_6261 ^ 0x65;
        assert_eq!(error(&patched(&bytes, block, &sum.to_le_bytes())), None);
        let wrong = patched(&bytes, block, &(sum + 1).to_le_bytes());
        assert_eq!(error(&wrong), Some(ErrorKind::CabinetBroken));
    }

    #[test]
    fn each_limit_is_reached_by_one_more_than_it_allows() {
        let bytes = two_files();
        let exact = Limits {
            zip_entries: 2,
            part_bytes: 5,
            cabinet_bytes: 5,
            cabinet_blocks: 1,
            ..Limits::default()
        };
        assert!(unpack(&bytes, &exact).is_ok());
        let limits = || exact.clone();
        for (limits, limit) in [
            (
                Limits {
                    zip_entries: 1,
                    ..limits()
                },
                Limit::Entries,
            ),
            (
                Limits {
                    part_bytes: 4,
                    ..limits()
                },
                Limit::Part,
            ),
            (
                Limits {
                    cabinet_bytes: 4,
                    ..limits()
                },
                Limit::Cabinet,
            ),
            (
                Limits {
                    cabinet_blocks: 0,
                    ..limits()
                },
                Limit::CabinetBlocks,
            ),
        ] {
            assert_eq!(unpack(&bytes, &limits).err(), Some(ErrorKind::Limit(limit)));
        }
    }

    #[test]
    fn a_cabinet_is_cut_out_by_the_length_in_its_header() {
        let bytes = [b"before", &two_files()[..], b"after"].concat();
        assert_eq!(Cabinet::at(&bytes, 6), Some(&two_files()[..]));
        assert_eq!(Cabinet::at(&bytes[..bytes.len() - 6], 6), None);
        assert_eq!(Cabinet::at(&bytes, bytes.len()), None);
    }
}
