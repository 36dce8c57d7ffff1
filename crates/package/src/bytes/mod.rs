//! Random access under a budget, DEFLATE, little-endian fields, text decoding.

mod inflate;
mod reader;
pub(crate) mod text;

pub(crate) use inflate::{Inflater, Stop, WINDOW};
pub(crate) use reader::ByteReader;
pub use reader::Input;

/// Little-endian numbers in a slice; `None` past its end.
pub(crate) trait LittleEndian {
    /// Reads 16 bits at an offset.
    fn u16_at(&self, offset: usize) -> Option<u16>;
    /// Reads 32 bits at an offset.
    fn u32_at(&self, offset: usize) -> Option<u32>;
    /// Reads 64 bits at an offset.
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

/// Returns every offset at which some bytes are found.
pub(crate) fn search<'b>(bytes: &'b [u8], wanted: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    let first = wanted.first().copied();
    // Most inputs don't contain even the first byte, and `contains` compares many bytes at a time.
    let any = first.is_some_and(|first| bytes.contains(&first));
    let mut rest = if any { bytes } else { &[] };
    std::iter::from_fn(move || {
        loop {
            let start = rest.iter().position(|byte| Some(*byte) == first)?;
            let found = rest.get(start..)?;
            rest = found.get(1..)?;
            if found.starts_with(wanted) {
                return bytes.len().checked_sub(found.len());
            }
        }
    })
}

/// Sorts offsets in an input, each with a number. There are at most [`Limits::zip_entries`], nearly always in order, and
/// the standard library's sort would be a copy of its own in the page's module.
///
/// [`Limits::zip_entries`]: crate::Limits::zip_entries
pub(crate) fn sorted(offsets: impl Iterator<Item = (u64, usize)>) -> Vec<(u64, usize)> {
    let mut sorted = Vec::new();
    for offset in offsets {
        let position = sorted.partition_point(|before| *before <= offset);
        sorted.insert(position, offset);
    }
    sorted
}

/// Returns true if some bytes are found.
pub(crate) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    search(bytes, wanted).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_little_endian_and_end_with_the_slice() {
        let bytes = &[1, 2, 3, 4, 5, 6, 7, 8, 9][..];
        assert_eq!(bytes.u16_at(1), Some(0x0302));
        assert_eq!(bytes.u32_at(1), Some(0x0504_0302));
        assert_eq!(bytes.u64_at(1), Some(0x0908_0706_0504_0302));
        let past = (bytes.u16_at(8), bytes.u32_at(6), bytes.u64_at(2));
        assert_eq!(past, (None, None, None));
        assert_eq!(bytes.u16_at(usize::MAX), None);
    }

    #[test]
    fn offsets_are_sorted_and_equal_ones_kept() {
        let offsets = [(3, 0), (1, 2), (1, 1), (2, 0), (1, 2)];
        let expected = [(1, 1), (1, 2), (1, 2), (2, 0), (3, 0)];
        assert_eq!(sorted(offsets.into_iter()), expected);
    }

    #[test]
    fn a_search_finds_every_place_even_overlapping_ones() {
        let found = |bytes, wanted| search(bytes, wanted).collect::<Vec<_>>();
        assert_eq!(found(b"aaab", b"aa"), [0, 1]);
        assert_eq!(found(b"xPKxPK", b"PK"), [1, 4]);
        assert_eq!(found(b"xP", b"PK"), []);
        assert_eq!(found(b"x", b""), []);
        assert!(contains(b"xPK", b"PK") && !contains(b"xKP", b"PK"));
    }
}
