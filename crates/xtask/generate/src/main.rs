//! Writes the files that are generated from the product's crates.
//!
//! This is a separate program, so that `cargo xtask` itself still runs when one of these crates does not compile.
//!
//! - `page FOLDER VERSION [COMMIT DAY]`: the words in the files that Trunk wrote
//! - `fixtures FOLDER`: the files that the tests read

mod fixtures;

use p2s_report::prose::{Version, fill_lines, fill_page};
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "Usage: p2s-generate page FOLDER VERSION [COMMIT DAY] | fixtures FOLDER";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let result = match arguments.as_slice() {
        [what, folder, version @ ..] if what == "page" => page(Path::new(folder), version),
        [what, path] if what == "fixtures" => fixtures::write(Path::new(path)),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Fills the words into the files of the page.
fn page(folder: &Path, version: &[OsString]) -> Result<(), String> {
    let version: Vec<&str> = version.iter().filter_map(|word| word.to_str()).collect();
    let version = match version.as_slice() {
        [number] => Version {
            number,
            commit: None,
        },
        [number, commit, day] => Version {
            number,
            commit: Some((commit, day)),
        },
        _ => return Err(USAGE.to_owned()),
    };
    for name in ["index.html", "styles.css", "embed.js"] {
        let path = folder.join(name);
        let template = std::fs::read_to_string(&path)
            .map_err(|error| format!("Can't read {}: {error}.", path.display()))?;
        let filled = if name == "index.html" {
            fill_page(&template, version)
        } else {
            fill_lines(&template)
        };
        let filled = filled.map_err(|error| format!("{name}: {error}"))?;
        write(&path, filled.as_bytes())?;
    }
    Ok(())
}

/// Writes a file and creates the folders above it. Leaves an identical file untouched, so that its timestamp triggers
/// no rebuild.
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| format!("Can't write {}: {error}.", path.display()))
}
