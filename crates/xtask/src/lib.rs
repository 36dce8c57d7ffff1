//! The build: what `cargo xtask` runs, and what the browser tests share with it (the server, its policy, the
//! paths). There is no other build script.
//!
//! No product crate is a dependency of this one, so that `cargo xtask test` still runs, and says what is
//! wrong, where one of them does not compile. What has to be generated from them is made by the small program
//! in `generate/`.

// Counts and offsets in here are about our own files.
#![allow(clippy::arithmetic_side_effects)]

pub mod again;
pub mod arguments;
pub mod browsers;
pub mod build;
mod commit;
mod deny;
mod digest;
pub mod dist;
mod failure;
pub mod fuzz;
mod html;
mod install;
pub mod measure;
mod onefile;
mod pack;
pub mod paths;
pub mod policy;
mod process;
pub mod screenshots;
pub mod serve;
pub mod server;
pub mod servers;
pub mod sizes;
pub mod system;
mod table;
pub mod test;
mod tools;

pub use failure::{Failure, Result};
