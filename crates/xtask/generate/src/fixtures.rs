//! Writes and checks `tests/fixtures`: the folder contains exactly the generator's files.

use p2s_fixtures::Fixture;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes every fixture and removes every other file from the folder.
pub(crate) fn write(folder: &Path) -> Result<(), String> {
    let fixtures = p2s_fixtures::all();
    for Fixture { path, bytes } in &fixtures {
        crate::write(&folder.join(path), bytes)?;
    }
    let extra_files = extra_files(folder, &fixtures);
    for extra_file in &extra_files {
        fs::remove_file(extra_file)
            .map_err(|error| format!("Can't remove {}: {error}.", extra_file.display()))?;
    }
    println!(
        "{} fixtures, {} extra files removed.",
        fixtures.len(),
        extra_files.len()
    );
    Ok(())
}

/// Returns the files in the folder that the generator does not produce.
fn extra_files(folder: &Path, fixtures: &[Fixture]) -> Vec<PathBuf> {
    let known: BTreeSet<PathBuf> = fixtures
        .iter()
        .map(|fixture| folder.join(&fixture.path))
        .collect();
    let mut extra_files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false if known.contains(&path) => {}
                false => extra_files.push(path),
            }
        }
    }
    extra_files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures")
    }

    #[test]
    fn every_fixture_on_disk_matches_the_generator() {
        for Fixture { path, bytes } in p2s_fixtures::all() {
            let same = fs::read(folder().join(&path)).is_ok_and(|old| old == bytes);
            assert!(same, "{path} is outdated; run `cargo xtask fixtures`");
        }
    }

    #[test]
    fn the_folder_contains_no_other_files() {
        assert_eq!(
            extra_files(&folder(), &p2s_fixtures::all()),
            Vec::<PathBuf>::new()
        );
    }
}
