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

#[cfg(test)]
mod tests {
    use super::*;

    /// One stored block (RFC 1951 section 3.2.4).
    const HELLO: &[u8] = b"\x01\x05\x00\xFA\xFFhello";

    /// A match of three bytes, one byte back, before any byte (section 3.2.6), and the end.
    const REFERS_BEFORE_THE_START: &[u8] = &[3, 2, 0];

    #[test]
    fn streams_are_unpacked_in_steps_one_after_another() {
        let mut inflater = Inflater::new();
        for _ in 0..2 {
            let mut out = [0; 5];
            inflater.start();
            let first = inflater.step(&HELLO[..7], &mut out, 0);
            assert_eq!(
                (first.taken, first.given, first.stop),
                (7, 2, Stop::Unfinished)
            );
            let second = inflater.step(&HELLO[7..], &mut out, 2);
            assert_eq!((second.taken, second.given, second.stop), (3, 3, Stop::End));
            assert_eq!(&out, b"hello");
        }
    }

    #[test]
    fn what_is_after_a_stream_is_not_read() {
        let packed = [HELLO, b"more"].concat();
        let step = Inflater::new().step(&packed, &mut [0; 9], 0);
        assert_eq!(
            (step.taken, step.given, step.stop),
            (HELLO.len(), 5, Stop::End)
        );
    }

    #[test]
    fn a_reference_before_the_start_is_broken() {
        let step = Inflater::new().step(REFERS_BEFORE_THE_START, &mut [0; 9], 0);
        assert_eq!((step.given, step.stop), (0, Stop::Broken));
        let mut out = *b"a23456789";
        let step = Inflater::new().step(REFERS_BEFORE_THE_START, &mut out, 1);
        assert_eq!((step.given, step.stop), (3, Stop::End));
        assert_eq!(&out, b"aaaa56789");
    }
}
