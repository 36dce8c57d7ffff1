//! What the browser tests stand on: a real browser over WebDriver, the page in it, the server it comes from, the
//! command line to compare with, and the record of what left the browser.
//!
//! Nothing in here knows a rule: what is expected comes from the command line, or stands in a test.

// Counts and positions in here are about our own files and answers.
#![allow(clippy::arithmetic_side_effects)]

pub mod browser;
pub mod command_line;
mod driver;
pub mod files;
pub mod flow;
pub mod host;
pub mod injected;
pub mod network;
pub mod nginx;
pub mod page;
pub mod recorder;

/// One test in each engine: `in_both!(name, steps)` makes `name::in_chromium` and `name::in_firefox` of a function that
/// takes an [`Engine`](browser::Engine).
#[macro_export]
macro_rules! in_both {
    ($name:ident, $steps:path) => {
        $crate::in_engines!($name, $steps, in_chromium Chromium, in_firefox Firefox);
    };
}

/// The same in WebKit too, as `name::in_webkit`.
#[macro_export]
macro_rules! in_all {
    ($name:ident, $steps:path) => {
        $crate::in_engines!($name, $steps, in_chromium Chromium, in_firefox Firefox, in_webkit WebKit);
    };
}

/// One test in each of these engines; for [`in_both`] and [`in_all`].
#[macro_export]
macro_rules! in_engines {
    ($name:ident, $steps:path, $($test:ident $engine:ident),+) => {
        mod $name {
            use super::*;

            $(#[test]
            fn $test() -> $crate::Result {
                $steps($crate::browser::Engine::$engine)
            })+
        }
    };
}

/// An error of any kind: a test that can't go on says why and fails.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// What nearly everything in here gives.
pub type Result<T = ()> = std::result::Result<T, Error>;

/// Runs a test's steps to their end.
pub fn run(steps: impl Future<Output = Result>) -> Result {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    // As a sentence: a driver's error has pages of its own stack in it.
    runtime
        .block_on(steps)
        .map_err(|error| error.to_string().into())
}
