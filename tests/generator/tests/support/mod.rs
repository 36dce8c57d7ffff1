//! From bytes to answers, for all tests of fixtures.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test program uses what it needs of it"
)]

use p2s_package::{Limits, Package, Timestamp};
use p2s_verdict::{InputReport, Options};
use std::io::Cursor;

pub mod oracle;
pub mod unzip;

/// The packages in a file.
pub fn open(path: &str, bytes: &[u8]) -> Vec<Package> {
    let name = path.rsplit('/').next().unwrap_or_default();
    p2s_package::open(name, &mut Cursor::new(bytes), &Limits::default())
}

/// The answer about a package at the moment that the fixtures are made for.
pub fn answer(package: &Package) -> InputReport {
    let options = Options {
        now: Timestamp::parse(p2s_fixtures::NOW).expect("a time"),
        created: None,
    };
    p2s_verdict::judge(package, &options)
}

/// The answers about a file.
pub fn judge(path: &str, bytes: &[u8]) -> Vec<InputReport> {
    open(path, bytes).iter().map(answer).collect()
}
