//! `cargo xtask dist`: everything that is released, and its sums.

use crate::{Failure, Result, build, digest, onefile, paths};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the site and the one file, and sums them up.
pub fn run() -> Result<()> {
    build::site()?;
    let page = onefile::assemble(&paths::site())?;
    write(&paths::one_file(), &page)?;
    let mut sums = String::new();
    for path in artefacts()? {
        let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
        sums.push_str(&format!("{}  {}\n", digest::hex(&bytes), name(&path)));
    }
    write(&paths::dist().join(SUMS), &sums)?;
    println!("dist/ holds site/, p2s-check.html and {SUMS}.");
    Ok(())
}

const SUMS: &str = "SHA256SUMS";

/// Every released file, in the order of their names; the sums are not among them.
pub(crate) fn artefacts() -> Result<Vec<PathBuf>> {
    let mut files = vec![paths::one_file()];
    collect(&paths::site(), &mut files)?;
    files.sort_by_key(|path| name(path));
    Ok(files)
}

/// Path under `dist/`.
pub(crate) fn name(path: &Path) -> String {
    path.strip_prefix(paths::dist())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)
        .map_err(Failure::file("read", folder))?
        .flatten()
    {
        let path = entry.path();
        match path.is_dir() {
            true => collect(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Failure::file("write", path))
}
