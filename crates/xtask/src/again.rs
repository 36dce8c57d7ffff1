//! The same bytes again: what `dist` wrote is built a second time from a copy of the sources in another folder, with
//! nothing compiled before, with another zone and language around it, and compared file by file.
//!
//! The prose is not made a second time: the program that writes it would have to be compiled again, and it reads
//! nothing but its own tables.

use crate::commit::{self, Commit};
use crate::{Failure, Result, digest, dist, paths, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Not sources: what is built, and git's own.
const LEFT_OUT: [&str; 3] = ["target", "dist", ".git"];

/// Builds again and compares; what differs is named.
pub fn compare() -> Result<()> {
    // A name of another length, so that a path that got in would move what stands behind it.
    let folder = paths::root().join("target/built-again/in-a-folder-of-another-name");
    let _ = fs::remove_dir_all(&folder);
    copy(&paths::root(), &folder)?;
    let prose = folder.join("target/prose.html");
    make_folder(&prose)?;
    fs::copy(paths::prose(), &prose).map_err(Failure::file("copy", &prose))?;

    let program = std::env::current_exe()
        .map_err(|error| Failure::new(format!("This program can't be found: {error}.")))?;
    let told = Commit::current()?.map(|commit| commit.told());
    let mut command = Command::new(program);
    command
        .arg("dist")
        .env(paths::ROOT, &folder)
        .env(commit::VARIABLE, told.unwrap_or_default())
        .env("TZ", "Asia/Tokyo")
        .env("LC_ALL", "C")
        .env_remove("CARGO_TARGET_DIR");
    let built = process::run(&mut command);
    let differing = built.and_then(|()| differing(&folder.join("dist")));
    let _ = fs::remove_dir_all(&folder);
    match differing?.as_slice() {
        [] => Ok(()),
        names => Err(Failure::new(format!(
            "Built again in another folder, these files have other bytes: {}.",
            names.join(", ")
        ))),
    }
}

/// Names of the files that are not the same in both; the sums are compared with the rest.
fn differing(other: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut files = dist::artefacts()?;
    files.push(paths::dist().join(dist::SUMS));
    for file in files {
        let name = dist::name(&file);
        let read = |path: &Path| fs::read(path).map(|bytes| digest::hex(&bytes)).ok();
        if read(&file).is_none() || read(&file) != read(&other.join(&name)) {
            names.push(name);
        }
    }
    Ok(names)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let path = from.join(&folder);
        for entry in fs::read_dir(&path)
            .map_err(Failure::file("read", &path))?
            .flatten()
        {
            let relative = folder.join(entry.file_name());
            if LEFT_OUT.iter().any(|name| relative == Path::new(name)) {
                continue;
            }
            if entry.path().is_dir() {
                folders.push(relative);
                continue;
            }
            let target = to.join(&relative);
            make_folder(&target)?;
            fs::copy(entry.path(), &target).map_err(Failure::file("copy", &target))?;
        }
    }
    Ok(())
}

fn make_folder(file: &Path) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(Failure::file("create", folder))
}
