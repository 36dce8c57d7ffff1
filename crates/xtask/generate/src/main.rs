//! Writes the files that are generated from the product's crates.
//!
//! This is a separate program, so that `cargo xtask` itself still runs when one of these crates does not compile.
//!
//! - `prose FILE`: the page's static text, which index.html includes
//! - `fixtures FOLDER`: the files that the tests read

mod fixtures;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let result = match arguments.as_slice() {
        [what, path] if what == "prose" => prose(Path::new(path)),
        [what, path] if what == "fixtures" => fixtures::write(Path::new(path)),
        _ => Err("Usage: p2s-generate prose FILE | fixtures FOLDER".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn prose(path: &Path) -> Result<(), String> {
    let html = p2s_report::prose_html().map_err(|error| error.to_string())?;
    write(path, html.as_bytes())
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
