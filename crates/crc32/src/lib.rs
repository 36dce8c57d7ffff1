//! CRC-32 with a table of 1 KiB, under the name and with the interface of crc32fast, as far as flate2 and zip use it.
//!
//! crc32fast's tables are 16 KiB that don't compress, 5 % of the page's module in Brotli. Its speed isn't needed here:
//! entries have at most a few MiB, and inflating them takes about three times as long as this sum.

/// The polynomial 0x04C11DB7 with its bits reversed (APPNOTE.TXT 4.4.7).
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// The remainder of each byte.
static TABLE: [u32; 256] = table();

#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated by the compiler"
)]
const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = (sum >> 1) ^ (POLYNOMIAL * (sum & 1));
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
}

/// Returns the CRC-32 of `bytes`.
pub fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}

/// The CRC-32 of the bytes so far.
#[derive(Clone, Debug, Default)]
pub struct Hasher {
    sum: u32,
    length: u64,
}

impl Hasher {
    /// Returns the sum of no bytes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a hasher that continues from a sum.
    pub fn new_with_initial(sum: u32) -> Self {
        Self { sum, length: 0 }
    }

    /// Returns a hasher that continues from the sum of `length` bytes.
    pub fn new_with_initial_len(sum: u32, length: u64) -> Self {
        Self { sum, length }
    }

    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.sum = !bytes.iter().fold(!self.sum, |sum, byte| step(sum, *byte));
        self.length = self.length.saturating_add(bytes.len() as u64);
    }

    /// Returns the sum.
    pub fn finalize(self) -> u32 {
        self.sum
    }

    /// Forgets the bytes so far.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Appends the bytes that `next` has read. Takes a step for each of them.
    pub fn combine(&mut self, next: &Self) {
        self.sum = (0..next.length).fold(self.sum, |sum, _| step(sum, 0)) ^ next.sum;
        self.length = self.length.saturating_add(next.length);
    }
}

/// Advances the polynomial division by one byte.
fn step(sum: u32, byte: u8) -> u32 {
    let [low, ..] = sum.to_le_bytes();
    // The table has an element for every byte.
    TABLE.get(usize::from(low ^ byte)).copied().unwrap_or(0) ^ (sum >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_match_published_check_values() {
        // The check value of CRC-32/ISO-HDLC in the catalog of parametrized CRC algorithms.
        assert_eq!(hash(b"123456789"), 0xCBF4_3926);
        assert_eq!(hash(b""), 0);
        // Computed by zlib's crc32().
        assert_eq!(hash(&[0; 32]), 0x190A_55AD);
        assert_eq!(hash(&[0xFF; 32]), 0xFF6C_AB0B);
    }

    #[test]
    fn pieces_sum_up_as_the_whole() {
        let bytes: Vec<u8> = (0..=255).collect();
        for at in [0, 1, 16, 255, 256] {
            let (head, rest) = bytes.split_at(at);
            let mut hasher = Hasher::new();
            hasher.update(head);
            let mut hasher = Hasher::new_with_initial(hasher.finalize());
            hasher.update(rest);
            assert_eq!(hasher.finalize(), hash(&bytes));
            let mut hasher = Hasher::new();
            hasher.update(head);
            let mut next = Hasher::new();
            next.update(rest);
            hasher.combine(&next);
            assert_eq!(hasher.finalize(), hash(&bytes));
        }
    }
}
