//! `cargo xtask screenshots`: takes screenshots of the released page.

use crate::{Result, build, paths, process, system_packages};

/// Builds the site and writes screenshots to the folder.
pub fn run(folder: Option<String>) -> Result<()> {
    system_packages::ensure_installed(&[system_packages::CHROMIUM, system_packages::CHROMEDRIVER])?;
    system_packages::ensure_japanese_font()?;
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
