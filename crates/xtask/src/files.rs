//! Lists files.

use crate::{Failure, Result};
use std::fs;
use std::path::Path;

/// Returns the paths of all files below a folder, relative to it, with `/`, sorted. Skips every file and folder whose path
/// `is_excluded`.
pub fn files_below(folder: &Path, is_excluded: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(prefix) = folders.pop() {
        let path = folder.join(&prefix);
        for entry in fs::read_dir(&path).map_err(Failure::file("read", &path))? {
            let entry = entry.map_err(Failure::file("read", &path))?;
            let relative = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if is_excluded(&relative) {
                continue;
            }
            let kind = entry.file_type().map_err(Failure::file("read", &path))?;
            match kind.is_dir() {
                true => folders.push(format!("{relative}/")),
                false => files.push(relative),
            }
        }
    }
    files.sort();
    Ok(files)
}
