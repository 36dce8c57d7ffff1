//! DEFLATE (RFC 1951).

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Bytes that a stream can refer back to.
pub(crate) const WINDOW: usize = 32 * 1024;

/// Unpacks streams, one after another, into the caller's buffer, which is the window as well: nothing is copied.
pub(crate) struct Inflater(DecompressorOxide);

/// What one call of [`Inflater::step`] did.
pub(crate) struct Step {
    /// Packed bytes that were read.
    pub(crate) taken: usize,
    /// Bytes that were written.
    pub(crate) given: usize,
    /// Why it stopped.
    pub(crate) stop: Stop,
}

/// Why unpacking stopped.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The stream ended.
    End,
    /// More packed bytes or more room are needed.
    Unfinished,
    /// The data isn't DEFLATE.
    Broken,
}

impl Inflater {
    pub(crate) fn new() -> Self {
        Inflater(DecompressorOxide::new())
    }

    /// Starts the next stream.
    pub(crate) fn start(&mut self) {
        self.0.init();
    }

    /// Unpacks more of the stream into `out` from `position`. What comes before in `out` is what the stream can refer to.
    pub(crate) fn step(&mut self, packed: &[u8], out: &mut [u8], position: usize) -> Step {
        self.step_with(
            packed,
            out,
            position,
            TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
        )
    }

    /// Unpacks like [`step`](Self::step) into a buffer of [`WINDOW`] bytes that is used again from its start when it is full.
    pub(crate) fn step_in_window(
        &mut self,
        packed: &[u8],
        out: &mut [u8],
        position: usize,
    ) -> Step {
        self.step_with(packed, out, position, 0)
    }

    fn step_with(&mut self, packed: &[u8], out: &mut [u8], position: usize, flags: u32) -> Step {
        let flags = flags | TINFL_FLAG_HAS_MORE_INPUT;
        let (status, taken, given) = decompress(&mut self.0, packed, out, position, flags);
        Step {
            taken,
            given,
            stop: match status {
                TINFLStatus::Done => Stop::End,
                TINFLStatus::NeedsMoreInput | TINFLStatus::HasMoreOutput => Stop::Unfinished,
                _ => Stop::Broken,
            },
        }
    }
}
