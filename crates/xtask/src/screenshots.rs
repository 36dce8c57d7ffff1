//! `cargo xtask screenshots`: pictures of the released page, for looking at it.

use crate::{Result, build, paths, process, system};

/// Takes them into the folder.
pub fn run(folder: Option<String>) -> Result<()> {
    system::ready(&[system::CHROMIUM, system::CHROMEDRIVER])?;
    system::japanese_font()?;
    build::site()?;
    let folder = folder.map_or_else(|| paths::root().join("target/screenshots"), Into::into);
    let mut command = process::cargo(&std::env::current_dir().unwrap_or_else(|_| paths::root()));
    command.args([
        "run",
        "--quiet",
        "--package",
        "p2s-browser-tests",
        "--bin",
        "screenshots",
        "--",
    ]);
    process::run(command.arg(folder))
}
