//! The library behind the fuzzer, on stable Rust: the bodies of the targets, the oracle that checks every "not
//! affected", and the mutators for zips and certificates.
//!
//! `fuzz/` only connects these to libFuzzer. The tests of this crate replay every fixture and the committed corpus
//! through the same bodies.

pub mod mutate;
pub mod openvpn;
pub mod oracle;
pub mod second_reader;
mod target;

pub use target::Target;
