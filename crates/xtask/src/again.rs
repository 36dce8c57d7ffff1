//! The same bytes again: what `dist` wrote is built a second time from a copy of the sources in another folder, with
//! nothing compiled before, on another day, with another zone and language around it, and compared file by file.
//!
//! The prose is not made a second time: the program that writes it would have to be compiled again, and it reads
//! nothing but its own tables.

use crate::commit::{self, Commit};
use crate::{Failure, Result, digest, dist, paths, process, system};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Not sources: what is built, and git's own.
const LEFT_OUT: [&str; 3] = ["target", "dist", ".git"];

/// When it is built again, for everything that asks the clock.
const ANOTHER_DAY: &str = "+40d";

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
    let mut command = another_day(&program, &folder)?;
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

/// The program as it runs on another day, and with it everything but the compiler: that one does not come up where the
/// clock is set for it alone, and writes no time anywhere.
fn another_day(program: &Path, folder: &Path) -> Result<Command> {
    if let Err(failure) = system::ready(&[system::FAKETIME]) {
        println!("{failure} Without it the second build is on the same day.");
        return Ok(Command::new(program));
    }
    let real = folder.join("target/real-clock");
    for name in ["cargo", "rustc", "rustup"] {
        let Some(path) = process::on_path(name) else {
            continue;
        };
        let script = real.join(name);
        make_folder(&script)?;
        let text = format!(
            "#!/bin/sh\nunset LD_PRELOAD\nexec '{}' \"$@\"\n",
            path.display()
        );
        fs::write(&script, text).map_err(Failure::file("write", &script))?;
        process::run(Command::new("chmod").arg("+x").arg(&script))?;
    }
    let mut command = Command::new(system::FAKETIME.find()?);
    command
        .args(["-f", ANOTHER_DAY])
        .arg(program)
        .env("PATH", process::path_with(std::slice::from_ref(&real))?)
        .env("CARGO", real.join("cargo"))
        // Waiting goes by the real clock.
        .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    Ok(command)
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
