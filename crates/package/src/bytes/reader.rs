//! Random access to an input, under a budget of bytes and of calls.
//!
//! A hostile directory can make a reader seek back and forth without end; here it exceeds the budget instead. One block is
//! kept in memory, so that neighbouring small reads cost one call.

use super::sorted;
use crate::model::{ErrorKind, Limit, Limits};
use std::fs::File;
use std::io::{self, BufRead, Read, Seek, SeekFrom};

/// Bytes read from the input at once: a whole package without programs fits in.
const BLOCK: usize = 16 * 1024;

/// Where the bytes of a file come from. For any `Read + Seek` type, `impl Input for Type {}` is enough; one where each call
/// is expensive can read distant ranges in one call.
pub trait Input: Read + Seek {
    /// Returns the bytes of all ranges (start and length, inside the file) concatenated, or `None` if they have to be read
    /// one by one.
    fn gather(&mut self, _ranges: &[(u64, usize)]) -> Option<Vec<u8>> {
        None
    }
}

impl Input for File {}

impl<T: AsRef<[u8]>> Input for io::Cursor<T> {}

/// An input of known length, with what may still be read of it. One concrete type, so that no parser is compiled once per
/// kind of input.
pub(crate) struct ByteReader<'i> {
    input: &'i mut dyn Input,
    /// Pieces read ahead with [`Input::gather`], by their start.
    gathered: Vec<(u64, Vec<u8>)>,
    length: u64,
    position: u64,
    block: Vec<u8>,
    block_start: u64,
    bytes_left: u64,
    calls_left: u64,
    failure: Option<ErrorKind>,
}

impl<'i> ByteReader<'i> {
    /// Determines the length of an input.
    pub(crate) fn new(input: &'i mut dyn Input, limits: &Limits) -> Result<Self, ErrorKind> {
        let length = input
            .seek(SeekFrom::End(0))
            .map_err(|_| ErrorKind::ReadFailed)?;
        Ok(ByteReader {
            input,
            gathered: Vec::new(),
            length,
            position: 0,
            block: Vec::new(),
            block_start: 0,
            bytes_left: limits.read_bytes,
            calls_left: limits.read_calls,
            failure: None,
        })
    }

    /// Reads ranges ahead in one call, if the input can, that are much smaller than a block and far from each other. What
    /// can't be read ahead is read when it is needed.
    pub(crate) fn expect(&mut self, ranges: impl Iterator<Item = (u64, usize)>) {
        let ranges = sorted(ranges.filter(|(start, length)| {
            start
                .checked_add(*length as u64)
                .is_some_and(|end| end <= self.length)
        }));
        let total: usize = ranges
            .iter()
            .fold(0, |sum, (_, length)| sum.saturating_add(*length));
        if self.calls_left == 0 || self.bytes_left < total as u64 {
            return;
        }
        let gathered = self.input.gather(&ranges);
        let Some(bytes) = gathered.filter(|bytes| bytes.len() == total) else {
            return;
        };
        self.calls_left = self.calls_left.saturating_sub(1);
        self.bytes_left = self.bytes_left.saturating_sub(total as u64);
        let mut rest = bytes.as_slice();
        for (start, length) in ranges {
            let (piece, after) = rest.split_at_checked(length).unwrap_or_default();
            self.gathered.push((start, piece.to_vec()));
            rest = after;
        }
    }

    /// Returns the rest, from the position, of the gathered piece that contains it.
    fn rest_of_gathered(&self) -> Option<&[u8]> {
        let after = self
            .gathered
            .partition_point(|(start, _)| *start <= self.position);
        let (start, piece) = self.gathered.get(after.checked_sub(1)?)?;
        let offset = usize::try_from(self.position.checked_sub(*start)?).ok()?;
        piece.get(offset..).filter(|rest| !rest.is_empty())
    }

    /// Returns what is in memory from the position: of a gathered piece, else of the block.
    fn rest_in_memory(&self) -> Option<&[u8]> {
        self.rest_of_gathered().or_else(|| {
            let offset = self.position.checked_sub(self.block_start)?;
            let rest = self.block.get(usize::try_from(offset).ok()?..)?;
            (!rest.is_empty()).then_some(rest)
        })
    }

    /// Returns the length in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Returns why reading failed, if it did: the input itself, or the budget.
    pub(crate) fn failure(&self) -> Option<ErrorKind> {
        self.failure
    }

    /// Reads exactly `count` bytes from `start`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ZipDamaged`] if the range isn't inside the input; else what kept it from being read.
    pub(crate) fn bytes_at(&mut self, start: u64, count: usize) -> Result<Vec<u8>, ErrorKind> {
        let end = start
            .checked_add(count as u64)
            .filter(|end| *end <= self.length);
        if end.is_none() {
            return Err(ErrorKind::ZipDamaged);
        }
        let mut bytes = vec![0; count];
        self.position = start;
        self.read_exact(&mut bytes)
            .map_err(|_| self.failure.unwrap_or(ErrorKind::ReadFailed))?;
        Ok(bytes)
    }

    /// Reads the whole input.
    ///
    /// # Errors
    ///
    /// [`Limit::Part`] if it has more than `limit` bytes; else as for [`bytes_at`](Self::bytes_at).
    pub(crate) fn all(&mut self, limit: u64) -> Result<Vec<u8>, ErrorKind> {
        let length = usize::try_from(self.length)
            .ok()
            .filter(|_| self.length <= limit);
        self.bytes_at(0, length.ok_or(ErrorKind::Limit(Limit::Part))?)
    }

    fn fail<T>(&mut self, kind: ErrorKind) -> io::Result<T> {
        self.failure.get_or_insert(kind);
        Err(io::Error::other(kind.code()))
    }

    fn fill_block(&mut self) -> io::Result<()> {
        let wanted =
            BLOCK.min(usize::try_from(self.length.saturating_sub(self.position)).unwrap_or(BLOCK));
        if self.calls_left == 0 {
            return self.fail(ErrorKind::Limit(Limit::ReadCalls));
        }
        if self.bytes_left < wanted as u64 {
            return self.fail(ErrorKind::Limit(Limit::ReadBytes));
        }
        self.calls_left = self.calls_left.saturating_sub(1);
        self.bytes_left = self.bytes_left.saturating_sub(wanted as u64);
        self.block.clear();
        self.block_start = self.position;
        if self.input.seek(SeekFrom::Start(self.position)).is_err() {
            return self.fail(ErrorKind::ReadFailed);
        }
        self.block.resize(wanted, 0);
        if self.input.read_exact(&mut self.block).is_err() {
            self.block.clear();
            return self.fail(ErrorKind::ReadFailed);
        }
        Ok(())
    }
}

impl Read for ByteReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for ByteReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.position >= self.length {
            return Ok(&[]);
        }
        if self.rest_in_memory().is_none() {
            self.fill_block()?;
        }
        Ok(self.rest_in_memory().unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.position = self.position.saturating_add(count as u64);
    }
}

impl Seek for ByteReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        match target {
            Some(position) => {
                self.position = position;
                Ok(position)
            }
            None => Err(io::Error::from(io::ErrorKind::InvalidInput)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// An input that fails, or reads distant ranges in one call.
    struct Special {
        bytes: Cursor<Vec<u8>>,
        fails: bool,
        gathers: bool,
    }

    impl Read for Special {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.fails {
                true => Err(io::Error::other("removed")),
                false => self.bytes.read(buffer),
            }
        }
    }

    impl Seek for Special {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.bytes.seek(to)
        }
    }

    impl Input for Special {
        fn gather(&mut self, ranges: &[(u64, usize)]) -> Option<Vec<u8>> {
            let all = self.bytes.get_ref();
            let piece = |(start, length): &(u64, usize)| {
                let start = usize::try_from(*start).unwrap();
                all[start..][..*length].to_vec()
            };
            self.gathers
                .then(|| ranges.iter().flat_map(piece).collect())
        }
    }

    fn numbers(count: usize) -> Cursor<Vec<u8>> {
        let bytes = (0..=250_u8).cycle().take(count).collect::<Vec<u8>>();
        Cursor::new(bytes)
    }

    fn limits(read_bytes: u64, read_calls: u64) -> Limits {
        Limits {
            read_bytes,
            read_calls,
            ..Limits::default()
        }
    }

    #[test]
    fn bytes_are_read_across_blocks_and_from_any_offset() {
        let mut input = numbers(3 * BLOCK);
        let all = input.get_ref().clone();
        let mut reader = ByteReader::new(&mut input, &Limits::default()).unwrap();
        assert_eq!(reader.length(), all.len() as u64);
        for (start, count) in [
            (0, 10),
            (BLOCK - 5, BLOCK + 10),
            (5, 3),
            (3 * BLOCK - 1, 1),
            (0, 0),
        ] {
            let read = reader.bytes_at(start as u64, count);
            assert_eq!(read.as_deref(), Ok(&all[start..start + count]), "{start}");
        }
        assert_eq!(reader.all(all.len() as u64).as_ref(), Ok(&all));
        assert_eq!(reader.failure(), None);
    }

    #[test]
    fn a_range_outside_the_input_is_damaged() {
        let mut input = numbers(10);
        let mut reader = ByteReader::new(&mut input, &Limits::default()).unwrap();
        for (start, count) in [(5, 6), (11, 0), (u64::MAX, 1)] {
            assert_eq!(reader.bytes_at(start, count), Err(ErrorKind::ZipDamaged));
        }
        assert_eq!(reader.all(9), Err(ErrorKind::Limit(Limit::Part)));
        assert_eq!(reader.failure(), None);
    }

    #[test]
    fn neighbouring_reads_cost_one_call_and_distant_ones_a_call_each() {
        let mut input = numbers(3 * BLOCK);
        let mut reader = ByteReader::new(&mut input, &limits(u64::MAX, 2)).unwrap();
        for start in [0, 100, 200, 2 * BLOCK as u64, 2 * BLOCK as u64 + 100] {
            assert!(reader.bytes_at(start, 10).is_ok(), "{start}");
        }
        let calls = ErrorKind::Limit(Limit::ReadCalls);
        assert_eq!(reader.bytes_at(0, 10), Err(calls));
        assert_eq!(reader.failure(), Some(calls));
    }

    #[test]
    fn more_bytes_than_the_limit_are_not_read() {
        let mut input = numbers(2 * BLOCK);
        let mut reader = ByteReader::new(&mut input, &limits(BLOCK as u64, 10)).unwrap();
        assert!(reader.bytes_at(0, BLOCK).is_ok());
        let bytes = ErrorKind::Limit(Limit::ReadBytes);
        assert_eq!(reader.bytes_at(BLOCK as u64, 1), Err(bytes));
        assert_eq!(reader.failure(), Some(bytes));
    }

    #[test]
    fn an_input_that_fails_is_reported() {
        let mut input = Special {
            bytes: numbers(10),
            fails: true,
            gathers: false,
        };
        let mut reader = ByteReader::new(&mut input, &Limits::default()).unwrap();
        assert_eq!(reader.bytes_at(0, 1), Err(ErrorKind::ReadFailed));
        assert_eq!(reader.failure(), Some(ErrorKind::ReadFailed));
    }

    #[test]
    fn ranges_that_are_read_ahead_cost_one_call_together() {
        let mut input = Special {
            bytes: numbers(10 * BLOCK),
            fails: false,
            gathers: true,
        };
        let all = input.bytes.get_ref().clone();
        let mut reader = ByteReader::new(&mut input, &limits(u64::MAX, 1)).unwrap();
        let far = 9 * BLOCK;
        reader.expect([(far as u64, 10), (0, 10), (u64::MAX, 10)].into_iter());
        assert_eq!(
            reader.bytes_at(far as u64, 10).as_deref(),
            Ok(&all[far..far + 10])
        );
        assert_eq!(reader.bytes_at(2, 8).as_deref(), Ok(&all[2..10]));
        assert_eq!(
            reader.bytes_at(10, 1),
            Err(ErrorKind::Limit(Limit::ReadCalls))
        );
    }

    #[test]
    fn a_seek_before_the_start_fails_and_a_read_past_the_end_gives_nothing() {
        let mut input = numbers(10);
        let mut reader = ByteReader::new(&mut input, &Limits::default()).unwrap();
        assert!(reader.seek(SeekFrom::Current(-1)).is_err());
        assert_eq!(reader.seek(SeekFrom::End(-2)).unwrap(), 8);
        let mut rest = Vec::new();
        assert_eq!(reader.read_to_end(&mut rest).unwrap(), 2);
        assert_eq!(rest, [8, 9]);
        assert_eq!(reader.seek(SeekFrom::Start(20)).unwrap(), 20);
        assert_eq!(reader.read(&mut [0]).unwrap(), 0);
    }
}
