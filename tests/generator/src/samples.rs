//! Real packages for the tests named `real_samples…`. They stay outside the repository, because a package names its
//! owner's gateway and contains a secret.

use std::path::PathBuf;

/// Returns every file in the folder that the environment variable `P2S_SAMPLES` names, sorted by path. Each must be a
/// package, or a part of one, that was made after the change of 2019. `cargo xtask test` sets the variable, and skips
/// the tests named `real_samples…` without such a folder.
///
/// # Panics
///
/// Panics if the variable names no folder, or an empty one.
pub fn samples() -> Vec<PathBuf> {
    let folder = std::env::var_os("P2S_SAMPLES").expect("P2S_SAMPLES names a folder");
    let (mut folders, mut files) = (vec![PathBuf::from(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("P2S_SAMPLES names a folder") {
            let path = entry.expect("an entry of the folder").path();
            match path.is_dir() {
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "P2S_SAMPLES names an empty folder");
    files
}
