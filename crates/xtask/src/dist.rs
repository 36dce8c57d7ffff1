//! `cargo xtask dist`: writes everything that is released, with checksums.

use crate::files::files_below;
use crate::{Failure, Result, build, compress, digest, paths, process, server_config};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the site and the one-file page, compresses the site's files, and writes the manual page and the checksums.
pub fn run() -> Result<()> {
    if paths::site().exists() {
        // Files that an earlier version left here would be released again.
        let site = paths::site();
        fs::remove_dir_all(&site).map_err(Failure::file("empty", &site))?;
    }
    build::site()?;
    let embed = build::read(&paths::site().join(EMBED))?;
    build::write(&paths::dist().join(EMBED), &embed)?;
    for (name, text) in server_config::files() {
        let path = paths::site().join(name);
        let folder = path.parent().unwrap_or(&path);
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
        build::write(&path, &text)?;
    }
    println!("Building the command line, which prints its manual page (under a minute) …");
    build::write(&paths::dist().join(MANUAL), &manual_page()?)?;
    println!("Compressing for servers: gzip and Brotli (about 10 seconds) …");
    for path in artefacts()? {
        if is_requested(&path) {
            write_compressed(&path)?;
        }
    }
    let mut checksums = String::new();
    for path in artefacts()? {
        let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
        checksums.push_str(&format!(
            "{}  {}\n",
            digest::sha256_hex(&bytes),
            relative_name(&path)
        ));
    }
    build::write(&paths::dist().join(CHECKSUMS), &checksums)?;
    println!("dist/ contains site/, p2s-check.html, {EMBED}, {MANUAL} and {CHECKSUMS}.");
    Ok(())
}

/// Name of the file with the checksums of all the others.
pub(crate) const CHECKSUMS: &str = "SHA256SUMS";

/// Script of the custom element. The site contains a copy.
const EMBED: &str = "embed.js";

/// The manual page of the command line.
const MANUAL: &str = "p2s-check.1";

/// Returns the manual page, which the command line prints itself.
///
/// It runs in the folder that this program was compiled in, like [`build::generate`].
fn manual_page() -> Result<String> {
    let mut command = process::cargo(&paths::compiled_root());
    command.args(["run", "--quiet", "--package", "p2s-check", "--", "--man"]);
    let page = process::output(command.args(["--lang", "en"]));
    page.ok_or_else(|| Failure::new("`p2s-check --man` failed."))
}

/// Returns every released file sorted by name, without the checksum file.
pub(crate) fn artefacts() -> Result<Vec<PathBuf>> {
    let mut files = vec![paths::one_file()];
    files.extend([EMBED, MANUAL].map(|name| paths::dist().join(name)));
    let site = files_below(&paths::site(), |_| false)?;
    files.extend(site.into_iter().map(|path| paths::site().join(path)));
    files.sort_by_key(|path| relative_name(path));
    Ok(files)
}

/// Returns the path relative to `dist/`, with `/`.
pub(crate) fn relative_name(path: &Path) -> String {
    path.strip_prefix(paths::dist())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// Returns true for a file that browsers request from the site.
fn is_requested(path: &Path) -> bool {
    let types = server_config::COMPRESSED_TYPES.iter();
    let is_known = types
        .map(|(extension, _)| *extension)
        .any(|known| known == extension(path));
    is_known && path.starts_with(paths::site())
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(OsStr::to_str).unwrap_or_default()
}

/// Writes gzip and Brotli variants beside a file.
pub(crate) fn write_compressed(path: &Path) -> Result<()> {
    let extension = extension(path);
    let bytes = fs::read(path).map_err(Failure::file("read", path))?;
    for (suffix, compressed) in [
        ("gz", compress::gzip(&bytes)?),
        ("br", compress::brotli(&bytes)?),
    ] {
        let compressed_path = path.with_extension(format!("{extension}.{suffix}"));
        fs::write(&compressed_path, compressed)
            .map_err(Failure::file("write", &compressed_path))?;
    }
    Ok(())
}
