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
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u32) -> Self {
        Dice(u64::from(seed) << 1 | 1)
    }

    /// Returns a number below `bound`, which is at least one.
    pub(crate) fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % sides.max(1)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.throw(256).to_le_bytes()[0]
    }

    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.throw(times) == 0
    }

    pub(crate) fn of<'t, T>(&mut self, choices: &'t [T]) -> Option<&'t T> {
        choices.get(self.throw(choices.len()))
    }
}

/// Copies the new bytes into the fuzzer's buffer. If they don't fit, runs the fuzzer's own mutation instead.
pub(crate) fn placed(
    data: &mut [u8],
    size: usize,
    most: usize,
    made: &[u8],
    otherwise: &mut dyn FnMut(&mut [u8], usize, usize) -> usize,
) -> usize {
    let room = data.get_mut(..made.len()).filter(|_| made.len() <= most);
    match room {
        Some(room) if !made.is_empty() => {
            room.copy_from_slice(made);
            made.len()
        }
        _ => otherwise(data, size, most),
    }
}
