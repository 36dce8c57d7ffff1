//! Infrastructure of the browser tests: real browsers over WebDriver, the page, its server, the command line to compare
//! with, and the record of network activity.
//!
//! This crate knows no rule. Expected answers come from the command line or from a test.

// Counts and positions in this crate come from the project's own files and answers.
#![allow(clippy::arithmetic_side_effects)]

pub mod axe;
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

/// Defines a test per engine: `in_both!(name, steps)` expands to `name::in_chromium` and `name::in_firefox`, which call
/// a function with an [`Engine`](browser::Engine).
#[macro_export]
macro_rules! in_both {
    ($name:ident, $steps:path) => {
        $crate::in_engines!($name, $steps, in_chromium Chromium, in_firefox Firefox);
    };
}

/// Defines the tests of [`in_both`] and one for WebKit, `name::in_webkit`.
#[macro_export]
macro_rules! in_all {
    ($name:ident, $steps:path) => {
        $crate::in_engines!($name, $steps, in_chromium Chromium, in_firefox Firefox, in_webkit WebKit);
    };
}

/// Defines a test for each listed engine. Used by [`in_both`] and [`in_all`].
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

/// Any error. A test that can't continue returns one and fails with its text.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// Result of the fallible functions in this crate and of the tests.
pub type Result<T = ()> = std::result::Result<T, Error>;

/// Runs the steps of a test to completion.
pub fn run(steps: impl Future<Output = Result>) -> Result {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    // Formatted as one sentence, because a driver's error contains pages of its stack.
    runtime
        .block_on(steps)
        .map_err(|error| error.to_string().into())
}
