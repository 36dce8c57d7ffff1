//! `cargo xtask dist`: everything that is released, and its sums.

use crate::{Failure, Result, build, digest, pack, paths, servers};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the site and the one file, packs, and sums them up.
pub fn run() -> Result<()> {
    if paths::site().exists() {
        // What an earlier version had beside these would be summed up with them.
        let site = paths::site();
        fs::remove_dir_all(&site).map_err(Failure::file("empty", &site))?;
    }
    build::site()?;
    let embed = build::read(&paths::site().join(EMBED))?;
    build::write(&paths::dist().join(EMBED), &embed)?;
    for (name, text) in servers::files() {
        let path = paths::site().join(name);
        let folder = path.parent().unwrap_or(&path);
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
        build::write(&path, &text)?;
    }
    println!("Packing for servers: gzip and Brotli (about 10 seconds) …");
    for path in artefacts()? {
        pack_beside(&path)?;
    }
    let mut sums = String::new();
    for path in artefacts()? {
        let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
        sums.push_str(&format!("{}  {}\n", digest::hex(&bytes), name(&path)));
    }
    build::write(&paths::dist().join(SUMS), &sums)?;
    println!("dist/ holds site/, p2s-check.html, {EMBED} and {SUMS}.");
    Ok(())
}

/// The sums of all the others.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// The custom element's script; it lies in the site as well.
const EMBED: &str = "embed.js";

/// Every released file, in the order of their names; the sums are not among them.
pub(crate) fn artefacts() -> Result<Vec<PathBuf>> {
    let mut files = vec![paths::one_file(), paths::dist().join(EMBED)];
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

/// A file of the site that browsers ask for gets its packed forms beside it.
fn pack_beside(path: &Path) -> Result<()> {
    let end = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    let asked_for = servers::TYPES.iter().any(|(known, _)| *known == end);
    if !asked_for || !path.starts_with(paths::site()) {
        return Ok(());
    }
    let bytes = fs::read(path).map_err(Failure::file("read", path))?;
    for (more, packed) in [("gz", pack::gzip(&bytes)?), ("br", pack::brotli(&bytes)?)] {
        let packed_path = path.with_extension(format!("{end}.{more}"));
        fs::write(&packed_path, packed).map_err(Failure::file("write", &packed_path))?;
    }
    Ok(())
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
