//! The files that the page is tried with.

use crate::Result;
use std::path::{Path, PathBuf};

/// The generated fixtures.
pub fn fixtures() -> PathBuf {
    xtask::paths::root().join("tests/fixtures")
}

/// A generated file that has the layout of a real one.
pub fn twin(name: &str) -> PathBuf {
    fixtures().join("twins").join(name)
}

/// A whole package: not affected in 2019, its root retiring in 2026.
pub fn package() -> PathBuf {
    twin("openvpn-cert-g1.zip")
}

/// Every file under a folder, in the order of the paths.
pub fn under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            match path.is_dir() {
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    match files.is_empty() {
        true => Err(format!("{} is empty", folder.display()).into()),
        false => Ok(files),
    }
}

/// A file made for one test, under its own name.
pub fn made(name: &str, bytes: &[u8]) -> Result<PathBuf> {
    Ok(made_in("", name, bytes)?.join(name))
}

/// A file made in a folder for one test, by its path under that folder; gives the folder.
pub fn made_in(folder: &str, path: &str, bytes: &[u8]) -> Result<PathBuf> {
    let folder = xtask::paths::target()
        .join("browser/made")
        .join(format!("{}", std::process::id()))
        .join(folder);
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap_or(&folder))?;
    std::fs::write(&file, bytes)?;
    Ok(folder)
}
