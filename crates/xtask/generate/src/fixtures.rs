//! tests/fixtures, as the generator gives it: nothing missing, nothing else.

use p2s_fixtures::Fixture;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes every fixture, and removes what is none.
pub(crate) fn write(folder: &Path) -> Result<(), String> {
    let fixtures = p2s_fixtures::all();
    for Fixture { path, bytes } in &fixtures {
        crate::write(&folder.join(path), bytes)?;
    }
    let strays = strays(folder, &fixtures);
    for stray in &strays {
        fs::remove_file(stray)
            .map_err(|error| format!("Can't remove {}: {error}.", stray.display()))?;
    }
    println!(
        "{} fixtures, {} strays removed.",
        fixtures.len(),
        strays.len()
    );
    Ok(())
}

/// Files in the folder that the generator does not give.
fn strays(folder: &Path, fixtures: &[Fixture]) -> Vec<PathBuf> {
    let own: BTreeSet<PathBuf> = fixtures
        .iter()
        .map(|fixture| folder.join(&fixture.path))
        .collect();
    let mut strays = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false if own.contains(&path) => {}
                false => strays.push(path),
            }
        }
    }
    strays
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures")
    }

    #[test]
    fn every_fixture_on_disk_is_as_the_generator_gives_it() {
        for Fixture { path, bytes } in p2s_fixtures::all() {
            let same = fs::read(folder().join(&path)).is_ok_and(|old| old == bytes);
            assert!(
                same,
                "{path} is not as generated; `cargo xtask fixtures` writes it again"
            );
        }
    }

    #[test]
    fn nothing_else_lies_among_the_fixtures() {
        assert_eq!(
            strays(&folder(), &p2s_fixtures::all()),
            Vec::<PathBuf>::new()
        );
    }
}
