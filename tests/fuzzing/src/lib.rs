//! What the fuzzer runs, as a library on stable Rust: the bodies of the targets, the oracle that stands behind
//! every "not affected", and the mutators that know what a zip and a certificate look like.
//!
//! `fuzz/` only ties these to libFuzzer. The test beside this library replays every fixture and the committed
//! corpus through the same bodies.

pub mod mutate;
pub mod openvpn;
pub mod oracle;
pub mod second_reader;
mod target;

pub use target::Target;
