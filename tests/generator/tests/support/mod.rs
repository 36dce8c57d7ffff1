//! Opens and judges fixtures.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test program uses a part of this module"
)]

use p2s_package::{Limits, Package, Timestamp};
use p2s_verdict::{InputReport, Options};
use std::io::Cursor;

pub mod oracle;
pub mod unzip;

/// Returns the packages in a file.
pub fn open(path: &str, bytes: &[u8]) -> Vec<Package> {
    let name = path.rsplit('/').next().unwrap_or_default();
    p2s_package::open(name, &mut Cursor::new(bytes), &Limits::default())
}

/// Returns the report about a package at the moment for which the fixtures are made.
pub fn answer(package: &Package) -> InputReport {
    let options = Options {
        now: Timestamp::parse(p2s_fixtures::NOW).expect("a time"),
        created: None,
    };
    p2s_verdict::judge(package, &options)
}

/// Returns the reports about a file.
pub fn judge(path: &str, bytes: &[u8]) -> Vec<InputReport> {
    open(path, bytes).iter().map(answer).collect()
}
