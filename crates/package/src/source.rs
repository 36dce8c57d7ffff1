//! The input behind `Read + Seek`, with a budget of bytes and of calls.
//!
//! A hostile directory can make a reader jump to and fro without end; here it runs out of budget instead.
//! One block is kept, so that neighbouring small reads are one call.

use crate::{ErrorKind, Limits};
use std::io::{self, Read, Seek, SeekFrom};

/// Bytes fetched from the input at once: a whole package without programs fits in.
const BLOCK: usize = 16 * 1024;

/// Where a file's bytes come from, if that is more than `Read + Seek`: where each call costs, many places far apart
/// can be read in one.
pub trait Input: Read + Seek {
    /// The bytes of all these ranges (start and length, inside the file), one behind the other; `None`: they are to be
    /// read one by one.
    fn gather(&mut self, _ranges: &[(u64, usize)]) -> Option<Vec<u8>> {
        None
    }
}

/// [`Input::gather`], of a kind of reader.
type Gather<R> = fn(&mut R, &[(u64, usize)]) -> Option<Vec<u8>>;

/// What is no more than `Read + Seek`.
pub(crate) struct Plain<R>(pub(crate) R);

impl<R: Read> Read for Plain<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl<R: Seek> Seek for Plain<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

impl<R: Read + Seek> Input for Plain<R> {}

/// A reader of known length that counts what it is asked.
pub(crate) struct Source<R> {
    inner: R,
    /// [`Input::gather`] of the inner one, where it has it.
    gather: Gather<R>,
    /// What was gathered, by where it starts.
    gathered: Vec<(u64, Vec<u8>)>,
    length: u64,
    position: u64,
    block: Vec<u8>,
    block_start: u64,
    bytes_left: u64,
    calls_left: u64,
    failure: Option<ErrorKind>,
}

impl<R: Read + Seek> Source<R> {
    pub(crate) fn new(mut inner: R, limits: &Limits) -> Result<Self, ErrorKind> {
        let length = inner
            .seek(SeekFrom::End(0))
            .map_err(|_| ErrorKind::ReadFailed)?;
        Ok(Source {
            inner,
            gather: |_, _| None,
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

    /// These ranges are read next, each much smaller than a block and far from the others: in one call, if the input
    /// can. Whatever can't be had in this way is read when its turn comes.
    pub(crate) fn expect(&mut self, mut ranges: Vec<(u64, usize)>) {
        ranges.retain(|(start, length)| {
            start
                .checked_add(*length as u64)
                .is_some_and(|end| end <= self.length)
        });
        ranges.sort_unstable();
        let total: usize = ranges
            .iter()
            .fold(0, |sum, (_, length)| sum.saturating_add(*length));
        if self.calls_left == 0 || self.bytes_left < total as u64 {
            return;
        }
        let gathered = (self.gather)(&mut self.inner, &ranges);
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

    /// What is left from the position on of the gathered piece in which it lies.
    fn rest_of_gathered(&self) -> Option<&[u8]> {
        let behind = self
            .gathered
            .partition_point(|(start, _)| *start <= self.position);
        let (start, piece) = self.gathered.get(behind.checked_sub(1)?)?;
        let offset = usize::try_from(self.position.checked_sub(*start)?).ok()?;
        piece.get(offset..).filter(|rest| !rest.is_empty())
    }

    /// What is in memory from the position on: of a gathered piece, else of the block.
    fn rest_in_memory(&self) -> Option<&[u8]> {
        self.rest_of_gathered().or_else(|| {
            let offset = self.position.checked_sub(self.block_start)?;
            let rest = self.block.get(usize::try_from(offset).ok()?..)?;
            (!rest.is_empty()).then_some(rest)
        })
    }

    /// Length in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Why reading failed, if it did: the input itself, or the budget.
    pub(crate) fn failure(&self) -> Option<ErrorKind> {
        self.failure
    }

    /// `count` bytes from `start`; fewer than asked for is an error.
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

    /// The whole input, if it is no longer than `limit`.
    pub(crate) fn all(&mut self, limit: u64) -> Result<Vec<u8>, ErrorKind> {
        let length = usize::try_from(self.length)
            .ok()
            .filter(|_| self.length <= limit);
        self.bytes_at(0, length.ok_or(ErrorKind::LimitPart)?)
    }

    fn fail<T>(&mut self, kind: ErrorKind) -> io::Result<T> {
        self.failure.get_or_insert(kind);
        Err(io::Error::other(kind.code()))
    }

    fn fill_block(&mut self) -> io::Result<()> {
        let wanted =
            BLOCK.min(usize::try_from(self.length.saturating_sub(self.position)).unwrap_or(BLOCK));
        if self.calls_left == 0 {
            return self.fail(ErrorKind::LimitReadCalls);
        }
        if self.bytes_left < wanted as u64 {
            return self.fail(ErrorKind::LimitReadBytes);
        }
        self.calls_left = self.calls_left.saturating_sub(1);
        self.bytes_left = self.bytes_left.saturating_sub(wanted as u64);
        self.block.clear();
        self.block_start = self.position;
        if self.inner.seek(SeekFrom::Start(self.position)).is_err() {
            return self.fail(ErrorKind::ReadFailed);
        }
        let mut block = std::mem::take(&mut self.block);
        block.resize(wanted, 0);
        let outcome = self.inner.read_exact(&mut block);
        self.block = block;
        if outcome.is_err() {
            self.block.clear();
            return self.fail(ErrorKind::ReadFailed);
        }
        Ok(())
    }
}

impl<R: Read + Seek> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.length || buffer.is_empty() {
            return Ok(0);
        }
        if self.rest_in_memory().is_none() {
            self.fill_block()?;
        }
        let Some(rest) = self.rest_in_memory() else {
            return Ok(0);
        };
        let count = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.position = self.position.saturating_add(count as u64);
        Ok(count)
    }
}

impl<R: Read + Seek> Seek for Source<R> {
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

impl<'r> Source<&'r mut dyn Input> {
    /// Of an input that may gather.
    pub(crate) fn of(inner: &'r mut dyn Input, limits: &Limits) -> Result<Self, ErrorKind> {
        let mut source = Source::new(inner, limits)?;
        source.gather = |inner, ranges| inner.gather(ranges);
        Ok(source)
    }
}

/// Little-endian numbers out of a slice; `None` past its end.
pub(crate) trait LittleEndian {
    /// 16 bits at an offset.
    fn u16_at(&self, offset: usize) -> Option<u16>;
    /// 32 bits at an offset.
    fn u32_at(&self, offset: usize) -> Option<u32>;
    /// 64 bits at an offset.
    fn u64_at(&self, offset: usize) -> Option<u64>;
}

impl LittleEndian for [u8] {
    fn u16_at(&self, offset: usize) -> Option<u16> {
        let bytes = self.get(offset..)?.first_chunk()?;
        Some(u16::from_le_bytes(*bytes))
    }

    fn u32_at(&self, offset: usize) -> Option<u32> {
        let bytes = self.get(offset..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes))
    }

    fn u64_at(&self, offset: usize) -> Option<u64> {
        let bytes = self.get(offset..)?.first_chunk()?;
        Some(u64::from_le_bytes(*bytes))
    }
}

/// Every place at which some letters stand.
pub(crate) fn search<'b>(bytes: &'b [u8], letters: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    let first = letters.first().copied();
    // Most often none is there, which is found out many bytes at a time.
    let any = first.is_some_and(|first| bytes.contains(&first));
    let bytes = if any { bytes } else { &[] };
    let begins = bytes
        .iter()
        .enumerate()
        .filter(move |(_, byte)| Some(**byte) == first);
    begins.map(|(start, _)| start).filter(move |start| {
        bytes
            .get(*start..)
            .is_some_and(|rest| rest.starts_with(letters))
    })
}
