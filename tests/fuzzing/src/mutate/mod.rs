//! Mutators that know their format. Most of their output is well-formed, so that the fuzzer gets past the first check.

mod der;
mod openvpn;
mod zip;

pub use der::der;
pub use openvpn::openvpn;
pub use zip::zip;

/// Initializes the tables that the mutators draw from.
pub(crate) fn prepare() {
    zip::prepare();
    openvpn::prepare();
}

/// A deterministic pseudo-random number generator (xorshift).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u32) -> Self {
        Random(u64::from(seed) << 1 | 1)
    }

    /// Returns a number below `bound`, which is at least one.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % bound.max(1)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.below(256).to_le_bytes()[0]
    }

    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(crate) fn choose<'t, T>(&mut self, choices: &'t [T]) -> Option<&'t T> {
        choices.get(self.below(choices.len()))
    }
}

/// Copies the new bytes into the fuzzer's buffer. If they don't fit, runs the fuzzer's own mutation instead.
pub(crate) fn write_or_fall_back(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    mutated: &[u8],
    fallback: &mut dyn FnMut(&mut [u8], usize, usize) -> usize,
) -> usize {
    let buffer = data
        .get_mut(..mutated.len())
        .filter(|_| mutated.len() <= max_size);
    match buffer {
        Some(buffer) if !mutated.is_empty() => {
            buffer.copy_from_slice(mutated);
            mutated.len()
        }
        _ => fallback(data, size, max_size),
    }
}
