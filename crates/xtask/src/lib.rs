//! The build: the commands of `cargo xtask`, and the server, policy and paths that the browser tests share.
//!
//! There is no other build script. This crate depends on no product crate, so that `cargo xtask test` still runs and
//! reports the problem when one of them does not compile. The program in `generate/` writes what is generated from
//! these crates.

// Counts and offsets in this crate come from the project's own files.
#![allow(clippy::arithmetic_side_effects)]

pub mod architecture;
pub mod arguments;
pub mod bench;
pub mod browsers;
pub mod build;
mod commit;
mod compress;
mod deny;
mod digest;
pub mod dist;
mod failure;
pub mod files;
pub mod fuzz;
mod html;
mod install;
pub mod measure;
mod module;
mod one_file;
pub mod paths;
pub mod policy;
pub mod process;
pub mod screenshots;
pub mod serve;
pub mod server;
pub mod server_config;
pub mod sizes;
pub mod system_packages;
mod table;
pub mod test;
mod tools;
pub mod verify_reproducible;

pub use failure::{Failure, Result};
